"""Helpers that a test run needs and the machine lacks, done in Python between two segments.

Answers to ``net/core/filter.c`` and ``kernel/bpf/helpers.c`` as far as a program that got a packet
sees them: reading and writing its bytes, checksums, locks that nobody else wants, time that stands.

**Rule:** such a helper is in the run's helper table with a kind that makes the run stop; whoever
runs it calls `call` and goes on. Pointers were verified, so nothing is checked that the verifier
checks. Programs that call one are interpreted: the JIT knows the machine's own helpers only.

**Not modelled:** everything else; packets that change their length.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping

from sim.base.memory import load64, store64
from sim.bpf import run_state as r
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.helpers.table import HELPER_BYTES, KIND_PYTHON
from sim.bpf.region import Region

__all__ = ["PY_HELPERS", "add_to_table", "call"]

_M64, _M32 = (1 << 64) - 1, (1 << 32) - 1
_MAX_OFFSET = 0xFFFF
_STORE_FLAGS = 3
_MAX_CSUM_BYTES = 512
_JIFFIES = 1 << 32  # any value; time stands still
_RANDOM = 0x2545F491  # get_prandom_u32 need not be unpredictable here

_Helper = Callable[[Region, int, list[int]], int]


def _load_bytes(kernel: Region, run: int, args: list[int]) -> int:
    _, offset, to, nr_bytes, _ = args
    offset, nr_bytes = offset & _M32, nr_bytes & _M32
    packet, length = load64(run + r.R_PACKET) & _M64, load64(run + r.R_PACKET_BYTES)
    if offset > _MAX_OFFSET or offset + nr_bytes > length:
        kernel.write(to, bytes(nr_bytes))
        return -errno.EFAULT
    kernel.write(to, kernel.read(packet + offset, nr_bytes))
    return 0


def _store_bytes(kernel: Region, run: int, args: list[int]) -> int:
    _, offset, source, nr_bytes, flags = args
    offset, nr_bytes = offset & _M32, nr_bytes & _M32
    if flags & ~_STORE_FLAGS:
        return -errno.EINVAL
    if offset > _MAX_OFFSET or offset + nr_bytes > load64(run + r.R_PACKET_BYTES):
        return -errno.EFAULT
    packet = load64(run + r.R_PACKET) & _M64
    kernel.write(packet + offset, kernel.read(source, nr_bytes))
    return 0


def _sum32(data: bytes) -> int:
    words = (int.from_bytes(data[i : i + 4], "little") for i in range(0, len(data), 4))
    return sum(words)


def _csum_diff(kernel: Region, run: int, args: list[int]) -> int:
    before, nr_before, after, nr_after, seed = args
    nr_before, nr_after = nr_before & _M32, nr_after & _M32
    if (nr_before | nr_after) % 4 or nr_before + nr_after > _MAX_CSUM_BYTES:
        return -errno.EINVAL
    inverted = bytes(byte ^ 0xFF for byte in kernel.read(before, nr_before))
    total = _sum32(inverted) + _sum32(kernel.read(after, nr_after)) + (seed & _M32)
    while total >> 32:
        total = (total & _M32) + (total >> 32)
    return total


def _strncmp(kernel: Region, run: int, args: list[int]) -> int:
    first, nr_bytes, second, _, _ = args
    for i in range(nr_bytes & _M32):
        a, b = kernel.read(first + i, 1)[0], kernel.read(second + i, 1)[0]
        if a != b:
            return -1 if a < b else 1
        if a == 0:
            return 0
    return 0


def _same(kernel: Region, run: int, args: list[int]) -> int:
    return args[0]


def _constant(value: int) -> _Helper:
    def helper(kernel: Region, run: int, args: list[int]) -> int:
        return value

    return helper


def _pull_data(kernel: Region, run: int, args: list[int]) -> int:
    # the whole packet lies in one piece already
    return 0 if args[1] & _M32 <= load64(run + r.R_PACKET_BYTES) else -errno.ENOMEM


_BY_NAME: Mapping[str, _Helper] = {
    "get_prandom_u32": _constant(_RANDOM),
    "skb_store_bytes": _store_bytes,
    "skb_load_bytes": _load_bytes,
    "skb_pull_data": _pull_data,
    "csum_diff": _csum_diff,
    "get_numa_node_id": _constant(0),
    "spin_lock": _constant(0),
    "spin_unlock": _constant(0),
    "sk_fullsock": _same,
    "jiffies64": _constant(_JIFFIES),
    "ktime_get_boot_ns": _constant(0),
    "ktime_get_coarse_ns": _constant(0),
    "strncmp": _strncmp,
}
#: What is done here, by helper number.
PY_HELPERS: Mapping[int, _Helper] = {
    HELPER_IDS[f"bpf_{name}"]: function for name, function in _BY_NAME.items()
}


def add_to_table(helpers: int) -> None:
    """Have a run stop at the helpers of `PY_HELPERS`; *helpers* is its table's host address."""
    for number in PY_HELPERS:
        store64(helpers + number * HELPER_BYTES, 1)
        store64(helpers + number * HELPER_BYTES + 8, KIND_PYTHON)


def call(kernel: Region, run: int) -> bool:
    """Do the helper that a run has stopped at; say whether it is one of these."""
    function = PY_HELPERS.get(load64(run + r.R_PENDING))
    if function is None:
        return False
    args = [load64(run + r.R_REGS + 8 * n) & _M64 for n in range(1, 6)]
    result = function(kernel, run, args) & _M64
    store64(run + r.R_REGS, result - (1 << 64) if result >> 63 else result)
    store64(run + r.R_DONE, 1)
    return True
