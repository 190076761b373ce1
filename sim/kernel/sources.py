"""Event sources of the machine: timers, arrivals, device completions, ticks, IPIs, samples.

A source is a slot with a next time. Where its calendar lives (in the winner tree, or as an event
of SimPy with the slot's rank as priority) changes nothing else: `fire` is called at its time.

**Rule:** `fire` gives the slot its next time before anything else can look at it.

**Not modelled:** timer slack, coalescing.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.base.stream import threefry2x64
from sim.base.tally import tally_in
from sim.bpf.maps.layout import (
    M_CONSUMER,
    M_INDEX,
    M_PEAK,
    M_PRODUCER,
    M_READER,
    M_TYPE,
    MAP_BYTES,
    PERF_RING,
    MapType,
)
from sim.engine.heap import heap_min, heap_pop, heap_push
from sim.engine.order import set_slot
from sim.engine.rows import LOG_FLOW, LOG_REQUESTS, LOG_SERIES, add_row
from sim.engine.state import (
    H_LEDGER,
    H_MAPS,
    H_NOW,
    H_NR_CPUS,
    H_NR_MAPS,
    H_SEED,
    H_SOURCES,
    H_TASKS,
    H_TRACE,
    H_WORKLOADS,
    INF,
)
from sim.kernel.device import complete
from sim.kernel.draw import PURPOSE_THINK, draw_ns
from sim.kernel.irq import raise_irq, raise_nmi
from sim.kernel.layout import (
    ACT_HALTED,
    C_CTX,
    C_IDLE_CTX,
    C_INDEX,
    C_SEG_START,
    C_TASK,
    FLOW_SWITCH,
    LEDGER_CPU_BYTES,
    MAX_OWNERS,
    NR_ACTIVITIES,
    Q_DATA,
    Q_INDEX,
    Q_KIND,
    Q_PERIOD,
    SERIES_ACTIVITY,
    SERIES_BUSY,
    SERIES_FILL,
    SERIES_PEAK,
    SOURCE_BYTES,
    SP_ACCT,
    SP_NS,
    SPLIT_BYTES,
    SRC_ARRIVALS,
    SRC_DEVICE,
    SRC_IPI,
    SRC_NMI,
    SRC_QUOTA,
    SRC_SAMPLE,
    SRC_TICK,
    SRC_TIMERS,
    SRC_TRACE_ON,
    T_ARRIVE,
    T_CPU,
    T_DEADLINE,
    T_PID,
    T_QUOTA_LEFT,
    T_QUOTA_NS,
    T_SEQ,
    T_START,
    T_THROTTLED,
    T_TIMER,
    T_WORKLOAD,
    TASK_BYTES,
    VEC_IPI,
    VEC_TICK,
    VEC_WAKE,
    W_A,
    W_ARRIVALS,
    W_B,
    W_BACKLOG,
    W_CLOSED,
    W_DIST,
    W_IDLE,
    W_IHEAD,
    W_IMASK,
    W_ITAIL,
    W_KIND,
    W_NEXT_ITEM,
    W_QHEAD,
    W_QMASK,
    W_QTAIL,
    W_QUEUE,
    W_QUEUE_TALLY,
    W_REJECTED,
    W_SLOT,
    W_STREAM,
    W_TALLY,
    WORKLOAD_BYTES,
    X_NSPLIT,
    X_OPEN,
    X_SPLITS,
)
from sim.kernel.sched import cpu_at
from sim.kernel.segment import cut, go

__all__ = ["arm_timer", "fire", "next_arrival"]

_RINGBUF = int(MapType.BPF_MAP_TYPE_RINGBUF)
TIMERS_SLOT = 0  # the machine's first source holds the tasks' timers


@compiled("void(int64,int64,int64)")
def arm_timer(m: int, task: int, t_ns: int) -> None:
    """Wake the task at *t_ns* unless something else does first.

    A task has at most one entry in the heap; one that is there already expires no later, and
    puts itself back until the deadline.
    """
    store64(task + T_DEADLINE, t_ns)
    if load64(task + T_TIMER) == 1:
        return
    store64(task + T_TIMER, 1)
    source = load64(m + H_SOURCES) + TIMERS_SLOT * SOURCE_BYTES
    index = (task - load64(m + H_TASKS)) // TASK_BYTES
    heap_push(load64(source + Q_DATA), t_ns, index)
    set_slot(m, TIMERS_SLOT, heap_min(load64(source + Q_DATA)))


@compiled("void(int64,int64)", inline=True)
def _arrive(m: int, task: int) -> None:
    """A closed loop's client has thought: its next request comes into being."""
    w = load64(m + H_WORKLOADS) + load64(task + T_WORKLOAD) * WORKLOAD_BYTES
    if load64(w + W_KIND) == W_CLOSED:
        tally_in(w + W_TALLY, load64(m + H_NOW))


@compiled("void(int64,int64)")
def _fire_timers(m: int, source: int) -> None:
    task = load64(m + H_TASKS) + heap_pop(load64(source + Q_DATA)) * TASK_BYTES
    store64(task + T_TIMER, 0)
    set_slot(m, TIMERS_SLOT, heap_min(load64(source + Q_DATA)))
    deadline = load64(task + T_DEADLINE)
    if deadline == INF:
        return
    if deadline > load64(m + H_NOW):
        arm_timer(m, task, deadline)
        return
    store64(task + T_DEADLINE, INF)
    if load64(task + T_ARRIVE) == deadline and load64(task + T_START) < 0:
        _arrive(m, task)
    raise_irq(m, cpu_at(m, load64(task + T_CPU)), VEC_WAKE, task)


@compiled("int64(int64,int64)", python=True)
def next_arrival(m: int, w: int) -> int:
    """Draw the time from the arrival of the workload's next item to the one after it."""
    item = load64(w + W_NEXT_ITEM)
    bits = threefry2x64(load64(m + H_SEED), load64(w + W_STREAM), item, PURPOSE_THINK)
    return draw_ns(bits, load64(w + W_DIST), load64(w + W_A), load64(w + W_B))


@compiled("void(int64,int64)")
def _reject(m: int, item_and_workload: int) -> None:
    row = add_row(m, LOG_REQUESTS, 7)
    store64(row, item_and_workload & 0xFFFF)
    store64(row + 8, -1)
    store64(row + 16, item_and_workload >> 16)
    store64(row + 24, load64(m + H_NOW))
    store64(row + 32, -1)
    store64(row + 40, -1)
    store64(row + 48, -11)


@compiled("void(int64,int64)")
def _fire_arrival(m: int, index: int) -> None:
    w = load64(m + H_WORKLOADS) + index * WORKLOAD_BYTES
    item = load64(w + W_NEXT_ITEM)
    store64(w + W_NEXT_ITEM, item + 1)
    now = load64(m + H_NOW)
    set_slot(m, load64(w + W_SLOT), now + next_arrival(m, w))
    store64(w + W_ARRIVALS, load64(w + W_ARRIVALS) + 1)
    head = load64(w + W_IHEAD)
    if head != load64(w + W_ITAIL):
        store64(w + W_IHEAD, head + 1)
        task = load64(load64(w + W_IDLE) + 8 * (head & load64(w + W_IMASK)))
        store64(task + T_SEQ, item)
        store64(task + T_ARRIVE, now)
        tally_in(w + W_TALLY, now)
        raise_irq(m, cpu_at(m, load64(task + T_CPU)), VEC_WAKE, task)
        return
    tail = load64(w + W_QTAIL)
    if tail - load64(w + W_QHEAD) >= load64(w + W_BACKLOG):
        store64(w + W_REJECTED, load64(w + W_REJECTED) + 1)
        _reject(m, item << 16 | index)
        return
    row = load64(w + W_QUEUE) + 16 * (tail & load64(w + W_QMASK))
    store64(row, item)
    store64(row + 8, now)
    store64(w + W_QTAIL, tail + 1)
    tally_in(w + W_TALLY, now)
    tally_in(w + W_QUEUE_TALLY, now)


@compiled("void(int64,int64,int64)")
def _fire_tick(m: int, slot: int, source: int) -> None:
    c = cpu_at(m, load64(source + Q_INDEX))
    if load64(c + C_TASK) == 0:
        set_slot(m, slot, INF)  # NO_HZ: an idle CPU has no tick
        return
    set_slot(m, slot, load64(m + H_NOW) + load64(source + Q_PERIOD))
    raise_irq(m, c, VEC_TICK, 0)


@compiled("void(int64,int64,int64)")
def _fire_nmi(m: int, slot: int, source: int) -> None:
    """The counter of cycles overflows: on a CPU that is not halted."""
    c = cpu_at(m, load64(source + Q_INDEX))
    set_slot(m, slot, load64(m + H_NOW) + load64(source + Q_PERIOD))
    if load64(c + C_CTX) != load64(c + C_IDLE_CTX):
        raise_nmi(m, c)


@compiled("void(int64,int64,int64,int64)", inline=True)
def _sample(m: int, subject: int, metric: int, value: int) -> None:
    row = add_row(m, LOG_SERIES, 4)
    store64(row, load64(m + H_NOW))
    store64(row + 8, subject)
    store64(row + 16, metric)
    store64(row + 24, value)


@compiled("int64(int64,int64,int64)")
def _running_ns(m: int, c: int, activity: int) -> int:
    """Return what has passed of the CPU's running segment in an activity, not yet charged."""
    x = load64(c + C_CTX)
    elapsed = load64(m + H_NOW) - load64(c + C_SEG_START)
    if load64(x + X_OPEN) != 0:
        return elapsed if (load64(x + X_OPEN) - 1) // MAX_OWNERS == activity else 0
    total = 0
    for i in range(load64(x + X_NSPLIT)):
        split = x + X_SPLITS + SPLIT_BYTES * i
        ns = load64(split + SP_NS)
        passed = ns if ns < elapsed else elapsed
        elapsed -= passed
        if load64(split + SP_ACCT) // MAX_OWNERS == activity:
            total += passed
    return total


@compiled("int64(int64,int64,int64)")
def _activity_ns(m: int, c: int, activity: int) -> int:
    """Return the CPU's time in an activity so far, whoever's it is."""
    ledger = load64(m + H_LEDGER) + load64(c + C_INDEX) * LEDGER_CPU_BYTES
    total = _running_ns(m, c, activity)
    for owner in range(MAX_OWNERS):
        total += load64(ledger + 8 * (activity * MAX_OWNERS + owner))
    return total


@compiled("void(int64)")
def _sample_cpus(m: int) -> None:
    nr_cpus = load64(m + H_NR_CPUS)
    for activity in range(NR_ACTIVITIES):
        total = 0
        for i in range(nr_cpus):
            total += _activity_ns(m, cpu_at(m, i), activity)
        _sample(m, activity, SERIES_ACTIVITY, total)
    for i in range(nr_cpus):
        halted = _activity_ns(m, cpu_at(m, i), ACT_HALTED)
        _sample(m, i, SERIES_BUSY, load64(m + H_NOW) - halted)


@compiled("void(int64,int64,int64)")
def _fire_sample(m: int, slot: int, source: int) -> None:
    """Sample every ring's fill and the CPUs' time by activity."""
    set_slot(m, slot, load64(m + H_NOW) + load64(source + Q_PERIOD))
    _sample_cpus(m)
    maps = load64(m + H_MAPS)
    for i in range(load64(m + H_NR_MAPS)):
        bmap = maps + i * MAP_BYTES
        kind = load64(bmap + M_TYPE)
        if kind == _RINGBUF or (kind == PERF_RING and load64(bmap + M_READER) != 0):
            fill = load64(bmap + M_PRODUCER) - load64(bmap + M_CONSUMER)
            _sample(m, load64(bmap + M_INDEX), SERIES_FILL, fill)
            _sample(m, load64(bmap + M_INDEX), SERIES_PEAK, load64(bmap + M_PEAK))
            store64(bmap + M_PEAK, fill)


@compiled("void(int64,int64,int64)")
def _fire_quota(m: int, slot: int, source: int) -> None:
    set_slot(m, slot, load64(m + H_NOW) + load64(source + Q_PERIOD))
    task = load64(m + H_TASKS) + load64(source + Q_INDEX) * TASK_BYTES
    store64(task + T_QUOTA_LEFT, load64(task + T_QUOTA_NS))
    if load64(task + T_THROTTLED) != 0:
        store64(task + T_THROTTLED, 0)
        raise_irq(m, cpu_at(m, load64(task + T_CPU)), VEC_WAKE, task)


@compiled("void(int64,int64,int64)")
def _fire_trace(m: int, slot: int, is_on: int) -> None:
    """Begin or end the trace's window; it begins with what every CPU is doing."""
    set_slot(m, slot, INF)
    store64(m + H_TRACE, is_on)
    if is_on == 0:
        return
    for i in range(load64(m + H_NR_CPUS)):
        c = cpu_at(m, i)
        task = load64(c + C_TASK)
        row = add_row(m, LOG_FLOW, 5)
        store64(row, load64(m + H_NOW))
        store64(row + 8, i)
        store64(row + 16, FLOW_SWITCH)
        store64(row + 24, 0)
        store64(row + 32, load64(task + T_PID) if task != 0 else 0)
        cut(m, c)
        go(m, c)


@compiled("void(int64,int64)")
def fire(m: int, slot: int) -> None:
    """Let the source in *slot* act at H_NOW, its time."""
    source = load64(m + H_SOURCES) + slot * SOURCE_BYTES
    kind = load64(source + Q_KIND)
    if kind == SRC_TIMERS:
        _fire_timers(m, source)
    elif kind == SRC_ARRIVALS:
        _fire_arrival(m, load64(source + Q_INDEX))
    elif kind == SRC_DEVICE:
        complete(m, load64(source + Q_INDEX))
    elif kind == SRC_TICK:
        _fire_tick(m, slot, source)
    elif kind == SRC_NMI:
        _fire_nmi(m, slot, source)
    elif kind == SRC_IPI:
        set_slot(m, slot, INF)
        raise_irq(m, cpu_at(m, load64(source + Q_INDEX)), VEC_IPI, 0)
    elif kind == SRC_SAMPLE:
        _fire_sample(m, slot, source)
    elif kind == SRC_QUOTA:
        _fire_quota(m, slot, source)
    else:
        _fire_trace(m, slot, 1 if kind == SRC_TRACE_ON else 0)
