"""Records in the timeline: their tracks, the arrows through them, how full buffers were."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import analysis
from tests.timelines import CPUS, drawn, write_trace

BUFFERS = 9002
PROGRAM, RING = ("t/p", "kprobe:f"), ("t/ring", "")
READER = "reader:t"
MAPS = [("ring", "BPF_MAP_TYPE_RINGBUF", 4096)]
# map, CPU, reserve, submit, deliver, size: both submitted before the reader comes
RECORDS = [("ring", 0, 120, 130, 500, 24), ("ring", 0, 220, 230, 560, 3)]


def _flow(t_ns: int, what: str, link: int, at: tuple[str, str], value: int = 0, cpu: int = 0):
    return (t_ns, cpu, what, link, *at, value)


def _run_of_program(start: int, end: int, *rows: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    return [
        _flow(start, "hit", 0, PROGRAM),
        _flow(start, "run", 0, PROGRAM),
        *rows,
        _flow(end, "end", 0, PROGRAM, end - start),
    ]


def _two_records(tmp_path: Path, **more: Any) -> analysis.Run:
    """CPU 0 sends two records, the reader on CPU 1 gets them at 500 and 560."""
    flow = [
        _flow(0, "switch", -1, ("", ""), 7),
        *_run_of_program(
            100, 140, _flow(120, "reserve", -1, RING, 8), _flow(130, "submit", -1, RING)
        ),
        *_run_of_program(
            200, 240, _flow(220, "reserve", -1, RING, 40), _flow(230, "submit", -1, RING)
        ),
        _flow(400, "switch", -1, ("", ""), 9, cpu=1),
        _flow(500, "deliver", -1, RING, 24, cpu=1),
        _flow(560, "deliver", -1, RING, 3, cpu=1),
    ]
    busy = [(0, "kernel"), (100, "program"), (140, "kernel"), (200, "program"), (240, "kernel")]
    accounts = [row for t, a in busy for row in ((t, 0, "void", ""), (t, 0, a, "w"))]
    for t, activity, owner in ((400, "sched", "kernel"), (440, "reader", READER)):
        accounts += [(t, 1, "void", ""), (t, 1, activity, owner)]
    accounts += [(560, 1, "void", ""), (560, 1, "kernel", READER)]
    given: dict[str, Any] = {"flow": flow, "accounts": accounts, "records": RECORDS, "maps": MAPS}
    return write_trace(tmp_path, nr_cpus=2, **{**given, **more})


def test_arrows_go_from_program_to_record_to_reader(tmp_path: Path) -> None:
    found, counts = drawn(_two_records(tmp_path))
    assert (counts.records, counts.arrows, counts.arrows_from_programs) == (2, 2, 2)
    paths = {
        number: [(phase, ts, s.name, s.ts, s.end) for phase, ts, s in bound]
        for number, bound in found.flows.items()
    }
    assert paths == {
        1: [
            ("s", 100, "t/p", 100, 140),
            ("t", 130, "record of 24 B", 130, 500),
            ("f", 440, "read t/ring", 440, 500),
        ],
        2: [
            ("s", 200, "t/p", 200, 240),
            ("t", 500, "record of 3 B", 500, 560),
            ("f", 500, "read t/ring", 500, 560),
        ],
    }
    assert found.names[BUFFERS, 501] == "t/ring next record"
    assert [s.args for s in found.of("record")] == [
        {"record": 1, "cpu": 0, "waited_ns": 370},
        {"record": 2, "cpu": 0, "waited_ns": 330},
    ]
    assert [s.name for s in found.of("task")] == ["tid 7", "t/9"]


def test_a_records_life_is_an_async_slice(tmp_path: Path) -> None:
    found, _ = drawn(_two_records(tmp_path))
    lives = sorted((number, start, end, name) for _, number, name, start, end in found.asyncs)
    assert lives == [
        ("0x1", 120, 130, "reserved"),
        ("0x1", 120, 500, "t/ring"),
        ("0x1", 130, 500, "waiting"),
        ("0x2", 220, 230, "reserved"),
        ("0x2", 220, 560, "t/ring"),
        ("0x2", 230, 560, "waiting"),
    ]


def test_a_record_reserved_before_the_window_has_its_arrow_from_its_track(tmp_path: Path) -> None:
    found, counts = drawn(_two_records(tmp_path), (150, 600))
    assert (counts.arrows, counts.arrows_from_programs) == (2, 1)
    assert [(phase, ts, s.name) for phase, ts, s in found.flows[1]] == [
        ("s", 150, "record of 24 B"),
        ("f", 440, "read t/ring"),
    ]
    assert ("0x1", "t/ring", 150, 500) in [one[1:] for one in found.asyncs]
    assert not any(name == "reserved" and n == "0x1" for _, n, name, _, _ in found.asyncs)


def test_a_record_delivered_after_the_window_has_no_arrow(tmp_path: Path) -> None:
    found, counts = drawn(_two_records(tmp_path), (0, 530))
    assert (counts.records, counts.arrows, sorted(found.flows)) == (2, 1, [1])
    assert found.of("record")[1].args["open_at_window_end"]
    read = found.of("reader")[1]
    assert (read.name, read.args) == ("read", {"open_at_window_end": True})
    assert ("0x2", "t/ring", 220, 530) in [one[1:] for one in found.asyncs]


def test_a_reader_that_is_interrupted_and_preempted_still_ends_the_arrow(tmp_path: Path) -> None:
    flow = [
        _flow(0, "switch", -1, ("", ""), 9),
        _flow(300, "switch", -1, ("", ""), 7),
        _flow(400, "switch", -1, ("", ""), 9),
        _flow(500, "deliver", -1, RING, 24),
    ]
    steps = [(0, "reader"), (100, "irq"), (150, "reader"), (280, "sched"), (320, "user")]
    steps += [(380, "sched"), (420, "reader"), (500, "user")]
    accounts = [row for t, a in steps for row in ((t, 0, "void", ""), (t, 0, a, READER))]
    run = write_trace(tmp_path, flow=flow, accounts=accounts, records=RECORDS[:1], maps=MAPS)
    found, counts = drawn(run)
    assert counts.arrows == 1
    reads = [(s.name, s.ts, s.end, s.args) for s in found.slices if s.name.startswith("read")]
    assert reads == [
        ("read", 0, 300, {"suspended": True}),
        ("read t/ring", 400, 500, {"bytes": 24, "record": 1, "resumed": True}),
    ]
    assert found.flows[1][-1][1:] == (400, found.flows[1][-1][2])
    assert found.of("irq")[0].parent is found.of("reader")[0]


def test_a_program_that_the_trace_did_not_note_has_no_arrow_of_its_own(tmp_path: Path) -> None:
    """A program that ran as the recording began tells of none of its records."""
    flow = [
        _flow(140, "end", 0, PROGRAM, 40),
        _flow(400, "switch", -1, ("", ""), 9, cpu=1),
        _flow(500, "deliver", -1, RING, 24, cpu=1),
    ]
    run = _two_records(tmp_path, flow=flow, recorded=(110, 900), records=RECORDS[:1])
    found, counts = drawn(run)
    assert (counts.arrows, counts.arrows_from_programs) == (1, 0)
    assert [phase for phase, _, _ in found.flows[1]] == ["s", "f"]


def test_a_perf_sample_reserved_and_submitted_at_once_has_an_arrow(tmp_path: Path) -> None:
    """Where nothing waited before it, its track has no middle that is later than its start."""
    flow = [
        *_run_of_program(100, 140, _flow(120, "output", -1, RING), _flow(130, "output", -1, RING)),
        _flow(400, "switch", -1, ("", ""), 9, cpu=1),
        _flow(500, "deliver", -1, RING, 24, cpu=1),
        _flow(560, "deliver", -1, RING, 24, cpu=1),
    ]
    records = [("ring", 0, 120, 120, 500, 24), ("ring", 0, 130, 130, 560, 24)]
    found, counts = drawn(_two_records(tmp_path, flow=flow, records=records))
    assert counts.arrows == counts.arrows_from_programs == 2
    assert [[phase for phase, _, _ in found.flows[n]] for n in (1, 2)] == [
        ["s", "f"],
        ["s", "t", "f"],
    ]


# --- how full --------------------------------------------------------------------------------
def _fill(run: analysis.Run, window: tuple[int, int] | None = None) -> list[tuple[int, int]]:
    return drawn(run, window)[0].counters[BUFFERS, "t/ring fill bytes"]


def test_a_record_takes_room_from_its_reservation_to_its_delivery(tmp_path: Path) -> None:
    run = _two_records(tmp_path)
    assert _fill(run) == [(0, 0), (120, 32), (220, 48), (500, 16), (560, 0)]
    assert _fill(run, (230, 530)) == [(230, 48), (500, 16)]


def test_records_that_are_never_delivered_take_room_too(tmp_path: Path) -> None:
    """One of 56 bytes stays, one is discarded and skipped, the last one's room is sampled."""
    flow = [
        _flow(100, "reserve", -1, RING, 8),
        _flow(110, "submit", -1, RING),
        _flow(200, "reserve", -1, RING, 40),
        _flow(210, "discard", -1, RING),
        _flow(300, "reserve", -1, RING, 80),
        _flow(310, "submit", -1, RING),
        _flow(320, "reserve", -1, RING, -1),
        _flow(400, "deliver", -1, RING, 24),
        _flow(500, "reserve", -1, RING, 136),
    ]
    series = [(t, "t/ring", "fill_bytes", n) for t, n in ((250, 72), (450, 56), (600, 120))]
    run = write_trace(
        tmp_path,
        flow=flow,
        accounts=[(0, 0, "void", ""), (0, 0, "kernel", "w")],
        records=[("ring", 0, 100, 110, 400, 24)],
        maps=MAPS,
        series=series,
    )
    assert _fill(run) == [(0, 0), (100, 32), (200, 72), (300, 128), (400, 56), (500, 120)]


def test_an_offset_past_the_end_of_the_ring_begins_again(tmp_path: Path) -> None:
    flow = [_flow(100, "reserve", -1, RING, 4064), _flow(200, "reserve", -1, RING, 24)]
    run = write_trace(
        tmp_path, flow=flow, accounts=[(0, 0, "void", ""), (0, 0, "kernel", "w")], maps=MAPS
    )
    assert _fill(run) == [(0, 0), (100, 56)]


def test_a_perf_buffer_shows_its_samples_summed_over_cpus(tmp_path: Path) -> None:
    series = [(100, 8), (100, 24), (200, 16), (200, 0)]
    run = write_trace(
        tmp_path,
        accounts=[(0, 0, "void", ""), (0, 0, "kernel", "w")],
        maps=[("ring", "BPF_MAP_TYPE_PERF_EVENT_ARRAY", 1)],
        series=[(t, "t/ring", "fill_bytes", n) for t, n in series],
    )
    assert _fill(run) == [(0, 0), (100, 32), (200, 16)]
    assert CPUS in drawn(run)[0].names
