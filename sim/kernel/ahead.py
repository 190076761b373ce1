"""Private steps taken ahead: what a context does between two steps that others can see.

Entering and leaving the kernel, beginning a hit, ending a program and leaving the hit concern
only the context and its CPU. A context *does them ahead*: when it spends the time that lies
before them. Each is noted as the action at the start of a split, so that it can be undone when
something cuts in before its time, and done again when the context goes on.

**Rule:** whoever else looks at a CPU (an interrupt, the scheduler, the horizon) looks after
`undo`: then the CPU's guards and all counters are what they are at that time. An action changes
nothing else, and only by adding: done, undone and done again it leaves no trace.

**Not modelled:** nothing; this is how the engine saves steps (docs/adr/0012).
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.engine.state import H_ERROR, H_HITS, H_LINKS, H_PROGS, H_SITES
from sim.kernel.layout import (
    ACTION_FLAG,
    ACTION_INDEX,
    ACTION_NR,
    ACTION_USES,
    C_KPROBE,
    C_PREEMPT,
    C_PROG_ACTIVE,
    C_RUNNING,
    DO_BEGIN,
    DO_END,
    DO_LEAVE,
    DO_SYSENTER,
    DO_SYSEXIT,
    E_SPLITS,
    GUARD_ACTIVE,
    K_BIT,
    K_FILTERED,
    K_GUARDED,
    K_HITS,
    K_KIND,
    K_MISSED_NESTED,
    K_NEXT,
    K_PROG,
    K_RUN,
    LINK_BYTES,
    LINK_KPROBE,
    MAX_SPLITS,
    MODE_KERNEL,
    MODE_USER,
    P_INSN_CNT,
    P_RUN_CNT,
    P_RUN_TIME_NS,
    PROG_BYTES,
    S_LINK,
    SITE_BYTES,
    SP_ACTION,
    SP_DATA,
    SP_NS,
    SPLIT_BYTES,
    X_HOLDS,
    X_LEVEL,
    X_MODE,
    X_NSPLIT,
    X_NUSES,
    X_PENDING,
    X_RUN_START,
    X_SPLITS,
)

__all__ = ["act", "note_action", "redo", "undo"]


@compiled("void(int64,int64,int64)", inline=True)
def _add(record: int, field: int, n: int) -> None:
    store64(record + field, load64(record + field) + n)


@compiled("int64(int64,int64,int64,int64)", inline=True)
def note_action(m: int, x: int, action: int, data: int) -> int:
    """Note that context *x* does an action after what it spends up to here.

    Args:
        m: The machine.
        x: The context.
        action: DO_…, and in its upper bytes what it is about (see `act`).
        data: More of it.

    Returns:
        Host address of the split, for whoever knows the rest only later.
    """
    n = load64(x + X_NSPLIT)
    split = x + X_SPLITS + SPLIT_BYTES * n
    if n >= MAX_SPLITS:
        store64(m + H_ERROR, E_SPLITS)
        return split
    store64(split + SP_NS, 0)
    store64(split + SP_ACTION, action | load64(x + X_NUSES) << ACTION_USES)
    store64(split + SP_DATA, data)
    store64(x + X_NSPLIT, n + 1)
    return split


@compiled("void(int64,int64,int64,int64,int64,int64)")
def _begin(m: int, c: int, x: int, action: int, mask: int, sign: int) -> None:
    """Begin a hit of a site; the flag says that it is nested, *mask* is X_MASK."""
    _add(c, C_PREEMPT, sign)
    nr = (action >> ACTION_NR) & 0xFF
    if nr == 0:
        return
    _add(m, H_HITS, sign)
    links = load64(m + H_LINKS)
    site = load64(m + H_SITES) + ((action >> ACTION_INDEX) & 0xFFFF) * SITE_BYTES
    index = load64(site + S_LINK)
    is_kprobe = load64(links + index * LINK_BYTES + K_KIND) == LINK_KPROBE
    nested = (action >> ACTION_FLAG) & 1
    if is_kprobe and nested == 0:
        _add(c, C_KPROBE, sign)
        _add(x, X_HOLDS, sign)
    for _ in range(nr):
        k = links + index * LINK_BYTES
        _add(k, K_HITS, sign)
        if nested == 1:
            _add(k, K_MISSED_NESTED, sign)
        elif (mask >> load64(k + K_BIT)) & 1 == 0:
            _add(k, K_FILTERED, sign)
        index = load64(k + K_NEXT)


@compiled("void(int64,int64,int64,int64)", inline=True)
def _leave(c: int, x: int, action: int, sign: int) -> None:
    _add(c, C_PREEMPT, -sign)
    if (action >> ACTION_FLAG) & 1 == 1:
        _add(c, C_KPROBE, -sign)
        _add(x, X_HOLDS, -sign)


@compiled("void(int64,int64,int64,int64,int64,int64)")
def act(m: int, c: int, x: int, split: int, sign: int, at_ns: int) -> None:
    """Do (*sign* 1) or undo (−1) the action of a split, whose time is *at_ns*.

    The end of a hit is flagged when it releases a kprobe's guard; its data are the instructions.
    DO_WALK does nothing: it stands for a step that walks on.
    """
    action = load64(split + SP_ACTION)
    what = action & 0xFF
    if what == DO_SYSENTER:
        store64(x + X_MODE, MODE_KERNEL if sign > 0 else MODE_USER)
    elif what == DO_SYSEXIT:
        store64(x + X_MODE, MODE_USER if sign > 0 else MODE_KERNEL)
    elif what == DO_BEGIN:
        _begin(m, c, x, action, load64(split + SP_DATA), sign)
    elif what == DO_LEAVE:
        _leave(c, x, action, sign)
    elif what == DO_END:
        k = load64(m + H_LINKS) + ((action >> ACTION_INDEX) & 0xFFFF) * LINK_BYTES
        p = load64(m + H_PROGS) + load64(k + K_PROG) * PROG_BYTES
        _add(c, C_PROG_ACTIVE, -sign * (load64(k + K_GUARDED) & GUARD_ACTIVE))
        running = 0 if sign > 0 else load64(k + K_PROG) + 1
        store64(c + C_RUNNING + 8 * load64(x + X_LEVEL), running)
        _add(k, K_RUN, sign)
        _add(p, P_RUN_CNT, sign)
        _add(p, P_RUN_TIME_NS, sign * (at_ns - load64(x + X_RUN_START)))
        _add(p, P_INSN_CNT, sign * load64(split + SP_DATA))
        _leave(c, x, action, sign)


@compiled("void(int64,int64,int64,int64,int64)")
def undo(m: int, c: int, x: int, start_ns: int, first: int) -> None:
    """Undo what *x* has done ahead, from split *first* on; its segment began at *start_ns*."""
    at = start_ns
    n = load64(x + X_NSPLIT)
    for i in range(n):
        at += load64(x + X_SPLITS + SPLIT_BYTES * i + SP_NS)
    i = n
    while i > first:
        i -= 1
        split = x + X_SPLITS + SPLIT_BYTES * i
        at -= load64(split + SP_NS)
        if load64(split + SP_ACTION) != 0:
            act(m, c, x, split, -1, at)
            store64(x + X_PENDING, 1)


@compiled("void(int64,int64,int64,int64)")
def redo(m: int, c: int, x: int, start_ns: int) -> None:
    """Do ahead what *x* has undone; its segment begins at *start_ns*."""
    at = start_ns
    for i in range(load64(x + X_NSPLIT)):
        split = x + X_SPLITS + SPLIT_BYTES * i
        if load64(split + SP_ACTION) != 0:
            act(m, c, x, split, 1, at)
        at += load64(split + SP_NS)
    store64(x + X_PENDING, 0)
