"""What the verifier knows of a number: a tnum, and ranges of its 64 and 32 bits, each both ways.

Answers to the part of ``struct bpf_reg_state`` that ``reg_bounds_sync`` keeps in step, and to the
functions around it in ``kernel/bpf/verifier.c``. `Bounds` is what a register holds; `Draft` is one
that an operation works on, turned into `Bounds` when it is done.

**Rule:** `Bounds` are immutable and shared between states. Ranges may be empty (``umin > umax``)
on a path that cannot be taken: the kernel does not see that either.

**Not modelled:** what kernels after 6.1 deduce between the ranges of 32 and of 64 bits.
"""

from __future__ import annotations

from typing import Self

from sim.bpf.verifier.tnum import (
    TNUM_UNKNOWN,
    Tnum,
    tnum_clear_subreg,
    tnum_in,
    tnum_intersect,
    tnum_or,
    tnum_range,
    tnum_subreg,
)

__all__ = [
    "S32_MAX",
    "S32_MIN",
    "S64_MAX",
    "S64_MIN",
    "U32_MAX",
    "U64_MAX",
    "UNKNOWN",
    "ZERO",
    "Bounds",
    "Draft",
    "known",
    "range_within",
    "s32",
    "s64",
]

U64_MAX = (1 << 64) - 1
U32_MAX = (1 << 32) - 1
S64_MAX = (1 << 63) - 1
S64_MIN = -(1 << 63)
S32_MAX = (1 << 31) - 1
S32_MIN = -(1 << 31)
_MAX_KNOWN = 65_536


def s64(value: int) -> int:
    """Return the low 64 bits as a signed number."""
    value &= U64_MAX
    return value - (1 << 64) if value > S64_MAX else value


def s32(value: int) -> int:
    """Return the low 32 bits as a signed number."""
    value &= U32_MAX
    return value - (1 << 32) if value > S32_MAX else value


class Bounds:
    """What is known of a number.

    Attributes:
        var_off: Its tnum.
        smin, smax: Range as a signed number of 64 bits.
        umin, umax: Range as an unsigned number of 64 bits.
        s32_min, s32_max, u32_min, u32_max: The same of the low 32 bits.
    """

    __slots__ = (
        "s32_max",
        "s32_min",
        "smax",
        "smin",
        "u32_max",
        "u32_min",
        "umax",
        "umin",
        "var_off",
    )

    def __init__(
        self,
        var_off: Tnum,
        smin: int,
        smax: int,
        umin: int,
        umax: int,
        s32_min: int,
        s32_max: int,
        u32_min: int,
        u32_max: int,
    ) -> None:
        self.var_off = var_off
        self.smin = smin
        self.smax = smax
        self.umin = umin
        self.umax = umax
        self.s32_min = s32_min
        self.s32_max = s32_max
        self.u32_min = u32_min
        self.u32_max = u32_max

    @property
    def is_const(self) -> bool:
        """Whether all 64 bits are known."""
        return not self.var_off[1]

    @property
    def is_subreg_const(self) -> bool:
        """Whether the low 32 bits are known."""
        return not self.var_off[1] & U32_MAX

    @property
    def value(self) -> int:
        """The known bits, unsigned: the number itself if `is_const`."""
        return self.var_off[0]

    def key(self) -> tuple[int | Tnum, ...]:
        """Return all there is, to compare and to hash."""
        return (
            self.var_off,
            self.smin,
            self.smax,
            self.umin,
            self.umax,
            self.s32_min,
            self.s32_max,
            self.u32_min,
            self.u32_max,
        )

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return (
            isinstance(other, Bounds)
            and self.umin == other.umin
            and self.umax == other.umax
            and self.key() == other.key()
        )

    def __hash__(self) -> int:
        return hash(self.key())

    def __repr__(self) -> str:
        return f"Bounds{self.key()}"


_known: dict[int, Bounds] = {}


def known(value: int) -> Bounds:
    """Return the bounds of one number (its low 64 bits)."""
    value &= U64_MAX
    found = _known.get(value)
    if found is None:
        signed, low = s64(value), value & U32_MAX
        signed_low = s32(low)
        found = Bounds((value, 0), signed, signed, value, value, signed_low, signed_low, low, low)
        if len(_known) < _MAX_KNOWN:
            _known[value] = found
    return found


UNKNOWN = Bounds(TNUM_UNKNOWN, S64_MIN, S64_MAX, 0, U64_MAX, S32_MIN, S32_MAX, 0, U32_MAX)
ZERO = known(0)


def range_within(old: Bounds, new: Bounds) -> bool:
    """Say whether every range of *new* lies in that of *old*."""
    return (
        old.umin <= new.umin
        and old.umax >= new.umax
        and old.smin <= new.smin
        and old.smax >= new.smax
        and old.u32_min <= new.u32_min
        and old.u32_max >= new.u32_max
        and old.s32_min <= new.s32_min
        and old.s32_max >= new.s32_max
    )


def is_within(old: Bounds, new: Bounds) -> bool:
    """Say whether all that *old* says is true of *new*."""
    return old is new or (range_within(old, new) and tnum_in(old.var_off, new.var_off))


class Draft(Bounds):
    """Bounds that are being worked on."""

    __slots__ = ()

    @classmethod
    def of(cls, bounds: Bounds) -> Self:
        """Return a draft that starts as *bounds*."""
        return cls(
            bounds.var_off,
            bounds.smin,
            bounds.smax,
            bounds.umin,
            bounds.umax,
            bounds.s32_min,
            bounds.s32_max,
            bounds.u32_min,
            bounds.u32_max,
        )

    def done(self) -> Bounds:
        """Return what was worked out."""
        value, mask = self.var_off
        if not mask and self.umin == self.umax == value:
            exact = known(value)
            if exact == self:
                return exact
        return Bounds(
            self.var_off,
            self.smin,
            self.smax,
            self.umin,
            self.umax,
            self.s32_min,
            self.s32_max,
            self.u32_min,
            self.u32_max,
        )

    __hash__ = Bounds.__hash__

    def mark_known(self, value: int) -> None:
        """Make it one number (___mark_reg_known)."""
        exact = known(value)
        self.var_off = exact.var_off
        self.smin = self.smax = exact.smin
        self.umin = self.umax = exact.umin
        self.s32_min = self.s32_max = exact.s32_min
        self.u32_min = self.u32_max = exact.u32_min

    def mark_known32(self, value: int) -> None:
        """Make the low 32 bits one number (__mark_reg32_known)."""
        value &= U32_MAX
        self.var_off = tnum_or(tnum_clear_subreg(self.var_off), (value, 0))
        self.s32_min = self.s32_max = s32(value)
        self.u32_min = self.u32_max = value

    def unbound64(self) -> None:
        """Forget the 64-bit ranges."""
        self.smin, self.smax, self.umin, self.umax = S64_MIN, S64_MAX, 0, U64_MAX

    def unbound32(self) -> None:
        """Forget the 32-bit ranges."""
        self.s32_min, self.s32_max, self.u32_min, self.u32_max = S32_MIN, S32_MAX, 0, U32_MAX

    def update32(self) -> None:
        """Narrow the 32-bit ranges by what the tnum knows (__update_reg32_bounds)."""
        value, mask = self.var_off[0] & U32_MAX, self.var_off[1] & U32_MAX
        sign = mask & 0x8000_0000
        self.s32_min = max(self.s32_min, s32(value | sign))
        self.s32_max = min(self.s32_max, s32(value | mask ^ sign))
        self.u32_min = max(self.u32_min, value)
        self.u32_max = min(self.u32_max, value | mask)

    def update64(self) -> None:
        """Narrow the 64-bit ranges by what the tnum knows (__update_reg64_bounds)."""
        value, mask = self.var_off
        sign = mask & 1 << 63
        self.smin = max(self.smin, s64(value | sign))
        self.smax = min(self.smax, s64(value | mask ^ sign))
        self.umin = max(self.umin, value)
        self.umax = min(self.umax, value | mask)

    def update(self) -> None:
        """Narrow all ranges by what the tnum knows (__update_reg_bounds)."""
        self.update32()
        self.update64()

    def _deduce32(self) -> None:
        if self.s32_min >= 0 or self.s32_max < 0:
            low = max(self.s32_min & U32_MAX, self.u32_min)
            high = min(self.s32_max & U32_MAX, self.u32_max)
            self.s32_min, self.u32_min = s32(low), low
            self.s32_max, self.u32_max = s32(high), high
        elif self.u32_max <= S32_MAX:
            self.s32_min = s32(self.u32_min)
            self.s32_max = self.u32_max = min(self.s32_max, self.u32_max)
        elif self.u32_min > S32_MAX:
            low = max(self.s32_min & U32_MAX, self.u32_min)
            self.s32_min, self.u32_min = s32(low), low
            self.s32_max = s32(self.u32_max)

    def _deduce64(self) -> None:
        if self.smin >= 0 or self.smax < 0:
            low = max(self.smin & U64_MAX, self.umin)
            high = min(self.smax & U64_MAX, self.umax)
            self.smin, self.umin = s64(low), low
            self.smax, self.umax = s64(high), high
        elif self.umax <= S64_MAX:
            self.smin = s64(self.umin)
            self.smax = self.umax = min(self.smax, self.umax)
        elif self.umin > S64_MAX:
            low = max(self.smin & U64_MAX, self.umin)
            self.smin, self.umin = s64(low), low
            self.smax = s64(self.umax)

    def deduce(self) -> None:
        """Let signed and unsigned ranges learn from each other (__reg_deduce_bounds)."""
        self._deduce32()
        self._deduce64()

    def bound_offset(self) -> None:
        """Narrow the tnum by the unsigned ranges (__reg_bound_offset)."""
        var64 = tnum_intersect(self.var_off, tnum_range(self.umin, self.umax))
        low = tnum_range(self.u32_min, self.u32_max)
        var32 = tnum_intersect(tnum_subreg(var64), low)
        self.var_off = tnum_or(tnum_clear_subreg(var64), var32)

    def sync(self) -> None:
        """Let tnum and ranges learn from each other (reg_bounds_sync)."""
        self.update()
        self.deduce()
        self.bound_offset()
        self.update()

    def assign_32_into_64(self) -> None:
        """Take the 32-bit ranges for the 64-bit ones of a zero-extended value."""
        self.umin, self.umax = self.u32_min, self.u32_max
        if self.s32_min >= 0 and self.s32_max >= 0:
            self.smin, self.smax = self.s32_min, self.s32_max
        else:
            self.smin, self.smax = 0, U32_MAX

    def combine_32_into_64(self) -> None:
        """After a 32-bit comparison (__reg_combine_32_into_64)."""
        if tnum_clear_subreg(self.var_off) == (0, 0):
            self.assign_32_into_64()
        else:
            self.unbound64()
        self.sync()

    def combine_64_into_32(self) -> None:
        """After a 64-bit comparison (__reg_combine_64_into_32)."""
        self.unbound32()
        if S32_MIN <= self.smin <= S32_MAX and S32_MIN <= self.smax <= S32_MAX:
            self.s32_min, self.s32_max = self.smin, self.smax
        if self.umin <= U32_MAX and self.umax <= U32_MAX:
            self.u32_min, self.u32_max = self.umin, self.umax
        self.sync()

    def zext_32_to_64(self) -> None:
        """Clear the upper 32 bits."""
        self.var_off = tnum_subreg(self.var_off)
        self.assign_32_into_64()

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
        # a 32-bit part that was known of a longer value may still hold
        if size < 4:
            self.combine_64_into_32()
