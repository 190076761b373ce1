"""Draws for mutations, and the mutations that need to know nothing about the bytes.

**Rule:** a `Draw` is a function of the text it is seeded with; nothing else is random.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["BYTE_MUTATIONS", "Draw", "mutate_bytes"]

T = TypeVar("T")

_EDGES = (
    *range(9),
    *(12, 16, 24, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 4095, 4096),
    *((1 << bits) + off for bits in (15, 16, 20, 24, 31, 32, 40, 48, 63, 64) for off in (-1, 0, 1)),
)


class Draw(random.Random):
    """A random generator that knows which numbers break programs."""

    def chance(self, nr: int, of: int) -> bool:
        """Return True *nr* times in *of*."""
        return self.randrange(of) < nr

    def number(self, nr_bytes: int, old: int = 0, near: Sequence[int] = ()) -> int:
        """Return an unsigned number: an edge, a neighbour of *old*, one of *near*, or any."""
        bits = 8 * nr_bytes
        how = self.randrange(8)
        if how < 3:
            value = self.choice(_EDGES)
        elif how < 5:
            value = old + self.choice((-8, -4, -1, 1, 4, 8, old, -(old // 2)))
        elif how < 7 and near:
            value = self.choice(near) + self.choice((-1, 0, 0, 0, 1))
        else:
            value = self.getrandbits(bits) if self.chance(1, 2) else 1 << self.randrange(bits)
        return value % (1 << bits)

    def span(self, nr_bytes: int) -> tuple[int, int]:
        """Return the begin and end of a range in *nr_bytes* bytes, mostly a short one."""
        begin = self.randrange(nr_bytes)
        longest = self.choice((1, 4, 16, 64, 1024, nr_bytes))
        return begin, min(nr_bytes, begin + self.randint(1, longest))


def put(data: bytearray, at: int, nr_bytes: int, value: int) -> None:
    """Write a little-endian number where it fits."""
    if at >= 0 and at + nr_bytes <= len(data):
        value %= 1 << 8 * nr_bytes
        data[at : at + nr_bytes] = value.to_bytes(nr_bytes, "little")


def get(data: bytes | bytearray, at: int, nr_bytes: int) -> int:
    """Read a little-endian number; 0 outside of *data*."""
    return int.from_bytes(data[at : at + nr_bytes], "little") if at >= 0 else 0


def _flip(draw: Draw, data: bytearray) -> None:
    for _ in range(draw.choice((1, 1, 2, 8))):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)


def _set_byte(draw: Draw, data: bytearray) -> None:
    data[draw.randrange(len(data))] = draw.choice((0, 1, 0x7F, 0x80, 0xFF, draw.randrange(256)))


def _set_word(draw: Draw, data: bytearray) -> None:
    nr_bytes = draw.choice((2, 4, 8))
    at = draw.randrange(len(data)) // nr_bytes * nr_bytes
    put(data, at, nr_bytes, draw.number(nr_bytes, get(data, at, nr_bytes), (len(data),)))


def _insert(draw: Draw, data: bytearray) -> None:
    at = draw.randrange(len(data) + 1)
    size = draw.choice((1, 2, 4, 8, 64, 500))
    data[at:at] = draw.randbytes(size) if draw.chance(1, 2) else bytes(size)


def _delete(draw: Draw, data: bytearray) -> None:
    begin, end = draw.span(len(data))
    del data[begin:end]


def _duplicate(draw: Draw, data: bytearray) -> None:
    begin, end = draw.span(len(data))
    at = draw.randrange(len(data) + 1)
    data[at:at] = data[begin:end]


def _copy_over(draw: Draw, data: bytearray) -> None:
    begin, end = draw.span(len(data))
    at = draw.randrange(len(data))
    part = data[begin:end][: len(data) - at]
    data[at : at + len(part)] = part


def _fill(draw: Draw, data: bytearray) -> None:
    begin, end = draw.span(len(data))
    data[begin:end] = bytes([draw.choice((0, 0, 0xFF, 0x41))]) * (end - begin)


def _truncate(draw: Draw, data: bytearray) -> None:
    del data[draw.randrange(len(data)) :]


ByteMutation = Callable[[Draw, bytearray], None]
BYTE_MUTATIONS: tuple[ByteMutation, ...] = (
    *(_flip, _set_byte, _set_word, _insert, _delete),
    *(_duplicate, _copy_over, _fill, _truncate),
)


def mutate_bytes(draw: Draw, data: bytearray) -> None:
    """Change some bytes, knowing nothing about them."""
    if data:
        draw.choice(BYTE_MUTATIONS)(draw, data)
