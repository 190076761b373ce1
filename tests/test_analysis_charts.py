"""Charts say what they show, for runs of any shape, and come out with the same bytes each time."""

from __future__ import annotations

import itertools
import re
import shutil
from pathlib import Path

import pytest
from matplotlib.figure import Figure

import analysis
from analysis.plots.added import added_cells
from analysis.plots.charts import CHARTS, draw_charts, save_charts
from analysis.plots.drops import LOSS_BINS, loss_causes
from analysis.plots.overhead import overhead_table, overhead_title
from analysis.plots.ring_fill import rings
from analysis.plots.style import ACTIVITY_STYLE, ARM_STYLE, arm_styles, shortened, time_unit
from analysis.plots.throughput import throughput_title
from sim.base.errors import MissingTableError
from sim.record.example import write_example
from sim.record.ledger import IDENTITIES
from sim.record.schema import ACTIVITIES, LOSS_SECTIONS
from sim.record.writer import RecordWriter
from tests.handmade import NASTY, Handmade

METHODS = {
    "plot_overhead": "time_ledger",
    "plot_added": "time_ledger",
    "plot_throughput": "requests",
    "plot_throughput_difference": "requests",
    "plot_latency": "requests",
    "plot_percentiles": "requests",
    "plot_ring_fill": "series",
    "plot_drops": "loss_ledger",
    "plot_cpu": "series",
}


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _axes():
    return Figure().subplots()


def test_charts_are_written_with_equal_bytes_for_equal_runs(tmp_path: Path) -> None:
    written = []
    for name in "ab":
        write_example(tmp_path / name)
        files = save_charts(analysis.load(tmp_path / name), tmp_path / name / "charts")
        written.append({path.name: path.read_bytes() for path in files})
    drawn = ("added", "drops", "latency", "overhead", "percentiles", "throughput")
    assert sorted(written[0]) == [f"{name}.{kind}" for name in drawn for kind in ("png", "svg")]
    assert written[0] == written[1]
    assert str(tmp_path).encode() not in b"".join(written[0].values())


def test_a_chart_that_has_nothing_to_show_leaves_no_older_file(tmp_path: Path) -> None:
    run = Handmade(dropped=0).write(tmp_path / "run")
    (tmp_path / "drops.png").write_bytes(b"of another run")
    files = save_charts(run, tmp_path)
    assert len(files) == 2 * (len(CHARTS) - 1)
    assert not (tmp_path / "drops.png").exists()


@pytest.mark.parametrize(
    ("run", "missing"),
    [
        (Handmade(), {"drops": "Nothing was lost"}),
        (Handmade(dropped=9, nr_replications=3, arms=tuple("abcdefg")), {}),
        (Handmade(arms=("alone",)), dict.fromkeys(("added", "percentiles"), "no traced arm")),
        (Handmade(nr_requests=0), dict.fromkeys(("throughput", "latency"), "No request")),
        (Handmade(has_samples=False), dict.fromkeys(("ring-fill", "cpu"), "no samples")),
        (Handmade(has_cpu_series=False), {"cpu": "no samples of CPU time"}),
        (Handmade(rings=()), {"ring-fill": "No ring or perf buffer"}),
        (Handmade(nr_cpus=1, tracers=("a", "b"), rings=("r", "s"), workloads=("u", "v")), {}),
        (Handmade(arms=("twin", NASTY), tracers=(NASTY,), workloads=(NASTY,), dropped=1), {}),
    ],
)
def test_runs_of_any_shape_are_drawn_or_say_why_not(
    tmp_path: Path, run: Handmade, missing: dict[str, str]
) -> None:
    drawn = {item.chart.name: item for item in draw_charts(run.write(tmp_path), with_png=False)}
    assert list(drawn) == [chart.name for chart in CHARTS]
    for name, words in missing.items():
        assert words in drawn[name].missing
    for item in drawn.values():
        assert bool(item.missing) != bool(item.svg)
        assert bool(item.missing) != bool(item.title)
        for svg in item.svg.values():
            # reduced before drawn
            assert max(path.count("L") for path in re.findall(r' d="([^"]*)"', svg)) <= 2000


def test_a_run_in_which_nothing_happened_can_be_drawn(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as w:
        for arm in ("a", "b"):
            for key, value in (("horizon_ns", 1000), ("nr_cpus", 1)):
                w.append("machine", arm=arm, replication=0, key=key, value=value)
    (tmp_path / "status.json").write_text('{"state": "complete"}')
    run = analysis.load(tmp_path)
    assert not overhead_table(run)[1]
    assert overhead_title(run) == "Busy CPU time by activity"
    assert throughput_title(run) == "Completed requests per second"
    assert save_charts(run, tmp_path / "charts") == []


def test_the_titles_say_what_to_see(tmp_path: Path) -> None:
    write_example(tmp_path)
    run = analysis.load(tmp_path)
    assert overhead_table(run)[1]
    assert overhead_title(run) == (
        "traced: 1.210 µs more CPU per request than untraced (+9.00 %);\n"
        "most of it: reader, helper, hook"
    )
    assert throughput_title(run) == (
        "traced completes 3.75 % fewer requests than untraced:\n"
        "77,000/s against 80,000/s (one replication)"
    )
    titles = {item.chart.name: item.title for item in draw_charts(run, with_png=False)}
    assert titles["added"] == (
        "The largest addition of traced is reader of reader:opensnoop: 420 ns per request"
    )
    assert titles["latency"] == (
        "99 of 100 requests take up to 51 µs in traced, 49 µs in untraced: 4.08 % more"
    )
    assert titles["drops"] == (
        "traced drops 1.97 % of the records for opensnoop/events (full): 15 of 761"
    )


def test_what_an_arm_adds_is_all_there_by_activity_and_owner(tmp_path: Path) -> None:
    write_example(tmp_path, nr_replications=3)
    run = analysis.load(tmp_path)
    for most in (3, 6, 16):
        cells = added_cells(run, "traced", most)
        assert len(cells) <= most
        assert sum(cell.diff_ns for cell in cells) == pytest.approx(1210)
    assert ("reader", "reader:opensnoop") in {(c.activity, c.owner) for c in cells}
    own = [cell.half_width_ns for cell in cells if cell.owner]
    assert own == pytest.approx([0] * len(own), abs=1e-6)


def test_attaching_weighs_on_no_request(tmp_path: Path) -> None:
    with_requests = overhead_table(Handmade().write(tmp_path / "a"))[0]
    assert "attach" not in with_requests.index
    assert "attach" in overhead_table(Handmade(nr_requests=0).write(tmp_path / "b"))[0].index


def test_a_loss_has_its_cause_and_its_whole(tmp_path: Path) -> None:
    write_example(tmp_path)
    found = [(c.subject, c.cause, c.count, c.whole) for c in loss_causes(analysis.load(tmp_path))]
    assert found == [
        ("opensnoop/events", "dropped (full)", 15, 761),
        ("opensnoop/enter", "missed (recursion)", 7, 768),
    ]
    assert set(LOSS_BINS) == set(LOSS_SECTIONS) == set(IDENTITIES)


def test_the_fullest_ring_comes_first_and_knows_its_capacity(tmp_path: Path) -> None:
    found = rings(Handmade(rings=("r", "s"), dropped=3, nr_replications=2).write(tmp_path))
    assert [(ring.arm, ring.subject) for ring in found] == [
        ("traced", "snoop/r"),
        ("traced", "snoop/s"),
    ]
    assert found[0].capacity_bytes == found[0].most_bytes == 65536
    assert found[0].dropped == 6
    assert found[0].has_peaks


@pytest.mark.parametrize("method", METHODS)
def test_every_chart_is_a_method_that_names_its_tables(tmp_path: Path, method: str) -> None:
    Handmade(dropped=1).write(tmp_path)
    run = analysis.load(tmp_path)
    axes = _axes()
    getattr(run, method)(axes)
    assert axes.has_data()
    assert axes.get_xlabel()
    assert METHODS[method] in (getattr(run, method).__doc__ or "")
    shutil.rmtree(tmp_path / "tables" / METHODS[method])
    with pytest.raises(MissingTableError, match=METHODS[method]):
        getattr(analysis.load(tmp_path), method)(_axes())


def test_every_busy_activity_has_a_style_that_differs_without_colour() -> None:
    assert set(ACTIVITY_STYLE) == set(ACTIVITIES) - {"halted"}
    hatches = [hatch for _, hatch in ACTIVITY_STYLE.values() if hatch]
    assert len(set(hatches)) == len(hatches)
    plain = [_luminance(colour) for colour, hatch in ACTIVITY_STYLE.values() if not hatch]
    steps = [a - b for a, b in itertools.pairwise(plain)]
    assert all(step > 0.1 for step in steps)


def test_arms_differ_by_dash_marker_and_hatch() -> None:
    for name in ("colour", "dash", "marker", "hatch"):
        looks = [str(getattr(look, name)) for look in ARM_STYLE]
        assert len(set(looks)) == len(looks)
    many = arm_styles([f"arm-{i}" for i in range(12)])
    assert len(many) == 12
    assert many["arm-0"] not in list(many.values())[1:]


def test_names_are_shortened_in_the_middle_and_units_fit() -> None:
    assert shortened("opensnoop", 9) == "opensnoop"
    assert shortened("a-very-long-name", 9) == "a-ve…name"
    assert [time_unit(ns)[1] for ns in (0, 5, 1500, 2e6, 3e9)] == ["ns", "ns", "µs", "ms", "s"]
