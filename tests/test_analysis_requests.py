"""Requests are counted from columns as they would be one by one, wherever their rows lie."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis.metrics import requests
from analysis.metrics.latency import completed_requests, nearest_rank
from analysis.metrics.requests import EDGES_NS, cell_slices, latency_summaries
from analysis.metrics.series import highest, lines
from analysis.source import remembered
from sim.record.writer import RecordWriter
from tests.handmade import Handmade

HORIZON_NS, WARMUP_NS = 1000, 200

Row = tuple[str, int, str, int, int, int, int]
ROWS = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.integers(0, 1),
        st.sampled_from(["web", "batch"]),
        st.integers(0, 1100),
        st.integers(-1, 500),
        st.integers(-1, 1100),
        st.integers(-1, 0),
    ),
    max_size=40,
)


def _write(folder: Path, rows: list[Row]) -> analysis.Run:
    names = ("arm", "replication", "workload", "arrive_ns", "start_ns", "end_ns", "result")
    with RecordWriter(folder) as w:
        for arm in "ab":
            for rep in range(2):
                for key, value in (("horizon_ns", HORIZON_NS), ("warmup_ns", WARMUP_NS)):
                    w.append("machine", arm=arm, replication=rep, key=key, value=value)
        for row in rows:
            w.append("requests", **dict(zip(names, row, strict=True)), client=0, seq=0)
    (folder / "status.json").write_text(json.dumps({"state": "complete"}))
    return analysis.load(folder)


def _counted(rows: list[Row], cell: tuple[str, int], low: int) -> list[Row]:
    return [r for r in rows if r[:2] == cell and low < r[5] <= HORIZON_NS and r[4] >= 0]


def _check_summary(summary: requests.LatencySummary, rows: list[Row]) -> None:
    latencies = [row[5] - row[3] for row in rows]
    assert summary.nr == len(latencies)
    assert summary.nr_failed == sum(row[6] < 0 for row in rows)
    assert summary.sum_ns == sum(latencies)
    slower = [sum(v > edge for v in latencies) for edge in EDGES_NS[:200].tolist()]
    assert summary.slower[:200].tolist() == slower
    if latencies:
        assert summary.max_ns == max(latencies)
        assert summary.ranks_ns["p99_ns"] == nearest_rank(np.array(latencies), 990)


@settings(max_examples=50, deadline=None)
@given(rows=ROWS, chunk=st.sampled_from([1, 3, 1 << 20]))
def test_counts_are_those_of_the_rows(tmp_path_factory: Any, rows: list[Row], chunk: int) -> None:
    run = _write(tmp_path_factory.mktemp("run"), rows)
    edges = np.array([0, 300, 600, 1000])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(requests, "_CHUNK_ROWS", chunk)
        summaries = latency_summaries(run, "test")
        everything = requests.count_all(run, "test")
        for cell in run.cells():
            ends = [row[5] for row in _counted(rows, cell, -1)]
            assert everything[cell] == len(ends)
            bins = [sum(a < e <= b for e in ends) for a, b in itertools.pairwise(edges)]
            assert requests.bin_counts(run, cell, edges, "test").tolist() == bins
            mine = _counted(rows, cell, WARMUP_NS)
            assert list(summaries[cell]) == ["", *dict.fromkeys(row[2] for row in mine)]
            for workload, summary in summaries[cell].items():
                _check_summary(summary, [row for row in mine if workload in ("", row[2])])
    frame = completed_requests(run, "test")
    assert len(frame) == sum(found[""].nr for found in summaries.values())


def test_rows_of_a_cell_are_found_wherever_they_lie(tmp_path: Path) -> None:
    one = ("web", 0, 0, 500, 0)
    run = _write(tmp_path, [("a", 0, *one), ("a", 0, *one), ("b", 1, *one), ("a", 0, *one)])
    found = cell_slices(run, "requests", "test")
    assert found[("a", 0)] == [slice(0, 2), slice(3, 4)]
    assert found[("b", 1)] == [slice(2, 3)]
    assert found[("a", 1)] == []


def test_edges_are_integers_that_grow() -> None:
    assert EDGES_NS[0] == 1
    assert EDGES_NS[-1] == 10**12
    assert (np.diff(EDGES_NS) > 0).all()


def test_what_is_remembered_is_made_once(tmp_path: Path) -> None:
    run = _write(tmp_path, [])
    made: list[int] = []
    for _ in range(2):
        assert remembered(run, "figure", lambda: made.append(1) or len(made)) == 1
    assert made == [1]


def test_series_are_split_by_arm_replication_and_subject(tmp_path: Path) -> None:
    run = Handmade(nr_replications=2, rings=("r", "s")).write(tmp_path)
    found = lines(run, "fill_bytes", "test")
    assert sorted(found) == [("traced", rep, f"snoop/{r}") for rep in (0, 1) for r in "rs"]
    for line in found.values():
        assert len(line.t_ns) == 2000
        assert (np.diff(line.t_ns) > 0).all()
    assert lines(run, "no such metric", "test") == {}


def test_a_reduced_line_keeps_its_peaks() -> None:
    times, values = np.arange(10_000), np.zeros(10_000, dtype=np.int64)
    values[[17, 5003, 9999]] = 5, 7, 3
    short = highest(times, values, 10_000, 100)
    assert len(short.t_ns) == 100
    assert sorted(short.values.tolist())[-3:] == [3, 5, 7]
    assert highest(times[:50], values[:50], 10_000, 100).values.tolist() == values[:50].tolist()
