"""A program's run: preparing it, running it from one visible helper to the next, charging it.

**Rule:** what a segment counted is charged to program, helper, map and ring buffer, in this
order, in the account of the link's owner.

**Not modelled:** programs that sleep.
"""

from __future__ import annotations

from sim.base.arith import ctz64
from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.bpf.maps.layout import M_WAKING, MAP_BYTES
from sim.bpf.program import run_program, start_run
from sim.bpf.run_state import (
    COUNTS,
    NOTE_BYTES,
    NR_COUNTED,
    NR_OFTEN,
    R_COMM,
    R_COOKIE,
    R_COUNTS,
    R_CPU,
    R_FUNC_IP,
    R_IRQ_OFF,
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
from sim.engine.state import (
    H_ERROR,
    H_MAPS,
    H_NOW,
    H_PROG_PRICES,
    H_PROGS,
    H_REGION,
    H_TRACE,
    H_TRAP,
    H_TRAP_A,
    H_TRAP_B,
    TRAP_HELPER,
)
from sim.hooks.context import build_context
from sim.hooks.hit import (
    flow,
    site_at,
)
from sim.kernel.irq import queue_irq
from sim.kernel.layout import (
    ACT_HELPER,
    ACT_LOCK_WAIT,
    ACT_MAP,
    ACT_PROGRAM,
    ACT_RINGBUF,
    C_CTX_MEM,
    C_IDLE_TASK,
    C_INDEX,
    C_IRQ_OFF,
    C_LEVEL,
    C_RUN_TASKS,
    C_RUNS,
    C_TASK,
    CTX_MEM_BYTES,
    E_FAULT,
    FLOW_KEY,
    FLOW_NOTE,
    K_COOKIE,
    K_OFFSET,
    K_OWNER,
    K_PROG,
    MAX_OWNERS,
    P_CODE,
    PHASE_PROG_END,
    PHASE_RESUME,
    PROG_BYTES,
    PROG_PRICE_USED,
    S_ADDRESS,
    T_COMM,
    T_PID,
    T_STRUCT,
    T_TGID,
    T_UID_GID,
    T_USTACK,
    VEC_IRQ_WORK,
    X_LINK,
    X_PHASE,
    X_WAITING,
)
from sim.kernel.prices import class_activity
from sim.kernel.segment import spend_ns, spend_ps

__all__ = [
    "prepare_run",
    "run_of",
    "run_segment",
]


def _classes(activity: int) -> int:
    """Return the bits (as in R_TOUCHED) of the classes that an activity is charged for."""
    often = enumerate(COUNTS[:NR_OFTEN])
    return sum(1 << i for i, key in often if class_activity(key) == activity)


_OF_PROGRAM, _OF_HELPERS = _classes(ACT_PROGRAM), _classes(ACT_HELPER)
_OF_MAPS, _OF_RINGS = _classes(ACT_MAP), _classes(ACT_RINGBUF)
_OF_WAITS = _classes(ACT_LOCK_WAIT)
assert all(class_activity(key) == ACT_HELPER for key in COUNTS[NR_OFTEN:NR_COUNTED])


@compiled("int64(int64)", inline=True)
def run_of(c: int) -> int:
    """Return the run state of the CPU's present level."""
    return load64(c + C_RUNS) + load64(c + C_LEVEL) * RUN_BYTES


@compiled("void(int64,int64,int64)")
def _prepare_task(c: int, run: int, task: int) -> None:
    """Fill in what stays the same while the level's programs run in one task."""
    store64(c + C_RUN_TASKS + 8 * load64(c + C_LEVEL), task)
    store64(run + R_CPU, load64(c + C_INDEX))
    store64(run + R_TASK, load64(task + T_STRUCT))
    store64(run + R_PID_TGID, load64(task + T_TGID) << 32 | load64(task + T_PID))
    store64(run + R_UID_GID, load64(task + T_UID_GID))
    store64(run + R_COMM, load64(task + T_COMM))
    store64(run + R_USTACK, load64(task + T_USTACK))


@compiled("void(int64,int64,int64,int64)", inline=True)
def prepare_run(m: int, c: int, x: int, k: int) -> None:
    """Fill in the run state: who, where, when, and the program's context."""
    run = run_of(c)
    task = load64(c + C_TASK)
    if task == 0:
        task = load64(c + C_IDLE_TASK)
    if load64(c + C_RUN_TASKS + 8 * load64(c + C_LEVEL)) != task:
        _prepare_task(c, run, task)
    s = site_at(m, x)
    store64(run + R_COOKIE, load64(k + K_COOKIE))
    function = load64(s + S_ADDRESS) if load64(k + K_OFFSET) == 0 else 0
    store64(run + R_FUNC_IP, function)
    store64(run + R_IRQ_OFF, load64(c + C_IRQ_OFF))
    store64(run + R_NOTING, load64(m + H_TRACE))
    store64(run + R_NOTES, 0)
    ctx = load64(c + C_CTX_MEM) + load64(c + C_LEVEL) * CTX_MEM_BYTES
    host = load64(m + H_REGION) + (ctx & 0xFFFFFFFF)
    begins = build_context(m, c, host, x, s, k)
    p = load64(m + H_PROGS) + load64(k + K_PROG) * PROG_BYTES
    start_run(run, load64(p + P_CODE), ctx + begins)


@compiled("int64(int64,int64,int64)", inline=True)
def _priced(prices: int, run: int, what: int) -> int:
    """Return the price of what was counted of the class at *what*, and forget it."""
    quantity = load64(run + R_COUNTS + what)
    store64(run + R_COUNTS + what, 0)
    used = prices + PROG_PRICE_USED + what
    store64(used, load64(used) + quantity)
    return quantity * load64(prices + what)


@compiled("void(int64,int64,int64,int64,int64,int64)", inline=True)
def _price_some(m: int, x: int, run: int, touched: int, acct: int, ps: int) -> None:
    """Charge the classes in *touched*, and *ps*; forget what was counted of them."""
    prices = load64(m + H_PROG_PRICES)
    while touched != 0:
        what = 8 * ctz64(touched)
        touched &= touched - 1
        ps += _priced(prices, run, what)
    spend_ps(m, x, acct, ps)


@compiled("void(int64,int64,int64,int64)")
def _price_seldom(m: int, x: int, run: int, acct: int) -> None:
    """Charge the helpers that few programs call."""
    prices = load64(m + H_PROG_PRICES)
    ps = 0
    for i in range(NR_OFTEN, NR_COUNTED):
        if load64(run + R_COUNTS + 8 * i) != 0:
            ps += _priced(prices, run, 8 * i)
    spend_ps(m, x, acct, ps)


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def _price(m: int, x: int, run: int, owner: int, ps: int) -> None:
    """Charge what the segment counted to program (and *ps*), helper, map and ring buffer."""
    touched = load64(run + R_TOUCHED)
    store64(run + R_TOUCHED, 0)
    _price_some(m, x, run, touched & _OF_PROGRAM, ACT_PROGRAM * MAX_OWNERS + owner, ps)
    if touched & _OF_HELPERS:
        _price_some(m, x, run, touched & _OF_HELPERS, ACT_HELPER * MAX_OWNERS + owner, 0)
    if touched < 0:
        _price_seldom(m, x, run, ACT_HELPER * MAX_OWNERS + owner)
    if touched & _OF_MAPS:
        _price_some(m, x, run, touched & _OF_MAPS, ACT_MAP * MAX_OWNERS + owner, 0)
    if touched & _OF_RINGS:
        _price_some(m, x, run, touched & _OF_RINGS, ACT_RINGBUF * MAX_OWNERS + owner, 0)
    if touched & _OF_WAITS:
        _price_some(m, x, run, touched & _OF_WAITS, ACT_LOCK_WAIT * MAX_OWNERS + owner, 0)


@compiled("void(int64,int64,int64)")
def _after_helpers(m: int, c: int, run: int) -> None:
    """Pass on what the segment's helpers noted, and raise the wake-up they asked for."""
    for i in range(load64(run + R_NOTES)):
        row = run + R_NOTE_ROWS + NOTE_BYTES * i
        packed = load64(row) << 32 | load64(row + 8)
        if load64(row + 24) != 0:
            flow(m, c, FLOW_KEY, packed, load64(row + 24))
        flow(m, c, FLOW_NOTE, packed, load64(row + 16))
    store64(run + R_NOTES, 0)
    raised = load64(run + R_RAISE)
    if raised == 0:
        return
    store64(run + R_RAISE, 0)
    bmap = load64(m + H_MAPS) + (raised - 1) * MAP_BYTES
    if load64(bmap + M_WAKING) == 0:
        store64(bmap + M_WAKING, 1)
        queue_irq(m, c, VEC_IRQ_WORK, raised - 1)


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def run_segment(m: int, c: int, x: int, k: int, ps: int) -> None:
    """Run link *k*'s program up to its next visible helper or its end; charge for it, and *ps*."""
    run = run_of(c)
    owner = load64(k + K_OWNER)
    store64(run + R_NOW, load64(m + H_NOW))
    status = run_program(run)
    _price(m, x, run, owner, ps)
    if (load64(run + R_NOTES) | load64(run + R_RAISE)) != 0:
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
