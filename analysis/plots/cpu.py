"""CPU use over time: which share of all CPUs each group of activities takes.

**Rule:** from samples of cumulative CPU time; a step is the mean over its stretch of time and
over replications. What is left up to 100 % is idle.

**Not modelled:** single CPUs; a mean of 25 % on four CPUs may be one that is always busy.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure

from analysis import text
from analysis.metrics.series import Line, lines
from analysis.plots.drawing import Chart
from analysis.plots.grid import nr_rows, panel_grid
from analysis.plots.style import Form, legend_below, set_title, shortened, tidy_axes, time_unit
from analysis.plots.throughput import shade_warmup
from analysis.source import Source, remembered

__all__ = ["CPU", "GROUPS", "cpu_shares", "plot_cpu"]

GROUPS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "user code": (("user",), "#e0e0e0", ""),
    "kernel paths": (("kernel",), "#b8b8b8", ""),
    "scheduler, interrupts": (("sched", "irq"), "#7a7a7a", ""),
    "hooks and programs": (
        ("hook", "program", "helper", "map", "lock_wait", "ringbuf", "wakeup", "attach"),
        "#e69f00",
        "//",
    ),
    "reader": (("reader",), "#332288", "||"),
}
"""Groups of activities from bottom to top: their activities, fill and hatch."""

_STEPS = 120

Floats = npt.NDArray[np.float64]


def _edges(run: Source) -> Floats:
    horizon = max(run.machine(*cell, "horizon_ns") for cell in run.cells())
    found = lines(run, "cpu_ns", "CPU chart")
    most = max((len(line.t_ns) for line in found.values()), default=0)
    nr = max(1, min(_STEPS, most))
    return np.linspace(0, horizon, nr + 1)


def _rate(line: Line, edges: Floats) -> Floats:
    """Return a cumulative line's growth per ns in each step."""
    times = np.concatenate([[0], line.t_ns])
    values = np.concatenate([[0], line.values])
    at_edges = np.interp(edges, times, values)
    growth: Floats = np.diff(at_edges) / np.diff(edges)
    # The last sample comes before the horizon: a step that it cuts says nothing.
    growth[edges[1:] > times[-1] + 1e-9] = np.nan
    return growth


def cpu_shares(run: Source) -> tuple[Floats, dict[str, dict[str, Floats]]]:
    """Return edges of steps in ns, and per arm and group the share of all CPUs (0 to 1)."""
    return remembered(run, "shares of CPU time", lambda: _cpu_shares(run))


def _cpu_shares(run: Source) -> tuple[Floats, dict[str, dict[str, Floats]]]:
    edges = _edges(run)
    found: dict[str, dict[str, Floats]] = {}
    samples = lines(run, "cpu_ns", "CPU chart")
    for arm in run.arms:
        reps = sorted({rep for a, rep, _ in samples if a == arm})
        if not reps:
            continue
        found[arm] = {}
        for group, (activities, _, _) in GROUPS.items():
            total = np.zeros(len(edges) - 1)
            for rep in reps:
                nr_cpus = run.machine(arm, rep, "nr_cpus") * len(reps)
                for activity in activities:
                    if (arm, rep, activity) in samples:
                        total += _rate(samples[(arm, rep, activity)], edges) / nr_cpus
            found[arm][group] = total
    return edges, found


def plot_cpu(run: Source, axes: Any, arm: str | None = None) -> None:
    """Draw CPU use of an arm over time, stacked by group; needs `series` and `machine`.

    Args:
        run: The run.
        axes: Where to.
        arm: An arm; the first one with samples unless given.
    """
    edges, shares = cpu_shares(run)
    arm = arm or next(iter(shares))
    scale, unit = time_unit(float(edges[-1]))
    shade_warmup(run, axes, scale, with_name=False)
    bottom = np.zeros(len(edges) - 1)
    for group, (_, colour, hatch) in GROUPS.items():
        top = bottom + 100 * np.nan_to_num(shares[arm][group])
        axes.fill_between(
            edges / scale,
            np.append(bottom, bottom[-1]),
            np.append(top, top[-1]),
            step="post",
            facecolor=colour,
            hatch=hatch,
            edgecolor="white" if group == "reader" else "#333333",
            linewidth=0.3,
            label=group,
        )
        bottom = top
    axes.set_xlim(0, edges[-1] / scale)
    axes.set_ylim(0, _top(shares))
    axes.set_ylabel("share of all CPUs (%)")
    axes.set_xlabel(f"simulated time ({unit})")
    axes.set_title(f"{shortened(arm, 30)}: {text.percent(_mean_busy(shares[arm]))} busy")
    tidy_axes(axes)


def _top(shares: dict[str, dict[str, Floats]]) -> float:
    """Return where the axis of all arms ends, in percent: low use would be a line on the floor."""
    totals = [np.nan_to_num(np.sum(list(groups.values()), axis=0)) for groups in shares.values()]
    most = 100 * max(float(total.max(initial=0)) for total in totals)
    return 100 if most > 40 else max(1.4 * most, 0.1)


def _mean_busy(groups: dict[str, Floats]) -> float:
    total = np.sum(list(groups.values()), axis=0)
    known = total[~np.isnan(total)]
    return float(known.mean()) if len(known) else 0.0


def _title(run: Source) -> str:
    _, shares = cpu_shares(run)
    busy = {arm: _mean_busy(groups) for arm, groups in shares.items()}
    traced = [arm for arm in busy if arm != run.twin]
    if run.twin not in busy or not traced:
        arm, frac = next(iter(busy.items()))
        return f"{arm} keeps {text.percent(frac)} of its CPUs busy"
    worst = max(traced, key=lambda arm: busy[arm])
    return (
        f"{worst} keeps {text.percent(busy[worst])} of all CPUs busy, "
        f"{run.twin} {text.percent(busy[run.twin])}"
    )


def _draw(run: Source, figure: Figure, form: Form) -> None:
    _, shares = cpu_shares(run)
    panels = panel_grid(figure, len(shares), 1 if form.is_narrow else 2)
    columns = 1 if form.is_narrow else min(2, len(shares))
    for i, (axes, arm) in enumerate(zip(panels, shares, strict=True)):
        plot_cpu(run, axes, arm)
        if i % columns:
            axes.set_ylabel("")
            axes.tick_params(labelleft=False)
        if i + columns < len(shares):
            axes.set_xlabel("")
            axes.tick_params(labelbottom=False)
    legend_below(figure, panels[0], form)
    set_title(figure, _title(run), form)


def _height_in(run: Source, form: Form) -> float:
    nr = len(cpu_shares(run)[1])
    return (1.3 if form.is_narrow else 0.9) + 2.1 * nr_rows(nr, 1 if form.is_narrow else 2)


def _missing(run: Source) -> str:
    if lines(run, "cpu_ns", "CPU chart"):
        return ""
    return (
        "This run has no samples of CPU time: it was made by an older version, or the scenario "
        "records no samples (`record.samples`). The time ledger has the totals."
    )


CPU = Chart(
    name="cpu",
    heading="CPU use over time",
    reading=(
        "What all CPUs together did, from below: the workload's user code, the kernel functions "
        "it called, the scheduler and interrupts; then what tracing brings. The rest up to "
        "100 % is idle; where little is used, the axis ends below that. The warm-up is shaded."
    ),
    tables=("series", "machine"),
    missing=_missing,
    height_in=_height_in,
    draw=_draw,
)
"""The chart."""
