"""A breakpoint in user space: its trap, and the lock that finding its uprobe takes.

Before 6.12 every hit takes a spinlock of the whole machine; from 6.12 on finding the uprobe takes
none, but the process's mmap lock is still taken for reading, and its cache line is what the
process's threads wait for. Either is a next-free-time resource: hits pass it in order of time,
each holds it for a price.

**Rule:** the trap is paid once a hit, by the owner of the site's first link; waiting is charged to
*lock_wait*. The hold lies within the trap's price.

**Not modelled:** the depth limit of 64 pending returns, which paths without recursion cannot
reach; interrupts that lengthen a hold.
"""

from __future__ import annotations

from sim.base.arith import udiv64
from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.engine.state import H_CONFIG, H_NOW, H_PRICES, H_WORKLOADS
from sim.hooks.hit import link_at
from sim.kernel.layout import (
    ACT_HOOK,
    ACT_LOCK_WAIT,
    C_TASK,
    CF_UPROBE_FREE,
    CF_UPROBE_HOLD,
    CF_UPROBE_OWN,
    CF_URETPROBE_HOLD,
    K_OWNER,
    MAX_OWNERS,
    S_LINK,
    S_TRAP_PRICE,
    T_WORKLOAD,
    W_UPROBE_FREE,
    WORKLOAD_BYTES,
    X_RETURN,
)
from sim.kernel.segment import PRICE_BYTES, spend_ns, spend_price

__all__ = ["trap_user"]


@compiled("int64(int64,int64,int64)")
def _lock(m: int, c: int, cf: int) -> int:
    """Return where the free time of the lock is that the current task's hits take."""
    if load64(cf + CF_UPROBE_OWN) == 0:
        return cf + CF_UPROBE_FREE
    workload = load64(load64(c + C_TASK) + T_WORKLOAD)
    return load64(m + H_WORKLOADS) + workload * WORKLOAD_BYTES + W_UPROBE_FREE


@compiled("int64(int64,int64,int64,int64)")
def _wait_ns(m: int, c: int, cf: int, price: int) -> int:
    """Take the lock for a price's time when it is free; return how long that takes."""
    now = load64(m + H_NOW)
    lock = _lock(m, c, cf)
    free = load64(lock)
    begin = free if free > now else now
    store64(lock, begin + udiv64(load64(load64(m + H_PRICES) + PRICE_BYTES * price), 1000))
    return begin - now


@compiled("void(int64,int64,int64,int64)")
def trap_user(m: int, c: int, x: int, s: int) -> None:
    """Pay for the way into the kernel that a hit of user site *s* takes."""
    cf = load64(m + H_CONFIG)
    owner = load64(link_at(m, load64(s + S_LINK)) + K_OWNER)
    is_return = load64(x + X_RETURN)
    hold = load64(cf + CF_URETPROBE_HOLD) if is_return == 1 else load64(cf + CF_UPROBE_HOLD)
    spend_ns(m, x, ACT_LOCK_WAIT * MAX_OWNERS + owner, _wait_ns(m, c, cf, hold))
    if is_return == 0:
        spend_price(m, x, ACT_HOOK * MAX_OWNERS + owner, load64(s + S_TRAP_PRICE), 1)
