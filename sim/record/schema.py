"""The columns of every result table: the only contract between simulator and analysis.

A run directory holds ``tables/<table>/<column>.npy`` and ``tables/<table>/schema.json``. This
module says which tables and columns exist, their type, unit and meaning; the writer refuses
anything else, the reader offers nothing else, and ``docs/results.md`` is generated from it.

**Rule:** every row carries its arm and its replication, except in `record_payload`, a flat blob
of bytes that `records` points into. A change of meaning raises `SCHEMA_VERSION`. A time that
never came is −1.

**Not modelled:** nothing of the kernel. Derived figures (latency, overhead, shares) are no
columns; `analysis` computes them.
"""

from __future__ import annotations

from sim.base.errors import InternalError, nearest
from sim.record.columns import (
    CATEGORY,
    Column,
    Table,
    arm_table,
    category,
    nr_bytes,
    nr_of,
    of_cpu,
    of_map,
    of_tracer,
    time_ns,
)
from sim.record.schema_bpf import BPF_TABLES

__all__ = [
    "ACTIVITIES",
    "CATEGORY",
    "KEPT_BYTES",
    "LOSS_SECTIONS",
    "MACHINE_KEYS",
    "SCHEMA_VERSION",
    "STOP_REASONS",
    "TABLES",
    "WARMUP_AUTO",
    "Column",
    "Table",
    "table_named",
]

SCHEMA_VERSION = 2

KEPT_BYTES = 1 << 16
"""Of a record's payload, at most so many bytes are kept."""

ACTIVITIES: dict[str, str] = {
    "user": "user-space code of the workload",
    "kernel": "kernel functions on the workload's code paths",
    "hook": "entering and leaving a hook, and what a slowed site costs without a hit",
    "program": "instructions of BPF programs",
    "helper": "helpers that touch no map and no ring buffer",
    "map": "map lookups, updates and deletes",
    "lock_wait": "spinning for a lock that another CPU holds",
    "ringbuf": "reserve, submit, discard and output of ring and perf buffers",
    "wakeup": "waking a task: irq_work, the wake-up itself, the interprocessor interrupt",
    "reader": "a tracer's user-space reader, its system calls included",
    "sched": "choosing and switching tasks",
    "irq": "hard and soft interrupts, timer ticks included",
    "attach": "attaching and detaching",
    "halted": "the CPU sleeps; everything else is busy time",
}
"""The activities of the time ledger and what is charged to each."""

LOSS_SECTIONS: dict[str, tuple[str, dict[str, str]]] = {
    "hits": (
        "`hit = filtered + run + missed_<cause> + running`",
        {
            "hit": "the site was reached with the program attached",
            "filtered": "the hook's own filter (pid, cgroup) kept the program from running",
            "run": "the program ran to its end",
            "missed_<cause>": "the kernel skipped the program; one bin per cause",
            "running": "not over at the horizon: its program ran or waited for its turn, or, of a "
            "kretprobe, its function had not returned",
        },
    ),
    "functions": (
        "`entry = returned + inside + abandoned`",
        {
            "entry": "a function with a return hook was entered",
            "returned": "its return was seen",
            "inside": "the task was still inside at the horizon",
            "abandoned": "the entry was never tracked or its task died, so no return is seen",
        },
    ),
    "reservations": (
        "`attempt = reserved + dropped_<cause>`",
        {
            "attempt": "a program asked a ring or perf buffer for room",
            "reserved": "it got room",
            "dropped_<cause>": "it got none; one bin per cause",
        },
    ),
    "records": (
        "`reserved = submitted + discarded + open` and "
        "`submitted = delivered + overwritten + unread`",
        {
            "reserved": "room was given; equals the bin of `reservations`",
            "submitted": "the record was made visible to the reader",
            "discarded": "the program gave the room back",
            "open": "neither had happened at the horizon",
            "delivered": "the reader's callback got the record",
            "overwritten": "a newer record took its place before the reader came",
            "unread": "it was still in the buffer at the horizon",
        },
    ),
    "maps": (
        "`insert = live + deleted + evicted`; `failed_<errno>` stands apart",
        {
            "insert": "a key came into the map",
            "live": "keys in the map at the horizon",
            "deleted": "keys deleted",
            "evicted": "keys that an LRU map threw out",
            "failed_<errno>": "updates that the map refused, by errno, e.g. `failed_E2BIG`",
        },
    ),
}
"""Per section of the loss ledger: the identity that always holds, and its bins."""

MACHINE_KEYS: dict[str, str] = {
    "horizon_ns": "simulated time at which the run stopped, warm-up included",
    "warmup_ns": "requests that end at or before this time count for nothing; −1: `analysis` finds "
    "it by MSER-5",
    "attached_ns": "when the last tracer was attached; 0 without tracers, −1 when one never was",
    "nr_cpus": "CPUs of the machine",
    "tracer_memory_bytes": "kernel memory of maps, buffers and programs of all tracers",
    "stop_reason": "why the run stopped: 0 time, 1 requests done",
    "is_unverified": "1 when the programs passed only a structural check",
    "trace_from_ns": "start of the window whose trace was recorded; absent: the whole run",
    "trace_to_ns": "end of that window",
}
"""Keys of the `machine` table that analysis knows; others may follow."""

WARMUP_AUTO = -1
"""The machine key ``warmup_ns`` of a scenario that says ``warmup: auto``."""

STOP_REASONS = ("time", "requests")
"""Names of the codes of the machine key ``stop_reason``."""


_ALL = (
    arm_table(
        "requests",
        "One row per request, in the order of their ends; those without an end come last. "
        "A request that a full backlog refused never starts and ends when it arrives.",
        category("workload", "Name of the workload."),
        Column("client", "int64", "", "Client of a closed loop; 0 in an open one."),
        Column("seq", "int64", "", "Number of the request within its client, from 0."),
        time_ns("arrive_ns", "When the request came into being."),
        time_ns("start_ns", "When a worker began it; −1 when none did."),
        time_ns("end_ns", "When its last step was done; −1 when it was open at the horizon."),
        Column("result", "int32", "errno", "0, or the negative errno of its last failing call."),
    ),
    arm_table(
        "records",
        "One row per record that its reader got, in the order of delivery. What became of the "
        "others is in the loss ledger.",
        of_tracer,
        of_map,
        of_cpu,
        time_ns("reserve_ns", "When room was given."),
        time_ns("submit_ns", "When the record was submitted."),
        time_ns("deliver_ns", "When the reader's callback got it."),
        nr_bytes("size_bytes", "Length of the payload, without the buffer's own header.", "int32"),
        Column(
            "offset", "int64", "bytes", "Start of its payload in `record_payload`; −1: not kept."
        ),
    ),
    Table(
        "record_payload",
        "The payload bytes of all records, of each the first 64 KiB, back to back; rows of "
        "`records` point into it.",
        (Column("byte", "uint8", "", "One byte."),),
    ),
    arm_table(
        "record_fields",
        "How the payloads of a tracer's records are laid out: one row per field, in order; none "
        "when that is not known. A record shorter than `min_bytes`, or at least 8 bytes longer "
        "than `struct_bytes` (unless its last field has no end), is none of these; one that ends "
        "within its last field has what is there of it.",
        of_tracer,
        of_map,
        category("struct", "Name of the struct."),
        nr_bytes("struct_bytes", "Length of the struct.", "int32"),
        nr_bytes("min_bytes", "Length of the shortest record with this layout.", "int32"),
        category("field", "Name of the field, `outer.inner` in a nested struct."),
        nr_bytes("offset", "Where it begins.", "int32"),
        nr_bytes("size_bytes", "Its length; 0: up to the end of the record.", "int32"),
        category("how", "How its bytes are read; see the list of ways."),
        nr_bytes(
            "element_bytes",
            "Length of one number, less than `size_bytes` in an array; 1 of text and hex.",
            "int32",
        ),
        Column("shift", "int16", "bits", "Of a bitfield, how many bits lie below it."),
        Column("bits", "int16", "bits", "Of a bitfield, its width; 0 of what is none."),
        category("names", "Names of an enum's values as `NAME=value`, separated by spaces."),
    ),
    arm_table(
        "time_ledger",
        "Where every nanosecond of every CPU went: the rows of one CPU add up to the horizon.",
        of_cpu,
        category("activity", "Innermost activity; see the list of activities."),
        category("owner", "`workload`, `tracer:<name>`, `reader:<name>`, `kernel` or `none`."),
        time_ns("time_ns", "Time charged to this cell."),
    ),
    arm_table(
        "loss_ledger",
        "What happened to every hit, function entry, reservation, record and map insert.",
        category("section", "`hits`, `functions`, `reservations`, `records` or `maps`."),
        category("subject", "`tracer/program` (hits, functions) or `tracer/map` (the others)."),
        category("hook", "Attach target of a program, e.g. `kprobe:vfs_read`; empty for maps."),
        category("bin", "Bin of the section; see the list of bins."),
        nr_of("count", "How often; counted where it happens, never a remainder."),
    ),
    arm_table(
        "series",
        "Samples at regular simulated times.",
        time_ns("t_ns", "Time of the sample."),
        category("subject", "What was sampled: a ring buffer (`tracer/map`), an activity, a CPU."),
        category(
            "metric",
            "`fill_bytes` of a ring, and `peak_bytes`, its highest fill since the last sample; "
            "`cpu_ns` of an activity, all CPUs, and `busy_ns` of a CPU, both since the start.",
        ),
        Column("value", "int64", "", "The figure."),
    ),
    arm_table(
        "queues",
        "One row per queue over the whole run. `arrivals = departures + present` and "
        "`area_ns = sojourn_ns + age_ns` (Little's law) hold exactly.",
        category("queue", "Name: a workload, device, CPU or lock, or `tracer/map`."),
        category(
            "kind",
            "`requests` (arrival to end), `backlog` (waiting for a worker), `device`, `runqueue`, "
            "`irq`, `softirq`, `lock` (those that wait) or `ring` (reserve to delivery).",
        ),
        nr_of("arrivals", "Items that came in."),
        nr_of("departures", "Items that left."),
        nr_of("present", "Items there at the horizon."),
        nr_of("refused", "Items that found no room."),
        time_ns("area_ns", "Number present, integrated over time; over the horizon: the mean."),
        time_ns("sojourn_ns", "How long those that left had been there, in all."),
        time_ns("age_ns", "How long those present have been there, in all."),
        nr_of("most", "Most that were there at a time."),
    ),
    arm_table(
        "tasks",
        "One row per task.",
        Column("tid", "int32", "", "Thread (the kernel's pid)."),
        Column("tgid", "int32", "", "Process."),
        category("comm", "Name of the task."),
        category("owner", "Owner of its time: `workload` or `reader:<name>`."),
    ),
    arm_table(
        "programs",
        "One row per attached program and target: what bpf_prog_info would say, and more.",
        of_tracer,
        category("prog", "Name of the program."),
        category("section", "ELF section it came from."),
        category("hook", "Attach target, e.g. `tracepoint:syscalls:sys_enter_openat`."),
        nr_of("run_cnt", "Times it ran to its end."),
        time_ns("run_time_ns", "Time inside the program, helpers and maps included."),
        nr_of("insns", "Instructions executed."),
        nr_of("missed", "Hits at which the kernel skipped it, for any cause."),
    ),
    arm_table(
        "links",
        "One row per link, as userspace knows it: when it was attached and detached.",
        of_tracer,
        category("prog", "Name of the program."),
        category(
            "hook", "Attach target, e.g. `kprobe:vfs_read`; of many functions, their pattern."
        ),
        nr_of("functions", "Places that it is at."),
        time_ns("attached_ns", "From when on hits reached it; −1: never."),
        time_ns("detached_ns", "From when on they did no longer; −1: they did to the end."),
        nr_of(
            "nmissed",
            "What the kernel says its probe missed (`kprobe_profile`, from 6.7 on the link); −1: "
            "this kernel tells nobody.",
        ),
        nr_of("recursion_misses", "Misses here that the program's `recursion_misses` counts."),
        is_optional=True,
    ),
    arm_table(
        "maps",
        "One row per map of a tracer, as it stood at the horizon.",
        of_tracer,
        of_map,
        category("map_type", "Kernel's name, e.g. `BPF_MAP_TYPE_HASH`."),
        nr_bytes("key_size", "Size of a key.", "int32"),
        nr_bytes("value_size", "Size of a value, of one CPU where per CPU.", "int32"),
        Column("max_entries", "int64", "", "Capacity; bytes for a ring buffer."),
        nr_of("entries", "Keys in the map."),
        nr_bytes("memory_bytes", "Kernel memory the map holds."),
        nr_bytes("peak_bytes", "Most that lay in a ring buffer at a time, headers included."),
        nr_of("inserts", "Keys that came into the map."),
        nr_of("deletes", "Keys deleted."),
        nr_of("failed", "Updates refused, for any cause."),
        category("show", "How a summary prints it: empty for not at all, or `log2`."),
    ),
    *BPF_TABLES,
    arm_table(
        "map_entries",
        "One row per key (and CPU, where per CPU) of the maps' contents, up to 4,096 keys of a "
        "map; `map_info` says how many were left out.",
        of_tracer,
        of_map,
        Column("cpu", "int16", "", "CPU of a per-CPU value; −1 otherwise."),
        category("key", "Key bytes as hexadecimal text."),
        category("value", "Value bytes as hexadecimal text."),
    ),
    arm_table(
        "trace_pipe",
        "One row per line that bpf_trace_printk wrote.",
        time_ns("t_ns", "When it was written."),
        of_cpu,
        category("text", "The line."),
    ),
    arm_table(
        "cost_use",
        "How often each price was charged, and how much time it made. What a CPU has begun at the "
        "horizon may be counted to its end.",
        category("price", "Key of the price in the cost profile."),
        category("confidence", "`measured`, `derived`, `read`, `low`, `recalled` or `assumed`."),
        nr_of("count", "Times charged."),
        Column("time_ps", "int64", "ps", "Time charged in all."),
    ),
    arm_table(
        "machine",
        "Figures of a whole arm and replication, one row per key.",
        category("key", "Which figure; see the list of keys."),
        Column("value", "int64", "", "The figure."),
    ),
    arm_table(
        "sites",
        "Trace of sites: one row each time one was passed, in the order of steps.",
        time_ns("t_ns", "When."),
        of_cpu,
        Column("tid", "int32", "", "Thread that was current; the link's number in `attach` rows."),
        category("site", "Name of the site, e.g. `vfs_read` or `block:block_rq_issue`."),
        category(
            "kind",
            "`entry`, `return`, `tracepoint`, `sys_enter` or `sys_exit`; `attach` where from here "
            "on hits of the site reach a link.",
        ),
        Column("nr", "int64", "", "System call; of `attach` rows the one wanted, −1: any."),
        Column("ret", "int64", "", "Result so far of the call on the way."),
        Column("a1", "int64", "", "Second argument of the system call on the way."),
        is_optional=True,
    ),
    arm_table(
        "accounts",
        "Trace of accounts: from t_ns on, the CPU is in this cell of the time ledger, unless a "
        "later row of the CPU takes it back.",
        time_ns("t_ns", "When."),
        of_cpu,
        category("activity", "Activity; `void` takes back all that was said of later times."),
        category("owner", "Owner; empty when void."),
        is_optional=True,
    ),
    arm_table(
        "flow",
        "Trace of hits, records and keys: one row each time something became of one, in the "
        "order of steps.",
        time_ns("t_ns", "When."),
        of_cpu,
        category(
            "what",
            "`hit`, `filtered`, `missed_<cause>`, `run` or `end` of a program; `enter` or `return` "
            "of a kretprobe's call; `reserve`, `submit`, `discard`, `output`, `deliver` or `lost` "
            "of a record; `key`, `update` or `delete` of a map; `switch` of a task.",
        ),
        Column("link", "int32", "", "Number of the link; −1 when the row is about none."),
        category("subject", "`tracer/program` or `tracer/map`."),
        category("hook", "Attach target of a program; empty for maps."),
        Column("value", "int64", "", "Result, bytes, ns, or what else the row is about."),
        is_optional=True,
    ),
)

TABLES: dict[str, Table] = {table.name: table for table in _ALL}
"""Every table, by name."""


def table_named(name: str) -> Table:
    """Return the table called *name*, or report a bug with the nearest names."""
    if name not in TABLES:
        raise InternalError(f"no result table {name!r}; {nearest(name, TABLES)}")
    return TABLES[name]
