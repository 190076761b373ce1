"""MSER-5 against its definition, in exact arithmetic, and on series whose warm-up is known."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.stats.mser import MIN_BATCHES, Mser, mser5

SERIES = st.lists(st.integers(0, 50), min_size=0, max_size=260)


def by_definition(series: list[int]) -> tuple[int, int, int]:
    """White, Cobb and Spratt's formula, written down as it stands: O(n²), and exact."""
    k = len(series) // 5
    z = [Fraction(sum(series[5 * i : 5 * i + 5]), 5) for i in range(k)]
    found = {}
    for d in range(max(0, k - 5)):
        kept = z[d:]
        mean = sum(kept, Fraction()) / len(kept)
        found[d] = sum(((value - mean) ** 2 for value in kept), Fraction()) / len(kept) ** 2
    if not found:
        return k, 0, 0
    first_half = [d for d in found if 2 * d <= k]
    return k, min(found, key=lambda d: (found[d], d)), min(first_half, key=lambda d: (found[d], d))


@settings(max_examples=150, deadline=None)
@given(SERIES)
def test_it_is_what_the_definition_says(series: list[int]) -> None:
    k, best, first_half = by_definition(series)
    found = mser5(series)
    assert found.nr_batches == k
    # Several cuts may be exactly equally good, and floats then differ in the last bit.
    assert _exact(series, found.best) == _exact(series, best)
    assert _exact(series, found.best_in_first_half) == _exact(series, first_half)
    assert 2 * found.best_in_first_half <= k


def _exact(series: list[int], d: int) -> Fraction:
    k = len(series) // 5
    kept = [Fraction(sum(series[5 * i : 5 * i + 5]), 5) for i in range(d, k)]
    if not kept:
        return Fraction()
    mean = sum(kept, Fraction()) / len(kept)
    return sum(((value - mean) ** 2 for value in kept), Fraction()) / len(kept) ** 2


@settings(max_examples=60, deadline=None)
@given(SERIES, st.integers(-10, 10), st.integers(0, 4))
def test_scale_and_what_is_in_no_batch_change_nothing(
    series: list[int], power: int, extra: int
) -> None:
    scaled = [value * 2.0**power for value in series]
    assert mser5(scaled) == mser5(series)
    whole = series[: len(series) // 5 * 5]
    assert mser5(whole + [10**6] * extra) == mser5(whole)


def test_a_worked_example() -> None:
    """Batch means 9, 1, 1, …: z(0) = 64·(7/8)/64 of eight, and z(1) = 0."""
    series = [9.0] * 5 + [1.0] * 95
    assert mser5(series) == Mser(nr_batches=20, best=1, best_in_first_half=1)
    assert mser5(series).truncation == 5
    assert mser5(series).is_steady


def test_a_steady_series_keeps_nearly_all() -> None:
    rng = random.Random(3)
    cuts = [mser5([rng.expovariate(1) for _ in range(2000)]).truncation for _ in range(50)]
    assert sorted(cuts)[25] <= 50
    assert max(cuts) < 1000


def test_a_constant_series_keeps_all() -> None:
    assert mser5([0.1] * 500) == Mser(100, 0, 0)


@pytest.mark.parametrize("warmup", [100, 400])
def test_a_warm_up_is_found_where_it_ends(warmup: int) -> None:
    rng = random.Random(5)
    series = [
        rng.gauss(100 if i >= warmup else 100 - 40 * (1 - i / warmup), 5) for i in range(2000)
    ]
    found = mser5(series)
    assert found.is_steady
    assert 0.6 * warmup <= found.truncation <= 1.2 * warmup


def test_a_series_that_never_settles_is_too_short() -> None:
    rng = random.Random(9)
    growing = [i + rng.gauss(0, 10) for i in range(1000)]
    found = mser5(growing)
    assert not found.is_steady
    assert found.best > 100
    assert found.truncation == 500


def test_a_change_in_the_second_half_is_too_short() -> None:
    series = [1.0 + i % 2 for i in range(700)] + [9.0 + i % 2 for i in range(300)]
    assert not mser5(series).is_steady


def test_few_batches_decide_nothing() -> None:
    assert not mser5([]).is_steady
    assert mser5([1.0] * 24) == Mser(4, 0, 0)
    short = mser5([1.0] * (5 * MIN_BATCHES - 1))
    assert not short.is_long_enough
    assert not short.is_steady
    assert mser5([1.0] * (5 * MIN_BATCHES)).is_steady


def test_values_that_agree_at_the_end_do_not_win() -> None:
    rng = random.Random(1)
    series = [rng.gauss(10, 3) for _ in range(1000)] + [10.0] * 25
    assert mser5(series).is_steady
