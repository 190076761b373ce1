"""Counting a queue: who came, who left, how many were there for how long.

A tally keeps two accounts of one queue that know nothing of each other. One integrates the
number present over time; the other adds up, item by item, how long each that left had been
there. Little's law says that they agree (plus the ages of those still present), to the
nanosecond; `sim.kernel.census` and the tests hold them against each other.

**Rule:** `tally_in` and `tally_out` are called at the time of the step in which an item comes or
goes, with the machine's time; whoever calls remembers when the item came.

**Not modelled:** who waits behind whom; a tally knows no order.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64

__all__ = [
    "TALLY_BYTES",
    "TL_AREA",
    "TL_ARRIVALS",
    "TL_DEPARTURES",
    "TL_LAST",
    "TL_MOST",
    "TL_PRESENT",
    "TL_SOJOURN",
    "tally_in",
    "tally_out",
]

(
    TL_PRESENT,
    TL_LAST,  # when the area was last brought up to date, ns
    TL_AREA,  # number present, integrated over time, ns
    TL_ARRIVALS,
    TL_DEPARTURES,
    TL_SOJOURN,  # how long those that left had been there, ns in all
    TL_MOST,
) = range(0, 56, 8)
TALLY_BYTES = 56


@compiled("void(int64,int64)", inline=True)
def _integrate(tally: int, now_ns: int) -> None:
    held = load64(tally + TL_PRESENT) * (now_ns - load64(tally + TL_LAST))
    store64(tally + TL_AREA, load64(tally + TL_AREA) + held)
    store64(tally + TL_LAST, now_ns)


@compiled("void(int64,int64)", python=True)
def tally_in(tally: int, now_ns: int) -> None:
    """Count an item that comes at *now_ns*."""
    _integrate(tally, now_ns)
    n = load64(tally + TL_PRESENT) + 1
    store64(tally + TL_PRESENT, n)
    store64(tally + TL_ARRIVALS, load64(tally + TL_ARRIVALS) + 1)
    if n > load64(tally + TL_MOST):
        store64(tally + TL_MOST, n)


@compiled("void(int64,int64,int64)", python=True)
def tally_out(tally: int, now_ns: int, came_ns: int) -> None:
    """Count an item that goes at *now_ns* and had come at *came_ns*."""
    _integrate(tally, now_ns)
    store64(tally + TL_PRESENT, load64(tally + TL_PRESENT) - 1)
    store64(tally + TL_DEPARTURES, load64(tally + TL_DEPARTURES) + 1)
    store64(tally + TL_SOJOURN, load64(tally + TL_SOJOURN) + now_ns - came_ns)
