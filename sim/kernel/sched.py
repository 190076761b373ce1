"""The fair scheduler: run queues, wake-ups, preemption, quotas (kernel/sched/fair.c of 6.1).

Each CPU picks the queued task with the least virtual runtime; a tick preempts when the current
task has had its share of the latency period; a wake-up preempts when the woken task is behind
by more than the wake-up granularity; a CPU whose queue is empty steals from the longest one.

The scheduler itself is a context that walks a path with interrupts off: its cost is in the path.

**Rule:** a task is in exactly one of: running on a CPU, in one run queue, blocked.

**Not modelled:** groups, NUMA,
cache-hot migration limits, periodic load balancing (idle stealing keeps every CPU busy while
work is queued), real-time classes.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store32, store64
from sim.base.tally import tally_in, tally_out
from sim.engine.order import S_KEY, SLOT_BYTES, set_slot, time_of
from sim.engine.rows import LOG_FLOW, add_row
from sim.engine.state import (
    H_CONFIG,
    H_CPUS,
    H_LAZY,
    H_NOW,
    H_NR_CPUS,
    H_REGION,
    H_SLOTS,
    H_TRACE,
    INF,
)
from sim.kernel.layout import (
    C_ATTENTION,
    C_CTX,
    C_INDEX,
    C_IPI_SLOT,
    C_IRQ_OFF,
    C_MIN_VRUNTIME,
    C_NEED_RESCHED,
    C_NR_QUEUED,
    C_PREEMPT,
    C_QUEUED_WEIGHT,
    C_RQ,
    C_RQ_TALLY,
    C_SCHED_CTX,
    C_SWITCHES,
    C_TASK,
    C_TICK_SLOT,
    CF_IPI_NS,
    CF_MIN_GRANULARITY_NS,
    CF_SCHED_LATENCY_NS,
    CF_SCHED_OP,
    CF_TASK_STATE,
    CF_TICK_NS,
    CF_WAKEUP_GRANULARITY_NS,
    CPU_BYTES,
    FLOW_SWITCH,
    PHASE_WALK,
    RESCHED_DUE,
    RESCHED_NO,
    RESCHED_SENT,
    STATE_RUNNING,
    T_AFFINITY,
    T_CPU,
    T_DEADLINE,
    T_EXEC_START,
    T_INDEX,
    T_KSTATE,
    T_PID,
    T_QUEUED_T,
    T_QUOTA_LEFT,
    T_QUOTA_NS,
    T_SLICE_START,
    T_STATE,
    T_STRUCT,
    T_SUM_EXEC,
    T_THROTTLED,
    T_VRUNTIME,
    T_WEIGHT,
    TASK_BLOCKED,
    TASK_QUEUED,
    TASK_RUNNING,
    X_OP,
    X_PHASE,
)
from sim.kernel.segment import cut, go

__all__ = [
    "NICE_0_WEIGHT",
    "arm_tick",
    "block",
    "cpu_at",
    "enqueue",
    "enter_sched",
    "pick_next",
    "set_state",
    "tick",
    "try_to_wake_up",
    "update_curr",
]

NICE_0_WEIGHT = 1024


@compiled("int64(int64,int64)", inline=True)
def cpu_at(m: int, index: int) -> int:
    """Return the CPU record of CPU *index*."""
    return load64(m + H_CPUS) + index * CPU_BYTES


@compiled("int64(int64,int64)", inline=True)
def _allowed(task: int, cpu: int) -> int:
    return (load64(task + T_AFFINITY + 8 * (cpu >> 6)) >> (cpu & 63)) & 1


@compiled("int64(int64)", inline=True)
def _is_idle(c: int) -> int:
    return 1 if load64(c + C_TASK) == 0 and load64(c + C_NR_QUEUED) == 0 else 0


@compiled("void(int64,int64,int64)", python=True)
def enqueue(m: int, c: int, task: int) -> None:
    """Put a runnable task into the CPU's queue."""
    now = load64(m + H_NOW)
    store64(task + T_QUEUED_T, now)
    tally_in(c + C_RQ_TALLY, now)
    n = load64(c + C_NR_QUEUED)
    store64(load64(c + C_RQ) + 8 * n, task)
    store64(c + C_NR_QUEUED, n + 1)
    store64(c + C_QUEUED_WEIGHT, load64(c + C_QUEUED_WEIGHT) + load64(task + T_WEIGHT))
    store64(task + T_STATE, TASK_QUEUED)


@compiled("int64(int64,int64)")
def _leftmost(c: int, for_cpu: int) -> int:
    """Return the queue position of the least virtual runtime allowed on *for_cpu*, or −1."""
    rq = load64(c + C_RQ)
    best = -1
    best_vruntime = 0
    best_index = 0
    for i in range(load64(c + C_NR_QUEUED)):
        task = load64(rq + 8 * i)
        if _allowed(task, for_cpu) == 0:
            continue
        vruntime = load64(task + T_VRUNTIME)
        index = load64(task + T_INDEX)
        if (
            best < 0
            or vruntime < best_vruntime
            or (vruntime == best_vruntime and index < best_index)
        ):
            best = i
            best_vruntime = vruntime
            best_index = index
    return best


@compiled("int64(int64,int64,int64)")
def _dequeue(m: int, c: int, position: int) -> int:
    rq = load64(c + C_RQ)
    task = load64(rq + 8 * position)
    tally_out(c + C_RQ_TALLY, load64(m + H_NOW), load64(task + T_QUEUED_T))
    n = load64(c + C_NR_QUEUED) - 1
    store64(rq + 8 * position, load64(rq + 8 * n))
    store64(c + C_NR_QUEUED, n)
    store64(c + C_QUEUED_WEIGHT, load64(c + C_QUEUED_WEIGHT) - load64(task + T_WEIGHT))
    return task


@compiled("int64(int64,int64)", inline=True)
def _runs_here(c: int, task: int) -> int:
    """Say whether the CPU's task is still running on it."""
    if load64(task + T_STATE) != TASK_RUNNING:
        return 0
    return 1 if load64(task + T_CPU) == load64(c + C_INDEX) else 0


@compiled("void(int64,int64)", inline=True)
def set_need_resched(c: int, due: int) -> None:
    """Let the scheduler run when it is allowed to."""
    store64(c + C_NEED_RESCHED, due)
    store64(c + C_ATTENTION, 1)


@compiled("void(int64,int64)")
def update_curr(m: int, c: int) -> None:
    """Account the current task's run time up to now.

    Between blocking and the switch the CPU's task is no longer its own to account: it may have
    been woken, and run elsewhere already.
    """
    task = load64(c + C_TASK)
    if task == 0 or _runs_here(c, task) == 0:
        return
    now = load64(m + H_NOW)
    delta = now - load64(task + T_EXEC_START)
    store64(task + T_EXEC_START, now)
    store64(task + T_SUM_EXEC, load64(task + T_SUM_EXEC) + delta)
    vruntime = load64(task + T_VRUNTIME) + delta * NICE_0_WEIGHT // load64(task + T_WEIGHT)
    store64(task + T_VRUNTIME, vruntime)
    least = vruntime
    i = _leftmost(c, load64(c + C_INDEX))
    if i >= 0:
        queued = load64(load64(load64(c + C_RQ) + 8 * i) + T_VRUNTIME)
        if queued < least:
            least = queued
    if least > load64(c + C_MIN_VRUNTIME):
        store64(c + C_MIN_VRUNTIME, least)
    if load64(task + T_QUOTA_NS) != 0:
        left = load64(task + T_QUOTA_LEFT) - delta
        store64(task + T_QUOTA_LEFT, left)
        if left <= 0:
            set_need_resched(c, RESCHED_DUE)


@compiled("void(int64,int64)")
def enter_sched(m: int, c: int) -> None:
    """Let the CPU's scheduler context run (__schedule)."""
    x = load64(c + C_SCHED_CTX)
    store64(c + C_CTX, x)
    store64(c + C_IRQ_OFF, load64(c + C_IRQ_OFF) + 1)
    store64(c + C_PREEMPT, load64(c + C_PREEMPT) + 1)
    store64(x + X_OP, load64(load64(m + H_CONFIG) + CF_SCHED_OP))
    store64(x + X_PHASE, PHASE_WALK)


@compiled("void(int64,int64,int64)")
def set_state(m: int, task: int, state: int) -> None:
    """Set a task's ``__state``, in its task_struct too (set_current_state)."""
    store64(task + T_KSTATE, state)
    at = load64(task + T_STRUCT) + load64(load64(m + H_CONFIG) + CF_TASK_STATE)
    store32(load64(m + H_REGION) + (at & 0xFFFFFFFF), state)


@compiled("void(int64,int64,int64)")
def block(m: int, c: int, state: int) -> None:
    """Let the current task sleep in a state (``STATE_…``), and schedule."""
    update_curr(m, c)
    task = load64(c + C_TASK)
    store64(task + T_STATE, TASK_BLOCKED)
    set_state(m, task, state)
    enter_sched(m, c)


@compiled("void(int64,int64,int64)", inline=True)
def _migrate(task: int, source: int, target: int) -> None:
    vruntime = load64(task + T_VRUNTIME) - load64(source + C_MIN_VRUNTIME)
    store64(task + T_VRUNTIME, vruntime + load64(target + C_MIN_VRUNTIME))


@compiled("int64(int64,int64)")
def _steal(m: int, c: int) -> int:
    """Take a task from the longest queue that has one for this CPU (newidle_balance)."""
    me = load64(c + C_INDEX)
    busiest = 0
    longest = 0
    for i in range(load64(m + H_NR_CPUS)):
        other = cpu_at(m, i)
        n = load64(other + C_NR_QUEUED)
        if n > longest and i != me and _leftmost(other, me) >= 0:
            longest = n
            busiest = other
    if busiest == 0:
        return 0
    task = _dequeue(m, busiest, _leftmost(busiest, me))
    _migrate(task, busiest, c)
    return task


@compiled("int64(int64,int64)")
def pick_next(m: int, c: int) -> int:
    """Choose the next task: put the current one back if it can run, take the leftmost.

    Returns:
        The task, now TASK_RUNNING and in no queue, or 0 for idle.
    """
    prev = load64(c + C_TASK)
    store64(c + C_NEED_RESCHED, RESCHED_NO)
    update_curr(m, c)
    store64(c + C_NEED_RESCHED, RESCHED_NO)
    if prev != 0 and _runs_here(c, prev) == 1:
        if load64(prev + T_QUOTA_NS) != 0 and load64(prev + T_QUOTA_LEFT) <= 0:
            store64(prev + T_THROTTLED, 1)
            store64(prev + T_STATE, TASK_BLOCKED)
        else:
            enqueue(m, c, prev)
    i = _leftmost(c, load64(c + C_INDEX))
    task = _dequeue(m, c, i) if i >= 0 else _steal(m, c)
    if task != 0:
        store64(task + T_STATE, TASK_RUNNING)
        store64(task + T_CPU, load64(c + C_INDEX))
    if load64(m + H_TRACE) != 0:
        row = add_row(m, LOG_FLOW, 5)
        store64(row, load64(m + H_NOW))
        store64(row + 8, load64(c + C_INDEX))
        store64(row + 16, FLOW_SWITCH)
        store64(row + 24, load64(prev + T_PID) if prev != 0 else 0)
        store64(row + 32, load64(task + T_PID) if task != 0 else 0)
    return task


@compiled("void(int64,int64)")
def arm_tick(m: int, c: int) -> None:
    """Start the CPU's tick again if it is stopped: it falls on multiples of the period."""
    slot = load64(c + C_TICK_SLOT)
    if load64(load64(m + H_SLOTS) + slot * SLOT_BYTES + S_KEY) != INF:
        return
    period = load64(load64(m + H_CONFIG) + CF_TICK_NS)
    if period == 0:
        return
    set_slot(m, slot, (load64(m + H_NOW) // period + 1) * period)


@compiled("void(int64,int64,int64)")
def begin_running(m: int, c: int, task: int) -> None:
    """Start the clock of the task that has just been switched to."""
    store64(task + T_EXEC_START, load64(m + H_NOW))
    store64(task + T_SLICE_START, load64(task + T_SUM_EXEC))
    store64(c + C_SWITCHES, load64(c + C_SWITCHES) + 1)
    arm_tick(m, c)


@compiled("void(int64,int64)")
def tick(m: int, c: int) -> None:
    """Account the current task and preempt it when it has had its share (task_tick_fair)."""
    task = load64(c + C_TASK)
    if task == 0:
        return
    update_curr(m, c)
    if load64(c + C_NR_QUEUED) == 0:
        return
    cf = load64(m + H_CONFIG)
    weight = load64(task + T_WEIGHT)
    total = load64(c + C_QUEUED_WEIGHT) + weight
    ideal = load64(cf + CF_SCHED_LATENCY_NS) * weight // total
    if ideal < load64(cf + CF_MIN_GRANULARITY_NS):
        ideal = load64(cf + CF_MIN_GRANULARITY_NS)
    if load64(task + T_SUM_EXEC) - load64(task + T_SLICE_START) > ideal:
        set_need_resched(c, RESCHED_DUE)


@compiled("int64(int64,int64)")
def _select_cpu(m: int, task: int) -> int:
    """Choose where a woken task goes: its last CPU if idle, any idle one, its last one."""
    prev = load64(task + T_CPU)
    first_allowed = -1
    if _allowed(task, prev) == 1:
        if _is_idle(cpu_at(m, prev)) == 1:
            return prev
        first_allowed = prev
    for i in range(load64(m + H_NR_CPUS)):
        if _allowed(task, i) == 1:
            if _is_idle(cpu_at(m, i)) == 1:
                return i
            if first_allowed < 0:
                first_allowed = i
    return first_allowed


@compiled("int64(int64,int64,int64)")
def _preempts(m: int, c: int, task: int) -> int:
    """Say whether a woken task preempts the current one (check_preempt_wakeup)."""
    current = load64(c + C_TASK)
    if current == 0:
        return 1
    if _runs_here(c, current) == 0:
        return 0
    ahead = load64(current + T_VRUNTIME) - load64(task + T_VRUNTIME)
    granularity = load64(load64(m + H_CONFIG) + CF_WAKEUP_GRANULARITY_NS)
    return 1 if ahead > granularity * NICE_0_WEIGHT // load64(task + T_WEIGHT) else 0


@compiled("void(int64,int64,int64)")
def _resched_remote(m: int, target: int, due: int) -> None:
    """Let another CPU schedule (resched_curr): send an interrupt unless one is on its way.

    Kernel code there does not see it before an interrupt ends; *due* is what it had to see before.
    """
    set_need_resched(target, due if due != RESCHED_NO else RESCHED_SENT)
    slot = load64(target + C_IPI_SLOT)
    key = load64(load64(m + H_SLOTS) + slot * SLOT_BYTES + S_KEY)
    at = load64(m + H_NOW) + load64(load64(m + H_CONFIG) + CF_IPI_NS)
    if key == INF or time_of(key) > at:
        set_slot(m, slot, at)


@compiled("void(int64,int64)")
def _stop_ahead(m: int, target: int) -> None:
    """Let another CPU's context take the steps that it has done ahead one by one."""
    if load64(m + H_LAZY) != 0:
        cut(m, target)
        go(m, target)


@compiled("int64(int64,int64,int64)")
def try_to_wake_up(m: int, c: int, task: int) -> int:
    """Make a blocked task runnable, from CPU record *c*.

    Returns:
        1 if it was blocked (and not throttled), else 0.
    """
    if load64(task + T_STATE) != TASK_BLOCKED or load64(task + T_THROTTLED) != 0:
        return 0
    store64(task + T_DEADLINE, INF)
    set_state(m, task, STATE_RUNNING)
    source = cpu_at(m, load64(task + T_CPU))
    index = _select_cpu(m, task)
    target = cpu_at(m, index)
    due = load64(target + C_NEED_RESCHED)
    update_curr(m, target)
    if target != c and due == RESCHED_NO and load64(target + C_NEED_RESCHED) != RESCHED_NO:
        _resched_remote(m, target, due)  # its current task has used up its quota
    if target != source:
        _migrate(task, source, target)
    floor = load64(target + C_MIN_VRUNTIME)
    floor -= load64(load64(m + H_CONFIG) + CF_SCHED_LATENCY_NS) >> 1
    if load64(task + T_VRUNTIME) < floor:
        store64(task + T_VRUNTIME, floor)
    store64(task + T_CPU, index)
    preempts = _preempts(m, target, task)
    enqueue(m, target, task)
    if preempts == 1:
        if target != c:
            _resched_remote(m, target, due)
        else:
            set_need_resched(target, RESCHED_DUE)
    if target != c and due == RESCHED_NO and load64(target + C_NEED_RESCHED) != RESCHED_NO:
        _stop_ahead(m, target)
    return 1
