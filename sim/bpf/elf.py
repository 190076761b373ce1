"""The ELF file that clang writes for a BPF program.

Models what libbpf's ``libbpf.c`` (``bpf_object__elf_init``, ``bpf_object__elf_collect``) reads
from it: sections, symbols, relocations, licence and version. pyelftools does the decoding.

The rule to know: what leaves this module is checked. Section bytes lie inside the file, every
relocation names a symbol that exists, and any breakage is one `ElfError`.

**Not modelled:** linked (``ET_EXEC``, ``ET_DYN``) files, compressed sections, big-endian BPF,
extended section numbering (more than 65 279 sections).
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from elftools.elf.elffile import ELFFile
from elftools.elf.relocation import RelocationSection
from elftools.elf.sections import SymbolTableSection

from sim.base.errors import ElfError

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

_EI_CLASS = 4
_EI_DATA = 5
_EHDR64_BYTES = 64
_EM_BPF = 247
_ET_REL = 1


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
    _check_header(data, name)
    try:
        return _read(data, name)
    except ElfError:
        raise
    # pyelftools answers broken bytes with whatever goes wrong first: struct, Unicode, key,
    # index and arithmetic errors as well as its own.
    except Exception as exc:
        raise ElfError(
            f"{name} is a broken ELF file",
            where=name,
            reason=f"{type(exc).__name__}: {exc}" if str(exc) else type(exc).__name__,
            suggestion="compile it again",
        ) from exc


def _check_header(data: bytes, name: str) -> None:
    if data[:4] != b"\x7fELF":
        raise ElfError(
            f"{name} is no ELF file",
            where=name,
            reason="it is empty" if not data else f"it starts with {data[:4]!r}",
            suggestion="give the .bpf.o that clang -target bpf wrote",
        )
    if len(data) < _EHDR64_BYTES:
        raise _truncated(name, f"{len(data)} bytes hold no complete ELF header")
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
    shoff = int.from_bytes(data[40:48], "little")
    shentsize = int.from_bytes(data[58:60], "little")
    shnum = int.from_bytes(data[60:62], "little")
    if not shnum or shoff + shnum * shentsize > len(data):
        raise _truncated(
            name, f"{shnum} section headers at byte {shoff} of a file of {len(data)} bytes"
        )


def _truncated(name: str, reason: str) -> ElfError:
    return ElfError(
        f"{name} is truncated", where=name, reason=reason, suggestion="copy or compile it again"
    )


def _read(data: bytes, name: str) -> ElfObject:
    elf = ELFFile(io.BytesIO(data))
    raw = list(elf.iter_sections())
    sections = tuple(_section(data, name, index, sec) for index, sec in enumerate(raw))
    tables = [sec for sec in raw if isinstance(sec, SymbolTableSection)]
    if not tables:
        raise ElfError(f"{name} has no symbol table", where=name, reason="it was stripped")
    symbols = tuple(_symbol(index, sym) for index, sym in enumerate(tables[0].iter_symbols()))
    relocs: dict[int, tuple[ElfReloc, ...]] = {}
    for sec in raw:
        if isinstance(sec, RelocationSection):
            target = int(sec["sh_info"])
            if not 0 < target < len(sections):
                raise ElfError(f"relocations of section {target}, which is not there", where=name)
            found = _relocs(sec, symbols, f"{name}, section {sections[target].name}")
            relocs[target] = relocs.get(target, ()) + found
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


def _section(data: bytes, name: str, index: int, sec: Any) -> ElfSection:
    kind = str(sec["sh_type"])
    start, size = int(sec["sh_offset"]), int(sec["sh_size"])
    has_bytes = kind not in (SHT_NOBITS, "SHT_NULL")
    if has_bytes and start + size > len(data):
        raise _truncated(name, f"section {sec.name!r} ends at byte {start + size} of {len(data)}")
    return ElfSection(
        index=index,
        name=str(sec.name),
        type=kind,
        flags=int(sec["sh_flags"]),
        size=size,
        align=int(sec["sh_addralign"]),
        data=data[start : start + size] if has_bytes else b"",
    )


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
    )


def _relocs(sec: Any, symbols: tuple[ElfSymbol, ...], where: str) -> tuple[ElfReloc, ...]:
    found: list[ElfReloc] = []
    for rel in sec.iter_relocations():
        sym_idx = int(rel["r_info_sym"])
        if sym_idx >= len(symbols):
            raise ElfError(
                f"a relocation names symbol {sym_idx}, and there are {len(symbols)}", where=where
            )
        found.append(ElfReloc(int(rel["r_offset"]), int(rel["r_info_type"]), symbols[sym_idx]))
    return tuple(found)
