"""The tutorial scenarios, at full length: both ledgers add up to the last nanosecond."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.record.ledger import check_loss_ledger, check_time_ledger
from sim.record.reader import read_table
from sim.run.outdir import RunDir
from sim.run.runner import run_scenario
from sim.run.scenario import load_scenario

TUTORIALS = sorted((Path(__file__).resolve().parent.parent / "scenarios/tutorial").glob("*.yaml"))


@pytest.mark.parametrize("path", TUTORIALS, ids=lambda path: path.stem)
def test_the_ledgers_of_a_tutorial_add_up(tmp_path: Path, path: Path) -> None:
    """In the third, a task is woken, and runs elsewhere, before its CPU has switched from it."""
    run_scenario(load_scenario(path), RunDir(tmp_path / "run"))
    tables = {name: read_table(tmp_path / "run", name) for name in ("time_ledger", "machine")}
    assert check_time_ledger(tables["time_ledger"], tables["machine"]) == []
    assert check_loss_ledger(read_table(tmp_path / "run", "loss_ledger")) == []
