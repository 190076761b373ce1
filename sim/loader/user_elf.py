"""An ELF executable or library of user space: what libbpf reads of it to place uprobes.

Answers to ``elf.c`` of libbpf (1.x): symbols come from ``.dynsym`` first and from ``.symtab``
only if that had none of the name; a symbol's place is its offset in the file.

**Rule:** whatever is wrong with a file is an `AttachError` with libbpf's message and the errno
that the attaching function returns; nothing else leaves this module.

**Not modelled:** files inside archives (``app.apk!/lib.so``), 32-bit and big-endian machines,
separate debug files.
"""

from __future__ import annotations

import fnmatch
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

from elftools.common.exceptions import ELFError
from elftools.construct import ConstructError
from elftools.elf.elffile import ELFFile

from sim.base.errors import AttachError

__all__ = ["Segment", "Symbol", "UserElf", "open_user_elf", "user_elf"]

_TABLES = ("SHT_DYNSYM", "SHT_SYMTAB")
_TYPES = ("ET_EXEC", "ET_DYN")
_PF_X = 1
_GNU_BUILD_ID = 3
# what elftools lets out when a file's tables lead outside it
_BROKEN = (
    ELFError,
    ConstructError,
    struct.error,
    UnicodeDecodeError,
    AttributeError,
    TypeError,
    KeyError,
    IndexError,
    ValueError,
    OverflowError,
    AssertionError,
)


@dataclass(frozen=True)
class Segment:
    """A part of the file that is mapped when the program runs.

    Args:
        start: Its first address.
        end: The address behind it.
        offset: Where it begins in the file.
        is_exec: Whether it may be executed.
    """

    start: int
    end: int
    offset: int
    is_exec: bool


@dataclass(frozen=True)
class Symbol:
    """A function's symbol.

    Args:
        name: Without a version.
        version: What stands behind ``@`` or ``@@``, or "".
        address: Its value.
        size: In bytes; 0 when the file does not say.
        offset: Where its code is in the file; 0 for one that the file only refers to.
        is_weak: Whether another definition goes before it.
    """

    name: str
    version: str
    address: int
    size: int
    offset: int
    is_weak: bool


def _refuse(message: str, errno: str, path: str, try_: str = "") -> AttachError:
    return AttachError(message, where=path, reason=errno, suggestion=try_)


class UserElf:
    """One file, read.

    Args:
        path: Its name in messages.
        data: Its bytes.

    Raises:
        AttachError: It is no ELF file.
    """

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        try:
            self._elf = ELFFile(BytesIO(data))
            self._sections = list(self._elf.iter_sections())
        except _BROKEN as error:
            raise self._unreadable(error) from None

    def _unreadable(self, error: Exception) -> AttachError:
        message = f"elf: could not read elf from {self.path}: {error or 'invalid file'}"
        return _refuse(message, "EINVAL", self.path, "give a whole ELF file")

    @property
    def is_library(self) -> bool:
        """Whether its addresses are relative to where it is mapped (ET_DYN)."""
        return str(self._elf["e_type"]) == "ET_DYN"

    def check_usdt(self) -> None:
        """Refuse what libbpf attaches no USDT probe in (sanity_check_usdt_elf).

        Raises:
            AttachError: Wrong class, byte order or type (EBADF).
        """
        path, kind = self.path, str(self._elf["e_type"])
        if self._elf.elfclass != 64:
            message = f"usdt: attaching to 32-bit ELF binary '{path}' is not supported"
            raise _refuse(message, "EBADF", path, "give a 64-bit build of it")
        if not self._elf.little_endian:
            raise _refuse(f"usdt: ELF endianness mismatch for '{path}'", "EBADF", path)
        if kind not in _TYPES:
            number = struct.unpack_from("<H", self.data, 16)[0]
            message = f"usdt: unsupported type of ELF binary '{path}' ({number}), only ET_EXEC and"
            raise _refuse(f"{message} ET_DYN are supported", "EBADF", path, "link it first")

    @cached_property
    def build_id(self) -> str:
        """The GNU build id in hexadecimal digits, or "" if there is none."""
        for owner, kind, desc in self.notes(".note.gnu.build-id"):
            if owner == b"GNU" and kind == _GNU_BUILD_ID:
                return desc.hex()
        return ""

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The loadable segments, by address.

        Raises:
            AttachError: There is none (ENOENT), or they cannot be read.
        """
        try:
            headers = [s.header for s in self._elf.iter_segments() if s["p_type"] == "PT_LOAD"]
            rows = [(h.p_vaddr, h.p_memsz, h.p_offset, h.p_flags) for h in headers]
        except _BROKEN as error:
            raise self._unreadable(error) from None
        if not rows:
            message = f"elf: failed to find PT_LOAD program headers in '{self.path}'"
            raise _refuse(message, "ESRCH", self.path)
        return tuple(
            Segment(start, start + size, offset, bool(flags & _PF_X))
            for start, size, offset, flags in sorted(rows)
        )

    def segment_at(self, address: int) -> Segment | None:
        """Return the segment that holds an address."""
        found = (one for one in self.segments if one.start <= address < one.end)
        return next(found, None)

    def address_of(self, offset: int) -> int | None:
        """Return the address at which a place in the file is mapped for execution."""
        for one in self.segments:
            if one.is_exec and one.offset <= offset < one.offset + one.end - one.start:
                return offset - one.offset + one.start
        return None

    def section_address(self, name: str) -> int:
        """Return the address of a section, or 0 if there is none."""
        found = (int(s["sh_addr"]) for s in self._sections if s.name == name)
        return next(found, 0)

    def section_data(self, name: str) -> bytes | None:
        """Return a note section's bytes; None if there is no such section.

        Raises:
            AttachError: It is not wholly in the file.
        """
        section = next((s for s in self._sections if s.name == name), None)
        if section is None:
            return None
        begin, size = int(section["sh_offset"]), int(section["sh_size"])
        if section["sh_type"] != "SHT_NOTE" or size == 0:
            return b""
        if begin + size > len(self.data):
            raise self._unreadable(ValueError(f"section {name} ends behind the file's end"))
        return self.data[begin : begin + size]

    def notes(self, section: str) -> Iterator[tuple[bytes, int, bytes]]:
        """Yield owner, type and content of every note in a section.

        Raises:
            AttachError: A note ends behind its section.
        """
        data = self.section_data(section) or b""
        at = 0
        while at + 12 <= len(data):
            name_bytes, desc_bytes, kind = struct.unpack_from("<III", data, at)
            name_at = at + 12
            desc_at = name_at + (name_bytes + 3 & ~3)
            at = desc_at + (desc_bytes + 3 & ~3)
            if desc_at + desc_bytes > len(data):
                raise self._unreadable(ValueError(f"a note ends behind section {section}"))
            owner = data[name_at : name_at + name_bytes].rstrip(b"\0")
            yield owner, kind, data[desc_at : desc_at + desc_bytes]

    @cached_property
    def _tables(self) -> tuple[tuple[Symbol, ...], ...]:
        """The function symbols of each symbol table, in the order in which libbpf looks."""
        try:
            return tuple(
                tuple(self._functions(section))
                for kind in _TABLES
                for section in self._sections
                if section["sh_type"] == kind
            )
        except _BROKEN as error:
            raise self._unreadable(error) from None

    def _functions(self, section: object) -> Iterator[Symbol]:
        for symbol in section.iter_symbols():  # type: ignore[attr-defined]
            if symbol["st_info"]["type"] != "STT_FUNC":
                continue
            name, _, version = symbol.name.partition("@")
            value, index = int(symbol["st_value"]), symbol["st_shndx"]
            offset = 0
            if isinstance(index, int):
                home = self._sections[index]
                offset = value - int(home["sh_addr"]) + int(home["sh_offset"])
            weak = symbol["st_info"]["bind"] == "STB_WEAK"
            yield Symbol(name, version.lstrip("@"), value, int(symbol["st_size"]), offset, weak)

    @property
    def functions(self) -> tuple[Symbol, ...]:
        """The functions of the first symbol table that has some, as the file orders them."""
        return next((table for table in self._tables if table), ())

    def function_offset(self, name: str) -> int:
        """Return where a function is in the file (elf_find_func_offset).

        Args:
            name: The symbol; ``name@VERSION`` picks one of several.

        Raises:
            AttachError: No such symbol, one that another file defines (ENOENT), or two that
                the linker treats alike (LIBBPF_ERRNO__FORMAT).
        """
        path, found = self.path, None
        for table in self._tables:
            found = self._in_table(table, name)
            if found is not None:
                break
        if found is None:
            message = f"elf: failed to find symbol '{name}' in '{path}'"
            suggestion = "name another function"
            if not self.functions:
                suggestion = "the file has no symbols: give an offset, or a build that has them"
            raise _refuse(message, "ENOENT", path, suggestion)
        if found.offset == 0:
            hint = "try using shared library path instead"
            if self.is_library:
                hint = "should not be 0 in a shared library"
            raise _refuse(f"elf: '{name}' is 0 in symtab for '{path}': {hint}", "ENOENT", path)
        return found.offset

    def _in_table(self, table: tuple[Symbol, ...], name: str) -> Symbol | None:
        found: Symbol | None = None
        plain, _, version = name.partition("@")
        for one in table:
            if one.name != plain or (version and one.version != version.lstrip("@")):
                continue
            if found is None or (found.is_weak and not one.is_weak):
                found = one
            elif not one.is_weak and one.offset != found.offset:
                message = f"elf: ambiguous match for '{name}', '{one.name}' in '{self.path}'"
                raise _refuse(message, "LIBBPF_ERRNO__FORMAT", self.path, "add the @VERSION")
        return found

    def matching_offsets(self, pattern: str) -> dict[str, int]:
        """Return name and place of every function that a glob matches.

        Raises:
            AttachError: There is none (ENOENT).
        """
        for table in self._tables:
            found = {s.name: s.offset for s in table if s.offset and _matches(s.name, pattern)}
            if found:
                return found
        message = f"elf: failed to resolve pattern '{pattern}' in '{self.path}'"
        raise _refuse(message, "ENOENT", self.path, "no function's name matches")

    def instruction(self, offset: int) -> bytes:
        """Return the bytes from a place in the file on, as many as an instruction may have."""
        return self.data[offset : offset + 15]


def _matches(name: str, pattern: str) -> bool:
    """Match ``*`` and ``?`` as libbpf does: brackets stand for themselves."""
    return fnmatch.fnmatchcase(name, pattern.replace("[", "[[]"))


def user_elf(path: str, data: bytes) -> UserElf:
    """Return a file that is in memory.

    Raises:
        AttachError: It is no ELF file.
    """
    return UserElf(path, data)


def open_user_elf(path: Path) -> UserElf:
    """Read a file.

    Raises:
        AttachError: It cannot be read, or is no ELF file.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"elf: failed to open {path}: {error.strerror}"
        raise _refuse(message, "ENOENT" if not path.exists() else "EACCES", str(path)) from None
    return UserElf(str(path), data)
