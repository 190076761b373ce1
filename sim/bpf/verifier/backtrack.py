"""Precision: which numbers' exact values mattered, found by walking back.

Answers to ``mark_chain_precision`` and ``backtrack_insn`` of 6.1.

**Rule:** numbers are taken as imprecise until a decision rests on them; then the instructions that
led there are walked back, and what the number came from is marked in the states on the way. A
state's numbers that are not precise match any number when states are compared.

**Not modelled:** backtracking into callees, which 6.4 and later do
(`sim.bpf.verifier.backtrack_frames`).
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.isa import Insn
from sim.bpf.verifier.backtrack_frames import (
    mark_chain_precision_frames,
    propagate_precision_frames,
)
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.print_insn import env_insn_text
from sim.bpf.verifier.print_state import print_state
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.state import BPF_MAIN_FUNC, FuncState, Slot, VerifierState
from sim.bpf.verifier.types import SCALAR_VALUE

__all__ = [
    "CALLBACK_HELPERS",
    "mark_all_scalars_imprecise",
    "mark_chain_precision",
    "mark_chain_precision_stack",
    "propagate_precision",
]

#: Helpers that call a function of the program.
CALLBACK_HELPERS = frozenset(
    HELPER_IDS[name]
    for name in (
        "bpf_for_each_map_elem",
        "bpf_timer_set_callback",
        "bpf_find_vma",
        "bpf_loop",
        "bpf_user_ringbuf_drain",
    )
)
_ARGS = 0x3F
_ARGS_OF_GLOBAL = 0x3E


class _Unknown(Exception):
    """Backtracking cannot see through an instruction: everything becomes precise."""


class _Masks:
    """What is being tracked: registers and stack slots of one frame."""

    __slots__ = ("regs", "stack")

    def __init__(self, regs: int, stack: int) -> None:
        self.regs = regs
        self.stack = stack

    def __bool__(self) -> bool:
        return bool(self.regs or self.stack)


def mark_chain_precision(env: Env, regno: int) -> None:
    """Mark the number in a register of the innermost frame as precise, and its origins."""
    if env.stack_history:
        mark_chain_precision_frames(env, regno)
        return
    _mark(env, len(env.cur.frames) - 1, regno, -1)


def mark_chain_precision_stack(env: Env, frameno: int, spi: int) -> None:
    """The same for a spilled number."""
    _mark(env, frameno, -1, spi)


def _mark(env: Env, frameno: int, regno: int, spi: int) -> None:
    if not env.bpf_capable:
        return
    frame = env.cur.frames[frameno]
    masks = _Masks(0, 0)
    if regno >= 0:
        masks.regs = 1 << regno
        assert frame.regs[regno].type == SCALAR_VALUE
    if spi >= 0 and frame.stack[spi].is_spilled:
        if frame.stack[spi].reg.type == SCALAR_VALUE:
            masks.stack = 1 << spi
    if masks:
        _walk_back(env, frameno, masks)


def _walk_back(env: Env, frameno: int, masks: _Masks) -> None:
    state: VerifierState | None = env.cur
    last_idx = env.insn_idx
    skip_first = True
    while state is not None:
        first_idx = state.first_insn_idx
        if env.log.has_all:
            env.verbose(f"last_idx {last_idx} first_idx {first_idx}\n")
        if last_idx < 0:
            _at_entry(env, state, masks)
            return
        try:
            if not _walk_stretch(env, state, masks, last_idx, first_idx, skip_first):
                return
        except _Unknown:
            mark_all_scalars_precise(state)
            return
        skip_first = False
        state = state.parent
        if state is None:
            return
        new_marks = _mark_in_state(env, state, state.frames[frameno], masks)
        if new_marks is None or not masks or not new_marks:
            return
        last_idx = state.last_insn_idx


def _at_entry(env: Env, state: VerifierState, masks: _Masks) -> None:
    frame = state.frames[0]
    is_global = len(state.frames) == 1 and frame.subprogno > 0 and frame.callsite == BPF_MAIN_FUNC
    if not (is_global and not masks.stack and not masks.regs & ~_ARGS_OF_GLOBAL):
        text = f"subprog {frame.subprogno} reg_mask {masks.regs:x} stack_mask {masks.stack:x}"
        env.reject(f"BUG backtracing func entry {text}", errnos.EFAULT)
    for regno in range(1, 6):
        if masks.regs >> regno & 1 and frame.regs[regno].type == SCALAR_VALUE:
            frame.regs[regno] = frame.regs[regno].with_precise(True)


def _walk_stretch(
    env: Env, state: VerifierState, masks: _Masks, last_idx: int, first_idx: int, skip_first: bool
) -> bool:
    """Walk back one straight stretch; say whether something is left to track."""
    if not env.touches:
        env.touches = [_touches(insn) for insn in env.insns]
    touches, jumps = env.touches, state.jmp_history
    is_shown, nr_insns = env.log.has_all, len(env.insns)
    history = len(jumps)
    idx = last_idx
    while True:
        if skip_first:
            skip_first = False
        else:
            regs, stack = touches[idx]
            if is_shown or masks.regs & regs or masks.stack & stack:
                _backtrack_insn(env, idx, masks)
                if not (masks.regs or masks.stack):
                    return False
        if idx == first_idx and _is_start(state, idx, history):
            return True
        if history and jumps[history - 1][0] == idx:
            history -= 1
            idx = jumps[history][1]
        else:
            idx -= 1
        if not 0 <= idx < nr_insns:
            env.reject(f"BUG backtracking idx {idx & 0xFFFF_FFFF}", errnos.EFAULT)


def _touches(insn: Insn) -> tuple[int, int]:
    """Return which registers and stack slots must be tracked for an instruction to matter."""
    dst, src = 1 << insn.dst_reg, 1 << insn.src_reg
    match insn.insn_class:
        case isa.BPF_ALU | isa.BPF_ALU64:
            is_plain = insn.op != isa.BPF_MOV and not insn.is_x
            return (0 if is_plain or insn.op in (isa.BPF_END, isa.BPF_NEG) else dst), 0
        case isa.BPF_ST | isa.BPF_STX:
            is_slot = insn.dst_reg == isa.BPF_REG_FP and insn.off < 0
            return dst, 1 << (-insn.off - 1) // 8 if is_slot else 0
        case isa.BPF_JMP | isa.BPF_JMP32:
            if insn.op in (isa.BPF_CALL, isa.BPF_EXIT):
                return -1, -1
            return (dst | src if insn.is_x else 0), 0
        case _:
            return dst, 0


def _is_start(state: VerifierState, idx: int, history: int) -> bool:
    """Say whether no jump back to the stretch's first instruction is left to undo."""
    return history == 0 or (history == 1 and state.jmp_history[0][0] == idx)


def _bit_numbers(mask: int) -> list[int]:
    return [i for i in range(mask.bit_length()) if mask >> i & 1]


def _mark_in_state(env: Env, state: VerifierState, frame: FuncState, masks: _Masks) -> bool | None:
    """Mark what is tracked in an explored state.

    Returns:
        Whether anything was not marked yet; None if the state does not have the stack slot.
    """
    new_marks = False
    for regno in _bit_numbers(masks.regs):
        reg = frame.regs[regno]
        if reg.type != SCALAR_VALUE:
            masks.regs &= ~(1 << regno)
        elif not reg.precise:
            new_marks = True
            frame.regs[regno] = reg.with_precise(True)
    for spi in _bit_numbers(masks.stack):
        if spi >= len(frame.stack):
            mark_all_scalars_precise(state)
            return None
        slot = frame.stack[spi]
        if not slot.is_spilled or slot.reg.type != SCALAR_VALUE:
            masks.stack &= ~(1 << spi)
        elif not slot.reg.precise:
            new_marks = True
            frame.stack[spi] = Slot(slot.types, slot.reg.with_precise(True))
    if env.log.has_all:
        _print_marks(env, frame, masks, new_marks)
    return new_marks


def _print_marks(env: Env, frame: FuncState, masks: _Masks, new_marks: bool) -> None:
    had = "didn't have" if new_marks else "already had"
    env.verbose(f"parent {had} regs={masks.regs:x} stack={masks.stack:x} marks:")
    print_state(env, frame, print_all=True)


def _backtrack_insn(env: Env, idx: int, masks: _Masks) -> None:
    """Replace what is tracked behind an instruction by what is to be tracked before it."""
    insn = env.insns[idx]
    if insn.opcode == 0:
        return
    if env.log.has_all:
        env.verbose(f"regs={masks.regs:x} stack={masks.stack:x} before {idx}: ")
        env.verbose(env_insn_text(env, idx))
    match insn.insn_class:
        case isa.BPF_ALU | isa.BPF_ALU64:
            _back_alu(insn, masks)
        case isa.BPF_LDX:
            _back_ldx(insn, masks)
        case isa.BPF_ST | isa.BPF_STX:
            _back_store(insn, masks)
        case isa.BPF_JMP | isa.BPF_JMP32:
            _back_jmp(env, insn, masks)
        case _:
            if masks.regs >> insn.dst_reg & 1:
                masks.regs &= ~(1 << insn.dst_reg)
                if insn.mode in (isa.BPF_IND, isa.BPF_ABS):
                    raise _Unknown


def _back_alu(insn: Insn, masks: _Masks) -> None:
    dst, src = 1 << insn.dst_reg, 1 << insn.src_reg
    if not masks.regs & dst or insn.op in (isa.BPF_END, isa.BPF_NEG):
        return
    if insn.op == isa.BPF_MOV:
        masks.regs &= ~dst
        if insn.is_x:
            masks.regs |= src
    elif insn.is_x:
        masks.regs |= src


def _back_ldx(insn: Insn, masks: _Masks) -> None:
    dst = 1 << insn.dst_reg
    if not masks.regs & dst:
        return
    masks.regs &= ~dst
    if insn.src_reg == isa.BPF_REG_FP:
        spi = (-insn.off - 1) // 8
        masks.stack |= 1 << spi


def _back_store(insn: Insn, masks: _Masks) -> None:
    if masks.regs >> insn.dst_reg & 1:
        # a number that addresses memory: pointers were subtracted
        raise _Unknown
    if insn.dst_reg != isa.BPF_REG_FP:
        return
    spi = (-insn.off - 1) // 8
    if not masks.stack >> spi & 1:
        return
    masks.stack &= ~(1 << spi)
    if insn.insn_class == isa.BPF_STX:
        masks.regs |= 1 << insn.src_reg


def _back_jmp(env: Env, insn: Insn, masks: _Masks) -> None:
    if insn.op == isa.BPF_CALL:
        if insn.src_reg == isa.BPF_PSEUDO_CALL:
            raise _Unknown
        if insn.src_reg == 0 and insn.imm in CALLBACK_HELPERS:
            raise _Unknown
        if insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL and insn.imm == 0:
            raise _Unknown
        masks.regs &= ~1
        if masks.regs & _ARGS:
            env.reject(f"BUG regs {masks.regs:x}", errnos.EFAULT)
    elif insn.op == isa.BPF_EXIT:
        raise _Unknown
    elif insn.is_x:
        both = 1 << insn.dst_reg | 1 << insn.src_reg
        if masks.regs & both:
            masks.regs |= both


def _with_marks(frame: FuncState, precise: bool) -> None:
    for regno in range(10):
        reg = frame.regs[regno]
        if reg.type == SCALAR_VALUE:
            frame.regs[regno] = reg.with_precise(precise)
    for spi, slot in enumerate(frame.stack):
        if slot.is_spilled and slot.reg.type == SCALAR_VALUE and slot.reg.precise != precise:
            frame.stack[spi] = Slot(slot.types, slot.reg.with_precise(precise))


def mark_all_scalars_precise(state: VerifierState) -> None:
    """Give up: mark all numbers of all states that a state comes from."""
    parent = state.parent
    while parent is not None:
        for frame in parent.frames:
            _with_marks(frame, True)
        parent = parent.parent


def mark_all_scalars_imprecise(state: VerifierState) -> None:
    """Forget the precision marks that a state took over from where it came from."""
    for frame in state.frames:
        _with_marks(frame, False)


def _is_tracked(reg: Reg) -> bool:
    return reg.type == SCALAR_VALUE and reg.precise


def propagate_precision(env: Env, old: VerifierState) -> None:
    """Mark in the current path what mattered behind the state that it is equal to."""
    if env.stack_history:
        propagate_precision_frames(env, old)
        return
    for frameno in range(len(old.frames) - 1, -1, -1):
        frame = old.frames[frameno]
        for regno in range(10):
            if _is_tracked(frame.regs[regno]) and frame.marks[regno].live & 1:
                if env.log.has_all:
                    env.verbose(f"frame {frameno}: propagating r{regno}\n")
                _mark(env, frameno, regno, -1)
        for spi, slot in enumerate(frame.stack):
            if slot.is_spilled and _is_tracked(slot.reg) and frame.stack_marks[spi].live & 1:
                if env.log.has_all:
                    env.verbose(f"frame {frameno}: propagating fp{-8 * (spi + 1)}\n")
                _mark(env, frameno, -1, spi)
