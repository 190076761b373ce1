"""The operations of maps, sent to each type's own (``struct bpf_map_ops``).

`map_lookup`, `map_update` … serve programs and user space alike: who calls them gives the run
state that counts what it costs (user space has one of its own, `sim.bpf.maps.create`).

**Rule:** an operation is one step of its caller's segment. Keys and values are host addresses
of memory that is known to be there; a value found is a simulated address.

**Not modelled:** BPF_F_LOCK (an operation is atomic).
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, load32, load64, store64
from sim.bpf.maps.array import array_next_key, array_update, array_value
from sim.bpf.maps.hashtab import (
    ELEM_HEAD_BYTES,
    hash_delete,
    hash_find,
    hash_get_next_key,
    hash_update,
    value_offset,
)
from sim.bpf.maps.layout import (
    ARRAY,
    E2BIG,
    EBUSY,
    EEXIST,
    EINVAL,
    ENOENT,
    EOPNOTSUPP,
    HASH,
    M_ELEMS,
    M_FAILED_BUSY,
    M_FAILED_EXIST,
    M_FAILED_FULL,
    M_FAILED_INVAL,
    M_FAILED_NOENT,
    M_FULLNESS,
    M_KEY_BYTES,
    M_NR_CPUS,
    M_TYPE,
    M_VALUE_BYTES,
    PERCPU_ARRAY,
    PERCPU_HASH,
)
from sim.bpf.run_state import COUNTS, R_BASE, count

__all__ = ["count_refused", "map_delete", "map_lookup", "map_next_key", "map_update"]

_HASH = COUNTS.index("map.hash_lookup")
_PERCPU_HASH = COUNTS.index("map.percpu_hash_lookup")
_ARRAY_LOOKUP = COUNTS.index("map.array_lookup")
_ARRAY_UPDATE = COUNTS.index("map.array_update")
_PERCPU_ARRAY_LOOKUP = COUNTS.index("map.percpu_array_lookup")
_PERCPU_ARRAY_UPDATE = COUNTS.index("map.percpu_array_update")
_FULLNESS = COUNTS.index("map.hash_fullness")
_KEY_BYTE = COUNTS.index("map.key_byte")
_FULL_SCAN = COUNTS.index("map.hash_full_scan_per_cpu")

# lookup, update and delete follow each other in COUNTS, for every kind of hash
_LOOKUP, _UPDATE, _DELETE = 0, 1, 2


@compiled("void(int64,int64,int64,int64)")
def _count_hash(run: int, bmap: int, kind: int, operation: int) -> None:
    if kind == HASH:
        count(run, _HASH + operation, 1)
    else:
        count(run, _PERCPU_HASH + operation, 1)
    count(run, _FULLNESS, load64(bmap + M_FULLNESS))
    if load64(bmap + M_KEY_BYTES) > 4:
        count(run, _KEY_BYTE, load64(bmap + M_KEY_BYTES) - 4)


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
    if kind == HASH or kind == PERCPU_HASH:
        _count_hash(run, bmap, kind, _LOOKUP)
        base = load64(run + R_BASE)
        elem = hash_find(bmap, base, key)
        if elem == 0:
            return 0
        elems = load64(bmap + M_ELEMS)
        at = elems + (elem - (base + (elems & 0xFFFFFFFF))) + value_offset(bmap)
        if kind == HASH:
            return at
        return at + cpu * ((load64(bmap + M_VALUE_BYTES) + 7) & -8)
    if kind == ARRAY:
        count(run, _ARRAY_LOOKUP, 1)  # inlined by the JIT: no call
        return array_value(bmap, load32(key), 0)
    if kind == PERCPU_ARRAY:
        count(run, _PERCPU_ARRAY_LOOKUP, 1)
        return array_value(bmap, load32(key), cpu)
    return 0


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
    if kind == HASH or kind == PERCPU_HASH:
        _count_hash(run, bmap, kind, _UPDATE)
        copy = cpu if kind == PERCPU_HASH else 0
        result = hash_update(bmap, load64(run + R_BASE), key, value, flags, copy)
        if result == -E2BIG:
            count(run, _FULL_SCAN, load64(bmap + M_NR_CPUS))
        return result
    if kind == ARRAY:
        count(run, _ARRAY_UPDATE, 1)
        return array_update(run, bmap, key, value, flags, 0)
    if kind == PERCPU_ARRAY:
        count(run, _PERCPU_ARRAY_UPDATE, 1)
        return array_update(run, bmap, key, value, flags, cpu)
    return -EOPNOTSUPP


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
    if field != 0:
        store64(bmap + field, load64(bmap + field) + 1)


@compiled("int64(int64,int64,int64)")
def map_delete(run: int, bmap: int, key: int) -> int:
    """Delete a key: 0 or a negative errno."""
    kind = load64(bmap + M_TYPE)
    if kind == HASH or kind == PERCPU_HASH:
        _count_hash(run, bmap, kind, _DELETE)
        return hash_delete(bmap, load64(run + R_BASE), key)
    return -EINVAL


@compiled("int64(int64,int64,int64,int64)")
def map_next_key(run: int, bmap: int, key: int, out: int) -> int:
    """Write the key after *key* (0: the first) to host address *out*: 0 or a negative errno."""
    kind = load64(bmap + M_TYPE)
    if kind == HASH or kind == PERCPU_HASH:
        elem = hash_get_next_key(bmap, load64(run + R_BASE), key)
        if elem == 0:
            return -ENOENT
        copy_bytes(out, elem + ELEM_HEAD_BYTES, load64(bmap + M_KEY_BYTES))
        return 0
    if kind == ARRAY or kind == PERCPU_ARRAY:
        return array_next_key(bmap, key, out)
    return -EOPNOTSUPP
