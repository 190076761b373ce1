"""What a map costs in memory, and what one more key or CPU would.

Answers to ``map_mem_usage`` of the map types and to ``bpf_map_memory_footprint`` in
``kernel/bpf/syscall.c``, which is what fdinfo's ``memlock`` says.

**Rule:** `Kind.memory_bytes` is what a map's elements and buckets take when it is full;
`charged_bytes` is that of the elements that are there, and the map's own structure.

**Not modelled:** the allocator's own rounding, and caches of free elements.
"""

from __future__ import annotations

from collections.abc import Collection

from sim.bpf.maps.kinds import KINDS, Shape, round8
from sim.bpf.maps.view import MapView
from sim.bpf.spec import MapType
from sim.versions.features import Feature

__all__ = ["charged_bytes", "memlock_bytes", "more_for_cpu", "more_for_key"]

_T = MapType
_PAGE_BYTES = 4096
_MMAPABLE = 0x400
# sizeof the map's structure on 6.12, by type; `struct bpf_map` alone is 256
_MAP_BYTES = {
    _T.BPF_MAP_TYPE_ARRAY: 264,
    _T.BPF_MAP_TYPE_PERCPU_ARRAY: 264,
    _T.BPF_MAP_TYPE_PROG_ARRAY: 264,
    _T.BPF_MAP_TYPE_PERF_EVENT_ARRAY: 264,
    _T.BPF_MAP_TYPE_CGROUP_ARRAY: 264,
    _T.BPF_MAP_TYPE_ARRAY_OF_MAPS: 264,
    _T.BPF_MAP_TYPE_QUEUE: 264,
    _T.BPF_MAP_TYPE_STACK: 264,
    _T.BPF_MAP_TYPE_BLOOM_FILTER: 264,
    _T.BPF_MAP_TYPE_STACK_TRACE: 288,
    _T.BPF_MAP_TYPE_RINGBUF: 280,
    _T.BPF_MAP_TYPE_USER_RINGBUF: 280,
}
_HASH_BYTES = 896
_HASH_CPU_BYTES = 32  # a counter of nesting for each of 8 locks
_SPARE_BYTES = 8  # a CPU's pointer to its spare element
_FREE_NODE_BYTES = 8  # of an element that comes from the allocator, per CPU where it has copies
_PAGE_POINTER_BYTES = 16  # a data page of a ring is mapped twice
_TRIE_NODE_BYTES = 40
_PREFIX_BYTES = 4
_HASHES = (
    _T.BPF_MAP_TYPE_HASH,
    _T.BPF_MAP_TYPE_PERCPU_HASH,
    _T.BPF_MAP_TYPE_LRU_HASH,
    _T.BPF_MAP_TYPE_LRU_PERCPU_HASH,
    _T.BPF_MAP_TYPE_HASH_OF_MAPS,
)
_RINGS = (_T.BPF_MAP_TYPE_RINGBUF, _T.BPF_MAP_TYPE_USER_RINGBUF)


def charged_bytes(shape: Shape, nr_cpus: int, nr_entries: int) -> int:
    """Return what the kernel charges for a map.

    Args:
        shape: Its shape.
        nr_cpus: Possible CPUs.
        nr_entries: Elements in it, which matter where they are allocated as keys come.
    """
    if shape.type is _T.BPF_MAP_TYPE_LPM_TRIE:
        return nr_entries * _trie_node(shape)
    elements = KINDS[shape.type].memory_bytes(shape, nr_cpus)
    if shape.type in _HASHES:
        missing = shape.max_entries - nr_entries
        if not shape.is_prealloc:
            elements -= missing * _element(shape, nr_cpus)
            copies = nr_cpus if shape.is_percpu else 1
            elements += nr_entries * _FREE_NODE_BYTES * copies
        return elements + _hash_head(shape, nr_cpus)
    head = _MAP_BYTES.get(shape.type, 0)
    if shape.type is _T.BPF_MAP_TYPE_ARRAY and shape.flags & _MMAPABLE:
        head = _PAGE_BYTES  # the structure fills the page before the values
    elif shape.type in _RINGS:
        head += _PAGE_POINTER_BYTES * (shape.max_entries // _PAGE_BYTES)
    return elements + head


def _trie_node(shape: Shape) -> int:
    return _TRIE_NODE_BYTES + shape.key_bytes - _PREFIX_BYTES + shape.value_bytes


def _hash_head(shape: Shape, nr_cpus: int) -> int:
    is_lru = shape.type in (_T.BPF_MAP_TYPE_LRU_HASH, _T.BPF_MAP_TYPE_LRU_PERCPU_HASH)
    has_spares = shape.is_prealloc and not shape.is_percpu and not is_lru
    return _HASH_BYTES + nr_cpus * (_HASH_CPU_BYTES + (_SPARE_BYTES if has_spares else 0))


def _element(shape: Shape, nr_cpus: int) -> int:
    """Return what one element of a hash takes."""
    four = shape._replace(max_entries=4 * nr_cpus)
    three = shape._replace(max_entries=3 * nr_cpus)
    size = KINDS[shape.type].memory_bytes
    # between three and four times a power of two lies none, but the number of CPUs may be odd
    buckets = 16 * (_pow2(four.max_entries) - _pow2(three.max_entries))
    return (size(four, nr_cpus) - size(three, nr_cpus) - buckets) // nr_cpus


def _pow2(number: int) -> int:
    return 1 << max(number - 1, 0).bit_length()


def memlock_bytes(view: MapView, features: Collection[Feature]) -> int:
    """Return ``memlock`` of a map's fdinfo.

    Before maps said themselves what they take, it was an estimate from key, value and
    max_entries, in whole pages.

    Args:
        view: The map.
        features: The kernel's.
    """
    shape, nr_cpus = view.shape, view.maps.nr_cpus
    if Feature.MAP_MEM_USAGE in features:
        return charged_bytes(shape, nr_cpus, view.nr_entries)
    value = shape.value_bytes
    if shape.is_percpu:
        value = round8(value) * nr_cpus
    nr_bytes = view.max_entries * round8(shape.key_bytes + value)
    return -(-nr_bytes // _PAGE_BYTES) * _PAGE_BYTES


def more_for_key(shape: Shape, nr_cpus: int) -> int:
    """Return how many bytes one more entry takes, buckets apart; 0 of a map without entries."""
    if shape.type in _RINGS or not shape.max_entries:
        return 0
    if shape.type in _HASHES:
        copies = nr_cpus if shape.is_percpu else 1
        free = 0 if shape.is_prealloc else _FREE_NODE_BYTES * copies
        return _element(shape, nr_cpus) + free
    more = shape._replace(max_entries=shape.max_entries + 1)
    nr = shape.max_entries
    return charged_bytes(more, nr_cpus, nr + 1) - charged_bytes(shape, nr_cpus, nr)


def more_for_cpu(shape: Shape, nr_cpus: int) -> int:
    """Return how many bytes more the map takes, full, on a machine with one more CPU."""
    nr = shape.max_entries
    return charged_bytes(shape, nr_cpus + 1, nr) - charged_bytes(shape, nr_cpus, nr)
