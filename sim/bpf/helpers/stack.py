"""bpf_get_stack, bpf_get_task_stack and bpf_get_stackid (kernel/bpf/stackmap.c).

A stack is a count and return addresses, newest first. Whoever runs the program keeps the user's
(`R_USTACK`) and makes the kernel's when it is asked for (`R_UNWIND`, into `R_KSTACK`).

**Rule:** an empty stack has 0 bytes, and no id (−EFAULT).

**Not modelled:** build ids, which no simulated binary has: with BPF_F_USER_BUILD_ID each address is
given as one whose file is not known; ``kernel.perf_event_max_stack`` other than 127.
"""

from __future__ import annotations

from sim.base.compile import call2, compiled
from sim.base.memory import fill_bytes, load64, store32, store64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import (
    EFAULT,
    EINVAL,
    EOPNOTSUPP,
    M_INDEX,
    M_TYPE,
    M_VALUE_BYTES,
    STACK_TRACE,
    map_of,
)
from sim.bpf.maps.ops import count_refused
from sim.bpf.maps.stack_trace import BPF_F_FAST_STACK_CMP, BPF_F_REUSE_STACKID, put_stack
from sim.bpf.region import is_mapped
from sim.bpf.run_state import (
    COUNTS,
    R_BASE,
    R_KSTACK,
    R_PAGES,
    R_TASK,
    R_UNWIND,
    R_USTACK,
    count,
    note,
)

__all__ = [
    "BPF_F_SKIP_FIELD_MASK",
    "BPF_F_USER_BUILD_ID",
    "BPF_F_USER_STACK",
    "NOTE_STACKID",
    "PERF_MAX_STACK_DEPTH",
]

BPF_F_SKIP_FIELD_MASK = 0xFF
BPF_F_USER_STACK = 1 << 8
BPF_F_USER_BUILD_ID = 1 << 11
NOTE_STACKID = 27
PERF_MAX_STACK_DEPTH = 127

_CALL = COUNTS.index("helper.call")
_STACK = COUNTS.index("helper.get_stack")
_STACKID = COUNTS.index("helper.get_stackid")
_STACK_FLAGS = BPF_F_SKIP_FIELD_MASK | BPF_F_USER_STACK | BPF_F_USER_BUILD_ID
_ID_FLAGS = BPF_F_SKIP_FIELD_MASK | BPF_F_USER_STACK | BPF_F_FAST_STACK_CMP | BPF_F_REUSE_STACKID
_BUILD_ID_BYTES, _BUILD_ID_IP = 32, 2  # of an entry: size, and the status of one without an id


@compiled("int64(int64,int64,int64)", inline=True)
def _stack_of(run: int, flags: int, task: int) -> int:
    """Return the host address of a stack: current's own, or the kernel's of another *task*."""
    if flags & BPF_F_USER_STACK:
        return load64(run + R_USTACK)
    if load64(run + R_UNWIND) != 0:
        return call2(load64(run + R_UNWIND), run, task)
    return load64(run + R_KSTACK)


@compiled("void(int64,int64,int64)", inline=True)
def _put(at: int, entry_bytes: int, address: int) -> None:
    """Write one entry of a stack."""
    if entry_bytes == 8:
        store64(at, address)
        return
    fill_bytes(at, 0, _BUILD_ID_BYTES)
    store32(at, _BUILD_ID_IP)
    store64(at + 24, address)


@compiled("int64(int64,int64)")
def _give_stack(run: int, task: int) -> int:
    """Write a stack as R2 to R4 say; return bytes written or a negative errno."""
    size = arg(run, 3) & 0xFFFFFFFF
    flags = arg(run, 4)
    dst = load64(run + R_BASE) + (arg(run, 2) & 0xFFFFFFFF)
    is_user = flags & BPF_F_USER_STACK
    has_ids = flags & BPF_F_USER_BUILD_ID
    entry_bytes = _BUILD_ID_BYTES if has_ids != 0 else 8
    if size != 0 and is_mapped(load64(run + R_PAGES), arg(run, 2), size) == 0:
        return -EFAULT
    if flags & ~_STACK_FLAGS != 0 or (has_ids != 0 and is_user == 0) or size % entry_bytes != 0:
        fill_bytes(dst, 0, size)
        return -EINVAL
    if task != 0 and is_user != 0 and task != load64(run + R_TASK):
        fill_bytes(dst, 0, size)
        return -EOPNOTSUPP
    stack = _stack_of(run, flags, task)
    nr = load64(stack) if stack != 0 else 0
    at = flags & BPF_F_SKIP_FIELD_MASK
    if at > nr:
        fill_bytes(dst, 0, size)
        return -EFAULT
    written = 0
    while at < nr and written + entry_bytes <= size:
        _put(dst + written, entry_bytes, load64(stack + 8 + 8 * at))
        at += 1
        written += entry_bytes
    fill_bytes(dst + written, 0, size - written)
    return written


@helper(67, "bpf_get_stack", 4)
def get_stack(run: int) -> int:
    """``long bpf_get_stack(ctx, buf, size, flags)``: bytes written, innermost frame first."""
    count(run, _CALL, 1)
    count(run, _STACK, 1)
    return _give_stack(run, 0)


@helper(141, "bpf_get_task_stack", 4)
def get_task_stack(run: int) -> int:
    """``long bpf_get_task_stack(task, buf, size, flags)``: as `get_stack`, of a task."""
    count(run, _CALL, 1)
    count(run, _STACK, 1)
    return _give_stack(run, arg(run, 1))


@helper(27, "bpf_get_stackid", 3)
def get_stackid(run: int) -> int:
    """``long bpf_get_stackid(ctx, map, flags)``: the stack's id, or a negative errno."""
    count(run, _CALL, 1)
    count(run, _STACKID, 1)
    bmap = map_of(run, arg(run, 2))
    flags = arg(run, 3)
    if bmap == 0 or load64(bmap + M_TYPE) != STACK_TRACE or flags & ~_ID_FLAGS != 0:
        return -EINVAL
    skip = flags & BPF_F_SKIP_FIELD_MASK
    stack = _stack_of(run, flags, 0)
    depth = min(load64(bmap + M_VALUE_BYTES) // 8 + skip, PERF_MAX_STACK_DEPTH)
    nr = min(load64(stack), depth) if stack != 0 else 0
    if nr <= skip:
        return -EFAULT
    result = put_stack(run, bmap, stack + 8 + 8 * skip, nr - skip, flags)
    count_refused(bmap, result)
    note(run, NOTE_STACKID, load64(bmap + M_INDEX), result)
    return result
