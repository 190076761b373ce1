"""Where the value of a register came from, by going back along a path.

**Rule:** copies, spills to fixed places of the stack, arguments of calls and sums with a pointer
are looked through; what remains is a call, a load or a computation.

**Not modelled:** stores through pointers to the stack other than R10.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.trace import Step
from sim.bpf.verifier.types import NOT_INIT, SCALAR_VALUE

if TYPE_CHECKING:
    from sim.bpf.verifier.env import Env

__all__ = ["Origin", "is_fork", "origin_of", "written_reg"]

_MOV64_X = isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_X
_LDX_DW = isa.BPF_LDX | isa.BPF_MEM | isa.BPF_DW
_STX_DW = isa.BPF_STX | isa.BPF_MEM | isa.BPF_DW


class Origin(NamedTuple):
    """The step (its index in the path, −1: none) that gave a value, and in which register."""

    step: int
    regno: int


def written_reg(insn: Insn) -> int:
    """Return the register that an instruction other than a call writes, −1 for none."""
    if insn.insn_class in (isa.BPF_ALU, isa.BPF_ALU64, isa.BPF_LDX):
        return insn.dst_reg
    if insn.insn_class == isa.BPF_LD:
        return insn.dst_reg if isa.is_ldimm64(insn) else 0
    if insn.insn_class == isa.BPF_STX and insn.mode == isa.BPF_ATOMIC and insn.imm & isa.BPF_FETCH:
        return 0 if insn.imm == isa.BPF_CMPXCHG else insn.src_reg
    return -1


def is_fork(insn: Insn) -> bool:
    """Say whether an instruction is a conditional jump."""
    if insn.insn_class not in (isa.BPF_JMP, isa.BPF_JMP32):
        return False
    return insn.op not in (isa.BPF_JA, isa.BPF_CALL, isa.BPF_EXIT)


def origin_of(env: Env, steps: Sequence[Step], regno: int) -> Origin:
    """Go back along *steps* to where the value came from that *regno* has at the last of them."""
    if not steps or regno < 0:
        return Origin(-1, regno)
    frameno, slot = steps[-1].frameno, None
    for at in range(len(steps) - 2, -1, -1):
        step = steps[at]
        if step.frameno > frameno:
            continue
        if step.frameno < frameno:
            if slot is not None or not 1 <= regno <= 5:
                return Origin(-1, regno)
            frameno = step.frameno  # an argument: look on in the caller
            continue
        insn = env.insns[step.insn_idx]
        if slot is not None:
            if insn.opcode == _STX_DW and insn.dst_reg == isa.BPF_REG_FP and insn.off == slot:
                regno, slot = insn.src_reg, None
        elif insn.opcode == isa.CALL:
            if regno <= 5:
                return Origin(at, regno)
        elif written_reg(insn) == regno:
            if insn.opcode == _MOV64_X:
                regno = insn.src_reg
            elif insn.opcode == _LDX_DW and insn.src_reg == isa.BPF_REG_FP:
                slot = insn.off
            elif not _is_pointer_sum(step, insn):
                return Origin(at, regno)
    return Origin(-1, regno)


def _is_pointer_sum(step: Step, insn: Insn) -> bool:
    is_sum = insn.insn_class == isa.BPF_ALU64 and insn.op in (isa.BPF_ADD, isa.BPF_SUB)
    return (
        is_sum
        and bool(step.regs)
        and step.regs[insn.dst_reg].type
        not in (
            SCALAR_VALUE,
            NOT_INIT,
        )
    )
