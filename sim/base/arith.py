"""Arithmetic of the simulated machine: 64- and 32-bit, wrapping, on signed int64.

Python's ints do not wrap, NumPy's scalars warn, and Numba's mixing of signed and unsigned is
silent, so whatever can wrap, shift, divide or mix widths goes through the operations here. All
values are int64 bit patterns; "unsigned" says how an operation reads them.

Division follows RFC 9669: by zero gives 0, modulo zero gives the dividend.

**Rule:** shift counts are masked (63 or 31), as BPF and x86-64 mask them.

**Not modelled:** flags.
"""

from __future__ import annotations

import struct
from typing import Any

from sim.base.lowering import I32, I64, ir, lowered, lowered_as

__all__ = [
    "add64",
    "bits_to_float",
    "bswap64",
    "ctz64",
    "float_to_bits",
    "lshr64",
    "mul64",
    "mulhi64",
    "rotl64",
    "sar64",
    "sdiv64",
    "sext8",
    "sext16",
    "sext32",
    "shl64",
    "smod64",
    "sub64",
    "udiv64",
    "ult64",
    "umod64",
    "zext32",
]

M64 = (1 << 64) - 1
S64 = 1 << 63


def _signed(value: int) -> int:
    return ((value + S64) & M64) - S64


def add64(a: int, b: int) -> int:
    """Return a + b, wrapped."""
    return _signed(a + b)


@lowered(add64, 2)
def _add64(b: Any, x: Any, y: Any) -> Any:
    return b.add(x, y)


def sub64(a: int, b: int) -> int:
    """Return a − b, wrapped."""
    return _signed(a - b)


@lowered(sub64, 2)
def _sub64(b: Any, x: Any, y: Any) -> Any:
    return b.sub(x, y)


def mul64(a: int, b: int) -> int:
    """Return a × b, wrapped."""
    return _signed(a * b)


@lowered(mul64, 2)
def _mul64(b: Any, x: Any, y: Any) -> Any:
    return b.mul(x, y)


def mulhi64(a: int, b: int) -> int:
    """Return the upper 64 bits of the unsigned product."""
    return _signed(((a & M64) * (b & M64)) >> 64)


@lowered(mulhi64, 2)
def _mulhi64(b: Any, x: Any, y: Any) -> Any:
    i128 = ir.IntType(128)
    wide = b.mul(b.zext(x, i128), b.zext(y, i128))
    return b.trunc(b.lshr(wide, ir.Constant(i128, 64)), I64)


def shl64(a: int, n: int) -> int:
    """Return a shifted left by n mod 64."""
    return _signed(a << (n & 63))


@lowered(shl64, 2)
def _shl64(b: Any, x: Any, n: Any) -> Any:
    return b.shl(x, b.and_(n, ir.Constant(I64, 63)))


def lshr64(a: int, n: int) -> int:
    """Return a shifted right by n mod 64, zeros coming in."""
    return _signed((a & M64) >> (n & 63))


@lowered(lshr64, 2)
def _lshr64(b: Any, x: Any, n: Any) -> Any:
    return b.lshr(x, b.and_(n, ir.Constant(I64, 63)))


def sar64(a: int, n: int) -> int:
    """Return a shifted right by n mod 64, the sign coming in."""
    return a >> (n & 63)


@lowered(sar64, 2)
def _sar64(b: Any, x: Any, n: Any) -> Any:
    return b.ashr(x, b.and_(n, ir.Constant(I64, 63)))


def rotl64(a: int, n: int) -> int:
    """Return a rotated left by n mod 64."""
    return shl64(a, n) | (lshr64(a, 64 - (n & 63)) if n & 63 else 0)


@lowered(rotl64, 2)
def _rotl64(b: Any, x: Any, n: Any) -> Any:
    mask = ir.Constant(I64, 63)
    left = b.shl(x, b.and_(n, mask))
    return b.or_(left, b.lshr(x, b.and_(b.neg(n), mask)))


def _guarded(b: Any, divisor: Any, when_zero: Any, divide: Any) -> Any:
    """Divide by 1 when the divisor is 0, and select *when_zero* then."""
    zero = ir.Constant(I64, 0)
    is_zero = b.icmp_unsigned("==", divisor, zero)
    safe = b.select(is_zero, ir.Constant(I64, 1), divisor)
    return b.select(is_zero, when_zero, divide(safe))


def udiv64(a: int, d: int) -> int:
    """Return the unsigned quotient; 0 when *d* is 0."""
    return _signed((a & M64) // (d & M64)) if d else 0


@lowered(udiv64, 2)
def _udiv64(b: Any, x: Any, d: Any) -> Any:
    return _guarded(b, d, ir.Constant(I64, 0), lambda safe: b.udiv(x, safe))


def umod64(a: int, d: int) -> int:
    """Return the unsigned remainder; *a* when *d* is 0."""
    return _signed((a & M64) % (d & M64)) if d else a


@lowered(umod64, 2)
def _umod64(b: Any, x: Any, d: Any) -> Any:
    return _guarded(b, d, x, lambda safe: b.urem(x, safe))


def sdiv64(a: int, d: int) -> int:
    """Return the signed quotient rounded towards 0; 0 when *d* is 0, wrapped for −1."""
    if d == 0:
        return 0
    quotient = abs(a) // abs(d)
    return _signed(quotient if (a < 0) == (d < 0) else -quotient)


@lowered(sdiv64, 2)
def _sdiv64(b: Any, x: Any, d: Any) -> Any:
    minus = b.icmp_signed("==", d, ir.Constant(I64, -1))
    safe = b.select(minus, ir.Constant(I64, 1), d)
    quotient = _guarded(b, safe, ir.Constant(I64, 0), lambda s: b.sdiv(x, s))
    return b.select(minus, b.neg(x), quotient)


def smod64(a: int, d: int) -> int:
    """Return the signed remainder with the dividend's sign; *a* when *d* is 0."""
    if d == 0:
        return a
    remainder = abs(a) % abs(d)
    return -remainder if a < 0 else remainder


@lowered(smod64, 2)
def _smod64(b: Any, x: Any, d: Any) -> Any:
    minus = b.icmp_signed("==", d, ir.Constant(I64, -1))
    safe = b.select(minus, ir.Constant(I64, 1), d)
    remainder = _guarded(b, safe, x, lambda s: b.srem(x, s))
    return b.select(minus, ir.Constant(I64, 0), remainder)


def ult64(a: int, c: int) -> bool:
    """Say whether a < c, both read unsigned."""
    return (a & M64) < (c & M64)


@lowered(ult64, 2, "boolean")
def _ult64(b: Any, x: Any, y: Any) -> Any:
    return b.icmp_unsigned("<", x, y)


def zext32(a: int) -> int:
    """Return the lower 32 bits, zero-extended."""
    return a & 0xFFFFFFFF


@lowered(zext32, 1)
def _zext32(b: Any, x: Any) -> Any:
    return b.and_(x, ir.Constant(I64, 0xFFFFFFFF))


def _sign_extend(a: int, bits: int) -> int:
    half = 1 << (bits - 1)
    return ((a + half) & ((1 << bits) - 1)) - half


def sext8(a: int) -> int:
    """Return the lower 8 bits, sign-extended."""
    return _sign_extend(a, 8)


def sext16(a: int) -> int:
    """Return the lower 16 bits, sign-extended."""
    return _sign_extend(a, 16)


def sext32(a: int) -> int:
    """Return the lower 32 bits, sign-extended."""
    return _sign_extend(a, 32)


@lowered(sext8, 1)
def _sext8(b: Any, x: Any) -> Any:
    return b.sext(b.trunc(x, ir.IntType(8)), I64)


@lowered(sext16, 1)
def _sext16(b: Any, x: Any) -> Any:
    return b.sext(b.trunc(x, ir.IntType(16)), I64)


@lowered(sext32, 1)
def _sext32(b: Any, x: Any) -> Any:
    return b.sext(b.trunc(x, I32), I64)


def bswap64(a: int) -> int:
    """Return the eight bytes in reverse order."""
    return int.from_bytes((a & M64).to_bytes(8, "little"), "big", signed=True)


@lowered(bswap64, 1)
def _bswap64(b: Any, x: Any) -> Any:
    return b.bswap(x)


def ctz64(a: int) -> int:
    """Return the number of trailing zero bits; 64 for 0."""
    return (a & -a).bit_length() - 1 if a else 64


@lowered(ctz64, 1)
def _ctz64(b: Any, x: Any) -> Any:
    return b.cttz(x, ir.Constant(ir.IntType(1), 0))


def bits_to_float(a: int) -> float:
    """Return the float64 whose bit pattern is *a*."""
    return float(struct.unpack("<d", struct.pack("<q", a))[0])


@lowered(bits_to_float, 1, "float64")
def _bits_to_float(b: Any, x: Any) -> Any:
    return b.bitcast(x, ir.DoubleType())


def float_to_bits(value: float) -> int:
    """Return the bit pattern of a float64."""
    return int(struct.unpack("<q", struct.pack("<d", value))[0])


@lowered_as(float_to_bits, ("float64",), "int64")
def _float_to_bits(b: Any, x: Any) -> Any:
    return b.bitcast(x, I64)
