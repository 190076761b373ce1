"""A binary heap of (time, payload) pairs, for sources with many pending times.

Layout: count, capacity, then pairs of int64. Order is (time, payload), so that the order of
equal times does not depend on insertion.

**Rule:** the payload is unique among the pairs of one heap at one time.

**Not modelled:** the kernel's timer wheel; hrtimers expire exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.engine.state import INF

__all__ = ["heap_bytes", "heap_items", "heap_min", "heap_pop", "heap_push"]

_DATA = 16


def heap_bytes(capacity: int) -> int:
    """Return the size of a heap for *capacity* pairs."""
    return _DATA + 16 * capacity


def heap_items(h: int) -> Iterator[tuple[int, int]]:
    """Yield every pair, in no order that means anything."""
    for i in range(load64(h)):
        pair = h + _DATA + 16 * i
        yield load64(pair), load64(pair + 8)


@compiled("int64(int64)", inline=True)
def heap_min(h: int) -> int:
    """Return the earliest time, or INF."""
    if load64(h) == 0:
        return INF
    return load64(h + _DATA)


@compiled("int64(int64,int64)", inline=True)
def _before(a: int, b: int) -> int:
    ta = load64(a)
    tb = load64(b)
    if ta < tb or (ta == tb and load64(a + 8) < load64(b + 8)):
        return 1
    return 0


@compiled("void(int64,int64)", inline=True)
def _swap(a: int, b: int) -> None:
    t = load64(a)
    p = load64(a + 8)
    store64(a, load64(b))
    store64(a + 8, load64(b + 8))
    store64(b, t)
    store64(b + 8, p)


@compiled("void(int64,int64,int64)")
def heap_push(h: int, t_ns: int, payload: int) -> None:
    """Add a pair."""
    i = load64(h)
    store64(h, i + 1)
    d = h + _DATA
    store64(d + 16 * i, t_ns)
    store64(d + 16 * i + 8, payload)
    while i > 0:
        up = (i - 1) >> 1
        if _before(d + 16 * i, d + 16 * up) == 0:
            return
        _swap(d + 16 * i, d + 16 * up)
        i = up


@compiled("int64(int64)")
def heap_pop(h: int) -> int:
    """Remove the earliest pair and return its payload."""
    d = h + _DATA
    payload = load64(d + 8)
    n = load64(h) - 1
    store64(h, n)
    store64(d, load64(d + 16 * n))
    store64(d + 8, load64(d + 16 * n + 8))
    i = 0
    while True:
        least = i
        for child in range(2 * i + 1, 2 * i + 3):
            if child < n and _before(d + 16 * child, d + 16 * least) == 1:
                least = child
        if least == i:
            return payload
        _swap(d + 16 * i, d + 16 * least)
        i = least
