"""Ranges are sound: a number that they have stays among them, whatever is done to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.bpf import isa
from sim.bpf.verifier.alu_bounds import scalar_alu
from sim.bpf.verifier.bounds import (
    UNKNOWN,
    Bounds,
    Draft,
    known,
    range_within,
    s32,
    s64,
)
from sim.bpf.verifier.branches import is_scalar_branch_taken, set_min_max

_U64 = (1 << 64) - 1
_U32 = (1 << 32) - 1
_EDGES = [0, 1, 7, 31, 32, 63, 64, 255, _U32, _U32 + 1, 1 << 31, 1 << 63, _U64, _U64 - 1]
_WORDS = st.one_of(
    st.integers(0, _U64),
    st.integers(0, 300),
    st.integers(_U64 - 300, _U64),
    st.sampled_from(_EDGES),
)
_JUMPS = (
    isa.BPF_JEQ,
    isa.BPF_JNE,
    isa.BPF_JGT,
    isa.BPF_JGE,
    isa.BPF_JLT,
    isa.BPF_JLE,
    isa.BPF_JSGT,
    isa.BPF_JSGE,
    isa.BPF_JSLT,
    isa.BPF_JSLE,
    isa.BPF_JSET,
)
_ALU = (
    isa.BPF_ADD,
    isa.BPF_SUB,
    isa.BPF_MUL,
    isa.BPF_AND,
    isa.BPF_OR,
    isa.BPF_XOR,
    isa.BPF_LSH,
    isa.BPF_RSH,
    isa.BPF_ARSH,
)


def _has(b: Bounds, value: int) -> bool:
    low = value & _U32
    return (
        value & ~b.var_off[1] & _U64 == b.var_off[0]
        and b.umin <= value <= b.umax
        and b.smin <= s64(value) <= b.smax
        and b.u32_min <= low <= b.u32_max
        and b.s32_min <= s32(low) <= b.s32_max
    )


def _holds(op: int, value: int, operand: int, is_32: bool) -> bool:
    """Say whether ``value op operand`` is true."""
    bits = _U32 if is_32 else _U64
    a, b = value & bits, operand & bits
    x, y = (s32(a), s32(b)) if is_32 else (s64(a), s64(b))
    return {
        isa.BPF_JEQ: a == b,
        isa.BPF_JNE: a != b,
        isa.BPF_JGT: a > b,
        isa.BPF_JGE: a >= b,
        isa.BPF_JLT: a < b,
        isa.BPF_JLE: a <= b,
        isa.BPF_JSGT: x > y,
        isa.BPF_JSGE: x >= y,
        isa.BPF_JSLT: x < y,
        isa.BPF_JSLE: x <= y,
        isa.BPF_JSET: bool(a & b),
    }[op]


@st.composite
def members(draw: st.DrawFn) -> tuple[Bounds, int]:
    """Draw what a few comparisons leave known of a number, and that number."""
    value = draw(_WORDS)
    if draw(st.integers(0, 5)) == 0:
        return known(value), value
    bounds = UNKNOWN
    for _ in range(draw(st.integers(0, 4))):
        op, is_32 = draw(st.sampled_from(_JUMPS)), draw(st.booleans())
        operand = draw(st.one_of(_WORDS, st.just(value), st.just(value + 1 & _U64)))
        taken, fallen = set_min_max(bounds, op, operand, is_32=is_32)
        bounds = taken if _holds(op, value, operand, is_32) else fallen
    return bounds, value


@given(members())
def test_comparisons_keep_the_number(member: tuple[Bounds, int]) -> None:
    assert _has(*member)


@given(members(), _WORDS, st.sampled_from(_JUMPS), st.booleans())
def test_a_branch_that_is_ruled_out_is_not_taken(
    member: tuple[Bounds, int], operand: int, op: int, is_32: bool
) -> None:
    taken = is_scalar_branch_taken(member[0], operand, op, is_32=is_32)
    if taken >= 0:
        assert bool(taken) == _holds(op, member[1], operand, is_32)


def _computed(op: int, a: int, b: int, is_32: bool) -> int:
    bits, width = (_U32, 32) if is_32 else (_U64, 64)
    a, b = a & bits, b & bits
    shift = b & (width - 1)
    signed = s32(a) if is_32 else s64(a)
    return {
        isa.BPF_ADD: a + b,
        isa.BPF_SUB: a - b,
        isa.BPF_MUL: a * b,
        isa.BPF_AND: a & b,
        isa.BPF_OR: a | b,
        isa.BPF_XOR: a ^ b,
        isa.BPF_LSH: a << shift,
        isa.BPF_RSH: a >> shift,
        isa.BPF_ARSH: signed >> shift,
    }[op] & bits


@given(members(), members(), st.sampled_from(_ALU), st.booleans())
def test_arithmetic_is_sound(
    dst: tuple[Bounds, int], src: tuple[Bounds, int], op: int, is_32: bool
) -> None:
    result = scalar_alu(op, dst[0], src[0], is_32=is_32)
    if result is not None:
        assert _has(result, _computed(op, dst[1], src[1], is_32))


@given(_WORDS, _WORDS, st.sampled_from(_ALU[:6]), st.booleans())
def test_arithmetic_of_known_numbers_is_exact(a: int, b: int, op: int, is_32: bool) -> None:
    assert scalar_alu(op, known(a), known(b), is_32=is_32) == known(_computed(op, a, b, is_32))


@given(members(), st.sampled_from([1, 2, 4]))
def test_loads_of_fewer_bytes_keep_them(member: tuple[Bounds, int], size: int) -> None:
    draft = Draft.of(member[0])
    draft.coerce_to_size(size)
    assert _has(draft.done(), member[1] & (1 << 8 * size) - 1)


@given(members())
def test_zero_extension_keeps_the_low_half(member: tuple[Bounds, int]) -> None:
    draft = Draft.of(member[0])
    draft.zext_32_to_64()
    draft.sync()
    assert _has(draft.done(), member[1] & _U32)


@given(members())
def test_synchronising_only_narrows(member: tuple[Bounds, int]) -> None:
    draft = Draft.of(member[0])
    draft.sync()
    assert range_within(member[0], draft)
    assert _has(draft.done(), member[1])
