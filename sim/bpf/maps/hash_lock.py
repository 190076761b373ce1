"""Bucket locks of hash maps, as far as one can be met by whoever interrupts its holder.

Linux counts, for each CPU and each of up to eight groups of buckets (by the hash's low bits),
who is inside; an update or a delete that finds somebody there on its own CPU gets −EBUSY. Inside
is an operation from when it has found its bucket until it is done. In the simulator an
operation acts at one instant and is paid for afterwards; so the span for which it is paid is
noted, and a program that an NMI runs on the same CPU within it is refused. Interrupts are off
inside, so nothing else can come in between.

**Rule:** nothing is noted for a map until `arm` has been called for it; every operation within a
segment of a program then has a span of its own, the last `NR_SPANS` of each CPU are known.

**Not modelled:** waiting for another CPU's bucket lock; probes on what an operation calls; that
spans not reached yet move when their segment is interrupted.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.bpf.maps.hash_layout import HT_LOCKED
from sim.bpf.maps.kinds import Home
from sim.bpf.maps.layout import EBUSY, M_NR_BUCKETS
from sim.bpf.run_state import R_CPU, R_NMI, R_NOW, R_PRICES, priced_ps

__all__ = ["NR_SPANS", "arm", "lock_bucket", "note_span"]

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
