"""Helpers that copy to and from user memory (kernel/trace/bpf_trace.c, kernel/bpf/helpers.c).

**Rule:** a copy is whole or −EFAULT; a failed read clears its destination.

**Not modelled:** page faults: all user memory is resident; processes that share no memory with
the current one: there is one user memory.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, fill_bytes, load64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import EFAULT, EINVAL, EPERM
from sim.bpf.region import is_mapped, probe_read
from sim.bpf.run_state import (
    COUNTS,
    R_BASE,
    R_PAGES,
    R_PID_TGID,
    R_USER_BASE,
    R_USER_PAGES,
    count,
)

__all__: list[str] = []

_CALL = COUNTS.index("helper.call")
_READ_USER = COUNTS.index("helper.probe_read_user")
_BYTE = COUNTS.index("helper.probe_read_byte")
_USER_TOP = 1 << 47


@helper(36, "bpf_probe_write_user", 3)
def probe_write_user(run: int) -> int:
    """``long bpf_probe_write_user(dst, src, len)``: 0; −EPERM where there is no process."""
    count(run, _CALL, 1)
    count(run, _READ_USER, 1)
    dst = arg(run, 1)
    size = arg(run, 3) & 0xFFFFFFFF
    if load64(run + R_PID_TGID) == 0:
        return -EPERM
    if is_mapped(load64(run + R_PAGES), arg(run, 2), size) == 0:
        return -EFAULT
    if dst < 0 or dst >= _USER_TOP or is_mapped(load64(run + R_USER_PAGES), dst, size) == 0:
        return -EFAULT
    count(run, _BYTE, size)
    src = load64(run + R_BASE) + (arg(run, 2) & 0xFFFFFFFF)
    copy_bytes(load64(run + R_USER_BASE) + (dst & 0xFFFFFFFF), src, size)
    return 0


@compiled("int64(int64)")
def _copy_from_user(run: int) -> int:
    count(run, _CALL, 1)
    count(run, _READ_USER, 1)
    size = arg(run, 2) & 0xFFFFFFFF
    if size == 0:
        return 0
    if is_mapped(load64(run + R_PAGES), arg(run, 1), size) == 0:
        return -EFAULT
    dst = load64(run + R_BASE) + (arg(run, 1) & 0xFFFFFFFF)
    count(run, _BYTE, size)
    address = arg(run, 3)
    result = -EFAULT
    if 0 <= address < _USER_TOP:
        pages = load64(run + R_USER_PAGES)
        result = probe_read(load64(run + R_USER_BASE), pages, dst, size, address)
    if result < 0:
        fill_bytes(dst, 0, size)
    return result


@helper(148, "bpf_copy_from_user", 3)
def copy_from_user(run: int) -> int:
    """``long bpf_copy_from_user(dst, size, user_ptr)``: 0 or −EFAULT; sleepable programs only."""
    return _copy_from_user(run)


@helper(191, "bpf_copy_from_user_task", 5)
def copy_from_user_task(run: int) -> int:
    """``long bpf_copy_from_user_task(dst, size, user_ptr, tsk, flags)``: as `copy_from_user`."""
    if arg(run, 5) != 0:
        return -EINVAL
    return _copy_from_user(run)
