"""The reader of timelines that the tests rely on: it finds what an importer would drop."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.perfetto import Imported, imported

NAMES = [
    {"ph": "M", "name": "process_name", "pid": 1, "args": {"name": "CPUs"}},
    {"ph": "M", "name": "thread_name", "pid": 1, "tid": 1, "args": {"name": "CPU 0"}},
    {"ph": "M", "name": "thread_name", "pid": 1, "tid": 2, "args": {"name": "CPU 1"}},
]


def _event(ph: str, ts: object, tid: int = 1, **more: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"ph": ph, "name": ph, "cat": "c", "ts": ts, "pid": 1, "tid": tid}
    return {**given, **more}


def _slice(ts: object, dur: object, tid: int = 1, **more: Any) -> dict[str, Any]:
    return _event("X", ts, tid, dur=dur, **more)


def _import(*events: dict[str, Any]) -> Imported:
    return imported([*NAMES, *events])


FLOW = (
    _slice(0, 10),
    _event("s", 0, id=1),
    _slice(20, 10, 2),
    _event("t", 20, 2, id=1),
    _slice(40, 10),
    _event("f", 40, id=1, bp="e"),
)


def test_a_good_file_has_no_faults() -> None:
    found = _import(
        *FLOW,
        _slice(2, Decimal("0.001"), name="child"),
        _event("i", 3, s="t", name="instant"),
        _event("C", 1, args={"bytes": 4}),
        _event("b", 1, id="0x1", name="outer"),
        _event("b", 1, id="0x1", name="inner"),
        _event("e", 4, id="0x1", name="inner"),
        _event("e", 4, id="0x1", name="outer"),
    )
    assert found.faults == []
    assert [(s.name, s.ts, s.dur, s.depth) for s in found.slices if s.track == (1, 1)] == [
        ("X", 0, 10_000, 0),
        ("child", 2000, 1, 1),
        ("instant", 3000, 0, 1),
        ("X", 40_000, 10_000, 0),
    ]
    assert [(p, ts, s.track) for p, ts, s in found.flows[1]] == [
        ("s", 0, (1, 1)),
        ("t", 20_000, (1, 2)),
        ("f", 40_000, (1, 1)),
    ]
    assert found.counters == {(1, "C bytes"): [(1000, 4)]}
    assert [name for _, _, name, _, _ in found.asyncs] == ["inner", "outer"]
    assert found.self_times(1) == {(1, "c"): 20_000, (2, "c"): 10_000}


@pytest.mark.parametrize(
    ("says", "events"),
    [
        ("overlaps", [_slice(0, 10), _slice(5, 10)]),
        ("overlaps", [_slice(5, 5, name="child"), _slice(5, 10, name="parent")]),
        ("dur is negative", [_slice(0, -1)]),
        ("ts is negative", [_slice(-1, 1)]),
        ("ts is no number", [_slice("7", 1)]),
        ("dur is no number", [_slice(0, None)]),
        ("no whole nanosecond", [_slice(Decimal("0.0001"), 1)]),
        ("is of no known phase", [_event("Q", 0)]),
        ("has no name", [_slice(0, 1, 3)]),
        ("in no thread's scope", [_slice(0, 1), _event("i", 0, s="g")]),
        ("flow 1 has no end", [_slice(0, 10), _event("s", 0, id=1)]),
        ("not under way", [_slice(0, 10), _event("f", 0, id=1, bp="e")]),
        ("not under way", [*FLOW, _event("t", 45, id=1)]),
        ("starts a flow again", [*FLOW, _event("s", 45, id=1)]),
        ("is in no slice", [_event("s", 0, id=1), *FLOW]),
        ("is in no slice", [*FLOW[:-1], _event("f", 55, id=1, bp="e")]),
        ("binds to the next slice", [*FLOW[:-1], _event("f", 40, id=1)]),
        ("value that is no number", [_event("C", 0, args={"bytes": "4"})]),
        ("has no end of", [_event("b", 0, id="0x1")]),
        ("ends what has not begun", [_event("e", 0, id="0x1")]),
        (
            "ends what has not begun",
            [
                _event("b", 0, id="0x1", name="outer"),
                _event("b", 0, id="0x1", name="inner"),
                _event("e", 1, id="0x1", name="outer"),
            ],
        ),
    ],
)
def test_each_violation_is_found(says: str, events: list[dict[str, Any]]) -> None:
    assert any(says in fault for fault in _import(*events).faults)


def test_a_slice_may_begin_where_another_one_ends() -> None:
    found = _import(_slice(0, 5), _slice(5, 5), _slice(5, 0, name="empty"))
    assert found.faults == []
    assert [s.depth for s in found.slices] == [0, 0, 1]
