"""Reading result tables back, mapped into memory rather than loaded.

`read_table` gives a mapping from column name to array. Integer columns are memory-mapped;
category columns are decoded to names when asked for, or stay codes. `check_digests` compares
all that lies on disk with all that is claimed of it.

**Rule:** only a run whose ``status.json`` says ``complete`` is read, and only tables of this
schema version; everything else is a `ResultsError` that says what is the matter. Nothing in a
run directory is believed before it is checked: it may have been edited by hand.

**Not modelled:** nothing of the kernel. Older schema versions are not converted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.base.errors import MissingTableError, ResultsError, SchemaVersionError
from sim.record.digest import ColumnHash, result_digest
from sim.record.npy import open_npy
from sim.record.schema import SCHEMA_VERSION, TABLES, Column, Table, table_named

__all__ = [
    "TableData",
    "check_digests",
    "check_run_dir",
    "json_problem",
    "read_table",
    "stored_digest",
]

_HASHED_ROWS = 1 << 16
_MAX_ROWS = 1 << 48
_MAX_REASON = 300
_AGAIN = "run it again: `bpfsim run` the scenario.yaml in the run directory"


class TableData(Mapping[str, npt.NDArray[Any]]):
    """The columns of one table; category columns decode to arrays of str when asked for.

    Attributes:
        table: The table's schema.
        nr_rows: How many rows it has.
    """

    def __init__(self, folder: Path, table: Table, head: Mapping[str, Any]) -> None:
        self.table = table
        self.nr_rows = int(head["rows"])
        self._folder = folder
        self._stored = {c["name"]: c for c in head["columns"]}
        self._checked: set[str] = set()

    def __getitem__(self, column: str) -> npt.NDArray[Any]:
        if column not in self._stored:
            raise KeyError(column)
        codes = self.codes(column)
        if not self.table.column(column).is_category:
            return codes
        names: npt.NDArray[Any] = np.array(self.categories(column), dtype=object)
        decoded: npt.NDArray[Any] = names[codes]
        return decoded

    def __iter__(self) -> Iterator[str]:
        return (c.name for c in self.table.columns)

    def __len__(self) -> int:
        return len(self.table.columns)

    def codes(self, column: str) -> npt.NDArray[Any]:
        """Return a column as stored: codes where it is a category."""
        schema = self.table.column(column)
        path = self._folder / f"{column}.npy"
        data = open_npy(path, schema.numpy_dtype, self.nr_rows)
        if schema.is_category and column not in self._checked and self.nr_rows:
            nr = len(self._stored[column]["categories"])
            least, most = int(data.min()), int(data.max())
            if least < 0 or most >= nr:
                raise ResultsError(
                    "a column of a result table has a code without a name",
                    where=str(path),
                    reason=f"its codes are {least} to {most}, and there are {nr} names",
                )
            self._checked.add(column)
        return data

    def categories(self, column: str) -> list[str]:
        """Return the names of a category column, in the order of their codes."""
        return list(self._stored[column].get("categories", []))

    def stored_digests(self) -> dict[str, str]:
        """Return the column digests that were written with the table."""
        return {name: str(self._stored[name]["sha256"]) for name in self}

    def digests(self) -> dict[str, str]:
        """Return the column digests, calculated from what is on disk."""
        found = {}
        for name in self:
            column = self.table.column(name)
            h = ColumnHash(self.table, column)
            data = self.codes(name)
            for at in range(0, self.nr_rows, _HASHED_ROWS):
                h.update(data[at : at + _HASHED_ROWS].tobytes())
            names = self.categories(name) if column.is_category else ()
            found[name] = h.hexdigest(self.nr_rows, names)
        return found


def json_problem(error: Exception) -> str:
    """Say why a JSON file cannot be read, in words for its owner."""
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is no UTF-8 text"
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    text = getattr(error, "strerror", None) or str(error)
    return str(text)[:_MAX_REASON]


def _read_json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ResultsError(
            f"no {path.name} here, so this is no run directory",
            where=str(path.parent),
            suggestion="name the directory that `bpfsim run` printed at its end",
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise ResultsError(
            f"{path.name} cannot be read", where=str(path), reason=json_problem(error)
        ) from error
    if not isinstance(found, dict):
        raise ResultsError(f"{path.name} cannot be read", where=str(path), reason="no mapping")
    return found


def _read_head(path: Path, table: Table) -> dict[str, Any]:
    """Read a ``schema.json`` of this version, and check that each part of it is what it is."""
    head = _read_json(path)
    if head.get("schema_version") == SCHEMA_VERSION:
        problem = _head_problem(head, table)
        if problem:
            raise ResultsError(
                "the schema of a result table was changed after it was written",
                where=str(path),
                reason=problem,
                suggestion=_AGAIN,
            )
    return head


def _head_problem(head: Mapping[str, Any], table: Table) -> str:
    rows, columns = head.get("rows"), head.get("columns")
    if type(rows) is not int or not 0 <= rows < _MAX_ROWS:
        return "it has no number of rows"
    if head.get("table") != table.name:
        return f"it is not that of table {table.name!r}"
    if not isinstance(columns, list) or not all(isinstance(c, dict) for c in columns):
        return "it has no list of columns"
    known = {column.name: column for column in table.columns}
    for number, entry in enumerate(columns):
        name = entry.get("name")
        if not isinstance(name, str):
            return f"column {number} has no name"
        if name in known and (problem := _column_problem(entry, known[name])):
            return f"column {name!r} {problem}"
    return ""


def _column_problem(entry: Mapping[str, Any], column: Column) -> str:
    if (entry.get("dtype"), entry.get("unit")) != (column.dtype, column.unit):
        return "has another type or unit than its table has"
    if not isinstance(entry.get("sha256"), str):
        return "has no digest"
    names = entry.get("categories", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return "has names that are no texts"
    if column.is_category != ("categories" in entry):
        return "has names, or lacks them, unlike its type"
    return "has a name twice" if len(set(names)) != len(names) else ""


def check_run_dir(run_dir: Path | str) -> None:
    """Refuse a directory whose run is not complete.

    Raises:
        ResultsError: No run directory, or the run did not reach its end.
    """
    folder = Path(run_dir)
    status = _read_json(folder / "status.json")
    state, error = status.get("state"), status.get("error")
    if state != "complete":
        shown = repr(state[:20]) if isinstance(state, str) else "not in its status.json"
        why = f": {error.splitlines()[0]}" if error and isinstance(error, str) else ""
        raise ResultsError(
            "this run is not complete, so its results are not read",
            where=str(folder),
            reason=f"its state is {shown}{why}"[:_MAX_REASON],
            suggestion="run the scenario again, or `bpfsim rerun` the directory",
        )


def read_table(
    run_dir: Path | str, name: str, *, needed_by: str = "", require_complete: bool = True
) -> TableData:
    """Open one table of a run.

    Args:
        run_dir: The run directory.
        name: Name of the table.
        needed_by: Who asks, for the error when the table is missing.
        require_complete: Refuse a run that did not reach its end.

    Raises:
        MissingTableError: The run has no such table.
        SchemaVersionError: The run's tables are of another schema version.
        ResultsError: The run is not complete, or damaged.
    """
    table = table_named(name)
    if require_complete:
        check_run_dir(run_dir)
    folder = Path(run_dir) / "tables" / name
    if not (folder / "schema.json").is_file():
        raise MissingTableError(
            f"the run has no table {name!r}",
            where=str(run_dir),
            reason=f"{needed_by} needs it" if needed_by else "",
            suggestion="switch it on under `record:` in the scenario" if table.is_optional else "",
        )
    head = _read_head(folder / "schema.json", table)
    if head.get("schema_version") != SCHEMA_VERSION:
        raise SchemaVersionError(
            "these result tables have another schema version",
            where=str(folder),
            reason=f"version {head.get('schema_version')}, this bpfsim reads {SCHEMA_VERSION}",
            suggestion="`bpfsim run` the scenario.yaml in the run directory",
        )
    if [c["name"] for c in head["columns"]] != [c.name for c in table.columns]:
        raise ResultsError("a result table has other columns", where=str(folder))
    return TableData(folder, table, head)


def _present(run_dir: Path | str) -> list[str]:
    """Return the names of the tables that are there, in the schema's order.

    Raises:
        ResultsError: There is one that this version does not know.
    """
    folder = Path(run_dir) / "tables"
    if not folder.is_dir():
        is_partial = folder.with_name("tables.partial").is_dir()
        raise ResultsError(
            "there are no result tables here",
            where=str(folder),
            reason="tables.partial is what a run leaves that did not end" if is_partial else "",
            suggestion=_AGAIN,
        )
    found = {path.name for path in folder.iterdir() if path.is_dir()}
    unknown = sorted(name for name in found - TABLES.keys() if not name.startswith("."))
    if unknown:
        raise ResultsError(
            f"there is a result table {unknown[0]!r} that this bpfsim does not know",
            where=str(folder),
            suggestion="read it with the version that wrote it, or remove what is no table",
        )
    return [name for name in TABLES if name in found]


def stored_digest(run_dir: Path | str) -> str:
    """Return the digest over all tables from the column digests stored with them.

    Raises:
        ResultsError: The run is not complete.
    """
    check_run_dir(run_dir)
    tables = {n: read_table(run_dir, n).stored_digests() for n in _present(run_dir)}
    return result_digest(tables)


def check_digests(run_dir: Path | str) -> str:
    """Recalculate the digest over all tables from their bytes, and check all that is claimed.

    Claims are each column's digest in ``schema.json``, each table's in ``manifest.json``, and
    the whole one in ``manifest.json`` and ``status.json``; a file that is not there claims
    nothing.

    Returns:
        The digest.

    Raises:
        ResultsError: The run is not complete, or anything differs from a claim about it.
    """
    check_run_dir(run_dir)
    found = {}
    for name in _present(run_dir):
        data = read_table(run_dir, name, needed_by="the digest of the run", require_complete=False)
        found[name] = data.digests()
        stored = data.stored_digests()
        changed = [column for column in data if found[name][column] != stored[column]]
        if changed:
            raise _changed(
                Path(run_dir) / "tables" / name, f"the digest of {', '.join(changed)} differs"
            )
    digest = result_digest(found)
    _check_claims(Path(run_dir), digest, found)
    return digest


def _changed(where: Path, reason: str) -> ResultsError:
    return ResultsError(
        "a result table was changed after it was written",
        where=str(where),
        reason=reason,
        suggestion=_AGAIN,
    )


def _check_claims(folder: Path, digest: str, columns: Mapping[str, Mapping[str, str]]) -> None:
    """Compare what was found with what the files beside the tables say of it."""
    results: Any = {}
    manifest = folder / "manifest.json"
    if manifest.is_file():
        results = _read_json(manifest).get("results")
        if not isinstance(results, dict) or not isinstance(results.get("tables"), dict):
            raise ResultsError(
                "manifest.json cannot be read", where=str(manifest), reason="it has no results"
            )
        problem = _tables_problem(results["tables"], columns)
        if problem:
            raise _changed(folder / "tables", f"manifest.json {problem}"[:_MAX_REASON])
        if results.get("digest") != digest:
            raise _changed(folder / "tables", "manifest.json has another digest of the whole")
    if _read_json(folder / "status.json").get("digest", digest) != digest:
        raise _changed(folder / "tables", "status.json has another digest of the whole")


def _tables_problem(claimed: Mapping[str, object], columns: Mapping[str, Mapping[str, str]]) -> str:
    """Say in what the tables that are there differ from those that are claimed."""
    missing = [name for name in claimed if name not in columns]
    if missing:
        return f"has tables that are not there: {', '.join(missing)}"
    more = [name for name in columns if name not in claimed]
    if more:
        return f"lacks tables that are there: {', '.join(more)}"
    found = {name: result_digest({name: columns[name]}) for name in columns}
    differing = [name for name in columns if claimed[name] != found[name]]
    return f"has other digests of {', '.join(differing)}" if differing else ""
