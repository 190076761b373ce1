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
from sim.bpf.verifier.bounds import S64_MAX, S64_MIN
from sim.bpf.verifier.env import MAX_CALL_FRAMES, Env
from sim.bpf.verifier.global_func import check_subprog_call
from sim.bpf.verifier.paths import push_path, push_state
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
from sim.bpf.verifier.states_loops import find_prev_entry, widen_imprecise_scalars
from sim.bpf.verifier.tnum import TNUM_UNKNOWN, tnum_in, tnum_range, tnum_str
from sim.bpf.verifier.types import PTR_TO_STACK, SCALAR_VALUE

__all__ = [
    "call_async_callback",
    "call_callback",
    "check_func_call",
    "clear_caller_saved",
    "invalid_scalar",
    "prepare_func_exit",
    "push_callback",
    "range_problem",
]

SetCallee = Callable[[Env, FuncState, FuncState], None]


def check_func_call(env: Env, insn: Insn) -> None:
    """Walk a call of a function of the program."""
    subprogno = env.subprog_at(env.insn_idx + insn.imm + 1)
    if not env.later:
        _check_nr_frames(env)
    caller = env.frame
    is_valid = check_subprog_call(env, subprogno)
    if env.subprogs[subprogno].is_global:
        _check_global_call(env, subprogno, is_valid)
        clear_caller_saved(env, caller)
        mark_unknown(env, 0)
        env.insn_idx += 1
        return
    _enter(env, subprogno, set_callee_args)


def _check_global_call(env: Env, subprogno: int, is_valid: bool) -> None:
    subprog = env.subprogs[subprogno]
    if env.later and env.cur.active_lock:
        text = "global function calls are not allowed while holding a lock,"
        env.reject(f"{text}\nuse static function instead", errnos.EINVAL)
    if not is_valid:
        name = f" ('{subprog.name}')" if env.later else ""
        env.reject(f"Caller passes invalid args into func#{subprogno}{name}", errnos.EINVAL)
    subprog.is_called = True
    if env.later:
        env.verbose(f"Func#{subprogno} ('{subprog.name}') is global and assumed valid.\n")
    elif env.log.has_insns:
        env.verbose(f"Func#{subprogno} is global and valid. Skipping.\n")


def set_callee_args(env: Env, caller: FuncState, callee: FuncState) -> None:
    """Give the callee R1 to R5 as they are."""
    del env
    for regno in range(1, 6):
        callee.regs[regno] = caller.regs[regno]
        mark = caller.marks[regno]
        callee.marks[regno] = Mark(mark.live, mark.parent)


def _check_nr_frames(env: Env) -> None:
    if len(env.cur.frames) >= MAX_CALL_FRAMES:
        nr_frames = len(env.cur.frames) + 1
        env.reject(f"the call stack of {nr_frames} frames is too deep", errnos.E2BIG)


def _enter(env: Env, subprogno: int, set_callee: SetCallee) -> None:
    _check_nr_frames(env)
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
    _check_nr_frames(env)
    is_valid = check_subprog_call(env, subprogno)
    if env.subprogs[subprogno].is_global:
        if not is_valid:
            env.reject(f"Caller passes invalid args into func#{subprogno}", errnos.EINVAL)
        clear_caller_saved(env, env.frame)
        mark_unknown(env, 0)
        return
    _enter(env, subprogno, set_callee)


def push_callback(env: Env, subprogno: int, set_callee: SetCallee) -> None:
    """Have a callback's body walked later, which comes back to the call; go on behind the call."""
    check_subprog_call(env, subprogno)
    caller = env.frame
    _check_nr_frames(env)
    state = push_path(env, env.subprogs[subprogno].start, env.insn_idx)
    callee = FuncState(env.insn_idx, len(state.frames), subprogno)
    callee.async_entry_cnt = caller.async_entry_cnt
    init_regs(env, callee)
    callee.refs = caller.refs
    set_callee(env, state.frame, callee)
    state.frame.callback_depth += 1
    state.callback_unroll_depth += 1
    state.frames.append(callee)
    caller.callback_depth = 0


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


def range_problem(reg: Reg, low: int, high: int, where: str, name: str = "R0") -> str:
    """Say by its signed range that a value is not in the range that it has to be in."""
    b = reg.bounds
    known = [f"smin={b.smin}"] if b.smin > S64_MIN else []
    known += [f"smax={b.smax}"] if b.smax < S64_MAX else []
    what = " ".join(known) or "unknown scalar value"
    return f"At {where} the register {name} has {what} should have been in [{low}, {high}]"


def _check_callback_return(env: Env, r0: Reg, allowed: tuple[int, int]) -> None:
    if env.exact_retval:
        if not (allowed[0] <= r0.bounds.smin and r0.bounds.smax <= allowed[1]):
            env.reject(range_problem(r0, *allowed, "callback return"), errnos.EINVAL)
    elif not tnum_in(tnum_range(*allowed), r0.bounds.var_off):
        env.reject(invalid_scalar(r0, *allowed, "callback return"), errnos.EINVAL)


def _back_to_callback_call(env: Env) -> None:
    """Go back to the call that calls back, which may call back once more."""
    prev = find_prev_entry(env, env.insn_idx)
    if prev is not None:
        widen_imprecise_scalars(env, prev)


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
        if not env.callback_loops:
            env.cur.frames.pop()
        _check_callback_return(env, r0, callee.callback_ret)
        if env.callback_loops:
            env.cur.frames.pop()
    else:
        env.cur.frames.pop()
        caller.regs[0] = r0
        mark = callee.marks[0]
        caller.marks[0] = Mark(mark.live, mark.parent)
        caller.refs = callee.refs
    is_loop = callee.in_callback_fn and env.callback_loops
    env.insn_idx = callee.callsite + (not is_loop)
    if env.log.has_insns:
        env.verbose("returning from callee:\n")
        print_state(env, callee, print_all=True)
        env.verbose(f"to caller at {env.insn_idx}:\n")
        print_state(env, caller, print_all=True)
    if is_loop:
        _back_to_callback_call(env)
