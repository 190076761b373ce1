"""Spending time: segments, their accounts, and cutting them short.

A context spends time in ordered splits (account, nanoseconds). While it runs, the CPU's slot
holds the segment's end. At the end all splits are charged; when something cuts in at an earlier
time, what has passed is charged in order and the rest stays with the context.

Prices are picoseconds; a context carries what is below a nanosecond to its next spending.

**Rule:** charging happens here and nowhere else, so that the ledger's sum is time itself.

**Not modelled:** frequency changes, hyper-threads.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.engine.order import set_slot
from sim.engine.rows import LOG_ACCOUNTS, add_row
from sim.engine.state import H_ERROR, H_LEDGER, H_NOW, H_PRICES, H_TRACE, INF
from sim.kernel.layout import (
    C_CTX,
    C_INDEX,
    C_SEG_START,
    C_SLOT,
    E_SPLITS,
    LEDGER_CPU_BYTES,
    MAX_SPLITS,
    X_ACCT,
    X_CARRY_PS,
    X_NSPLIT,
    X_OPEN,
    X_SPLITS,
)

__all__ = [
    "PRICE_BYTES",
    "VOID",
    "charge_all",
    "cut",
    "go",
    "has_time",
    "open_segment",
    "spend",
    "spend_ns",
    "spend_price",
    "spend_ps",
]

PRICE_BYTES = 16  # picoseconds, how often it was paid
VOID = -1  # trace row: what was announced for later is not going to happen


@compiled("void(int64,int64,int64)")
def _announce(m: int, cpu: int, packed: int) -> None:
    """Trace: from H_NOW plus an offset on, the CPU is in an account (offset << 16 | acct + 1)."""
    row = add_row(m, LOG_ACCOUNTS, 3)
    store64(row, load64(m + H_NOW) + (packed >> 16))
    store64(row + 8, cpu)
    store64(row + 16, (packed & 0xFFFF) - 1)


@compiled("void(int64,int64)")
def _announce_segment(m: int, c: int) -> None:
    """Trace: void what was announced before, and announce the running segment."""
    x = load64(c + C_CTX)
    cpu = load64(c + C_INDEX)
    _announce(m, cpu, 0)
    if load64(x + X_OPEN) != 0:
        _announce(m, cpu, load64(x + X_OPEN))
        return
    offset = 0
    for i in range(load64(x + X_NSPLIT)):
        split = x + X_SPLITS + 16 * i
        _announce(m, cpu, offset << 16 | (load64(split) + 1))
        offset += load64(split + 8)


@compiled("void(int64,int64,int64,int64)")
def spend_ns(m: int, x: int, acct: int, ns: int) -> None:
    """Add whole nanoseconds in *acct* to what context *x* spends next."""
    if ns <= 0:
        return
    n = load64(x + X_NSPLIT)
    if n > 0:
        last = x + X_SPLITS + 16 * (n - 1)
        if load64(last) == acct:
            store64(last + 8, load64(last + 8) + ns)
            return
    if n >= MAX_SPLITS:
        store64(m + H_ERROR, E_SPLITS)
        return
    split = x + X_SPLITS + 16 * n
    store64(split, acct)
    store64(split + 8, ns)
    store64(x + X_NSPLIT, n + 1)


@compiled("void(int64,int64,int64,int64)", inline=True)
def spend_ps(m: int, x: int, acct: int, ps: int) -> None:
    """Add picoseconds in *acct* to what context *x* spends next."""
    total = load64(x + X_CARRY_PS) + ps
    ns = total // 1000
    store64(x + X_CARRY_PS, total - 1000 * ns)
    if ns > 0:
        spend_ns(m, x, acct, ns)


@compiled("void(int64,int64,int64,int64,int64)")
def spend_price(m: int, x: int, acct: int, price: int, quantity: int) -> None:
    """Add *quantity* times a price (by number) in *acct*, and count its use."""
    row = load64(m + H_PRICES) + PRICE_BYTES * price
    store64(row + 8, load64(row + 8) + quantity)
    spend_ps(m, x, acct, load64(row) * quantity)


@compiled("void(int64,int64,int64)", inline=True)
def spend(m: int, x: int, price: int) -> None:
    """Add a price (by number) in the context's own account."""
    spend_price(m, x, load64(x + X_ACCT), price, 1)


@compiled("int64(int64)", inline=True)
def has_time(x: int) -> int:
    """Say whether the context has time to spend."""
    return load64(x + X_NSPLIT)


@compiled("void(int64,int64)")
def go(m: int, c: int) -> None:
    """Let the CPU's context spend what it has; its next step comes at the end of it."""
    x = load64(c + C_CTX)
    now = load64(m + H_NOW)
    store64(c + C_SEG_START, now)
    if load64(x + X_OPEN) != 0:
        set_slot(m, load64(c + C_SLOT), INF)
    else:
        total = 0
        for i in range(load64(x + X_NSPLIT)):
            total += load64(x + X_SPLITS + 16 * i + 8)
        set_slot(m, load64(c + C_SLOT), now + total)
    if load64(m + H_TRACE) != 0:
        _announce_segment(m, c)


@compiled("void(int64,int64,int64)", inline=True)
def open_segment(m: int, c: int, acct: int) -> None:
    """Let the CPU's context spend time in *acct* until something ends it."""
    store64(load64(c + C_CTX) + X_OPEN, acct + 1)
    go(m, c)


@compiled("void(int64,int64,int64,int64)", inline=True)
def _charge(m: int, c: int, acct: int, ns: int) -> None:
    cell = load64(m + H_LEDGER) + load64(c + C_INDEX) * LEDGER_CPU_BYTES + 8 * acct
    store64(cell, load64(cell) + ns)


@compiled("void(int64,int64)", inline=True)
def charge_all(m: int, c: int) -> None:
    """Charge the whole segment, at its end."""
    x = load64(c + C_CTX)
    for i in range(load64(x + X_NSPLIT)):
        split = x + X_SPLITS + 16 * i
        _charge(m, c, load64(split), load64(split + 8))
    store64(x + X_NSPLIT, 0)


@compiled("void(int64,int64)")
def cut(m: int, c: int) -> None:
    """Charge what has passed of the running segment; the rest stays with its context."""
    x = load64(c + C_CTX)
    elapsed = load64(m + H_NOW) - load64(c + C_SEG_START)
    store64(c + C_SEG_START, load64(m + H_NOW))
    if load64(x + X_OPEN) != 0:
        _charge(m, c, load64(x + X_OPEN) - 1, elapsed)
        return
    n = load64(x + X_NSPLIT)
    kept = 0
    for i in range(n):
        split = x + X_SPLITS + 16 * i
        acct = load64(split)
        ns = load64(split + 8)
        passed = ns if ns < elapsed else elapsed
        elapsed -= passed
        _charge(m, c, acct, passed)
        if ns > passed:
            store64(x + X_SPLITS + 16 * kept, acct)
            store64(x + X_SPLITS + 16 * kept + 8, ns - passed)
            kept += 1
    store64(x + X_NSPLIT, kept)
