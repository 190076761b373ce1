"""From a refusal's trace to its explanation.

**Rule:** the first row of the table that fits the last message is taken; a message that none fits
gets the explanation of a refusal as such, with path and registers.

**Not modelled:** refusals before the verifier looks at a program (those are errors of their own).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sim.bpf import isa
from sim.bpf.verifier.explain.entry import Entry
from sim.bpf.verifier.explain.facts import Facts
from sim.bpf.verifier.explain.path import PathRow, path_rows
from sim.bpf.verifier.explain.table import ANYTHING, ENTRIES
from sim.bpf.verifier.explain.words import reg_words
from sim.bpf.verifier.print_state import reg_text
from sim.bpf.verifier.proto_table import FUNC_PROTOS
from sim.bpf.verifier.trace import Trace

__all__ = ["Explanation", "entry_of", "explain"]


@dataclass(frozen=True)
class Explanation:
    """Why a program was refused.

    Attributes:
        name: Of the row of the table.
        message: What the kernel said last.
        line: The source line that is refused, 0 if it is not known.
        what: What the program tried.
        path: How it came there.
        registers: What the verifier knew of each register involved.
        mend: What usually mends it.
        is_speculative: Whether only a CPU that mispredicts walks this path.
    """

    name: str
    message: str
    line: int
    what: str
    path: tuple[PathRow, ...]
    registers: dict[str, str]
    mend: str
    is_speculative: bool = False

    def data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "name": self.name,
            "message": self.message,
            "line": self.line,
            "what": self.what,
            "path": [row.data() for row in self.path],
            "registers": dict(self.registers),
            "mend": self.mend,
        }


def entry_of(messages: Sequence[str], facts: Facts | None = None) -> tuple[Entry, dict[str, str]]:
    """Return the row of the table for messages (the last one first), and the pattern's groups.

    Without *facts* only the messages count.
    """
    for entry in ENTRIES:
        for message in reversed(messages):
            found = re.match(entry.pattern, message)
            if found and (facts is None or entry.when(facts)):
                groups = found.groupdict()
                return entry, {name: text for name, text in groups.items() if text is not None}
    return ANYTHING, {}


def explain(trace: Trace) -> Explanation | None:
    """Explain the refusal that a trace ended with, None if it has none."""
    if trace.env is None:
        return None
    messages = trace.messages()
    facts = Facts(trace, messages)
    entry, facts.groups = entry_of(messages, facts)
    line = facts.line(facts.insn_idx)
    return Explanation(
        entry.name,
        messages[-1] if messages else "",
        line.line_num if line else 0,
        _opening(facts) + entry.what.format_map(facts),
        tuple(path_rows(facts)),
        _registers(facts),
        entry.mend.format_map(facts),
        bool(facts.steps) and trace.env.cur.speculative,
    )


def _opening(facts: Facts) -> str:
    """Say which instruction is refused."""
    if not facts.steps:
        return ""
    place = facts.place(facts.insn_idx)
    return f"{place[0].upper()}{place[1:]}, {facts.code(facts.insn_idx)}, {facts['access']}. "


def _nr_args(facts: Facts) -> int:
    proto = FUNC_PROTOS.get(facts.call_name(facts.insn_idx))
    return 5 if proto is None else sum(bool(kind) for kind in proto.args)


def _involved(facts: Facts) -> list[int]:
    """Return the registers that the refused instruction uses, the message's first."""
    insn = facts.insn
    if insn is None or not facts.steps:
        return []
    found = [facts.regno] if facts.regno >= 0 else []
    if insn.opcode == isa.EXIT:
        found.append(0)
    elif insn.opcode == isa.CALL:
        found.extend(range(1, 1 + _nr_args(facts)))
    else:
        found.append(insn.dst_reg)
        uses_src = insn.insn_class in (isa.BPF_LDX, isa.BPF_STX) or insn.is_x
        if insn.insn_class == isa.BPF_ST:
            uses_src = False
        if insn.insn_class == isa.BPF_LDX:
            found.pop()
        if uses_src:
            found.append(insn.src_reg)
    return list(dict.fromkeys(found))


def _registers(facts: Facts) -> dict[str, str]:
    found = {}
    for regno in _involved(facts):
        reg = facts.reg(regno)
        if reg is None or (reg.type == 0 and regno != facts.regno):
            continue
        words = reg_words(facts.env, reg)
        shown = f" [{reg_text(facts.env, reg)}]" if reg.type else ""
        found[f"R{regno}"] = words + shown
    return found
