"""The timeline of real runs: what it shows is what the tables count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import analysis
from sim.cost.profile import Profile, load_profile
from sim.record.schema import TABLES
from sim.record.window import parse_window
from sim.run.schema import RecordOptions
from tests.mixed import mixed_file
from tests.perfetto import Imported, Slice
from tests.scenarios import TUTORIAL
from tests.timelines import CPUS, account_times, cut_trace, drawn, rows_of, traced_run
from tests.truths import free_tracing

PIECES = ("resumed", "begun_before_window")


def _slow(profile: Profile) -> Profile:
    """Programs so slow that interrupts find them running, and a reader that loses records."""
    changed = {key: 0 for key in profile.prices if key.startswith("attach.")}
    changed |= {"helper.call": 4_000_000, "reader.decode_record": 60_000_000}
    return load_profile("x86-2020").with_prices(changed)


@pytest.fixture(scope="module")
def opensnoop(tmp_path_factory: pytest.TempPathFactory) -> analysis.Run:
    folder = tmp_path_factory.mktemp("opensnoop")
    return traced_run(folder / "run", TUTORIAL / "01-opensnoop.yaml", "stop.time=12 ms")


@pytest.fixture(scope="module")
def syscount(tmp_path_factory: pytest.TempPathFactory) -> analysis.Run:
    """Kprobes and kretprobes; attaching is free, so that they are there from the start."""
    folder = tmp_path_factory.mktemp("syscount")
    profile = free_tracing(folder, ("attach.",))
    return traced_run(folder / "run", TUTORIAL / "02-syscount.yaml", "stop.time=20 ms", profile)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> analysis.Run:
    folder = tmp_path_factory.mktemp("mixed")
    path = mixed_file(folder, profile=_slow)
    return traced_run(folder / "run", path, "stop.time=8 ms")


def _begun(found: Imported) -> Iterator[Slice]:
    """Yield the slices that are not a later piece of something."""
    for one in found.slices:
        if one.track[0] == CPUS and not any(one.args.get(piece) for piece in PIECES):
            yield one


def _rows(run: analysis.Run, name: str, window: tuple[int, int], arm: str) -> dict[str, Any]:
    rows = rows_of(run, name, arm)
    mine = (rows["t_ns"] >= window[0]) & (rows["t_ns"] < window[1]) & (rows["cpu"] >= 0)
    return {column: values[mine] for column, values in rows.items()}


def _check(
    run: analysis.Run, window: tuple[int, int] | None = None, arm: str = "traced"
) -> Imported:
    """Check that a timeline's figures are those of the tables."""
    found, counts = drawn(run, window, arm)
    window = counts.window
    times = account_times(run, window, arm)
    wanted = {(cpu + 1, name): ns for (cpu, name), ns in times.items() if name != "halted"}
    assert found.self_times(CPUS) == wanted
    _check_sites(found, _rows(run, "sites", window, arm))
    flow = _rows(run, "flow", window, arm)
    _check_programs(found, flow)
    assert counts.drops == _check_drops(found, flow)
    _check_records(run, found, counts.arrows, window, arm)
    return found


def _check_sites(found: Imported, sites: dict[str, Any]) -> None:
    begun = list(_begun(found))
    calls = Counter((s.track[1], s.args["nr"]) for s in begun if "nr" in s.args)
    enters = sites["kind"] == "sys_enter"
    assert calls == Counter(zip(sites["cpu"][enters] + 1, sites["nr"][enters], strict=True))
    assert all(s.parent.cat == "task" for s in found.of("syscall") if s.parent)
    entries = sites["kind"] == "entry"
    names = set(sites["site"][entries])
    functions = Counter((s.track[1], s.name, s.ts) for s in begun if s.name in names)
    columns = (sites["cpu"] + 1, sites["site"], sites["t_ns"])
    assert functions == Counter(zip(*(c[entries].tolist() for c in columns), strict=True))


def _check_programs(found: Imported, flow: dict[str, Any]) -> None:
    runs = flow["what"] == "run"
    shown = Counter((s.args["link"], s.name, s.ts) for s in _begun(found) if "link" in s.args)
    columns = (flow["link"], flow["subject"], flow["t_ns"])
    assert shown == Counter(zip(*(c[runs].tolist() for c in columns), strict=True))
    for one in _begun(found):
        if "took_ns" in one.args:
            assert one.args["took_ns"] == one.dur
        if "link" in one.args:
            assert one.parent is not None and one.parent.name.startswith("hook ")


def _check_drops(found: Imported, flow: dict[str, Any]) -> dict[str, int]:
    refused = np.isin(flow["what"], ["reserve", "output", "update"]) & (flow["value"] < 0)
    missed = np.char.startswith(flow["what"].astype(str), "missed_")
    instants = found.of("drop", "i")
    assert len(instants) == int((refused | missed | (flow["what"] == "lost")).sum())
    at = Counter((s.track[1] - 1, s.ts, s.args["subject"]) for s in instants)
    columns = (flow[name][refused | missed] for name in ("cpu", "t_ns", "subject"))
    assert at >= Counter(zip(*(c.tolist() for c in columns), strict=True))
    return dict(sorted(Counter(s.args["cause"] for s in instants).items()))


def _check_records(
    run: analysis.Run, found: Imported, nr_arrows: int, window: tuple[int, int], arm: str
) -> None:
    records = rows_of(run, "records", arm)
    mine = (records["deliver_ns"] >= window[0]) & (records["deliver_ns"] < window[1])
    assert nr_arrows == len(found.flows) == int(mine.sum())
    for bound in found.flows.values():
        phases, times = [phase for phase, _, _ in bound], [ts for _, ts, _ in bound]
        assert phases in (["s", "t", "f"], ["s", "f"]) and times == sorted(times)
        first, last = bound[0][2], bound[-1][2]
        if len(phases) == 3:
            assert "link" in first.args and bound[1][2].cat == "record"
        assert last.name.startswith("read ") and last.cat == "reader"
    ends = sorted(bound[-1][2].end for bound in found.flows.values())
    assert ends == sorted(records["deliver_ns"][mine].tolist())


# --- whole runs ----------------------------------------------------------------------------------
def test_opensnoop_shows_what_its_tables_count(opensnoop: analysis.Run) -> None:
    found = _check(opensnoop)
    assert len(found.flows) > 500
    calls = {s.name for s in found.of("syscall")}
    assert {"openat", "read", "close", "getpid", "epoll_wait"} <= calls
    names = {s.name for s in found.of("task")}
    assert any(name.startswith("opensnoop/") for name in names)
    workload = "fileserver/" if "tasks" in TABLES else "tid "
    assert sum(name.startswith(workload) for name in names) == 32


def test_the_times_of_a_whole_run_are_its_time_ledger(opensnoop: analysis.Run) -> None:
    for arm in opensnoop.arms:
        ledger = rows_of(opensnoop, "time_ledger", arm)
        wanted: Counter[tuple[int, str]] = Counter()
        for cpu, activity, ns in zip(
            *(ledger[name].tolist() for name in ("cpu", "activity", "time_ns")), strict=True
        ):
            if activity != "halted":
                wanted[cpu + 1, activity] += ns
        assert drawn(opensnoop, None, arm)[0].self_times(CPUS) == wanted


def test_the_untraced_arm_has_a_timeline_too(opensnoop: analysis.Run) -> None:
    found = _check(opensnoop, arm="untraced")
    assert not found.flows and not found.of("hook")


def test_the_fill_is_that_of_the_samples(opensnoop: analysis.Run, mixed: analysis.Run) -> None:
    for run in (opensnoop, mixed):
        counters = drawn(run)[0].counters
        series = rows_of(run, "series")
        checked = 0
        for t_ns, subject, metric, value in zip(
            *(series[n].tolist() for n in ("t_ns", "subject", "metric", "value")), strict=True
        ):
            if metric == "fill_bytes":
                fill = counters[9002, f"{subject} fill bytes"]
                # a sample comes before what happens on CPUs at its time
                assert [level for at, level in fill if at < t_ns or at == 0][-1] == value
                checked += 1
        assert checked >= 11


def test_kprobes_and_kretprobes_show_what_their_tables_count(syscount: analysis.Run) -> None:
    found = _check(syscount)
    hooks = {s.name for s in found.of("hook")}
    assert any(name.endswith(" return") for name in hooks) and len(hooks) > 2
    returns = [s for s in found.of("program") if s.args["hook"].startswith("kretprobe:")]
    assert returns
    for one in returns:
        # it runs where its function returns, which is not over before
        hook = one.parent
        assert hook is not None and hook.parent is not None
        assert hook.parent.name == one.args["hook"].partition(":")[2]
        assert hook.parent.end == hook.end


def test_tracing_that_takes_no_time_still_nests(tmp_path: Path) -> None:
    """Hits, programs and records begin and end in one nanosecond."""
    free = free_tracing(tmp_path)
    run = traced_run(tmp_path / "run", TUTORIAL / "01-opensnoop.yaml", "stop.time=4 ms", free)
    found = _check(run)
    assert {s.self_ns for s in found.of("program")} == {0}
    assert len(found.flows) > 200


def test_drops_misses_and_nested_interrupts_show(mixed: analysis.Run) -> None:
    found, counts = drawn(mixed)
    _check(mixed)
    ledger = rows_of(mixed, "loss_ledger")
    wanted: Counter[str] = Counter()
    for name, count in zip(ledger["bin"].tolist(), ledger["count"].tolist(), strict=True):
        if name.startswith(("dropped_", "missed_")) and count:
            wanted[name] += count
    assert counts.drops == wanted
    assert wanted["dropped_full"] > 0 and wanted["missed_prog_active"] > 0
    depths = Counter(sum(one.name == "interrupt" for one in _above(s)) for s in found.of("program"))
    assert depths[0] and depths[1]
    inside = [s for s in found.of("irq") if any("link" in one.args for one in _above(s))]
    assert inside


def _above(one: Slice) -> Iterator[Slice]:
    above = one.parent
    while above is not None:
        yield above
        above = above.parent


# --- windows -------------------------------------------------------------------------------------
def test_windows_of_a_run_show_what_its_tables_count_in_them(
    opensnoop: analysis.Run, syscount: analysis.Run, mixed: analysis.Run
) -> None:
    for run, windows in (
        (opensnoop, ((4_000_000, 6_000_000), (4_046_650, 4_060_100), (0, 1), (11_900_000, 10**9))),
        (syscount, ((5_000_000, 5_300_000),)),
        (mixed, ((1_000_000, 1_300_000), (2_000_001, 2_040_000), (3_141_592, 3_141_593))),
    ):
        for window in windows:
            _check(run, window)


def test_windows_side_by_side_add_up(mixed: analysis.Run) -> None:
    edges = [0, 1_000_003, 2_500_000, 4_000_001, 8_000_000]
    total: Counter[tuple[int, str]] = Counter()
    drops: Counter[str] = Counter()
    nr_arrows = 0
    for window in pairwise(edges):
        found, counts = drawn(mixed, window)
        total.update(found.self_times(CPUS))
        drops.update(counts.drops)
        nr_arrows += counts.arrows
    found, counts = drawn(mixed)
    assert total == found.self_times(CPUS)
    assert (drops, nr_arrows) == (counts.drops, counts.arrows)


def _check_recorded(run: analysis.Run, part: analysis.Run, window: tuple[int, int]) -> None:
    """Check that a trace recorded in a window shows what the whole one does there."""
    (whole, _), cut = drawn(run, window), _check(part)

    def shown(found: Imported) -> Counter[tuple[Any, ...]]:
        return Counter((s.track, s.name, s.ts, s.dur) for s in _begun(found) if s.cat != "task")

    assert shown(cut) == shown(whole)
    assert len(cut.flows) == len(whole.flows)
    # What was open is known where its end was recorded.
    for mark in PIECES:
        pieces, told = (
            Counter((s.name, s.ts, s.dur) for s in f.slices if s.args.get(mark))
            for f in (whole, cut)
        )
        ended = {
            key: n
            for key, n in pieces.items()
            if key[1] + key[2] < window[1] and not key[0].startswith(("hook ", "interrupt", "task"))
        }
        assert Counter(ended) - told == Counter(), mark


@pytest.mark.parametrize("window", [(4_300_001, 6_000_000), (7_350_678, 7_900_000)])
def test_a_trace_cut_to_a_window_shows_what_the_whole_one_does(
    opensnoop: analysis.Run, tmp_path: Path, window: tuple[int, int]
) -> None:
    _check_recorded(opensnoop, cut_trace(opensnoop, tmp_path / "cut", window), window)


@pytest.mark.skipif("timeline" not in RecordOptions.model_fields, reason="no recording windows")
@pytest.mark.parametrize("window", ["4300001ns..6ms", "7.31ms..7.42ms"])
def test_a_recorded_window_shows_what_the_whole_trace_does(
    opensnoop: analysis.Run, tmp_path: Path, window: str
) -> None:
    scenario, only = TUTORIAL / "01-opensnoop.yaml", f"record.timeline={window}"
    part = traced_run(tmp_path / "run", scenario, "stop.time=12 ms", only)
    _check_recorded(opensnoop, part, parse_window(window))
    assert drawn(part)[1].window == parse_window(window)
