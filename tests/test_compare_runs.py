"""Two runs side by side: what is matched, how it is paired, and the arithmetic."""

from __future__ import annotations

import io
import json
import math
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from rich.console import Console

import analysis
from analysis.compare import arms_of_one, df_compare
from analysis.compare_text import print_rows
from analysis.stats.interval import paired_interval, welch_interval
from sim.record.example import write_example
from sim.record.writer import RecordWriter

Bins = dict[str, int]


def _run(
    folder: Path,
    busy_ns: list[int],
    *,
    arms: tuple[str, ...] = ("a",),
    bins: Bins | None = None,
    programs: tuple[str, ...] = (),
) -> analysis.Run:
    """Write one replication per figure of CPU time; a thousand requests each."""
    with RecordWriter(folder) as w:
        for arm in arms:
            for rep, busy in enumerate(busy_ns):
                cell: dict[str, Any] = {"arm": arm, "replication": rep}
                for key, value in (("horizon_ns", 10**9), ("nr_cpus", 1)):
                    w.append("machine", **cell, key=key, value=value)
                for activity, ns in (("user", busy), ("halted", 10**9 - busy)):
                    head = {"cpu": 0, "activity": activity, "owner": "none"}
                    w.append("time_ledger", **cell, **head, time_ns=ns)
                ends = [10**6 * (i + 1) for i in range(1000)]
                begins = [end - 100 - i % 10 for i, end in enumerate(ends)]
                times = {"arrive_ns": begins, "start_ns": begins, "end_ns": ends}
                names = {"workload": "web", "client": 0, "seq": list(range(1000)), "result": 0}
                w.append("requests", **cell, **names, **times)
                for name, count in (bins or {}).items():
                    what = {"section": "hits", "subject": "t/p", "hook": "kprobe:f"}
                    w.append("loss_ledger", **cell, **what, bin=name, count=count + rep)
                for program in programs:
                    what = {"tracer": "t", "prog": program, "section": "s", "hook": "kprobe:f"}
                    ran = {"run_cnt": 10, "run_time_ns": 1000 + rep, "insns": 50, "missed": 0}
                    w.append("programs", **cell, **what, **ran)
    (folder / "status.json").write_text(json.dumps({"state": "complete"}))
    return analysis.load(folder)


def _of(found: pd.DataFrame, metric: str, section: str = "arms") -> Any:
    rows = found[(found["metric"] == metric) & (found["section"] == section)]
    assert len(rows) == 1
    return rows.iloc[0]


def test_paired_runs_have_the_interval_of_their_differences(tmp_path: Path) -> None:
    a, b = _run(tmp_path / "a", [10**6, 3 * 10**6]), _run(tmp_path / "b", [2 * 10**6, 41 * 10**5])
    row = _of(df_compare(a, b, is_paired=True), "cpu_per_request_ns")
    expected = paired_interval([2000, 4100], [1000, 3000])
    assert (row["a"], row["b"], row["diff"]) == (2000, 3050, 1050)
    assert row["diff_frac"] == 0.525
    assert (row["low"], row["high"]) == (expected.low, expected.high)
    assert (row["nr_a"], row["nr_b"]) == (2, 2)
    assert row["is_difference"] == expected.excludes_zero


def test_others_are_compared_by_welch(tmp_path: Path) -> None:
    a, b = _run(tmp_path / "a", [10**6, 3 * 10**6]), _run(tmp_path / "b", [2 * 10**6] * 3)
    row = _of(df_compare(a, b, is_paired=False), "cpu_per_request_ns")
    expected = welch_interval([2000] * 3, [1000, 3000])
    assert (row["half_width"], row["nr_a"], row["nr_b"]) == (expected.half_width, 2, 3)
    # Equal means of unpaired samples are no change, and no shown difference.
    assert not row["is_changed"]
    assert not row["is_difference"]


def test_only_replications_of_both_are_paired(tmp_path: Path) -> None:
    a, b = _run(tmp_path / "a", [10**6, 2 * 10**6, 9 * 10**6]), _run(tmp_path / "b", [10**6] * 2)
    row = _of(df_compare(a, b, is_paired=True), "cpu_per_request_ns")
    assert (row["a"], row["b"], row["diff"], row["nr_a"], row["nr_b"]) == (1500, 1000, -500, 2, 2)


def test_one_replication_has_no_interval(tmp_path: Path) -> None:
    for is_paired in (True, False):
        a, b = (_run(tmp_path / f"{n}{is_paired}", [10**6 * n]) for n in (1, 2))
        row = _of(df_compare(a, b, is_paired=is_paired), "cpu_per_request_ns")
        assert row["diff"] == 1000
        assert math.isnan(row["half_width"])
        assert not row["is_difference"]
        assert row["is_changed"]


def test_a_bin_that_one_side_lacks_is_zero_there(tmp_path: Path) -> None:
    a = _run(tmp_path / "a", [10**6], bins={"hit": 5, "run": 5})
    b = _run(tmp_path / "b", [10**6], bins={"hit": 5, "run": 3, "missed_prog_active": 2})
    found = df_compare(a, b, is_paired=True)
    missed = _of(found, "missed_prog_active", "losses")
    assert (missed["a"], missed["b"], missed["diff"]) == (0, 2, 2)
    assert math.isnan(missed["diff_frac"])
    assert missed["subject"] == "hits of t/p at kprobe:f"
    assert not _of(found, "hit", "losses")["is_changed"]


def test_what_only_one_side_has_is_named_and_not_compared(tmp_path: Path) -> None:
    a = _run(tmp_path / "a", [10**6], arms=("u", "x"), programs=("old", "both"))
    b = _run(tmp_path / "b", [10**6], arms=("u", "y"), programs=("both", "new"))
    assert arms_of_one(a, b) == (["x"], ["y"])
    found = df_compare(a, b, is_paired=True)
    assert set(found["arm"]) == {"u"}
    programs = found[(found["section"] == "programs") & (found["metric"] == "run_cnt")]
    by_name = programs.set_index("subject")
    assert by_name["a"].notna().tolist() == [True, True, False]
    assert by_name["b"].notna().tolist() == [False, True, True]
    assert by_name["diff"].notna().tolist() == [False, True, False]
    assert by_name["is_changed"].tolist() == [True, False, True]
    assert "N/A" in _printed(found)


def test_a_program_that_never_ran_has_no_time_per_run(tmp_path: Path) -> None:
    write_example(tmp_path / "a")
    write_example(tmp_path / "b", arms=3)
    runs = analysis.load(tmp_path / "a"), analysis.load(tmp_path / "b")
    found = df_compare(*runs, is_paired=True)
    never = found[found["subject"] == "opensnoop/exit at tracepoint:syscalls:sys_exit_openat"]
    never = never.set_index("metric")
    assert never["a"].isna().to_dict() == {
        "run_cnt": False,
        "ns_per_run": True,
        "insns_per_run": True,
        "missed": False,
    }
    assert not found["is_difference"].any()


def test_a_run_and_itself_differ_in_nothing(tmp_path: Path) -> None:
    write_example(tmp_path / "a", nr_replications=3, arms=3)
    run = analysis.load(tmp_path / "a")
    found = df_compare(run, run, is_paired=True)
    lacking = found["a"].isna() & found["b"].isna()
    assert not found[~lacking]["is_changed"].any()
    assert not found["is_difference"].any()
    assert set(found["section"]) == {"arms", "losses", "programs", "maps"}


def test_turning_a_comparison_around_turns_its_signs(tmp_path: Path) -> None:
    a, b = _run(tmp_path / "a", [10**6, 3 * 10**6]), _run(tmp_path / "b", [2 * 10**6, 7 * 10**6])
    for is_paired in (True, False):
        one, two = (df_compare(*pair, is_paired=is_paired) for pair in ((a, b), (b, a)))
        assert one["diff"].tolist() == pytest.approx((-two["diff"]).tolist())
        assert one["low"].tolist() == pytest.approx((-two["high"]).tolist())


def _printed(found: pd.DataFrame, *, show_all: bool = False, width: int = 200) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None)
    print_rows(found, console, confidence=0.95, show_all=show_all)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def test_rows_read_as_veristats_do(tmp_path: Path) -> None:
    a = _run(tmp_path / "a", [10**6, 10**6 + 10], bins={"hit": 50, "run": 50})
    b = _run(tmp_path / "b", [2 * 10**6, 2 * 10**6], bins={"hit": 63, "run": 63})
    found = df_compare(a, b, is_paired=True)
    lines = _printed(found).splitlines()
    assert lines[:2] == [
        "Arm a",
        "metric                     A       B                   B − A      95 % interval",
    ]
    assert lines[3].split()[:4] == ["cpu_per_request_ns", "1.000", "µs", "2"]
    assert lines[3].endswith("(+100.00 %)       ± 0.064 ns *")
    assert "+13 (+25.74 %)" in _printed(found)
    assert "throughput_per_s" not in _printed(found)
    assert "throughput_per_s" in _printed(found, show_all=True)
    assert _printed(found).endswith("\n* the interval of the difference leaves zero out")


def test_on_a_narrow_terminal_a_subject_has_a_line_of_its_own(tmp_path: Path) -> None:
    write_example(tmp_path / "a")
    write_example(tmp_path / "b", nr_replications=2)
    runs = analysis.load(tmp_path / "a"), analysis.load(tmp_path / "b")
    lines = _printed(df_compare(*runs, is_paired=False), width=80).splitlines()
    subject = "hits of opensnoop/enter at tracepoint:syscalls:sys_enter_openat"
    assert lines[lines.index(subject) + 1].split()[0] == "metric"
    assert any(line.startswith("run ") for line in lines)
    assert max(map(len, lines)) <= 80


def test_nothing_that_differs_is_said(tmp_path: Path) -> None:
    run = _run(tmp_path / "a", [10**6])
    found = df_compare(run, run, is_paired=True)
    assert _printed(found) == "Every figure is the same in A and B."
