"""Walks through kernel structs: what lies at an offset of a type.

Answers to ``btf_struct_access`` and ``btf_struct_walk`` in ``kernel/bpf/btf.c``.

**Rule:** the walk ends at a number or a pointer; a type is a place in the kernel's BTF.

**Not modelled:** types of modules.
"""

from __future__ import annotations

import errno as errnos
from typing import NamedTuple

from sim.bpf.btf import Btf
from sim.bpf.btf_types import Array, BtfType, Member, Ptr, Struct, TypeTag, Union, Void
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.types import MEM_PERCPU, MEM_USER, PTR_UNTRUSTED

__all__ = ["Walked", "btf_struct_access", "named", "type_str", "walk_once"]

_TAGS = {"user": MEM_USER, "percpu": MEM_PERCPU}
_NAMES = {
    "void": "UNKNOWN",
    "int": "INT",
    "ptr": "PTR",
    "array": "ARRAY",
    "struct": "STRUCT",
    "union": "UNION",
    "enum": "ENUM",
    "fwd": "FWD",
    "typedef": "TYPEDEF",
    "volatile": "VOLATILE",
    "const": "CONST",
    "restrict": "RESTRICT",
    "func": "FUNC",
    "func_proto": "FUNC_PROTO",
    "var": "VAR",
    "datasec": "DATASEC",
    "float": "FLOAT",
    "decl_tag": "DECL_TAG",
    "type_tag": "TYPE_TAG",
    "enum64": "ENUM64",
}


class Walked(NamedTuple):
    """What an access reads.

    Attributes:
        btf_id: The struct that a pointer read there points to; 0 for a number.
        flag: What kind of pointer.
        struct, field: The struct that the pointer lies in, and the member.
    """

    btf_id: int
    flag: int
    struct: str = ""
    field: str = ""


def type_str(btf_type: BtfType) -> str:
    """Name a type's kind as messages do (``btf_type_str``)."""
    name = btf_type.kind.name.lower()
    return _NAMES.get(name, "UNKNOWN")


def named(btf_type: BtfType) -> str:
    """Name a type's kind and the type, which void has no name for."""
    name = "" if isinstance(btf_type, Void) else btf_type.name
    return f"{type_str(btf_type)} {name}"


def btf_struct_access(env: Env, btf: Btf, type_id: int, off: int, size: int) -> Walked:
    """Find what *size* bytes at *off* of a struct are, or refuse."""
    is_wild = False
    while True:
        composite = btf[type_id]
        is_wild |= isinstance(composite, Union) and len(composite.members) != 1
        found = walk_once(env, btf, type_id, off, size)
        if isinstance(found, Walked):
            # which member of a union is the one that is set, nobody knows
            wild = PTR_UNTRUSTED if is_wild and env.later else 0
            return found._replace(flag=found.flag | wild)
        type_id, off = found


def _refuse_beyond(env: Env, name: str, off: int, size: int) -> None:
    env.reject(f"access beyond struct {name or '(anon)'} at off {off} size {size}")


def _flexible(
    env: Env, btf: Btf, composite: Struct | Union, off: int, size: int
) -> tuple[int, int]:
    """Follow an access behind the end into a last member that is an array without size."""
    name = composite.name
    if composite.members:
        last = composite.members[-1]
        array = btf[btf.skip_mods(last.type)]
        start = last.bit_off // 8
        if isinstance(array, Array) and not array.nelems and off >= start:
            elem_id = btf.skip_mods(array.type)
            elem = btf[elem_id]
            if isinstance(elem, Struct | Union):
                return elem_id, (off - start) % elem.size
    _refuse_beyond(env, name, off, size)
    raise AssertionError


def walk_once(  # noqa: RET503 (a refusal does not return)
    env: Env, btf: Btf, type_id: int, off: int, size: int
) -> Walked | tuple[int, int]:
    """Look for the member at *off*: an answer, or a struct and offset to look in."""
    composite = btf[type_id]
    name = composite.name
    if not isinstance(composite, Struct | Union):
        env.reject(f"Type '{name}' is not a struct", errnos.EINVAL)
    if off + size > composite.size:
        return _flexible(env, btf, composite, off, size)
    for member in composite.members:
        start = member.bit_off // 8
        if off + size <= start:
            break
        if member.bitfield_size:
            end = -(-(member.bit_off + member.bitfield_size) // 8)
            if off <= start and end <= off + size:
                return Walked(0, 0)
            continue
        if off < start:
            break
        found = _in_member(env, btf, composite, member, off, size)
        if found is not None:
            return found
    env.reject(f"struct {name} doesn't have field at offset {off}", errnos.EINVAL)


def _in_member(
    env: Env, btf: Btf, composite: Struct | Union, member: Member, off: int, size: int
) -> Walked | tuple[int, int] | None:
    start = member.bit_off // 8
    type_id = btf.resolve(member.type)
    msize = btf.sizeof(type_id)
    end = start + msize
    if off >= end:
        return None
    if isinstance(btf[type_id], Array):
        nelems = 1
        while isinstance(array := btf[type_id], Array):
            nelems *= array.nelems
            type_id = btf.resolve(array.type)
        msize = msize // nelems if nelems else 0
        if msize:
            start += (off - start) // msize * msize
    btf_type = btf[type_id]
    if isinstance(btf_type, Struct | Union):
        return type_id, off - start
    if isinstance(btf_type, Ptr):
        if msize != size or off != start:
            where = f"{member.name} with moff {start} in struct {composite.name or '(anon)'}"
            env.reject(f"cannot access ptr member {where} with off {off} size {size}")
        pointee = btf[btf_type.type]
        flag = _TAGS.get(pointee.name, 0) if isinstance(pointee, TypeTag) else 0
        target = btf.skip_mods(btf_type.type)
        if isinstance(btf[target], Struct | Union):
            return Walked(target, flag, composite.name, member.name)
    if off + size > end:
        where = f"{member.name} (mend:{end}) in struct {composite.name or '(anon)'}"
        env.reject(f"access beyond the end of member {where} with off {off} size {size}")
    return Walked(0, 0)
