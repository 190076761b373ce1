"""Mutations of instructions that often leave a program well formed.

**Rule:** a mutation changes the file in place and never raises, whatever came before it.

**Not modelled:** relocations are not moved with the instructions they belong to.
"""

from __future__ import annotations

from tests.fuzz.draw import Draw, get, put
from tests.fuzz.elfmut import ElfView

__all__ = ["INSN_MUTATIONS", "mutate_code"]

# Instructions that a mutation may put in place of another.
_OPCODES = (
    *(0x07, 0x0F, 0x17, 0x1F, 0x27, 0x2F, 0x37, 0x3F, 0x47, 0x4F, 0x57, 0x5F, 0x67, 0x6F, 0x77),
    *(0x7F, 0x87, 0x97, 0x9F, 0xA7, 0xAF, 0xB7, 0xBF, 0xC7, 0xCF, 0x04, 0x0C, 0xB4, 0xBC, 0xD4),
    *(0x61, 0x69, 0x71, 0x79, 0x62, 0x6A, 0x72, 0x7A, 0x63, 0x6B, 0x73, 0x7B, 0xC3, 0xDB, 0x05),
    *(0x15, 0x1D, 0x25, 0x2D, 0x35, 0x55, 0x5D, 0x65, 0xA5, 0xAD, 0x16, 0x85, 0x95, 0x18, 0x20),
)


def _one(draw: Draw, data: bytearray, at: int, nr_insns: int) -> None:
    how = draw.randrange(12)
    if how < 2:
        put(data, at, 1, draw.choice(_OPCODES))
    elif how == 2:
        put(data, at, 1, draw.randrange(256))
    elif how < 5:
        put(data, at + 1, 1, draw.randrange(11) << 4 | draw.randrange(11))
    elif how == 5:
        put(data, at + 1, 1, draw.randrange(256))
    elif how < 8:
        put(data, at + 2, 2, draw.randint(-nr_insns, nr_insns) % (1 << 16))
    elif how == 8:
        put(data, at + 2, 2, draw.number(2, get(data, at + 2, 2)))
    elif how < 11:
        put(data, at + 4, 4, draw.number(4, get(data, at + 4, 4), (1, 3, 14, 130, nr_insns)))
    else:
        data[at : at + 8] = draw.randbytes(8)


def mutate_code(draw: Draw, view: ElfView) -> None:
    """Change one or a few instructions of one section."""
    sections = view.code()
    if not sections:
        return
    section = draw.choice(sections)
    nr_insns = section.size // 8
    for _ in range(draw.choice((1, 1, 2, 5))):
        at = section.offset + 8 * draw.randrange(nr_insns)
        if draw.chance(1, 6):
            other = section.offset + 8 * draw.randrange(nr_insns)
            view.data[at : at + 8] = view.data[other : other + 8]
        else:
            _one(draw, view.data, at, nr_insns)


INSN_MUTATIONS = (mutate_code,)
