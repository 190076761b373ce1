"""Interrupts, softirqs and what happens when they end (kernel/softirq.c, entry code).

An interrupt takes the CPU at once unless interrupts are off, in which case it waits in order;
its handler is a path that runs with interrupts off. An NMI takes the CPU whatever it does, except
during another NMI. Softirq work raised by handlers runs when
the last one returns to task level, with interrupts on.

**Rule:** `settle` ends every step that touched a CPU: interrupts that wait go first, then
softirqs, then the scheduler if it is due and allowed, then the CPU's context goes on.

**Not modelled:** that an NMI holds up those who wait for a lock of the interrupted program;
ksoftirqd, threaded interrupts, interrupt affinity other than what sources choose.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.base.tally import tally_in, tally_out
from sim.engine.state import H_CONFIG, H_ERROR, H_NOW
from sim.kernel.ahead import undo
from sim.kernel.layout import (
    ACCT_IRQ,
    C_ATTENTION,
    C_CTX,
    C_HARDIRQ_CTX,
    C_IDLE_CTX,
    C_IRQ_HEAD,
    C_IRQ_OFF,
    C_IRQ_RING,
    C_IRQ_TAIL,
    C_IRQ_TALLY,
    C_LEVEL,
    C_NEED_RESCHED,
    C_NMI_CTX,
    C_NMI_PENDING,
    C_NR_QUEUED,
    C_PREEMPT,
    C_RING_MASK,
    C_SCHED_CTX,
    C_SOFT_HEAD,
    C_SOFT_RING,
    C_SOFT_TAIL,
    C_SOFT_TALLY,
    C_SOFTIRQ_CTX,
    CF_IDLE_EXIT_PRICE,
    CF_NMI_OP,
    CF_PREEMPT_FULL,
    CF_SOFTIRQ_OP,
    CF_VECTORS,
    E_RING,
    IRQ_BYTES,
    LEVEL_HARDIRQ,
    LEVEL_NMI,
    LEVEL_SOFTIRQ,
    LEVEL_TASK,
    MODE_KERNEL,
    MODE_USER,
    PHASE_WALK,
    RESCHED_DUE,
    RESCHED_NO,
    RESCHED_SENT,
    T_SOFTIRQ_T,
    T_STRUCT,
    V_ARG,
    V_P,
    VEC_WAKE,
    X_ACCT,
    X_LEVEL,
    X_MODE,
    X_OP,
    X_PENDING,
    X_PHASE,
    X_PREV,
    X_SP,
)
from sim.kernel.sched import enter_sched
from sim.kernel.segment import cut, go, spend

__all__ = [
    "irq_return",
    "queue_irq",
    "raise_irq",
    "raise_nmi",
    "raise_softirq",
    "settle",
    "take_softirq",
]


@compiled("void(int64,int64,int64,int64)")
def queue_irq(m: int, c: int, vector: int, argument: int) -> None:
    """Make an interrupt pending; the end of the step that runs on this CPU delivers it."""
    tail = load64(c + C_IRQ_TAIL)
    if tail - load64(c + C_IRQ_HEAD) > load64(c + C_RING_MASK):
        store64(m + H_ERROR, E_RING)
        return
    row = load64(c + C_IRQ_RING) + IRQ_BYTES * (tail & load64(c + C_RING_MASK))
    store64(row, vector)
    store64(row + 8, argument)
    store64(row + 16, load64(m + H_NOW))
    tally_in(c + C_IRQ_TALLY, load64(m + H_NOW))
    store64(c + C_IRQ_TAIL, tail + 1)
    store64(c + C_ATTENTION, 1)


@compiled("void(int64,int64,int64,int64)")
def _push(m: int, c: int, x: int, level: int) -> None:
    interrupted = load64(c + C_CTX)
    store64(x + X_PREV, interrupted)
    store64(x + X_LEVEL, level)
    store64(x + X_PHASE, PHASE_WALK)
    store64(x + X_MODE, MODE_KERNEL)
    store64(x + X_ACCT, ACCT_IRQ)
    store64(x + X_SP, 0)
    store64(c + C_CTX, x)
    store64(c + C_LEVEL, level)
    if interrupted == load64(c + C_IDLE_CTX):
        spend(m, x, load64(load64(m + H_CONFIG) + CF_IDLE_EXIT_PRICE))


@compiled("void(int64,int64)")
def _enter_irq(m: int, c: int) -> None:
    head = load64(c + C_IRQ_HEAD)
    row = load64(c + C_IRQ_RING) + IRQ_BYTES * (head & load64(c + C_RING_MASK))
    store64(c + C_IRQ_HEAD, head + 1)
    tally_out(c + C_IRQ_TALLY, load64(m + H_NOW), load64(row + 16))
    x = load64(c + C_HARDIRQ_CTX)
    _push(m, c, x, LEVEL_HARDIRQ)
    store64(c + C_IRQ_OFF, load64(c + C_IRQ_OFF) + 1)
    store64(x + X_OP, load64(load64(m + H_CONFIG) + CF_VECTORS + 8 * load64(row)))
    store64(x + V_ARG, load64(row + 8))
    if load64(row) == VEC_WAKE:
        store64(x + V_P, load64(load64(row + 8) + T_STRUCT))


@compiled("void(int64,int64)")
def _enter_softirq(m: int, c: int) -> None:
    x = load64(c + C_SOFTIRQ_CTX)
    _push(m, c, x, LEVEL_SOFTIRQ)
    store64(x + X_OP, load64(load64(m + H_CONFIG) + CF_SOFTIRQ_OP))


@compiled("void(int64,int64)")
def _enter_nmi(m: int, c: int) -> None:
    x = load64(c + C_NMI_CTX)
    _push(m, c, x, LEVEL_NMI)
    store64(c + C_IRQ_OFF, load64(c + C_IRQ_OFF) + 1)
    store64(x + X_OP, load64(load64(m + H_CONFIG) + CF_NMI_OP))


@compiled("void(int64,int64)")
def raise_nmi(m: int, c: int) -> None:
    """Interrupt a CPU whatever it does; during another NMI, one is kept for its end."""
    if load64(c + C_LEVEL) == LEVEL_NMI:
        store64(c + C_NMI_PENDING, 1)
        return
    cut(m, c)
    x = load64(c + C_CTX)
    if load64(x + X_PENDING) == 0:
        undo(m, c, x, load64(m + H_NOW), 0)
    _enter_nmi(m, c)
    go(m, c)


@compiled("void(int64,int64)")
def irq_return(m: int, c: int) -> None:
    """End the running interrupt or softirq context; what it interrupted is current again."""
    x = load64(c + C_CTX)
    if load64(x + X_LEVEL) >= LEVEL_HARDIRQ:
        store64(c + C_IRQ_OFF, load64(c + C_IRQ_OFF) - 1)
    if load64(c + C_NEED_RESCHED) == RESCHED_SENT and load64(x + X_LEVEL) != LEVEL_NMI:
        store64(c + C_NEED_RESCHED, RESCHED_DUE)
    back = load64(x + X_PREV)
    store64(c + C_CTX, back)
    store64(c + C_LEVEL, load64(back + X_LEVEL))
    store64(c + C_ATTENTION, 1)
    if load64(c + C_NMI_PENDING) != 0 and load64(x + X_LEVEL) == LEVEL_NMI:
        store64(c + C_NMI_PENDING, 0)
        _enter_nmi(m, c)


@compiled("void(int64,int64,int64)")
def raise_softirq(m: int, c: int, task: int) -> None:
    """Add the finished request of *task* to the block softirq's work."""
    tail = load64(c + C_SOFT_TAIL)
    store64(load64(c + C_SOFT_RING) + 8 * (tail & load64(c + C_RING_MASK)), task)
    store64(c + C_SOFT_TAIL, tail + 1)
    store64(c + C_ATTENTION, 1)
    store64(task + T_SOFTIRQ_T, load64(m + H_NOW))
    tally_in(c + C_SOFT_TALLY, load64(m + H_NOW))


@compiled("int64(int64,int64)")
def take_softirq(m: int, c: int) -> int:
    """Take the next piece of softirq work, a task whose request is finished, or 0."""
    head = load64(c + C_SOFT_HEAD)
    if head == load64(c + C_SOFT_TAIL):
        return 0
    store64(c + C_SOFT_HEAD, head + 1)
    task = load64(load64(c + C_SOFT_RING) + 8 * (head & load64(c + C_RING_MASK)))
    tally_out(c + C_SOFT_TALLY, load64(m + H_NOW), load64(task + T_SOFTIRQ_T))
    return task


@compiled("int64(int64,int64,int64)", inline=True)
def _can_schedule(m: int, c: int, x: int) -> int:
    """Say whether the scheduler may take the CPU from context *x* here."""
    if x == load64(c + C_SCHED_CTX) or load64(c + C_PREEMPT) != 0:
        return 0
    if x == load64(c + C_IDLE_CTX):
        return 1 if load64(c + C_NR_QUEUED) > 0 else 0
    due = load64(c + C_NEED_RESCHED)
    if due == RESCHED_NO:
        return 0
    if load64(x + X_MODE) == MODE_USER:
        return 1
    if due == RESCHED_SENT:
        return 0
    return load64(load64(m + H_CONFIG) + CF_PREEMPT_FULL)


@compiled("void(int64,int64)")
def _attend(m: int, c: int) -> None:
    """Deliver what waits, and schedule if due, as things stand before anything done ahead."""
    x = load64(c + C_CTX)
    if load64(x + X_PENDING) == 0:
        undo(m, c, x, load64(m + H_NOW), 0)
    if load64(c + C_IRQ_OFF) == 0:
        if load64(c + C_IRQ_HEAD) != load64(c + C_IRQ_TAIL):
            _enter_irq(m, c)
        elif load64(c + C_LEVEL) == LEVEL_TASK:
            if load64(c + C_SOFT_HEAD) != load64(c + C_SOFT_TAIL):
                _enter_softirq(m, c)
            else:
                if _can_schedule(m, c, x) == 1:
                    enter_sched(m, c)
    waits = load64(c + C_IRQ_HEAD) ^ load64(c + C_IRQ_TAIL)
    waits |= load64(c + C_SOFT_HEAD) ^ load64(c + C_SOFT_TAIL)
    waits |= load64(c + C_NEED_RESCHED)
    store64(c + C_ATTENTION, 1 if waits != 0 else 0)


@compiled("void(int64,int64)", inline=True)
def settle(m: int, c: int) -> None:
    """End a step on this CPU: deliver what waits, schedule if due, and let the context go on."""
    if load64(c + C_ATTENTION) != 0:
        _attend(m, c)
    go(m, c)


@compiled("void(int64,int64,int64,int64)")
def raise_irq(m: int, c: int, vector: int, argument: int) -> None:
    """Interrupt a CPU from outside its own step: now, or when it allows it."""
    queue_irq(m, c, vector, argument)
    if load64(c + C_IRQ_OFF) == 0:
        cut(m, c)
        settle(m, c)
