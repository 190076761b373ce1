"""The tables of what bpf(2) says: maps, programs, links and instructions.

**Rule:** the columns are the fields of `sim.record.bpf_info`, and what a run adds to them.

**Not modelled:** nothing of the kernel; this is the form of results.
"""

from __future__ import annotations

from sim.record.columns import (
    Column,
    Table,
    arm_table,
    category,
    nr_bytes,
    nr_of,
    of_map,
    of_tracer,
    time_ns,
)

__all__ = ["BPF_TABLES"]

BPF_TABLES: tuple[Table, ...] = (
    arm_table(
        "map_info",
        "One row per map: what bpf_map_info and fdinfo say, and what one more of anything costs.",
        of_tracer,
        of_map,
        Column("id", "int32", "", "Id on the machine, from 1."),
        category("name", "The kernel's name: the first 15 bytes."),
        category("map_type", "Kernel's name, e.g. `BPF_MAP_TYPE_HASH`."),
        nr_bytes("key_size", "Size of a key.", "int32"),
        nr_bytes("value_size", "Size of a value, of one CPU where per CPU.", "int32"),
        Column("max_entries", "int64", "", "Capacity; bytes for a ring buffer."),
        Column("map_flags", "int32", "", "`BPF_F_…` as the map was created with."),
        Column("map_extra", "int64", "", "What a type makes of it."),
        Column("frozen", "int16", "", "1 when user space may not write."),
        Column("btf_id", "int32", "", "Id of the BTF with its types; 0: none."),
        nr_bytes("memlock_bytes", "`memlock` in its fdinfo."),
        category("owner", "Program type of a prog_array's owner, empty for none."),
        nr_bytes("charged_bytes", "Kernel memory with its own structure, without perf buffers."),
        nr_bytes("key_cost_bytes", "Memory that one more entry takes, buckets apart."),
        nr_bytes("cpu_cost_bytes", "Memory that one more CPU takes."),
        nr_of("kept_entries", "Keys whose values are in `map_entries`."),
        nr_of("left_out_entries", "Keys that were left out, the map having more than are kept."),
    ),
    arm_table(
        "prog_info",
        "One row per loaded program, attached or not: what bpf_prog_info says.",
        of_tracer,
        category("prog", "Name of the program in the object."),
        Column("id", "int32", "", "Id on the machine, from 1."),
        category("name", "The kernel's name: the first 15 bytes."),
        category("prog_type", "Kernel's name, e.g. `BPF_PROG_TYPE_KPROBE`."),
        category("tag", "Digest of its instructions."),
        Column("gpl_compatible", "int16", "", "1 when its license is."),
        time_ns("loaded_ns", "When it was loaded, since boot."),
        Column("uid", "int32", "", "Who loaded it."),
        nr_bytes("xlated_bytes", "Its instructions after the verifier.", "int32"),
        Column("jited", "int16", "", "1 when it runs as native code."),
        nr_bytes("memlock_bytes", "`memlock` in its fdinfo."),
        category("map_ids", "Ids of the maps it holds, with commas."),
        Column("btf_id", "int32", "", "Id of its BTF; 0: none."),
        nr_of("verified_insns", "Instructions that the verifier walked."),
        nr_of("run_cnt", "Times it ran to its end."),
        time_ns("run_time_ns", "Time inside the program, helpers and maps included."),
        nr_of("recursion_misses", "Runs that recursion kept from happening."),
    ),
    arm_table(
        "link_info",
        "One row per link; of a link to many functions, one per function with the link's id.",
        of_tracer,
        Column("id", "int32", "", "Id on the machine, from 1."),
        category("link_type", "`raw_tracepoint`, `tracing`, `perf_event` or `kprobe_multi`."),
        Column("prog_id", "int32", "", "Id of its program."),
        category("attach_type", "e.g. `BPF_TRACE_FENTRY`; empty for none."),
        category("hook", "Kind of hook, e.g. `kprobe`."),
        category("target", "Function or tracepoint."),
        nr_bytes("offset", "How far into the function."),
        Column("address", "int64", "", "Address of the function (two's complement); 0: none."),
        Column("is_return", "int16", "", "1 for a return probe."),
        Column("cookie", "int64", "", "What bpf_get_attach_cookie gives."),
        nr_of("missed", "Hits that the probe itself missed."),
    ),
    arm_table(
        "xlated",
        "One row per slot of the programs' instructions as the verifier leaves them.",
        Column("prog_id", "int32", "", "Id of the program."),
        Column("insn", "int64", "", "Its 8 bytes, little-endian; maps go by their ids."),
        category("func", "Prototype of the function that begins here, else empty."),
        category("line", "Source line that begins here, else empty."),
        category("file", "Its file."),
        Column("line_num", "int32", "", "Its number; 0: none."),
        Column("line_col", "int32", "", "Its column."),
    ),
)
"""In the order in which the page of tables has them."""
