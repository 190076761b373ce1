"""The path that led to a refusal: one row a source line, with the branch taken at each fork.

**Rule:** steps that follow each other from one line of one frame are one row, up to a fork. Of a
long path the first and the last rows are kept, and a row says how many are left out.

**Not modelled:** paths that rejoin: what is shown is what was walked, in its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sim.bpf.verifier.explain.facts import Facts
from sim.bpf.verifier.explain.origin import is_fork
from sim.bpf.verifier.print_insn import env_insn_text
from sim.bpf.verifier.trace import Step

__all__ = ["PathRow", "path_rows"]

_FIRST_ROWS, _LAST_ROWS = 6, 24
_MAX_STEPS = 400


@dataclass(frozen=True)
class PathRow:
    """A stretch of the path.

    Attributes:
        first, last: Its instructions.
        line: Number of the source line, 0 if it is not known.
        source: The line's text.
        frameno: Depth of the frame.
        insns: The instructions as the log prints them.
        fork: "taken" or "not taken" where it ends at a conditional jump.
        left_out: How many steps are left out instead; then there is nothing else in it.
    """

    first: int = -1
    last: int = -1
    line: int = 0
    source: str = ""
    frameno: int = 0
    insns: tuple[str, ...] = ()
    fork: str = ""
    left_out: int = 0

    def data(self) -> dict[str, Any]:
        """Return it as plain data."""
        if self.left_out:
            return {"left_out": self.left_out}
        return {
            "first": self.first,
            "last": self.last,
            "line": self.line,
            "source": self.source,
            "frame": self.frameno,
            "insns": list(self.insns),
            "branch": self.fork,
        }


def path_rows(facts: Facts) -> list[PathRow]:
    """Return the path of a refusal."""
    steps = facts.steps
    if len(steps) <= 2 * _MAX_STEPS:
        rows = _rows(facts, steps, [])
        if len(rows) <= _FIRST_ROWS + _LAST_ROWS + 1:
            return rows
        head, tail = rows[:_FIRST_ROWS], rows[-_LAST_ROWS:]
    else:
        head = _rows(facts, steps[:_MAX_STEPS], [])[:_FIRST_ROWS]
        tail = _rows(facts, steps[-_MAX_STEPS:], [])[-_LAST_ROWS:]
    shown = sum(len(row.insns) for row in (*head, *tail))
    return [*head, PathRow(left_out=len(steps) - shown), *tail]


def _rows(facts: Facts, steps: Sequence[Step], rows: list[PathRow]) -> list[PathRow]:
    start = 0
    for at in range(len(steps)):
        if at + 1 < len(steps) and not _ends(facts, steps[at], steps[at + 1]):
            continue
        following = steps[at + 1] if at + 1 < len(steps) else None
        rows.append(_row(facts, steps[start : at + 1], following))
        start = at + 1
    return rows


def _ends(facts: Facts, step: Step, following: Step) -> bool:
    if step.frameno != following.frameno or is_fork(facts.env.insns[step.insn_idx]):
        return True
    one, other = facts.line(step.insn_idx), facts.line(following.insn_idx)
    if one is None or other is None:
        return one is not other
    return (one.file, one.line_num) != (other.file, other.line_num)


def _row(facts: Facts, steps: Sequence[Step], following: Step | None) -> PathRow:
    first, last = steps[0], steps[-1]
    line = facts.line(first.insn_idx)
    fork = ""
    if following is not None and is_fork(facts.env.insns[last.insn_idx]):
        fork = "not taken" if following.insn_idx == last.insn_idx + 1 else "taken"
    return PathRow(
        first.insn_idx,
        last.insn_idx,
        line.line_num if line else 0,
        line.line.strip() if line else "",
        first.frameno,
        tuple(
            f"{step.insn_idx}: {env_insn_text(facts.env, step.insn_idx).strip()}" for step in steps
        ),
        fork,
    )
