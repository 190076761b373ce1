"""Source lines in the log.

Answers to ``verbose_linfo``.

**Rule:** a line is printed once in a row, however many instructions come from it.

**Not modelled:** file names and line numbers, which the log does not show.
"""

from __future__ import annotations

import bisect

from sim.bpf.spec import LineRef
from sim.bpf.verifier.env import Env

__all__ = ["line_of", "verbose_linfo"]


def _row(env: Env, insn_idx: int) -> int:
    lines = env.prog.line_info
    return bisect.bisect_right(lines, insn_idx, key=lambda line: line.insn_idx) - 1


def line_of(env: Env, insn_idx: int) -> LineRef | None:
    """Return the source line of an instruction, None if nobody says."""
    row = _row(env, insn_idx)
    return env.prog.line_info[row] if row >= 0 else None


def verbose_linfo(env: Env, insn_idx: int, prefix: str) -> None:
    """Print the source line of an instruction, unless it was the last one printed."""
    row = _row(env, insn_idx)
    if row < 0 or row == env.prev_line:
        return
    line = env.prog.line_info[row]
    env.verbose(f"{prefix}{line.line.lstrip()}\n")
    env.prev_line = row
