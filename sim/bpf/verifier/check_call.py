"""Calls of the program's own functions: direct ones, callbacks, and coming back.

Answers to ``check_func_call``, ``set_callee_state`` and ``prepare_func_exit``.

**Rule:** a static function is walked anew in each call; a global one only by itself.

**Not modelled:** exceptions and the like, which came after 6.1.
"""

from __future__ import annotations

import errno as errnos
from collections.abc import Callable

from sim.bpf.isa import Insn
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.env import MAX_CALL_FRAMES, Env
from sim.bpf.verifier.global_func import check_subprog_call
from sim.bpf.verifier.paths import push_state
from sim.bpf.verifier.print_state import print_state
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg
from sim.bpf.verifier.regs import mark_read, mark_unknown
from sim.bpf.verifier.state import (
    BPF_MAIN_FUNC,
    REG_LIVE_WRITTEN,
    FuncState,
    Mark,
    VerifierState,
)
from sim.bpf.verifier.tnum import TNUM_UNKNOWN, tnum_in, tnum_range, tnum_str
from sim.bpf.verifier.types import PTR_TO_STACK, SCALAR_VALUE

__all__ = [
    "call_async_callback",
    "call_callback",
    "check_func_call",
    "clear_caller_saved",
    "invalid_scalar",
    "prepare_func_exit",
]

SetCallee = Callable[[Env, FuncState, FuncState], None]


def check_func_call(env: Env, insn: Insn) -> None:
    """Walk a call of a function of the program."""
    subprogno = env.subprog_at(env.insn_idx + insn.imm + 1)
    if len(env.cur.frames) >= MAX_CALL_FRAMES:
        nr_frames = len(env.cur.frames) + 1
        env.reject(f"the call stack of {nr_frames} frames is too deep", errnos.E2BIG)
    caller = env.frame
    is_valid = check_subprog_call(env, subprogno)
    if env.subprogs[subprogno].is_global:
        if not is_valid:
            env.reject(f"Caller passes invalid args into func#{subprogno}", errnos.EINVAL)
        if env.log.has_insns:
            env.verbose(f"Func#{subprogno} is global and valid. Skipping.\n")
        clear_caller_saved(env, caller)
        mark_unknown(env, 0)
        env.insn_idx += 1
        return
    _enter(env, subprogno, set_callee_args)


def set_callee_args(env: Env, caller: FuncState, callee: FuncState) -> None:
    """Give the callee R1 to R5 as they are."""
    del env
    for regno in range(1, 6):
        callee.regs[regno] = caller.regs[regno]
        mark = caller.marks[regno]
        callee.marks[regno] = Mark(mark.live, mark.parent)


def _enter(env: Env, subprogno: int, set_callee: SetCallee) -> None:
    caller = env.frame
    callee = FuncState(env.insn_idx, len(env.cur.frames), subprogno)
    callee.async_entry_cnt = caller.async_entry_cnt
    init_regs(env, callee)
    callee.refs = caller.refs
    env.mark_state_scratched()
    set_callee(env, caller, callee)
    clear_caller_saved(env, caller)
    env.cur.frames.append(callee)
    env.insn_idx = env.subprogs[subprogno].start
    if env.log.has_insns:
        env.verbose("caller:\n")
        print_state(env, caller, print_all=True)
        env.verbose("callee:\n")
        print_state(env, callee, print_all=True)


def call_callback(env: Env, subprogno: int, set_callee: SetCallee) -> None:
    """Walk the body of a callback, as if a helper called it once."""
    if len(env.cur.frames) >= MAX_CALL_FRAMES:
        nr_frames = len(env.cur.frames) + 1
        env.reject(f"the call stack of {nr_frames} frames is too deep", errnos.E2BIG)
    is_valid = check_subprog_call(env, subprogno)
    if env.subprogs[subprogno].is_global:
        if not is_valid:
            env.reject(f"Caller passes invalid args into func#{subprogno}", errnos.EINVAL)
        clear_caller_saved(env, env.frame)
        mark_unknown(env, 0)
        return
    _enter(env, subprogno, set_callee)


def call_async_callback(env: Env, subprogno: int, set_callee: SetCallee) -> None:
    """Have a callback walked later that runs on its own, like a timer's."""
    caller = env.frame
    check_subprog_call(env, subprogno)
    env.subprogs[subprogno].is_async_cb = True
    env.mark_state_scratched()
    callee = FuncState(BPF_MAIN_FUNC, 0, subprogno)
    init_regs(env, callee)
    callee.async_entry_cnt = caller.async_entry_cnt + 1
    set_callee(env, caller, callee)
    state = VerifierState(callee)
    state.branches = 1
    state.parent = None
    push_state(env, state, env.subprogs[subprogno].start, env.insn_idx, speculative=False)
    clear_caller_saved(env, caller)
    mark_unknown(env, 0)


def init_regs(env: Env, frame: FuncState) -> None:
    """Start a frame: nothing is written but the frame pointer."""
    fp = Reg(PTR_TO_STACK)
    fp.frameno = frame.frameno
    frame.regs[10] = fp
    env.mark_state_scratched()


def clear_caller_saved(env: Env, frame: FuncState) -> None:
    """Forget R0 to R5."""
    for regno in range(6):
        frame.regs[regno] = NOT_INIT_REG
        frame.marks[regno].live |= REG_LIVE_WRITTEN
    env.scratched_regs |= 0x3F


def invalid_scalar(reg: Reg, low: int, high: int, where: str, name: str = "R0") -> str:
    """Say that a value is not in the range that it has to be in (verbose_invalid_scalar)."""
    what = "has unknown scalar value"
    if reg.bounds.var_off != TNUM_UNKNOWN:
        what = f"has value {tnum_str(reg.bounds.var_off)}"
    allowed = tnum_str(tnum_range(low, high))
    return f"At {where} the register {name} {what} should have been in {allowed}"


def prepare_func_exit(env: Env) -> None:
    """Go back to the caller."""
    callee = env.cur.frames[-1]
    caller = env.cur.frames[-2]
    r0 = callee.regs[0]
    if r0.type == PTR_TO_STACK:
        env.reject("cannot return stack pointer to the caller", errnos.EINVAL)
    if callee.in_callback_fn:
        if r0.type != SCALAR_VALUE:
            env.reject("R0 not a scalar value")
        # the helper that calls back looks at the value
        mark_read(env, callee.marks[0])
        mark_chain_precision(env, 0)
        callee = env.frame
        r0 = callee.regs[0]
        env.cur.frames.pop()
        low, high = callee.callback_ret
        if not tnum_in(tnum_range(low, high), r0.bounds.var_off):
            env.reject(invalid_scalar(r0, low, high, "callback return"), errnos.EINVAL)
    else:
        env.cur.frames.pop()
        caller.regs[0] = r0
        mark = callee.marks[0]
        caller.marks[0] = Mark(mark.live, mark.parent)
        caller.refs = callee.refs
    env.insn_idx = callee.callsite + 1
    if env.log.has_insns:
        env.verbose("returning from callee:\n")
        print_state(env, callee, print_all=True)
        env.verbose(f"to caller at {env.insn_idx}:\n")
        print_state(env, caller, print_all=True)
