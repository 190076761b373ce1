"""Hash maps: plain, per CPU, LRU and per-CPU LRU (kernel/bpf/hashtab.c).

A key's bucket is told by `jhash` under the map's seed (0 with ``BPF_F_ZERO_SEED``, else drawn);
elements are added at the bucket's head. An update of a plain or LRU map puts a new element in
the old one's place, so whoever holds the old value's address goes on with the old value, and the
key comes first in its bucket; a per-CPU map's value is overwritten where it is. Where elements
come from is told by `sim.bpf.maps.hash_alloc` and `sim.bpf.maps.lru`.

**Rule:** an operation is one step; who calls it prices it. Freed elements are used again at once.

**Not modelled:** BPF_F_LOCK (no value has a spin lock: −EINVAL).
"""

from __future__ import annotations

from sim.base.arith import udiv64
from sim.base.compile import compiled
from sim.base.memory import copy_bytes, fill_bytes, load32, load64, store32, store64
from sim.bpf.maps.hash_alloc import (
    free_elem,
    take_elem,
)
from sim.bpf.maps.hash_layout import (
    ELEM_AGE,
    ELEM_HASH,
    ELEM_HEAD_BYTES,
    HT_AGE,
    HT_LOCKED,
    HT_MASK,
    HT_NODES,
    HT_NR_ELEMS,
    HT_SPARE,
    HT_TURNS,
    HT_VALUE_AT,
    SPLIT,
    chain_of,
    copy_small,
    elem_at,
    elem_of,
    find,
    find_link,
    value_address,
)
from sim.bpf.maps.hash_lock import lock_bucket, note_span, take_bucket
from sim.bpf.maps.jhash import jhash
from sim.bpf.maps.layout import (
    BPF_ANY,
    BPF_EXIST,
    BPF_NOEXIST,
    EBUSY,
    EEXIST,
    EINVAL,
    ENOENT,
    ENOMEM,
    HASH,
    LRU_HASH,
    LRU_PERCPU_HASH,
    M_BUCKETS,
    M_DELETES,
    M_ELEM_BYTES,
    M_ENTRIES,
    M_FULLNESS,
    M_INSERTS,
    M_KEY_BYTES,
    M_MAX_ENTRIES,
    M_NR_BUCKETS,
    M_SEED,
    M_TYPE,
    M_VALUE_BYTES,
    M_VALUE_STRIDE,
    PERCPU_HASH,
)
from sim.bpf.maps.lru import lru_pop, lru_push_free
from sim.bpf.maps.lru_list import mark_referenced
from sim.bpf.maps.values import copy_value
from sim.bpf.run_state import COUNTS, R_CPU

__all__ = [
    "NO_AGE",
    "hash_delete",
    "hash_lookup",
    "hash_next_key",
    "hash_update",
    "is_hash",
    "newest_in",
    "nr_linked",
]

NO_AGE = 1 << 62  # older than nothing: what is newest of all comes before it
_UPDATE = (COUNTS.index("map.hash_update"), COUNTS.index("map.percpu_hash_update"))
_DELETE = (COUNTS.index("map.hash_delete"), COUNTS.index("map.percpu_hash_delete"))
_LRU_UPDATE = COUNTS.index("map.lru_update")


@compiled("int64(int64)", inline=True)
def is_hash(kind: int) -> int:
    """Say whether a map type is of the hash family (maps of maps apart)."""
    if kind == HASH or kind == PERCPU_HASH or kind == LRU_HASH or kind == LRU_PERCPU_HASH:
        return 1
    return 0


@compiled("int64(int64)", inline=True)
def _is_percpu(bmap: int) -> int:
    kind = load64(bmap + M_TYPE)
    return 1 if kind == PERCPU_HASH or kind == LRU_PERCPU_HASH else 0


@compiled("int64(int64,int64)", inline=True)
def _hash(bmap: int, key: int) -> int:
    return jhash(key, load64(bmap + M_KEY_BYTES), load64(bmap + M_SEED))


@compiled("int64(int64,int64,int64,int64)")
def hash_lookup(run: int, bmap: int, key: int, mark: int) -> int:
    """Return the simulated address of a key's value (per CPU: CPU 0's copy), or 0.

    Args:
        run: Who asks.
        bmap: The map.
        key: Host address of the key.
        mark: Whether an LRU map notes that the key is used; user space's lookups do not count.
    """
    number = find(run, bmap, key, _hash(bmap, key))
    if number == 0:
        return 0
    if mark == 1 and load64(bmap + HT_NODES) != 0:
        mark_referenced(bmap, number)
    return value_address(run, bmap, elem_of(run, bmap, number))


# --- updating -------------------------------------------------------------------------------------
@compiled("void(int64)")
def _note_fullness(bmap: int) -> None:
    live = load64(bmap + M_ENTRIES)
    store64(bmap + M_FULLNESS, udiv64(live * 1024, load64(bmap + M_MAX_ENTRIES)))


@compiled("void(int64,int64,int64)", inline=True)
def _set_value(bmap: int, elem: int, value: int) -> None:
    """Write a plain map's value."""
    copy_small(elem + load64(bmap + HT_VALUE_AT), value, load64(bmap + M_VALUE_BYTES))


@compiled("void(int64,int64,int64,int64)")
def _init_copies(bmap: int, elem: int, value: int, cpu: int) -> None:
    """Write a new per-CPU value: one CPU's copy, the others zero, or all of them."""
    start = elem + load64(bmap + HT_VALUE_AT)
    fill_bytes(start, 0, load64(bmap + M_VALUE_STRIDE))
    copy_value(bmap, start, value, cpu)


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def _link(bmap: int, elem: int, number: int, key: int, h: int) -> None:
    """Put a new element of a new key into its chain; it comes first in its bucket."""
    chain = chain_of(bmap, h)
    store32(elem, load32(chain))
    store32(elem + ELEM_HASH, h)
    store32(chain, number)
    age = load64(bmap + HT_AGE) + 1
    store64(bmap + HT_AGE, age)
    store64(elem + ELEM_AGE, age)
    copy_small(elem + ELEM_HEAD_BYTES, key, load64(bmap + M_KEY_BYTES))


@compiled("void(int64)", inline=True)
def _count_insert(bmap: int) -> None:
    store64(bmap + M_ENTRIES, load64(bmap + M_ENTRIES) + 1)
    store64(bmap + M_INSERTS, load64(bmap + M_INSERTS) + 1)
    _note_fullness(bmap)


@compiled("int64(int64,int64,int64,int64,int64,int64)")
def _insert(run: int, bmap: int, key: int, value: int, cpu: int, h: int) -> int:
    number = take_elem(run, bmap, 0)
    if number < 0:
        return number
    elem = elem_of(run, bmap, number)
    if _is_percpu(bmap) == 1:
        _init_copies(bmap, elem, value, cpu)
    else:
        _set_value(bmap, elem, value)
    _link(bmap, elem, number, key, h)
    _count_insert(bmap)
    return 0


@compiled("int64(int64,int64,int64,int64,int64)", inline=True)
def _replace(run: int, bmap: int, link: int, value: int, number: int) -> int:
    """Put element *number* in the place of the one that *link* leads to: the old one's number."""
    zeroth, elem_bytes = elem_at(run, bmap), load64(bmap + M_ELEM_BYTES)
    value_at = load64(bmap + HT_VALUE_AT)
    old = load32(link)
    source, elem = zeroth + old * elem_bytes, zeroth + number * elem_bytes
    store32(link, number)
    store64(elem, load64(source))  # the next one's number, and the hash
    age = load64(bmap + HT_AGE) + 1
    store64(bmap + HT_AGE, age)
    store64(elem + ELEM_AGE, age)
    store64(elem + ELEM_HEAD_BYTES, load64(source + ELEM_HEAD_BYTES))
    i = ELEM_HEAD_BYTES + 8
    while i < value_at:
        store64(elem + i, load64(source + i))
        i += 8
    copy_small(elem + value_at, value, load64(bmap + M_VALUE_BYTES))
    return old


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _replace_by_spare(run: int, bmap: int, link: int, value: int) -> int:
    """Put the CPU's spare element in the place of the one that *link* leads to: 0."""
    slot = load64(bmap + HT_SPARE) + 8 * load64(run + R_CPU)
    store64(slot, _replace(run, bmap, link, value, load64(slot)))
    return 0


@compiled("int64(int64,int64,int64,int64)")
def _replace_by_new(run: int, bmap: int, link: int, value: int) -> int:
    """Put a new element in the place of the one that *link* leads to: 0 or −ENOMEM."""
    number = take_elem(run, bmap, 1)
    if number < 0:
        return number
    free_elem(run, bmap, _replace(run, bmap, link, value, number))
    return 0


@compiled("int64(int64,int64,int64,int64,int64,int64,int64)", inline=True)
def _put(run: int, bmap: int, key: int, value: int, flags: int, cpu: int, h: int) -> int:
    link = find_link(run, bmap, key, h)
    if link == 0:
        if flags == BPF_EXIST:
            return -ENOENT
        return _insert(run, bmap, key, value, cpu, h)
    if flags == BPF_NOEXIST:
        return -EEXIST
    if _is_percpu(bmap) == 0:
        if load64(bmap + HT_SPARE) != 0:
            return _replace_by_spare(run, bmap, link, value)
        return _replace_by_new(run, bmap, link, value)
    at = elem_of(run, bmap, load32(link)) + load64(bmap + HT_VALUE_AT)
    copy_value(bmap, at, value, cpu)
    return 0


@compiled("int64(int64,int64,int64,int64,int64,int64,int64)")
def _lru_put(run: int, bmap: int, key: int, value: int, cpu: int, number: int, h: int) -> int:
    """Put an element that has been taken (0: none) into its bucket; return the one left over."""
    link = find_link(run, bmap, key, h)
    if link != 0 and _is_percpu(bmap) == 1:
        old = load32(link)
        mark_referenced(bmap, old)
        copy_value(bmap, elem_of(run, bmap, old) + load64(bmap + HT_VALUE_AT), value, cpu)
        return number
    elem = elem_of(run, bmap, number)
    if link == 0:
        if _is_percpu(bmap) == 1:
            _init_copies(bmap, elem, value, cpu)
        else:
            _set_value(bmap, elem, value)
        _link(bmap, elem, number, key, h)
        _count_insert(bmap)
        return 0
    mark_referenced(bmap, number)
    return _replace(run, bmap, link, value, number)


@compiled("int64(int64,int64,int64,int64,int64,int64,int64)")
def _lru_update(run: int, bmap: int, key: int, value: int, flags: int, cpu: int, h: int) -> int:
    """Take an element first, whatever comes of it (htab_lru_map_update_elem)."""
    number = 0
    if flags != BPF_EXIST or _is_percpu(bmap) == 0:
        number = lru_pop(run, bmap)
        if number == 0:
            return -ENOMEM
        store32(elem_of(run, bmap, number) + ELEM_HASH, h)
    result = lock_bucket(run, bmap, h)
    left = number
    if result == 0:
        is_there = find_link(run, bmap, key, h) != 0
        if is_there and flags == BPF_NOEXIST:
            result = -EEXIST
        elif not is_there and flags == BPF_EXIST:
            result = -ENOENT
        else:
            left = _lru_put(run, bmap, key, value, cpu, number, h)
    if left != 0:
        lru_push_free(bmap, left)
    _note_fullness(bmap)
    return result


@compiled("int64(int64,int64,int64,int64,int64,int64)", python=True)
def hash_update(run: int, bmap: int, key: int, value: int, flags: int, cpu: int) -> int:
    """Insert or overwrite (htab_map_update_elem and its like).

    Args:
        run: Who asks; the update has been counted.
        bmap: The map.
        key: Host address of the key.
        value: Host address of the value.
        flags: BPF_ANY, BPF_NOEXIST or BPF_EXIST.
        cpu: Whose copy of a per-CPU value is written, −1: all copies are given.

    Returns:
        0, −EINVAL, −EEXIST, −ENOENT, −E2BIG, −ENOMEM or −EBUSY.
    """
    if flags < BPF_ANY or flags > BPF_EXIST:
        return -EINVAL
    h = _hash(bmap, key)
    what = _LRU_UPDATE if load64(bmap + HT_NODES) != 0 else _UPDATE[_is_percpu(bmap)]
    if load64(bmap + HT_TURNS) != 0:
        take_bucket(run, bmap, h, what)
    if load64(bmap + HT_NODES) != 0:
        result = _lru_update(run, bmap, key, value, flags, cpu, h)
    elif lock_bucket(run, bmap, h) != 0:
        return -EBUSY
    else:
        result = _put(run, bmap, key, value, flags, cpu, h)
    if load64(bmap + HT_LOCKED) != 0 and result != -EBUSY:
        note_span(run, bmap, h, what)
    return result


# --- the rest -------------------------------------------------------------------------------------
@compiled("int64(int64,int64,int64)", python=True)
def hash_delete(run: int, bmap: int, key: int) -> int:
    """Delete (htab_map_delete_elem): 0, −ENOENT or −EBUSY."""
    h = _hash(bmap, key)
    if lock_bucket(run, bmap, h) != 0:
        return -EBUSY
    if load64(bmap + HT_TURNS) != 0:
        take_bucket(run, bmap, h, _DELETE[_is_percpu(bmap)])
    if load64(bmap + HT_LOCKED) != 0:
        note_span(run, bmap, h, _DELETE[_is_percpu(bmap)])
    link = find_link(run, bmap, key, h)
    if link == 0:
        return -ENOENT
    number = load32(link)
    store32(link, load32(elem_of(run, bmap, number)))
    if load64(bmap + HT_NODES) != 0:
        lru_push_free(bmap, number)
    else:
        free_elem(run, bmap, number)
    store64(bmap + M_ENTRIES, load64(bmap + M_ENTRIES) - 1)
    store64(bmap + M_DELETES, load64(bmap + M_DELETES) + 1)
    _note_fullness(bmap)
    return 0


@compiled("int64(int64,int64,int64,int64)", python=True)
def newest_in(run: int, bmap: int, bucket: int, before: int) -> int:
    """Return the newest element of a bucket's that is older than *before*, or 0."""
    nr_elems = load64(bmap + HT_NR_ELEMS)
    found = newest = 0
    for i in range(SPLIT):
        chain = load64(bmap + M_BUCKETS) + 4 * (bucket + i * load64(bmap + M_NR_BUCKETS))
        left, number = nr_elems, load32(chain)
        while 0 < number <= nr_elems and left > 0:
            elem = elem_of(run, bmap, number)
            age = load64(elem + ELEM_AGE)
            if newest < age < before:
                newest, found = age, number
            number = load32(elem)
            left -= 1
    return found


@compiled("int64(int64,int64,int64,int64)", python=True)
def hash_next_key(run: int, bmap: int, key: int, out: int) -> int:
    """Write the key after *key* (0: the first) in bucket order to *out*: 0 or −ENOENT.

    A key that is not there gives the first one.
    """
    bucket, before = 0, NO_AGE
    if key != 0:
        h = _hash(bmap, key)
        known = find(run, bmap, key, h)
        if known != 0:
            bucket = h & (load64(bmap + M_NR_BUCKETS) - 1)
            before = load64(elem_of(run, bmap, known) + ELEM_AGE)
    while bucket < load64(bmap + M_NR_BUCKETS):
        number = newest_in(run, bmap, bucket, before)
        if number != 0:
            elem = elem_of(run, bmap, number)
            copy_bytes(out, elem + ELEM_HEAD_BYTES, load64(bmap + M_KEY_BYTES))
            return 0
        bucket, before = bucket + 1, NO_AGE
    return -ENOENT


@compiled("int64(int64,int64)", python=True)
def nr_linked(run: int, bmap: int) -> int:
    """Count the elements in all buckets, one by one; links that a program broke lead nowhere."""
    nr_elems = load64(bmap + HT_NR_ELEMS)
    found = 0
    for i in range(load64(bmap + HT_MASK) + 1):
        number = load32(load64(bmap + M_BUCKETS) + 4 * i)
        while 0 < number <= nr_elems and found <= nr_elems:
            found += 1
            number = load32(elem_of(run, bmap, number))
    return found
