"""Dynptrs: pointers whose size is known only when the program runs, in two slots of the stack.

Answers to ``mark_stack_slots_dynptr``, ``unmark_stack_slots_dynptr`` and their checks, of 6.1.

**Rule:** both slots go together: whoever writes one destroys the dynptr, or is refused.

**Not modelled:** dynptrs of packets, slices of them, and clones, which came after 6.1.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.refs import acquire_reference, release_reference
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg
from sim.bpf.verifier.regs import frame_of
from sim.bpf.verifier.state import EMPTY_SLOT, STACK_DYNPTR, FuncState, Slot
from sim.bpf.verifier.types import (
    DYNPTR_TYPE_LOCAL,
    DYNPTR_TYPE_RINGBUF,
    DYNPTR_TYPES,
    PTR_TO_DYNPTR,
    base_type,
)

__all__ = [
    "dynptr_id",
    "is_dynptr_init",
    "is_dynptr_type",
    "is_dynptr_uninit",
    "mark_dynptr",
    "type_name",
    "unmark_dynptr",
]

BPF_DYNPTR_BYTES = 16
_ALL = bytes([STACK_DYNPTR] * 8)
_NAMES = {DYNPTR_TYPE_LOCAL: "local", DYNPTR_TYPE_RINGBUF: "ringbuf"}


def type_name(kind: int) -> str:
    """Name the dynptr type of an argument type."""
    return _NAMES.get(kind & DYNPTR_TYPES, "<unknown>")


def _spi(reg: Reg) -> int:
    return (-reg.off - 1) // 8


def _fits(frame: FuncState, spi: int) -> bool:
    return 1 <= spi < len(frame.stack)


def is_dynptr_uninit(env: Env, reg: Reg) -> bool:
    """Say whether there is no dynptr yet where a helper is to make one."""
    frame, spi = frame_of(env, reg), _spi(reg)
    if not _fits(frame, spi):
        return True
    return all(frame.stack[i].types[0] != STACK_DYNPTR for i in (spi, spi - 1))


def is_dynptr_init(env: Env, reg: Reg) -> bool:
    """Say whether a register points to the start of a dynptr."""
    frame, spi = frame_of(env, reg), _spi(reg)
    if not _fits(frame, spi) or not frame.stack[spi].reg.first_slot:
        return False
    return all(frame.stack[i].types == _ALL for i in (spi, spi - 1))


def is_dynptr_type(env: Env, reg: Reg, arg_type: int) -> bool:
    """Say whether a dynptr is of the type that an argument wants."""
    wanted = arg_type & DYNPTR_TYPES
    if not wanted:
        return True
    if base_type(reg.type) == PTR_TO_DYNPTR:
        return bool(reg.type & DYNPTR_TYPES == wanted)
    return frame_of(env, reg).stack[_spi(reg)].reg.dynptr == wanted


def dynptr_id(env: Env, reg: Reg) -> int:
    """Return the id of the reference that a dynptr on the stack holds, 0 for none."""
    frame, spi = frame_of(env, reg), _spi(reg)
    return frame.stack[spi].reg.id if _fits(frame, spi) else 0


def is_acquired(env: Env, reg: Reg) -> bool:
    """Say whether a dynptr stands for a reference."""
    return dynptr_id(env, reg) != 0


def mark_dynptr(env: Env, regno: int, arg_type: int) -> None:
    """Have a dynptr in the two slots that a register points to."""
    reg = env.frame.regs[regno]
    frame, spi = frame_of(env, reg), _spi(reg)
    if not _fits(frame, spi):
        raise Rejected(errnos.EINVAL)
    kind = arg_type & DYNPTR_TYPES
    ident = acquire_reference(env, env.insn_idx) if kind == DYNPTR_TYPE_RINGBUF else 0
    for at in (spi, spi - 1):
        description = NOT_INIT_REG.copy()
        description.dynptr = kind
        description.first_slot = at == spi
        description.id = ident
        frame.stack[at] = Slot(_ALL, description)


def unmark_dynptr(env: Env, regno: int) -> None:
    """Forget a dynptr, and what points into it."""
    reg = env.frame.regs[regno]
    frame, spi = frame_of(env, reg), _spi(reg)
    if not _fits(frame, spi):
        raise Rejected(errnos.EINVAL)
    description = frame.stack[spi].reg
    if description.dynptr == DYNPTR_TYPE_RINGBUF:
        release_reference(env, description.id)
    for at in (spi, spi - 1):
        frame.stack[at] = EMPTY_SLOT
        env.scratched_stack_slots |= 1 << at
