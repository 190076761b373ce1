"""Verdicts as text and as JSON: tables in veristat's manner, one kernel or two side by side.

**Rule:** a table has one row a program, in the object's order; in a comparison the rows are the
programs of both sides, and a figure that one side does not have is ``N/A``.

**Not modelled:** how long a verification took.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.bpf.verifier.explain.explain import Explanation, explain
from sim.bpf.verifier.spec import VerdictKind
from sim.cli.explain_text import explanation_text
from sim.loader.jobs.words import err_name
from sim.loader.verify_object import ProgramVerdict

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = [
    "Side",
    "compare_data",
    "explanation_of",
    "print_comparison",
    "print_side",
    "side_data",
]

_ABSENT = "N/A"
_LOG_LINES = 20
_STYLES = {
    VerdictKind.ACCEPT: "",
    VerdictKind.REJECT: "bold",
    VerdictKind.NOT_MODELLED: "dim",
}
_FIGURES = ("insns_processed", "total_states", "peak_states")
_HEADS = {"insns_processed": "Insns", "total_states": "States", "peak_states": "Peak states"}


class Side(NamedTuple):
    """The verdicts of some objects on one kernel; *programs* are (file, verdict)."""

    kernel: str
    programs: Sequence[tuple[str, ProgramVerdict]]


def _stack(one: ProgramVerdict) -> str:
    return "+".join(str(depth) for depth in one.verdict.stack_depth) or "0"


def _word(one: ProgramVerdict) -> str:
    number = one.verdict.errno
    return f"{one.kind.value} ({err_name(number)})" if number else one.kind.value


def _new_table(left: Sequence[str], right: Sequence[str]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in left:
        table.add_column(name, overflow="fold")
    for name in right:
        table.add_column(name, justify="right", overflow="fold")
    return table


def print_side(side: Side, console: Console, *, is_verbose: bool, at_end: bool = False) -> None:
    """Print a table and why programs were refused (with *is_verbose*, every log).

    Args:
        side: The verdicts.
        console: Where to.
        is_verbose: Whether to print the logs of accepted programs, and all of every log.
        at_end: Whether the table comes after the logs, not before.
    """
    if not at_end:
        _print_table(side, console)
    for file, one in side.programs:
        if one.kind is not VerdictKind.ACCEPT or is_verbose:
            _print_story(file, one, console, is_verbose=is_verbose, at_end=at_end)
    if at_end:
        _print_table(side, console)


def _print_story(
    file: str, one: ProgramVerdict, console: Console, *, is_verbose: bool, at_end: bool
) -> None:
    from rich.text import Text

    if not at_end:
        console.print()
    console.print(Text(f"{file}: program {one.name!r}", style="bold"), soft_wrap=True)
    console.print(Text(_story(one, is_verbose=is_verbose)), soft_wrap=True)
    if at_end:
        console.print()


def _print_table(side: Side, console: Console) -> None:
    from rich.text import Text

    table = _new_table(("File", "Program", "Verdict"), (*_HEADS.values(), "Stack"))
    for file, one in side.programs:
        figures = [f"{getattr(one.verdict, name):,}" for name in _FIGURES]
        cells = [file, one.name, _word(one), *figures, _stack(one)]
        table.add_row(*(Text(cell, style=_STYLES[one.kind]) for cell in cells))
    console.print(table)
    console.print(Text(_summary(side)))


def _summary(side: Side) -> str:
    counts = {kind: sum(one.kind is kind for _, one in side.programs) for kind in VerdictKind}
    parts = [f"{counts[VerdictKind.ACCEPT]} accepted", f"{counts[VerdictKind.REJECT]} refused"]
    if counts[VerdictKind.NOT_MODELLED]:
        parts.append(f"{counts[VerdictKind.NOT_MODELLED]} not modelled")
    return f"Linux {side.kernel}: {', '.join(parts)}."


def _story(one: ProgramVerdict, *, is_verbose: bool) -> str:
    if one.error is not None:
        return str(one.error)
    lines = one.log.rstrip("\n").splitlines()
    if not is_verbose and len(lines) > _LOG_LINES:
        left_out = len(lines) - _LOG_LINES
        lines = [f"… {left_out} lines before (-v shows them)", *lines[left_out:]]
    if one.verdict.why:
        lines.append(one.verdict.why)
    story = "\n".join(lines) or "(no log)"
    found = explanation_of(one)
    return story if found is None else f"{story}\n\n{explanation_text(found)}"


def explanation_of(one: ProgramVerdict) -> Explanation | None:
    """Explain a refusal; None for other verdicts, and for what never came to the verifier."""
    if one.kind is not VerdictKind.REJECT or one.trace is None:
        return None
    return explain(one.trace)


def _paired(a: Side, b: Side) -> list[tuple[str, ProgramVerdict | None, ProgramVerdict | None]]:
    left = {one.name: one for _, one in a.programs}
    right = {one.name: one for _, one in b.programs}
    names = dict.fromkeys((*left, *right))
    return [(name, left.get(name), right.get(name)) for name in names]


def print_comparison(a: Side, b: Side, console: Console) -> None:
    """Print the verdicts and figures of two sides next to each other."""
    from rich.text import Text

    figures = [f"{_HEADS[name]} ({side})" for name in _FIGURES for side in ("A", "B", "DIFF")]
    table = _new_table(("Program", "Verdict (A)", "Verdict (B)", "Verdict (DIFF)"), figures)
    for name, one, other in _paired(a, b):
        words = [_ABSENT if found is None else _word(found) for found in (one, other)]
        cells = [name, *words, _difference(one, other)]
        for figure in _FIGURES:
            cells += _figure_cells(one, other, figure)
        is_same = one is not None and other is not None and one.kind is other.kind
        table.add_row(*(Text(cell, style="" if is_same else "bold") for cell in cells))
    console.print(Text(f"A: {_title(a)}"), soft_wrap=True)
    console.print(Text(f"B: {_title(b)}"), soft_wrap=True)
    console.print()
    console.print(table)
    console.print(Text(f"A: {_summary(a)}"))
    console.print(Text(f"B: {_summary(b)}"))


def _title(side: Side) -> str:
    files = dict.fromkeys(file for file, _ in side.programs)
    return f"{', '.join(files)} on Linux {side.kernel}"


def _difference(one: ProgramVerdict | None, other: ProgramVerdict | None) -> str:
    if one is None or other is None:
        return _ABSENT
    return "MATCH" if one.kind is other.kind else "MISMATCH"


def _figure_cells(
    one: ProgramVerdict | None, other: ProgramVerdict | None, figure: str
) -> list[str]:
    values = [None if v is None else getattr(v.verdict, figure) for v in (one, other)]
    shown = [_ABSENT if value is None else f"{value:,}" for value in values]
    if values[0] is None or values[1] is None:
        return [*shown, _ABSENT]
    change = values[1] - values[0]
    sign = "−" if change < 0 else "+"
    share = f" ({sign}{100 * abs(change) / values[0]:.2f}%)" if values[0] else ""
    return [*shown, f"{sign}{abs(change):,}{share}"]


def side_data(side: Side) -> dict[str, Any]:
    """Return a side as plain data."""
    return {"kernel": side.kernel, "programs": [_data(*pair) for pair in side.programs]}


def _data(file: str, one: ProgramVerdict) -> dict[str, Any]:
    verdict = one.verdict
    number = verdict.errno
    found = explanation_of(one)
    return {
        "file": file,
        "name": one.name,
        "section": one.section,
        "verdict": one.kind.value,
        "errno": number,
        "err": err_name(number) if number else "",
        "why": str(one.error) if one.error is not None else verdict.why,
        "log": one.log,
        "explanation": None if found is None else found.data(),
        "insns": one.nr_insns,
        "insns_processed": verdict.insns_processed,
        "total_states": verdict.total_states,
        "peak_states": verdict.peak_states,
        "max_states_per_insn": verdict.max_states_per_insn,
        "stack_depth": list(verdict.stack_depth),
    }


def compare_data(a: Side, b: Side) -> Mapping[str, Any]:
    """Return two sides and their differences as plain data."""
    rows = []
    for name, one, other in _paired(a, b):
        row: dict[str, Any] = {"name": name}
        for side, found in (("a", one), ("b", other)):
            row[f"verdict_{side}"] = None if found is None else found.kind.value
            for figure in _FIGURES:
                row[f"{figure}_{side}"] = None if found is None else getattr(found.verdict, figure)
        rows.append(row)
    return {"a": side_data(a), "b": side_data(b), "programs": rows}
