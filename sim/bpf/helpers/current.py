"""Helpers that tell about the moment: time, CPU, task (kernel/bpf/helpers.c).

**Rule:** `bpf_ktime_get_ns` is the segment's start plus what the run has cost since.

**Not modelled:** clocks other than CLOCK_MONOTONIC; PID namespaces; cgroups other than the root.
"""

from __future__ import annotations

from sim.base.memory import copy_bytes, fill_bytes, load64, store8, store32
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import (
    CGROUP_ARRAY,
    E2BIG,
    EAGAIN,
    EFAULT,
    EINVAL,
    M_MAX_ENTRIES,
    M_PROGS,
    M_TYPE,
    map_of,
)
from sim.bpf.region import is_mapped
from sim.bpf.run_state import (
    COUNTS,
    R_BASE,
    R_COMM,
    R_CPU,
    R_NOW,
    R_PAGES,
    R_PID_TGID,
    R_TASK,
    R_UID_GID,
    count,
    priced_ps,
)

__all__ = ["INIT_PID_NS_DEV", "INIT_PID_NS_INO", "ROOT_CGROUP_ID", "TASK_COMM_LEN"]

TASK_COMM_LEN = 16
ROOT_CGROUP_ID = 1

_CALL = COUNTS.index("helper.call")
_KTIME = COUNTS.index("helper.ktime_get_ns")
_PID_TGID = COUNTS.index("helper.get_current_pid_tgid")
_UID_GID = COUNTS.index("helper.get_current_uid_gid")
_COMM = COUNTS.index("helper.get_current_comm")
_TASK = COUNTS.index("helper.get_current_task")
_CPU = COUNTS.index("helper.get_smp_processor_id")
_UNDER = COUNTS.index("helper.current_task_under_cgroup")
_CGROUP = COUNTS.index("helper.get_current_cgroup_id")
_NS_PID = COUNTS.index("helper.get_ns_current_pid_tgid")

#: Where the initial PID namespace lies: device and inode number, as stat(2) has them.
INIT_PID_NS_DEV = 4
INIT_PID_NS_INO = 4026531836


@helper(5, "bpf_ktime_get_ns", 0, reads_counts=True)
def ktime_get_ns(run: int) -> int:
    """``u64 bpf_ktime_get_ns(void)``: nanoseconds of CLOCK_MONOTONIC."""
    count(run, _CALL, 1)
    count(run, _KTIME, 1)
    return load64(run + R_NOW) + priced_ps(run) // 1000


@helper(8, "bpf_get_smp_processor_id", 0)
def get_smp_processor_id(run: int) -> int:
    """``u32 bpf_get_smp_processor_id(void)``: the number of this CPU."""
    count(run, _CALL, 1)
    count(run, _CPU, 1)
    return load64(run + R_CPU)


@helper(14, "bpf_get_current_pid_tgid", 0)
def get_current_pid_tgid(run: int) -> int:
    """``u64 bpf_get_current_pid_tgid(void)``: tgid << 32 | pid."""
    count(run, _CALL, 1)
    count(run, _PID_TGID, 1)
    return load64(run + R_PID_TGID)


@helper(15, "bpf_get_current_uid_gid", 0)
def get_current_uid_gid(run: int) -> int:
    """``u64 bpf_get_current_uid_gid(void)``: gid << 32 | uid."""
    count(run, _CALL, 1)
    count(run, _UID_GID, 1)
    return load64(run + R_UID_GID)


@helper(16, "bpf_get_current_comm", 2)
def get_current_comm(run: int) -> int:
    """``long bpf_get_current_comm(buf, size_of_buf)``: 0; zero-padded and terminated."""
    count(run, _CALL, 1)
    count(run, _COMM, 1)
    size = arg(run, 2) & 0xFFFFFFFF
    if size == 0:
        return -EINVAL
    if is_mapped(load64(run + R_PAGES), arg(run, 1), size) == 0:
        return -EFAULT
    base = load64(run + R_BASE)
    buf = base + (arg(run, 1) & 0xFFFFFFFF)
    fill_bytes(buf, 0, size)
    nr_bytes = size if size < TASK_COMM_LEN else TASK_COMM_LEN
    copy_bytes(buf, base + (load64(run + R_COMM) & 0xFFFFFFFF), nr_bytes)
    store8(buf + nr_bytes - 1, 0)
    return 0


@helper(35, "bpf_get_current_task", 0)
def get_current_task(run: int) -> int:
    """``u64 bpf_get_current_task(void)``: the address of current's task_struct."""
    count(run, _CALL, 1)
    count(run, _TASK, 1)
    return load64(run + R_TASK)


@helper(158, "bpf_get_current_task_btf", 0)
def get_current_task_btf(run: int) -> int:
    """``struct task_struct *bpf_get_current_task_btf(void)``: current's task_struct."""
    count(run, _CALL, 1)
    count(run, _TASK, 1)
    return load64(run + R_TASK)


@helper(42, "bpf_get_numa_node_id", 0)
def get_numa_node_id(run: int) -> int:
    """``long bpf_get_numa_node_id(void)``: every CPU is on node 0."""
    count(run, _CALL, 1)
    count(run, _CPU, 1)
    return 0


@helper(120, "bpf_get_ns_current_pid_tgid", 4)
def get_ns_current_pid_tgid(run: int) -> int:
    """``long bpf_get_ns_current_pid_tgid(dev, ino, nsdata, size)``: 0, or −EINVAL.

    *nsdata* gets pid and tgid, u32 each; it is cleared when the namespace is not the current one.
    """
    count(run, _CALL, 1)
    count(run, _NS_PID, 1)
    size = arg(run, 4) & 0xFFFFFFFF
    if size != 0 and is_mapped(load64(run + R_PAGES), arg(run, 3), size) == 0:
        return -EFAULT
    nsdata = load64(run + R_BASE) + (arg(run, 3) & 0xFFFFFFFF)
    if size != 8 or arg(run, 1) != INIT_PID_NS_DEV or arg(run, 2) != INIT_PID_NS_INO:
        fill_bytes(nsdata, 0, size)
        return -EINVAL
    both = load64(run + R_PID_TGID)
    store32(nsdata, both & 0xFFFFFFFF)
    store32(nsdata + 4, both >> 32)
    return 0


@helper(123, "bpf_get_current_ancestor_cgroup_id", 1)
def get_current_ancestor_cgroup_id(run: int) -> int:
    """``u64 bpf_get_current_ancestor_cgroup_id(ancestor_level)``: the root's, 0 below it."""
    count(run, _CALL, 1)
    count(run, _CGROUP, 1)
    return ROOT_CGROUP_ID if arg(run, 1) & 0xFFFFFFFF == 0 else 0


@helper(37, "bpf_current_task_under_cgroup", 2)
def current_task_under_cgroup(run: int) -> int:
    """``long bpf_current_task_under_cgroup(map, index)``: 1 or 0, −E2BIG or −EAGAIN (no cgroup).

    Every task is in the root cgroup, and only there.
    """
    count(run, _CALL, 1)
    count(run, _UNDER, 1)
    bmap = map_of(run, arg(run, 1))
    index = arg(run, 2) & 0xFFFFFFFF
    if bmap == 0 or index >= load64(bmap + M_MAX_ENTRIES):
        return -E2BIG
    cgroup = 0
    if load64(bmap + M_TYPE) == CGROUP_ARRAY:
        cgroup = load64(load64(bmap + M_PROGS) + 8 * index)
    if cgroup == 0:
        return -EAGAIN
    return 1 if cgroup == ROOT_CGROUP_ID else 0


@helper(80, "bpf_get_current_cgroup_id", 0)
def get_current_cgroup_id(run: int) -> int:
    """``u64 bpf_get_current_cgroup_id(void)``: the root cgroup's."""
    count(run, _CALL, 1)
    count(run, _CGROUP, 1)
    return ROOT_CGROUP_ID
