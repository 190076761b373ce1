"""Paths that wait: pushed at a branch, popped when the one before is finished.

Answers to ``push_stack``, ``pop_stack`` and ``push_async_cb``.

**Rule:** last pushed, first walked.

**Not modelled:** the kernel's memory limit; only the limit of 8,192 waiting paths.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.isa import Insn
from sim.bpf.verifier.env import BPF_COMPLEXITY_LIMIT_JMP_SEQ, Env, Pending, Rejected
from sim.bpf.verifier.loop_entry import update_loop_entry
from sim.bpf.verifier.reg import unknown_reg
from sim.bpf.verifier.state import VerifierState

__all__ = ["pop_path", "push_path", "push_speculative", "update_branch_counts"]


def push_path(
    env: Env, insn_idx: int, prev_insn_idx: int, *, speculative: bool = False
) -> VerifierState:
    """Have *insn_idx* walked later from the state as it is.

    Returns:
        The state that will be walked, to be refined.
    """
    return push_state(env, env.cur.copy(), insn_idx, prev_insn_idx, speculative=speculative)


def push_state(
    env: Env, state: VerifierState, insn_idx: int, prev_insn_idx: int, *, speculative: bool
) -> VerifierState:
    """Have *insn_idx* walked later from *state*."""
    state.speculative |= speculative
    env.pending.append(Pending(state, insn_idx, prev_insn_idx, env.log.len_used))
    if len(env.pending) > BPF_COMPLEXITY_LIMIT_JMP_SEQ:
        env.verbose(f"The sequence of {len(env.pending)} jumps is too complex.\n")
        raise Rejected(errnos.EFAULT)
    if state.parent is not None:
        state.parent.branches += 1
    return state


def push_speculative(env: Env, insn: Insn | None, insn_idx: int, prev_insn_idx: int) -> None:
    """Have a path walked that only a mispredicting CPU takes."""
    state = push_path(env, insn_idx, prev_insn_idx, speculative=True)
    if insn is not None:
        unknown = unknown_reg(precise=not env.bpf_capable)
        state.frame.regs[insn.dst_reg] = unknown
        if insn.is_x:
            state.frame.regs[insn.src_reg] = unknown


def update_branch_counts(state: VerifierState | None) -> None:
    """Tell a finished path's states that one branch less is open."""
    while state is not None:
        state.branches -= 1
        parent = state.parent
        if not state.branches and parent is not None and state.loop_entry is not None:
            update_loop_entry(parent, state.loop_entry)
        if state.branches:
            break
        state = state.parent


def pop_path(env: Env, *, pop_log: bool) -> bool:
    """Go on with the path pushed last; say whether there is one."""
    if not env.pending:
        return False
    pending = env.pending.pop()
    env.cur = pending.state
    if pop_log:
        env.log.reset(pending.log_pos)
    env.insn_idx = pending.insn_idx
    env.prev_insn_idx = pending.prev_insn_idx
    return True
