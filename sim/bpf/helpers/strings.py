"""Helpers on text: bpf_strtol, bpf_strtoul, bpf_strncmp (kernel/bpf/helpers.c).

Answers to ``__bpf_strtoull`` and what it uses of lib/kstrtox.c.

**Rule:** a number is read from at most 63 characters behind white space and sign; the result says
how many characters were used, and stays unwritten after an error.

**Not modelled:** characters beyond Latin-1; there are none in the kernel.
"""

from __future__ import annotations

from sim.base.arith import add64, mul64, udiv64, ult64
from sim.base.compile import compiled
from sim.base.memory import load8, load64, store64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import EFAULT, EINVAL
from sim.bpf.region import is_mapped
from sim.bpf.run_state import COUNTS, R_BASE, R_PAGES, R_SCRATCH, count

__all__ = ["ERANGE"]

ERANGE = 34
_CALL = COUNTS.index("helper.call")
_STRTOL = COUNTS.index("helper.strtol")
_STRNCMP = COUNTS.index("helper.strncmp")
_BYTE = COUNTS.index("helper.strncmp_byte")
_MAX_CHARS = 63
_U64_MAX = -1


@compiled("boolean(int64)", inline=True)
def _is_space(c: int) -> bool:
    return c == 32 or 9 <= c <= 13 or c == 0xA0


@compiled("int64(int64)", inline=True)
def _digit(c: int) -> int:
    """Return the value of a hexadecimal digit, or 99."""
    if 48 <= c <= 57:
        return c - 48
    low = c | 32
    if 97 <= low <= 102:
        return low - 87
    return 99


@compiled("int64(int64,int64,int64)")
def _radix(p: int, nr_chars: int, base: int) -> int:
    """Return the base, and 256 when it comes with a prefix of two characters (0x)."""
    has_x = 0
    if nr_chars > 1 and load8(p) == 48 and load8(p + 1) | 32 == 120:
        has_x = 256
    if base == 16:
        return 16 | has_x
    if base != 0:
        return base
    if nr_chars == 0 or load8(p) != 48:
        return 10
    if has_x != 0 and nr_chars > 2 and _digit(load8(p + 2)) < 16:
        return 16 | has_x
    return 8


@compiled("int64(int64,int64,int64,int64)")
def _parse(run: int, p: int, nr_chars: int, base: int) -> int:
    """Read digits into R_SCRATCH; return how many there are, or −ERANGE."""
    value = 0
    overflow = 0
    i = 0
    limit = udiv64(_U64_MAX, base)
    while i < nr_chars:
        digit = _digit(load8(p + i))
        if digit >= base:
            break
        if ult64(limit, value):
            overflow = 1
        more = mul64(value, base)
        if ult64(_U64_MAX - digit, more):
            overflow = 1
        value = add64(more, digit)
        i += 1
    store64(run + R_SCRATCH, value)
    return -ERANGE if overflow == 1 else i


@compiled("int64(int64)")
def _number(run: int) -> int:
    """Read a number as R1 to R3 say, into R_SCRATCH; characters used, 1 << 32 for a minus."""
    pages = load64(run + R_PAGES)
    nr_chars = arg(run, 2)
    base = arg(run, 3)
    if nr_chars == 0 or arg(run, 1) == 0:
        return -EINVAL
    if base != 0 and base != 8 and base != 10 and base != 16:
        return -EINVAL
    if is_mapped(pages, arg(run, 1), nr_chars) == 0 or is_mapped(pages, arg(run, 4), 8) == 0:
        return -EFAULT
    p = load64(run + R_BASE) + (arg(run, 1) & 0xFFFFFFFF)
    used = 0
    while used < nr_chars and _is_space(load8(p + used)):
        used += 1
    minus = 0
    if used < nr_chars and load8(p + used) == 45:
        minus = 1 << 32
        used += 1
    left = nr_chars - used
    if left == 0:
        return -EINVAL
    if left > _MAX_CHARS:
        left = _MAX_CHARS
    radix = _radix(p + used, left, base)
    prefix = 2 if radix >= 256 else 0
    nr_digits = _parse(run, p + used + prefix, left - prefix, radix & 255)
    if nr_digits < 0:
        return nr_digits
    if nr_digits == 0:
        return -EINVAL
    return (used + prefix + nr_digits) | minus


@compiled("void(int64,int64)", inline=True)
def _write(run: int, value: int) -> None:
    store64(load64(run + R_BASE) + (arg(run, 4) & 0xFFFFFFFF), value)


@helper(105, "bpf_strtol", 4)
def strtol(run: int) -> int:
    """``long bpf_strtol(buf, buf_len, flags, res)``: characters used; flags are the base."""
    count(run, _CALL, 1)
    count(run, _STRTOL, 1)
    used = _number(run)
    if used < 0:
        return used
    value = load64(run + R_SCRATCH)
    if used >> 32 != 0:
        value = -value
        if value > 0:
            return -ERANGE
    elif value < 0:
        return -ERANGE
    _write(run, value)
    return used & 0xFFFFFFFF


@helper(106, "bpf_strtoul", 4)
def strtoul(run: int) -> int:
    """``long bpf_strtoul(buf, buf_len, flags, res)``: characters used; no minus."""
    count(run, _CALL, 1)
    count(run, _STRTOL, 1)
    used = _number(run)
    if used < 0:
        return used
    if used >> 32 != 0:
        return -EINVAL
    _write(run, load64(run + R_SCRATCH))
    return used


@helper(182, "bpf_strncmp", 3)
def strncmp(run: int) -> int:
    """``long bpf_strncmp(s1, s1_sz, s2)``: −1, 0 or 1."""
    count(run, _CALL, 1)
    count(run, _STRNCMP, 1)
    pages = load64(run + R_PAGES)
    base = load64(run + R_BASE)
    for i in range(arg(run, 2) & 0xFFFFFFFF):
        a = add64(arg(run, 1), i)
        b = add64(arg(run, 3), i)
        if is_mapped(pages, a, 1) == 0 or is_mapped(pages, b, 1) == 0:
            return -EFAULT
        count(run, _BYTE, 1)
        left = load8(base + (a & 0xFFFFFFFF))
        right = load8(base + (b & 0xFFFFFFFF))
        if left != right:
            return -1 if left < right else 1
        if left == 0:
            return 0
    return 0
