"""``bpfsim compare`` on real run directories: inputs, pairing, refusals, conditions, formats."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.base.errors import SimError
from sim.cli import main as cli
from sim.cli.compare import parse_condition
from sim.run.differences import input_differences, shared_draws
from sim.run.outdir import RunDir
from sim.run.runner import run_scenario
from sim.run.scenario import load_scenario
from tests.scenarios import SMALL, small_file

Call = Callable[..., tuple[int, str, str]]
RING = "arms[traced].tracers[opensnoop].maps.events.max_entries"
VARIANTS: dict[str, tuple[str, ...]] = {
    "base": (),
    "small-ring": (f"{RING}=4 KiB",),
    "other-seed": ("seed=5",),
    "more-clients": ("workloads[web].arrivals.clients=12",),
    "one": ("replications=1",),
    "renamed": ("arms[traced].name=watched",),
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compared")
    text = SMALL.replace("stop: {time: 20 ms}", "stop: {time: 10 ms}\nreplications: 2")
    path = small_file(folder, text)
    for name, changes in VARIANTS.items():
        run_scenario(load_scenario(path, changes), RunDir(folder / name))
    return folder


@pytest.fixture
def bpfsim(monkeypatch: Any, capsys: Any, runs: Path) -> Call:
    monkeypatch.setenv("BPFSIM_DEBUG", "0")
    monkeypatch.chdir(runs)

    def call(*args: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bpfsim", *map(str, args)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        out, err = capsys.readouterr()
        return int(caught.value.code or 0), out, err

    return call


def test_equal_runs_are_said_to_be_equal(bpfsim: Call) -> None:
    status, out, err = bpfsim("compare", "base", "base")
    assert (status, err) == (0, "")
    assert out.splitlines()[:3] == ["A: base", "B: base", "  The inputs are the same."]
    assert "  The results are identical: digest " in out


def test_what_differs_is_said_first(bpfsim: Call) -> None:
    status, out, err = bpfsim("compare", "base", "small-ring")
    assert (status, err) == (0, "")
    assert out.splitlines()[2] == f"  {RING}: 65536 → 4096"
    assert "Paired by replication (seed 1 in both, the same workloads): 2 replications." in out
    assert "tracer_memory_bytes" in out
    assert "\x1b" not in out
    assert not any(line != line.rstrip() for line in out.splitlines())


@pytest.mark.parametrize(
    ("name", "is_paired", "why"),
    [
        ("small-ring", True, "seed 1 in both, the same workloads"),
        ("more-clients", True, "seed 1 in both, but workloads that differ"),
        ("one", True, "seed 1 in both, the same workloads"),
        ("other-seed", False, "seeds 1 and 5 share no draw"),
    ],
)
def test_runs_of_one_seed_are_paired(runs: Path, name: str, is_paired: bool, why: str) -> None:
    draws = shared_draws(runs / "base", runs / name)
    assert (draws.is_paired, draws.why) == (is_paired, why)


def test_common_draws_make_the_untraced_arms_equal(bpfsim: Call) -> None:
    """A smaller ring changes nothing of the twin: that is what pairing rests on."""
    data = json.loads(bpfsim("compare", "base", "small-ring", "--json", "--all")[1])
    twin = [row for row in data["figures"] if row["arm"] == "untraced"]
    assert twin
    assert all(row["diff"] == 0 and not row["is_changed"] for row in twin)
    other = json.loads(bpfsim("compare", "base", "other-seed", "--json", "--all")[1])
    assert any(row["is_changed"] for row in other["figures"] if row["arm"] == "untraced")


def test_inputs_are_compared_by_key_name_and_digest(runs: Path, tmp_path: Path) -> None:
    keys = {one.what: (one.a, one.b) for one in input_differences(runs / "base", runs / "renamed")}
    assert keys["arms[traced].name"] == ("traced", "not given")
    assert keys["arms[watched].name"] == ("not given", "watched")
    assert set(keys) == {key for key in keys if key.startswith("arms[")}
    copy = tmp_path / "copy"
    shutil.copytree(runs / "base", copy)
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["inputs"]["profile"]["sha256"] = "f" * 64
    manifest["inputs"]["objects"][0]["sha256"] = "e" * 64
    manifest["software"]["bpfsim"] = "9.9"
    (copy / "manifest.json").write_text(json.dumps(manifest))
    found = {one.what: one.b for one in input_differences(runs / "base", copy)}
    assert found == {
        "arms[traced].tracers[opensnoop].object": "01-opensnoop.bpf.o (sha256 eeeeeeeeeeee)",
        "machine.profile": "x86-2020 (sha256 ffffffffffff)",
        "bpfsim": "9.9",
    }


def test_arms_of_one_run_only_are_named(bpfsim: Call) -> None:
    out = bpfsim("compare", "base", "renamed")[1]
    assert "  Only A has the arm traced.\n  Only B has the arm watched.\n" in out


def test_one_replication_has_no_interval_and_says_so(bpfsim: Call) -> None:
    out = bpfsim("compare", "one", "small-ring")[1]
    assert "one replication, so there is no interval." in out
    assert "±" not in out


def test_csv_has_a_row_per_figure(bpfsim: Call) -> None:
    status, out, _ = bpfsim("compare", "base", "other-seed", "--csv")
    assert status == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["arm"] for row in rows} == {"untraced", "traced"}
    data = json.loads(bpfsim("compare", "base", "other-seed", "--json")[1])
    assert len(rows) == len(data["figures"])
    for row, figure in zip(rows, data["figures"], strict=True):
        assert row["metric"] == figure["metric"]
        assert float(row["diff"] or "nan") == pytest.approx(
            np.nan if figure["diff"] is None else figure["diff"], nan_ok=True
        )
    assert bpfsim("compare", "base", "base", "--csv", "--json")[0] == 2


def test_conditions_decide_the_exit_status(bpfsim: Call) -> None:
    status, out, err = bpfsim(
        *("compare", "base", "small-ring", "--json"),
        *("--fail-if", "traced.tracer_memory_bytes < -1%"),
        *("--fail-if", "traced.cpu_busy_frac > 0.5"),
    )
    assert status == 1
    assert err == "bpfsim: condition holds: traced.tracer_memory_bytes < -1%\n"
    assert json.loads(out)["failed_conditions"] == ["traced.tracer_memory_bytes < -1%"]
    less = ("--fail-if", "traced.tracer_memory_bytes <= -61440")
    assert bpfsim("compare", "base", "small-ring", *less)[0] == 1
    more = ("--fail-if", "traced.tracer_memory_bytes > +5%")
    assert bpfsim("compare", "base", "small-ring", *more)[0] == 0


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("traced.latency_p99_ns", "is no condition"),
        ("traced.latency_p99_ns > 5 percent", "is no condition"),
        ("traced.latency_p98_ns > 5%", "did you mean latency_p99_ns"),
        ("tracd.latency_p99_ns > 5%", "did you mean traced"),
        ("untraced.tracer_memory_bytes > 5%", "give the difference itself"),
    ],
)
def test_a_wrong_condition_is_refused(bpfsim: Call, condition: str, message: str) -> None:
    status, out, err = bpfsim("compare", "base", "small-ring", "--fail-if", condition)
    assert (status, out) == (2, "")
    assert message in err
    assert err.count("bpfsim:") == 1


def test_a_condition_is_read() -> None:
    one = parse_condition(" traced.latency_p99_ns>=+5.5% ")
    assert (one.arm, one.metric, one.op, one.value) == ("traced", "latency_p99_ns", ">=", 5.5)
    assert one.is_percent
    assert not parse_condition("a.throughput_per_s < -3").is_percent
    with pytest.raises(SimError):
        parse_condition("a.throughput_per_s == 3")


def test_tables_that_were_changed_are_refused(bpfsim: Call, runs: Path, tmp_path: Path) -> None:
    copy = tmp_path / "edited"
    shutil.copytree(runs / "base", copy)
    file = copy / "tables" / "requests" / "end_ns.npy"
    data = np.load(file)
    data[0] += 1
    np.save(file, data)
    status, out, err = bpfsim("compare", "base", copy)
    assert (status, out) == (2, "")
    assert err.startswith("bpfsim: a result table was changed after it was written\n")
    manifest = json.loads((runs / "base" / "manifest.json").read_text())
    manifest["results"]["digest"] = "0" * 64
    other = tmp_path / "other"
    shutil.copytree(runs / "base", other)
    (other / "manifest.json").write_text(json.dumps(manifest))
    assert "manifest.json has another digest of the whole" in bpfsim("compare", other, "base")[2]


def test_incomplete_runs_and_other_folders_are_refused(
    bpfsim: Call, runs: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "cut"
    shutil.copytree(runs / "base", copy)
    (copy / "status.json").write_text('{"state": "interrupted"}')
    assert "this run is not complete" in bpfsim("compare", "base", copy)[2]
    status, out, err = bpfsim("compare", "base", tmp_path, "--json")
    assert status == 2
    assert json.loads(out)["error"]["type"] == "ResultsError"
    assert "this is no run directory" in err
