"""Statements that decide where the program goes on: jumps, loops, calls, tail calls.

**Rule:** whatever repeats itself counts down, or ends with the instruction budget.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from sim.bpf import isa
from tests.programs.arithmetic import JUMPS
from tests.programs.kernel_helpers import KernelHelpers
from tests.programs.text import s32, s64
from tests.programs.writer import (
    ADD_K,
    COUNTERS,
    FUEL,
    MOV,
    NR_COUNTERS,
    NUMBER,
    POINTER,
    POINTER_BYTES,
    RECORD,
    STX,
    Writer,
)

__all__ = ["BAD_OPCODES", "EXIT", "Flow"]

EXIT = isa.BPF_JMP | isa.BPF_EXIT
JA32 = isa.BPF_JMP32 | isa.BPF_JA
_JMP_K = isa.BPF_JMP | isa.BPF_K
_FUNC_BASE = 0xFFFFFFFF8C000000
BAD_OPCODES = ((0x8D, 0), (0x9D, 0), (0xDB, 0x10), (0xC3, 0xE0))
MAX_LEVEL = 3


class Flow(KernelHelpers, Writer):
    """Statements with control flow.

    Attributes:
        functions: Labels of the program's functions, the main one first.
        me: Which of them is being written.
        level: How deep blocks are nested here.
        anchors: Labels of this function that jumps may go to from anywhere in it.
    """

    functions: list[int]
    me: int
    level: int
    anchors: list[int]

    def block(self, nr_statements: int) -> None:
        """Write some statements."""
        raise NotImplementedError

    def leave(self) -> None:
        """Write the end of the function."""
        raise NotImplementedError

    # --- jumps ----------------------------------------------------------------------------
    def jump_if(self, label: int) -> None:
        """Jump to *label* on a condition."""
        cls = self.draw.choice((isa.BPF_JMP, isa.BPF_JMP32))
        op = self.draw.choice(JUMPS)
        dst = self.source()
        is_free = dst != 10 and dst not in self.avoid
        is_equal = is_free and self.chance(1, 4)
        if is_free and self.chance(1, 3):
            self.put_edge(dst)
        if self.chance(1, 2):
            src = self.source()
            if is_equal:
                self.text.add(MOV, dst, src)
            self.text.jump(label, cls | op | isa.BPF_X, dst, src)
        else:
            imm = self.immediate()
            if is_equal:
                upper = 0 if cls == isa.BPF_JMP else self.draw.getrandbits(32) << 32
                self.put(dst, s64(imm ^ upper))
            self.text.jump(label, cls | op | isa.BPF_K, dst, 0, imm)

    def goto(self, label: int) -> None:
        """Jump to *label*."""
        self.text.jump(label, self.draw.choice((isa.BPF_JMP | isa.BPF_JA, JA32)))

    def branch(self) -> None:
        """Write an if, with or without an else."""
        nr = self.draw.randint(0, 3)
        behind = self.text.label()
        for _ in range(self.draw.choice((1, 1, 2, 3))):
            self.jump_if(behind)
        self._nested(nr)
        if self.chance(1, 2):
            end = self.text.label()
            self.goto(end)
            self.text.place(behind)
            self._nested(self.draw.randint(0, 2))
            behind = end
        self.text.place(behind)

    def _nested(self, nr_statements: int) -> None:
        self.level += 1
        self.block(nr_statements)
        self.level -= 1

    def anywhere(self) -> None:
        """Jump to somewhere in the function, into or out of blocks."""
        label = self.draw.choice(self.anchors)
        if not self.text.is_placed(label):
            if self.chance(1, 6):
                self.goto(label)
            else:
                self.jump_if(label)
            return
        reg = self.target()
        self.load_slot(reg, FUEL)
        self.text.add(ADD_K, reg, 0, 0, -1)
        self.store_slot(FUEL, reg)
        behind = self.text.label()
        self.text.jump(behind, _JMP_K | isa.BPF_JSLT, reg, 0, 0)
        if self.chance(1, 2):
            self.goto(label)
        else:
            self.jump_if(label)
        self.text.place(behind)

    # --- loops ----------------------------------------------------------------------------
    def loop(self) -> None:
        """Write a loop that counts in a register, or in the frame."""
        free = [reg for reg in range(6, 10) if reg not in self.avoid]
        nr = self.draw.choice((1, 1, 2, 3, 5, 9, 20))
        if self.chance(2, 3) and len(free) > 2:
            self._loop_in_register(self.draw.choice(free), nr)
        else:
            self._loop_in_frame(COUNTERS - 8 * min(self.level, NR_COUNTERS - 1), nr)

    def _loop_in_register(self, reg: int, nr: int) -> None:
        is_up = self.chance(1, 3)
        cls = self.draw.choice((isa.BPF_JMP, isa.BPF_JMP32))
        top = self.text.label()
        self.put(reg, 0 if is_up else nr)
        self.avoid.add(reg)
        self.text.place(top)
        self._nested(self.draw.randint(1, 3))
        self.avoid.remove(reg)
        if is_up:
            self.text.add(ADD_K, reg, 0, 0, 1)
            op = self.draw.choice((isa.BPF_JLT, isa.BPF_JSLT))
            self.text.jump(top, cls | op | isa.BPF_K, reg, 0, nr)
        else:
            self.text.add(isa.BPF_ALU64 | isa.BPF_SUB | isa.BPF_K, reg, 0, 0, 1)
            op = self.draw.choice((isa.BPF_JSGT, isa.BPF_JNE))
            self.text.jump(top, cls | op | isa.BPF_K, reg, 0, 0)

    def _loop_in_frame(self, slot: int, nr: int) -> None:
        top = self.text.label()
        self.set_slot(slot, nr)
        self.text.place(top)
        self._nested(self.draw.randint(1, 3))
        reg = self.target()
        self.load_slot(reg, slot)
        self.text.add(ADD_K, reg, 0, 0, -1)
        self.store_slot(slot, reg)
        self.text.jump(top, _JMP_K | isa.BPF_JSGT, reg, 0, 0)

    # --- calls ----------------------------------------------------------------------------
    def callee(self) -> int | None:
        """Return the label of a function that this one may call."""
        later = self.functions[self.me + 1 :]
        if self.chance(1, 40):
            return self.draw.choice(self.functions)
        return self.draw.choice(later) if later else None

    def call(self) -> None:
        """Call one of the program's own functions."""
        label = self.callee()
        if label is None:
            return
        self.put(1, self.draw.randint(0, 6))
        self.data_pointer(2, POINTER_BYTES)
        self.text.call(label)

    def recurse(self) -> None:
        """Call the function itself, a number of times that its caller decides."""
        if self.me == 0:
            return
        reg = self.draw.choice((1, self.target()))
        behind = self.text.label()
        self.load_slot(reg, NUMBER)
        self.text.add(ADD_K, reg, 0, 0, -1)
        if not self.chance(1, 12):
            self.text.jump(behind, _JMP_K | isa.BPF_JSLT, reg, 0, 0)
        if reg != 1:
            self.text.add(isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_X, 1, reg)
        self.data_pointer(2, POINTER_BYTES)
        self.text.call(self.functions[self.me])
        self.text.place(behind)

    def bpf_loop(self) -> None:
        """Call bpf_loop."""
        label = self.callee()
        if label is None:
            return
        self.data_pointer(3, POINTER_BYTES)
        if self.chance(1, 10):
            edges = (1 << 23, (1 << 23) + 1, 0xFFFFFFFF, 1 << 31, (5 << 32) | 2, -1, 100)
            self.put(1, self.draw.choice(edges))
        else:
            self.put(1, self.draw.choice((0, 1, 2, 3, 4, 6)))
        self.put(4, self.draw.choice((1, -1, 1 << 32)) if self.chance(1, 16) else 0)
        self.text.function(2, label)
        if self.chance(1, 40):
            self._spoil_callback()
        self.helper(181)

    def each(self) -> None:
        """Call bpf_for_each_map_elem."""
        label = self.callee()
        if label is None:
            return
        self.data_pointer(3, POINTER_BYTES)
        names = ("array", "wide_array", "hash", "wide_hash", "percpu_hash", "percpu_array", "ring")
        self.map_into(1, self.draw.choice(names))
        self.put(4, 1 if self.chance(1, 16) else 0)
        self.text.function(2, label)
        if self.chance(1, 40):
            self._spoil_callback()
        self.helper(164)

    def drain(self) -> None:
        """Call bpf_user_ringbuf_drain."""
        label = self.callee()
        if label is None:
            return
        self.data_pointer(3, POINTER_BYTES)
        self.map_into(1, self.draw.choice(("user_ring",) * 6 + ("ring",)))
        self.put(4, self.draw.choice((0, 0, 0, 1, 2, 4)))
        self.text.function(2, label)
        self.helper(209)

    def _spoil_callback(self) -> None:
        """Make R2 something that is no function of the program."""
        how = self.draw.randrange(4)
        if how == 0:
            self.text.add(ADD_K, 2, 0, 0, self.draw.choice((1, 4, 8, -8)))
        elif how == 1:
            self.put_edge(2)
        else:
            slot = self.draw.choice((0, 1, 5, 1 << 20, -1))
            self.text.wide(2, s64(_FUNC_BASE + 8 * slot))

    def tail_call(self) -> None:
        """Start another program."""
        slots = self.options.slots
        filled = [at for at, program in enumerate(slots) if program is not None]
        index = self.draw.choice(filled)
        how = self.draw.randrange(8)
        if how == 0:
            index = self.draw.choice((len(slots), -1, 1 << 20))
        elif how == 1:
            index |= self.draw.getrandbits(31) << 32
        elif how == 2:
            index = self.draw.randrange(len(slots))
        behind = self.text.label()
        if self.chance(1, 2):
            self.jump_if(behind)
        self.text.wide(1, s64(self.places.ctx))
        self.map_into(2, "array" if self.chance(1, 16) else "programs")
        self.put(3, index)
        self.helper(12)
        self.text.place(behind)

    # --- packets, exits, faults -----------------------------------------------------------
    def packet(self) -> None:
        """Load from the packet; beyond its end, that ends the function."""
        size, nr_bytes = self.draw.choice(((isa.BPF_B, 1), (isa.BPF_H, 2), (isa.BPF_W, 4)))
        room = self.options.packet_bytes - nr_bytes
        at = self.draw.randint(0, max(room, 0))
        if self.chance(1, 12):
            at = self.draw.choice((-1, room + 1, 1 << 20, -(1 << 31)))
        if self.chance(1, 2):
            self.text.add(isa.BPF_LD | isa.BPF_ABS | size, 0, 0, 0, at)
            return
        imm = self.immediate()
        reg = self.target()
        self.put(reg, s64(at - imm) if self.chance(1, 2) else s32(at - imm))
        self.text.add(isa.BPF_LD | isa.BPF_IND | size, 0, reg, 0, imm)

    def early_exit(self) -> None:
        """End the function, on a condition."""
        behind = self.text.label()
        self.jump_if(behind)
        self.leave()
        self.text.place(behind)

    def bad_opcode(self) -> None:
        """Write an instruction that does not exist: a fault."""
        opcode, imm = self.draw.choice(BAD_OPCODES)
        behind = self.text.label()
        self.jump_if(behind)
        self.text.add(opcode, 10 if opcode & 7 == 3 else 0, 1, -8 if opcode & 7 == 3 else 0, imm)
        self.text.place(behind)

    # --- a function's beginning and end ---------------------------------------------------
    def enter(self) -> None:
        """Write the beginning of a function: the slots of its frame."""
        if self.me == 0:
            self.text.add(STX | isa.BPF_DW, 10, 1, -8)
            reg = self.target(1)
            self.text.wide(reg, s64(self.places.ctx))
            self.store_slot(POINTER, reg)
            self.set_slot(NUMBER, 0)
        else:
            self.store_slot(POINTER, 2)
            self.store_slot(NUMBER, 1)
        self.set_slot(FUEL, self.draw.randint(0, 6))
        self.set_slot(RECORD, 0)

    def keep_registers(self) -> None:
        """Store R0 to R9 where the comparison sees them."""
        for reg in range(10):
            self.text.add(STX | isa.BPF_DW, 10, reg, -80 + 8 * reg)
