"""Helpers that write text: bpf_trace_printk, bpf_trace_vprintk, bpf_snprintf.

Answers to kernel/trace/bpf_trace.c and kernel/bpf/helpers.c. Compiled code stops for them; Python
writes the text (`sim.bpf.printf`).

**Rule:** `do_in_python` does whatever helper a run has stopped for, for whoever runs it.

**Not modelled:** the three buffers a CPU has for formatting (−EBUSY when a fourth is asked for).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from sim.base.memory import load64, store64
from sim.bpf.btf import Btf
from sim.bpf.helpers.table import KIND_PYTHON, helper
from sim.bpf.maps.layout import EFAULT, EINVAL
from sim.bpf.printf import MAX_BPRINTF_VARARGS, Memory, bprintf
from sim.bpf.region import Region, is_mapped
from sim.bpf.run_state import COUNTS, R_DONE, R_PENDING, R_REGS, RUN_PYTHON, count

__all__ = [
    "RegionMemory",
    "Surroundings",
    "do_in_python",
    "format_of",
    "in_python",
    "registers",
    "words_of",
]

_CALL = COUNTS.index("helper.call")
_PRINTK = COUNTS.index("helper.trace_printk")
_SNPRINTF = COUNTS.index("helper.snprintf")
_M64 = (1 << 64) - 1
_USER_TOP = 1 << 47
_PAGE_BYTES = 4096
_DONE_HERE: dict[int, Callable[[int, Surroundings], int]] = {}


class RegionMemory:
    """What formats read: kernel memory, user memory, symbols.

    Args:
        kernel: Kernel memory.
        user: User memory.
        symbol: Gives the function at an address and how far into it that is.
    """

    def __init__(
        self, kernel: Region, user: Region, symbol: Callable[[int], tuple[str, int] | None]
    ) -> None:
        self.kernel = kernel
        self._user = user
        self._symbol = symbol

    def read_str(self, address: int, max_bytes: int, *, user: bool | None) -> bytes | None:
        """Return a string without its NUL, None if it cannot be read; *user* None: either."""
        is_user = user if user is not None else address < _USER_TOP
        region = self._user if is_user else self.kernel
        found = b""
        while len(found) < max_bytes:
            at = address + len(found)
            if not is_mapped(region.table, _signed(at), 1):
                return None
            room = min(_PAGE_BYTES - at % _PAGE_BYTES, max_bytes - len(found))
            part, nul, _ = bytes(region.read(at, room)).partition(b"\0")
            found += part
            if nul:
                return found
        return found[: max_bytes - 1]

    def read(self, address: int, nr_bytes: int) -> bytes | None:
        """Return kernel memory, None if it cannot be read."""
        if not is_mapped(self.kernel.table, _signed(address), nr_bytes):
            return None
        return bytes(self.kernel.read(address, nr_bytes))

    def symbol(self, address: int) -> tuple[str, int] | None:
        """Return the function that holds an address, and how far into it."""
        return self._symbol(address)


class Surroundings(Protocol):
    """What a helper that Python does needs of whoever runs the program.

    Attributes:
        btf: The kernel's types, None where nobody knows them.
    """

    memory: RegionMemory
    btf: Btf | None

    def address_of(self, name: str) -> int:
        """Return a function's address, 0 if there is none of that name."""

    def trace(self, run: int, text: bytes) -> None:
        """Put a line into trace_pipe."""


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value


@helper(6, "bpf_trace_printk", 5, kind=KIND_PYTHON)
def trace_printk(run: int) -> int:
    """``long bpf_trace_printk(fmt, fmt_size, ...)``: the length of the text, or −EINVAL."""
    count(run, _CALL, 1)
    count(run, _PRINTK, 1)
    return RUN_PYTHON


@helper(177, "bpf_trace_vprintk", 4, kind=KIND_PYTHON)
def trace_vprintk(run: int) -> int:
    """``long bpf_trace_vprintk(fmt, fmt_size, data, data_len)``: as bpf_trace_printk."""
    count(run, _CALL, 1)
    count(run, _PRINTK, 1)
    return RUN_PYTHON


@helper(165, "bpf_snprintf", 5, kind=KIND_PYTHON)
def snprintf(run: int) -> int:
    """``long bpf_snprintf(str, str_size, fmt, data, data_len)``: bytes with the NUL, or −EINVAL."""
    count(run, _CALL, 1)
    count(run, _SNPRINTF, 1)
    return RUN_PYTHON


def do_in_python(run: int, around: Surroundings) -> None:
    """Do the helper that a run has stopped for (``RUN_PYTHON``).

    Args:
        run: Host address of the run state.
        around: What it may use.
    """
    store64(run + R_REGS, _DONE_HERE[load64(run + R_PENDING)](run, around))
    store64(run + R_DONE, 1)


def in_python(
    id: int,
) -> Callable[[Callable[[int, Surroundings], int]], Callable[[int, Surroundings], int]]:
    """Register what does helper *id*: a function of run state and surroundings that gives R0."""

    def register(
        function: Callable[[int, Surroundings], int],
    ) -> Callable[[int, Surroundings], int]:
        _DONE_HERE[id] = function
        return function

    return register


def registers(run: int) -> list[int]:
    """Return R0 to R5, unsigned."""
    return [load64(run + R_REGS + 8 * i) & _M64 for i in range(6)]


def format_of(memory: Memory, at: int, size: int) -> bytes | None:
    """Return a format of *size* bytes without its NUL, None if it has none."""
    data = memory.read(at, size) if size else None
    return data.split(b"\0", 1)[0] if data is not None and b"\0" in data else None


def words_of(memory: Memory, at: int, nr_bytes: int) -> list[int] | None:
    """Return the arguments that a program has laid out, None for a size that is refused."""
    if nr_bytes % 8 or nr_bytes > 8 * MAX_BPRINTF_VARARGS or (nr_bytes and not at):
        return None
    data = memory.read(at, nr_bytes) if nr_bytes else b""
    if data is None:
        return None
    return [int.from_bytes(data[i : i + 8], "little") for i in range(0, nr_bytes, 8)]


def _print(run: int, around: Surroundings, size: int, args: list[int] | None) -> int:
    fmt = format_of(around.memory, registers(run)[1], size & 0xFFFFFFFF)
    text = -EINVAL if fmt is None or args is None else bprintf(fmt, args, around.memory)
    if isinstance(text, int):
        return text
    around.trace(run, text)
    return len(text)


@in_python(6)
def _trace_printk(run: int, around: Surroundings) -> int:
    regs = registers(run)
    return _print(run, around, regs[2], regs[3:6])


@in_python(177)
def _trace_vprintk(run: int, around: Surroundings) -> int:
    _, _, size, data, data_len, _ = registers(run)
    return _print(run, around, size, words_of(around.memory, data, data_len & 0xFFFFFFFF))


@in_python(165)
def _snprintf(run: int, around: Surroundings) -> int:
    _, out, out_size, fmt_at, data, data_len = registers(run)
    memory, out_size = around.memory, out_size & 0xFFFFFFFF
    args = words_of(memory, data, data_len & 0xFFFFFFFF)
    fmt = memory.read_str(fmt_at, _PAGE_BYTES, user=False)
    if args is None or fmt is None:
        return -EINVAL
    text = bprintf(fmt, args, memory)
    if isinstance(text, int):
        return text
    if out_size and not is_mapped(memory.kernel.table, _signed(out), out_size):
        return -EFAULT
    if out_size:
        memory.kernel.write(out, text[: out_size - 1] + b"\0")
    return len(text) + 1
