"""Mutations that know the layout of ``.BTF`` and ``.BTF.ext``.

Besides single fields these make what a random byte hardly ever does: types that refer to
themselves, chains and towers of types, structs that double at every level, long access strings.

**Rule:** a mutation changes the file in place and never raises, whatever came before it.

**Not modelled:** nothing of the format is left out.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz.draw import Draw, get, mutate_bytes, put
from tests.fuzz.elfmut import ElfView, Section

__all__ = ["BTF_MUTATIONS"]

_HEADER = ((0, 2), (2, 1), (3, 1), (4, 4), (8, 4), (12, 4), (16, 4), (20, 4), (24, 4), (28, 4))
# bytes behind a record: fixed, and for each element
_EXTRA = {1: (4, 0), 3: (12, 0), 4: (0, 12), 5: (0, 12), 6: (0, 8), 13: (0, 8), 14: (4, 0)}
_EXTRA |= {15: (0, 12), 17: (4, 0), 19: (0, 12)}
_INT, _PTR, _ARRAY, _STRUCT, _UNION, _TYPEDEF, _VOLATILE, _CONST, _TAG = 1, 2, 3, 4, 5, 8, 9, 10, 18
_ACCESS = (
    *(b"0", b"0:0", b"0:1", b"1:0:0", b"0:0:0:0:0:0", b"0:999999", b"999999999:0", b"0:4294967296"),
    *(b"", b":", b"0:", b"-1", b"0:x", b"0:0x1", b"\xd9\xa3:1", b"0" + 70 * b":0", 40 * b"9"),
)


@dataclass(frozen=True)
class _Record:
    """A type record: where it is in the section, and how many bytes it has."""

    at: int
    size: int
    kind: int


class _View:
    """A BTF section as far as it can be made out."""

    def __init__(self, elf: ElfView, section: Section) -> None:
        self.elf, self.section = elf, section
        self.data = elf.data[section.offset : section.offset + section.size]
        hdr = get(self.data, 4, 4)
        self.types = hdr + get(self.data, 8, 4)
        self.types_end = min(len(self.data), self.types + get(self.data, 12, 4))
        self.strings = hdr + get(self.data, 16, 4)
        self.strings_bytes = get(self.data, 20, 4)
        self.records: list[_Record] = []
        at = self.types
        while at + 12 <= self.types_end:
            info = get(self.data, at + 4, 4)
            kind, vlen = info >> 24 & 31, info & 0xFFFF
            fixed, each = _EXTRA.get(kind, (0, 0))
            size = 12 + fixed + each * vlen
            self.records.append(_Record(at, size, kind))
            at += size

    def store(self) -> None:
        """Put the changed section back."""
        if len(self.data) == self.section.size:
            begin = self.section.offset
            self.elf.data[begin : begin + self.section.size] = self.data
        else:
            self.elf.replace(self.section, bytes(self.data))

    def append_types(self, records: list[bytes]) -> int:
        """Add records behind the last one; return the id of the first."""
        first = len(self.records) + 1
        new = b"".join(records)
        at = self.types_end
        self.data[at:at] = new
        put(self.data, 12, 4, get(self.data, 12, 4) + len(new))
        if self.strings >= at:
            put(self.data, 16, 4, get(self.data, 16, 4) + len(new))
        return first


def _field(draw: Draw, view: _View) -> None:
    record = draw.choice(view.records)
    nr = len(view.records)
    field = draw.randrange(record.size // 4) * 4
    at = record.at + field
    near = (nr, nr + 1, view.strings_bytes, view.records.index(record) + 1)
    if field == 4:
        _info(draw, view, at)
    else:
        put(view.data, at, 4, draw.number(4, get(view.data, at, 4), near))


def _info(draw: Draw, view: _View, at: int) -> None:
    info = get(view.data, at, 4)
    how = draw.randrange(4)
    if how == 0:
        info = info & ~(31 << 24) | draw.randrange(32) << 24
    elif how == 1:
        info = info & ~0xFFFF | draw.choice((0, 1, 2, 3, 64, 0xFFFF, draw.randrange(1 << 16)))
    elif how == 2:
        info ^= 1 << 31
    else:
        info = draw.number(4, info)
    put(view.data, at, 4, info)


def _self_reference(draw: Draw, view: _View) -> None:
    """Make a record refer to itself, or two to each other."""
    index = draw.randrange(len(view.records))
    other = draw.randrange(len(view.records)) if draw.chance(1, 2) else index
    for one, two in ((index, other), (other, index)):
        record = view.records[one]
        if record.kind in (_STRUCT, _UNION) and record.size > 12:
            for at in range(record.at + 12, record.at + record.size, 12):
                put(view.data, at + 4, 4, two + 1)
                if draw.chance(1, 2):
                    put(view.data, at, 4, 0)
        elif record.kind == _ARRAY:
            put(view.data, record.at + 12, 4, two + 1)
        else:
            put(view.data, record.at + 8, 4, two + 1)


def _record(kind: int, size_or_type: int, rest: bytes = b"", vlen: int = 0, name: int = 0) -> bytes:
    return struct.pack("<III", name, kind << 24 | vlen, size_or_type) + rest


def _tower(draw: Draw, view: _View) -> None:
    """Add a chain of types, each made of the one before, and point something at its top."""
    nr = len(view.records)
    name = draw.randrange(max(1, view.strings_bytes))
    depth = draw.choice((3, 30, 31, 33, 40, 70, 1200))
    kind = draw.choice((_PTR, _ARRAY, _STRUCT, _UNION, _TYPEDEF, _VOLATILE, _CONST, _TAG, 0))
    below = draw.randrange(nr + 1)
    width, nelems = draw.choice((1, 2, 3, 8)), draw.choice((0, 1, 2, 7, 1 << 16, 0xFFFF_FFFF))
    records = []
    for level in range(depth):
        this = kind or draw.choice((_PTR, _ARRAY, _STRUCT, _TYPEDEF, _CONST))
        of = below if level == 0 else nr + level
        if this == _ARRAY:
            records.append(_record(_ARRAY, 0, struct.pack("<III", of, of, nelems)))
        elif this in (_STRUCT, _UNION):
            member = name if draw.chance(1, 8) else 0
            rest = struct.pack("<III", member, of, 0) * width
            records.append(_record(this, draw.choice((0, 4, 8, 1 << 20)), rest, width, name))
        else:
            records.append(_record(this, of, name=name if this in (_TYPEDEF, _TAG) else 0))
    top = view.append_types(records) + depth - 1
    _point(draw, view, top)


def _point(draw: Draw, view: _View, target: int) -> None:
    """Let an existing record refer to type *target*."""
    users = [r for r in view.records if r.kind not in (_INT, 6, 7, 16, 19)]
    if not users:
        return
    record = draw.choice(users)
    if record.kind in (_STRUCT, _UNION, 15) and record.size > 12:
        element = record.at + 12 + 12 * draw.randrange((record.size - 12) // 12)
        put(view.data, element if record.kind == 15 else element + 4, 4, target)
    elif record.kind == _ARRAY:
        put(view.data, record.at + 12, 4, target)
    else:
        put(view.data, record.at + 8, 4, target)


def _same_member(draw: Draw, view: _View) -> None:
    """Give a struct thousands of members of one type."""
    structs = [i for i, r in enumerate(view.records) if r.kind in (_STRUCT, _UNION)]
    if not structs:
        return
    target = draw.choice(structs) + 1
    width = draw.choice((2, 100, 5000))
    rest = struct.pack("<III", 0, target, 0) * width
    first = view.append_types([_record(_STRUCT, 8, rest, width)])
    _point(draw, view, first)


def _string(draw: Draw, view: _View) -> None:
    begin = view.strings
    if not view.strings_bytes or begin >= len(view.data):
        return
    how = draw.randrange(4)
    at = begin + draw.randrange(view.strings_bytes)
    if how == 0:
        put(view.data, begin + view.strings_bytes - 1, 1, 0x41)
    elif how == 1:
        for place in range(at, min(len(view.data), at + draw.choice((1, 20, 100_000)))):
            if not view.data[place]:
                view.data[place] = draw.choice((0x20, 0x3A, 0xC3))
    elif how == 2:
        text = draw.choice((b"\xff\xfe", b"%n", b"\x1b[2J", b"\n\n", b"___x", b"_" * 9))
        view.data[at : at + len(text)] = text
    else:
        _access(draw, view)


def _access(draw: Draw, view: _View) -> None:
    """Overwrite a string that looks like an access string."""
    begin, end = view.strings, view.strings + view.strings_bytes
    found, at = [], begin
    for text in bytes(view.data[begin:end]).split(b"\0"):
        if text and text.strip(b"0123456789:") == b"":
            found.append((at, len(text)))
        at += len(text) + 1
    if found:
        at, length = draw.choice(found)
        text = draw.choice(_ACCESS)
        if draw.chance(1, 2):
            text = text[:length].ljust(length, b":" if draw.chance(1, 4) else b"1")
        view.data[at : at + length] = text[:length].ljust(min(length, len(text)), b"\0")


def _header(draw: Draw, view: _View) -> None:
    at, nr_bytes = draw.choice(_HEADER)
    near = (len(view.data), view.strings_bytes, view.types_end)
    put(view.data, at, nr_bytes, draw.number(nr_bytes, get(view.data, at, nr_bytes), near))


def _raw(draw: Draw, view: _View) -> None:
    mutate_bytes(draw, view.data)


_BTF: tuple[tuple[Callable[[Draw, _View], None], int], ...] = (
    *((_field, 8), (_self_reference, 3), (_tower, 3), (_same_member, 1), (_string, 3)),
    *((_header, 1), (_raw, 1)),
)


def _mutate_btf(draw: Draw, elf: ElfView) -> None:
    sections = elf.named(".BTF")
    if not sections:
        return
    view = _View(elf, sections[0])
    if view.records:
        draw.choices([f for f, _ in _BTF], [w for _, w in _BTF])[0](draw, view)
        view.store()


def _mutate_ext(draw: Draw, elf: ElfView) -> None:
    sections = elf.named(".BTF.ext")
    if not sections:
        return
    section = sections[0]
    content = elf.data[section.offset : section.offset + section.size]
    for _ in range(draw.choice((1, 1, 4))):
        if draw.chance(1, 4):
            at, nr_bytes = draw.choice(_HEADER)
        else:
            at, nr_bytes = draw.randrange(max(1, len(content) // 4)) * 4, 4
        near = (len(content), 8, 16, 24)
        put(content, at, nr_bytes, draw.number(nr_bytes, get(content, at, nr_bytes), near))
    if draw.chance(1, 5):
        mutate_bytes(draw, content)
    elf.replace(section, bytes(content))


BTF_MUTATIONS: tuple[Callable[[Draw, ElfView], None], ...] = (
    *(_mutate_btf, _mutate_btf, _mutate_btf, _mutate_ext),
)
