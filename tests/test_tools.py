"""Tools of libbpf-tools: their profiles, their scenarios, and what they see of a workload."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.run import Run
from sim.run.api import run_file
from sim.run.shipped_workloads import shipped_workload, shipped_workloads, with_shipped
from sim.run.tools import tool_scenario, tools, with_tool
from tests.corpus import corpus_objects
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
    with pytest.raises(ValueError, match="fileserver"):
        with_shipped({"name": "w", "use": "fileservr"})


def test_what_a_scenario_says_of_a_workload_goes_before_the_shipped_one() -> None:
    taken = with_shipped({"name": "w", "use": "batch", "nice": 0})
    assert taken["nice"] == 0
    assert taken["request"] == shipped_workload("batch")["request"]
    assert "use" not in taken


def test_a_tool_that_is_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="opensnoop"):
        with_tool({"tool": "opensnop", "object": "x.bpf.o"})


def test_what_a_scenario_says_of_a_tool_goes_before_its_profile() -> None:
    taken = with_tool({"tool": "runqslower", "object": "x.bpf.o", "globals": {"min_us": 7}})
    assert taken["globals"] == {"min_us": 7}
    assert taken["programs"] == tools()["runqslower"]["programs"]
    assert taken["name"] == "runqslower"


# Of the 56, those whose hooks this kernel has: what each sees must add up in both ledgers.
@pytest.mark.slow
@pytest.mark.parametrize(
    "name", [name for name, profile in tools().items() if "kernel" not in profile]
)
def test_a_tool_sees_what_its_workload_does(name: str, tmp_path: Path) -> None:
    corpus_objects(name)
    path = run_file(FOLDER / f"{name}.yaml", tmp_path / "run", {"record.sites": True})
    loss = Run(path).df_loss()
    hits = loss[(loss["section"] == "hits") & (loss["bin"] == "hit")]
    assert hits["count"].sum() > 0
