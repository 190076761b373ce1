"""Hash and per-CPU hash maps, preallocated (kernel/bpf/hashtab.c).

An element is ``next, hash, key, value`` with key and value rounded up to 8 bytes (per-CPU: one
value for each CPU, side by side). Free elements are chained; an update of a full map fails with
−E2BIG unless the key is there already.

**Rule:** an operation is one step; who calls it prices it.

**Not modelled:** per-CPU free lists (the free elements are one list, so a full map is full for
everybody, as after the kernel's stealing), element reuse visible to a holder of an old value
pointer, bucket locks (an operation cannot be interrupted, so −EBUSY cannot arise without NMIs).
"""

from __future__ import annotations

from sim.base.arith import lshr64, mul64
from sim.base.compile import compiled
from sim.base.memory import copy_bytes, fill_bytes, load8, load32, load64, store64
from sim.bpf.maps.kinds import Home, Shape, kind, pow2_up, round8
from sim.bpf.maps.layout import (
    BPF_ANY,
    BPF_EXIST,
    BPF_NOEXIST,
    E2BIG,
    EEXIST,
    EINVAL,
    ENOENT,
    M_BUCKETS,
    M_DELETES,
    M_ELEM_BYTES,
    M_ELEMS,
    M_ENTRIES,
    M_FREE,
    M_FULLNESS,
    M_INSERTS,
    M_KEY_BYTES,
    M_MAX_ENTRIES,
    M_NR_BUCKETS,
    M_SEED,
    M_VALUE_STRIDE,
)
from sim.bpf.maps.values import copy_value
from sim.bpf.region import VMALLOC_BASE, signed_address
from sim.bpf.spec import MapType

__all__ = [
    "ELEM_HEAD_BYTES",
    "equal_bytes",
    "hash_bytes",
    "hash_delete",
    "hash_find",
    "hash_get_next_key",
    "hash_update",
    "value_offset",
]

ELEM_HEAD_BYTES = 16
_MULTIPLIER = -7046029254386353131  # 0x9E3779B97F4A7C15, the golden ratio in 64 bits


@compiled("int64(int64,int64,int64)", inline=True)
def hash_bytes(p: int, nr_bytes: int, seed: int) -> int:
    """Hash *nr_bytes* at host address *p*."""
    h = seed ^ nr_bytes
    i = 0
    while i + 8 <= nr_bytes:
        h = mul64(h ^ load64(p + i), _MULTIPLIER)
        h ^= lshr64(h, 32)
        i += 8
    if i + 4 <= nr_bytes:
        h = mul64(h ^ load32(p + i), _MULTIPLIER)
        h ^= lshr64(h, 32)
        i += 4
    while i < nr_bytes:
        h = mul64(h ^ load8(p + i), _MULTIPLIER)
        h ^= lshr64(h, 29)
        i += 1
    h = mul64(h, _MULTIPLIER)
    return h ^ lshr64(h, 31)


@compiled("int64(int64,int64,int64)", inline=True)
def equal_bytes(a: int, b: int, nr_bytes: int) -> int:
    """Say whether two ranges hold the same bytes."""
    i = 0
    while i + 8 <= nr_bytes:
        if load64(a + i) != load64(b + i):
            return 0
        i += 8
    if i + 4 <= nr_bytes:
        if load32(a + i) != load32(b + i):
            return 0
        i += 4
    while i < nr_bytes:
        if load8(a + i) != load8(b + i):
            return 0
        i += 1
    return 1


@compiled("int64(int64)", inline=True, python=True)
def value_offset(bmap: int) -> int:
    """Return where in an element the value starts."""
    return ELEM_HEAD_BYTES + ((load64(bmap + M_KEY_BYTES) + 7) & -8)


@compiled("int64(int64,int64,int64)", inline=True)
def _bucket(bmap: int, base: int, key: int) -> int:
    h = hash_bytes(key, load64(bmap + M_KEY_BYTES), load64(bmap + M_SEED))
    return load64(bmap + M_BUCKETS) + 8 * (h & (load64(bmap + M_NR_BUCKETS) - 1))


@compiled("int64(int64,int64,int64)", inline=True)
def _elem(bmap: int, base: int, number: int) -> int:
    elems = base + (load64(bmap + M_ELEMS) & 0xFFFFFFFF)
    return elems + (number - 1) * load64(bmap + M_ELEM_BYTES)


@compiled("int64(int64,int64,int64)", inline=True, python=True)
def hash_find(bmap: int, base: int, key: int) -> int:
    """Return the host address of the element with the key at host address *key*, or 0."""
    number = load64(_bucket(bmap, base, key))
    nr_bytes = load64(bmap + M_KEY_BYTES)
    left = load64(bmap + M_MAX_ENTRIES)
    # a program that no verifier has seen may have overwritten a link
    while 0 < number <= load64(bmap + M_MAX_ENTRIES) and left > 0:
        elem = _elem(bmap, base, number)
        if equal_bytes(elem + ELEM_HEAD_BYTES, key, nr_bytes) == 1:
            return elem
        number = load64(elem)
        left -= 1
    return 0


@compiled("void(int64,int64)")
def _set_entries(bmap: int, nr_entries: int) -> None:
    store64(bmap + M_ENTRIES, nr_entries)
    store64(bmap + M_FULLNESS, nr_entries * 1024 // load64(bmap + M_MAX_ENTRIES))


@compiled("int64(int64,int64,int64,int64,int64,int64)", python=True)
def hash_update(bmap: int, base: int, key: int, value: int, flags: int, cpu: int) -> int:
    """Insert or overwrite (htab_map_update_elem); *key* and *value* are host addresses.

    Args:
        bmap: The map.
        base: Host base of kernel memory.
        key: Where the key is.
        value: Where the value is (``value_size`` bytes).
        flags: BPF_ANY, BPF_NOEXIST or BPF_EXIST.
        cpu: Whose copy of a per-CPU value is written (0 for a plain hash), −1: all copies.

    Returns:
        0, −EINVAL, −EEXIST, −ENOENT or −E2BIG.
    """
    if flags < BPF_ANY or flags > BPF_EXIST:
        return -EINVAL
    elem = hash_find(bmap, base, key)
    if elem != 0:
        if flags == BPF_NOEXIST:
            return -EEXIST
        copy_value(bmap, elem + value_offset(bmap), value, cpu)
        return 0
    if flags == BPF_EXIST:
        return -ENOENT
    number = load64(bmap + M_FREE)
    if number <= 0 or number > load64(bmap + M_MAX_ENTRIES):
        return -E2BIG
    elem = _elem(bmap, base, number)
    store64(bmap + M_FREE, load64(elem))
    bucket = _bucket(bmap, base, key)
    store64(elem, load64(bucket))
    copy_bytes(elem + ELEM_HEAD_BYTES, key, load64(bmap + M_KEY_BYTES))
    start = elem + value_offset(bmap)
    fill_bytes(start, 0, load64(bmap + M_VALUE_STRIDE))
    copy_value(bmap, start, value, cpu)
    store64(bucket, number)
    _set_entries(bmap, load64(bmap + M_ENTRIES) + 1)
    store64(bmap + M_INSERTS, load64(bmap + M_INSERTS) + 1)
    return 0


@compiled("int64(int64,int64,int64)")
def hash_delete(bmap: int, base: int, key: int) -> int:
    """Delete (htab_map_delete_elem): 0 or −ENOENT."""
    link = _bucket(bmap, base, key)
    nr_bytes = load64(bmap + M_KEY_BYTES)
    number = load64(link)
    left = load64(bmap + M_MAX_ENTRIES)
    while 0 < number <= load64(bmap + M_MAX_ENTRIES) and left > 0:
        left -= 1
        elem = _elem(bmap, base, number)
        if equal_bytes(elem + ELEM_HEAD_BYTES, key, nr_bytes) == 1:
            store64(link, load64(elem))
            store64(elem, load64(bmap + M_FREE))
            store64(bmap + M_FREE, number)
            _set_entries(bmap, load64(bmap + M_ENTRIES) - 1)
            store64(bmap + M_DELETES, load64(bmap + M_DELETES) + 1)
            return 0
        link = elem
        number = load64(elem)
    return -ENOENT


@compiled("int64(int64,int64,int64)", python=True)
def hash_get_next_key(bmap: int, base: int, key: int) -> int:
    """Return the element after the one with *key* (0: the first) in bucket order, or 0.

    A key that is not there gives the first element, as htab_map_get_next_key does.
    """
    buckets = load64(bmap + M_BUCKETS)
    i = 0
    if key != 0:
        elem = hash_find(bmap, base, key)
        if elem != 0:
            number = load64(elem)
            if 0 < number <= load64(bmap + M_MAX_ENTRIES):
                return _elem(bmap, base, number)
            i = ((_bucket(bmap, base, key) - buckets) >> 3) + 1
    while i < load64(bmap + M_NR_BUCKETS):
        number = load64(buckets + 8 * i)
        if number != 0:
            return _elem(bmap, base, number)
        i += 1
    return 0


def _hash_bytes(shape: Shape, nr_cpus: int) -> int:
    values = round8(shape.value_bytes) * (nr_cpus if shape.is_percpu else 1)
    elem = 48 + round8(shape.key_bytes) + values + (8 if shape.is_percpu else 0)
    extra = 0 if shape.is_percpu else nr_cpus
    return elem * (shape.max_entries + extra) + 16 * pow2_up(shape.max_entries)


@kind(MapType.BPF_MAP_TYPE_HASH, MapType.BPF_MAP_TYPE_PERCPU_HASH, memory_bytes=_hash_bytes)
def _make_hash(home: Home, index: int, shape: Shape) -> None:
    stride = round8(shape.value_bytes) * (home.nr_cpus if shape.is_percpu else 1)
    elem_bytes = ELEM_HEAD_BYTES + round8(shape.key_bytes) + stride
    nr_elems = shape.max_entries
    nr_buckets = pow2_up(nr_elems)
    elems = home.region.alloc(VMALLOC_BASE, elem_bytes * nr_elems, 4096)
    for offset, value in (
        (M_VALUE_STRIDE, stride),
        (M_BUCKETS, home.buffer(8 * nr_buckets)),
        (M_NR_BUCKETS, nr_buckets),
        (M_ELEMS, signed_address(elems)),
        (M_ELEM_BYTES, elem_bytes),
        (M_FREE, 1),
        (M_SEED, home.seed + index),
    ):
        store64(home.record(index) + offset, value)
    host = home.region.host(elems)
    for i in range(nr_elems):
        store64(host + i * elem_bytes, i + 2 if i + 1 < nr_elems else 0)
