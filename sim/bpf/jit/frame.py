"""The frame around a program's blocks: entry, exits, faults, suspensions, the counting.

**Rule:** whatever leaves stores what the interpreter would have stored; only at the exit of the
program are R1–R10 dead, and not stored.

**Not modelled:** nothing.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf import run_state as r
from sim.bpf.interp import FAULT_BUDGET
from sim.bpf.jit.flow import Flow
from sim.bpf.jit.ir import Ir

__all__ = ["Frame"]

NR_REGS = isa.MAX_BPF_REG


class Frame:
    """Writes what surrounds the instructions, and keeps track of the block at hand.

    Attributes:
        pc: Slot behind the instruction at hand.
        done: Instructions of this block not taken off ``%left`` yet, the one at hand included.
        constants: What registers are known to hold, by ldimm64 in this block.
    """

    def __init__(
        self, flow: Flow, is_checked: bool, map_types: dict[int, int], natives: dict[str, int]
    ) -> None:
        self.flow = flow
        self.is_checked = is_checked
        self.map_types = map_types
        self.natives = natives
        self.ir = Ir()
        self.pc = 0
        self.done = 0
        self.constants: dict[int, int] = {}

    # --- blocks ---------------------------------------------------------------------------
    def begin_block(self) -> None:
        """Start counting a block's instructions."""
        self.done = 0
        self.constants.clear()

    def end_block(self) -> None:
        """Take the block's instructions off ``%left``."""
        if self.done:
            self.ir.set("left", self.left())
            self.done = 0

    def left(self) -> str:
        """Return how many instructions are left behind the one at hand."""
        left = self.ir.get("left")
        return self.ir.value(f"sub i64 {left}, {self.done}") if self.done else left

    def forget(self, reg: int) -> None:
        """A register gets a value that is not known here."""
        self.constants.pop(reg, None)

    def support(self, name: str, *args: str) -> str:
        """Call a function of `sim.bpf.jit.support`."""
        return self.ir.call(self.natives[name], args)

    # --- counts ---------------------------------------------------------------------------
    def count(self, what: int, quantity: str = "1") -> None:
        """Count something, as `sim.bpf.run_state.count` does."""
        self.ir.add("%run", r.R_COUNTS + 8 * what, quantity)
        at = self.ir.at("%run", r.R_TOUCHED)
        touched = self.ir.value(f"load i64, ptr {at}, align 1")
        bit = self.ir.value(f"or i64 {touched}, {1 << what}")
        # volatile: LLVM would write one byte only, and who reads the word next would wait for it
        self.ir.do(f"store volatile i64 {bit}, ptr {at}, align 1")

    # --- ways out -------------------------------------------------------------------------
    def leave(self, status: int, pc: int | str) -> bool:
        """Store everything and return *status*; ends the block."""
        self.ir.set("out.left", self.left())
        self.ir.set("out.pc", str(pc))
        self.ir.set("out.status", str(status))
        self.ir.jump("out")
        return False

    def fault(self, why: int, pc: int | str | None = None) -> bool:
        """Fault at the instruction at hand; ends the block."""
        self.ir.store("%run", r.R_FAULT, str(why))
        return self.leave(r.RUN_FAULT, self.pc if pc is None else pc)

    def fault_unless(self, condition: str, why: int, pc: int | str | None = None) -> None:
        """Fault at the instruction at hand unless *condition* holds."""
        good, bad = self.ir.new_label("good"), self.ir.new_label("bad")
        self.ir.branch(condition, good, bad)
        self.ir.label(bad)
        self.fault(why, pc)
        self.ir.label(good)

    def check_budget(self, pc: int | str) -> None:
        """Fault when more instructions have been done than the run may have."""
        within = self.ir.value(f"icmp sge i64 {self.left()}, 0")
        self.fault_unless(within, FAULT_BUDGET, pc)

    # --- the surroundings -----------------------------------------------------------------
    def load_regs(self, regs: range = range(NR_REGS)) -> None:
        """Take registers over from the run state."""
        for reg in regs:
            self.ir.set(f"r{reg}", self.ir.load("%run", r.R_REGS + 8 * reg))

    def store_regs(self, regs: range = range(NR_REGS)) -> None:
        """Put registers into the run state."""
        for reg in regs:
            self.ir.store("%run", r.R_REGS + 8 * reg, self.ir.get(f"r{reg}"))

    def prologue(self, name: str) -> None:
        """Begin the function: take the run's state over, and go to where the run is."""
        ir = self.ir
        for bits in (16, 32, 64):
            ir.lines.append(f"declare i{bits} @llvm.bswap.i{bits}(i{bits})")
        ir.lines.append(f"define i64 @{name}(ptr noalias %run) nounwind {{")
        ir.label("entry")
        for slot in (*(f"r{reg}" for reg in range(16)), "left", "out.left", "out.pc", "out.status"):
            ir.do(f"%{slot} = alloca i64")
        ir.do("%run.i = ptrtoint ptr %run to i64")
        for pointer, offset in (("base", r.R_BASE), ("pages", r.R_PAGES)):
            ir.do(f"%{pointer} = inttoptr i64 {ir.load('%run', offset)} to ptr")
        ir.do(f"%prog = {self._load_text(r.R_PROG)}")
        if self.flow.resumes:
            self._resume()
        self.load_regs()
        self._take_left()
        ir.jump("L0")

    def _load_text(self, offset: int) -> str:
        return f"load i64, ptr {self.ir.at('%run', offset)}, align 1"

    def _take_left(self) -> None:
        self.ir.set("left", self.ir.load("%run", r.R_LEFT))

    def _resume(self) -> None:
        """Unless the run is at its start: do what it waits for, and go on behind that."""
        ir = self.ir
        pc = ir.load("%run", r.R_PC)
        ir.branch(ir.value(f"icmp eq i64 {pc}, 0"), "fresh", "again")
        ir.label("again")
        pending = ir.load("%run", r.R_PENDING)
        ir.branch(ir.value(f"icmp eq i64 {pending}, 0"), "resume", "pending")
        ir.label("pending")
        status = self.support("finish_pending", "%run.i")
        ir.branch(ir.value(f"icmp eq i64 {status}, {r.RUN_EXIT}"), "resume", "wait")
        ir.label("wait")
        ir.do(f"ret i64 {status}")
        ir.label("resume")
        self.load_regs()
        self._take_left()
        ir.switch(pc, "nowhere", {at: f"L{at}" for at in sorted(self.flow.resumes)})
        ir.label("nowhere")
        ir.do("unreachable")
        ir.label("fresh")

    def epilogue(self) -> None:
        """End the function: the ways out that all blocks share."""
        ir = self.ir
        ir.label("out")
        self.store_regs()
        ir.store("%run", r.R_PC, ir.get("out.pc"))
        ir.store("%run", r.R_LEFT, ir.get("out.left"))
        ir.do(f"ret i64 {ir.get('out.status')}")
        ir.lines.append("}")
