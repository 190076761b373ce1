"""Running a scenario from Python: the run directory that the command line makes."""

from __future__ import annotations

import pytest

import analysis
from sim.base.errors import ResultsError, ScenarioError
from sim.record.reader import stored_digest
from sim.run.api import run_file
from sim.run.manifest import read_manifest
from sim.run.outdir import RunDir
from sim.run.runner import run_scenario
from sim.run.scenario import load_scenario
from tests.scenarios import TUTORIAL

OPENSNOOP = TUTORIAL / "01-opensnoop.yaml"
SHORT = {"stop.time": "6 ms", "warmup": "0 ns"}


def test_a_run_from_python_is_that_of_the_command_line(tmp_path):
    changes = {**SHORT, "machine.cpus": 2, "record.records": False}
    folder = run_file(OPENSNOOP, tmp_path / "a", changes, seed=7)
    assert folder == tmp_path / "a"
    texts = ["stop.time=6 ms", "warmup=0 ns", "machine.cpus=2", "record.records=false"]
    run_scenario(load_scenario(OPENSNOOP, texts, seed=7), RunDir(tmp_path / "b"))
    assert stored_digest(folder) == stored_digest(tmp_path / "b")
    assert read_manifest(folder)["results"]["digest"] == stored_digest(folder)
    assert analysis.load(folder).arms == ["untraced", "traced"]


def test_runs_get_directories_of_their_own_and_nothing_is_printed(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    folders = [run_file(OPENSNOOP, changes=SHORT) for _ in range(2)]
    assert [str(folder) for folder in folders] == ["runs/01-opensnoop-1", "runs/01-opensnoop-1-2"]
    assert capfd.readouterr() == ("", "")


def test_a_complete_run_is_overwritten_only_by_force(tmp_path):
    run_file(OPENSNOOP, tmp_path / "run", SHORT)
    with pytest.raises(ResultsError, match="holds a complete run"):
        run_file(OPENSNOOP, tmp_path / "run", SHORT)
    run_file(OPENSNOOP, tmp_path / "run", SHORT, force=True)


def test_a_wrong_change_leaves_nothing_behind(tmp_path):
    with pytest.raises(ScenarioError, match=r"machine\.cpu"):
        run_file(OPENSNOOP, tmp_path / "run", {"machine.cpu": 8})
    assert list(tmp_path.iterdir()) == []
