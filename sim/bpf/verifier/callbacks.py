"""What callbacks get in their registers.

Answers to ``set_loop_callback_state``, ``set_map_elem_callback_state``,
``set_timer_callback_state``, ``set_find_vma_callback_state`` and
``set_user_ringbuf_callback_state``.

**Rule:** 6.1 walks a callback's body once, as if it were called once; from 6.7 on it is walked
until nothing changes any more (`push_callback`).

**Not modelled:** callbacks of kernel functions.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.spec import MapType
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.reg import Reg, unknown_reg
from sim.bpf.verifier.spec import Map
from sim.bpf.verifier.state import FuncState, Mark
from sim.bpf.verifier.types import (
    CONST_PTR_TO_MAP,
    DYNPTR_TYPE_LOCAL,
    PTR_TO_BTF_ID,
    PTR_TO_DYNPTR,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
)

__all__ = [
    "set_find_vma_callback_state",
    "set_loop_callback_state",
    "set_map_elem_callback_state",
    "set_timer_callback_state",
    "set_user_ringbuf_callback_state",
]

_ENOTSUPP = 524
_FOR_EACH = frozenset(
    (
        MapType.BPF_MAP_TYPE_HASH,
        MapType.BPF_MAP_TYPE_ARRAY,
        MapType.BPF_MAP_TYPE_PERCPU_HASH,
        MapType.BPF_MAP_TYPE_PERCPU_ARRAY,
        MapType.BPF_MAP_TYPE_LRU_HASH,
        MapType.BPF_MAP_TYPE_LRU_PERCPU_HASH,
    )
)


def _give(caller: FuncState, callee: FuncState, regno: int, to: int) -> None:
    callee.regs[to] = caller.regs[regno]
    mark = caller.marks[regno]
    callee.marks[to] = Mark(mark.live, mark.parent)


def set_loop_callback_state(env: Env, caller: FuncState, callee: FuncState) -> None:
    """R1: the index, R2: the context."""
    callee.regs[1] = unknown_reg(precise=not env.bpf_capable)
    _give(caller, callee, 3, 2)
    callee.in_callback_fn = True


def _in_map(kind: int, map: Map | None) -> Reg:
    reg = Reg(kind)
    reg.map = map
    return reg


def set_map_elem_callback_state(env: Env, caller: FuncState, callee: FuncState) -> None:
    """R1: the map, R2: the key, R3: the value, R4: the context."""
    if env.aux[env.insn_idx].map_poisoned and not env.callback_loops:
        env.reject("tail_call abusing map_ptr", errnos.EINVAL)
    map = caller.regs[1].map
    if map is None or map.map_type not in _FOR_EACH:
        env.reject("callback function not allowed for map", _ENOTSUPP)
    _give(caller, callee, 1, 1)
    callee.regs[2] = _in_map(PTR_TO_MAP_KEY, map)
    callee.regs[3] = _in_map(PTR_TO_MAP_VALUE, map)
    _give(caller, callee, 3, 4)
    callee.in_callback_fn = True


def set_timer_callback_state(env: Env, caller: FuncState, callee: FuncState) -> None:
    """R1: the map, R2: the key, R3: the value that holds the timer."""
    del env
    map = caller.regs[1].map
    for regno, kind in enumerate((CONST_PTR_TO_MAP, PTR_TO_MAP_KEY, PTR_TO_MAP_VALUE), 1):
        callee.regs[regno] = _in_map(kind, map)
    callee.in_async_callback_fn = True


def set_find_vma_callback_state(env: Env, caller: FuncState, callee: FuncState) -> None:
    """R1: the task, R2: the area, R3: the context."""
    _give(caller, callee, 1, 1)
    vma = Reg(PTR_TO_BTF_ID)
    vma.btf, vma.btf_id = env.kernel.btf, env.kernel.btf.id_of("vm_area_struct")
    callee.regs[2] = vma
    _give(caller, callee, 4, 3)
    callee.in_callback_fn = True


def set_user_ringbuf_callback_state(env: Env, caller: FuncState, callee: FuncState) -> None:
    """R1: the record as a dynptr, R2: the context."""
    reg = Reg(PTR_TO_DYNPTR | DYNPTR_TYPE_LOCAL)
    reg.id = env.new_id() if env.dynptr_slots else 0
    reg.dynptr = DYNPTR_TYPE_LOCAL
    callee.regs[1] = reg
    _give(caller, callee, 3, 2)
    callee.in_callback_fn = True
