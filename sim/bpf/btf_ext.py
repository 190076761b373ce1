"""The ``.BTF.ext`` section: what clang knows about single instructions.

Models the three tables of ``tools/lib/bpf/libbpf_internal.h``: which function type starts at an
instruction (func_info), which source line it comes from (line_info), and what CO-RE must patch
in it (core_relos).

The rule to know: instruction offsets are in *bytes from the start of the ELF section*, as in
the file; whoever links programs turns them into instruction indexes.

**Not modelled:** writing the section back.
"""

from __future__ import annotations

import enum
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from sim.base.errors import BtfError
from sim.bpf.btf_raw import StringTable, parse_header

__all__ = ["BtfExt", "CoreRelo", "CoreReloKind", "FuncInfo", "LineInfo", "parse_btf_ext"]

_HEADER = struct.Struct("<HBBIIIII")
_CORE_HEADER = struct.Struct("<II")
_MAX_RECORD_BYTES = 252


class CoreReloKind(enum.IntEnum):
    """``enum bpf_core_relo_kind``."""

    FIELD_BYTE_OFFSET = 0
    FIELD_BYTE_SIZE = 1
    FIELD_EXISTS = 2
    FIELD_SIGNED = 3
    FIELD_LSHIFT_U64 = 4
    FIELD_RSHIFT_U64 = 5
    TYPE_ID_LOCAL = 6
    TYPE_ID_TARGET = 7
    TYPE_EXISTS = 8
    TYPE_SIZE = 9
    ENUMVAL_EXISTS = 10
    ENUMVAL_VALUE = 11
    TYPE_MATCHES = 12


@dataclass(frozen=True, slots=True)
class FuncInfo:
    """Function type *type_id* starts at byte *insn_off* of its section."""

    insn_off: int
    type_id: int


@dataclass(frozen=True, slots=True)
class LineInfo:
    """The instruction at byte *insn_off* comes from this source line (columns count from 1)."""

    insn_off: int
    file: str
    line: str
    line_num: int
    column: int


@dataclass(frozen=True, slots=True)
class CoreRelo:
    """The instruction at byte *insn_off* depends on *access_str* of local type *type_id*."""

    insn_off: int
    type_id: int
    access_str: str
    kind: CoreReloKind


@dataclass(frozen=True, slots=True)
class BtfExt:
    """The three tables, each by the name of the ELF section it is about."""

    func_info: dict[str, tuple[FuncInfo, ...]] = field(default_factory=dict)
    line_info: dict[str, tuple[LineInfo, ...]] = field(default_factory=dict)
    core_relos: dict[str, tuple[CoreRelo, ...]] = field(default_factory=dict)


def parse_btf_ext(data: bytes, btf_data: bytes) -> BtfExt:
    """Read a ``.BTF.ext`` section.

    Args:
        data: The section.
        btf_data: The ``.BTF`` section of the same file, which has the strings.

    Raises:
        BtfError: It is broken.
    """
    _, strings = parse_header(btf_data)
    if len(data) < _HEADER.size:
        raise _broken("it has no complete header")
    magic, version, _flags, hdr_len, func_off, func_len, line_off, line_len = _HEADER.unpack_from(
        data
    )
    if magic != 0xEB9F or version != 1 or not _HEADER.size <= hdr_len <= len(data):
        raise _broken(f"magic {magic:#x}, version {version}, header of {hdr_len} bytes")
    core_off, core_len = 0, 0
    if hdr_len >= _HEADER.size + _CORE_HEADER.size:
        core_off, core_len = _CORE_HEADER.unpack_from(data, _HEADER.size)
    body = data[hdr_len:]
    return BtfExt(
        func_info={
            name: tuple(FuncInfo(*struct.unpack_from("<II", row)) for row in rows)
            for name, rows in _sections(body, func_off, func_len, 8, strings)
        },
        line_info={
            name: tuple(_line(row, strings) for row in rows)
            for name, rows in _sections(body, line_off, line_len, 16, strings)
        },
        core_relos={
            name: tuple(_relo(row, strings) for row in rows)
            for name, rows in _sections(body, core_off, core_len, 16, strings)
        },
    )


def _broken(reason: str) -> BtfError:
    return BtfError("the .BTF.ext section is broken", where=".BTF.ext", reason=reason)


def _sections(
    body: bytes, off: int, length: int, record_bytes: int, strings: StringTable
) -> Iterator[tuple[str, list[bytes]]]:
    if not length:
        return
    if off + length > len(body) or length < 4:
        raise _broken(f"a table ends at byte {off + length} of {len(body)}")
    table = body[off : off + length]
    (rec_size,) = struct.unpack_from("<I", table)
    if rec_size < record_bytes or rec_size > _MAX_RECORD_BYTES or rec_size % 4:
        raise _broken(f"records of {rec_size} bytes")
    merged: dict[str, list[bytes]] = {}
    pos = 4
    while pos < length:
        if length - pos < 8:
            raise _broken("a table ends inside a section header")
        name_off, nr_rows = struct.unpack_from("<II", table, pos)
        pos += 8
        end = pos + nr_rows * rec_size
        if end > length or not nr_rows:
            raise _broken(f"{nr_rows} records of section {strings[name_off]!r} do not fit")
        rows = [table[at : at + rec_size] for at in range(pos, end, rec_size)]
        merged.setdefault(strings[name_off], []).extend(rows)
        pos = end
    yield from merged.items()


def _line(row: bytes, strings: StringTable) -> LineInfo:
    insn_off, file_off, line_off, line_col = struct.unpack_from("<IIII", row)
    file, line = strings.text(file_off), strings.text(line_off)
    return LineInfo(insn_off, file, line, line_col >> 10, line_col & 1023)


def _relo(row: bytes, strings: StringTable) -> CoreRelo:
    insn_off, type_id, access_off, kind = struct.unpack_from("<IIII", row)
    try:
        return CoreRelo(insn_off, type_id, strings[access_off], CoreReloKind(kind))
    except ValueError as exc:
        raise _broken(f"CO-RE relocation kind {kind} is unknown") from exc
