"""What ``bpfsim run`` prints at its end, and the same as data for ``--json``.

**Rule:** every figure printed comes from a ``df_*`` frame or a table; the summary only chooses
and formats. Figures over several replications are means, counts are sums, and it says so.

**Not modelled:** nothing of the kernel; this is a report.
"""

from __future__ import annotations

import math
from typing import Any, Literal

import pandas as pd
from rich.console import Console
from rich.table import Table
from rich.text import Text

from analysis.histogram import log2_bars, log2_histograms
from analysis.metrics.accounts import assumed_share
from analysis.metrics.losses import losses
from analysis.paired import df_comparison
from analysis.records import decoded_lines
from analysis.run import Run
from analysis.sheets import Sheet
from analysis.sheets.cost import cost_sheet, twin_sheet
from analysis.sheets.ledgers import ledger_violations, loss_sheet, time_sheet
from analysis.sheets.prices import assumed_lines
from analysis.stats.verdict import verdict

__all__ = ["TOP_LINES", "print_summary", "summary_dict"]

TOP_LINES = 10
"""Lines of decoded records, and of the trace pipe, per traced arm."""


def _is_unverified(run: Run) -> bool:
    return any(run.machine(*cell, "is_unverified", 0) for cell in run.cells())


def _top_lines(run: Run, what: str, arm: str) -> tuple[list[str], int]:
    """Return the first decoded records or lines of the trace pipe, and how many there are."""
    replication = run.replications[0]
    if what == "decoded":
        return decoded_lines(run, arm, replication, TOP_LINES, "summary")
    rows = run.frame("trace_pipe", "summary")
    mine = rows[(rows["arm"] == arm) & (rows["replication"] == replication)]
    return [str(line) for line in mine["text"].head(TOP_LINES)], len(mine)


def _table(sheet: Sheet) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for i, name in enumerate(sheet.heads):
        justify: Literal["left", "right"] = "left" if i < sheet.nr_left else "right"
        table.add_column(Text(name), justify=justify, overflow="fold")
    for row in sheet.rows:
        # Text, not str: rich would read brackets in names as markup.
        table.add_row(*(Text(cell) for cell in row))
    return table


def _print_sheet(console: Console, sheet: Sheet) -> None:
    console.print(Text(sheet.title, style="bold"), soft_wrap=True)
    console.print(_table(sheet))
    for line in sheet.notes:
        console.print(Text(line, style="dim"))
    console.print()


def _print_lines(console: Console, title: str, lines: list[str]) -> None:
    if lines:
        console.print(Text(title, style="bold"))
        for line in lines:
            console.print(Text(f"  {line}"), soft_wrap=True)
        console.print()


def _print_records(run: Run, console: Console, arm: str) -> None:
    for name, what in (("decoded", "decoded records"), ("trace_pipe", "lines of the trace pipe")):
        lines, nr = _top_lines(run, name, arm)
        _print_lines(console, f"First {len(lines)} of {nr:,} {what} of {arm}", lines)
    for histogram in log2_histograms(run):
        if histogram.arm == arm and histogram.replication == run.replications[0]:
            key = f" [{histogram.key}]" if histogram.key else ""
            title = f"{histogram.tracer}/{histogram.map_name}{key} of {arm}"
            _print_lines(console, title, log2_bars(histogram.slots))


def _print_verdict(run: Run, console: Console) -> None:
    found = verdict(run)
    console.print(Text(found.sentence, style="bold"))
    for line in (*found.reasons, *found.limits):
        if line != found.sentence:
            console.print(Text(f"{line[0].upper()}{line[1:]}."))
    console.print()


def print_summary(run: Run, console: Console) -> None:
    """Print the summary of a run.

    Args:
        run: The run.
        console: Where to; its width decides about line breaks.
    """
    _print_verdict(run, console)
    sheets = [cost_sheet(run, arm) for arm in run.traced_arms] or [twin_sheet(run)]
    sheets += [loss_sheet(run, arm) for arm in run.traced_arms]
    for sheet in (*sheets, time_sheet(run)):
        _print_sheet(console, sheet)
    violations = ledger_violations(run)
    if violations:
        _print_lines(console, "The ledgers do not add up (a bug in bpfsim):", violations)
    for arm in run.traced_arms:
        _print_records(run, console, arm)
    _print_lines(console, "Assumed prices", assumed_lines(run))
    if _is_unverified(run):
        console.print(Text("unverified: the programs passed a structural check only"))
    if not violations:
        console.print(Text("Both ledgers add up, and every queue obeys Little's law."))
    console.print(Text(f"Results: {run.path}"), soft_wrap=True)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows as JSON can hold them: NaN becomes None, numpy numbers become Python's."""
    found = []
    for row in frame.to_dict("records"):
        clean: dict[str, Any] = {}
        for name, value in row.items():
            plain = value.item() if hasattr(value, "item") else value
            is_nan = isinstance(plain, float) and math.isnan(plain)
            clean[str(name)] = None if is_nan else plain
        found.append(clean)
    return found


def _verdict_dict(run: Run) -> dict[str, Any]:
    found = verdict(run)
    return {
        "sentence": found.sentence,
        "is_conclusive": found.is_conclusive,
        "reasons": list(found.reasons),
        "limits": list(found.limits),
        "arms": [vars(one) for one in found.arms],
    }


def _warmup_dict(run: Run) -> dict[str, Any]:
    found = run.warmup()
    return {
        "ns": found.ns,
        "is_auto": found.is_auto,
        "found_ns": found.found_ns,
        "attached_ns": found.attached_ns,
        "too_short": found.too_short,
        "series": [{**vars(one), "mser": vars(one.mser)} for one in found.series],
    }


def summary_dict(run: Run) -> dict[str, Any]:
    """Return the summary as plain data that `json.dumps` takes."""
    histograms = log2_histograms(run)
    return {
        "run_dir": str(run.path),
        "arms": run.arms,
        "twin": run.twin,
        "replications": run.replications,
        "is_unverified": _is_unverified(run),
        "overhead": _records(run.df_overhead()),
        "verdict": _verdict_dict(run),
        "warmup": _warmup_dict(run),
        "comparison": _records(df_comparison(run)),
        "latency": _records(run.df_latency()),
        "losses": [{**vars(one), "causes": dict(one.causes)} for one in losses(run)],
        "loss": _records(run.df_loss()),
        "time_ledger": _records(run.df_time_ledger()),
        "programs": _records(run.df_programs()),
        "maps": _records(run.df_maps()),
        "queues": _records(run.frame("queues", "summary")),
        "assumed": _records(assumed_share(run)),
        "decoded": {arm: _top_lines(run, "decoded", arm)[0] for arm in run.traced_arms},
        "trace_pipe": {arm: _top_lines(run, "trace_pipe", arm)[0] for arm in run.traced_arms},
        "histograms": [{**vars(h), "slots": list(h.slots)} for h in histograms],
        "ledger_violations": ledger_violations(run),
    }
