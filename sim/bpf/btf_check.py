"""What ``BPF_BTF_LOAD`` refuses of BTF that can be read.

Answers to the ``check_meta`` and ``resolve`` operations in ``kernel/bpf/btf.c`` (6.1).

**Rule:** `check_btf` looks at encoded BTF that `sim.bpf.btf.Btf.parse` reads, for what decoding
forgets (names of nameless kinds) counts too. The errno is the kernel's, positive; 0: it loads.

**Not modelled:** the loader's log; limits of size; checks of later releases (fields of map values
are checked when BTF is loaded from 6.2 on).
"""

from __future__ import annotations

import errno
import re
import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sim.base.errors import BtfError
from sim.bpf.btf import Btf
from sim.bpf.btf_raw import StringTable, parse_header
from sim.bpf.btf_types import (
    Array,
    BtfKind,
    BtfType,
    Const,
    Datasec,
    DeclTag,
    Func,
    FuncProto,
    Fwd,
    Int,
    Member,
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

__all__ = ["check_btf"]

ENOTSUPP = 524
_K = BtfKind
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DOTTED = re.compile(r"[A-Za-z_.][A-Za-z0-9_.]*")
_NO_NAME = frozenset((_K.PTR, _K.CONST, _K.VOLATILE, _K.RESTRICT, _K.ARRAY, _K.FUNC_PROTO))
_HAS_VLEN = frozenset((_K.STRUCT, _K.UNION, _K.ENUM, _K.ENUM64, _K.FUNC_PROTO, _K.DATASEC))
_NAMED = frozenset((_K.TYPEDEF, _K.FWD, _K.FUNC))
_IDENTIFIERS = frozenset((*_NAMED, _K.STRUCT, _K.UNION, _K.ENUM, _K.ENUM64))
_PER_ITEM: Mapping[int, int] = {
    _K.STRUCT: 12,
    _K.UNION: 12,
    _K.ENUM: 8,
    _K.ENUM64: 12,
    _K.FUNC_PROTO: 8,
    _K.DATASEC: 12,
}
_FIXED: Mapping[int, int] = {_K.INT: 4, _K.ARRAY: 12, _K.VAR: 4, _K.DECL_TAG: 4}
_MAX_INT_BITS = 128
_U32_MAX = (1 << 32) - 1
_MAX_FUNC_LINKAGE = 1
_Modifier = Const | Volatile | Restrict | TypeTag | Typedef
_Target = Func | Struct | Union | Var | Typedef


class _Record(NamedTuple):
    kind: int
    vlen: int
    name: str
    rest: bytes


def check_btf(data: bytes) -> int:
    """Return the errno with which the kernel refuses encoded BTF, 0 if it does not."""
    try:
        btf = Btf.parse(data)
        records = list(_records(data))
    except BtfError:
        return errno.EINVAL
    if not records:
        return errno.EINVAL
    _, strings = parse_header(data)
    for type_id, record in enumerate(records, 1):
        refused = _check_record(record, strings) or _check_meta(btf, btf[type_id])
        if refused:
            return refused
    try:
        return _check_all(btf)
    except BtfError:
        return errno.EINVAL


def _records(data: bytes) -> Iterator[_Record]:
    types, strings = parse_header(data)
    at = 0
    while at < len(types):
        name_off, info, _ = struct.unpack_from("<III", types, at)
        kind, vlen = info >> 24 & 0x1F, info & 0xFFFF
        rest = _FIXED.get(kind, 0) + vlen * _PER_ITEM.get(kind, 0)
        yield _Record(kind, vlen, strings.text(name_off), types[at + 12 : at + 12 + rest])
        at += 12 + rest


def _check_record(record: _Record, strings: StringTable) -> int:
    kind, name = record.kind, record.name
    is_wrong = (
        (kind in _NO_NAME and name)
        or (kind not in (*_HAS_VLEN, _K.FUNC) and record.vlen)
        or (kind in _NAMED and not name)
        or (kind in _IDENTIFIERS and name and not _IDENTIFIER.fullmatch(name))
        or (kind in (_K.VAR, _K.DATASEC) and not _DOTTED.fullmatch(name))
        or (kind in (_K.TYPE_TAG, _K.DECL_TAG) and not name)
    )
    if is_wrong:
        return errno.EINVAL
    if kind == _K.INT:
        return _check_int(record)
    if kind in (_K.STRUCT, _K.UNION, _K.ENUM, _K.ENUM64):
        return _check_item_names(record, strings)
    return 0


def _check_int(record: _Record) -> int:
    (word,) = struct.unpack("<I", record.rest)
    encoding = word >> 24 & 0xF
    return ENOTSUPP if encoding not in (0, 1, 2, 4) else 0


def _check_item_names(record: _Record, strings: StringTable) -> int:
    step = _PER_ITEM[record.kind]
    may_be_empty = record.kind in (_K.STRUCT, _K.UNION)
    for at in range(0, len(record.rest), step):
        name = strings.text(struct.unpack_from("<I", record.rest, at)[0])
        if not (may_be_empty and not name) and not _IDENTIFIER.fullmatch(name):
            return errno.EINVAL
    return 0


def _check_meta(btf: Btf, one: BtfType) -> int:
    """Check what a type says of itself."""
    is_right = True
    match one:
        case Int():
            nr_bits = one.nr_bits + one.bit_off
            is_right = nr_bits <= _MAX_INT_BITS and _bytes_of(nr_bits) <= one.size
        case Struct() | Union():
            is_right = _are_members_ordered(one)
        case Array():
            is_right = one.type != 0 and one.index_type != 0
        case Func():
            is_right = one.linkage <= _MAX_FUNC_LINKAGE
        case Var():
            is_right = one.type != 0 and one.linkage in (0, 1)
        case Datasec():
            is_right = _are_vars_ordered(one)
        case DeclTag():
            is_right = one.component_idx >= -1
        case _:
            pass
    return 0 if is_right else errno.EINVAL


def _bytes_of(nr_bits: int) -> int:
    return (nr_bits + 7) // 8


def _are_members_ordered(one: Struct | Union) -> bool:
    last = 0
    for member in one.members:
        is_placed = member.bit_off == 0 if isinstance(one, Union) else member.bit_off >= last
        if not member.type or not is_placed or _bytes_of(member.bit_off) > one.size:
            return False
        last = member.bit_off
    return True


def _are_vars_ordered(one: Datasec) -> bool:
    last = 0
    for place in one.vars:
        if not place.type or place.offset < last or place.offset >= one.size:
            return False
        last = place.offset + place.size
        if not place.size or place.size > one.size or last > one.size:
            return False
    return one.size > 0


def _check_all(btf: Btf) -> int:
    """Check what types say of each other."""
    for follow in (_values_of, _pointees_of):
        if _has_loop(btf, follow):
            return errno.EEXIST
    for one in btf:
        if not _is_resolved(btf, one):
            return errno.EINVAL
    return 0


def _values_of(one: BtfType) -> list[int]:
    """Return what is part of a type; a pointer ends the search."""
    match one:
        case Struct() | Union():
            return [member.type for member in one.members]
        case Array() | Var() | Typedef() | Const() | Volatile() | Restrict() | TypeTag():
            return [one.type]
        case _:
            return []


def _pointees_of(one: BtfType) -> list[int]:
    """Return what a pointer or modifier leads to; a struct ends the search."""
    return [one.type] if isinstance(one, Ptr | _Modifier) else []


def _has_loop(btf: Btf, follow: object) -> bool:
    assert callable(follow)
    states = bytearray(len(btf))  # 1: on the way, 2: done
    for root in range(1, len(btf)):
        stack = [root]
        while stack:
            at = stack[-1]
            if states[at] == 2:
                stack.pop()
                continue
            fresh = states[at] == 0
            states[at] = 1
            nexts = [child for child in follow(btf[at]) if states[child] != 2]
            if fresh:
                if any(states[child] == 1 for child in nexts):
                    return True
                stack += nexts
            if not fresh or not nexts:
                states[at] = 2
                stack.pop()
    return False


def _has_size(btf: Btf, type_id: int) -> bool:
    one = btf.resolved(type_id)
    return not isinstance(one, Void | Fwd | Func | FuncProto)


def _is_resolved(btf: Btf, one: BtfType) -> bool:
    match one:
        case Struct() | Union():
            return all(_is_member_right(btf, one, member) for member in one.members)
        case Array():
            is_index = isinstance(btf.resolved(one.index_type), Int)
            has_size = _has_size(btf, one.type)
            return is_index and has_size and one.nelems * btf.sizeof(one.type) <= _U32_MAX
        case Func():
            proto = btf[one.type]
            return isinstance(proto, FuncProto) and _are_params_named(proto)
        case FuncProto():
            return _are_params_right(btf, one)
        case Var():
            return _has_size(btf, one.type)
        case Datasec():
            return all(_is_var(btf, place.type, place.size) for place in one.vars)
        case DeclTag():
            return _is_tag_right(btf, one)
        case Ptr():
            return _are_tags_first(btf, one)
        case _:
            return True


def _is_member_right(btf: Btf, one: Struct | Union, member: Member) -> bool:
    if not _has_size(btf, member.type):
        return False
    nr_bits = btf.sizeof(member.type) * 8
    if member.bitfield_size:
        if member.bitfield_size > nr_bits:
            return False
        nr_bits = member.bitfield_size
    return member.bit_off + nr_bits <= one.size * 8


def _is_var(btf: Btf, type_id: int, size: int) -> bool:
    var = btf[type_id]
    return isinstance(var, Var) and btf.sizeof(var.type) <= size


def _are_params_named(proto: FuncProto) -> bool:
    params = proto.params
    if params and not params[-1].type and not params[-1].name:
        params = params[:-1]
    return all(_IDENTIFIER.fullmatch(param.name) for param in params)


def _are_params_right(btf: Btf, proto: FuncProto) -> bool:
    for i, param in enumerate(proto.params):
        is_vararg = not param.type and not param.name and i == len(proto.params) - 1
        if not is_vararg and not _has_size(btf, param.type):
            return False
    return (
        not proto.type or _has_size(btf, proto.type) or isinstance(btf.resolved(proto.type), Void)
    )


def _is_tag_right(btf: Btf, tag: DeclTag) -> bool:
    target = btf[tag.type]
    if not isinstance(target, _Target):
        return False
    if tag.component_idx < 0:
        return True
    if isinstance(target, Struct | Union):
        return tag.component_idx < len(target.members)
    proto = btf[target.type] if isinstance(target, Func) else None
    return isinstance(proto, FuncProto) and tag.component_idx < len(proto.params)


def _are_tags_first(btf: Btf, pointer: Ptr) -> bool:
    """Say whether type tags come right behind the pointer, before other modifiers."""
    at = btf[pointer.type]
    in_tags = True
    while isinstance(at, _Modifier):
        if isinstance(at, TypeTag):
            if not in_tags:
                return False
        else:
            in_tags = False
        at = btf[at.type]
    return True
