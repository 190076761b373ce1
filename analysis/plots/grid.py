"""Panels: one axes per arm, ring or workload, in a grid that may have a hole at its end.

**Rule:** panels fill rows from left to right.

**Not modelled:** panels of different widths.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure

__all__ = ["nr_rows", "panel_grid"]


def nr_rows(nr: int, ncols: int) -> int:
    """Return how many rows *nr* panels take."""
    return -(-nr // ncols)


def panel_grid(
    figure: Figure,
    nr: int,
    ncols: int,
    *,
    height_ratios: Sequence[float] | None = None,
    **more: Any,
) -> list[Any]:
    """Add *nr* axes to a figure and return them.

    Args:
        figure: The figure.
        nr: How many.
        ncols: In how many columns, at most.
        height_ratios: Heights of the rows.
        more: Passed on to `Figure.subplots`.
    """
    columns = max(1, min(ncols, nr))
    rows = nr_rows(nr, columns)
    found = figure.subplots(rows, columns, squeeze=False, height_ratios=height_ratios, **more)
    flat = list(found.flat)
    for axes in flat[nr:]:
        axes.set_visible(False)
    return flat[:nr]
