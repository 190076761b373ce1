"""The command line without the engine: verbs, messages, exit statuses, run directories."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import types

import pytest

from sim.base.errors import InternalError
from sim.cli import main as cli
from sim.record.writer import RecordWriter
from sim.run.inputs import store_inputs
from sim.run.manifest import WallClock, write_manifest
from sim.run.objects import prepare_objects
from sim.run.outdir import read_state
from sim.run.prices import scenario_profile
from tests.scenarios import SMALL, TUTORIAL, small_file


@pytest.fixture
def bpfsim(monkeypatch, capsys, tmp_path):
    """Run a command line in a folder of its own; gives status, stdout and stderr."""
    monkeypatch.setenv("BPFSIM_DEBUG", "0")
    monkeypatch.chdir(tmp_path)

    def call(*args):
        monkeypatch.setattr(sys, "argv", ["bpfsim", *map(str, args)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        out, err = capsys.readouterr()
        return caught.value.code or 0, out, err

    return call


class StandInRunner:
    """Takes the engine's place: writes a few rows that depend on the seed."""

    def __init__(self):
        self.error = None
        self.salt = 0

    def run_scenario(self, scenario, run_dir, progress):
        wall = WallClock()
        prepared, profile = prepare_objects(scenario), scenario_profile(scenario)
        with run_dir:
            store_inputs(run_dir.path, scenario, prepared, profile)
            progress.start("untraced", 0, scenario.stop.time_ns)
            with RecordWriter(run_dir.path) as writer:
                if self.error is not None:
                    raise self.error
                for arm in scenario.arms:
                    self._write(writer, scenario, arm.name)
            progress.finish()
            digest = writer.digest()
            write_manifest(
                run_dir.path,
                scenario,
                prepared,
                profile,
                kernel_release="6.1.192",
                digest=digest,
                table_digests=writer.table_digests(),
                engine={},
                wall=wall,
            )
            run_dir.complete(digest)
        return types.SimpleNamespace(digest=digest)

    def _write(self, writer, scenario, arm):
        keys = {"horizon_ns": 20_000_000, "warmup_ns": 0, "nr_cpus": 1, "tracer_memory_bytes": 0}
        cell = {"arm": arm, "replication": 0}
        for key, value in keys.items():
            writer.append("machine", **cell, key=key, value=value)
        for i in range(3):
            end_ns = 1000 * (i + 1) + scenario.seed + self.salt
            writer.append(
                "requests",
                **cell,
                workload="web",
                client=0,
                seq=i,
                arrive_ns=1000 * i,
                start_ns=1000 * i,
                end_ns=end_ns,
                result=0,
            )
        ledger = {"cpu": 0, "activity": "halted", "owner": "none", "time_ns": 20_000_000}
        writer.append("time_ledger", **cell, **ledger)


@pytest.fixture
def runner(monkeypatch):
    stand_in = StandInRunner()
    module = types.ModuleType("sim.run.runner")
    module.run_scenario = stand_in.run_scenario
    monkeypatch.setitem(sys.modules, "sim.run.runner", module)
    # nothing is compiled for a stand-in, and nothing is said of it
    monkeypatch.setattr("sim.base.compile.is_cache_warm", lambda: True)
    monkeypatch.setattr("sim.run.warm.compile_engine", lambda: None)
    return stand_in


def block(text):
    return textwrap.dedent(text).lstrip()


def test_validate_says_what_a_scenario_has(bpfsim, tmp_path):
    small_file(tmp_path)
    assert bpfsim("validate", "small.yaml") == (
        0,
        "small.yaml: small is valid: the twin and 1 traced arm, 1 replication, seed 1\n",
        "",
    )


def test_validate_prints_the_resolved_scenario(bpfsim, tmp_path):
    small_file(tmp_path)
    status, out, _ = bpfsim("validate", "small.yaml", "--resolved", "--set", "seed=7")
    assert status == 0
    assert "seed: 7\n" in out
    (tmp_path / "again.yaml").write_text(out)
    assert bpfsim("validate", "again.yaml", "--resolved")[1] == out


@pytest.mark.parametrize("verb", ["validate", "run"])
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "cpus: 4",
            "cpus: 4\n  engines: 4",
            """
            bpfsim: unknown key 'engines'
              where: small.yaml:7: machine.engines
              why:   allowed here: kernel, config, cpus, memory, hz, nmi_hz, preempt, profile,""",
        ),
        (
            "user: 15 us",
            "user: -15 us",
            """
            bpfsim: '-15 us' is no duration: it cannot be negative; write it like 20 us or 1.5 ms
              where: small.yaml:15: workloads[0].request[0].user
            """,
        ),
        (
            "cpus: 4",
            "cpus: 4\n  profile: x86-2021",
            """
            bpfsim: no cost profile 'x86-2021'
              where: small.yaml:7: machine.profile
              why:   a name means a shipped profile; a path ends in .yaml
              try:   did you mean x86-2020, x86-fast-2025?
            """,
        ),
        (
            "64 KiB",
            "65 KiB",
            """
            bpfsim: ring buffer 'events' cannot have 66560 bytes
              where: small.yaml:27: arms[1].tracers[0].maps.events.max_entries
              why:   map events: its size is a power of two and a multiple of the page (4096)
              try:   use 131072
            """,
        ),
        (
            "64 KiB}",
            "64 KiB}, starts: {max_entries: 90000000}",
            """
            bpfsim: the maps need more memory than the machine has, up to 'starts'
              where: small.yaml:27: arms[1].tracers[0].maps.starts.max_entries
              why:   they take 2746 MiB or more of 1 GiB
              try:   give smaller max_entries, or a larger machine.memory
            """,
        ),
        (
            "warmup: 1 ms",
            "warmup: 1 ms\nexpect: [traced.latency_p98_ns < 5]",
            """
            bpfsim: there is no metric 'latency_p98_ns'
              where: small.yaml:31: expect[0]
              why:   metrics: throughput_per_s, latency_p50_ns, latency_p99_ns, """,
        ),
    ],
    ids=["unknown-key", "negative", "profile", "ring-buffer", "memory", "metric"],
)
def test_a_wrong_scenario_prints_one_block_and_leaves_nothing(
    bpfsim, runner, tmp_path, verb, old, new, message
):
    assert old in SMALL
    small_file(tmp_path, SMALL.replace(old, new, 1))
    status, out, err = bpfsim(verb, "small.yaml")
    assert (status, out) == (2, "")
    assert err.startswith(block(message))
    assert err.count("bpfsim:") == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["01-opensnoop.bpf.o", "small.yaml"]


def test_a_broken_object_is_refused_before_anything_is_written(bpfsim, runner, tmp_path):
    small_file(tmp_path)
    file = tmp_path / "01-opensnoop.bpf.o"
    file.write_bytes(file.read_bytes()[:300])
    status, _, err = bpfsim("run", "small.yaml")
    assert status == 2
    assert err.startswith("bpfsim: 01-opensnoop is truncated\n  where: small.yaml:25: ")
    assert not (tmp_path / "runs").exists()


def test_run_prints_the_summary_and_where_the_results_are(bpfsim, runner, tmp_path):
    small_file(tmp_path)
    status, out, err = bpfsim("run", "small.yaml", "--no-report")
    assert (status, err) == (0, "")
    assert "What traced costs against untraced (one replication)" in out
    assert "Results: runs/small-1" in out
    assert read_state(tmp_path / "runs" / "small-1") == "complete"


def test_runs_get_directories_of_their_own(bpfsim, runner, tmp_path):
    small_file(tmp_path)
    quiet = ("run", "small.yaml", "--quiet", "--no-report")
    assert bpfsim(*quiet)[1] == "runs/small-1\n"
    assert bpfsim(*quiet)[1] == "runs/small-1-2\n"
    assert bpfsim(*quiet, "--seed", 5)[1] == "runs/small-5\n"
    assert bpfsim(*quiet, "-o", "mine")[1] == "mine\n"
    status, _, err = bpfsim(*quiet, "-o", "mine")
    assert status == 2
    assert "this directory holds a complete run" in err
    assert bpfsim(*quiet, "-o", "mine", "--force")[0] == 0


def test_json_goes_to_stdout_alone(bpfsim, runner, tmp_path):
    small_file(tmp_path, SMALL + "expect: [traced.latency_p50_ns < 5000]\n")
    status, out, err = bpfsim("run", "small.yaml", "--json", "--no-report", "-o", "r")
    assert (status, err) == (0, "")
    data = json.loads(out)
    assert data["run_dir"] == "r"
    assert data["expect"] == [
        {"expect": "traced.latency_p50_ns < 5000", "value": 1001.0, "holds": True}
    ]


def test_a_failed_expectation_exits_with_1(bpfsim, runner, tmp_path):
    small_file(tmp_path, SMALL + "expect: [traced.latency_p50_ns < 5]\n")
    status, out, err = bpfsim("run", "small.yaml", "-q", "--no-report", "-o", "r")
    assert (status, out) == (1, "r\n")
    assert err == "bpfsim: expectation failed: traced.latency_p50_ns < 5 (it is 1001)\n"


def test_charts_are_drawn_into_the_run_directory(bpfsim, runner, tmp_path):
    small_file(tmp_path)
    assert bpfsim("run", "small.yaml", "-q", "-o", "r")[0] == 0
    assert {p.suffix for p in (tmp_path / "r" / "charts").iterdir()} == {".png", ".svg"}


def test_ctrl_c_leaves_a_directory_that_says_so(bpfsim, runner, tmp_path):
    small_file(tmp_path)
    runner.error = KeyboardInterrupt()
    status, out, err = bpfsim("run", "small.yaml", "-o", "r")
    assert (status, out) == (130, "")
    assert err == "bpfsim: r is incomplete, and says so\nbpfsim: interrupted\n"
    assert read_state(tmp_path / "r") == "interrupted"
    assert not (tmp_path / "r" / "tables").exists()


def test_sigterm_leaves_a_directory_that_says_so(tmp_path):
    path = small_file(tmp_path)
    code = """
        import sys, time, types
        def run_scenario(scenario, run_dir, progress):
            with run_dir:
                print("up", flush=True)
                time.sleep(60)
        sys.modules["sim.run.runner"] = types.SimpleNamespace(run_scenario=run_scenario)
        sys.modules["sim.run.warm"] = types.SimpleNamespace(compile_engine=lambda: None)
        from sim.cli.main import main
        main()
        """
    argv = [sys.executable, "-c", block(code), "run", str(path), "-o", str(tmp_path / "r")]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "up\n"
        child.send_signal(signal.SIGTERM)
        _, err = child.communicate(timeout=20)
    assert child.returncode == 143
    assert err == f"bpfsim: {tmp_path / 'r'} is incomplete, and says so\nbpfsim: terminated\n"
    assert read_state(tmp_path / "r") == "interrupted"


def test_a_ctrl_c_that_c_code_swallowed_is_no_bug(tmp_path):
    path = small_file(tmp_path)
    code = """
        import ctypes, signal, sys, types
        def run_scenario(scenario, run_dir, progress):
            callback = ctypes.CFUNCTYPE(None)(lambda: signal.raise_signal(signal.SIGINT))
            callback()
            raise RuntimeError("no compiled object yet")
        sys.modules["sim.run.runner"] = types.SimpleNamespace(run_scenario=run_scenario)
        sys.modules["sim.run.warm"] = types.SimpleNamespace(compile_engine=lambda: None)
        from sim.cli.main import main
        main()
        """
    argv = [sys.executable, "-c", block(code), "run", str(path), "-o", str(tmp_path / "r")]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (130, "bpfsim: interrupted\n")


def test_a_bug_exits_with_70_and_says_what_to_report(bpfsim, runner, tmp_path):
    small_file(tmp_path)
    runner.error = InternalError("two and two are five", t_ns=5, seed=1)
    status, _, err = bpfsim("run", "small.yaml", "-o", "r")
    assert status == 70
    assert err.startswith("bug in bpfsim at t=5 ns with seed 1: two and two are five\n  where: ")
    assert "ran:   bpfsim run small.yaml -o r" in err
    assert "Traceback" not in err
    assert read_state(tmp_path / "r") == "failed"
    assert "Traceback" in bpfsim("run", "small.yaml", "-o", "r", "--debug")[2]


def test_rerun_compares_digests(bpfsim, runner, tmp_path):
    small_file(tmp_path)
    bpfsim("run", "small.yaml", "-q", "--no-report", "-o", "r")
    status, out, _ = bpfsim("rerun", "r", "-q")
    assert (status, out.split(":")[0]) == (0, "identical")
    runner.salt = 1
    status, out, _ = bpfsim("rerun", "r", "-q")
    assert status == 1
    assert out.startswith("different: digest ")
    assert "tables: requests\n" in out
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_dir()) == ["r"]


def test_rerun_of_an_interrupted_run_gives_it_an_end(bpfsim, runner, tmp_path):
    small_file(tmp_path)
    runner.error = KeyboardInterrupt()
    bpfsim("run", "small.yaml", "-q", "-o", "r")
    runner.error = None
    status, out, _ = bpfsim("rerun", "r", "-q")
    assert status == 0
    assert out.startswith("r is interrupted: it has no result to compare with\ndigest ")
    assert read_state(tmp_path / "r-2") == "complete"
    bpfsim("run", "small.yaml", "-q", "--no-report", "-o", "whole")
    digest = json.loads((tmp_path / "whole" / "status.json").read_text())["digest"]
    assert digest in out


def test_rerun_refuses_what_is_no_run(bpfsim, tmp_path):
    status, _, err = bpfsim("rerun", tmp_path)
    assert status == 2
    assert "this is no run directory" in err


def test_disasm_prints_sections_and_linked_programs(bpfsim):
    file = TUTORIAL / "01-opensnoop.bpf.o"
    status, out, _ = bpfsim("disasm", file, "--no-raw")
    assert status == 0
    assert "Disassembly of section tracepoint/syscalls/sys_enter_openat:" in out
    status, out, _ = bpfsim("disasm", file, "--program", "exit_openat")
    assert status == 0
    assert "<exit_openat>:" in out
    status, _, err = bpfsim("disasm", file, "--program", "exit_opena")
    assert status == 2
    assert "did you mean exit_openat" in err


def test_build_refuses_what_would_overwrite_the_source(bpfsim, tmp_path):
    (tmp_path / "x.bpf.c").write_text("")
    status, _, err = bpfsim("build", "x.bpf.c", "-o", "x.bpf.c")
    assert status == 2
    assert "would overwrite its source" in err
    assert "no such folder" in bpfsim("build", "x.bpf.c", "-o", "none/x.bpf.o")[2]
    assert "there is no file" in bpfsim("build", "y.bpf.c")[2]


def test_a_wrong_command_line_exits_with_2(bpfsim):
    assert bpfsim("ron")[0] == 2
    assert bpfsim("run")[0] == 2
    assert bpfsim("run", "x.yaml", "--seed", "x")[0] == 2


def test_help_and_version_need_no_engine():
    code = "import sys; sys.argv = ['bpfsim', '--help']\nfrom sim.cli.main import main\n"
    code += "try: main()\nexcept SystemExit: pass\n"
    code += "heavy = {'numba', 'numpy', 'pandas', 'matplotlib', 'pydantic', 'simpy'}\n"
    code += "print(sorted(heavy & set(sys.modules)))"
    env = {**os.environ, "COLUMNS": "80"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env)
    assert done.stderr == ""
    assert done.stdout.endswith("[]\n")


def test_validate_loads_no_engine(tmp_path):
    path = small_file(tmp_path)
    code = f"import sys; sys.argv = ['bpfsim', 'validate', {str(path)!r}]\n"
    code += "from sim.cli.main import main\ntry: main()\nexcept SystemExit: pass\n"
    code += "print('numba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.endswith("False\n")
