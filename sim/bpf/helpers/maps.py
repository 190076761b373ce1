"""Map helpers: lookup, update, delete (kernel/bpf/helpers.c and each map's own operations).

**Rule:** an operation acts at the time of the run's segment; `note` tells the trace.

**Not modelled:** BPF_F_LOCK; map types other than hash, array and their per-CPU forms.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, load32, load64, store64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.hashtab import (
    hash_bytes,
    hash_delete,
    hash_find,
    hash_update,
    value_offset,
)
from sim.bpf.maps.layout import (
    BPF_EXIST,
    BPF_NOEXIST,
    E2BIG,
    EEXIST,
    EFAULT,
    EINVAL,
    ENOENT,
    EOPNOTSUPP,
    M_ELEMS,
    M_FAILED_EXIST,
    M_FAILED_FULL,
    M_FAILED_INVAL,
    M_FAILED_NOENT,
    M_FULLNESS,
    M_INDEX,
    M_KEY_BYTES,
    M_MAX_ENTRIES,
    M_NR_CPUS,
    M_TYPE,
    M_VALUE_BYTES,
    M_VALUE_STRIDE,
    M_VALUES,
    map_of,
)
from sim.bpf.region import is_mapped
from sim.bpf.run_state import COUNTS, R_BASE, R_CPU, R_NOTING, R_PAGES, count, note_key

__all__ = ["NOTE_DELETE", "NOTE_UPDATE", "array_value"]

NOTE_UPDATE = 2
NOTE_DELETE = 3

_CALL = COUNTS.index("helper.call")
_HASH = COUNTS.index("map.hash_lookup")
_PERCPU_HASH = COUNTS.index("map.percpu_hash_lookup")
_ARRAY_LOOKUP = COUNTS.index("map.array_lookup")
_ARRAY_UPDATE = COUNTS.index("map.array_update")
_PERCPU_ARRAY_LOOKUP = COUNTS.index("map.percpu_array_lookup")
_PERCPU_ARRAY_UPDATE = COUNTS.index("map.percpu_array_update")
_FULLNESS = COUNTS.index("map.hash_fullness")
_KEY_BYTE = COUNTS.index("map.key_byte")
_FULL_SCAN = COUNTS.index("map.hash_full_scan_per_cpu")

# lookup, update and delete follow each other in COUNTS, for both hashes
_LOOKUP, _UPDATE, _DELETE = 0, 1, 2

HASH = 1
ARRAY = 2
PERCPU_HASH = 5
PERCPU_ARRAY = 6


@compiled("void(int64,int64,int64,int64)")
def _count_hash(run: int, bmap: int, kind: int, operation: int) -> None:
    if kind == HASH:
        count(run, _HASH + operation, 1)
    else:
        count(run, _PERCPU_HASH + operation, 1)
    count(run, _FULLNESS, load64(bmap + M_FULLNESS))
    if load64(bmap + M_KEY_BYTES) > 4:
        count(run, _KEY_BYTE, load64(bmap + M_KEY_BYTES) - 4)


@compiled("int64(int64,int64,int64)", inline=True)
def array_value(bmap: int, index: int, cpu: int) -> int:
    """Return the simulated address of an array's value (0: out of range)."""
    if index >= load64(bmap + M_MAX_ENTRIES):
        return 0
    at = load64(bmap + M_VALUES) + index * load64(bmap + M_VALUE_STRIDE)
    return at + cpu * ((load64(bmap + M_VALUE_BYTES) + 7) & -8)


@compiled("int64(int64,int64)", inline=True)
def _cpu_of(run: int, kind: int) -> int:
    if kind == PERCPU_HASH or kind == PERCPU_ARRAY:
        return load64(run + R_CPU)
    return 0


@compiled("int64(int64,int64,int64)", inline=True)
def _reaches(run: int, address: int, nr_bytes: int) -> int:
    """Say whether a program's key or value lies in memory that is there."""
    return is_mapped(load64(run + R_PAGES), address, nr_bytes)


@helper(1, "bpf_map_lookup_elem", 2)
def map_lookup_elem(run: int) -> int:
    """``void *bpf_map_lookup_elem(map, key)``: the value's address, or NULL."""
    bmap = map_of(run, arg(run, 1))
    if bmap == 0 or _reaches(run, arg(run, 2), load64(bmap + M_KEY_BYTES)) == 0:
        return 0
    base = load64(run + R_BASE)
    key = base + (arg(run, 2) & 0xFFFFFFFF)
    kind = load64(bmap + M_TYPE)
    cpu = _cpu_of(run, kind)
    if kind == HASH or kind == PERCPU_HASH:
        count(run, _CALL, 1)
        _count_hash(run, bmap, kind, _LOOKUP)
        elem = hash_find(bmap, base, key)
        if elem == 0:
            return 0
        elems = load64(bmap + M_ELEMS)
        at = elems + (elem - (base + (elems & 0xFFFFFFFF))) + value_offset(bmap)
        return at + cpu * ((load64(bmap + M_VALUE_BYTES) + 7) & -8)
    if kind == ARRAY:
        count(run, _ARRAY_LOOKUP, 1)  # inlined by the JIT: no call
        return array_value(bmap, load32(key), 0)
    count(run, _CALL, 1)
    if kind == PERCPU_ARRAY:
        count(run, _PERCPU_ARRAY_LOOKUP, 1)
        return array_value(bmap, load32(key), cpu)
    return 0


@compiled("int64(int64,int64,int64,int64,int64,int64)")
def _array_update(bmap: int, base: int, key: int, value: int, flags: int, cpu: int) -> int:
    if flags < 0 or flags > BPF_EXIST:
        return -EINVAL
    at = array_value(bmap, load32(key), cpu)
    if at == 0:
        return -E2BIG
    if flags == BPF_NOEXIST:
        return -EEXIST
    copy_bytes(base + (at & 0xFFFFFFFF), value, load64(bmap + M_VALUE_BYTES))
    return 0


@compiled("void(int64,int64)")
def _count_refused(bmap: int, result: int) -> None:
    """Count an update that the map refused (a full hash has counted it itself)."""
    field = 0
    if result == -EEXIST:
        field = M_FAILED_EXIST
    elif result == -ENOENT:
        field = M_FAILED_NOENT
    elif result == -EINVAL:
        field = M_FAILED_INVAL
    elif result == -E2BIG:
        kind = load64(bmap + M_TYPE)
        if kind == ARRAY or kind == PERCPU_ARRAY:
            field = M_FAILED_FULL
    if field != 0:
        store64(bmap + field, load64(bmap + field) + 1)


@compiled("int64(int64,int64,int64,int64)")
def _trace_key(run: int, bmap: int, kind: int, key: int) -> int:
    """Return what tells a hash's keys apart in a trace; 0 when nobody traces."""
    if load64(run + R_NOTING) == 0 or (kind != HASH and kind != PERCPU_HASH):
        return 0
    return hash_bytes(key, load64(bmap + M_KEY_BYTES), 1) | 1


@helper(2, "bpf_map_update_elem", 4)
def map_update_elem(run: int) -> int:
    """``long bpf_map_update_elem(map, key, value, flags)``: 0 or a negative errno."""
    count(run, _CALL, 1)
    bmap = map_of(run, arg(run, 1))
    if bmap == 0:
        return -EINVAL
    if _reaches(run, arg(run, 2), load64(bmap + M_KEY_BYTES)) == 0:
        return -EFAULT
    if _reaches(run, arg(run, 3), load64(bmap + M_VALUE_BYTES)) == 0:
        return -EFAULT
    base = load64(run + R_BASE)
    key = base + (arg(run, 2) & 0xFFFFFFFF)
    value = base + (arg(run, 3) & 0xFFFFFFFF)
    kind = load64(bmap + M_TYPE)
    cpu = _cpu_of(run, kind)
    result = -EOPNOTSUPP
    if kind == HASH or kind == PERCPU_HASH:
        _count_hash(run, bmap, kind, _UPDATE)
        result = hash_update(bmap, base, key, value, arg(run, 4), cpu)
        if result == -E2BIG:
            count(run, _FULL_SCAN, load64(bmap + M_NR_CPUS))
    elif kind == ARRAY:
        count(run, _ARRAY_UPDATE, 1)
        result = _array_update(bmap, base, key, value, arg(run, 4), 0)
    elif kind == PERCPU_ARRAY:
        count(run, _PERCPU_ARRAY_UPDATE, 1)
        result = _array_update(bmap, base, key, value, arg(run, 4), cpu)
    if result < 0:
        _count_refused(bmap, result)
    traced = _trace_key(run, bmap, kind, key)
    note_key(run, NOTE_UPDATE, load64(bmap + M_INDEX), result, traced)
    return result


@helper(3, "bpf_map_delete_elem", 2)
def map_delete_elem(run: int) -> int:
    """``long bpf_map_delete_elem(map, key)``: 0 or a negative errno."""
    count(run, _CALL, 1)
    bmap = map_of(run, arg(run, 1))
    if bmap == 0:
        return -EINVAL
    kind = load64(bmap + M_TYPE)
    if kind != HASH and kind != PERCPU_HASH:
        return -EINVAL
    if _reaches(run, arg(run, 2), load64(bmap + M_KEY_BYTES)) == 0:
        return -EFAULT
    base = load64(run + R_BASE)
    _count_hash(run, bmap, kind, _DELETE)
    key = base + (arg(run, 2) & 0xFFFFFFFF)
    traced = _trace_key(run, bmap, kind, key)
    result = hash_delete(bmap, base, key)
    note_key(run, NOTE_DELETE, load64(bmap + M_INDEX), result, traced)
    return result
