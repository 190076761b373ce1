"""``bpfsim timeline``: what it writes, says and refuses."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.cli import main as cli
from sim.record.digest import result_digest
from sim.record.reader import read_table
from tests.perfetto import imported, read_events
from tests.timelines import write_trace

Verb = Callable[..., tuple[int, str, str]]
FLOW = [
    (0, 0, "switch", -1, "", "", 7),
    (100_000, 0, "reserve", -1, "t/ring", "", -1),
    (300_000, 0, "reserve", -1, "t/ring", "", -1),
]
ACCOUNTS = [(0, 0, "void", ""), (0, 0, "kernel", "workload")]


@pytest.fixture
def bpfsim(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Verb:
    """Run a command line; gives status, stdout and stderr."""
    monkeypatch.setenv("BPFSIM_DEBUG", "0")

    def call(*args: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bpfsim", *map(str, args)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        out, err = capsys.readouterr()
        assert caught.value.code is None or isinstance(caught.value.code, int)
        return caught.value.code or 0, out, err

    return call


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    write_trace(folder, horizon_ns=1_000_000, flow=FLOW, accounts=ACCOUNTS)
    names = sorted(path.name for path in (folder / "tables").iterdir())
    digests = {name: read_table(folder, name).stored_digests() for name in names}
    results = {
        "digest": result_digest(digests),
        "tables": {name: result_digest({name: digests[name]}) for name in names},
    }
    manifest = {
        "inputs": {"scenario": "tiny", "seed": 3},
        "software": {"bpfsim": "0.1.0"},
        "results": results,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def test_it_writes_a_file_and_says_what_is_in_it(bpfsim: Verb, run: Path) -> None:
    status, out, err = bpfsim("timeline", run)
    path = run / "timeline.json"
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        f"{path}: 0ns..1ms, {path.stat().st_size} B",
        "  slices: 2 (1 tasks among them)",
        "  arrows: 0 from program to record to reader",
        "  drops:  2 (dropped_full 2)",
        "Open it in Perfetto: drag the file into its page.",
    ]
    document = read_events(path)
    assert imported(document["traceEvents"]).faults == []
    assert document["otherData"] == {
        "scenario": "tiny",
        "seed": 3,
        "bpfsim": "0.1.0",
        "arm": "traced",
        "replication": 0,
        "window": "0ns..1ms",
    }


def test_a_window_another_file_and_json(bpfsim: Verb, run: Path, tmp_path: Path) -> None:
    path = tmp_path / "part.json"
    status, out, _ = bpfsim("timeline", run, "--window", "200us..2ms", "-o", path, "--json")
    assert status == 0
    assert json.loads(out) == {
        "file": str(path),
        "from_ns": 200_000,
        "to_ns": 1_000_000,
        "events": len(read_events(path)["traceEvents"]),
        "slices": {"activity": 1, "task": 1, "record": 0},
        "arrows": 0,
        "drops": {"dropped_full": 1},
    }
    assert not (run / "timeline.json").exists()


def test_the_same_run_gives_the_same_file(bpfsim: Verb, run: Path) -> None:
    bpfsim("timeline", run)
    first = (run / "timeline.json").read_bytes()
    bpfsim("timeline", run)
    assert (run / "timeline.json").read_bytes() == first


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--window", "2ms"), "'2ms' is no window of time: write it like 10ms..12ms"),
        (("--window", "2ms..3ms"), "the run lasted 1 ms, its trace holds 0ns..1ms"),
        (("--arm", "untraced"), "run the scenario again with `--timeline 10ms..12ms`"),
        (("--arm", "fast"), "its arms are untraced, traced"),
        (("--replication", "4"), "the run has no arm 'traced' with a replication 4"),
    ],
)
def test_what_it_cannot_show_is_refused(
    bpfsim: Verb, run: Path, args: tuple[str, ...], says: str
) -> None:
    status, out, err = bpfsim("timeline", run, *args)
    assert (status, out) == (2, "")
    assert says in err
    assert not list(run.glob("timeline.json*"))


def test_a_folder_that_is_no_run_is_refused(bpfsim: Verb, tmp_path: Path) -> None:
    status, _, err = bpfsim("timeline", tmp_path)
    assert status == 2
    assert "this is no run directory" in err


def test_a_broken_manifest_is_refused(bpfsim: Verb, run: Path) -> None:
    (run / "manifest.json").write_text("{}")
    status, _, err = bpfsim("timeline", run)
    assert status == 2
    assert "manifest.json cannot be read" in err
