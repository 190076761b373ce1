"""Tools of libbpf-tools: their profiles, their scenarios, and what they see of a workload."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.base.errors import SimError
from sim.run.scenario import parse_scenario
from sim.run.shipped_workloads import shipped_workload, shipped_workloads
from sim.run.tools import tool_scenario, tools
from tests.corpus import OBJECTS
from tests.tool_scenarios import FOLDER


@pytest.mark.parametrize("name", list(tools()))
def test_a_scenario_is_what_the_profile_says(name: str) -> None:
    assert (FOLDER / f"{name}.yaml").read_text(encoding="utf-8") == tool_scenario(name)


def test_there_is_a_scenario_for_every_profile_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(tools())


def test_every_profile_names_a_shipped_workload() -> None:
    assert {str(profile["on"]) for profile in tools().values()} <= set(shipped_workloads())


@pytest.mark.parametrize("name", shipped_workloads())
def test_a_shipped_workload_says_what_it_leaves_out(name: str) -> None:
    path = Path(__file__).parent.parent / "sim" / "workload" / "data" / f"{name}.yaml"
    head = "".join(line for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    assert "Assumed:" in head and "Left out:" in head
    assert shipped_workload(name)["request"]


def test_a_workload_that_is_not_there_is_refused_with_those_that_are() -> None:
    text = tool_scenario("opensnoop").replace("use: fileserver", "use: fileservr")
    with pytest.raises(SimError, match="fileservr"):
        parse_scenario(text)


def test_a_tool_that_is_not_there_is_refused() -> None:
    text = tool_scenario("opensnoop").replace("tool: opensnoop", "tool: opensnop")
    with pytest.raises(SimError, match="opensnop"):
        parse_scenario(text)
