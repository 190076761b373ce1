"""One instruction at a time, with the interpreter that runs whole programs.

A copy of the program in which every instruction but one is none that exists: the interpreter does
the one, and stops at the next. So there is no second interpreter, and no check in the first.

**Rule:** a step is one instruction, with all that the helper it calls does, waits included.

**Not modelled:** what other CPUs do while a helper waits: only this run goes on.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.base.errors import InternalError
from sim.base.memory import Buffer, copy_bytes, fill_bytes, load8, load64, store64
from sim.bpf.interp import FAULT_OPCODE, interp
from sim.bpf.isa import INSN_BYTES, LDIMM64
from sim.bpf.run_state import (
    PD_INSNS,
    PD_NR_INSNS,
    R_FAULT,
    R_LEFT,
    R_NOW,
    R_PC,
    R_PROG,
    R_WAIT_NS,
    RUN_EXIT,
    RUN_FAULT,
    RUN_PYTHON,
    RUN_SUSPENDED,
    RUN_WAIT,
)

__all__ = ["Stepper"]


class Stepper:
    """Steps through a run.

    Args:
        run: Host address of the run state, at the start of a run.
        python: Does the helper that the run asks Python for.
    """

    def __init__(self, run: int, python: Callable[[], None]) -> None:
        self._run = run
        self._python = python
        self._copies: dict[int, Buffer] = {}

    def step(self) -> bool:
        """Do one instruction; return whether it was the program's last.

        Raises:
            InternalError: A verified program did what none may.
        """
        prog = load64(self._run + R_PROG)
        insns = load64(prog + PD_INSNS)
        copy = self._copy(prog)
        at = INSN_BYTES * load64(self._run + R_PC)
        nr_bytes = (2 if load8(insns + at) == LDIMM64 else 1) * INSN_BYTES
        copy_bytes(copy + at, insns + at, nr_bytes)
        store64(prog + PD_INSNS, copy)
        try:
            status = self._until_stopped()
        finally:
            store64(prog + PD_INSNS, insns)
            fill_bytes(copy + at, 0, nr_bytes)
        if status == RUN_FAULT:
            self._take_back(prog)
        return status == RUN_EXIT

    def _copy(self, prog: int) -> int:
        if prog not in self._copies:
            self._copies[prog] = Buffer(INSN_BYTES * (load64(prog + PD_NR_INSNS) + 1))
        return self._copies[prog].address

    def _until_stopped(self) -> int:
        while True:
            status = interp(self._run)
            if status == RUN_WAIT:
                now = load64(self._run + R_NOW) + load64(self._run + R_WAIT_NS)
                store64(self._run + R_NOW, now)
            elif status == RUN_PYTHON:
                self._python()
            elif status != RUN_SUSPENDED:
                return status

    def _take_back(self, prog: int) -> None:
        """Undo the fetch of the instruction that is not in the copy."""
        why = load64(self._run + R_FAULT)
        if why != FAULT_OPCODE:
            raise InternalError(f"a verified program went wrong: fault {why}")
        store64(self._run + R_FAULT, 0)
        store64(self._run + R_PC, load64(self._run + R_PC) - 1)
        store64(self._run + R_LEFT, load64(self._run + R_LEFT) + 1)

    def close(self) -> None:
        """Give the copies back."""
        for copy in self._copies.values():
            copy.close()
