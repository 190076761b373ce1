from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from sim.bpf.isa import Insn, decode
from sim.kernel.tracepoints import tracepoint
from sim.kernel.types.kernel_types import kernel_btf, kernel_types
from sim.kernel.types.vmlinux_h import HEADER_PATH
from sim.loader.build import build_object
from sim.loader.open import open_object
from sim.loader.relocate import RelocatedProgram, relocate

TUTORIAL = Path(__file__).parents[1] / "scenarios" / "tutorial"
SOURCES = sorted(TUTORIAL.glob("*.bpf.c"))
NAMES = [source.name.removesuffix(".bpf.c") for source in SOURCES]

needs_compiler = pytest.mark.skipif(
    importlib.util.find_spec("ziglang") is None,
    reason="rebuilding needs the compiler of the extra 'c' (ziglang)",
)


def loaded(name: str) -> dict[str, RelocatedProgram]:
    spec = open_object(TUTORIAL / f"{name}.bpf.o")
    return {program.name: program for program in relocate(spec, kernel_btf())}


def loads_from_ctx(program: RelocatedProgram) -> list[Insn]:
    """Collect loads through R1 before the first call, and through a copy of it."""
    ctx = {1}
    found = []
    for insn in decode(program.insns):
        if insn.opcode == 0xBF and insn.src_reg in ctx:
            ctx.add(insn.dst_reg)
        elif insn.opcode & 7 == 1 and insn.src_reg in ctx:
            found.append(insn)
            ctx.discard(insn.dst_reg)
        elif insn.opcode & 7 in {0, 4, 7} and insn.dst_reg in ctx:
            ctx.discard(insn.dst_reg)
        elif insn.opcode == 0x85:
            ctx -= {0, 1, 2, 3, 4, 5}
    return found


def test_there_are_three_tutorial_programs() -> None:
    assert NAMES == ["01-opensnoop", "02-syscount", "03-biolatency"]


@needs_compiler
@pytest.mark.parametrize("name", NAMES)
def test_rebuilding_gives_the_shipped_object(name: str, tmp_path: Path) -> None:
    # Built from a copy elsewhere: where the source lies must not show in the object.
    source = Path(shutil.copy(TUTORIAL / f"{name}.bpf.c", tmp_path))
    built = tmp_path / f"{name}.bpf.o"
    build_object(source, built, HEADER_PATH.parent)
    shipped = TUTORIAL / f"{name}.bpf.o"
    assert built.read_bytes() == shipped.read_bytes(), f"run bpfsim build {source.name}"


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_object_is_small_and_knows_no_folder(name: str) -> None:
    data = (TUTORIAL / f"{name}.bpf.o").read_bytes()
    assert len(data) < 20 * 1024
    assert str(TUTORIAL.parent).encode() not in data
    assert b".debug_info" not in data


@pytest.mark.parametrize("name", NAMES)
def test_every_access_fits_the_simulated_kernel(name: str) -> None:
    for program in loaded(name).values():
        assert program.poisoned == ()


@pytest.mark.parametrize("name", NAMES)
def test_no_program_reads_past_its_context(name: str) -> None:
    widths = {0x00: 4, 0x08: 2, 0x10: 1, 0x18: 8}
    for program in loaded(name).values():
        kind, _, target = program.spec.section.partition("/")
        limit = kernel_types().sizeof("pt_regs")
        if kind == "tracepoint":
            limit = tracepoint(*target.split("/")).ctx_bytes
        for insn in loads_from_ctx(program):
            assert insn.off >= 8
            assert insn.off + widths[insn.opcode & 0x18] <= limit


def test_opensnoop_reads_the_arguments_where_the_kernel_puts_them() -> None:
    programs = loaded("01-opensnoop")
    assert [insn.off for insn in loads_from_ctx(programs["enter_openat"])] == [24, 32]
    assert {insn.off for insn in loads_from_ctx(programs["exit_openat"])} == {16}


def test_opensnoop_declares_what_its_reader_expects() -> None:
    spec = open_object(TUTORIAL / "01-opensnoop.bpf.o")
    assert spec.license == "Dual BSD/GPL"
    maps = {item.name: item for item in spec.maps}
    ringbuf = kernel_types().constant("BPF_MAP_TYPE_RINGBUF")
    assert (maps["events"].map_type, maps["events"].max_entries) == (ringbuf, 256 * 1024)
    assert set(spec.vars) == {"targ_tgid", "targ_failed", "dropped_records", "untracked_opens"}
    assert spec.btf is not None
    assert spec.btf.field("open_record", "fname").offset == 56


def test_syscount_counts_entries_and_failures_of_the_same_functions() -> None:
    sections = [program.spec.section for program in loaded("02-syscount").values()]
    entries = {name.partition("/")[2] for name in sections if name.startswith("kprobe/")}
    returns = {name.partition("/")[2] for name in sections if name.startswith("kretprobe/")}
    assert returns == {"do_sys_openat2", "ksys_read", "ksys_write", "close_fd"}
    assert entries == returns | {"__x64_sys_getpid"}


def test_biolatency_keeps_32_slots() -> None:
    spec = open_object(TUTORIAL / "03-biolatency.bpf.o")
    hist = {item.name: item for item in spec.maps}["hist"]
    assert (hist.max_entries, hist.key_size, hist.value_size) == (32, 4, 8)
