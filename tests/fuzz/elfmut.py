"""Mutations that know the layout of an ELF file.

`ElfView` finds the section headers of a file that may be broken already, and says nothing where
it cannot.

**Rule:** a mutation changes the file in place and never raises, whatever came before it.

**Not modelled:** program headers; a BPF object has none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz.draw import Draw, get, mutate_bytes, put

__all__ = ["ELF_MUTATIONS", "ElfView", "Section"]

_SHT_SYMTAB, _SHT_STRTAB, _SHT_NOBITS, _SHT_REL = 2, 3, 8, 9
_TYPES = (*range(20), 0x6FFF4C03, 0x6FFFFFF6, 0x6FFFFFFD, 0x70000001, 0x70000003)
# offset and bytes of each field
_HEADER = (
    *((i, 1) for i in range(16)),
    *((16, 2), (18, 2), (20, 4), (24, 8), (32, 8), (40, 8), (48, 4)),
    *((52, 2), (54, 2), (56, 2), (58, 2), (60, 2), (62, 2)),
)
_SECTION = ((0, 4), (4, 4), (8, 8), (16, 8), (24, 8), (32, 8), (40, 4), (44, 4), (48, 8), (56, 8))
_SYMBOL = ((0, 4), (4, 1), (5, 1), (6, 2), (8, 8), (16, 8))
_RELOC = ((0, 8), (8, 4), (12, 4))


@dataclass(frozen=True)
class Section:
    """A section as the file claims it: *at* is where its header is."""

    at: int
    name: str
    type: int
    flags: int
    offset: int
    size: int


class ElfView:
    """The sections of a file, as far as they can be made out."""

    def __init__(self, data: bytearray) -> None:
        self.data = data
        shoff, nr, names = get(data, 40, 8), get(data, 60, 2), get(data, 62, 2)
        nr = min(nr, max(0, len(data) - shoff) // 64)
        strings = get(data, shoff + 64 * names + 24, 8)
        self.sections = [self._section(shoff + 64 * i, strings) for i in range(nr)]

    def _section(self, at: int, strings: int) -> Section:
        start = strings + get(self.data, at, 4)
        text = bytes(self.data[start : start + 80]).split(b"\0", 1)[0]
        kind, flags = get(self.data, at + 4, 4), get(self.data, at + 8, 8)
        offset, size = get(self.data, at + 24, 8), get(self.data, at + 32, 8)
        if kind == _SHT_NOBITS or offset > len(self.data):
            offset = size = 0
        size = min(size, len(self.data) - offset)
        return Section(at, text.decode("latin-1"), kind, flags, offset, size)

    def of_type(self, kind: int) -> list[Section]:
        """Return the sections of a type that have bytes."""
        return [s for s in self.sections if s.type == kind and s.size]

    def named(self, *names: str) -> list[Section]:
        """Return the sections of one of these names that have bytes."""
        return [s for s in self.sections if s.name in names and s.size]

    def code(self) -> list[Section]:
        """Return the sections that hold instructions."""
        return [s for s in self.sections if s.flags & 4 and s.size >= 8]

    def replace(self, section: Section, content: bytes) -> None:
        """Give a section other bytes, behind all that was there."""
        self.data += bytes(-len(self.data) % 8)
        put(self.data, section.at + 24, 8, len(self.data))
        put(self.data, section.at + 32, 8, len(content))
        self.data += content


def _header(draw: Draw, view: ElfView) -> None:
    at, nr_bytes = draw.choice(_HEADER)
    near = (len(view.data), len(view.sections))
    put(view.data, at, nr_bytes, draw.number(nr_bytes, get(view.data, at, nr_bytes), near))


def _section_header(draw: Draw, view: ElfView) -> None:
    if not view.sections:
        return
    section, other = draw.choice(view.sections), draw.choice(view.sections)
    field, nr_bytes = draw.choice(_SECTION)
    old = get(view.data, section.at + field, nr_bytes)
    near = (
        *(len(view.data), len(view.sections), section.size),
        get(view.data, other.at + field, nr_bytes),
    )
    value = draw.number(nr_bytes, old, near)
    if field == 4 and draw.chance(3, 4):
        value = draw.choice(_TYPES)
    put(view.data, section.at + field, nr_bytes, value)


def _swap_sections(draw: Draw, view: ElfView) -> None:
    if len(view.sections) > 1:
        one, two = draw.sample(view.sections, 2)
        data = view.data
        first = data[one.at : one.at + 64]
        data[one.at : one.at + 64] = data[two.at : two.at + 64]
        data[two.at : two.at + 64] = first


def _entries(kind: int, size: int, fields: tuple[tuple[int, int], ...]) -> ElfMutation:
    """Return a mutation of one field of a table's entries."""

    def mutate(draw: Draw, view: ElfView) -> None:
        tables = view.of_type(kind)
        if not tables:
            return
        table = draw.choice(tables)
        nr = max(1, table.size // size)
        for _ in range(draw.choice((1, 1, 3))):
            field, nr_bytes = draw.choice(fields)
            at = table.offset + size * draw.randrange(nr) + field
            other = table.offset + size * draw.randrange(nr) + field
            near = (get(view.data, other, nr_bytes), nr, len(view.sections))
            put(view.data, at, nr_bytes, draw.number(nr_bytes, get(view.data, at, nr_bytes), near))

    return mutate


def _content(draw: Draw, view: ElfView) -> None:
    """Change bytes inside one section, and perhaps its length."""
    with_bytes = [s for s in view.sections if s.size]
    if not with_bytes:
        return
    small = [s for s in with_bytes if s.name in (".maps", "license", "version", ".rodata")]
    section = draw.choice(small if small and draw.chance(1, 3) else with_bytes)
    content = view.data[section.offset : section.offset + section.size]
    mutate_bytes(draw, content)
    if len(content) == section.size:
        view.data[section.offset : section.offset + section.size] = content
    else:
        view.replace(section, bytes(content))


def _strings(draw: Draw, view: ElfView) -> None:
    tables = view.of_type(_SHT_STRTAB)
    if not tables:
        return
    table = draw.choice(tables)
    how = draw.randrange(4)
    if how == 0:  # no NUL at the end
        put(view.data, table.offset + table.size - 1, 1, 0x41)
    elif how == 1:  # one long string
        view.replace(table, b"\0" + b"x" * draw.choice((300, 5000, 70_000)) + b"\0")
    else:
        begin, end = draw.span(table.size)
        replacement = draw.choice((b"\0", b"\xff", b"A", b"/", b".", b"?"))
        for at in range(begin, end):
            if draw.chance(1, 3):
                view.data[table.offset + at : table.offset + at + 1] = replacement


ElfMutation = Callable[[Draw, ElfView], None]
ELF_MUTATIONS: tuple[ElfMutation, ...] = (
    *(_header, _section_header, _section_header, _swap_sections, _content, _content, _strings),
    _entries(_SHT_SYMTAB, 24, _SYMBOL),
    _entries(_SHT_SYMTAB, 24, _SYMBOL),
    _entries(_SHT_REL, 16, _RELOC),
)
