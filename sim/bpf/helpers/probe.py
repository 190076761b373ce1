"""Helpers that read memory they may not: bpf_probe_read_* (kernel/trace/bpf_trace.c).

**Rule:** a failed read clears the destination and returns −EFAULT.

**Not modelled:** page faults of user memory (all of it is resident).
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import fill_bytes, load64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import EFAULT
from sim.bpf.region import is_mapped, probe_read, probe_read_str
from sim.bpf.run_state import (
    COUNTS,
    R_BASE,
    R_PAGES,
    R_USER_BASE,
    R_USER_PAGES,
    count,
)

__all__: list[str] = []

_CALL = COUNTS.index("helper.call")
_READ = COUNTS.index("helper.probe_read")
_READ_USER = COUNTS.index("helper.probe_read_user")
_BYTE = COUNTS.index("helper.probe_read_byte")
_STR_BYTE = COUNTS.index("helper.probe_read_str_byte")

_USER_TOP = 1 << 47


@compiled("int64(int64,int64)")
def _read(run: int, user: int) -> int:
    base = load64(run + R_BASE)
    dst = base + (arg(run, 1) & 0xFFFFFFFF)
    size = arg(run, 2) & 0xFFFFFFFF
    address = arg(run, 3)
    result = -14
    if size != 0 and is_mapped(load64(run + R_PAGES), arg(run, 1), size) == 0:
        return -EFAULT
    if user == 1:
        if 0 <= address < _USER_TOP:
            pages = load64(run + R_USER_PAGES)
            result = probe_read(load64(run + R_USER_BASE), pages, dst, size, address)
    else:
        result = probe_read(base, load64(run + R_PAGES), dst, size, address)
    if result < 0:
        fill_bytes(dst, 0, size)
    count(run, _BYTE, size)
    return result


@compiled("int64(int64,int64)")
def _read_str(run: int, user: int) -> int:
    base = load64(run + R_BASE)
    dst = base + (arg(run, 1) & 0xFFFFFFFF)
    size = arg(run, 2) & 0xFFFFFFFF
    address = arg(run, 3)
    result = -14
    if size != 0 and is_mapped(load64(run + R_PAGES), arg(run, 1), size) == 0:
        return -EFAULT
    if user == 1:
        if 0 <= address < _USER_TOP:
            pages = load64(run + R_USER_PAGES)
            result = probe_read_str(load64(run + R_USER_BASE), pages, dst, size, address)
    else:
        result = probe_read_str(base, load64(run + R_PAGES), dst, size, address)
    if result < 0:
        fill_bytes(dst, 0, size)
    else:
        count(run, _STR_BYTE, result)
    return result


@helper(4, "bpf_probe_read", 3)
def probe_read_either(run: int) -> int:
    """``long bpf_probe_read(dst, size, unsafe_ptr)``: kernel or user, by the address."""
    count(run, _CALL, 1)
    count(run, _READ, 1)
    return _read(run, 1 if arg(run, 3) >= 0 else 0)


@helper(45, "bpf_probe_read_str", 3)
def probe_read_str_either(run: int) -> int:
    """``long bpf_probe_read_str(dst, size, unsafe_ptr)``: kernel or user, by the address."""
    count(run, _CALL, 1)
    count(run, _READ, 1)
    return _read_str(run, 1 if arg(run, 3) >= 0 else 0)


@helper(112, "bpf_probe_read_user", 3)
def probe_read_user(run: int) -> int:
    """``long bpf_probe_read_user(dst, size, unsafe_ptr)``: 0 or −EFAULT."""
    count(run, _CALL, 1)
    count(run, _READ_USER, 1)
    return _read(run, 1)


@helper(113, "bpf_probe_read_kernel", 3)
def probe_read_kernel(run: int) -> int:
    """``long bpf_probe_read_kernel(dst, size, unsafe_ptr)``: 0 or −EFAULT."""
    count(run, _CALL, 1)
    count(run, _READ, 1)
    return _read(run, 0)


@helper(114, "bpf_probe_read_user_str", 3)
def probe_read_user_str(run: int) -> int:
    """``long bpf_probe_read_user_str(dst, size, unsafe_ptr)``: bytes with the NUL, or −EFAULT."""
    count(run, _CALL, 1)
    count(run, _READ_USER, 1)
    return _read_str(run, 1)


@helper(115, "bpf_probe_read_kernel_str", 3)
def probe_read_kernel_str(run: int) -> int:
    """``long bpf_probe_read_kernel_str(dst, size, unsafe_ptr)``: bytes with the NUL, or −EFAULT."""
    count(run, _CALL, 1)
    count(run, _READ, 1)
    return _read_str(run, 0)
