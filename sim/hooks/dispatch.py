"""Dispatch: what happens from a hit to the end of its last program.

A context at a site goes through phases, each a step at its own time:

1. the hit: guards that decide at once, the hook's price;
2. each program: ``bpf_prog_active`` decides whether it runs or is missed; its segments run from
   one visible helper to the next, priced by what they count;
3. the end: guards are released, a returning function is left.

**Rule:** a hit × program ends in exactly one of filtered, run, missed by a cause, or is still
under way; each is counted where it happens.

**Not modelled:** raw tracepoints, fentry, multi-attach (later hooks); the price of leaving a
hook apart from entering it (published figures are for both).
"""

from __future__ import annotations

from sim.base.arith import ctz64
from sim.base.compile import call1, compiled, exported
from sim.base.memory import load64, store64
from sim.bpf.interp import start_run
from sim.bpf.maps.layout import M_WAKING, MAP_BYTES
from sim.bpf.run_state import (
    R_COMM,
    R_COOKIE,
    R_COUNTS,
    R_CPU,
    R_FUNC_IP,
    R_INSNS,
    R_NOTE_ROWS,
    R_NOTES,
    R_NOTING,
    R_NOW,
    R_PID_TGID,
    R_RAISE,
    R_TASK,
    R_TOUCHED,
    R_UID_GID,
    R_USTACK,
    R_WAIT_NS,
    RUN_BYTES,
    RUN_EXIT,
    RUN_FAULT,
    RUN_PYTHON,
    RUN_WAIT,
)
from sim.engine.rows import LOG_FLOW, LOG_SITES, add_row
from sim.engine.state import (
    H_CONFIG,
    H_ERROR,
    H_HITS,
    H_INTERP,
    H_LINKS,
    H_MAPS,
    H_NOW,
    H_PROG_PRICES,
    H_PROGS,
    H_REGION,
    H_SITES,
    H_TRACE,
    H_TRAP,
    H_TRAP_A,
    H_TRAP_B,
    TRAP_HELPER,
    TRAP_HIT,
)
from sim.hooks.context import build_context
from sim.kernel.irq import queue_irq
from sim.kernel.layout import (
    ACT_HELPER,
    ACT_HOOK,
    ACT_LOCK_WAIT,
    ACT_MAP,
    ACT_PROGRAM,
    ACT_RINGBUF,
    C_CTX,
    C_CTX_MEM,
    C_IDLE_TASK,
    C_INDEX,
    C_IRQ_OFF,
    C_KPROBE,
    C_LEVEL,
    C_PREEMPT,
    C_PROG_ACTIVE,
    C_RUNS,
    C_TASK,
    CF_FILTER_PRICE,
    CF_MISSED_PRICE,
    CF_PROG_ENTER_PRICE,
    CF_SLOW_PATH_PRICE,
    CTX_MEM_BYTES,
    E_FAULT,
    FLOW_END,
    FLOW_ENTER,
    FLOW_FILTERED,
    FLOW_HIT,
    FLOW_MISS_ACTIVE,
    FLOW_MISS_NESTED,
    FLOW_MISS_POOL,
    FLOW_NOTE,
    FLOW_RETURN,
    FLOW_RUN,
    FRAME_WORDS,
    K_BIT,
    K_CHAINED_PRICE,
    K_COOKIE,
    K_ENTRIES,
    K_FILTERED,
    K_FREE,
    K_HITS,
    K_KIND,
    K_MISSED_ACTIVE,
    K_MISSED_NESTED,
    K_MISSED_POOL,
    K_NEXT,
    K_NR,
    K_OWNER,
    K_PRICE,
    K_PROG,
    K_RETURN_PRICE,
    K_RETURNS,
    K_RUN,
    LINK_BYTES,
    LINK_KPROBE,
    LINK_KRETPROBE,
    LINK_SYSCALL,
    MAX_OWNERS,
    P_INSN_CNT,
    P_INSNS,
    P_RUN_CNT,
    P_RUN_TIME_NS,
    PHASE_LEAVE,
    PHASE_PROG,
    PHASE_PROG_END,
    PHASE_RESUME,
    PHASE_WALK,
    PROG_BYTES,
    PROG_PRICE_ACTIVITY,
    PROG_PRICE_USED,
    S_ADDRESS,
    S_FILTER,
    S_LINK,
    S_SLOW_OWNER,
    S_SLOW,
    S_TRACED,
    S_WAITERS,
    SITE_BYTES,
    T_COMM,
    T_PID,
    T_STRUCT,
    T_TGID,
    T_UID_GID,
    T_USTACK,
    V_A0,
    V_NR,
    V_RET,
    VEC_IRQ_WORK,
    X_FRAMES,
    X_LINK,
    X_MASK,
    X_PHASE,
    X_RETURN,
    X_SITE,
    X_RUN_START,
    X_SP,
    X_WAITING,
)
from sim.kernel.segment import spend_ns, spend_price, spend_ps
from sim.kernel.walk import leave_function

__all__ = ["dispatch"]

_NESTED = -2  # X_LINK of a hit that another kprobe kept out


@compiled("int64(int64,int64)", inline=True)
def _link_at(m: int, index: int) -> int:
    return load64(m + H_LINKS) + index * LINK_BYTES


@compiled("int64(int64,int64)", inline=True)
def _site_at(m: int, x: int) -> int:
    return load64(m + H_SITES) + load64(x + X_SITE) * SITE_BYTES


@compiled("void(int64,int64)", inline=True)
def _count(record: int, field: int) -> None:
    store64(record + field, load64(record + field) + 1)


@compiled("void(int64,int64,int64,int64,int64)")
def _flow(m: int, c: int, what: int, a: int, b: int) -> None:
    if load64(m + H_TRACE) == 0:
        return
    row = add_row(m, LOG_FLOW, 5)
    store64(row, load64(m + H_NOW))
    store64(row + 8, load64(c + C_INDEX))
    store64(row + 16, what)
    store64(row + 24, a)
    store64(row + 32, b)


@compiled("void(int64,int64,int64,int64)")
def _trace_site(m: int, c: int, x: int, s: int) -> None:
    """Write the hit down before anything is dispatched: what the second accountant counts."""
    if load64(m + H_TRACE) == 0 or load64(s + S_TRACED) == 0:
        return
    task = load64(c + C_TASK)
    row = add_row(m, LOG_SITES, 7)
    store64(row, load64(m + H_NOW))
    store64(row + 8, load64(c + C_INDEX))
    store64(row + 16, load64(task + T_PID) if task != 0 else 0)
    store64(row + 24, load64(x + X_SITE))
    store64(row + 32, load64(x + V_NR))
    store64(row + 40, load64(x + V_RET))
    store64(row + 48, load64(x + V_A0 + 8))


@compiled("int64(int64,int64,int64)")
def _wanted(m: int, x: int, k: int) -> int:
    """Say whether link *k* has a program to run for this hit."""
    kind = load64(k + K_KIND)
    if kind == LINK_SYSCALL:
        nr = load64(k + K_NR)
        return 1 if nr < 0 or nr == load64(x + V_NR) else 0
    if kind == LINK_KPROBE:
        return 1 - load64(x + X_RETURN)
    if kind == LINK_KRETPROBE:
        return load64(x + X_RETURN) & (load64(x + X_MASK) >> load64(k + K_BIT))
    return 1


@compiled("int64(int64,int64,int64)")
def _first_wanted(m: int, x: int, index: int) -> int:
    """Return the first link from *index* on with a program to run, or −1."""
    while index >= 0:
        k = _link_at(m, index)
        if _wanted(m, x, k) == 1:
            return index
        index = load64(k + K_NEXT)
    return -1


@compiled("void(int64,int64,int64,int64)")
def _miss(m: int, c: int, index: int, cause: int) -> None:
    """Count a hit that did not become a run; *cause* is the K_MISSED_… field."""
    _count(_link_at(m, index), cause)
    what = FLOW_MISS_POOL
    if cause == K_MISSED_ACTIVE:
        what = FLOW_MISS_ACTIVE
    elif cause == K_MISSED_NESTED:
        what = FLOW_MISS_NESTED
    _flow(m, c, what, index, 0)


@compiled("void(int64,int64,int64,int64)")
def _take_instance(m: int, c: int, x: int, index: int) -> None:
    """A kretprobe's entry handler: take an instance for this call, or miss it."""
    k = _link_at(m, index)
    spend_price(m, x, ACT_HOOK * MAX_OWNERS + load64(k + K_OWNER), load64(k + K_PRICE), 1)
    if load64(k + K_FREE) == 0:
        _miss(m, c, index, K_MISSED_POOL)
        return
    store64(k + K_FREE, load64(k + K_FREE) - 1)
    _count(k, K_ENTRIES)
    frame = x + X_FRAMES + 8 * FRAME_WORDS * (load64(x + X_SP) - 1)
    store64(frame + 16, load64(frame + 16) | (1 << load64(k + K_BIT)))
    _flow(m, c, FLOW_ENTER, index, 0)


@compiled("void(int64,int64)")
def _give_instance(x: int, k: int) -> None:
    """A kretprobe's return: the instance is free again."""
    store64(k + K_FREE, load64(k + K_FREE) + 1)
    _count(k, K_RETURNS)
    frame = x + X_FRAMES + 8 * FRAME_WORDS * (load64(x + X_SP) - 1)
    store64(frame + 16, load64(frame + 16) & ~(1 << load64(k + K_BIT)))


@compiled("int64(int64,int64,int64,int64)")
def _enter_kprobe(m: int, c: int, x: int, s: int) -> int:
    """Guard a function entry; return 0 when another kprobe is running on this CPU."""
    nested = 1 if load64(c + C_KPROBE) != 0 else 0
    index = load64(s + S_LINK)
    while index >= 0:
        k = _link_at(m, index)
        _count(k, K_HITS)
        _flow(m, c, FLOW_HIT, index, 0)
        if nested == 1:
            _miss(m, c, index, K_MISSED_NESTED)
        elif load64(k + K_KIND) == LINK_KRETPROBE:
            _take_instance(m, c, x, index)
        index = load64(k + K_NEXT)
    if nested == 1:
        acct = ACT_HOOK * MAX_OWNERS + load64(_link_at(m, load64(s + S_LINK)) + K_OWNER)
        spend_price(m, x, acct, load64(load64(m + H_CONFIG) + CF_MISSED_PRICE), 1)
        return 0
    store64(c + C_KPROBE, 1)
    return 1


@compiled("void(int64,int64,int64,int64)")
def _count_tracepoint(m: int, c: int, x: int, s: int) -> None:
    """Count a tracepoint's hit for every program, and those that a filter keeps out."""
    index = load64(s + S_LINK)
    while index >= 0:
        k = _link_at(m, index)
        _count(k, K_HITS)
        _flow(m, c, FLOW_HIT, index, 0)
        if _wanted(m, x, k) == 0:
            _count(k, K_FILTERED)
            _flow(m, c, FLOW_FILTERED, index, 0)
        index = load64(k + K_NEXT)


@compiled("void(int64,int64,int64)")
def _leave(m: int, c: int, x: int) -> None:
    """The hit is over: release the guards; a returning function returns."""
    store64(c + C_PREEMPT, load64(c + C_PREEMPT) - 1)
    s = _site_at(m, x)
    first = load64(s + S_LINK)
    if first >= 0 and load64(x + X_RETURN) == 0 and load64(x + X_LINK) != _NESTED:
        kind = load64(_link_at(m, first) + K_KIND)
        if kind == LINK_KPROBE or kind == LINK_KRETPROBE:
            store64(c + C_KPROBE, 0)
    store64(x + X_PHASE, PHASE_WALK)
    if load64(x + X_RETURN) == 1:
        store64(x + X_RETURN, 0)
        leave_function(x)


@compiled("void(int64,int64,int64)")
def _after_program(m: int, c: int, x: int) -> None:
    """Go on to the next program of the hit, or leave."""
    index = load64(x + X_LINK)
    k = _link_at(m, index)
    if load64(k + K_KIND) == LINK_KRETPROBE:
        _give_instance(x, k)
        _flow(m, c, FLOW_RETURN, index, 0)
    index = _first_wanted(m, x, load64(k + K_NEXT))
    store64(x + X_LINK, index)
    if index < 0:
        _leave(m, c, x)
        return
    k = _link_at(m, index)
    acct = ACT_HOOK * MAX_OWNERS + load64(k + K_OWNER)
    spend_price(m, x, acct, load64(k + K_CHAINED_PRICE), 1)
    store64(x + X_PHASE, PHASE_PROG)


@compiled("void(int64,int64,int64)")
def _slow_path(m: int, x: int, s: int) -> None:
    """Charge what every system call pays once a syscall tracepoint is attached anywhere."""
    acct = ACT_HOOK * MAX_OWNERS + load64(s + S_SLOW_OWNER)
    cf = load64(m + H_CONFIG)
    spend_price(m, x, acct, load64(cf + CF_SLOW_PATH_PRICE), load64(s + S_SLOW))
    spend_price(m, x, acct, load64(cf + CF_FILTER_PRICE), load64(s + S_FILTER))


@compiled("void(int64,int64,int64)")
def _begin(m: int, c: int, x: int) -> None:
    """Phase 1, at the hit."""
    s = _site_at(m, x)
    _trace_site(m, c, x, s)
    if load64(s + S_WAITERS) != 0 and load64(x + X_RETURN) == 0:
        store64(m + H_TRAP, TRAP_HIT)
        store64(m + H_TRAP_A, load64(x + X_SITE))
        store64(m + H_TRAP_B, load64(c + C_INDEX))
    first = load64(s + S_LINK)
    store64(c + C_PREEMPT, load64(c + C_PREEMPT) + 1)
    store64(x + X_LINK, -1)
    if first < 0:
        if load64(s + S_SLOW) == 0:
            _leave(m, c, x)
        else:
            _slow_path(m, x, s)
            store64(x + X_PHASE, PHASE_LEAVE)
        return
    store64(m + H_HITS, load64(m + H_HITS) + 1)
    kind = load64(_link_at(m, first) + K_KIND)
    if kind == LINK_KPROBE or kind == LINK_KRETPROBE:
        if load64(x + X_RETURN) == 0 and _enter_kprobe(m, c, x, s) == 0:
            store64(x + X_LINK, _NESTED)
            store64(x + X_PHASE, PHASE_LEAVE)
            return
    else:
        _count_tracepoint(m, c, x, s)
        _slow_path(m, x, s)
    index = _first_wanted(m, x, first)
    store64(x + X_LINK, index)
    store64(x + X_PHASE, PHASE_LEAVE)
    if index >= 0:
        k = _link_at(m, index)
        price = load64(k + K_PRICE)
        if load64(k + K_KIND) == LINK_KRETPROBE:
            price = load64(k + K_RETURN_PRICE)
        spend_price(m, x, ACT_HOOK * MAX_OWNERS + load64(k + K_OWNER), price, 1)
        store64(x + X_PHASE, PHASE_PROG)


@compiled("int64(int64)", inline=True)
def _run_of(c: int) -> int:
    return load64(c + C_RUNS) + load64(c + C_LEVEL) * RUN_BYTES


@compiled("void(int64,int64,int64,int64)")
def _prepare(m: int, c: int, x: int, k: int) -> None:
    """Fill in the run state: who, where, when, and the program's context."""
    run = _run_of(c)
    task = load64(c + C_TASK)
    if task == 0:
        task = load64(c + C_IDLE_TASK)
    s = _site_at(m, x)
    store64(run + R_CPU, load64(c + C_INDEX))
    store64(run + R_TASK, load64(task + T_STRUCT))
    store64(run + R_PID_TGID, load64(task + T_TGID) << 32 | load64(task + T_PID))
    store64(run + R_UID_GID, load64(task + T_UID_GID))
    store64(run + R_COMM, load64(task + T_COMM))
    store64(run + R_USTACK, load64(task + T_USTACK))
    store64(run + R_COOKIE, load64(k + K_COOKIE))
    store64(run + R_FUNC_IP, load64(s + S_ADDRESS))
    store64(run + R_NOTING, load64(m + H_TRACE))
    store64(run + R_NOTES, 0)
    ctx = load64(c + C_CTX_MEM) + load64(c + C_LEVEL) * CTX_MEM_BYTES
    host = load64(m + H_REGION) + (ctx & 0xFFFFFFFF)
    build_context(host, x, s, load64(k + K_KIND))
    start_run(run, load64(load64(m + H_PROGS) + load64(k + K_PROG) * PROG_BYTES + P_INSNS), ctx)


@compiled("void(int64,int64,int64,int64)")
def _price(m: int, x: int, run: int, owner: int) -> None:
    """Charge what the segment counted to program, helper, map and ring buffer, in this order."""
    prices = load64(m + H_PROG_PRICES)
    program = 0
    helper = 0
    bmap = 0
    ring = 0
    touched = load64(run + R_TOUCHED)
    while touched != 0:
        what = ctz64(touched)
        touched &= touched - 1
        slot = run + R_COUNTS + 8 * what
        quantity = load64(slot)
        ps = quantity * load64(prices + 8 * what)
        store64(slot, 0)
        used = prices + PROG_PRICE_USED + 8 * what
        store64(used, load64(used) + quantity)
        activity = load64(prices + PROG_PRICE_ACTIVITY + 8 * what)
        if activity == ACT_PROGRAM:
            program += ps
        elif activity == ACT_HELPER:
            helper += ps
        elif activity == ACT_MAP:
            bmap += ps
        else:
            ring += ps
    store64(run + R_TOUCHED, 0)
    spend_ps(m, x, ACT_PROGRAM * MAX_OWNERS + owner, program)
    spend_ps(m, x, ACT_HELPER * MAX_OWNERS + owner, helper)
    spend_ps(m, x, ACT_MAP * MAX_OWNERS + owner, bmap)
    spend_ps(m, x, ACT_RINGBUF * MAX_OWNERS + owner, ring)


@compiled("void(int64,int64,int64)")
def _after_helpers(m: int, c: int, run: int) -> None:
    """Pass on what the segment's helpers noted, and raise the wake-up they asked for."""
    for i in range(load64(run + R_NOTES)):
        row = run + R_NOTE_ROWS + 24 * i
        packed = load64(row) << 32 | load64(row + 8)
        _flow(m, c, FLOW_NOTE, packed, load64(row + 16))
    store64(run + R_NOTES, 0)
    raised = load64(run + R_RAISE)
    if raised == 0:
        return
    store64(run + R_RAISE, 0)
    bmap = load64(m + H_MAPS) + (raised - 1) * MAP_BYTES
    if load64(bmap + M_WAKING) == 0:
        store64(bmap + M_WAKING, 1)
        queue_irq(m, c, VEC_IRQ_WORK, raised - 1)


@compiled("void(int64,int64,int64)")
def _segment(m: int, c: int, x: int) -> None:
    """Run the program up to its next visible helper or its end, and charge for it."""
    run = _run_of(c)
    k = _link_at(m, load64(x + X_LINK))
    owner = load64(k + K_OWNER)
    store64(run + R_NOW, load64(m + H_NOW))
    status = call1(load64(m + H_INTERP), run)
    _price(m, x, run, owner)
    _after_helpers(m, c, run)
    store64(x + X_PHASE, PHASE_RESUME)
    if status == RUN_EXIT:
        store64(x + X_PHASE, PHASE_PROG_END)
    elif status == RUN_WAIT:
        spend_ns(m, x, ACT_LOCK_WAIT * MAX_OWNERS + owner, load64(run + R_WAIT_NS))
        store64(c + C_IRQ_OFF, load64(c + C_IRQ_OFF) + 1)
        store64(x + X_WAITING, 1)
    elif status == RUN_PYTHON:
        store64(m + H_TRAP, TRAP_HELPER)
        store64(m + H_TRAP_A, run)
        store64(m + H_TRAP_B, load64(c + C_INDEX))
    elif status == RUN_FAULT:
        store64(m + H_ERROR, E_FAULT)
        store64(m + H_TRAP_A, run)
        store64(m + H_TRAP_B, load64(x + X_LINK))


@compiled("void(int64,int64,int64)")
def _start(m: int, c: int, x: int) -> None:
    """Phase 2: start the link's program, or miss it because another one runs on this CPU."""
    index = load64(x + X_LINK)
    k = _link_at(m, index)
    if load64(c + C_PROG_ACTIVE) != 0:
        _miss(m, c, index, K_MISSED_ACTIVE)
        _after_program(m, c, x)
        return
    store64(c + C_PROG_ACTIVE, 1)
    _count(k, K_RUN)
    _flow(m, c, FLOW_RUN, index, 0)
    store64(x + X_RUN_START, load64(m + H_NOW))
    enter = load64(load64(m + H_CONFIG) + CF_PROG_ENTER_PRICE)
    spend_price(m, x, ACT_PROGRAM * MAX_OWNERS + load64(k + K_OWNER), enter, 1)
    _prepare(m, c, x, k)
    _segment(m, c, x)


@compiled("void(int64,int64,int64)")
def _end_program(m: int, c: int, x: int) -> None:
    """The program's last segment has been paid for."""
    index = load64(x + X_LINK)
    p = load64(m + H_PROGS) + load64(_link_at(m, index) + K_PROG) * PROG_BYTES
    run = _run_of(c)
    store64(c + C_PROG_ACTIVE, 0)
    _count(p, P_RUN_CNT)
    elapsed = load64(m + H_NOW) - load64(x + X_RUN_START)
    store64(p + P_RUN_TIME_NS, load64(p + P_RUN_TIME_NS) + elapsed)
    store64(p + P_INSN_CNT, load64(p + P_INSN_CNT) + load64(run + R_INSNS))
    _flow(m, c, FLOW_END, index, elapsed)
    _after_program(m, c, x)


@exported("int64(int64,int64)")
def dispatch(m: int, c: int) -> int:
    """Do the CPU context's next dispatch step; called by the walk at a hit, then by the loop."""
    x = load64(c + C_CTX)
    phase = load64(x + X_PHASE)
    if phase == PHASE_WALK:
        _begin(m, c, x)
    elif phase == PHASE_PROG:
        _start(m, c, x)
    elif phase == PHASE_RESUME:
        if load64(x + X_WAITING) == 1:
            store64(x + X_WAITING, 0)
            store64(c + C_IRQ_OFF, load64(c + C_IRQ_OFF) - 1)
        _segment(m, c, x)
    elif phase == PHASE_PROG_END:
        _end_program(m, c, x)
    else:
        _leave(m, c, x)
    return 0
