"""What the simulated kernel is made of in the engine's memory: CPUs, tasks, contexts, paths.

An *execution context* walks a code path: every task has one, and every CPU has one for each
interrupt level and one for the scheduler. It holds the position, the frames of the functions
entered, the variables that sites read their arguments from, and what is left of the segment
(the stretch of time being spent) as ordered pairs of account and nanoseconds.

**Rule:** every field is one int64; a field's name is its byte offset.

**Not modelled:** here nothing is; see the modules that use the fields.
"""

from __future__ import annotations

from sim.base.tally import TALLY_BYTES
from sim.bpf.run_state import MAX_COUNTS, RUN_BYTES
from sim.kernel.layout_tables import *  # noqa: F403

# --- activities (rows of the time ledger), innermost wins -------------------------------------
ACTIVITIES = (
    "user",
    "kernel",
    "hook",
    "program",
    "helper",
    "map",
    "lock_wait",
    "ringbuf",
    "wakeup",
    "reader",
    "sched",
    "irq",
    "attach",
    "halted",
)
(
    ACT_USER,
    ACT_KERNEL,
    ACT_HOOK,
    ACT_PROGRAM,
    ACT_HELPER,
    ACT_MAP,
    ACT_LOCK_WAIT,
    ACT_RINGBUF,
    ACT_WAKEUP,
    ACT_READER,
    ACT_SCHED,
    ACT_IRQ,
    ACT_ATTACH,
    ACT_HALTED,
) = range(14)
NR_ACTIVITIES = 14
MAX_OWNERS = 64
OWNER_NONE, OWNER_KERNEL, OWNER_WORKLOAD, OWNER_FIRST_TRACER = 0, 1, 2, 3
ACCT_IDLE = ACT_HALTED * MAX_OWNERS + OWNER_NONE
ACCT_SCHED = ACT_SCHED * MAX_OWNERS + OWNER_KERNEL
ACCT_IRQ = ACT_IRQ * MAX_OWNERS + OWNER_KERNEL
LEDGER_CPU_BYTES = NR_ACTIVITIES * MAX_OWNERS * 8

# --- execution context -------------------------------------------------------------------------
(
    X_OP,  # next path operation
    X_PHASE,  # PHASE_…, of the step at the segment's end
    X_STOP,  # the segment ends at its first action that is not done, not behind the last split
    X_PENDING,  # the splits' actions are not done (else: done ahead)
    X_NSPLIT,
    X_TOTAL_NS,  # of all splits
    X_OPEN,  # account + 1 of a segment without end (idle, spinning)
    X_NUSES,  # price uses noted in X_USES
    X_CARRY_PS,  # picoseconds not yet spent
    X_ACCT,  # account that OP_RUN spends in
    X_MODE,  # MODE_…
    X_SITE,  # dispatch: the site being handled,
    X_LINK,  # the link to run next (−1: none),
    X_MASK,  # which links (by K_BIT) have a program to run,
    X_RETURN,  # 1 for a function's return,
    X_RUN_START,  # when its run began
    X_SP,  # frames in use
    X_ITEM,  # logical item that draws belong to
    X_STREAM,
    X_STEP,  # request step, and iteration in it: with the purpose, the index of a draw
    X_ITER,
    X_GRANTED,  # the spin lock waited for is ours
    X_SPINNING,
    X_WAITING,  # dispatch: waiting for a ring's lock with interrupts off
    X_LEVEL,
    X_PREV,  # context that this one interrupted
    X_CPU,
    X_TASK,  # host address of the task, 0 for an interrupt or scheduler context
    X_HOLDS,  # dispatch: the hit keeps other kprobes out of this CPU
    X_HIT_OP,  # the operation of the site that was passed last
) = range(0, 8 * 30, 8)
X_SPLITS = 8 * 32  # a cache line of its own
# a split: what it is charged to, how long; what happens at its start (0: nothing), and about what
SP_ACCT, SP_NS, SP_ACTION, SP_DATA = 0, 8, 16, 24
SPLIT_BYTES = 32
AHEAD_SPLITS = 16  # with so many a context goes no further ahead
MAX_SPLITS = MAX_OWNERS + AHEAD_SPLITS + 8  # a hit may be charged to every tracer
X_VARS = X_SPLITS + SPLIT_BYTES * MAX_SPLITS
NR_VARS = 64
X_FRAMES = X_VARS + 8 * NR_VARS  # (return op, function, kretprobe mask) × 24
FRAME_WORDS = 3
MAX_DEPTH = 24
X_USES = X_FRAMES + 8 * FRAME_WORDS * MAX_DEPTH  # of the segment: price, from bit 16 how often
MAX_USES = 512
AHEAD_USES = 256  # with so many a context goes no further ahead
# variables that data/paths/*.yaml declare; the first NR_CARRIED travel with a request
X_MORE_VARS = X_USES + 8 * MAX_USES
NR_MORE_VARS = 192
NR_CARRIED = 32
NR_PATH_VARS = 160  # the others are for workloads' steps, which give them names of their own
CTX_BYTES = X_MORE_VARS + 8 * NR_MORE_VARS

# SP_ACTION: bits 0–7 what is done ahead of its time (below), 8 a flag, 16–23 how many links,
# 32–47 site or link, 48–62 how many price uses had been noted (sim.kernel.ahead)
DO_SYSENTER, DO_SYSEXIT, DO_BEGIN, DO_END, DO_LEAVE, DO_WALK = range(1, 7)
ACTION_FLAG, ACTION_NR, ACTION_INDEX, ACTION_USES = 8, 16, 32, 48  # where its parts begin

MODE_KERNEL, MODE_USER = 0, 1
PHASE_WALK, PHASE_PROG, PHASE_RESUME, PHASE_PROG_END, PHASE_LEAVE, PHASE_RESCHED = range(6)

# --- variables of a context, where sites find their arguments ----------------------------------
VARS = (
    "nr",
    "ret",
    "a0",
    "a1",
    "a2",
    "a3",
    "a4",
    "a5",
    "file",
    "path",
    "dentry",
    "inode",
    "filename",
    "buf",
    "count",
    "pos",
    "fd",
    "request",
    "queue",
    "dev",
    "sector",
    "nr_sector",
    "bytes",
    "rwbs",
    "error",
    "task",
    "prev",
    "next",
    "ppm",
    "loop",
    "comm_lo",
    "comm_hi",
    "pid",
    "zero",
    "missing",
    "bio",
    "arg",
    "regs",
    "tgid",
    "device",  # number of the block device or network that a request goes to
    "lock_nr",  # number of the lock that a function takes
    "preempt",  # sched_switch: the previous task could have run on,
    "prev_state",  # its __state,
    "target_cpu",  # where a woken task goes
    "prev_shown",  # and that as the tracepoint's record shows it
    "softnr",  # which softirq handles the request's end
    "async",  # a request goes on without its task
    "p",  # task_struct of a task that is woken
    "child",  # task_struct of a child that begins,
    "child_task",  # its record,
    "child_pid",
    "entry",  # and where it starts
    "exec_lo",  # name that exec gives
    "exec_hi",
    "iocb",  # of the file that is read or written
)
assert len(VARS) <= NR_VARS
V = {name: X_VARS + 8 * i for i, name in enumerate(VARS)}
V_NR, V_RET, V_A0 = V["nr"], V["ret"], V["a0"]
V_FILE, V_DENTRY, V_INODE, V_PATH = V["file"], V["dentry"], V["inode"], V["path"]
V_FILENAME, V_BUF, V_COUNT, V_POS, V_FD = V["filename"], V["buf"], V["count"], V["pos"], V["fd"]
V_REQUEST, V_DEV, V_SECTOR, V_NR_SECTOR = V["request"], V["dev"], V["sector"], V["nr_sector"]
V_BYTES, V_RWBS, V_ERROR, V_TASK = V["bytes"], V["rwbs"], V["error"], V["task"]
V_PREV, V_NEXT, V_PPM, V_LOOP, V_ARG = V["prev"], V["next"], V["ppm"], V["loop"], V["arg"]
V_COMM_LO, V_COMM_HI, V_PID, V_MISSING = V["comm_lo"], V["comm_hi"], V["pid"], V["missing"]
V_QUEUE, V_REGS, V_TGID = V["queue"], V["regs"], V["tgid"]
V_DEVICE, V_LOCK, V_SOFTNR = V["device"], V["lock_nr"], V["softnr"]
V_P, V_TARGET_CPU = V["p"], V["target_cpu"]
V_ASYNC, V_CHILD, V_CHILD_TASK, V_ENTRY = V["async"], V["child"], V["child_task"], V["entry"]
V_CHILD_PID, V_EXEC_LO, V_EXEC_HI = V["child_pid"], V["exec_lo"], V["exec_hi"]
V_IOCB = V["iocb"]
V_PREEMPT, V_PREV_STATE, V_PREV_SHOWN = V["preempt"], V["prev_state"], V["prev_shown"]

# --- CPU ---------------------------------------------------------------------------------------
NR_LEVELS = 4
LEVEL_TASK, LEVEL_SOFTIRQ, LEVEL_HARDIRQ, LEVEL_NMI = range(4)
(
    C_CTX,  # running context
    C_ATTENTION,  # settle has something to look at
    C_SEG_START,  # when the running segment began
    C_SLOT,
    C_LEAF,  # its leaf in the tree of keys, and its ledger
    C_LEDGER,
    C_NEED_RESCHED,  # RESCHED_…
    C_PREEMPT,  # preempt_count
    C_PROG_ACTIVE,  # bpf_prog_active
    C_KPROBE,  # current_kprobe
    C_LEVEL,
    C_RUNS,  # run states, one a level
    C_CTX_MEM,  # simulated addresses of program contexts, one a level
    C_TASK,  # current task, host address (0: idle)
    C_INDEX,
    C_IRQ_OFF,
    C_IRQ_HEAD,  # pending interrupts: a ring of (vector, argument)
    C_IRQ_TAIL,
    C_IRQ_RING,
    C_SOFT_HEAD,  # pending softirq work: a ring of (entry op, argument)
    C_SOFT_TAIL,
    C_SOFT_RING,
    C_RING_MASK,
    C_IDLE_CTX,
    C_SCHED_CTX,
    C_SOFTIRQ_CTX,
    C_HARDIRQ_CTX,
    C_RQ,  # run queue: host address of task addresses
    C_NR_QUEUED,
    C_QUEUED_WEIGHT,
    C_MIN_VRUNTIME,
    C_TICK_SLOT,
    C_IPI_SLOT,
    C_IDLE_TASK,  # the idle task, host address
    C_SWITCHES,
) = range(0, 8 * 35, 8)
C_RUN_TASKS = 8 * 35  # whose programs the level's run state is prepared for
C_RQ_TALLY = (
    C_RUN_TASKS + 8 * NR_LEVELS
)  # tallies: tasks in the run queue, pending interrupts, softirq work
C_IRQ_TALLY = C_RQ_TALLY + TALLY_BYTES
C_SOFT_TALLY = C_IRQ_TALLY + TALLY_BYTES
C_RUNNING = C_SOFT_TALLY + TALLY_BYTES  # program that runs at each level, + 1
C_NMI_CTX = C_RUNNING + 8 * NR_LEVELS
C_NMI_PENDING = C_NMI_CTX + 8  # an NMI came during another one
CPU_BYTES = (C_NMI_PENDING + 8 + 63) & -64  # whole cache lines
IRQ_BYTES = 24  # a pending interrupt: vector, argument, when it was raised
CTX_MEM_BYTES = 512
# not due; due; set by another CPU: seen when an interrupt ends, and in user mode
RESCHED_NO, RESCHED_DUE, RESCHED_SENT = range(3)

# --- task --------------------------------------------------------------------------------------
TASK_RUNNING, TASK_BLOCKED, TASK_QUEUED, TASK_ENDED = range(4)
# __state, and what sched_switch's record shows of a task that could have run on
STATE_RUNNING, STATE_INTERRUPTIBLE, STATE_UNINTERRUPTIBLE = 0, 1, 2
STATE_DEAD = 0x80
SHOWN_PREEMPTED = 0x100
(
    T_INDEX,
    T_STATE,
    T_CPU,  # where it runs, or ran last
    T_PID,
    T_TGID,
    T_UID_GID,
    T_STRUCT,  # simulated address of its task_struct
    T_COMM,  # simulated address of comm
    T_OWNER,
    T_USER_ACT,  # ACT_USER, or ACT_READER for a reader
    T_VRUNTIME,
    T_WEIGHT,
    T_EXEC_START,
    T_SUM_EXEC,
    T_SLICE_START,  # sum_exec when it was picked
    T_WORKLOAD,
    T_CLIENT,
    T_SEQ,
    T_ARRIVE,
    T_START,
    T_ENTRY_OP,
    T_IO_DONE,
    T_IO_CPU,
    T_TIMER,  # its one entry in the timer heap is there
    T_DEADLINE,  # when the sleep or poll times out (INF: never)
    T_READER,  # reader number + 1
    T_QUOTA_NS,  # CPU time a period (0: unlimited), what is left of it, throttled
    T_QUOTA_LEFT,
    T_THROTTLED,
    T_USTACK,
    T_WAIT_T,
    T_IO_T,
    T_QUEUED_T,  # when it came into the run queue,
    T_LOCK_T,  # into a lock's,
    T_SOFTIRQ_T,  # and its finished request into a softirq's
    T_KSTATE,  # __state: 0, or how it sleeps
    T_PARENT,  # who forked it,
    T_NR_ENDED,  # children that have ended and are not waited for yet,
    T_IN_WAIT,  # and whether it waits for one
    T_POOL,  # ring that the record goes back to when it ends (0: it never does)
    T_SPARES,  # ring of records for its children (0: it forks none)
    T_UPID,  # simulated address of its number in its struct pid
) = range(0, 8 * 42, 8)
T_AFFINITY = 8 * 42  # four words of CPU bits
T_CTX = (T_AFFINITY + 32 + 63) & -64
TASK_BYTES = (T_CTX + CTX_BYTES + 63) & -64

# --- path operations ---------------------------------------------------------------------------
OP_WORDS = 8
OP_BYTES = 8 * OP_WORDS
# words of every operation: what comes next, sites that nobody wants to know about left out; its
# site (−1: none); and whether somebody does (S_VISIBLE of that site)
OP_NEXT, OP_SITE, OP_SEEN = 40, 48, 56
OP_NAMES = (
    # private: they concern only their context
    "run",  # price index
    "spend",  # distribution: kind, a, b, purpose
    "branch",  # variable with parts per million, op when not taken, purpose
    "jump",  # op
    "set",  # variable, value
    "copy",  # variable, variable
    "brneg",  # variable, op when negative
    "brne",  # variable, value, op when it has another
    "loop",  # op to go back to while V_LOOP > 0
    "mode",  # account that OP_RUN spends in
    "step",  # request step number; 0 begins the request
    "pick_file",  # workload
    "element",  # variable, variable with a sector, array, its elements' size | their number << 32
    "sector",
    # sites: private unless something is attached
    "call",  # first op, function
    "ret",  # function
    "site",  # site
    # visible: others can see when they happen
    "sysenter",  # system call number
    "sysexit",
    "lock",  # number of the lock, −1: the variable says
    "unlock",  # the same; op when no task is to be woken
    "io_issue",  # 1: the request goes on without its task
    "io_wait",
    "io_done",  # the request of the task in V_ARG is done
    "sleep",  # distribution: kind, a, b, purpose
    "next",  # workload
    "done",  # workload
    "wake",  # wakes the task in V_ARG; op when it was awake (0: the next one)
    "put",  # variable with an address, offset, size, variable whose value is stored
    "add",  # the same, adding it
    "irq_ret",
    "raise_softirq",
    "soft_next",  # op when there is no more softirq work
    "tick",
    "pick",  # op when there is nothing to switch
    "switch",
    "read_wait",
    "read_next",  # op when there is nothing to read
    "read_done",
    "attached",  # tracer number, number of the links that are to be installed
    "reader_wake",  # finds the reader of map V_ARG; op when it is not waiting
    "load_request",  # the interrupt is about the request of the task in V_ARG
    "release",  # the request in V_ARG that went on without its task has been handled
    "copy_process",  # makes a child of the current task; op when there is no room for one
    "notify",  # tells the parent that the current task ends; op when it does not wait for it
    "wait",  # until a child of the current task has ended
    "exec",  # the current task takes the name in V_EXEC_LO and V_EXEC_HI
    "exit",  # the current task ends; its record is free again
    "sleep_until",  # time
    "before",  # time, op while it has not come
    "grace",  # price index of synchronize_rcu: the task sleeps for it
    "detached",  # tracer number, number of the links that are to be removed
)
OP = {name: i for i, name in enumerate(OP_NAMES)}

# --- functions, sites, links, programs ---------------------------------------------------------
FN_ENTRY, FN_EXIT, FN_RET_OP = 0, 8, 16
FN_BYTES = 24

SITE_ENTRY, SITE_RETURN, SITE_TRACEPOINT, SITE_SYS_ENTER, SITE_SYS_EXIT, SITE_INSIDE = range(6)
SITE_USER, SITE_USER_RETURN = 8, 9  # a function of user space; user sites are the last kinds
(
    S_KIND,
    S_LINK,  # first link, −1: none
    S_VISIBLE,  # SITE_UNSEEN, SITE_STEPPED or SITE_AHEAD
    S_WAITERS,  # a SimPy process does
    S_TRACED,
    S_ADDRESS,  # text address
    S_NR_ARGS,
    S_ARGS,  # host address of (offset, size, variable offset)
    S_RECORD_BYTES,
    S_SLOW,  # syscall sites: every syscall takes the slow path,
    S_FILTER,  # and is looked up in the bitmap of wanted ones,
    S_SLOW_OWNER,  # which this owner was the first to cause
    S_PREPARED,  # links that may be installed during the run
    S_NR_LINKS,
    S_NR_RAW,  # what a raw tracepoint passes: how many,
    S_RAW,  # and the host address of their variables' offsets
    S_REGS,  # its programs may read the registers of the system call
) = range(0, 8 * 17, 8)
SITE_BYTES = 8 * 17
S_TRAP_PRICE = S_NR_RAW  # a user site's: price of its breakpoint
# a row of S_ARGS: where in the context, how many bytes, and from which variable: its value, bytes
# of what it points to, or a string that what it points to points to (__data_loc)
ARG_AT, ARG_BYTES, ARG_VAR, ARG_HOW, ARG_OFFSET = range(0, 40, 8)
ARG_ROW_BYTES = 40
HOW_VALUE, HOW_MEMBER, HOW_STRING = range(3)
VAR_CURRENT = -1  # instead of a variable: the current task
# nobody wants to know; a hit is a step of its own; contexts may begin a hit ahead of its time
SITE_UNSEEN, SITE_STEPPED, SITE_AHEAD = range(3)

(
    LINK_KPROBE,
    LINK_KRETPROBE,
    LINK_TRACEPOINT,
    LINK_SYSCALL,
    LINK_RAW_TP,  # also tp_btf
    LINK_FENTRY,  # also lsm
    LINK_FEXIT,
    LINK_FMOD_RET,
    LINK_MULTI,  # kprobe.multi at one function
    LINK_RETMULTI,
    LINK_SESSION,  # kprobe.session at one function: its entry half,
    LINK_RETSESSION,  # and its return half
) = range(12)
LINK_UPROBE, LINK_URETPROBE = 16, 17
(
    K_KIND,
    K_NEXT,  # the link behind it at an entry or a tracepoint, −1: none
    K_PROG,
    K_OWNER,
    K_PRICE,
    K_RETURN_PRICE,
    K_CHAINED_PRICE,
    K_NR,  # LINK_SYSCALL: the syscall
    K_COOKIE,
    K_BIT,  # place in its site's chain: bit in X_MASK and in a frame's mask
    K_FREE,  # kretprobe: free instances
    K_HITS,
    K_FILTERED,
    K_RUN,  # runs that have ended
    K_MISSED_ACTIVE,  # bpf_prog_active
    K_MISSED_NESTED,  # kprobe_running
    K_MISSED_POOL,  # no kretprobe instance
    K_ENTRIES,
    K_RETURNS,
    K_GROUP,  # links of one group share the price of a hit
    K_POOL,  # link whose K_FREE it takes instances from: itself, or its multi link's first part
    K_MISSED_RECURSION,  # the same program is running on this CPU
    K_GUARDED,  # GUARD_…; bpf_prog_active keeps a guarded one out of any other program
    K_RETURN_NEXT,  # the link behind it at a return
    K_MISSED_OVERRULED,  # an earlier program has answered for the function
    K_PEER,  # a session's other half
    K_OFFSET,  # a kprobe inside a function: how far
    K_MISSED_DETACHED,  # it was detached before the hit's turn, or the function's return, had come
) = range(0, 8 * 28, 8)
LINK_BYTES = 8 * 28
GUARD_OWN, GUARD_ACTIVE, GUARD_NONE = range(3)  # K_GUARDED: by the program itself, as below, not

# the price vector of programs: prices, then how often each was paid
PROG_PRICE_USED = 8 * MAX_COUNTS
PROG_PRICES_BYTES = 2 * PROG_PRICE_USED

P_CODE, P_RUN_CNT, P_RUN_TIME_NS, P_INSN_CNT, P_MISSED, P_START = 0, 8, 16, 24, 32, 40
PROG_BYTES = 64

RUNS_BYTES = NR_LEVELS * RUN_BYTES

__all__ = sorted(name for name in globals() if name.isupper())
