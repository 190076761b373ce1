from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys

import pytest

from sim.bpf import isa
from sim.bpf.asm import assemble
from sim.bpf.disasm import UNKNOWN, disassemble, disassemble_object, format_insn
from sim.bpf.elf import read_elf
from sim.bpf.isa import Insn
from tests.corpus import corpus_objects

V4_FORMS = [
    "r1 = (s8)r2",
    "r1 = (s16)r2",
    "r1 = (s32)r2",
    "w1 = (s8)w2",
    "w1 = (s16)w2",
    "r1 = *(s8 *)(r2 + 1)",
    "r1 = *(s16 *)(r2 - 2)",
    "r1 = *(s32 *)(r2 + 4)",
    "r1 s/= r2",
    "r1 s/= 5",
    "r1 s%= r2",
    "w1 s/= w2",
    "w1 s%= -3",
    "r1 %= r2",
    "w1 %= 3",
    "r1 = bswap16 r1",
    "r1 = bswap32 r1",
    "r1 = bswap64 r1",
    "gotol +5",
    "*(u8 *)(r1 + 0) = 5",
    "*(u16 *)(r1 + 0) = -1",
    "*(u32 *)(r1 - 4) = 5",
    "*(u64 *)(r1 + 8) = -7",
    "if r1 & r2 goto +1",
    "if w1 & 255 goto +1",
    "w2 = atomic_fetch_xor((u32 *)(r1 + 0), w2)",
    "w2 = xchg32_32(r1 + 0, w2)",
    "w0 = cmpxchg32_32(r1 + 0, w0, w2)",
    "lock *(u32 *)(r1 + 0) |= w2",
    "lock *(u64 *)(r1 + 0) ^= r2",
    "r1 = 1311768467463790320 ll",
]


def _llvm(tool: str) -> str:
    path = shutil.which(tool)
    if path is None:
        pytest.skip(f"{tool} is not on this machine")
    return path


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("options", "kwargs"),
    [
        ((), {}),
        (("--no-show-raw-insn",), {"raw": False}),
        (("--mattr=+alu32",), {"alu32": True}),
    ],
    ids=["raw", "text", "alu32"],
)
def test_the_corpus_prints_as_llvm_objdump_prints_it(options, kwargs):
    tool = _llvm("llvm-objdump")
    version = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True)
    if "LLVM version 14" not in version.stdout:
        pytest.skip("the text is that of LLVM 14; later ones print hexadecimal numbers")
    # All objects once; the two variations on every fourth.
    for path in corpus_objects()[:: 4 if options else 1]:
        want = subprocess.run(
            [tool, "-d", *options, str(path)], capture_output=True, text=True, check=True
        ).stdout
        elf = read_elf(path.read_bytes(), str(path))
        assert disassemble_object(elf, **kwargs) == want, path.name


@pytest.mark.corpus
def test_exact_text_of_the_corpus_assembles_to_its_bytes():
    for path in corpus_objects():
        elf = read_elf(path.read_bytes(), path.name)
        for section in elf.sections:
            if section.is_exec and section.size:
                lines = disassemble(section.data, raw=True, exact=True)
                assert assemble("\n".join(lines)) == section.data, (path.name, section.name)


def test_every_opcode_llvm_knows_prints_the_same():
    tool = _llvm("llvm-mc")
    checked = 0
    insns = [
        Insn(opcode, 1, 2 if opcode & 8 or opcode & 7 < 4 else 0, off, imm)
        for opcode in range(256)
        for off in (0, -4, 7)
        for imm in (0, 16, 32, 64, -5, 1, 0x50, 0x51, 0xE1, 0xF1)
        if opcode != isa.LDIMM64
    ]
    text = "\n".join(" ".join(f"{byte:#04x}" for byte in isa.encode([i])) for i in insns)
    done = subprocess.run(
        [tool, "-triple=bpfel", "-disassemble", "-show-encoding"],
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    for line in done.stdout.splitlines():
        if "encoding:" not in line:
            continue
        want, _, encoding = line.partition("encoding: [")
        want = want.rpartition("#")[0].strip()
        code = bytes(int(byte, 16) for byte in encoding.rstrip("]").split(","))
        # The encoding is LLVM's own for its text, reserved fields cleared.
        assert format_insn(isa.decode(code)[0]) == want
        checked += 1
    assert checked > 1000


def test_forms_newer_than_llvm_14_assemble_as_clang_assembles_them(tmp_path):
    if importlib.util.find_spec("ziglang") is None:
        pytest.skip("the package ziglang is not installed (extra c)")
    source = tmp_path / "v4.s"
    source.write_text("\n".join(V4_FORMS) + "\n")
    command = [sys.executable, "-m", "ziglang", "clang", "--target=bpf", "-mcpu=v4"]
    subprocess.run(
        [*command, "-c", source.name, "-o", "v4.o"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    text = read_elf((tmp_path / "v4.o").read_bytes(), "v4.o").section(".text")
    assert text is not None
    assert text.data.hex(" ", 8) == assemble("\n".join(V4_FORMS)).hex(" ", 8)
    shown = [line.split("\t", 1)[1] for line in disassemble(text.data)]
    assert shown == V4_FORMS


@pytest.mark.parametrize(
    "insn",
    [
        Insn(0x8F, 1),
        Insn(0xD4, 1, imm=8),
        Insn(0xBF, 1, 2, 5),
        Insn(0xDB, 1, 2, 0, 0x90),
        Insn(0xCB, 1, 2),
        Insn(0xE6),
        Insn(0x38),
        Insn(0x99, 1, 2),
        Insn(0x18),
    ],
)
def test_what_is_no_instruction_prints_as_unknown(insn):
    assert format_insn(insn) == UNKNOWN


def test_jumps_name_the_symbol_they_land_behind():
    code = assemble("goto +1\nexit\nr0 = 0\nexit")
    lines = disassemble(code, symbols={0: "prog", 8: "tail"})
    assert lines[1] == "       0:\tgoto +1 <tail+0x8>"
    assert lines[2:4] == ["", "0000000000000008 <tail>:"]
