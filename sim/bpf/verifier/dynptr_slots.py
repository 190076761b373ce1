"""Dynptrs on the stack from 6.3 on: overwriting one destroys it, and the slices of it.

Answers to ``process_dynptr_func``, ``mark_stack_slots_dynptr``, ``unmark_stack_slots_dynptr`` and
``destroy_if_dynptr_stack_slot`` of 6.12.

**Rule:** a dynptr that stands for a reference is never overwritten; one that does not may be, and
everything that was sliced from it is forgotten.

**Not modelled:** clones, and dynptrs of packets.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.verifier import types as t
from sim.bpf.verifier.dynptr import is_dynptr_type, type_name
from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.packets import each_reg
from sim.bpf.verifier.refs import acquire_reference, release_reference
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg, unknown_reg
from sim.bpf.verifier.regs import frame_of, mark_read
from sim.bpf.verifier.state import (
    EMPTY_SLOT,
    REG_LIVE_WRITTEN,
    STACK_DYNPTR,
    FuncState,
    Slot,
)

__all__ = [
    "check_dynptr_release",
    "destroy_if_dynptr",
    "dynptr_at",
    "mark_dynptr_slots",
    "process_dynptr",
    "unmark_dynptr_slots",
]

_WHOLE = bytes([STACK_DYNPTR] * 8)


def _place(env: Env, reg: Reg) -> int | None:
    """Return the first slot that a register points to, None where there can be no dynptr."""
    if not reg.bounds.is_const:
        env.verbose("dynptr has to be at a constant offset\n")
        return None
    off = reg.off + reg.bounds.smin
    spi = (-off - 1) // 8
    if off % 8 or spi < 1:
        env.verbose(f"cannot pass in dynptr at an offset={off}\n")
        return None
    return spi


def _is_there(frame: FuncState, spi: int | None) -> bool:
    return spi is not None and spi < len(frame.stack)


def dynptr_at(env: Env, reg: Reg) -> Reg | None:
    """Return the description of the dynptr that a stack pointer points to."""
    frame, spi = frame_of(env, reg), _place(env, reg)
    return frame.stack[spi].reg if spi is not None and _is_there(frame, spi) else None


def _is_init(env: Env, reg: Reg) -> bool:
    if t.base_type(reg.type) == t.PTR_TO_DYNPTR:
        return True
    frame, spi = frame_of(env, reg), _place(env, reg)
    if spi is None or not _is_there(frame, spi) or not frame.stack[spi].reg.first_slot:
        return False
    return frame.stack[spi].types == frame.stack[spi - 1].types == _WHOLE


def process_dynptr(env: Env, regno: int, arg_type: int) -> bool:
    """Check a dynptr argument; say whether the call is to make a dynptr there."""
    reg = env.frame.regs[regno]
    is_const = t.base_type(reg.type) == t.PTR_TO_DYNPTR
    if reg.type != t.PTR_TO_STACK and not is_const:
        text = "expected pointer to stack or const struct bpf_dynptr"
        env.reject(f"arg#{regno - 1} {text}", errnos.EINVAL)
    if arg_type & t.MEM_UNINIT:
        if is_const or _place(env, reg) is None:
            env.reject("Dynptr has to be an uninitialized dynptr", errnos.EINVAL)
        return True
    if is_const and not arg_type & t.MEM_RDONLY:
        text = "cannot pass pointer to const bpf_dynptr, the helper mutates it"
        env.reject(text, errnos.EINVAL)
    if not _is_init(env, reg):
        env.reject(f"Expected an initialized dynptr as arg #{regno - 1}", errnos.EINVAL)
    if not is_dynptr_type(env, reg, arg_type):
        kind = type_name(arg_type)
        env.reject(f"Expected a dynptr of type {kind} as arg #{regno - 1}", errnos.EINVAL)
    if not is_const:
        frame, spi = frame_of(env, reg), _place(env, reg) or 0
        mark_read(env, frame.stack_marks[spi])
        mark_read(env, frame.stack_marks[spi - 1])
    return False


def check_dynptr_release(env: Env, reg: Reg, regno: int) -> None:
    """Refuse to release what is no reference."""
    if reg.type != t.PTR_TO_STACK:
        env.reject("cannot release unowned const bpf_dynptr", errnos.EINVAL)
    found = dynptr_at(env, reg)
    if found is None or not found.ref_obj_id:
        env.reject(f"arg {regno} is an unacquired reference", errnos.EINVAL)


def mark_dynptr_slots(env: Env, regno: int, arg_type: int) -> None:
    """Have a dynptr in the two slots that a register points to."""
    reg = env.frame.regs[regno]
    frame, spi = frame_of(env, reg), _place(env, reg)
    if spi is None or not _is_there(frame, spi):
        raise Rejected(errnos.EINVAL)
    destroy_if_dynptr(env, frame, spi)
    destroy_if_dynptr(env, frame, spi - 1)
    kind = arg_type & t.DYNPTR_TYPES
    ident = env.new_id()
    is_owner = kind == t.DYNPTR_TYPE_RINGBUF
    ref_obj_id = acquire_reference(env, env.insn_idx) if is_owner else 0
    for at in (spi, spi - 1):
        description = NOT_INIT_REG.copy()
        description.dynptr = kind
        description.first_slot = at == spi
        description.id = ident
        description.ref_obj_id = ref_obj_id
        frame.stack[at] = Slot(_WHOLE, description)
        frame.stack_marks[at].live |= REG_LIVE_WRITTEN
        env.scratched_stack_slots |= 1 << at


def unmark_dynptr_slots(env: Env, regno: int) -> None:
    """Release the reference that a dynptr stands for, and forget it."""
    reg = env.frame.regs[regno]
    frame, spi = frame_of(env, reg), _place(env, reg)
    if spi is None or not _is_there(frame, spi):
        raise Rejected(errnos.EINVAL)
    ident = frame.stack[spi].reg.ref_obj_id
    if ident:
        release_reference(env, ident)
    for at in (spi, spi - 1):
        _clear(env, frame, at)


def _clear(env: Env, frame: FuncState, spi: int) -> None:
    frame.stack[spi] = EMPTY_SLOT
    frame.stack_marks[spi].live |= REG_LIVE_WRITTEN
    env.scratched_stack_slots |= 1 << spi


def destroy_if_dynptr(env: Env, frame: FuncState, spi: int) -> None:
    """Forget the dynptr that a slot which is written is part of, with its slices."""
    if spi >= len(frame.stack) or frame.stack[spi].types[7] != STACK_DYNPTR:
        return
    if not frame.stack[spi].reg.first_slot:
        spi += 1
    description = frame.stack[spi].reg
    if description.dynptr == t.DYNPTR_TYPE_RINGBUF:
        env.reject("cannot overwrite referenced dynptr", errnos.EINVAL)
    ident = description.id
    for at in (spi, spi - 1):
        _clear(env, frame, at)

    def forget(reg: Reg) -> Reg:
        is_memory = reg.type & ~t.PTR_MAYBE_NULL == t.PTR_TO_MEM
        if not is_memory or reg.dynptr_id != ident:
            return reg
        return unknown_reg() if env.allow_ptr_leaks else NOT_INIT_REG

    each_reg(env.cur, forget)
