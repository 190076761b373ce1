"""Explored states: when a path need not be walked on, because a like one was.

Answers to ``is_state_visited``, ``states_equal``, ``regsafe``, ``stacksafe`` and
``propagate_liveness`` of 6.1.

**Rule:** a path is cut off only where a state was explored to the end from which every access that
was read behind it is at least as safe.

**Not modelled:** the comparison of states within loops that came with iterators.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.verifier.backtrack import mark_all_scalars_imprecise, propagate_precision
from sim.bpf.verifier.bounds import is_within
from sim.bpf.verifier.env import BPF_COMPLEXITY_LIMIT_STATES, Env
from sim.bpf.verifier.line_info import verbose_linfo
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg
from sim.bpf.verifier.regs import mark_read
from sim.bpf.verifier.state import (
    EMPTY_SLOT,
    REG_LIVE_DONE,
    REG_LIVE_NONE,
    REG_LIVE_READ,
    STACK_INVALID,
    STACK_MISC,
    STACK_ZERO,
    FuncState,
    Jump,
    VerifierState,
)
from sim.bpf.verifier.types import (
    NOT_INIT,
    PTR_MAYBE_NULL,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_PACKET,
    PTR_TO_PACKET_META,
    PTR_TO_STACK,
    SCALAR_VALUE,
    base_type,
)

__all__ = [
    "bucket_of",
    "clean",
    "is_state_visited",
    "keep",
    "maybe_looping",
    "propagate_liveness",
    "same_callsites",
]

_Ids = dict[int, int]


def _check_ids(old: int, cur: int, ids: _Ids) -> bool:
    """Say whether ids stand for each other in both states the same way."""
    if old in ids:
        return ids[old] == cur
    ids[old] = cur
    return True


def _regsafe(env: Env, old: Reg, cur: Reg, ids: _Ids) -> bool:
    """Say whether a register that was read is at least as safe as it was."""
    equal = old.same(cur)
    if old.type == PTR_TO_STACK:
        return equal and old.frameno == cur.frameno
    if equal or old.type == NOT_INIT:
        return True
    if cur.type == NOT_INIT:
        return False
    base = base_type(old.type)
    if base == SCALAR_VALUE:
        if env.explore_alu_limits or cur.type != SCALAR_VALUE:
            return False
        return not old.precise or is_within(old.bounds, cur.bounds)
    if base in (PTR_TO_MAP_KEY, PTR_TO_MAP_VALUE):
        return _mapsafe(old, cur, ids)
    if base in (PTR_TO_PACKET, PTR_TO_PACKET_META):
        if cur.type != old.type or old.range > cur.range or old.off != cur.off:
            return False
        if old.id and not _check_ids(old.id, cur.id, ids):
            return False
        return is_within(old.bounds, cur.bounds)
    return False


def _mapsafe(old: Reg, cur: Reg, ids: _Ids) -> bool:
    if old.type & PTR_MAYBE_NULL:
        if not cur.type & PTR_MAYBE_NULL or not old.same_object(cur):
            return False
        return _check_ids(old.id, cur.id, ids)
    return (
        old.same_object(cur)
        and is_within(old.bounds, cur.bounds)
        and _check_ids(old.id, cur.id, ids)
    )


def _stacksafe(env: Env, old: FuncState, cur: FuncState, ids: _Ids) -> bool:
    for spi, slot in enumerate(old.stack):
        if not old.stack_marks[spi].live & REG_LIVE_READ:
            continue
        is_there = spi < len(cur.stack)
        mine = cur.stack[spi] if is_there else EMPTY_SLOT
        if slot is mine:
            continue
        for kind, now in zip(slot.types, mine.types, strict=True):
            if kind == STACK_INVALID or (env.allow_uninit_stack and kind == STACK_MISC):
                continue
            if not is_there:
                return False
            if kind == STACK_MISC and now == STACK_ZERO:
                continue
            if kind != now:
                return False
        if slot.is_spilled and not _regsafe(env, slot.reg, mine.reg, ids):
            return False
    return True


def _func_states_equal(env: Env, old: FuncState, cur: FuncState) -> bool:
    ids: _Ids = {}
    for mark, reg, now in zip(old.marks, old.regs, cur.regs, strict=True):
        if mark.live & REG_LIVE_READ and not _regsafe(env, reg, now, ids):
            return False
    if not _stacksafe(env, old, cur, ids):
        return False
    return old.refs == cur.refs  # the very same ids: they are not mapped


def _states_equal(env: Env, old: VerifierState, cur: VerifierState) -> bool:
    if len(old.frames) != len(cur.frames):
        return False
    if (old.speculative and not cur.speculative) or old.active_lock != cur.active_lock:
        return False
    for frame, now in zip(old.frames, cur.frames, strict=True):
        if frame.callsite != now.callsite or not _func_states_equal(env, frame, now):
            return False
    return True


def maybe_looping(old: VerifierState, cur: VerifierState) -> bool:
    """Compare quickly: is anything at all different (states_maybe_looping)?"""
    if len(old.frames) != len(cur.frames):
        return False
    a, b = old.frames[-1], cur.frames[-1]
    for reg, now in zip(a.regs, b.regs, strict=True):
        if reg is not now and not (reg.frameno == now.frameno and reg.same(now)):
            return False
    return True


def clean(state: VerifierState) -> None:
    """Forget what nobody read behind an explored state, so that more states match it."""
    state.is_cleaned = True
    for frame in state.frames:
        for regno in range(10):
            mark = frame.marks[regno]
            if not mark.live & REG_LIVE_READ:
                frame.regs[regno] = NOT_INIT_REG
            mark.live |= REG_LIVE_DONE
        for spi in range(len(frame.stack)):
            mark = frame.stack_marks[spi]
            if not mark.live & REG_LIVE_READ:
                frame.stack[spi] = EMPTY_SLOT
            mark.live |= REG_LIVE_DONE


def same_callsites(a: VerifierState, b: VerifierState) -> bool:
    """Say whether two states are in the same calls."""
    return [frame.callsite for frame in a.frames] == [frame.callsite for frame in b.frames]


def propagate_liveness(env: Env, old: VerifierState, cur: VerifierState) -> None:
    """Have the current path's origins know what was read behind an equal state."""
    last = len(old.frames) - 1
    for frameno, (frame, now) in enumerate(zip(old.frames, cur.frames, strict=True)):
        for regno in range(6 if frameno < last else 0, 10):
            _propagate(env, frame.marks[regno].live, now, regno, is_stack=False)
        for spi in range(min(len(frame.stack), len(now.stack))):
            _propagate(env, frame.stack_marks[spi].live, now, spi, is_stack=True)


def _propagate(env: Env, live: int, frame: FuncState, at: int, *, is_stack: bool) -> None:
    mark = (frame.stack_marks if is_stack else frame.marks)[at]
    if live & REG_LIVE_READ and not mark.live & REG_LIVE_READ:
        mark.live |= REG_LIVE_READ
        mark_read(env, mark, 1)


def bucket_of(env: Env, insn_idx: int) -> list[VerifierState]:
    """Return the explored states among which are those of an instruction."""
    at = (insn_idx ^ env.frame.callsite) % len(env.insns)
    return env.explored.setdefault(at, [])


def is_state_visited(env: Env, insn_idx: int) -> bool:
    """Look for an explored state that covers this one, or keep this one.

    Returns:
        Whether the path ends here, since it is covered.
    """
    cur = env.cur
    add_new = env.test_state_freq
    cur.last_insn_idx = env.prev_insn_idx
    jumps = env.jmps_processed - env.prev_jmps_processed
    insns = env.insn_processed - env.prev_insn_processed
    if jumps >= 2 and insns >= 8:
        add_new = True
    bucket = bucket_of(env, insn_idx)
    for state in bucket:
        if state.is_cleaned or state.branches or state.insn_idx != insn_idx:
            continue
        if same_callsites(state, cur):
            clean(state)
    found, add_new = _search(env, bucket, insn_idx, add_new=add_new)
    if found is not None:
        found.hit_cnt += 1
        propagate_liveness(env, found, cur)
        _push_history(env, cur)
        propagate_precision(env, found)
        return True
    env.max_states_per_insn = max(env.max_states_per_insn, env.nr_compared)
    if not env.bpf_capable and env.nr_compared > BPF_COMPLEXITY_LIMIT_STATES:
        add_new = False
    if add_new:
        keep(env, bucket, insn_idx)
    else:
        _push_history(env, cur)
    return False


def _push_history(env: Env, cur: VerifierState) -> None:
    if not env.aux[env.insn_idx].jmp_point:
        return
    cur.jmp_history.append(Jump(env.insn_idx, env.prev_insn_idx))


def _search(
    env: Env, bucket: list[VerifierState], insn_idx: int, *, add_new: bool
) -> tuple[VerifierState | None, bool]:
    cur = env.cur
    at = 0
    env.nr_compared = 0
    while at < len(bucket):
        state = bucket[at]
        env.nr_compared += 1
        at += 1
        if state.insn_idx != insn_idx:
            continue
        if state.branches:
            _check_loop(env, state, insn_idx)
            jumps = env.jmps_processed - env.prev_jmps_processed
            insns = env.insn_processed - env.prev_insn_processed
            if jumps < 20 and insns < 100:
                add_new = False
        elif env.prune and _states_equal(env, state, cur):
            return state, add_new
        if add_new:
            state.miss_cnt += 1
        if state.miss_cnt > state.hit_cnt * 3 + 3:
            at -= 1
            del bucket[at]
            if state.is_cleaned:
                env.peak_states -= 1
    return None, add_new


def _check_loop(env: Env, state: VerifierState, insn_idx: int) -> None:
    frame, now = state.frame, env.frame
    if frame.in_async_callback_fn and frame.async_entry_cnt != now.async_entry_cnt:
        return
    if maybe_looping(state, env.cur) and _states_equal(env, state, env.cur):
        verbose_linfo(env, insn_idx, "; ")
        env.reject(f"infinite loop detected at insn {insn_idx}", errnos.EINVAL)


def keep(env: Env, bucket: list[VerifierState], insn_idx: int) -> None:
    """Keep the current state as one that paths are compared with."""
    cur = env.cur
    env.total_states += 1
    env.peak_states += 1
    env.prev_jmps_processed = env.jmps_processed
    env.prev_insn_processed = env.insn_processed
    if env.bpf_capable:
        mark_all_scalars_imprecise(cur)
    new = cur.copy()
    new.insn_idx = insn_idx
    cur.parent = new
    cur.first_insn_idx = insn_idx
    cur.jmp_history = []
    cur.dfs_depth = new.dfs_depth + 1
    bucket.insert(0, new)
    last = len(cur.frames) - 1
    for frameno, (frame, kept) in enumerate(zip(cur.frames, new.frames, strict=True)):
        for regno in range(10):
            mark = frame.marks[regno]
            if frameno == last or regno >= 6:
                mark.parent = kept.marks[regno]
            mark.live = REG_LIVE_NONE
        for mark, theirs in zip(frame.stack_marks, kept.stack_marks, strict=True):
            mark.live = REG_LIVE_NONE
            mark.parent = theirs
