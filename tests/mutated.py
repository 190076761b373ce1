"""BPF objects with damaged type information: words changed, tables cut short.

**Rule:** an object depends on its seed alone.

**Not modelled:** damage outside of ``.BTF`` and ``.BTF.ext``; see `tests.fuzz.elfmut`.
"""

from __future__ import annotations

import random
import struct

__all__ = ["mutated"]

_SHDR = struct.Struct("<IIQQQQIIQQ")
_VALUES = (0, 1, 2, 0x7FFF_FFFF, 0xFFFF_FFFF)
_SIZE_AT = 32


def _sections(data: bytes) -> dict[str, tuple[int, int, int]]:
    """Return (offset, size, place of the header) by name."""
    (table,) = struct.unpack_from("<Q", data, 0x28)
    count, names = struct.unpack_from("<HH", data, 0x3C)
    headers = [_SHDR.unpack_from(data, table + _SHDR.size * i) for i in range(count)]
    start = headers[names][4]
    found = {}
    for index, header in enumerate(headers):
        at = start + header[0]
        name = data[at : data.index(b"\0", at)].decode()
        found[name] = (header[4], header[5], table + _SHDR.size * index)
    return found


def mutated(data: bytes, seed: int) -> bytes:
    """Return *data* with lies in its types or relocations, or with a table cut short."""
    draw = random.Random(seed)
    out = bytearray(data)
    sections = _sections(data)
    offset, size, header = sections[draw.choice((".BTF", ".BTF", ".BTF.ext"))]
    if draw.random() < 0.2:
        struct.pack_into("<Q", out, header + _SIZE_AT, draw.randrange(size))
        return bytes(out)
    for _ in range(draw.randint(1, 3)):
        at = offset + 4 * draw.randrange(size // 4)
        (old,) = struct.unpack_from("<I", out, at)
        near = (old + draw.choice((-1, 1, 4))) % (1 << 32)
        struct.pack_into("<I", out, at, draw.choice((*_VALUES, draw.randrange(200), near)))
    return bytes(out)
