"""Laying out a machine's tables in the engine's memory.

**Rule:** sources come first among the slots, then CPUs, as the order of steps asks.

**Not modelled:** nothing of the kernel; this is layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.base.compile import handle_of
from sim.base.errors import InternalError, ScenarioError
from sim.base.memory import load64, store64
from sim.base.stream import signed64
from sim.bpf import helpers
from sim.bpf import run_state as r
from sim.bpf.maps.layout import M_TYPE, PERF_RING, RINGBUF
from sim.bpf.maps.lines import NEAR, RB_DOMAINS, RB_FAR
from sim.bpf.program import reset_run
from sim.bpf.region import DIRECT_MAP_BASE, VMALLOC_BASE, signed_address
from sim.engine import state as h
from sim.engine.heap import heap_bytes
from sim.engine.order import S_KEY, S_LEAF, SLOT_BYTES, leaf_of, set_slot, tree_nodes
from sim.engine.rows import (
    L_CAPACITY,
    L_DATA,
    LOG_BYTES,
    LOG_COLUMNS,
    LOG_PAYLOAD,
    MARGIN_ROWS,
    NR_LOGS,
    PAYLOAD_MARGIN_BYTES,
)
from sim.kernel import layout as k
from sim.kernel.unwind import KSTACK_BYTES, unwind
from sim.versions.features import Feature, features_of

if TYPE_CHECKING:
    from sim.kernel.machine import Machine, Source

__all__ = [
    "MAX_LINKS",
    "build_code",
    "build_cpus",
    "build_header",
    "build_logs",
    "build_paths",
    "build_slots",
]

MAX_SLOTS = 4080
MAX_LINKS = 1 << 16
ROWS_PER_LOG = 1 << 16
PAYLOAD_BYTES = 1 << 22
MAX_CODE_ROWS = 1 << 16

# configuration fields that hold the number of a price
_HZ = 250  # what a machine without ticks counts jiffies by
_TASK_FIELDS = (
    (k.CF_TASK_STATE, "__state"),
    (k.CF_TASK_PID, "pid"),
    (k.CF_TASK_TGID, "tgid"),
    (k.CF_TASK_START, "start_time"),
    (k.CF_TASK_REAL_PARENT, "real_parent"),
    (k.CF_TASK_EXIT_CODE, "exit_code"),
)
_PRICED = {
    k.CF_IDLE_EXIT_PRICE: "wakeup.idle_exit",
    k.CF_SYSCALL_ENTRY_PRICE: "syscall.entry",
    k.CF_SYSCALL_EXIT_PRICE: "syscall.exit",
    k.CF_PROG_ENTER_PRICE: "prog.enter",
    k.CF_MISSED_PRICE: "hook.missed",
    k.CF_READER_RECORD_PRICE: "ringbuf.reader_record",
    k.CF_READER_BYTE_PRICE: "ringbuf.reader_byte",
    k.CF_PERF_RECORD_PRICE: "perfbuf.reader_record",
    k.CF_PERF_BYTE_PRICE: "perfbuf.reader_byte",
    k.CF_DECODE_PRICE: "reader.decode_record",
    k.CF_LOCK_TRANSFER_PRICE: "lock.transfer",
    k.CF_MUTEX_FAST_PRICE: "lock.mutex_fast",
    k.CF_MUTEX_SLOW_PRICE: "lock.mutex_slow",
    k.CF_SLOW_PATH_PRICE: "hook.syscall_slow_path",
    k.CF_FILTER_PRICE: "hook.syscall_filter",
    k.CF_LINE_PRICE: "ringbuf.line_transfer",
    k.CF_PEEK_PRICE: "ringbuf.reader_peek",
}


def build_header(machine: Machine) -> None:
    """Fill in what does not depend on workloads and agents."""
    config = machine.config
    machine.put(h.H_SEED, signed64(config.seed))
    machine.put(h.H_NR_CPUS, config.nr_cpus)
    machine.put(h.H_TRACE, int(config.is_traced and config.trace_from_ns == 0))
    machine.put(h.H_LAZY, int(not config.is_traced))
    machine.put(h.H_REGION, machine.kernel.base)
    machine.put(h.H_PAGES, machine.kernel.table)
    machine.put(h.H_USER_REGION, machine.user.base)
    machine.put(h.H_USER_PAGES, machine.user.table)
    machine.put(h.H_MAPS, machine.maps.address)
    table = helpers.helper_table()
    machine.buffers.append(table)
    machine.put(h.H_HELPERS, table.address)
    machine.put(h.H_LEDGER, machine.alloc(config.nr_cpus * k.LEDGER_CPU_BYTES))
    machine.put(h.H_FUNCTIONS, machine.alloc(len(machine.paths.functions) * k.FN_BYTES))
    machine.put(h.H_DEVICES, machine.alloc(64 * k.DEVICE_BYTES))
    machine.put(h.H_LOCKS, machine.alloc(1024 * k.LOCK_BYTES))
    machine.put(h.H_WORKLOADS, machine.alloc(64 * k.WORKLOAD_BYTES))
    machine.put(h.H_READERS, machine.alloc(64 * k.READER_BYTES))
    machine.put(h.H_LINKS, machine.alloc(MAX_LINKS * k.LINK_BYTES))
    machine.put(h.H_PROGS, machine.alloc(4096 * k.PROG_BYTES))
    _build_config(machine)


def _build_config(machine: Machine) -> None:
    config = machine.config
    cf = machine.alloc(k.CF_BYTES)
    machine.put(h.H_CONFIG, cf)
    # sysctl_sched_* of 6.1: scaled by 1 + log2 of the CPUs, at most 8 of them counted
    factor = min(config.nr_cpus, 8).bit_length()
    granularity = config.wakeup_granularity_ns
    lockless = config.has_lockless_uprobes
    if lockless is None:
        lockless = Feature.LOCKLESS_UPROBE in features_of(config.kernel)
    for offset, value in (
        (k.CF_TICK_NS, 1_000_000_000 // config.hz if config.hz else 0),
        (k.CF_SCHED_LATENCY_NS, config.sched_latency_ns or 6_000_000 * factor),
        (k.CF_MIN_GRANULARITY_NS, (config.sched_latency_ns or 6_000_000 * factor) // 8),
        (k.CF_WAKEUP_GRANULARITY_NS, granularity if granularity >= 0 else 1_000_000 * factor),
        (k.CF_UPROBE_OWN, int(lockless)),
        (k.CF_PREEMPT_FULL, 1 if config.is_preempt_full else 0),
        *((field, machine.types.offsetof("task_struct", name)) for field, name in _TASK_FIELDS),
        (k.CF_IPI_NS, config.ipi_ns or config.price_ps("wakeup.ipi") // 1000),
    ):
        store64(cf + offset, value)
    own = load64(cf + k.CF_UPROBE_OWN)
    hold = "hook.uprobe_mmap_hold" if own else "hook.uprobe_lock_hold"
    store64(cf + k.CF_UPROBE_HOLD, machine.prices.index(hold))
    back = "hook.uprobe_mmap_hold" if own else "hook.uretprobe_lock_hold"
    store64(cf + k.CF_URETPROBE_HOLD, machine.prices.index(back))
    for offset, key in _PRICED.items():
        store64(cf + offset, machine.prices.index(key))


def build_paths(machine: Machine) -> None:
    """Compile the kernel's functions and the entries of interrupts and the scheduler."""
    code = machine.code
    for name, body in machine.paths.functions.items():
        if name not in machine.paths.user:
            code.function(name, body)
    entries = {name: code.entry(body) for name, body in machine.paths.entries.items()}
    cf = machine.get(h.H_CONFIG)
    for vector, name in enumerate(("tick", "ipi", "wake", "block", "irq_work")):
        store64(cf + k.CF_VECTORS + 8 * vector, entries[name])
    store64(cf + k.CF_SCHED_OP, entries["schedule"])
    store64(cf + k.CF_SOFTIRQ_OP, entries["softirq"])
    store64(cf + k.CF_NMI_OP, entries["nmi"])


def _context(machine: Machine, level: int, acct: int) -> int:
    x = machine.alloc(k.CTX_BYTES)
    store64(x + k.X_LEVEL, level)
    store64(x + k.X_ACCT, acct)
    return x


def _build_runs(machine: Machine, c: int, runs: int) -> int:
    """Make the run states of a CPU, one a level, each with a program stack of its own."""
    for level in range(k.NR_LEVELS):
        run = runs + level * r.RUN_BYTES
        stack_bytes = r.MAX_FRAMES * r.STACK_BYTES
        stack = machine.kernel.alloc(VMALLOC_BASE, stack_bytes, 4096) + stack_bytes
        for offset, value in (
            (r.R_STACK, signed_address(stack)),
            (r.R_BASE, machine.kernel.base),
            (r.R_PAGES, machine.kernel.table),
            (r.R_USER_BASE, machine.user.base),
            (r.R_USER_PAGES, machine.user.table),
            (r.R_MAPS, machine.maps.address),
            (r.R_NR_MAPS, machine.maps.nr_maps),
            (r.R_HELPERS, machine.get(h.H_HELPERS)),
            (r.R_BUDGET, r.INSN_BUDGET),
            (r.R_NR_CPUS, machine.config.nr_cpus),
            (r.R_PRICES, machine.prices.program_vector),
            (r.R_SEED, machine.config.seed),
            (r.R_JIFFY_NS, 1_000_000_000 // (machine.config.hz or _HZ)),
            (r.R_NMI, int(level == k.LEVEL_NMI)),
            (r.R_KERNEL, machine.kernel_record.address),
            (r.R_KSTACK, machine.alloc(KSTACK_BYTES)),
            (r.R_UNWIND, handle_of(unwind)),
            (r.R_CONTEXT, machine.m),
            (r.R_CPU_AT, c),
        ):
            store64(run + offset, value)
        reset_run(run)
    return runs


def _build_domains(machine: Machine) -> None:
    """Tell every ring which CPUs share a cache, and how far it is to the others."""
    config = machine.config
    if config.nr_domains <= 1:
        return
    table = machine.alloc(8 * config.nr_cpus)
    for cpu in range(config.nr_cpus):
        core = cpu % (config.domain_cores * config.nr_domains)
        store64(table + 8 * cpu, core // config.domain_cores)
    near = config.price_ps("ringbuf.line_transfer")
    far = NEAR * config.price_ps("ringbuf.line_transfer_far") // near if near else NEAR
    for index in range(machine.maps.nr_maps):
        record = machine.maps.record(index)
        if load64(record + M_TYPE) in (RINGBUF, PERF_RING):
            store64(record + RB_DOMAINS, table)
            store64(record + RB_FAR, far)


def build_cpus(machine: Machine) -> None:
    """Make the CPUs with their contexts, queues and sources."""
    from sim.kernel.machine import Source

    _build_domains(machine)
    nr_cpus = machine.config.nr_cpus
    nr_tasks = len(machine.tasks.all)
    ring = 1 << (nr_tasks + machine.maps.nr_maps + 64).bit_length()
    cpus = machine.alloc(nr_cpus * k.CPU_BYTES)
    runs = machine.alloc(nr_cpus * k.RUNS_BYTES)
    machine.put(h.H_CPUS, cpus)
    ticks = [
        machine.add_source(Source(k.SRC_TICK, i, machine_tick_ns(machine))) for i in range(nr_cpus)
    ]
    ipis = [machine.add_source(Source(k.SRC_IPI, i)) for i in range(nr_cpus)]
    for i in range(nr_cpus) if machine.config.nmi_ns else ():
        machine.add_source(Source(k.SRC_NMI, i, machine.config.nmi_ns))
    if machine.config.sample_ns:
        machine.add_source(Source(k.SRC_SAMPLE, 0, machine.config.sample_ns))
    if machine.config.is_traced:
        for kind, at_ns in (
            (k.SRC_TRACE_ON, machine.config.trace_from_ns),
            (k.SRC_TRACE_OFF, machine.config.trace_to_ns),
        ):
            if at_ns:
                machine.add_source(Source(kind, 0, at_ns))
    machine.put(h.H_NR_SOURCES, len(machine.sources))
    for i in range(nr_cpus):
        c = cpus + i * k.CPU_BYTES
        idle_ctx = _context(machine, k.LEVEL_TASK, k.ACCT_IDLE)
        store64(idle_ctx + k.X_OPEN, k.ACCT_IDLE + 1)
        memory = machine.kernel.alloc(DIRECT_MAP_BASE, k.NR_LEVELS * k.CTX_MEM_BYTES, 4096)
        for offset, value in (
            (k.C_INDEX, i),
            (k.C_SLOT, len(machine.sources) + i),
            (k.C_LEAF, leaf_of(len(machine.sources) + i, len(machine.sources), nr_cpus)),
            (k.C_LEDGER, machine.get(h.H_LEDGER) + i * k.LEDGER_CPU_BYTES),
            (k.C_ATTENTION, 1),
            (k.C_CTX, idle_ctx),
            (k.C_IDLE_CTX, idle_ctx),
            (k.C_SCHED_CTX, _context(machine, k.LEVEL_TASK, k.ACCT_SCHED)),
            (k.C_SOFTIRQ_CTX, _context(machine, k.LEVEL_SOFTIRQ, k.ACCT_IRQ)),
            (k.C_HARDIRQ_CTX, _context(machine, k.LEVEL_HARDIRQ, k.ACCT_IRQ)),
            (k.C_NMI_CTX, _context(machine, k.LEVEL_NMI, k.ACCT_IRQ)),
            (k.C_IRQ_RING, machine.alloc(k.IRQ_BYTES * ring)),
            (k.C_SOFT_RING, machine.alloc(8 * ring)),
            (k.C_RING_MASK, ring - 1),
            (k.C_RQ, machine.alloc(8 * (nr_tasks + 1))),
            (k.C_TICK_SLOT, ticks[i]),
            (k.C_IPI_SLOT, ipis[i]),
            (k.C_RUNS, _build_runs(machine, c, runs + i * k.RUNS_BYTES)),
            (k.C_CTX_MEM, signed_address(memory)),
            (k.C_IDLE_TASK, _idle_task(machine, i)),
        ):
            store64(c + offset, value)


def machine_tick_ns(machine: Machine) -> int:
    """Return the period of the tick, 0 for none."""
    return 1_000_000_000 // machine.config.hz if machine.config.hz else 0


def _idle_task(machine: Machine, cpu: int) -> int:
    task = machine.alloc(k.TASK_BYTES)
    struct = machine.objects.task(0, 0, f"swapper/{cpu}", 0, 0)
    comm = struct + machine.objects.offset("task_struct", "comm")
    store64(task + k.T_STRUCT, signed_address(struct))
    store64(task + k.T_COMM, signed_address(comm))
    store64(task + k.T_USTACK, machine.alloc(8))
    return task


def build_slots(machine: Machine) -> None:
    """Make the slots and the winner tree, and give sources their first times."""
    nr_slots = len(machine.sources) + machine.config.nr_cpus
    if nr_slots > MAX_SLOTS:
        raise ScenarioError(
            f"the machine has {nr_slots} event sources and CPUs; the engine orders {MAX_SLOTS}",
            suggestion="fewer CPUs, or fewer readers with a CPU quota",
        )
    nr_cpus, nr_sources = machine.config.nr_cpus, len(machine.sources)
    nodes = tree_nodes(nr_sources, nr_cpus)
    tree = machine.alloc(8 * nodes)
    slots = machine.alloc(nr_slots * SLOT_BYTES)
    for i in range(nodes):
        store64(tree + 8 * i, h.INF)
    for i in range(nr_slots):
        store64(slots + i * SLOT_BYTES + S_KEY, h.INF)
        store64(slots + i * SLOT_BYTES + S_LEAF, leaf_of(i, nr_sources, nr_cpus))
    machine.put(h.H_NR_SLOTS, nr_slots)
    machine.put(h.H_TREE, tree)
    machine.put(h.H_SLOTS, slots)
    machine.put_sources_on_simpy_side()
    table = machine.alloc(len(machine.sources) * k.SOURCE_BYTES)
    machine.put(h.H_SOURCES, table)
    for slot, source in enumerate(machine.sources):
        _build_source(machine, table + slot * k.SOURCE_BYTES, slot, source)


def _build_source(machine: Machine, at: int, slot: int, source: Source) -> None:
    data = source.data
    if source.kind == k.SRC_TIMERS:
        data = machine.alloc(heap_bytes(len(machine.tasks.all) + 1))
    for offset, value in (
        (k.Q_KIND, source.kind),
        (k.Q_INDEX, source.index),
        (k.Q_PERIOD, source.period_ns),
        (k.Q_DATA, data),
    ):
        store64(at + offset, value)
    if source.kind == k.SRC_NMI:  # one CPU after the other
        share = source.period_ns * (source.index + 1) // machine.config.nr_cpus
        set_slot(machine.m, slot, share)
    if source.kind in (k.SRC_SAMPLE, k.SRC_QUOTA, k.SRC_TRACE_ON, k.SRC_TRACE_OFF):
        set_slot(machine.m, slot, source.period_ns)


def build_logs(machine: Machine) -> None:
    """Make the row logs."""
    logs = machine.alloc(NR_LOGS * LOG_BYTES)
    machine.put(h.H_ROWS, logs)
    for log, nr_columns in enumerate(LOG_COLUMNS):
        head = logs + log * LOG_BYTES
        if log == LOG_PAYLOAD:
            store64(head + L_DATA, machine.alloc(PAYLOAD_BYTES))
            store64(head + L_CAPACITY, PAYLOAD_BYTES - PAYLOAD_MARGIN_BYTES)
        else:
            store64(head + L_DATA, machine.alloc(8 * nr_columns * ROWS_PER_LOG))
            store64(head + L_CAPACITY, ROWS_PER_LOG - MARGIN_ROWS)


def build_code(machine: Machine) -> None:
    """Write the compiled paths into the code table, and tell the sites who passes them."""
    rows = machine.code.rows
    if any(len(row) != k.OP_WORDS for row in rows):
        raise InternalError("an operation has too many words")
    code = machine.alloc(k.OP_BYTES * len(rows))
    machine.put(h.H_CODE, code)
    for i, row in enumerate(rows):
        for j, word in enumerate(row):
            store64(code + k.OP_BYTES * i + 8 * j, word)
        machine.sites.pass_at(code + k.OP_BYTES * i, row)
    machine.sites.skip_unseen()
