"""Assembler and disassembler against LLVM's, form by form, both ways.

Two LLVMs are asked where they are installed: ``llvm-mc`` and ``llvm-objdump`` (14 prints decimal
numbers as we do, but knows no cpu v4 and cannot read all of v3), and the clang of the package
``ziglang`` (cpu v4). What an LLVM does not know is listed here by its opcodes.
"""

from __future__ import annotations

import importlib.util
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim.bpf.asm import assemble
from sim.bpf.disasm import UNKNOWN, disassemble, disassemble_object
from sim.bpf.elf import read_elf
from sim.bpf.isa import INSN_BYTES, Insn, encode
from tests.isa_forms import all_forms

FORMS = all_forms()
V3 = [form for form in FORMS if form.cpu <= 3]

# Opcodes that LLVM 14 gained only as text (modulo, bit tests) or not at all (cpu v4).
MODULO = {0x94, 0x97, 0x9C, 0x9F}
BIT_TESTS = {0x45, 0x46, 0x4D, 0x4E}
V4 = {0x81, 0x89, 0x91, 0xD7, 0x06, 0x62, 0x6A, 0x72, 0x7A}
LATER = {0xE5}
# Signed division and sign-extending moves: what tells them apart is in off, which 14 ignores.
BY_OFF = {0x34, 0x37, 0x3C, 0x3F, 0xBC, 0xBF}
ATOMICS = {0xC3, 0xDB}
# The register of an indirect call is in dst for newer LLVMs, in imm for 14.
CALLX = {0x8D}


def _tool(name: str, nr_forms: int) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not on this machine: {nr_forms} forms are not compared")
    return path


def _llvm14(name: str, nr_forms: int) -> str:
    path = _tool(name, nr_forms)
    version = subprocess.run([path, "--version"], capture_output=True, text=True, check=True)
    if "LLVM version 14" not in version.stdout:
        pytest.skip(f"{name} is not LLVM 14: {nr_forms} forms are not compared")
    return path


def _clang(nr_forms: int) -> list[str]:
    if importlib.util.find_spec("ziglang") is None:
        pytest.skip(f"the package ziglang (extra c) is missing: {nr_forms} forms not compared")
    return [sys.executable, "-m", "ziglang", "clang", "--target=bpf", "-mcpu=v4", "-c"]


def _assembled(command: list[str], lines: list[str], folder: Path) -> tuple[set[int], bytes]:
    """Assemble with LLVM; returns the lines that it refuses, and the bytes of the others."""
    (folder / "x.s").write_text("\n".join(lines) + "\n")
    done = subprocess.run(
        [*command, "x.s", "-o", "x.o"], cwd=folder, capture_output=True, text=True, check=False
    )
    found = re.finditer(r"^x\.s:(\d+):\d+: error:", done.stderr, re.MULTILINE)
    refused = {int(one.group(1)) - 1 for one in found}
    if refused:
        kept = ["" if i in refused else line for i, line in enumerate(lines)]
        again, code = _assembled(command, kept, folder)
        assert not again
        return refused, code
    assert done.returncode == 0, done.stderr
    text = read_elf((folder / "x.o").read_bytes(), "x.o").section(".text")
    assert text is not None
    return set(), text.data


def _texts(forms: list, alu32: bool) -> list[str]:
    shown = [disassemble(encode(form.slots), alu32=alu32) for form in forms]
    return [line.split("\t", 1)[1] for (line,) in shown]


def _object(code: bytes, folder: Path) -> Path:
    """Put *code* into an object file."""
    command = [_tool("llvm-mc", 0), "-triple=bpfel", "-filetype=obj"]
    slots = [code[i : i + INSN_BYTES] for i in range(0, len(code), INSN_BYTES)]
    _assembled(command, [f".8byte {int.from_bytes(s, 'little'):#x}" for s in slots], folder)
    return folder / "x.o"


def _dumped(path: Path, alu32: bool) -> list[str]:
    command = ["llvm-objdump", "-d", "-z", *(["--mattr=+alu32"] if alu32 else []), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize("alu32", [False, True], ids=["r", "w"])
def test_llvm_mc_assembles_our_text_to_the_same_bytes(tmp_path: Path, alu32: bool) -> None:
    command = [_llvm14("llvm-mc", len(V3)), "-triple=bpfel", "-mcpu=v3", "-filetype=obj"]
    refused, code = _assembled(command, _texts(V3, alu32), tmp_path)
    # LLVM 14 prints atomics and pseudo loads that it cannot read.
    opcodes = {V3[i].slots[0].opcode for i in refused}
    assert opcodes <= MODULO | BIT_TESTS | ATOMICS | {0x18}
    kept = [form for i, form in enumerate(V3) if i not in refused]
    assert len(kept) > 1800
    assert code.hex(" ", 8) == b"".join(encode(form.slots) for form in kept).hex(" ", 8)


@pytest.mark.parametrize("alu32", [False, True], ids=["r", "w"])
def test_clang_assembles_our_text_to_the_same_bytes(tmp_path: Path, alu32: bool) -> None:
    texts = _texts(FORMS, alu32)
    refused, code = _assembled(_clang(len(FORMS)), texts, tmp_path)
    # A number behind gotol must fit 16 bits there; labels reach farther.
    assert {texts[i].split()[0] for i in refused} <= {"gotol"}
    kept = [form for i, form in enumerate(FORMS) if i not in refused]
    assert len(kept) >= len(FORMS) - 6
    assert code.hex(" ", 8) == b"".join(encode(form.slots) for form in kept).hex(" ", 8)


def test_every_form_is_text_that_assembles_to_it() -> None:
    for form in FORMS:
        code = encode(form.slots)
        for exact in (False, True):
            (line,) = disassemble(code, exact=exact)
            assert UNKNOWN not in line
            assert ".8byte" not in line
            assert assemble(line) == code, line


@pytest.mark.parametrize("alu32", [False, True], ids=["r", "w"])
def test_llvm_objdump_prints_every_form_as_we_do(tmp_path: Path, alu32: bool) -> None:
    _llvm14("llvm-objdump", len(V3))
    code = b"".join(encode(form.slots) for form in V3)
    path = _object(code, tmp_path)
    want = _dumped(path, alu32)
    got = disassemble_object(read_elf(path.read_bytes(), str(path)), alu32=alu32).splitlines()
    assert len(got) == len(want)
    # Without +alu32 it takes 32-bit atomics for additions, or for nothing.
    unknown = MODULO | BIT_TESTS | (set() if alu32 else {0xC3})
    same = 0
    for ours, theirs in zip(got, want, strict=True):
        opcode = re.match(r" *\d+:\t([0-9a-f]{2}) ", theirs)
        if opcode and int(opcode.group(1), 16) in unknown:
            assert ours == theirs or UNKNOWN in theirs or "lock" in theirs
            continue
        assert ours == theirs
        same += 1
    assert same > 1850


@pytest.mark.parametrize("alu32", [False, True], ids=["r", "w"])
def test_llvm_objdump_prints_any_bytes_as_we_do(tmp_path: Path, alu32: bool) -> None:
    rng = random.Random(20)
    insns = [
        Insn(
            opcode,
            rng.choice((0, 1, 9, 10, 11, 15)),
            rng.choice((0, 0, 1, 2, 10, 11, 15)),
            rng.choice((0, 0, 1, -1, 8, 16, 32, -4)),
            rng.choice((0, 0, 1, 7, 10, 11, 16, 32, 64, -1, 0x50, 0x51, 0xE0, 0xE1, 0xF0, 0xF1)),
        )
        for opcode in range(256)
        for _ in range(30)
    ]
    _llvm14("llvm-objdump", len(insns))
    path = _object(encode(insns), tmp_path)
    want = _dumped(path, alu32)
    got = disassemble_object(read_elf(path.read_bytes(), str(path)), alu32=alu32).splitlines()
    known_apart = MODULO | BIT_TESTS | V4 | LATER | BY_OFF | ATOMICS | CALLX
    same = 0
    for ours, theirs in zip(got, want, strict=True):
        opcode = re.match(r" *\d+:\t([0-9a-f]{2}) ", theirs)
        if opcode and int(opcode.group(1), 16) in known_apart:
            continue
        assert ours == theirs
        same += 1
    assert same > 6000


def test_labels_are_as_far_away_as_clang_finds_them(tmp_path: Path) -> None:
    rng = random.Random(21)
    lines = ["l0:"]
    for i in range(1, 60):
        jump = rng.choice(("goto", "gotol", "if r1 == 3 goto", "if w2 s< w3 goto", "may_goto"))
        lines += [f"{jump} l{rng.randrange(60)}", *rng.choices(["r1 = 5 ll", "r0 += 1"], k=3)]
        lines.append(f"l{i}:")
    source = "\n".join([*lines, "exit"])
    _, code = _assembled(_clang(60), source.split("\n"), tmp_path)
    assert code.hex(" ", 8) == assemble(source).hex(" ", 8)
