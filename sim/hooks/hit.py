"""A hit: which links it concerns, which guards let it pass, and how it is counted.

**Rule:** a hit × program ends in exactly one of filtered, run, missed by a cause, or is still
under way; each is counted where it happens.

**Not modelled:** sleepable programs' own guards.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.engine.rows import LOG_FLOW, LOG_SITES, add_row
from sim.engine.state import (
    H_CONFIG,
    H_LINKS,
    H_NOW,
    H_SITES,
    H_TRACE,
)
from sim.kernel.layout import (
    ACT_HOOK,
    C_INDEX,
    C_KPROBE,
    C_TASK,
    CF_FILTER_PRICE,
    CF_MISSED_PRICE,
    CF_SLOW_PATH_PRICE,
    FLOW_ENTER,
    FLOW_FILTERED,
    FLOW_HIT,
    FLOW_MISS_ACTIVE,
    FLOW_MISS_NESTED,
    FLOW_MISS_OVERRULED,
    FLOW_MISS_POOL,
    FLOW_MISS_RECURSION,
    FLOW_RETURN,
    FRAME_WORDS,
    K_BIT,
    K_ENTRIES,
    K_FILTERED,
    K_FREE,
    K_HITS,
    K_KIND,
    K_MISSED_ACTIVE,
    K_MISSED_NESTED,
    K_MISSED_OVERRULED,
    K_MISSED_POOL,
    K_MISSED_RECURSION,
    K_NEXT,
    K_NR,
    K_OWNER,
    K_PEER,
    K_POOL,
    K_PRICE,
    K_RETURN_NEXT,
    K_RETURNS,
    LINK_BYTES,
    LINK_FEXIT,
    LINK_KPROBE,
    LINK_KRETPROBE,
    LINK_RETMULTI,
    LINK_RETSESSION,
    LINK_SYSCALL,
    LINK_UPROBE,
    LINK_URETPROBE,
    MAX_OWNERS,
    S_FILTER,
    S_KIND,
    S_LINK,
    S_SLOW,
    S_SLOW_OWNER,
    S_TRACED,
    SITE_BYTES,
    SITE_USER,
    T_PID,
    T_TGID,
    V_A0,
    V_NR,
    V_RET,
    X_FRAMES,
    X_MASK,
    X_RETURN,
    X_SITE,
    X_SP,
)
from sim.kernel.segment import spend_price

__all__ = [
    "bump",
    "count_tracepoint",
    "enter_function",
    "first_wanted",
    "flow",
    "give_instance",
    "is_kprobe",
    "is_return",
    "link_at",
    "miss",
    "next_link",
    "overrule",
    "recycle",
    "site_at",
    "slow_path",
    "trace_site",
]


@compiled("int64(int64,int64)", inline=True)
def link_at(m: int, index: int) -> int:
    """Return the record of link *index*."""
    return load64(m + H_LINKS) + index * LINK_BYTES


@compiled("int64(int64,int64)", inline=True)
def site_at(m: int, x: int) -> int:
    """Return the record of the site that context *x* is handling."""
    return load64(m + H_SITES) + load64(x + X_SITE) * SITE_BYTES


@compiled("void(int64,int64)", inline=True)
def bump(record: int, field: int) -> None:
    """Add one to a counter of a record."""
    store64(record + field, load64(record + field) + 1)


@compiled("void(int64,int64,int64,int64,int64)")
def flow(m: int, c: int, what: int, a: int, b: int) -> None:
    """Write down for the second accountant what happened to a hit, record or map."""
    if load64(m + H_TRACE) == 0:
        return
    row = add_row(m, LOG_FLOW, 5)
    store64(row, load64(m + H_NOW))
    store64(row + 8, load64(c + C_INDEX))
    store64(row + 16, what)
    store64(row + 24, a)
    store64(row + 32, b)


@compiled("void(int64,int64,int64,int64)")
def trace_site(m: int, c: int, x: int, s: int) -> None:
    """Write the hit down before anything is dispatched: what the second accountant counts."""
    if load64(m + H_TRACE) == 0 or load64(s + S_TRACED) == 0:
        return
    task = load64(c + C_TASK)
    row = add_row(m, LOG_SITES, 7)
    store64(row, load64(m + H_NOW))
    store64(row + 8, load64(c + C_INDEX))
    store64(row + 16, load64(task + T_PID) if task != 0 else 0)
    store64(row + 24, load64(x + X_SITE))
    nr = load64(x + V_NR)
    if load64(s + S_KIND) >= SITE_USER and task != 0:
        nr = load64(task + T_TGID)  # what a uprobe's filter asks for
    store64(row + 32, nr)
    store64(row + 40, load64(x + V_RET))
    store64(row + 48, load64(x + V_A0 + 8))


@compiled("int64(int64,int64,int64)")
def _passes(c: int, x: int, k: int) -> int:
    """Say whether a tracepoint's or uprobe's hit gets past link *k*'s filter."""
    kind = load64(k + K_KIND)
    if kind == LINK_UPROBE or kind == LINK_URETPROBE:
        tgid = load64(k + K_NR)
        return 1 if tgid < 0 or tgid == load64(load64(c + C_TASK) + T_TGID) else 0
    if kind != LINK_SYSCALL:
        return 1
    nr = load64(k + K_NR)
    return 1 if nr < 0 or nr == load64(x + V_NR) else 0


@compiled("void(int64,int64)", inline=True)
def _want(x: int, k: int) -> None:
    """Let link *k*'s program run for this hit; a link installed later has no part in it."""
    store64(x + X_MASK, load64(x + X_MASK) | (1 << load64(k + K_BIT)))


@compiled("int64(int64,int64)", inline=True)
def next_link(x: int, k: int) -> int:
    """Return the link behind link *k* in the order of an entry or of a return, or −1."""
    return load64(k + K_NEXT + (K_RETURN_NEXT - K_NEXT) * load64(x + X_RETURN))


@compiled("int64(int64,int64,int64)")
def first_wanted(m: int, x: int, index: int) -> int:
    """Return the first link from *index* on with a program to run, or −1."""
    while index >= 0:
        k = link_at(m, index)
        if (load64(x + X_MASK) >> load64(k + K_BIT)) & 1:
            return index
        index = next_link(x, k)
    return -1


@compiled("void(int64,int64,int64,int64)")
def miss(m: int, c: int, index: int, cause: int) -> None:
    """Count a hit that did not become a run; *cause* is the K_MISSED_… field."""
    bump(link_at(m, index), cause)
    what = FLOW_MISS_POOL
    if cause == K_MISSED_ACTIVE:
        what = FLOW_MISS_ACTIVE
    elif cause == K_MISSED_NESTED:
        what = FLOW_MISS_NESTED
    elif cause == K_MISSED_RECURSION:
        what = FLOW_MISS_RECURSION
    elif cause == K_MISSED_OVERRULED:
        what = FLOW_MISS_OVERRULED
    flow(m, c, what, index, 0)


@compiled("int64(int64)", inline=True)
def _frame(x: int) -> int:
    """Return the frame of the innermost function."""
    return x + X_FRAMES + 8 * FRAME_WORDS * (load64(x + X_SP) - 1)


@compiled("void(int64,int64,int64,int64)")
def overrule(m: int, c: int, x: int, index: int) -> None:
    """Miss the hit's programs from link *index* on: the function has its answer."""
    index = first_wanted(m, x, index)
    while index >= 0:
        miss(m, c, index, K_MISSED_OVERRULED)
        index = first_wanted(m, x, load64(link_at(m, index) + K_NEXT))
    store64(x + X_MASK, 0)


@compiled("void(int64,int64,int64,int64)")
def _turn_away(m: int, c: int, x: int, index: int) -> None:
    """No instance is free: the return is missed, and the entry half of a session with it."""
    miss(m, c, index, K_MISSED_POOL)
    k = link_at(m, index)
    if load64(k + K_KIND) == LINK_RETSESSION:
        peer = load64(k + K_PEER)
        miss(m, c, peer, K_MISSED_POOL)
        bit = 1 << load64(link_at(m, peer) + K_BIT)
        store64(x + X_MASK, load64(x + X_MASK) & ~bit)


@compiled("void(int64,int64,int64,int64)")
def _take_instance(m: int, c: int, x: int, index: int) -> None:
    """A return probe's entry handler: take an instance for this call, or miss it."""
    k = link_at(m, index)
    pool = link_at(m, load64(k + K_POOL))
    if load64(k + K_KIND) != LINK_RETSESSION:  # a session's entry half pays for both
        spend_price(m, x, ACT_HOOK * MAX_OWNERS + load64(k + K_OWNER), load64(k + K_PRICE), 1)
    if load64(pool + K_FREE) == 0:
        _turn_away(m, c, x, index)
        return
    store64(pool + K_FREE, load64(pool + K_FREE) - 1)
    bump(k, K_ENTRIES)
    frame = _frame(x)
    store64(frame + 16, load64(frame + 16) | (1 << load64(k + K_BIT)))
    flow(m, c, FLOW_ENTER, index, 0)


@compiled("void(int64,int64,int64,int64)", inline=True)
def _enter_exit(m: int, c: int, x: int, index: int) -> None:
    """An fexit trampoline is on the way: the call's return belongs to it."""
    k = link_at(m, index)
    bump(k, K_ENTRIES)
    frame = _frame(x)
    store64(frame + 16, load64(frame + 16) | (1 << load64(k + K_BIT)))
    flow(m, c, FLOW_ENTER, index, 0)


@compiled("void(int64,int64,int64,int64)")
def _enter_user(m: int, c: int, x: int, index: int) -> None:
    """A uretprobe's entry half: the call's return address leads to the trampoline."""
    k = link_at(m, index)
    store64(k + K_FREE, load64(k + K_FREE) - 1)
    bump(k, K_ENTRIES)
    frame = _frame(x)
    store64(frame + 16, load64(frame + 16) | (1 << load64(k + K_BIT)))
    flow(m, c, FLOW_ENTER, index, 0)


@compiled("void(int64,int64,int64)")
def give_instance(m: int, x: int, k: int) -> None:
    """A return probe's return: the instance is free again."""
    if load64(k + K_KIND) != LINK_FEXIT:
        pool = link_at(m, load64(k + K_POOL))
        store64(pool + K_FREE, load64(pool + K_FREE) + 1)
    bump(k, K_RETURNS)
    frame = _frame(x)
    store64(frame + 16, load64(frame + 16) & ~(1 << load64(k + K_BIT)))


@compiled("void(int64,int64,int64,int64)")
def recycle(m: int, c: int, x: int, k: int) -> None:
    """A session's entry half wants no return: its instance is free again."""
    peer = load64(k + K_PEER)
    half = link_at(m, peer)
    if (load64(_frame(x) + 16) >> load64(half + K_BIT)) & 1 == 0:
        return
    give_instance(m, x, half)
    bump(half, K_FILTERED)
    flow(m, c, FLOW_RETURN, peer, 0)
    flow(m, c, FLOW_FILTERED, peer, 0)


@compiled("int64(int64)", inline=True)
def is_kprobe(k: int) -> int:
    """Say whether a link answers to kprobe_running."""
    kind = load64(k + K_KIND)
    return 1 if kind == LINK_KPROBE or kind == LINK_KRETPROBE else 0


@compiled("int64(int64)", inline=True)
def is_return(k: int) -> int:
    """Say whether a link's program runs when its function returns."""
    kind = load64(k + K_KIND)
    of_call = kind == LINK_KRETPROBE or kind == LINK_FEXIT or kind == LINK_URETPROBE
    return 1 if of_call or kind == LINK_RETMULTI or kind == LINK_RETSESSION else 0


@compiled("int64(int64,int64,int64,int64)")
def enter_function(m: int, c: int, x: int, s: int) -> int:
    """Count a function's entry for every link, and find out which programs it concerns.

    Returns:
        1 when a kprobe is among them that no other one on this CPU keeps out.
    """
    nested = 1 if load64(c + C_KPROBE) != 0 else 0
    holds, turned_away = 0, -1
    index = load64(s + S_LINK)
    while index >= 0:
        k = link_at(m, index)
        bump(k, K_HITS)
        flow(m, c, FLOW_HIT, index, 0)
        guarded = is_kprobe(k)
        if guarded == 1 and nested == 1:
            miss(m, c, index, K_MISSED_NESTED)
            turned_away = load64(k + K_OWNER) if turned_away < 0 else turned_away
        elif load64(k + K_KIND) == LINK_FEXIT:
            _enter_exit(m, c, x, index)
        elif is_return(k) == 1:
            _take_instance(m, c, x, index)
            holds |= guarded
        else:
            _want(x, k)
            holds |= guarded
        index = load64(k + K_NEXT)
    if turned_away >= 0:
        acct = ACT_HOOK * MAX_OWNERS + turned_away
        spend_price(m, x, acct, load64(load64(m + H_CONFIG) + CF_MISSED_PRICE), 1)
    return holds


@compiled("void(int64,int64,int64,int64)")
def count_tracepoint(m: int, c: int, x: int, s: int) -> None:
    """Count a tracepoint's hit for every program, and those that a filter keeps out."""
    index = load64(s + S_LINK)
    while index >= 0:
        k = link_at(m, index)
        bump(k, K_HITS)
        flow(m, c, FLOW_HIT, index, 0)
        if _passes(c, x, k) == 1:
            if load64(k + K_KIND) == LINK_URETPROBE:
                _enter_user(m, c, x, index)
            else:
                _want(x, k)
        else:
            bump(k, K_FILTERED)
            flow(m, c, FLOW_FILTERED, index, 0)
        index = load64(k + K_NEXT)


@compiled("void(int64,int64,int64)")
def slow_path(m: int, x: int, s: int) -> None:
    """Charge what every system call pays once a syscall tracepoint is attached anywhere."""
    acct = ACT_HOOK * MAX_OWNERS + load64(s + S_SLOW_OWNER)
    cf = load64(m + H_CONFIG)
    spend_price(m, x, acct, load64(cf + CF_SLOW_PATH_PRICE), load64(s + S_SLOW))
    spend_price(m, x, acct, load64(cf + CF_FILTER_PRICE), load64(s + S_FILTER))
