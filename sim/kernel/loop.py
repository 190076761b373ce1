"""The main loop: take the earliest slot, run its step, again, up to a limit.

`run` returns to Python with a trap code: the limit is reached, a SimPy-side slot has another
time, a SimPy process waits for a hit, a program needs Python, logs want emptying, the work is
done, or something is inconsistent.

**Rule:** a step is committed before `run` returns; Python acts between steps only.

**Not modelled:** nothing; this is the engine.
"""

from __future__ import annotations

from sim.base.compile import call2, compiled, exported
from sim.base.memory import load64, store64
from sim.engine.order import slot_of, time_of
from sim.engine.rows import STEPS_BETWEEN_LOOKS, logs_full
from sim.engine.state import (
    H_DIRTY,
    H_DISPATCH,
    H_ERROR,
    H_LIMIT,
    H_NOW,
    H_NR_CPUS,
    H_NR_SOURCES,
    H_SPIN_T,
    H_STEPS,
    H_STEPS_AT_T,
    H_TRAP,
    H_TREE,
    TRAP_ERROR,
    TRAP_FLUSH,
    TRAP_LIMIT,
    TRAP_REARM,
)
from sim.kernel.irq import settle
from sim.kernel.layout import C_CTX, PHASE_WALK, X_PHASE
from sim.kernel.sched import cpu_at
from sim.kernel.segment import charge_all, cut
from sim.kernel.sources import fire
from sim.kernel.walk import walk

__all__ = ["MAX_STEPS_AT_T", "close_books", "fire_now", "run", "start_cpu"]

MAX_STEPS_AT_T = 10_000_000
_BUDGET = 1_000_000


@compiled("void(int64,int64)")
def _step_cpu(m: int, c: int) -> None:
    """Run the step at the end of the CPU's segment."""
    charge_all(m, c)
    if load64(load64(c + C_CTX) + X_PHASE) == PHASE_WALK:
        walk(m, c)
    else:
        call2(load64(m + H_DISPATCH), m, c)
    settle(m, c)


@compiled("int64(int64,int64)", inline=True)
def _watch(m: int, t_ns: int) -> int:
    """Count the steps at one time; return 1 when time stands still."""
    store64(m + H_STEPS, load64(m + H_STEPS) + 1)
    if load64(m + H_SPIN_T) != t_ns:
        store64(m + H_SPIN_T, t_ns)
        store64(m + H_STEPS_AT_T, 0)
        return 0
    n = load64(m + H_STEPS_AT_T) + 1
    store64(m + H_STEPS_AT_T, n)
    return 1 if n > MAX_STEPS_AT_T else 0


@exported("int64(int64)")
def run(m: int) -> int:
    """Run every step before H_LIMIT; return a trap code."""
    limit = load64(m + H_LIMIT)
    tree = load64(m + H_TREE)
    nr_sources = load64(m + H_NR_SOURCES)
    budget = _BUDGET
    store64(m + H_TRAP, 0)
    if logs_full(m) == 1:
        return TRAP_FLUSH
    while True:
        key = load64(tree + 8)
        if key >= limit:
            return TRAP_LIMIT
        budget -= 1
        if budget % STEPS_BETWEEN_LOOKS == 0 and (budget == 0 or logs_full(m) == 1):
            return TRAP_FLUSH
        slot = slot_of(key)
        now = time_of(key)
        store64(m + H_NOW, now)
        if _watch(m, now) == 1:
            store64(m + H_ERROR, -1)
            return TRAP_ERROR
        if slot < nr_sources:
            fire(m, slot)
        else:
            _step_cpu(m, cpu_at(m, slot - nr_sources))
        if load64(m + H_ERROR) != 0:
            return TRAP_ERROR
        if load64(m + H_TRAP) != 0:
            return load64(m + H_TRAP)
        if load64(m + H_DIRTY) != 0:
            return TRAP_REARM


@exported("int64(int64,int64)")
def fire_now(m: int, slot: int) -> int:
    """Let a source whose calendar is on the SimPy side act at H_NOW."""
    _watch(m, load64(m + H_NOW))
    fire(m, slot)
    return load64(m + H_TRAP)


@exported("int64(int64,int64)")
def start_cpu(m: int, index: int) -> int:
    """Let a CPU begin at H_NOW."""
    settle(m, cpu_at(m, index))
    return 0


@exported("int64(int64,int64)")
def close_books(m: int, t_ns: int) -> int:
    """Charge what has passed of every running segment up to the horizon."""
    store64(m + H_NOW, t_ns)
    for i in range(load64(m + H_NR_CPUS)):
        cut(m, cpu_at(m, i))
    return 0
