"""How charts look, and how they are written with the same bytes every time.

The workload's own activities are greys from light to dark; what tracing brings is in colours of
the Okabe-Ito set, each with a hatch of its own, so that a chart reads without colour too.

**Rule:** figures are made without pyplot (no global state); files carry no date, and ids in SVG
come from a fixed salt, so equal runs give equal files with equal matplotlib versions.

**Not modelled:** dark backgrounds.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from matplotlib import style
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

__all__ = ["ACTIVITY_STYLE", "ARM_STYLE", "hatch_colour", "save_figure", "tidy_axes"]

ACTIVITY_STYLE: dict[str, tuple[str, str]] = {
    "user": ("#e0e0e0", ""),
    "kernel": ("#b8b8b8", ""),
    "sched": ("#8c8c8c", ""),
    "irq": ("#616161", ""),
    "hook": ("#e69f00", "//"),
    "program": ("#0072b2", "\\\\"),
    "helper": ("#56b4e9", ".."),
    "map": ("#009e73", "xx"),
    "lock_wait": ("#d55e00", "++"),
    "ringbuf": ("#cc79a7", "--"),
    "wakeup": ("#f0e442", "oo"),
    "reader": ("#332288", "||"),
    "attach": ("#000000", "**"),
}
"""Fill and hatch of each busy activity, in the order in which they are stacked."""

ARM_STYLE: tuple[tuple[str, str], ...] = (
    ("#4d4d4d", "-"),
    ("#d55e00", "--"),
    ("#0072b2", "-."),
    ("#009e73", ":"),
    ("#cc79a7", (0, (5, 1, 1, 1, 1, 1))),  # type: ignore[assignment]
)
"""Colour and dash of each arm, the twin first; more arms begin again."""

_SETTINGS: dict[str, Any] = {
    "axes.titlesize": 10,
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "hatch.linewidth": 0.6,
    "svg.hashsalt": "bpfsim",
}


def hatch_colour(activity: str) -> str:
    """Return the colour of an activity's hatch and edge: white on the darkest fills."""
    return "white" if activity in ("program", "reader", "attach") else "#333333"


def tidy_axes(axes: Any) -> None:
    """Take away the lines that carry nothing, and add a quiet grid along y."""
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color="#e6e6e6", linewidth=0.6)


def save_figure(
    path: Path, width_in: float, height_in: float, draw: Callable[[Figure], None]
) -> list[Path]:
    """Draw a figure and write it as PNG and SVG.

    Args:
        path: Where, without a suffix.
        width_in: Width in inches.
        height_in: Height in inches.
        draw: Fills the figure.

    Returns:
        The two files.
    """
    # From matplotlib's own defaults, whatever the user's matplotlibrc says.
    with style.context(["default", _SETTINGS]):
        figure = Figure(figsize=(width_in, height_in), layout="constrained")
        FigureCanvasAgg(figure)
        draw(figure)
        png, svg = path.with_suffix(".png"), path.with_suffix(".svg")
        figure.savefig(png, dpi=150, metadata={"Software": None})
        figure.savefig(svg, metadata={"Date": None, "Creator": None})
    return [png, svg]
