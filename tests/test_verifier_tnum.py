"""Tristate numbers are sound: whatever the operands are, the result is among what comes out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.bpf.verifier import tnum as t

_U64 = (1 << 64) - 1
_WORDS = st.one_of(
    st.integers(0, _U64), st.integers(0, 64), st.integers(_U64 - 64, _U64), st.just(1 << 63)
)


@st.composite
def members(draw: st.DrawFn) -> tuple[t.Tnum, int]:
    """Draw a tnum and a number that it describes."""
    value, mask, bits = draw(_WORDS), draw(_WORDS), draw(_WORDS)
    return (value & ~mask, mask), value & ~mask | bits & mask


def _has(number: t.Tnum, value: int) -> bool:
    return value & ~number[1] & _U64 == number[0]


_OPS: list[tuple[Callable[[t.Tnum, t.Tnum], t.Tnum], Callable[[int, int], int]]] = [
    (t.tnum_add, lambda a, b: a + b),
    (t.tnum_sub, lambda a, b: a - b),
    (t.tnum_mul, lambda a, b: a * b),
    (t.tnum_and, lambda a, b: a & b),
    (t.tnum_or, lambda a, b: a | b),
    (t.tnum_xor, lambda a, b: a ^ b),
]


@pytest.mark.parametrize(("op", "concrete"), _OPS, ids=[op.__name__ for op, _ in _OPS])
@given(a=members(), b=members())
def test_operations_are_sound(
    op: Callable[[t.Tnum, t.Tnum], t.Tnum],
    concrete: Callable[[int, int], int],
    a: tuple[t.Tnum, int],
    b: tuple[t.Tnum, int],
) -> None:
    result = op(a[0], b[0])
    assert not result[0] & result[1]
    assert _has(result, concrete(a[1], b[1]) & _U64)


@given(a=members(), shift=st.integers(0, 63))
def test_shifts_are_sound(a: tuple[t.Tnum, int], shift: int) -> None:
    number, value = a
    assert _has(t.tnum_lshift(number, shift), value << shift & _U64)
    assert _has(t.tnum_rshift(number, shift), value >> shift)
    signed = value - (1 << 64) if value >> 63 else value
    assert _has(t.tnum_arshift(number, shift, 64), signed >> shift & _U64)
    low = value & 0xFFFF_FFFF
    signed = low - (1 << 32) if low >> 31 else low
    narrow = t.tnum_arshift(t.tnum_subreg(number), shift % 32, 32)
    assert _has(narrow, signed >> shift % 32 & 0xFFFF_FFFF)


def _all_tnums(bits: int) -> list[t.Tnum]:
    size = 1 << bits
    return [(value, mask) for value in range(size) for mask in range(size) if not value & mask]


def _members(number: t.Tnum, bits: int) -> list[int]:
    return [value for value in range(1 << bits) if value & ~number[1] == number[0]]


@pytest.mark.parametrize(("op", "concrete"), _OPS, ids=[op.__name__ for op, _ in _OPS])
def test_operations_are_sound_for_all_of_three_bits(
    op: Callable[[t.Tnum, t.Tnum], t.Tnum], concrete: Callable[[int, int], int]
) -> None:
    for a in _all_tnums(3):
        for b in _all_tnums(3):
            result = op(a, b)
            for x in _members(a, 3):
                for y in _members(b, 3):
                    assert _has(result, concrete(x, y) & _U64), (a, b, x, y)


def test_bitwise_operations_are_exact_for_all_of_three_bits() -> None:
    for op, concrete in _OPS[3:]:
        for a in _all_tnums(3):
            for b in _all_tnums(3):
                found = {concrete(x, y) for x in _members(a, 3) for y in _members(b, 3)}
                assert set(_members(op(a, b), 3)) == found


@given(low=_WORDS, high=_WORDS, value=_WORDS)
def test_a_range_has_its_numbers(low: int, high: int, value: int) -> None:
    low, high = min(low, high), max(low, high)
    inside = low + value % (high - low + 1)
    assert _has(t.tnum_range(low, high), inside)


@given(a=members(), mask=_WORDS)
def test_an_intersection_has_what_both_have(a: tuple[t.Tnum, int], mask: int) -> None:
    number, value = a
    other = value & ~mask, mask
    both = t.tnum_intersect(number, other)
    assert _has(both, value)
    assert t.tnum_in(number, both)
    assert t.tnum_in(other, both)


@given(a=members(), b=members())
def test_tnum_in_means_that_members_are_members(
    a: tuple[t.Tnum, int], b: tuple[t.Tnum, int]
) -> None:
    if t.tnum_in(a[0], b[0]):
        assert _has(a[0], b[1])


@given(a=members(), size=st.sampled_from([1, 2, 4, 8]))
def test_casts_keep_the_low_bytes(a: tuple[t.Tnum, int], size: int) -> None:
    assert _has(t.tnum_cast(a[0], size), a[1] & (1 << 8 * size) - 1)
    if t.tnum_is_aligned(a[0], size):
        assert a[1] % size == 0


def test_tnums_print_as_in_the_log() -> None:
    assert t.tnum_str((0, 0xFF)) == "(0x0; 0xff)"
