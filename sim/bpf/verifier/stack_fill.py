"""Reads of spilled numbers from 6.8 on: parts of them, and what they are linked to.

Answers to ``check_stack_read_fixed_off`` of 6.12, as far as it reads what was spilled.

**Rule:** a fill is remembered by instruction, so that precision finds the spill; a number and its
copy in a register are linked.

**Not modelled:** nothing of 6.12.
"""

from __future__ import annotations

from sim.bpf.verifier.env import Env
from sim.bpf.verifier.line_info import verbose_linfo
from sim.bpf.verifier.linked import push_jmp_history, reg_width, with_id_for_copy
from sim.bpf.verifier.regs import mark_read, mark_unknown, set_const, set_reg
from sim.bpf.verifier.stack_slots import SLOT_BYTES, place
from sim.bpf.verifier.state import (
    REG_LIVE_WRITTEN,
    STACK_INVALID,
    STACK_MISC,
    STACK_SPILL,
    STACK_ZERO,
    FuncState,
    Slot,
)
from sim.bpf.verifier.types import NOT_INIT, SCALAR_VALUE

__all__ = ["fill"]


def fill(env: Env, frame: FuncState, off: int, size: int, dst_regno: int, spill_size: int) -> None:
    """Read from a spilled register by the rules of 6.8 and later."""
    spi = (-off - 1) // SLOT_BYTES
    slot, mark = frame.stack[spi], frame.stack_marks[spi]
    env.scratched_stack_slots |= 1 << spi
    reg = slot.reg
    if size != SLOT_BYTES or spill_size != SLOT_BYTES:
        if reg.type != SCALAR_VALUE:
            verbose_linfo(env, env.insn_idx, "; ")
            env.reject("invalid size of register fill")
        mark_read(env, mark)
        if dst_regno < 0:
            return
        is_fill = _fill_narrow(env, frame, off, size, dst_regno, spill_size)
        env.frame.marks[dst_regno].live |= REG_LIVE_WRITTEN
    else:
        is_fill = True
        if dst_regno >= 0:
            set_reg(env, dst_regno, reg)
            env.frame.marks[dst_regno].live |= REG_LIVE_WRITTEN
        elif not env.allow_ptr_leaks and reg.type not in (NOT_INIT, SCALAR_VALUE):
            env.reject(f"leaking pointer from stack off {off}")
        mark_read(env, mark)
    if is_fill:
        push_jmp_history(env, env.cur, slot=(frame.frameno, spi))


def _fill_narrow(
    env: Env, frame: FuncState, off: int, size: int, dst_regno: int, spill_size: int
) -> bool:
    """Read part of a spilled number, or more than it; say whether it came from the spill."""
    spi, at = place(off)
    slot = frame.stack[spi]
    reg = slot.reg
    if size <= spill_size and off % SLOT_BYTES == 0:
        if env.bpf_capable and size == spill_size == 4 and reg_width(reg.bounds) <= 32:
            reg = with_id_for_copy(env, reg)
            frame.stack[spi] = Slot(slot.types, reg)
        if reg_width(reg.bounds) > size * 8 and reg.id:
            reg = reg.copy()
            reg.id = 0
        set_reg(env, dst_regno, reg)
        return True
    nr_spilled = nr_zero = 0
    for i in range(size):
        kind = slot.types[(at - i) % SLOT_BYTES]
        nr_spilled += kind == STACK_SPILL
        nr_zero += kind == STACK_ZERO
        is_ok = kind in (STACK_SPILL, STACK_MISC, STACK_ZERO)
        if not (is_ok or (kind == STACK_INVALID and env.allow_uninit_stack)):
            env.reject(f"invalid read from stack off {off}+{i} size {size}")
    is_spill = nr_spilled == size and reg.bounds.var_off == (0, 0)
    if is_spill or nr_zero == size:
        set_const(env, dst_regno, 0)
    else:
        mark_unknown(env, dst_regno)
    return is_spill
