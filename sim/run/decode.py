"""The layout of a tracer's records, by the object's own BTF.

Characters are text, a number is a number of its width and sign, an array of wide numbers is
numbers, and everything else is bytes. Members of nested structs and unions are fields of their
own.

An object's BTF lacks structs that its programs only ever build on their stacks. Layouts of such
records, which only the tool's user-space half knows, are in ``data/records.yaml``.

**Rule:** a record has the layout of a struct of its object: the scenario's ``decode.record``,
else the one called ``event`` (as libbpf-tools name theirs); else the layout known for an object
of its name; else none. By BTF a record may end within its last field, if that is an array; one
of a known layout is as long as that says.

**Not modelled:** arrays of structs (bytes), integers wider than 8 bytes (bytes), which member of
a union is meant.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from sim.base.errors import BtfError, InternalError
from sim.bpf.btf import MAX_RESOLVE_DEPTH, Btf
from sim.bpf.btf_types import (
    BTF_INT_BOOL,
    BTF_INT_SIGNED,
    Array,
    BtfKind,
    BtfType,
    Enum,
    Enum64,
    Int,
    Member,
    Ptr,
    Struct,
    Union,
)
from sim.bpf.spec import ObjectSpec
from sim.record.fields import RecordField, RecordLayout

__all__ = ["record_layout"]

_FALLBACK = "event"
_CHAR = "char"
_MAX_INT_BYTES = 8
_LAYOUTS = Path(__file__).parent / "data" / "records.yaml"
_PLAIN = re.compile(r"(?P<name>\w+) (?P<how>signed|unsigned|text|hex) (?P<size>\d+)")
_MAX_FIELDS = 4096


def record_layout(spec: ObjectSpec, struct: str | None) -> RecordLayout | None:
    """Return how the records of *spec* are laid out, or None when no struct is known."""
    btf = spec.btf
    for name in (struct, _FALLBACK):
        type_id = btf.find(name, BtfKind.STRUCT) if btf and name else None
        if btf is not None and name and type_id is not None:
            return _btf_layout(btf, name, type_id)
    known = _layouts().get(spec.name)
    if known is None:
        return None
    fields = tuple(_known_fields(known["fields"]))
    return RecordLayout(known["struct"], known["size"], known["size"], fields)


# --- layouts that are known by the object's name -------------------------------------------------
@functools.cache
def _layouts() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load(_LAYOUTS.read_text(encoding="utf-8"))
    return found


def _known_fields(lines: list[str]) -> list[RecordField]:
    """Read ``name how size`` lines; fields follow each other but for ``pad size`` lines."""
    fields: list[RecordField] = []
    offset = 0
    for line in lines:
        if line.startswith("pad "):
            offset += int(line.split()[1])
            continue
        match = _PLAIN.fullmatch(line)
        if match is None:
            raise InternalError(f"{_LAYOUTS.name}: {line!r} is no field")
        size, how = int(match["size"]), match["how"]
        element = 1 if how in ("text", "hex") else size
        fields.append(RecordField(match["name"], offset, size, how, element))
        offset += size
    return fields


# --- layouts from BTF ----------------------------------------------------------------------------
def _btf_layout(btf: Btf, name: str, type_id: int) -> RecordLayout:
    fields: list[RecordField] = []
    _add_fields(fields, btf, (), type_id, 0, "")
    return RecordLayout(name, btf.sizeof(type_id), _min_bytes(fields), tuple(fields))


def _min_bytes(fields: list[RecordField]) -> int:
    """Return the length of the shortest record: without the last field, if that is an array."""
    if not fields:
        return 0
    last = max(fields, key=lambda field: (field.end, field.offset))
    if last.is_number:
        return last.end
    return max([last.offset, *(field.end for field in fields if field is not last)])


def _add_fields(
    fields: list[RecordField],
    btf: Btf,
    outer: tuple[int, ...],
    type_id: int,
    base_bits: int,
    prefix: str,
) -> None:
    """Flatten a struct or union into its fields, those of nested ones included."""
    struct = btf.resolved(type_id)
    inside = (*outer, btf.resolve(type_id))
    for member in struct.members if isinstance(struct, Struct | Union) else ():
        if len(fields) > _MAX_FIELDS or len(inside) > MAX_RESOLVE_DEPTH:
            raise BtfError(
                f"{btf.type_name(inside[0])} is too large to be decoded as a record",
                where=f"BTF type {inside[0]}",
                reason=f"it has more than {_MAX_FIELDS} fields, or {MAX_RESOLVE_DEPTH} levels",
            )
        kind = btf.resolved(member.type)
        name = f"{prefix}{member.name}"
        bit_off = base_bits + member.bit_off
        if isinstance(kind, Struct | Union):
            inner_id = btf.resolve(member.type)
            if inner_id in inside:
                raise BtfError(
                    f"{btf.type_name(inner_id)} contains itself", where=f"BTF type {inner_id}"
                )
            inner = f"{name}." if member.name else prefix
            _add_fields(fields, btf, inside, inner_id, bit_off, inner)
        elif member.bitfield_size and member.name:
            fields.append(_bitfield(kind, member, name, bit_off))
        elif member.name:
            fields.append(_field(btf, member.type, kind, name, bit_off // 8))


def _bitfield(kind: BtfType, member: Member, name: str, bit_off: int) -> RecordField:
    shift = bit_off % 8
    size = (shift + member.bitfield_size + 7) // 8
    if size > _MAX_INT_BYTES:
        return RecordField(name, bit_off // 8, size, "hex")
    how, names = _number(kind)
    return RecordField(name, bit_off // 8, size, how, size, shift, member.bitfield_size, names)


def _field(btf: Btf, type_id: int, kind: BtfType, name: str, offset: int) -> RecordField:
    size = btf.sizeof(type_id)
    if not isinstance(kind, Array):
        how, names = _number(kind)
        if how == "hex" or size > _MAX_INT_BYTES:
            return RecordField(name, offset, size, "hex")
        return RecordField(name, offset, size, how, size, names=names)
    element = btf.resolved(kind.type)
    if isinstance(element, Int) and element.name == _CHAR:
        return RecordField(name, offset, size, "text")
    element_id = kind.type
    while isinstance(element, Array):  # all dimensions together
        element_id = element.type
        element = btf.resolved(element_id)
    how, _ = _number(element)
    width = btf.sizeof(element_id)
    if how == "hex" or not 1 < width <= _MAX_INT_BYTES:
        return RecordField(name, offset, size, "hex")
    return RecordField(name, offset, size, how, width)


def _number(kind: BtfType) -> tuple[str, str]:
    """Return how a number of this type is read, hex when it is none, and an enum's names."""
    if isinstance(kind, Int):
        if kind.encoding & BTF_INT_BOOL:
            return "bool", ""
        return ("signed" if kind.encoding & BTF_INT_SIGNED else "unsigned"), ""
    if isinstance(kind, Enum | Enum64):
        names = " ".join(f"{one.name}={one.value}" for one in kind.values)
        return ("signed" if kind.is_signed else "unsigned"), names
    return ("unsigned" if isinstance(kind, Ptr) else "hex"), ""
