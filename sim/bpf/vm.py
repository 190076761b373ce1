"""A BPF machine of its own: memory, maps, helpers and one run state, no kernel and no clock.

It runs a program as ``BPF_PROG_TEST_RUN`` would, but unverified, as RFC 9669 says: R1 points at
the memory given, R2 holds its length, all other registers are 0, R10 is the top of the first of
eight stack frames. Every access is looked up in the page table: pages hold the memory, which ends
where a page ends, and the stack; what lies before and behind is not there.

**Rule:** time stands at 0, everything is CPU 0's, and whatever a helper wants to wait for is free.

**Not modelled:** kfuncs; symbols of functions, of which there are none.
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.base.errors import VmFault
from sim.base.memory import Buffer, load64, store64
from sim.bpf import run_state as r
from sim.bpf.btf import Btf
from sim.bpf.helpers import helper_table
from sim.bpf.helpers.text import RegionMemory, do_in_python
from sim.bpf.interp import FAULT_ACCESS, FAULTS
from sim.bpf.maps.create import Maps
from sim.bpf.program import Code, reset_run, run_program, start_run
from sim.bpf.region import (
    DIRECT_MAP_BASE,
    MAP_STRUCT_BASE,
    USER_BASE,
    VMALLOC_BASE,
    Region,
    signed_address,
)

__all__ = ["Outcome", "Vm"]

_M64 = (1 << 64) - 1


@dataclass(frozen=True)
class Outcome:
    """What a run came to.

    Attributes:
        r0: The result, unsigned.
        nr_insns: How many instructions it had.
        memory: The memory given, as the program left it.
    """

    r0: int
    nr_insns: int
    memory: bytes


class Vm:
    """A machine; close it, or use it as a context manager.

    Args:
        engine: ``"jit"`` or ``"interp"``.
        budget: Instructions that a run may have.

    Attributes:
        btf: Types that helpers may show objects by.
    """

    def __init__(self, engine: str = "jit", *, budget: int = r.INSN_BUDGET) -> None:
        self.engine = engine
        self.kernel = Region(DIRECT_MAP_BASE, MAP_STRUCT_BASE, VMALLOC_BASE)
        self.user = Region(USER_BASE)
        self.maps = Maps(self.kernel, 1, 1)
        self.memory = RegionMemory(self.kernel, self.user, lambda _address: None)
        self.btf: Btf | None = None
        self.printed: list[bytes] = []
        self._buffers = [Buffer(8 * r.NR_COUNTS), helper_table(), Buffer(r.RUN_BYTES)]
        prices, helpers, run = self._buffers
        self.run_state = run.address
        stack = self.kernel.alloc_guarded(VMALLOC_BASE, r.MAX_FRAMES * r.STACK_BYTES)
        for offset, value in (
            (r.R_STACK, signed_address(stack + r.MAX_FRAMES * r.STACK_BYTES)),
            (r.R_BASE, self.kernel.base),
            (r.R_PAGES, self.kernel.table),
            (r.R_USER_BASE, self.user.base),
            (r.R_USER_PAGES, self.user.table),
            (r.R_HELPERS, helpers.address),
            (r.R_PRICES, prices.address),
            (r.R_MAPS, self.maps.address),
            (r.R_NR_CPUS, 1),
            (r.R_COMM, signed_address(self.kernel.alloc(DIRECT_MAP_BASE, 16))),
            (r.R_BUDGET, budget),
            (r.R_CHECKED, 1),
            (r.R_SEED, 1),
            (r.R_JIFFY_NS, 4_000_000),
        ):
            store64(self.run_state + offset, value)

    def test_run(self, insns: bytes, memory: bytes = b"") -> Outcome:
        """Run a well-formed program once.

        Args:
            insns: The program; maps and symbols are addresses already.
            memory: What R1 points at; R1 and R2 are 0 when it is empty.

        Raises:
            VmFault: It did what no verified program does.
        """
        run = self.run_state
        code = Code(insns, self.engine, is_checked=True)
        at = self.kernel.alloc_guarded(DIRECT_MAP_BASE, len(memory)) if memory else 0
        self.kernel.write(at, memory)
        reset_run(run)
        start_run(run, code.address, signed_address(at))
        store64(run + r.R_REGS + 16, len(memory))
        store64(run + r.R_PACKET, signed_address(at))
        store64(run + r.R_PACKET_BYTES, len(memory))
        store64(run + r.R_NR_MAPS, self.maps.nr_maps)
        try:
            status = run_program(run)
            while status in (r.RUN_SUSPENDED, r.RUN_WAIT, r.RUN_PYTHON):
                if status == r.RUN_PYTHON:
                    do_in_python(run, self)
                status = run_program(run)
            if status != r.RUN_EXIT:
                raise self._fault()
        finally:
            code.close()
        nr_insns = load64(run + r.R_BUDGET) - load64(run + r.R_LEFT)
        after = self.kernel.read(at, len(memory))
        return Outcome(load64(run + r.R_REGS) & _M64, nr_insns, after)

    def _fault(self) -> VmFault:
        run = self.run_state
        insn_idx = load64(run + r.R_PC) - 1
        why = load64(run + r.R_FAULT)
        reason = ""
        if why == FAULT_ACCESS:
            reason = f"nothing is mapped at {load64(run + r.R_SCRATCH) & _M64:#x}"
        return VmFault(f"the program {FAULTS[why]}", where=f"insn {insn_idx}", reason=reason)

    def address_of(self, name: str) -> int:
        """Return 0: there are no functions."""
        return 0

    def trace(self, run: int, text: bytes) -> None:
        """Keep what a program prints."""
        self.printed.append(text)

    def close(self) -> None:
        """Give all memory back."""
        self.maps.close()
        self.kernel.close()
        self.user.close()
        for buffer in self._buffers:
            buffer.close()

    def __enter__(self) -> Vm:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
