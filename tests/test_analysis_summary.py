"""What a run prints at its end, as text and as JSON."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

import analysis
from analysis import text
from analysis.histogram import Log2Histogram, log2_bars, log2_histograms, slot_range
from analysis.sheets.ledgers import ledger_violations
from analysis.stats.verdict import verdict
from analysis.summary import print_summary, summary_dict
from sim.record.example import write_example
from sim.record.writer import RecordWriter


def _printed(run: analysis.Run, width: int = 90) -> str:
    out = io.StringIO()
    print_summary(run, Console(file=out, width=width, color_system=None))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def test_the_summary_has_every_part(tmp_path: Path) -> None:
    write_example(tmp_path)
    printed = _printed(analysis.load(tmp_path))
    for part in (
        "What traced costs against untraced (one replication)\n",
        "throughput         80,000/s   77,000/s      −3,000/s  −3.75 %\n",
        "latency p99           49 µs      51 µs            –†\n",
        "CPU busy            53.60 %    56.29 %  +2.70 points\n",
        "tracer memory           0 B    324 KiB      +324 KiB        –\n",
        "hits missed                   7 of 768   7 recursion   0.91 %\n",
        "records lost                 15 of 761       15 full   1.97 %\n",
        "unread at the end             3 of 761\n",
        "† replication 0 of traced has 616 requests, and 1,000 leave 10 beyond this percentile\n",
        "Loss ledger of traced\n",
        "768 hit = 761 run + 7 missed_recursion\n",
        "746 submitted = 743 delivered + 3 unread\n",
        "halted     none                    9.280  46.40      8.741  43.71\n",
        "First 10 of 17 decoded records of traced\n",
        "  tid=100 ret=3 fname=/srv/www/[0000].html\n",
        "opensnoop/hist of traced\n",
        "traced: 78.67 % of all priced time rests on assumed prices, 20.00 % of what tracing added",
        "unverified: the programs passed a structural check only\n",
        "Both ledgers add up, and every queue obeys Little's law.\n",
        f"Results: {tmp_path}",
    ):
        assert part in printed
    assert "[0010]" not in printed


def test_the_summary_begins_with_the_verdict(tmp_path: Path) -> None:
    write_example(tmp_path)
    run = analysis.load(tmp_path)
    printed = _printed(run, width=10_000).splitlines()
    assert printed[0] == verdict(run).sentence
    assert printed[1].startswith("Too short to judge p99 latency of traced: replication 0 of ")
    assert printed[2] == "One replication has no interval: try `--replications 5`."
    assert printed[3] == ""


def test_figures_with_their_interval_end_at_the_same_decimal() -> None:
    assert text.plus_minus(3610, 52, "ns") == "+3.610 ± 0.052 µs"
    assert text.plus_minus(-3610, 520, "ns", sign=False) == "3.61 ± 0.52 µs"
    assert text.plus_minus(-842, 135, "/s") == "−842 ± 135/s"
    assert text.plus_minus(12, 40_000, "ns") == "+0 ± 40 µs"
    assert text.plus_minus(0.0747, 0.0005, "", "cpu_busy_frac") == "+7.470 ± 0.050 points"
    assert text.plus_minus(2048, 1024, "bytes") == "+2.0 ± 1.0 KiB"
    assert text.plus_minus(5, 0, "ns") == "+5 ns"
    assert text.plus_minus(5, float("nan"), "count") == "+5 count"
    assert text.plus_minus(float("nan"), 1, "ns") == text.DASH
    assert text.plus_minus(1, 1e-9, "") == "+1.0000 ± 0.0000"


def test_several_arms_and_replications_say_what_their_figures_are(tmp_path: Path) -> None:
    write_example(tmp_path, nr_replications=3, arms=3)
    printed = _printed(analysis.load(tmp_path), width=120)
    assert "What traced-slow costs against untraced (95 % over 3 paired replications)" in printed
    assert "−3,500 ± 1,242/s" in printed
    assert "Loss ledger of traced, sum over 3 replications" in printed
    assert "% of CPUs × horizon, mean over replications" in printed


def test_a_run_without_traced_arms_prints_the_twin_alone(tmp_path: Path) -> None:
    write_example(tmp_path, arms=1)
    printed = _printed(analysis.load(tmp_path))
    assert "untraced alone: no traced arm to compare with" in printed
    assert "throughput       80,000/s" in printed
    assert "Loss ledger" not in printed


def test_a_ledger_that_does_not_add_up_is_told(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as w:
        for key, value in (("horizon_ns", 10), ("nr_cpus", 1)):
            w.append("machine", arm="a", replication=0, key=key, value=value)
        head = {"arm": "a", "replication": 0, "cpu": 0}
        w.append("time_ledger", **head, activity="user", owner="workload", time_ns=9)
    (tmp_path / "status.json").write_text('{"state": "complete"}')
    run = analysis.load(tmp_path)
    assert ledger_violations(run)[0] == "a/0 cpu0: cells = horizon: 9 ≠ 10 (off by -1)"
    printed = _printed(run)
    assert "The ledgers do not add up (a bug in bpfsim):" in printed
    assert "Both ledgers add up." not in printed


def test_the_json_summary_is_plain_and_equal_for_equal_runs(tmp_path: Path) -> None:
    assert write_example(tmp_path / "a") == write_example(tmp_path / "b")
    texts = []
    for name in "ab":
        data = summary_dict(analysis.load(tmp_path / name))
        assert data.pop("run_dir") == str(tmp_path / name)
        texts.append(json.dumps(data, allow_nan=False))
    assert texts[0] == texts[1]
    data = json.loads(texts[0])
    assert data["twin"] == "untraced"
    assert data["ledger_violations"] == []
    assert data["comparison"][0]["half_width"] is None
    assert len(data["decoded"]["traced"]) == 10
    assert data["histograms"][0]["slots"] == [0, 0, 3, 17, 60, 41, 8, 0, 1]


def test_histogram_bars_by_hand() -> None:
    assert log2_bars([4, 0, 1, 8], "usecs", width=8) == [
        " usecs   count  distribution",
        " 0 → 1 :     4 |****    |",
        " 2 → 3 :     0 |        |",
        " 4 → 7 :     1 |*       |",
        "8 → 15 :     8 |********|",
    ]
    assert log2_bars([0, 0]) == ["value: no values"]
    assert len(log2_bars([0, 1, 1_000_000], width=5)) == 3
    assert slot_range(0) == (0, 1)
    assert slot_range(10) == (1024, 2047)


def _with_map(run_dir: Path, value_size: int, entries: list[tuple[int, str, str]]) -> analysis.Run:
    with RecordWriter(run_dir) as w:
        head = {"arm": "a", "replication": 0}
        w.append("machine", **head, key="horizon_ns", value=1)
        sizes = {"key_size": 4, "value_size": value_size, "max_entries": 64, "memory_bytes": 0}
        sizes["peak_bytes"] = 0
        zero = dict.fromkeys(("entries", "inserts", "deletes", "failed"), 0)
        for name, show in (("h", "log2"), ("other", "")):
            names = {"tracer": "t", "map": name, "map_type": "BPF_MAP_TYPE_ARRAY", "show": show}
            w.append("maps", **head, **names, **sizes, **zero)
            for cpu, key, value in entries:
                w.append("map_entries", **head, tracer="t", map=name, cpu=cpu, key=key, value=value)
    (run_dir / "status.json").write_text('{"state": "complete"}')
    return analysis.load(run_dir)


def test_a_map_of_counters_is_one_histogram_over_all_cpus(tmp_path: Path) -> None:
    entries = [(0, "01000000", "0200000000000000"), (1, "01000000", "0001000000000000")]
    run = _with_map(tmp_path, 8, [*entries, (0, "03000000", "01" + "00" * 7)])
    assert log2_histograms(run) == [Log2Histogram("a", 0, "t", "h", "", (0, 258, 0, 1))]


def test_a_longer_value_is_a_histogram_per_key(tmp_path: Path) -> None:
    one = np.array([1, 0, 2, 0], dtype="<u4").tobytes().hex()
    two = np.array([0, 5, 0, 0], dtype="<u4").tobytes().hex()
    run = _with_map(tmp_path, 16, [(-1, "aa", one), (-1, "bb", two)])
    found = {h.key: h.slots for h in log2_histograms(run)}
    assert found == {"aa": (1, 0, 2), "bb": (0, 5)}


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (text.duration(0), "0 ns"),
        (text.duration(999), "999 ns"),
        (text.duration(1500), "1.500 µs"),
        (text.duration(-25_000_000), "-25 ms"),
        (text.duration(3e12), "3,000 s"),
        (text.size(1023), "1,023 B"),
        (text.size(1536), "1.500 KiB"),
        (text.percent(-0.0375, sign=True), "−3.75 %"),
        (text.percent(float("nan")), "–"),
        (text.value(0.5, "", "cpu_busy_frac"), "50.00 %"),
        (text.value(float("nan"), "ns"), "–"),
        (text.signed(-2000, "ns"), "−2 µs"),
        (text.signed(0.025, "", "cpu_busy_frac"), "+2.50 points"),
        (text.signed(float("nan"), "ns"), "–"),
        (text.value(12.5, "/s"), "12.50/s"),
    ],
)
def test_figures_read_well(got: str, expected: str) -> None:
    assert got == expected
