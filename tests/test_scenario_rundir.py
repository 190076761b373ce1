"""Run directories: claimed, finished, interrupted, killed, and never overwritten by accident."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time

import pytest

from sim.base.errors import ResultsError, ScenarioError
from sim.cost.profile import load_profile
from sim.record.reader import check_run_dir
from sim.run.inputs import store_inputs
from sim.run.manifest import WallClock, read_manifest, write_manifest
from sim.run.objects import prepare_objects
from sim.run.outdir import INCOMPLETE, RunDir, default_run_path, read_state, write_json
from sim.run.scenario import load_scenario, scenario_digest
from tests.scenarios import SMALL, small_file


def complete(path):
    with RunDir(path) as run_dir:
        run_dir.complete("abc")


def test_a_run_goes_from_running_to_complete(tmp_path):
    path = tmp_path / "a" / "b"
    assert read_state(path) == ""
    with RunDir(path) as run_dir:
        assert read_state(path) == "running"
        with pytest.raises(ResultsError, match="not complete"):
            check_run_dir(path)
        run_dir.complete("abc")
    assert read_state(path) == "complete"
    check_run_dir(path)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (KeyboardInterrupt(), "interrupted"),
        (SystemExit(143), "interrupted"),
        (ScenarioError("no"), "failed"),
        (ValueError("no"), "failed"),
    ],
)
def test_a_run_that_ends_early_says_so(tmp_path, error, state):
    with pytest.raises(type(error)), RunDir(tmp_path / "r"):
        raise error
    assert read_state(tmp_path / "r") == state


def test_leaving_without_a_result_is_a_failure(tmp_path):
    with RunDir(tmp_path / "r"):
        pass
    assert read_state(tmp_path / "r") == "failed"


def test_a_complete_run_is_overwritten_only_by_force(tmp_path):
    path = tmp_path / "r"
    complete(path)
    (path / "tables").mkdir()
    (path / "notes.txt").write_text("mine")
    with pytest.raises(ResultsError, match="holds a complete run"):
        RunDir(path).check()
    with pytest.raises(ResultsError), RunDir(path):
        pass
    assert (path / "tables").exists()
    with RunDir(path, force=True) as run_dir:
        assert not (path / "tables").exists()
        run_dir.complete("def")
    assert (path / "notes.txt").read_text() == "mine"


def test_an_early_end_leaves_a_directory_that_can_be_used_again(tmp_path):
    with pytest.raises(KeyboardInterrupt), RunDir(tmp_path / "r"):
        raise KeyboardInterrupt
    complete(tmp_path / "r")
    assert read_state(tmp_path / "r") == "complete"


def test_what_is_no_run_is_never_touched(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "scenario.yaml").write_text("mine")
    for path in (tmp_path, tmp_path / "mine"):
        with pytest.raises(ResultsError, match="neither empty nor a run"):
            RunDir(path, force=True).check()
    with pytest.raises(ResultsError, match="is a file"):
        RunDir(tmp_path / "notes.txt").check()
    with pytest.raises(ResultsError, match="cannot be made"), RunDir(tmp_path / "notes.txt" / "x"):
        pass


def test_a_run_of_a_living_process_is_left_alone(tmp_path):
    with RunDir(tmp_path / "r") as run_dir:
        with pytest.raises(ResultsError, match="another process"):
            RunDir(tmp_path / "r").check()
        run_dir.complete("abc")


def test_a_killed_run_reads_as_incomplete(tmp_path):
    path = tmp_path / "r"
    code = "import sys, time; from sim.run.outdir import RunDir\n"
    code += "with RunDir(sys.argv[1]): print('up', flush=True); time.sleep(60)"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "up\n"
        assert read_state(path) == "running"
        child.send_signal(signal.SIGKILL)
    assert read_state(path) == INCOMPLETE
    with pytest.raises(ResultsError, match="not complete"):
        check_run_dir(path)
    complete(path)


def test_a_run_killed_before_its_first_status_leaves_a_usable_directory(tmp_path):
    (tmp_path / "status.json.partial").write_text("{")
    complete(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["status.json"]


def test_a_broken_status_reads_as_incomplete(tmp_path):
    (tmp_path / "status.json").write_text('{"sta')
    assert read_state(tmp_path) == INCOMPLETE
    (tmp_path / "status.json").write_text('{"state": "running"}')
    assert read_state(tmp_path) == INCOMPLETE


def test_a_refused_run_leaves_nothing(tmp_path):
    path = tmp_path / "runs" / "r"
    with RunDir(path) as run_dir:
        run_dir.discard()
    assert not (tmp_path / "runs").exists()


def test_default_names_count_up_and_never_reuse(tmp_path):
    first = default_run_path("small", 1, tmp_path)
    assert first == tmp_path / "small-1"
    complete(first)
    second = default_run_path("small", 1, tmp_path)
    assert second == tmp_path / "small-1-2"
    second.mkdir()
    assert default_run_path("small", 1, tmp_path) == tmp_path / "small-1-3"


def test_json_is_replaced_as_a_whole(tmp_path):
    path = tmp_path / "x.json"
    write_json(path, {"a": 1})
    with pytest.raises(TypeError):
        write_json(path, {"a": object()})
    assert json.loads(path.read_text()) == {"a": 1}
    assert [p.name for p in tmp_path.iterdir()] == ["x.json"]


def test_stored_inputs_load_to_the_same_scenario(tmp_path):
    scenario = load_scenario(small_file(tmp_path))
    prepared = prepare_objects(scenario)
    profile = load_profile(scenario.machine.profile)
    folder = tmp_path / "run"
    folder.mkdir()
    store_inputs(folder, scenario, prepared, profile)
    again = load_scenario(folder / "scenario.yaml")
    assert scenario_digest(again) == scenario_digest(scenario)
    assert [p.sha256 for p in prepare_objects(again)] == [p.sha256 for p in prepared]
    assert load_profile(again.machine.profile, beside=folder) == profile


def test_objects_of_one_name_and_different_bytes_are_both_kept(tmp_path):
    text = SMALL.replace("warmup:", "      - {name: b, object: x/01-opensnoop.bpf.o}\nwarmup:")
    path = small_file(tmp_path, text)
    (tmp_path / "x").mkdir()
    data = (tmp_path / "01-opensnoop.bpf.o").read_bytes()
    (tmp_path / "x" / "01-opensnoop.bpf.o").write_bytes(data + b"\0" * 8)
    scenario = load_scenario(path)
    prepared = prepare_objects(scenario)
    folder = tmp_path / "run"
    folder.mkdir()
    stored = store_inputs(folder, scenario, prepared, load_profile("x86-2020"))
    again = prepare_objects(load_scenario(folder / "scenario.yaml"))
    assert [p.sha256 for p in again] == [p.sha256 for p in prepared]
    assert {t.object.rpartition("/")[2] for t in stored.tracers} == {"01-opensnoop.bpf.o"}


def test_a_manifest_keeps_the_clock_apart_from_results(tmp_path):
    scenario = load_scenario(small_file(tmp_path))
    prepared = prepare_objects(scenario)
    profile = load_profile("x86-2020")
    found = []
    for _ in range(2):
        wall = WallClock()
        wall.phase("run")
        time.sleep(0.002)
        write_manifest(
            tmp_path,
            scenario,
            prepared,
            profile,
            kernel_release="6.1.192",
            digest="d",
            table_digests={"requests": "r"},
            engine={"mode": "plain"},
            wall=wall,
        )
        found.append(read_manifest(tmp_path))
    assert found[0]["inputs"]["objects"][0]["file"] == "01-opensnoop.bpf.o"
    assert found[0]["inputs"]["scenario_sha256"] == scenario_digest(scenario)
    assert found[0]["not_results"]["wall"]["elapsed_s"] > 0
    for manifest in found:
        del manifest["not_results"]
    assert found[0] == found[1]


def test_a_missing_or_foreign_manifest_is_refused(tmp_path):
    with pytest.raises(ResultsError, match="no manifest"):
        read_manifest(tmp_path)
    (tmp_path / "manifest.json").write_text('{"format": 99}')
    with pytest.raises(ResultsError, match="another format"):
        read_manifest(tmp_path)
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(ResultsError, match="cannot be read"):
        read_manifest(tmp_path)
