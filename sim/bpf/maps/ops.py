"""The operations of maps, sent to each type's own (``struct bpf_map_ops``).

`map_lookup`, `map_update` … serve programs and user space alike: who calls them gives the run
state that counts what it costs (user space has one of its own, `sim.bpf.maps.create`).

**Rule:** an operation is one step of its caller's segment. Keys and values are host addresses
of memory that is known to be there; a value found is a simulated address.

**Not modelled:** BPF_F_LOCK (an operation is atomic).
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load32, load64, store64
from sim.bpf.maps.array import array_next_key, array_update, array_value
from sim.bpf.maps.by_type import type_delete, type_lookup, type_next_key, type_update
from sim.bpf.maps.hashtab import (
    hash_delete,
    hash_lookup,
    hash_next_key,
    hash_update,
    is_hash,
)
from sim.bpf.maps.keyed_cost import count_keyed
from sim.bpf.maps.layout import (
    ARRAY,
    E2BIG,
    EBUSY,
    EEXIST,
    EINVAL,
    ENOENT,
    ENOMEM,
    HASH,
    LRU_HASH,
    LRU_PERCPU_HASH,
    M_FAILED_BUSY,
    M_FAILED_EXIST,
    M_FAILED_FULL,
    M_FAILED_INVAL,
    M_FAILED_NOENT,
    M_FAILED_NOMEM,
    M_FULLNESS,
    M_TYPE,
    M_VALUE_BYTES,
    PERCPU_ARRAY,
)
from sim.bpf.run_state import COUNTS, count

__all__ = [
    "count_refused",
    "map_delete",
    "map_lookup",
    "map_lookup_sys",
    "map_next_key",
    "map_update",
]

_HASH = COUNTS.index("map.hash_lookup")
_PERCPU_HASH = COUNTS.index("map.percpu_hash_lookup")
_ARRAY_LOOKUP = COUNTS.index("map.array_lookup")
_ARRAY_UPDATE = COUNTS.index("map.array_update")
_PERCPU_ARRAY_LOOKUP = COUNTS.index("map.percpu_array_lookup")
_PERCPU_ARRAY_UPDATE = COUNTS.index("map.percpu_array_update")
_FULLNESS = COUNTS.index("map.hash_fullness")
_LRU = COUNTS.index("map.lru_lookup")

# lookup, update and delete follow each other in COUNTS, for every kind of hash (an LRU map's
# delete is a plain one's)
_LOOKUP, _UPDATE, _DELETE = 0, 1, 2

# fullness is kept in 1,024ths and paid for in 64ths, of which a price has whole picoseconds
_PART_SHIFT, _HALF_A_PART = 4, 8


@compiled("void(int64,int64,int64,int64)")
def _count_hash(run: int, bmap: int, kind: int, operation: int) -> None:
    is_lru = kind == LRU_HASH or kind == LRU_PERCPU_HASH
    if is_lru and operation != _DELETE:
        count(run, _LRU + operation, 1)
    elif kind == HASH or is_lru:
        count(run, _HASH + operation, 1)
    else:
        count(run, _PERCPU_HASH + operation, 1)
    count(run, _FULLNESS, (load64(bmap + M_FULLNESS) + _HALF_A_PART) >> _PART_SHIFT)


@compiled("int64(int64,int64,int64,int64,int64)", inline=True)
def _hash_lookup(run: int, bmap: int, key: int, cpu: int, mark: int) -> int:
    kind = load64(bmap + M_TYPE)
    _count_hash(run, bmap, kind, _LOOKUP)
    at = hash_lookup(run, bmap, key, mark)
    count_keyed(run, bmap, key, 1 if at != 0 else 0)
    if at == 0 or kind == HASH or kind == LRU_HASH:
        return at
    return at + cpu * ((load64(bmap + M_VALUE_BYTES) + 7) & -8)


@compiled("int64(int64,int64,int64)")
def map_lookup_sys(run: int, bmap: int, key: int) -> int:
    """Look up for user space: CPU 0's copy of a value, and no mark in an LRU map."""
    if is_hash(load64(bmap + M_TYPE)) == 1:
        return _hash_lookup(run, bmap, key, 0, 0)
    return map_lookup(run, bmap, key, 0)


@compiled("int64(int64,int64,int64,int64)")
def map_lookup(run: int, bmap: int, key: int, cpu: int) -> int:
    """Return the simulated address of a value (a CPU's copy, if each has one), or 0.

    Args:
        run: Who asks.
        bmap: The map.
        key: Host address of the key.
        cpu: Whose copy.
    """
    kind = load64(bmap + M_TYPE)
    if is_hash(kind) == 1:
        return _hash_lookup(run, bmap, key, cpu, 1)
    if kind == ARRAY:
        count(run, _ARRAY_LOOKUP, 1)  # inlined by the JIT: no call
        return array_value(bmap, load32(key), 0)
    if kind == PERCPU_ARRAY:
        count(run, _PERCPU_ARRAY_LOOKUP, 1)
        return array_value(bmap, load32(key), cpu)
    return type_lookup(run, bmap, kind, key)


@compiled("int64(int64,int64,int64,int64,int64,int64)")
def map_update(run: int, bmap: int, key: int, value: int, flags: int, cpu: int) -> int:
    """Insert or overwrite a value: 0 or a negative errno.

    Args:
        run: Who asks.
        bmap: The map.
        key: Host address of the key.
        value: Host address of the value.
        flags: BPF_ANY, BPF_NOEXIST, BPF_EXIST.
        cpu: Whose copy of a per-CPU value, −1: the copies of all CPUs are given.
    """
    kind = load64(bmap + M_TYPE)
    if is_hash(kind) == 1:
        _count_hash(run, bmap, kind, _UPDATE)
        count_keyed(run, bmap, key, 1)
        return hash_update(run, bmap, key, value, flags, cpu)
    if kind == ARRAY:
        count(run, _ARRAY_UPDATE, 1)
        return array_update(run, bmap, key, value, flags, 0)
    if kind == PERCPU_ARRAY:
        count(run, _PERCPU_ARRAY_UPDATE, 1)
        return array_update(run, bmap, key, value, flags, cpu)
    return type_update(run, bmap, kind, key, value, flags)


@compiled("void(int64,int64)")
def count_refused(bmap: int, result: int) -> None:
    """Count what a program's update came to, if it was refused."""
    field = 0
    if result == -EEXIST:
        field = M_FAILED_EXIST
    elif result == -ENOENT:
        field = M_FAILED_NOENT
    elif result == -EINVAL:
        field = M_FAILED_INVAL
    elif result == -E2BIG:
        field = M_FAILED_FULL
    elif result == -EBUSY:
        field = M_FAILED_BUSY
    elif result == -ENOMEM:
        field = M_FAILED_NOMEM
    if field != 0:
        store64(bmap + field, load64(bmap + field) + 1)


@compiled("int64(int64,int64,int64)")
def map_delete(run: int, bmap: int, key: int) -> int:
    """Delete a key: 0 or a negative errno."""
    kind = load64(bmap + M_TYPE)
    if is_hash(kind) == 1:
        _count_hash(run, bmap, kind, _DELETE)
        count_keyed(run, bmap, key, 1)
        return hash_delete(run, bmap, key)
    return type_delete(run, bmap, kind, key)


@compiled("int64(int64,int64,int64,int64)")
def map_next_key(run: int, bmap: int, key: int, out: int) -> int:
    """Write the key after *key* (0: the first) to host address *out*: 0 or a negative errno."""
    kind = load64(bmap + M_TYPE)
    if is_hash(kind) == 1:
        return hash_next_key(run, bmap, key, out)
    if kind == ARRAY or kind == PERCPU_ARRAY:
        return array_next_key(bmap, key, out)
    return type_next_key(run, bmap, kind, key, out)
