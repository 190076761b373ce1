"""Spending time: segments, their accounts, and cutting them short.

A context spends time in ordered splits (account, nanoseconds, the action at its start). While it
runs, the CPU's slot holds the segment's end. At the end all splits are charged; when something
cuts in at an earlier time, what has passed is charged in order and the rest stays with the
context, its actions undone (`sim.kernel.ahead`).

Prices are picoseconds; a context carries what is below a nanosecond to its next spending.

**Rule:** charging happens here and nowhere else, so that the ledger's sum is time itself.

**Not modelled:** frequency changes, hyper-threads.
"""

from __future__ import annotations

from sim.base.arith import udiv64
from sim.base.compile import compiled, exported
from sim.base.memory import copy_bytes, load64, store64
from sim.engine.order import key_of, set_leaf
from sim.engine.rows import LOG_ACCOUNTS, add_row
from sim.engine.state import H_ERROR, H_KEY, H_NOW, H_PRICES, H_TRACE, INF
from sim.kernel.ahead import act, note_action, redo, undo
from sim.kernel.layout import (
    ACTION_USES,
    C_CTX,
    C_INDEX,
    C_LEAF,
    C_LEDGER,
    C_NEED_RESCHED,
    C_SEG_START,
    C_SLOT,
    DO_END,
    DO_LEAVE,
    DO_WALK,
    E_SPLITS,
    MAX_SPLITS,
    MAX_USES,
    RESCHED_NO,
    SP_ACCT,
    SP_ACTION,
    SP_NS,
    SPLIT_BYTES,
    X_ACCT,
    X_CARRY_PS,
    X_NSPLIT,
    X_NUSES,
    X_OPEN,
    X_PENDING,
    X_SPLITS,
    X_STOP,
    X_TOTAL_NS,
    X_USES,
)

__all__ = [
    "PRICE_BYTES",
    "VOID",
    "charge_all",
    "charge_to_action",
    "cut",
    "go",
    "has_time",
    "spend",
    "spend_after",
    "spend_ns",
    "spend_price",
    "spend_ps",
    "take_back_uses",
    "use_price",
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
        split = x + X_SPLITS + SPLIT_BYTES * i
        _announce(m, cpu, offset << 16 | (load64(split + SP_ACCT) + 1))
        offset += load64(split + SP_NS)


@compiled("void(int64,int64,int64,int64)", inline=True)
def spend_ns(m: int, x: int, acct: int, ns: int) -> None:
    """Add whole nanoseconds in *acct* to what context *x* spends next."""
    if ns <= 0:
        return
    store64(x + X_TOTAL_NS, load64(x + X_TOTAL_NS) + ns)
    n = load64(x + X_NSPLIT)
    split = x + X_SPLITS + SPLIT_BYTES * n
    if n > 0:
        last = split - SPLIT_BYTES
        had = load64(last + SP_NS)
        if had == 0 or load64(last + SP_ACCT) == acct:
            store64(last + SP_ACCT, acct)
            store64(last + SP_NS, had + ns)
            return
    if n >= MAX_SPLITS:
        store64(m + H_ERROR, E_SPLITS)
        return
    store64(split + SP_ACCT, acct)
    store64(split + SP_NS, ns)
    store64(split + SP_ACTION, 0)
    store64(x + X_NSPLIT, n + 1)


@compiled("int64(int64,int64)", inline=True)
def _whole_ns(x: int, ps: int) -> int:
    """Return the whole nanoseconds in what was carried and *ps*; carry the rest."""
    total = load64(x + X_CARRY_PS) + ps
    ns = udiv64(total, 1000)
    store64(x + X_CARRY_PS, total - 1000 * ns)
    return ns


@compiled("void(int64,int64,int64,int64)", inline=True)
def spend_ps(m: int, x: int, acct: int, ps: int) -> None:
    """Add picoseconds in *acct* to what context *x* spends next."""
    if ps == 0:
        return
    ns = _whole_ns(x, ps)
    if ns > 0:
        spend_ns(m, x, acct, ns)


@compiled("int64(int64,int64,int64,int64)", inline=True)
def use_price(m: int, x: int, price: int, quantity: int) -> int:
    """Count that context *x* pays a price (by number); return *quantity* times it, ps."""
    row = load64(m + H_PRICES) + PRICE_BYTES * price
    store64(row + 8, load64(row + 8) + quantity)
    n = load64(x + X_NUSES)
    if n < MAX_USES:
        store64(x + X_USES + 8 * n, price | quantity << 16)
        store64(x + X_NUSES, n + 1)
    return load64(row) * quantity


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def spend_price(m: int, x: int, acct: int, price: int, quantity: int) -> None:
    """Add *quantity* times a price (by number) in *acct*, and count its use."""
    spend_ps(m, x, acct, use_price(m, x, price, quantity))


@compiled("void(int64,int64,int64,int64,int64,int64)", inline=True)
def spend_after(m: int, x: int, action: int, data: int, acct: int, price: int) -> None:
    """Note an action (`sim.kernel.ahead.note_action`), and add a price that is paid after it."""
    split = note_action(m, x, action, data)
    ns = _whole_ns(x, use_price(m, x, price, 1))
    store64(split + SP_ACCT, acct)
    store64(split + SP_NS, ns)
    store64(x + X_TOTAL_NS, load64(x + X_TOTAL_NS) + ns)


@compiled("void(int64,int64,int64)", inline=True)
def spend(m: int, x: int, price: int) -> None:
    """Add a price (by number) in the context's own account."""
    spend_price(m, x, load64(x + X_ACCT), price, 1)


@compiled("int64(int64)", inline=True)
def has_time(x: int) -> int:
    """Say whether the context has time to spend, or has done something ahead."""
    return load64(x + X_NSPLIT)


@compiled("int64(int64)", inline=True)
def _to_first_action(x: int) -> int:
    """Return the time before the context's first action, or −1 when it has none."""
    offset = 0
    for i in range(load64(x + X_NSPLIT)):
        split = x + X_SPLITS + SPLIT_BYTES * i
        if load64(split + SP_ACTION) != 0:
            return offset
        offset += load64(split + SP_NS)
    return -1


@compiled("int64(int64,int64,int64)")
def _slow_end(m: int, c: int, x: int) -> int:
    """Return when the segment ends: at its first action, while the scheduler is due."""
    if load64(x + X_OPEN) != 0:
        return INF
    now = load64(m + H_NOW)
    if load64(c + C_NEED_RESCHED) != RESCHED_NO:
        if load64(x + X_PENDING) == 0:
            undo(m, c, x, now, 0)
        offset = _to_first_action(x)
        if offset >= 0:
            store64(x + X_STOP, 1)
            return now + offset
    redo(m, c, x, now)
    return now + load64(x + X_TOTAL_NS)


@compiled("void(int64,int64)", inline=True)
def go(m: int, c: int) -> None:
    """Let the CPU's context spend what it has; its next step comes at the end of it."""
    x = load64(c + C_CTX)
    end = load64(m + H_NOW)
    store64(c + C_SEG_START, end)
    if (load64(x + X_OPEN) | load64(x + X_PENDING) | load64(c + C_NEED_RESCHED)) != 0:
        end = _slow_end(m, c, x)
    else:
        end += load64(x + X_TOTAL_NS)
    set_leaf(m, load64(c + C_LEAF), key_of(end, load64(c + C_SLOT)))
    if load64(m + H_TRACE) != 0:
        _announce_segment(m, c)


@compiled("void(int64,int64)", inline=True)
def _charge(cell: int, ns: int) -> None:
    store64(cell, load64(cell) + ns)


@compiled("void(int64,int64)", inline=True)
def charge_all(c: int, x: int) -> None:
    """Charge the whole segment, at its end."""
    ledger = load64(c + C_LEDGER)
    n = load64(x + X_NSPLIT)
    split = x + X_SPLITS
    end = split + SPLIT_BYTES * n
    acct = load64(split + SP_ACCT)
    ns = 0
    while split < end:
        if load64(split + SP_ACCT) != acct:
            _charge(ledger + 8 * acct, ns)
            acct = load64(split + SP_ACCT)
            ns = 0
        ns += load64(split + SP_NS)
        split += SPLIT_BYTES
    if ns != 0:
        _charge(ledger + 8 * acct, ns)
    store64(x + X_NSPLIT, 0)
    store64(x + X_NUSES, 0)
    store64(x + X_TOTAL_NS, 0)


@compiled("int64(int64,int64,int64)")
def _first_to_come(m: int, c: int, x: int) -> int:
    """Return the first split whose action is not due yet, in the order of all steps."""
    at = load64(c + C_SEG_START)
    slot = load64(c + C_SLOT)
    n = load64(x + X_NSPLIT)
    for i in range(n):
        split = x + X_SPLITS + SPLIT_BYTES * i
        if load64(split + SP_ACTION) != 0:
            if key_of(at, slot) >= load64(m + H_KEY):
                return i
            store64(split + SP_ACTION, 0)
        at += load64(split + SP_NS)
    return n


@compiled("void(int64,int64,int64)")
def _charge_passed(c: int, x: int, elapsed: int) -> None:
    """Charge the first *elapsed* ns of the splits; keep what is left of them."""
    ledger = load64(c + C_LEDGER)
    store64(x + X_TOTAL_NS, load64(x + X_TOTAL_NS) - elapsed)
    kept = 0
    for i in range(load64(x + X_NSPLIT)):
        split = x + X_SPLITS + SPLIT_BYTES * i
        ns = load64(split + SP_NS)
        passed = ns if ns < elapsed else elapsed
        elapsed -= passed
        if passed != 0:
            _charge(ledger + 8 * load64(split + SP_ACCT), passed)
        if ns > passed or load64(split + SP_ACTION) != 0:
            to = x + X_SPLITS + SPLIT_BYTES * kept
            copy_bytes(to, split, SPLIT_BYTES)
            store64(to + SP_NS, ns - passed)
            kept += 1
    store64(x + X_NSPLIT, kept)


@compiled("void(int64,int64)")
def charge_to_action(m: int, c: int) -> None:
    """Charge up to the segment's first action, which is due, and do it.

    Behind a hit's end the context walks on in a step of its own, at the same time.
    """
    x = load64(c + C_CTX)
    now = load64(m + H_NOW)
    store64(x + X_STOP, 0)
    _charge_passed(c, x, now - load64(c + C_SEG_START))
    act(m, c, x, x + X_SPLITS, 1, now)
    action = load64(x + X_SPLITS + SP_ACTION)
    what = action & 0xFF
    if what == DO_END or what == DO_LEAVE:
        store64(x + X_SPLITS + SP_ACTION, DO_WALK | (action >> ACTION_USES) << ACTION_USES)
        return
    store64(x + X_SPLITS + SP_ACTION, 0)
    if load64(x + X_SPLITS + SP_NS) == 0:
        _charge_passed(c, x, 0)


@compiled("void(int64,int64)")
def cut(m: int, c: int) -> None:
    """Charge what has passed of the running segment; the rest stays with its context."""
    x = load64(c + C_CTX)
    elapsed = load64(m + H_NOW) - load64(c + C_SEG_START)
    if load64(x + X_OPEN) != 0:
        _charge(load64(c + C_LEDGER) + 8 * (load64(x + X_OPEN) - 1), elapsed)
    else:
        if load64(x + X_PENDING) == 0:
            undo(m, c, x, load64(c + C_SEG_START), _first_to_come(m, c, x))
        store64(x + X_STOP, 0)
        _charge_passed(c, x, elapsed)
    store64(c + C_SEG_START, load64(m + H_NOW))


@exported("int64(int64,int64)")
def take_back_uses(m: int, x: int) -> int:
    """At the horizon: count as not paid what lies behind the first action not done."""
    if load64(x + X_PENDING) == 0:
        return 0
    first = load64(x + X_NUSES)
    for i in range(load64(x + X_NSPLIT)):
        action = load64(x + X_SPLITS + SPLIT_BYTES * i + SP_ACTION)
        if action != 0:
            first = action >> ACTION_USES
            break
    for i in range(first, load64(x + X_NUSES)):
        use = load64(x + X_USES + 8 * i)
        row = load64(m + H_PRICES) + PRICE_BYTES * (use & 0xFFFF)
        store64(row + 8, load64(row + 8) - (use >> 16))
    return 0
