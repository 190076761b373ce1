"""A small campaign of each kind of bad input: a result or a `SimError`, and nothing else.

``make fuzz`` runs the large one. An input that ever was a finding is a test of its own,
beside what it was about.
"""

from __future__ import annotations

import os
import signal

import pytest

from sim.base.errors import SimError
from tests.fuzz.campaign import Kind, Report, run_campaign, run_one
from tests.fuzz.kinds import KINDS
from tests.fuzz.machines import ChildFailedError, in_child

SEED = 2024


def _campaign(kind: str, count: int) -> Report:
    report = Report()
    for index in range(count):
        report.add(run_one(KINDS[kind], SEED, index, limit=False))
    assert not report.findings, "\n".join(report.lines())
    assert report.nr_inputs == count
    assert report.outcomes["result"] > count // 50, "hardly any input is let in"
    assert len(report.outcomes) > 1, "no input is refused"
    return report


@pytest.mark.parametrize("part", range(4))
def test_mutated_objects_are_opened_or_refused_and_nothing_else(part):
    report = Report()
    for index in range(500 * part, 500 * (part + 1)):
        report.add(run_one(KINDS["object"], SEED, index, limit=False))
    assert not report.findings, "\n".join(report.lines())
    assert {"result", "ElfError", "BtfError", "RelocationError"} <= {*report.outcomes}


def test_mutated_scenarios_are_loaded_or_refused_and_nothing_else():
    assert _campaign("scenario", 300).outcomes["ScenarioError"]


def test_mutated_profiles_are_loaded_or_refused_and_nothing_else():
    assert _campaign("profile", 200).outcomes["CostProfileError"]


def test_run_directories_edited_by_hand_give_the_same_frames_or_are_refused():
    assert _campaign("rundir", 150).outcomes["ResultsError"]


@pytest.mark.slow
def test_mutated_programs_run_or_fault_and_never_touch_the_host():
    report = run_campaign(KINDS["machine"], SEED, range(100), quiet=True)
    assert not report.findings, "\n".join(report.lines())
    assert report.outcomes["result"] > 20


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_input_is_a_function_of_seed_and_index(kind):
    make = KINDS[kind].make
    assert make(SEED, 7) == make(SEED, 7)
    assert len({make(SEED, index)[1] for index in range(8)}) > 4


# --- the fuzzer notices what it is there for ------------------------------------------------------
def _bad(name: str, data: bytes) -> list[tuple[str, Exception]]:
    index = len(data)
    if index == 3:
        raise IndexError("list index out of range")
    if index == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    if index == 7:
        while True:
            pass
    if index == 9:
        bytes(1 << 40)
    return [("open", SimError("no"))] if index % 2 else []


def test_exceptions_deaths_hangs_and_greed_are_findings():
    kind = Kind("bad", lambda seed, index: ("", bytes(index)), _bad, ("open",), seconds=1)
    report = run_campaign(kind, 1, range(12), 2, quiet=True)
    found = {finding.index: finding.what for finding in report.findings}
    assert sorted(found) == [3, 5, 7, 9]
    assert found[3].startswith("IndexError")
    assert "status -9" in found[5]
    assert found[7].startswith("TookTooLongError")
    assert found[9].startswith("MemoryError")
    assert report.outcomes["result"] == 6
    assert report.outcomes["SimError"] == 2
    assert report.findings[0].command.startswith("python -m tests.fuzz --kind bad --seed 1 --index")


def test_a_child_that_dies_or_raises_is_told_from_one_that_is_refused():
    assert in_child(list) == []
    assert [step for step, _ in in_child(lambda: [("run", SimError("no"))])] == ["run"]
    with pytest.raises(ChildFailedError, match="signal 9"):
        in_child(lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(ChildFailedError, match="ZeroDivisionError"):
        in_child(lambda: [("run", 1 / 0)])
