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
from sim.engine.order import RANK_BITS, slot_of, time_of
from sim.engine.rows import STEPS_BETWEEN_LOOKS, logs_full
from sim.engine.state import (
    H_DIRTY,
    H_DISPATCH,
    H_ERROR,
    H_KEY,
    H_LAZY,
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
from sim.kernel.layout import C_CTX, PHASE_WALK, X_PHASE, X_STOP
from sim.kernel.sched import cpu_at
from sim.kernel.segment import charge_all, charge_to_action, cut, go
from sim.kernel.sources import fire
from sim.kernel.walk import walk

__all__ = ["MAX_STEPS_AT_T", "close_books", "fire_now", "reopen_books", "run", "start_cpu"]

MAX_STEPS_AT_T = 10_000_000
_BUDGET = 1_000_000


@compiled("void(int64,int64)", inline=True)
def _step_cpu(m: int, c: int) -> None:
    """Run the step at the end of the CPU's segment."""
    x = load64(c + C_CTX)
    if load64(x + X_STOP) != 0:
        charge_to_action(m, c)
        settle(m, c)
        return
    charge_all(c, x)
    if load64(x + X_PHASE) == PHASE_WALK:
        walk(m, c, 0)
    else:
        call2(load64(m + H_DISPATCH), m, c)
        if load64(m + H_LAZY) != 0 and load64(x + X_PHASE) == PHASE_WALK:
            walk(m, c, 1)
    settle(m, c)


@compiled("int64(int64)", inline=True)
def _trap(m: int) -> int:
    """Return why the engine has to come back after this step, or −1."""
    if load64(m + H_ERROR) != 0:
        return TRAP_ERROR
    if load64(m + H_TRAP) != 0:
        return load64(m + H_TRAP)
    return TRAP_REARM if load64(m + H_DIRTY) != 0 else -1


@exported("int64(int64)")
def run(m: int) -> int:
    """Run every step before H_LIMIT; return a trap code."""
    limit = load64(m + H_LIMIT)
    tree = load64(m + H_TREE)
    nr_sources = load64(m + H_NR_SOURCES)
    spin_t = load64(m + H_SPIN_T)
    at_t = load64(m + H_STEPS_AT_T)
    budget = _BUDGET
    store64(m + H_TRAP, 0)
    trap = TRAP_FLUSH if logs_full(m) == 1 else -1
    while trap < 0:
        key = load64(tree + 8)
        if key >= limit:
            trap = TRAP_LIMIT
            break
        budget -= 1
        if budget % STEPS_BETWEEN_LOOKS == 0 and (budget == 0 or logs_full(m) == 1):
            trap = TRAP_FLUSH
            break
        slot = slot_of(key)
        now = time_of(key)
        store64(m + H_KEY, key)
        store64(m + H_NOW, now)
        at_t = at_t + 1 if now == spin_t else 0
        spin_t = now
        if at_t > MAX_STEPS_AT_T:
            store64(m + H_ERROR, -1)
        elif slot < nr_sources:
            fire(m, slot)
        else:
            _step_cpu(m, cpu_at(m, slot - nr_sources))
        trap = _trap(m)
    store64(m + H_SPIN_T, spin_t)
    store64(m + H_STEPS_AT_T, at_t)
    store64(m + H_STEPS, load64(m + H_STEPS) + _BUDGET - budget)
    return trap


@exported("int64(int64,int64)")
def fire_now(m: int, slot: int) -> int:
    """Let a source whose calendar is on the SimPy side act at H_NOW."""
    store64(m + H_STEPS, load64(m + H_STEPS) + 1)
    fire(m, slot)
    return load64(m + H_TRAP)


@exported("int64(int64,int64)")
def start_cpu(m: int, index: int) -> int:
    """Let a CPU begin at H_NOW."""
    settle(m, cpu_at(m, index))
    return 0


@compiled("void(int64,int64)", inline=True)
def _reach(m: int, t_ns: int) -> None:
    """Be at a time at which no CPU has taken a step, unless one has."""
    key = t_ns << RANK_BITS
    store64(m + H_NOW, t_ns)
    if key > load64(m + H_KEY):
        store64(m + H_KEY, key)


@exported("int64(int64,int64)")
def close_books(m: int, t_ns: int) -> int:
    """Charge what has passed of every segment up to *t_ns*; undo what was done ahead of it."""
    _reach(m, t_ns)
    for i in range(load64(m + H_NR_CPUS)):
        cut(m, cpu_at(m, i))
    return 0


@exported("int64(int64,int64)")
def reopen_books(m: int, now_ns: int) -> int:
    """Let everybody go on after `close_books`; *now_ns* is the time of the latest step."""
    for i in range(load64(m + H_NR_CPUS)):
        go(m, cpu_at(m, i))
    store64(m + H_NOW, now_ns)
    return 0
