"""One order for everything: (time, rank), packed into one int64, and the tree that finds the next.

A *slot* is whatever can have a next step: an event source, a CPU. Its rank is its number plus
two, for SimPy's URGENT and NORMAL events come first at any time; the rank is also the SimPy
*priority* of the slot's event when the slot lives on the SimPy side, so both sides keep one
order. A key is ``time << 12 | rank``: 26 days of nanoseconds and 4,094 slots.

The winner tree holds at node i the least key below it; leaves start at ``H_TREE_SIZE``.

**Rule:** a slot's key is changed by `set_slot` only.

**Not modelled:** nothing of the kernel; this is the engine's own order.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.engine.state import H_DIRTY, H_SLOTS, H_TREE, H_TREE_SIZE, INF

__all__ = [
    "FIRST_RANK",
    "RANK_BITS",
    "SLOT_BYTES",
    "S_KEY",
    "S_SIMPY",
    "key_of",
    "runner_up",
    "set_slot",
    "slot_of",
    "time_of",
]

RANK_BITS = 12
RANK_MASK = (1 << RANK_BITS) - 1
_NEVER = 1 << (63 - RANK_BITS)
FIRST_RANK = 2  # after SimPy's URGENT (0) and NORMAL (1)

SLOT_BYTES = 16
S_KEY = 0  # next key, wherever the slot lives
S_SIMPY = 8  # 1: the slot's calendar is a SimPy event


@compiled("int64(int64,int64)", inline=True)
def key_of(t_ns: int, slot: int) -> int:
    """Pack a slot's next time; what a key cannot hold (26 days and later, INF) is never."""
    if t_ns >= _NEVER:
        return INF
    return (t_ns << RANK_BITS) | (slot + FIRST_RANK)


@compiled("int64(int64)", inline=True)
def time_of(key: int) -> int:
    """Return the time in a key, ns."""
    return key >> RANK_BITS


@compiled("int64(int64)", inline=True)
def slot_of(key: int) -> int:
    """Return the slot in a key."""
    return (key & RANK_MASK) - FIRST_RANK


@compiled("void(int64,int64,int64)", inline=True, python=True)
def set_slot(m: int, slot: int, t_ns: int) -> None:
    """Give *slot* its next time (INF: none)."""
    s = load64(m + H_SLOTS) + slot * SLOT_BYTES
    key = key_of(t_ns, slot)
    if load64(s + S_KEY) == key:
        return
    store64(s + S_KEY, key)
    if load64(s + S_SIMPY) != 0:
        store64(m + H_DIRTY, 1)
        return
    tree = load64(m + H_TREE)
    i = load64(m + H_TREE_SIZE) + slot
    store64(tree + 8 * i, key)
    while i > 1:
        other = load64(tree + 8 * (i ^ 1))
        i >>= 1
        least = key if key < other else other
        if load64(tree + 8 * i) == least:
            return
        store64(tree + 8 * i, least)
        key = least


@compiled("int64(int64,int64)", inline=True)
def runner_up(m: int, slot: int) -> int:
    """Return the least key of all other slots than *slot*."""
    tree = load64(m + H_TREE)
    i = load64(m + H_TREE_SIZE) + slot
    best = INF
    while i > 1:
        other = load64(tree + 8 * (i ^ 1))
        if other < best:
            best = other
        i >>= 1
    return best
