"""MSER-5: how many observations at the beginning of a series are warm-up.

The marginal standard error rule (White 1997) on means of batches of five (White, Cobb and Spratt
2000). Of k batch means Z, cut the d first that minimise the squared standard error of the mean of
the others::

    z(d) = Σ_{j>d} (Z_j − mean of Z_{d+1…k})² / (k − d)²

What is cut moves the mean towards the steady state; what is kept makes it sure. Where the minimum
lies in the second half of the series, the series is too short: there is no steady stretch to see.

**Rule:** the least d of several that are equally good. The last five batches are no candidates
(Hoad, Robinson and Davies 2010): a handful of values that happen to agree make z vanish. Batches
count from the beginning; up to four observations at the end are in none.

**Not modelled:** what a longer run would show; a series that has not begun to move looks steady.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["BATCH", "MIN_BATCHES", "Mser", "mser5"]

BATCH = 5
"""Observations per batch."""

MIN_BATCHES = 20
"""Fewer batches than this decide nothing: the rule's half would be nine batches or less."""

_END_BATCHES = 5


@dataclass(frozen=True)
class Mser:
    """What the rule says of a series.

    Attributes:
        nr_batches: Whole batches that the series has.
        best: Batches to cut, over all candidates.
        best_in_first_half: Batches to cut, over those that leave half of the batches or more.
    """

    nr_batches: int
    best: int
    best_in_first_half: int

    @property
    def is_long_enough(self) -> bool:
        """Whether there are enough batches for a decision."""
        return self.nr_batches >= MIN_BATCHES

    @property
    def is_steady(self) -> bool:
        """Whether the minimum is in the first half, of enough batches."""
        return self.is_long_enough and self.best == self.best_in_first_half

    @property
    def truncation(self) -> int:
        """Observations to cut; when the rule fails, the best that leaves half of them."""
        return BATCH * self.best_in_first_half


def _batch_means(series: Sequence[float]) -> list[float]:
    nr = len(series) // BATCH
    return [sum(series[BATCH * i : BATCH * (i + 1)]) / BATCH for i in range(nr)]


def _statistics(means: Sequence[float]) -> list[float]:
    """Return z(0), z(1), …, z(k − 1), summing up from the end by Welford's method."""
    found = []
    mean = spread = 0.0
    for n, value in enumerate(reversed(means), start=1):
        delta = value - mean
        mean += delta / n
        spread += delta * (value - mean)
        found.append(spread / (n * n))
    return found[::-1]


def mser5(series: Sequence[float]) -> Mser:
    """Apply the rule to a series.

    Args:
        series: Observations in their order; of several replications, their mean at each index.
    """
    means = _batch_means(series)
    nr = len(means)
    z = _statistics(means)[: max(0, nr - _END_BATCHES)]
    if not z:
        return Mser(nr, 0, 0)
    first_half = z[: nr // 2 + 1]
    return Mser(nr, z.index(min(z)), first_half.index(min(first_half)))
