"""What ``BPF_MAP_CREATE`` refuses, for every map type: sizes, flags, capabilities.

Answers to the ``map_alloc_check`` operations in ``kernel/bpf`` and ``net/`` and to ``map_create``
in ``kernel/bpf/syscall.c``. It serves `sim.bpf.maps.create` and the verifier's users; it makes no
map.

**Rule:** a type is one row of `_RULES`, in the order in which the kernel asks: capability, shape,
size. The errno is the kernel's, positive; 0 means that the map can be made.

**Not modelled:** running out of memory; NUMA nodes that do not exist; struct_ops maps with types.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from sim.bpf.spec import MapType
from sim.bpf.verifier.spec import Cap, Map
from sim.versions.features import Feature

__all__ = ["Maker", "MapAttr", "check_map_create", "has_cap"]

ENOTSUPP = 524

NO_PREALLOC, NO_COMMON_LRU, NUMA_NODE, RDONLY, WRONLY = 1, 2, 4, 8, 16
STACK_BUILD_ID, ZERO_SEED, RDONLY_PROG, WRONLY_PROG = 0x20, 0x40, 0x80, 0x100
CLONE, MMAPABLE, PRESERVE_ELEMS, INNER_MAP = 0x200, 0x400, 0x800, 0x1000
_SYSCALL_ACCESS = RDONLY | WRONLY
_PROG_ACCESS = RDONLY_PROG | WRONLY_PROG
_ACCESS = _SYSCALL_ACCESS | _PROG_ACCESS

_ANY = range(1, 1 << 32)
_NONE = range(1)
_FOUR = range(4, 5)
_FD = (4, 8)
_PAGE_BYTES = 4096
_KMALLOC_MAX = 1 << 22
_PERCPU_MAX = 1 << 15
_HTAB_ELEM_BYTES = 48
_HTAB_MAX_BUCKETS = 1 << 27
_LOCAL_STORAGE_MAX = 65_535 - 128
_LPM_VALUE_MAX = _KMALLOC_MAX - 256 - 40
_MAX_STACK_DEPTH = 127
_MAX_CPUS = 8192
_MAX_KEY_ON_STACK = 512


class Maker(Protocol):
    """Who is asked to make a map, and by whom: a kernel's features, a process's capabilities."""

    @property
    def features(self) -> Collection[Feature]:
        """What the kernel has."""

    @property
    def caps(self) -> Collection[Cap]:
        """What the process may."""


@dataclass(frozen=True)
class MapAttr:
    """What ``BPF_MAP_CREATE`` is told."""

    map_type: int
    key_size: int
    value_size: int
    max_entries: int
    map_flags: int = 0
    map_extra: int = 0
    inner: Map | None = None
    is_typed: bool = False

    @classmethod
    def of(cls, wanted: Map) -> MapAttr:
        """Return what makes *wanted*."""
        return cls(
            wanted.map_type,
            wanted.key_size,
            wanted.value_size,
            wanted.max_entries,
            wanted.map_flags,
            wanted.map_extra,
            wanted.inner,
            bool(wanted.btf_key_type_id and wanted.btf_value_type_id),
        )


def has_cap(caps: Collection[Cap], wanted: Cap) -> bool:
    """Say whether *caps* cover *wanted*; CAP_SYS_ADMIN covers CAP_BPF and CAP_PERFMON."""
    covered = wanted in (Cap.BPF, Cap.PERFMON) and Cap.SYS_ADMIN in caps
    return covered or wanted in caps


class _Rule(NamedTuple):
    """What one map type asks for.

    Attributes:
        flags: Those it takes.
        size: Answers with an errno when the sizes together are too much.
    """

    keys: Collection[int]
    values: Collection[int]
    entries: Collection[int]
    flags: int
    cap: Cap | None = None
    needs_flags: int = 0
    size: Callable[[MapAttr], int] | None = None
    feature: Feature | None = None


def _pow2(number: int) -> int:
    return 1 << max(number - 1, 0).bit_length()


def _round8(number: int) -> int:
    return (number + 7) & -8


def _array_size(attr: MapAttr) -> int:
    return errno.E2BIG if attr.value_size >= 1 << 31 else 0


def _percpu_size(attr: MapAttr) -> int:
    return errno.E2BIG if _round8(attr.value_size) > _PERCPU_MAX else 0


def _hash_size(attr: MapAttr) -> int:
    too_big = attr.key_size + attr.value_size >= _KMALLOC_MAX - _HTAB_ELEM_BYTES
    return errno.E2BIG if too_big or _pow2(attr.max_entries) > _HTAB_MAX_BUCKETS else 0


def _percpu_hash_size(attr: MapAttr) -> int:
    return _hash_size(attr) or _percpu_size(attr)


def _lru_size(attr: MapAttr) -> int:
    return ENOTSUPP if attr.map_flags & NO_PREALLOC else _hash_size(attr)


def _percpu_lru_size(attr: MapAttr) -> int:
    return _lru_size(attr) or _percpu_size(attr)


def _queue_size(attr: MapAttr) -> int:
    return errno.E2BIG if attr.value_size > _KMALLOC_MAX else 0


def _cpumap_size(attr: MapAttr) -> int:
    return errno.E2BIG if attr.max_entries > _MAX_CPUS else 0


def _sockhash_size(attr: MapAttr) -> int:
    return errno.E2BIG if attr.key_size > _MAX_KEY_ON_STACK else 0


def _storage_size(attr: MapAttr) -> int:
    return errno.E2BIG if attr.value_size > _LOCAL_STORAGE_MAX else 0


def _local_storage_size(attr: MapAttr) -> int:
    return _storage_size(attr) if attr.is_typed else errno.EINVAL


def _stack_size(attr: MapAttr) -> int:
    unit = 32 if attr.map_flags & STACK_BUILD_ID else 8
    if attr.value_size % unit or attr.value_size // unit > _MAX_STACK_DEPTH:
        return errno.EINVAL
    return errno.E2BIG if attr.max_entries > 1 << 31 else 0


def _ring_size(attr: MapAttr) -> int:
    size = attr.max_entries
    return errno.EINVAL if size & (size - 1) or size % _PAGE_BYTES else 0


def _inner_size(attr: MapAttr) -> int:
    return _inner_map(attr.inner)


def _hash_of_maps_size(attr: MapAttr) -> int:
    return _hash_size(attr) or _inner_map(attr.inner)


def _no_struct_ops(attr: MapAttr) -> int:
    return errno.EINVAL


_T = MapType
_HASH_FLAGS = NO_PREALLOC | ZERO_SEED | _ACCESS
_SYSCALL_FLAGS = NUMA_NODE | _SYSCALL_ACCESS
_LRU_FLAGS = _HASH_FLAGS | NO_COMMON_LRU
_NET = Cap.NET_ADMIN
_STORAGE = _Rule(_FOUR, _ANY, _NONE, NO_PREALLOC | CLONE, Cap.BPF, NO_PREALLOC, _local_storage_size)
_RING = _Rule(_NONE, _NONE, _ANY, NUMA_NODE, size=_ring_size)
_SLOTS = _Rule(_FOUR, _FOUR, _ANY, _SYSCALL_FLAGS)
_QUEUE = _Rule(_NONE, _ANY, _ANY, NUMA_NODE | _ACCESS, Cap.BPF, size=_queue_size)

_RULES: dict[int, _Rule] = {
    _T.BPF_MAP_TYPE_HASH: _Rule(_ANY, _ANY, _ANY, _HASH_FLAGS | NUMA_NODE, size=_hash_size),
    _T.BPF_MAP_TYPE_ARRAY: _Rule(
        _FOUR, _ANY, _ANY, NUMA_NODE | _ACCESS | MMAPABLE | INNER_MAP, size=_array_size
    ),
    _T.BPF_MAP_TYPE_PROG_ARRAY: _SLOTS,
    _T.BPF_MAP_TYPE_PERF_EVENT_ARRAY: _SLOTS._replace(flags=_SYSCALL_FLAGS | PRESERVE_ELEMS),
    _T.BPF_MAP_TYPE_PERCPU_HASH: _Rule(_ANY, _ANY, _ANY, _HASH_FLAGS, size=_percpu_hash_size),
    _T.BPF_MAP_TYPE_PERCPU_ARRAY: _Rule(_FOUR, _ANY, _ANY, _ACCESS, size=_percpu_size),
    _T.BPF_MAP_TYPE_STACK_TRACE: _Rule(
        _FOUR, range(8, 1 << 32), _ANY, _SYSCALL_FLAGS | STACK_BUILD_ID, Cap.BPF, 0, _stack_size
    ),
    _T.BPF_MAP_TYPE_CGROUP_ARRAY: _SLOTS,
    _T.BPF_MAP_TYPE_LRU_HASH: _Rule(
        _ANY, _ANY, _ANY, _LRU_FLAGS | NUMA_NODE, Cap.BPF, 0, _lru_size
    ),
    _T.BPF_MAP_TYPE_LRU_PERCPU_HASH: _Rule(
        _ANY, _ANY, _ANY, _LRU_FLAGS, Cap.BPF, 0, _percpu_lru_size
    ),
    _T.BPF_MAP_TYPE_LPM_TRIE: _Rule(
        range(5, 261),
        range(1, _LPM_VALUE_MAX + 1),
        _ANY,
        NO_PREALLOC | NUMA_NODE | _ACCESS,
        Cap.BPF,
        NO_PREALLOC,
    ),
    _T.BPF_MAP_TYPE_ARRAY_OF_MAPS: _SLOTS._replace(size=_inner_size),
    _T.BPF_MAP_TYPE_HASH_OF_MAPS: _Rule(
        _ANY, _FOUR, _ANY, _HASH_FLAGS | NUMA_NODE, size=_hash_of_maps_size
    ),
    _T.BPF_MAP_TYPE_DEVMAP: _Rule(_FOUR, _FD, _ANY, _SYSCALL_FLAGS, _NET),
    _T.BPF_MAP_TYPE_SOCKMAP: _Rule(_FOUR, _FD, range(1, 1 << 29), _SYSCALL_FLAGS, _NET),
    _T.BPF_MAP_TYPE_CPUMAP: _Rule(_FOUR, _FD, _ANY, NUMA_NODE, Cap.BPF, 0, _cpumap_size),
    _T.BPF_MAP_TYPE_XSKMAP: _Rule(_FOUR, _FOUR, _ANY, _SYSCALL_FLAGS, _NET),
    _T.BPF_MAP_TYPE_SOCKHASH: _Rule(
        _ANY, _FD, range(1, 1 << 29), _SYSCALL_FLAGS, _NET, 0, _sockhash_size
    ),
    _T.BPF_MAP_TYPE_CGROUP_STORAGE: _Rule(
        (8, 16), _ANY, _NONE, NUMA_NODE | _ACCESS, size=_storage_size
    ),
    _T.BPF_MAP_TYPE_REUSEPORT_SOCKARRAY: _Rule(_FOUR, _FD, _ANY, NUMA_NODE | _ACCESS, Cap.BPF),
    _T.BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE: _Rule(
        (8, 16), _ANY, _NONE, NUMA_NODE | _ACCESS, size=_percpu_size
    ),
    _T.BPF_MAP_TYPE_QUEUE: _QUEUE,
    _T.BPF_MAP_TYPE_STACK: _QUEUE,
    _T.BPF_MAP_TYPE_SK_STORAGE: _STORAGE,
    _T.BPF_MAP_TYPE_DEVMAP_HASH: _Rule(_FOUR, _FD, range(1, (1 << 31) + 1), _SYSCALL_FLAGS, _NET),
    _T.BPF_MAP_TYPE_STRUCT_OPS: _Rule(_ANY, _ANY, _ANY, 0, size=_no_struct_ops),
    _T.BPF_MAP_TYPE_RINGBUF: _RING,
    _T.BPF_MAP_TYPE_INODE_STORAGE: _STORAGE,
    _T.BPF_MAP_TYPE_TASK_STORAGE: _STORAGE,
    _T.BPF_MAP_TYPE_BLOOM_FILTER: _QUEUE._replace(
        flags=NUMA_NODE | ZERO_SEED | _ACCESS, feature=Feature.BLOOM_FILTER
    ),
    _T.BPF_MAP_TYPE_USER_RINGBUF: _RING._replace(feature=Feature.USER_RINGBUF),
    _T.BPF_MAP_TYPE_CGRP_STORAGE: _STORAGE._replace(feature=Feature.CGRP_STORAGE),
}
#: Types whose maps may fill no slot of a map of maps.
_NEVER_INNER = frozenset(
    (
        _T.BPF_MAP_TYPE_PROG_ARRAY,
        _T.BPF_MAP_TYPE_CGROUP_STORAGE,
        _T.BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE,
        _T.BPF_MAP_TYPE_STRUCT_OPS,
    )
)
_HASHES = frozenset(
    (
        _T.BPF_MAP_TYPE_HASH,
        _T.BPF_MAP_TYPE_PERCPU_HASH,
        _T.BPF_MAP_TYPE_LRU_HASH,
        _T.BPF_MAP_TYPE_LRU_PERCPU_HASH,
        _T.BPF_MAP_TYPE_HASH_OF_MAPS,
    )
)


def _inner_map(inner: Map | None) -> int:
    """Check what the maps of a map of maps look like (bpf_map_meta_alloc)."""
    if inner is None or inner.inner is not None:
        return errno.EINVAL
    return ENOTSUPP if inner.map_type in _NEVER_INNER else 0


def check_map_create(attr: MapAttr, kernel: Maker) -> int:
    """Return the errno with which the kernel refuses to make a map, 0 if it does not."""
    is_bloom = attr.map_type == MapType.BPF_MAP_TYPE_BLOOM_FILTER
    if attr.map_extra and (not is_bloom or attr.map_extra > 15):
        return errno.EINVAL
    flags = attr.map_flags
    if flags & _SYSCALL_ACCESS == _SYSCALL_ACCESS:
        return errno.EINVAL
    rule = _RULES.get(attr.map_type)
    if rule is None or (rule.feature is not None and rule.feature not in kernel.features):
        return errno.EINVAL
    return _check_rule(rule, attr, kernel)


def _check_rule(rule: _Rule, attr: MapAttr, kernel: Maker) -> int:
    flags = attr.map_flags
    if rule.cap is not None and not has_cap(kernel.caps, rule.cap):
        return errno.EPERM
    needs_admin = flags & ZERO_SEED and attr.map_type in _HASHES
    if needs_admin and Cap.SYS_ADMIN not in kernel.caps:
        return errno.EPERM
    if flags & ~rule.flags or flags & rule.needs_flags != rule.needs_flags:
        return errno.EINVAL
    if flags & _PROG_ACCESS == _PROG_ACCESS:
        return errno.EINVAL
    if attr.key_size not in rule.keys or attr.max_entries not in rule.entries:
        return errno.EINVAL
    if attr.value_size not in rule.values:
        return errno.EINVAL
    refused = rule.size(attr) if rule.size else 0
    return refused or _inner_lock(attr.inner, kernel)


def _inner_lock(inner: Map | None, kernel: Maker) -> int:
    has_lock = inner is not None and inner.record.spin_lock_off >= 0
    return ENOTSUPP if has_lock and Feature.OBJ_NEW not in kernel.features else 0
