"""One event followed through hand-made traces, and through real ones, losses included."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

import analysis
from sim.base.errors import MissingTableError, ResultsError
from sim.record.example import write_example
from sim.record.fields import RecordField, RecordLayout
from sim.record.writer import RecordWriter
from sim.run.api import run_file
from tests.scenarios import TUTORIAL

HEAD = {"arm": "traced", "replication": 0}
ENTER = ("t/enter", "tracepoint:syscalls:sys_enter_openat", 0)
EXIT = ("t/exit", "tracepoint:syscalls:sys_exit_openat", 1)
BLOCK = ("t/block", "tracepoint:block:block_rq_issue", 2)
KRET = ("t/ret", "kretprobe:vfs_read", 3)
RING = "t/events"
LAYOUT = RecordLayout("event", 4, 4, (RecordField("nr", 0, 4, "unsigned", 4),))

OPEN_SITES = [
    # t_ns, cpu, tid, site, kind, nr, ret
    (100, 0, 7, "raw_syscalls:sys_enter", "sys_enter", 257, 0),
    (101, 0, 7, "__x64_sys_openat", "entry", 257, 0),
    (105, 0, 7, "do_sys_openat2", "entry", 257, 0),
    (200, 0, 7, "do_sys_openat2", "return", 257, 3),
    (200, 0, 7, "raw_syscalls:sys_exit", "sys_exit", 257, 3),
]
OPEN_FLOW = [
    # t_ns, cpu, what, link or subject, value
    (100, 0, "hit", ENTER, 0),
    (110, 0, "run", ENTER, 0),
    (110, 0, "key", "t/starts", 99),
    (110, 0, "update", "t/starts", 0),
    (120, 0, "end", ENTER, 10),
    (200, 0, "hit", EXIT, 0),
    (210, 0, "run", EXIT, 0),
    (215, 0, "reserve", RING, 8),
    (220, 0, "submit", RING, 1),
    (230, 0, "end", EXIT, 20),
]
WAKE_SITES = [(222, 0, 7, "ep_poll_callback", "entry", 257, 3)]
READ_FLOW = [
    (240, 1, "switch", "", 50),
    (300, 1, "deliver", RING, 4),
]
RECORD = (0, 215, 220, 300)


def write(folder: Path, sites, flow, records=(), requests=()) -> analysis.Run:
    with RecordWriter(folder) as w:
        for arm in ("untraced", "traced"):
            for key, value in (("horizon_ns", 1000), ("nr_cpus", 2)):
                w.append("machine", arm=arm, replication=0, key=key, value=value)
        w.append("record_fields", **HEAD, tracer="t", map="events", **LAYOUT.columns())
        for cpu, reserve, submit, deliver in records:
            at = w.rows("record_payload")
            w.append("record_payload", byte=struct.pack("<I", at))
            names = {"tracer": "t", "map": "events", "cpu": cpu, "size_bytes": 4, "offset": at}
            times = {"reserve_ns": reserve, "submit_ns": submit, "deliver_ns": deliver}
            w.append("records", **HEAD, **names, **times)
        for client, seq, arrive, start, end in requests:
            names = {"workload": "web", "client": client, "seq": seq, "result": 0}
            w.append("requests", **HEAD, **names, arrive_ns=arrive, start_ns=start, end_ns=end)
        for t_ns, cpu, tid, site, kind, nr, ret in sites:
            place = {"t_ns": t_ns, "cpu": cpu, "tid": tid, "site": site, "kind": kind}
            w.append("sites", **HEAD, **place, nr=nr, ret=ret, a1=0)
        for t_ns, cpu, what, about, value in flow:
            subject, hook, link = (about, "", -1) if isinstance(about, str) else about
            names = {"what": what, "subject": subject, "hook": hook, "link": link}
            w.append("flow", **HEAD, t_ns=t_ns, cpu=cpu, **names, value=value)
    (folder / "status.json").write_text('{"state": "complete"}')
    return analysis.load(folder)


def story(frame) -> list[tuple[int, str, str]]:
    return list(zip(frame["t_ns"], frame["what"], frame["ledger"], strict=True))


def notes(frame) -> dict[str, str]:
    return dict(zip(frame["what"], frame["note"], strict=True))


def test_a_delivered_record_has_every_station(tmp_path: Path) -> None:
    requests = [(7, 0, 10, 20, 90), (7, 1, 91, 95, 400), (8, 0, 10, 20, 90), (8, 1, 1, 160, -1)]
    run = write(tmp_path, OPEN_SITES + WAKE_SITES, OPEN_FLOW + READ_FLOW, [RECORD], requests)
    found = run.df_follow(record=0)
    assert list(found.columns) == ["t_ns", "after_ns", "cpu", "what", "who", "ledger", "note"]
    assert story(found) == [
        (95, "request", ""),
        (100, "sys_enter", ""),
        (100, "hit", "hits: hit"),
        (110, "run", ""),
        (110, "update", ""),
        (120, "end", "hits: run"),
        (200, "sys_exit", ""),
        (200, "hit", "hits: hit"),
        (210, "run", ""),
        (215, "reserve", "reservations: reserved"),
        (220, "submit", "records: submitted"),
        (222, "wakeup", ""),
        (230, "end", "hits: run"),
        (240, "switch", ""),
        (300, "deliver", "records: delivered"),
        (300, "decoded", ""),
        (400, "request_end", ""),
    ]
    assert found["after_ns"].tolist()[:3] == [0, 5, 5]
    said = notes(found)
    assert said["sys_enter"] == "openat, system call 257"
    assert said["request"] == "request 1; it waited 4 ns"
    assert said["submit"] == "t/events: the reader is to be woken"
    assert said["deliver"] == "80 ns after submit"
    assert said["decoded"] == "nr=0"
    who = dict(zip(found["what"], found["who"], strict=True))
    assert who["switch"] == who["decoded"] == "thread 50 (reader)"
    assert who["sys_enter"] == "thread 7"


def test_a_request_that_two_clients_could_have_made_is_left_out(tmp_path: Path) -> None:
    requests = [(7, 0, 10, 20, 400), (8, 0, 10, 30, 500)]
    run = write(tmp_path, OPEN_SITES, OPEN_FLOW + READ_FLOW, [RECORD], requests)
    assert "request" not in run.df_follow(record=0)["what"].tolist()


def test_a_reader_that_already_runs_was_not_woken(tmp_path: Path) -> None:
    flow = [*OPEN_FLOW[:1], (101, 1, "switch", "", 50), *OPEN_FLOW[1:], READ_FLOW[1]]
    run = write(tmp_path, OPEN_SITES + WAKE_SITES, flow, [RECORD])
    found = run.df_follow(record=0)
    assert "wakeup" not in found["what"].tolist()
    assert notes(found)["switch"] == "it runs, and goes on until after submit"


def test_a_record_nobody_read_ends_at_the_horizon(tmp_path: Path) -> None:
    run = write(tmp_path, OPEN_SITES, OPEN_FLOW)
    lost = run.df_lost()
    assert lost["ledger"].tolist() == ["records: unread"]
    assert lost.index.tolist() == [7]
    assert story(run.df_follow(flow=7))[-1] == (1000, "unread", "records: unread")


def test_a_discarded_record_is_not_lost(tmp_path: Path) -> None:
    flow = [(*row[:2], "discard", *row[3:]) if row[2] == "submit" else row for row in OPEN_FLOW]
    run = write(tmp_path, OPEN_SITES, flow)
    assert len(run.df_lost()) == 0
    found = story(run.df_follow(flow=0))
    assert (220, "discard", "records: discarded") in found
    assert found[-1] == (230, "end", "hits: run")


def test_a_record_still_open_at_the_horizon_says_so(tmp_path: Path) -> None:
    run = write(tmp_path, OPEN_SITES, OPEN_FLOW[:8])
    assert len(run.df_lost()) == 0
    assert story(run.df_follow(flow=7))[-1] == (1000, "open", "records: open")


@pytest.mark.parametrize(
    ("value", "ledger", "cause"),
    [
        (-1, "reservations: dropped_full", "the buffer was full"),
        (-2, "reservations: dropped_pending", "the reader stood at a record that was still open"),
        (-7, "reservations: dropped_E2BIG", "dropped_E2BIG"),
    ],
)
def test_a_refused_reservation_names_its_cause(tmp_path: Path, value, ledger, cause) -> None:
    earlier = [(50, 0, "reserve", RING, 0), (51, 0, "submit", RING, 1)]
    refused = (215, 0, "reserve", RING, value)
    flow = [*earlier, *OPEN_FLOW[:7], refused, OPEN_FLOW[-1]]
    run = write(tmp_path, OPEN_SITES, flow)
    lost = run.df_lost()
    assert lost["ledger"].tolist() == ["records: unread", ledger]
    assert lost["cause"].tolist()[1] == cause
    found = run.df_follow(flow=lost.index[1])
    assert (215, "reserve", ledger) in story(found)
    assert notes(found)["reserve"] == f"t/events: {cause}, 1 records in it"


def test_a_filtered_hit_ran_nothing(tmp_path: Path) -> None:
    flow = [(100, 0, "hit", ENTER, 0), (100, 0, "filtered", ENTER, 0)]
    run = write(tmp_path, OPEN_SITES, flow)
    assert story(run.df_follow(flow=1))[1:3] == [
        (100, "hit", "hits: hit"),
        (100, "filtered", "hits: filtered"),
    ]
    assert len(run.df_lost()) == 0


def test_a_program_skipped_for_another_names_the_other(tmp_path: Path) -> None:
    sites = [*OPEN_SITES[:1], (115, 0, 7, "block:block_rq_issue", "tracepoint", 257, 0)]
    missed = [(115, 0, "hit", BLOCK, 0), (116, 0, "missed_prog_active", BLOCK, 0)]
    flow = [*OPEN_FLOW[:4], *missed, OPEN_FLOW[4]]
    run = write(tmp_path, sites, flow)
    lost = run.df_lost()
    assert lost["ledger"].tolist() == ["hits: missed_prog_active"]
    found = run.df_follow(flow=lost.index[0])
    assert notes(found)["missed_prog_active"] == "t/enter was running on the CPU"
    # The run that was interrupted ends after the hit that it kept out.
    assert [what for _, what, _ in story(found)][-3:] == ["hit", "missed_prog_active", "end"]


def test_a_hit_nested_in_another_of_the_same_link_keeps_its_own_fate(tmp_path: Path) -> None:
    sites = [
        (100, 0, 7, "block:block_rq_issue", "tracepoint", 0, 0),
        (105, 0, 7, "block:block_rq_issue", "tracepoint", 0, 0),
    ]
    flow = [
        (100, 0, "hit", BLOCK, 0),
        (105, 0, "hit", BLOCK, 0),
        (110, 0, "run", BLOCK, 0),
        (120, 0, "end", BLOCK, 10),
        (130, 0, "run", BLOCK, 0),
        (145, 0, "end", BLOCK, 15),
    ]
    run = write(tmp_path, sites, flow)
    for row, times in ((0, [100, 130, 145]), (1, [105, 110, 120])):
        assert run.df_follow(flow=row)["t_ns"].tolist() == times
    assert run.df_follow(flow=3)["t_ns"].tolist() == [105, 110, 120]


KRET_SITES = [
    (100, 0, 7, "raw_syscalls:sys_enter", "sys_enter", 0, 0),
    (110, 0, 7, "vfs_read", "entry", 0, 0),
    (115, 1, 8, "vfs_read", "entry", 0, 0),
    (300, 1, 7, "vfs_read", "return", 0, 64),
    (310, 1, 7, "raw_syscalls:sys_exit", "sys_exit", 0, 64),
]
KRET_FLOW = [
    (110, 0, "hit", KRET, 0),
    (110, 0, "enter", KRET, 0),
    (115, 1, "hit", KRET, 0),
    (115, 1, "missed_maxactive", KRET, 0),
    (305, 1, "run", KRET, 0),
    (309, 1, "end", KRET, 4),
    (309, 1, "return", KRET, 0),
]


@pytest.mark.parametrize("row", [0, 4, 5])
def test_a_kretprobe_runs_where_its_function_returns(tmp_path: Path, row: int) -> None:
    found = write(tmp_path, KRET_SITES, KRET_FLOW).df_follow(flow=row)
    assert notes(found)["sys_enter"] == "system call 0"
    assert story(found) == [
        (100, "sys_enter", ""),
        (110, "hit", "hits: hit"),
        (110, "enter", "functions: entry"),
        (305, "run", ""),
        (309, "end", "hits: run"),
        (310, "sys_exit", ""),
    ]
    assert found["cpu"].tolist() == [0, 0, 0, 1, 1, 1]


def test_a_kretprobe_without_an_instance_says_how_many_are_in_use(tmp_path: Path) -> None:
    run = write(tmp_path, KRET_SITES, KRET_FLOW)
    (row,) = run.df_lost().index
    assert notes(run.df_follow(flow=row))["missed_maxactive"] == "all 1 instances were in use"


def test_records_made_at_one_time_are_told_apart_by_their_order(tmp_path: Path) -> None:
    more = [(200, 0, "reserve", RING, 8), (200, 0, "submit", RING, 0)]
    flow = [(200, 0, "hit", EXIT, 0), (200, 0, "run", EXIT, 0), *more, *more]
    flow += [(200, 0, "end", EXIT, 0), (300, 1, "deliver", RING, 4), (310, 1, "deliver", RING, 4)]
    run = write(tmp_path, OPEN_SITES, flow, [(0, 200, 200, 300), (0, 200, 200, 310)])
    for record, t_ns in ((0, 300), (1, 310)):
        found = run.df_follow(record=record)
        assert found["t_ns"].tolist()[-1] == t_ns
        assert found["what"].tolist().count("deliver") == 1
        assert notes(found)["decoded"] == f"nr={4 * record}"


@pytest.mark.parametrize(
    ("choice", "problem"),
    [
        ({}, "say what to follow"),
        ({"record": 0, "flow": 0}, "say what to follow"),
        ({"record": 5}, "'records' has no row 5"),
        ({"flow": -1}, "'flow' has no row -1"),
        ({"flow": 11}, "is no hit"),
    ],
)
def test_what_cannot_be_followed_is_refused(tmp_path: Path, choice, problem) -> None:
    run = write(tmp_path, OPEN_SITES, OPEN_FLOW + READ_FLOW, [RECORD])
    with pytest.raises(ResultsError, match=problem):
        run.df_follow(**choice)


@pytest.mark.parametrize("first", [6, 7, 10])
def test_a_record_from_before_the_trace_is_refused(tmp_path: Path, first: int) -> None:
    later = [(250, 1, 9, "vfs_read", "entry", 0, 0)]
    run = write(tmp_path, later, (OPEN_FLOW + READ_FLOW)[first:], [RECORD])
    with pytest.raises(ResultsError, match="does not hold the hit"):
        run.df_follow(record=0)


def test_a_run_without_a_trace_says_what_to_switch_on(tmp_path: Path) -> None:
    write_example(tmp_path)
    run = analysis.load(tmp_path)
    for ask in (lambda: run.df_follow(record=0), run.df_lost):
        with pytest.raises(MissingTableError) as caught:
            ask()
        assert "record:" in caught.value.suggestion


# --- real runs ----------------------------------------------------------------------------------
TRACER = "arms[traced].tracers"


def traced_run(folder: Path, scenario: str, ms: int, **changes: object) -> analysis.Run:
    always = {"stop.time": f"{ms} ms", "warmup": "0 ns", "record.sites": True, "replications": 1}
    return analysis.load(run_file(TUTORIAL / scenario, folder, always | changes))


def check_losses(run: analysis.Run) -> dict[tuple[str, str], int]:
    """Check that what was lost is what the loss ledger counts; return how much of what."""
    lost = run.df_lost()
    counted: dict[tuple[str, str], int] = {}
    for row in run.df_loss().to_dict("records"):
        is_loss = row["bin"] == "unread" or row["bin"].startswith(("missed_", "dropped_"))
        if is_loss and row["count"]:
            counted[row["subject"], f"{row['section']}: {row['bin']}"] = row["count"]
    assert lost.groupby(["subject", "ledger"]).size().to_dict() == counted
    return counted


def check_story(run: analysis.Run, flow: int) -> None:
    lost = run.df_lost().loc[flow]
    found = run.df_follow(flow=flow)
    assert found["t_ns"].is_monotonic_increasing
    mine = found[found["ledger"] == lost["ledger"]]
    assert lost["ledger"] == "records: unread" or lost["t_ns"] in mine["t_ns"].tolist()
    assert len(mine) >= 1


def test_every_record_of_a_real_run_leads_back_to_its_open(tmp_path: Path) -> None:
    run = traced_run(tmp_path / "run", "01-opensnoop.yaml", 8)
    decoded = run.df_decoded()
    assert len(decoded) > 200
    for record in decoded.index[::10]:
        row = decoded.loc[record]
        found = run.df_follow(record=int(record))
        at = {what: found[found["what"] == what] for what in found["what"]}
        assert at["sys_enter"]["t_ns"].iloc[0] <= row["ts_ns"] <= at["sys_exit"]["t_ns"].iloc[0]
        assert at["sys_enter"]["who"].iloc[0] == f"thread {row['tid']}"
        assert at["sys_exit"]["note"].iloc[0] == f"result {row['ret']}"
        assert at["reserve"]["t_ns"].tolist() == [row["reserve_ns"]]
        assert at["deliver"]["t_ns"].tolist() == [row["deliver_ns"]]
        assert f"fname={row['fname']}" in at["decoded"]["note"].iloc[0]
        assert len(at["request"]) == 1
    check_losses(run)


def test_losses_of_a_slow_reader_of_a_small_ring_are_those_of_the_ledger(tmp_path: Path) -> None:
    changes = {
        f"{TRACER}[opensnoop].maps.events.max_entries": "4 KiB",
        f"{TRACER}[opensnoop].reader.cpu_quota": "5%",
    }
    run = traced_run(tmp_path / "run", "01-opensnoop.yaml", 14, **changes)
    counted = check_losses(run)
    assert counted["opensnoop/events", "reservations: dropped_full"] > 100
    assert counted["opensnoop/events", "records: unread"] > 10
    for flow in run.df_lost().index[::100]:
        check_story(run, int(flow))


def test_losses_of_a_kretprobe_are_those_of_the_ledger(tmp_path: Path) -> None:
    changes = {
        f"{TRACER}[syscount].programs": ["exit_read"],
        "workloads[fileserver].request[2].read.miss_frac": "60%",
    }
    run = traced_run(tmp_path / "run", "02-syscount.yaml", 14, **changes)
    assert check_losses(run)["syscount/exit_read", "hits: missed_maxactive"] > 50
    for flow in run.df_lost().index[::20]:
        check_story(run, int(flow))
