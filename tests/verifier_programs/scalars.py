"""Unknown numbers, and the many ways of bounding them.

**Rule:** `bound` leaves a register within 0 … limit by one of `_WAYS`, unless it is to be wrong.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.programs.values import imm32, value
from tests.verifier_programs.draft import Draft

__all__ = ["STATEMENTS", "alu_noise", "bound", "bounded", "branch_noise", "compare", "unknown"]

OPS = ("+=", "-=", "*=", "/=", "|=", "&=", "<<=", ">>=", "%=", "^=", "=", "s>>=")
RELATIONS = ("==", "!=", ">", ">=", "<", "<=", "s>", "s>=", "s<", "s<=", "&")
SIZES = (1, 2, 4, 8)


def unknown(d: Draft, reg: int) -> None:
    """Put a number that the verifier cannot know into a register; R0 to R5 may be lost."""
    how = d.draw.randrange(10)
    if how < 4 and d.kind.reads:
        off, size = d.draw.choice(d.kind.reads)
        d.add(f"r{reg} = *(u{8 * size} *)(r6 + {off})")
    elif how < 7:
        d.call("bpf_get_prandom_u32")
        d.add(f"r{reg} = r0")
    elif how == 7:
        d.call("bpf_ktime_get_ns")
        d.add(f"r{reg} = r0")
    elif how == 8:
        d.load_value(reg, "wide_array", 8 * d.draw.randrange(4))
        d.add(f"r{reg} = *(u{8 * d.draw.choice(SIZES)} *)(r{reg} + 0)")
    else:
        d.add(f"r{reg} = r7")


def _mask(limit: int) -> int:
    """Return the largest number of the form 2**n - 1 that is no more than *limit*."""
    return (1 << (limit + 1).bit_length() - 1) - 1


def _off_by(d: Draft, limit: int) -> int:
    return limit + d.one((0,), (1, 2, 8, limit + 1))


def _mask64(d: Draft, r: int, limit: int) -> None:
    d.add(f"r{r} &= {_mask(limit) if not d.errs() else 2 * _mask(limit) + 1}")


def _mask32(d: Draft, r: int, limit: int) -> None:
    d.add(f"w{r} &= {_mask(limit) if not d.errs() else -8}")


def _above(d: Draft, r: int, limit: int) -> None:
    d.add(f"if r{r} > {_off_by(d, limit)} goto out")


def _at_least(d: Draft, r: int, limit: int) -> None:
    d.add(f"if r{r} >= {_off_by(d, limit) + 1} goto out")


def _skip_below(d: Draft, r: int, limit: int) -> None:
    skip = d.label()
    d.add(f"if r{r} {d.one(('<',), ('<=', 's<'))} {limit + 1} goto {skip}")
    d.add(d.one((f"r{r} = {limit}", "goto out", f"r{r} = 0"), ("r0 = 0",)))
    d.place(skip)


def _signed(d: Draft, r: int, limit: int) -> None:
    checks = [f"if r{r} s> {_off_by(d, limit)} goto out", f"if r{r} s< 0 goto out"]
    if d.errs():
        checks.pop(d.draw.randrange(2))
    if d.chance(1, 2):
        checks.reverse()
    d.add(*checks)


def _signed32(d: Draft, r: int, limit: int) -> None:
    if not d.errs():
        d.add(f"w{r} = w{r}")
    d.add(f"if w{r} s> {_off_by(d, limit)} goto out")
    if not d.errs():
        d.add(f"if w{r} s< 0 goto out")


def _above32(d: Draft, r: int, limit: int) -> None:
    if d.chance(3, 4):
        d.add(f"w{r} = w{r}")
    d.add(f"if w{r} > {_off_by(d, limit)} goto out")
    if d.chance(1, 2):
        d.add(f"w{r} = w{r}")


def _modulo(d: Draft, r: int, limit: int) -> None:
    d.add(f"{d.draw.choice('rw')}{r} %= {_off_by(d, limit) + 1}")
    d.add(f"if r{r} > {limit} goto out" if d.chance(1, 2) else f"r{r} &= {_mask(limit)}")


def _shift(d: Draft, r: int, limit: int) -> None:
    bits = (_mask(limit)).bit_length()
    width = d.draw.choice((32, 64))
    name = "w" if width == 32 else "r"
    if bits == 0:
        d.add(f"r{r} = 0")
        return
    if d.chance(1, 2):
        d.add(f"{name}{r} <<= {width - bits}")
    d.add(f"{name}{r} {d.one(('>>=',), ('s>>=',))} {width - bits + d.one((0,), (-1, 1))}")


def _signed_shift(d: Draft, r: int, limit: int) -> None:
    d.add(f"r{r} <<= 32", f"r{r} s>>= 32")
    _signed(d, r, limit)


def _against_register(d: Draft, r: int, limit: int) -> None:
    d.add(f"r5 = {_off_by(d, limit)}")
    d.add(d.one((f"if r{r} > r5 goto out", f"if r5 < r{r} goto out"), (f"if r{r} < r5 goto out",)))


def _bits_unset(d: Draft, r: int, limit: int) -> None:
    mask = ~_mask(limit) if not d.errs() else ~(2 * _mask(limit) + 1)
    d.add(f"if r{r} & {mask} goto out")
    d.add(f"if r{r} > {limit} goto out" if d.chance(1, 2) else f"r{r} &= {_mask(limit)}")


def _through_copy(d: Draft, r: int, limit: int) -> None:
    d.add(f"r5 = r{r}" if not d.errs() else f"w5 = w{r}")
    bound(d, 5, limit, ways=_CHECKS)


def _copy_bounded(d: Draft, r: int, limit: int) -> None:
    d.add(f"r5 = r{r}")
    if d.errs():
        d.add("r5 += 1")
    bound(d, r, limit, ways=_CHECKS)
    d.add(f"r{r} = r5")


def _through_stack(d: Draft, r: int, limit: int) -> None:
    at = d.draw.choice((8, 16, 64, 504))
    size = d.one((64,), (32, 16))
    d.add(f"*(u64 *)(r10 - {at}) = r{r}")
    bound(d, r, limit, ways=_CHECKS)
    d.add(f"r{r} = *(u{size} *)(r10 - {at})")


def _spill_bounded(d: Draft, r: int, limit: int) -> None:
    at = d.draw.choice((8, 16, 64, 256))
    bound(d, r, limit, ways=_CHECKS)
    size = d.draw.choice((64, 64, 32, 32, 16, 8)) if limit < 256 else 64
    d.add(f"*(u{size} *)(r10 - {at}) = r{r}")
    if d.chance(1, 3):
        d.add(f"r{r} = {imm32(d.draw)}")
    if d.errs():
        d.add(f"*(u8 *)(r10 - {at - d.draw.randrange(8)}) = 7")
    d.add(f"r{r} = *(u{size} *)(r10 - {at})")


def _equal(d: Draft, r: int, limit: int) -> None:
    skip, number = d.label(), d.draw.randint(0, limit)
    if d.chance(1, 2):
        d.add(f"if r{r} {d.one(('!=',), ('==',))} {number} goto out")
        return
    d.add(f"if r{r} == {number} goto {skip}", f"r{r} = {d.draw.randint(0, limit)}")
    d.place(skip)


def _equal32(d: Draft, r: int, limit: int) -> None:
    d.add(f"if w{r} != {d.draw.randint(0, limit)} goto out", f"w{r} = w{r}")


def _scaled(d: Draft, r: int, limit: int) -> None:
    scale = d.draw.choice((2, 4, 8))
    if limit < scale:
        _mask64(d, r, limit)
        return
    bound(d, r, limit // scale, ways=_CHECKS)
    d.add(d.one((f"r{r} *= {scale}", f"r{r} <<= {scale.bit_length() - 1}"), (f"r{r} *= -1",)))


def _difference(d: Draft, r: int, limit: int) -> None:
    bound(d, r, limit, ways=_CHECKS)
    d.add(f"r5 = {_off_by(d, limit)}", f"r5 -= r{r}", f"r{r} = r5")


def _sum(d: Draft, r: int, limit: int) -> None:
    half = limit // 2
    bound(d, r, half, ways=_CHECKS)
    d.add(f"r5 = r{r}", f"r{r} {d.one(('+=', '|='), ('-=', '^=', '*='))} r5")
    if d.chance(1, 4):
        d.add(f"r{r} &= {_mask(limit)}")


def _negated(d: Draft, r: int, limit: int) -> None:
    d.add(f"if r{r} s> 0 goto out", f"if r{r} s< {-limit} goto out")
    d.add(f"r{r} = -r{r}" if not d.errs() else f"w{r} = -w{r}")


def _swapped(d: Draft, r: int, limit: int) -> None:
    d.add(f"r{r} = {d.draw.choice(('le', 'be'))}{d.draw.choice((16, 32, 64))} r{r}")
    bound(d, r, limit, ways=_CHECKS)


def _quotient(d: Draft, r: int, limit: int) -> None:
    d.add(f"{d.draw.choice('rw')}{r} /= {d.one((1, 3, 256), (0,))}")
    bound(d, r, limit, ways=_CHECKS)


def _either(d: Draft, r: int, limit: int) -> None:
    other, join = d.label(), d.label()
    d.add(f"if r{r} {d.draw.choice(RELATIONS)} {imm32(d.draw)} goto {other}")
    bound(d, r, limit, ways=_CHECKS)
    d.add(f"goto {join}")
    d.place(other)
    bound(d, r, limit, ways=_CHECKS)
    d.place(join)


def _unbounded(d: Draft, r: int, limit: int) -> None:
    if not d.errs():
        bound(d, r, limit, ways=_CHECKS)


_Way = Callable[[Draft, int, int], None]
_CHECKS: tuple[_Way, ...] = (
    *(_mask64, _mask32, _above, _at_least, _skip_below, _signed, _signed32, _above32),
    *(_shift, _signed_shift, _against_register, _equal),
)
_WAYS: tuple[_Way, ...] = (
    *_CHECKS,
    *(_modulo, _bits_unset, _through_copy, _copy_bounded, _through_stack, _spill_bounded),
    *(_equal32, _scaled, _difference, _sum, _negated, _swapped, _quotient, _either, _unbounded),
)


def bound(d: Draft, reg: int, limit: int, ways: tuple[_Way, ...] = _WAYS) -> None:
    """Bound a register to 0 … *limit*; may write R5, no other register."""
    d.draw.choice(ways)(d, reg, limit)


def bounded(d: Draft, reg: int, limit: int) -> None:
    """Put an unknown number within 0 … *limit* into a register; R0 to R5 may be lost."""
    unknown(d, reg)
    bound(d, reg, limit)


def compare(d: Draft, reg: int) -> str:
    """Return a condition on a register that may be true and may be false."""
    name = d.draw.choice("rrw")
    with_what = imm32(d.draw) if d.chance(3, 4) else f"{name}{d.draw.choice((7, 8))}"
    return f"{name}{reg} {d.draw.choice(RELATIONS)} {with_what}"


def alu_noise(d: Draft) -> None:
    """Compute something with R7 and R8."""
    for _ in range(d.draw.choice((1, 2, 4, 8))):
        name, dst = d.draw.choice("rrw"), d.draw.choice((7, 8))
        op = d.draw.choice(OPS)
        how = d.draw.randrange(12)
        if how == 0:
            d.add(f"{name}{dst} = -{name}{dst}")
        elif how == 1:
            d.add(f"r{dst} = {d.draw.choice(('le', 'be'))}{d.draw.choice((16, 32, 64))} r{dst}")
        elif how < 6:
            src = d.one((7, 8), (5, 6, 9, 10, 3))
            d.add(f"{name}{dst} {op} {name}{src}")
        elif how == 6:
            d.add(f"r{dst} = {value(d.draw)} ll")
        else:
            d.add(f"{name}{dst} {op} {_operand(d, name, op)}")


def _operand(d: Draft, name: str, op: str) -> int:
    if op in ("<<=", ">>=", "s>>="):
        width = 32 if name == "w" else 64
        return d.one((0, 1, 7, 8, 15, 16, 24, 31), (width, -1, 63, 64, 100))
    number = imm32(d.draw)
    if op in ("/=", "%=") and not number:
        return d.one((3,), (0,))
    return number


def branch_noise(d: Draft) -> None:
    """Branch on R7 and R8, computing on both sides."""
    other, join = d.label(), d.label()
    d.add(f"if {compare(d, d.draw.choice((7, 8)))} goto {other}")
    alu_noise(d)
    if d.chance(2, 3):
        d.add(f"goto {join}")
    d.place(other)
    alu_noise(d)
    if d.chance(1, 4):
        branch_noise(d)
    d.place(join)


def fresh(d: Draft) -> None:
    """Put new unknown numbers into R7 or R8."""
    unknown(d, d.draw.choice((7, 8)))


def decided(d: Draft) -> None:
    """Branch where the verifier must know the outcome; the other side is refused."""
    safe = d.label()
    limit = d.draw.choice((0, 1, 7, 15, 100, 255, 0xFFFFFFF))
    unknown(d, 7)
    bound(d, 7, limit)
    d.add(f"if {d.draw.choice('rw')}7 {d.one(('<=', 's<='), ('<', '!='))} {limit} goto {safe}")
    d.add("r0 = *(u64 *)(r7 + 0)")
    d.place(safe)


def decided_by_arithmetic(d: Draft) -> None:
    """Compute with known bits, then read out of bounds where the bits say never."""
    safe = d.label()
    bounded(d, 7, d.draw.choice((1, 3, 15, 255)))
    bounded_by = d.draw.choice((1, 7, 63))
    d.add("r8 = r7", f"r8 &= {bounded_by}")
    name = d.draw.choice("rw")
    d.add(f"{name}8 {d.draw.choice(OPS)} {d.draw.choice((1, 2, 3, 8, 16))}")
    d.add(f"{name}8 {d.draw.choice(OPS)} {name}7")
    d.add(f"if {name}8 {d.draw.choice(RELATIONS)} {imm32(d.draw)} goto {safe}")
    if d.errs():
        d.add("r0 = *(u64 *)(r8 + 0)")
    d.place(safe)


STATEMENTS = (
    *(alu_noise, alu_noise, branch_noise, branch_noise, fresh, fresh, decided),
    decided_by_arithmetic,
)
