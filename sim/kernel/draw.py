"""Draws of a context: which stream, which item, which index.

The stream is the workload's, the item is the request, and the index is made of the request's
step, the iteration in it and the purpose, so that no draw depends on what else happened.

**Rule:** a purpose (below 65,536) is unique among the draws of one step and iteration.

**Not modelled:** nothing of the kernel.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64
from sim.base.stream import erlang_ns, exponential_ns, threefry2x64, uniform_below, uniform_ns
from sim.engine.state import H_SEED
from sim.kernel.layout import (
    DIST_CONSTANT,
    DIST_EMPIRICAL,
    DIST_EXPONENTIAL,
    DIST_UNIFORM,
    X_ITEM,
    X_ITER,
    X_STEP,
    X_STREAM,
)

__all__ = [
    "PURPOSE_CARRIED",
    "PURPOSE_FILE",
    "PURPOSE_FORK",
    "PURPOSE_READER",
    "PURPOSE_SECTOR",
    "PURPOSE_SERVICE",
    "PURPOSE_THINK",
    "bits_of",
    "draw_ns",
]

PURPOSE_THINK = 1
PURPOSE_FILE = 2
PURPOSE_SERVICE = 3
PURPOSE_SECTOR = 4
PURPOSE_MISSING = 5
PURPOSE_READER = 6
PURPOSE_FORK = 7
PURPOSE_CARRIED = 8
PURPOSE_FIRST_STEP = 16


@compiled("int64(int64,int64,int64)", inline=True)
def bits_of(m: int, x: int, purpose: int) -> int:
    """Return the 64 bits of the context's draw for *purpose*."""
    index = (load64(x + X_STEP) << 40) | (load64(x + X_ITER) << 16) | purpose
    return threefry2x64(load64(m + H_SEED), load64(x + X_STREAM), load64(x + X_ITEM), index)


@compiled("int64(int64,int64)")
def _empirical(bits: int, table: int) -> int:
    """Choose from a table at a host address: rows of (cumulative weight, value), a count first."""
    n = load64(table)
    chosen = uniform_below(bits, load64(table + 16 * n - 8))
    i = 0
    while load64(table + 8 + 16 * i) <= chosen:
        i += 1
    return load64(table + 16 + 16 * i)


@compiled("int64(int64,int64,int64,int64)")
def draw_ns(bits: int, dist: int, a: int, b: int) -> int:
    """Turn 64 bits into a duration, ns.

    Args:
        bits: The draw.
        dist: DIST_…
        a: Constant value, exponential or Erlang mean, uniform low, or the empirical table.
        b: Uniform high, or Erlang shape.
    """
    if dist == DIST_CONSTANT:
        return a
    if dist == DIST_EXPONENTIAL:
        return exponential_ns(bits, a)
    if dist == DIST_UNIFORM:
        return uniform_ns(bits, a, b)
    if dist == DIST_EMPIRICAL:
        return _empirical(bits, a)
    return erlang_ns(bits, b, a)
