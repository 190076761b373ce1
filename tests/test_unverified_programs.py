"""A program that no verifier has seen may go wrong: that is its author's error, not a bug.

A run with such programs says so; a verified one that goes wrong is a bug, or too long.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import analysis
from analysis.report.content import caveats
from analysis.summary import summary_dict
from sim.base.errors import InternalError, VerifierError, VmFault
from sim.bpf.asm import assemble
from sim.cost.profile import load_profile
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, MachineConfig
from sim.loader import admit
from sim.run.outdir import RunDir
from sim.run.runner import Prepared, prepare, run_scenario, run_tables
from sim.run.scenario import load_scenario
from sim.workload.compile import Workloads
from sim.workload.spec import Step, WorkloadSpec
from tests.scenarios import small_file

OFF = "arms[1].tracers[0].verify=false"
ENDLESS = "r0 = 0\nL:\ngoto L"


def _run(text: str) -> None:
    machine = Machine(MachineConfig("6.1", 1, 3, load_profile("x86-2020").price_ps))
    workloads = Workloads(machine)
    links = Links(machine)
    think = Distribution(k.DIST_CONSTANT, 10_000)
    workloads.add(WorkloadSpec("web", False, 1, think, (Step("getpid"),)))
    target = parse_target("kprobe", "__x64_sys_getpid", "here")
    machine.start()
    program = links.load("wrong", "kprobe/__x64_sys_getpid", assemble(text))
    links.install(links.prepare(program, target, k.OWNER_FIRST_TRACER))
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    try:
        env.run(until=1_000_000)
    finally:
        machine.close()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("r0 = 0\nL:\ngoto L", "ran out of its instruction budget without an end"),
        ("call 250\nexit", "calls a helper that does not exist"),
    ],
)
def test_a_program_that_goes_wrong_is_refused_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(VmFault, match=problem) as caught:
        _run(text)
    assert caught.value.where.startswith("near insn ")
    assert "verifier" in caught.value.reason


def _prepared(folder: Path, text: str, *changes: str) -> Prepared:
    """A small scenario whose first program is replaced."""
    prepared = prepare(load_scenario(small_file(folder), changes))
    program = prepared.tracers[0].spec.program("enter_openat")
    program.insns = assemble(text)
    program.core_relos = program.extern_relocs = program.funcs = program.line_info = ()
    return prepared


@pytest.mark.parametrize(("changes", "verdict"), [((), "accept"), ((OFF,), "unverified")])
def test_a_run_says_which_programs_no_verifier_has_seen(
    tmp_path: Path, changes: tuple[str, ...], verdict: str
) -> None:
    folder = tmp_path / "run"
    run_scenario(load_scenario(small_file(tmp_path), changes), RunDir(folder))
    run = analysis.load(folder)
    is_unverified = verdict == "unverified"
    assert summary_dict(run)["is_unverified"] is is_unverified
    assert any("nverified" in line for line in caveats(run)) is is_unverified
    rows = json.loads((folder / "manifest.json").read_text())["programs"]
    assert [row["verdict"] for row in rows] == [verdict] * 2
    assert [row["program"] for row in rows] == ["enter_openat", "exit_openat"]
    assert all((row["insns_processed"] > 0) is not is_unverified for row in rows)


def test_a_refused_program_stops_a_run_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(VerifierError, match="infinite loop detected at insn 1"):
        run_tables(_prepared(tmp_path, ENDLESS), tmp_path)


def test_an_unverified_program_that_goes_wrong_is_named(tmp_path: Path) -> None:
    with pytest.raises(VmFault) as caught:
        run_tables(_prepared(tmp_path, ENDLESS, OFF), tmp_path)
    assert caught.value.where.startswith("arm 'traced', program 'enter_openat', near insn ")
    assert caught.value.reason.startswith("no verifier has seen it")


@pytest.fixture
def accept_all(monkeypatch) -> None:
    """A verifier that finds nothing wrong."""
    accept = admit.Verdict(admit.VerdictKind.ACCEPT)
    monkeypatch.setattr(admit, "verify", lambda *_args, **_kwargs: accept)
    monkeypatch.setattr(admit, "_remembered", {})


@pytest.mark.usefixtures("accept_all")
def test_a_verified_program_may_run_longer_than_a_run_can_be_here(tmp_path: Path) -> None:
    with pytest.raises(VmFault) as caught:
        run_tables(_prepared(tmp_path, ENDLESS), tmp_path)
    assert caught.value.reason.startswith("a run may take 16 Mi instructions here")


@pytest.mark.usefixtures("accept_all")
def test_a_verified_program_that_goes_wrong_is_a_bug(tmp_path: Path) -> None:
    problem = "a verified program went wrong: a program calls a helper that does not exist"
    with pytest.raises(InternalError, match=problem):
        run_tables(_prepared(tmp_path, "call 250\nexit"), tmp_path)
