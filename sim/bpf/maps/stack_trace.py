"""Stack traces, each in the bucket of its hash (kernel/bpf/stackmap.c).

There are as many buckets as ``max_entries`` rounded up to a power of two, and ``max_entries``
places for stacks. A stack's bucket is told by `jhash` over its addresses, and its number is the
stack's id; a bucket holds one stack.

**Rule:** an operation is one step. What a stack is, the caller says (`put_stack`).

**Not modelled:** build ids (``BPF_F_STACK_BUILD_ID``); a lookup that finds a bucket empty while
another one copies it.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, fill_bytes, load32, load64, store32, store64
from sim.bpf.maps.jhash import jhash
from sim.bpf.maps.kinds import Home, Shape, kind, pow2_up
from sim.bpf.maps.layout import (
    E2BIG,
    EEXIST,
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
    "BPF_F_FAST_STACK_CMP",
    "BPF_F_REUSE_STACKID",
    "ST_REPLACED",
    "put_stack",
    "stack_delete",
    "stack_next_key",
    "stack_value",
]

BPF_F_FAST_STACK_CMP = 1 << 9
BPF_F_REUSE_STACKID = 1 << 10

(
    ST_FREE,  # host address of the numbers of free places, and how many
    ST_NR_FREE,
    ST_REPLACED,  # stacks that others took the bucket of, with BPF_F_REUSE_STACKID
) = own_words(3)

_HASH, _NR, _DATA = 0, 4, 8
_KERNEL_HEAD_BYTES = 16  # of a place: struct stack_map_bucket


@compiled("int64(int64,int64,int64)", inline=True)
def _place(run: int, bmap: int, number: int) -> int:
    """Return the host address of a place; they are numbered from 1."""
    places = load64(run + R_BASE) + (load64(bmap + M_ELEMS) & 0xFFFFFFFF)
    return places + (number - 1) * load64(bmap + M_ELEM_BYTES)


@compiled("int64(int64,int64)", inline=True)
def _bucket(bmap: int, id: int) -> int:
    return load64(bmap + M_BUCKETS) + 8 * id


@compiled("void(int64,int64)", inline=True)
def _release(bmap: int, number: int) -> None:
    nr_free = load64(bmap + ST_NR_FREE)
    store64(load64(bmap + ST_FREE) + 8 * nr_free, number)
    store64(bmap + ST_NR_FREE, nr_free + 1)


@compiled("void(int64,int64,int64)", inline=True)
def _add(bmap: int, field: int, n: int) -> None:
    store64(bmap + field, load64(bmap + field) + n)


@compiled("int64(int64,int64,int64)")
def _is_same(a: int, b: int, nr: int) -> int:
    """Say whether two stacks of *nr* addresses are the same."""
    for i in range(nr):
        if load64(a + 8 * i) != load64(b + 8 * i):
            return 0
    return 1


@compiled("int64(int64,int64,int64,int64,int64)")
def put_stack(run: int, bmap: int, ips: int, nr: int, flags: int) -> int:
    """Return a stack's id, and keep it if it is not there.

    Args:
        run: For whom.
        bmap: The map.
        ips: Host address of the addresses, innermost first.
        nr: How many there are; no more than a value holds.
        flags: BPF_F_FAST_STACK_CMP (compare hashes only), BPF_F_REUSE_STACKID (throw out
            whatever is in the bucket).

    Returns:
        The id, −EEXIST when another stack has the bucket, or −ENOMEM.
    """
    nr_bytes = 8 * nr
    h = jhash(ips, nr_bytes, 0)
    id = h & (load64(bmap + M_NR_BUCKETS) - 1)
    old = load64(_bucket(bmap, id))
    if old != 0:
        place = _place(run, bmap, old)
        if load32(place + _HASH) == h:
            if flags & BPF_F_FAST_STACK_CMP:
                return id
            if load32(place + _NR) == nr and _is_same(place + _DATA, ips, nr) == 1:
                return id
        if flags & BPF_F_REUSE_STACKID == 0:
            return -EEXIST
    nr_free = load64(bmap + ST_NR_FREE)
    if nr_free == 0:
        return -ENOMEM
    number = load64(load64(bmap + ST_FREE) + 8 * (nr_free - 1))
    store64(bmap + ST_NR_FREE, nr_free - 1)
    place = _place(run, bmap, number)
    store32(place + _HASH, h)
    store32(place + _NR, nr)
    copy_bytes(place + _DATA, ips, nr_bytes)
    fill_bytes(place + _DATA + nr_bytes, 0, load64(bmap + M_VALUE_BYTES) - nr_bytes)
    store64(_bucket(bmap, id), number)
    if old != 0:
        _release(bmap, old)
        _add(bmap, ST_REPLACED, 1)
    else:
        _add(bmap, M_ENTRIES, 1)
    _add(bmap, M_INSERTS, 1)
    return id


@compiled("int64(int64,int64)")
def stack_value(bmap: int, id: int) -> int:
    """Return the simulated address of a stack's addresses, zeros behind them; 0: there is none."""
    if id >= load64(bmap + M_NR_BUCKETS):
        return 0
    number = load64(_bucket(bmap, id))
    if number == 0:
        return 0
    return load64(bmap + M_ELEMS) + (number - 1) * load64(bmap + M_ELEM_BYTES) + _DATA


@compiled("int64(int64,int64)")
def stack_delete(bmap: int, id: int) -> int:
    """Forget a stack: 0, −E2BIG or −ENOENT."""
    if id >= load64(bmap + M_NR_BUCKETS):
        return -E2BIG
    number = load64(_bucket(bmap, id))
    if number == 0:
        return -ENOENT
    store64(_bucket(bmap, id), 0)
    _release(bmap, number)
    _add(bmap, M_ENTRIES, -1)
    _add(bmap, M_DELETES, 1)
    return 0


@compiled("int64(int64,int64,int64)")
def stack_next_key(bmap: int, key: int, out: int) -> int:
    """Write the id after the one at *key* (0, or not there: the first): 0 or −ENOENT."""
    nr_buckets = load64(bmap + M_NR_BUCKETS)
    id = 0
    if key != 0:
        given = load32(key)
        if given < nr_buckets and load64(_bucket(bmap, given)) != 0:
            id = given + 1
    while id < nr_buckets and load64(_bucket(bmap, id)) == 0:
        id += 1
    if id >= nr_buckets:
        return -ENOENT
    store32(out, id)
    return 0


def _stack_bytes(shape: Shape, nr_cpus: int) -> int:
    place = _KERNEL_HEAD_BYTES + shape.value_bytes
    return 8 * pow2_up(shape.max_entries) + place * shape.max_entries


@kind(MapType.BPF_MAP_TYPE_STACK_TRACE, memory_bytes=_stack_bytes)
def _make_stacks(home: Home, index: int, shape: Shape) -> None:
    nr_places, nr_buckets = shape.max_entries, pow2_up(shape.max_entries)
    place_bytes = _DATA + shape.value_bytes
    places = home.region.alloc(VMALLOC_BASE, place_bytes * nr_places, 4096)
    free = home.buffer(8 * nr_places)
    for offset, value in (
        (M_BUCKETS, home.buffer(8 * nr_buckets)),
        (M_NR_BUCKETS, nr_buckets),
        (M_ELEMS, signed_address(places)),
        (M_ELEM_BYTES, place_bytes),
        (ST_FREE, free),
        (ST_NR_FREE, nr_places),
    ):
        store64(home.record(index) + offset, value)
    for i in range(nr_places):
        store64(free + 8 * i, nr_places - i)
