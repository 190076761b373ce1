"""The visible operations of a path: blocking, waking, locking, entering and leaving the kernel.

**Rule:** each does its one thing at the time of its step, moves the context behind itself (or
leaves it there to be done again) and says whether the context may walk on.

**Not modelled:** see the modules that do the work: `sched`, `irq`, `locks`, `device`, `readers`.
"""

from __future__ import annotations

from sim.base.arith import udiv64
from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.base.tally import tally_in, tally_out
from sim.bpf.maps.layout import M_READER, MAP_BYTES
from sim.engine.rows import LOG_REQUESTS, add_row
from sim.engine.state import (
    H_CARRIERS,
    H_CONFIG,
    H_ERROR,
    H_MAPS,
    H_NOW,
    H_PRICES,
    H_READERS,
    H_REQUESTS_DONE,
    H_STOP_REQUESTS,
    H_TRAP,
    H_TRAP_A,
    H_TRAP_B,
    H_WORKLOADS,
    INF,
    TRAP_ATTACH,
    TRAP_DETACH,
    TRAP_STOP,
)
from sim.kernel.draw import PURPOSE_THINK, bits_of, draw_ns
from sim.kernel.irq import irq_return, raise_softirq, take_softirq
from sim.kernel.layout import (
    ACCT_IDLE,
    ACT_KERNEL,
    ACT_WAKEUP,
    C_ATTENTION,
    C_CTX,
    C_IDLE_CTX,
    C_IDLE_TASK,
    C_INDEX,
    C_IRQ_OFF,
    C_PREEMPT,
    C_RUN_TASKS,
    C_TASK,
    CF_SYSCALL_ENTRY_PRICE,
    CF_SYSCALL_EXIT_PRICE,
    DO_SYSENTER,
    DO_SYSEXIT,
    E_OPCODE,
    MAX_OWNERS,
    MODE_KERNEL,
    MODE_USER,
    NR_LEVELS,
    OP,
    OP_NEXT,
    RD_END_NS,
    RD_OWNER,
    RD_POLLING,
    RD_TASK,
    RD_TIMEOUT_NS,
    RD_WAKEUPS,
    READER_BYTES,
    SHOWN_PREEMPTED,
    STATE_INTERRUPTIBLE,
    STATE_UNINTERRUPTIBLE,
    T_ARRIVE,
    T_CLIENT,
    T_CPU,
    T_CTX,
    T_IO_DONE,
    T_KSTATE,
    T_OWNER,
    T_POOL,
    T_SEQ,
    T_START,
    T_STATE,
    T_STRUCT,
    T_USER_ACT,
    TASK_ENDED,
    TASK_QUEUED,
    V_ARG,
    V_LOCK,
    V_NEXT,
    V_NR,
    V_P,
    V_PREEMPT,
    V_PREV,
    V_PREV_SHOWN,
    V_PREV_STATE,
    V_RET,
    V_TARGET_CPU,
    W_A,
    W_B,
    W_CLOSED,
    W_DIST,
    W_IDLE,
    W_IMASK,
    W_ITAIL,
    W_KIND,
    W_QHEAD,
    W_QMASK,
    W_QTAIL,
    W_QUEUE,
    W_QUEUE_TALLY,
    W_TALLY,
    WORKLOAD_BYTES,
    X_ACCT,
    X_CPU,
    X_ITEM,
    X_ITER,
    X_MODE,
    X_OP,
    X_OPEN,
    X_STEP,
)
from sim.kernel.life import copy_process, exec_task, exit_task, give_back, notify, wait
from sim.kernel.locks import lock, unlock
from sim.kernel.readers import any_ready, clear_waking, deliver, next_record, reader_of
from sim.kernel.requests import issue_request, load_request, put
from sim.kernel.sched import begin_running, block, pick_next, tick, try_to_wake_up
from sim.kernel.segment import PRICE_BYTES, spend, spend_after
from sim.kernel.sources import arm_timer

__all__ = ["do_visible", "sysenter", "sysexit"]

_SYSENTER, _SYSEXIT = OP["sysenter"], OP["sysexit"]
_LOCK, _UNLOCK = OP["lock"], OP["unlock"]
_IO_ISSUE, _IO_WAIT, _IO_DONE = OP["io_issue"], OP["io_wait"], OP["io_done"]
_SLEEP, _NEXT, _DONE = OP["sleep"], OP["next"], OP["done"]
_WAKE, _IRQ_RET, _TICK = OP["wake"], OP["irq_ret"], OP["tick"]
_RAISE_SOFTIRQ, _SOFT_NEXT = OP["raise_softirq"], OP["soft_next"]
_PICK, _SWITCH = OP["pick"], OP["switch"]
_READ_WAIT, _READ_NEXT, _READ_DONE = OP["read_wait"], OP["read_next"], OP["read_done"]
_READER_WAKE, _ATTACHED, _PUT, _ADD = OP["reader_wake"], OP["attached"], OP["put"], OP["add"]
_LOAD_REQUEST, _RELEASE = OP["load_request"], OP["release"]
_SLEEP_UNTIL, _BEFORE, _GRACE = OP["sleep_until"], OP["before"], OP["grace"]
_DETACHED = OP["detached"]
_COPY_PROCESS, _NOTIFY, _WAIT = OP["copy_process"], OP["notify"], OP["wait"]
_EXEC, _EXIT = OP["exec"], OP["exit"]

_STOP, _ON = 0, 1
_TASK_SHOWN = (1 << 7) - 1  # TASK_REPORT


@compiled("void(int64,int64)", inline=True)
def _advance(x: int, ops: int) -> None:
    store64(x + X_OP, load64(x + X_OP) + ops)


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def sysenter(m: int, c: int, x: int, o: int, is_ahead: int) -> None:
    """Enter the kernel for a system call, in a step or ahead of it."""
    task = load64(c + C_TASK)
    store64(x + X_MODE, MODE_KERNEL)
    store64(x + X_ACCT, ACT_KERNEL * MAX_OWNERS + load64(task + T_OWNER))
    store64(x + V_NR, load64(o + 8))
    price = load64(load64(m + H_CONFIG) + CF_SYSCALL_ENTRY_PRICE)
    if is_ahead == 1:
        spend_after(m, x, DO_SYSENTER, 0, load64(x + X_ACCT), price)
    else:
        spend(m, x, price)
    store64(x + X_OP, load64(o + OP_NEXT))


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def sysexit(m: int, c: int, x: int, o: int, is_ahead: int) -> None:
    """Return to user mode; the scheduler may take the CPU from here on."""
    task = load64(c + C_TASK)
    price = load64(load64(m + H_CONFIG) + CF_SYSCALL_EXIT_PRICE)
    if is_ahead == 1:
        spend_after(m, x, DO_SYSEXIT, 0, load64(x + X_ACCT), price)
    else:
        spend(m, x, price)
    store64(x + X_MODE, MODE_USER)
    store64(x + X_ACCT, load64(task + T_USER_ACT) * MAX_OWNERS + load64(task + T_OWNER))
    store64(x + X_OP, load64(o + OP_NEXT))


@compiled("int64(int64,int64,int64,int64)")
def _sleep_until(m: int, c: int, x: int, ns: int) -> int:
    """Sleep for *ns* and go on behind the operation."""
    _advance(x, 1)
    if ns <= 0:
        return _ON
    arm_timer(m, load64(c + C_TASK), load64(m + H_NOW) + ns)
    block(m, c, STATE_INTERRUPTIBLE)
    return _STOP


@compiled("int64(int64,int64,int64,int64)")
def _next(m: int, c: int, x: int, o: int) -> int:
    """Get the next request: think (closed loop), or take one from the queue (open loop)."""
    w = load64(m + H_WORKLOADS) + load64(o + 8) * WORKLOAD_BYTES
    task = load64(c + C_TASK)
    now = load64(m + H_NOW)
    if load64(w + W_KIND) == W_CLOSED:
        store64(task + T_SEQ, load64(task + T_SEQ) + 1)
        store64(x + X_ITEM, load64(task + T_SEQ))
        store64(x + X_STEP, 0)
        store64(x + X_ITER, 0)
        bits = bits_of(m, x, PURPOSE_THINK)
        think = draw_ns(bits, load64(w + W_DIST), load64(w + W_A), load64(w + W_B))
        store64(task + T_ARRIVE, now + think)
        if think <= 0:
            tally_in(w + W_TALLY, now)
        return _sleep_until(m, c, x, think)
    head = load64(w + W_QHEAD)
    _advance(x, 1)
    if head != load64(w + W_QTAIL):
        row = load64(w + W_QUEUE) + 16 * (head & load64(w + W_QMASK))
        store64(w + W_QHEAD, head + 1)
        store64(task + T_SEQ, load64(row))
        store64(task + T_ARRIVE, load64(row + 8))
        tally_out(w + W_QUEUE_TALLY, now, load64(row + 8))
        return _ON
    tail = load64(w + W_ITAIL)
    store64(load64(w + W_IDLE) + 8 * (tail & load64(w + W_IMASK)), task)
    store64(w + W_ITAIL, tail + 1)
    block(m, c, STATE_INTERRUPTIBLE)
    return _STOP


@compiled("void(int64,int64,int64,int64)")
def _done(m: int, c: int, x: int, o: int) -> None:
    """Write down the finished request."""
    task = load64(c + C_TASK)
    w = load64(m + H_WORKLOADS) + load64(o + 8) * WORKLOAD_BYTES
    tally_out(w + W_TALLY, load64(m + H_NOW), load64(task + T_ARRIVE))
    row = add_row(m, LOG_REQUESTS, 7)
    store64(row, load64(o + 8))
    store64(row + 8, load64(task + T_CLIENT))
    store64(row + 16, load64(task + T_SEQ) & 0xFFFFFFFF)
    store64(row + 24, load64(task + T_ARRIVE))
    store64(row + 32, load64(task + T_START))
    store64(row + 40, load64(m + H_NOW))
    store64(row + 48, load64(x + V_RET) if load64(x + V_RET) < 0 else 0)
    store64(task + T_START, -1)
    store64(task + T_ARRIVE, INF)
    n = load64(m + H_REQUESTS_DONE) + 1
    store64(m + H_REQUESTS_DONE, n)
    if n == load64(m + H_STOP_REQUESTS):
        store64(m + H_TRAP, TRAP_STOP)


@compiled("void(int64,int64,int64)")
def _previous(c: int, x: int, prev: int) -> None:
    """Describe the task that is about to be switched away from, as sched_switch does.

    Only a task that was taken the CPU from in the kernel counts as preempted.
    """
    task = prev if prev != 0 else load64(c + C_IDLE_TASK)
    state = load64(task + T_KSTATE)
    can_run = 1 if prev != 0 and load64(task + T_STATE) == TASK_QUEUED else 0
    preempt = can_run if load64(task + T_CTX + X_MODE) == MODE_KERNEL else 0
    shown = state & _TASK_SHOWN
    while shown & (shown - 1) != 0:
        shown &= shown - 1
    store64(x + V_PREV, load64(task + T_STRUCT))
    store64(x + V_PREEMPT, preempt)
    store64(x + V_PREV_STATE, state)
    store64(x + V_PREV_SHOWN, SHOWN_PREEMPTED if preempt == 1 else shown)


@compiled("void(int64,int64,int64,int64)")
def _pick(m: int, c: int, x: int, o: int) -> None:
    """Choose the next task; go straight to the switch when it is the current one."""
    prev = load64(c + C_TASK)
    task = pick_next(m, c)
    store64(x + V_ARG, task)
    _previous(c, x, prev)
    idle = load64(load64(c + C_IDLE_TASK) + T_STRUCT)
    store64(x + V_NEXT, load64(task + T_STRUCT) if task != 0 else idle)
    if task == prev:
        store64(x + X_OP, load64(o + 8))
    else:
        _advance(x, 1)


@compiled("void(int64,int64,int64)")
def _switch(m: int, c: int, x: int) -> None:
    """Load the chosen task (0: idle)."""
    task = load64(x + V_ARG)
    prev = load64(c + C_TASK)
    changed = 0 if prev == task else 1
    if prev != 0 and load64(prev + T_STATE) == TASK_ENDED and load64(prev + T_POOL) != 0:
        give_back(load64(prev + T_POOL), prev)
    for level in range(NR_LEVELS):  # a record may have become another task
        store64(c + C_RUN_TASKS + 8 * level, 0)
    store64(c + C_TASK, task)
    store64(c + C_IRQ_OFF, load64(c + C_IRQ_OFF) - 1)
    store64(c + C_PREEMPT, load64(c + C_PREEMPT) - 1)
    store64(c + C_ATTENTION, 1)
    if task == 0:
        store64(c + C_CTX, load64(c + C_IDLE_CTX))
        store64(load64(c + C_IDLE_CTX) + X_OPEN, ACCT_IDLE + 1)
        return
    store64(c + C_CTX, task + T_CTX)
    store64(task + T_CTX + X_CPU, load64(c + C_INDEX))
    if changed == 1:
        begin_running(m, c, task)


@compiled("int64(int64,int64,int64)")
def _read_wait(m: int, c: int, x: int) -> int:
    """Go on if a ring has data, else block until woken or timed out (ep_poll)."""
    task = load64(c + C_TASK)
    rd = reader_of(m, task)
    _advance(x, 1)
    if any_ready(m, rd) == 1:
        return _ON
    store64(rd + RD_POLLING, 1)
    until = load64(rd + RD_END_NS)
    if load64(rd + RD_TIMEOUT_NS) > 0:
        until = min(until, load64(m + H_NOW) + load64(rd + RD_TIMEOUT_NS))
    if until < INF:
        arm_timer(m, task, until)
    block(m, c, STATE_INTERRUPTIBLE)
    return _STOP


@compiled("int64(int64,int64,int64,int64)")
def _reader_wake(m: int, c: int, x: int, o: int) -> int:
    """Find the reader of the map that irq_work is about; leave when it is not waiting."""
    index = load64(x + V_ARG)
    clear_waking(m, index)
    number = load64(load64(m + H_MAPS) + index * MAP_BYTES + M_READER)
    rd = load64(m + H_READERS) + (number - 1) * READER_BYTES
    store64(x + X_ACCT, ACT_WAKEUP * MAX_OWNERS + load64(rd + RD_OWNER))
    store64(rd + RD_WAKEUPS, load64(rd + RD_WAKEUPS) + 1)
    if load64(rd + RD_POLLING) == 0:
        store64(x + X_OP, load64(o + 8))
        return _ON
    store64(rd + RD_POLLING, 0)
    task = load64(rd + RD_TASK)
    store64(x + V_ARG, task)
    store64(x + V_P, load64(task + T_STRUCT))
    _advance(x, 1)
    return _ON


@compiled("int64(int64,int64,int64,int64,int64)")
def _reading(m: int, c: int, x: int, o: int, op: int) -> int:
    if op == _READ_WAIT:
        return _read_wait(m, c, x)
    rd = reader_of(m, load64(c + C_TASK))
    if op == _READ_DONE:
        deliver(m, c, rd)
        _advance(x, 1)
        return _ON
    store64(rd + RD_POLLING, 0)
    if next_record(m, c, x, rd) == 1:
        _advance(x, 1)
    else:
        store64(x + X_OP, load64(o + 8))
    return _ON


@compiled("int64(int64,int64,int64,int64,int64)")
def _interrupt_op(m: int, c: int, x: int, o: int, op: int) -> int:
    """Do an operation of interrupt and scheduler paths."""
    if op == _IRQ_RET:
        irq_return(m, c)
        return _STOP
    if op == _SWITCH:
        _switch(m, c, x)
        return _STOP
    if op == _READER_WAKE:
        return _reader_wake(m, c, x, o)
    if op == _PICK:
        _pick(m, c, x, o)
        return _ON
    if op == _SOFT_NEXT:
        work = take_softirq(m, c)
        if work == 0:
            store64(x + X_OP, load64(o + 8))
            return _ON
        load_request(x, work)
    elif op == _WAKE:
        woken = load64(x + V_ARG)
        if try_to_wake_up(m, c, woken) == 0 and load64(o + 8) != 0:
            store64(x + X_OP, load64(o + 8))
            return _ON
        store64(x + V_TARGET_CPU, load64(woken + T_CPU))
    elif op == _LOAD_REQUEST:
        load_request(x, load64(x + V_ARG))
    elif op == _RELEASE:
        give_back(load64(m + H_CARRIERS), load64(x + V_ARG))
    elif op == _IO_DONE:
        store64(load64(x + V_ARG) + T_IO_DONE, 1)
    elif op == _RAISE_SOFTIRQ:
        raise_softirq(m, c, load64(x + V_ARG))
    elif op == _TICK:
        tick(m, c)
    else:
        store64(m + H_ERROR, E_OPCODE)
        return _STOP
    _advance(x, 1)
    return _ON


@compiled("int64(int64,int64,int64,int64,int64)")
def _life_op(m: int, c: int, x: int, o: int, op: int) -> int:
    """Do an operation of tasks that begin and end."""
    if op == _WAIT and wait(m, c) == 0:
        return _STOP
    _advance(x, 1)
    if op == _EXIT:
        exit_task(m, c)
        return _STOP
    if op == _COPY_PROCESS:
        if copy_process(m, c, x) == 0:
            store64(x + X_OP, load64(o + 8))
    elif op == _NOTIFY:
        if notify(m, c, x) == 0:
            store64(x + X_OP, load64(o + 8))
    elif op == _EXEC:
        exec_task(m, c, x)
    return _ON


@compiled("int64(int64,int64,int64,int64,int64)")
def _tracer_op(m: int, c: int, x: int, o: int, op: int) -> int:
    """Do an operation of a tracer that attaches or detaches at its time."""
    if op == _SLEEP_UNTIL:
        return _sleep_until(m, c, x, load64(o + 8) - load64(m + H_NOW))
    if op == _GRACE:
        row = load64(m + H_PRICES) + PRICE_BYTES * load64(o + 8)
        return _sleep_until(m, c, x, udiv64(load64(row), 1000))  # asleep: nobody's CPU time
    _advance(x, 1)
    if load64(m + H_NOW) < load64(o + 8):
        store64(x + X_OP, load64(o + 16))
    return _ON


@compiled("int64(int64,int64)", inline=True)
def _lock_number(x: int, o: int) -> int:
    return load64(o + 8) if load64(o + 8) >= 0 else load64(x + V_LOCK)


@compiled("int64(int64,int64,int64,int64)")
def do_visible(m: int, c: int, x: int, o: int) -> int:
    """Do the visible operation at code row *o* of the CPU's context *x*.

    Returns:
        1 when the context may walk on, 0 when the step ends here.
    """
    op = load64(o)
    if op == _SYSENTER:
        sysenter(m, c, x, o, 0)
        return _ON
    elif op == _SYSEXIT:
        sysexit(m, c, x, o, 0)
        return _STOP
    elif op == _LOCK:
        if lock(m, c, _lock_number(x, o)) == 0:
            return _STOP
    elif op == _UNLOCK:
        woken = unlock(m, c, _lock_number(x, o))
        if woken == 0 and load64(o + 16) != 0:
            store64(x + X_OP, load64(o + 16))
            return _ON
        if woken != 0:
            store64(x + V_ARG, woken)
            store64(x + V_P, load64(woken + T_STRUCT))
    elif op == _IO_ISSUE:
        issue_request(m, c, x)
    elif op == _IO_WAIT:
        if load64(load64(c + C_TASK) + T_IO_DONE) == 0:
            block(m, c, STATE_UNINTERRUPTIBLE)
            return _STOP
    elif op == _SLEEP:
        bits = bits_of(m, x, load64(o + 32))
        ns = draw_ns(bits, load64(o + 8), load64(o + 16), load64(o + 24))
        return _sleep_until(m, c, x, ns)
    elif op == _NEXT:
        return _next(m, c, x, o)
    elif op == _DONE:
        _done(m, c, x, o)
    elif op == _ATTACHED or op == _DETACHED:
        store64(m + H_TRAP, TRAP_ATTACH if op == _ATTACHED else TRAP_DETACH)
        store64(m + H_TRAP_A, load64(o + 8))
        store64(m + H_TRAP_B, load64(o + 16))
    elif op == _PUT or op == _ADD:
        put(m, x, o, op - _PUT)
    elif op >= _SLEEP_UNTIL and op <= _GRACE:
        return _tracer_op(m, c, x, o, op)
    elif op >= _COPY_PROCESS and op <= _EXIT:
        return _life_op(m, c, x, o, op)
    elif op == _READ_WAIT or op == _READ_NEXT or op == _READ_DONE:
        return _reading(m, c, x, o, op)
    else:
        return _interrupt_op(m, c, x, o, op)
    _advance(x, 1)
    return _ON
