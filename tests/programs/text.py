"""A program as it is being written: instructions, and labels that jumps and calls refer to.

**Rule:** every label that something refers to must have been placed in the end.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.bpf import isa
from sim.bpf.isa import Insn

__all__ = ["NOP", "Text", "s32", "s64"]

NOP = Insn(isa.BPF_JMP | isa.BPF_JA)

_JA32 = isa.BPF_JMP32 | isa.BPF_JA


def s32(value: int) -> int:
    """Return the lower 32 bits as a signed number."""
    return ((value + (1 << 31)) & 0xFFFFFFFF) - (1 << 31)


def s64(value: int) -> int:
    """Return the lower 64 bits as a signed number."""
    return ((value + (1 << 63)) & ((1 << 64) - 1)) - (1 << 63)


@dataclass
class _Slot:
    insn: Insn
    label: int = 0  # what off, or imm where it is a call, has to reach; 0: nothing


class Text:
    """Slots so far, and where labels are."""

    def __init__(self) -> None:
        self._slots: list[_Slot] = []
        self._places: dict[int, int] = {}
        self._nr_labels = 0

    def __len__(self) -> int:
        return len(self._slots)

    def add(self, opcode: int, dst: int = 0, src: int = 0, off: int = 0, imm: int = 0) -> None:
        """Add an instruction."""
        self._slots.append(_Slot(Insn(opcode, dst, src, off, s32(imm))))

    def wide(self, dst: int, value: int, src: int = 0) -> None:
        """Add a ldimm64."""
        self.add(isa.LDIMM64, dst, src, 0, value)
        self.add(0, 0, 0, 0, value >> 32)

    def function(self, dst: int, label: int) -> None:
        """Add a ldimm64 of a function's address."""
        insn = Insn(isa.LDIMM64, dst, isa.BPF_PSEUDO_FUNC)
        self._slots.append(_Slot(insn, label))
        self.add(0)

    def call(self, label: int) -> None:
        """Add a call of one of the program's own functions."""
        insn = Insn(isa.BPF_JMP | isa.BPF_CALL, 0, isa.BPF_PSEUDO_CALL)
        self._slots.append(_Slot(insn, label))

    def jump(
        self, label: int, opcode: int = NOP.opcode, dst: int = 0, src: int = 0, imm: int = 0
    ) -> None:
        """Add a jump."""
        self._slots.append(_Slot(Insn(opcode, dst, src, 0, s32(imm)), label))

    def label(self) -> int:
        """Return a label that is nowhere yet."""
        self._nr_labels += 1
        return self._nr_labels

    def place(self, label: int) -> None:
        """Put a label before the next instruction."""
        self._places[label] = len(self._slots)

    def is_placed(self, label: int) -> bool:
        """Say whether a label has its place."""
        return label in self._places

    def _resolved(self, at: int, slot: _Slot) -> Insn:
        if not slot.label:
            return slot.insn
        distance = self._places[slot.label] - at - 1
        is_call = slot.insn.opcode == isa.BPF_JMP | isa.BPF_CALL
        if is_call or slot.insn.opcode in (_JA32, isa.LDIMM64):
            return slot.insn._replace(imm=distance)
        return slot.insn._replace(off=distance)

    def insns(self) -> bytes:
        """Return the program."""
        return isa.encode([self._resolved(at, slot) for at, slot in enumerate(self._slots)])
