"""Helpers of maps without keys, and of one CPU's copy of a value (kernel/bpf/helpers.c).

**Rule:** an operation acts at the time of the run's segment; `note` tells the trace.

**Not modelled:** BPF_F_LOCK.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import (
    EFAULT,
    EINVAL,
    M_INDEX,
    M_KEY_BYTES,
    M_NR_CPUS,
    M_VALUE_BYTES,
    map_of,
)
from sim.bpf.maps.ops import count_refused, map_lookup
from sim.bpf.maps.push_pop import map_peek, map_pop, map_push
from sim.bpf.region import is_mapped
from sim.bpf.run_state import COUNTS, R_BASE, R_PAGES, count, note

__all__ = ["NOTE_POP", "NOTE_PUSH"]

NOTE_PUSH = 87
NOTE_POP = 88

_CALL = COUNTS.index("helper.call")


@compiled("int64(int64,int64,int64)", inline=True)
def _host(run: int, address: int, nr_bytes: int) -> int:
    """Return the host address of what a program gave, 0 if it is not there."""
    if is_mapped(load64(run + R_PAGES), address, nr_bytes) == 0:
        return 0
    return load64(run + R_BASE) + (address & 0xFFFFFFFF)


@helper(87, "bpf_map_push_elem", 3)
def map_push_elem(run: int) -> int:
    """``long bpf_map_push_elem(map, value, flags)``: 0 or a negative errno."""
    count(run, _CALL, 1)
    bmap = map_of(run, arg(run, 1))
    if bmap == 0:
        return -EINVAL
    value = _host(run, arg(run, 2), load64(bmap + M_VALUE_BYTES))
    if value == 0:
        return -EFAULT
    result = map_push(run, bmap, value, arg(run, 3))
    count_refused(bmap, result)
    note(run, NOTE_PUSH, load64(bmap + M_INDEX), result)
    return result


@helper(88, "bpf_map_pop_elem", 2)
def map_pop_elem(run: int) -> int:
    """``long bpf_map_pop_elem(map, value)``: 0 or a negative errno."""
    count(run, _CALL, 1)
    bmap = map_of(run, arg(run, 1))
    if bmap == 0:
        return -EINVAL
    value = _host(run, arg(run, 2), load64(bmap + M_VALUE_BYTES))
    if value == 0:
        return -EFAULT
    result = map_pop(run, bmap, value)
    note(run, NOTE_POP, load64(bmap + M_INDEX), result)
    return result


@helper(89, "bpf_map_peek_elem", 2)
def map_peek_elem(run: int) -> int:
    """``long bpf_map_peek_elem(map, value)``: 0 or a negative errno."""
    count(run, _CALL, 1)
    bmap = map_of(run, arg(run, 1))
    if bmap == 0:
        return -EINVAL
    value = _host(run, arg(run, 2), load64(bmap + M_VALUE_BYTES))
    return -EFAULT if value == 0 else map_peek(run, bmap, value)


@helper(195, "bpf_map_lookup_percpu_elem", 3)
def map_lookup_percpu_elem(run: int) -> int:
    """``void *bpf_map_lookup_percpu_elem(map, key, cpu)``: that CPU's copy, or NULL."""
    count(run, _CALL, 1)
    bmap = map_of(run, arg(run, 1))
    cpu = arg(run, 3) & 0xFFFFFFFF
    if bmap == 0 or cpu >= load64(bmap + M_NR_CPUS):
        return 0
    key = _host(run, arg(run, 2), load64(bmap + M_KEY_BYTES))
    return 0 if key == 0 else map_lookup(run, bmap, key, cpu)
