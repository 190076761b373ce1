"""Confidence intervals of a mean, of paired differences, and of a difference of two means.

Student's t on the values of independent replications (Law, *Simulation Modeling and Analysis*,
chapters 9 and 10): one value per replication, so what is correlated inside a run does no harm.
Two runs under the same draws are compared by the mean of their paired differences; two others by
Welch's method (Welch 1947), which takes equal variances for granted no more than equal sizes.

**Rule:** two-sided. Fewer than two values have a mean and no half-width (NaN), never one of zero.
Sums are exactly rounded (`math.fsum`), so the order of replications changes nothing.

**Not modelled:** correction for looking at several metrics at once; intervals of a quantile.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sim.base.errors import InternalError

__all__ = [
    "CONFIDENCE",
    "Interval",
    "mean_interval",
    "paired_interval",
    "replications_needed",
    "t_quantile",
    "welch_interval",
]

CONFIDENCE = 0.95
"""Confidence of every interval unless told otherwise."""


@dataclass(frozen=True)
class Interval:
    """A mean (or a difference of means) and how far off it may be.

    Attributes:
        mean: The estimate; NaN of no values.
        half_width: Half the width of the interval, 0 or more; NaN when there is none.
        confidence: How often such intervals hold the truth, between 0 and 1.
        n: Replications it rests on; of two samples, the smaller number.
        df: Degrees of freedom; a fraction in Welch's method, 0 when there is no interval.
    """

    mean: float
    half_width: float
    confidence: float
    n: int
    df: float

    @property
    def low(self) -> float:
        """The lower end; NaN without an interval."""
        return self.mean - self.half_width

    @property
    def high(self) -> float:
        """The upper end; NaN without an interval."""
        return self.mean + self.half_width

    @property
    def excludes_zero(self) -> bool:
        """Whether zero lies outside, ends included; never without an interval."""
        return self.low > 0 or self.high < 0


def t_quantile(df: float, confidence: float = CONFIDENCE) -> float:
    """Return the t that a two-sided interval goes out to.

    Args:
        df: Degrees of freedom, above 0.
        confidence: Between 0 and 1, both excluded.
    """
    if not 0 < confidence < 1 or not df > 0:
        raise InternalError(f"no t quantile for confidence {confidence} with {df} d.f.")
    # Imported here: it takes a quarter of a second that most verbs need not spend.
    from scipy.special import stdtrit

    return float(stdtrit(df, 0.5 + confidence / 2))


def _mean_and_variance(values: Sequence[float]) -> tuple[float, float]:
    """Return the mean and the unbiased variance of two values or more."""
    mean = math.fsum(values) / len(values)
    return mean, math.fsum((v - mean) ** 2 for v in values) / (len(values) - 1)


def mean_interval(values: Sequence[float], confidence: float = CONFIDENCE) -> Interval:
    """Return the interval of the mean that *values* were drawn around.

    Args:
        values: One of each replication.
        confidence: Between 0 and 1, both excluded.
    """
    n = len(values)
    if n < 2:
        return Interval(values[0] if n else math.nan, math.nan, confidence, n, 0)
    mean, variance = _mean_and_variance(values)
    half = t_quantile(n - 1, confidence) * math.sqrt(variance / n)
    return Interval(mean, half, confidence, n, n - 1)


def paired_interval(
    values: Sequence[float], against: Sequence[float], confidence: float = CONFIDENCE
) -> Interval:
    """Return the interval of the mean of values[i] − against[i].

    Args:
        values: One of each replication.
        against: One of each replication, in the same order, under the same draws.
        confidence: Between 0 and 1, both excluded.
    """
    if len(values) != len(against):
        raise InternalError(f"{len(values)} values cannot be paired with {len(against)}")
    return mean_interval([v - a for v, a in zip(values, against, strict=True)], confidence)


def welch_interval(
    values: Sequence[float], against: Sequence[float], confidence: float = CONFIDENCE
) -> Interval:
    """Return the interval of the mean of *values* − that of *against*, drawn independently.

    Args:
        values: One of each replication.
        against: One of each replication of something else; as many or not.
        confidence: Between 0 and 1, both excluded.
    """
    sizes = len(values), len(against)
    n = min(sizes)
    if n < 2:
        diff = math.fsum(values) / sizes[0] - math.fsum(against) / sizes[1] if n else math.nan
        return Interval(diff, math.nan, confidence, n, 0)
    (mean, variance), (mean_against, variance_against) = map(_mean_and_variance, (values, against))
    parts = variance / sizes[0], variance_against / sizes[1]
    total = parts[0] + parts[1]
    diff = mean - mean_against
    # The squares of tiny variances may vanish; shares of the total cannot.
    shares = [part / total if total else 0.5 for part in parts]
    df = 1 / math.fsum(s * s / (size - 1) for s, size in zip(shares, sizes, strict=True))
    return Interval(diff, t_quantile(df, confidence) * math.sqrt(total), confidence, n, df)


def replications_needed(interval: Interval, target: float) -> int:
    """Return about how many replications would bring the half-width down to *target*.

    n·(h/target)², rounded up and never below what there is: a guess, for the variance is itself
    only estimated.

    Args:
        interval: What there is.
        target: The half-width wanted, above 0.
    """
    if math.isnan(interval.half_width) or not target > 0:
        raise InternalError("there is nothing to tell the number of replications from")
    ratio = interval.half_width / target
    return max(interval.n, math.ceil(interval.n * ratio * ratio))
