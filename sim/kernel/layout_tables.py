"""What the simulated kernel is made of, continued: locks, devices, workloads, readers, settings.

**Rule:** every field is one int64; a field's name is its byte offset. `sim.kernel.layout` has all
of these names, too: import them from there.

**Not modelled:** here nothing is; see the modules that use the fields.
"""

from __future__ import annotations

from sim.base.tally import TALLY_BYTES

__all__ = [
    "CF_BYTES",
    "CF_DECODE_PRICE",
    "CF_FILTER_PRICE",
    "CF_IDLE_EXIT_PRICE",
    "CF_IPI_NS",
    "CF_LINE_PRICE",
    "CF_LOCK_TRANSFER_PRICE",
    "CF_MIN_GRANULARITY_NS",
    "CF_MISSED_PRICE",
    "CF_MUTEX_FAST_PRICE",
    "CF_MUTEX_SLOW_PRICE",
    "CF_NMI_OP",
    "CF_PEEK_PRICE",
    "CF_PERF_BYTE_PRICE",
    "CF_PERF_RECORD_PRICE",
    "CF_PREEMPT_FULL",
    "CF_PROG_ENTER_PRICE",
    "CF_READER_BYTE_PRICE",
    "CF_READER_RECORD_PRICE",
    "CF_SCHED_LATENCY_NS",
    "CF_SCHED_OP",
    "CF_SLOW_PATH_PRICE",
    "CF_SOFTIRQ_OP",
    "CF_SYSCALL_ENTRY_PRICE",
    "CF_SYSCALL_EXIT_PRICE",
    "CF_SYS_ENTER_SITE",
    "CF_SYS_EXIT_SITE",
    "CF_TASK_EXIT_CODE",
    "CF_TASK_PID",
    "CF_TASK_REAL_PARENT",
    "CF_TASK_START",
    "CF_TASK_STATE",
    "CF_TASK_TGID",
    "CF_TICK_NS",
    "CF_UPROBE_FREE",
    "CF_UPROBE_HOLD",
    "CF_UPROBE_OWN",
    "CF_URETPROBE_HOLD",
    "CF_VECTORS",
    "CF_WAKEUP_GRANULARITY_NS",
    "DEVICE_BYTES",
    "DIST_CONSTANT",
    "DIST_EMPIRICAL",
    "DIST_ERLANG",
    "DIST_EXPONENTIAL",
    "DIST_UNIFORM",
    "D_A",
    "D_B",
    "D_BUSY",
    "D_CHANNELS",
    "D_DIST",
    "D_DONE",
    "D_HEAD",
    "D_HEAP",
    "D_MASK",
    "D_RING",
    "D_SLOT",
    "D_TAIL",
    "D_TALLY",
    "E_CARRIER",
    "E_DEPTH",
    "E_FAULT",
    "E_LEVEL",
    "E_OPCODE",
    "E_RING",
    "E_SPLITS",
    "FILE_BYTES",
    "FILE_WORDS",
    "FLOW_DELIVER",
    "FLOW_END",
    "FLOW_ENTER",
    "FLOW_FILTERED",
    "FLOW_HIT",
    "FLOW_KEY",
    "FLOW_LOST",
    "FLOW_MISS_ACTIVE",
    "FLOW_MISS_DETACHED",
    "FLOW_MISS_NESTED",
    "FLOW_MISS_OVERRULED",
    "FLOW_MISS_POOL",
    "FLOW_MISS_RECURSION",
    "FLOW_NOTE",
    "FLOW_RETURN",
    "FLOW_RUN",
    "FLOW_SWITCH",
    "LK_CPU",
    "LK_HEAD",
    "LK_KIND",
    "LK_MASK",
    "LK_OWNER",
    "LK_RING",
    "LK_TAIL",
    "LK_TALLY",
    "LK_WAITS",
    "LOCK_BYTES",
    "LOCK_MUTEX",
    "LOCK_SPIN",
    "NR_VECTORS",
    "POOL_BYTES",
    "POOL_HEAD",
    "POOL_MASK",
    "POOL_ROWS",
    "POOL_TAIL",
    "Q_DATA",
    "Q_INDEX",
    "Q_KIND",
    "Q_PERIOD",
    "RD_A",
    "RD_AT",
    "RD_B",
    "RD_BATCH",
    "RD_DIST",
    "RD_END_NS",
    "RD_IN_PLACE",
    "RD_ITEM",
    "RD_LEN",
    "RD_MAP",
    "RD_NR_RINGS",
    "RD_OWNER",
    "RD_PERF",
    "RD_POLLING",
    "RD_RINGS",
    "RD_STREAM",
    "RD_TAIL",
    "RD_TASK",
    "RD_TIMEOUT_NS",
    "RD_WAKEUPS",
    "READER_BYTES",
    "SERIES_ACTIVITY",
    "SERIES_BUSY",
    "SERIES_FILL",
    "SERIES_PEAK",
    "SOURCE_BYTES",
    "SRC_ARRIVALS",
    "SRC_DEVICE",
    "SRC_IPI",
    "SRC_NMI",
    "SRC_QUOTA",
    "SRC_SAMPLE",
    "SRC_TICK",
    "SRC_TIMERS",
    "SRC_TRACE_OFF",
    "SRC_TRACE_ON",
    "VEC_BLOCK",
    "VEC_IPI",
    "VEC_IRQ_WORK",
    "VEC_TICK",
    "VEC_WAKE",
    "WORKLOAD_BYTES",
    "W_A",
    "W_ARRIVALS",
    "W_B",
    "W_BACKLOG",
    "W_CLOSED",
    "W_DIST",
    "W_FILES",
    "W_IDLE",
    "W_IHEAD",
    "W_IMASK",
    "W_ITAIL",
    "W_KIND",
    "W_MISSING_PPM",
    "W_NEXT_ITEM",
    "W_NR_FILES",
    "W_OPEN",
    "W_QHEAD",
    "W_QMASK",
    "W_QTAIL",
    "W_QUEUE",
    "W_QUEUE_TALLY",
    "W_REJECTED",
    "W_SLOT",
    "W_STREAM",
    "W_TALLY",
    "W_UPROBE_FREE",
]

# --- locks, devices, workloads, sources, readers -------------------------------------------------
LOCK_MUTEX, LOCK_SPIN = 0, 1
LK_KIND, LK_OWNER, LK_HEAD, LK_TAIL, LK_RING, LK_MASK, LK_CPU, LK_WAITS = range(0, 64, 8)
LK_TALLY = 64  # those that wait
LOCK_BYTES = LK_TALLY + TALLY_BYTES

D_SLOT, D_CHANNELS, D_BUSY, D_HEAD, D_TAIL, D_RING, D_MASK, D_HEAP, D_DIST, D_A, D_B, D_DONE = (
    range(0, 96, 8)
)
D_TALLY = 96  # requests waiting and in service
DEVICE_BYTES = D_TALLY + TALLY_BYTES

W_CLOSED, W_OPEN = 0, 1
(
    W_KIND,
    W_SLOT,
    W_STREAM,
    W_DIST,
    W_A,
    W_B,
    W_QUEUE,  # waiting requests: ring of (item, arrival)
    W_QHEAD,
    W_QTAIL,
    W_QMASK,
    W_BACKLOG,
    W_IDLE,  # idle workers: ring of task addresses
    W_IHEAD,
    W_ITAIL,
    W_IMASK,
    W_NEXT_ITEM,
    W_REJECTED,
    W_NR_FILES,
    W_FILES,  # host address of file rows
    W_MISSING_PPM,
    W_ARRIVALS,
) = range(0, 8 * 21, 8)
W_TALLY = 8 * 21  # requests from arrival to end
W_QUEUE_TALLY = W_TALLY + TALLY_BYTES  # those that wait for a worker
W_UPROBE_FREE = W_QUEUE_TALLY + TALLY_BYTES  # when the process's mmap lock is free for a uprobe
WORKLOAD_BYTES = W_UPROBE_FREE + 8
FILE_WORDS = 7  # file, dentry, inode, path, two user filenames, kiocb
FILE_BYTES = 8 * FILE_WORDS

(
    SRC_TIMERS,
    SRC_ARRIVALS,
    SRC_DEVICE,
    SRC_TICK,
    SRC_IPI,
    SRC_SAMPLE,
    SRC_QUOTA,
    SRC_TRACE_ON,
    SRC_TRACE_OFF,
    SRC_NMI,
) = range(10)
Q_KIND, Q_INDEX, Q_DATA, Q_PERIOD = 0, 8, 16, 24
SOURCE_BYTES = 32

VEC_TICK, VEC_IPI, VEC_WAKE, VEC_BLOCK, VEC_IRQ_WORK = range(5)
NR_VECTORS = 5

RD_TASK, RD_NR_RINGS, RD_RINGS, RD_AT, RD_PERF, RD_TIMEOUT_NS, RD_LEN, RD_TAIL, RD_BATCH = range(
    0, 72, 8
)
(RD_POLLING, RD_OWNER, RD_MAP, RD_WAKEUPS) = range(72, 104, 8)
(RD_DIST, RD_A, RD_B, RD_STREAM, RD_ITEM) = range(104, 144, 8)  # its own work on a record
RD_IN_PLACE = 144  # looks at records of a ring buffer in place, moving its position once a batch
RD_END_NS = 152  # it does not sleep beyond this time
READER_BYTES = 160

# what rows of the series log are about
SERIES_FILL, SERIES_PEAK, SERIES_ACTIVITY, SERIES_BUSY = range(4)

# --- configuration (H_CONFIG) --------------------------------------------------------------------
(
    CF_TICK_NS,
    CF_SCHED_LATENCY_NS,
    CF_MIN_GRANULARITY_NS,
    CF_WAKEUP_GRANULARITY_NS,
    CF_PREEMPT_FULL,
    CF_IPI_NS,
    CF_VECTORS,  # entry ops of the interrupt vectors
) = range(0, 56, 8)
CF_SCHED_OP = 64 + 8 * NR_VECTORS
CF_SOFTIRQ_OP = CF_SCHED_OP + 8
CF_SYS_ENTER_SITE = CF_SOFTIRQ_OP + 8
CF_SYS_EXIT_SITE = CF_SYS_ENTER_SITE + 8
CF_IDLE_EXIT_PRICE = CF_SYS_EXIT_SITE + 8
CF_SYSCALL_ENTRY_PRICE = CF_IDLE_EXIT_PRICE + 8
CF_SYSCALL_EXIT_PRICE = CF_SYSCALL_ENTRY_PRICE + 8
CF_PROG_ENTER_PRICE = CF_SYSCALL_EXIT_PRICE + 8
CF_MISSED_PRICE = CF_PROG_ENTER_PRICE + 8
CF_READER_RECORD_PRICE = CF_MISSED_PRICE + 8
CF_READER_BYTE_PRICE = CF_READER_RECORD_PRICE + 8
CF_PERF_RECORD_PRICE = CF_READER_BYTE_PRICE + 8
CF_PERF_BYTE_PRICE = CF_PERF_RECORD_PRICE + 8
CF_DECODE_PRICE = CF_PERF_BYTE_PRICE + 8
CF_LOCK_TRANSFER_PRICE = CF_DECODE_PRICE + 8
CF_MUTEX_FAST_PRICE = CF_LOCK_TRANSFER_PRICE + 8
CF_MUTEX_SLOW_PRICE = CF_MUTEX_FAST_PRICE + 8
CF_SLOW_PATH_PRICE = CF_MUTEX_SLOW_PRICE + 8
CF_FILTER_PRICE = CF_SLOW_PATH_PRICE + 8
CF_LINE_PRICE = CF_FILTER_PRICE + 8
CF_PEEK_PRICE = CF_LINE_PRICE + 8
# offsets in the kernel's structs that the scheduler writes
CF_TASK_STATE = CF_PEEK_PRICE + 8
CF_TASK_PID = CF_TASK_STATE + 8
CF_TASK_TGID = CF_TASK_PID + 8
CF_TASK_START = CF_TASK_TGID + 8
CF_TASK_REAL_PARENT = CF_TASK_START + 8
CF_TASK_EXIT_CODE = CF_TASK_REAL_PARENT + 8
CF_NMI_OP = CF_TASK_EXIT_CODE + 8
# uprobes: whether each process has a lock of its own, the machine's lock's free time, holds' prices
CF_UPROBE_OWN, CF_UPROBE_FREE, CF_UPROBE_HOLD, CF_URETPROBE_HOLD = range(480, 512, 8)
CF_BYTES = 512

DIST_CONSTANT, DIST_EXPONENTIAL, DIST_UNIFORM, DIST_ERLANG, DIST_EMPIRICAL = range(5)

# a ring of addresses: taken from at its head, given back at its tail
POOL_HEAD, POOL_TAIL, POOL_MASK, POOL_ROWS = range(0, 32, 8)
POOL_BYTES = 32

# internal inconsistencies (H_ERROR)
E_DEPTH, E_SPLITS, E_OPCODE, E_FAULT, E_RING, E_LEVEL, E_CARRIER = range(1, 8)

# flow rows: what happened to hits, records and maps (second accountant)
(
    FLOW_HIT,
    FLOW_FILTERED,
    FLOW_RUN,
    FLOW_END,
    FLOW_MISS_ACTIVE,
    FLOW_MISS_NESTED,
    FLOW_MISS_POOL,
    FLOW_NOTE,
    FLOW_DELIVER,
    FLOW_ENTER,
    FLOW_RETURN,
    FLOW_SWITCH,
    FLOW_LOST,
    FLOW_KEY,
    FLOW_MISS_RECURSION,
    FLOW_MISS_OVERRULED,
    FLOW_MISS_DETACHED,
) = range(17)
