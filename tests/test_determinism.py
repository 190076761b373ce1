"""One scenario and one seed give one result, wherever and however it runs.

That a run interrupted and run again gives it too is in `tests.test_kill`.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from sim.record.reader import check_digests, read_table
from tests.mixed import bpfsim, mixed_file, run_file

TRACE = ("sites", "accounts", "flow")
NR_CPUS = 3


@pytest.fixture(scope="module")
def scenario(tmp_path_factory):
    return mixed_file(tmp_path_factory.mktemp("mixed"))


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """Where the first run lies."""
    return tmp_path_factory.mktemp("first") / "run"


@pytest.fixture(scope="module")
def result(scenario, first):
    """The result that all others must equal, of a run in this process."""
    return run_file(scenario, first)


def digest_of(child) -> str:
    """Wait for a quiet `bpfsim run` and return the digest of what lies in its directory."""
    out, err = child.communicate(timeout=300)
    assert (child.returncode, err) == (0, "")
    return check_digests(out.strip())


def test_the_scenario_shows_something_of_everything(scenario, tmp_path):
    run_file(scenario, tmp_path / "run")
    ledger = read_table(tmp_path / "run", "loss_ledger", require_complete=False)
    happened = set(ledger["bin"][ledger["count"] > 0].tolist())
    assert {"run", "filtered", "dropped_full", "delivered", "deleted", "live"} <= happened
    times = read_table(tmp_path / "run", "time_ledger", require_complete=False)
    assert len(set(times["activity"].tolist())) >= 12
    requests = read_table(tmp_path / "run", "requests", require_complete=False)
    assert set(requests["workload"].tolist()) == {"web", "api"}


def test_the_same_scenario_twice_gives_the_same_digest(scenario, result, tmp_path):
    assert run_file(scenario, tmp_path / "again") == result


def test_another_seed_gives_another_digest(scenario, result, tmp_path):
    assert run_file(scenario, tmp_path / "other", seed=2).digest != result.digest


@pytest.mark.parametrize("what", ["record.sites=true", "record.timeline=300us..700us"])
@pytest.mark.parametrize("sources", ["path", "simpy"])
def test_a_trace_changes_no_row_of_another_table(scenario, first, result, tmp_path, what, sources):
    changes = (what, f"machine.engine.sources={sources}")
    traced = run_file(scenario, tmp_path / "traced", *changes).table_digests
    assert set(traced) - set(result.table_digests) == set(TRACE)
    changed = {name for name, digest in result.table_digests.items() if traced[name] != digest}
    # the window's own ends are figures of the machine
    assert changed - {"cost_use"} == ({"machine"} if "timeline" in what else set())
    check_cost_use(first, tmp_path / "traced")


def check_cost_use(one: Path, other: Path) -> None:
    """Check that prices were paid as often, but for what CPUs had begun at the horizon.

    Who watches every site has a CPU begin less ahead of its time.
    """
    tables = [read_table(path, "cost_use", require_complete=False) for path in (one, other)]
    (a, b), counts = tables, [table["count"].astype(int) for table in tables]
    for column in ("arm", "price"):
        assert a[column].tolist() == b[column].tolist()
    assert abs(counts[0] - counts[1]).max() <= NR_CPUS


def test_sources_in_simpy_give_the_same_digest(scenario, result, tmp_path):
    moved = run_file(scenario, tmp_path / "simpy", "machine.engine.sources=simpy")
    assert moved.table_digests == result.table_digests
    assert moved.digest == result.digest


def test_interpreted_programs_give_the_same_digest(scenario, result, tmp_path):
    slow = run_file(scenario, tmp_path / "interp", "machine.engine.programs=interp")
    assert slow.table_digests == result.table_digests


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_sources_in_simpy_give_the_same_trace(scenario, tmp_path, seed):
    text = ("record.sites=true", "stop.time=2 ms")
    here = run_file(scenario, tmp_path / "path", *text, seed=seed)
    moved = ("machine.engine.sources=simpy", *text)
    there = run_file(scenario, tmp_path / "simpy", *moved, seed=seed)
    assert there.table_digests == here.table_digests


def test_writing_a_trace_changes_no_other_table(scenario, first, result, tmp_path):
    traced = run_file(scenario, tmp_path / "traced", "record.sites=true").table_digests
    assert set(TRACE) <= set(traced)
    rest = {name for name in traced if name not in (*TRACE, "cost_use")}
    assert {name: traced[name] for name in rest} == {n: result.table_digests[n] for n in rest}
    check_cost_use(first, tmp_path / "traced")


def test_replications_do_not_depend_on_how_many_there_are(scenario, tmp_path):
    few, many = tmp_path / "few", tmp_path / "many"
    run_file(scenario, few, "replications=2", "stop.time=1 ms")
    run_file(scenario, many, "replications=3", "stop.time=1 ms")
    for table in ("requests", "loss_ledger", "time_ledger", "map_entries"):
        a, b = (read_table(path, table, require_complete=False) for path in (few, many))
        shared = b["replication"] < 2
        for column in a:
            assert np.array_equal(a[column], b[column][shared]), (table, column)


def test_uncompiled_gives_the_same_digest(scenario, tmp_path):
    short = ("-q", "--no-report", "--set", "stop.time=1500 us", "--set", "record.sites=true")
    compiled = run_file(scenario, tmp_path / "compiled", *short[3::2])
    out = tmp_path / "plain"
    child = bpfsim("run", scenario, "-o", out, *short, cwd=tmp_path, env={"BPFSIM_PLAIN": "1"})
    assert digest_of(child) == compiled.digest
    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["not_results"]["engine"]["mode"] == "plain"


def test_another_directory_gives_the_same_digest(scenario, result, tmp_path):
    words = ("-q", "--no-report", "-o", "here")
    child = bpfsim("run", scenario, *words, cwd=tmp_path, env={"PYTHONHASHSEED": "7"})
    out, err = child.communicate(timeout=300)
    assert (child.returncode, out, err) == (0, "here\n", "")
    assert check_digests(tmp_path / "here") == result.digest


def test_rerun_says_identical(scenario, result, tmp_path):
    child = bpfsim("run", scenario, "-q", "--no-report", "-o", "r", cwd=tmp_path)
    assert child.wait(timeout=300) == 0
    child.communicate()
    again = bpfsim("rerun", "r", "-q", "--engine-sources", "simpy", cwd=tmp_path)
    out, err = again.communicate(timeout=300)
    assert (again.returncode, out, err) == (0, f"identical: digest {result.digest}\n", "")
