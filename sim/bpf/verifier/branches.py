"""What a conditional jump teaches about numbers.

Answers to ``is_branch_taken``, ``reg_set_min_max`` and ``reg_combine_min_max`` of 6.1.

**Rule:** ranges are narrowed for the branch that is taken and the one that is not, from the same
register before the jump.

**Not modelled:** what kernels after 6.1 learn where both sides are unknown.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf.verifier.bounds import U32_MAX, U64_MAX, Bounds, Draft, s32, s64
from sim.bpf.verifier.tnum import (
    tnum_and,
    tnum_clear_subreg,
    tnum_or,
    tnum_subreg,
)

__all__ = ["is_scalar_branch_taken", "set_min_max"]


def _compare(op: int, low: int, high: int, value: int) -> int:
    """Decide ``x op value`` for x from *low* to *high*, for the four orders; -1: open."""
    if op == isa.BPF_JGT:
        return 1 if low > value else 0 if high <= value else -1
    if op == isa.BPF_JLT:
        return 1 if high < value else 0 if low >= value else -1
    if op == isa.BPF_JGE:
        return 1 if low >= value else 0 if high < value else -1
    return 1 if high <= value else 0 if low > value else -1


_UNSIGNED = (isa.BPF_JGT, isa.BPF_JLT, isa.BPF_JGE, isa.BPF_JLE)
_SIGNED = {
    isa.BPF_JSGT: isa.BPF_JGT,
    isa.BPF_JSLT: isa.BPF_JLT,
    isa.BPF_JSGE: isa.BPF_JGE,
    isa.BPF_JSLE: isa.BPF_JLE,
}


def is_scalar_branch_taken(b: Bounds, value: int, op: int, *, is_32: bool) -> int:
    """Say whether ``x op value`` is true (1), false (0), or open (-1)."""
    mask = U32_MAX if is_32 else U64_MAX
    value &= mask
    ones, unknown = b.var_off[0] & mask, b.var_off[1] & mask
    if op in (isa.BPF_JEQ, isa.BPF_JNE):
        equal = -1
        if not unknown:
            equal = int(ones == value)
        return equal if op == isa.BPF_JEQ or equal < 0 else 1 - equal
    if op == isa.BPF_JSET:
        if ones & value:
            return 1
        return -1 if (ones | unknown) & value else 0
    if op in _UNSIGNED:
        low, high = (b.u32_min, b.u32_max) if is_32 else (b.umin, b.umax)
        return _compare(op, low, high, value)
    if op in _SIGNED:
        low, high = (b.s32_min, b.s32_max) if is_32 else (b.smin, b.smax)
        return _compare(_SIGNED[op], low, high, s32(value) if is_32 else s64(value))
    return -1


def _is_power_of_2(value: int) -> bool:
    return value != 0 and value & (value - 1) == 0


def _narrow_unsigned(taken: Draft, other: Draft, op: int, value: int, is_32: bool) -> None:
    low, high = ("u32_min", "u32_max") if is_32 else ("umin", "umax")
    _narrow(taken, other, op, value, low, high, U32_MAX if is_32 else U64_MAX)


def _narrow(
    taken: Draft, other: Draft, op: int, value: int, low: str, high: str, wrap: int
) -> None:
    def cut(number: int) -> int:
        if wrap:
            return number & wrap
        return s32(number) if low == "s32_min" else s64(number)

    if op in (isa.BPF_JGE, isa.BPF_JGT):
        is_strict = op == isa.BPF_JGT
        other_high = value if is_strict else cut(value - 1)
        taken_low = cut(value + 1) if is_strict else value
        setattr(other, high, min(getattr(other, high), other_high))
        setattr(taken, low, max(getattr(taken, low), taken_low))
    else:
        is_strict = op == isa.BPF_JLT
        other_low = value if is_strict else cut(value + 1)
        taken_high = cut(value - 1) if is_strict else value
        setattr(other, low, max(getattr(other, low), other_low))
        setattr(taken, high, min(getattr(taken, high), taken_high))


def _narrow_set(taken: Draft, other: Draft, value: int, is_32: bool) -> None:
    bits = value & U32_MAX if is_32 else value
    off = tnum_subreg(other.var_off) if is_32 else other.var_off
    cleared = tnum_and(off, (~bits & U64_MAX, 0))
    taken_off = tnum_subreg(taken.var_off) if is_32 else taken.var_off
    if _is_power_of_2(bits):
        taken_off = tnum_or(taken_off, (bits, 0))
    if is_32:
        cleared = tnum_or(tnum_clear_subreg(other.var_off), cleared)
        taken_off = tnum_or(tnum_clear_subreg(taken.var_off), taken_off)
    other.var_off, taken.var_off = cleared, taken_off


def set_min_max(bounds: Bounds, op: int, value: int, *, is_32: bool) -> tuple[Bounds, Bounds]:
    """Return what is known of x if ``x op value`` is true, and if it is false."""
    value &= U64_MAX
    taken, other = Draft.of(bounds), Draft.of(bounds)
    if op in (isa.BPF_JEQ, isa.BPF_JNE):
        exact = taken if op == isa.BPF_JEQ else other
        if is_32:
            exact.mark_known32(value)
        else:
            exact.mark_known(value)
    elif op == isa.BPF_JSET:
        _narrow_set(taken, other, value, is_32)
    elif op in _UNSIGNED:
        _narrow_unsigned(taken, other, op, value & U32_MAX if is_32 else value, is_32)
    else:
        low, high = ("s32_min", "s32_max") if is_32 else ("smin", "smax")
        signed = s32(value) if is_32 else s64(value)
        _narrow(taken, other, _SIGNED[op], signed, low, high, 0)
    for draft in (other, taken):
        if is_32:
            draft.combine_32_into_64()
        else:
            draft.combine_64_into_32()
    return taken.done(), other.done()
