"""How each arithmetic operation moves what is known of its operands.

Answers to ``scalar_min_max_*`` and ``adjust_scalar_min_max_vals`` in ``kernel/bpf/verifier.c``.

**Rule:** `scalar_alu` gives the bounds of the destination afterwards, or None where the kernel
gives up and marks it unknown.

**Not modelled:** the bounds of division and of products of negative numbers, which came after 6.12.
"""

from __future__ import annotations

import operator
from collections.abc import Callable

from sim.bpf import isa
from sim.bpf.verifier.bounds import (
    S32_MAX,
    S32_MIN,
    S64_MAX,
    S64_MIN,
    U32_MAX,
    U64_MAX,
    Bounds,
    Draft,
    known,
    s32,
    s64,
)
from sim.bpf.verifier.deduce import DeepDraft
from sim.bpf.verifier.tnum import (
    tnum_add,
    tnum_and,
    tnum_arshift,
    tnum_lshift,
    tnum_mul,
    tnum_or,
    tnum_rshift,
    tnum_sub,
    tnum_subreg,
    tnum_xor,
)

__all__ = ["add_bounds", "scalar_alu", "wide_scalar_alu"]

_U16_MAX = (1 << 16) - 1


def _add(dst: Draft, src: Bounds) -> None:
    low, high = dst.s32_min + src.s32_min, dst.s32_max + src.s32_max
    fits = S32_MIN <= low <= S32_MAX and S32_MIN <= high <= S32_MAX
    dst.s32_min, dst.s32_max = (low, high) if fits else (S32_MIN, S32_MAX)
    low, high = dst.u32_min + src.u32_min, dst.u32_max + src.u32_max
    fits = low <= U32_MAX and high <= U32_MAX
    dst.u32_min, dst.u32_max = (low, high) if fits else (0, U32_MAX)
    low, high = dst.smin + src.smin, dst.smax + src.smax
    fits = S64_MIN <= low <= S64_MAX and S64_MIN <= high <= S64_MAX
    dst.smin, dst.smax = (low, high) if fits else (S64_MIN, S64_MAX)
    low, high = dst.umin + src.umin, dst.umax + src.umax
    fits = low <= U64_MAX and high <= U64_MAX
    dst.umin, dst.umax = (low, high) if fits else (0, U64_MAX)
    dst.var_off = tnum_add(dst.var_off, src.var_off)


def _sub(dst: Draft, src: Bounds) -> None:
    low, high = dst.s32_min - src.s32_max, dst.s32_max - src.s32_min
    fits = S32_MIN <= low <= S32_MAX and S32_MIN <= high <= S32_MAX
    dst.s32_min, dst.s32_max = (low, high) if fits else (S32_MIN, S32_MAX)
    fits = dst.u32_min >= src.u32_max
    ends = dst.u32_min - src.u32_max, dst.u32_max - src.u32_min & U32_MAX
    dst.u32_min, dst.u32_max = ends if fits else (0, U32_MAX)
    low, high = dst.smin - src.smax, dst.smax - src.smin
    fits = S64_MIN <= low <= S64_MAX and S64_MIN <= high <= S64_MAX
    dst.smin, dst.smax = (low, high) if fits else (S64_MIN, S64_MAX)
    fits = dst.umin >= src.umax
    ends = dst.umin - src.umax, dst.umax - src.umin & U64_MAX
    dst.umin, dst.umax = ends if fits else (0, U64_MAX)
    dst.var_off = tnum_sub(dst.var_off, src.var_off)


def _mul(dst: Draft, src: Bounds) -> None:
    # the tnum is worked out first, and the ranges do not look at it
    dst.var_off = tnum_mul(dst.var_off, src.var_off)
    if src.s32_min < 0 or dst.s32_min < 0 or src.u32_max > _U16_MAX or dst.u32_max > _U16_MAX:
        dst.unbound32()
    else:
        dst.u32_min, dst.u32_max = dst.u32_min * src.u32_min, dst.u32_max * src.u32_max
        fits = dst.u32_max <= S32_MAX
        ends = (dst.u32_min, dst.u32_max) if fits else (S32_MIN, S32_MAX)
        dst.s32_min, dst.s32_max = ends
    if src.smin < 0 or dst.smin < 0 or src.umax > U32_MAX or dst.umax > U32_MAX:
        dst.unbound64()
    else:
        dst.umin, dst.umax = dst.umin * src.umin, dst.umax * src.umax
        fits = dst.umax <= S64_MAX
        dst.smin, dst.smax = (dst.umin, dst.umax) if fits else (S64_MIN, S64_MAX)


def _both_known(dst: Draft, src: Bounds) -> bool:
    if dst.is_const and src.is_const:
        dst.mark_known(dst.var_off[0])
        return True
    return False


def _both_known32(dst: Draft, src: Bounds) -> bool:
    if dst.is_subreg_const and src.is_subreg_const:
        dst.mark_known32(dst.var_off[0])
        return True
    return False


def _and(dst: Draft, src: Bounds) -> None:
    dst.var_off = tnum_and(dst.var_off, src.var_off)
    if not _both_known32(dst, src):
        dst.u32_min = dst.var_off[0] & U32_MAX
        dst.u32_max = min(dst.u32_max, src.u32_max)
        _signed32(dst, dst.s32_min >= 0 and src.s32_min >= 0)
    if not _both_known(dst, src):
        dst.umin = dst.var_off[0]
        dst.umax = min(dst.umax, src.umax)
        _signed64(dst, dst.smin >= 0 and src.smin >= 0)
        dst.update()


def _or(dst: Draft, src: Bounds) -> None:
    dst.var_off = tnum_or(dst.var_off, src.var_off)
    if not _both_known32(dst, src):
        dst.u32_min = max(dst.u32_min, src.u32_min)
        dst.u32_max = (dst.var_off[0] | dst.var_off[1]) & U32_MAX
        _signed32(dst, dst.s32_min >= 0 and src.s32_min >= 0)
    if not _both_known(dst, src):
        dst.umin = max(dst.umin, src.umin)
        dst.umax = dst.var_off[0] | dst.var_off[1]
        _signed64(dst, dst.smin >= 0 and src.smin >= 0)
        dst.update()


def _xor(dst: Draft, src: Bounds) -> None:
    dst.var_off = tnum_xor(dst.var_off, src.var_off)
    if not _both_known32(dst, src):
        dst.u32_min = dst.var_off[0] & U32_MAX
        dst.u32_max = (dst.var_off[0] | dst.var_off[1]) & U32_MAX
        _signed32(dst, dst.s32_min >= 0 and src.s32_min >= 0)
    if not _both_known(dst, src):
        dst.umin = dst.var_off[0]
        dst.umax = dst.var_off[0] | dst.var_off[1]
        _signed64(dst, dst.smin >= 0 and src.smin >= 0)
        dst.update()


def _signed32(dst: Draft, is_positive: bool) -> None:
    ends = (s32(dst.u32_min), s32(dst.u32_max)) if is_positive else (S32_MIN, S32_MAX)
    dst.s32_min, dst.s32_max = ends


def _signed64(dst: Draft, is_positive: bool) -> None:
    ends = (s64(dst.umin), s64(dst.umax)) if is_positive else (S64_MIN, S64_MAX)
    dst.smin, dst.smax = ends


def _lsh_range32(dst: Draft, umin: int, umax: int) -> None:
    dst.s32_min, dst.s32_max = S32_MIN, S32_MAX
    if umax > 31 or dst.u32_max > 1 << (31 - umax):
        dst.u32_min, dst.u32_max = 0, U32_MAX
    else:
        dst.u32_min = dst.u32_min << umin & U32_MAX
        dst.u32_max = dst.u32_max << umax & U32_MAX


def _lsh32(dst: Draft, src: Bounds) -> None:
    subreg = tnum_subreg(dst.var_off)
    _lsh_range32(dst, src.u32_min, src.u32_max)
    dst.var_off = tnum_subreg(tnum_lshift(subreg, src.u32_min))
    dst.unbound64()
    dst.update32()


def _lsh64(dst: Draft, src: Bounds) -> None:
    umin, umax = src.umin, src.umax
    is_sext = umin == 32 and umax == 32  # <<32 s>>32 extends the sign of 32 bits
    dst.smax = dst.s32_max << 32 if is_sext and dst.s32_max >= 0 else S64_MAX
    dst.smin = dst.s32_min << 32 if is_sext and dst.s32_min >= 0 else S64_MIN
    if dst.umax > 1 << (63 - umax):
        dst.umin, dst.umax = 0, U64_MAX
    else:
        dst.umin = dst.umin << umin & U64_MAX
        dst.umax = dst.umax << umax & U64_MAX
    _lsh_range32(dst, umin, umax)
    dst.var_off = tnum_lshift(dst.var_off, umin)
    dst.update()


def _rsh32(dst: Draft, src: Bounds) -> None:
    dst.s32_min, dst.s32_max = S32_MIN, S32_MAX
    dst.var_off = tnum_rshift(tnum_subreg(dst.var_off), src.u32_min)
    dst.u32_min >>= src.u32_max
    dst.u32_max >>= src.u32_min
    dst.unbound64()
    dst.update32()


def _rsh64(dst: Draft, src: Bounds) -> None:
    dst.smin, dst.smax = S64_MIN, S64_MAX
    dst.var_off = tnum_rshift(dst.var_off, src.umin)
    dst.umin >>= src.umax
    dst.umax >>= src.umin
    dst.unbound32()
    dst.update()


def _arsh32(dst: Draft, src: Bounds) -> None:
    dst.s32_min >>= src.u32_min
    dst.s32_max >>= src.u32_min
    dst.var_off = tnum_arshift(tnum_subreg(dst.var_off), src.u32_min, 32)
    dst.u32_min, dst.u32_max = 0, U32_MAX
    dst.unbound64()
    dst.update32()


def _arsh64(dst: Draft, src: Bounds) -> None:
    dst.smin >>= src.umin
    dst.smax >>= src.umin
    dst.var_off = tnum_arshift(dst.var_off, src.umin, 64)
    dst.umin, dst.umax = 0, U64_MAX
    dst.unbound32()
    dst.update()


_SHIFTS = {
    isa.BPF_LSH: (_lsh32, _lsh64),
    isa.BPF_RSH: (_rsh32, _rsh64),
    isa.BPF_ARSH: (_arsh32, _arsh64),
}
_OPS: dict[int, Callable[[Draft, Bounds], None]] = {
    isa.BPF_ADD: _add,
    isa.BPF_SUB: _sub,
    isa.BPF_MUL: _mul,
    isa.BPF_AND: _and,
    isa.BPF_OR: _or,
    isa.BPF_XOR: _xor,
}
#: The operations of which something is known though an operand is not constant.
_OF_RANGES = (isa.BPF_ADD, isa.BPF_SUB, isa.BPF_AND)


def _sign_of_unsigned(dst: Draft) -> None:
    """Take the unsigned ranges for the signed ones where those do not change the sign."""
    keeps = s32(dst.u32_min) <= s32(dst.u32_max)
    _signed32(dst, keeps)


def _sign_of_unsigned64(dst: Draft) -> None:
    keeps = s64(dst.umin) <= s64(dst.umax)
    _signed64(dst, keeps)
    dst.update()


def _wide_and(dst: Draft, src: Bounds) -> None:
    dst.var_off = tnum_and(dst.var_off, src.var_off)
    dst.u32_min = dst.var_off[0] & U32_MAX
    dst.u32_max = min(dst.u32_max, src.u32_max)
    _sign_of_unsigned(dst)
    dst.umin, dst.umax = dst.var_off[0], min(dst.umax, src.umax)
    _sign_of_unsigned64(dst)


def _wide_or(dst: Draft, src: Bounds) -> None:
    dst.var_off = tnum_or(dst.var_off, src.var_off)
    dst.u32_min = max(dst.u32_min, src.u32_min)
    dst.u32_max = (dst.var_off[0] | dst.var_off[1]) & U32_MAX
    _sign_of_unsigned(dst)
    dst.umin, dst.umax = max(dst.umin, src.umin), dst.var_off[0] | dst.var_off[1]
    _sign_of_unsigned64(dst)


def _wide_xor(dst: Draft, src: Bounds) -> None:
    dst.var_off = tnum_xor(dst.var_off, src.var_off)
    dst.u32_min = dst.var_off[0] & U32_MAX
    dst.u32_max = (dst.var_off[0] | dst.var_off[1]) & U32_MAX
    _sign_of_unsigned(dst)
    dst.umin, dst.umax = dst.var_off[0], dst.var_off[0] | dst.var_off[1]
    _sign_of_unsigned64(dst)


_WIDE_BITS: dict[int, Callable[[Draft, Bounds], None]] = {
    isa.BPF_AND: _wide_and,
    isa.BPF_OR: _wide_or,
    isa.BPF_XOR: _wide_xor,
}


def _wide_bitwise(op: int, dst: Draft, src: Bounds) -> None:
    is_known32 = dst.is_subreg_const and src.is_subreg_const
    is_known = dst.is_const and src.is_const
    _WIDE_BITS[op](dst, src)
    if is_known:
        dst.mark_known(dst.var_off[0])
    elif is_known32:
        dst.mark_known32(dst.var_off[0])


def wide_scalar_alu(op: int, dst: Bounds, src: Bounds, *, is_32: bool) -> Bounds | None:
    """Do what `scalar_alu` does by the rules of 6.11 and later: more operands may be ranges."""
    if op in _EXACT and _is_exact(dst) and _is_exact(src):
        value = _EXACT[op](dst.value, src.value)
        return known(value & U32_MAX if is_32 else value)
    draft = DeepDraft.of(dst)
    if op in _SHIFTS:
        if not _is_safe_shift(src, is_32):
            return None
        _SHIFTS[op][0 if is_32 else 1](draft, src)
    elif op in _WIDE_BITS:
        _wide_bitwise(op, draft, src)
    elif op in _OPS:
        _OPS[op](draft, src)
    else:
        return None
    if is_32:
        draft.zext_32_to_64()
    draft.sync()
    return draft.done()


def add_bounds(a: Bounds, b: Bounds) -> Bounds:
    """Return what is known of a sum, no deduction made."""
    draft = DeepDraft.of(a)
    _add(draft, b)
    return draft.done()


def _is_safe_shift(src: Bounds, is_32: bool) -> bool:
    if is_32:
        is_one = src.s32_min == src.s32_max and src.u32_min == src.u32_max
        return src.is_subreg_const and is_one and src.umax < 32
    is_one = src.smin == src.smax and src.umin == src.umax
    return src.is_const and is_one and src.umax < 64


def _is_odd(src: Bounds, is_32: bool) -> bool:
    """Say whether ranges contradict each other, as on a path that cannot be taken."""
    if is_32:
        ends = src.s32_min != src.s32_max or src.u32_min != src.u32_max
        wrong = src.s32_min > src.s32_max or src.u32_min > src.u32_max
        return (src.is_subreg_const and ends) or wrong
    ends = src.smin != src.smax or src.umin != src.umax
    return (src.is_const and ends) or src.smin > src.smax or src.umin > src.umax


_EXACT: dict[int, Callable[[int, int], int]] = {
    isa.BPF_ADD: operator.add,
    isa.BPF_SUB: operator.sub,
    isa.BPF_MUL: operator.mul,
    isa.BPF_AND: operator.and_,
    isa.BPF_OR: operator.or_,
    isa.BPF_XOR: operator.xor,
}


def _is_exact(b: Bounds) -> bool:
    """Say whether a number is known, and all its ranges say the same."""
    return b is known(b.value)


def scalar_alu(op: int, dst: Bounds, src: Bounds, *, is_32: bool) -> Bounds | None:
    """Return what is known of ``dst op src``, None if nothing is.

    *op* is ``BPF_ADD`` and so on, not MOV, NEG or END; *is_32* says that it works on 32 bits.
    """
    if op in _EXACT and _is_exact(dst) and _is_exact(src):
        value = _EXACT[op](dst.value, src.value)
        return known(value & U32_MAX if is_32 else value)
    src_known = src.is_subreg_const if is_32 else src.is_const
    if _is_odd(src, is_32) or not (src_known or op in _OF_RANGES):
        return None
    draft = Draft.of(dst)
    if op in _SHIFTS:
        if (src.u32_max if is_32 else src.umax) >= (32 if is_32 else 64):
            return None
        _SHIFTS[op][0 if is_32 else 1](draft, src)
    elif op in _OPS:
        _OPS[op](draft, src)
    else:
        return None
    if is_32:
        draft.zext_32_to_64()
    draft.sync()
    return draft.done()
