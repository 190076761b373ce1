"""The holes of a struct, written as unnamed bit-fields so that C puts every member in its place.

Answers to ``btf_dump_emit_bit_padding`` in libbpf.

**Rule:** a hole starts at *at* and ends at *until*, in bits from the start of the struct; the
compiler aligns what follows to *align* bytes by itself.

**Not modelled:** big-endian bit-fields.
"""

from __future__ import annotations

from sim.bpf.btf import Btf
from sim.bpf.btf_types import Struct

__all__ = ["is_packed", "padding"]

_FILLERS = (("long", 64), ("int", 32), ("short", 16), ("char", 8))


def is_packed(btf: Btf, struct: Struct) -> bool:
    """Say whether a struct's members or size break their natural alignment."""
    largest = 1
    for member in struct.members:
        align = btf.alignof(member.type)
        if not member.bitfield_size and member.bit_off % (8 * align):
            return True
        largest = max(largest, align)
    return struct.size % largest != 0


def padding(at: int, until: int, align: int, *, is_in_bits: bool) -> list[str]:
    """Return the unnamed bit-fields that fill a hole.

    Args:
        at: Where what was written ends, in bits.
        until: Where the next member starts, in bits.
        align: The alignment of the next member in bytes, 1 in a packed struct.
        is_in_bits: Whether the hole is between two bit-fields.
    """
    if at >= until:
        return []
    name, bits = next((filler for filler in _FILLERS if _up(at, filler[1]) <= until), _FILLERS[-1])
    lines = []
    start = _up(at, bits)
    if at < start <= until:
        if is_in_bits:
            lines.append(f"{name}: {start - at};")
        elif _needs_mark(at, start, until, align):
            lines.append(f"{name}: 0;")
        at = start
    while at < until:
        rest = min(until - at, bits)
        if rest < bits:
            name = next(word for word, width in reversed(_FILLERS) if width >= rest)
        lines.append(f"{name}: {rest};")
        at += rest
    return lines


def _needs_mark(at: int, start: int, until: int, align: int) -> bool:
    """Say whether the compiler would not go to *start* by itself."""
    if start == until:
        return _up(at, 8 * align) != start
    return until - start <= start - at


def _up(number: int, multiple: int) -> int:
    return -(-number // multiple) * multiple
