"""The timeline of small hand-made traces: which slices there are, and what is in what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analysis.timeline import timeline
from analysis.timeline.events import micros
from analysis.timeline.replay import TaskNames
from analysis.timeline.tables import changes_of
from tests.timelines import CPUS, accounts, call, drawn, flow_row, shown, site, switch, write_trace

KPROBE, RETURN = ("t/p", "kprobe:f"), ("t/r", "kretprobe:f")
SYSCALL_ENTER = ("t/s", "tracepoint:syscalls:sys_enter_read")
RING = ("t/ring", "")
W, K = "workload", "kernel"


def test_a_task_has_its_system_calls_and_their_functions(tmp_path: Path) -> None:
    run = write_trace(
        tmp_path,
        flow=[switch(0, 7)],
        sites=call(200, 300),
        accounts=accounts((0, "user", W), (150, "kernel", W), (340, "user", W)),
    )
    found, counts = drawn(run)
    assert shown(found) == [
        (0, "tid 7", 0, 1000),
        (1, "user", 0, 150),
        (1, "kernel", 150, 50),
        (1, "read", 200, 100),
        (2, "__x64_sys_read", 200, 100),
        (1, "kernel", 300, 40),
        (1, "user", 340, 660),
    ]
    assert counts.slices == {"activity": 4, "function": 1, "syscall": 1, "task": 1}
    assert found.of("syscall")[0].args == {"nr": 0, "ret": 5}


def test_a_system_call_is_cut_at_the_switch_and_goes_on_later(tmp_path: Path) -> None:
    run = write_trace(
        tmp_path,
        nr_cpus=2,
        flow=[switch(0, 7), switch(300, 8), switch(600, 7, cpu=1)],
        sites=[*call(200, 0)[:2], *call(0, 700, cpu=1)[2:]],
        accounts=[
            *accounts((0, "kernel", W), (250, "sched", K), (350, "user", W)),
            *accounts((0, "halted", "none"), (600, "sched", K), (650, "kernel", W), cpu=1),
            *accounts((720, "user", W), cpu=1),
        ],
    )
    found, _ = drawn(run)
    calls = [(s.track[1], s.ts, s.dur, s.args) for s in found.of("syscall")]
    assert calls == [
        (1, 200, 100, {"nr": 0, "suspended": True}),
        (2, 600, 100, {"nr": 0, "ret": 5, "resumed": True}),
    ]
    assert shown(found, 1)[:4] == [
        (0, "tid 7", 600, 400),
        (1, "read", 600, 100),
        (2, "__x64_sys_read", 600, 100),
        (3, "schedule", 600, 50),
    ]
    assert found.counters[9002, "running tasks tasks"] == [(0, 1), (600, 2)]


def test_a_task_that_another_cpu_took_leaves_its_first_one(tmp_path: Path) -> None:
    """It blocked on CPU 0, was woken, and ran on CPU 1 before CPU 0 had come to switch."""
    run = write_trace(
        tmp_path,
        nr_cpus=2,
        flow=[switch(0, 7), switch(300, 7, cpu=1), switch(400, 0)],
        sites=[*call(200, 0)[:2], *call(0, 500, cpu=1)[2:]],
        accounts=[
            *accounts((0, "kernel", W), (250, "sched", K), (500, "halted", "none")),
            *accounts((0, "halted", "none"), (300, "kernel", W), cpu=1),
        ],
    )
    found, _ = drawn(run)
    assert [(s.track[1], s.ts, s.end) for s in found.of("task")] == [(1, 0, 300), (2, 300, 1000)]
    assert [(s.track[1], s.ts, s.end) for s in found.of("syscall")] == [
        (1, 200, 300),
        (2, 300, 500),
    ]
    assert shown(found, 0)[-1] == (0, "schedule", 300, 200)


def test_a_program_is_in_its_hook_and_its_helpers_are_in_it(tmp_path: Path) -> None:
    run = write_trace(
        tmp_path,
        flow=[
            switch(0, 7),
            flow_row(300, "hit", 0, KPROBE),
            flow_row(340, "run", 0, KPROBE),
            flow_row(400, "end", 0, KPROBE, 60),
        ],
        sites=[site(300, "entry", "f"), site(500, "return", "f")],
        accounts=accounts(
            (0, "kernel", W), (300, "hook", "tracer:t"), (340, "program", "tracer:t"),
            (360, "map", "tracer:t"), (390, "program", "tracer:t"), (400, "kernel", W),
        ),
    )  # fmt: skip
    found, _ = drawn(run)
    assert shown(found) == [
        (0, "tid 7", 0, 1000),
        (1, "kernel", 0, 300),
        (1, "f", 300, 200),
        (2, "hook f", 300, 100),
        (3, "t/p", 340, 60),
        (4, "map", 360, 30),
        (1, "kernel", 500, 500),
    ]
    assert found.of("program")[0].args == {"hook": "kprobe:f", "link": 0, "took_ns": 60}
    assert found.self_times(CPUS) == {
        (1, "kernel"): 900, (1, "hook"): 40, (1, "program"): 30, (1, "map"): 30,
    }  # fmt: skip


def test_a_return_probe_runs_before_its_function_is_left(tmp_path: Path) -> None:
    run = write_trace(
        tmp_path,
        programs=[("r", "kretprobe:f")],
        flow=[
            switch(0, 7),
            flow_row(100, "hit", 1, RETURN),
            flow_row(100, "enter", 1, RETURN),
            flow_row(330, "run", 1, RETURN),
            flow_row(380, "end", 1, RETURN, 50),
            flow_row(380, "return", 1, RETURN),
        ],
        sites=[
            site(100, "entry", "f"),
            site(300, "return", "f"),
            site(380, "return", "caller"),
            site(380, "sys_exit", "raw_syscalls:sys_exit"),
        ],
        accounts=accounts(
            (0, "kernel", W), (100, "hook", "tracer:t"), (120, "kernel", W),
            (300, "hook", "tracer:t"), (330, "program", "tracer:t"), (380, "kernel", W),
        ),
    )  # fmt: skip
    found, _ = drawn(run)
    assert shown(found)[2:6] == [
        (1, "f", 100, 280),
        (2, "hook f", 100, 20),
        (2, "hook f return", 300, 80),
        (3, "t/r", 330, 50),
    ]


def test_two_programs_of_one_hit_share_its_hook(tmp_path: Path) -> None:
    other = ("u/q", "kprobe:f")
    run = write_trace(
        tmp_path,
        flow=[
            switch(0, 7),
            flow_row(100, "hit", 0, KPROBE),
            flow_row(100, "hit", 1, other),
            flow_row(110, "run", 0, KPROBE),
            flow_row(130, "end", 0, KPROBE, 20),
            flow_row(150, "run", 1, other),
            flow_row(160, "end", 1, other, 10),
        ],
        sites=[site(100, "entry", "f"), site(200, "return", "f")],
        accounts=accounts(
            (0, "kernel", W), (100, "hook", "tracer:t"), (110, "program", "tracer:t"),
            (130, "hook", "tracer:u"), (150, "program", "tracer:u"), (160, "kernel", W),
        ),
    )  # fmt: skip
    found, counts = drawn(run)
    assert counts.slices["hook"] == 1
    programs = [(s.name, s.ts, s.dur) for s in found.of("program")]
    assert programs == [("t/p", 110, 20), ("u/q", 150, 10)]
    assert {s.parent.name for s in found.of("program") if s.parent} == {"hook f"}


def test_an_interrupt_in_a_program_and_one_in_the_program_of_an_interrupt(tmp_path: Path) -> None:
    inner = ("t/q", "tracepoint:block:done")
    run = write_trace(
        tmp_path,
        flow=[
            switch(0, 7),
            flow_row(100, "hit", 0, KPROBE),
            flow_row(120, "run", 0, KPROBE),
            flow_row(150, "hit", 1, inner),
            flow_row(150, "missed_prog_active", 1, inner),
            flow_row(300, "end", 0, KPROBE, 180),
            flow_row(450, "hit", 1, inner),
            flow_row(460, "run", 1, inner),
            flow_row(520, "end", 1, inner, 60),
        ],
        sites=[
            site(100, "entry", "f"),
            site(150, "tracepoint", "block:done"),
            site(300, "return", "f"),
            site(450, "tracepoint", "block:done"),
        ],
        accounts=accounts(
            (0, "kernel", W), (100, "hook", "tracer:t"), (120, "program", "tracer:t"),
            (140, "irq", K), (150, "hook", "tracer:t"), (160, "irq", K),
            (170, "program", "tracer:t"), (300, "kernel", W), (400, "irq", K),
            (450, "hook", "tracer:t"), (460, "program", "tracer:t"), (470, "irq", K),
            (480, "program", "tracer:t"), (520, "irq", K), (550, "kernel", W),
        ),
    )  # fmt: skip
    found, counts = drawn(run)
    assert shown(found)[2:] == [
        (1, "f", 100, 200),
        (2, "hook f", 100, 200),
        (3, "t/p", 120, 180),
        (4, "interrupt", 140, 30),
        (5, "hook block:done", 150, 10),
        (6, "missed_prog_active t/q", 150, 0),
        (1, "kernel", 300, 100),
        (1, "interrupt", 400, 150),
        (2, "hook block:done", 450, 70),
        (3, "t/q", 460, 60),
        (4, "interrupt", 470, 10),
        (1, "kernel", 550, 450),
    ]
    assert counts.drops == {"missed_prog_active": 1}


@pytest.mark.parametrize(
    ("after", "hooks"),
    [
        pytest.param([(160, "hook", "tracer:t")], [(100, 80)], id="goes on"),
        pytest.param([], [(100, 40)], id="is over"),
    ],
)
def test_an_interrupt_in_a_hook_that_runs_no_program(
    tmp_path: Path, after: Sequence[Any], hooks: Sequence[Any]
) -> None:
    run = write_trace(
        tmp_path,
        flow=[switch(0, 7), flow_row(100, "hit", 0, KPROBE), flow_row(100, "filtered", 0, KPROBE)],
        sites=[site(100, "entry", "f"), site(300, "return", "f")],
        accounts=accounts(
            (0, "kernel", W), (100, "hook", "tracer:t"), (140, "irq", K), *after,
            (180 if after else 160, "kernel", W),
        ),
    )  # fmt: skip
    found, _ = drawn(run)
    assert [(s.ts, s.dur) for s in found.of("hook")] == hooks
    assert [(s.ts, s.dur) for s in found.of("irq")] == [(140, 20)]


def test_a_return_that_begins_with_an_interrupt_goes_to_the_caller(tmp_path: Path) -> None:
    """A function that is called as an interrupt ends is called by what was interrupted."""
    run = write_trace(
        tmp_path,
        flow=[switch(0, 7)],
        sites=[site(200, "entry", "g"), site(300, "return", "g")],
        accounts=accounts((0, "kernel", W), (100, "irq", K), (200, "kernel", W)),
    )
    found, counts = drawn(run)
    assert shown(found)[2:] == [
        (1, "interrupt", 100, 100),
        (1, "g", 200, 100),
        (1, "kernel", 300, 700),
    ]
    assert counts.slices["function"] == 1


def test_a_system_call_that_begins_as_an_interrupt_ends_is_the_tasks(tmp_path: Path) -> None:
    run = write_trace(
        tmp_path,
        flow=[switch(0, 7), flow_row(200, "hit", 0, SYSCALL_ENTER)],
        sites=[*call(200, 300)[:1], *call(210, 300)[1:]],
        accounts=accounts(
            (0, "user", W), (100, "irq", K), (200, "hook", "tracer:t"), (210, "kernel", W),
            (300, "user", W),
        ),
    )  # fmt: skip
    found, _ = drawn(run)
    assert shown(found)[2:6] == [
        (1, "interrupt", 100, 100),
        (1, "read", 200, 100),
        (2, "hook raw_syscalls:sys_enter", 200, 10),
        (2, "__x64_sys_read", 210, 90),
    ]


def test_every_drop_is_an_instant_with_its_cause(tmp_path: Path) -> None:
    rows = [
        ("reserve", -1), ("reserve", -2), ("reserve", -22), ("output", -28), ("output", -2),
        ("update", -7), ("lost", 9), ("reserve", 8), ("output", 0), ("update", 0), ("delete", -2),
    ]  # fmt: skip
    misses = ("missed_prog_active", "missed_kprobe_running", "missed_maxactive")
    run = write_trace(
        tmp_path,
        flow=[
            switch(0, 7),
            *(flow_row(100, what, -1, RING, value) for what, value in rows),
            *(flow_row(200, what, 0, KPROBE) for what in misses),
        ],
        accounts=accounts((0, "kernel", W)),
    )
    found, counts = drawn(run)
    assert counts.drops == {
        "dropped_full": 2, "dropped_pending": 1, "dropped_EINVAL": 1, "dropped_ENOENT": 1,
        "failed_E2BIG": 1, "lost": 1, **dict.fromkeys(misses, 1),
    }  # fmt: skip
    assert counts.nr_drops == 9
    instants = found.of("drop", "i")
    assert len(instants) == 10
    assert instants[0].args == {"cause": "dropped_full", "subject": "t/ring"}
    assert instants[6].args == {"cause": "lost", "subject": "t/ring", "samples": 9}
    assert instants[7].args["hook"] == "kprobe:f"
    assert {s.track for s in instants} == {(CPUS, 1)}
    assert len(drawn(run, (150, 300))[0].of("drop", "i")) == 3


def test_announcements_become_changes() -> None:
    """CPU 0: 50 to 80 is taken back at 60; CPU 1 announces two at once, one takes no time."""
    t = [0, 0, 50, 80, 0, 0, 60, 60, 30, 30, 30]
    cpu = [0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1]
    account = [-1, 1, 2, 3, -1, 4, -1, 5, -1, -1, 6]
    found = changes_of(*(np.array(c, np.int64) for c in (t, cpu, account)))
    assert [c.tolist() for c in found] == [[0, 50, 60, 0, 30], [0, 0, 0, 1, 1], [1, 2, 5, 4, 6]]


def test_slabs_of_any_size_give_the_same_timeline(tmp_path: Path) -> None:
    first = accounts(*((t, "user" if t % 20 else "kernel", W) for t in range(0, 1000, 10)))
    first += [(990, 0, "void", ""), (990, 0, "kernel", W), (995, 0, "user", W)]
    # announced long before it comes, and taken back after long
    other = [(0, 1, "void", ""), (0, 1, "user", W), (400, 1, "kernel", W), (900, 1, "irq", K)]
    run = write_trace(
        tmp_path,
        nr_cpus=2,
        flow=[switch(0, 7), switch(0, 8, cpu=1)],
        accounts=[*other, *first, (995, 1, "void", ""), (995, 1, "user", W)],
    )
    wanted = list(timeline(run))
    for rows in (1, 2, 3, 7, 50):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("analysis.timeline.tables.ROWS_AT_ONCE", rows)
            assert list(timeline(run)) == wanted


def test_threads_have_the_names_that_something_tells() -> None:
    names = TaskNames({5: "nginx"})
    names.meet(6, "reader", "reader:opensnoop")
    names.meet(7, "attach", "tracer:biolatency")
    names.meet(8, "kernel", "workload")
    names.meet(5, "reader", "reader:other")
    shown = [names.name(tid) for tid in (5, 6, 7, 8, -1)]
    assert shown == ["nginx/5", "opensnoop/6", "biolatency/7", "tid 8", "task"]


def test_times_are_written_to_the_nanosecond() -> None:
    assert [micros(t) for t in (0, 1, 999, 1000, 10_000_123)] == [
        "0.000", "0.001", "0.999", "1.000", "10000.123",
    ]  # fmt: skip
