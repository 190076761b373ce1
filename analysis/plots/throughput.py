"""The throughput chart: every arm over time, and how far it is from the twin.

Above, completed requests per second from zero, means over replications; below, the difference
from the twin in percent, bin by bin. The warm-up is shaded and counts for no figure in the title.

**Rule:** bins are those of `metrics.throughput`; with several replications a band goes from the
least to the greatest of them. A bin cut by the horizon to less than half its width is not drawn.

**Not modelled:** smoothing.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from analysis import text
from analysis.metrics.throughput import df_throughput
from analysis.paired import df_comparison
from analysis.plots.style import ARM_STYLE, tidy_axes
from analysis.source import Source

__all__ = ["draw_throughput", "throughput_title"]


def throughput_title(run: Source) -> str:
    """Return what the chart shows, in one sentence, for the arm that loses most."""
    rows = df_comparison(run)
    rows = rows[(rows["metric"] == "throughput_per_s") & rows["diff_frac"].notna()]
    if rows.empty:
        return "Completed requests per second"
    worst = rows.sort_values("diff_frac", kind="stable").iloc[0]
    word = "fewer" if worst["diff"] < 0 else "more"
    share = text.percent(abs(float(worst["diff_frac"])))
    return (
        f"{worst['arm']} completes {share} {word} requests than {run.twin}:\n"
        f"{worst['value']:,.0f}/s against {worst['twin']:,.0f}/s ({worst['note']})"
    )


def _bins(rows: pd.DataFrame) -> pd.DataFrame:
    """Return per bin the mean, least and greatest rate over replications, full bins only."""
    full = (rows["end_ns"] - rows["start_ns"]) * 2 >= (rows["end_ns"] - rows["start_ns"]).max()
    grouped = rows[full].groupby("start_ns")
    found: pd.DataFrame = grouped["throughput_per_s"].agg(["mean", "min", "max"])
    found["mid_ms"] = (found.index + grouped["end_ns"].max()) / 2e6
    return found


def _label_warmup(axes: Any, warmup_ms: float) -> None:
    """Name the shaded stretch, beside it: it is often too narrow to hold the word."""
    axes.annotate(
        "← warm-up",
        (warmup_ms, 0.03),
        (4, 0),
        xycoords=axes.get_xaxis_transform(),
        textcoords="offset points",
        fontsize=8,
        color="#555555",
    )


def draw_throughput(run: Source, figure: Figure) -> None:
    """Fill *figure* with the chart."""
    rows = df_throughput(run)
    panels: Any = figure.subplots(2, 1, sharex=True, height_ratios=[2, 1])
    above, below = panels
    bins = {arm: _bins(rows[rows["arm"] == arm]) for arm in run.arms}
    twin = bins[run.twin]
    for i, arm in enumerate(run.arms):
        colour, dash = ARM_STYLE[i % len(ARM_STYLE)]
        mine = bins[arm]
        style = {"color": colour, "linestyle": dash, "linewidth": 1.6, "label": arm}
        above.plot(mine["mid_ms"], mine["mean"], **style)
        if len(run.replications) > 1:
            above.fill_between(
                mine["mid_ms"], mine["min"], mine["max"], color=colour, alpha=0.15, linewidth=0
            )
        if arm != run.twin:
            diff = 100 * (mine["mean"] - twin["mean"]) / twin["mean"].where(twin["mean"] > 0)
            below.plot(mine["mid_ms"].reindex(diff.index), diff, **style)
    warmup = max(run.warmup_ns(*cell) for cell in run.cells()) / 1e6
    for axes in (above, below):
        if warmup:
            axes.axvspan(0, warmup, color="#f2f2f2", linewidth=0, zorder=0)
        tidy_axes(axes)
    if warmup:
        _label_warmup(above, warmup)
    above.set_ylim(0, 1.08 * max(float(b["max"].max()) for b in bins.values()) or 1)
    above.set_ylabel("completed requests/s")
    above.legend(frameon=False, loc="lower right", ncols=len(run.arms))
    below.axhline(0, color=ARM_STYLE[0][0], linewidth=1)
    below.set_ylabel(f"% from {run.twin}")
    below.set_xlabel("simulated time (ms)")
    below.set_xlim(left=0)
    figure.suptitle(throughput_title(run), x=0.01, ha="left", fontweight="bold", fontsize=10)
