"""Only whole, complete, undamaged runs are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.base.errors import ResultsError, SchemaVersionError
from sim.record.reader import check_digests, read_table
from sim.record.writer import RecordWriter


@pytest.fixture
def run_dir(tmp_path: Path) -> Path:
    with RecordWriter(tmp_path) as w:
        w.append("machine", arm="a", replication=0, key=["nr_cpus", "horizon_ns"], value=[2, 9])
    (tmp_path / "status.json").write_text('{"state": "complete"}')
    return tmp_path


def _edit_schema(run_dir: Path, **changes: object) -> None:
    path = run_dir / "tables" / "machine" / "schema.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


@pytest.mark.parametrize("state", ["running", "interrupted", "failed"])
def test_an_incomplete_run_says_so(run_dir: Path, state: str) -> None:
    (run_dir / "status.json").write_text(json.dumps({"state": state}))
    with pytest.raises(ResultsError, match="not complete") as caught:
        read_table(run_dir, "machine")
    assert state in str(caught.value)
    assert read_table(run_dir, "machine", require_complete=False)["value"].tolist() == [2, 9]


def test_a_directory_without_status_is_no_run_directory(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="no run directory"):
        read_table(tmp_path, "machine")


def test_a_broken_status_is_reported(run_dir: Path) -> None:
    for text in ("{", "[]"):
        (run_dir / "status.json").write_text(text)
        with pytest.raises(ResultsError, match=r"status\.json cannot be read"):
            read_table(run_dir, "machine")


def test_another_schema_version_is_refused(run_dir: Path) -> None:
    _edit_schema(run_dir, schema_version=99)
    with pytest.raises(SchemaVersionError, match="another schema version"):
        read_table(run_dir, "machine")


def test_other_columns_are_refused(run_dir: Path) -> None:
    _edit_schema(run_dir, columns=[])
    with pytest.raises(ResultsError, match="other columns"):
        read_table(run_dir, "machine")


def test_a_missing_or_short_column_is_refused(run_dir: Path) -> None:
    column = run_dir / "tables" / "machine" / "value.npy"
    whole = column.read_bytes()
    column.write_bytes(whole[:-8])
    with pytest.raises(ResultsError, match="cannot be read"):
        _ = read_table(run_dir, "machine")["value"]
    column.unlink()
    with pytest.raises(ResultsError, match="cannot be read"):
        _ = read_table(run_dir, "machine")["value"]
    column.write_bytes(whole)
    _edit_schema(run_dir, rows=1)
    with pytest.raises(ResultsError, match="not what its schema says"):
        _ = read_table(run_dir, "machine")["value"]


def test_a_changed_byte_is_found(run_dir: Path) -> None:
    check_digests(run_dir)
    column = run_dir / "tables" / "machine" / "value.npy"
    data = bytearray(column.read_bytes())
    data[-8] ^= 1
    column.write_bytes(data)
    with pytest.raises(ResultsError, match="changed after it was written") as caught:
        check_digests(run_dir)
    assert "value" in caught.value.reason


def test_an_unknown_column_is_a_key_error(run_dir: Path) -> None:
    table = read_table(run_dir, "machine")
    assert "nothing" not in table
    with pytest.raises(KeyError):
        _ = table["nothing"]
