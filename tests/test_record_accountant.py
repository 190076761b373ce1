"""The second accountant's arithmetic, on traces small enough to check by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from sim.record.accountant import Books, Recount, compare, recount
from sim.record.trace import FLOW_KINDS, SITE_KINDS, Columns, Names, Trace

P, M = ("t/p", "kprobe:f"), ("t/m", "")


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Columns:
    found: dict[str, Any] = {}
    for i, name in enumerate(columns):
        values = [row[i] for row in rows]
        if name in ("site", "kind", "activity", "owner", "what", "subject", "hook"):
            names = tuple(dict.fromkeys([*values, *_KNOWN.get(name, ())]))
            found[name] = Names(np.array([names.index(v) for v in values], np.int64), names)
        else:
            found[name] = np.array(values, np.int64)
    return found


_KNOWN = {"what": FLOW_KINDS, "kind": SITE_KINDS, "activity": ("void",)}


def _recount(
    *, accounts: Sequence[Any] = (), sites: Sequence[Any] = (), flow: Sequence[Any] = ()
) -> Recount:
    """Recount two CPUs over 100 ns; flow rows are (what, link, (subject, hook), value)."""
    flat = [(t, 0, what, link, *at, value) for t, (what, link, at, value) in enumerate(flow)]
    trace = Trace(
        2,
        100,
        _table(("t_ns", "cpu", "tid", "site", "kind", "nr", "ret", "a1"), sites),
        _table(("t_ns", "cpu", "activity", "owner"), accounts),
        _table(("t_ns", "cpu", "what", "link", "subject", "hook", "value"), flat),
    )
    return recount(trace)


def _loss(section: str, at: tuple[str, str], **bins: int) -> dict[Any, int]:
    return {(section, *at, name): count for name, count in bins.items()}


def test_an_account_holds_until_the_next_one_begins() -> None:
    found = _recount(accounts=[(0, 0, "user", "w"), (30, 0, "kernel", "w"), (70, 0, "user", "w")])
    assert found.time == {(0, "user", "w"): 60, (0, "kernel", "w"): 40}


def test_what_was_announced_for_later_is_void_once_taken_back() -> None:
    found = _recount(
        accounts=[
            (0, 0, "void", ""),
            (0, 0, "user", "w"),
            (50, 0, "kernel", "w"),
            (80, 0, "sched", "k"),
            (60, 0, "void", ""),
            (60, 0, "irq", "k"),
        ]
    )
    assert found.time == {
        (0, "user", "w"): 50,
        (0, "kernel", "w"): 10,
        (0, "irq", "k"): 40,
    }


def test_nothing_is_counted_beyond_the_horizon_and_cpus_are_kept_apart() -> None:
    found = _recount(
        accounts=[(0, 0, "user", "w"), (0, 1, "halted", "none"), (150, 0, "kernel", "w")]
    )
    assert found.time == {(0, "user", "w"): 100, (1, "halted", "none"): 100}


def test_a_hit_without_an_end_is_running() -> None:
    rows = [("hit", 0, P, 0), ("run", 0, P, 0), ("end", 0, P, 9), ("hit", 0, P, 0)]
    found = _recount(flow=[*rows, ("hit", 0, P, 0), ("missed_prog_active", 0, P, 0)])
    assert found.loss == _loss("hits", P, hit=3, run=1, missed_prog_active=1, running=1)


def test_an_end_without_a_hit_is_a_fault() -> None:
    found = _recount(flow=[("end", 0, P, 9), ("hit", 0, P, 0)])
    assert any("more ended than had begun" in fault for fault in found.faults)


def test_a_record_is_open_until_submitted_and_unread_until_delivered() -> None:
    rows = [("reserve", -1, M, 8), ("submit", -1, M, 0), ("reserve", -1, M, 40)]
    rows += [("reserve", -1, M, -1), ("output", -1, M, 0), ("output", -1, M, -2)]
    found = _recount(flow=[*rows, ("deliver", -1, M, 16), ("lost", -1, M, 7)])
    assert found.loss == {
        **_loss("reservations", M, attempt=5, reserved=3, dropped_full=1, dropped_ENOENT=1),
        **_loss("records", M, reserved=3, submitted=2, delivered=1, open=1, unread=1),
    }
    assert found.told_lost == {"t/m": 7}


def test_only_an_update_with_a_key_that_is_not_there_is_an_insert() -> None:
    rows = [("key", -1, M, 5), ("update", -1, M, 0), ("key", -1, M, 5), ("update", -1, M, 0)]
    rows += [("key", -1, M, 6), ("update", -1, M, 0), ("key", -1, M, 7), ("update", -1, M, -7)]
    rows += [("key", -1, M, 5), ("delete", -1, M, 0), ("key", -1, M, 5), ("delete", -1, M, -2)]
    found = _recount(flow=rows)
    assert found.loss == _loss("maps", M, insert=2, deleted=1, live=1, failed_E2BIG=1)
    again = _recount(flow=[*rows, ("key", -1, M, 5), ("delete", -1, M, 0)])
    assert again.faults == ["t/m: a key was deleted that was not there"]


def test_an_evicted_key_is_live_no_more() -> None:
    rows = [("key", -1, M, 5), ("update", -1, M, 0), ("evict", -1, M, 5)]
    rows += [("key", -1, M, 6), ("update", -1, M, 0), ("key", -1, M, 5), ("update", -1, M, 0)]
    found = _recount(flow=rows)
    assert found.loss == _loss("maps", M, insert=3, evicted=1, live=2)
    again = _recount(flow=[*rows, ("evict", -1, M, 7)])
    assert again.faults == ["t/m: a key was evicted that was not there"]


def _site(kind: str, site: str, nr: int = 0, ret: int = 0, tid: int = 1) -> tuple[Any, ...]:
    return (0, 0, tid, site, kind, nr, ret, 0)


def test_the_truth_is_counted_from_sites_alone() -> None:
    truth = _recount(
        sites=[
            _site("sys_enter", "raw_syscalls:sys_enter", 257),
            _site("entry", "vfs_open"),
            _site("entry", "vfs_read"),
            _site("return", "vfs_read"),
            _site("tracepoint", "block:block_rq_issue"),
            _site("sys_exit", "raw_syscalls:sys_exit", 257, -2),
        ]
    ).truth
    assert truth.entered == {257: 1}
    assert truth.results == {(257, -2): 1}
    assert truth.calls == {"vfs_open": 1, "vfs_read": 1}
    assert truth.inside == {"vfs_open": 1}
    assert truth.passed == {"block:block_rq_issue": 1}


def test_hits_must_be_as_many_as_the_sites_say_since_the_attach() -> None:
    sites = [
        _site("sys_enter", "s", 1),
        _site("attach", "s", 257, tid=0),
        _site("sys_enter", "s", 257),
        _site("sys_enter", "s", 1),
    ]
    right = [("hit", 0, P, 0), ("hit", 0, P, 0), ("filtered", 0, P, 0)]
    assert _recount(sites=sites, flow=right).faults == []
    assert _recount(sites=sites, flow=right[:2]).faults == [
        "link 0 at s: filtered 0 times, but the sites say 1"
    ]
    assert len(_recount(sites=sites, flow=right[1:]).faults) >= 1


def test_a_difference_names_its_cell_and_a_missing_cell_is_zero() -> None:
    counted = _recount(accounts=[(0, 0, "user", "w")], flow=[("hit", 0, P, 0)])
    loss = _loss("hits", P, hit=1, running=1, filtered=0)
    assert compare(Books({(0, "user", "w"): 100}, loss), counted) == []
    assert compare(Books({(0, "user", "w"): 99}, loss), counted) == [
        "0 user w: the ledger says 99, the recount 100"
    ]
    assert compare(Books({(0, "user", "w"): 100}, {}), counted) == [
        "hits t/p kprobe:f hit: the ledger says 0, the recount 1",
        "hits t/p kprobe:f running: the ledger says 0, the recount 1",
    ]
