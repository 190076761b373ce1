"""The ELF file that clang writes for a BPF program.

Models what libbpf's ``libbpf.c`` (``bpf_object__elf_init``, ``bpf_object__elf_collect``) reads
from it: sections, symbols, relocations, licence and version. `sim.bpf.elf_check` looks at all
headers first; pyelftools then decodes the symbol table and the relocations.

The rule to know: what leaves this module is checked. Section bytes lie inside the file, every
relocation names a symbol that exists, and any breakage is one `ElfError`.

**Not modelled:** what `sim.bpf.elf_check` refuses; relocations with addends (``SHT_RELA``),
which libbpf skips too.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from elftools.common.exceptions import ELFError
from elftools.elf.elffile import ELFFile

from sim.base.errors import ElfError
from sim.bpf.elf_check import SHT, Header, check_elf

__all__ = [
    "R_BPF_64_32",
    "R_BPF_64_64",
    "R_BPF_64_ABS32",
    "R_BPF_64_ABS64",
    "R_BPF_64_NODYLD32",
    "SHF_EXECINSTR",
    "SHN_UNDEF",
    "SHT_NOBITS",
    "SHT_PROGBITS",
    "STB_GLOBAL",
    "STB_LOCAL",
    "STB_WEAK",
    "STT_FUNC",
    "STT_NOTYPE",
    "STT_OBJECT",
    "STT_SECTION",
    "ElfObject",
    "ElfReloc",
    "ElfSection",
    "ElfSymbol",
    "read_elf",
]

SHN_UNDEF = 0
_SHN_ABS = 0xFFF1
_SHN_COMMON = 0xFFF2
_SHN_NAMES = {"SHN_UNDEF": SHN_UNDEF, "SHN_ABS": _SHN_ABS, "SHN_COMMON": _SHN_COMMON}

SHT_PROGBITS = "SHT_PROGBITS"
SHT_NOBITS = "SHT_NOBITS"
SHF_EXECINSTR = 4

STT_NOTYPE = "STT_NOTYPE"
STT_OBJECT = "STT_OBJECT"
STT_FUNC = "STT_FUNC"
STT_SECTION = "STT_SECTION"
STB_LOCAL = "STB_LOCAL"
STB_GLOBAL = "STB_GLOBAL"
STB_WEAK = "STB_WEAK"

R_BPF_64_64 = 1
R_BPF_64_ABS64 = 2
R_BPF_64_ABS32 = 3
R_BPF_64_NODYLD32 = 4
R_BPF_64_32 = 10

_TYPE_NAMES = {SHT.PROGBITS: SHT_PROGBITS, SHT.NOBITS: SHT_NOBITS}


@dataclass(frozen=True, slots=True)
class ElfSection:
    """A section; *data* is empty for one without bytes in the file (``SHT_NOBITS``)."""

    index: int
    name: str
    type: str
    flags: int
    size: int
    align: int
    data: bytes

    @property
    def is_exec(self) -> bool:
        """Whether the section holds instructions."""
        return bool(self.flags & SHF_EXECINSTR)


@dataclass(frozen=True, slots=True)
class ElfSymbol:
    """A symbol; *shndx* is its section, or `SHN_UNDEF` for an extern."""

    index: int
    name: str
    value: int
    size: int
    type: str
    bind: str
    shndx: int
    visibility: str = "STV_DEFAULT"

    @property
    def is_hidden(self) -> bool:
        """Whether nothing outside of its object may see it."""
        return self.visibility in ("STV_HIDDEN", "STV_INTERNAL")


@dataclass(frozen=True, slots=True)
class ElfReloc:
    """A place in a section that waits for a symbol's address."""

    offset: int
    type: int
    symbol: ElfSymbol


@dataclass(frozen=True, slots=True)
class ElfObject:
    """A BPF object file, taken apart.

    Attributes:
        sections: All sections by index.
        symbols: All symbols by index.
        relocs: Relocations by the index of the section they apply to.
        license: Text of section ``license``, or "".
        version: Number in section ``version``, or 0.
    """

    name: str
    sections: tuple[ElfSection, ...]
    symbols: tuple[ElfSymbol, ...]
    relocs: dict[int, tuple[ElfReloc, ...]] = field(default_factory=dict)
    license: str = ""
    version: int = 0

    def section(self, name: str) -> ElfSection | None:
        """Return the first section called *name*."""
        return next((section for section in self.sections if section.name == name), None)

    def symbols_of(self, section: ElfSection) -> list[ElfSymbol]:
        """Return the symbols that lie in *section*, in the order of the symbol table."""
        return [symbol for symbol in self.symbols if symbol.shndx == section.index]


def read_elf(data: bytes, name: str) -> ElfObject:
    """Take a BPF object file apart.

    Args:
        data: The bytes of the file.
        name: What to call the file in messages.

    Raises:
        ElfError: It is no little-endian 64-bit BPF object file, or it is broken.
    """
    headers = check_elf(data, name)
    sections = tuple(_section(data, index, header) for index, header in enumerate(headers))
    try:
        symbols, relocs = _tables(data, headers)
    except ELFError as exc:
        raise ElfError(
            f"{name} is a broken ELF file",
            where=name,
            reason=str(exc),
            suggestion="copy or compile it again",
        ) from exc
    lic = next((sec.data for sec in sections if sec.name == "license"), b"")
    ver = next((sec.data for sec in sections if sec.name == "version"), b"")
    return ElfObject(
        name=name,
        sections=sections,
        symbols=symbols,
        relocs=relocs,
        license=lic.split(b"\0")[0].decode("ascii", "replace"),
        version=int.from_bytes(ver[:4], "little"),
    )


def _section(data: bytes, index: int, header: Header) -> ElfSection:
    has_bytes = header.type not in (SHT.NOBITS, SHT.NULL)
    return ElfSection(
        index=index,
        name=header.name,
        type=_TYPE_NAMES.get(header.type, f"type {header.type:#x}"),
        flags=header.flags,
        size=header.size,
        align=header.align,
        data=data[header.offset : header.offset + header.size] if has_bytes else b"",
    )


def _tables(
    data: bytes, headers: tuple[Header, ...]
) -> tuple[tuple[ElfSymbol, ...], dict[int, tuple[ElfReloc, ...]]]:
    """Return the symbols, and the relocations by section."""
    # Only sections whose headers are known to be right are given to pyelftools.
    elf = ELFFile(io.BytesIO(data))
    symtab = next(i for i, header in enumerate(headers) if header.type == SHT.SYMTAB)
    table: Any = elf.get_section(symtab)
    symbols = tuple(_symbol(index, sym) for index, sym in enumerate(table.iter_symbols()))
    relocs: dict[int, tuple[ElfReloc, ...]] = {}
    for index, header in enumerate(headers):
        if header.type == SHT.REL:
            found = _relocs(elf.get_section(index), symbols)
            relocs[header.info] = relocs.get(header.info, ()) + found
    return symbols, relocs


def _symbol(index: int, sym: Any) -> ElfSymbol:
    shndx = sym["st_shndx"]
    return ElfSymbol(
        index=index,
        name=str(sym.name),
        value=int(sym["st_value"]),
        size=int(sym["st_size"]),
        type=str(sym["st_info"]["type"]),
        bind=str(sym["st_info"]["bind"]),
        shndx=_SHN_NAMES[shndx] if isinstance(shndx, str) else int(shndx),
        visibility=str(sym["st_other"]["visibility"]),
    )


def _relocs(sec: Any, symbols: tuple[ElfSymbol, ...]) -> tuple[ElfReloc, ...]:
    return tuple(
        ElfReloc(int(rel["r_offset"]), int(rel["r_info_type"]), symbols[int(rel["r_info_sym"])])
        for rel in sec.iter_relocations()
    )
