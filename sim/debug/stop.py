"""Stopping the machine where a chosen run of a program begins.

The program's record gets a stand-in whose entry counts runs and, at the one that is wanted, asks
for Python instead of going on.

**Rule:** nothing else changes: the runs before the chosen one are the same, and cost the same.

**Not modelled:** stopping at a hit that is missed; there is no run to look into.
"""

from __future__ import annotations

from sim.base.compile import call1, exported, handle_of
from sim.base.memory import Buffer, copy_bytes, load64, store64
from sim.bpf.run_state import (
    PD_BYTES,
    PD_ENTRY,
    R_BUDGET,
    R_DEPTH,
    R_LEFT,
    R_PC,
    R_PENDING,
    R_PROG,
    RUN_PYTHON,
)

__all__ = ["StopAtRun"]

_WANTED = PD_BYTES
_REAL_ENTRY = PD_BYTES + 8


@exported("int64(int64)")
def stop_entry(run: int) -> int:
    """Go on as the program does, except at the start of the run that is wanted."""
    prog = load64(run + R_PROG)
    is_new = load64(run + R_LEFT) == load64(run + R_BUDGET) and load64(run + R_PC) == 0
    if is_new and load64(run + R_PENDING) == 0 and load64(run + R_DEPTH) == 0:
        wanted = load64(prog + _WANTED) - 1
        store64(prog + _WANTED, wanted)
        if wanted == 0:
            return RUN_PYTHON
    return call1(load64(prog + _REAL_ENTRY), run)


class StopAtRun:
    """The stand-in of a program's record.

    Args:
        record: The program's record.
        run_nr: Which of its runs to stop at, 1 for the first.
    """

    def __init__(self, record: int, run_nr: int) -> None:
        self._buffer = Buffer(PD_BYTES + 16)
        self.address = self._buffer.address
        copy_bytes(self.address, record, PD_BYTES)
        store64(self.address + _WANTED, run_nr)
        store64(self.address + _REAL_ENTRY, load64(record + PD_ENTRY))
        store64(self.address + PD_ENTRY, handle_of(stop_entry))

    @property
    def nr_runs_missing(self) -> int:
        """How many more runs it takes."""
        return load64(self.address + _WANTED)

    def close(self) -> None:
        """Give the memory back."""
        self._buffer.close()
