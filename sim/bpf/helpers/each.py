"""bpf_for_each_map_elem (kernel/bpf/arraymap.c, hashtab.c).

**Rule:** a callback gets the map, the key, the value (of a per-CPU map: this CPU's) and the
context. An array's key lies on the stack, above the callback's.

**Not modelled:** a price of its own: the call and its elements cost what bpf_loop's do.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.bpf.helpers.table import KIND_CALLBACK, arg, helper
from sim.bpf.maps.array import array_value
from sim.bpf.maps.each import EACH_ARRAY, each_kind, elem_after, place_of
from sim.bpf.maps.hash_layout import ELEM_HEAD_BYTES, HT_VALUE_AT, elem_of, value_address
from sim.bpf.maps.layout import (
    EINVAL,
    EOPNOTSUPP,
    LRU_PERCPU_HASH,
    M_INDEX,
    M_MAX_ENTRIES,
    M_TYPE,
    M_VALUE_BYTES,
    MAP_BYTES,
    PERCPU_ARRAY,
    PERCPU_HASH,
    map_address,
    map_of,
)
from sim.bpf.run_state import (
    COUNTS,
    F_R10,
    F_STATE,
    R_BASE,
    R_CPU,
    R_MAPS,
    R_REGS,
    STACK_BYTES,
    count,
)

__all__ = ["BPF_FOR_EACH_MAP_ELEM", "for_each_map_elem"]

BPF_FOR_EACH_MAP_ELEM = 164

_CALL = COUNTS.index("helper.call")
_LOOP = COUNTS.index("helper.loop")
_ITERATION = COUNTS.index("helper.loop_iteration")
_FIRST_MAP = map_address(0) - (1 << 64)
_MAP_STRUCT_BYTES = map_address(1) - map_address(0)

# The frame's own words, behind the callback's slot. A cell on the stack holds an array's key.
_DONE = F_STATE + 8  # elements visited + 1 (0: not begun), the map's index in the upper half
_CTX = F_STATE + 16
_PLACE = F_STATE + 24  # where the walk stands
_CELL_BYTES = 8
_LOW = (1 << 32) - 1


@compiled("int64(int64,int64)")
def _end(run: int, result: int) -> int:
    store64(run + R_REGS, result)
    return 0


@compiled("int64(int64)", inline=True)
def _cell(frame: int) -> int:
    """Return the simulated address of the cell."""
    return load64(frame + F_R10) - STACK_BYTES - _CELL_BYTES


@compiled("int64(int64,int64,int64)")
def _array_elem(run: int, frame: int, bmap: int) -> int:
    """Go to an array's next element and set its key and value: 1, 0 at the end."""
    index = load64(frame + _PLACE) + 1
    if index >= load64(bmap + M_MAX_ENTRIES):
        return 0
    store64(frame + _PLACE, index)
    store64(load64(run + R_BASE) + (_cell(frame) & _LOW), index)
    store64(run + R_REGS + 16, _cell(frame))
    store64(run + R_REGS + 24, array_value(bmap, index, 0))
    return 1


@compiled("int64(int64,int64,int64)")
def _hash_elem(run: int, frame: int, bmap: int) -> int:
    """Go to a hash's next element and set its key and value: 1, 0 at the end."""
    found = elem_after(run, bmap, load64(frame + _PLACE))
    if found < 0:
        return 0
    number = found & _LOW
    store64(frame + _PLACE, place_of(run, bmap, found >> 32, number))
    value = value_address(run, bmap, elem_of(run, bmap, number))
    store64(run + R_REGS + 16, value - load64(bmap + HT_VALUE_AT) + ELEM_HEAD_BYTES)
    store64(run + R_REGS + 24, value)
    return 1


@compiled("void(int64,int64,int64)")
def _prepare(run: int, frame: int, bmap: int) -> None:
    """Set what the callback gets beside key and value, and its stack below the cell."""
    regs = run + R_REGS
    kind = load64(bmap + M_TYPE)
    if kind == PERCPU_ARRAY or kind == PERCPU_HASH or kind == LRU_PERCPU_HASH:
        own = load64(run + R_CPU) * ((load64(bmap + M_VALUE_BYTES) + 7) & -8)
        store64(regs + 24, load64(regs + 24) + own)
    store64(regs + 8, _FIRST_MAP + load64(bmap + M_INDEX) * _MAP_STRUCT_BYTES)
    store64(regs + 32, load64(frame + _CTX))
    store64(regs + 40, 0)
    store64(regs + 80, _cell(frame))


@helper(BPF_FOR_EACH_MAP_ELEM, "bpf_for_each_map_elem", 4, kind=KIND_CALLBACK)
def for_each_map_elem(run: int, frame: int) -> int:
    """``long bpf_for_each_map_elem(map, callback_fn, callback_ctx, flags)``: elements visited."""
    done = load64(frame + _DONE)
    if done == 0:
        count(run, _CALL, 1)
        count(run, _LOOP, 1)
        bmap = map_of(run, arg(run, 1))
        if arg(run, 4) != 0 or bmap == 0:
            return _end(run, -EINVAL)
        if each_kind(bmap) == 0:
            return _end(run, -EOPNOTSUPP)
        store64(frame + _DONE, load64(bmap + M_INDEX) << 32 | 1)
        store64(frame + _CTX, arg(run, 3))
        store64(frame + _PLACE, -1)
    else:
        bmap = load64(run + R_MAPS) + (done >> 32) * MAP_BYTES
        if load64(run + R_REGS) != 0:
            return _end(run, (done & _LOW) - 1)
    if each_kind(bmap) == EACH_ARRAY:
        there = _array_elem(run, frame, bmap)
    else:
        there = _hash_elem(run, frame, bmap)
    if there == 0:
        return _end(run, (load64(frame + _DONE) & _LOW) - 1)
    count(run, _ITERATION, 1)
    store64(frame + _DONE, load64(frame + _DONE) + 1)
    _prepare(run, frame, bmap)
    return 1
