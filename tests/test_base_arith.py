"""The operations of `sim.base.arith`: the compiled form equals the plain one, which is right."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sim.base import arith
from sim.base.arith import (
    add64,
    bits_to_float,
    bswap64,
    ctz64,
    float_to_bits,
    lshr64,
    mul64,
    mulhi64,
    rotl64,
    sar64,
    sdiv64,
    sext8,
    sext16,
    sext32,
    shl64,
    smod64,
    sub64,
    udiv64,
    ult64,
    umod64,
    zext32,
)
from sim.base.compile import compiled

MIN, MAX, M64 = -(1 << 63), (1 << 63) - 1, (1 << 64) - 1
BINARY = ("add64", "sub64", "mul64", "mulhi64", "shl64", "lshr64", "sar64", "rotl64")
DIVIDING = ("udiv64", "umod64", "sdiv64", "smod64", "ult64")
UNARY = ("zext32", "sext8", "sext16", "sext32", "bswap64", "ctz64")
NAMES = (*BINARY, *DIVIDING, *UNARY)
EDGES = sorted(
    {0, 1, -1, 2, 7, -7, MIN, MIN + 1, MAX, MAX - 1}
    | {1 << n for n in (7, 8, 15, 16, 31, 32, 33, 62)}
    | {-(1 << n) for n in (7, 8, 15, 16, 31, 32, 33, 62)}
    | {(1 << n) - 1 for n in (7, 8, 15, 16, 31, 32)}
    | {31, 32, 33, 63, 64, 65, 127, 128, -63, -64, -65}
)
int64s = st.integers(MIN, MAX) | st.sampled_from(EDGES)


@compiled("int64(int64,int64,int64)", python=True)
def _compiled_binary(which: int, a: int, b: int) -> int:
    if which == 0:
        return add64(a, b)
    if which == 1:
        return sub64(a, b)
    if which == 2:
        return mul64(a, b)
    if which == 3:
        return mulhi64(a, b)
    if which == 4:
        return shl64(a, b)
    if which == 5:
        return lshr64(a, b)
    if which == 6:
        return sar64(a, b)
    if which == 7:
        return rotl64(a, b)
    if which == 8:
        return udiv64(a, b)
    if which == 9:
        return umod64(a, b)
    if which == 10:
        return sdiv64(a, b)
    if which == 11:
        return smod64(a, b)
    return 1 if ult64(a, b) else 0


@compiled("int64(int64,int64)", python=True)
def _compiled_unary(which: int, a: int) -> int:
    if which == 0:
        return zext32(a)
    if which == 1:
        return sext8(a)
    if which == 2:
        return sext16(a)
    if which == 3:
        return sext32(a)
    if which == 4:
        return bswap64(a)
    return ctz64(a)


@compiled("int64(int64)", python=True)
def _through_float(a: int) -> int:
    return float_to_bits(bits_to_float(a))


@compiled("int64(int64,int64)", python=True)
def _float_sum(a: int, b: int) -> int:
    return float_to_bits(bits_to_float(a) + bits_to_float(b))


def _compiled(name: str, a: int, b: int) -> int:
    if name in UNARY:
        return _compiled_unary(UNARY.index(name), a)
    return _compiled_binary((*BINARY, *DIVIDING).index(name), a, b)


def _plain(name: str, a: int, b: int) -> int:
    function = getattr(arith, name)
    return int(function(a) if name in UNARY else function(a, b))


def _signed(value: int) -> int:
    value &= M64
    return value - (1 << 64) if value >> 63 else value


def _truncated(a: int, d: int) -> int:
    quotient = abs(a) // abs(d)
    return quotient if (a < 0) == (d < 0) else -quotient


def _rotated(a: int, n: int) -> int:
    bits = f"{a & M64:064b}"
    return int(bits[n % 64 :] + bits[: n % 64], 2)


# each operation on unbounded integers; the result is reduced to 64 bits
MEANING = {
    "add64": lambda a, b: a + b,
    "sub64": lambda a, b: a - b,
    "mul64": lambda a, b: a * b,
    "mulhi64": lambda a, b: (a & M64) * (b & M64) >> 64,
    "shl64": lambda a, b: a * 2 ** (b % 64),
    "lshr64": lambda a, b: (a & M64) // 2 ** (b % 64),
    "sar64": lambda a, b: a // 2 ** (b % 64),
    "rotl64": _rotated,
    "udiv64": lambda a, b: (a & M64) // (b & M64) if b else 0,
    "umod64": lambda a, b: (a & M64) % (b & M64) if b else a,
    "sdiv64": lambda a, b: _truncated(a, b) if b else 0,
    "smod64": lambda a, b: a - b * _truncated(a, b) if b else a,
    "ult64": lambda a, b: int((a & M64) < (b & M64)),
    "zext32": lambda a, b: a % (1 << 32),
    "sext8": lambda a, b: (a + 128) % 256 - 128,
    "sext16": lambda a, b: (a + (1 << 15)) % (1 << 16) - (1 << 15),
    "sext32": lambda a, b: (a + (1 << 31)) % (1 << 32) - (1 << 31),
    "bswap64": lambda a, b: int.from_bytes((a & M64).to_bytes(8, "big"), "little"),
    "ctz64": lambda a, b: len(f"{a & M64:b}") - len(f"{a & M64:b}".rstrip("0")) if a else 64,
}


def test_every_operation_is_compared() -> None:
    floats = {"bits_to_float", "float_to_bits"}
    assert set(arith.__all__) - floats == set(NAMES) == set(MEANING)


@pytest.mark.parametrize("name", NAMES)
def test_edge_values_compiled_plain_and_by_meaning(name: str) -> None:
    others = (0,) if name in UNARY else EDGES
    for a, b in itertools.product(EDGES, others):
        expected = _signed(MEANING[name](a, b))
        assert _plain(name, a, b) == expected, f"plain {name}({a}, {b})"
        assert _compiled(name, a, b) == expected, f"compiled {name}({a}, {b})"


@given(st.sampled_from(NAMES), int64s, int64s)
@example("sdiv64", MIN, -1)
@example("smod64", MIN, -1)
@settings(max_examples=600, deadline=None)
def test_any_values_compiled_plain_and_by_meaning(name: str, a: int, b: int) -> None:
    expected = _signed(MEANING[name](a, b))
    assert _plain(name, a, b) == expected
    assert _compiled(name, a, b) == expected


@given(int64s, int64s)
@settings(max_examples=200, deadline=None)
def test_a_dividend_is_quotient_times_divisor_plus_remainder(a: int, d: int) -> None:
    for quotient, remainder in ((udiv64, umod64), (sdiv64, smod64)):
        assert add64(mul64(quotient(a, d), d), remainder(a, d)) == a


@given(int64s)
@settings(max_examples=200, deadline=None)
def test_swapping_and_rotating_undo_themselves(a: int) -> None:
    assert bswap64(bswap64(a)) == a
    assert rotl64(rotl64(a, 13), 64 - 13) == a
    assert sub64(0, sub64(0, a)) == a


@given(int64s)
@settings(max_examples=200, deadline=None)
def test_a_float_keeps_its_bits(a: int) -> None:
    if math.isnan(bits_to_float(a)):
        return
    assert float_to_bits(bits_to_float(a)) == a
    assert _through_float(a) == a


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
@settings(max_examples=200, deadline=None)
def test_float_sums_have_the_same_bits_compiled_and_plain(x: float, y: float) -> None:
    if math.isnan(x + y):
        return
    assert _float_sum(float_to_bits(x), float_to_bits(y)) == float_to_bits(x + y)
