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
from analysis.metrics.requests import count_all, warmup_ns
from analysis.metrics.throughput import df_throughput
from analysis.paired import df_comparison
from analysis.plots.drawing import Chart
from analysis.plots.style import (
    ARM_STYLE,
    Form,
    arm_styles,
    legend_below,
    set_title,
    shortened,
    tidy_axes,
    time_unit,
)
from analysis.source import Source, remembered

__all__ = [
    "THROUGHPUT",
    "plot_throughput",
    "plot_throughput_difference",
    "shade_warmup",
    "throughput_title",
]


_NOTHING_FRAC = 5e-5


def throughput_title(run: Source) -> str:
    """Return what the chart shows, in one sentence, for the arm that loses most."""
    rows = df_comparison(run)
    rows = rows[(rows["metric"] == "throughput_per_s") & rows["diff_frac"].notna()]
    if rows.empty:
        return "Completed requests per second"
    worst = rows.sort_values("diff_frac", kind="stable").iloc[0]
    if abs(float(worst["diff_frac"])) < _NOTHING_FRAC:
        return f"No arm completes fewer requests than {run.twin}: {worst['twin']:,.0f}/s"
    word = "fewer" if worst["diff"] < 0 else "more"
    share = text.percent(abs(float(worst["diff_frac"])))
    return (
        f"{worst['arm']} completes {share} {word} requests than {run.twin}:\n"
        f"{worst['value']:,.0f}/s against {worst['twin']:,.0f}/s ({worst['note']})"
    )


def _bins(run: Source) -> dict[str, pd.DataFrame]:
    """Return per arm and bin the mean, least and greatest rate over replications."""

    def make() -> dict[str, pd.DataFrame]:
        rows = df_throughput(run)
        return {arm: _full_bins(rows[rows["arm"] == arm]) for arm in run.arms}

    return remembered(run, "bins of throughput", make)


def _full_bins(rows: pd.DataFrame) -> pd.DataFrame:
    full = (rows["end_ns"] - rows["start_ns"]) * 2 >= (rows["end_ns"] - rows["start_ns"]).max()
    grouped = rows[full].groupby("start_ns")
    found: pd.DataFrame = grouped["throughput_per_s"].agg(["mean", "min", "max"])
    found["mid_ns"] = (found.index + grouped["end_ns"].max()) / 2
    return found


def shade_warmup(run: Source, axes: Any, scale: float, *, with_name: bool = True) -> None:
    """Shade the warm-up of a chart over time, and name it beside the shade.

    Args:
        run: The run.
        axes: Where to.
        scale: Nanoseconds of a unit of the time axis.
        with_name: Write the name.
    """
    warmup = max(warmup_ns(run, cell) for cell in run.cells()) / scale
    if not warmup:
        return
    axes.axvspan(0, warmup, color="#ececec", linewidth=0, zorder=0)
    if with_name:  # beside it: the stretch is often too narrow to hold the word
        axes.annotate(
            "← warm-up",
            (warmup, 0.03),
            (4, 0),
            xycoords=axes.get_xaxis_transform(),
            textcoords="offset points",
            fontsize=8,
            color="#555555",
        )


def _time(run: Source) -> tuple[float, str]:
    return time_unit(max(run.machine(*cell, "horizon_ns") for cell in run.cells()))


def _line_style(arm: str, run: Source) -> dict[str, Any]:
    look = arm_styles(run.arms)[arm]
    return {
        "color": look.colour,
        "linestyle": look.dash,
        "linewidth": look.linewidth,
        "marker": look.marker,
        "markersize": 3.2,
        "label": arm,
    }


def plot_throughput(run: Source, axes: Any) -> None:
    """Draw completed requests per second over time; needs `requests` and `machine`.

    Args:
        run: The run.
        axes: Where to.
    """
    scale, unit = _time(run)
    bins = _bins(run)
    for arm, mine in bins.items():
        style = _line_style(arm, run)
        axes.plot(mine["mid_ns"] / scale, mine["mean"], **style)
        if len(run.replications) > 1:
            axes.fill_between(
                mine["mid_ns"] / scale,
                mine["min"],
                mine["max"],
                color=style["color"],
                alpha=0.15,
                linewidth=0,
            )
    shade_warmup(run, axes, scale)
    axes.set_ylim(0, 1.08 * max(float(b["max"].max()) for b in bins.values()) or 1)
    axes.set_xlim(left=0)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")
    axes.set_ylabel("completed requests/s")
    axes.set_xlabel(f"simulated time ({unit})")
    tidy_axes(axes)


def plot_throughput_difference(run: Source, axes: Any) -> None:
    """Draw how far every traced arm is from the twin; needs `requests` and `machine`.

    Args:
        run: The run.
        axes: Where to.
    """
    scale, unit = _time(run)
    bins = _bins(run)
    twin = bins[run.twin]
    for arm in run.arms[1:]:
        mine = bins[arm]
        diff = 100 * (mine["mean"] - twin["mean"]) / twin["mean"].where(twin["mean"] > 0)
        axes.plot(mine["mid_ns"].reindex(diff.index) / scale, diff, **_line_style(arm, run))
    shade_warmup(run, axes, scale, with_name=False)
    axes.axhline(0, color=ARM_STYLE[0].colour, linewidth=ARM_STYLE[0].linewidth, zorder=1)
    axes.set_xlim(left=0)
    axes.set_ylabel(f"% from {shortened(run.twin, 14)}")
    axes.set_xlabel(f"simulated time ({unit})")
    tidy_axes(axes)


def _draw(run: Source, figure: Figure, form: Form) -> None:
    if len(run.arms) > 1:
        panels: Any = figure.subplots(2, 1, sharex=True, height_ratios=[2, 1])
        plot_throughput(run, panels[0])
        panels[0].set_xlabel("")
        plot_throughput_difference(run, panels[1])
        figure.align_ylabels()
        above = panels[0]
    else:
        above = figure.subplots()
        plot_throughput(run, above)
    legend_below(figure, above, form)
    set_title(figure, throughput_title(run), form)


def _height_in(run: Source, form: Form) -> float:
    base = 4.2 if len(run.arms) > 1 else 3.0
    return base + (0.15 * len(run.arms) if form.is_narrow else 0.2)


def _missing(run: Source) -> str:
    if any(count_all(run, "throughput chart").values()):
        return ""
    return "No request was completed, so there is no throughput."


THROUGHPUT = Chart(
    name="throughput",
    heading="Throughput",
    reading=(
        "Completed requests per second of simulated time. The upper axis starts at zero, so that "
        "a small difference looks small; the lower one shows the same difference in percent. "
        "The warm-up is shaded and left out of every figure. With several replications a band "
        "goes from the lowest to the highest."
    ),
    tables=("requests", "machine"),
    missing=_missing,
    height_in=_height_in,
    draw=_draw,
)
"""The chart."""
