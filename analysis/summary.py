"""What ``bpfsim run`` prints at its end, and the same as data for ``--json``.

**Rule:** every figure printed comes from a ``df_*`` frame or a table; the summary only chooses
and formats. Figures over several replications are means, counts are sums, and it says so.

**Not modelled:** nothing of the kernel; this is a report.
"""

from __future__ import annotations

import math
from typing import Any, cast

import pandas as pd
from rich.console import Console
from rich.table import Table
from rich.text import Text

from analysis import text
from analysis.histogram import log2_bars, log2_histograms
from analysis.metrics.accounts import assumed_share
from analysis.metrics.losses import Loss, losses
from analysis.paired import df_comparison
from analysis.records import decoded_lines
from analysis.run import Run
from analysis.stats.verdict import verdict
from sim.record.ledger import IDENTITIES, bins_of, check_loss_ledger, check_time_ledger
from sim.record.schema import ACTIVITIES

__all__ = ["TOP_LINES", "ledger_violations", "print_summary", "summary_dict"]

TOP_LINES = 10
"""Lines of decoded records, and of the trace pipe, per traced arm."""

_MARK = "†"

_LABELS = {
    "throughput_per_s": "throughput",
    "latency_p50_ns": "latency p50",
    "latency_p99_ns": "latency p99",
    "cpu_busy_frac": "CPU busy",
    "cpu_per_request_ns": "CPU per request",
    "tracer_memory_bytes": "tracer memory",
}


def ledger_violations(run: Run) -> list[str]:
    """Return every identity of the two ledgers that does not hold, as text."""
    time = run.table("time_ledger", "summary")
    found = check_time_ledger(time, run.table("machine", "summary"))
    found += check_loss_ledger(run.table("loss_ledger", "summary"))
    return [str(violation) for violation in found]


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


def _new_table(*columns: str, nr_left: int = 1) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for i, name in enumerate(columns):
        table.add_column(Text(name), justify="left" if i < nr_left else "right", overflow="fold")
    return table


def _cells(*values: str) -> list[Text]:
    # Text, not str: rich would read brackets in names as markup.
    return [Text(value) for value in values]


def _twin_alone(run: Run) -> tuple[str, Table]:
    means = run.df_overhead().groupby(["metric", "unit"], sort=False)["value"].mean()
    table = _new_table("", run.twin)
    for key, number in means.items():
        metric, unit = cast("tuple[str, str]", key)
        table.add_row(*_cells(_LABELS[metric], text.value(float(number), unit, metric)))
    return f"{run.twin} alone: no traced arm to compare with", table


def _headline(run: Run, arm: str, comparison: pd.DataFrame, lost: list[Loss]) -> tuple[str, Table]:
    mine = comparison[comparison["arm"] == arm]
    note = str(mine["note"].iloc[0]) if len(mine) else "nothing to compare"
    title = f"What {arm} costs against {run.twin} ({note})"
    table = _new_table("", run.twin, arm, "difference", "")
    for row in mine.to_dict("records"):
        unit, metric = str(row["unit"]), str(row["metric"])
        twin, value = (text.value(row[c], unit, metric) for c in ("twin", "value"))
        diff, share = text.DASH + _MARK, ""
        if row["is_supported"]:
            diff = text.plus_minus(row["diff"], row["half_width"], unit, metric)
            share = "" if metric.endswith("_frac") else text.percent(row["diff_frac"], sign=True)
        table.add_row(*_cells(_LABELS[metric], twin, value, diff, share))
    for loss in (loss for loss in lost if loss.arm == arm):
        if loss.count or loss.what in ("records lost", "hits missed"):
            causes = ", ".join(f"{text.count(n)} {cause}" for cause, n in loss.causes)
            value = f"{text.count(loss.count)} of {text.count(loss.whole)}"
            table.add_row(*_cells(loss.what, "", value, causes, text.percent(loss.frac)))
    return title, table


def _footnotes(comparison: pd.DataFrame, arm: str) -> list[str]:
    """Return why metrics of an arm are marked, each reason once."""
    marked = comparison[(comparison["arm"] == arm) & ~comparison["is_supported"]]
    return [f"{_MARK} {why}" for why in dict.fromkeys(marked["why_not"])]


def _one_loss(section: str, bins: dict[str, int]) -> str:
    """Return one subject's identities with their non-zero parts, then what stands apart."""
    texts, used = [], set()
    for whole, parts in IDENTITIES.get(section, ()):
        if whole in bins:
            found = bins_of(bins, parts)
            listed = " + ".join(f"{text.count(n)} {name}" for name, n in found if n)
            texts.append(f"{text.count(bins[whole])} {whole} = {listed or 0}")
            used |= {whole, *(name for name, _ in found)}
    texts += [f"{text.count(n)} {name}" for name, n in bins.items() if n and name not in used]
    return "\n".join(f"  {line}" for line in texts)


def _loss(run: Run, arm: str) -> tuple[str, Table]:
    rows = run.df_loss()
    mine = rows[rows["arm"] == arm]
    over = f", sum over {len(run.replications)} replications" if len(run.replications) > 1 else ""
    table = _new_table("section", "subject and counts", nr_left=2)
    by = ["section", "subject", "hook", "bin"]
    total = mine.groupby(by, sort=False)["count"].sum().reset_index()
    for key, group in total.groupby(by[:3], sort=False):
        section, subject, hook = cast("tuple[str, str, str]", key)
        bins = {str(n): int(c) for n, c in zip(group["bin"], group["count"], strict=True)}
        name = f"{subject} at {hook}" if hook else subject
        table.add_row(*_cells(section, f"{name}\n{_one_loss(section, bins)}"))
    return f"Loss ledger of {arm}{over}", table


def _time(run: Run) -> tuple[str, Table]:
    rows = run.df_time_ledger()
    title = "Time ledger: ms of CPU time, and % of CPUs × horizon"
    over = ", mean over replications" if len(run.replications) > 1 else ""
    heads = [h for arm in run.arms for h in (f"{arm} ms", "%")]
    table = _new_table("activity", "owner", *heads, nr_left=2)
    cells: dict[tuple[str, str], dict[str, tuple[float, float]]] = {}
    nr = len(run.replications)
    for row in rows.to_dict("records"):
        cell = cells.setdefault((row["activity"], row["owner"]), {})
        ms, share = cell.get(row["arm"], (0.0, 0.0))
        cell[row["arm"]] = (ms + row["time_ns"] / 1e6 / nr, share + 100 * row["frac"] / nr)
    names = dict.fromkeys([*ACTIVITIES, *(str(a) for a in rows["activity"])])
    order = {activity: i for i, activity in enumerate(names)}
    for (activity, owner), cell in sorted(cells.items(), key=lambda c: (order[c[0][0]], c[0][1])):
        figures = []
        for arm in run.arms:
            ms, share = cell.get(arm, (0.0, 0.0))
            figures += [f"{ms:,.3f}", f"{share:.2f}"] if ms else ["·", "·"]
        table.add_row(*_cells(activity, owner, *figures))
    return title + over, table


def _assumed(run: Run) -> list[str]:
    lines = []
    for row in assumed_share(run).to_dict("records"):
        if row["arm"] == run.twin or math.isnan(row["frac"]):
            continue
        lines.append(
            f"{row['arm']}: {text.percent(row['frac'])} of all priced time rests on assumed "
            f"prices, {text.percent(row['added_frac'])} of what tracing added"
            + (f" (most: {row['prices']})" if row["prices"] else "")
        )
    return lines


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
    comparison, lost = df_comparison(run), losses(run)
    parts = [(*_headline(run, arm, comparison, lost), arm) for arm in run.traced_arms]
    parts = parts or [(*_twin_alone(run), run.twin)]
    parts += [(*_loss(run, arm), "") for arm in run.traced_arms]
    parts.append((*_time(run), ""))
    for title, table, arm in parts:
        console.print(Text(title, style="bold"), soft_wrap=True)
        console.print(table)
        for line in _footnotes(comparison, arm):
            console.print(Text(line, style="dim"))
        console.print()
    violations = ledger_violations(run)
    if violations:
        _print_lines(console, "The ledgers do not add up (a bug in bpfsim):", violations)
    for arm in run.traced_arms:
        _print_records(run, console, arm)
    _print_lines(console, "Assumed prices", _assumed(run))
    if _is_unverified(run):
        console.print(Text("unverified: the programs passed a structural check only"))
    if not violations:
        console.print(Text("Both ledgers add up."))
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
        "assumed": _records(assumed_share(run)),
        "decoded": {arm: _top_lines(run, "decoded", arm)[0] for arm in run.traced_arms},
        "trace_pipe": {arm: _top_lines(run, "trace_pipe", arm)[0] for arm in run.traced_arms},
        "histograms": [{**vars(h), "slots": list(h.slots)} for h in histograms],
        "ledger_violations": ledger_violations(run),
    }
