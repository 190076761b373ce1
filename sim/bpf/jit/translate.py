"""From a program to the text of one LLVM function, int64 of the run state's address.

All functions of a program are in it: a call keeps a frame in the run state and jumps, a return
switches over the slots behind calls, and a run is taken up again by a switch at the entry. So a
suspension leaves from anywhere, and nothing is lost with the native stack.

Instructions are counted by blocks: ``%left`` holds what is left behind the finished ones, and what
has been done of the present one is known here.

**Rule:** the order of checks, counts and stores is the interpreter's wherever it can be seen.

**Not modelled:** functions that LLVM could inline or call natively.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf import run_state as r
from sim.bpf.interp import (
    FAULT_ACCESS,
    FAULT_OPCODE,
)
from sim.bpf.isa import MEM_SIZE_BYTES, Insn
from sim.bpf.jit import access
from sim.bpf.jit.alu import arithmetic, compare
from sim.bpf.jit.calls import Calls
from sim.bpf.jit.flow import CALL, EXIT, Flow, is_packet_load, jump_distance

__all__ = ["NAME", "translate"]

NAME = "program"

_ATOMIC = r.COUNTS.index("map.atomic")


class _Translator(Calls):
    """Walks the slots and writes the function."""

    def run(self) -> str:
        self.prologue(NAME)
        insn_idx = 0
        is_open = False
        while insn_idx < len(self.flow.insns):
            if insn_idx in self.flow.leaders:
                if is_open:
                    self.end_block()
                    self.ir.jump(f"L{insn_idx}")
                self.ir.label(f"L{insn_idx}")
                self.begin_block()
                is_open = True
            insn = self.flow.insns[insn_idx]
            high = 0
            if isa.is_ldimm64(insn):
                high = self.flow.insns[insn_idx + 1].imm
                insn_idx += 1
            self.pc = insn_idx + 1
            self.done += 1
            if is_open:
                is_open = self._one(insn, high)
            insn_idx += 1
        self.epilogue()
        return "\n".join(self.ir.lines)

    def _one(self, insn: Insn, high: int) -> bool:
        """Translate one instruction; say whether the block goes on behind it."""
        cls = insn.insn_class
        if cls in (isa.BPF_ALU, isa.BPF_ALU64):
            self.forget(insn.dst_reg)
            return arithmetic(self.ir, insn) or self.fault(FAULT_OPCODE)
        if isa.is_ldimm64(insn):
            value = high << 32 | insn.imm & 0xFFFFFFFF
            self.ir.set(f"r{insn.dst_reg}", str(value))
            self.constants[insn.dst_reg] = value & ((1 << 64) - 1)
            return True
        if cls == isa.BPF_LDX:
            return self._load(insn)
        if cls in (isa.BPF_ST, isa.BPF_STX):
            return self._store(insn)
        if insn.opcode == CALL:
            return self.call(insn)
        if insn.opcode == EXIT:
            return self.exit()
        if is_packet_load(insn.opcode):
            return self._packet_load(insn)
        distance = jump_distance(insn)
        if distance is None:
            return self.fault(FAULT_OPCODE)
        return self._jump(insn, distance)

    def _load(self, insn: Insn) -> bool:
        ir = self.ir
        self.forget(insn.dst_reg)
        address = access.address_of(ir, insn.src_reg, insn.off)
        if insn.mode == access.BPF_PROBE_MEM:
            self._probing_load(insn, address)
            return True
        if insn.mode not in (isa.BPF_MEM, isa.BPF_MEMSX):
            return self.fault(FAULT_OPCODE)
        self._check(insn, address)
        ir.set(f"r{insn.dst_reg}", access.load(ir, insn, address))
        return True

    def _probing_load(self, insn: Insn, address: str) -> None:
        ir = self.ir
        yes, no, done = (ir.new_label(stem) for stem in ("there", "zero", "probed"))
        ir.branch(self._is_there(insn, address), yes, no)
        ir.label(yes)
        ir.set(f"r{insn.dst_reg}", access.load(ir, insn, address))
        ir.jump(done)
        ir.label(no)
        ir.set(f"r{insn.dst_reg}", "0")
        ir.jump(done)
        ir.label(done)

    def _store(self, insn: Insn) -> bool:
        ir = self.ir
        address = access.address_of(ir, insn.dst_reg, insn.off)
        self._check(insn, address)
        if insn.insn_class == isa.BPF_ST or insn.mode == isa.BPF_MEM:
            access.store(ir, insn, address)
            return True
        self.count(_ATOMIC)
        self.forget(0 if insn.imm == isa.BPF_CMPXCHG else insn.src_reg)
        return access.atomic(ir, insn, address) or self.fault(FAULT_OPCODE)

    def _is_there(self, insn: Insn, address: str) -> str:
        nr_bytes = MEM_SIZE_BYTES[insn.size]
        slow = lambda: self.support("is_there", "%run.i", address, str(nr_bytes))  # noqa: E731
        return access.is_mapped_inline(self.ir, address, nr_bytes, slow)

    def _check(self, insn: Insn, address: str) -> None:
        if self.is_checked:
            self.fault_unless(self._is_there(insn, address), FAULT_ACCESS)

    def _packet_load(self, insn: Insn) -> bool:
        ir = self.ir
        index = ir.get(f"r{insn.src_reg}") if insn.mode == isa.BPF_IND else "0"
        wide = ir.value(f"add i64 {index}, {insn.imm}")
        low = ir.value(f"trunc i64 {wide} to i32")
        offset = ir.value(f"sext i32 {low} to i64")
        value = self.support("load_packet", "%run.i", str(insn.opcode), offset)
        self.forget(0)
        self.end_block()
        yes, no = ir.new_label("loaded"), ir.new_label("beyond")
        ir.branch(ir.value(f"icmp sge i64 {value}, 0"), yes, no)
        ir.label(no)
        ir.set("r0", "0")
        self.exit()
        ir.label(yes)
        ir.set("r0", value)
        return True

    def _jump(self, insn: Insn, distance: int) -> bool:
        ir = self.ir
        target = f"L{self.pc + distance}"
        behind = f"L{self.pc}"
        condition = None
        if insn.op != isa.BPF_JA:
            condition = compare(ir, insn)
            if condition is None:
                return self.fault(FAULT_OPCODE)
        self.end_block()
        taken = target
        if distance < 0:
            taken = ir.new_label("back")
        if condition is None:
            ir.jump(taken)
        else:
            ir.branch(condition, taken, behind)
        if distance < 0:
            ir.label(taken)
            self.check_budget(self.pc + distance)
            ir.jump(target)
        return False


def translate(
    flow: Flow, *, is_checked: bool, map_types: dict[int, int], natives: dict[str, int]
) -> str:
    """Return the text of the program's function, called `NAME`.

    Args:
        flow: The program.
        is_checked: Every access is looked up in the page table.
        map_types: Type of each map, by index, as far as it is known.
        natives: Machine addresses of helpers (by name) and of `sim.bpf.jit.support`.
    """
    return _Translator(flow, is_checked, map_types, natives).run()
