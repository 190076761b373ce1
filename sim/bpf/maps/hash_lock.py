"""Bucket locks of hash maps, as far as one can be met by whoever interrupts its holder.

Linux counts, for each CPU and each of up to eight groups of buckets (by the hash's low bits),
who is inside; an update or a delete that finds somebody there on its own CPU gets −EBUSY. Inside
is an operation from when it has found its bucket until it is done. In the simulator an
operation acts at one instant and is paid for afterwards; so the span for which it is paid is
noted, and a program that an NMI runs on the same CPU within it is refused. Interrupts are off
inside, so nothing else can come in between.

**Rule:** nothing is noted for a map until `arm` has been called for it; every operation within a
segment of a program then has a span of its own, the last `NR_SPANS` of each CPU are known.

*Turns*: a lock is free again at a time, and remembers which CPU held it last. Who finds it held
waits until then, in the order in which CPUs come by (`take_turn`); who finds another CPU's
traces waits for the lines to come over. An operation holds its bucket for its own price.

**Not modelled:** each bucket's lock for itself (`NR_TURNS` of them are told apart); when within a
segment an operation comes: all of a segment's come when it begins; probes on what an operation
calls; that spans not reached yet move when their segment is interrupted.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.bpf.maps.hash_layout import HT_LOCKED, HT_TURNS
from sim.bpf.maps.kinds import Home
from sim.bpf.maps.layout import EBUSY, M_NR_BUCKETS
from sim.bpf.run_state import COUNTS, R_CPU, R_NMI, R_NOW, R_PRICES, count, priced_ps

__all__ = [
    "NR_SPANS",
    "NR_TURNS",
    "arm",
    "leave_turn",
    "lock_bucket",
    "note_span",
    "take_bucket",
    "take_turn",
]

NR_TURNS = 2048  # a power of two
_CPU_BITS = 10
_LINES = 2  # of a bucket: its head and lock, and the element that is replaced or linked
_TRANSFER = COUNTS.index("map.line_transfer")
_LOCK_WAIT = COUNTS.index("map.lock_wait")

NR_SPANS = 32  # a power of two
_GROUP, _FROM, _UNTIL, _RUN = 0, 8, 16, 24  # times in ps; whose run it was
_SPAN_BYTES = 32
_CPU_BYTES = 8 + NR_SPANS * _SPAN_BYTES  # how many there have been, then the last ones
_NR_GROUPS = 8
_PS = 1000


def arm(home: Home, index: int) -> None:
    """Have a map's bucket locks noted from here on: something may nest in its operations."""
    at = home.record(index) + HT_LOCKED
    if load64(at) == 0:
        store64(at, home.buffer(_CPU_BYTES * home.nr_cpus))


@compiled("int64(int64,int64)", inline=True)
def _group(bmap: int, h: int) -> int:
    return h & (min(_NR_GROUPS, load64(bmap + M_NR_BUCKETS)) - 1)


@compiled("int64(int64,int64,int64)")
def _held(run: int, bmap: int, h: int) -> int:
    """Say whether the program interrupts somebody inside the group of a hash's bucket."""
    spans = load64(bmap + HT_LOCKED) + _CPU_BYTES * load64(run + R_CPU)
    now, group = load64(run + R_NOW) * _PS, _group(bmap, h)
    newest = load64(spans)
    for i in range(min(newest, NR_SPANS)):
        at = spans + 8 + _SPAN_BYTES * ((newest - 1 - i) & (NR_SPANS - 1))
        if load64(at + _GROUP) == group and load64(at + _RUN) != run:
            if load64(at + _FROM) <= now < load64(at + _UNTIL):
                return 1
    return 0


@compiled("int64(int64,int64,int64)", inline=True)
def lock_bucket(run: int, bmap: int, h: int) -> int:
    """Enter the bucket of a hash (htab_lock_bucket): 0 or −EBUSY."""
    if load64(bmap + HT_LOCKED) == 0:
        return 0
    return -EBUSY if load64(run + R_NMI) != 0 and _held(run, bmap, h) == 1 else 0


@compiled("void(int64,int64,int64,int64)")
def note_span(run: int, bmap: int, h: int, what: int) -> None:
    """Note that a run was inside a hash's bucket for as long as the last thing counted takes.

    Args:
        run: Who.
        bmap: The map.
        h: The hash.
        what: Class (an index of `COUNTS`) of the operation, which has been counted.
    """
    prices = load64(run + R_PRICES)
    if prices == 0:
        return
    spans = load64(bmap + HT_LOCKED) + _CPU_BYTES * load64(run + R_CPU)
    newest = load64(spans)
    at = spans + 8 + _SPAN_BYTES * (newest & (NR_SPANS - 1))
    until = load64(run + R_NOW) * _PS + priced_ps(run)
    store64(at + _GROUP, _group(bmap, h))
    store64(at + _FROM, until - load64(prices + 8 * what))
    store64(at + _UNTIL, until)
    store64(at + _RUN, run)
    store64(spans, newest + 1)


# --- other CPUs' locks ----------------------------------------------------------------------------
@compiled("int64(int64,int64,int64)")
def take_turn(run: int, at: int, now_ps: int) -> int:
    """Wait for a lock that another CPU may hold.

    Args:
        run: Who wants it.
        at: Host address of its word: when it is free, ps, and which CPU held it last + 1.
        now_ps: The time.

    Returns:
        When it is had, ps.
    """
    word = load64(at)
    free_ps, last = word >> _CPU_BITS, word & ((1 << _CPU_BITS) - 1)
    if free_ps <= now_ps:
        return now_ps
    if last != load64(run + R_CPU) + 1:
        count(run, _LOCK_WAIT, free_ps - now_ps)
    return free_ps


@compiled("void(int64,int64,int64)", inline=True)
def leave_turn(run: int, at: int, free_ps: int) -> None:
    """Say until when the lock at a host address is held by a run's CPU."""
    store64(at, free_ps << _CPU_BITS | (load64(run + R_CPU) + 1))


@compiled("void(int64,int64,int64,int64)")
def take_bucket(run: int, bmap: int, h: int, what: int) -> None:
    """Hold the bucket of a hash for an operation: what other CPUs have to do with it is counted.

    Args:
        run: Who.
        bmap: The map; it has turns (`HT_TURNS`).
        h: The hash.
        what: Class (an index of `COUNTS`) of the operation.
    """
    prices = load64(run + R_PRICES)
    if prices == 0:
        return
    nr = min(NR_TURNS, load64(bmap + M_NR_BUCKETS))
    at = load64(bmap + HT_TURNS) + 8 * (h & (nr - 1))
    last = load64(at) & ((1 << _CPU_BITS) - 1)
    hold_ps = load64(prices + 8 * what)
    if last != 0 and last != load64(run + R_CPU) + 1:
        count(run, _TRANSFER, _LINES)
        hold_ps += _LINES * load64(prices + 8 * _TRANSFER)
    leave_turn(run, at, take_turn(run, at, load64(run + R_NOW) * _PS) + hold_ps)
