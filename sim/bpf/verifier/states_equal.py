"""When two states are alike, by the rules of 6.12.

Answers to ``states_equal``, ``regsafe``, ``stacksafe`` and ``refsafe`` of 6.12.

**Rule:** ids need not be the same, but must stand for each other the same way in all of both
states, both ways. How strictly numbers are compared says `Exact`.

**Not modelled:** arenas, iterators, interrupts that are off.
"""

from __future__ import annotations

import enum

from sim.bpf.verifier.bounds import is_within
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.reg import ADD_CONST, UNKNOWN_REG, Reg
from sim.bpf.verifier.state import (
    REG_LIVE_READ,
    STACK_DYNPTR,
    STACK_INVALID,
    STACK_MISC,
    STACK_SPILL,
    STACK_ZERO,
    FuncState,
    Slot,
    VerifierState,
)
from sim.bpf.verifier.types import (
    NOT_INIT,
    PTR_TO_BUF,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_MEM,
    PTR_TO_PACKET,
    PTR_TO_PACKET_META,
    PTR_TO_STACK,
    PTR_TO_TP_BUFFER,
    SCALAR_VALUE,
    base_type,
)

__all__ = ["Exact", "IdMap", "regs_exact", "states_equal"]

_MEMORY = (PTR_TO_MAP_KEY, PTR_TO_MAP_VALUE, PTR_TO_MEM, PTR_TO_BUF, PTR_TO_TP_BUFFER)
_NR_BYTES = 8


class Exact(enum.Enum):
    """How two states are compared.

    Attributes:
        NOT_EXACT: Only what was read behind the old one, and numbers that mattered.
        EXACT: Everything must be the same.
        RANGE_WITHIN: Everything, numbers by range.
    """

    NOT_EXACT = enum.auto()
    EXACT = enum.auto()
    RANGE_WITHIN = enum.auto()


class IdMap:
    """Which id of the current state stands for which of the old one."""

    def __init__(self, last_id: int) -> None:
        self._to: dict[int, int] = {}
        self._from: dict[int, int] = {}
        self._last_id = last_id

    def check(self, old: int, cur: int) -> bool:
        """Say whether two ids stand for each other (check_ids)."""
        if bool(old) != bool(cur):
            return False
        if not old:
            return True
        if old in self._to:
            return self._to[old] == cur
        if cur in self._from:
            return False
        self._to[old], self._from[cur] = cur, old
        return True

    def check_scalar(self, old: int, cur: int) -> bool:
        """The same for numbers, of which one without id is linked to none (check_scalar_ids)."""
        return self.check(old or self._fresh(), cur or self._fresh())

    def _fresh(self) -> int:
        self._last_id += 1
        return self._last_id


def regs_exact(old: Reg, cur: Reg, ids: IdMap) -> bool:
    """Say whether two registers are the same but for their ids."""
    return (
        old.same_object(cur)
        and old.bounds == cur.bounds
        and ids.check(old.id, cur.id)
        and ids.check(old.ref_obj_id, cur.ref_obj_id)
    )


def _regsafe(env: Env, old: Reg, cur: Reg, live: int, ids: IdMap, exact: Exact) -> bool:
    """Say whether a register is at least as safe as it was."""
    if exact is Exact.EXACT:
        return regs_exact(old, cur, ids)
    if not live & REG_LIVE_READ and exact is Exact.NOT_EXACT:
        return True
    if old.type == NOT_INIT:
        return exact is Exact.NOT_EXACT or cur.type == NOT_INIT
    if old.type != cur.type:
        return False
    base = base_type(old.type)
    if base == SCALAR_VALUE:
        return _scalar_safe(env, old, cur, ids, exact)
    if base in _MEMORY:
        return (
            old.same_object(cur)
            and is_within(old.bounds, cur.bounds)
            and ids.check(old.id, cur.id)
            and ids.check(old.ref_obj_id, cur.ref_obj_id)
        )
    if base in (PTR_TO_PACKET, PTR_TO_PACKET_META):
        if old.range > cur.range or old.off != cur.off:
            return False
        return ids.check(old.id, cur.id) and is_within(old.bounds, cur.bounds)
    if base == PTR_TO_STACK:
        return regs_exact(old, cur, ids) and old.frameno == cur.frameno
    return regs_exact(old, cur, ids)


def _scalar_safe(env: Env, old: Reg, cur: Reg, ids: IdMap, exact: Exact) -> bool:
    if env.explore_alu_limits:
        same = old.off == cur.off and old.bounds == cur.bounds
        return same and ids.check_scalar(old.id, cur.id)
    if not old.precise and exact is Exact.NOT_EXACT:
        return True
    if (old.id ^ cur.id) & ADD_CONST or (old.id & ADD_CONST and old.off != cur.off):
        return False
    return is_within(old.bounds, cur.bounds) and ids.check_scalar(old.id, cur.id)


def _number_in(env: Env, slot: Slot) -> Reg | None:
    """Return the number that a whole slot holds, None if it holds something else."""
    if slot.types[0] == STACK_SPILL and slot.reg.type == SCALAR_VALUE:
        return slot.reg
    free = (STACK_MISC, STACK_INVALID) if env.allow_uninit_stack else (STACK_MISC,)
    return UNKNOWN_REG if all(kind in free for kind in slot.types) else None


def _stacksafe(env: Env, old: FuncState, cur: FuncState, ids: IdMap, exact: Exact) -> bool:
    for spi, slot in enumerate(old.stack):
        mine = cur.stack[spi] if spi < len(cur.stack) else None
        if exact is not Exact.NOT_EXACT and (mine is None or mine.types != slot.types):
            return False
        live = old.stack_marks[spi].live
        if not live & REG_LIVE_READ and exact is Exact.NOT_EXACT:
            continue
        if not _slot_safe(env, slot, mine, live, ids, exact):
            return False
    return True


def _slot_safe(
    env: Env, slot: Slot, mine: Slot | None, live: int, ids: IdMap, exact: Exact
) -> bool:
    for at in range(_NR_BYTES):
        kind = slot.types[at]
        if kind == STACK_INVALID or (env.allow_uninit_stack and kind == STACK_MISC):
            continue
        if mine is None:
            return False
        number, other = _number_in(env, slot), _number_in(env, mine)
        if number is not None and other is not None:
            return _regsafe(env, number, other, live, ids, exact)
        if kind == STACK_MISC and mine.types[at] == STACK_ZERO:
            continue
        if kind != mine.types[at]:
            return False
    if mine is None:
        return True
    if slot.types[7] == STACK_SPILL:
        return _regsafe(env, slot.reg, mine.reg, live, ids, exact)
    if slot.types[7] == STACK_DYNPTR:
        is_same = slot.reg.dynptr == mine.reg.dynptr and slot.reg.first_slot == mine.reg.first_slot
        return is_same and ids.check(slot.reg.ref_obj_id, mine.reg.ref_obj_id)
    return True


def _func_states_equal(env: Env, old: FuncState, cur: FuncState, ids: IdMap, exact: Exact) -> bool:
    if old.callsite != cur.callsite or old.callback_depth > cur.callback_depth:
        return False
    for mark, reg, now in zip(old.marks, old.regs, cur.regs, strict=True):
        if not _regsafe(env, reg, now, mark.live, ids, exact):
            return False
    if not _stacksafe(env, old, cur, ids, exact) or len(old.refs) != len(cur.refs):
        return False
    return all(ids.check(a.id, b.id) for a, b in zip(old.refs, cur.refs, strict=True))


def states_equal(env: Env, old: VerifierState, cur: VerifierState, exact: Exact) -> bool:
    """Say whether a path that goes on from *cur* is as safe as those from *old* were."""
    if len(old.frames) != len(cur.frames) or (old.speculative and not cur.speculative):
        return False
    ids = IdMap(env.id_gen)
    held, now = old.active_lock, cur.active_lock
    if (held is None) != (now is None):
        return False
    if held is not None and now is not None:
        if held.owner is not now.owner or not ids.check(held.id, now.id):
            return False
    return all(
        _func_states_equal(env, frame, mine, ids, exact)
        for frame, mine in zip(old.frames, cur.frames, strict=True)
    )
