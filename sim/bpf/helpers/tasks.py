"""Helpers on tasks and what belongs to them: signals, registers, per-CPU variables, credentials.

Answers to kernel/trace/bpf_trace.c, kernel/bpf/helpers.c and kernel/bpf/bpf_lsm.c.

**Rule:** a signal is set pending in the task's own struct, and counted (`KernelRecord.signals`).

**Not modelled:** what a signal does to a task: no workload has a handler; signals of a group are
the task's own where it has no ``signal_struct``; the integrity subsystem (IMA), without which a
kernel refuses to tell hashes.
"""

from __future__ import annotations

from sim.base.arith import shl64
from sim.base.compile import compiled
from sim.base.memory import load8, load64, store8, store64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import EINVAL, EOPNOTSUPP, EPERM
from sim.bpf.members import KR_PERCPU_BYTES, KR_SIGNALS, MEMBERS, NSIG, at_member, field, member
from sim.bpf.region import is_mapped
from sim.bpf.run_state import (
    COUNTS,
    R_BASE,
    R_CPU,
    R_KERNEL,
    R_NR_CPUS,
    R_PAGES,
    R_PID_TGID,
    R_TASK,
    count,
)

__all__ = ["PT_REGS_BYTES", "THREAD_BYTES", "TIF_SIGPENDING"]

THREAD_BYTES = 16384
PT_REGS_BYTES = 168
TIF_SIGPENDING = 2
BPF_F_BPRM_SECUREEXEC = 1

_CALL = COUNTS.index("helper.call")
_SIGNAL = COUNTS.index("helper.send_signal")
_PERCPU = COUNTS.index("helper.per_cpu_ptr")
_PT_REGS = COUNTS.index("helper.task_pt_regs")
_BPRM = COUNTS.index("helper.bprm_opts_set")
_IMA = COUNTS.index("helper.ima_hash")

_STACK = MEMBERS.index(("task_struct", "stack"))
_SIGNALS = MEMBERS.index(("task_struct", "signal"))
_PENDING = MEMBERS.index(("task_struct", "pending.signal"))
_FLAGS = MEMBERS.index(("task_struct", "thread_info.flags"))
_SHARED = MEMBERS.index(("signal_struct", "shared_pending.signal"))
_SECUREEXEC = MEMBERS.index(("linux_binprm", "secureexec"))


@compiled("void(int64,int64)", inline=True)
def _set_bit(at: int, bit: int) -> None:
    store64(at, load64(at) | shl64(1, bit))


@compiled("int64(int64,int64)")
def _send(run: int, is_group: int) -> int:
    """Send current the signal in R1; processes 0 and 1 get none."""
    count(run, _CALL, 1)
    count(run, _SIGNAL, 1)
    number = arg(run, 1) & 0xFFFFFFFF
    if load64(run + R_PID_TGID) >> 32 <= 1:
        return -EPERM
    if number > NSIG:
        return -EINVAL
    if number == 0:
        return 0
    task = load64(run + R_TASK)
    pending = at_member(run, task, _PENDING, 8)
    if is_group == 1:
        shared = at_member(run, field(run, task, _SIGNALS, 8), _SHARED, 8)
        pending = shared if shared != 0 else pending
    if pending != 0:
        _set_bit(pending, number - 1)
    flags = at_member(run, task, _FLAGS, 8)
    if flags != 0:
        _set_bit(flags, TIF_SIGPENDING)
    record = load64(run + R_KERNEL)
    if record != 0:
        sent = record + KR_SIGNALS + 8 * number
        store64(sent, load64(sent) + 1)
    return 0


@helper(109, "bpf_send_signal", 1)
def send_signal(run: int) -> int:
    """``long bpf_send_signal(u32 sig)``: 0, −EINVAL or −EPERM; any thread may take it."""
    return _send(run, 1)


@helper(117, "bpf_send_signal_thread", 1)
def send_signal_thread(run: int) -> int:
    """``long bpf_send_signal_thread(u32 sig)``: as `send_signal`, to the current thread."""
    return _send(run, 0)


@compiled("int64(int64,int64)")
def _copy_of(run: int, cpu: int) -> int:
    """Return where a CPU's copy of the variable in R1 is."""
    record = load64(run + R_KERNEL)
    distance = load64(record + KR_PERCPU_BYTES) if record != 0 else 0
    return arg(run, 1) + cpu * distance


@helper(153, "bpf_per_cpu_ptr", 2)
def per_cpu_ptr(run: int) -> int:
    """``void *bpf_per_cpu_ptr(percpu_ptr, cpu)``: that CPU's copy, NULL if there is no such CPU."""
    count(run, _CALL, 1)
    count(run, _PERCPU, 1)
    cpu = arg(run, 2) & 0xFFFFFFFF
    return _copy_of(run, cpu) if cpu < load64(run + R_NR_CPUS) else 0


@helper(154, "bpf_this_cpu_ptr", 1)
def this_cpu_ptr(run: int) -> int:
    """``void *bpf_this_cpu_ptr(percpu_ptr)``: this CPU's copy."""
    count(run, _CALL, 1)
    count(run, _PERCPU, 1)
    return _copy_of(run, load64(run + R_CPU))


@helper(175, "bpf_task_pt_regs", 1)
def task_pt_regs(run: int) -> int:
    """``long bpf_task_pt_regs(task)``: the registers at the top of the task's kernel stack."""
    count(run, _CALL, 1)
    count(run, _PT_REGS, 1)
    stack = field(run, arg(run, 1), _STACK, 8)
    return stack + THREAD_BYTES - PT_REGS_BYTES if stack != 0 else 0


@helper(159, "bpf_bprm_opts_set", 2)
def bprm_opts_set(run: int) -> int:
    """``long bpf_bprm_opts_set(bprm, flags)``: 0; −EINVAL for flags that there are not."""
    count(run, _CALL, 1)
    count(run, _BPRM, 1)
    flags = arg(run, 2)
    if flags & ~BPF_F_BPRM_SECUREEXEC != 0:
        return -EINVAL
    bit = member(run, _SECUREEXEC)
    address = arg(run, 1) + (bit >> 3)
    if bit < 0 or is_mapped(load64(run + R_PAGES), address, 1) == 0:
        return 0
    at = load64(run + R_BASE) + (address & 0xFFFFFFFF)
    store8(at, (load8(at) & ~(1 << (bit & 7))) | (flags << (bit & 7)))
    return 0


@helper(161, "bpf_ima_inode_hash", 3)
def ima_inode_hash(run: int) -> int:
    """``long bpf_ima_inode_hash(inode, dst, size)``: −EOPNOTSUPP, as without IMA."""
    count(run, _CALL, 1)
    count(run, _IMA, 1)
    return -EOPNOTSUPP


@helper(193, "bpf_ima_file_hash", 3)
def ima_file_hash(run: int) -> int:
    """``long bpf_ima_file_hash(file, dst, size)``: −EOPNOTSUPP, as without IMA."""
    count(run, _CALL, 1)
    count(run, _IMA, 1)
    return -EOPNOTSUPP
