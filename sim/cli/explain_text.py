"""An explanation as text for a terminal.

**Rule:** plain text, a heading above each of the four parts, nothing that needs colour.

**Not modelled:** nothing of the kernel; see `sim.bpf.verifier.explain`.
"""

from __future__ import annotations

import textwrap

from sim.bpf.verifier.explain.explain import Explanation
from sim.bpf.verifier.explain.path import PathRow

__all__ = ["explanation_text"]

_WIDTH = 96
_MAX_INSNS = 4


def explanation_text(found: Explanation) -> str:
    """Return an explanation as lines of text."""
    lines = ["What the program tried:", *_wrapped(found.what)]
    if found.is_speculative:
        lines += _wrapped("Only a CPU that predicts a branch wrongly walks this path.")
    if found.path:
        lines += ["How it came there:", *(line for row in found.path for line in _row(row))]
    if found.registers:
        lines.append("What the verifier knew there:")
        for name, words in found.registers.items():
            lines += textwrap.wrap(
                f"{name} is {words}", _WIDTH, initial_indent="  ", subsequent_indent="      "
            )
    return "\n".join([*lines, "What usually mends it:", *_wrapped(found.mend)])


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _row(row: PathRow) -> list[str]:
    if row.left_out:
        return [f"  … {row.left_out:,} instructions …"]
    margin = "  " * (row.frameno + 1)
    head = f"line {row.line}: {row.source}" if row.line else ""
    lines = [margin + head] if head else []
    insns = list(row.insns)
    if len(insns) > _MAX_INSNS:
        left_out = len(insns) - _MAX_INSNS + 1
        insns = [*insns[:2], f"… {left_out} more", *insns[2 - _MAX_INSNS + 1 :]]
    lines += [f"{margin}    {insn}" for insn in insns]
    if row.fork:
        lines[-1] += f"   <- {row.fork}"
    return lines
