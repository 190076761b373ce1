"""Reading result tables back, mapped into memory rather than loaded.

`read_table` gives a mapping from column name to array. Integer columns are memory-mapped;
category columns are decoded to names when asked for, or stay codes.

**Rule:** only a run whose ``status.json`` says ``complete`` is read, and only tables of this
schema version; everything else is a `ResultsError` that says what is the matter.

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
from sim.record.schema import SCHEMA_VERSION, TABLES, Table, table_named

__all__ = ["TableData", "check_digests", "check_run_dir", "read_table", "stored_digest"]

_HASHED_ROWS = 1 << 16


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
        path = self._folder / f"{column}.npy"
        try:
            data: npt.NDArray[Any]
            if self.nr_rows:
                data = np.load(path, mmap_mode="r", allow_pickle=False)
            else:
                data = np.load(path, allow_pickle=False)
        except (OSError, ValueError) as error:
            raise ResultsError(
                "a column of a result table cannot be read", where=str(path), reason=str(error)
            ) from error
        if data.shape != (self.nr_rows,) or data.dtype != self.table.column(column).numpy_dtype:
            raise ResultsError(
                "a column of a result table is not what its schema says",
                where=str(path),
                reason=f"{data.dtype} of {data.shape}, not {self.nr_rows} rows",
            )
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


def _read_json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ResultsError(
            f"no {path.name} here, so this is no run directory",
            where=str(path.parent),
            suggestion="name the directory that `bpfsim run` printed at its end",
        ) from error
    except (OSError, ValueError) as error:
        raise ResultsError(
            f"{path.name} cannot be read", where=str(path), reason=str(error)
        ) from error
    if not isinstance(found, dict):
        raise ResultsError(f"{path.name} cannot be read", where=str(path), reason="no mapping")
    return found


def check_run_dir(run_dir: Path | str) -> None:
    """Refuse a directory whose run is not complete.

    Raises:
        ResultsError: No run directory, or the run did not reach its end.
    """
    folder = Path(run_dir)
    state = _read_json(folder / "status.json").get("state")
    if state != "complete":
        raise ResultsError(
            "this run is not complete, so its results are not read",
            where=str(folder),
            reason=f"its status is {state!r}",
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
    head = _read_json(folder / "schema.json")
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
    return [name for name in TABLES if (Path(run_dir) / "tables" / name).is_dir()]


def stored_digest(run_dir: Path | str) -> str:
    """Return the digest over all tables from the column digests stored with them.

    Raises:
        ResultsError: The run is not complete.
    """
    check_run_dir(run_dir)
    tables = {n: read_table(run_dir, n).stored_digests() for n in _present(run_dir)}
    return result_digest(tables)


def check_digests(run_dir: Path | str) -> str:
    """Recalculate the digest over all tables from their bytes.

    Returns:
        The digest.

    Raises:
        ResultsError: The run is not complete, or a column differs from the digest stored with it.
    """
    check_run_dir(run_dir)
    found = {}
    for name in _present(run_dir):
        data = read_table(run_dir, name)
        found[name] = data.digests()
        stored = data.stored_digests()
        changed = [column for column in data if found[name][column] != stored[column]]
        if changed:
            raise ResultsError(
                "a result table was changed after it was written",
                where=str(Path(run_dir) / "tables" / name),
                reason=f"the digest of {', '.join(changed)} differs",
                suggestion="`bpfsim rerun` the directory",
            )
    return result_digest(found)
