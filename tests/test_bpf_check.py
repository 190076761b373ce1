from __future__ import annotations

from collections.abc import Collection

import pytest

from sim.base.errors import VerifierError
from sim.bpf.asm import assemble
from sim.bpf.check import ISA_V4, check_structure
from sim.bpf.isa import Insn, encode
from sim.loader.open import open_object
from sim.versions.features import Feature, features_of
from tests.corpus import corpus_objects

EXIT = Insn(0x95)


def _refusal(code: bytes, features: Collection[Feature] = ()) -> str:
    with pytest.raises(VerifierError) as caught:
        check_structure(code, features)
    return caught.value.log


@pytest.mark.parametrize(
    "text",
    [
        "r0 = 0\nexit",
        "if r1 == 0 goto out\nr0 = 1\nout: exit",
        "loop: r1 += -1\nif r1 != 0 goto loop\nexit",
        "r1 = 5 ll\nr0 = *(u32 *)(r1 + 0)\nexit",
        "call sub\nexit\nsub: r0 = 0\nexit",
        "ld_pseudo r2, 4, 2\nexit\nr0 = 0\nexit",
        "call 195896080\nexit",
        "lock *(u64 *)(r10 - 8) += r1\nexit",
        "r1 = xchg_64(r10 - 8, r1)\nexit",
        "r0 = *(u8 *)skb[3]\nexit",
        "exit\ngoto -2",
    ],
)
def test_well_formed_programs_pass(text):
    check_structure(assemble(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("goto +5\nexit", "jump out of range from insn 0 to 6"),
        ("goto -2\nexit", "jump out of range from insn 0 to -1"),
        ("goto +1\nr1 = 7 ll\nexit", "jump into the middle of ldimm64 insn 1"),
        ("r0 = 0", "last insn is not an exit or jmp"),
        ("if r1 == 1 goto -1", "last insn is not an exit or jmp"),
        ("r1 = 7 ll", "last insn is not an exit or jmp"),
        ("call pc+9\nexit", "call to invalid destination"),
        ("call pc+1\nexit\nr1 = 7 ll\nexit", None),
        ("call pc+2\nexit\nr1 = 7 ll\nexit", "last insn is not an exit or jmp"),
        ("call sub\nr0 = 0\nsub: exit", "last insn is not an exit or jmp"),
        ("call sub\ngoto sub\nsub: exit", "jump out of range from insn 1 to 2"),
        ("r10 = 0\nexit", "frame pointer is read only"),
        ("r10 += r1\nexit", "frame pointer is read only"),
        ("r10 = *(u64 *)(r1 + 0)\nexit", "frame pointer is read only"),
        ("r10 = 1 ll\nexit", "frame pointer is read only"),
        ("r10 = atomic_fetch_add((u64 *)(r1 + 0), r10)\nexit", "frame pointer is read only"),
        ("r1 /= 0\nexit", "div by zero"),
        ("w1 %= 0\nexit", "div by zero"),
        ("r1 <<= 64\nexit", "invalid shift 64"),
        ("w1 >>= 32\nexit", "invalid shift 32"),
        ("w1 s>>= -1\nexit", "invalid shift -1"),
        ("ld_pseudo r1, 9, 0\nexit", "unrecognized bpf_ld_imm64 insn"),
        ("callx r1\nexit", "unknown opcode 8d"),
    ],
)
def test_malformed_programs_are_refused_in_the_kernels_words(text, message):
    if message is None:
        check_structure(assemble(text), features_of("6.1"))
    else:
        assert _refusal(assemble(text), features_of("6.1")) == message


@pytest.mark.parametrize(
    ("insn", "message"),
    [
        (Insn(0x8F), "unknown opcode 8f"),
        (Insn(0xFF), "unknown opcode ff"),
        (Insn(0x00), "unknown opcode 00"),
        (Insn(0x0F, 11), "R11 is invalid"),
        (Insn(0x0F, 1, 12), "R12 is invalid"),
        (Insn(0x63, 1, 15), "R15 is invalid"),
        (Insn(0x0F, 1, 2, imm=1), "BPF_ALU uses reserved fields"),
        (Insn(0x07, 1, 2, imm=1), "BPF_ALU uses reserved fields"),
        (Insn(0x37, 1, 0, 1, 3), "BPF_ALU uses reserved fields"),
        (Insn(0x87, 1, imm=1), "BPF_NEG uses reserved fields"),
        (Insn(0xD4, 1, imm=8), "BPF_END uses reserved fields"),
        (Insn(0xBF, 1, 2, 8), "BPF_MOV uses reserved fields"),
        (Insn(0xB7, 1, 2), "BPF_MOV uses reserved fields"),
        (Insn(0x61, 1, 2, imm=1), "BPF_LDX uses reserved fields"),
        (Insn(0x81, 1, 2), "BPF_LDX uses reserved fields"),
        (Insn(0x62, 1, 2), "BPF_ST uses reserved fields"),
        (Insn(0x63, 1, 2, imm=4), "BPF_STX uses reserved fields"),
        (Insn(0xDB, 1, 2, imm=0x90), "BPF_ATOMIC uses invalid atomic opcode 90"),
        (Insn(0xCB, 1, 2), "unknown opcode cb"),
        (Insn(0x20, 1), "BPF_LD_[ABS|IND] uses reserved fields"),
        (Insn(0x85, 1), "BPF_CALL uses reserved fields"),
        (Insn(0x85, 0, 3), "BPF_CALL uses reserved fields"),
        (Insn(0x85, 0, 0, 1), "BPF_CALL uses reserved fields"),
        (Insn(0x95, imm=1), "BPF_EXIT uses reserved fields"),
        (Insn(0x05, 1), "BPF_JA uses reserved fields"),
        (Insn(0x1D, 1, 2, imm=1), "BPF_JMP/JMP32 uses reserved fields"),
        (Insn(0x16, 1, 2), "BPF_JMP/JMP32 uses reserved fields"),
        (Insn(0xD7, 1, imm=16), "unknown opcode d7"),
        (Insn(0x06), "unknown opcode 06"),
    ],
)
def test_each_slot_is_checked(insn, message):
    assert _refusal(encode([insn, EXIT])) == message


def test_ldimm64_needs_a_clean_second_slot():
    assert _refusal(encode([Insn(0x18, 1), Insn(0, 1), EXIT])) == "invalid bpf_ld_imm64 insn"
    code = encode([Insn(0x18, 1, 0, 3), Insn(0), EXIT])
    assert _refusal(code) == "BPF_LD_IMM64 uses reserved fields"


@pytest.mark.parametrize(
    "text",
    [
        "r1 = (s8)r2",
        "r1 s/= r2",
        "w1 s%= 3",
        "r1 = *(s16 *)(r2 + 0)",
        "r1 = bswap64 r1",
        "gotol +0",
    ],
)
def test_instructions_of_v4_need_their_feature(text):
    code = assemble(text + "\nexit")
    assert _refusal(code)
    check_structure(code, {ISA_V4})


def test_widths_that_no_isa_has_are_refused_with_v4_too():
    assert _refusal(encode([Insn(0xBC, 1, 2, 32), EXIT]), (ISA_V4,))
    assert _refusal(encode([Insn(0x0F, 1, 2, 1), EXIT]), (ISA_V4,))


@pytest.mark.parametrize("nr_insns", [0, 1_000_001])
def test_programs_of_impossible_length_are_refused(nr_insns):
    with pytest.raises(VerifierError, match="instructions is refused"):
        check_structure(bytes(8 * nr_insns))


def test_a_program_has_at_most_256_functions():
    def program(nr: int) -> bytes:
        calls = "".join(f"call f{i}\n" for i in range(nr))
        return assemble(calls + "exit\n" + "".join(f"f{i}: r0 = 0\nexit\n" for i in range(nr)))

    check_structure(program(255))
    assert _refusal(program(256)) == "too many subprograms"


def test_a_program_of_half_an_instruction_is_refused():
    assert _refusal(bytes(12)) == "invalid program size"


@pytest.mark.corpus
def test_every_program_of_the_corpus_passes():
    for path in corpus_objects():
        for prog in open_object(path).programs:
            check_structure(prog.insns)
