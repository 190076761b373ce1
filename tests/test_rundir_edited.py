"""A run directory that is incomplete, of another version, or edited by hand says so."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import analysis
from sim.base.errors import MissingTableError, ResultsError
from sim.record.reader import check_digests, read_table
from sim.record.schema import SCHEMA_VERSION
from sim.run.manifest import MANIFEST_FORMAT, read_manifest
from sim.run.outdir import INCOMPLETE, read_state
from tests.fuzz.rundirs import FRAMES, frames_of, write_run


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    write_run(folder)
    return folder


@pytest.fixture
def run(original, tmp_path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "r"))


def edit_json(path: Path, *keys: Any, value: Any) -> None:
    """Put a value under these keys; `...` takes the last key away."""
    data = json.loads(path.read_text())
    at = data
    for key in keys[:-1]:
        at = at[key]
    if value is ...:
        del at[keys[-1]]
    else:
        at[keys[-1]] = value
    path.write_text(json.dumps(data))


def refused(run: Path, says: str, kind: type[ResultsError] = ResultsError) -> str:
    """Check that neither load nor check_digests lets the run in; return the message."""
    with pytest.raises(kind):
        check_digests(run)
    with pytest.raises(kind) as caught:
        analysis.load(run)
    assert says in str(caught.value)
    assert caught.value.where.startswith(str(run))
    return str(caught.value)


def test_a_run_as_it_was_written_is_let_in(run):
    assert check_digests(run) == read_manifest(run)["results"]["digest"]
    frames = frames_of(analysis.load(run))
    assert {*FRAMES} <= {*frames}
    assert all(len(frame) for name, frame in frames.items() if name != "histograms")


# --- incomplete -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("status", "state", "says"),
    [
        ({"state": "running", "pid": (1 << 22) + 1}, INCOMPLETE, "'running'"),
        ({"state": "running", "pid": 1 << 70}, INCOMPLETE, "'running'"),
        ({"state": "running", "pid": "7"}, INCOMPLETE, "'running'"),
        ({"state": "running", "pid": float("inf")}, INCOMPLETE, "'running'"),
        ({"state": "interrupted"}, "interrupted", "'interrupted'"),
        ({"state": "failed", "error": "it broke\n  where: x"}, "failed", "'failed': it broke"),
        ({"state": "finished"}, INCOMPLETE, "'finished'"),
        ({"state": ["complete"]}, INCOMPLETE, "not in its status.json"),
        ({}, INCOMPLETE, "not in its status.json"),
    ],
)
def test_a_state_that_is_not_complete_is_told(run, status, state, says):
    (run / "status.json").write_text(json.dumps(status))
    assert read_state(run) == state
    assert says in refused(run, "this run is not complete")


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "[" * 100_000, "\udcff"])
def test_a_status_that_is_no_status_is_told(run, text):
    (run / "status.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert read_state(run) == INCOMPLETE
    message = refused(run, "status.json cannot be read")
    assert "codec" not in message and "recursion" not in message


def test_a_directory_without_status_is_told(run):
    (run / "status.json").unlink()
    assert read_state(run) == ""
    refused(run, "this is no run directory")


def test_tables_that_were_never_finished_are_told(run):
    (run / "tables").rename(run / "tables.partial")
    assert "did not end" in refused(run, "there are no result tables here")
    with pytest.raises(MissingTableError, match="no table 'machine'"):
        analysis.load(run, verify=False)


# --- another version ------------------------------------------------------------------------------
@pytest.mark.parametrize("version", [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1, None, "x", [1]])
def test_tables_of_another_version_are_told(run, version):
    edit_json(run / "tables" / "maps" / "schema.json", "schema_version", value=version)
    refused(run, "another schema version")


def test_an_unknown_table_is_told(run):
    shutil.copytree(run / "tables" / "maps", run / "tables" / "maps_of_the_future")
    refused(run, "'maps_of_the_future' that this bpfsim does not know")
    shutil.rmtree(run / "tables" / "maps_of_the_future")
    (run / "tables" / ".cache").mkdir()
    check_digests(run)


def test_a_missing_table_is_told(run):
    shutil.rmtree(run / "tables" / "maps")
    refused(run, "has tables that are not there: maps")
    edit_json(run / "manifest.json", "results", "tables", "maps", value=...)
    edit_json(run / "manifest.json", "results", "tables", "machine", value=...)
    refused(run, "lacks tables that are there: machine")
    (run / "manifest.json").unlink()
    edit_json(run / "status.json", "digest", value=...)
    with pytest.raises(MissingTableError, match="no table 'maps'"):
        analysis.load(run).df_maps()


def test_another_number_of_columns_is_told(run):
    path = run / "tables" / "maps" / "schema.json"
    columns = json.loads(path.read_text())["columns"]
    edit_json(path, "columns", value=columns[:-1])
    refused(run, "other columns")
    edit_json(path, "columns", value=[*columns, {**columns[0], "name": "more"}])
    refused(run, "other columns")


@pytest.mark.parametrize("number", [MANIFEST_FORMAT + 1, None, "1"])
def test_a_manifest_of_another_format_is_told(run, number):
    edit_json(run / "manifest.json", "format", value=number)
    with pytest.raises(ResultsError, match="another format") as caught:
        read_manifest(run)
    assert str(number) in caught.value.reason


@pytest.mark.parametrize("keys", [("results",), ("results", "tables"), ("software",)])
@pytest.mark.parametrize("value", [..., 5, [1], {"a": 1}])
def test_a_manifest_without_its_parts_is_told(run, keys, value):
    edit_json(run / "manifest.json", *keys, value=value)
    with pytest.raises(ResultsError, match="manifest cannot be read"):
        read_manifest(run)


# --- edited by hand -------------------------------------------------------------------------------
def column(run: Path, name: str = "maps/entries") -> Path:
    return run / "tables" / f"{name}.npy"


@pytest.mark.parametrize("at", [0, 6, 8, 30, 60, 100, 127, 128, -1])
def test_no_changed_byte_of_a_column_is_let_in(run, at):
    data = bytearray(column(run).read_bytes())
    data[at] ^= 1
    column(run).write_bytes(data)
    refused(run, "a result table" if at in (128, -1) else "not what its schema says")


def test_rows_cut_off_or_added_are_told(run):
    whole = column(run).read_bytes()
    for data in (whole[:-8], whole + bytes(8), whole[:128], whole[:100], b""):
        column(run).write_bytes(data)
        refused(run, "a column of a result table")


@pytest.mark.parametrize(
    "array",
    [
        np.zeros(3, ">i8"),
        np.zeros(3, "<f8"),
        np.zeros((3, 1), "<i8"),
        np.array(5),
        np.array([{"a": 1}], dtype=object),
    ],
)
def test_another_array_in_place_of_a_column_is_told(run, array):
    out = io.BytesIO()
    np.save(out, array, allow_pickle=True)
    column(run).write_bytes(out.getvalue())
    assert "its header says" in refused(run, "not what its schema says")


class Bomb:
    """Goes off when it is unpickled."""

    def __reduce__(self):
        return pytest.fail, ("a pickle in a column was loaded",)


def test_a_pickle_in_a_column_is_refused_without_loading_it(run):
    out = io.BytesIO()
    np.save(out, np.array([Bomb()], dtype=object), allow_pickle=True)
    column(run).write_bytes(out.getvalue())
    refused(run, "not what its schema says")
    archive = io.BytesIO()
    np.savez(archive, a=np.array([Bomb()], dtype=object))
    column(run).write_bytes(archive.getvalue())
    refused(run, "not what its schema says")


@pytest.mark.parametrize("code", [-1, 99])
def test_a_code_without_a_name_is_told_even_unverified(run, code):
    path = column(run, "maps/map_type")
    data = path.read_bytes()
    path.write_bytes(data[:128] + code.to_bytes(4, "little", signed=True) + data[132:])
    refused(run, "a code without a name")
    unverified = analysis.load(run, verify=False)
    with pytest.raises(ResultsError, match="a code without a name"):
        unverified.df_maps()
    with pytest.raises(ResultsError, match="a code without a name"):
        _ = read_table(run, "maps")["map_type"]


def test_a_renamed_category_is_told(run):
    head = run / "tables" / "maps" / "schema.json"
    edit_json(head, "columns", 4, "categories", 0, value="BPF_MAP_TYPE_MINE")
    refused(run, "the digest of map_type differs")
    assert "BPF_MAP_TYPE_MINE" in {*analysis.load(run, verify=False).frame("maps", "t")["map_type"]}


@pytest.mark.parametrize(
    ("keys", "value", "says"),
    [
        (("rows",), -1, "no number of rows"),
        (("rows",), True, "no number of rows"),
        (("rows",), 1.0, "no number of rows"),
        (("table",), "maps ", "not that of table"),
        (("columns",), 5, "no list of columns"),
        (("columns", 0), 5, "no list of columns"),
        (("columns", 0, "name"), 5, "column 0 has no name"),
        (("columns", 0, "dtype"), "int64", "another type or unit"),
        (("columns", 6, "unit"), "ms", "another type or unit"),
        (("columns", 0, "sha256"), ..., "has no digest"),
        (("columns", 0, "categories"), ..., "has names, or lacks them"),
        (("columns", 0, "categories"), ["a", 5], "names that are no texts"),
        (("columns", 0, "categories"), ["a", "a"], "has a name twice"),
        (("columns", 1, "categories"), [], "has names, or lacks them"),
    ],
)
def test_a_schema_that_says_something_else_is_told(run, keys, value, says):
    edit_json(run / "tables" / "maps" / "schema.json", *keys, value=value)
    refused(run, says)


def test_who_edits_a_column_and_its_digest_is_caught_by_the_manifest(run):
    before = read_table(run, "maps").stored_digests()["entries"]
    data = bytearray(column(run).read_bytes())
    data[128] ^= 1
    column(run).write_bytes(data)
    now = read_table(run, "maps").digests()["entries"]
    head = run / "tables" / "maps" / "schema.json"
    head.write_text(head.read_text().replace(before, now))
    refused(run, "manifest.json has other digests of maps")
    (run / "manifest.json").unlink()
    refused(run, "status.json has another digest of the whole")
    edit_json(run / "status.json", "digest", value=...)
    check_digests(run)


@pytest.mark.parametrize(
    ("file", "keys", "says"),
    [
        ("status.json", ("digest",), "status.json has another digest"),
        ("manifest.json", ("results", "digest"), "manifest.json has another digest"),
        ("manifest.json", ("results", "tables", "maps"), "other digests of maps"),
    ],
)
def test_a_changed_digest_is_told_wherever_it_is(run, file, keys, says):
    for value in ("0" * 64, 5, None):
        edit_json(run / file, *keys, value=value)
        refused(run, says)


def test_a_manifest_that_is_gone_changes_no_figure(original, run):
    (run / "manifest.json").unlink()
    expected = frames_of(analysis.load(original))
    for name, frame in frames_of(analysis.load(run)).items():
        pd.testing.assert_frame_equal(frame, expected[name])
    with pytest.raises(ResultsError, match="no manifest"):
        read_manifest(run)


def test_unverified_reads_what_somebody_edited_as_it_is(run):
    data = column(run).read_bytes()
    column(run).write_bytes(data[:128] + (77).to_bytes(8, "little") + data[136:])
    refused(run, "the digest of entries differs")
    assert int(analysis.load(run, verify=False).frame("maps", "test")["entries"].iloc[0]) == 77
