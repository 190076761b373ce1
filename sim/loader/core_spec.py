"""CO-RE: what an access string means, in the object's types and in the kernel's.

Answers to ``bpf_core_parse_spec`` and ``bpf_core_spec_match`` in libbpf's ``relo_core.c``. An
access string such as ``0:2:1`` is a walk: the first number indexes the type as an array, each
further one a member or an array element.

The rule to know: a walk is matched *by name*. Anonymous members are steps of the walk in one
table of types and need not be in the other; arrays are followed by index.

**Not modelled:** nothing of field, type and enumerator walks is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sim.base.errors import RelocationError
from sim.bpf.btf import Btf, essential_name
from sim.bpf.btf_ext import CoreReloKind
from sim.bpf.btf_types import Array, Enum, Enum64, Struct, Union
from sim.loader.core_match import fields_are_compat, types_are_compat, types_match

__all__ = [
    "ENUMVAL_KINDS",
    "FIELD_KINDS",
    "LIBBPF_WORDS",
    "MAX_SPEC_LEN",
    "TYPE_KINDS",
    "Accessor",
    "CoreSpec",
    "match_spec",
    "parse_spec",
]

MAX_SPEC_LEN = 64

FIELD_KINDS = frozenset(
    (
        CoreReloKind.FIELD_BYTE_OFFSET,
        CoreReloKind.FIELD_BYTE_SIZE,
        CoreReloKind.FIELD_EXISTS,
        CoreReloKind.FIELD_SIGNED,
        CoreReloKind.FIELD_LSHIFT_U64,
        CoreReloKind.FIELD_RSHIFT_U64,
    )
)
ENUMVAL_KINDS = frozenset((CoreReloKind.ENUMVAL_EXISTS, CoreReloKind.ENUMVAL_VALUE))
TYPE_KINDS = frozenset(CoreReloKind) - FIELD_KINDS - ENUMVAL_KINDS


class Accessor(NamedTuple):
    """A step that has a name, or is an array index (name None)."""

    type_id: int
    idx: int
    name: str | None


@dataclass(slots=True)
class CoreSpec:
    """A walk through one table of types.

    Attributes:
        steps: Named members and array elements, the first one being the root.
        raw: Every index, anonymous members included.
        bit_off: Where the walk ends, in bits from the start of the root.
    """

    btf: Btf
    root_type_id: int
    kind: CoreReloKind
    steps: list[Accessor] = field(default_factory=list)
    raw: list[int] = field(default_factory=list)
    bit_off: int = 0

    def __str__(self) -> str:
        parts = [self.btf.type_name(self.root_type_id)]
        enum = self.btf.resolved(self.root_type_id)
        if self.kind in ENUMVAL_KINDS and isinstance(enum, Enum | Enum64):
            return f"{parts[0]}::{enum.values[self.raw[0]].name}"
        for number, step in enumerate(self.steps):
            if step.name is not None:
                parts.append(f".{step.name}")
            elif number or step.idx:
                parts.append(f"[{step.idx}]")
        return "".join(parts)

    def in_full(self) -> str:
        """Spell the walk as libbpf does: with its indices and offset, or the value."""
        if self.kind in ENUMVAL_KINDS:
            enum = self.btf.resolved(self.root_type_id)
            assert isinstance(enum, Enum | Enum64)
            return f"{self} = {enum.values[self.raw[0]].value}"
        if self.kind in TYPE_KINDS:
            return str(self)
        whole, bits = divmod(self.bit_off, 8)
        offset = f"{whole}.{bits}" if bits else str(whole)
        return f"{self} ({':'.join(map(str, self.raw))} @ offset {offset})"


#: What libbpf calls the kinds of relocations.
LIBBPF_WORDS = {
    CoreReloKind.FIELD_BYTE_OFFSET: "byte_off",
    CoreReloKind.FIELD_BYTE_SIZE: "byte_sz",
    CoreReloKind.FIELD_EXISTS: "field_exists",
    CoreReloKind.FIELD_SIGNED: "signed",
    CoreReloKind.FIELD_LSHIFT_U64: "lshift_u64",
    CoreReloKind.FIELD_RSHIFT_U64: "rshift_u64",
    CoreReloKind.TYPE_ID_LOCAL: "local_type_id",
    CoreReloKind.TYPE_ID_TARGET: "target_type_id",
    CoreReloKind.TYPE_EXISTS: "type_exists",
    CoreReloKind.TYPE_SIZE: "type_size",
    CoreReloKind.ENUMVAL_EXISTS: "enumval_exists",
    CoreReloKind.ENUMVAL_VALUE: "enumval_value",
    CoreReloKind.TYPE_MATCHES: "type_matches",
}


def parse_spec(btf: Btf, type_id: int, access_str: str, kind: CoreReloKind) -> CoreSpec:
    """Read the walk *access_str* from local type *type_id*."""
    where = f"{btf.type_name(type_id)} {access_str!r}"
    raw = access_str.split(":")
    is_number = (len(part) < 10 and part.isascii() and part.isdecimal() for part in raw)
    if len(raw) > MAX_SPEC_LEN or not all(is_number):
        raise RelocationError(f"CO-RE access string {access_str!r} is broken", where=where)
    indices = [int(part) for part in raw]
    spec = CoreSpec(btf, type_id, kind, raw=indices)
    if kind in TYPE_KINDS:
        if indices != [0]:
            raise _impossible(where, "a relocation of a type has the access string 0")
        return spec
    root_id = btf.resolve(type_id)
    root = btf[root_id]
    if kind in ENUMVAL_KINDS:
        if not isinstance(root, Enum | Enum64) or len(raw) > 1 or indices[0] >= len(root.values):
            raise _impossible(where, "it names no value of an enum")
        spec.steps.append(Accessor(root_id, indices[0], root.values[indices[0]].name))
        return spec
    spec.steps.append(Accessor(root_id, indices[0], None))
    spec.bit_off = indices[0] * btf.sizeof(root_id) * 8
    at = root_id
    for idx in indices[1:]:
        at = _step(spec, at, idx, where)
    return spec


def _step(spec: CoreSpec, at: int, idx: int, where: str) -> int:
    btf = spec.btf
    btf_type = btf.resolved(at)
    if isinstance(btf_type, Struct | Union):
        if idx >= len(btf_type.members):
            raise _impossible(where, f"there is no member {idx}")
        member = btf_type.members[idx]
        spec.bit_off += member.bit_off
        if member.name:
            spec.steps.append(Accessor(btf.resolve(at), idx, member.name))
        return member.type
    if isinstance(btf_type, Array):
        if idx >= btf_type.nelems and not is_flexible_array(spec, btf_type):
            raise _impossible(where, f"there is no element {idx} of {btf_type.nelems}")
        elem_id = btf.resolve(btf_type.type)
        spec.steps.append(Accessor(elem_id, idx, None))
        spec.bit_off += idx * btf.sizeof(elem_id) * 8
        return elem_id
    raise _impossible(where, f"{btf.type_name(at)} has no members")


def _impossible(where: str, reason: str) -> RelocationError:
    return RelocationError("a CO-RE access string does not fit", where=where, reason=reason)


def is_flexible_array(spec: CoreSpec, array: Array) -> bool:
    """Say whether *array*, where the walk stands, is the open end of a struct."""
    last = spec.steps[-1]
    if last.name is None or array.nelems > 0:
        return False
    composite = spec.btf.resolved(last.type_id)
    return isinstance(composite, Struct) and last.idx == len(composite.members) - 1


def match_spec(local: CoreSpec, target_btf: Btf, target_id: int) -> CoreSpec | None:
    """Repeat the walk *local* in the kernel's types, from *target_id*.

    Returns:
        The walk, or None when the kernel's type does not have it.
    """
    spec = CoreSpec(target_btf, target_id, local.kind)
    if local.kind in TYPE_KINDS:
        same = types_match if local.kind is CoreReloKind.TYPE_MATCHES else types_are_compat
        spec.raw.append(0)
        return spec if same(local.btf, local.root_type_id, target_btf, target_id) else None
    if local.kind in ENUMVAL_KINDS:
        return _match_enumerator(local, spec, target_id)
    at: int | None = target_id
    for number, step in enumerate(local.steps):
        assert at is not None
        if step.name is not None:
            at = _match_member(local.btf, step, spec, at)
        else:
            at = _match_element(spec, at, step.idx, is_root=number == 0)
        if at is None:
            return None
    return spec


def _match_enumerator(local: CoreSpec, spec: CoreSpec, target_id: int) -> CoreSpec | None:
    root_id = spec.btf.resolve(target_id)
    enum = spec.btf[root_id]
    if not isinstance(enum, Enum | Enum64):
        return None
    wanted = essential_name(local.steps[0].name or "")
    for idx, value in enumerate(enum.values):
        if essential_name(value.name) == wanted:
            spec.steps.append(Accessor(root_id, idx, value.name))
            spec.raw.append(idx)
            return spec
    return None


def _match_element(spec: CoreSpec, at: int, idx: int, *, is_root: bool) -> int | None:
    elem_id = at
    if not is_root:
        array = spec.btf.resolved(at)
        if not isinstance(array, Array):
            return None
        if idx >= array.nelems and not is_flexible_array(spec, array):
            return None
        elem_id = array.type
    elem_id = spec.btf.resolve(elem_id)
    if len(spec.raw) == MAX_SPEC_LEN:
        raise _too_long(spec)
    spec.steps.append(Accessor(elem_id, idx, None))
    spec.raw.append(idx)
    spec.bit_off += idx * spec.btf.sizeof(elem_id) * 8
    return elem_id


def _match_member(local_btf: Btf, step: Accessor, spec: CoreSpec, at: int) -> int | None:
    composite = spec.btf.resolved(at)
    if not isinstance(composite, Struct | Union):
        return None
    if len(spec.raw) == MAX_SPEC_LEN:
        raise _too_long(spec)
    local_composite = local_btf.resolved(step.type_id)
    assert isinstance(local_composite, Struct | Union)
    local_type = local_composite.members[step.idx].type
    for idx, member in enumerate(composite.members):
        spec.bit_off += member.bit_off
        spec.raw.append(idx)
        if not member.name:
            found = _match_member(local_btf, step, spec, member.type)
            if found is not None:
                return found
        elif member.name == step.name:
            if fields_are_compat(local_btf, local_type, spec.btf, member.type):
                spec.steps.append(Accessor(spec.btf.resolve(at), idx, member.name))
                return member.type
            # A member of this name and another type ends the search, as in libbpf.
            spec.raw.pop()
            spec.bit_off -= member.bit_off
            return None
        spec.raw.pop()
        spec.bit_off -= member.bit_off
    return None


def _too_long(spec: CoreSpec) -> RelocationError:
    return RelocationError(
        "a CO-RE walk is too deep",
        where=str(spec),
        reason=f"structs, unions and arrays nest more than {MAX_SPEC_LEN} levels",
    )
