"""Helpers on perf events: counters and branch records (kernel/trace/bpf_trace.c).

**Rule:** the events in a map are those that a perf buffer is made of (software, BPF output): they
count nothing, and have been running since the simulation began.

**Not modelled:** hardware events and branch stacks: there is no PMU that has them.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, fill_bytes, load64, store64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import (
    E2BIG,
    EFAULT,
    EINVAL,
    ENOENT,
    M_MAX_ENTRIES,
    M_RINGS,
    M_TYPE,
    map_of,
)
from sim.bpf.region import is_mapped
from sim.bpf.run_state import COUNTS, R_BASE, R_CPU, R_EVENT, R_NOW, R_NR_CPUS, R_PAGES, count
from sim.bpf.spec import MapType

__all__ = ["VALUE_BYTES"]

VALUE_BYTES = 24  # counter, enabled, running
BPF_F_GET_BRANCH_RECORDS_SIZE = 1
_CURRENT_CPU = 0xFFFFFFFF
_PERF_EVENT_ARRAY = int(MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY)

_CALL = COUNTS.index("helper.call")
_READ = COUNTS.index("helper.perf_event_read")
_BRANCHES = COUNTS.index("helper.branch_records")


@compiled("int64(int64)")
def _event_of(run: int) -> int:
    """Find the event that R1 and R2 say: 0, or a negative errno."""
    bmap = map_of(run, arg(run, 1))
    flags = arg(run, 2)
    if bmap == 0 or load64(bmap + M_TYPE) != _PERF_EVENT_ARRAY or flags & ~_CURRENT_CPU != 0:
        return -EINVAL
    index = flags & _CURRENT_CPU
    if index == _CURRENT_CPU:
        index = load64(run + R_CPU)
    if index >= load64(bmap + M_MAX_ENTRIES):
        return -E2BIG
    if load64(bmap + M_RINGS) < 0 or index >= load64(run + R_NR_CPUS):
        return -ENOENT
    return 0 if index == load64(run + R_CPU) else -EINVAL


@helper(22, "bpf_perf_event_read", 2)
def perf_event_read(run: int) -> int:
    """``u64 bpf_perf_event_read(map, flags)``: the counter, or a negative errno."""
    count(run, _CALL, 1)
    count(run, _READ, 1)
    return _event_of(run)


@helper(55, "bpf_perf_event_read_value", 4)
def perf_event_read_value(run: int) -> int:
    """``long bpf_perf_event_read_value(map, flags, buf, buf_size)``: counter and times into buf."""
    count(run, _CALL, 1)
    count(run, _READ, 1)
    size = arg(run, 4) & 0xFFFFFFFF
    if is_mapped(load64(run + R_PAGES), arg(run, 3), size) == 0:
        return -EFAULT
    buf = load64(run + R_BASE) + (arg(run, 3) & 0xFFFFFFFF)
    result = _event_of(run) if size == VALUE_BYTES else -EINVAL
    fill_bytes(buf, 0, size)
    if result == 0:
        store64(buf + 8, load64(run + R_NOW))
        store64(buf + 16, load64(run + R_NOW))
    return result


@helper(56, "bpf_perf_prog_read_value", 3)
def perf_prog_read_value(run: int) -> int:
    """``long bpf_perf_prog_read_value(ctx, buf, buf_size)``: of the program's own event."""
    count(run, _CALL, 1)
    count(run, _READ, 1)
    size = arg(run, 3) & 0xFFFFFFFF
    if is_mapped(load64(run + R_PAGES), arg(run, 2), size) == 0:
        return -EFAULT
    buf = load64(run + R_BASE) + (arg(run, 2) & 0xFFFFFFFF)
    event = load64(run + R_EVENT)
    if size != VALUE_BYTES or event == 0:
        fill_bytes(buf, 0, size)
        return -EINVAL
    copy_bytes(buf, event, VALUE_BYTES)
    return 0


@helper(119, "bpf_read_branch_records", 4)
def read_branch_records(run: int) -> int:
    """``long bpf_read_branch_records(ctx, buf, size, flags)``: −ENOENT, there being none."""
    count(run, _CALL, 1)
    count(run, _BRANCHES, 1)
    return -EINVAL if arg(run, 4) & ~BPF_F_GET_BRANCH_RECORDS_SIZE != 0 else -ENOENT


@helper(176, "bpf_get_branch_snapshot", 3)
def get_branch_snapshot(run: int) -> int:
    """``long bpf_get_branch_snapshot(entries, size, flags)``: −ENOENT, there being none."""
    count(run, _CALL, 1)
    count(run, _BRANCHES, 1)
    return -EINVAL if arg(run, 3) != 0 else -ENOENT
