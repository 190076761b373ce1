"""Special fields of structs that programs allocate, and the lists that own such structs.

Answers to ``btf_parse_fields``, ``btf_parse_struct_metas`` and ``btf_check_and_fixup_fields`` in
``kernel/bpf/btf.c``.

**Rule:** a struct with a field that is wrong, or lists that may own each other in a circle, refuse
the whole BTF when it is loaded; a map's value with such a field has no special field at all.

**Not modelled:** red-black trees, reference counts, work queues and kernel pointers of allocated
objects: a struct that has one is marked, and who allocates it is not modelled. Kernels before
6.12.117 refuse a chain of four owners, too, which is no circle.
"""

from __future__ import annotations

import errno
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from sim.base.errors import BtfError
from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    Array,
    BtfKind,
    BtfType,
    Datasec,
    DeclTag,
    Ptr,
    Struct,
    TypeTag,
    Var,
    Volatile,
)
from sim.bpf.verifier.spec import ListHead, MapRecord
from sim.versions.features import Feature

__all__ = ["BadRecord", "owner_errno", "struct_records", "struct_records_errno", "value_record"]

_LOCK, _HEAD, _NODE = "bpf_spin_lock", "bpf_list_head", "bpf_list_node"
_TREE_NAMES = ("bpf_rb_root", "bpf_rb_node", "bpf_refcount", "bpf_wq")
_KPTR_TAGS = ("kptr", "kptr_ref", "kptr_untrusted", "percpu_kptr", "uptr")
_NODE_BYTES = 16
_OWNED_NODE_BYTES = 24
_MAX_FIELDS = 11
_MAX_DEPTH = 32
_CONTAINS = "contains:"


class BadRecord(Exception):
    """A struct's special fields are wrong."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class _Field(NamedTuple):
    """A special field: its struct's name, where it is, and what it contains, as (struct, node)."""

    name: str
    offset: int
    size: int
    contains: tuple[int, str] = (0, "")


class _Member(NamedTuple):
    type_id: int
    bit_off: int
    owner_id: int
    component_idx: int


def _members(btf: Btf, type_id: int) -> Iterator[_Member]:
    value = btf[type_id]
    if isinstance(value, Struct):
        for index, member in enumerate(value.members):
            yield _Member(member.type, member.bit_off, type_id, index)
    elif isinstance(value, Datasec):
        for place in value.vars:
            var = btf[place.type]
            if isinstance(var, Var):
                yield _Member(var.type, 8 * place.offset, place.type, -1)


def _is_kptr(btf: Btf, btf_type: BtfType) -> bool:
    if isinstance(btf_type, Volatile):
        btf_type = btf[btf_type.type]
    pointee = btf[btf_type.type] if isinstance(btf_type, Ptr) else None
    return isinstance(pointee, TypeTag) and pointee.name in _KPTR_TAGS


class _Finder:
    """Finds the special fields of one struct or section, in the order of its members."""

    def __init__(self, btf: Btf, features: Collection[Feature], *, in_object: bool) -> None:
        self._btf = btf
        self._is_nested = Feature.NESTED_FIELDS in features
        node_bytes = _OWNED_NODE_BYTES if Feature.NODE_OWNER in features else _NODE_BYTES
        self._kinds = {_LOCK: (4, 4), _HEAD: (16, 8)}
        if in_object:
            self._kinds[_NODE] = (node_bytes, 8)
        self._in_object = in_object
        self.is_unmodelled = False
        self.fields: list[_Field] = []

    def find(self, type_id: int, base: int = 0, depth: int = 0) -> None:
        """Look at all members."""
        for member in _members(self._btf, type_id):
            if member.bit_off % 8:
                continue
            self._look(member, base + member.bit_off // 8, depth)

    def _look(self, member: _Member, offset: int, depth: int) -> None:
        type_id, count = self._flattened(member.type_id)
        btf_type = self._btf[type_id]
        if self._is_special_elsewhere(btf_type):
            self.is_unmodelled = True
        if not isinstance(btf_type, Struct):
            return
        kind = self._kinds.get(btf_type.name)
        if kind is None:
            if self._is_nested and btf_type.name not in _TREE_NAMES:
                self._look_inside(type_id, btf_type, offset, count, depth)
            return
        size, align = kind
        if btf_type.size != size or offset % align:
            return
        if btf_type.name == _LOCK and self._has_lock():
            raise BadRecord(errno.E2BIG)
        if btf_type.name != _HEAD and count > 1:
            raise BadRecord(errno.EINVAL)
        contains = self._contained(member) if btf_type.name == _HEAD else (0, "")
        for index in range(count):
            self._add(_Field(btf_type.name, offset + index * size, size, contains))

    def _flattened(self, type_id: int) -> tuple[int, int]:
        count = 1
        while self._is_nested and isinstance(array := self._btf[type_id], Array):
            count *= array.nelems
            type_id = array.type
        return type_id, count

    def _look_inside(
        self, type_id: int, struct: Struct, offset: int, count: int, depth: int
    ) -> None:
        if depth >= _MAX_DEPTH:
            raise BadRecord(errno.E2BIG)
        before = len(self.fields)
        self.find(type_id, offset, depth + 1)
        found = self.fields[before:]
        if not found:
            return
        if count > 1 and any(one.name != _HEAD for one in found):
            raise BadRecord(errno.EINVAL)
        for index in range(1, count):
            for one in found:
                self._add(one._replace(offset=one.offset + index * struct.size))

    def _has_lock(self) -> bool:
        return any(one.name == _LOCK for one in self.fields)

    def _add(self, field: _Field) -> None:
        if len(self.fields) >= _MAX_FIELDS:
            raise BadRecord(errno.E2BIG)
        self.fields.append(field)

    def _is_special_elsewhere(self, btf_type: BtfType) -> bool:
        if isinstance(btf_type, Struct):
            return btf_type.name in _TREE_NAMES
        if not self._in_object:
            return False
        return _is_kptr(self._btf, btf_type)

    def _contained(self, member: _Member) -> tuple[int, str]:
        """Read a head's ``contains:`` tag: the struct's id, and the name of the node in it."""
        tags = [
            one.name.removeprefix(_CONTAINS)
            for one in self._btf.types
            if isinstance(one, DeclTag)
            and one.type == member.owner_id
            and one.component_idx == member.component_idx
            and one.name.startswith(_CONTAINS)
        ]
        name, _, node = tags[0].partition(":") if len(tags) == 1 else ("", "", "")
        if not tags or len(tags) > 1 or ":" not in tags[0]:
            raise BadRecord(errno.EINVAL)
        struct_id = self._btf.find(name, BtfKind.STRUCT)
        if struct_id is None:
            raise BadRecord(errno.ENOENT)
        if not node:
            raise BadRecord(errno.EINVAL)
        return struct_id, node


def _check_places(fields: list[_Field], size: int) -> None:
    behind = 0
    for field in fields:
        if field.offset + field.size > size:
            raise BadRecord(errno.EFAULT)
        if field.offset < behind:
            raise BadRecord(errno.EEXIST)
        behind = field.offset + field.size


def _node_offset(btf: Btf, struct_id: int, node: str) -> int:
    """Find the node that a head names in the struct of its list."""
    struct = btf[struct_id]
    assert isinstance(struct, Struct)
    found = [member for member in struct.members if member.name == node]
    if not found:
        raise BadRecord(errno.ENOENT)
    member = found[0]
    member_type = btf[member.type]
    is_node = isinstance(member_type, Struct) and member_type.name == _NODE
    if len(found) > 1 or not is_node or member.bit_off % 64:
        raise BadRecord(errno.EINVAL)
    return member.bit_off // 8


def _size(btf: Btf, type_id: int) -> int:
    value = btf[type_id]
    return value.size if isinstance(value, Struct | Datasec) else 0


def _record(
    btf: Btf, type_id: int, features: Collection[Feature], *, in_object: bool
) -> tuple[MapRecord, int]:
    finder = _Finder(btf, features, in_object=in_object)
    finder.find(type_id)
    fields = finder.fields
    _check_places(fields, _size(btf, type_id))
    heads = tuple(
        ListHead(one.offset, one.contains[0], _node_offset(btf, *one.contains))
        for one in fields
        if one.name == _HEAD
    )
    lock = next((one.offset for one in fields if one.name == _LOCK), -1)
    if heads and lock < 0:
        raise BadRecord(errno.EINVAL)
    nodes = tuple(one.offset for one in fields if one.name == _NODE)
    record = MapRecord(
        spin_lock_off=lock,
        heads=heads,
        nodes=nodes,
        is_unmodelled=finder.is_unmodelled,
    )
    return record, len(fields)


def value_record(btf: Btf, value_id: int, features: Collection[Feature]) -> MapRecord:
    """Find the lock and the list heads of a map's value.

    Raises:
        BadRecord: The value's special fields are wrong.
    """
    return _record(btf, value_id, features, in_object=False)[0]


@lru_cache(maxsize=16)
def _all_records(btf: Btf, features: frozenset[Feature]) -> tuple[Mapping[int, MapRecord], int]:
    """Return the records of all structs with special fields, and the errno that refuses them."""
    special = {
        one
        for name in (_LOCK, _HEAD, _NODE, *_TREE_NAMES)
        if (one := btf.find(name, BtfKind.STRUCT)) is not None
    }
    records: dict[int, MapRecord] = {}
    for type_id, struct in enumerate(btf.types):
        if not isinstance(struct, Struct):
            continue
        ids = [member.type for member in struct.members]
        if not any(one in special or _is_kptr(btf, btf[one]) for one in ids):
            continue
        try:
            records[type_id], count = _record(btf, type_id, features, in_object=True)
        except BadRecord as bad:
            return {}, bad.number
        except BtfError:
            return {}, errno.EINVAL
        if not count and not records[type_id].is_unmodelled:
            return {}, errno.EFAULT
    for record in records.values():
        refused = _owner_errno(record, records)
        if refused:
            return {}, refused
    return records, 0


def _owner_errno(record: MapRecord, records: Mapping[int, MapRecord]) -> int:
    """Look whether all that a struct's lists own is known, and none of it owns itself."""
    if any(head.value_id not in records for head in record.heads):
        return errno.EFAULT
    return errno.ELOOP if _owns_circle(record, records, ()) else 0


def _owns_circle(
    record: MapRecord, records: Mapping[int, MapRecord], owners: tuple[int, ...]
) -> bool:
    return any(
        head.value_id in owners
        or _owns_circle(records[head.value_id], records, (*owners, head.value_id))
        for head in record.heads
        if head.value_id in records
    )


def owner_errno(btf: Btf, record: MapRecord, features: Collection[Feature]) -> int:
    """Return the errno that a map's lists refuse it with (0: none)."""
    return _owner_errno(record, struct_records(btf, features))


def struct_records(btf: Btf, features: Collection[Feature]) -> Mapping[int, MapRecord]:
    """Return the special fields of a program's structs, by type id."""
    return _all_records(btf, frozenset(features))[0]


def struct_records_errno(btf: Btf, features: Collection[Feature]) -> int:
    """Return the errno that a kernel refuses BTF with for its structs' special fields."""
    if Feature.OBJ_NEW not in features:
        return 0
    return _all_records(btf, frozenset(features))[1]
