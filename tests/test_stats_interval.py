"""Intervals against tables, published examples, arithmetic, and draws whose truth is known."""

from __future__ import annotations

import math
import random
import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.stats.interval import (
    Interval,
    mean_interval,
    paired_interval,
    replications_needed,
    t_quantile,
    welch_interval,
)
from sim.base.errors import InternalError

NUMBERS = st.lists(st.integers(-(10**6), 10**6).map(float), min_size=2, max_size=40)


@pytest.mark.parametrize(
    ("df", "confidence", "t"),
    [
        (1, 0.95, 12.706),
        (2, 0.95, 4.303),
        (4, 0.9, 2.132),
        (9, 0.99, 3.250),
        (30, 0.95, 2.042),
        (120, 0.95, 1.980),
        (1e9, 0.95, 1.960),
    ],
)
def test_quantiles_are_those_of_the_printed_tables(df: float, confidence: float, t: float) -> None:
    assert t_quantile(df, confidence) == pytest.approx(t, abs=5e-4)


def test_one_degree_of_freedom_is_the_cauchy_distribution() -> None:
    for confidence in (0.5, 0.9, 0.95, 0.999):
        expected = math.tan(math.pi * confidence / 2)
        assert t_quantile(1, confidence) == pytest.approx(expected, rel=1e-9)


def test_a_mean_has_the_interval_of_the_textbook() -> None:
    """Law, Simulation Modeling and Analysis, chapter 4: 1.34 ± 0.24 at 90 %."""
    values = [1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09]
    found = mean_interval(values, 0.9)
    assert found.mean == pytest.approx(1.343)
    assert found.half_width == pytest.approx(0.24, abs=0.005)
    assert (found.n, found.df, found.confidence) == (10, 9, 0.9)


def test_pairs_have_the_interval_of_the_classic_sleep_data() -> None:
    """Student 1908: ten patients under two drugs; the difference is 1.58, −2.46 … −0.70."""
    one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    paired = paired_interval(one, two)
    assert (paired.low, paired.high) == pytest.approx((-2.4598858, -0.7001142), abs=1e-6)
    assert paired.excludes_zero
    unpaired = welch_interval(one, two)
    assert (unpaired.low, unpaired.high) == pytest.approx((-3.3654832, 0.2054832), abs=1e-6)
    assert unpaired.df == pytest.approx(17.776474, abs=1e-5)
    assert not unpaired.excludes_zero


def test_fewer_than_two_values_have_no_interval() -> None:
    assert math.isnan(mean_interval([]).mean)
    one = mean_interval([3.0])
    assert (one.mean, one.n) == (3.0, 1)
    assert math.isnan(one.half_width)
    assert not one.excludes_zero
    apart = welch_interval([3.0], [1.0, 2.0])
    assert apart.mean == 1.5
    assert math.isnan(apart.half_width)
    assert math.isnan(welch_interval([], [1.0]).mean)


def test_what_cannot_be_paired_is_a_bug() -> None:
    with pytest.raises(InternalError, match="cannot be paired"):
        paired_interval([1.0], [1.0, 2.0])
    for confidence, df in ((1.0, 3), (0.0, 3), (0.95, 0)):
        with pytest.raises(InternalError, match="no t quantile"):
            t_quantile(df, confidence)


def test_equal_values_have_an_interval_of_no_width() -> None:
    assert mean_interval([2.0, 2.0, 2.0]).half_width == 0
    assert welch_interval([2.0, 2.0], [1.0, 1.0]).half_width == 0
    assert welch_interval([2.0, 2.0], [1.0, 1.0]).excludes_zero
    assert not paired_interval([1.0, 2.0], [1.0, 2.0]).excludes_zero


@settings(max_examples=60)
@given(NUMBERS, st.integers(-20, 20), st.integers(-1000, 1000))
def test_the_interval_scales_and_moves_with_the_values(
    values: list[float], power: int, shift: int
) -> None:
    scale = 2.0**power
    base, scaled = mean_interval(values), mean_interval([scale * v for v in values])
    assert scaled.half_width == pytest.approx(scale * base.half_width, rel=1e-12)
    assert scaled.mean == pytest.approx(scale * base.mean, rel=1e-12, abs=1e-12)
    moved = mean_interval([v + shift for v in values])
    assert moved.half_width == pytest.approx(base.half_width, rel=1e-9, abs=1e-9)
    assert moved.mean == pytest.approx(base.mean + shift, rel=1e-9, abs=1e-9)


@settings(max_examples=60)
@given(NUMBERS, st.randoms(use_true_random=False))
def test_the_order_of_replications_changes_nothing(values: list[float], rng: random.Random) -> None:
    shuffled = list(values)
    rng.shuffle(shuffled)
    assert mean_interval(shuffled) == mean_interval(values)


@settings(max_examples=60)
@given(NUMBERS, NUMBERS)
def test_welch_turns_around_and_has_fewer_degrees_than_a_pooled_test(
    a: list[float], b: list[float]
) -> None:
    one, two = welch_interval(a, b), welch_interval(b, a)
    assert (one.low, one.high) == pytest.approx((-two.high, -two.low), rel=1e-9, abs=1e-6)
    assert min(len(a), len(b)) - 1 - 1e-9 <= one.df <= len(a) + len(b) - 2 + 1e-9


def test_equal_sizes_and_variances_make_welch_the_pooled_test() -> None:
    found = welch_interval([1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0])
    assert found.df == pytest.approx(6)
    pooled = math.sqrt(2 * statistics.variance([1, 2, 3, 4]) / 4)
    assert found.half_width == pytest.approx(t_quantile(6) * pooled)


@pytest.mark.parametrize("confidence", [0.8, 0.95])
def test_intervals_hold_the_truth_as_often_as_they_say(confidence: float) -> None:
    rng = random.Random(7)
    studies = 4000
    hits = [0, 0, 0]
    for _ in range(studies):
        a = [rng.gauss(3, 1) for _ in range(5)]
        b = [rng.gauss(1, 4) for _ in range(9)]
        shared = [rng.gauss(0, 10) for _ in range(5)]
        paired = paired_interval([x + s for x, s in zip(a, shared, strict=True)], shared)
        hits[0] += _holds(mean_interval(a, confidence), 3)
        hits[1] += _holds(welch_interval(a, b, confidence), 2)
        hits[2] += paired.half_width == pytest.approx(mean_interval(a).half_width)
    # Three standard errors of a share of 4,000; Welch is approximate.
    slack = 3 * math.sqrt(confidence * (1 - confidence) / studies)
    assert abs(hits[0] / studies - confidence) < slack
    assert abs(hits[1] / studies - confidence) < slack + 0.01
    assert hits[2] == studies


def _holds(interval: Interval, truth: float) -> bool:
    return interval.low <= truth <= interval.high


def test_the_replications_needed_grow_with_the_square() -> None:
    found = Interval(1.0, 2.0, 0.95, 5, 4)
    assert replications_needed(found, 2.0) == 5
    assert replications_needed(found, 1.0) == 20
    assert replications_needed(found, 0.9) == 25
    assert replications_needed(found, 50.0) == 5
    for bad in (0.0, math.nan):
        with pytest.raises(InternalError):
            replications_needed(found, bad)
    with pytest.raises(InternalError):
        replications_needed(mean_interval([1.0]), 1.0)
