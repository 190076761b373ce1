"""The simulator's queues against queueing theory: 30 seeds, three loads each.

The 99.9 % interval of the mean number in the system must hold the value of theory, and be no
wider than 3 % of it to either side.
"""

from __future__ import annotations

import math
import statistics

import pytest
from scipy.special import stdtrit

from sim.kernel import layout as k
from sim.kernel.machine import Distribution
from tests.theory import (
    MEAN_NS,
    Model,
    cpu_model,
    device_model,
    exponential,
    mg1,
    mm1k,
    mmc,
    ring_capacity,
    ring_model,
    run_model,
)

SEEDS = range(1, 31)
CONSTANT = Distribution(k.DIST_CONSTANT, MEAN_NS)
ERLANG = Distribution(k.DIST_ERLANG, MEAN_NS, 3)
# nine of ten are short; the tenth takes 41 times as long: mean 1 ms, squared coefficient 5.76
MIXED = Distribution(k.DIST_EMPIRICAL, values_ns=(MEAN_NS // 5, 41 * MEAN_NS // 5), weights=(9, 1))
MIXED_SCV = (9 * 0.2**2 + 8.2**2) / 10 - 1
ROOM = ring_capacity(4096)

CASES: dict[str, tuple[Model, float]] = {}
for _load, _n in ((0.3, 20_000), (0.6, 30_000), (0.85, 200_000)):
    CASES[f"M/M/1 {_load}"] = device_model(_load, exponential(MEAN_NS), _n), mg1(_load, 1)
for _load, _n in ((0.3, 10_000), (0.6, 20_000), (0.85, 60_000)):
    CASES[f"M/D/1 {_load}"] = device_model(_load, CONSTANT, _n), mg1(_load, 0)
for _load, _n in ((0.3, 60_000), (0.5, 100_000), (0.7, 200_000)):
    CASES[f"M/G/1 {_load}"] = device_model(_load, MIXED, _n), mg1(_load, MIXED_SCV)
CASES["M/E3/1 0.7"] = device_model(0.7, ERLANG, 40_000), mg1(0.7, 1 / 3)
for _load, _n in ((0.3, 5_000), (0.6, 10_000), (0.85, 40_000)):
    CASES[f"M/M/4 {_load}"] = cpu_model(_load, 4, _n), mmc(_load, 4)
for _load, _n in ((0.5, 40_000), (0.9, 40_000), (1.3, 20_000)):
    CASES[f"M/M/1/K {_load}"] = ring_model(_load, exponential(MEAN_NS), _n), mm1k(_load, ROOM)[0]


# one of each kind, at its highest load but for the long M/G/1, is in every test run
QUICK = {"M/M/1 0.85", "M/D/1 0.85", "M/G/1 0.3", "M/M/4 0.85", "M/M/1/K 1.3"}


def _param(name: str) -> object:
    return pytest.param(name, marks=() if name in QUICK else pytest.mark.slow)


def interval(values: list[float], confidence: float) -> tuple[float, float]:
    """Return mean and half-width by Student's t."""
    n = len(values)
    quantile = float(stdtrit(n - 1, (1 + confidence) / 2))
    return statistics.fmean(values), quantile * statistics.stdev(values) / math.sqrt(n)


@pytest.mark.parametrize("name", [_param(name) for name in CASES])
def test_the_mean_number_in_a_queue_is_that_of_theory(name: str) -> None:
    model, expected = CASES[name]
    numbers = []
    for seed in SEEDS:
        queue, horizon_ns = run_model(model, seed)
        assert queue.area_ns == queue.sojourn_ns + queue.age_ns
        numbers.append(queue.area_ns / horizon_ns)
    mean, half = interval(numbers, 0.999)
    print(f"{name}: theory {expected:.4f}, simulated {mean:.4f} ± {half:.4f}")
    assert abs(mean - expected) <= half, "the interval does not hold theory"
    assert half <= 0.03 * expected, "the interval is too wide"


@pytest.mark.parametrize("load", [0.5, 0.9, 1.3])
def test_a_finite_ring_drops_the_share_of_records_that_theory_says(load: float) -> None:
    expected = mm1k(load, ROOM)[1]
    shares = []
    for seed in range(1, 11):
        queue, _ = run_model(ring_model(load, exponential(MEAN_NS), 40_000), seed)
        shares.append(queue.refused / (queue.arrivals + queue.refused))
    mean, half = interval(shares, 0.999)
    assert abs(mean - expected) <= max(half, 1e-4)
