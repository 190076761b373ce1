"""Charts say what they show and come out with the same bytes each time."""

from __future__ import annotations

import itertools
from pathlib import Path

import analysis
from analysis.plots.charts import save_charts
from analysis.plots.overhead import overhead_table, overhead_title
from analysis.plots.style import ACTIVITY_STYLE
from analysis.plots.throughput import throughput_title
from sim.record.example import write_example
from sim.record.schema import ACTIVITIES
from sim.record.writer import RecordWriter


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_charts_are_written_with_equal_bytes_for_equal_runs(tmp_path: Path) -> None:
    written = []
    for name in "ab":
        write_example(tmp_path / name)
        files = save_charts(analysis.load(tmp_path / name), tmp_path / name / "charts")
        written.append({path.name: path.read_bytes() for path in files})
    assert sorted(written[0]) == [
        "overhead.png",
        "overhead.svg",
        "throughput.png",
        "throughput.svg",
    ]
    assert written[0] == written[1]
    assert str(tmp_path).encode() not in b"".join(written[0].values())


def test_several_arms_and_a_lone_twin_can_be_drawn(tmp_path: Path) -> None:
    for name, (reps, arms) in {"many": (2, 3), "one": (1, 1)}.items():
        write_example(tmp_path / name, reps, arms)
        assert len(save_charts(analysis.load(tmp_path / name), tmp_path / name / "charts")) == 4


def test_a_run_in_which_nothing_happened_can_be_drawn(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as w:
        for arm in ("a", "b"):
            for key, value in (("horizon_ns", 1000), ("nr_cpus", 1)):
                w.append("machine", arm=arm, replication=0, key=key, value=value)
    (tmp_path / "status.json").write_text('{"state": "complete"}')
    run = analysis.load(tmp_path)
    table, is_per_request = overhead_table(run)
    assert not is_per_request
    assert overhead_title(table, "a", is_per_request) == "Busy CPU time by activity"
    assert throughput_title(run) == "Completed requests per second"
    assert len(save_charts(run, tmp_path / "charts")) == 4


def test_the_titles_say_what_to_see(tmp_path: Path) -> None:
    write_example(tmp_path)
    run = analysis.load(tmp_path)
    table, is_per_request = overhead_table(run)
    assert is_per_request
    assert overhead_title(table, "untraced", is_per_request) == (
        "traced: 1.210 µs more CPU per request than untraced (+9.00 %);\n"
        "most of it: reader, helper, hook"
    )
    assert throughput_title(run) == (
        "traced completes 3.75 % fewer requests than untraced:\n"
        "77,000/s against 80,000/s (one replication)"
    )


def test_every_busy_activity_has_a_style_that_differs_without_colour() -> None:
    assert set(ACTIVITY_STYLE) == set(ACTIVITIES) - {"halted"}
    hatches = [hatch for _, hatch in ACTIVITY_STYLE.values() if hatch]
    assert len(set(hatches)) == len(hatches)
    plain = [_luminance(colour) for colour, hatch in ACTIVITY_STYLE.values() if not hatch]
    steps = [a - b for a, b in itertools.pairwise(plain)]
    assert all(step > 0.1 for step in steps)
