"""Means over replications and how far they may be off, for whiskers in charts.

**Rule:** differences are paired by replication, as in `analysis.paired`.

**Not modelled:** intervals of anything but a mean of paired differences.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.stats.interval import paired_interval

__all__ = ["difference"]


def difference(values: Sequence[float], twins: Sequence[float]) -> tuple[float, float]:
    """Return the mean of the paired differences and the half-width of its interval.

    Args:
        values: One value per replication.
        twins: The twin's, in the same order.

    Returns:
        Mean and half-width; the half-width is NaN for one pair, both are for none.
    """
    found = paired_interval(values, twins)
    return found.mean, found.half_width
