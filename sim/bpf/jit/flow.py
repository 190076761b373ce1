"""A program's control flow: where blocks begin, which calls it makes, where it can be resumed.

**Rule:** the program has passed `sim.bpf.check.check_structure`; a jump out of it is an
`InternalError` here.

**Not modelled:** reachability; LLVM drops what cannot be reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sim.base.errors import InternalError
from sim.bpf import isa
from sim.bpf.helpers import HELPERS
from sim.bpf.helpers.table import (
    KIND_CALLBACK,
    KIND_PLAIN,
    KIND_TAIL_CALL,
)
from sim.bpf.isa import Insn

__all__ = ["CALL", "EXIT", "Flow", "is_packet_load", "jump_distance"]

CALL = isa.BPF_JMP | isa.BPF_CALL
EXIT = isa.BPF_JMP | isa.BPF_EXIT


def is_packet_load(opcode: int) -> bool:
    """Say whether this is a legacy load from a packet."""
    return opcode & 0xE7 in (isa.BPF_LD | isa.BPF_ABS, isa.BPF_LD | isa.BPF_IND)


def jump_distance(insn: Insn) -> int | None:
    """Return how far a jump goes, None if this is none."""
    if insn.insn_class not in (isa.BPF_JMP, isa.BPF_JMP32):
        return None
    if insn.op in (isa.BPF_CALL, isa.BPF_EXIT):
        return None
    is_long = insn.insn_class == isa.BPF_JMP32 and insn.op == isa.BPF_JA
    return insn.imm if is_long else insn.off


@dataclass
class Flow:
    """What the translator has to know before the first instruction.

    Attributes:
        insns: The slots.
        seconds: Second halves of ldimm64.
        leaders: Slots at which a block begins.
        resumes: Slots at which a run may be taken up again.
        returns: Slots behind calls of the program's own functions.
        after_callbacks: Slots behind calls of helpers that call back, and the helper's id.
        functions: Slots of functions whose address is taken.
        has_tail_calls: Whether it may start another program in one of its frames.
        has_loops: Whether it jumps backwards or has callbacks.
    """

    insns: Sequence[Insn]
    functions: frozenset[int]
    seconds: set[int] = field(default_factory=set)
    leaders: set[int] = field(default_factory=lambda: {0})
    resumes: set[int] = field(default_factory=set)
    returns: set[int] = field(default_factory=set)
    after_callbacks: dict[int, int] = field(default_factory=dict)
    has_tail_calls: bool = False
    has_loops: bool = False

    def __post_init__(self) -> None:
        # whoever falls off the end gets there what the interpreter fetches there: nothing
        self.insns = [*self.insns, Insn(0)]
        self.leaders |= self.functions
        insn_idx = 0
        while insn_idx < len(self.insns):
            insn = self.insns[insn_idx]
            if isa.is_ldimm64(insn):
                insn_idx += 1
                self.seconds.add(insn_idx)
            elif insn.opcode == CALL:
                self._call(insn, insn_idx)
            elif (distance := jump_distance(insn)) is not None:
                self.leaders |= {insn_idx + 1 + distance, insn_idx + 1}
                self.has_loops |= distance < 0
            elif insn.opcode == EXIT:
                self.leaders.add(insn_idx + 1)
            insn_idx += 1
        if self.has_tail_calls:
            self.resumes |= self.returns | set(self.after_callbacks) | self.functions
        self.leaders |= self.resumes | self.returns | set(self.after_callbacks)
        self.leaders.discard(len(self.insns))
        if bad := [at for at in self.leaders if not self._is_slot(at)]:
            raise InternalError(f"a malformed program reached the JIT: jump to slot {bad[0]}")

    def _is_slot(self, at: int) -> bool:
        return 0 <= at < len(self.insns) and at not in self.seconds

    def _call(self, insn: Insn, insn_idx: int) -> None:
        after = insn_idx + 1
        if insn.src_reg == isa.BPF_PSEUDO_CALL:
            self.leaders.add(after + insn.imm)
            self.returns.add(after)
            return
        helper = HELPERS.get(insn.imm) if insn.src_reg == 0 else None
        if helper is None:
            self.leaders.add(after)
        elif helper.kind == KIND_CALLBACK:
            self.after_callbacks[after] = insn.imm
            self.has_loops = True
        elif helper.kind == KIND_TAIL_CALL:
            self.has_tail_calls = True
        elif helper.kind != KIND_PLAIN:
            self.resumes.add(after)
