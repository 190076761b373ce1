"""The headers of an ELF file, checked before anything in the file is believed.

Answers to ``bpf_object__elf_init`` and ``elf_sec_hdr_by_idx`` in libbpf's ``libbpf.c``, and to
what libelf refuses by itself: sections and names that do not lie in the file, tables that are
no whole number of entries, links that lead nowhere.

**Rule:** what has passed can be read without a further look at lengths. Nothing here allocates
more than the file is long.

**Not modelled:** linked (``ET_EXEC``, ``ET_DYN``) files, compressed sections, big-endian BPF,
extended section numbering (more than 65 279 sections).
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from sim.base.errors import ElfError

__all__ = ["MAX_FILE_BYTES", "REL", "SHDR", "SHT", "SYM", "Header", "check_elf"]

EHDR_BYTES = 64
SHDR = struct.Struct("<IIQQQQIIQQ")
SYM = struct.Struct("<IBBHQQ")
REL = struct.Struct("<QQ")

_EI_CLASS = 4
_EI_DATA = 5
_EM_BPF = 247
_ET_REL = 1
_SHF_COMPRESSED = 1 << 11
_SHN_LORESERVE = 0xFF00
MAX_FILE_BYTES = 64 << 20
_MAX_NAME_BYTES = 1024
_MAX_ALIGN = 1 << 20
_MAX_OVERLAP = 4


class SHT:
    """The types of sections that are looked at; others are carried along."""

    NULL = 0
    PROGBITS = 1
    SYMTAB = 2
    STRTAB = 3
    NOBITS = 8
    REL = 9


class Header(NamedTuple):
    """A section header as the file has it, with its name found."""

    name_off: int
    type: int
    flags: int
    addr: int
    offset: int
    size: int
    link: int
    info: int
    align: int
    entsize: int
    name: str = ""


def check_elf(data: bytes, name: str) -> tuple[Header, ...]:
    """Check a BPF object file as far as its headers go.

    Args:
        data: The bytes of the file.
        name: What to call the file in messages.

    Returns:
        The section headers.

    Raises:
        ElfError: It is no little-endian 64-bit BPF object file, or it is broken.
    """
    _check_file_header(data, name)
    shoff = int.from_bytes(data[40:48], "little")
    shnum = int.from_bytes(data[60:62], "little")
    shstrndx = int.from_bytes(data[62:64], "little")
    raw = [Header(*SHDR.unpack_from(data, shoff + i * SHDR.size)) for i in range(shnum)]
    for index, header in enumerate(raw):
        _check_section(data, name, index, header)
    in_all = sum(header.size for header in raw if header.type not in (SHT.NULL, SHT.NOBITS))
    if in_all > _MAX_OVERLAP * len(data):
        raise _broken(name, "its sections", f"they have {in_all} bytes in a file of {len(data)}")
    if shstrndx >= shnum or raw[shstrndx].type != SHT.STRTAB:
        raise _broken(name, "the names of its sections", f"section {shstrndx} is no string table")
    headers = tuple(
        header._replace(name=_name(data, raw[shstrndx], header.name_off, f"{name}, section {i}"))
        for i, header in enumerate(raw)
    )
    symtab = _check_symbols(data, name, headers)
    for header in headers:
        if header.type == SHT.REL:
            _check_relocations(data, name, header, headers, symtab)
    return headers


def _broken(name: str, where: str, reason: str) -> ElfError:
    return ElfError(
        f"{name} is a broken ELF file",
        where=f"{name}, {where}",
        reason=reason,
        suggestion="copy or compile it again",
    )


def _truncated(name: str, where: str, reason: str) -> ElfError:
    return ElfError(
        f"{name} is truncated", where=where, reason=reason, suggestion="copy or compile it again"
    )


def _check_file_header(data: bytes, name: str) -> None:
    if data[:4] != b"\x7fELF":
        raise ElfError(
            f"{name} is no ELF file",
            where=name,
            reason="it is empty" if not data else f"it starts with {data[:4]!r}",
            suggestion="give the .bpf.o that clang -target bpf wrote",
        )
    if len(data) < EHDR_BYTES:
        raise _truncated(name, name, f"{len(data)} bytes hold no complete ELF header")
    if len(data) > MAX_FILE_BYTES:
        raise ElfError(
            f"{name} is too large for a BPF object",
            where=name,
            reason=f"it has {len(data)} bytes, the limit is {MAX_FILE_BYTES}",
            suggestion="strip it with llvm-strip -g",
        )
    if data[_EI_CLASS] != 2:
        raise ElfError(f"{name} is not a 64-bit ELF file", where=name, reason="BPF is 64-bit")
    if data[_EI_DATA] != 1:
        raise ElfError(
            f"{name} is a big-endian object",
            where=name,
            reason="the simulated machines are little-endian",
            suggestion="compile with -target bpfel (or bpf on a little-endian machine)",
        )
    e_type = int.from_bytes(data[16:18], "little")
    machine = int.from_bytes(data[18:20], "little")
    if machine != _EM_BPF:
        raise ElfError(
            f"{name} is no BPF object",
            where=name,
            reason=f"its ELF machine is {machine}, BPF is {_EM_BPF}",
            suggestion="compile with clang -target bpf",
        )
    if e_type != _ET_REL:
        raise ElfError(
            f"{name} is not a relocatable object",
            where=name,
            reason=f"its ELF type is {e_type}, not {_ET_REL}",
            suggestion="compile with -c and do not link",
        )
    _check_table_of_sections(data, name)


def _check_table_of_sections(data: bytes, name: str) -> None:
    shoff = int.from_bytes(data[40:48], "little")
    shentsize = int.from_bytes(data[58:60], "little")
    shnum = int.from_bytes(data[60:62], "little")
    if shentsize != SHDR.size:
        reason = f"a section header has {SHDR.size} bytes, and the file says {shentsize}"
        raise _broken(name, "byte 58", reason)
    if not shnum or shoff + shnum * shentsize > len(data):
        raise _truncated(
            name, name, f"{shnum} section headers at byte {shoff} of a file of {len(data)} bytes"
        )


def _check_section(data: bytes, name: str, index: int, header: Header) -> None:
    where = f"section {index}"
    if header.flags & _SHF_COMPRESSED:
        raise _broken(name, where, "it is compressed, which libbpf does not read")
    if header.align & (header.align - 1) if header.align else 0:
        raise _broken(name, where, f"its alignment {header.align} is no power of two")
    if header.align > _MAX_ALIGN:
        raise _broken(name, where, f"its alignment is {header.align}")
    if header.type in (SHT.NULL, SHT.NOBITS):
        return
    if header.offset + header.size > len(data):
        end = header.offset + header.size
        raise _truncated(name, f"{name}, {where}", f"it ends at byte {end} of {len(data)}")
    entry = {SHT.SYMTAB: SYM.size, SHT.REL: REL.size}.get(header.type)
    if entry is not None and (header.entsize != entry or header.size % entry):
        reason = f"an entry has {entry} bytes, and it says {header.entsize}"
        if header.entsize == entry:
            reason = f"its {header.size} bytes are no whole number of entries of {entry}"
        raise _broken(name, where, reason)
    if header.type == SHT.STRTAB and header.size and data[header.offset + header.size - 1]:
        raise _broken(name, where, "its strings do not end with a NUL byte")


def _name(data: bytes, strings: Header, offset: int, where: str) -> str:
    if offset >= strings.size:
        raise ElfError(
            "a name does not lie in its string table",
            where=where,
            reason=f"it starts at byte {offset} of {strings.size}",
            suggestion="copy or compile it again",
        )
    start = strings.offset + offset
    end = data.find(b"\0", start, start + _MAX_NAME_BYTES + 1)
    if end < 0:
        raise ElfError(f"a name has more than {_MAX_NAME_BYTES} bytes", where=where)
    text = data[start:end].decode("utf-8", "replace")
    if not text.isprintable() or "\ufffd" in text:
        raise ElfError(
            "a name cannot be printed",
            where=where,
            reason=f"it is {data[start : min(end, start + 40)]!r}",
            suggestion="copy or compile it again",
        )
    return text


def _check_symbols(data: bytes, name: str, headers: tuple[Header, ...]) -> int:
    """Check the symbol table; return the number of its section."""
    tables = [index for index, header in enumerate(headers) if header.type == SHT.SYMTAB]
    if not tables:
        raise ElfError(f"{name} has no symbol table", where=name, reason="it was stripped")
    if len(tables) > 1:
        raise _broken(name, f"sections {tables[0]} and {tables[1]}", "it has two symbol tables")
    table = headers[tables[0]]
    if table.link >= len(headers) or headers[table.link].type != SHT.STRTAB:
        reason = f"its names are in section {table.link}, which is no string table"
        raise _broken(name, f"section {table.name!r}", reason)
    rows = data[table.offset : table.offset + table.size]
    for index, (name_off, _info, _other, shndx, _value, _size) in enumerate(SYM.iter_unpack(rows)):
        where = f"{name}, symbol {index}"
        _name(data, headers[table.link], name_off, where)
        if len(headers) <= shndx < _SHN_LORESERVE:
            raise ElfError(
                f"a symbol lies in section {shndx}, and there are {len(headers)}",
                where=where,
                suggestion="copy or compile it again",
            )
    return tables[0]


def _check_relocations(
    data: bytes, name: str, header: Header, headers: tuple[Header, ...], symtab: int
) -> None:
    where = f"section {header.name!r}"
    if header.link != symtab:
        reason = f"its symbols are in section {header.link}, the symbol table is {symtab}"
        raise _broken(name, where, reason)
    target = header.info
    if not 0 < target < len(headers):
        raise _broken(name, where, f"it relocates section {target}, which is not there")
    if headers[target].type in (SHT.REL, SHT.SYMTAB, SHT.STRTAB):
        raise _broken(name, where, f"it relocates section {target}, a table of the file itself")
    nr_symbols = headers[symtab].size // SYM.size
    rows = data[header.offset : header.offset + header.size]
    for index, (_offset, info) in enumerate(REL.iter_unpack(rows)):
        if info >> 32 >= nr_symbols:
            raise ElfError(
                f"a relocation names symbol {info >> 32}, and there are {nr_symbols}",
                where=f"{name}, section {header.name!r}, entry {index}",
                suggestion="copy or compile it again",
            )
