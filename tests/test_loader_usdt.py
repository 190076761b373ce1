"""USDT argument specifications, notes and specs."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from sim.base.errors import AttachError
from sim.loader.usdt import SpecTable, UsdtNote, UsdtSite, find_sites, notes_of
from sim.loader.usdt_args import (
    MAX_ARGS,
    PT_REGS,
    SPEC_BYTES,
    ArgKind,
    UsdtArg,
    pack_spec,
    parse_args,
)
from sim.loader.user_elf import open_user_elf
from tests.user_elf import build_elf, probe_asm

REAL = ("/usr/bin/python3", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-4@%eax", UsdtArg(ArgKind.REG, 0, PT_REGS["rax"], 4, True)),
        ("8@-8(%rbp)", UsdtArg(ArgKind.REG_DEREF, -8, PT_REGS["rbp"], 8, False)),
        ("8@(%r12)", UsdtArg(ArgKind.REG_DEREF, 0, PT_REGS["r12"], 8, False)),
        ("4@$5", UsdtArg(ArgKind.CONST, 5, 0, 4, False)),
        ("-2@$-9", UsdtArg(ArgKind.CONST, -9, 0, 2, True)),
        ("1@%al", UsdtArg(ArgKind.REG, 0, PT_REGS["rax"], 1, False)),
        ("1@%sil", UsdtArg(ArgKind.REG, 0, PT_REGS["rsi"], 1, False)),
        ("2@%r9w", UsdtArg(ArgKind.REG, 0, PT_REGS["r9"], 2, False)),
        ("8@16( %rsp )", UsdtArg(ArgKind.REG_DEREF, 16, PT_REGS["rsp"], 8, False)),
    ],
)
def test_an_argument_is_read(text: str, expected: UsdtArg) -> None:
    assert parse_args(text) == (expected,)


@pytest.mark.parametrize(
    ("text", "message", "errno"),
    [
        ("8@name(%rip)", "unrecognized arg #0 spec '8@name(%rip)'", "EINVAL"),
        ("4f@%xmm0", "unrecognized arg #0 spec '4f@%xmm0'", "EINVAL"),
        ("8@%rax 8@%xmm0", "unrecognized register 'xmm0'", "ENOENT"),
        ("1@%ah", "unrecognized register 'ah'", "ENOENT"),
        ("3@%eax", "unsupported arg #0 (spec '3@%eax') size: 3", "EINVAL"),
        ("16@%rax", "size: 16", "EINVAL"),
        ("4@$0x10", "unrecognized arg #1 spec 'x10'", "EINVAL"),
        ("8@(%rax,%rbx,8)", "unrecognized register 'rax,%rbx,8'", "ENOENT"),
        (" ".join(["8@%rax"] * 13), "too many USDT arguments (> 12)", "E2BIG"),
    ],
)
def test_an_argument_is_refused_as_libbpf_does(text: str, message: str, errno: str) -> None:
    with pytest.raises(AttachError, match=re.escape(message)) as caught:
        parse_args(text)
    assert caught.value.reason == errno


def test_a_spec_is_laid_out_as_the_header_reads_it() -> None:
    packed = pack_spec(parse_args("-4@%eax 8@-8(%rbp) 1@$200"), cookie=0xCAFE)
    assert len(packed) == SPEC_BYTES == 208
    rows = [struct.unpack_from("<qIhBb", packed, 16 * i) for i in range(MAX_ARGS)]
    assert rows[:4] == [(0, 1, 80, 1, 32), (-8, 2, 32, 0, 0), (200, 0, 0, 0, 56), (0,) * 5]
    assert struct.unpack_from("<Qh", packed, 192) == (0xCAFE, 3)


def test_no_arguments_are_an_empty_spec() -> None:
    assert parse_args("") == ()
    assert struct.unpack_from("<Qh", pack_spec(()), 192) == (0, 0)


def _sites(texts: list[str]) -> tuple[UsdtSite, ...]:
    notes = [UsdtNote("p", "n", text, i, 0, 0) for i, text in enumerate(texts)]
    return tuple(UsdtSite(n, n.address, n.address, 0, parse_args(n.args)) for n in notes)


def test_places_with_equal_arguments_share_a_spec() -> None:
    table = SpecTable()
    made = table.attach(_sites(["8@%rax"] * 400 + ["8@%rbx"]))
    assert (set(made.spec_ids[:400]), made.spec_ids[400], len(made.specs)) == ({0}, 1, 2)


def test_two_attachments_never_share_a_spec() -> None:
    table = SpecTable()
    first, second = (table.attach(_sites(["8@%rax"]), cookie=c) for c in (1, 2))
    assert first.spec_ids != second.spec_ids


def test_too_many_specs_leave_nothing_behind() -> None:
    table = SpecTable()
    with pytest.raises(AttachError, match="E2BIG"):
        table.attach(_sites([f"8@{i}(%rbp)" for i in range(300)]))
    made = table.attach(_sites([f"8@{i}(%rbp)" for i in range(256)]))
    assert sorted(made.specs) == list(range(256))


def test_detached_specs_are_used_again() -> None:
    table = SpecTable(max_entries=2)
    for _ in range(10):
        made = table.attach(_sites(["8@%rax", "8@%rbx"]))
        table.detach(made)
    assert sorted(made.specs) == [0, 1]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one probe at two places, one of them guarded, and one that no one can read."""
    text = ".globl work\n.type work,@function\nwork:\n push %rbp\n"
    text += probe_asm("p1", "app:start", "-4@%edi 8@%rsi", "sema")
    text += probe_asm("p2", "app:start", "8@%rsi", "sema")
    text += probe_asm("p3", "app:float", "4f@%xmm0")
    text += " pop %rbp\n ret\n.size work, .-work\n"
    text += '.pushsection .probes,"aw","progbits"\n.globl sema\nsema: .2byte 0\n.popsection\n'
    return build_elf(tmp_path_factory.mktemp("usdt"), text)


def test_every_place_of_a_probe_is_found(library: Path) -> None:
    elf = open_user_elf(library)
    sites = find_sites(elf, "app", "start")
    assert [site.note.args for site in sites] == ["-4@%edi 8@%rsi", "8@%rsi"]
    assert [elf.instruction(site.offset)[0] for site in sites] == [0x90, 0x90]
    assert sites[0].offset == elf.function_offset("work") + 1
    assert sites[0].semaphore_offset == sites[1].semaphore_offset > 0
    assert elf.data[sites[0].semaphore_offset :][:2] == b"\0\0"


def test_a_moved_base_moves_probes_and_semaphores(library: Path) -> None:
    """What prelink does: sections move, the notes stay."""
    elf = open_user_elf(library)
    (before, _), shift = find_sites(elf, "app", "start"), 0x10
    data = bytearray(elf.data)
    for field in (before.note.address, before.note.base, before.note.semaphore):
        old = struct.pack("<Q", field)
        notes_at = elf.data.index(elf.section_data(".note.stapsdt") or b"-")
        at = data.index(old, notes_at)
        data[at : at + 8] = struct.pack("<Q", field - shift)
    moved = type(elf)("moved", bytes(data))
    (after, _) = find_sites(moved, "app", "start")
    assert after.note.address == before.note.address - shift
    assert (after.offset, after.semaphore_offset) == (before.offset, before.semaphore_offset)


def test_a_probe_with_unreadable_arguments_is_refused(library: Path) -> None:
    with pytest.raises(AttachError, match="unrecognized arg #0 spec '4f@%xmm0'"):
        find_sites(open_user_elf(library), "app", "float")


def test_an_unknown_probe_is_refused(library: Path) -> None:
    with pytest.raises(AttachError, match="no probe 'app:stop'") as caught:
        find_sites(open_user_elf(library), "app", "stop")
    assert "app:start" in str(caught.value)


def test_a_probe_outside_executable_segments_is_refused(library: Path) -> None:
    elf = open_user_elf(library)
    note = notes_of(elf)[0]
    notes_at = elf.data.index(elf.section_data(".note.stapsdt") or b"-")
    for address, message in ((1, "is not executable"), (1 << 40, "failed to find ELF program")):
        data = bytearray(elf.data)
        at = data.index(struct.pack("<Q", note.address), notes_at)
        data[at : at + 8] = struct.pack("<Q", address)
        with pytest.raises(AttachError, match=message):
            find_sites(type(elf)("odd", bytes(data)), "app", "start")


def _readelf(path: str) -> list[tuple[str, ...]]:
    """Return provider, name, location, base, semaphore and arguments as binutils prints them."""
    done = subprocess.run(["readelf", "-n", path], capture_output=True, text=True, check=True)
    pattern = r"Provider: (.*)\n\s+Name: (.*)\n\s+Location: (\S+), Base: (\S+), Semaphore: (\S+)\n"
    rows = re.findall(pattern + r"\s+Arguments: (.*)", done.stdout)
    return [tuple(text.strip() for text in row) for row in rows]


@pytest.mark.parametrize("path", REAL)
def test_a_real_binary_agrees_with_readelf(path: str) -> None:
    if not Path(path).exists() or shutil.which("readelf") is None:
        pytest.skip(f"{path} or readelf is not here: 1 of {len(REAL)} files not compared")
    elf = open_user_elf(Path(path).resolve())
    notes = notes_of(elf)
    ours = [
        (
            n.provider,
            n.name,
            f"{n.address:#018x}",
            f"{n.base:#018x}",
            f"{n.semaphore:#018x}",
            n.args,
        )
        for n in notes
    ]
    assert ours
    assert ours == _readelf(path)
    for note in notes:
        sites = find_sites(elf, note.provider, note.name)
        assert all(elf.instruction(site.offset)[0] == 0x90 for site in sites)
