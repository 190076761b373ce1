"""Every scenario shipped, at full length: ledgers, Little's law, and a verdict."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import analysis
from analysis.stats.verdict import verdict
from sim.record.ledger import check_loss_ledger, check_queues, check_time_ledger
from sim.record.reader import TableData, read_table
from sim.run.outdir import RunDir
from sim.run.runner import run_scenario
from sim.run.scenario import load_scenario

ROOT = Path(__file__).resolve().parent.parent
# those of tools are for tests/test_tools.py
SCENARIOS = sorted(
    path for path in (ROOT / "scenarios").rglob("*.yaml") if path.parent.name != "tools"
)


@pytest.fixture(scope="module", params=SCENARIOS, ids=lambda path: path.stem)
def run_dir(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "run"
    run_scenario(load_scenario(request.param), RunDir(folder))
    return folder


@pytest.fixture(scope="module")
def tables(run_dir: Path) -> dict[str, TableData]:
    names = ("time_ledger", "loss_ledger", "machine", "queues", "requests", "records")
    return {name: read_table(run_dir, name) for name in names}


def test_the_ledgers_of_a_scenario_add_up(tables) -> None:
    """In the third, a task is woken, and runs elsewhere, before its CPU has switched from it."""
    assert check_time_ledger(tables["time_ledger"], tables["machine"]) == []
    assert check_loss_ledger(tables["loss_ledger"]) == []


def test_littles_law_holds_in_every_queue_of_a_scenario(tables) -> None:
    assert tables["queues"].nr_rows > 0
    assert check_queues(tables["queues"]) == []


def _sojourns(queues: TableData, kind: str) -> dict[tuple[str, int, str], tuple[int, int]]:
    """Return departures and sojourn time of each queue of a kind."""
    columns = ("arm", "replication", "queue", "kind", "departures", "sojourn_ns")
    rows = zip(*(queues[name] for name in columns), strict=True)
    return {
        (str(arm), int(rep), str(name)): (int(left), int(sojourn))
        for arm, rep, name, which, left, sojourn in rows
        if which == kind
    }


def test_time_in_the_system_is_that_of_the_requests(tables) -> None:
    rows = tables["requests"]
    done = (np.asarray(rows["end_ns"]) >= 0) & (np.asarray(rows["start_ns"]) >= 0)
    for (arm, rep, name), (left, sojourn) in _sojourns(tables["queues"], "requests").items():
        mine = done & (rows["arm"] == arm) & (rows["replication"] == rep)
        mine &= rows["workload"] == name
        assert int(mine.sum()) == left
        assert int((rows["end_ns"][mine] - rows["arrive_ns"][mine]).sum()) == sojourn


def test_time_in_a_ring_is_that_of_the_records(tables) -> None:
    """No program of these discards a record, so all that left were delivered."""
    rows = tables["records"]
    for (arm, rep, name), (left, sojourn) in _sojourns(tables["queues"], "ring").items():
        tracer, ring = name.split("/")
        mine = (rows["arm"] == arm) & (rows["replication"] == rep) & (rows["deliver_ns"] >= 0)
        mine &= (rows["tracer"] == tracer) & (rows["map"] == ring)
        assert int(mine.sum()) == left
        assert int((rows["deliver_ns"][mine] - rows["reserve_ns"][mine]).sum()) == sojourn


def test_a_scenario_is_long_enough_for_a_verdict(run_dir: Path) -> None:
    run = analysis.load(run_dir)
    warmup = run.warmup()
    if not warmup.is_auto:
        pytest.skip("its warm-up is given: tests.validation judges its rates")
    found = verdict(run)
    assert found.is_conclusive
    assert all(claim.is_supported for claim in found.claims)
    # Attaching is all the warm-up there is: nothing else in these machines settles slowly.
    assert 0 < warmup.attached_ns <= warmup.ns < 60_000_000
