from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.base.errors import AsmError
from sim.bpf import isa
from sim.bpf.asm import assemble, assemble_insns
from sim.bpf.disasm import disassemble
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.helpers import HELPERS
from sim.bpf.isa import Insn

# Text and bytes, each one a form of its own.
FORMS = [
    ("r1 += r2", "0f21000000000000"),
    ("w1 += -5", "04010000fbffffff"),
    ("r3 s>>= 4", "c703000004000000"),
    ("r1 = -r1", "8701000000000000"),
    ("w1 = -w1", "8401000000000000"),
    ("r1 = be16 r1", "dc01000010000000"),
    ("r1 = le64 r1", "d401000040000000"),
    ("r1 = bswap32 r1", "d701000020000000"),
    ("r1 = (s8)r2", "bf21080000000000"),
    ("r1 = (s32)r2", "bf21200000000000"),
    ("w1 = (s16)w2", "bc21100000000000"),
    ("r1 s/= r2", "3f21010000000000"),
    ("w1 s%= 7", "9401010007000000"),
    ("r1 %= 7", "9701000007000000"),
    ("r1 = *(u8 *)(r2 + 0)", "7121000000000000"),
    ("r1 = *(u64 *)(r10 - 8)", "79a1f8ff00000000"),
    ("r1 = *(s16 *)(r2 + 6)", "8921060000000000"),
    ("*(u32 *)(r10 - 4) = r0", "630afcff00000000"),
    ("*(u64 *)(r10 - 8) = -1", "7a0af8ffffffffff"),
    ("lock *(u64 *)(r1 + 0) += r2", "db21000000000000"),
    ("lock *(u32 *)(r1 + 0) &= w2", "c321000050000000"),
    ("r2 = atomic_fetch_or((u64 *)(r1 - 4), r2)", "db21fcff41000000"),
    ("w2 = atomic_fetch_add((u32 *)(r1 + 4), w2)", "c321040001000000"),
    ("r2 = xchg_64(r1 + 0, r2)", "db210000e1000000"),
    ("w2 = xchg32_32(r1 + 0, w2)", "c3210000e1000000"),
    ("r0 = cmpxchg_64(r1 + 0, r0, r2)", "db210000f1000000"),
    ("w0 = cmpxchg32_32(r1 + 0, w0, w2)", "c3210000f1000000"),
    ("if r1 s>= r2 goto +3", "7d21030000000000"),
    ("if w1 & 15 goto -2", "4601feff0f000000"),
    ("goto +0", "0500000000000000"),
    ("gotol -70000", "0600000090eefeff"),
    ("call 14", "850000000e000000"),
    ("call pc-3", "85100000fdffffff"),
    ("call kfunc#77", "852000004d000000"),
    ("callx r3", "8d03000000000000"),
    ("may_goto -3", "e500fdff00000000"),
    ("r1 = addr_space_cast(r2, 0, 1)", "bf21010001000000"),
    ("r1 = addr_space_cast(r2, 1, 0)", "bf21010000000100"),
    ("exit", "9500000000000000"),
    ("r1 = -1 ll", "18010000ffffffff00000000ffffffff"),
    ("r2 = 4294967295 ll", "18020000ffffffff0000000000000000"),
    ("ld_pseudo\tr1, 1, 5", "18110000050000000000000000000000"),
    ("ld_pseudo\tr1, 2, 5, 16", "18210000050000000000000010000000"),
    ("r0 = *(u16 *)skb[12]", "280000000c000000"),
    ("r0 = *(u32 *)skb[r7]", "4070000000000000"),
    (".8byte 0xdeadbeef", "efbeadde00000000"),
]


@pytest.mark.parametrize(("text", "code"), FORMS, ids=[text for text, _ in FORMS])
def test_every_form_assembles_to_its_bytes_and_back(text, code):
    assert assemble(text).hex() == code
    assert disassemble(bytes.fromhex(code), exact=True)[0] == f"       0:\t{text}"


def test_registers_of_narrow_loads_may_be_spelled_either_way():
    assert assemble("w1 = *(u32 *)(r2 + 4)") == assemble("r1 = *(u32 *)(r2 + 4)")
    assert assemble("*(u8 *)(r2 + 4) = w3") == assemble("*(u8 *)(r2 + 4) = r3")


def test_labels_are_resolved_forwards_and_backwards():
    insns = assemble_insns(
        """
        top: r1 = 0x10 ll    # two slots
             if r1 == 3 goto out
             goto top        // again
        out: call sub
             exit
        sub:
             w0 = 0
             exit
        """
    )
    assert insns[2] == Insn(isa.BPF_JMP | isa.BPF_JEQ, 1, 0, 1, 3)
    assert insns[3].off == -4
    assert insns[4] == Insn(isa.BPF_JMP | isa.BPF_CALL, 0, isa.BPF_PSEUDO_CALL, 0, 1)


def test_a_listing_with_labels_and_raw_bytes_assembles_to_what_was_listed():
    code = assemble("r1 = 7 ll\nl: r1 += -1\nif r1 != 0 goto l\nexit")
    listing = "\n".join(disassemble(code, raw=True, symbols={0: "prog", 16: "l"}))
    assert "<l>:" in listing
    assert "goto -2 <l>" in listing
    assert assemble("Disassembly of section kprobe/x:\n\n" + listing) == code


@given(st.binary(min_size=8, max_size=48).map(lambda b: b[: len(b) // 8 * 8]))
@settings(max_examples=300, deadline=None)
def test_exact_disassembly_of_any_bytes_assembles_to_them(code):
    assert assemble("\n".join(disassemble(code, exact=True))) == code


@given(st.binary(min_size=8, max_size=48).map(lambda b: b[: len(b) // 8 * 8]))
@settings(max_examples=100, deadline=None)
def test_exact_text_comes_back_from_its_bytes_unchanged(code):
    text = disassemble(code, exact=True)
    assert disassemble(assemble("\n".join(text)), exact=True) == text


@pytest.mark.parametrize(
    ("text", "line", "column", "problem"),
    [
        ("r1 = 1\n  r2 ?= 3", 2, 6, "unexpected character '?'"),
        ("r1 += r99", 1, 7, "expected a number"),
        ("r1 += w2", 1, 7, "64-bit register"),
        ("w1 += 4294967296", 1, 7, "not within"),
        ("r1 = 4294967296", 1, 6, "does not fit 32 bits"),
        ("if r1 = 2 goto +1", 1, 7, "a comparison"),
        ("goto nowhere", 1, 6, "no label 'nowhere'"),
        ("call bpf_map_lookup_elen", 1, 6, "no label or helper is called 'bpf_map_lookup_elen'"),
        ("exit; exit\nexit; fail", 2, 7, "an instruction"),
        ("r1 += 0xffffffff", 1, 7, "4294967295 is not within"),
        ("r1 = 4294967296", 1, 6, "does not fit 32 bits"),
        ("w1 = 4294967296", 1, 6, "does not fit 32 bits"),
        ("r1 = 0x", 1, 7, "end of the statement"),
        ("r1 = 08", 1, 6, "a number"),
        ("r1 = " + "9" * 5000, 1, 6, "a number"),
        ("r1 = \u0661", 1, 6, "unexpected character"),
        ("a: exit\na: exit", 2, 1, "twice"),
        ("exit exit", 1, 6, "end of the statement"),
        ("r1 = *(u24 *)(r2 + 0)", 1, 8, "u8"),
        ("r1 = *(u32 *)(r2)", 1, 17, "'+' or '-'"),
        ("*(u64 *)(r1 + 40000) = r2", 1, 13, "not within"),
        ("r1 = be16 r2", 1, 11, "assigned to"),
        ("r2 = xchg_64(r1 + 0, r3)", 1, 22, "assigned to"),
        ("frob r1", 1, 1, "an instruction"),
        ("call", 1, 5, "a helper, a label or a number, found the end of the statement"),
        ("w1 = *(s8 *)(r2 + 0)", 1, 8, "32-bit register"),
    ],
)
def test_errors_say_line_and_column(text, line, column, problem):
    with pytest.raises(AsmError) as caught:
        assemble(text)
    assert caught.value.where == f"line {line}, column {column}"
    assert problem in caught.value.problem


def test_an_error_shows_the_line_and_points_at_the_place():
    with pytest.raises(AsmError) as caught:
        assemble("exit\n\t  r1 += r99 // too many\n")
    assert caught.value.reason == "r1 += r99 // too many\n      ^"
    assert str(caught.value).splitlines()[2:4] == [
        "  why:   r1 += r99 // too many",
        "               ^",
    ]


def test_an_error_shows_a_part_of_a_long_line():
    with pytest.raises(AsmError) as caught:
        assemble(
            "exit // " + "x" * 10_000 + "\n" + "exit;" * 300 + "fail; \x1b[2J;" + "exit;" * 300
        )
    shown, caret = caught.value.reason.split("\n")
    assert len(shown) <= 100
    assert shown[len(caret) - 1 :].startswith("fail")


def test_helpers_are_called_by_name_unless_a_label_has_it():
    assert assemble("call bpf_map_lookup_elem").hex() == "8500000001000000"
    assert assemble("call bpf_cgrp_storage_delete").hex() == "85000000d3000000"
    code = assemble("call bpf_loop\nexit\nbpf_loop: exit")
    assert code[:8].hex() == "8510000001000000"


def test_every_helper_has_the_name_that_the_machine_knows_it_by():
    for helper in HELPERS.values():
        assert HELPER_IDS[helper.name] == helper.id
    assert list(HELPER_IDS.values()) == list(range(1, 212))


def test_to_32_bit_operations_a_number_may_be_unsigned():
    for unsigned, signed in (
        ("w1 = 0xffffffff", "w1 = -1"),
        ("w1 &= 0xffff0000", "w1 &= -65536"),
        ("if w1 == 0x80000000 goto +1", "if w1 == -2147483648 goto +1"),
        ("*(u32 *)(r1 + 0) = 0xdeadbeef", "*(u32 *)(r1 + 0) = -559038737"),
        ("W1 = 5", "w1 = +5"),
    ):
        assert assemble(unsigned) == assemble(signed)


def test_the_register_of_llvms_own_is_spelled_and_no_other():
    assert assemble("r11 = 5").hex() == "b70b000005000000"
    assert disassemble(bytes.fromhex("b70b000005000000")) == ["       0:\tr11 = 5"]
    assert disassemble(bytes.fromhex("b70c000005000000")) == ["       0:\t<unknown>"]


def test_statements_may_share_a_line_and_numbers_have_llvms_bases():
    one = assemble("r0 = 0x10; r0 += 0b101; r0 -= 017; exit # done; really")
    assert one == assemble("r0 = 16\nr0 += 5\nr0 -= 15\nexit")
    assert assemble("; int x = 5;\n  ; }\nexit") == assemble("exit")


SOUP = """
r1 w2 r10 r0 = += s/= - + * ( ) u32 u64 s16 *) lock if goto gotol call exit ll pc kfunc # 7 -1 0x10
99999999999 skb [ ] le16 bswap64 atomic_fetch_add xchg_64 cmpxchg32_32 , ; : x x: bpf_loop ld_pseudo
.8byte may_goto addr_space_cast < > & == s<= 0: .quad
"""
WORDS = st.sampled_from([*SOUP.split(), "\n"])


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join)))
@settings(max_examples=500, deadline=None)
def test_any_text_is_assembled_or_refused_with_its_place(text):
    try:
        code = assemble(text)
    except AsmError as error:
        assert error.where.startswith("line ")
    else:
        assert assemble("\n".join(disassemble(code, exact=True))) == code


def test_a_label_too_far_for_a_jump_is_refused_and_gotol_reaches_it():
    body = "r0 = 0\n" * 40_000
    with pytest.raises(AsmError, match="instructions away"):
        assemble("goto end\n" + body + "end: exit")
    assert assemble_insns("gotol end\n" + body + "end: exit")[0].imm == 40_000
