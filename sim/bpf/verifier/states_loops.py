"""Explored states from 6.7 on: loops that are known, callbacks that are walked till they settle.

Answers to ``is_state_visited``, ``find_prev_entry`` and ``widen_imprecise_scalars`` of 6.12.

**Rule:** while a loop is being explored, its states match only where nothing differs but ranges.

**Not modelled:** iterators and ``may_goto``.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.verifier.backtrack import propagate_precision
from sim.bpf.verifier.env import BPF_COMPLEXITY_LIMIT_STATES, Env
from sim.bpf.verifier.line_info import verbose_linfo
from sim.bpf.verifier.linked import push_jmp_history
from sim.bpf.verifier.loop_entry import get_loop_entry, update_loop_entry
from sim.bpf.verifier.print_state import print_state
from sim.bpf.verifier.reg import Reg, unknown_reg
from sim.bpf.verifier.state import REG_LIVE_DONE, Slot, VerifierState
from sim.bpf.verifier.states import (
    bucket_of,
    clean,
    keep,
    maybe_looping,
    propagate_liveness,
    same_callsites,
)
from sim.bpf.verifier.states_equal import Exact, IdMap, regs_exact, states_equal
from sim.bpf.verifier.types import SCALAR_VALUE

__all__ = ["find_prev_entry", "is_state_visited_loops", "widen_imprecise_scalars"]

_MAX_HISTORY = 40
_FORCED_MISSES = 64
_MISSES = 3


def is_state_visited_loops(env: Env, insn_idx: int) -> bool:
    """Look for an explored state that covers this one, or keep this one.

    Returns:
        Whether the path ends here, since it is covered.
    """
    cur = env.cur
    is_forced = env.aux[insn_idx].force_checkpoint or len(cur.jmp_history) > _MAX_HISTORY
    force = env.test_state_freq or is_forced
    jumps = env.jmps_processed - env.prev_jmps_processed
    insns = env.insn_processed - env.prev_insn_processed
    add_new = force or (jumps >= 2 and insns >= 8)
    bucket = bucket_of(env, insn_idx)
    for state in bucket:
        _clean_live(state, cur, insn_idx)
    search = _Search(env, bucket, insn_idx, add_new=add_new, force=force)
    found = search.run()
    if found is not None:
        found.hit_cnt += 1
        propagate_liveness(env, found, cur)
        if env.aux[insn_idx].jmp_point:
            push_jmp_history(env, cur)
        propagate_precision(env, found)
        return True
    env.max_states_per_insn = max(env.max_states_per_insn, env.nr_compared)
    if not env.bpf_capable and env.nr_compared > BPF_COMPLEXITY_LIMIT_STATES:
        return False
    if search.add_new:
        keep(env, bucket, insn_idx)
    return False


def _clean_live(state: VerifierState, cur: VerifierState, insn_idx: int) -> None:
    if state.branches or state.is_cleaned or state.insn_idx != insn_idx:
        return
    entry = get_loop_entry(state)
    if (entry is None or not entry.branches) and same_callsites(state, cur):
        clean(state)


class _Search:
    """One search of the states that were explored at an instruction."""

    def __init__(
        self, env: Env, bucket: list[VerifierState], insn_idx: int, *, add_new: bool, force: bool
    ) -> None:
        self._env = env
        self._bucket = bucket
        self._insn_idx = insn_idx
        self._force = force
        self.add_new = add_new

    def run(self) -> VerifierState | None:
        env, bucket, at = self._env, self._bucket, 0
        env.nr_compared = 0
        while at < len(bucket):
            state = bucket[at]
            env.nr_compared += 1
            at += 1
            if state.insn_idx != self._insn_idx:
                continue
            if self._is_hit(state):
                return state
            if self.add_new:
                state.miss_cnt += 1
            is_open = env.aux[self._insn_idx].force_checkpoint and state.branches > 0
            most = _FORCED_MISSES if is_open else _MISSES
            if state.miss_cnt > state.hit_cnt * most + most:
                at -= 1
                del bucket[at]
                if state.frames[0].marks[0].live & REG_LIVE_DONE and not state.used_as_loop_entry:
                    env.peak_states -= 1
        return None

    def _is_hit(self, state: VerifierState) -> bool:
        env = self._env
        if state.branches:
            return self._is_settled(state)
        entry = get_loop_entry(state)
        is_in_loop = entry is not None and entry.branches > 0
        exact = Exact.RANGE_WITHIN if is_in_loop else Exact.NOT_EXACT
        if not env.prune or not states_equal(env, state, env.cur, exact):
            return False
        if is_in_loop and entry is not None:
            update_loop_entry(env.cur, entry)
        return True

    def _is_settled(self, state: VerifierState) -> bool:
        """Compare with a state of the path that is being walked."""
        env, cur = self._env, self._env.cur
        frame, now = state.frame, cur.frame
        is_other_entry = frame.async_entry_cnt != now.async_entry_cnt
        if not (frame.in_async_callback_fn and is_other_entry):
            if env.aux[self._insn_idx].calls_back:
                if states_equal(env, state, cur, Exact.RANGE_WITHIN):
                    return True
            else:
                self._refuse_loop(state)
        jumps = env.jmps_processed - env.prev_jmps_processed
        insns = env.insn_processed - env.prev_insn_processed
        if not self._force and jumps < 20 and insns < 100:
            self.add_new = False
        return False

    def _refuse_loop(self, state: VerifierState) -> None:
        env, cur = self._env, self._env.cur
        if state.callback_unroll_depth != cur.callback_unroll_depth:
            return
        if not maybe_looping(state, cur) or not states_equal(env, state, cur, Exact.EXACT):
            return
        verbose_linfo(env, self._insn_idx, "; ")
        env.verbose(f"infinite loop detected at insn {self._insn_idx}\n")
        env.verbose("cur state:")
        print_state(env, cur.frame, print_all=True)
        env.verbose("old state:")
        print_state(env, state.frame, print_all=True)
        env.reject_silently(errnos.EINVAL)


def find_prev_entry(env: Env, insn_idx: int) -> VerifierState | None:
    """Return the state in which this path was at an instruction before."""
    cur = env.cur
    for state in bucket_of(env, insn_idx):
        is_open = state.insn_idx == insn_idx and state.branches > 0
        if is_open and same_callsites(state, cur) and state.dfs_depth < cur.dfs_depth:
            return state
    return None


def widen_imprecise_scalars(env: Env, old: VerifierState) -> None:
    """Forget numbers that changed since *old* and do not matter, so that a loop settles."""
    ids = IdMap(env.id_gen)
    for frameno in range(len(old.frames) - 1, -1, -1):
        frame, now = old.frames[frameno], env.cur.frames[frameno]
        for regno, reg in enumerate(frame.regs):
            now.regs[regno] = _widened(env, reg, now.regs[regno], ids)
        for spi, slot in enumerate(frame.stack):
            if spi < len(now.stack) and slot.is_spilled and now.stack[spi].is_spilled:
                mine = now.stack[spi]
                now.stack[spi] = Slot(mine.types, _widened(env, slot.reg, mine.reg, ids))


def _widened(env: Env, old: Reg, cur: Reg, ids: IdMap) -> Reg:
    if old.type != SCALAR_VALUE or cur.type != SCALAR_VALUE:
        return cur
    if old.precise or cur.precise or regs_exact(old, cur, ids):
        return cur
    return unknown_reg(precise=not env.bpf_capable)
