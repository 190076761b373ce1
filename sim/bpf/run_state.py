"""The state of one program run, and the protocol between the VM and whoever runs it.

The VM has no clock. Whoever runs a program (`sim.hooks.dispatch`, or a test) fills in time,
CPU, task and context, calls the interpreter, and gets back a status:

* ``RUN_EXIT``: R0 holds the result.
* ``RUN_SUSPENDED``: a helper that others can see (`VISIBLE`) comes next. Charge what has been
  counted so far, let everybody with an earlier step go first, set ``R_NOW`` and call again.
* ``RUN_WAIT``: as above, but ``R_WAIT_NS`` passes in waiting for a lock before it goes on.
* ``RUN_PYTHON``: the helper in ``R_PENDING`` is for Python to do (it sets R0 and ``R_DONE``).
* ``RUN_JUMP``: a tail call, or a return from one: the program in ``R_PROG`` goes on
  (`sim.bpf.program` does this by itself; nobody else sees it).
* ``RUN_FAULT``: the program did what no verified program does; ``R_FAULT`` says what.

What has happened is counted by class (`COUNTS`): quantities in ``R_COUNTS``, and a bit for each
class touched in ``R_TOUCHED``, so that pricing looks only at those; the highest bit stands for all
classes from `NR_OFTEN` on.

A *frame* is what a call inside the program keeps: the caller's R6–R10, its program and where it
goes on. The frame of a helper that calls back (`F_STEP`) also holds that helper's own state.

**Rule:** a helper call leaves R1–R5 as they were, in every engine; a verified program cannot see
that. All counts are of BPF instructions, whoever runs them.

**Not modelled:** the kernel's JITed code layout.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64

__all__ = [
    "COUNTS",
    "FRAME_BYTES",
    "F_PC",
    "F_PROG",
    "F_R10",
    "F_STATE",
    "F_STEP",
    "INSN_BUDGET",
    "MAX_COUNTS",
    "MAX_FRAMES",
    "MAX_NOTES",
    "MAX_TAIL_CALL_CNT",
    "NOTE_BYTES",
    "NR_COUNTED",
    "NR_COUNTS",
    "NR_OFTEN",
    "PD_BYTES",
    "PD_ENTRY",
    "PD_FUNCS",
    "PD_INSNS",
    "PD_NR_INSNS",
    "RUN_BYTES",
    "RUN_EXIT",
    "RUN_FAULT",
    "RUN_JUMP",
    "RUN_PYTHON",
    "RUN_SUSPENDED",
    "RUN_WAIT",
    "R_BASE",
    "R_BUDGET",
    "R_CHECKED",
    "R_COMM",
    "R_CONTEXT",
    "R_COOKIE",
    "R_COUNTED",
    "R_COUNTS",
    "R_CPU",
    "R_CPU_AT",
    "R_DEPTH",
    "R_DONE",
    "R_DRAWN_NS",
    "R_DRAWS",
    "R_EVENT",
    "R_FAULT",
    "R_FRAMES",
    "R_FUNC_IP",
    "R_HAS_RET",
    "R_HELPERS",
    "R_HPHASE",
    "R_IRQ_OFF",
    "R_JIFFY_NS",
    "R_KERNEL",
    "R_KSTACK",
    "R_LEFT",
    "R_MAPS",
    "R_NMI",
    "R_NOTES",
    "R_NOTE_ROWS",
    "R_NOTING",
    "R_NOW",
    "R_NR_CPUS",
    "R_NR_MAPS",
    "R_OVERRIDE",
    "R_OVERRIDE_VALUE",
    "R_PACKET",
    "R_PACKET_BYTES",
    "R_PACKET_MAC",
    "R_PACKET_NET",
    "R_PAGES",
    "R_PC",
    "R_PENDING",
    "R_PID_TGID",
    "R_PRICES",
    "R_PROG",
    "R_RAISE",
    "R_REGS",
    "R_RETVAL",
    "R_SCRATCH",
    "R_SEED",
    "R_STACK",
    "R_TAILS",
    "R_TASK",
    "R_TOUCHED",
    "R_UID_GID",
    "R_UNWIND",
    "R_USER_BASE",
    "R_USER_PAGES",
    "R_USTACK",
    "R_WAIT_NS",
    "STACK_BYTES",
    "count",
    "count_insns",
    "note",
    "note_key",
    "nr_insns",
    "priced_ps",
]

MAX_FRAMES = 8
STACK_BYTES = 512  # of each frame
INSN_BUDGET = 1 << 24
MAX_TAIL_CALL_CNT = 33

# A frame: r6–r9, then these.
F_PC, F_R10, F_PROG = 32, 40, 48
F_STEP = 56  # handle of the helper that calls back, 0 for a plain call
F_STATE = 64  # four words of that helper's own
FRAME_BYTES = 96

# What a run state knows a program by: a record of its instructions and its entry's handle.
PD_INSNS, PD_ENTRY, PD_NR_INSNS = 0, 8, 16
PD_FUNCS = 24  # host address of a byte for each slot: 1 where a function starts that has an address
PD_BYTES = 32

# What a run counts, and the price key of each class. The order is the index in ``R_COUNTS``;
# instructions are the first, and counted by `count_insns` (engines only keep ``R_LEFT``).
# The fullness of a hash is counted in 64ths for each operation on it, the way of a cache line of a
# ring in tenths of that between neighbours, and what is computed from several prices in ps.
_OFTEN = (
    "prog.insn_jit",
    "prog.tail_call",
    "helper.call",
    "helper.ktime_get_ns",
    "helper.get_current_pid_tgid",
    "helper.get_current_uid_gid",
    "helper.get_current_comm",
    "helper.get_current_task",
    "helper.get_smp_processor_id",
    "helper.probe_read",
    "helper.probe_read_byte",
    "helper.probe_read_user",
    "helper.probe_read_str_byte",
    "helper.loop",
    "helper.loop_iteration",
    "map.hash_lookup",
    "map.hash_update",
    "map.hash_delete",
    "map.hash_full_scan_per_cpu",
    "map.hash_alloc",
    "map.lru_lookup",
    "map.lru_update",
    "map.lru_scan",
    "map.hash_fullness",
    "map.key_byte",
    "map.array_lookup",
    "map.array_update",
    "map.percpu_hash_lookup",
    "map.percpu_hash_update",
    "map.percpu_hash_delete",
    "map.percpu_array_lookup",
    "map.percpu_array_update",
    "map.atomic",
    "map.lpm_lookup",
    "map.lpm_update",
    "map.lpm_step",
    "map.queue_op",
    "map.bloom_op",
    "map.bloom_hash",
    "map.storage_get",
    "map.storage_create",
    "ringbuf.reserve",
    "ringbuf.submit",
    "ringbuf.discard",
    "ringbuf.output",
    "ringbuf.copy_byte",
    "ringbuf.lock_hold",
    "ringbuf.line_transfer",
    "perfbuf.output",
    "perfbuf.copy_byte",
    "ringbuf.user_drain",
    "ringbuf.user_sample",
    "ringbuf.query",
    "map.key",
    "map.cache_wait",
    "map.line_transfer",
    "map.lock_wait",
)
# Helpers that few programs call share one bit of ``R_TOUCHED``, the highest.
_SELDOM = (
    "helper.get_prandom_u32",
    "helper.jiffies64",
    "helper.strtol",
    "helper.strncmp",
    "helper.strncmp_byte",
    "helper.snprintf",
    "helper.get_func_ip",
    "helper.get_ns_current_pid_tgid",
    "helper.spin_lock",
    "helper.kptr_xchg",
    "helper.trace_printk",
    "helper.get_stackid",
    "helper.get_stack",
    "helper.current_task_under_cgroup",
    "helper.get_current_cgroup_id",
    "helper.get_func_arg",
    "helper.retval",
    "helper.perf_event_read",
    "helper.branch_records",
    "helper.send_signal",
    "helper.skc_to_sock",
    "helper.get_socket_cookie",
    "helper.per_cpu_ptr",
    "helper.task_pt_regs",
    "helper.bprm_opts_set",
    "helper.ima_hash",
    "helper.find_vma",
    "helper.d_path",
    "helper.seq_write",
    "helper.btf_show",
    "helper.kernel_lookup",
    "helper.override_return",
)
# Read by `sim.bpf.maps.keyed_cost`, never counted.
_READ = (
    "map.key_mix",
    "map.key_tail",
    "map.key_compare",
    "cache.l1_bytes",
    "cache.l2_bytes",
    "cache.l3_bytes",
    "cache.l2_hit",
    "cache.l3_hit",
    "cache.memory",
)
COUNTS: tuple[str, ...] = (*_OFTEN, *_SELDOM, *_READ)
NR_OFTEN = len(_OFTEN)
NR_COUNTED = NR_OFTEN + len(_SELDOM)
NR_COUNTS = len(COUNTS)
MAX_COUNTS = 192
assert NR_OFTEN <= 63 and NR_COUNTS <= MAX_COUNTS
_SELDOM_BIT = -(1 << 63)

(
    R_PC,
    R_DEPTH,
    R_PROG,  # host address of the program's record (PD_…)
    R_STACK,  # simulated address of the lowest frame's stack top
    R_LEFT,  # instructions that the run may still have; below zero when it had too many
    R_NOW,  # time of this segment's start, ns
    R_CPU,
    R_TASK,  # simulated address of current's task_struct
    R_PID_TGID,
    R_UID_GID,
    R_COMM,  # simulated address of current->comm
    R_COOKIE,
    R_FUNC_IP,
    R_MAPS,  # host address of the map records
    R_NR_MAPS,
    R_BASE,  # host base of kernel memory
    R_PAGES,  # its page table
    R_USER_BASE,  # host base of user memory
    R_USER_PAGES,
    R_HELPERS,  # host address of the helper table
    R_NR_CPUS,
    R_USTACK,  # host address of current's user stack: count, then return addresses
    R_KSTACK,  # the same for the kernel's
    R_NOTING,  # operations are noted for a trace
    R_NOTES,  # how many are
    R_PENDING,  # helper id of the call that comes next, 0 if none
    R_DONE,  # the pending call has been done by Python
    R_HPHASE,  # phase of the pending call
    R_SCRATCH,
    R_WAIT_NS,
    R_RAISE,  # map index + 1 whose reader must be woken by irq_work
    R_FAULT,
    R_COUNTED,  # R_LEFT when instructions were last counted
    R_PRICES,  # host address of the price vector, ps, for ktime inside a program
    R_TOUCHED,
    R_BUDGET,  # instructions that the run may have
    R_CHECKED,  # every access is looked up in the page table
    R_TAILS,  # tail calls so far
    R_PACKET,  # simulated address of the packet of legacy loads, and its length
    R_PACKET_BYTES,
    R_PACKET_MAC,  # where its link layer header starts, counted from R_PACKET: 0 or negative
    R_PACKET_NET,  # where its network header starts
    R_SEED,  # of the machine
    R_DRAWN_NS,  # when a random number was last drawn, and how many were at that time
    R_DRAWS,
    R_JIFFY_NS,  # a tick
    R_IRQ_OFF,  # above 0: interrupts are off around the run
    R_NMI,  # the run is in an NMI, which nothing keeps out
) = range(0, 8 * 48, 8)
R_REGS = 448  # r0 … r10, on a cache line of their own; 384 is a fifth slower with helpers
R_FRAMES = R_REGS + 8 * 16  # a register field has four bits
R_COUNTS = R_FRAMES + MAX_FRAMES * FRAME_BYTES
R_NOTE_ROWS = R_COUNTS + 8 * MAX_COUNTS  # operation, map index, result, hash of the key (0: none)
MAX_NOTES = 224  # an LRU map may throw out 129 keys at once
NOTE_BYTES = 32
_R_RARE = R_NOTE_ROWS + NOTE_BYTES * MAX_NOTES
(
    R_KERNEL,  # host address of what helpers know of the kernel (sim.bpf.members), 0: nothing
    R_UNWIND,  # handle of the function that fills R_KSTACK: (run state, task or 0) → host address
    R_CONTEXT,  # for whoever unwinds: host addresses of machine and CPU
    R_CPU_AT,
    R_HAS_RET,  # the context ends with the traced function's result
    R_RETVAL,  # of what an LSM or control group hook returns
    R_EVENT,  # host address of the perf event's count and times (enabled, running), 0: none
    R_OVERRIDE,  # the traced function is not to run; it returns
    R_OVERRIDE_VALUE,  # this
) = range(_R_RARE, _R_RARE + 8 * 9, 8)
RUN_BYTES = _R_RARE + 8 * 16

RUN_EXIT = 0
RUN_SUSPENDED = 1
RUN_WAIT = 2
RUN_PYTHON = 3
RUN_FAULT = 4
RUN_JUMP = 5


@compiled("void(int64,int64,int64)", inline=True)
def count(run: int, what: int, n: int) -> None:
    """Add *n* to a class of what the run has done since it was last priced."""
    slot = run + R_COUNTS + 8 * what
    store64(slot, load64(slot) + n)
    touched = load64(run + R_TOUCHED)
    # a store each time would make every count wait for the last
    if what >= NR_OFTEN:
        if touched >= 0:
            store64(run + R_TOUCHED, touched | _SELDOM_BIT)
    elif (touched >> what) & 1 == 0:
        store64(run + R_TOUCHED, touched | (1 << what))


@compiled("int64(int64)", inline=True)
def nr_insns(run: int) -> int:
    """Return how many instructions the run has had since it began."""
    return load64(run + R_BUDGET) - load64(run + R_LEFT)


@compiled("void(int64)", inline=True)
def count_insns(run: int) -> None:
    """Count the instructions since they were last counted."""
    left = load64(run + R_LEFT)
    count(run, 0, load64(run + R_COUNTED) - left)
    store64(run + R_COUNTED, left)


@compiled("int64(int64)")
def priced_ps(run: int) -> int:
    """Return the price of everything counted since the segment began, in ps."""
    count_insns(run)
    prices = load64(run + R_PRICES)
    total = 0
    nr = NR_COUNTED if load64(run + R_TOUCHED) < 0 else NR_OFTEN
    for what in range(nr):
        total += load64(run + R_COUNTS + 8 * what) * load64(prices + 8 * what)
    return total


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def note_key(run: int, operation: int, index: int, result: int, key: int) -> None:
    """Note an operation on map *index* and the hash of the key it was about (0: none)."""
    n = load64(run + R_NOTES)
    if load64(run + R_NOTING) == 0 or n >= MAX_NOTES:
        return
    row = run + R_NOTE_ROWS + NOTE_BYTES * n
    store64(row, operation)
    store64(row + 8, index)
    store64(row + 16, result)
    store64(row + 24, key)
    store64(run + R_NOTES, n + 1)


@compiled("void(int64,int64,int64,int64)", inline=True)
def note(run: int, operation: int, index: int, result: int) -> None:
    """Note an operation on map *index* for whoever traces the run."""
    note_key(run, operation, index, result, 0)
