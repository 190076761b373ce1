"""What the maps of the hash family are made of: buckets, elements, and how a key is found.

An element is the number of the next one in its chain, the key's hash, its age, key and value,
each rounded up to 8 bytes (per-CPU: one value for each CPU, side by side). Elements are numbered
from 1. The kernel's buckets are as many as entries, rounded up to a power of two. Here each is
split by `SPLIT` further bits of the hash into chains, which makes most of them no longer than
one element and finding quick; the ages give the order in the kernel's bucket, newest first.

**Rule:** a program that no verifier has seen may have written into an element: numbers are
checked before they are followed, and a walk has an end.

**Not modelled:** the kernel's 48-byte head of an element (its memory is charged all the same),
hlist_nulls and lookups that race with a move between buckets.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import (
    copy_bytes,
    load8,
    load32,
    load64,
    store8,
    store32,
    store64,
)
from sim.bpf.maps.layout import (
    M_BUCKETS,
    M_ELEM_BYTES,
    M_ELEMS,
    M_KEY_BYTES,
    own_words,
)
from sim.bpf.run_state import R_BASE

__all__ = [
    "ELEM_AGE",
    "ELEM_HASH",
    "ELEM_HEAD_BYTES",
    "HT_AGE",
    "HT_ALLOC",
    "HT_BATCH",
    "HT_BY_WORDS",
    "HT_FREE",
    "HT_KEYS_IN_USE",
    "HT_LISTS",
    "HT_LIST_TURN",
    "HT_LOCKED",
    "HT_MASK",
    "HT_NODES",
    "HT_NR_ELEMS",
    "HT_POOL",
    "HT_SAMPLES",
    "HT_SPARE",
    "HT_TURNS",
    "HT_VALUE_AT",
    "HT_WAIT_AT",
    "HT_WAIT_HIT",
    "HT_WAIT_MISS",
    "HT_WATCHED",
    "HT_WATCH_AGE",
    "SPLIT",
    "chain_of",
    "copy_small",
    "elem_at",
    "elem_of",
    "equal_bytes",
    "find",
    "find_link",
    "value_address",
]

SPLIT = 4  # chains of a bucket
ELEM_HASH = 4
ELEM_AGE = 8
ELEM_HEAD_BYTES = 16

(
    HT_NR_ELEMS,  # elements that there are, spare ones included
    HT_VALUE_AT,  # where in an element its value starts
    HT_FREE,  # host address of each CPU's free elements
    HT_SPARE,  # host address of each CPU's spare element's number; 0: none are kept
    HT_POOL,  # BPF_F_NO_PREALLOC: host address of what the allocator has; 0: preallocated
    HT_NODES,  # LRU: host address of the elements' list nodes; 0: no LRU map
    HT_LISTS,  # LRU: host address of the lists
    HT_LOCKED,  # host address of when each CPU held bucket locks; 0: nothing can nest in them
    HT_ALLOC,  # BPF_F_NO_PREALLOC: bytes that the allocator is asked for at a time
    HT_MASK,  # bits of the hash that choose a chain
    HT_AGE,  # of the newest element
    HT_BATCH,  # LRU, common: how many elements a CPU takes at once
    HT_BY_WORDS,  # keys are hashed by words (jhash2), not bytes
    HT_WATCHED,  # the key whose return is waited for (`sim.bpf.maps.keyed_cost`), 0: none,
    HT_WATCH_AGE,  # operations since,
    HT_KEYS_IN_USE,  # and how many keys are in use, as far as is known
    HT_SAMPLES,  # keys that have come back
    HT_WAIT_AT,  # age at which what follows is computed again
    HT_WAIT_HIT,  # ps that a key that is there waits for cache lines,
    HT_WAIT_MISS,  # and one that is not
    HT_TURNS,  # host address of who held bucket locks until when (`hash_lock`), 0: one CPU
    HT_LIST_TURN,  # LRU, common: the same of the list set's lock
) = own_words(22)


@compiled("int64(int64,int64)", inline=True)
def chain_of(bmap: int, h: int) -> int:
    """Return the host address of the number of the first element in a hash's chain."""
    return load64(bmap + M_BUCKETS) + 4 * (h & load64(bmap + HT_MASK))


@compiled("int64(int64,int64)", inline=True)
def elem_at(run: int, bmap: int) -> int:
    """Return the host address that an element with number 0 would have."""
    elems = load64(run + R_BASE) + (load64(bmap + M_ELEMS) & 0xFFFFFFFF)
    return elems - load64(bmap + M_ELEM_BYTES)


@compiled("int64(int64,int64,int64)", inline=True)
def elem_of(run: int, bmap: int, number: int) -> int:
    """Return the host address of an element."""
    return elem_at(run, bmap) + number * load64(bmap + M_ELEM_BYTES)


@compiled("int64(int64,int64,int64)", inline=True)
def value_address(run: int, bmap: int, elem: int) -> int:
    """Return the simulated address of the value in the element at host address *elem*."""
    elems = load64(bmap + M_ELEMS)
    host = load64(run + R_BASE) + (elems & 0xFFFFFFFF)
    return elems + (elem - host) + load64(bmap + HT_VALUE_AT)


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


@compiled("void(int64,int64,int64)", inline=True)
def copy_small(dst: int, src: int, nr_bytes: int) -> None:
    """Copy between ranges that do not overlap, quickly if they are short."""
    if nr_bytes > 64:
        copy_bytes(dst, src, nr_bytes)
        return
    i = 0
    while i + 8 <= nr_bytes:
        store64(dst + i, load64(src + i))
        i += 8
    if i + 4 <= nr_bytes:
        store32(dst + i, load32(src + i))
        i += 4
    while i < nr_bytes:
        store8(dst + i, load8(src + i))
        i += 1


@compiled("int64(int64,int64,int64,int64)", inline=True)
def find_link(run: int, bmap: int, key: int, h: int) -> int:
    """Return the host address of the number that leads to the element with a key, or 0.

    Args:
        run: Who asks.
        bmap: The map.
        key: Host address of the key.
        h: Its hash.
    """
    link = chain_of(bmap, h)
    zeroth, elem_bytes = elem_at(run, bmap), load64(bmap + M_ELEM_BYTES)
    nr_bytes, nr_elems = load64(bmap + M_KEY_BYTES), load64(bmap + HT_NR_ELEMS)
    left = nr_elems
    number = load32(link)
    while 0 < number <= nr_elems and left > 0:
        elem = zeroth + number * elem_bytes
        if load32(elem + ELEM_HASH) == h:
            if equal_bytes(elem + ELEM_HEAD_BYTES, key, nr_bytes) == 1:
                return link
        link = elem
        number = load32(elem)
        left -= 1
    return 0


@compiled("int64(int64,int64,int64,int64)", inline=True)
def find(run: int, bmap: int, key: int, h: int) -> int:
    """Return the number of the element with the key at host address *key* and its hash, or 0."""
    link = find_link(run, bmap, key, h)
    return 0 if link == 0 else load32(link)
