"""Every instruction form against values worked out from RFC 9669 (tests/data/isa).

A file is one form: its program, with ``{a}`` and ``{b}`` filled in from each case, the memory
that R1 points at before and after, and the R0 or the fault to expect.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from sim.base.compile import PLAIN
from sim.bpf import interp as interp_module
from sim.bpf import isa
from sim.bpf import run_state as r
from sim.bpf.asm import assemble, assemble_insns
from sim.bpf.check import ISA_V4, check_structure
from sim.bpf.isa import Insn
from sim.bpf.program import ENGINES
from sim.bpf.run_state import INSN_BUDGET, STACK_BYTES
from tests.vm import Vm

FOLDER = Path(__file__).parent / "data" / "isa"
FILES = sorted(FOLDER.glob("*.yaml"))
LOADED: dict[str, Any] = {path.stem: yaml.safe_load(path.read_text()) for path in FILES}
M64 = (1 << 64) - 1
KEYS = {"a", "b", "cpu", "memory", "after", "r0", "fault"}


@pytest.fixture(scope="module", params=ENGINES)
def vm(request: pytest.FixtureRequest) -> Iterator[Vm]:
    made = Vm(engine=request.param)
    yield made
    made.close()


def _program(form: str, case: dict[str, Any]) -> str:
    text = LOADED[form]["program"]
    for name in ("a", "b"):
        text = text.replace("{" + name + "}", str(case.get(name, 0)))
    return text.replace("+ -", "- ")


@pytest.mark.parametrize("form", LOADED)
def test_a_form_gives_what_the_rfc_says(vm: Vm, form: str) -> None:
    if PLAIN:
        vm.put(r.R_BUDGET, 5000)
    for case in LOADED[form]["cases"]:
        assert set(case) <= KEYS, f"{form}: {case}"
        memory = bytes.fromhex(case.get("memory", ""))
        out = vm.do(_program(form, case), memory, cpu=case.get("cpu", 0))
        if "fault" in case:
            expected = getattr(interp_module, case["fault"])
            assert (out.status, out.fault) == (r.RUN_FAULT, expected), f"{form}: {case}"
            continue
        assert out.status == r.RUN_EXIT, f"{form}: {case}"
        assert hex(out.r0) == hex(case["r0"] & M64), f"{form}: {case}"
        after = bytes.fromhex(case.get("after", case.get("memory", "")))
        assert vm.read_ctx(len(after)).hex() == after.hex(), f"{form}: {case}"


@pytest.mark.parametrize("form", LOADED)
def test_a_file_has_the_instruction_that_it_is_about(form: str) -> None:
    insns = assemble_insns(_program(form, LOADED[form]["cases"][0]))
    names = {"opcode": "opcode", "offset": "off", "imm": "imm", "src": "src_reg"}
    wanted = LOADED[form]["insn"]
    matches = [i for i in insns if all(getattr(i, names[k]) == v for k, v in wanted.items())]
    assert matches, f"{form}: no {wanted}"


# --- coverage ---------------------------------------------------------------------------------
_ALU = (0x00, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0x90, 0xA0, 0xB0, 0xC0)
_JUMPS = (0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0xA0, 0xB0, 0xC0, 0xD0)
_ATOMICS = (0x00, 0x01, 0x40, 0x41, 0x50, 0x51, 0xA0, 0xA1, 0xE1, 0xF1)
_WIDTHS = (isa.BPF_B, isa.BPF_H, isa.BPF_W, isa.BPF_DW)

Form = tuple[int, int, int]  # opcode, what tells forms of one opcode apart, source of a call


def _all_forms() -> set[Form]:
    """Return every form of RFC 9669 that a program may have, packet loads and kfuncs aside."""
    forms: set[Form] = set()
    for cls in (isa.BPF_ALU, isa.BPF_ALU64):
        for source in (isa.BPF_K, isa.BPF_X):
            forms |= {(cls | op | source, 0, 0) for op in _ALU}
            forms |= {(cls | op | source, 1, 0) for op in (isa.BPF_DIV, isa.BPF_MOD)}
        widths = (8, 16) if cls == isa.BPF_ALU else (8, 16, 32)
        forms |= {(cls | isa.BPF_MOV | isa.BPF_X, width, 0) for width in widths}
        forms.add((cls | isa.BPF_NEG, 0, 0))
    for opcode in (0xD4, 0xDC, 0xD7):
        forms |= {(opcode, width, 0) for width in (16, 32, 64)}
    for cls in (isa.BPF_JMP, isa.BPF_JMP32):
        forms |= {(cls | op | source, 0, 0) for op in _JUMPS for source in (isa.BPF_K, isa.BPF_X)}
        forms.add((cls | isa.BPF_JA, 0, 0))
    forms |= {(0x85, 0, 0), (0x85, 0, isa.BPF_PSEUDO_CALL), (0x95, 0, 0), (0x18, 0, 0)}
    for width in _WIDTHS:
        forms |= {(cls | isa.BPF_MEM | width, 0, 0) for cls in (1, 2, 3)}
    forms |= {(isa.BPF_LDX | isa.BPF_MEMSX | width, 0, 0) for width in _WIDTHS[:3]}
    return forms | {(opcode, op, 0) for opcode in (0xC3, 0xDB) for op in _ATOMICS}


def _form_of(insn: Insn) -> Form:
    cls, op = insn.opcode & 7, insn.opcode & 0xF0
    apart = 0
    if cls in (isa.BPF_ALU, isa.BPF_ALU64) and op == isa.BPF_END:
        apart = insn.imm
    elif cls in (isa.BPF_ALU, isa.BPF_ALU64):
        apart = insn.off
    elif cls == isa.BPF_STX and insn.opcode & 0xE0 == isa.BPF_ATOMIC:
        apart = insn.imm
    return insn.opcode, apart, insn.src_reg if insn.opcode == 0x85 else 0


def test_every_instruction_form_has_a_file() -> None:
    named: set[Form] = set()
    for form, data in LOADED.items():
        if any("fault" in case for case in data["cases"]):
            continue
        insn = data["insn"]
        for one in assemble_insns(_program(form, data["cases"][0])):
            if one.opcode == insn["opcode"]:
                named.add(_form_of(one))
    assert sorted(map(str, _all_forms() - named)) == []


def test_the_corpus_is_well_formed_but_for_its_faults() -> None:
    for form, data in LOADED.items():
        if form.startswith(("fault_", "call_helper_unknown")):
            continue
        for case in data["cases"]:
            check_structure(assemble(_program(form, case)), {ISA_V4})


# --- what no table says -----------------------------------------------------------------------
def test_a_run_starts_with_its_context_and_its_frame(vm: Vm) -> None:
    assert vm.do("r0 = r1\nexit").r0 == vm.ctx
    assert vm.do("r0 = r10\nexit").r0 == vm.stack + r.MAX_FRAMES * STACK_BYTES


def test_instructions_are_counted_each_and_helpers_apart(vm: Vm) -> None:
    out = vm.do("r6 = 3\nloop: r6 += -1\nif r6 != 0 goto loop\ncall 8\nexit")
    assert out.nr_insns == 1 + 3 * 2 + 2
    assert vm.counts()["prog.insn_jit"] == out.nr_insns
    assert vm.counts()["helper.call"] == 1


def test_the_two_slots_of_ldimm64_are_one_instruction(vm: Vm) -> None:
    assert vm.do("r0 = 1 ll\nexit").nr_insns == 2


def test_an_atomic_is_counted_as_one(vm: Vm) -> None:
    vm.do("r2 = 1\nlock *(u64 *)(r1 + 0) += r2\nr0 = 0\nexit")
    assert vm.counts()["map.atomic"] == 1


def test_no_address_leads_out_of_the_reservation(vm: Vm) -> None:
    """A program that no verifier has seen reads and writes simulated memory only."""
    wild = [0, 1, M64, 1 << 63, 0x7FFF_FFFF_FFFF, 0xFFFF_FFFF, 0xDEAD_BEEF_0000_0000]
    for address in wild:
        text = f"r2 = {address} ll\nr0 = *(u64 *)(r2 + 0)\n*(u64 *)(r2 + 32760) = r0\nexit"
        assert vm.do(text).status == r.RUN_EXIT


def test_a_program_suspends_at_a_visible_helper_and_goes_on(vm: Vm) -> None:
    vm.start("r6 = 5\nr7 = 6\nr1 = 0\nr2 = 8\nr3 = 0\ncall 131\nr0 += r6\nr0 += r7\nexit")
    assert vm.step() == r.RUN_SUSPENDED
    assert vm.get(r.R_PENDING) == 131
    assert vm.counts()["prog.insn_jit"] == 6
    vm.clear_counts()
    assert vm.step() == r.RUN_EXIT
    assert vm.get(r.R_REGS) == 11
    assert vm.counts()["prog.insn_jit"] == 3


def test_a_program_may_suspend_inside_a_local_function(vm: Vm) -> None:
    text = """
        r6 = 40
        call sub
        r0 += r6
        exit
        sub: r6 = 2
        r1 = 0
        r2 = 8
        r3 = 0
        call 131
        r0 += r6
        exit
    """
    out = vm.do(text)
    assert out.statuses == (r.RUN_SUSPENDED, r.RUN_EXIT)
    assert out.r0 == 42


def test_a_helper_in_python_sets_r0_and_the_run_goes_on(vm: Vm) -> None:
    out = vm.do("r6 = 1\nr1 = r10\nr2 = 0\ncall 6\nr0 += r6\nexit")
    assert out.status == r.RUN_PYTHON
    vm.put(r.R_REGS, 41)
    vm.put(r.R_DONE, 1)
    assert vm.finish().r0 == 42


def test_the_budget_is_far_above_any_verified_program() -> None:
    assert INSN_BUDGET > 1_000_000


@pytest.mark.skipif(PLAIN, reason="this is the plain run")
def test_plain_python_agrees_with_the_same_tables_and_models() -> None:
    here = Path(__file__).parent
    topics = ("bpf_interp", "bpf_maps", "bpf_helpers", "bpf_ringbuf", "bpf_perf_ring")
    files = [str(here / f"test_{topic}.py") for topic in (*topics, "bpf_region")]
    env = {**os.environ, "BPFSIM_PLAIN": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files]
    done = subprocess.run(
        command, cwd=here.parent, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
