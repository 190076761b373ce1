"""Tracers that attach and detach in the middle of a run, as a scenario has them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.base.errors import ScenarioError
from sim.record.accountant import books_of_run, compare, recount
from sim.record.reader import read_table
from sim.record.trace import trace_of_run
from tests.mixed import run_file
from tests.scenarios import SMALL, small_file

THINKS = "think: {dist: exponential, mean: 500 us}"
MS = 1_000_000


def _run(folder: Path, changes: dict[str, str], text: str = SMALL) -> Path:
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    out = folder / "run"
    run_file(small_file(folder, text), out)
    return out


def _rows(run: Path, table: str, arm: str) -> list[dict[str, Any]]:
    data = read_table(run, table, require_complete=False)
    names = [name for name in data if name not in ("arm", "replication")]
    mine = np.asarray(data["arm"]) == arm
    columns = [np.asarray(data[name])[mine].tolist() for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


LIFE = {
    "        reader: {": "        attach_at: 10 ms\n        detach_at: 40 ms\n        reader: {",
    "stop: {time: 20 ms}": "stop: {time: 90 ms}\nrecord: {sites: true}",
}


def test_a_tracer_sees_what_happens_between_its_attaching_and_its_detaching(tmp_path) -> None:
    run = _run(tmp_path, LIFE)
    links = _rows(run, "links", "traced")
    assert links
    for link in links:
        assert 10 * MS < link["attached_ns"] < 40 * MS < link["detached_ns"] < 90 * MS
    ends = [link["detached_ns"] for link in links]
    assert min(b - a for a, b in pairwise(ends)) > MS  # a grace period each
    records = _rows(run, "records", "traced")
    assert records
    begin = min(link["attached_ns"] for link in links)
    assert all(begin < record["submit_ns"] < max(ends) for record in records)
    after = [row for row in _rows(run, "accounts", "traced") if row["t_ns"] > 80 * MS]
    owners = {row["owner"] for row in after}
    assert "workload" in owners
    assert not {owner for owner in owners if owner.startswith(("tracer:", "reader:"))}


def test_its_ring_is_drained_and_its_task_ends(tmp_path) -> None:
    run = _run(tmp_path, LIFE)
    bins = {
        (row["section"], row["subject"], row["bin"]): row["count"]
        for row in _rows(run, "loss_ledger", "traced")
    }
    unread = [
        n for (section, _, name), n in bins.items() if (section, name) == ("records", "unread")
    ]
    assert unread == [0]
    tid = next(r["tid"] for r in _rows(run, "tasks", "traced") if r["comm"] == "opensnoop")
    sites = _rows(run, "sites", "traced")
    ends = [r["t_ns"] for r in sites if r["site"] == "sched:sched_process_exit" and r["tid"] == tid]
    assert len(ends) == 1
    assert all(
        row["t_ns"] <= ends[0] + MS for row in sites if row["tid"] == tid and row["cpu"] >= 0
    )


def test_the_second_accountant_agrees(tmp_path) -> None:
    run = _run(tmp_path, LIFE)
    (run / "status.json").write_text('{"state": "complete"}')
    assert compare(books_of_run(run, "traced", 0), recount(trace_of_run(run, "traced", 0))) == []


def test_attach_and_detach_before_the_workload_starts_leave_the_machine_as_it_was(tmp_path) -> None:
    """The clients think for 120 ms before each request; by then the tracer has come and gone."""
    run = _run(
        tmp_path,
        {
            THINKS: "think: 120 ms",
            "        reader: {": "        detach_at: 20 ms\n        reader: {",
            "stop: {time: 20 ms}": "stop: {time: 400 ms}\nrecord: {sites: true}",
        },
    )
    assert 0 < max(link["detached_ns"] for link in _rows(run, "links", "traced")) < 100 * MS
    start = 119 * MS
    for table in ("requests", "sites", "accounts", "flow"):
        key = "arrive_ns" if table == "requests" else "t_ns"
        before, after = (
            [row for row in _rows(run, table, arm) if row[key] >= start]
            for arm in ("untraced", "traced")
        )
        assert len(before) > 10 or table == "flow"
        assert before == after, table
    for table in ("queues", "series"):
        kinds = ("requests", "backlog", "device", "lock")
        before, after = (
            [row for row in _rows(run, table, arm) if row.get("kind") in kinds]
            for arm in ("untraced", "traced")
        )
        assert before == after, table
    mine = [
        [r for r in _rows(run, "time_ledger", arm) if r["owner"] == "workload"]
        for arm in ("untraced", "traced")
    ]
    assert mine[0]
    assert mine[0] == mine[1]


def test_a_life_that_ends_before_it_begins_is_refused(tmp_path) -> None:
    with pytest.raises(ScenarioError, match="`detach_at` is not after `attach_at`"):
        _run(
            tmp_path,
            {
                "        reader: {": "        attach_at: 5 ms\n        detach_at: 5 ms\n"
                "        reader: {"
            },
        )
