"""Metrics on tables small enough to work out by hand."""

from __future__ import annotations

import json
import math
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis.metrics.accounts import assumed_share
from analysis.metrics.latency import nearest_rank
from analysis.metrics.throughput import round_bin_ns
from analysis.paired import df_comparison
from sim.base.errors import MissingTableError, ResultsError
from sim.record.example import write_example
from sim.record.writer import RecordWriter

MACHINE = {"horizon_ns": 1000, "warmup_ns": 200, "nr_cpus": 2}


def _write(run_dir: Path, tables: dict[str, list[dict[str, Any]]], arms: int = 1) -> analysis.Run:
    """Write rows, and a `machine` table of *arms* arms called a, b, … with one replication."""
    with RecordWriter(run_dir) as w:
        for arm in "abc"[:arms]:
            for key, value in MACHINE.items():
                w.append("machine", arm=arm, replication=0, key=key, value=value)
        for name, rows in tables.items():
            for row in rows:
                w.append(name, **{"arm": "a", "replication": 0, **row})
    (run_dir / "status.json").write_text(json.dumps({"state": "complete"}))
    return analysis.load(run_dir)


def _request(arrive: int, end: int, **changes: Any) -> dict[str, Any]:
    times = {"arrive_ns": arrive, "start_ns": arrive, "end_ns": end}
    return {"workload": "web", "client": 0, "seq": 0, **times, "result": 0, **changes}


@pytest.mark.parametrize(
    ("values", "permille", "expected"),
    [([7], 500, 7), ([1, 2], 500, 1), ([1, 2, 3], 500, 2), ([3, 1, 2, 4], 750, 3)],
)
def test_nearest_rank_by_hand(values: list[int], permille: int, expected: int) -> None:
    assert nearest_rank(np.array(values), permille) == expected


@settings(max_examples=50)
@given(st.lists(st.integers(-(2**62), 2**62), min_size=1), st.integers(1, 1000))
def test_nearest_rank_is_the_least_value_with_enough_at_or_below(
    values: list[int], permille: int
) -> None:
    enough = [v for v in values if 1000 * sum(w <= v for w in values) >= permille * len(values)]
    assert nearest_rank(np.array(values, dtype=np.int64), permille) == min(enough)


def test_only_requests_that_end_after_the_warm_up_count(tmp_path: Path) -> None:
    rows = [
        _request(0, 200),
        _request(190, 201),
        _request(300, 1000, result=-2),
        _request(10, 1001),
        _request(500, -1),
        _request(600, 600, start_ns=-1, result=-11),
        _request(400, 900, workload="batch"),
    ]
    found = _write(tmp_path, {"requests": rows}).df_latency()
    assert found.to_dict("records") == [
        {
            "arm": "a",
            "replication": 0,
            "workload": workload,
            "nr_requests": n,
            "nr_failed": failed,
            "mean_ns": mean,
            "p50_ns": p50,
            "p90_ns": most,
            "p99_ns": most,
            "p999_ns": most,
            "max_ns": most,
        }
        for workload, n, failed, mean, p50, most in (
            ("web", 2, 1, 355.5, 11, 700),
            ("batch", 1, 0, 500.0, 500, 500),
        )
    ]


def test_throughput_bins_are_open_below_and_closed_above(tmp_path: Path) -> None:
    ends = (0, 1, 400, 401, 800, 1000)
    run = _write(tmp_path, {"requests": [_request(0, end) for end in ends]})
    found = run.df_throughput(400)
    assert found["nr_requests"].tolist() == [2, 2, 1]
    assert found["end_ns"].tolist() == [400, 800, 1000]
    assert found["is_warmup"].tolist() == [True, False, False]
    assert found["throughput_per_s"].tolist() == [5e6, 5e6, 5e6]


@pytest.mark.parametrize(
    ("horizon", "width"), [(1, 1), (40, 1), (41, 2), (500_000_000, 20_000_000)]
)
def test_bins_are_round(horizon: int, width: int) -> None:
    assert round_bin_ns(horizon) == width


def test_overhead_compares_with_the_twin_of_the_same_replication(tmp_path: Path) -> None:
    ledger = [
        {"arm": arm, "cpu": 0, "activity": activity, "owner": "none", "time_ns": ns}
        for arm, activity, ns in (
            ("a", "user", 500),
            ("a", "halted", 1500),
            ("b", "user", 600),
            ("b", "attach", 200),
            ("b", "halted", 1200),
        )
    ]
    requests = [_request(0, 250), _request(100, 700), _request(0, 500, arm="b")]
    run = _write(tmp_path, {"time_ledger": ledger, "requests": requests}, arms=2)
    found = run.df_overhead()
    b = found[found["arm"] == "b"].set_index("metric")
    assert b["value"].to_dict() == {
        "throughput_per_s": 1e9 / 800,
        "latency_p50_ns": 500,
        "latency_p99_ns": 500,
        "cpu_busy_frac": 0.4,
        "cpu_per_request_ns": 600,  # attaching is done once
        "tracer_memory_bytes": 0,
    }
    assert b["twin"].tolist() == [2e9 / 800, 250, 600, 0.25, 250, 0]
    assert b["diff_frac"]["throughput_per_s"] == -0.5
    assert math.isnan(b["diff_frac"]["tracer_memory_bytes"])
    assert (found[found["arm"] == "a"]["diff"] == 0).all()


def test_an_arm_without_requests_has_no_latency_and_no_comparison(tmp_path: Path) -> None:
    found = _write(tmp_path, {"requests": [_request(0, 500)]}, arms=2).df_overhead()
    b = found[found["arm"] == "b"].set_index("metric")
    assert b["value"].isna()["latency_p50_ns"]
    assert b["value"].isna()["cpu_per_request_ns"]
    assert b["value"]["throughput_per_s"] == 0


def test_one_replication_has_no_interval_and_says_so(tmp_path: Path) -> None:
    write_example(tmp_path)
    found = df_comparison(analysis.load(tmp_path))
    assert set(found["note"]) == {"one replication"}
    assert found["half_width"].isna().all()
    assert found.set_index("metric")["diff_frac"]["throughput_per_s"] == pytest.approx(-0.0375)


def test_intervals_are_of_paired_differences(tmp_path: Path) -> None:
    write_example(tmp_path, nr_replications=3)
    found = df_comparison(analysis.load(tmp_path)).set_index("metric")
    assert found["note"].iloc[0] == "95 % over 3 paired replications"
    # Replications differ by far more than the differences within a pair do.
    assert found["half_width"]["cpu_per_request_ns"] == pytest.approx(0, abs=1e-6)
    rows = analysis.load(tmp_path).df_overhead()
    rows = rows[(rows["arm"] == "traced") & (rows["metric"] == "throughput_per_s")]
    spread = 4.30265 * rows["diff"].std() / math.sqrt(3)
    assert found["half_width"]["throughput_per_s"] == pytest.approx(spread, rel=1e-5)
    assert found["low"]["throughput_per_s"] == pytest.approx(rows["diff"].mean() - spread)
    assert found["is_difference"]["throughput_per_s"]
    wider = df_comparison(analysis.load(tmp_path), 0.99).set_index("metric")
    assert (wider["half_width"] >= found["half_width"]).all()
    assert wider["note"].iloc[0] == "99 % over 3 paired replications"


def test_the_time_ledger_is_summed_over_cpus_in_the_order_of_activities(tmp_path: Path) -> None:
    write_example(tmp_path, arms=3)
    found = analysis.load(tmp_path).df_time_ledger()
    assert found.groupby("arm")["frac"].sum().tolist() == pytest.approx([1, 1, 1])
    assert list(dict.fromkeys(found["arm"])) == ["untraced", "traced", "traced-slow"]
    twin = found[found["arm"] == "untraced"]
    assert twin["activity"].tolist() == ["user", "kernel", "sched", "irq", "halted"]


def test_loss_rows_that_were_split_are_summed(tmp_path: Path) -> None:
    row = {"section": "hits", "subject": "t/p", "hook": "kprobe:f", "bin": "run", "count": 2}
    found = _write(tmp_path, {"loss_ledger": [row, {**row, "bin": "hit"}, row]}).df_loss()
    assert found[["bin", "count"]].to_numpy().tolist() == [["run", 4], ["hit", 2]]


def test_records_that_were_not_delivered_have_no_wait(tmp_path: Path) -> None:
    row = {"tracer": "t", "map": "m", "cpu": 0, "size_bytes": 8, "offset": -1, "reserve_ns": 10}
    times = [(12, 20), (13, -1), (-1, -1)]
    rows = [{**row, "submit_ns": s, "deliver_ns": d} for s, d in times]
    found = _write(tmp_path, {"records": rows}).df_records()
    assert found["hold_ns"].tolist()[:2] == [2, 3]
    assert found["wait_ns"].tolist()[:1] == [8]
    assert found["wait_ns"].isna().tolist() == [False, True, True]
    assert found["hold_ns"].isna().tolist() == [False, False, True]


def test_programs_and_maps_have_their_ratios(tmp_path: Path) -> None:
    write_example(tmp_path)
    run = analysis.load(tmp_path)
    programs = run.df_programs().set_index("prog")
    assert programs["ns_per_run"]["enter"] == 300
    assert programs["insns_per_run"]["enter"] == 40
    assert math.isnan(programs["ns_per_run"]["exit"])
    assert run.df_maps().set_index("map")["fill_frac"]["start"] == 1 / 1024


def test_the_assumed_share_of_what_tracing_added_leaves_out_the_workload(tmp_path: Path) -> None:
    def use(arm: str, price: str, confidence: str, time_ps: int) -> dict[str, Any]:
        return {
            "arm": arm,
            "price": price,
            "confidence": confidence,
            "count": 1,
            "time_ps": time_ps,
        }

    rows = [
        use("a", "path.x", "assumed", 600),
        use("a", "sched.y", "low", 400),
        use("b", "path.x", "assumed", 500),
        use("b", "sched.y", "low", 400),
        use("b", "hook.z", "measured", 75),
        use("b", "prog.w", "assumed", 25),
    ]
    run = _write(tmp_path, {"cost_use": rows}, arms=2)
    found = assumed_share(run).set_index("arm")
    assert found["frac"].to_dict() == {"a": 0.6, "b": 0.525}
    assert found["added_frac"]["b"] == 0.25
    assert math.isnan(found["added_frac"]["a"])
    assert found["prices"].to_dict() == {"a": "", "b": "prog.w"}
    shares = run.df_cost_use().groupby("arm")["frac"].sum()
    assert shares.tolist() == pytest.approx([1, 1])


@pytest.mark.parametrize(
    ("method", "table"),
    [
        ("df_overhead", "requests"),
        ("df_throughput", "requests"),
        ("df_latency", "requests"),
        ("df_overhead", "time_ledger"),
        ("df_time_ledger", "time_ledger"),
        ("df_loss", "loss_ledger"),
        ("df_records", "records"),
        ("df_programs", "programs"),
        ("df_maps", "maps"),
        ("df_cost_use", "cost_use"),
    ],
)
def test_a_missing_table_is_named_with_who_needs_it(
    tmp_path: Path, method: str, table: str
) -> None:
    write_example(tmp_path)
    run = analysis.load(tmp_path)
    shutil.rmtree(tmp_path / "tables" / table)
    with pytest.raises(MissingTableError, match=f"no table '{table}'") as caught:
        getattr(run, method)()
    assert "df_" in caught.value.reason


def test_frames_of_a_run_without_rows_are_empty_not_errors(tmp_path: Path) -> None:
    run = _write(tmp_path, {})
    for method in ("latency", "loss", "records", "programs", "maps", "cost_use", "time_ledger"):
        assert len(getattr(run, f"df_{method}")()) == 0
    assert run.df_throughput()["nr_requests"].sum() == 0
    assert len(run.df_overhead()) == 6


def test_an_incomplete_or_empty_run_is_refused(tmp_path: Path) -> None:
    write_example(tmp_path / "a")
    (tmp_path / "a" / "status.json").write_text('{"state": "interrupted"}')
    with pytest.raises(ResultsError, match="not complete"):
        analysis.load(tmp_path / "a")
    with pytest.raises(ResultsError, match="no arms"):
        _write(tmp_path / "b", {}, arms=0)


def test_a_missing_machine_figure_is_named(tmp_path: Path) -> None:
    run = _write(tmp_path, {})
    with pytest.raises(ResultsError, match="no 'nothing'"):
        run.machine("a", 0, "nothing")
    assert run.machine("a", 0, "nothing", 7) == 7
