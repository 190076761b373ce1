"""CO-RE: when a local type, field or enumerator is the same as one of the kernel.

Answers to the compatibility rules of libbpf's ``relo_core.c``
(``bpf_core_fields_are_compat``, ``bpf_core_types_are_compat``, ``bpf_core_types_match``).

The rule to know: *compatible* is loose (sizes and signs of integers do not matter, a pointer
fits any pointer), *matching* is strict and used by ``bpf_core_type_matches`` only.

**Not modelled:** the kernel's own lower recursion limit for prototypes.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.base.errors import RelocationError
from sim.bpf.btf import Btf, essential_name
from sim.bpf.btf_types import (
    Array,
    BtfType,
    Enum,
    Enum64,
    Float,
    FuncProto,
    Fwd,
    Int,
    Ptr,
    Struct,
    Union,
)

__all__ = ["fields_are_compat", "kinds_are_compat", "types_are_compat", "types_match"]

_MAX_DEPTH = 32
_Recurse = Callable[[int, int, bool], bool]


def kinds_are_compat(local: BtfType, target: BtfType) -> bool:
    """Say whether two types are of one kind, both sizes of enum being one."""
    if isinstance(local, Enum | Enum64):
        return isinstance(target, Enum | Enum64)
    return local.kind == target.kind


def fields_are_compat(local_btf: Btf, local_id: int, target_btf: Btf, target_id: int) -> bool:
    """Say whether a kernel member of type *target_id* can stand for a local one."""
    for _ in range(_MAX_DEPTH):
        local = local_btf.resolved(local_id)
        target = target_btf.resolved(target_id)
        if isinstance(local, Struct | Union) and isinstance(target, Struct | Union):
            return True
        if not kinds_are_compat(local, target):
            return False
        match local, target:
            case (Ptr(), Ptr()) | (Float(), Float()):
                return True
            case (Enum() | Enum64() | Fwd(), _):
                mine, theirs = essential_name(local.name), essential_name(target.name)
                return not mine or not theirs or mine == theirs
            case (Int(), Int()):
                # Old-style bitfields hide in the int type itself.
                return local.bit_off == 0 and target.bit_off == 0
            case (Array(), Array()):
                local_id, target_id = local.type, target.type
            case _:
                return False
    raise _too_deep()


def types_are_compat(
    local_btf: Btf, local_id: int, target_btf: Btf, target_id: int, depth: int = _MAX_DEPTH
) -> bool:
    """Say whether two types are the same as far as ``bpf_core_type_exists`` asks."""
    if not kinds_are_compat(local_btf[local_id], target_btf[target_id]):
        return False
    while depth > 0:
        depth -= 1
        local = local_btf.resolved(local_id)
        target = target_btf.resolved(target_id)
        if not kinds_are_compat(local, target):
            return False
        match local, target:
            case (Int(), Int()):
                return local.bit_off == 0 and target.bit_off == 0
            case (Ptr(), Ptr()):
                local_id, target_id = local.type, target.type
            case (Array(), Array()):
                local_id, target_id = local.type, target.type
            case (FuncProto(), FuncProto()):
                if len(local.params) != len(target.params):
                    return False
                for mine, theirs in zip(local.params, target.params, strict=True):
                    ids = local_btf.resolve(mine.type), target_btf.resolve(theirs.type)
                    if not types_are_compat(local_btf, ids[0], target_btf, ids[1], depth):
                        return False
                local_id, target_id = local.type, target.type
            case _:
                return True
    raise _too_deep()


def types_match(
    local_btf: Btf,
    local_id: int,
    target_btf: Btf,
    target_id: int,
    *,
    behind_ptr: bool = False,
    depth: int = _MAX_DEPTH,
    matched: set[tuple[int, int, bool]] | None = None,
) -> bool:
    """Say whether two types match as far as ``bpf_core_type_matches`` asks.

    Args:
        local_btf: The object's types.
        local_id: One of them.
        target_btf: The kernel's types.
        target_id: One of them.
        behind_ptr: Whether they are pointed to.
        depth: How many levels may follow.
        matched: Pairs that are known to match, so that each is compared once.
    """
    if depth <= 0:
        raise _too_deep()
    known = set() if matched is None else matched
    local = local_btf.resolved(local_id)
    target = target_btf.resolved(target_id)
    if essential_name(local.name) != essential_name(target.name):
        return False

    def recurse(mine: int, theirs: int, behind: bool) -> bool:
        pair = (mine, theirs, behind)
        if pair in known:
            return True
        same = types_match(
            local_btf,
            mine,
            target_btf,
            theirs,
            behind_ptr=behind,
            depth=depth - 1,
            matched=known,
        )
        if same:
            known.add(pair)
        return same

    match local, target:
        case (Struct() | Union() | Fwd(), Struct() | Union() | Fwd()):
            return _composites_match(local, target, recurse, behind_ptr)
        case (Enum() | Enum64(), Enum() | Enum64()):
            names = {essential_name(value.name) for value in target.values}
            mine = [essential_name(value.name) for value in local.values]
            return local.size == target.size and all(name in names for name in mine)
        case (Int(), Int()):
            return local.size == target.size and local.is_signed == target.is_signed
        case (Ptr(), Ptr()):
            return recurse(local.type, target.type, True)
        case (Array(), Array()):
            return local.nelems == target.nelems and recurse(local.type, target.type, behind_ptr)
        case (FuncProto(), FuncProto()):
            return (
                len(local.params) == len(target.params)
                and all(
                    recurse(mine.type, theirs.type, behind_ptr)
                    for mine, theirs in zip(local.params, target.params, strict=True)
                )
                and recurse(local.type, target.type, behind_ptr)
            )
        case _:
            return local.kind == target.kind


def _composites_match(
    local: Struct | Union | Fwd,
    target: Struct | Union | Fwd,
    recurse: _Recurse,
    behind_ptr: bool,
) -> bool:
    is_union = [t.is_union if isinstance(t, Fwd) else isinstance(t, Union) for t in (local, target)]
    if is_union[0] != is_union[1]:
        return False
    if behind_ptr:
        return True
    if isinstance(local, Fwd) or isinstance(target, Fwd):
        return local.kind == target.kind
    theirs = {member.name: member.type for member in reversed(target.members)}
    return all(
        member.name in theirs and recurse(member.type, theirs[member.name], behind_ptr)
        for member in local.members
    )


def _too_deep() -> RelocationError:
    return RelocationError(
        "a CO-RE relocation compares types that do not end",
        reason=f"more than {_MAX_DEPTH} levels of pointers, arrays and prototypes",
    )
