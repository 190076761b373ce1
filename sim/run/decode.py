"""Decoding records by the object's own BTF, as one line of text each.

Characters become text up to their NUL, a trailing character array may be cut short by the
record's length, everything else becomes a number.

**Rule:** a record is decoded by a struct of its object: the scenario's ``decode.record``, else
the one called ``event`` (as libbpf-tools name theirs), else none.

**Not modelled:** unions, bitfields, nested structs' arrays of structs (shown as hexadecimal).
"""

from __future__ import annotations

from collections.abc import Callable

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


def record_decoder(spec: ObjectSpec, struct: str | None) -> Callable[[bytes], str] | None:
    """Return what turns a record of *spec* into text, or None when no struct is known."""
    btf = spec.btf
    if btf is None:
        return None
    for name in (struct, _FALLBACK):
        type_id = btf.find(name, BtfKind.STRUCT) if name else None
        if type_id is not None:
            return _Decoder(btf, type_id).text
    return None


class _Decoder:
    def __init__(self, btf: Btf, type_id: int) -> None:
        self.btf = btf
        self.fields: list[tuple[str, int, int, str]] = []
        self._collect(type_id, 0, "")

    def _collect(self, type_id: int, base: int, prefix: str) -> None:
        """Flatten a struct into (name, offset, size, how to show it)."""
        struct = self.btf.resolved(type_id)
        if not isinstance(struct, Struct | Union):
            return
        for member in struct.members:
            kind = self.btf.resolved(member.type)
            offset = base + member.bit_off // 8
            name = f"{prefix}{member.name}"
            if isinstance(kind, Struct | Union):
                inner = f"{name}." if member.name else prefix
                self._collect(self.btf.resolve(member.type), offset, inner)
                continue
            self.fields.append((name, offset, self.btf.sizeof(member.type), self._how(kind)))

    def _how(self, kind: BtfType) -> str:
        if isinstance(kind, Array):
            element = self.btf.resolved(kind.type)
            return "text" if isinstance(element, Int) and element.name == _CHAR else "hex"
        if isinstance(kind, Int):
            return "signed" if kind.encoding & BTF_INT_SIGNED else "unsigned"
        return "unsigned" if isinstance(kind, Enum | Ptr) else "hex"

    def text(self, data: bytes) -> str:
        """Return the record as ``name=value`` pairs."""
        parts = []
        for name, offset, size, how in self.fields:
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
