"""What is written can be read back, whole or not at all, with a digest that means sameness."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.base.errors import InternalError, MissingTableError, ResultsError
from sim.record.reader import check_digests, read_table, stored_digest
from sim.record.schema import TABLES
from sim.record.writer import CHUNK_ROWS, RecordWriter


def _complete(run_dir: Path, state: str = "complete") -> None:
    (run_dir / "status.json").write_text(json.dumps({"state": state}))


def _ledger(w: RecordWriter, **columns: Any) -> None:
    row: dict[str, Any] = {"arm": "a", "replication": 0, "cpu": 0, "activity": "user"}
    w.append("time_ledger", **{**row, "owner": "workload", "time_ns": 1, **columns})


def test_rows_come_back_as_they_were_given(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as w:
        user = w.category("time_ledger", "activity", "user")
        halted = w.category("time_ledger", "activity", "halted")
        _ledger(w, activity=np.array([halted, user]), time_ns=[5, 6], cpu=np.int64(3))
        _ledger(w, activity=["irq", "user"], owner=["kernel", "workload"], time_ns=7)
    _complete(tmp_path)
    t = read_table(tmp_path, "time_ledger")
    assert list(t["activity"]) == ["halted", "user", "irq", "user"]
    assert t.categories("activity") == ["halted", "user", "irq"]
    assert t["time_ns"].tolist() == [5, 6, 7, 7]
    assert t["cpu"].tolist() == [3, 3, 0, 0]
    assert isinstance(t["time_ns"], np.memmap)
    assert {name: len(column) for name, column in t.items()} == dict.fromkeys(t, 4)


def test_plain_numpy_reads_a_column(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as w:
        _ledger(w, time_ns=np.arange(10))
    path = tmp_path / "tables" / "time_ledger" / "time_ns.npy"
    assert np.load(path, allow_pickle=False).tolist() == list(range(10))


def test_every_table_that_is_not_optional_is_there_without_rows(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as w:
        w.category("sites", "site", "never used")
    _complete(tmp_path)
    for name, table in TABLES.items():
        if table.is_optional:
            with pytest.raises(MissingTableError, match=f"no table '{name}'"):
                read_table(tmp_path, name, needed_by="the timeline")
        else:
            assert all(len(column) == 0 for column in read_table(tmp_path, name).values())


def test_more_rows_than_a_chunk_stay_in_order(tmp_path: Path) -> None:
    nr = 2 * CHUNK_ROWS + 17
    with RecordWriter(tmp_path) as w:
        _ledger(w, time_ns=np.arange(5))
        _ledger(w, time_ns=np.arange(5, nr), activity=["user", "irq"][nr % 2])
        assert w.rows("time_ledger") == nr
    _complete(tmp_path)
    assert (read_table(tmp_path, "time_ledger")["time_ns"] == np.arange(nr)).all()
    assert check_digests(tmp_path) == stored_digest(tmp_path) == w.digest()


def test_payload_takes_bytes_and_says_where_the_next_goes(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as w:
        assert w.rows("record_payload") == 0
        w.append("record_payload", byte=b"\x00\xff\x10")
        assert w.rows("record_payload") == 3
    _complete(tmp_path)
    assert read_table(tmp_path, "record_payload")["byte"].tolist() == [0, 255, 16]


def test_nothing_looks_whole_before_close(tmp_path: Path) -> None:
    w = RecordWriter(tmp_path)
    _ledger(w, time_ns=np.arange(CHUNK_ROWS))
    assert not (tmp_path / "tables").exists()
    part = tmp_path / "tables.partial" / "time_ledger" / "time_ns.npy"
    with pytest.raises(ValueError, match="pickle"):
        np.load(part, allow_pickle=False)
    w.abandon()
    assert not (tmp_path / "tables").exists()
    with RecordWriter(tmp_path):
        pass
    assert (tmp_path / "tables").is_dir()
    assert not (tmp_path / "tables.partial").exists()


def test_an_exception_abandons_the_tables(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), RecordWriter(tmp_path) as w:
        _ledger(w)
        raise RuntimeError
    assert not (tmp_path / "tables").exists()
    with pytest.raises(InternalError):
        w.digest()


def test_existing_tables_are_not_overwritten(tmp_path: Path) -> None:
    with RecordWriter(tmp_path):
        pass
    with pytest.raises(ResultsError, match="already holds"):
        RecordWriter(tmp_path)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"cpu": 40000}, "allowed is -32768"),
        ({"cpu": np.array([1, 40000])}, "allowed is"),
        ({"time_ns": 1.5}, "float64"),
        ({"time_ns": np.zeros((2, 2), dtype=int)}, "2 dimensions"),
        ({"activity": 7}, "allowed is 0"),
        ({"activity": [-1]}, "allowed is 0"),
        ({"cpu": [1, 2], "time_ns": [1, 2, 3]}, "differ in length"),
        ({"extra": 1}, "extra"),
    ],
)
def test_wrong_rows_are_refused_before_anything_is_stored(
    tmp_path: Path, columns: dict[str, Any], message: str
) -> None:
    with RecordWriter(tmp_path) as w:
        with pytest.raises(InternalError, match=message):
            _ledger(w, **columns)
        assert w.rows("time_ledger") == 0


def test_a_closed_writer_takes_no_rows(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as w:
        _ledger(w)
    with pytest.raises(InternalError, match="closed"):
        _ledger(w)


def _digest(run_dir: Path, rows: list[tuple[str, int]], cuts: list[int], extra: str = "") -> str:
    with RecordWriter(run_dir) as w:
        if extra:
            w.category("time_ledger", "activity", extra)
        edges = [0, *sorted(c % (len(rows) + 1) for c in cuts), len(rows)]
        for low, high in itertools.pairwise(edges):
            part = rows[low:high]
            if len(part) == 1:
                _ledger(w, activity=part[0][0], time_ns=part[0][1])
            elif part:
                _ledger(w, activity=[p[0] for p in part], time_ns=[p[1] for p in part])
    return w.digest()


@settings(max_examples=15, deadline=None)
@given(
    rows=st.lists(
        st.tuples(st.sampled_from(["user", "irq", "halted"]), st.integers(-(2**63), 2**63 - 1)),
        max_size=12,
    ),
    cuts=st.lists(st.integers(0, 100), max_size=4),
)
def test_the_digest_does_not_depend_on_how_rows_came(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, int]], cuts: list[int]
) -> None:
    one = _digest(tmp_path_factory.mktemp("a"), rows, [])
    assert _digest(tmp_path_factory.mktemp("b"), rows, cuts, extra="unused") == one


def test_the_digest_changes_with_a_value_a_name_and_a_row(tmp_path: Path) -> None:
    cases: list[list[tuple[str, int]]] = [
        [],
        [("user", 1)],
        [("user", 2)],
        [("irq", 1)],
        [("user", 1), ("irq", 1)],
        [("irq", 1), ("user", 1)],
    ]
    digests = [_digest(tmp_path / str(i), rows, []) for i, rows in enumerate(cases)]
    assert len(set(digests)) == len(cases)


def test_the_digest_of_a_known_table_stays_the_same(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as w:
        _ledger(w, activity=["user", "irq"], time_ns=[3, -4])
    digest = "002cfb0c514670990a817a857a756abef9231a32c0510971be90d3553291f063"
    assert w.table_digests()["time_ledger"] == digest
