"""The path engine and the reference: the same steps in the same order, at the same times.

What is compared: requests, every hit of every site (time, CPU, thread, registers), the life of
every hit and record, every delivered record with its three times and its bytes, the fill of the
rings at each sample, map contents, ring counters, the time ledger, and who had each CPU from
when to when.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from typing import Any

import pytest

from tests.reference.both import Case, Outcome, run_both, run_engine
from tests.reference.cases import CASES, DISK, OPEN, SENDS, WEB, Named, events_of, prices
from tests.reference.random_cases import random_case

SEEDS = (1, 2, 3)
CPUS = (1, 2, 8)


def first_difference(engine: Any, reference: Any) -> str:
    """Say where two results part, in a line or two."""
    if isinstance(engine, dict):
        keys = [key for key in {**engine, **reference} if engine.get(key) != reference.get(key)]
        return f"at {keys[0]}: {engine.get(keys[0])} against {reference.get(keys[0])}"
    for i, (one, other) in enumerate(zip(engine, reference, strict=False)):
        if one != other:
            is_nested = isinstance(one, list | dict) and not isinstance(one, tuple)
            inner = first_difference(one, other) if is_nested else f"{one} against {other}"
            return f"at {i}: {inner}"
    return f"{len(engine)} rows against {len(reference)}"


def assert_same(one: Outcome, other: Outcome) -> None:
    """Fail at the first table that differs, with its first difference."""
    for field in fields(Outcome):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if mine != theirs:
            pytest.fail(f"{field.name} {first_difference(mine, theirs)}", pytrace=False)


def assert_agree(case: Case) -> Outcome:
    """Run a case both ways; fail where the two differ."""
    outcome, reference = run_both(case)
    assert_same(outcome, reference)
    return outcome


@pytest.mark.parametrize("nr_cpus", CPUS)
@pytest.mark.parametrize("name", CASES)
def test_engine_and_reference_take_the_same_steps(name: str, nr_cpus: int) -> None:
    named: Named = CASES[name]
    happened: Counter[str] = Counter()
    for seed in SEEDS:
        happened += events_of(assert_agree(named.build(nr_cpus, seed)))
    expected = named.expects + (named.many_cpus if nr_cpus > 1 else ())
    missing = [event for event in expected if not happened[event]]
    assert not missing, f"the case does not make happen what it is for: {missing}"


@pytest.mark.parametrize("first_seed", range(0, 20, 5))
def test_random_machines_take_the_same_steps(first_seed: int) -> None:
    for seed in range(first_seed, first_seed + 5):
        assert_agree(random_case(seed))


@pytest.mark.parametrize("nr_cpus", CPUS)
def test_sources_on_the_simpy_side_change_nothing(nr_cpus: int) -> None:
    for case in (*(_mixed(nr_cpus, seed) for seed in SEEDS), random_case(40 + nr_cpus)):
        on_simpy = replace(case, config=replace(case.config, simpy_sources=True))
        assert_same(run_engine(case), run_engine(on_simpy))


@pytest.mark.parametrize("nr_cpus", CPUS)
def test_tracing_the_run_changes_nothing_in_it(nr_cpus: int) -> None:
    """A traced site is a step of its own, an untraced one is walked past: results are alike."""
    for case in (_mixed(nr_cpus, 1), random_case(50 + nr_cpus)):
        traced = run_engine(case)
        plain = run_engine(replace(case, config=replace(case.config, is_traced=False)))
        assert not plain.sites
        for name in ("requests", "records", "series", "ledger", "maps", "rings"):
            assert getattr(plain, name) == getattr(traced, name), name


def _mixed(nr_cpus: int, seed: int) -> Case:
    """A closed and an open workload, a disk, ticks, samples and a reader."""
    case = CASES["ring overflow"].build(nr_cpus, seed)
    config = replace(case.config, price_ps=prices(), devices=(DISK,), sched_latency_ns=200_000)
    workloads = [WEB, replace(OPEN, nr_tasks=2 * nr_cpus)]
    return replace(case, config=config, workloads=workloads, tracers=[SENDS])
