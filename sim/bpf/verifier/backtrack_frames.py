"""Precision from 6.4 on: walked back through calls, callbacks, and spills by any pointer.

Answers to ``__mark_chain_precision``, ``backtrack_insn`` and ``propagate_precision`` of 6.12.

**Rule:** registers and stack slots of all frames are tracked at once; what an instruction did to
the stack, and which linked numbers learned there, is in the history (`Jump`).

**Not modelled:** kernel functions that call back; atomics that fetch from the stack.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.isa import Insn
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.print_insn import env_insn_text
from sim.bpf.verifier.print_state import print_state
from sim.bpf.verifier.state import BPF_MAIN_FUNC, FuncState, Jump, Slot, VerifierState
from sim.bpf.verifier.types import SCALAR_VALUE

__all__ = ["calls_back", "mark_chain_precision_frames", "propagate_precision_frames"]

_ARGS = 0x3E
_CALLBACKS = frozenset(
    HELPER_IDS[name]
    for name in (
        "bpf_for_each_map_elem",
        "bpf_find_vma",
        "bpf_loop",
        "bpf_user_ringbuf_drain",
    )
)


class _Unknown(Exception):
    """Backtracking cannot see through an instruction: everything becomes precise."""


def calls_back(insn: Insn) -> bool:
    """Say whether a helper is called that calls a function of the program before it returns."""
    return insn.opcode == isa.CALL and insn.src_reg == 0 and insn.imm in _CALLBACKS


class _Tracked:
    """What is tracked: registers and slots of every frame (``struct backtrack_state``)."""

    def __init__(self, frame: int) -> None:
        self.frame = frame
        self.regs = [0] * (frame + 1)
        self.slots = [0] * (frame + 1)

    def __bool__(self) -> bool:
        return any(self.regs) or any(self.slots)

    def enter(self) -> None:
        """Go on in the function that a call was made to."""
        self.frame += 1
        if self.frame == len(self.regs):
            self.regs.append(0)
            self.slots.append(0)

    def has(self, regno: int) -> bool:
        return bool(self.regs[self.frame] >> regno & 1)

    def track(self, regno: int) -> None:
        self.regs[self.frame] |= 1 << regno

    def drop(self, regno: int) -> None:
        self.regs[self.frame] &= ~(1 << regno)

    def sync(self, jump: Jump | None) -> None:
        """Track all numbers that were linked at an instruction if one of them is tracked."""
        if jump is None or not jump.linked:
            return
        masks = [self.regs if link.is_reg else self.slots for link in jump.linked]
        if any(
            mask[link.frameno] >> link.number & 1
            for mask, link in zip(masks, jump.linked, strict=True)
        ):
            for mask, link in zip(masks, jump.linked, strict=True):
                mask[link.frameno] |= 1 << link.number


def mark_chain_precision_frames(env: Env, regno: int) -> None:
    """Mark the number in a register of the innermost frame as precise, and its origins."""
    if not env.bpf_capable or regno < 0:  # a constant that is stored has no register
        return
    tracked = _Tracked(len(env.cur.frames) - 1)
    assert env.frame.regs[regno].type == SCALAR_VALUE
    tracked.track(regno)
    _Walk(env, tracked).run()


def propagate_precision_frames(env: Env, old: VerifierState) -> None:
    """Mark in the current path what mattered behind the state that it is equal to."""
    if not env.bpf_capable:
        return
    tracked = _Tracked(len(env.cur.frames) - 1)
    for frameno in range(len(old.frames) - 1, -1, -1):
        frame = old.frames[frameno]
        names = []
        for regno in range(10):
            reg = frame.regs[regno]
            if reg.type == SCALAR_VALUE and reg.precise and frame.marks[regno].live & 1:
                tracked.regs[frameno] |= 1 << regno
                names.append(f"r{regno}")
        for spi, slot in enumerate(frame.stack):
            is_number = slot.is_spilled and slot.reg.type == SCALAR_VALUE
            if is_number and slot.reg.precise and frame.stack_marks[spi].live & 1:
                tracked.slots[frameno] |= 1 << spi
                names.append(f"fp{-8 * (spi + 1)}")
        if names and env.log.has_all:
            env.verbose(f"frame {frameno}: propagating {','.join(names)}\n")
    if tracked:
        _Walk(env, tracked).run()


def _bits(mask: int) -> list[int]:
    return [i for i in range(mask.bit_length()) if mask >> i & 1]


class _Walk:
    """One walk back, from the current instruction through all states before it."""

    def __init__(self, env: Env, tracked: _Tracked) -> None:
        self._env = env
        self._tracked = tracked
        self._subseq = -1

    def run(self) -> None:
        env, tracked = self._env, self._tracked
        state: VerifierState | None = env.cur
        last_idx, skip_first = env.insn_idx, True
        while state is not None:
            first_idx = state.first_insn_idx
            self._say(f"last_idx {last_idx} first_idx {first_idx} subseq_idx {self._subseq} \n")
            if last_idx < 0:
                self._at_entry(state)
                return
            try:
                if not self._stretch(state, last_idx, skip_first):
                    return
            except _Unknown:
                break
            skip_first = False
            state = state.parent
            if state is None:
                break
            for frameno in range(tracked.frame, -1, -1):
                self._mark(state, frameno)
            if not tracked:
                return
            self._subseq = first_idx
            last_idx = state.last_insn_idx
        _mark_all(env)

    def _say(self, text: str) -> None:
        if self._env.log.has_all:
            self._env.verbose(f"mark_precise: frame{self._tracked.frame}: {text}")

    def _at_entry(self, state: VerifierState) -> None:
        frame, tracked = state.frames[0], self._tracked
        regs, slots = tracked.regs[tracked.frame], tracked.slots[tracked.frame]
        is_global = len(state.frames) == 1 and frame.subprogno > 0
        if not (is_global and frame.callsite == BPF_MAIN_FUNC and not slots and not regs & ~_ARGS):
            text = f"subprog {frame.subprogno} reg_mask {regs:x} stack_mask {slots:x}"
            self._env.reject(f"BUG backtracking func entry {text}", errnos.EFAULT)
        for regno in _bits(regs):
            if frame.regs[regno].type == SCALAR_VALUE:
                frame.regs[regno] = frame.regs[regno].with_precise(True)

    def _stretch(self, state: VerifierState, last_idx: int, skip_first: bool) -> bool:
        """Walk back one straight stretch; say whether something is left to track."""
        jumps = state.jmp_history
        history, idx = len(jumps), last_idx
        while True:
            if skip_first:
                skip_first = False
            else:
                is_noted = history and jumps[history - 1].idx == idx
                self._back(idx, jumps[history - 1] if is_noted else None)
            if not self._tracked:
                return False
            self._subseq = idx
            is_first = idx == state.first_insn_idx
            if is_first and (not history or (history == 1 and jumps[0].idx == idx)):
                return True
            if history and jumps[history - 1].idx == idx:
                history -= 1
                idx = jumps[history].prev
            else:
                idx -= 1
            if not 0 <= idx < len(self._env.insns):
                self._env.reject(f"BUG backtracking idx {idx & 0xFFFF_FFFF}", errnos.EFAULT)

    def _mark(self, state: VerifierState, frameno: int) -> None:
        """Mark what is tracked in a frame of an explored state; drop what was marked before."""
        tracked, frame = self._tracked, state.frames[frameno]
        for regno in _bits(tracked.regs[frameno]):
            reg = frame.regs[regno]
            if reg.type != SCALAR_VALUE or reg.precise:
                tracked.regs[frameno] &= ~(1 << regno)
            else:
                frame.regs[regno] = reg.with_precise(True)
        for spi in _bits(tracked.slots[frameno]):
            self._mark_slot(frame, frameno, spi)
        env = self._env
        if env.log.has_all:
            regs, slots = self._shown(frameno)
            env.verbose(f"mark_precise: frame{frameno}: parent state regs={regs} stack={slots}: ")
            print_state(env, frame, print_all=True)

    def _mark_slot(self, frame: FuncState, frameno: int, spi: int) -> None:
        if spi >= len(frame.stack):
            text = f"stack slot {spi}, total slots {len(frame.stack)}"
            self._env.reject(f"BUG backtracking ({text})", errnos.EFAULT)
        slot = frame.stack[spi]
        if not slot.is_spilled or slot.reg.type != SCALAR_VALUE or slot.reg.precise:
            self._tracked.slots[frameno] &= ~(1 << spi)
        else:
            frame.stack[spi] = Slot(slot.types, slot.reg.with_precise(True))

    def _shown(self, frameno: int) -> tuple[str, str]:
        tracked = self._tracked
        regs = ",".join(f"r{regno}" for regno in _bits(tracked.regs[frameno]))
        return regs, ",".join(str(-8 * (spi + 1)) for spi in _bits(tracked.slots[frameno]))

    def _back(self, idx: int, jump: Jump | None) -> None:
        """Replace what is tracked behind an instruction by what is to be tracked before it."""
        env, tracked = self._env, self._tracked
        insn = env.insns[idx]
        if insn.opcode == 0:
            return
        if env.log.has_all:
            regs, slots = self._shown(tracked.frame)
            self._say(f"regs={regs} stack={slots} before {idx}: {env_insn_text(env, idx)}")
        tracked.sync(jump)
        match insn.insn_class:
            case isa.BPF_ALU | isa.BPF_ALU64:
                self._back_alu(insn)
            case isa.BPF_LDX:
                self._back_ldx(insn, jump)
            case isa.BPF_ST | isa.BPF_STX:
                self._back_store(insn, jump)
            case isa.BPF_JMP | isa.BPF_JMP32:
                if self._back_jmp(insn, idx):
                    return
            case _:
                if tracked.has(insn.dst_reg):
                    tracked.drop(insn.dst_reg)
                    if insn.mode in (isa.BPF_IND, isa.BPF_ABS):
                        raise _Unknown
        tracked.sync(jump)

    def _back_alu(self, insn: Insn) -> None:
        tracked = self._tracked
        if not tracked.has(insn.dst_reg) or insn.op in (isa.BPF_END, isa.BPF_NEG):
            return
        if insn.op == isa.BPF_MOV:
            tracked.drop(insn.dst_reg)
        if insn.is_x and insn.src_reg != isa.BPF_REG_FP:
            tracked.track(insn.src_reg)

    def _back_ldx(self, insn: Insn, jump: Jump | None) -> None:
        tracked = self._tracked
        if not tracked.has(insn.dst_reg):
            return
        tracked.drop(insn.dst_reg)
        if jump is not None and jump.slot is not None:
            frameno, spi = jump.slot
            tracked.slots[frameno] |= 1 << spi

    def _back_store(self, insn: Insn, jump: Jump | None) -> None:
        tracked = self._tracked
        if tracked.has(insn.dst_reg):
            raise _Unknown  # a number that addresses memory: pointers were subtracted
        if jump is None or jump.slot is None:
            return
        frameno, spi = jump.slot
        if not tracked.slots[frameno] >> spi & 1:
            return
        tracked.slots[frameno] &= ~(1 << spi)
        if insn.insn_class == isa.BPF_STX:
            tracked.track(insn.src_reg)

    def _back_jmp(self, insn: Insn, idx: int) -> bool:
        """Walk back over a jump; say whether links are not to be followed behind it."""
        tracked = self._tracked
        if insn.opcode == isa.CALL:
            return self._back_call(insn, idx)
        if insn.op == isa.BPF_EXIT:
            self._back_exit()
            return True
        if not insn.is_x or insn.op in (isa.BPF_JA, isa.BPF_CALL):
            return False
        if not (tracked.has(insn.dst_reg) or tracked.has(insn.src_reg)):
            return True
        tracked.track(insn.dst_reg)
        tracked.track(insn.src_reg)
        return False

    def _back_call(self, insn: Insn, idx: int) -> bool:
        env, tracked = self._env, self._tracked
        if insn.src_reg == isa.BPF_PSEUDO_CALL:
            if env.subprogs[env.subprog_at(idx + insn.imm + 1)].is_global:
                self._refuse_args()
                tracked.drop(0)
                return True
            args = tracked.regs[tracked.frame]
            self._leave_callee()
            tracked.regs[tracked.frame] |= args & _ARGS
            return True
        if calls_back(insn) and idx != self._subseq - 1:
            self._leave_callee()
            return True
        if insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL and insn.imm == 0:
            raise _Unknown
        tracked.drop(0)
        self._refuse_args()
        return False

    def _refuse_args(self) -> None:
        regs = self._tracked.regs[self._tracked.frame]
        if regs & _ARGS:
            self._env.reject(f"BUG regs {regs:x}", errnos.EFAULT)

    def _leave_callee(self) -> None:
        env, tracked = self._env, self._tracked
        regs, slots = tracked.regs[tracked.frame], tracked.slots[tracked.frame]
        if regs & ~_ARGS:
            env.reject(f"BUG regs {regs:x}", errnos.EFAULT)
        if slots:
            env.reject(f"BUG stack slots {slots:x}", errnos.EFAULT)
        tracked.regs[tracked.frame] = 0
        if not tracked.frame:
            env.reject("BUG subprog exit from frame 0", errnos.EFAULT)
        tracked.frame -= 1

    def _back_exit(self) -> None:
        env, tracked, subseq = self._env, self._tracked, self._subseq
        if not (subseq >= 0 and env.aux[subseq].calls_back):
            self._refuse_args()  # what calls back has its arguments when it goes on
        call = env.insns[subseq - 1] if subseq >= 1 else None
        is_call = call is not None and call.opcode == isa.CALL
        is_own = is_call and call is not None and call.src_reg == isa.BPF_PSEUDO_CALL
        has_r0 = is_own and tracked.has(0)
        tracked.drop(0)
        tracked.enter()
        if has_r0:
            tracked.track(0)


def _mark_all(env: Env) -> None:
    """Give up: mark all numbers of all states that the current one comes from."""
    is_shown = env.log.has_all
    if is_shown:
        frameno = len(env.cur.frames) - 1
        text = "falling back to forcing all scalars precise"
        env.verbose(f"mark_precise: frame{frameno}: {text}\n")
    parent = env.cur.parent
    while parent is not None:
        for frame in parent.frames:
            _force(env, frame)
        parent = parent.parent


def _force(env: Env, frame: FuncState) -> None:
    what = f"force_precise: frame{frame.frameno}: forcing"
    for regno in range(10):
        reg = frame.regs[regno]
        if reg.type == SCALAR_VALUE and not reg.precise:
            frame.regs[regno] = reg.with_precise(True)
            if env.log.has_all:
                env.verbose(f"{what} r{regno} to be precise\n")
    for spi, slot in enumerate(frame.stack):
        if slot.is_spilled and slot.reg.type == SCALAR_VALUE and not slot.reg.precise:
            frame.stack[spi] = Slot(slot.types, slot.reg.with_precise(True))
            if env.log.has_all:
                env.verbose(f"{what} fp{-8 * (spi + 1)} to be precise\n")
