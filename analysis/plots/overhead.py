"""The overhead chart: busy CPU time by activity, and what each arm adds to the twin.

Left, one stacked bar per arm; right, one panel per traced arm with only the differences, at
their own scale, so that what is small beside the workload is seen.

**Rule:** time is per completed request where every arm has requests (see `metrics.overhead` for
why), otherwise the total; means over replications.

**Not modelled:** owners; the time ledger of the summary has them.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from analysis import text
from analysis.metrics.accounts import df_time_ledger
from analysis.metrics.latency import completed_requests
from analysis.plots.style import ACTIVITY_STYLE, hatch_colour, tidy_axes
from analysis.source import Source

__all__ = ["MAX_PANELS", "draw_overhead", "overhead_table", "overhead_title"]

MAX_PANELS = 3
"""Traced arms that get a panel of differences; further ones only have their bar."""


def overhead_table(run: Source) -> tuple[pd.DataFrame, bool]:
    """Return busy time in ns by activity (rows) and arm (columns), and whether per request."""
    ledger = df_time_ledger(run)
    busy = ledger[ledger["activity"] != "halted"]
    total = busy.groupby(["arm", "replication", "activity"])["time_ns"].sum()
    done = completed_requests(run, "overhead chart", after_warmup=False)
    counts = done.groupby(["arm", "replication"], observed=True).size()
    is_per_request = all(int(counts.get(cell, 0)) > 0 for cell in run.cells())
    columns: dict[str, dict[str, float]] = {}
    for arm in run.arms:
        mine = [cell for cell in run.cells() if cell[0] == arm]
        columns[arm] = {}
        for activity in ACTIVITY_STYLE:
            each = [
                float(total.get((*cell, activity), 0)) / (counts[cell] if is_per_request else 1)
                for cell in mine
            ]
            columns[arm][activity] = sum(each) / len(each)
    table = pd.DataFrame(columns, index=list(ACTIVITY_STYLE), columns=run.arms)
    return table[(table > 0).any(axis=1)], is_per_request


def overhead_title(table: pd.DataFrame, twin: str, is_per_request: bool) -> str:
    """Return what the chart shows, in one sentence, for the arm that costs most."""
    traced = [arm for arm in table.columns if arm != twin]
    per = " per request" if is_per_request else ""
    if not traced or table.empty:
        return f"Busy CPU time{per} by activity"
    totals = table.sum()
    arm = max(traced, key=lambda name: float(totals[name]))
    added = float(totals[arm] - totals[twin])
    word = "more" if added >= 0 else "less"
    share = f" ({text.percent(added / totals[twin], sign=True)})" if totals[twin] else ""
    parts = (table[arm] - table[twin]).sort_values(ascending=False, kind="stable")
    most = [str(name) for name, ns in parts.head(3).items() if ns > 0]
    which = f";\nmost of it: {', '.join(most)}" if added > 0 and most else ""
    return f"{arm}: {text.duration(abs(added))} {word} CPU{per} than {twin}{share}{which}"


def _scale(most_ns: float) -> tuple[float, str]:
    for scale, unit in ((1e9, "s"), (1e6, "ms"), (1e3, "µs")):
        if most_ns >= scale:
            return scale, unit
    return 1.0, "ns"


def _draw_stacks(axes: Any, table: pd.DataFrame, is_per_request: bool) -> None:
    scale, unit = _scale(float(table.sum().max()) if len(table) else 0.0)
    arms = [str(arm) for arm in table.columns]
    bottom = dict.fromkeys(arms, 0.0)
    for activity, row in table.iterrows():
        colour, hatch = ACTIVITY_STYLE[str(activity)]
        axes.bar(
            range(len(arms)),
            [row[arm] / scale for arm in arms],
            bottom=list(bottom.values()),
            width=0.62,
            color=colour,
            hatch=hatch,
            edgecolor=hatch_colour(str(activity)),
            linewidth=0.4,
            label=str(activity).replace("_", " "),
        )
        bottom = {arm: bottom[arm] + row[arm] / scale for arm in bottom}
    for i, top in enumerate(bottom.values()):
        axes.annotate(f"{top:.4g}", (i, top), (0, 2), textcoords="offset points", ha="center")
    axes.set_xticks(range(len(arms)), arms, rotation=0 if len(arms) <= 4 else 30)
    per = " per completed request" if is_per_request else ", whole run"
    axes.set_ylabel(f"busy CPU time{per} ({unit})")
    axes.margins(y=0.08)
    tidy_axes(axes)


def _draw_difference(axes: Any, table: pd.DataFrame, arm: str, twin: str) -> None:
    diff = table[arm] - table[twin]  # bottom to top, as in the stack and the legend
    scale, unit = _scale(float(diff.abs().max()) if len(diff) else 0.0)
    names = [str(name).replace("_", " ") for name in diff.index]
    bars = axes.barh(range(len(names)), [ns / scale for ns in diff], height=0.7, linewidth=0.4)
    for bar, activity, ns in zip(bars, diff.index, diff, strict=True):
        colour, hatch = ACTIVITY_STYLE[str(activity)]
        bar.set(facecolor=colour, hatch=hatch, edgecolor=hatch_colour(str(activity)))
        at = (ns / scale, bar.get_y() + bar.get_height() / 2)
        side = ((-3, 0), "right") if ns < 0 else ((3, 0), "left")
        label = "0" if ns == 0 else f"{ns / scale:+.3g}"
        axes.annotate(
            label, at, side[0], textcoords="offset points", ha=side[1], va="center", fontsize=8
        )
    axes.set_yticks(range(len(names)), names)
    axes.axvline(0, color="#333333", linewidth=0.8)
    axes.set_xlabel(f"{unit} more than {twin}")
    axes.set_title(arm)
    axes.margins(x=0.22)
    tidy_axes(axes)
    axes.grid(visible=False)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def draw_overhead(run: Source, figure: Figure) -> None:
    """Fill *figure* with the chart."""
    table, is_per_request = overhead_table(run)
    traced = [arm for arm in run.arms if arm != run.twin][:MAX_PANELS]
    widths = [0.6 + 0.35 * len(run.arms)] + [1.0] * len(traced)
    axes: Any = figure.subplots(1, 1 + len(traced), width_ratios=widths, squeeze=False)[0]
    _draw_stacks(axes[0], table, is_per_request)
    for panel, arm in zip(axes[1:], traced, strict=True):
        _draw_difference(panel, table, arm, run.twin)
    handles, labels = axes[0].get_legend_handles_labels()
    figure.legend(handles[::-1], labels[::-1], loc="outside right upper", frameon=False)
    title = overhead_title(table, run.twin, is_per_request)
    figure.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=10)
