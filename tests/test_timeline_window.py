"""The timeline of a window, and of a trace that was recorded in one: cut, begun before, refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import analysis
from analysis.timeline import write_timeline
from sim.base.errors import MissingTableError, ResultsError
from tests.timelines import accounts, call, drawn, flow_row, shown, site, switch, write_trace

KPROBE = ("t/p", "kprobe:f")
W, K = "workload", "kernel"


def test_a_window_cuts_slices_and_says_so(tmp_path: Path) -> None:
    run = write_trace(
        tmp_path,
        flow=[switch(0, 7)],
        sites=call(200, 600),
        accounts=accounts((0, "user", W), (200, "kernel", W), (640, "user", W)),
    )
    found, counts = drawn(run, (300, 500))
    both = {"begun_before_window": True, "open_at_window_end": True}
    assert shown(found) == [
        (0, "tid 7", 300, 200),
        (1, "read", 300, 200),
        (2, "__x64_sys_read", 300, 200),
    ]
    assert found.of("task")[0].args == {"tid": 7, **both}
    assert found.of("syscall")[0].args == {"nr": 0, **both}
    assert counts.window == (300, 500)
    found, _ = drawn(run, (550, 700))
    assert found.of("syscall")[0].args == {"nr": 0, "ret": 5, "begun_before_window": True}


@pytest.mark.parametrize("is_told", [True, False], ids=["switch row", "first site"])
def test_a_trace_may_begin_in_the_middle(tmp_path: Path, is_told: bool) -> None:
    """What ends without having begun has begun before; a blocked call resumes with its task."""
    told = [switch(500, 7), switch(500, 8, cpu=1)] if is_told else []
    run = write_trace(
        tmp_path,
        nr_cpus=2,
        recorded=(500, 900),
        flow=[
            *told,
            flow_row(550, "end", 0, KPROBE, 99),
            switch(700, 9),
        ],
        sites=[
            site(560, "return", "f"),
            site(560, "sys_exit", "raw_syscalls:sys_exit", nr=3),
            site(600, "tracepoint", "x:y", tid=8, cpu=1),
            site(800, "return", "g", nr=0, tid=9),
            site(820, "sys_exit", "raw_syscalls:sys_exit", nr=0, tid=9),
        ],
        accounts=[
            *accounts((500, "program", "tracer:t"), (550, "kernel", W), (560, "user", W)),
            *accounts((690, "sched", K), (720, "kernel", W), (840, "user", W)),
            *accounts((500, "user", W), cpu=1),
        ],
    )
    found, counts = drawn(run)
    before = {"begun_before_window": True}
    assert shown(found)[:4] == [
        (0, "tid 7", 500, 200),
        (1, "syscall 3", 500, 60),
        (2, "f", 500, 60),
        (3, "hook of a site before", 500, 50),
    ]
    assert found.of("program")[0].args == {
        "hook": "kprobe:f", "link": 0, "took_ns": 99, **before,
    }  # fmt: skip
    resumed = [s for s in found.slices if s.args.get("resumed")]
    assert [(s.name, s.ts, s.end) for s in resumed] == [("syscall 0", 700, 820), ("g", 700, 800)]
    assert [s.name for s in found.of("task")] == ["tid 7", "tid 8", "tid 9"]
    assert found.of("task")[1].args["begun_before_window"]
    assert counts.window == (500, 900)


def test_a_thread_that_no_row_names_is_a_task(tmp_path: Path) -> None:
    run = write_trace(
        tmp_path,
        recorded=(500, 900),
        flow=[switch(700, 0)],
        accounts=accounts((500, "user", W), (690, "sched", K), (750, "halted", "none")),
    )
    found, _ = drawn(run)
    assert [(s.name, s.ts, s.dur) for s in found.of("task")] == [("task", 500, 200)]


# --- what is refused -----------------------------------------------------------------------------
def test_a_run_without_a_trace_says_how_to_get_one(tmp_path: Path) -> None:
    run = write_trace(tmp_path)
    with pytest.raises(MissingTableError, match="has no trace") as caught:
        drawn(run)
    assert "--timeline 10ms..12ms" in caught.value.suggestion


@pytest.mark.parametrize(
    ("window", "says", "why"),
    [
        ((2000, 3000), "nothing of the window 2us..3us was recorded", "trace holds 500ns..900ns"),
        ((0, 500), "nothing of the window 0ns..500ns", "the run lasted 1 us"),
        ((600, 600), "is empty", "trace holds"),
    ],
)
def test_a_window_of_which_nothing_was_recorded_is_refused(
    tmp_path: Path, window: tuple[int, int], says: str, why: str
) -> None:
    run = write_trace(tmp_path, recorded=(500, 900), accounts=accounts((500, "user", W)))
    with pytest.raises(ResultsError, match=says) as caught:
        drawn(run, window)
    assert why in caught.value.reason
    assert caught.value.suggestion == "`--window 500ns..900ns`"
    assert drawn(run, (0, 600))[1].window == (500, 600)


def test_a_run_that_ended_before_its_window_holds_nothing(tmp_path: Path) -> None:
    run = write_trace(tmp_path, recorded=(1000, 1000), accounts=accounts((0, "user", W)))
    with pytest.raises(ResultsError) as caught:
        drawn(run)
    assert caught.value.reason.endswith("its trace holds nothing")


def test_an_arm_or_replication_that_is_not_there_is_refused(tmp_path: Path) -> None:
    run = write_trace(tmp_path, accounts=accounts((0, "user", W)))
    for arm, replication in (("fast", 0), (None, 3)):
        with pytest.raises(ResultsError, match="the run has no arm"):
            write_timeline(run, tmp_path / "x.json", arm, replication)
    assert not list(tmp_path.glob("x.json*"))


def test_a_file_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    run: analysis.Run = write_trace(tmp_path, accounts=accounts((0, "user", W)))
    (tmp_path / "taken").mkdir()
    with pytest.raises(ResultsError, match="cannot be written"):
        write_timeline(run, tmp_path / "taken")
    assert not (tmp_path / "taken.part").exists()
