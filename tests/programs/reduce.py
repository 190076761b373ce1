"""Making a case smaller while what is wrong with it stays.

Instructions become jumps to the next slot, in windows of falling size; programs that are not
needed go.

**Rule:** every step is a valid case; where the programs come from is forgotten.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sim.base.errors import SimError
from sim.bpf import isa
from sim.bpf.check import ISA_V4, check_structure
from sim.bpf.isa import Insn
from tests.programs.generate import Case, checkable
from tests.programs.text import NOP

__all__ = ["reduce_case"]

_WINDOWS = (64, 32, 16, 8, 4, 2, 1)


def _is_valid(insns: bytes) -> bool:
    try:
        check_structure(checkable(insns), {ISA_V4})
    except SimError:
        return False
    return True


def _units(slots: list[Insn]) -> list[tuple[int, int]]:
    """Return begin and length of each instruction that does something."""
    out = []
    at = 0
    while at < len(slots):
        length = 2 if isa.is_ldimm64(slots[at]) else 1
        if slots[at] != NOP:
            out.append((at, length))
        at += length
    return out


def _without(slots: list[Insn], units: list[tuple[int, int]]) -> bytes:
    out = list(slots)
    for at, length in units:
        out[at : at + length] = [NOP] * length
    return isa.encode(out)


def _with_program(case: Case, number: int, insns: bytes) -> Case:
    programs = (*case.programs[:number], insns, *case.programs[number + 1 :])
    return replace(case, programs=programs)


def _shrunk(case: Case, number: int, window: int, is_wrong: Callable[[Case], bool]) -> Case:
    at = 0
    while True:
        slots = isa.decode(case.programs[number])
        units = _units(slots)
        if at >= len(units):
            return case
        smaller = _without(slots, units[at : at + window])
        candidate = _with_program(case, number, smaller)
        if _is_valid(smaller) and is_wrong(candidate):
            case = candidate
        else:
            at += window


def _simpler(case: Case) -> list[Callable[[Case], Case]]:
    """Return changes that make a case depend on less."""
    nowhere = (None,) * len(case.slots)
    return [
        lambda c: replace(c, programs=c.programs[:1], slots=nowhere, mixed=()),
        lambda c: replace(c, mixed=()),
        lambda c: replace(c, is_noting=False),
        lambda c: replace(c, is_checked=False),
        lambda c: replace(c, has_reader=False),
        lambda c: replace(c, budget=3000),
        lambda c: replace(c, regs=(0,) * len(c.regs)),
    ]


def _compact(insns: bytes) -> bytes:
    """Return a program without its empty jumps."""
    slots = isa.decode(insns)
    seconds = {at + 1 for at, length in _units(slots) if length == 2}
    kept = [at for at, insn in enumerate(slots) if at in seconds or insn != NOP]
    # what referred to a slot that goes refers to the next that stays
    new = [sum(one < at for one in kept) for at in range(len(slots) + 1)]
    out = []
    for at in kept:
        insn = slots[at]
        if at not in seconds and (field := _distance_field(insn)):
            target = at + 1 + getattr(insn, field)
            insn = insn._replace(**{field: new[target] - new[at] - 1})
        out.append(insn)
    return isa.encode(out)


def _distance_field(insn: Insn) -> str:
    """Return which field of an instruction is a distance, "" for none."""
    if insn.opcode == isa.BPF_JMP32 | isa.BPF_JA:
        return "imm"
    if insn.opcode == isa.BPF_JMP | isa.BPF_CALL:
        return "imm" if insn.src_reg == isa.BPF_PSEUDO_CALL else ""
    if isa.is_ldimm64(insn):
        return "imm" if insn.src_reg == isa.BPF_PSEUDO_FUNC else ""
    is_jump = insn.insn_class in (isa.BPF_JMP, isa.BPF_JMP32) and insn.op != isa.BPF_EXIT
    return "off" if is_jump else ""


def reduce_case(case: Case, is_wrong: Callable[[Case], bool]) -> Case:
    """Return the smallest case that *is_wrong* still says yes to."""
    for change in _simpler(case):
        candidate = change(case)
        if candidate != case and is_wrong(candidate):
            case = candidate
    before = None
    while case != before:
        before = case
        for window in _WINDOWS:
            for number in range(len(case.programs)):
                case = _shrunk(case, number, window, is_wrong)
    for number, insns in enumerate(case.programs):
        candidate = _with_program(case, number, _compact(insns))
        if is_wrong(candidate):
            case = candidate
    return case
