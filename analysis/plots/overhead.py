"""The overhead chart: busy CPU time by activity, one stacked bar per arm.

**Rule:** time is per completed request where every arm has requests (see `metrics.overhead` for
why), otherwise the total; means over replications. Per request, attaching is left out: it
happens once, and would weigh the more the shorter the run.

**Not modelled:** owners; `plots.added` has them.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from analysis import text
from analysis.metrics.accounts import df_time_ledger
from analysis.metrics.requests import count_all
from analysis.paired import df_comparison
from analysis.plots.drawing import Chart
from analysis.plots.style import (
    ACTIVITY_STYLE,
    Form,
    hatch_colour,
    legend_below,
    set_title,
    shortened,
    tidy_axes,
    time_unit,
)
from analysis.source import Source, remembered

__all__ = [
    "OVERHEAD",
    "busy_by_cell",
    "overhead_table",
    "overhead_title",
    "plot_overhead",
    "time_label",
]

_ONCE = "attach"

BusyTime = dict[tuple[str, str], dict[tuple[str, int], float]]


def busy_by_cell(run: Source) -> tuple[BusyTime, bool]:
    """Return busy time in ns by (activity, owner), then (arm, replication); and if per request."""
    return remembered(run, "busy time by cell", lambda: _busy_by_cell(run))


def _busy_by_cell(run: Source) -> tuple[BusyTime, bool]:
    counts = count_all(run, "overhead chart")
    is_per_request = all(counts[cell] > 0 for cell in run.cells())
    ledger = df_time_ledger(run)
    left_out = ["halted", _ONCE] if is_per_request else ["halted"]
    busy = ledger[~ledger["activity"].isin(left_out)]
    found: BusyTime = {}
    columns = ("activity", "owner", "arm", "replication", "time_ns")
    for activity, owner, arm, rep, ns in zip(*(busy[c] for c in columns), strict=True):
        times = found.setdefault((str(activity), str(owner)), dict.fromkeys(run.cells(), 0.0))
        cell = (str(arm), int(rep))
        times[cell] += int(ns) / (counts[cell] if is_per_request else 1)
    return found, is_per_request


def overhead_table(run: Source) -> tuple[pd.DataFrame, bool]:
    """Return busy time in ns by activity (rows) and arm (columns), and whether per request."""
    busy, is_per_request = busy_by_cell(run)
    nr = {arm: sum(a == arm for a, _ in run.cells()) for arm in run.arms}
    means = {activity: dict.fromkeys(run.arms, 0.0) for activity in ACTIVITY_STYLE}
    for (activity, _), times in busy.items():
        for (arm, _), ns in times.items():
            means[activity][arm] += ns / nr[arm]
    table = pd.DataFrame.from_dict(means, orient="index", columns=run.arms, dtype=float)
    return table[(table > 0).any(axis=1)], is_per_request


def _added(run: Source, table: pd.DataFrame, arm: str) -> tuple[float, float]:
    """Return what *arm* adds, in ns and as a share: the cost table's figures where it has them."""
    rows = df_comparison(run)
    rows = rows[(rows["arm"] == arm) & (rows["metric"] == "cpu_per_request_ns")]
    if len(rows):
        return float(rows["diff"].iloc[0]), float(rows["diff_frac"].iloc[0])
    twin = float(table[run.twin].sum())
    diff = float(table[arm].sum()) - twin
    return diff, diff / twin if twin else float("nan")


def overhead_title(run: Source) -> str:
    """Return what the chart shows, in one sentence, for the arm that costs most."""
    table, is_per_request = overhead_table(run)
    traced = [arm for arm in run.arms if arm != run.twin]
    per = " per request" if is_per_request else ""
    if not traced or table.empty:
        return f"Busy CPU time{per} by activity"
    totals = table.sum()
    arm = max(traced, key=lambda name: float(totals[name]))
    added, frac = _added(run, table, arm)
    word = "more" if added >= 0 else "less"
    share = "" if frac != frac else f" ({text.percent(frac, sign=True)})"
    parts = (table[arm] - table[run.twin]).sort_values(ascending=False, kind="stable")
    most = [str(name).replace("_", " ") for name, ns in parts.head(3).items() if ns > 0]
    which = f";\nmost of it: {', '.join(most)}" if added > 0 and most else ""
    return f"{arm}: {text.duration(abs(added))} {word} CPU{per} than {run.twin}{share}{which}"


def time_label(unit: str, is_per_request: bool) -> str:
    """Return what an axis of busy time is called."""
    return f"busy CPU time {'per completed request' if is_per_request else 'of the run'} ({unit})"


def plot_overhead(run: Source, axes: Any) -> None:
    """Draw busy CPU time by activity, one bar per arm; needs `time_ledger` and `requests`.

    Args:
        run: The run.
        axes: Where to.
    """
    table, is_per_request = overhead_table(run)
    scale, unit = time_unit(float(table.sum().max()) if len(table) else 0.0)
    arms = [str(arm) for arm in table.columns]
    left = dict.fromkeys(arms, 0.0)
    for activity, row in table.iterrows():
        colour, hatch = ACTIVITY_STYLE[str(activity)]
        axes.barh(
            range(len(arms)),
            [row[arm] / scale for arm in arms],
            left=list(left.values()),
            height=0.66,
            color=colour,
            hatch=hatch,
            edgecolor=hatch_colour(str(activity)),
            linewidth=0.4,
            label=str(activity).replace("_", " "),
        )
        left = {arm: left[arm] + row[arm] / scale for arm in left}
    for i, total in enumerate(left.values()):
        axes.annotate(f"{total:,.4g}", (total, i), (3, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(arms)), [shortened(arm, 18) for arm in arms])
    axes.set_ylim(len(arms) - 0.45, -0.55)
    axes.set_xlim(0, 1.12 * (max(left.values(), default=0.0) or 1))
    axes.set_xlabel(time_label(unit, is_per_request))
    axes.tick_params(axis="y", length=0)
    tidy_axes(axes, grid="x")


def _draw(run: Source, figure: Figure, form: Form) -> None:
    axes: Any = figure.subplots()
    plot_overhead(run, axes)
    legend_below(figure, axes, form)
    set_title(figure, overhead_title(run), form)


def _height_in(run: Source, form: Form) -> float:
    return (2.5 if form.is_narrow else 1.9) + 0.42 * len(run.arms)


def _missing(run: Source) -> str:
    return "" if len(overhead_table(run)[0]) else "No CPU was ever busy, so there is no CPU time."


OVERHEAD = Chart(
    name="overhead",
    heading="CPU time by activity",
    reading=(
        "One bar per arm. Greys are the workload and the kernel, which are there without a "
        "tracer; colours with hatches are what tracing brings. The number is the sum."
    ),
    tables=("time_ledger", "requests", "machine"),
    missing=_missing,
    height_in=_height_in,
    draw=_draw,
)
"""The chart."""
