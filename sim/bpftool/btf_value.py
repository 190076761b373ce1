"""Values by their BTF type, as bpftool shows them.

Answers to bpftool's ``btf_dumper.c``: a struct is an object, an array of characters that ends in
a zero byte is a text, an enumerator is its name.

**Rule:** people's text (`is_plain`) and JSON differ in what JSON has no numbers for: pointers,
bit fields and integers of 128 bits are hexadecimal numbers in the one; in the other, pointers are
decimal and the rest are texts.

**Not modelled:** line information of a function (``BTF_KIND_FUNC`` under a pointer).
"""

from __future__ import annotations

from sim.bpf.btf import Btf, sizeof
from sim.bpf.btf_types import (
    BTF_INT_BOOL,
    BTF_INT_CHAR,
    Array,
    BtfType,
    Const,
    Datasec,
    Enum,
    Enum64,
    Fwd,
    Int,
    Ptr,
    Restrict,
    Struct,
    Typedef,
    TypeTag,
    Union,
    Var,
    Void,
    Volatile,
)
from sim.bpftool.jsonw import Token, Tree

__all__ = ["shown_value"]

_MODIFIERS = (Const, Volatile, Restrict, TypeTag)
_FOLLOWED = (*_MODIFIERS, Typedef)
_PRINTABLE = range(0x20, 0x7F)


def shown_value(btf: Btf, type_id: int, data: bytes, *, is_plain: bool = False) -> Tree:
    """Return a value as a tree to print.

    Args:
        btf: Its types.
        type_id: Its type.
        data: Its bytes; what is missing at their end reads as zero.
        is_plain: Whether the text is for people.
    """
    return _Shown(btf, data, is_plain).value(type_id, 0)


class _Shown:
    def __init__(self, btf: Btf, data: bytes, is_plain: bool) -> None:
        self._btf = btf
        self._data = data
        self._is_plain = is_plain

    def value(self, type_id: int, at: int) -> Tree:
        """Return the value of a type that begins at byte *at*."""
        one: BtfType = self._btf[type_id]
        match one:
            case Int():
                return self._int(one, at)
            case Struct() | Union():
                return {m.name: self._member(m.type, at, m.bit_off, m.bitfield_size)
                        for m in one.members}  # fmt: skip
            case Array():
                return self._array(one, at)
            case Enum() | Enum64():
                return self._enum(one, at)
            case Ptr():
                address = self._bits(8 * at, 64)
                if not self._is_plain:
                    return address
                return Token(f"{address:#x}" if address else "(nil)")
            case Var():
                return {one.name: self.value(one.type, at)}
            case Datasec():
                return {one.name: [self.value(var.type, at + var.offset) for var in one.vars]}
            case Void():
                return Token("(unknown)")
            case Fwd():
                return Token("(fwd-kind-invalid)")
            case _ if isinstance(one, _FOLLOWED):
                return self.value(one.type, at)
            case _:
                return Token("(unsupported-kind")

    def _bits(self, bit_off: int, nr_bits: int) -> int:
        first, last = bit_off // 8, -(-(bit_off + nr_bits) // 8)
        word = int.from_bytes(self._data[first:last], "little") >> bit_off % 8
        return word & ((1 << nr_bits) - 1)

    def _signed(self, at: int, size: int, is_signed: bool) -> int:
        value = self._bits(8 * at, 8 * size)
        return value - (1 << 8 * size) if is_signed and value >> (8 * size - 1) else value

    def _hex(self, value: int) -> Tree:
        return Token(f"{value:#x}") if self._is_plain else f"{value:#x}"

    def _member(self, type_id: int, at: int, bit_off: int, bitfield_size: int) -> Tree:
        if bitfield_size:
            return self._hex(self._bits(8 * at + bit_off, bitfield_size))
        return self.value(type_id, at + bit_off // 8)

    def _int(self, one: Int, at: int) -> Tree:
        if one.bit_off or one.nr_bits % 8 or one.nr_bits > 64:
            return self._hex(self._bits(8 * at + one.bit_off, one.nr_bits))
        value = self._signed(at, one.nr_bits // 8, one.is_signed)
        if one.encoding & BTF_INT_BOOL:
            return bool(value & 0xFF)
        if one.encoding & BTF_INT_CHAR:
            return self._char(value & 0xFF)
        return value

    def _char(self, value: int) -> Tree:
        if value in _PRINTABLE:
            return chr(value)
        return Token(f"{value:#x}") if self._is_plain else chr(value)

    def _enum(self, one: Enum | Enum64, at: int) -> Tree:
        mask = (1 << 8 * one.size) - 1
        value = self._bits(8 * at, 8 * one.size)
        for item in one.values:
            if item.value & mask == value:
                return item.name
        is_signed = one.is_signed or isinstance(one, Enum)
        return self._signed(at, one.size, is_signed)

    def _array(self, one: Array, at: int) -> Tree:
        text = self._text(one, at)
        if text is not None:
            return text
        size = sizeof(self._btf.types, one.type)
        return [self.value(one.type, at + i * size) for i in range(one.nelems)]

    def _text(self, one: Array, at: int) -> str | None:
        """Return an array of characters that is a text with its end; None for other arrays."""
        element: BtfType = self._btf[one.type]
        while isinstance(element, _MODIFIERS):
            element = self._btf[element.type]
        if not isinstance(element, Int) or element.size != 1:
            return None
        if element.encoding != BTF_INT_CHAR and element.name != "char":
            return None
        data = self._data[at : at + one.nelems].ljust(one.nelems, b"\0")
        text, end, _ = data.partition(b"\0")
        if not end or any(byte not in _PRINTABLE for byte in text):
            return None
        return text.decode("ascii")
