"""Small damage to a program: fields changed, instructions deleted, doubled, swapped, spliced in.

**Rule:** references to maps, kernel functions and variables stay within what the program has.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from sim.bpf import isa
from sim.bpf.isa import Insn
from tests.programs.values import imm32

__all__ = ["mutated", "shifted"]

_NEARBY = (-8, -4, -2, -1, 1, 2, 4, 8)


def _is_jump(insn: Insn) -> bool:
    cls, op = insn.opcode & 7, insn.opcode & 0xF0
    return cls in (isa.BPF_JMP, isa.BPF_JMP32) and op not in (isa.BPF_CALL, isa.BPF_EXIT)


def _is_local_call(insn: Insn) -> bool:
    is_call = insn.opcode == isa.BPF_JMP | isa.BPF_CALL and insn.src_reg == isa.BPF_PSEUDO_CALL
    return is_call or (insn.opcode == isa.LDIMM64 and insn.src_reg == isa.BPF_PSEUDO_FUNC)


def shifted(insns: Sequence[Insn], at: int, by: int) -> list[Insn]:
    """Return *insns* with jumps over slot *at* longer by *by*."""
    out = []
    for index, insn in enumerate(insns):
        is_off, is_imm = _is_jump(insn), _is_local_call(insn)
        distance = insn.off if is_off else insn.imm
        to = index + 1 + distance
        if (is_off or is_imm) and (index < at) != (to <= at):
            change = by if index < at else -by
            field = "off" if is_off else "imm"
            insn = insn._replace(
                **{field: _s16(distance + change) if is_off else distance + change}
            )
        out.append(insn)
    return out


def _s16(number: int) -> int:
    return ((number + 32768) & 65535) - 32768


def _field(draw: random.Random, insns: list[Insn]) -> list[Insn]:
    at = draw.randrange(len(insns))
    insn = insns[at]
    how = draw.randrange(8)
    if how < 2:
        insn = insn._replace(dst_reg=draw.choice((draw.randrange(11), insn.src_reg & 15)))
    elif how < 4 and not (insn.opcode == isa.LDIMM64 or insn.opcode == isa.BPF_JMP | isa.BPF_CALL):
        insn = insn._replace(src_reg=draw.randrange(11))
    elif how == 4 and insn.opcode != 0:
        insn = insn._replace(off=_s16(insn.off + draw.choice(_NEARBY)))
    elif how == 5 and insn.opcode:
        number = insn.imm + draw.choice(_NEARBY) if draw.randrange(2) else imm32(draw)
        insn = insn._replace(imm=((number + (1 << 31)) & 0xFFFFFFFF) - (1 << 31))
    elif how == 6:
        insn = insn._replace(opcode=insn.opcode ^ (1 << draw.randrange(3, 8)))
    else:
        insn = insn._replace(opcode=_other_opcode(draw, insn.opcode))
    return [*insns[:at], insn, *insns[at + 1 :]]


def _other_opcode(draw: random.Random, opcode: int) -> int:
    cls = opcode & 7
    if cls in (isa.BPF_ALU, isa.BPF_ALU64, isa.BPF_JMP, isa.BPF_JMP32):
        if draw.randrange(4) == 0:
            return opcode ^ 3  # the same of 32 bits, or of 64
        return (opcode & 0x0F) | draw.randrange(14) << 4
    return (opcode & ~0x18) | draw.randrange(4) << 3


def _delete(draw: random.Random, insns: list[Insn]) -> list[Insn]:
    at = draw.randrange(len(insns))
    nr = 2 if insns[at].opcode == isa.LDIMM64 else 1
    base = shifted(insns, at, -nr) if draw.randrange(4) else insns
    return [*base[:at], *base[at + nr :]]


def _double(draw: random.Random, insns: list[Insn]) -> list[Insn]:
    at, to = draw.randrange(len(insns)), draw.randrange(len(insns))
    if insns[at].opcode in (isa.LDIMM64, 0):
        return insns
    base = shifted(insns, to, 1) if draw.randrange(4) else insns
    return [*base[:to], insns[at], *base[to:]]


def _swap(draw: random.Random, insns: list[Insn]) -> list[Insn]:
    at = draw.randrange(len(insns) - 1)
    out = list(insns)
    out[at], out[at + 1] = out[at + 1], out[at]
    return out


_WAYS: tuple[Callable[[random.Random, list[Insn]], list[Insn]], ...] = (
    *(_field, _field, _field, _field, _delete, _delete, _double, _swap),
)


def mutated(draw: random.Random, insns: list[Insn]) -> list[Insn]:
    """Return *insns* with one to three changes."""
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        if len(insns) > 2:
            insns = draw.choice(_WAYS)(draw, insns)
    return insns
