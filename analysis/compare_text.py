"""A comparison of two runs as text, in veristat's manner.

**Rule:** a row that is the same on both sides is left out unless all are asked for. A star marks
a difference whose interval leaves zero out; a dagger, a metric that a run is too short for.

**Not modelled:** nothing of the kernel; this is a report.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd
from rich.console import Console
from rich.table import Table
from rich.text import Text

from analysis import text

__all__ = ["print_rows"]

_TITLES = {
    "arms": "Arm {}",
    "losses": "Loss ledger of {}",
    "programs": "Programs of {}",
    "maps": "Maps of {}",
}
_ABSENT = "N/A"
_UNLIMITED = 100_000
_SHOWN, _SHORT = " *", "†"


def _value(number: float, row: Mapping[str, Any]) -> str:
    if math.isnan(number):
        return _ABSENT
    if row["unit"] in ("count", "insns"):
        return text.count(number) if number == int(number) else f"{number:,.1f}"
    return text.value(number, row["unit"], row["metric"])


def _difference(row: Mapping[str, Any]) -> str:
    if math.isnan(row["diff"]):
        return _ABSENT
    if row["why_not"]:
        return text.DASH + _SHORT
    if row["unit"] in ("count", "insns"):
        sign = "−" if row["diff"] < 0 else "+"
        shown = sign + _value(abs(row["diff"]), row)
    else:
        shown = text.signed(row["diff"], row["unit"], row["metric"])
    if math.isnan(row["diff_frac"]) or row["metric"].endswith("_frac"):
        return shown
    return f"{shown} ({text.percent(row['diff_frac'], sign=True)})"


def _interval(row: Mapping[str, Any]) -> str:
    half = row["half_width"]
    if math.isnan(half) or row["why_not"] or math.isnan(row["diff"]):
        return ""
    unit = "" if row["unit"] in ("count", "insns") else row["unit"]
    shown = text.half(row["diff"], half, unit, row["metric"])
    return shown + (_SHOWN if row["is_difference"] else " " * len(_SHOWN))


def _table(rows: list[Mapping[str, Any]], confidence: float, *, with_subject: bool = True) -> Table:
    with_subject = with_subject and any(row["subject"] for row in rows)
    table = Table(box=None, pad_edge=False, header_style="dim")
    names = ["subject", "metric"] if with_subject else ["metric"]
    for name in names:
        table.add_column(name, overflow="fold")
    for name in ("A", "B", "B − A", f"{100 * confidence:g} % interval"):
        table.add_column(Text(name), justify="right", overflow="fold")
    last = ""
    for row in rows:
        subject = "" if row["subject"] == last else row["subject"]
        last = row["subject"]
        cells = [subject, row["metric"]] if with_subject else [row["metric"]]
        cells += [_value(row["a"], row), _value(row["b"], row), _difference(row), _interval(row)]
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _print_section(rows: list[Mapping[str, Any]], console: Console, confidence: float) -> None:
    table = _table(rows, confidence)
    unlimited = console.options.update(width=_UNLIMITED)
    if console.measure(table, options=unlimited).maximum <= console.width:
        console.print(table)
        return
    # Too wide with what the rows are about: that goes to a line of its own.
    for subject in dict.fromkeys(row["subject"] for row in rows):
        if subject:
            console.print(Text(subject, style="dim"))
        mine = [row for row in rows if row["subject"] == subject]
        console.print(_table(mine, confidence, with_subject=False))


def print_rows(
    comparison: pd.DataFrame, console: Console, *, confidence: float, show_all: bool = False
) -> None:
    """Print a table per arm and section.

    Args:
        comparison: From `analysis.compare.df_compare`.
        console: Where to.
        confidence: Of its intervals.
        show_all: Print what is the same on both sides as well.
    """
    shown = comparison if show_all else comparison[comparison["is_changed"]]
    if shown.empty:
        console.print(Text("Every figure is the same in A and B."))
    for arm in dict.fromkeys(shown["arm"]):
        for section, title in _TITLES.items():
            here = shown[(shown["arm"] == arm) & (shown["section"] == section)]
            if here.empty:
                continue
            rows: list[Any] = here.to_dict("records")
            console.print(Text(title.format(arm), style="bold"), soft_wrap=True)
            _print_section(rows, console, confidence)
            for why in dict.fromkeys(row["why_not"] for row in rows if row["why_not"]):
                console.print(Text(f"{_SHORT} {why}", style="dim"))
            console.print()
    if shown["is_difference"].any():
        console.print(Text("* the interval of the difference leaves zero out"))
