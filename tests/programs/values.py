"""Numbers that break arithmetic.

**Rule:** everything is drawn from the generator that is given.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import random

from tests.programs.text import s32, s64

__all__ = ["EDGES", "imm32", "value"]

EDGES = (
    *(0, 0, 1, 2, 3, -1, -1, -2, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65),
    *(0x7F, 0x80, 0xFF, 0x100, -0x80, -0x81, 0x7FFF, 0x8000, 0xFFFF, -0x8000, -0x8001),
    *(0x7FFFFFFF, 0x80000000, 0x80000001, 0xFFFFFFFF, 0x100000000, 0x17FFFFFFF),
    *(-0x7FFFFFFF, -0x80000000, -0x80000001, -0xFFFFFFFF, -0x100000000),
    *(0x7FFFFFFFFFFFFFFF, -0x7FFFFFFFFFFFFFFF, -0x8000000000000000),
    *(s64(0x8000000080000000), 0x7FFFFFFF7FFFFFFF, 0x0123456789ABCDEF, s64(0xFEDCBA9876543210)),
)


def value(draw: random.Random) -> int:
    """Return a signed 64-bit number, an edge more often than not."""
    how = draw.randrange(8)
    if how < 5:
        return draw.choice(EDGES)
    if how < 7:
        return s64(draw.getrandbits(64))
    return s64((1 << draw.randrange(64)) + draw.choice((-1, 0, 1)))


def imm32(draw: random.Random) -> int:
    """Return a signed 32-bit number."""
    return s32(value(draw))
