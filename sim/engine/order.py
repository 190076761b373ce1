"""One order for everything: (time, rank), packed into one int64, and the tree that finds the next.

A *slot* is whatever can have a next step: an event source, a CPU. Its rank is its number plus
two, for SimPy's URGENT and NORMAL events come first at any time; the rank is also the SimPy
*priority* of the slot's event when the slot lives on the SimPy side, so both sides keep one
order. A key is ``time << 12 | rank``: 26 days of nanoseconds and 4,094 slots.

The winner tree holds at node i the least key below it. Sources are the leaves below node 2,
CPUs those below node 3, so that a CPU's key climbs no higher than there are CPUs.

**Rule:** a slot's key is changed by `set_slot` only.

**Not modelled:** nothing of the kernel; this is the engine's own order.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.engine.state import H_DIRTY, H_SLOTS, H_TREE, INF

__all__ = [
    "FIRST_RANK",
    "RANK_BITS",
    "SLOT_BYTES",
    "S_KEY",
    "S_LEAF",
    "S_SIMPY",
    "key_of",
    "leaf_of",
    "set_leaf",
    "set_slot",
    "slot_of",
    "time_of",
    "tree_nodes",
]

RANK_BITS = 12
RANK_MASK = (1 << RANK_BITS) - 1
_NEVER = 1 << (63 - RANK_BITS)
FIRST_RANK = 2  # after SimPy's URGENT (0) and NORMAL (1)

SLOT_BYTES = 24
S_KEY = 0  # next key, wherever the slot lives (of a source; a CPU's is in its leaf only)
S_SIMPY = 8  # 1: the slot's calendar is a SimPy event
S_LEAF = 16  # its node in the tree


def _depth(nr: int) -> int:
    return max(nr - 1, 0).bit_length()


def leaf_of(slot: int, nr_sources: int, nr_cpus: int) -> int:
    """Return a slot's node in the tree."""
    if slot < nr_sources:
        return (2 << _depth(nr_sources)) + slot
    return (3 << _depth(nr_cpus)) + slot - nr_sources


def tree_nodes(nr_sources: int, nr_cpus: int) -> int:
    """Return how many nodes the tree has."""
    return 4 << max(_depth(nr_sources), _depth(nr_cpus))


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


@compiled("void(int64,int64,int64)", inline=True)
def set_leaf(m: int, leaf: int, key: int) -> None:
    """Give a leaf its key: all nodes above it are computed again, without looking."""
    tree = load64(m + H_TREE)
    i = leaf
    store64(tree + 8 * i, key)
    while i > 1:
        other = load64(tree + 8 * (i ^ 1))
        i >>= 1
        key = min(key, other)
        store64(tree + 8 * i, key)


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
    set_leaf(m, load64(s + S_LEAF), key)
