"""Writing a kernel object as text, by its type: what bpf_snprintf_btf gives.

Answers to ``btf_type_snprintf_show`` and the kinds' show functions in kernel/bpf/btf.c: members in
their order, one a line, each with its name and type; what is zero is left out. An array's elements
have no type of their own, and those of one byte are characters up to the first zero.

**Rule:** `show` is given the object's bytes; nothing behind a pointer is read.

**Not modelled:** objects of which only a part can be read.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    Array,
    BtfType,
    Enum,
    Enum64,
    Fwd,
    Int,
    Member,
    Ptr,
    Struct,
    Typedef,
    Union,
)

__all__ = ["BTF_F_COMPACT", "BTF_F_NONAME", "BTF_F_PTR_RAW", "BTF_F_ZERO", "show"]

BTF_F_COMPACT, BTF_F_NONAME, BTF_F_PTR_RAW, BTF_F_ZERO = 1, 2, 4, 8
_PREFIXES = ((Struct, "struct"), (Union, "union"), (Enum, "enum"), (Enum64, "enum"))


def show(
    btf: Btf, type_id: int, data: bytes, flags: int, hashed: Callable[[int], int] = lambda v: v
) -> str:
    """Return an object as text.

    Args:
        btf: Its types.
        type_id: Its type.
        data: Its bytes.
        flags: BTF_F_… .
        hashed: What a pointer is shown as without BTF_F_PTR_RAW.
    """
    return _Show(btf, flags, hashed).object(type_id, data)


def _prefix(btf_type: BtfType) -> str:
    """Return the word that C has before the type's name."""
    if isinstance(btf_type, Fwd):
        return "union" if btf_type.is_union else "struct"
    return next((word for kind, word in _PREFIXES if isinstance(btf_type, kind)), "")


class _Show:
    """One text in the making.

    Args:
        btf: The types.
        flags: BTF_F_… .
        hashed: What a pointer is shown as without BTF_F_PTR_RAW.
    """

    def __init__(self, btf: Btf, flags: int, hashed: Callable[[int], int]) -> None:
        self._btf = btf
        self._is_compact = bool(flags & BTF_F_COMPACT)
        self._has_names = not flags & BTF_F_NONAME
        self._has_zeros = bool(flags & BTF_F_ZERO)
        self._hashed = (lambda value: value) if flags & BTF_F_PTR_RAW else hashed
        self._data = b""

    def object(self, type_id: int, data: bytes) -> str:
        """Return an object."""
        self._data = data
        return self._any(type_id, 0, 0, self._name("", type_id)) or ""

    # --- lines ------------------------------------------------------------------------------------
    def _line(self, depth: int, text: str) -> str:
        return text if self._is_compact else " " * depth + text + "\n"

    def _end(self, depth: int) -> str:
        return "," if depth else ""

    def _name(self, member: str, type_id: int) -> str:
        """Return what stands before a value: the member's name and the type's, in brackets."""
        if not self._has_names:
            return ""
        return (f".{member} = " if member else "") + f"({self._type(type_id)})"

    def _type(self, type_id: int) -> str:
        prefix = name = stars = brackets = ""
        while type_id:
            btf_type = self._btf[type_id]
            if isinstance(btf_type, Array):
                brackets = "[]"
            elif isinstance(btf_type, Ptr):
                stars += "*"
            elif isinstance(btf_type, Typedef):
                name = name or btf_type.name
            elif not hasattr(btf_type, "type") or isinstance(btf_type, Member):
                if not name:
                    name = btf_type.name
                    prefix = _prefix(btf_type)
                break
            type_id = getattr(btf_type, "type", 0)
        space = " " if prefix and name else ""
        return f"{prefix}{space}{name}{' ' if stars else ''}{stars}{brackets}"

    # --- values -----------------------------------------------------------------------------------
    def _bits(self, bit_off: int, nr_bits: int) -> int:
        first, last = bit_off // 8, (bit_off + nr_bits + 7) // 8
        word = int.from_bytes(self._data[first:last], "little") >> bit_off % 8
        return word & ((1 << nr_bits) - 1)

    def _any(
        self, type_id: int, bit_off: int, depth: int, name: str, nr_bits: int = 0
    ) -> str | None:
        """Return a value's lines; None when it is zero and not shown."""
        btf_type = self._btf.resolved(type_id)
        if isinstance(btf_type, Struct | Union):
            return self._members(btf_type, bit_off, depth, name)
        if isinstance(btf_type, Array):
            return self._elements(btf_type, bit_off, depth, name)
        size = 8 * self._btf.sizeof(type_id)
        value = self._bits(bit_off, nr_bits or size)
        if not value and depth and not self._has_zeros:
            return None
        text = f"0x{value:x}" if nr_bits else self._value(btf_type, value)
        return self._line(depth, name + text + self._end(depth))

    def _value(self, btf_type: BtfType, value: int) -> str:
        if isinstance(btf_type, Ptr):
            return f"0x{self._hashed(value):016x}"
        if isinstance(btf_type, Enum | Enum64):
            return self._enumerator(btf_type, value)
        if isinstance(btf_type, Int):
            bits = 8 * btf_type.size
            if bits > 64:
                return f"0x{value:x}"
            if btf_type.nr_bits and btf_type.nr_bits != bits:
                return f"0x{value & ((1 << btf_type.nr_bits) - 1):x}"
            if btf_type.is_signed and value >> (bits - 1):
                value -= 1 << bits
        return str(value)

    def _enumerator(self, btf_type: Enum | Enum64, value: int) -> str:
        mask = (1 << 8 * btf_type.size) - 1
        for item in btf_type.values:
            if item.value & mask == value:
                return item.name
        bits = 8 * btf_type.size
        is_negative = btf_type.is_signed and value >> (bits - 1)
        return str(value - (1 << bits) if is_negative else value)

    def _members(self, btf_type: Struct | Union, bit_off: int, depth: int, name: str) -> str | None:
        inner = ""
        for member in btf_type.members:
            inner += (
                self._any(
                    member.type,
                    bit_off + member.bit_off,
                    depth + 1,
                    self._name(member.name, member.type),
                    member.bitfield_size,
                )
                or ""
            )
        return self._closed("{", inner, "}", depth, name)

    def _elements(self, array: Array, bit_off: int, depth: int, name: str) -> str | None:
        element = self._btf.resolved(array.type)
        size = 8 * self._btf.sizeof(array.type)
        is_text = isinstance(element, Int) and element.size == 1
        inner = ""
        for i in range(array.nelems):
            at = bit_off + i * size
            if is_text:
                value = self._bits(at, 8)
                if not value:
                    break
                if 32 <= value < 127 or value >= 160:  # what is printed in Latin-1
                    inner += self._line(depth + 1, f"'{chr(value)}',")
                    continue
            inner += self._any(array.type, at, depth + 1, "") or ""
        return self._closed("[", inner, "]", depth, name)

    def _closed(self, first: str, inner: str, last: str, depth: int, name: str) -> str | None:
        if not inner and depth and not self._has_zeros:
            return None
        opened = name + first
        if self._is_compact:
            return f"{opened}{inner}{last}{self._end(depth)}"
        return f"{' ' * depth}{opened}\n{inner}{' ' * depth}{last}{self._end(depth)}\n"
