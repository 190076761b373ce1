"""Runs that are killed or interrupted: the directory says so, and nothing half-written looks whole.

The killed child is killed at one file operation after the other, which an audit hook counts.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

import analysis
from sim.base.errors import ResultsError
from sim.record.reader import check_digests, check_run_dir, read_table
from sim.run.outdir import INCOMPLETE, read_state
from tests.mixed import bpfsim, mixed_file, run_file

LONG = "stop.time=3 s"
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def scenario(tmp_path_factory):
    return mixed_file(tmp_path_factory.mktemp("mixed"))


@pytest.fixture(scope="module")
def long_digest(scenario, tmp_path_factory) -> str:
    return run_file(scenario, tmp_path_factory.mktemp("whole") / "run", LONG).digest


def start(scenario, out, cwd) -> subprocess.Popen[str]:
    words = ("-q", "--no-report", "-o", out, "--set", LONG)
    return bpfsim("run", scenario, *words, cwd=cwd)


def stop_in_the_middle(child: subprocess.Popen[str], out: Path, signum: int) -> tuple[int, str]:
    """Send a signal once the first arm's tables are written; return exit status and stderr."""
    for _ in range(15000):
        if (out / "tables.partial" / "time_ledger").is_dir():
            break
        assert child.poll() is None, child.communicate()
        time.sleep(0.02)
    else:
        raise AssertionError("the run does not begin")
    child.send_signal(signum)
    _, err = child.communicate(timeout=60)
    return child.returncode, err


@pytest.mark.parametrize(
    ("signum", "status", "state", "says"),
    [
        (signal.SIGKILL, -signal.SIGKILL, INCOMPLETE, ""),
        (signal.SIGINT, 130, "interrupted", "is incomplete, and says so"),
    ],
)
def test_a_run_stopped_in_the_middle_is_marked_and_can_be_run_again(
    scenario, long_digest, tmp_path, signum, status, state, says
):
    out = tmp_path / "r"
    returned, err = stop_in_the_middle(start(scenario, out, tmp_path), out, signum)
    assert returned == status
    assert says in err
    assert "Traceback" not in err
    assert read_state(out) == state
    assert not (out / "tables").exists()
    assert not (out / "manifest.json").exists()
    for refused in (check_run_dir, check_digests, analysis.load):
        with pytest.raises(ResultsError):
            refused(out)
    with pytest.raises(ResultsError):
        read_table(out, "requests")
    if signum == signal.SIGINT:
        again = start(scenario, out, tmp_path)
    else:
        again = bpfsim("rerun", out, "-q", "-o", tmp_path / "again", cwd=tmp_path)
        out = tmp_path / "again"
    _, err = again.communicate(timeout=300)
    assert (again.returncode, err) == (0, "")
    assert read_state(out) == "complete"
    assert check_digests(out) == long_digest


KILLED_EVERYWHERE = """
    import json, os, shutil, signal, sys
    from pathlib import Path

    from sim.run.outdir import RunDir
    from sim.run.runner import run_scenario
    from sim.run.scenario import load_scenario

    scenario = load_scenario(Path(sys.argv[1]), ["stop.time=500 us"])
    folder = Path(sys.argv[2])
    seen = 0
    last = None

    def count(event, args):
        global seen
        if event.partition(".")[0] in ("open", "os", "shutil") and str(folder) in str(args):
            seen += 1
            if seen == last:
                os.kill(os.getpid(), signal.SIGKILL)

    def run(name, force=False):
        return run_scenario(scenario, RunDir(folder / name, force=force)).digest

    def killed(name, at, force):
        global last, seen
        child = os.fork()
        if child == 0:
            seen, last = 0, at
            run(name, force)
            os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    sys.addaudithook(count)
    digest = run("whole")
    total = seen
    ends = []
    for at in [1, 2, 3, 5, 8, *range(12, total - 6, 20), *range(total - 6, total + 2)]:
        ends.append((f"new-{at}", killed(f"new-{at}", at, False)))
    for at in (1, 2, 4, 7, 12, 25, 60):
        shutil.copytree(folder / "whole", folder / f"over-{at}")
        ends.append((f"over-{at}", killed(f"over-{at}", at, True)))
    print(json.dumps({"digest": digest, "ends": ends}))
    """


def test_a_run_killed_at_any_file_operation_never_looks_whole(scenario, tmp_path):
    code = textwrap.dedent(KILLED_EVERYWHERE)
    done = subprocess.run(
        [sys.executable, "-c", code, str(scenario), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=300,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    states = set()
    assert len(found["ends"]) > 20
    for name, status in found["ends"]:
        assert status in (0, -signal.SIGKILL)
        state = read_state(tmp_path / name)
        states.add(state)
        if state == "complete":
            assert check_digests(tmp_path / name) == found["digest"]
            continue
        assert status != 0
        assert state in ("", INCOMPLETE)
        left = tmp_path / name
        if state == "":
            left_files = [p.name for p in left.iterdir()] if left.exists() else []
            assert left_files in ([], ["status.json.partial"])
        with pytest.raises(ResultsError):
            read_table(left, "requests")
    assert states >= {INCOMPLETE, "complete"}
