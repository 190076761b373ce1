"""BTF as a C header (``bpftool btf dump … format c``): the vmlinux.h of a kernel or an object.

Answers to libbpf's ``btf_dump.c`` and to the frame that bpftool puts around it.

**Rule:** every struct and union carries ``preserve_access_index``, so that an access compiles to
a CO-RE relocation. What C cannot say of a layout is said by unnamed bit-fields and ``packed``:
compiled again, every member lies where BTF has it.

**Not modelled:** attributes of declaration and type tags, and functions, which C has no use for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sim.bpf.btf import Btf
from sim.bpf.btf_dump.declare import base_word, declare
from sim.bpf.btf_dump.order import Step, in_order
from sim.bpf.btf_dump.padding import is_packed, padding
from sim.bpf.btf_types import BtfType, Enum, Enum64, Struct, Typedef, Union

__all__ = ["c_header"]

_OPENING = """\
#ifndef __VMLINUX_H__
#define __VMLINUX_H__

#ifndef BPF_NO_PRESERVE_ACCESS_INDEX
#pragma clang attribute push (__attribute__((preserve_access_index)), apply_to = record)
#endif

"""
_CLOSING = """\
#ifndef BPF_NO_PRESERVE_ACCESS_INDEX
#pragma clang attribute pop
#endif

#endif /* __VMLINUX_H__ */
"""
_VA_LIST = "__gnuc_va_list"
_BUILTIN = "__builtin_va_list"


def c_header(btf: Btf, ids: Iterable[int] | None = None) -> str:
    """Write types as a C header.

    Args:
        btf: The types.
        ids: Whose definitions are wanted, with what they need; all unless given.
    """
    writer = _Writer(btf)
    steps = in_order(btf, ids)
    return _OPENING + "".join(writer.text(step) for step in steps) + _CLOSING


class _Writer:
    def __init__(self, btf: Btf) -> None:
        self._btf = btf
        self._names: dict[int, str] = {}
        self._used: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        self._values: Counter[str] = self._used[False]

    def text(self, step: Step) -> str:
        """Write one declaration, with the empty line after it."""
        one = self._btf[step.id]
        if step.is_forward:
            return f"{base_word(one)}{self._name(step.id)};\n\n"
        if isinstance(one, Typedef):
            return self._typedef(step.id, one)
        return self._defined(step.id, "") + ";\n\n"

    def _typedef(self, type_id: int, one: Typedef) -> str:
        if one.name == _BUILTIN:
            return ""
        if one.name == _VA_LIST:
            return f"typedef {_BUILTIN} {_VA_LIST};\n\n"
        return f"typedef {self._declared(one.type, self._name(type_id), '')};\n\n"

    def _name(self, type_id: int) -> str:
        """Return a type's name; the second of two that C would take for one gets a number."""
        if type_id not in self._names:
            one = self._btf[type_id]
            used = self._used[bool(base_word(one))]
            # A forward declaration and a definition elsewhere are one tag to C.
            count = 1 if one.kind.name == "FWD" else self._count(used, one.name)
            self._names[type_id] = one.name if count < 2 else f"{one.name}___{count}"
        return self._names[type_id]

    @staticmethod
    def _count(used: Counter[str], name: str) -> int:
        used[name] += 1
        return used[name]

    def _declared(self, type_id: int, name: str, indent: str) -> str:
        return declare(self._btf, type_id, name, lambda base: self._base(base, indent))

    def _base(self, type_id: int, indent: str) -> str:
        one = self._btf[type_id]
        word = base_word(one)
        if word and not one.name:
            return self._defined(type_id, indent)
        return word + (self._name(type_id) if word or isinstance(one, Typedef) else one.name)

    def _defined(self, type_id: int, indent: str) -> str:
        one = self._btf[type_id]
        if isinstance(one, Struct | Union):
            return self._composite(type_id, one, indent)
        assert isinstance(one, Enum | Enum64)
        return self._enum(type_id, one, indent)

    def _head(self, type_id: int, one: BtfType) -> str:
        return (base_word(one) + (self._name(type_id) if one.name else "")).rstrip()

    def _composite(self, type_id: int, one: Struct | Union, indent: str) -> str:
        packed = isinstance(one, Struct) and is_packed(self._btf, one)
        lines = [f"\n{indent}\t{line}" for line in self._members(type_id, one, indent, packed)]
        end = f"\n{indent}}}" if one.members or one.size else "}"
        packed_text = " __attribute__((packed))" if packed else ""
        return f"{self._head(type_id, one)} {{" + "".join(lines) + end + packed_text

    def _members(self, type_id: int, one: Struct | Union, indent: str, packed: bool) -> list[str]:
        lines: list[str] = []
        end, was_bits = 0, False
        for member in one.members:
            bits = member.bitfield_size
            align = 1 if packed else self._btf.alignof(member.type)
            if isinstance(one, Struct):
                in_bits = was_bits and bool(bits)
                lines += padding(end, member.bit_off, align, is_in_bits=in_bits)
            text = self._declared(member.type, member.name, indent + "\t")
            lines.append(text + (f": {bits};" if bits else ";"))
            end = member.bit_off + (bits or 8 * self._btf.sizeof(member.type))
            was_bits = bool(bits)
        if isinstance(one, Struct):
            align = 1 if packed else self._btf.alignof(type_id)
            lines += padding(end, 8 * one.size, align, is_in_bits=False)
        return lines

    def _enum(self, type_id: int, one: Enum | Enum64, indent: str) -> str:
        if not one.values:
            return self._head(type_id, one)
        lines = [f"{indent}\t{self._value(one, at)}," for at in range(len(one.values))]
        mode = ""
        if one.size == 1:
            mode = " __attribute__((mode(byte)))"
        elif one.size == 8 and all(-(1 << 31) <= v.value < 1 << 32 for v in one.values):
            mode = " __attribute__((mode(word)))"
        return "\n".join([f"{self._head(type_id, one)} {{", *lines, f"{indent}}}{mode}"])

    def _value(self, one: Enum | Enum64, at: int) -> str:
        item = one.values[at]
        count = self._count(self._values, item.name)
        name = item.name if count < 2 else f"{item.name}___{count}"
        suffix = ("LL" if one.is_signed else "ULL") if isinstance(one, Enum64) else ""
        return f"{name} = {item.value}{suffix}"
