"""The ledger checks find every kind of imbalance, and nothing else."""

from __future__ import annotations

from typing import Any

from sim.record.ledger import check_loss_ledger, check_time_ledger


def _columns(names: str, *rows: tuple[Any, ...]) -> dict[str, list[Any]]:
    return {name: [row[i] for row in rows] for i, name in enumerate(names.split())}


MACHINE = _columns(
    "arm replication key value",
    ("a", 0, "horizon_ns", 100),
    ("a", 0, "nr_cpus", 2),
    ("a", 0, "warmup_ns", 7),
)


def _time(*rows: tuple[int, str, int]) -> dict[str, list[Any]]:
    full = [("a", 0, cpu, activity, "workload", ns) for cpu, activity, ns in rows]
    return _columns("arm replication cpu activity owner time_ns", *full)


def _loss(section: str, subject: str = "t/p", /, **bins: int) -> list[tuple[Any, ...]]:
    hook = "kprobe:f" if section in ("hits", "functions") else ""
    return [("a", 0, section, subject, hook, name, n) for name, n in bins.items()]


def _check_loss(*rows: tuple[Any, ...]) -> list[str]:
    table = _columns("arm replication section subject hook bin count", *rows)
    return [str(v) for v in check_loss_ledger(table)]


def test_a_balanced_time_ledger_passes() -> None:
    table = _time((0, "user", 60), (0, "halted", 40), (1, "halted", 100))
    assert check_time_ledger(table, MACHINE) == []


def test_one_nanosecond_too_many_names_the_cpu_and_the_sum() -> None:
    found = check_time_ledger(_time((0, "user", 101), (1, "halted", 100)), MACHINE)
    assert [str(v) for v in found] == [
        "a/0 cpu0: cells = horizon: 101 ≠ 100 (off by 1)",
        "a/0 all CPUs: cells = CPUs × horizon: 201 ≠ 200 (off by 1)",
    ]


def test_two_errors_that_cancel_are_still_found() -> None:
    found = check_time_ledger(_time((0, "user", 99), (1, "halted", 101)), MACHINE)
    assert [v.subject for v in found] == ["cpu0", "cpu1"]


def test_a_missing_cpu_and_a_run_without_rows_are_found() -> None:
    assert [v.left for v in check_time_ledger(_time((0, "user", 100)), MACHINE)] == [100]
    assert [v.left for v in check_time_ledger(_time(), MACHINE)] == [0]


def test_a_negative_cell_and_an_unknown_activity_are_found() -> None:
    table = _time((0, "user", 101), (0, "dreaming", -1), (1, "halted", 100))
    text = [v.identity for v in check_time_ledger(table, MACHINE)]
    assert text == ["a cell is never negative", "the activity is a known one"]


def test_a_balanced_loss_ledger_passes() -> None:
    assert (
        _check_loss(
            *_loss("hits", hit=10, filtered=1, run=5, missed_nested=2, missed_nmi=1, running=1),
            *_loss("functions", entry=4, returned=2, inside=1, abandoned=1),
            *_loss("reservations", "t/m", attempt=9, reserved=6, dropped_full=3),
            *_loss("records", "t/m", reserved=6, submitted=4, discarded=1, open=1),
            *_loss("records", "t/m", delivered=2, overwritten=1, unread=1),
            *_loss("maps", "t/m", insert=6, live=1, deleted=2, evicted=3, failed_E2BIG=8),
        )
        == []
    )


def test_each_identity_is_checked() -> None:
    cases: list[tuple[str, dict[str, int]]] = [
        ("hits", {"hit": 2, "run": 1}),
        ("hits", {"hit": 1, "run": 1, "missed_": 1}),
        ("functions", {"entry": 1}),
        ("reservations", {"attempt": 1, "dropped_full": 2}),
        ("records", {"submitted": 1, "delivered": 1}),
        ("records", {"submitted": 1, "discarded": -1}),
        ("maps", {"insert": 1, "failed_E2BIG": 1}),
    ]
    for section, bins in cases:
        assert _check_loss(*_loss(section, **bins)), (section, bins)


def test_an_unknown_bin_and_section_are_found() -> None:
    assert "lost is a bin of hits" in _check_loss(*_loss("hits", lost=1))[0]
    assert "section is a known one" in _check_loss(*_loss("hopes", lost=1))[0]


def test_reserved_agrees_between_reservations_and_records() -> None:
    found = _check_loss(*_loss("reservations", "t/m", attempt=2, reserved=2))
    assert found == ["a/0 t/m: reserved is the same in reservations and records: 2 ≠ 0 (off by 2)"]


def test_programs_at_two_hooks_do_not_balance_each_other() -> None:
    rows = [("a", 0, "hits", "t/p", "kprobe:f", "hit", 1), ("a", 0, "hits", "t/p", "x", "run", 1)]
    assert len(_check_loss(*rows)) == 2
