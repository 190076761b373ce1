"""Values that belong to a kernel object: task and control group storage.

Answers to ``kernel/bpf/bpf_local_storage.c``, ``bpf_task_storage.c`` and ``bpf_cgrp_storage.c``.
A key is the object's address; a value lives until it is deleted or its object is freed
(`storage_forget`).

**Rule:** an operation is one step. Elements are numbered from 1 (0: none): the owner's address,
then the value. A number is checked before it is followed.

**Not modelled:** the object's cache of its last storages; the busy counters, which refuse a
program that interrupts an operation on the same CPU; more than `MOST_OBJECTS` objects (as when
there is no memory left: NULL).
"""

from __future__ import annotations

from sim.base.arith import lshr64, mul64
from sim.base.compile import compiled
from sim.base.memory import copy_bytes, fill_bytes, load64, store64
from sim.bpf.maps.kinds import Home, Shape, kind, pow2_up, round8
from sim.bpf.maps.layout import (
    BPF_EXIST,
    BPF_NOEXIST,
    EEXIST,
    EINVAL,
    ENOENT,
    ENOMEM,
    M_BUCKETS,
    M_DELETES,
    M_ELEM_BYTES,
    M_ELEMS,
    M_ENTRIES,
    M_INSERTS,
    M_NR_BUCKETS,
    M_VALUE_BYTES,
    own_words,
)
from sim.bpf.region import VMALLOC_BASE, signed_address
from sim.bpf.run_state import R_BASE
from sim.bpf.spec import MapType

__all__ = [
    "ELEM_HEAD_BYTES",
    "MOST_OBJECTS",
    "storage_delete",
    "storage_find",
    "storage_update",
]

MOST_OBJECTS = 1 << 15  # as many as there are PIDs
#: What the kernel charges for an element, beside its value.
ELEM_HEAD_BYTES = 72
_MOST_BYTES = 1 << 26
_OWNER, _VALUE = 0, 8
_MULTIPLIER = -7046029254386353131  # 0x9E3779B97F4A7C15, the golden ratio in 64 bits
_KERNEL_BUCKET_BYTES = 16

(
    LS_LINKS,  # host address of each element's successor in its bucket, or in the free list
    LS_FREE,  # first of the elements that were freed
    LS_UNUSED,  # first of the elements never used
    LS_NR_ELEMS,
) = own_words(4)


@compiled("int64(int64,int64)", inline=True)
def _bucket(bmap: int, owner: int) -> int:
    h = lshr64(mul64(owner, _MULTIPLIER), 32)
    return load64(bmap + M_BUCKETS) + 8 * (h & (load64(bmap + M_NR_BUCKETS) - 1))


@compiled("int64(int64,int64)", inline=True)
def _link(bmap: int, number: int) -> int:
    return load64(bmap + LS_LINKS) + 8 * number


@compiled("int64(int64,int64,int64)", inline=True)
def _elem(run: int, bmap: int, number: int) -> int:
    elems = load64(run + R_BASE) + (load64(bmap + M_ELEMS) & 0xFFFFFFFF)
    return elems + (number - 1) * load64(bmap + M_ELEM_BYTES)


@compiled("void(int64,int64,int64)", inline=True)
def _add(bmap: int, field: int, n: int) -> None:
    store64(bmap + field, load64(bmap + field) + n)


@compiled("int64(int64,int64,int64)")
def _find_link(run: int, bmap: int, owner: int) -> int:
    """Return the host address of the link that leads to an object's element, or 0."""
    link = _bucket(bmap, owner)
    number = load64(link)
    while number != 0:
        if load64(_elem(run, bmap, number) + _OWNER) == owner:
            return link
        link = _link(bmap, number)
        number = load64(link)
    return 0


@compiled("int64(int64,int64,int64)")
def storage_find(run: int, bmap: int, owner: int) -> int:
    """Return the simulated address of an object's value, or 0."""
    link = _find_link(run, bmap, owner)
    if link == 0:
        return 0
    return load64(bmap + M_ELEMS) + (load64(link) - 1) * load64(bmap + M_ELEM_BYTES) + _VALUE


@compiled("int64(int64,int64,int64,int64,int64)")
def storage_update(run: int, bmap: int, owner: int, value: int, flags: int) -> int:
    """Give an object a value (bpf_local_storage_update).

    Args:
        run: For whom.
        bmap: The map.
        owner: The object's address.
        value: Host address of the value; 0: zeros.
        flags: BPF_ANY, BPF_NOEXIST or BPF_EXIST.

    Returns:
        0, −EINVAL, −EEXIST, −ENOENT or −ENOMEM.
    """
    if flags < 0 or flags > BPF_EXIST:
        return -EINVAL
    nr_bytes = load64(bmap + M_VALUE_BYTES)
    link = _find_link(run, bmap, owner)
    if link != 0:
        if flags == BPF_NOEXIST:
            return -EEXIST
        elem = _elem(run, bmap, load64(link))
    else:
        if flags == BPF_EXIST:
            return -ENOENT
        number = _take(bmap)
        if number == 0:
            return -ENOMEM
        elem = _elem(run, bmap, number)
        store64(elem + _OWNER, owner)
        bucket = _bucket(bmap, owner)
        store64(_link(bmap, number), load64(bucket))
        store64(bucket, number)
        _add(bmap, M_ENTRIES, 1)
        _add(bmap, M_INSERTS, 1)
    if value == 0:
        fill_bytes(elem + _VALUE, 0, nr_bytes)
    else:
        copy_bytes(elem + _VALUE, value, nr_bytes)
    return 0


@compiled("int64(int64)")
def _take(bmap: int) -> int:
    number = load64(bmap + LS_FREE)
    if number != 0:
        store64(bmap + LS_FREE, load64(_link(bmap, number)))
        return number
    number = load64(bmap + LS_UNUSED)
    if number > load64(bmap + LS_NR_ELEMS):
        return 0
    store64(bmap + LS_UNUSED, number + 1)
    return number


@compiled("int64(int64,int64,int64)")
def storage_delete(run: int, bmap: int, owner: int) -> int:
    """Take an object's value away: 0 or −ENOENT."""
    link = _find_link(run, bmap, owner)
    if link == 0:
        return -ENOENT
    number = load64(link)
    store64(link, load64(_link(bmap, number)))
    store64(_link(bmap, number), load64(bmap + LS_FREE))
    store64(bmap + LS_FREE, number)
    _add(bmap, M_ENTRIES, -1)
    _add(bmap, M_DELETES, 1)
    return 0


def _storage_bytes(shape: Shape, nr_cpus: int) -> int:
    """Return what the map itself is charged; each object adds `ELEM_HEAD_BYTES` and its value."""
    return _KERNEL_BUCKET_BYTES * max(pow2_up(nr_cpus), 2)


@kind(
    MapType.BPF_MAP_TYPE_SK_STORAGE,
    MapType.BPF_MAP_TYPE_INODE_STORAGE,
    MapType.BPF_MAP_TYPE_TASK_STORAGE,
    MapType.BPF_MAP_TYPE_CGRP_STORAGE,
    memory_bytes=_storage_bytes,
)
def _make_storage(home: Home, index: int, shape: Shape) -> None:
    elem_bytes = _VALUE + round8(shape.value_bytes)
    nr_elems = min(MOST_OBJECTS, _MOST_BYTES // elem_bytes)
    elems = home.region.alloc(VMALLOC_BASE, elem_bytes * nr_elems, 4096)
    for offset, value in (
        (M_BUCKETS, home.buffer(8 * pow2_up(nr_elems))),
        (M_NR_BUCKETS, pow2_up(nr_elems)),
        (M_ELEMS, signed_address(elems)),
        (M_ELEM_BYTES, elem_bytes),
        (LS_LINKS, home.buffer(8 * (nr_elems + 1))),
        (LS_UNUSED, 1),
        (LS_NR_ELEMS, nr_elems),
    ):
        store64(home.record(index) + offset, value)
