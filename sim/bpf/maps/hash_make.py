"""Making hash maps, and what the kernel charges for one (htab_map_alloc).

**Rule:** a map with a list set for each CPU has as many entries for each: ``max_entries`` is
rounded up to a multiple of the CPUs.

**Not modelled:** memory that a map without preallocation has not asked for yet: it is charged as
if it were full.
"""

from __future__ import annotations

from sim.base.memory import store64
from sim.bpf.maps.hash_alloc import (
    CACHE_ROOM,
    FREE_BYTES,
    fill_caches,
    fill_lists,
    make_stacks,
    take_spares,
)
from sim.bpf.maps.hash_layout import (
    ELEM_HEAD_BYTES,
    HT_ALLOC,
    HT_BATCH,
    HT_BY_WORDS,
    HT_FREE,
    HT_LISTS,
    HT_MASK,
    HT_NODES,
    HT_NR_ELEMS,
    HT_POOL,
    HT_SPARE,
    HT_TURNS,
    HT_VALUE_AT,
    SPLIT,
)
from sim.bpf.maps.hash_lock import NR_TURNS
from sim.bpf.maps.kinds import Home, Shape, kind, pow2_up, round8
from sim.bpf.maps.layout import (
    M_BUCKETS,
    M_ELEM_BYTES,
    M_ELEMS,
    M_MAX_ENTRIES,
    M_NR_BUCKETS,
    M_SEED,
    M_VALUE_STRIDE,
)
from sim.bpf.maps.lru import NO_COMMON_LRU, batch_of, make_lists
from sim.bpf.region import VMALLOC_BASE, signed_address
from sim.bpf.spec import MapType
from sim.versions.features import Feature

__all__ = ["hash_memory", "make_hash"]

_ZERO_SEED = 0x40
_KERNEL_ELEM_BYTES = 48


def _is_lru(shape: Shape) -> bool:
    return shape.type in (MapType.BPF_MAP_TYPE_LRU_HASH, MapType.BPF_MAP_TYPE_LRU_PERCPU_HASH)


def _max_entries(shape: Shape, nr_cpus: int) -> int:
    """Return the entries that a map has: with per-CPU lists as many for each CPU."""
    if not (_is_lru(shape) and shape.flags & NO_COMMON_LRU):
        return shape.max_entries
    rounded = -(-shape.max_entries // nr_cpus) * nr_cpus
    return rounded if rounded < 1 << 32 else rounded - nr_cpus


def _nr_spares(shape: Shape, nr_cpus: int) -> int:
    has_spares = shape.is_prealloc and not shape.is_percpu and not _is_lru(shape)
    return nr_cpus if has_spares else 0


def _unit_bytes(shape: Shape) -> int:
    """Return what the allocator is asked for, for an element."""
    value = 8 if shape.is_percpu else round8(shape.value_bytes)
    return _KERNEL_ELEM_BYTES + round8(shape.key_bytes) + value + 8


def hash_memory(shape: Shape, nr_cpus: int) -> int:
    """Return what the kernel charges for a map, full, in bytes."""
    values = round8(shape.value_bytes) * (nr_cpus if shape.is_percpu else 1)
    elem = _KERNEL_ELEM_BYTES + round8(shape.key_bytes) + values + (8 if shape.is_percpu else 0)
    nr_entries = _max_entries(shape, nr_cpus)
    return elem * (nr_entries + _nr_spares(shape, nr_cpus)) + 16 * pow2_up(nr_entries)


def _seed(home: Home, index: int, shape: Shape) -> int:
    if shape.flags & _ZERO_SEED:
        return 0
    mixed = ((home.seed + index) * 0x9E3779B97F4A7C15) & ((1 << 64) - 1)
    return (mixed ^ (mixed >> 29)) >> 32


@kind(
    MapType.BPF_MAP_TYPE_HASH,
    MapType.BPF_MAP_TYPE_PERCPU_HASH,
    MapType.BPF_MAP_TYPE_LRU_HASH,
    MapType.BPF_MAP_TYPE_LRU_PERCPU_HASH,
    memory_bytes=hash_memory,
)
def make_hash(home: Home, index: int, shape: Shape) -> None:
    """Make a map of the hash family."""
    nr_cpus, at = home.nr_cpus, home.record(index)
    stride = round8(shape.value_bytes) * (nr_cpus if shape.is_percpu else 1)
    value_at = ELEM_HEAD_BYTES + round8(shape.key_bytes)
    nr_entries = _max_entries(shape, nr_cpus)
    nr_elems = nr_entries + _nr_spares(shape, nr_cpus)
    if not shape.is_prealloc:
        nr_elems += CACHE_ROOM * nr_cpus
    nr_buckets = pow2_up(nr_entries)
    elems = home.region.alloc(VMALLOC_BASE, (value_at + stride) * nr_elems, 4096)
    for offset, value in (
        (M_MAX_ENTRIES, nr_entries),
        (M_VALUE_STRIDE, stride),
        (M_BUCKETS, home.buffer(4 * SPLIT * nr_buckets)),
        (M_NR_BUCKETS, nr_buckets),
        (M_ELEMS, signed_address(elems)),
        (M_ELEM_BYTES, value_at + stride),
        (M_SEED, _seed(home, index, shape)),
        (HT_NR_ELEMS, nr_elems),
        (HT_MASK, SPLIT * nr_buckets - 1),
        (HT_VALUE_AT, value_at),
        (HT_BY_WORDS, int(Feature.JHASH2 in home.features and shape.key_bytes % 4 == 0)),
        (HT_TURNS, home.buffer(8 * NR_TURNS) if nr_cpus > 1 else 0),
    ):
        store64(at + offset, value)
    if _is_lru(shape):
        nodes, lists = make_lists(home, nr_elems, bool(shape.flags & NO_COMMON_LRU))
        store64(at + HT_NODES, nodes)
        store64(at + HT_LISTS, lists)
        store64(at + HT_BATCH, batch_of(home, nr_elems))
    else:
        _make_free(home, at, shape, nr_elems)


def _make_free(home: Home, at: int, shape: Shape, nr_elems: int) -> None:
    """Make the places of free elements."""
    nr_cpus = home.nr_cpus
    free = make_stacks(home, nr_elems)
    store64(at + HT_FREE, free)
    if not shape.is_prealloc:
        store64(at + HT_POOL, free + FREE_BYTES * nr_cpus)
        store64(at + HT_ALLOC, _unit_bytes(shape))
        fill_caches(free, nr_elems, _unit_bytes(shape), nr_cpus)
        return
    fill_lists(free, nr_elems, nr_cpus)
    if _nr_spares(shape, nr_cpus):
        spares = home.buffer(8 * nr_cpus)
        store64(at + HT_SPARE, spares)
        take_spares(free, spares, nr_cpus)
