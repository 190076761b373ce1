"""Locks held across a code path: mutexes that sleep, spinlocks that spin, FIFO.

A released lock is handed to the first waiter. A mutex's waiter is woken; a spinlock's waiter
spins with preemption off until the lock is its own.

**Rule:** a lock's owner is a task's context.

**Not modelled:** optimistic spinning on a mutex's owner, lock stealing, rw-semaphores, priority
inheritance.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.base.tally import tally_in, tally_out
from sim.engine.state import H_CONFIG, H_LOCKS, H_NOW
from sim.kernel.layout import (
    ACT_LOCK_WAIT,
    C_CTX,
    C_INDEX,
    C_PREEMPT,
    CF_LOCK_TRANSFER_PRICE,
    CF_MUTEX_FAST_PRICE,
    CF_MUTEX_SLOW_PRICE,
    LK_CPU,
    LK_HEAD,
    LK_KIND,
    LK_MASK,
    LK_OWNER,
    LK_RING,
    LK_TAIL,
    LK_TALLY,
    LK_WAITS,
    LOCK_BYTES,
    LOCK_SPIN,
    MAX_OWNERS,
    STATE_UNINTERRUPTIBLE,
    T_LOCK_T,
    T_OWNER,
    X_CPU,
    X_GRANTED,
    X_OPEN,
    X_SPINNING,
    X_TASK,
)
from sim.kernel.sched import block, cpu_at
from sim.kernel.segment import cut, go, spend

__all__ = ["lock", "lock_at", "unlock"]


@compiled("int64(int64,int64)", inline=True)
def lock_at(m: int, index: int) -> int:
    """Return the record of lock *index*."""
    return load64(m + H_LOCKS) + index * LOCK_BYTES


@compiled("void(int64,int64,int64,int64)", inline=True)
def _take(m: int, c: int, lk: int, x: int) -> None:
    """Become the owner; pay for the lock word's cache line if another CPU had it last."""
    cf = load64(m + H_CONFIG)
    store64(lk + LK_OWNER, x)
    if load64(lk + LK_CPU) != load64(c + C_INDEX) + 1:
        if load64(lk + LK_CPU) != 0:
            spend(m, x, load64(cf + CF_LOCK_TRANSFER_PRICE))
        store64(lk + LK_CPU, load64(c + C_INDEX) + 1)
    spend(m, x, load64(cf + CF_MUTEX_FAST_PRICE))


@compiled("int64(int64,int64,int64)")
def lock(m: int, c: int, index: int) -> int:
    """Take a lock for the CPU's context.

    Returns:
        1 when the lock is the context's own; 0 when it waits (blocked, or spinning).
    """
    lk = lock_at(m, index)
    x = load64(c + C_CTX)
    if load64(x + X_GRANTED) != 0:
        store64(x + X_GRANTED, 0)
        store64(x + X_SPINNING, 0)
        _take(m, c, lk, x)
        return 1
    if load64(lk + LK_KIND) == LOCK_SPIN:
        store64(c + C_PREEMPT, load64(c + C_PREEMPT) + 1)
    if load64(lk + LK_OWNER) == 0:
        _take(m, c, lk, x)
        return 1
    tail = load64(lk + LK_TAIL)
    store64(load64(lk + LK_RING) + 8 * (tail & load64(lk + LK_MASK)), x)
    store64(lk + LK_TAIL, tail + 1)
    store64(lk + LK_WAITS, load64(lk + LK_WAITS) + 1)
    store64(load64(x + X_TASK) + T_LOCK_T, load64(m + H_NOW))
    tally_in(lk + LK_TALLY, load64(m + H_NOW))
    if load64(lk + LK_KIND) == LOCK_SPIN:
        store64(x + X_SPINNING, 1)
        acct = ACT_LOCK_WAIT * MAX_OWNERS + load64(load64(x + X_TASK) + T_OWNER)
        store64(x + X_OPEN, acct + 1)
        store64(x + X_CPU, load64(c + C_INDEX))
    else:
        spend(m, x, load64(load64(m + H_CONFIG) + CF_MUTEX_SLOW_PRICE))
        block(m, c, STATE_UNINTERRUPTIBLE)
    return 0


@compiled("int64(int64,int64,int64)")
def unlock(m: int, c: int, index: int) -> int:
    """Release a lock and hand it to the first waiter.

    Returns:
        The task that is to be woken, or 0.
    """
    lk = lock_at(m, index)
    spin = 1 if load64(lk + LK_KIND) == LOCK_SPIN else 0
    if spin == 1:
        store64(c + C_PREEMPT, load64(c + C_PREEMPT) - 1)
    head = load64(lk + LK_HEAD)
    if head == load64(lk + LK_TAIL):
        store64(lk + LK_OWNER, 0)
        return 0
    waiter = load64(load64(lk + LK_RING) + 8 * (head & load64(lk + LK_MASK)))
    store64(lk + LK_HEAD, head + 1)
    came = load64(load64(waiter + X_TASK) + T_LOCK_T)
    tally_out(lk + LK_TALLY, load64(m + H_NOW), came)
    store64(lk + LK_OWNER, waiter)
    store64(waiter + X_GRANTED, 1)
    if spin == 0:
        return load64(waiter + X_TASK)
    target = cpu_at(m, load64(waiter + X_CPU))
    if load64(target + C_CTX) == waiter:
        cut(m, target)
        store64(waiter + X_OPEN, 0)
        go(m, target)
    else:
        store64(waiter + X_OPEN, 0)
    return 0
