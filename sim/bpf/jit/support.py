"""What native code calls besides helpers: the parts of the interpreter that are no loop.

**Rule:** exported for `sim.bpf.jit` only; each does what the interpreter does at that place.

**Not modelled:** nothing of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.base.compile import exported
from sim.base.memory import load64, store64
from sim.bpf import frames, interp
from sim.bpf.region import is_mapped
from sim.bpf.run_state import R_PAGES, R_SCRATCH

__all__ = ["SUPPORT"]


@exported("int64(int64)")
def finish_pending(run: int) -> int:
    """Do the helper call that the run was suspended at."""
    return interp.finish_pending(run)


@exported("int64(int64)")
def returned(run: int) -> int:
    """End the innermost function and return the slot to go on at."""
    return frames.returned(run)


@exported("int64(int64,int64,int64)")
def call_back(run: int, pc: int, at: int) -> int:
    """Call a helper that calls back: the slot to go on at, or minus the fault's number."""
    return interp.call_back(run, pc, at)


@exported("int64(int64)")
def tail_call(run: int) -> int:
    """Put the next program into R_PROG, or return 0."""
    return frames.tail_call(run)


@exported("int64(int64,int64,int64)")
def load_packet(run: int, opcode: int, offset: int) -> int:
    """Load from the packet, or return −1."""
    return interp.load_packet(run, opcode, offset)


@exported("int64(int64,int64,int64)")
def is_there(run: int, address: int, nr_bytes: int) -> int:
    """Look an access up in the page table; note its address when it would fault."""
    if is_mapped(load64(run + R_PAGES), address, nr_bytes) == 1:
        return 1
    store64(run + R_SCRATCH, address)
    return 0


#: By name: the function and how many int64 it takes.
SUPPORT: dict[str, tuple[Callable[..., int], int]] = {
    "finish_pending": (finish_pending, 1),
    "returned": (returned, 1),
    "call_back": (call_back, 3),
    "tail_call": (tail_call, 1),
    "load_packet": (load_packet, 3),
    "is_there": (is_there, 3),
}
