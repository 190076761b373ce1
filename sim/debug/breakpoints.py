"""Where to stop: an instruction, a source line, or a helper's call.

**Rule:** a source line stops where its code begins, coming from another line.

**Not modelled:** conditions; watchpoints on memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.base.errors import ScenarioError, nearest
from sim.bpf.helpers import HELPERS
from sim.bpf.isa import CALL, Insn
from sim.bpf.spec import ProgramSpec

__all__ = ["Breakpoint", "helper_name", "is_at", "parse_place"]


@dataclass(frozen=True)
class Breakpoint:
    """A place to stop at.

    Attributes:
        kind: ``"insn"``, ``"line"`` or ``"helper"``.
        what: The instruction's or line's number, or the helper's name.
    """

    kind: str
    what: str

    def __str__(self) -> str:
        return self.what if self.kind == "helper" else f"{self.kind} {self.what}"


def helper_name(insn: Insn) -> str:
    """Return the name of the helper that an instruction calls; "" if it calls none."""
    is_helper = insn.opcode == CALL and insn.src_reg == 0 and insn.imm in HELPERS
    return HELPERS[insn.imm].name if is_helper else ""


def parse_place(text: str, spec: ProgramSpec, insns: Sequence[Insn]) -> Breakpoint:
    """Read a place: ``insn N``, the number of a source line, or a helper's name.

    Raises:
        ScenarioError: The program has no such place.
    """
    word, _, number = text.partition(" ")
    if word == "insn" and number.isdecimal() and int(number) < len(insns):
        return Breakpoint("insn", number)
    lines = sorted({row.line_num for row in spec.line_info})
    number = number if word == "line" else text
    if number.isdecimal() and int(number) in lines:
        return Breakpoint("line", number)
    helpers = sorted({name for name in map(helper_name, insns) if name})
    name = text if text.startswith("bpf_") else f"bpf_{text}"
    if name in helpers:
        return Breakpoint("helper", name)
    raise ScenarioError(
        f"there is no place {text!r} to stop at",
        where=f"program {spec.name!r}",
        reason="a place is `insn N`, the number of a source line with code, or a helper",
        suggestion=nearest(text, [*helpers, *map(str, lines)]),
    )


def is_at(place: Breakpoint, insn_idx: int, spec: ProgramSpec, insns: Sequence[Insn]) -> bool:
    """Say whether the instruction that comes next is at a place."""
    if place.kind == "insn":
        return insn_idx == int(place.what)
    if place.kind == "helper":
        return helper_name(insns[insn_idx]) == place.what
    return insn_idx in _starts_of_line(spec, int(place.what))


def _starts_of_line(spec: ProgramSpec, line_num: int) -> list[int]:
    before = -1
    starts = []
    for row in spec.line_info:
        if row.line_num == line_num != before:
            starts.append(row.insn_idx)
        before = row.line_num
    return starts
