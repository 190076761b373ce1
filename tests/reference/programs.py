"""Small BPF programs for the comparison, in assembler.

Map 0 of every object is what the reader reads (a ring buffer or a perf event array), map 1 is a
hash that counts by thread.
"""

from __future__ import annotations

from dataclasses import replace

from sim.bpf.spec import MapSpec

__all__ = ["COUNT", "COUNTS", "PERF", "RING", "counts", "output", "perf", "reserve"]

RINGBUF, PERF_EVENT_ARRAY, HASH = 27, 4, 1
RING = MapSpec("events", RINGBUF, max_entries=4096)
PERF = MapSpec("events", PERF_EVENT_ARRAY, 4, 4)
COUNTS = MapSpec("counts", HASH, 4, 8, 64)

COUNT = """
    call 14                    # bpf_get_current_pid_tgid
    *(u32 *)(r10 - 4) = r0
    ld_pseudo r1, 1, 1
    r2 = r10
    r2 += -4
    call 1                     # bpf_map_lookup_elem
    if r0 != 0 goto have
    *(u64 *)(r10 - 16) = 1
    ld_pseudo r1, 1, 1
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -16
    r4 = 1
    call 2                     # bpf_map_update_elem, BPF_NOEXIST
    goto out
have:
    r1 = 1
    lock *(u64 *)(r0 + 0) += r1
out:
    r0 = 0
    exit
"""


def counts(map_type: int, max_entries: int) -> MapSpec:
    """Return a map 1 of another type or size."""
    return replace(COUNTS, map_type=map_type, max_entries=max_entries)


def reserve(nr_bytes: int) -> str:
    """Reserve, fill in, and submit on even CPUs but discard on odd ones."""
    rest = "".join(f"    *(u64 *)(r6 + {i}) = {i}\n" for i in range(24, nr_bytes, 8))
    return f"""
    ld_pseudo r1, 1, 0
    r2 = {nr_bytes}
    r3 = 0
    call 131                   # bpf_ringbuf_reserve
    if r0 == 0 goto out
    r6 = r0
    call 5                     # bpf_ktime_get_ns
    *(u64 *)(r6 + 0) = r0
    call 14
    *(u64 *)(r6 + 8) = r0
    call 8                     # bpf_get_smp_processor_id
    *(u64 *)(r6 + 16) = r0
{rest}
    r1 = r6
    r2 = 0
    if r0 & 1 goto drop
    call 132                   # bpf_ringbuf_submit
    goto out
drop:
    call 133                   # bpf_ringbuf_discard
out:
    r0 = 0
    exit
"""


def output(nr_bytes: int, flags: int = 0) -> str:
    """Send *nr_bytes* (a multiple of 8, less 3) from the stack by bpf_ringbuf_output."""
    rest = "".join(f"    *(u64 *)(r10 - {i}) = {i}\n" for i in range(8, nr_bytes + 1, 8))
    return f"""
{rest}
    call 5
    *(u64 *)(r10 - {nr_bytes}) = r0
    ld_pseudo r1, 1, 0
    r2 = r10
    r2 += -{nr_bytes}
    r3 = {nr_bytes - 3}
    r4 = {flags}
    call 130                   # bpf_ringbuf_output
    r0 = 0
    exit
"""


def perf(nr_bytes: int) -> str:
    """Send *nr_bytes*, of which the last four are a half word, to this CPU's perf ring."""
    top = nr_bytes + 4
    rest = "".join(f"    *(u64 *)(r10 - {i}) = {i}\n" for i in range(8, top + 1, 8))
    return f"""
    r6 = r1
{rest}
    call 14
    *(u64 *)(r10 - {top}) = r0
    call 5
    *(u64 *)(r10 - {top - 8}) = r0
    r1 = r6
    ld_pseudo r2, 1, 0
    r3 = -1
    w3 = w3                    # BPF_F_CURRENT_CPU
    r4 = r10
    r4 += -{top}
    r5 = {nr_bytes}
    call 25                    # bpf_perf_event_output
    r0 = 0
    exit
"""
