"""Ring and perf buffers over time: how full they are, and how much they hold.

**Rule:** one panel per arm and buffer. The line is the mean over replications of the samples,
the pale area goes up to the highest value of any replication; where the run has `peak_bytes`
(the highest fill since the sample before), these count, so that nothing between two samples is
missed. Where the fill is far below the capacity, the axis ends above the fill and says so.

**Not modelled:** when a record was dropped; the ledger counts drops without their times.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from matplotlib.figure import Figure

from analysis import text
from analysis.metrics.accounts import df_loss, df_maps
from analysis.metrics.series import Line, highest, lines
from analysis.plots.drawing import Chart
from analysis.plots.drops import lost_share
from analysis.plots.grid import nr_rows, panel_grid
from analysis.plots.style import Form, arm_styles, set_title, shortened, tidy_axes, time_unit
from analysis.plots.throughput import shade_warmup
from analysis.source import Source, remembered

__all__ = ["MAX_PANELS", "RING_FILL", "Ring", "plot_ring_fill", "rings"]

MAX_PANELS = 8
"""Buffers that get a panel: the fullest ones."""

_SIZES = ((2**30, "GiB"), (2**20, "MiB"), (2**10, "KiB"), (1, "bytes"))
_NEARLY_FULL = 0.95
_MAX_MARKS = 40
_RINGBUF = "BPF_MAP_TYPE_RINGBUF"


class Ring(NamedTuple):
    """A buffer of an arm.

    Attributes:
        arm: Arm.
        subject: ``tracer/map``.
        capacity_bytes: What it holds; 0 where that is not known.
        most_bytes: The highest fill that was seen.
        dropped: Records that got no room, sum over replications.
        attempts: How often room was asked for.
        has_peaks: Whether the fill between samples is known.
    """

    arm: str
    subject: str
    capacity_bytes: int
    most_bytes: int
    dropped: int
    attempts: int
    has_peaks: bool

    @property
    def fill_frac(self) -> float:
        """The highest fill over the capacity; 0 where there is none."""
        return self.most_bytes / self.capacity_bytes if self.capacity_bytes else 0.0


def rings(run: Source) -> list[Ring]:
    """Return every buffer with samples, fullest first; needs `series`, `maps`, `loss_ledger`."""
    return remembered(run, "rings", lambda: _rings(run))


def _rings(run: Source) -> list[Ring]:
    fills = lines(run, "fill_bytes", "ring fill chart")
    peaks = lines(run, "peak_bytes", "ring fill chart")
    maps = df_maps(run)
    losses = df_loss(run)
    losses = losses[losses["section"] == "reservations"]
    found = []
    for arm, subject in dict.fromkeys((arm, subject) for arm, _, subject in fills):
        tracer, _, name = subject.partition("/")
        mine = maps[(maps["arm"] == arm) & (maps["tracer"] == tracer) & (maps["map"] == name)]
        is_ring = len(mine) and str(mine["map_type"].iloc[0]) == _RINGBUF
        capacity = int(mine["max_entries"].iloc[0]) if is_ring else 0
        bins = losses[(losses["arm"] == arm) & (losses["subject"] == subject)]
        is_drop = bins["bin"].str.startswith("dropped_")
        series = [*_of(fills, arm, subject), *_of(peaks, arm, subject)]
        found.append(
            Ring(
                arm=arm,
                subject=subject,
                capacity_bytes=capacity,
                most_bytes=max(int(line.values.max(initial=0)) for line in series),
                dropped=int(bins[is_drop]["count"].sum()),
                attempts=int(bins[bins["bin"] == "attempt"]["count"].sum()),
                has_peaks=bool(_of(peaks, arm, subject)),
            )
        )
    order = {arm: i for i, arm in enumerate(run.arms)}
    found.sort(key=lambda r: (-r.dropped, -r.fill_frac, order[r.arm], r.subject))
    return found


def _of(found: dict[tuple[str, int, str], Line], arm: str, subject: str) -> list[Line]:
    return [line for (a, _, s), line in found.items() if (a, s) == (arm, subject)]


def _envelope(run: Source, ring: Ring) -> tuple[Line, Line]:
    """Return mean of the samples and highest value over replications, on the same times."""
    horizon = max(run.machine(*cell, "horizon_ns") for cell in run.cells())
    fills = _of(lines(run, "fill_bytes", "ring fill chart"), ring.arm, ring.subject)
    peaks = _of(lines(run, "peak_bytes", "ring fill chart"), ring.arm, ring.subject) or fills
    times = max((line.t_ns for line in fills), key=len)
    together = [np.interp(times, line.t_ns, line.values) for line in fills]
    mean = highest(times, np.rint(np.mean(together, axis=0)).astype(np.int64), horizon)
    times = max((line.t_ns for line in peaks), key=len)
    tops = [np.interp(times, line.t_ns, line.values) for line in peaks]
    top = highest(times, np.rint(np.max(tops, axis=0)).astype(np.int64), horizon)
    return mean, top


def _size_unit(most_bytes: float) -> tuple[int, str]:
    for scale, unit in _SIZES:
        if most_bytes >= scale:
            return scale, unit
    return 1, "bytes"


def plot_ring_fill(run: Source, axes: Any, ring: Ring | None = None) -> None:
    """Draw how full a buffer is; needs `series`, `maps`, `loss_ledger` and `machine`.

    Args:
        run: The run.
        axes: Where to.
        ring: One of `rings`; the fullest unless given.
    """
    ring = ring or rings(run)[0]
    mean, top = _envelope(run, ring)
    t_scale, t_unit = time_unit(max(run.machine(*cell, "horizon_ns") for cell in run.cells()))
    is_far = 0 < ring.fill_frac < 0.2 or not ring.capacity_bytes
    limit = max(1.35 * ring.most_bytes if is_far else 1.12 * ring.capacity_bytes, 1)
    scale, unit = _size_unit(limit)
    look = arm_styles(run.arms)[ring.arm]
    axes.fill_between(
        top.t_ns / t_scale, top.values / scale, color=look.colour, alpha=0.25, linewidth=0
    )
    axes.plot(mean.t_ns / t_scale, mean.values / scale, color=look.colour, linewidth=1.1)
    if ring.capacity_bytes and not is_far:
        axes.axhline(ring.capacity_bytes / scale, color="#111111", linewidth=1, linestyle="--")
        _note(axes, f"capacity {text.size(ring.capacity_bytes)}", 0.99, ring.capacity_bytes / scale)
        _mark_full(axes, ring, top, t_scale, scale)
    elif ring.capacity_bytes:
        times = f"{1 / ring.fill_frac:,.3g}" if ring.fill_frac else "far"
        words = f"↑ capacity {text.size(ring.capacity_bytes)}: {times} times the highest fill"
        _note(axes, words, 0.99, 0.99, in_axes=True)
    axes.set_ylim(0, limit / scale)
    axes.set_xlim(left=0)
    axes.set_ylabel(f"fill ({unit})")
    axes.set_xlabel(f"simulated time ({t_unit})")
    axes.set_title(_panel_title(ring))
    shade_warmup(run, axes, t_scale, with_name=False)
    tidy_axes(axes)


def _mark_full(axes: Any, ring: Ring, top: Line, t_scale: float, scale: int) -> None:
    """Mark where a buffer that dropped records was nearly full, a few dozen times at most."""
    if not ring.dropped:
        return
    times = top.t_ns[top.values >= _NEARLY_FULL * ring.capacity_bytes]
    times = times[:: -(-len(times) // _MAX_MARKS) or 1]
    if not len(times):
        return
    heights = np.full(len(times), ring.capacity_bytes / scale)
    axes.plot(times / t_scale, heights, "x", color="#111111", markersize=4)


def _note(axes: Any, words: str, x: float, y: float, *, in_axes: bool = False) -> None:
    note = axes.annotate(
        words,
        (x, y),
        (0, -2 if in_axes else 2),
        xycoords="axes fraction" if in_axes else ("axes fraction", "data"),
        textcoords="offset points",
        ha="right",
        va="top" if in_axes else "bottom",
        fontsize=8,
    )
    # It lies within the axes: they need no room for it.
    note.set_in_layout(False)


def _panel_title(ring: Ring) -> str:
    lost = "nothing dropped"
    if ring.dropped:
        share = lost_share(ring.dropped / ring.attempts) if ring.attempts else ""
        lost = f"✕ {text.count(ring.dropped)} dropped ({share})"
    return f"{shortened(ring.arm, 22)}: {lost}\n{shortened(ring.subject, 44)}"


def _title(run: Source) -> str:
    found = rings(run)
    shown = f" ({MAX_PANELS} of {len(found)} buffers shown)" if len(found) > MAX_PANELS else ""
    return _fullest(found) + shown


def _fullest(found: list[Ring]) -> str:
    dropping = [ring for ring in found if ring.dropped]
    known = [ring for ring in found if ring.capacity_bytes]
    if dropping:
        worst = dropping[0]
        return (
            f"{worst.subject} in {worst.arm} is too small for its reader: "
            f"{text.count(worst.dropped)} records found no room"
        )
    if not known:
        return f"The fullest buffer holds up to {text.size(max(r.most_bytes for r in found))}"
    fullest = max(known, key=lambda ring: ring.fill_frac)
    seen = "" if fullest.has_peaks else ", as sampled"
    return (
        f"{fullest.subject} in {fullest.arm} holds at most {text.size(fullest.most_bytes)} of "
        f"{text.size(fullest.capacity_bytes)} ({text.percent(fullest.fill_frac)}){seen}"
    )


def _ncols(run: Source, form: Form) -> int:
    return 1 if form.is_narrow or len(rings(run)) == 1 else 2


def _draw(run: Source, figure: Figure, form: Form) -> None:
    shown = rings(run)[:MAX_PANELS]
    panels = panel_grid(figure, len(shown), _ncols(run, form))
    for axes, ring in zip(panels, shown, strict=True):
        plot_ring_fill(run, axes, ring)
    set_title(figure, _title(run), form)


def _height_in(run: Source, form: Form) -> float:
    nr = min(len(rings(run)), MAX_PANELS)
    return 0.6 + (2.6 if nr == 1 else 2.2) * nr_rows(nr, _ncols(run, form))


def _missing(run: Source) -> str:
    if rings(run):
        return ""
    if any(
        row.startswith("fill")
        for row in run.table("series", "ring fill chart").categories("metric")
    ):
        return "No buffer was sampled."
    return (
        "No ring or perf buffer was sampled: the tracers of this run have none, or the scenario "
        "records no samples (`record.samples`)."
    )


RING_FILL = Chart(
    name="ring-fill",
    heading="Ring buffer fill over time",
    reading=(
        "A ring buffer holds the records that a program has written and the reader has not yet "
        "taken. Where the fill reaches the capacity (dashed), the next record finds no room and "
        "is dropped. The line is the fill at the samples, the pale area reaches up to the "
        "highest fill of any replication. Where records were dropped, ✕ marks the times at which "
        "the buffer was nearly full (95 % and more)."
    ),
    tables=("series", "maps", "loss_ledger", "machine"),
    missing=_missing,
    height_in=_height_in,
    draw=_draw,
)
"""The chart."""
