"""Calls as LLVM IR: helpers, the program's own functions, callbacks, tail calls, exits.

Array lookups and bpf_loop are inlined, as the kernel's verifier does it.

**Rule:** R1–R5 survive a helper call here as they do in the interpreter.

**Not modelled:** kfuncs.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf import run_state as r
from sim.bpf.helpers import HELPERS, Helper
from sim.bpf.helpers.table import HELPER_BYTES, KIND_CALLBACK, KIND_PLAIN, KIND_TAIL_CALL
from sim.bpf.interp import FAULT_BUDGET, FAULT_DEPTH, FAULT_HELPER
from sim.bpf.isa import Insn
from sim.bpf.jit.frame import Frame
from sim.bpf.jit.inline import BPF_LOOP, array_lookup, bpf_loop, loop_body
from sim.bpf.maps.layout import MapType, map_index

__all__ = ["Calls"]

_MAP_LOOKUP = 1


class Calls(Frame):
    """Writes what calls, and what ends a function."""

    def call(self, insn: Insn) -> bool:
        """Translate a call; say whether the block goes on behind it."""
        if insn.src_reg == isa.BPF_PSEUDO_CALL:
            return self._call_function(insn)
        helper = HELPERS.get(insn.imm) if insn.src_reg == 0 else None
        if helper is None:
            return self.fault(FAULT_HELPER)
        if helper.kind == KIND_PLAIN:
            self._call_helper(helper)
            return True
        if helper.kind == KIND_CALLBACK:
            return self._call_back(helper)
        if helper.kind == KIND_TAIL_CALL:
            return self._tail_call()
        self.ir.store("%run", r.R_PENDING, str(insn.imm))
        self.ir.store("%run", r.R_HPHASE, "0")
        return self.leave(r.RUN_SUSPENDED, self.pc)

    # --- helpers --------------------------------------------------------------------------
    def _call_helper(self, helper: Helper) -> None:
        if helper.reads_counts:
            self.ir.store("%run", r.R_LEFT, self.left())
        index = map_index(self.constants.get(1, 0))
        if helper.id == _MAP_LOOKUP and index is not None:
            if self.map_types.get(index) == MapType.BPF_MAP_TYPE_ARRAY:
                array_lookup(self, index, lambda: self._call_native(helper))
                self.forget(0)
                return
        self.ir.set("r0", self._call_native(helper))
        self.forget(0)

    def _call_native(self, helper: Helper) -> str:
        self.store_regs(range(1, 1 + helper.nr_args))
        return self.ir.call(self.natives[helper.name], ["%run.i"])

    def _leave_far(self, pc: str) -> None:
        """Leave for another program; the run state has all registers."""
        ir = self.ir
        left = ir.get("left")
        ir.store("%run", r.R_PC, pc)
        ir.store("%run", r.R_LEFT, left)
        ir.branch(ir.value(f"icmp sge i64 {left}, 0"), "far", "far.fault")
        ir.label("far")
        ir.do(f"ret i64 {r.RUN_JUMP}")
        ir.label("far.fault")
        ir.store("%run", r.R_FAULT, str(FAULT_BUDGET))
        ir.do(f"ret i64 {r.RUN_FAULT}")

    # --- callbacks ------------------------------------------------------------------------
    def _call_back(self, helper: Helper) -> bool:
        if helper.id == BPF_LOOP:
            bpf_loop(self)
            return False
        ir = self.ir
        self.end_block()
        ir.store("%run", r.R_LEFT, ir.get("left"))
        self.store_regs()
        table = ir.load("%run", r.R_HELPERS)
        at = ir.value(f"add i64 {table}, {helper.id * HELPER_BYTES}")
        pc = self.support("call_back", "%run.i", str(self.pc), at)
        self.load_regs()
        called = ir.value(f"icmp sge i64 {pc}, 0")
        good, bad = ir.new_label("called"), ir.new_label("refused")
        ir.branch(called, good, bad)
        ir.label(bad)
        ir.store("%run", r.R_FAULT, ir.value(f"sub i64 0, {pc}"))
        self.leave(r.RUN_FAULT, self.pc)
        ir.label(good)
        self._go_on(pc)
        return False

    def _ask_again(self) -> None:
        """A callback has returned: let its helper say what comes next."""
        self.store_regs()
        pc = self.support("returned", "%run.i")
        self.load_regs()
        self._go_on(pc)

    def _go_on(self, pc: str) -> None:
        """Go to a callback, or behind the call of the helper."""
        self.check_budget(pc)
        slots = sorted(self.flow.functions | set(self.flow.after_callbacks))
        self.ir.switch(pc, "return.nowhere", {at: f"L{at}" for at in slots})

    def _tail_call(self) -> bool:
        ir = self.ir
        self.store_regs(range(1, 4))
        there = ir.value(f"icmp ne i64 {self.support('tail_call', '%run.i')}, 0")
        jump, on = ir.new_label("tail"), ir.new_label("fallthrough")
        ir.branch(there, jump, on)
        ir.label(jump)
        self.check_budget(0)
        self.leave(r.RUN_JUMP, 0)
        ir.label(on)
        return True

    # --- the program's own functions ------------------------------------------------------
    def frame_at(self, depth: str) -> str:
        """Return the pointer of the frame at *depth*."""
        offset = self.ir.value(f"mul i64 {depth}, {r.FRAME_BYTES}")
        return self.ir.at(self.ir.at("%run", r.R_FRAMES), offset)

    def innermost(self) -> tuple[str, str]:
        """Return the pointer of the innermost frame, and the depth without it."""
        inner = self.ir.value(f"sub i64 {self.ir.load('%run', r.R_DEPTH)}, 1")
        return self.frame_at(inner), inner

    def push(self, step: str) -> str:
        """Push a frame, or fault; return its pointer."""
        ir = self.ir
        depth = ir.load("%run", r.R_DEPTH)
        deeper = ir.value(f"add i64 {depth}, 1")
        self.fault_unless(ir.value(f"icmp slt i64 {deeper}, {r.MAX_FRAMES}"), FAULT_DEPTH)
        frame = self.frame_at(depth)
        for i in range(4):
            ir.store(frame, 8 * i, ir.get(f"r{6 + i}"))
        for offset, value in (
            (r.F_PC, str(self.pc)),
            (r.F_R10, ir.get("r10")),
            (r.F_PROG, "%prog"),
            (r.F_STEP, step),
        ):
            ir.store(frame, offset, value)
        ir.set("r10", ir.value(f"sub i64 {ir.get('r10')}, {r.STACK_BYTES}"))
        ir.store("%run", r.R_DEPTH, deeper)
        return frame

    def pop(self, frame: str, depth: str) -> None:
        """Give the caller its registers back."""
        ir = self.ir
        for i in range(4):
            ir.set(f"r{6 + i}", ir.load(frame, 8 * i))
        ir.set("r10", ir.load(frame, r.F_R10))
        ir.store("%run", r.R_DEPTH, depth)

    def _call_function(self, insn: Insn) -> bool:
        self.check_budget(self.pc)
        self.push("0")
        self.end_block()
        self.ir.jump(f"L{self.pc + insn.imm}")
        return False

    def exit(self) -> bool:
        """Translate an exit: of the program, or of a function."""
        ir = self.ir
        self.end_block()
        depth = ir.load("%run", r.R_DEPTH)
        ir.branch(ir.value(f"icmp eq i64 {depth}, 0"), "exit", "return")
        return False

    def epilogue(self) -> None:
        """Write the exits that all blocks share."""
        ir = self.ir
        self.done = 0
        ir.label("exit")
        ir.store("%run", r.R_REGS, ir.get("r0"))
        ir.store("%run", r.R_LEFT, ir.get("left"))
        ir.do(f"ret i64 {r.RUN_EXIT}")
        ir.label("return")
        self._return()
        super().epilogue()

    def _return(self) -> None:
        """Go on behind the call that made the innermost frame, in this program or in another."""
        ir = self.ir
        frame, inner = self.innermost()
        mine = ir.value(f"icmp eq i64 {ir.load(frame, r.F_PROG)}, %prog")
        ir.branch(mine, "return.mine", "return.far")
        ir.label("return.far")
        self.store_regs()
        self._leave_far(self.support("returned", "%run.i"))
        ir.label("return.mine")
        sites = {at: f"R{at}" for at in sorted(self.flow.returns)}
        sites |= {at: f"C{at}" for at in sorted(self.flow.after_callbacks)}
        ir.switch(ir.load(frame, r.F_PC), "return.nowhere", sites)
        for at in sorted(self.flow.returns):
            ir.label(f"R{at}")
            self.pop(frame, inner)
            self.check_budget(at)
            ir.jump(f"L{at}")
        for at, helper_id in sorted(self.flow.after_callbacks.items()):
            if helper_id == BPF_LOOP:
                loop_body(self, at)
            else:
                ir.label(f"C{at}")
                self._ask_again()
        ir.label("return.nowhere")
        ir.do("unreachable")
