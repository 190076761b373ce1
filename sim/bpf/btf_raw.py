"""BTF as bytes: reading and writing the ``.BTF`` section.

Models the layout of ``include/uapi/linux/btf.h``: a header, the type records one after the
other, then the strings. Little-endian only, as all of bpfsim.

The rule to know: `parse_btf` checks everything that can be checked record by record (lengths,
kinds, string offsets, type ids), so that whoever holds the result can index by any id in it.
Loops through modifiers are found when a type is resolved.

**Not modelled:** split BTF (kernel modules), and the order of strings of the original section:
writing what was read gives the same types, not the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence

from sim.base.errors import BtfError
from sim.bpf.btf_types import (
    Array,
    BtfKind,
    BtfType,
    Const,
    Datasec,
    DeclTag,
    Enum,
    Enum64,
    Enumerator,
    Float,
    Func,
    FuncProto,
    Fwd,
    Int,
    Member,
    Param,
    Ptr,
    Restrict,
    SecVar,
    Struct,
    Typedef,
    TypeTag,
    Union,
    Var,
    Void,
    Volatile,
)

__all__ = ["StringTable", "encode_btf", "parse_btf", "parse_header"]

_MAGIC = 0xEB9F
_HEADER = struct.Struct("<HBBIIIII")
_RECORD = struct.Struct("<III")
_U32 = struct.Struct("<I")
_I32 = struct.Struct("<i")
_PAIR = struct.Struct("<II")
_TRIPLE = struct.Struct("<III")
_MAX_TYPES = 1 << 20
_MAX_OVERLAP = 16

#: Bytes that follow the common record: fixed, and per element counted by vlen.
_EXTRA_BYTES: dict[int, tuple[int, int]] = {
    BtfKind.INT: (4, 0),
    BtfKind.PTR: (0, 0),
    BtfKind.ARRAY: (12, 0),
    BtfKind.STRUCT: (0, 12),
    BtfKind.UNION: (0, 12),
    BtfKind.ENUM: (0, 8),
    BtfKind.FWD: (0, 0),
    BtfKind.TYPEDEF: (0, 0),
    BtfKind.VOLATILE: (0, 0),
    BtfKind.CONST: (0, 0),
    BtfKind.RESTRICT: (0, 0),
    BtfKind.FUNC: (0, 0),  # its vlen is the linkage
    BtfKind.FUNC_PROTO: (0, 8),
    BtfKind.VAR: (4, 0),
    BtfKind.DATASEC: (0, 12),
    BtfKind.FLOAT: (0, 0),
    BtfKind.DECL_TAG: (4, 0),
    BtfKind.TYPE_TAG: (0, 0),
    BtfKind.ENUM64: (0, 12),
}


class StringTable:
    """NUL-terminated strings, read by their offset; indexing is for names.

    Args:
        data: The bytes of the string section.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._cache: dict[int, str] = {0: ""}
        self._room = _MAX_OVERLAP * len(data)

    def __getitem__(self, off: int) -> str:
        text = self.text(off)
        if not text.isprintable():
            raise BtfError(
                "a name cannot be printed",
                where=f".BTF strings, offset {off}",
                reason=f"it begins with {text[:40]!r}",
            )
        return text

    def text(self, off: int) -> str:
        """Return a string that need not be a name, such as a line of source."""
        text = self._cache.get(off)
        if text is None:
            end = self._data.find(b"\0", off) if 0 <= off < len(self._data) else -1
            if end < 0:
                raise BtfError(
                    f"string offset {off} is outside of the string section",
                    where=f".BTF strings ({len(self._data)} bytes)",
                )
            self._room -= end - off
            if self._room < 0:
                raise BtfError(
                    "the BTF strings overlap too much",
                    where=f".BTF strings ({len(self._data)} bytes), offset {off}",
                    reason=f"those in use have more than {_MAX_OVERLAP} times the section's bytes",
                )
            text = self._data[off:end].decode("utf-8", "replace")
            self._cache[off] = text
        return text


def parse_header(data: bytes) -> tuple[bytes, StringTable]:
    """Check the header of a ``.BTF`` section.

    Returns:
        The bytes of the type records, and the strings.
    """
    if len(data) < _HEADER.size:
        raise BtfError(f"BTF of {len(data)} bytes has no complete header", where=".BTF")
    magic, version, flags, hdr_len, type_off, type_len, str_off, str_len = _HEADER.unpack_from(data)
    if magic != _MAGIC:
        swapped = magic == 0x9FEB
        raise BtfError(
            f"BTF starts with {magic:#06x}, not {_MAGIC:#06x}",
            where=".BTF",
            reason="this is big-endian BTF" if swapped else "this is no BTF",
        )
    if version != 1 or flags != 0:
        raise BtfError(f"BTF version {version} with flags {flags:#x} is unknown", where=".BTF")
    if hdr_len < _HEADER.size or hdr_len > len(data):
        raise BtfError(f"BTF header length {hdr_len} is impossible", where=".BTF")
    body = data[hdr_len:]
    for what, off, length in (("types", type_off, type_len), ("strings", str_off, str_len)):
        if off + length > len(body):
            raise BtfError(
                f"the BTF {what} end at byte {off + length} of {len(body)}",
                where=".BTF",
                reason="the section is truncated or its header is broken",
            )
    strings = body[str_off : str_off + str_len]
    if strings and (strings[0] or strings[-1]):
        raise BtfError("the BTF strings do not start and end with a NUL byte", where=".BTF")
    return body[type_off : type_off + type_len], StringTable(strings)


def parse_btf(data: bytes) -> list[BtfType]:
    """Read a ``.BTF`` section.

    Returns:
        The types by id; the first one is `Void`.
    """
    records, strings = parse_header(data)
    types: list[BtfType] = [Void()]
    pos = 0
    end = len(records)
    while pos < end:
        where = f"BTF type {len(types)}"
        if end - pos < _RECORD.size:
            raise BtfError("the BTF types end inside a record", where=where)
        name_off, info, size_or_type = _RECORD.unpack_from(records, pos)
        pos += _RECORD.size
        kind = info >> 24 & 0x1F
        extra = _EXTRA_BYTES.get(kind)
        if extra is None:
            raise BtfError(f"BTF kind {kind} is unknown", where=where)
        vlen = info & 0xFFFF
        length = extra[0] + extra[1] * vlen
        if end - pos < length:
            raise BtfError("the BTF types end inside a record", where=where)
        rest = records[pos : pos + length]
        try:
            types.append(_READ[kind](strings[name_off], info, size_or_type, rest, strings))
        except BtfError as error:
            error.where = f"{where}, {error.where}" if error.where else where
            raise
        pos += length
        if len(types) > _MAX_TYPES:
            raise BtfError(f"BTF has more than {_MAX_TYPES} types", where=".BTF")
    _check_ids(types)
    return types


def _check_ids(types: Sequence[BtfType]) -> None:
    nr_types = len(types)
    for type_id, btf_type in enumerate(types):
        for ref in _refs(btf_type):
            if ref >= nr_types:
                raise BtfError(
                    f"BTF type {type_id} refers to type {ref}, and there are {nr_types}",
                    where=f"BTF type {type_id}",
                )


def _refs(btf_type: BtfType) -> Iterator[int]:
    match btf_type:
        case Struct() | Union():
            for member in btf_type.members:
                yield member.type
        case Array():
            yield btf_type.type
            yield btf_type.index_type
        case FuncProto():
            yield btf_type.type
            for param in btf_type.params:
                yield param.type
        case Datasec():
            for var in btf_type.vars:
                yield var.type
        case Void() | Int() | Enum() | Enum64() | Fwd() | Float():
            return
        case _:
            yield btf_type.type


# Readers take: name, info word, size or type, the bytes behind the record, all strings.


def _read_int(name: str, _info: int, size: int, rest: bytes, _s: StringTable) -> BtfType:
    (word,) = _U32.unpack(rest)
    _check_size("int", name, size, range(1, 17))
    return Int(name, size, word >> 24 & 0x0F, word >> 16 & 0xFF, word & 0xFF)


def _read_array(_n: str, _info: int, _size: int, rest: bytes, _s: StringTable) -> BtfType:
    elem, index, nelems = _TRIPLE.unpack(rest)
    return Array(elem, nelems, index)


def _read_members(kflag: bool, rest: bytes, strings: StringTable) -> tuple[Member, ...]:
    if kflag:
        return tuple(
            Member(strings[name], ref, off & 0xFFFFFF, off >> 24)
            for name, ref, off in _TRIPLE.iter_unpack(rest)
        )
    return tuple(Member(strings[name], ref, off) for name, ref, off in _TRIPLE.iter_unpack(rest))


def _read_struct(name: str, info: int, size: int, rest: bytes, s: StringTable) -> BtfType:
    return Struct(name, size, _read_members(bool(info >> 31), rest, s))


def _read_union(name: str, info: int, size: int, rest: bytes, s: StringTable) -> BtfType:
    return Union(name, size, _read_members(bool(info >> 31), rest, s))


# An enum that is declared and not defined has no values, and with clang no size either.
_FORWARD_ENUM = (0, 1, 2, 4, 8)


def _check_size(what: str, name: str, size: int, allowed: Sequence[int]) -> None:
    if size not in allowed:
        raise BtfError(f"BTF {what} {name!r} has an impossible size of {size} bytes")


def _read_float(name: str, _info: int, size: int, _r: bytes, _s: StringTable) -> BtfType:
    _check_size("float", name, size, (2, 4, 8, 12, 16))
    return Float(name, size)


def _read_enum(name: str, info: int, size: int, rest: bytes, s: StringTable) -> BtfType:
    _check_size("enum", name, size, (1, 2, 4, 8) if rest else _FORWARD_ENUM)
    kflag = bool(info >> 31)
    pairs = struct.iter_unpack("<Ii" if kflag else "<II", rest)
    return Enum(name, size, tuple(Enumerator(s[off], value) for off, value in pairs), kflag)


def _read_enum64(name: str, info: int, size: int, rest: bytes, s: StringTable) -> BtfType:
    _check_size("enum", name, size, (1, 2, 4, 8) if rest else _FORWARD_ENUM)
    kflag = bool(info >> 31)
    triples = struct.iter_unpack("<IIi" if kflag else "<III", rest)
    values = tuple(Enumerator(s[off], high << 32 | low) for off, low, high in triples)
    return Enum64(name, size, values, kflag)


def _read_proto(_n: str, _info: int, ref: int, rest: bytes, s: StringTable) -> BtfType:
    return FuncProto(ref, tuple(Param(s[off], param) for off, param in _PAIR.iter_unpack(rest)))


def _read_var(name: str, _info: int, ref: int, rest: bytes, _s: StringTable) -> BtfType:
    return Var(name, ref, _U32.unpack(rest)[0])


def _read_datasec(name: str, _info: int, size: int, rest: bytes, _s: StringTable) -> BtfType:
    return Datasec(name, size, tuple(SecVar(*triple) for triple in _TRIPLE.iter_unpack(rest)))


def _read_decl_tag(name: str, _info: int, ref: int, rest: bytes, _s: StringTable) -> BtfType:
    return DeclTag(name, ref, _I32.unpack(rest)[0])


_Reader = Callable[[str, int, int, bytes, StringTable], BtfType]
_READ: dict[int, _Reader] = {
    BtfKind.INT: _read_int,
    BtfKind.PTR: lambda n, k, ref, b, s: Ptr(ref),
    BtfKind.ARRAY: _read_array,
    BtfKind.STRUCT: _read_struct,
    BtfKind.UNION: _read_union,
    BtfKind.ENUM: _read_enum,
    BtfKind.FWD: lambda name, info, z, b, s: Fwd(name, bool(info >> 31)),
    BtfKind.TYPEDEF: lambda name, k, ref, b, s: Typedef(name, ref),
    BtfKind.VOLATILE: lambda n, k, ref, b, s: Volatile(ref),
    BtfKind.CONST: lambda n, k, ref, b, s: Const(ref),
    BtfKind.RESTRICT: lambda n, k, ref, b, s: Restrict(ref),
    BtfKind.FUNC: lambda name, info, ref, b, s: Func(name, ref, info & 0xFFFF),
    BtfKind.FUNC_PROTO: _read_proto,
    BtfKind.VAR: _read_var,
    BtfKind.DATASEC: _read_datasec,
    BtfKind.FLOAT: _read_float,
    BtfKind.DECL_TAG: _read_decl_tag,
    BtfKind.TYPE_TAG: lambda name, k, ref, b, s: TypeTag(name, ref),
    BtfKind.ENUM64: _read_enum64,
}


class _Writer:
    """Collects strings and records."""

    def __init__(self) -> None:
        self.strings = bytearray(b"\0")
        self._offsets: dict[str, int] = {"": 0}
        self.records = bytearray()

    def string(self, text: str) -> int:
        off = self._offsets.get(text)
        if off is None:
            off = self._offsets[text] = len(self.strings)
            self.strings += text.encode() + b"\0"
        return off

    def record(
        self,
        kind: BtfKind,
        name: str,
        size_or_type: int,
        rest: bytes = b"",
        *,
        vlen: int = 0,
        kflag: bool = False,
    ) -> None:
        info = kflag << 31 | kind << 24 | vlen
        self.records += _RECORD.pack(self.string(name), info, size_or_type) + rest

    def add(self, btf_type: BtfType) -> None:
        kind = btf_type.kind
        match btf_type:
            case Int(name, size, encoding, bit_off, nr_bits):
                word = encoding << 24 | bit_off << 16 | nr_bits
                self.record(kind, name, size, _U32.pack(word))
            case Array():
                rest = _TRIPLE.pack(btf_type.type, btf_type.index_type, btf_type.nelems)
                self.record(kind, "", 0, rest)
            case Struct() | Union():
                self._add_composite(btf_type)
            case Enum() | Enum64():
                self._add_enum(btf_type)
            case Fwd():
                self.record(kind, btf_type.name, 0, kflag=btf_type.is_union)
            case Func():
                # The linkage of a function travels in vlen.
                self.record(kind, btf_type.name, btf_type.type, vlen=btf_type.linkage)
            case FuncProto():
                params = [_PAIR.pack(self.string(p.name), p.type) for p in btf_type.params]
                self.record(kind, "", btf_type.type, b"".join(params), vlen=len(params))
            case Var():
                self.record(kind, btf_type.name, btf_type.type, _U32.pack(btf_type.linkage))
            case Datasec():
                rows = [_TRIPLE.pack(v.type, v.offset, v.size) for v in btf_type.vars]
                self.record(kind, btf_type.name, btf_type.size, b"".join(rows), vlen=len(rows))
            case Float():
                self.record(kind, btf_type.name, btf_type.size)
            case DeclTag():
                rest = _I32.pack(btf_type.component_idx)
                self.record(kind, btf_type.name, btf_type.type, rest)
            case Void():
                raise BtfError("void is no record of its own, it is type 0")
            case _:
                self.record(kind, btf_type.name, btf_type.type)

    def _add_composite(self, btf_type: Struct | Union) -> None:
        kflag = any(m.bitfield_size for m in btf_type.members)
        rows = []
        for member in btf_type.members:
            off = member.bitfield_size << 24 | member.bit_off if kflag else member.bit_off
            rows.append(_TRIPLE.pack(self.string(member.name), member.type, off))
        rest = b"".join(rows)
        kind = btf_type.kind
        self.record(kind, btf_type.name, btf_type.size, rest, vlen=len(rows), kflag=kflag)

    def _add_enum(self, btf_type: Enum | Enum64) -> None:
        rows = []
        for value in btf_type.values:
            name = self.string(value.name)
            low = value.value & 0xFFFF_FFFF
            if isinstance(btf_type, Enum):
                rows.append(_PAIR.pack(name, low))
            else:
                rows.append(_TRIPLE.pack(name, low, value.value >> 32 & 0xFFFF_FFFF))
        kind = btf_type.kind
        kflag = btf_type.is_signed
        rest = b"".join(rows)
        self.record(kind, btf_type.name, btf_type.size, rest, vlen=len(rows), kflag=kflag)


def encode_btf(types: Sequence[BtfType]) -> bytes:
    """Write *types* (by id, `Void` first) as a ``.BTF`` section.

    Raises:
        BtfError: A number does not fit the encoding.
    """
    writer = _Writer()
    for type_id, btf_type in enumerate(types):
        if type_id == 0:
            continue
        try:
            writer.add(btf_type)
        except struct.error as exc:
            raise BtfError(
                f"{btf_type} does not fit the BTF encoding",
                where=f"BTF type {type_id}",
                reason=str(exc),
            ) from exc
    nr_bytes = len(writer.records)
    header = _HEADER.pack(_MAGIC, 1, 0, _HEADER.size, 0, nr_bytes, nr_bytes, len(writer.strings))
    return header + bytes(writer.records) + bytes(writer.strings)
