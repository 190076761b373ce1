"""Tristate numbers: what is known of each bit of a 64-bit value.

Answers to ``kernel/bpf/tnum.c``. A tnum is a pair (value, mask): a bit set in *mask* is unknown,
and clear in *value*; other bits are as in *value*.

**Rule:** every operation is sound: whatever the operands may be, the result of the operation on
them is among what the tnum that comes out describes. Not all of them are as exact as can be.

**Not modelled:** nothing: the operations are those of 6.1.
"""

from __future__ import annotations

__all__ = [
    "TNUM_UNKNOWN",
    "Tnum",
    "tnum_add",
    "tnum_and",
    "tnum_arshift",
    "tnum_cast",
    "tnum_clear_subreg",
    "tnum_in",
    "tnum_intersect",
    "tnum_is_aligned",
    "tnum_lshift",
    "tnum_mul",
    "tnum_or",
    "tnum_range",
    "tnum_rshift",
    "tnum_str",
    "tnum_sub",
    "tnum_subreg",
    "tnum_xor",
]

Tnum = tuple[int, int]

_U64 = (1 << 64) - 1
_U32 = (1 << 32) - 1
TNUM_UNKNOWN: Tnum = (0, _U64)


def tnum_range(low: int, high: int) -> Tnum:
    """Return the smallest tnum that has every value from *low* to *high* (both u64)."""
    bits = (low ^ high).bit_length()
    if bits > 63:
        return TNUM_UNKNOWN
    delta = (1 << bits) - 1
    return low & ~delta, delta


def tnum_lshift(a: Tnum, shift: int) -> Tnum:
    """Shift left by a known number of bits."""
    return a[0] << shift & _U64, a[1] << shift & _U64


def tnum_rshift(a: Tnum, shift: int) -> Tnum:
    """Shift right, zeros coming in."""
    return a[0] >> shift, a[1] >> shift


def _sar(word: int, shift: int, bits: int) -> int:
    top = 1 << (bits - 1)
    word &= (1 << bits) - 1
    return ((word ^ top) - top) >> shift & ((1 << bits) - 1)


def tnum_arshift(a: Tnum, shift: int, bits: int) -> Tnum:
    """Shift right, the sign coming in, as a number of *bits* (32 or 64) bits."""
    return _sar(a[0], shift, bits), _sar(a[1], shift, bits)


def tnum_add(a: Tnum, b: Tnum) -> Tnum:
    """Add: a bit is unknown where an operand is, or where a carry may come from one that is."""
    low = a[0] + b[0]
    carries = (low + a[1] + b[1]) ^ low
    unknown = (carries | a[1] | b[1]) & _U64
    return low & ~unknown & _U64, unknown


def tnum_sub(a: Tnum, b: Tnum) -> Tnum:
    """Subtract, borrows as carries in `tnum_add`."""
    diff = a[0] - b[0]
    borrows = (diff + a[1]) ^ (diff - b[1])
    unknown = (borrows | a[1] | b[1]) & _U64
    return diff & ~unknown & _U64, unknown


def tnum_and(a: Tnum, b: Tnum) -> Tnum:
    """And: a bit that is surely 0 in one operand is 0."""
    ones = a[0] & b[0]
    return ones, (a[0] | a[1]) & (b[0] | b[1]) & ~ones


def tnum_or(a: Tnum, b: Tnum) -> Tnum:
    """Or: a bit that is surely 1 in one operand is 1."""
    ones = a[0] | b[0]
    return ones, (a[1] | b[1]) & ~ones


def tnum_xor(a: Tnum, b: Tnum) -> Tnum:
    """Exclusive or."""
    unknown = a[1] | b[1]
    return (a[0] ^ b[0]) & ~unknown, unknown


def tnum_mul(a: Tnum, b: Tnum) -> Tnum:
    """Multiply, adding up what every bit of *a* contributes."""
    known = a[0] * b[0] & _U64
    unknown: Tnum = (0, 0)
    while a[0] or a[1]:
        if a[0] & 1:
            unknown = tnum_add(unknown, (0, b[1]))
        elif a[1] & 1:
            unknown = tnum_add(unknown, (0, b[0] | b[1]))
        a = tnum_rshift(a, 1)
        b = tnum_lshift(b, 1)
    return tnum_add((known, 0), unknown)


def tnum_intersect(a: Tnum, b: Tnum) -> Tnum:
    """Combine two descriptions of one value."""
    unknown = a[1] & b[1]
    return (a[0] | b[0]) & ~unknown, unknown


def tnum_cast(a: Tnum, size: int) -> Tnum:
    """Keep the low *size* bytes."""
    keep = (1 << size * 8) - 1
    return a[0] & keep, a[1] & keep


def tnum_is_aligned(a: Tnum, size: int) -> bool:
    """Say whether the value is surely a multiple of *size*, a power of two."""
    return not (a[0] | a[1]) & (size - 1)


def tnum_in(a: Tnum, b: Tnum) -> bool:
    """Say whether every value of *b* is one of *a*."""
    return not (b[1] & ~a[1]) and a[0] == b[0] & ~a[1]


def tnum_subreg(a: Tnum) -> Tnum:
    """Keep the low 32 bits."""
    return a[0] & _U32, a[1] & _U32


def tnum_clear_subreg(a: Tnum) -> Tnum:
    """Clear the low 32 bits."""
    return a[0] & ~_U32, a[1] & ~_U32


def tnum_str(a: Tnum) -> str:
    """Print a tnum as the log does."""
    return f"({a[0]:#x}; {a[1]:#x})"
