"""Detaching: what becomes of hits and calls that are under way when a link goes.

Answers to what the kernel's users of call sites do when they are unregistered. No later hit
reaches the link; a program that runs, runs to its end. A hit whose turn had not come is missed,
and so is the return of a function that is still inside: its instance is forgotten
(``kretprobe`` and rethook find no handler any more, a trampoline's image skips its fexit
programs).

**Rule:** what has been done ahead of its time is taken back: a context that has begun a hit
which lies behind the detaching begins it again, with the links that there are then.

**Not modelled:** programs that sleep; freeing while RCU readers are at work (nothing is freed
that anybody could still read).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sim.base.memory import load64, store64
from sim.engine.rows import LOG_FLOW, add_row
from sim.engine.state import (
    H_CODE,
    H_FUNCTIONS,
    H_LAZY,
    H_LINKS,
    H_PRICES,
    H_SITES,
    H_TRACE,
)
from sim.kernel import layout as k
from sim.kernel.loop import close_books, reopen_books
from sim.kernel.segment import PRICE_BYTES

if TYPE_CHECKING:
    from sim.kernel.machine import Machine

__all__ = ["bits_under_way", "forget_link", "retaken_hits", "time_now"]

_U64 = (1 << 64) - 1


def time_now(machine: Machine) -> int:
    """Return the time of the machine, or of the SimPy process that acts on it."""
    return max(int(machine.clock()), machine.now_ns)


def _is_at(x: int, places: Sequence[int]) -> bool:
    """Say whether a context is in the middle of a hit of one of a link's sites."""
    return load64(x + k.X_PHASE) != k.PHASE_WALK and load64(x + k.X_SITE) in places


def _frames(machine: Machine, x: int, entry: int) -> Iterator[int]:
    """Yield a context's frames of the function whose entry is a site, the outermost first."""
    functions = machine.get(H_FUNCTIONS)
    for depth in range(load64(x + k.X_SP)):
        frame = x + k.X_FRAMES + 8 * k.FRAME_WORDS * depth
        if load64(functions + load64(frame + 8) * k.FN_BYTES + k.FN_ENTRY) == entry:
            yield frame


def bits_under_way(machine: Machine, places: Sequence[int]) -> int:
    """Return the bits by which hits and calls under way know the links of a site.

    Args:
        machine: The machine.
        places: The site's number; of a function, also that of its return.
    """
    bits = 0
    if not machine.is_started:
        return bits
    for x in machine.contexts():
        if _is_at(x, places):
            bits |= load64(x + k.X_MASK)
        for frame in _frames(machine, x, places[0]):
            bits |= load64(frame + 16)
    return bits & _U64


def forget_link(machine: Machine, index: int, places: Sequence[int]) -> None:
    """Let hits and calls under way forget a link that is still in its chains.

    A program that runs, runs on.

    Args:
        machine: The machine.
        index: The link's number.
        places: As in `bits_under_way`.
    """
    if not machine.is_started:
        return
    bit = 1 << load64(machine.get(H_LINKS) + index * k.LINK_BYTES + k.K_BIT)
    for x in machine.contexts():
        runs = _is_at(x, places) and load64(x + k.X_LINK) == index
        if _is_at(x, places) and not runs and load64(x + k.X_MASK) & bit:
            waits = _is_behind(machine, x, index)
            store64(x + k.X_MASK, load64(x + k.X_MASK) & ~bit)
            if waits and load64(x + k.X_RETURN) == 0:
                _miss(machine, x, index)
        innermost = x + k.X_FRAMES + 8 * k.FRAME_WORDS * (load64(x + k.X_SP) - 1)
        for frame in _frames(machine, x, places[0]):
            if load64(frame + 16) & bit and not (runs and frame == innermost):
                store64(frame + 16, load64(frame + 16) & ~bit)
                _miss(machine, x, index)


def _is_behind(machine: Machine, x: int, index: int) -> bool:
    """Say whether a link's turn in a context's hit is still to come."""
    following = k.K_RETURN_NEXT if load64(x + k.X_RETURN) else k.K_NEXT
    at = load64(x + k.X_LINK)
    while at >= 0 and at != index:
        at = load64(machine.get(H_LINKS) + at * k.LINK_BYTES + following)
    return at == index


def _miss(machine: Machine, x: int, index: int) -> None:
    at = machine.get(H_LINKS) + index * k.LINK_BYTES + k.K_MISSED_DETACHED
    store64(at, load64(at) + 1)
    if machine.get(H_TRACE) == 0:
        return
    row = add_row(machine.m, LOG_FLOW, 5)
    fields = (time_now(machine), load64(x + k.X_CPU), k.FLOW_MISS_DETACHED, index, 0)
    for i, value in enumerate(fields):
        store64(row + 8 * i, value)


@contextmanager
def retaken_hits(machine: Machine, site: int) -> Iterator[None]:
    """Change a site's links within: hits of it that were begun ahead begin again behind that."""
    if not machine.is_started or not machine.get(H_LAZY) or not _has_begun(machine, site):
        yield
        return
    now_ns = machine.now_ns
    close_books(machine.m, time_now(machine))
    for x in machine.contexts():
        for i in range(load64(x + k.X_NSPLIT)):
            if _begins(x, i, site):
                _take_back(machine, x, i)
    yield
    for x in machine.contexts():
        for i in range(load64(x + k.X_NSPLIT)):
            if _begins(x, i, site):
                _recount(machine, x, i, site)
    reopen_books(machine.m, now_ns)


def _begins(x: int, i: int, site: int) -> bool:
    """Say whether a context's split begins a hit of a site."""
    if i >= load64(x + k.X_NSPLIT):
        return False
    action = load64(x + k.X_SPLITS + k.SPLIT_BYTES * i + k.SP_ACTION)
    is_begin = action & 0xFF == k.DO_BEGIN
    return is_begin and (action >> k.ACTION_INDEX) & 0xFFFF == site


def _has_begun(machine: Machine, site: int) -> bool:
    return any(
        _begins(x, i, site) for x in machine.contexts() for i in range(load64(x + k.X_NSPLIT))
    )


def _recount(machine: Machine, x: int, i: int, site: int) -> None:
    """A hit that runs no program is one of the links that there are."""
    split = x + k.X_SPLITS + k.SPLIT_BYTES * i
    nr = load64(machine.get(H_SITES) + site * k.SITE_BYTES + k.S_NR_LINKS)
    action = load64(split + k.SP_ACTION) & ~(0xFF << k.ACTION_NR)
    store64(split + k.SP_ACTION, action | nr << k.ACTION_NR)
    store64(split + k.SP_DATA, 0)


def _take_back(machine: Machine, x: int, i: int) -> None:
    """Bring a context back to before the hit that split *i* begins, if a program is to run."""
    left = range(i + 1, load64(x + k.X_NSPLIT))
    later = [load64(x + k.X_SPLITS + k.SPLIT_BYTES * j + k.SP_ACTION) for j in left]
    if load64(x + k.X_PHASE) == k.PHASE_WALK or any(later):
        return
    ns = sum(load64(x + k.X_SPLITS + k.SPLIT_BYTES * j + k.SP_NS) for j in (i, *left))
    first = load64(x + k.X_SPLITS + k.SPLIT_BYTES * i + k.SP_ACTION) >> k.ACTION_USES
    ps = _unpay(machine, x, first)
    store64(x + k.X_CARRY_PS, load64(x + k.X_CARRY_PS) + 1000 * ns - ps)
    store64(x + k.X_TOTAL_NS, load64(x + k.X_TOTAL_NS) - ns)
    store64(x + k.X_NSPLIT, i)
    store64(x + k.X_NUSES, first)
    at = load64(x + k.X_HIT_OP)
    if load64(machine.get(H_CODE) + at * k.OP_BYTES) == k.OP["call"]:
        store64(x + k.X_SP, load64(x + k.X_SP) - 1)
    for field, value in (
        (k.X_OP, at),
        (k.X_PHASE, k.PHASE_WALK),
        (k.X_LINK, -1),
        (k.X_MASK, 0),
    ):
        store64(x + field, value)


def _unpay(machine: Machine, x: int, first: int) -> int:
    """Count as not paid a context's uses of prices from number *first* on; return their sum, ps."""
    ps = 0
    for j in range(first, load64(x + k.X_NUSES)):
        use = load64(x + k.X_USES + 8 * j)
        row = machine.get(H_PRICES) + PRICE_BYTES * (use & 0xFFFF)
        store64(row + 8, load64(row + 8) - (use >> 16))
        ps += load64(row) * (use >> 16)
    return ps
