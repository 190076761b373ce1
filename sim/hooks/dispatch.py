"""Dispatch: what happens from a hit to the end of its last program.

A context at a site goes through phases, each a step at its own time:

1. the hit: guards that decide at once, the hook's price;
2. each program: ``bpf_prog_active`` decides whether it runs or is missed; its segments run from
   one visible helper to the next, priced by what they count;
3. the end: guards are released, a returning function is left.

**Rule:** a hit × program ends in exactly one of filtered, run, missed by a cause, or is still
under way; each is counted where it happens.

**Not modelled:** the price of leaving a hook apart from entering it (published figures are for
both).
"""

from __future__ import annotations

from sim.base.compile import compiled, exported
from sim.base.memory import load64, store64
from sim.bpf.run_state import R_REGS, nr_insns
from sim.engine.state import (
    H_CONFIG,
    H_FUNCTIONS,
    H_HITS,
    H_LAZY,
    H_NOW,
    H_PROGS,
    H_TRAP,
    H_TRAP_A,
    H_TRAP_B,
    H_TRAP_C,
    TRAP_HIT,
)
from sim.hooks.hit import (
    bump,
    count_tracepoint,
    enter_function,
    first_wanted,
    flow,
    give_instance,
    is_kprobe,
    is_return,
    link_at,
    miss,
    next_link,
    overrule,
    recycle,
    site_at,
    slow_path,
    trace_site,
)
from sim.hooks.run import prepare_run, run_of, run_segment
from sim.hooks.user_hit import trap_user
from sim.kernel.ahead import note_action
from sim.kernel.layout import (
    ACT_HOOK,
    ACTION_FLAG,
    ACTION_INDEX,
    ACTION_NR,
    C_CTX,
    C_INDEX,
    C_IRQ_OFF,
    C_KPROBE,
    C_LEVEL,
    C_PREEMPT,
    C_PROG_ACTIVE,
    C_RUNNING,
    CF_PROG_ENTER_PRICE,
    DO_BEGIN,
    DO_END,
    DO_LEAVE,
    FLOW_END,
    FLOW_RETURN,
    FLOW_RUN,
    FN_BYTES,
    FN_RET_OP,
    FRAME_WORDS,
    GUARD_ACTIVE,
    GUARD_NONE,
    K_BIT,
    K_CHAINED_PRICE,
    K_GROUP,
    K_GUARDED,
    K_HITS,
    K_KIND,
    K_MISSED_ACTIVE,
    K_MISSED_RECURSION,
    K_NEXT,
    K_OWNER,
    K_PRICE,
    K_PROG,
    K_RETURN_PRICE,
    K_RUN,
    LINK_FMOD_RET,
    LINK_KPROBE,
    LINK_SESSION,
    MAX_OWNERS,
    P_INSN_CNT,
    P_RUN_CNT,
    P_RUN_TIME_NS,
    PHASE_LEAVE,
    PHASE_PROG,
    PHASE_PROG_END,
    PHASE_RESUME,
    PHASE_WALK,
    PROG_BYTES,
    S_KIND,
    S_LINK,
    S_NR_LINKS,
    S_SLOW,
    S_VISIBLE,
    S_WAITERS,
    SITE_AHEAD,
    SITE_ENTRY,
    SITE_INSIDE,
    SITE_USER,
    SP_ACTION,
    SP_DATA,
    V_RET,
    X_FRAMES,
    X_HOLDS,
    X_LINK,
    X_MASK,
    X_OP,
    X_PHASE,
    X_RETURN,
    X_RUN_START,
    X_SITE,
    X_SP,
    X_TOTAL_NS,
    X_WAITING,
)
from sim.kernel.segment import spend_after, spend_price, use_price
from sim.kernel.walk import leave_function

__all__ = ["dispatch"]

_U32, _INT_MIN = (1 << 32) - 1, 1 << 31


@compiled("void(int64,int64,int64)", inline=True)
def _hold(c: int, x: int, holds: int) -> None:
    """Keep other kprobes out of this CPU, or let them in again."""
    store64(c + C_KPROBE, load64(c + C_KPROBE) + holds - load64(x + X_HOLDS))
    store64(x + X_HOLDS, holds)


@compiled("void(int64,int64,int64)", inline=True)
def _leave(m: int, c: int, x: int) -> None:
    """The hit is over: release the guards; a returning function returns."""
    store64(c + C_PREEMPT, load64(c + C_PREEMPT) - 1)
    _hold(c, x, 0)
    store64(x + X_PHASE, PHASE_WALK)
    if load64(x + X_RETURN) == 1:
        store64(x + X_RETURN, 0)
        leave_function(m, x)


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def _pay(m: int, c: int, x: int, k: int, price: int) -> None:
    """Pay for the way to a link's program; a kprobe's keeps others out meanwhile."""
    acct = ACT_HOOK * MAX_OWNERS + load64(k + K_OWNER)
    spend_price(m, x, acct, price, 1)
    _hold(c, x, is_kprobe(k))
    store64(x + X_PHASE, PHASE_PROG)


@compiled("int64(int64)", inline=True)
def _price_of(k: int) -> int:
    return load64(k + K_RETURN_PRICE) if is_return(k) == 1 else load64(k + K_PRICE)


@compiled("void(int64,int64,int64)")
def _after_program(m: int, c: int, x: int) -> None:
    """Go on to the next program of the hit, or leave."""
    index = load64(x + X_LINK)
    k = link_at(m, index)
    group = load64(k + K_GROUP)
    if is_return(k) == 1:
        give_instance(m, x, k)
        flow(m, c, FLOW_RETURN, index, 0)
    index = first_wanted(m, x, next_link(x, k))
    store64(x + X_LINK, index)
    if index < 0:
        _leave(m, c, x)
        return
    k = link_at(m, index)
    is_same = load64(k + K_GROUP) == group
    _pay(m, c, x, k, load64(k + K_CHAINED_PRICE) if is_same else _price_of(k))


@compiled("void(int64,int64,int64)")
def _begin(m: int, c: int, x: int) -> None:
    """Phase 1, at the hit."""
    s = site_at(m, x)
    trace_site(m, c, x, s)
    if load64(s + S_WAITERS) != 0:
        store64(m + H_TRAP, TRAP_HIT)
        store64(m + H_TRAP_A, load64(x + X_SITE))
        store64(m + H_TRAP_B, load64(c + C_INDEX))
        store64(m + H_TRAP_C, x)
    first = load64(s + S_LINK)
    if load64(x + X_RETURN) == 1 and load64(x + X_MASK) == 0:
        first = -1  # nobody holds an instance of this call
    store64(c + C_PREEMPT, load64(c + C_PREEMPT) + 1)
    store64(x + X_LINK, -1)
    if load64(x + X_RETURN) == 0:
        store64(x + X_MASK, 0)
    if first < 0:
        if load64(s + S_SLOW) == 0:
            _leave(m, c, x)
        else:
            slow_path(m, x, s)
            store64(x + X_PHASE, PHASE_LEAVE)
        return
    if load64(s + S_KIND) >= SITE_USER:
        trap_user(m, c, x, s)
    store64(m + H_HITS, load64(m + H_HITS) + 1)
    if load64(x + X_RETURN) == 0:
        kind = load64(s + S_KIND)
        if kind == SITE_ENTRY or kind == SITE_INSIDE:
            _hold(c, x, enter_function(m, c, x, s))
        else:
            count_tracepoint(m, c, x, s)
            slow_path(m, x, s)
    index = first_wanted(m, x, first)
    store64(x + X_LINK, index)
    store64(x + X_PHASE, PHASE_LEAVE)
    if index >= 0:
        # a return's handler runs whatever else does, and keeps others out like an entry's
        k = link_at(m, index)
        _pay(m, c, x, k, _price_of(k))


@compiled("int64(int64,int64,int64)", inline=True)
def _may_start(c: int, k: int, prog: int) -> int:
    """Say whether a program may run; if not, return the counter of the miss."""
    guard = load64(k + K_GUARDED)
    if guard == GUARD_ACTIVE:
        return K_MISSED_ACTIVE if load64(c + C_PROG_ACTIVE) != 0 else 0
    if guard == GUARD_NONE:
        return 0
    for level in range(load64(c + C_LEVEL)):
        if load64(c + C_RUNNING + 8 * level) == prog + 1:
            return K_MISSED_RECURSION
    return 0


@compiled("void(int64,int64,int64)", inline=True)
def _start(m: int, c: int, x: int) -> None:
    """Phase 2: start the link's program, or miss it because of what runs on this CPU."""
    index = load64(x + X_LINK)
    k = link_at(m, index)
    prog = load64(k + K_PROG)
    cause = _may_start(c, k, prog)
    if cause != 0:
        miss(m, c, index, cause)
        _after_program(m, c, x)
        return
    store64(c + C_PROG_ACTIVE, load64(c + C_PROG_ACTIVE) + (load64(k + K_GUARDED) & GUARD_ACTIVE))
    store64(c + C_RUNNING + 8 * load64(c + C_LEVEL), prog + 1)
    flow(m, c, FLOW_RUN, index, 0)
    store64(x + X_RUN_START, load64(m + H_NOW))
    prepare_run(m, c, x, k)
    enter = load64(load64(m + H_CONFIG) + CF_PROG_ENTER_PRICE)
    run_segment(m, c, x, k, use_price(m, x, enter, 1))


@compiled("void(int64,int64,int64,int64)")
def _modify_return(m: int, c: int, x: int, k: int) -> None:
    """A program of fmod_ret or lsm answers for the function: it returns without its body."""
    value = load64(run_of(c) + R_REGS)
    if value == 0 or load64(x + X_SP) == 0:
        return
    value = ((value & _U32) ^ _INT_MIN) - _INT_MIN  # such functions return an int
    frame = x + X_FRAMES + 8 * FRAME_WORDS * (load64(x + X_SP) - 1)
    function = load64(m + H_FUNCTIONS) + load64(frame + 8) * FN_BYTES
    store64(x + V_RET, value)
    store64(x + X_OP, load64(function + FN_RET_OP))
    overrule(m, c, x, load64(k + K_NEXT))


@compiled("void(int64,int64,int64)")
def _end_program(m: int, c: int, x: int) -> None:
    """The program's last segment has been paid for."""
    index = load64(x + X_LINK)
    k = link_at(m, index)
    p = load64(m + H_PROGS) + load64(k + K_PROG) * PROG_BYTES
    run = run_of(c)
    store64(c + C_PROG_ACTIVE, load64(c + C_PROG_ACTIVE) - (load64(k + K_GUARDED) & GUARD_ACTIVE))
    store64(c + C_RUNNING + 8 * load64(c + C_LEVEL), 0)
    bump(k, K_RUN)
    bump(p, P_RUN_CNT)
    elapsed = load64(m + H_NOW) - load64(x + X_RUN_START)
    store64(p + P_RUN_TIME_NS, load64(p + P_RUN_TIME_NS) + elapsed)
    store64(p + P_INSN_CNT, load64(p + P_INSN_CNT) + nr_insns(run))
    flow(m, c, FLOW_END, index, elapsed)
    if load64(k + K_KIND) == LINK_FMOD_RET:
        _modify_return(m, c, x, k)
    elif load64(k + K_KIND) == LINK_SESSION and load64(run + R_REGS) != 0:
        recycle(m, c, x, k)
    _after_program(m, c, x)


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def _begin_one(m: int, c: int, x: int, index: int, k: int) -> None:
    """`_begin_ahead` for the commonest case: a kprobe, alone at its site, that may run."""
    action = DO_BEGIN | 1 << ACTION_NR | load64(x + X_SITE) << ACTION_INDEX
    acct = ACT_HOOK * MAX_OWNERS + load64(k + K_OWNER)
    mask = 1 << load64(k + K_BIT)
    spend_after(m, x, action, mask, acct, load64(k + K_PRICE))
    store64(c + C_PREEMPT, load64(c + C_PREEMPT) + 1)
    store64(c + C_KPROBE, 1)
    store64(x + X_HOLDS, 1)
    bump(m, H_HITS)
    bump(k, K_HITS)
    store64(x + X_MASK, mask)
    store64(x + X_LINK, index)
    store64(x + X_PHASE, PHASE_PROG)


@compiled("void(int64,int64,int64)")
def _begin_ahead(m: int, c: int, x: int) -> None:
    """Phase 1 ahead of its time, and the end too of a hit that runs no program."""
    s = site_at(m, x)
    first = load64(s + S_LINK)
    is_nested = 0
    if first >= 0 and load64(link_at(m, first) + K_KIND) == LINK_KPROBE:
        is_nested = 1 if load64(c + C_KPROBE) != 0 else 0
        if load64(s + S_NR_LINKS) == 1 and is_nested == 0:
            _begin_one(m, c, x, first, link_at(m, first))
            return
    split = note_action(m, x, DO_BEGIN, 0)
    action = load64(split + SP_ACTION)
    _begin(m, c, x)
    nr = load64(s + S_NR_LINKS)
    site = load64(x + X_SITE)
    action |= is_nested << ACTION_FLAG | nr << ACTION_NR | site << ACTION_INDEX
    store64(split + SP_ACTION, action)
    store64(split + SP_DATA, load64(x + X_MASK))
    if load64(x + X_PHASE) == PHASE_LEAVE:
        note_action(m, x, DO_LEAVE | load64(x + X_HOLDS) << ACTION_FLAG, 0)
        _leave(m, c, x)


@compiled("void(int64,int64,int64)", inline=True)
def _end_ahead(m: int, c: int, x: int) -> None:
    """End the hit's last program ahead of its time, unless others can see it."""
    index = load64(x + X_LINK)
    k = link_at(m, index)
    kind = load64(k + K_KIND)
    if kind == LINK_FMOD_RET or kind == LINK_SESSION or is_return(k) == 1:
        return
    if first_wanted(m, x, load64(k + K_NEXT)) >= 0:
        return
    p = load64(m + H_PROGS) + load64(k + K_PROG) * PROG_BYTES
    insns = nr_insns(run_of(c))
    action = DO_END | load64(x + X_HOLDS) << ACTION_FLAG | index << ACTION_INDEX
    note_action(m, x, action, insns)
    store64(c + C_PROG_ACTIVE, load64(c + C_PROG_ACTIVE) - (load64(k + K_GUARDED) & GUARD_ACTIVE))
    store64(c + C_RUNNING + 8 * load64(c + C_LEVEL), 0)
    bump(k, K_RUN)
    bump(p, P_RUN_CNT)
    elapsed = load64(m + H_NOW) + load64(x + X_TOTAL_NS) - load64(x + X_RUN_START)
    store64(p + P_RUN_TIME_NS, load64(p + P_RUN_TIME_NS) + elapsed)
    store64(p + P_INSN_CNT, load64(p + P_INSN_CNT) + insns)
    _leave(m, c, x)
    store64(x + X_LINK, -1)


@exported("int64(int64,int64)")
def dispatch(m: int, c: int) -> int:
    """Do the CPU context's next dispatch step; called by the walk at a hit, then by the loop."""
    x = load64(c + C_CTX)
    phase = load64(x + X_PHASE)
    if phase == PHASE_WALK:
        if load64(site_at(m, x) + S_VISIBLE) == SITE_AHEAD and load64(m + H_LAZY) != 0:
            _begin_ahead(m, c, x)
        else:
            _begin(m, c, x)
    elif phase == PHASE_PROG:
        _start(m, c, x)
    elif phase == PHASE_RESUME:
        if load64(x + X_WAITING) == 1:
            store64(x + X_WAITING, 0)
            store64(c + C_IRQ_OFF, load64(c + C_IRQ_OFF) - 1)
        run_segment(m, c, x, link_at(m, load64(x + X_LINK)), 0)
    elif phase == PHASE_PROG_END:
        _end_program(m, c, x)
    else:
        _leave(m, c, x)
    if load64(x + X_PHASE) == PHASE_PROG_END and load64(m + H_LAZY) != 0:
        _end_ahead(m, c, x)
    return 0
