"""What a conditional jump teaches of two numbers, neither of which need be known.

Answers to ``is_scalar_branch_taken``, ``reg_set_min_max`` and ``regs_refine_cond_op`` of 6.8 and
later.

**Rule:** both operands are narrowed, for the branch that is taken and for the one that is not; a
constant operand is a number like any other.

**Not modelled:** ``BPF_F_TEST_REG_INVARIANTS``: contradictions are forgotten, never refused.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf.verifier.bounds import U32_MAX, U64_MAX, Bounds, Draft, s32, s64
from sim.bpf.verifier.deduce import DeepDraft, is_consistent
from sim.bpf.verifier.tnum import (
    Tnum,
    tnum_and,
    tnum_clear_subreg,
    tnum_intersect,
    tnum_or,
    tnum_subreg,
)

__all__ = ["Refined", "is_branch_taken", "refine"]

#: What is known of both operands: first, second.
Refined = tuple[Bounds, Bounds]

#: The operation with its operands changed over.
_FLIPPED = {
    isa.BPF_JGE: isa.BPF_JLE,
    isa.BPF_JGT: isa.BPF_JLT,
    isa.BPF_JLE: isa.BPF_JGE,
    isa.BPF_JLT: isa.BPF_JGT,
    isa.BPF_JSGE: isa.BPF_JSLE,
    isa.BPF_JSGT: isa.BPF_JSLT,
    isa.BPF_JSLE: isa.BPF_JSGE,
    isa.BPF_JSLT: isa.BPF_JSGT,
}
_NOT_SET = -1
#: The operation that holds where the jump is not taken.
_REVERSED = {
    isa.BPF_JEQ: isa.BPF_JNE,
    isa.BPF_JNE: isa.BPF_JEQ,
    isa.BPF_JSET: _NOT_SET,
    isa.BPF_JGE: isa.BPF_JLT,
    isa.BPF_JGT: isa.BPF_JLE,
    isa.BPF_JLE: isa.BPF_JGT,
    isa.BPF_JLT: isa.BPF_JGE,
    isa.BPF_JSGE: isa.BPF_JSLT,
    isa.BPF_JSGT: isa.BPF_JSLE,
    isa.BPF_JSLE: isa.BPF_JSGT,
    isa.BPF_JSLT: isa.BPF_JSGE,
}
_SIGNED = (isa.BPF_JSGT, isa.BPF_JSLT, isa.BPF_JSGE, isa.BPF_JSLE)


class _View:
    """The half or the whole of a number that a comparison looks at."""

    __slots__ = ("off", "smax", "smin", "umax", "umin")

    def __init__(self, b: Bounds, is_32: bool) -> None:
        self.off: Tnum = tnum_subreg(b.var_off) if is_32 else b.var_off
        self.umin, self.umax = (b.u32_min, b.u32_max) if is_32 else (b.umin, b.umax)
        self.smin, self.smax = (b.s32_min, b.s32_max) if is_32 else (b.smin, b.smax)

    @property
    def is_const(self) -> bool:
        return not self.off[1]


def is_branch_taken(a: Bounds, b: Bounds, op: int, *, is_32: bool) -> int:
    """Say whether ``a op b`` is true (1), false (0), or open (-1)."""
    x, y = _View(a, is_32), _View(b, is_32)
    if op in (isa.BPF_JEQ, isa.BPF_JNE):
        equal = _is_equal(a, b, x, y, is_32)
        return equal if op == isa.BPF_JEQ or equal < 0 else 1 - equal
    if op == isa.BPF_JSET:
        return _is_set(x, y)
    low1, high1, low2, high2 = x.umin, x.umax, y.umin, y.umax
    if op in _SIGNED:
        low1, high1, low2, high2 = x.smin, x.smax, y.smin, y.smax
    if op in (isa.BPF_JGT, isa.BPF_JSGT):
        return 1 if low1 > high2 else 0 if high1 <= low2 else -1
    if op in (isa.BPF_JLT, isa.BPF_JSLT):
        return 1 if high1 < low2 else 0 if low1 >= high2 else -1
    if op in (isa.BPF_JGE, isa.BPF_JSGE):
        return 1 if low1 >= high2 else 0 if high1 < low2 else -1
    return 1 if high1 <= low2 else 0 if low1 > high2 else -1


def _are_apart(low1: int, high1: int, low2: int, high2: int) -> bool:
    return low1 > high2 or high1 < low2


def _is_equal(a: Bounds, b: Bounds, x: _View, y: _View, is_32: bool) -> int:
    if x.is_const and y.is_const:
        return int(x.off[0] == y.off[0])
    known = ~(x.off[1] | y.off[1])
    apart = bool((x.off[0] ^ y.off[0]) & known)  # a bit that both know, and differ in
    apart = apart or _are_apart(x.umin, x.umax, y.umin, y.umax)
    apart = apart or _are_apart(x.smin, x.smax, y.smin, y.smax)
    if not is_32:
        apart = apart or _are_apart(a.u32_min, a.u32_max, b.u32_min, b.u32_max)
        apart = apart or _are_apart(a.s32_min, a.s32_max, b.s32_min, b.s32_max)
    return 0 if apart else -1


def _is_set(x: _View, y: _View) -> int:
    if not y.is_const:
        x, y = y, x
    if not y.is_const:
        return -1
    (ones, unknown), value = x.off, y.off[0]
    if ones & value:
        return 1
    return -1 if (ones | unknown) & value else 0


def refine(
    a: Bounds, b: Bounds, op: int, *, is_32: bool, is_same: bool = False
) -> tuple[Refined, Refined]:
    """Return what is known of a and b if ``a op b`` is true, and if it is false.

    *is_same* says that both are one register.
    """
    fallen = _refined(a, b, _REVERSED[op], is_32, is_same)
    return _refined(a, b, op, is_32, is_same), fallen


def _refined(a: Bounds, b: Bounds, op: int, is_32: bool, is_same: bool) -> Refined:
    x = DeepDraft.of(a)
    y = x if is_same else DeepDraft.of(b)
    if op in (isa.BPF_JGE, isa.BPF_JGT, isa.BPF_JSGE, isa.BPF_JSGT):
        _order(y, x, _FLIPPED[op], is_32)
    elif op in (isa.BPF_JLE, isa.BPF_JLT, isa.BPF_JSLE, isa.BPF_JSLT):
        _order(x, y, op, is_32)
    elif op == isa.BPF_JEQ:
        _equal(x, y, is_32)
    else:
        _by_constant(x, y, op, is_32)
    x.sync()
    y.sync()
    return _sane(x), _sane(y)


def _sane(draft: DeepDraft) -> Bounds:
    """Forget ranges that contradict each other, as on a path that cannot be taken."""
    if not is_consistent(draft):
        draft.unbound64()
        draft.unbound32()
    return draft.done()


def _order(x: Draft, y: Draft, op: int, is_32: bool) -> None:
    """Learn from ``x < y`` or ``x <= y``."""
    less = int(op in (isa.BPF_JLT, isa.BPF_JSLT))
    if op in (isa.BPF_JLE, isa.BPF_JLT):
        if is_32:
            x.u32_max = min(x.u32_max, y.u32_max - less & U32_MAX)
            y.u32_min = max(x.u32_min + less & U32_MAX, y.u32_min)
        else:
            x.umax = min(x.umax, y.umax - less & U64_MAX)
            y.umin = max(x.umin + less & U64_MAX, y.umin)
    elif is_32:
        x.s32_max = min(x.s32_max, s32(y.s32_max - less))
        y.s32_min = max(s32(x.s32_min + less), y.s32_min)
    else:
        x.smax = min(x.smax, s64(y.smax - less))
        y.smin = max(s64(x.smin + less), y.smin)


def _equal(x: Draft, y: Draft, is_32: bool) -> None:
    if is_32:
        x.u32_min = y.u32_min = max(x.u32_min, y.u32_min)
        x.u32_max = y.u32_max = min(x.u32_max, y.u32_max)
        x.s32_min = y.s32_min = max(x.s32_min, y.s32_min)
        x.s32_max = y.s32_max = min(x.s32_max, y.s32_max)
        both = tnum_intersect(tnum_subreg(x.var_off), tnum_subreg(y.var_off))
        x.var_off = tnum_or(tnum_clear_subreg(x.var_off), both)
        y.var_off = tnum_or(tnum_clear_subreg(y.var_off), both)
        return
    x.umin = y.umin = max(x.umin, y.umin)
    x.umax = y.umax = min(x.umax, y.umax)
    x.smin = y.smin = max(x.smin, y.smin)
    x.smax = y.smax = min(x.smax, y.smax)
    x.var_off = y.var_off = tnum_intersect(x.var_off, y.var_off)


def _by_constant(x: Draft, y: Draft, op: int, is_32: bool) -> None:
    """Learn what only a constant teaches: not equal, a bit set, no bit set."""
    if not (y.is_subreg_const if is_32 else y.is_const):
        x, y = y, x
    if not (y.is_subreg_const if is_32 else y.is_const):
        return
    value = y.value & (U32_MAX if is_32 else U64_MAX)
    if op == isa.BPF_JNE:
        _exclude(x, value, is_32)
        return
    off = tnum_subreg(x.var_off) if is_32 else x.var_off
    if op == _NOT_SET:
        off = tnum_and(off, (~value & U64_MAX, 0))
    elif value and value & (value - 1) == 0:
        off = tnum_or(off, (value, 0))
    x.var_off = tnum_or(tnum_clear_subreg(x.var_off), off) if is_32 else off


def _exclude(x: Draft, value: int, is_32: bool) -> None:
    """Move an end of a range that is a value which the number does not have."""
    if is_32:
        signed = s32(value)
        x.u32_min += x.u32_min == value
        x.u32_max -= x.u32_max == value
        x.s32_min += x.s32_min == signed
        x.s32_max -= x.s32_max == signed
        return
    signed = s64(value)
    x.umin += x.umin == value
    x.umax -= x.umax == value
    x.smin += x.smin == signed
    x.smax -= x.smax == signed
