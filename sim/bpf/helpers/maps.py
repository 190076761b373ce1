"""Map helpers: lookup, update, delete (kernel/bpf/helpers.c; `sim.bpf.maps.ops` has the rest).

**Rule:** an operation acts at the time of the run's segment; `note` tells the trace.

**Not modelled:** BPF_F_LOCK.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.hashtab import is_hash
from sim.bpf.maps.key_trace import NOTE_DELETE, NOTE_UPDATE, traced_key
from sim.bpf.maps.layout import (
    ARRAY,
    ARRAY_OF_MAPS,
    EFAULT,
    EINVAL,
    M_INDEX,
    M_KEY_BYTES,
    M_TYPE,
    M_VALUE_BYTES,
    map_of,
)
from sim.bpf.maps.map_in_map import inner_map, is_map_in_map
from sim.bpf.maps.ops import count_refused, map_delete, map_lookup, map_update
from sim.bpf.region import is_mapped
from sim.bpf.run_state import COUNTS, R_BASE, R_CPU, R_PAGES, count, note_key

__all__ = ["NOTE_DELETE", "NOTE_UPDATE"]

_CALL = COUNTS.index("helper.call")


@compiled("int64(int64,int64,int64)", inline=True)
def _reaches(run: int, address: int, nr_bytes: int) -> int:
    """Say whether a program's key or value lies in memory that is there."""
    return is_mapped(load64(run + R_PAGES), address, nr_bytes)


@compiled("int64(int64,int64)", inline=True)
def _host(run: int, address: int) -> int:
    return load64(run + R_BASE) + (address & 0xFFFFFFFF)


@helper(1, "bpf_map_lookup_elem", 2)
def map_lookup_elem(run: int) -> int:
    """``void *bpf_map_lookup_elem(map, key)``: the value's address, or NULL."""
    bmap = map_of(run, arg(run, 1))
    if bmap == 0 or _reaches(run, arg(run, 2), load64(bmap + M_KEY_BYTES)) == 0:
        return 0
    kind = load64(bmap + M_TYPE)
    if kind != ARRAY and kind != ARRAY_OF_MAPS:  # whose lookup is inlined
        count(run, _CALL, 1)
    if is_map_in_map(kind) == 1:
        return inner_map(run, bmap, _host(run, arg(run, 2)))
    return map_lookup(run, bmap, _host(run, arg(run, 2)), load64(run + R_CPU))


@compiled("int64(int64,int64,int64)")
def _trace_key(run: int, bmap: int, key: int) -> int:
    """Return what tells a hash's keys apart in a trace; 0 when nobody traces."""
    return traced_key(run, bmap, key) if is_hash(load64(bmap + M_TYPE)) == 1 else 0


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
    key, value = _host(run, arg(run, 2)), _host(run, arg(run, 3))
    result = map_update(run, bmap, key, value, arg(run, 4), load64(run + R_CPU))
    count_refused(bmap, result)
    note_key(run, NOTE_UPDATE, load64(bmap + M_INDEX), result, _trace_key(run, bmap, key))
    return result


@helper(3, "bpf_map_delete_elem", 2)
def map_delete_elem(run: int) -> int:
    """``long bpf_map_delete_elem(map, key)``: 0 or a negative errno."""
    count(run, _CALL, 1)
    bmap = map_of(run, arg(run, 1))
    if bmap == 0:
        return -EINVAL
    if _reaches(run, arg(run, 2), load64(bmap + M_KEY_BYTES)) == 0:
        return -EFAULT
    key = _host(run, arg(run, 2))
    traced = _trace_key(run, bmap, key)
    result = map_delete(run, bmap, key)
    note_key(run, NOTE_DELETE, load64(bmap + M_INDEX), result, traced)
    return result
