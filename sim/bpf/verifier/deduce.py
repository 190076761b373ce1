"""What kernels from 6.8 on deduce of a number: its ranges of 32 and of 64 bits teach each other.

Answers to ``reg_bounds_sync``, ``reg_bounds_sanity_check`` and ``coerce_reg_to_size`` of 6.12.

**Rule:** `DeepDraft` does all that `Draft` does, with more deduction; which of the two a program
is verified with is `Env.draft`.

**Not modelled:** the deductions that came with 6.13 and later.
"""

from __future__ import annotations

from sim.bpf.verifier.bounds import (
    S32_MAX,
    S32_MIN,
    U32_MAX,
    U64_MAX,
    Bounds,
    Draft,
    known,
    s32,
    s64,
)
from sim.bpf.verifier.tnum import tnum_intersect, tnum_range

__all__ = ["DeepDraft", "is_consistent"]

_HIGH = U64_MAX ^ U32_MAX


class DeepDraft(Draft):
    """Bounds that are being worked on, by the rules of 6.8 and later."""

    __slots__ = ()

    def _deduce32(self) -> None:
        self._from_unsigned64()
        self._from_signed64()
        if s32(self.u32_min) <= s32(self.u32_max):
            self._narrow_s32(s32(self.u32_min), s32(self.u32_max))
        if self.s32_min & U32_MAX <= self.s32_max & U32_MAX:
            self._narrow_u32(self.s32_min & U32_MAX, self.s32_max & U32_MAX)

    def _narrow_u32(self, low: int, high: int) -> None:
        self.u32_min, self.u32_max = max(self.u32_min, low), min(self.u32_max, high)

    def _narrow_s32(self, low: int, high: int) -> None:
        self.s32_min, self.s32_max = max(self.s32_min, low), min(self.s32_max, high)

    def _from_unsigned64(self) -> None:
        low, high = self.umin, self.umax
        if low >> 32 == high >> 32:
            self._narrow_u32(low & U32_MAX, high & U32_MAX)
            if s32(low) <= s32(high):
                self._narrow_s32(s32(low), s32(high))
        if ((low >> 32) + 1) & U32_MAX == high >> 32 and s32(low) < 0 <= s32(high):
            self._narrow_s32(s32(low), s32(high))

    def _from_signed64(self) -> None:
        low, high = self.smin, self.smax
        if low >> 32 == high >> 32:
            if low & U32_MAX <= high & U32_MAX:
                self._narrow_u32(low & U32_MAX, high & U32_MAX)
            if s32(low) <= s32(high):
                self._narrow_s32(s32(low), s32(high))
        if ((low >> 32) + 1) & U32_MAX == (high >> 32) & U32_MAX and s32(low) < 0 <= s32(high):
            self._narrow_s32(s32(low), s32(high))

    def _deduce64(self) -> None:
        if s64(self.umin) <= s64(self.umax):
            self._narrow_s64(s64(self.umin), s64(self.umax))
        if self.smin & U64_MAX <= self.smax & U64_MAX:
            self._narrow_u64(self.smin & U64_MAX, self.smax & U64_MAX)

    def _narrow_u64(self, low: int, high: int) -> None:
        self.umin, self.umax = max(self.umin, low), min(self.umax, high)

    def _narrow_s64(self, low: int, high: int) -> None:
        self.smin, self.smax = max(self.smin, low), min(self.smax, high)

    def _deduce_mixed(self) -> None:
        """Narrow the 64-bit ranges by what is known of the low 32 bits."""
        self._splice(self.u32_min, self.u32_max)
        low, high = self.s32_min & U32_MAX, self.s32_max & U32_MAX
        if low <= high:
            self._splice(low, high)
        # a sign that was extended: the upper half is all zeros, if the number is not negative
        if self.s32_min >= 0 and self.smin >= S32_MIN and self.smax <= S32_MAX:
            self.smin = self.umin = self.s32_min
            self.smax = self.umax = self.s32_max
            self.var_off = tnum_intersect(self.var_off, tnum_range(self.umin, self.umax))

    def _splice(self, low: int, high: int) -> None:
        self._narrow_u64(self.umin & _HIGH | low, self.umax & _HIGH | high)
        self._narrow_s64(s64(self.smin & _HIGH | low), s64(self.smax & _HIGH | high))

    def deduce(self) -> None:
        """Let all ranges learn from each other (__reg_deduce_bounds)."""
        self._deduce32()
        self._deduce64()
        self._deduce_mixed()

    def sync(self) -> None:
        """Let tnum and ranges learn from each other (reg_bounds_sync)."""
        value, mask = self.var_off
        if not mask and self.umin == self.umax == value:
            exact = known(value)
            if exact == self:
                return
        self.update()
        self.deduce()
        self.deduce()
        self.bound_offset()
        self.update()

    def coerce_to_size(self, size: int) -> None:
        """Keep the low *size* bytes (coerce_reg_to_size)."""
        keep = (1 << size * 8) - 1
        self.var_off = self.var_off[0] & keep, self.var_off[1] & keep
        if (self.umin ^ self.umax) & ~keep == 0:
            self.umin &= keep
            self.umax &= keep
        else:
            self.umin, self.umax = 0, keep
        self.smin, self.smax = s64(self.umin), s64(self.umax)
        if size < 4:
            self.unbound32()
        self.sync()

    def sign_extend(self, size: int) -> None:
        """Extend the sign of the low *size* bytes to 64 bits (coerce_reg_to_size_sx)."""
        if self.is_const:
            self.mark_known(_signed(self.value, size))
            return
        bits = size * 8
        low, high = _signed(self.smin, size), _signed(self.smax, size)
        if self.smin >> bits == self.smax >> bits and (low >= 0) == (high >= 0):
            low, high = min(low, high), max(low, high)
            self.smin, self.smax = low, high
            self.s32_min, self.s32_max = s32(low), s32(high)
            self.umin, self.umax = low & U64_MAX, high & U64_MAX
            self.u32_min, self.u32_max = low & U32_MAX, high & U32_MAX
            self.var_off = tnum_range(self.umin, self.umax)
            return
        half = 1 << (bits - 1)
        self.smin = self.s32_min = -half
        self.smax = self.s32_max = half - 1
        self.umin = self.u32_min = 0
        self.umax, self.u32_max = U64_MAX, U32_MAX
        self.var_off = 0, U64_MAX

    def sign_extend32(self, size: int) -> None:
        """Extend the sign of the low *size* bytes to 32 bits (coerce_subreg_to_size_sx)."""
        if self.is_const:
            value = _signed(self.value, size)
            self.var_off = value & U64_MAX, 0
            self.s32_min = self.s32_max = value
            self.u32_min = self.u32_max = value & U32_MAX
            return
        bits = size * 8
        low, high = _signed(self.s32_min, size), _signed(self.s32_max, size)
        same_top = (self.s32_min & U32_MAX) >> bits == (self.s32_max & U32_MAX) >> bits
        if same_top and (low >= 0) == (high >= 0):
            self.s32_min, self.s32_max = min(low, high), max(low, high)
            self.u32_min, self.u32_max = self.s32_min & U32_MAX, self.s32_max & U32_MAX
            value, mask = tnum_range(self.s32_min & U64_MAX, self.s32_max & U64_MAX)
            self.var_off = value & U32_MAX, mask & U32_MAX
            return
        half = 1 << (bits - 1)
        self.s32_min, self.s32_max = -half, half - 1
        self.u32_min, self.u32_max = 0, U32_MAX
        self.var_off = 0, U32_MAX


def _signed(value: int, size: int) -> int:
    half = 1 << (size * 8 - 1)
    return (value & (half << 1) - 1 ^ half) - half


def is_consistent(b: Bounds) -> bool:
    """Say whether ranges and tnum do not contradict each other (reg_bounds_sanity_check)."""
    if b.umin > b.umax or b.smin > b.smax or b.u32_min > b.u32_max or b.s32_min > b.s32_max:
        return False
    if b.is_const:
        value = b.value
        signed = s64(value)
        if not (b.umin == b.umax == value and b.smin == b.smax == signed):
            return False
    if b.is_subreg_const:
        value = b.value & U32_MAX
        if not (b.u32_min == b.u32_max == value and b.s32_min == b.s32_max == s32(value)):
            return False
    return True
