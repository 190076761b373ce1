"""What helpers know of the kernel that they run in: where members of its structs lie.

A helper that looks into a kernel object asks `member`, for the kernel's types belong to whoever
runs the program. The record that answers is made once a machine (`KernelRecord`), and every run
state has its host address in ``R_KERNEL``.

**Rule:** without a record, or where the kernel's types lack a member, `member` says −1 and
`field` 0.

**Not modelled:** members that no helper looks at.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.base.compile import compiled
from sim.base.memory import Buffer, load8, load16, load32, load64, store64
from sim.bpf.region import is_mapped
from sim.bpf.run_state import R_BASE, R_KERNEL, R_PAGES

__all__ = [
    "KR_COOKIES",
    "KR_ENTRY",
    "KR_PERCPU_BYTES",
    "KR_SIGNALS",
    "KR_SOCKET_FILE_OPS",
    "MEMBERS",
    "NSIG",
    "KernelRecord",
    "at_member",
    "field",
    "member",
]

NSIG = 64
(
    KR_COOKIES,  # socket cookies given so far
    KR_PERCPU_BYTES,  # distance of two CPUs' copies of a per-CPU variable
    KR_SOCKET_FILE_OPS,  # simulated address of socket_file_ops
    KR_ENTRY,  # addresses in what called a system call's function, and in what called that
    KR_SIGNALS,  # of each number from 1: how many programs sent
) = (0, 8, 16, 24, 40)
_KR_MEMBERS = KR_SIGNALS + 8 * (NSIG + 1)

#: Struct and member of what helpers look at; bit-fields are known by their bit.
MEMBERS: tuple[tuple[str, str], ...] = (
    ("sock_common", "skc_family"),
    ("sock_common", "skc_state"),
    ("sock_common", "skc_cookie"),
    ("sock", "sk_protocol"),
    ("sock", "sk_type"),
    ("file", "f_op"),
    ("file", "private_data"),
    ("xdp_buff", "data"),
    ("xdp_buff", "data_end"),
    ("task_struct", "stack"),
    ("task_struct", "mm"),
    ("task_struct", "signal"),
    ("task_struct", "pending.signal"),
    ("task_struct", "thread_info.flags"),
    ("signal_struct", "shared_pending.signal"),
    ("linux_binprm", "secureexec"),
)
_RECORD_BYTES = _KR_MEMBERS + 8 * len(MEMBERS)


class KernelRecord:
    """The record of one machine; its memory is the caller's.

    Args:
        at: Host address of `BYTES` zeroed bytes.
        bit_offset: Gives where a struct's member starts, in bits; −1 where there is none.
    """

    BYTES = _RECORD_BYTES

    def __init__(self, at: int, bit_offset: Callable[[str, str], int]) -> None:
        self.address = at
        for i, (struct, path) in enumerate(MEMBERS):
            bits = bit_offset(struct, path)
            is_bit = path == "secureexec"
            store64(at + _KR_MEMBERS + 8 * i, bits if is_bit or bits < 0 else bits // 8)

    @classmethod
    def in_buffer(cls, bit_offset: Callable[[str, str], int]) -> tuple[Buffer, KernelRecord]:
        """Return a record and the memory that it is in."""
        buffer = Buffer(_RECORD_BYTES)
        return buffer, cls(buffer.address, bit_offset)

    def signals(self) -> dict[int, int]:
        """Return how many signals of each number programs have sent."""
        found = {n: load64(self.address + KR_SIGNALS + 8 * n) for n in range(1, NSIG + 1)}
        return {n: times for n, times in found.items() if times}


@compiled("int64(int64,int64)", inline=True)
def member(run: int, which: int) -> int:
    """Return where member number *which* of `MEMBERS` lies in its struct, −1 if nobody knows."""
    record = load64(run + R_KERNEL)
    if record == 0:
        return -1
    return load64(record + _KR_MEMBERS + 8 * which)


@compiled("int64(int64,int64,int64,int64)")
def at_member(run: int, address: int, which: int, size: int) -> int:
    """Return the host address of *size* bytes at an object's member, 0 if it is not there."""
    offset = member(run, which)
    if offset < 0 or address == 0 or is_mapped(load64(run + R_PAGES), address + offset, size) == 0:
        return 0
    return load64(run + R_BASE) + ((address + offset) & 0xFFFFFFFF)


@compiled("int64(int64,int64,int64,int64)")
def field(run: int, address: int, which: int, size: int) -> int:
    """Return a member of *size* bytes (1, 2, 4 or 8; below 8 unsigned), 0 if it is not there."""
    at = at_member(run, address, which, size)
    if at == 0:
        return 0
    if size == 8:
        return load64(at)
    if size == 4:
        return load32(at)
    return load16(at) if size == 2 else load8(at)
