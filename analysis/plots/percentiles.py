"""The percentile chart: how much slower each arm is than the twin, percentile by percentile.

**Rule:** nearest-rank percentiles of each replication; bars are means of paired differences over
the twin's mean, and with several replications a whisker is the 95 % interval.

**Not modelled:** percentiles that a run is too short for; p99.9 of a thousand requests is one
request.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from matplotlib.figure import Figure

from analysis import text
from analysis.metrics.requests import PERMILLES, LatencySummary, latency_summaries
from analysis.plots.drawing import Chart
from analysis.plots.grid import nr_rows, panel_grid
from analysis.plots.latency import busiest_workloads
from analysis.plots.spread import difference
from analysis.plots.style import (
    Form,
    arm_styles,
    legend_below,
    set_title,
    shortened,
    tidy_axes,
)
from analysis.source import Source

__all__ = ["PERCENTILES", "PERCENTILE_NAMES", "PercentileChange", "changes", "plot_percentiles"]

PERCENTILE_NAMES = {"p50_ns": "p50", "p90_ns": "p90", "p99_ns": "p99", "p999_ns": "p99.9"}
"""Columns of percentiles and what people call them."""


class PercentileChange(NamedTuple):
    """One bar: means in ns, and the difference over the twin's mean."""

    arm: str
    percentile: str
    twin_ns: float
    value_ns: float
    diff_frac: float
    half_frac: float


def _ranks(run: Source, arm: str, workload: str) -> dict[int, LatencySummary]:
    cells = latency_summaries(run, "percentile chart")
    return {
        rep: workloads[workload]
        for (a, rep), workloads in cells.items()
        if a == arm and workload in workloads and workloads[workload].nr
    }


def changes(run: Source, workload: str | None = None) -> list[PercentileChange]:
    """Return every percentile of every traced arm against the twin's.

    Args:
        run: The run.
        workload: A workload; all requests unless given.
    """
    twin = _ranks(run, run.twin, workload or "")
    found = []
    for column in PERMILLES:
        for arm in run.arms[1:]:
            mine = _ranks(run, arm, workload or "")
            reps = [rep for rep in mine if rep in twin]
            values = [float(mine[rep].ranks_ns[column]) for rep in reps]
            twins = [float(twin[rep].ranks_ns[column]) for rep in reps]
            diff, half = difference(values, twins)
            base = sum(twins) / len(twins) if twins else 0.0
            if base > 0:
                mean = sum(values) / len(values)
                name = PERCENTILE_NAMES[column]
                found.append(PercentileChange(arm, name, base, mean, diff / base, half / base))
    return found


def plot_percentiles(
    run: Source, axes: Any, workload: str | None = None, *, is_short: bool = False
) -> None:
    """Draw percentiles against the twin's, in percent; needs `requests` and `machine`.

    Args:
        run: The run.
        axes: Where to.
        workload: A workload; all requests unless given.
        is_short: Leave the absolute latencies out of the labels.
    """
    bars = changes(run, workload)
    names = list(dict.fromkeys(bar.percentile for bar in bars))
    styles = arm_styles(run.arms)
    traced = run.arms[1:]
    step = 0.8 / max(len(traced), 1)
    seen: set[str] = set()
    for bar in bars:
        look = styles[bar.arm]
        y = names.index(bar.percentile) + step * (traced.index(bar.arm) - (len(traced) - 1) / 2)
        value = 100 * bar.diff_frac
        half = 0.0 if math.isnan(bar.half_frac) else 100 * bar.half_frac
        label = "_" if bar.arm in seen else bar.arm
        seen.add(bar.arm)
        axes.barh(
            y,
            value,
            height=step * 0.86,
            color=look.colour,
            hatch=look.hatch,
            edgecolor="white",
            linewidth=0.3,
            label=label,
        )
        if half:
            axes.errorbar(value, y, xerr=half, color="#111111", capsize=2, linewidth=0.9)
        words = text.percent(bar.diff_frac, sign=True)
        if not is_short:
            words += f"  ({text.duration(bar.twin_ns)} → {text.duration(bar.value_ns)})"
        offset, side = ((-3, 0), "right") if value < 0 else ((3, 0), "left")
        end = value + math.copysign(half, value)
        axes.annotate(
            words, (end, y), offset, textcoords="offset points", ha=side, va="center", fontsize=8
        )
    _set_axes(run, axes, bars, names, room=0.45 if is_short else 0.75)


def _set_axes(
    run: Source, axes: Any, bars: list[PercentileChange], names: list[str], room: float
) -> None:
    halves = [0.0 if math.isnan(b.half_frac) else 100 * b.half_frac for b in bars]
    values = [100 * b.diff_frac for b in bars]
    low = min([0.0, *(v - h for v, h in zip(values, halves, strict=True))])
    high = max([0.0, *(v + h for v, h in zip(values, halves, strict=True))])
    span = (high - low) or 1.0
    has_negative = any(value < 0 for value in values)
    axes.set_xlim(low - (room * span if has_negative else 0.02 * span), high + room * span)
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.axvline(0, color="#333333", linewidth=0.8)
    axes.set_xlabel(f"latency, difference from {shortened(run.twin, 18)} (%)")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    tidy_axes(axes, grid="x")


def _is_shown(bar: PercentileChange) -> bool:
    """Say whether a bar is longer, and its interval, if there is one, leaves zero out."""
    half = 0.0 if math.isnan(bar.half_frac) else bar.half_frac
    return bar.diff_frac - half > 0


def _title(run: Source) -> str:
    names = busiest_workloads(run, "percentile chart")
    bars = [(bar, name) for name in names for bar in changes(run, name) if _is_shown(bar)]
    if not bars:
        return f"No percentile of latency is shown to be longer than in {run.twin}"
    worst, workload = max(bars, key=lambda bar: bar[0].diff_frac)
    whose = f" of {workload}" if len(names) > 1 else ""
    return (
        f"Latency{whose} grows most at {worst.percentile} in {worst.arm}: "
        f"{text.percent(worst.diff_frac, sign=True)}, from {text.duration(worst.twin_ns)} to "
        f"{text.duration(worst.value_ns)}"
    )


def _draw(run: Source, figure: Figure, form: Form) -> None:
    names = busiest_workloads(run, "percentile chart")
    panels = panel_grid(figure, len(names), 1 if form.is_narrow else 2)
    for axes, name in zip(panels, names, strict=True):
        plot_percentiles(run, axes, name, is_short=form.is_narrow or len(names) > 1)
        if len(names) > 1:
            axes.set_title(shortened(name, 40))
    if len(run.arms) > 2:
        legend_below(figure, panels[0], form)
    set_title(figure, _title(run), form)


def _height_in(run: Source, form: Form) -> float:
    nr = len(busiest_workloads(run, "percentile chart"))
    each = 0.75 + 4 * max(0.19 * (len(run.arms) - 1), 0.3)
    legend = 0.3 if len(run.arms) > 2 else 0
    return 0.75 + legend + each * nr_rows(nr, 1 if form.is_narrow or nr == 1 else 2)


def _missing(run: Source) -> str:
    if len(run.arms) < 2:
        return "There is no traced arm to compare with."
    if not changes(run):
        return "No request was completed after the warm-up, so there are no percentiles."
    return ""


PERCENTILES = Chart(
    name="percentiles",
    heading="Latency percentiles against the twin",
    reading=(
        "The 99th percentile (p99) is the latency that 99 of 100 requests do not exceed. A bar "
        "says by how many percent the arm's is longer than the twin's. A whisker is the 95 % "
        "interval over replications: where it crosses zero, nothing is shown."
    ),
    tables=("requests", "machine"),
    missing=_missing,
    height_in=_height_in,
    draw=_draw,
)
"""The chart."""
