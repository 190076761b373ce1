"""Both ledgers are exact in random machines, and the second accountant counts the same.

Each has 1 to 64 CPUs, several tracers with programs of every kind, some of which attach late or
detach in the middle, and interrupts and NMIs inside of programs. A few are looked at each time;
``-m slow`` looks at 200, and whether every activity, bin and cause of a miss came up.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from sim.engine.order import key_of, time_of
from sim.engine.state import INF
from sim.record.accountant import Recount, books_of_run, compare, recount
from sim.record.ledger import check_loss_ledger, check_queues, check_time_ledger
from sim.record.schema import ACTIVITIES
from sim.record.trace import trace_of_run
from sim.record.writer import RecordWriter
from tests.machines import Outcome, RandomMachine

SEEDS = range(200)
FEW = range(3, 200, 17)
LEAST = 3

# Every bin of the loss ledger that this version can fill. Rings that overwrite, and bucket locks
# held by an interrupted update are not modelled, so these stay empty: overwritten, failed_EBUSY.
BINS = {
    "hits": (
        "hit",
        "filtered",
        "run",
        "missed_prog_active",
        "missed_kprobe_running",
        "missed_maxactive",
        "missed_recursion",
        "missed_overruled",
        "missed_detached",
        "running",
    ),
    "functions": ("entry", "returned", "inside", "abandoned"),
    "reservations": (
        "attempt",
        "reserved",
        "dropped_full",
        "dropped_pending",
        "dropped_ENOENT",
        "dropped_EOPNOTSUPP",
        "dropped_EINVAL",
        "dropped_E2BIG",
    ),
    "records": ("reserved", "submitted", "discarded", "open", "delivered", "unread"),
    "maps": (
        "insert",
        "live",
        "deleted",
        "evicted",
        "failed_E2BIG",
        "failed_EEXIST",
        "failed_ENOENT",
        "failed_EINVAL",
    ),
}


@dataclass
class Audit:
    """What 200 machines showed: violations by test, and how many machines had each cell."""

    identities: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    activities: Counter[str] = field(default_factory=Counter)
    bins: Counter[tuple[str, str]] = field(default_factory=Counter)
    queues: Counter[str] = field(default_factory=Counter)


@pytest.fixture(scope="module", params=[FEW, pytest.param(SEEDS, marks=pytest.mark.slow)], ids=len)
def audit(request: pytest.FixtureRequest) -> Audit:
    return _audit(request.param)


@pytest.fixture(scope="module")
def long_audit() -> Audit:
    return _audit(SEEDS)


@cache
def _audit(seeds: range) -> Audit:
    found = Audit()
    for seed in seeds:
        outcome = RandomMachine(seed).run()
        assert outcome.trace is not None
        _add(found, seed, outcome, recount(outcome.trace))
    return found


def _add(found: Audit, seed: int, outcome: Outcome, counted: Recount) -> None:
    books, tables = outcome.books, outcome.tables
    violations = check_time_ledger(tables["time_ledger"], tables["machine"])
    violations += check_loss_ledger(tables["loss_ledger"])
    violations += check_queues(tables["queues"])
    found.identities += [f"seed {seed}: {violation}" for violation in violations]
    found.differences += [f"seed {seed}: {text}" for text in compare(books, counted)]
    if counted.truth.inside != outcome.census.functions:
        found.calls.append(f"seed {seed}: {counted.truth.inside} ≠ {outcome.census.functions}")
    if "programs" in tables:
        p = tables["programs"]
        for tracer, prog, runs in zip(p["tracer"], p["prog"], p["run_cnt"], strict=True):
            said = sum(
                count
                for (section, subject, _, name), count in counted.loss.items()
                if (section, subject, name) == ("hits", f"{tracer}/{prog}", "run")
            )
            if said != runs:
                found.runs.append(f"seed {seed}: {tracer}/{prog} ran {runs} times, not {said}")
    _add_lost(found, seed, outcome, counted)
    q = tables["queues"]
    rows = zip(q["kind"], q["sojourn_ns"], strict=True)
    found.queues.update({kind for kind, sojourn in rows if sojourn})
    found.activities.update({activity for (_, activity, _), ns in books.time.items() if ns})
    found.bins.update({(cell[0], cell[3]) for cell, count in books.loss.items() if count})


def _add_lost(found: Audit, seed: int, outcome: Outcome, counted: Recount) -> None:
    """A perf buffer's lost samples: told to the reader, on their way to it, or to be told."""
    told = sum(counted.told_lost.values())
    rings = outcome.census.rings.values()
    on_their_way = sum(ring.told_lost for ring in rings)
    untold = sum(ring.untold_lost for ring in rings)
    dropped = sum(
        count
        for (section, subject, _, name), count in counted.loss.items()
        if section == "reservations" and name == "dropped_full" and subject.endswith("/perf")
    )
    if told + on_their_way + untold != dropped:
        found.lost.append(f"seed {seed}: {told} + {on_their_way} + {untold} ≠ {dropped}")
    found.bins.update({("perf", "told_lost")} if told else set())


def test_time_adds_up_and_every_identity_of_the_loss_ledger_holds(audit: Audit) -> None:
    assert audit.identities == []


def test_the_recount_from_the_trace_equals_the_ledgers_cell_by_cell(audit: Audit) -> None:
    assert audit.differences == []


def test_the_calls_that_the_census_finds_are_those_the_sites_say_never_returned(
    audit: Audit,
) -> None:
    assert audit.calls == []


def test_a_program_ran_as_often_as_the_trace_saw_it_end(audit: Audit) -> None:
    assert audit.runs == []


def test_every_lost_perf_sample_is_told_or_still_to_be_told(audit: Audit) -> None:
    assert audit.lost == []


@pytest.mark.slow
def test_every_kind_of_queue_is_used_in_several_machines(long_audit: Audit) -> None:
    """Identities and Little's law are among those of the first test."""
    kinds = ("requests", "backlog", "device", "runqueue", "irq", "softirq", "lock", "ring")
    assert {
        kind: long_audit.queues[kind] for kind in kinds if long_audit.queues[kind] < LEAST
    } == {}


@pytest.mark.slow
def test_every_activity_is_charged_in_several_machines(long_audit: Audit) -> None:
    rare = {
        name: long_audit.activities[name]
        for name in ACTIVITIES
        if long_audit.activities[name] < LEAST
    }
    assert rare == {}


@pytest.mark.slow
def test_every_bin_and_loss_cause_occurs_in_several_machines(long_audit: Audit) -> None:
    wanted = [(section, name) for section, names in BINS.items() for name in names]
    wanted.append(("perf", "told_lost"))
    rare = {cell: long_audit.bins[cell] for cell in wanted if long_audit.bins[cell] < LEAST}
    assert rare == {}


@pytest.mark.slow
def test_no_bin_occurs_that_nobody_asked_about(long_audit: Audit) -> None:
    wanted = {(section, name) for section, names in BINS.items() for name in names}
    assert set(long_audit.bins) - wanted == {("perf", "told_lost")}


@pytest.mark.parametrize("seed", range(0, 200, 10))
def test_writing_a_trace_changes_no_cell(seed: int) -> None:
    traced, untraced = RandomMachine(seed).run(), RandomMachine(seed, is_traced=False).run()
    assert untraced.trace is None
    assert untraced.books == traced.books


def test_a_run_directory_with_its_trace_can_be_audited(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as writer:
        RandomMachine(1).run_into(writer)
    (tmp_path / "status.json").write_text('{"state": "complete"}')
    counted = recount(trace_of_run(tmp_path, "arm", 0))
    assert sum(counted.time.values()) > 0
    assert counted.loss
    assert compare(books_of_run(tmp_path, "arm", 0), counted) == []


def test_links_installed_before_the_start_are_audited_alike() -> None:
    machine = RandomMachine(2)
    machine.install_all()
    outcome = machine.run()
    assert outcome.trace is not None
    counted = recount(outcome.trace)
    assert counted.loss
    assert compare(outcome.books, counted) == []


def test_a_time_that_no_key_can_hold_never_comes() -> None:
    assert key_of(INF, 3) == INF
    assert key_of(1 << 60, 3) == INF
    assert time_of(key_of((1 << 51) - 1, 3)) == (1 << 51) - 1
