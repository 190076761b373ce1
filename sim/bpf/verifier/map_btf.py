"""Special fields of a map's value, found in its BTF: locks, timers and kernel pointers.

Answers to ``map_check_btf`` in ``kernel/bpf/syscall.c``, to the ``map_check_btf`` operations of
the map types, and to ``btf_find_spin_lock``, ``btf_find_timer`` and ``btf_parse_kptrs`` in
``kernel/bpf/btf.c``.

**Rule:** a field that is wrong (two locks, a lock that is not aligned, nine pointers) refuses no
map: the map has no such field, and `MapRecord` says why for the program that wants it.

**Not modelled:** fields of 6.2 and later other than these three and the heads of lists
(`sim.bpf.verifier.btf_record`): trees, reference counts; per-CPU kernel pointers; locks, timers
and pointers inside of nested structs and arrays (6.11).
"""

from __future__ import annotations

import errno
from collections.abc import Collection
from dataclasses import replace

from sim.base.errors import BtfError
from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    BtfKind,
    BtfType,
    Datasec,
    Int,
    Member,
    Ptr,
    Struct,
    TypeTag,
    Var,
    Volatile,
)
from sim.bpf.spec import MapType
from sim.bpf.verifier.btf_record import BadRecord, owner_errno, value_record
from sim.bpf.verifier.spec import Kernel, Kptr, Map, MapRecord
from sim.versions.features import Feature

__all__ = ["MANGLED", "MAX_KPTRS", "NONE", "REPEATED", "map_record"]

#: Instead of an offset: there is none, more than one, or what is there cannot be used.
NONE, REPEATED, MANGLED = -1, -errno.E2BIG, -errno.EINVAL
MAX_KPTRS = 8

ENOTSUPP = 524
_RDONLY_PROG, _WRONLY_PROG = 0x80, 0x100
_LOCK_BYTES, _TIMER_BYTES = 4, 16

_T = MapType
_LOCK_TYPES = (
    _T.BPF_MAP_TYPE_HASH,
    _T.BPF_MAP_TYPE_ARRAY,
    _T.BPF_MAP_TYPE_CGROUP_STORAGE,
    _T.BPF_MAP_TYPE_SK_STORAGE,
    _T.BPF_MAP_TYPE_INODE_STORAGE,
    _T.BPF_MAP_TYPE_TASK_STORAGE,
    _T.BPF_MAP_TYPE_CGRP_STORAGE,
)
_TIMER_TYPES = (_T.BPF_MAP_TYPE_HASH, _T.BPF_MAP_TYPE_LRU_HASH, _T.BPF_MAP_TYPE_ARRAY)
_KPTR_TYPES = (*_TIMER_TYPES, _T.BPF_MAP_TYPE_PERCPU_ARRAY)
_NO_BTF = frozenset(
    (
        _T.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
        _T.BPF_MAP_TYPE_CGROUP_ARRAY,
        _T.BPF_MAP_TYPE_STACK_TRACE,
        _T.BPF_MAP_TYPE_DEVMAP,
        _T.BPF_MAP_TYPE_DEVMAP_HASH,
        _T.BPF_MAP_TYPE_CPUMAP,
        _T.BPF_MAP_TYPE_XSKMAP,
        _T.BPF_MAP_TYPE_SOCKMAP,
        _T.BPF_MAP_TYPE_SOCKHASH,
        _T.BPF_MAP_TYPE_ARRAY_OF_MAPS,
        _T.BPF_MAP_TYPE_HASH_OF_MAPS,
    )
)
_DEVMAPS = (_T.BPF_MAP_TYPE_DEVMAP, _T.BPF_MAP_TYPE_DEVMAP_HASH)
_ARRAYS = (_T.BPF_MAP_TYPE_ARRAY, _T.BPF_MAP_TYPE_PERCPU_ARRAY)
_INT_KEYS = (
    _T.BPF_MAP_TYPE_SK_STORAGE,
    _T.BPF_MAP_TYPE_INODE_STORAGE,
    _T.BPF_MAP_TYPE_TASK_STORAGE,
    _T.BPF_MAP_TYPE_CGRP_STORAGE,
)
_CGROUP_STORAGES = (_T.BPF_MAP_TYPE_CGROUP_STORAGE, _T.BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE)
# structs whose references the kernel knows how to drop
_DESTRUCTORS = frozenset(("prog_test_ref_kfunc", "prog_test_member"))
_TASK_DESTRUCTORS = frozenset(("task_struct", "cgroup"))


def map_record(wanted: Map, kernel: Kernel) -> tuple[MapRecord, int]:
    """Find the special fields of a map's value.

    Returns:
        The fields, and the errno with which the kernel refuses the map (0: it does not).
    """
    btf = wanted.btf
    if btf is None or not wanted.btf_value_type_id:
        return MapRecord(), 0
    try:
        refused = _check_sizes(wanted, btf)
        if refused:
            return MapRecord(), refused
        record = _find_fields(btf, wanted.btf_value_type_id, kernel)
        refused = _check_fields(wanted, record, kernel.features) or _check_owners(
            btf, record, kernel
        )
        return record, refused or _check_key(wanted, btf)
    except BtfError:
        return MapRecord(), errno.EINVAL


def _check_sizes(wanted: Map, btf: Btf) -> int:
    key_id = wanted.btf_key_type_id
    if key_id and btf.sizeof(key_id) != wanted.key_size:
        return errno.EINVAL
    may_have_no_key = wanted.map_type in (*_ARRAYS, *_NO_BTF, _T.BPF_MAP_TYPE_BLOOM_FILTER)
    if not key_id and not may_have_no_key:
        return errno.EINVAL
    return errno.EINVAL if btf.sizeof(wanted.btf_value_type_id) != wanted.value_size else 0


def _find_fields(btf: Btf, value_id: int, kernel: Kernel) -> MapRecord:
    value = btf.resolved(value_id)
    lock = _find_struct(btf, value, "bpf_spin_lock", _LOCK_BYTES, 4)
    timer = _find_struct(btf, value, "bpf_timer", _TIMER_BYTES, 8)
    kptrs, kptr_errno = _find_kptrs(btf, value, kernel)
    if Feature.LINKED_LISTS in kernel.features:
        try:
            found = value_record(btf, value_id, kernel.features)
        except BadRecord:
            return MapRecord()
        return replace(found, timer_off=timer, kptrs=kptrs, kptr_errno=kptr_errno)
    return MapRecord(lock, timer, kptrs, kptr_errno)


def _check_owners(btf: Btf, record: MapRecord, kernel: Kernel) -> int:
    return owner_errno(btf, record, kernel.features) if record.heads else 0


def _members(btf: Btf, value: BtfType) -> list[tuple[int, int]] | None:
    """Return (type id, bit offset) of what a value consists of, None if it is no struct."""
    if isinstance(value, Struct):
        return [(member.type, member.bit_off) for member in value.members]
    if isinstance(value, Datasec):
        found = []
        for place in value.vars:
            var = btf[place.type]
            if isinstance(var, Var):
                found.append((var.type, 8 * place.offset))
        return found
    return None


def _find_struct(btf: Btf, value: BtfType, name: str, size: int, align: int) -> int:
    members = _members(btf, value)
    if members is None:
        return MANGLED
    offset = NONE
    for type_id, bit_off in members:
        # neither typedefs nor qualifiers are looked through
        member = btf[type_id]
        if not isinstance(member, Struct) or member.name != name or member.size != size:
            continue
        if bit_off % (8 * align):
            return MANGLED
        if offset >= 0:
            return REPEATED
        offset = bit_off // 8
    return offset


def _find_kptrs(btf: Btf, value: BtfType, kernel: Kernel) -> tuple[tuple[Kptr, ...], int]:
    found: list[Kptr] = []
    by_field = Feature.BTF_RECORD in kernel.features
    for type_id, bit_off in _members(btf, value) or []:
        if bit_off % 64 and not by_field:
            # Linux looks at the alignment of every member here, whatever its type.
            return (), errno.EINVAL
        tag, pointee_id, refused = _kptr_tag(btf, type_id, by_field)
        if refused:
            return (), refused
        if not tag:
            continue
        if bit_off % 64:
            return (), errno.EINVAL
        if len(found) == MAX_KPTRS:
            return (), errno.E2BIG
        kptr, refused = _kptr(btf, tag, pointee_id, bit_off // 8, kernel)
        if kptr is None:
            return (), refused
        found.append(kptr)
    return tuple(found), 0


def _kptr_tag(btf: Btf, type_id: int, may_be_volatile: bool) -> tuple[str, int, int]:
    """Return a pointer's tag ("": none) and what it points to, or an errno."""
    pointer = btf[type_id]
    if may_be_volatile and isinstance(pointer, Volatile):
        pointer = btf[pointer.type]
    if not isinstance(pointer, Ptr):
        return "", 0, 0
    tag = btf[pointer.type]
    if not isinstance(tag, TypeTag):
        return "", 0, 0
    if isinstance(btf[tag.type], TypeTag):
        return "", 0, errno.EINVAL
    return tag.name, tag.type, 0


def _kptr(
    btf: Btf, tag: str, pointee_id: int, offset: int, kernel: Kernel
) -> tuple[Kptr | None, int]:
    kinds = {"kptr": False, "kptr_ref": True}
    if Feature.KPTR_IS_REF in kernel.features:
        kinds = {"kptr": True, "kptr_untrusted": False}
    if tag not in kinds:
        return None, errno.EINVAL
    pointee = btf[btf.skip_mods(pointee_id)]
    if not isinstance(pointee, Struct):
        return None, errno.EINVAL
    btf_id = kernel.btf.find(pointee.name, BtfKind.STRUCT)
    if btf_id is None:
        return None, errno.ENOENT
    known = _DESTRUCTORS
    if Feature.TASK_KPTR in kernel.features:
        known |= _TASK_DESTRUCTORS
    if kinds[tag] and pointee.name not in known:
        return None, errno.ENOENT
    return Kptr(offset, btf_id, kinds[tag]), 0


def _check_fields(wanted: Map, record: MapRecord, features: Collection[Feature]) -> int:
    no_lock = errno.EOPNOTSUPP if Feature.BTF_RECORD in features else ENOTSUPP
    # the kernel makes device maps read-only for programs first
    is_rdonly = bool(wanted.map_flags & _RDONLY_PROG) or wanted.map_type in _DEVMAPS
    for offset, kinds, refusal in (
        (record.spin_lock_off, _LOCK_TYPES, no_lock),
        (record.timer_off, _TIMER_TYPES, errno.EOPNOTSUPP),
    ):
        if offset >= 0 and is_rdonly:
            return errno.EACCES
        if offset >= 0 and wanted.map_type not in kinds:
            return refusal
    if record.kptrs:
        if is_rdonly or wanted.map_flags & _WRONLY_PROG:
            return errno.EACCES
        if wanted.map_type not in _KPTR_TYPES:
            return errno.EOPNOTSUPP
    if record.heads:
        if is_rdonly or wanted.map_flags & _WRONLY_PROG:
            return errno.EACCES
        if wanted.map_type not in _TIMER_TYPES:
            return errno.EOPNOTSUPP
    return 0


def _is_int(btf: Btf, type_id: int, nr_bits: int) -> bool:
    key = btf.resolved(type_id)
    return isinstance(key, Int) and key.nr_bits == nr_bits and key.bit_off == 0


def _check_key(wanted: Map, btf: Btf) -> int:
    kind, key_id = wanted.map_type, wanted.btf_key_type_id
    if kind in _NO_BTF:
        return ENOTSUPP
    is_right = True
    if kind in _ARRAYS:
        is_right = _is_int(btf, key_id, 32) if key_id else _is_section(wanted, btf)
    elif kind in _INT_KEYS:
        is_right = _is_int(btf, key_id, 32)
    elif kind == _T.BPF_MAP_TYPE_LPM_TRIE:
        is_right = isinstance(btf.resolved(key_id), Struct)
    elif kind == _T.BPF_MAP_TYPE_BLOOM_FILTER:
        is_right = not key_id
    elif kind in _CGROUP_STORAGES:
        is_right = _is_cgroup_key(wanted, btf)
    return 0 if is_right else errno.EINVAL


def _is_section(wanted: Map, btf: Btf) -> bool:
    """Say whether a value is a section of global variables, which needs no key's type."""
    return wanted.max_entries == 1 and isinstance(btf[wanted.btf_value_type_id], Datasec)


def _is_cgroup_key(wanted: Map, btf: Btf) -> bool:
    if wanted.key_size == 8:
        return _is_int(btf, wanted.btf_key_type_id, 64)
    key = btf.resolved(wanted.btf_key_type_id)
    if not isinstance(key, Struct) or len(key.members) != 2:
        return False
    return all(
        _is_member(btf, member, bit_off, nr_bits)
        for member, bit_off, nr_bits in zip(key.members, (0, 64), (64, 32), strict=True)
    )


def _is_member(btf: Btf, member: Member, bit_off: int, nr_bits: int) -> bool:
    return member.bit_off == bit_off and _is_int(btf, member.type, nr_bits)
