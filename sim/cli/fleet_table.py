"""A fleet's fates as text, JSON and rows of CSV.

**Rule:** all of them are made of the same rows, in the order of the objects and of the kernels;
refusals that are the same on several kernels are said once.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.loader.jobs.words import err_name
from sim.loader.survey import Fate, ObjectFate, Stage

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Row", "fleet_data", "print_fleet", "program_rows", "reloc_rows"]

_HEAD = ("object", "kernel", "program", "section", "chosen", "stage", "errno", "message")
_RELOC_HEAD = (
    "object",
    "kernel",
    "program",
    "insn",
    "kind",
    "local",
    "target",
    "old",
    "new",
    "became",
)


class Row(NamedTuple):
    """An object and its fate on each kernel."""

    name: str
    fates: Sequence[ObjectFate]


def fleet_data(rows: Sequence[Row]) -> dict[str, Any]:
    """Return the table as plain data."""
    return {"objects": [{"name": row.name, "kernels": _kernels(row)} for row in rows]}


def _kernels(row: Row) -> dict[str, Any]:
    return {
        fate.kernel: {
            "word": fate.word,
            "stage": fate.stage.value,
            "errno": fate.errno,
            "message": fate.message,
            "programs": [_program(one) for one in fate.programs],
        }
        for fate in row.fates
    }


def _program(one: Fate) -> dict[str, Any]:
    return {
        "name": one.program,
        "section": one.section,
        "chosen": one.chosen,
        "stage": one.stage.value,
        "errno": one.errno,
        "message": one.message,
    }


def program_rows(rows: Sequence[Row]) -> list[Sequence[object]]:
    """Return every program's fate, with a head."""
    found: list[Sequence[object]] = [_HEAD]
    for row in rows:
        for fate in row.fates:
            if not fate.programs:
                stage = fate.stage.value
                found.append((row.name, fate.kernel, "", "", "", stage, fate.errno, fate.message))
            found += [
                (
                    row.name,
                    fate.kernel,
                    one.program,
                    one.section,
                    int(one.chosen),
                    one.stage.value,
                    one.errno,
                    one.message,
                )
                for one in fate.programs
            ]
    return found


def reloc_rows(rows: Sequence[Row]) -> list[Sequence[object]]:
    """Return what every relocation became, with a head."""
    found: list[Sequence[object]] = [_RELOC_HEAD]
    for row in rows:
        for fate in row.fates:
            for one in fate.programs:
                found += [
                    (
                        row.name,
                        fate.kernel,
                        one.program,
                        relo.insn_idx,
                        relo.kind,
                        relo.local,
                        relo.target,
                        "" if relo.old is None else relo.old,
                        "" if relo.became.value == "poisoned" else relo.new,
                        relo.became.value,
                    )
                    for relo in one.relos
                ]
    return found


def print_fleet(rows: Sequence[Row], kernels: Sequence[str], console: Console) -> None:
    """Print the table, then what refuses whom."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("Object", *kernels):
        table.add_column(name, no_wrap=True)
    for row in rows:
        cells = [Text(f.word, style="" if f.word == "loads" else "bold") for f in row.fates]
        table.add_row(row.name, *cells)
    console.print(table)
    for row in rows:
        for line in _refusals(row):
            console.print(Text(line), soft_wrap=True)
    loaded = [sum(row.fates[i].word == "loads" for row in rows) for i in range(len(kernels))]
    counts = ", ".join(f"{k}: {n}" for k, n in zip(kernels, loaded, strict=True))
    console.print(Text(f"\n{len(rows)} objects; loading: {counts}"), soft_wrap=True)


def _refusals(row: Row) -> Iterator[str]:
    found: dict[tuple[str, str, int, str], list[str]] = {}
    for fate in row.fates:
        if not fate.programs:
            key = ("", fate.stage.value, fate.errno, fate.message)
            found.setdefault(key, []).append(fate.kernel)
        for one in fate.chosen:
            if one.stage is not Stage.LOADS:
                key = (one.program, one.stage.value, one.errno, one.message)
                found.setdefault(key, []).append(fate.kernel)
    if found:
        yield f"\n{row.name}"
    for (program, stage, number, message), kernels in found.items():
        what = f"{program}: " if program else ""
        code = f" ({err_name(number)}, {os.strerror(number)})" if number else ""
        yield f"  {_range(kernels, row)}  {what}{stage}{code}: {message}"


def _range(kernels: Sequence[str], row: Row) -> str:
    """Say ``5.15-5.19`` for neighbours."""
    order = [fate.kernel for fate in row.fates]
    runs: list[list[str]] = []
    for name in kernels:
        if runs and order.index(name) == order.index(runs[-1][-1]) + 1:
            runs[-1].append(name)
        else:
            runs.append([name])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
