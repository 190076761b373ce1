"""What each arm adds to the twin's CPU time, by activity and owner, at its own scale.

**Rule:** differences are paired by replication; with several replications a whisker is the 95 %
interval of the mean. Cells too small to see are summed up in one row, never dropped.

**Not modelled:** which CPU the time was spent on.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from matplotlib.figure import Figure

from analysis import text
from analysis.plots.drawing import Chart
from analysis.plots.grid import panel_grid
from analysis.plots.overhead import busy_by_cell
from analysis.plots.spread import difference
from analysis.plots.style import (
    ACTIVITY_STYLE,
    Form,
    hatch_colour,
    set_title,
    shortened,
    tidy_axes,
    time_unit,
)
from analysis.source import Source

__all__ = ["ADDED", "AddedCell", "added_cells", "plot_added"]

MAX_ROWS = 16
_MAX_ROWS_OF_MANY = 10
_SMALL_FRAC = 0.004


class AddedCell(NamedTuple):
    """One row: an activity of an owner, what an arm adds there, and how far that may be off."""

    activity: str
    owner: str
    diff_ns: float
    half_width_ns: float

    @property
    def low_ns(self) -> float:
        """The lower end of the interval, or the difference where there is none."""
        return self.diff_ns - (0 if math.isnan(self.half_width_ns) else self.half_width_ns)

    @property
    def high_ns(self) -> float:
        """The upper end."""
        return 2 * self.diff_ns - self.low_ns

    @property
    def label(self) -> str:
        """What the row is called."""
        activity = self.activity.replace("_", " ")
        return f"{activity} · {self.owner}" if self.owner else activity


def _most_rows(run: Source) -> int:
    """Return how many rows a panel has: fewer where many arms share a page."""
    return MAX_ROWS if len(run.arms) <= 4 else _MAX_ROWS_OF_MANY


def added_cells(run: Source, arm: str, most: int | None = None) -> list[AddedCell]:
    """Return what *arm* adds, in the order in which activities are stacked.

    Args:
        run: The run.
        arm: A traced arm.
        most: At most so many rows; the smallest become one, with an empty owner.
    """
    most = most or _most_rows(run)
    busy, _ = busy_by_cell(run)
    reps = [r for a, r in run.cells() if a == arm and (run.twin, r) in run.cells()]
    found = []
    for (activity, owner), times in busy.items():
        mine = [times[(arm, r)] for r in reps]
        twins = [times[(run.twin, r)] for r in reps]
        diff, half = difference(mine, twins)
        if any(mine) or any(twins):
            found.append(AddedCell(activity, owner, diff, half))
    order = {name: i for i, name in enumerate(ACTIVITY_STYLE)}
    found.sort(key=lambda cell: (order.get(cell.activity, len(order)), cell.owner))
    if not found:
        return []
    sizes = sorted((abs(cell.diff_ns) for cell in found), reverse=True)
    least = max(_SMALL_FRAC * sizes[0], sizes[most - 2] if len(sizes) > most else 0.0)
    small = [cell for cell in found if abs(cell.diff_ns) < least]
    if len(small) < 2:
        return found
    rest = math.fsum(cell.diff_ns for cell in small)
    kept = [cell for cell in found if abs(cell.diff_ns) >= least]
    return [*kept, AddedCell(f"{len(small)} smaller cells", "", rest, math.nan)]


def _title(run: Source) -> str:
    best: tuple[float, str, AddedCell] | None = None
    for arm in run.arms[1:]:
        for cell in added_cells(run, arm):
            if cell.owner and (best is None or cell.diff_ns > best[0]):
                best = (cell.diff_ns, arm, cell)
    if best is None or best[0] <= 0:
        return f"No activity takes more CPU time than in {run.twin}"
    per = " per request" if busy_by_cell(run)[1] else ""
    _, arm, cell = best
    return (
        f"The largest addition of {arm} is {cell.activity.replace('_', ' ')} of "
        f"{cell.owner}: {text.duration(cell.diff_ns)}{per}"
    )


def _set_limits(axes: Any, cells: list[AddedCell], scale: float) -> None:
    """Leave room beside the bars for their labels."""
    low = min([0.0, *(cell.low_ns for cell in cells)]) / scale
    high = max([0.0, *(cell.high_ns for cell in cells)]) / scale or 1.0
    span = high - low
    has_negative = any(cell.diff_ns < 0 for cell in cells)
    axes.set_xlim(low - (0.3 * span if has_negative else 0), high + 0.3 * span)


def plot_added(run: Source, axes: Any, arm: str | None = None) -> None:
    """Draw what an arm adds by activity · owner; needs `time_ledger` and `requests`.

    Args:
        run: The run.
        axes: Where to.
        arm: A traced arm; the first one unless given.
    """
    arm = arm or run.arms[1]
    cells = added_cells(run, arm)
    scale, unit = time_unit(max((max(-c.low_ns, c.high_ns) for c in cells), default=0.0))
    for i, cell in enumerate(cells):
        colour, hatch = ACTIVITY_STYLE.get(cell.activity, ("#ffffff", ""))
        edge = hatch_colour(cell.activity)
        value = cell.diff_ns / scale
        axes.barh(i, value, height=0.7, color=colour, hatch=hatch, edgecolor=edge, linewidth=0.4)
        if not math.isnan(cell.half_width_ns):
            half = cell.half_width_ns / scale
            axes.errorbar(value, i, xerr=half, color="#111111", capsize=2, linewidth=0.9)
        end = (cell.low_ns if value < 0 else cell.high_ns) / scale
        offset, side = ((-3, 0), "right") if value < 0 else ((3, 0), "left")
        label = "0" if value == 0 else f"{value:+.3g}".replace("-", "−")
        axes.annotate(
            label, (end, i), offset, textcoords="offset points", ha=side, va="center", fontsize=8
        )
    names = [shortened(cell.label, 28) for cell in cells]
    axes.set_yticks(range(len(cells)), names, fontsize=8.5)
    axes.set_ylim(len(cells) - 0.4, -0.6)
    axes.axvline(0, color="#333333", linewidth=0.8)
    per = " per request" if busy_by_cell(run)[1] else ""
    axes.set_xlabel(f"CPU time added{per} ({unit})")
    _set_limits(axes, cells, scale)
    axes.set_title(shortened(arm, 34))
    tidy_axes(axes, grid="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def _ncols(run: Source, form: Form) -> int:
    return 1 if form.is_narrow or len(run.arms) == 2 else 2


def _heights(run: Source, form: Form) -> list[float]:
    """Return the height of each row of panels in rows of bars, what is around them included."""
    ncols = _ncols(run, form)
    sizes = [len(added_cells(run, arm)) + 3.6 for arm in run.arms[1:]]
    return [max(sizes[i : i + ncols]) for i in range(0, len(sizes), ncols)]


def _draw(run: Source, figure: Figure, form: Form) -> None:
    traced = run.arms[1:]
    panels = panel_grid(figure, len(traced), _ncols(run, form), height_ratios=_heights(run, form))
    for axes, arm in zip(panels, traced, strict=True):
        plot_added(run, axes, arm)
    set_title(figure, _title(run), form)


def _height_in(run: Source, form: Form) -> float:
    return 0.45 + 0.22 * sum(_heights(run, form))


def _missing(run: Source) -> str:
    if not run.arms[1:]:
        return "There is no traced arm to compare with."
    if not any(added_cells(run, arm) for arm in run.arms[1:]):
        return "No CPU was ever busy, so there is nothing that an arm could add."
    return ""


ADDED = Chart(
    name="added",
    heading="What each arm adds, by activity and owner",
    reading=(
        "A row is a cell of the time ledger: an activity (what the CPU did) and its owner (on "
        "whose account). To the right of zero the arm spends more than its twin. Time that a "
        "tracer costs others, such as the scheduler's for waking its reader, is there too."
    ),
    tables=("time_ledger", "requests", "machine"),
    missing=_missing,
    height_in=_height_in,
    draw=_draw,
)
"""The chart."""
