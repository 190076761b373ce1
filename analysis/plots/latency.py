"""The latency chart: which share of requests takes longer than a given time.

A complementary distribution function with both axes logarithmic, so that the rare slow requests,
which a mean hides, have as much room as the many quick ones.

**Rule:** requests of all replications together, after the warm-up. Points are those of
`metrics.requests.EDGES_NS`, at which counts are exact.

**Not modelled:** requests still open at the horizon.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, NullFormatter

from analysis import text
from analysis.metrics.requests import EDGES_NS, latency_summaries
from analysis.paired import df_comparison
from analysis.plots.drawing import Chart
from analysis.plots.grid import nr_rows, panel_grid
from analysis.plots.style import Form, arm_styles, legend_below, set_title, shortened, tidy_axes
from analysis.source import Source

__all__ = ["LATENCY", "MAX_WORKLOADS", "busiest_workloads", "plot_latency", "slower_share"]

MAX_WORKLOADS = 6
"""Workloads that get a panel: those with the most requests."""

_PERCENTILES = ((0.5, "p50"), (0.01, "p99"), (0.001, "p99.9"))

Floats = npt.NDArray[np.float64]


def busiest_workloads(run: Source, needed_by: str) -> list[str]:
    """Return the workloads with counted requests, most first, at most `MAX_WORKLOADS`."""
    counts: dict[str, int] = {}
    for workloads in latency_summaries(run, needed_by).values():
        for name, summary in workloads.items():
            if name:
                counts[name] = counts.get(name, 0) + summary.nr
    return sorted(counts, key=lambda name: -counts[name])[:MAX_WORKLOADS]


def slower_share(run: Source, arm: str, workload: str) -> tuple[Floats, Floats]:
    """Return latencies in ns and which share of requests took longer, where it changes.

    Args:
        run: The run.
        arm: An arm.
        workload: A workload; empty for all.
    """
    cells = latency_summaries(run, "latency chart")
    mine = [w[workload] for (a, _), w in cells.items() if a == arm and workload in w]
    total = sum(summary.nr for summary in mine)
    if not total:
        return np.zeros(0), np.zeros(0)
    slower = np.sum([summary.slower for summary in mine], axis=0)
    used = np.flatnonzero(np.diff(slower, prepend=total) != 0)
    # From just before the quickest request to the slowest.
    shown = slice(max(used[0] - 1, 0), used[-1] + 1)
    times = EDGES_NS[shown].astype(float)
    # Nobody is slower than the slowest, and a logarithm of zero cannot be drawn: the line ends
    # at its request.
    return times, np.maximum(slower[shown], 0.7) / total


def _least_share(run: Source, workload: str) -> float:
    shares = [slower_share(run, arm, workload)[1] for arm in run.arms]
    return min((float(mine.min()) for mine in shares if len(mine)), default=0.5)


def plot_latency(run: Source, axes: Any, workload: str | None = None) -> None:
    """Draw the share of requests slower than a latency; needs `requests` and `machine`.

    Args:
        run: The run.
        axes: Where to.
        workload: A workload; all requests unless given.
    """
    for arm in run.arms:
        times, shares = slower_share(run, arm, workload or "")
        look = arm_styles(run.arms)[arm]
        axes.plot(
            times,
            shares,
            color=look.colour,
            linestyle=look.dash,
            linewidth=look.linewidth,
            label=arm,
            marker=look.marker,
            markersize=4,
            markevery=(4, max(len(times) // 9, 1)),
        )
    axes.set_xscale("log")
    axes.set_yscale("log")
    least = _least_share(run, workload or "")
    marked = [(share, name) for share, name in _PERCENTILES if share > least]
    # Below the lowest mark there is room for its name.
    axes.set_ylim(min([least * 0.7, *(0.4 * share for share, _ in marked)]), 1.6)
    for share, name in marked:
        _mark_percentile(axes, share, name)
    _set_ticks(axes)
    axes.set_xlabel("latency (logarithmic)")
    axes.set_ylabel("requests that take longer")
    tidy_axes(axes, grid="both")


def _mark_percentile(axes: Any, share: float, name: str) -> None:
    axes.axhline(share, color="#999999", linewidth=0.7, linestyle=(0, (1, 2)), zorder=1)
    axes.annotate(
        name,
        (0, share),
        (4, -2),
        xycoords=("axes fraction", "data"),
        textcoords="offset points",
        va="top",
        fontsize=8,
        color="#444444",
    )


def _set_ticks(axes: Any) -> None:
    low, high = axes.get_xlim()
    # A decade or two have room for 2 and 5 between the powers of ten.
    subs = (1.0, 2.0, 5.0) if high / low < 200 else (1.0,)
    axes.xaxis.set_major_locator(LogLocator(subs=subs))
    axes.xaxis.set_major_formatter(lambda value, _: text.duration(value))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.yaxis.set_major_formatter(lambda value, _: f"{100 * value:.10g} %")
    axes.yaxis.set_minor_formatter(NullFormatter())


def _title(run: Source) -> str:
    rows = df_comparison(run)
    rows = rows[(rows["metric"] == "latency_p99_ns") & rows["diff"].notna()]
    if rows.empty:
        return "Share of requests that take longer than a given time"
    worst = rows.sort_values("diff", ascending=False, kind="stable").iloc[0]
    word = "more" if worst["diff"] >= 0 else "less"
    whose = " of all workloads" if len(busiest_workloads(run, "latency chart")) > 1 else ""
    return (
        f"99 of 100 requests{whose} take up to {text.duration(worst['value'])} "
        f"in {worst['arm']}, {text.duration(worst['twin'])} in {run.twin}: "
        f"{text.percent(abs(float(worst['diff_frac'])))} {word}"
    )


def _draw(run: Source, figure: Figure, form: Form) -> None:
    names = busiest_workloads(run, "latency chart")
    panels = panel_grid(figure, len(names), 1 if form.is_narrow else 2)
    for i, (axes, name) in enumerate(zip(panels, names, strict=True)):
        plot_latency(run, axes, name)
        if len(names) > 1:
            axes.set_title(shortened(name, 40))
            if i % 2 and not form.is_narrow:
                axes.set_ylabel("")
    legend_below(figure, panels[0], form)
    set_title(figure, _title(run), form)


def _height_in(run: Source, form: Form) -> float:
    nr = len(busiest_workloads(run, "latency chart"))
    if nr == 1:
        return 4.0
    return 1.0 + 2.7 * nr_rows(nr, 1 if form.is_narrow else 2)


def _missing(run: Source) -> str:
    if busiest_workloads(run, "latency chart"):
        return ""
    return "No request was completed after the warm-up, so there is no latency."


LATENCY = Chart(
    name="latency",
    heading="Latency distribution",
    reading=(
        "Latency is the time from a request's arrival to its end. Follow a line: at 1 % on the "
        "left it has reached the latency that one request in a hundred exceeds, the 99th "
        "percentile (p99). A line further to the right is slower. Both axes are logarithmic."
    ),
    tables=("requests", "machine"),
    missing=_missing,
    height_in=_height_in,
    draw=_draw,
)
"""The chart."""
