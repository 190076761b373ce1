"""Cutting debug sections out of an object file.

Does what ``llvm-strip -g`` does to a BPF object: DWARF (``.debug_*``) goes, BTF stays. It
serves objects that are shipped beside their source, which would be several times as large.

The rule to know: sections and symbols keep their order and get new numbers; the string table is
written anew. The result depends on the input's contents only.

**Not modelled:** files that are no relocatable 64-bit little-endian objects.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace

from sim.base.errors import ElfError
from sim.bpf.elf_check import REL, SHDR, SHT, SYM, Header, check_elf

__all__ = ["strip_debug"]

_EHDR = struct.Struct("<16sHHIQQQIHHHHHH")
_SHN_LORESERVE = 0xFF00


@dataclass(frozen=True, slots=True)
class _Section:
    name: bytes
    type: int
    flags: int
    size: int
    link: int
    info: int
    align: int
    entsize: int
    data: bytes


class _Strings:
    """A string table under construction."""

    def __init__(self) -> None:
        self.data = bytearray(b"\0")
        self._offsets = {b"": 0}

    def add(self, text: bytes) -> int:
        if text not in self._offsets:
            self._offsets[text] = len(self.data)
            self.data += text + b"\0"
        return self._offsets[text]


def strip_debug(data: bytes, name: str) -> bytes:
    """Return object file *data* without its debug sections.

    Raises:
        ElfError: It is no BPF object file.
    """
    headers = check_elf(data, name)
    header = _EHDR.unpack_from(data)
    sections = _read_sections(data, headers, header[13])
    new_index = _number(
        [index for index, sec in enumerate(sections) if not _is_debug(sec, sections)]
    )
    symtab_index = next(i for i, sec in enumerate(sections) if sec.type == SHT.SYMTAB)
    symtab = sections[symtab_index]
    strings = _Strings()
    names = sections[symtab.link].data
    symbols = list(SYM.iter_unpack(symtab.data))
    kept = [
        index
        for index, symbol in enumerate(symbols)
        if symbol[3] >= _SHN_LORESERVE or symbol[3] in new_index
    ]
    new_symbol = _number(kept)
    rows = b"".join(_symbol(symbols[index], names, strings, new_index) for index in kept)
    nr_locals = sum(1 for index in kept if index < symtab.info)
    done: list[_Section] = []
    for index in new_index:
        sec = sections[index]
        sec = replace(sec, link=new_index.get(sec.link, 0))
        if index == symtab_index:
            sec = replace(sec, data=rows, size=len(rows), info=nr_locals)
        elif sec.type == SHT.REL:
            place = f"{name}, section {headers[index].name!r}"
            rows_of = REL.iter_unpack(sec.data)
            relocs = b"".join(_reloc(row, new_symbol, place) for row in rows_of)
            sec = replace(sec, data=relocs, info=new_index[sec.info])
        elif sec.name == b".llvm_addrsig":
            # It lists symbols by number, for a linker that never sees this file.
            sec = replace(sec, data=b"", size=0)
        done.append(sec)
    return _write(done, strings, header)


def _number(kept: list[int]) -> dict[int, int]:
    return {old: new for new, old in enumerate(kept)}


def _read_sections(data: bytes, headers: tuple[Header, ...], shstrndx: int) -> list[_Section]:
    table = headers[shstrndx]
    names = data[table.offset : table.offset + table.size]
    found = []
    for h in headers:
        is_empty = h.type in (SHT.NULL, SHT.NOBITS)
        body = b"" if is_empty else data[h.offset : h.offset + h.size]
        text = _text(names, h.name_off)
        size = h.size
        found.append(
            _Section(text, h.type, h.flags, size, h.link, h.info, h.align, h.entsize, body)
        )
    return found


def _text(names: bytes, offset: int) -> bytes:
    return names[offset : names.index(b"\0", offset)]


def _is_debug(section: _Section, sections: list[_Section]) -> bool:
    if section.type == SHT.REL:
        return _is_debug(sections[section.info], sections)
    return section.type == SHT.PROGBITS and section.name.startswith(b".debug_")


def _symbol(
    symbol: tuple[int, ...], names: bytes, strings: _Strings, new_index: dict[int, int]
) -> bytes:
    name, info, other, shndx, value, size = symbol
    number = shndx if shndx >= _SHN_LORESERVE else new_index[shndx]
    return SYM.pack(strings.add(_text(names, name)), info, other, number, value, size)


def _reloc(row: tuple[int, ...], new_symbol: dict[int, int], place: str) -> bytes:
    offset, info = row
    if info >> 32 not in new_symbol:
        raise ElfError("code or BTF refers to a debug section", where=f"{place}, offset {offset}")
    return REL.pack(offset, new_symbol[info >> 32] << 32 | info & 0xFFFF_FFFF)


def _write(sections: list[_Section], strings: _Strings, header: tuple[int, ...]) -> bytes:
    name_offsets = [strings.add(sec.name) for sec in sections]
    out = bytearray(_EHDR.size)
    table = bytearray()
    shstrndx = 0
    for number, sec in enumerate(sections):
        if sec.type == SHT.STRTAB:
            shstrndx = number
            sec = replace(sec, data=bytes(strings.data), size=len(strings.data))
        if sec.align > 1:
            out += bytes(-len(out) % sec.align)
        offset = len(out) if sec.type else 0
        out += sec.data
        table += SHDR.pack(
            name_offsets[number],
            sec.type,
            sec.flags,
            0,
            offset,
            sec.size,
            sec.link,
            sec.info,
            sec.align,
            sec.entsize,
        )
    out += bytes(-len(out) % 8)
    fields = list(header)
    fields[6], fields[12], fields[13] = len(out), len(sections), shstrndx
    _EHDR.pack_into(out, 0, *fields)
    return bytes(out + table)
