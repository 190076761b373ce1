"""Decoding records by the object's own BTF, as one line of text each.

Characters become text up to their NUL, a trailing character array may be cut short by the
record's length, everything else becomes a number.

An object's BTF lacks structs that its programs only ever build on their stacks. Layouts of such
records, which only the tool's user-space half knows, are in ``data/records.yaml``.

**Rule:** a record is decoded by a struct of its object: the scenario's ``decode.record``, else
the one called ``event`` (as libbpf-tools name theirs); else by the layout known for an object of
its name, if it is as long as that says; else not at all.

**Not modelled:** unions, bitfields, nested structs' arrays of structs (shown as hexadecimal).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from sim.base.errors import InternalError
from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    BTF_INT_SIGNED,
    Array,
    BtfKind,
    BtfType,
    Enum,
    Int,
    Ptr,
    Struct,
    Union,
)
from sim.bpf.spec import ObjectSpec

__all__ = ["record_decoder"]

_FALLBACK = "event"
_CHAR = "char"
_LAYOUTS = Path(__file__).parent / "data" / "records.yaml"
_PLAIN = re.compile(r"(?P<name>\w+) (?P<how>signed|unsigned|text|hex) (?P<size>\d+)")
_ROUND_BYTES = 8


class _Field(NamedTuple):
    """One field of a record: where it is, and how it is shown."""

    name: str
    offset: int
    size: int
    how: str


def record_decoder(spec: ObjectSpec, struct: str | None) -> Callable[[bytes], str] | None:
    """Return what turns a record of *spec* into text, or None when no struct is known."""
    btf = spec.btf
    for name in (struct, _FALLBACK):
        type_id = btf.find(name, BtfKind.STRUCT) if btf and name else None
        if btf is not None and type_id is not None:
            return functools.partial(_text, _btf_fields(btf, type_id, 0, ""))
    layout = _layouts().get(spec.name)
    if layout is None:
        return None
    return functools.partial(_text_if_as_long, layout["size"], _layout_fields(layout["fields"]))


@functools.cache
def _layouts() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load(_LAYOUTS.read_text(encoding="utf-8"))
    return found


def _layout_fields(lines: list[str]) -> list[_Field]:
    """Read ``name how size`` lines; fields follow each other without gaps."""
    fields: list[_Field] = []
    offset = 0
    for line in lines:
        match = _PLAIN.fullmatch(line)
        if match is None:
            raise InternalError(f"{_LAYOUTS.name}: {line!r} is no field")
        fields.append(_Field(match["name"], offset, int(match["size"]), match["how"]))
        offset += int(match["size"])
    return fields


def _btf_fields(btf: Btf, type_id: int, base: int, prefix: str) -> list[_Field]:
    """Flatten a struct into its fields, those of nested structs included."""
    struct = btf.resolved(type_id)
    fields: list[_Field] = []
    for member in struct.members if isinstance(struct, Struct | Union) else ():
        kind = btf.resolved(member.type)
        offset = base + member.bit_off // 8
        name = f"{prefix}{member.name}"
        if isinstance(kind, Struct | Union):
            inner = f"{name}." if member.name else prefix
            fields += _btf_fields(btf, btf.resolve(member.type), offset, inner)
        else:
            fields.append(_Field(name, offset, btf.sizeof(member.type), _how(btf, kind)))
    return fields


def _how(btf: Btf, kind: BtfType) -> str:
    if isinstance(kind, Array):
        element = btf.resolved(kind.type)
        return "text" if isinstance(element, Int) and element.name == _CHAR else "hex"
    if isinstance(kind, Int):
        return "signed" if kind.encoding & BTF_INT_SIGNED else "unsigned"
    return "unsigned" if isinstance(kind, Enum | Ptr) else "hex"


def _text_if_as_long(size: int, fields: list[_Field], data: bytes) -> str:
    # A perf buffer rounds a record, with the 4 bytes of its length, up to 8.
    if not size <= len(data) < size + _ROUND_BYTES:
        return f"bytes={data.hex()}"
    return _text(fields, data)


def _text(fields: list[_Field], data: bytes) -> str:
    """Return a record as ``name=value`` pairs."""
    parts = []
    for name, offset, size, how in fields:
        raw = data[offset : offset + size]
        if not raw and size:
            continue
        if how == "text":
            shown = raw.split(b"\0", 1)[0].decode("utf-8", "backslashreplace")
        elif how == "hex":
            shown = raw.hex()
        else:
            shown = str(int.from_bytes(raw, "little", signed=how == "signed"))
        parts.append(f"{name}={shown}")
    return " ".join(parts)
