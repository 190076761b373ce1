"""Writing result tables to a run directory, in bounded memory.

Rows go into one fixed buffer per column; a full buffer is hashed and appended to the column's
file. Everything is written under ``tables.partial``. Only `RecordWriter.close` gives the files
their headers and renames the directory to ``tables``, so a run that is killed leaves nothing
that looks whole: not the directory, nor a single column.

**Rule:** a column file is numpy's ``.npy`` format, version 1.0, little-endian; a category column
holds int32 codes whose names are in ``schema.json``, in the order of their first use.

**Not modelled:** nothing of the kernel. One process writes; there is no locking.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import numpy as np
import numpy.typing as npt

from sim.base.errors import InternalError, ResultsError
from sim.record.digest import ColumnHash, result_digest
from sim.record.npy import HEADER_BYTES, npy_header
from sim.record.schema import SCHEMA_VERSION, TABLES, Column, Table, table_named

__all__ = ["CHUNK_ROWS", "RecordWriter"]

CHUNK_ROWS = 16384
"""Rows buffered per column before they go to disk."""


class _ColumnFile:
    """One column on its way to disk."""

    def __init__(self, folder: Path, table: Table, column: Column) -> None:
        self.column = column
        self.path = folder / f"{column.name}.npy"
        self.hash = ColumnHash(table, column)
        self.where = f"{table.name}.{column.name}"
        self.names: list[str] = []
        self.code_of: dict[str, int] = {}
        self.used: list[str] = []
        self._stored = np.full(16, -1, dtype="<i4")
        self._stores = np.dtype(column.numpy_dtype)
        info = np.iinfo(self._stores)
        self._range = (int(info.min), int(info.max))
        self._buffer: npt.NDArray[Any] = np.empty(CHUNK_ROWS, dtype=self._stores)
        self._file: BinaryIO | None = None

    def code(self, name: str) -> int:
        """Return the registration code of a category name."""
        known = self.code_of.get(name)
        if known is None:
            known = len(self.names)
            self.code_of[name] = known
            self.names.append(name)
            if known >= len(self._stored):
                grown = np.full(2 * known, -1, dtype="<i4")
                grown[:known] = self._stored
                self._stored = grown
        return known

    def values(self, given: Any) -> int | npt.NDArray[Any]:
        """Return what `append` was given as one integer or an array of integers, checked."""
        if isinstance(given, str) and self.column.is_category:
            return self.code(given)
        if type(given) is int:
            self._check_range(given, given)
            return given
        if isinstance(given, (bytes, bytearray)):
            given = np.frombuffer(given, dtype=np.uint8)
        elif isinstance(given, (list, tuple)) and self.column.is_category:
            given = [self.code(v) if isinstance(v, str) else v for v in given]
        array = np.asarray(given)
        if array.size == 0:
            array = array.astype(self._buffer.dtype)
        if array.dtype.kind not in "iu" or array.ndim > 1:
            raise InternalError(f"{self.where} got {array.dtype} of {array.ndim} dimensions")
        if array.size and (self.column.is_category or not np.can_cast(array.dtype, self._stores)):
            self._check_range(int(array.min()), int(array.max()))
        return array if array.ndim else int(array)

    def _check_range(self, least: int, most: int) -> None:
        low, high = (0, len(self.names) - 1) if self.column.is_category else self._range
        if least < low or most > high:
            raise InternalError(f"{self.where} got {least}…{most}, allowed is {low}…{high}")

    def store(self, at: int, nr: int, values: int | npt.NDArray[Any]) -> None:
        """Put *nr* rows at buffer row *at*; a single value is repeated."""
        if self.column.is_category:
            if isinstance(values, int):
                if self._stored[values] < 0:
                    self._use(values)
                values = int(self._stored[values])
            else:
                values = self._in_use_order(values)
        self._buffer[at : at + nr] = values

    def _use(self, code: int) -> None:
        """Number a category: rows use it for the first time."""
        self._stored[code] = len(self.used)
        self.used.append(self.names[code])

    def _in_use_order(self, codes: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Turn registration codes into codes numbered by first use in the rows."""
        stored: npt.NDArray[Any] = self._stored[codes]
        if stored.size and int(stored.min()) < 0:
            fresh, first = np.unique(codes[stored < 0], return_index=True)
            for code in fresh[np.argsort(first)]:
                self._use(int(code))
            stored = self._stored[codes]
        return stored

    def flush(self, nr: int) -> None:
        """Write the first *nr* buffered rows."""
        if self._file is None:
            self._file = self.path.open("wb")
            self._file.write(bytes(HEADER_BYTES))
        data = self._buffer[:nr].view(np.uint8).data
        self.hash.update(data)
        self._file.write(data)

    def finish(self, nr_rows: int) -> None:
        """Write the header that makes the file readable, and close it."""
        if self._file is None:
            raise InternalError(f"{self.where} was never flushed")
        self._file.seek(0)
        self._file.write(npy_header(self.column.numpy_dtype, nr_rows))
        self.abandon()

    def abandon(self) -> None:
        """Close the file as it is."""
        if self._file is not None:
            self._file.close()
            self._file = None


class _TableFile:
    """One table on its way to disk."""

    def __init__(self, parent: Path, table: Table) -> None:
        self.folder = parent / table.name
        self.folder.mkdir()
        self.table = table
        self.files = [_ColumnFile(self.folder, table, column) for column in table.columns]
        self.by_name = {f.column.name: f for f in self.files}
        self.nr_rows = 0
        self._pending = 0

    def append(self, columns: dict[str, Any]) -> int:
        if columns.keys() != self.by_name.keys():
            wrong = sorted(columns.keys() ^ self.by_name.keys())
            raise InternalError(f"columns of {self.table.name} missing or unknown: {wrong}")
        given = [f.values(columns[f.column.name]) for f in self.files]
        lengths = sorted({len(v) for v in given if not isinstance(v, int)})
        if len(lengths) > 1:
            raise InternalError(f"columns of {self.table.name} differ in length: {lengths}")
        nr = lengths[0] if lengths else 1
        done = 0
        while done < nr:
            part = min(nr - done, CHUNK_ROWS - self._pending)
            for file, values in zip(self.files, given, strict=True):
                some = values if isinstance(values, int) else values[done : done + part]
                file.store(self._pending, part, some)
            done += part
            self._pending += part
            if self._pending == CHUNK_ROWS:
                self.flush()
        self.nr_rows += nr
        return nr

    def flush(self) -> None:
        for file in self.files:
            file.flush(self._pending)
        self._pending = 0

    def finish(self) -> dict[str, str]:
        self.flush()
        digests = {}
        columns = []
        for f in self.files:
            f.finish(self.nr_rows)
            digests[f.column.name] = f.hash.hexdigest(self.nr_rows, f.used)
            entry = {"name": f.column.name, "dtype": f.column.dtype, "unit": f.column.unit}
            extra = {"categories": f.used} if f.column.is_category else {}
            columns.append({**entry, "sha256": digests[f.column.name], **extra})
        head = {"schema_version": SCHEMA_VERSION, "table": self.table.name, "rows": self.nr_rows}
        text = json.dumps({**head, "columns": columns}, indent=1, ensure_ascii=False)
        (self.folder / "schema.json").write_text(text + "\n", encoding="utf-8")
        return digests

    def abandon(self) -> None:
        for file in self.files:
            file.abandon()


class RecordWriter:
    """Writes the result tables of one run.

    Use it as a context manager: leaving it normally closes it, leaving it by an exception
    abandons it.

    Args:
        run_dir: The run directory; must hold no ``tables`` yet. What a killed run left behind
            is removed.

    Raises:
        ResultsError: The directory already holds tables.
    """

    def __init__(self, run_dir: Path | str) -> None:
        self._final = Path(run_dir) / "tables"
        self._partial = Path(run_dir) / "tables.partial"
        if self._final.exists():
            raise ResultsError(
                "the run directory already holds result tables",
                where=str(self._final),
                suggestion="write to another directory, or remove this one",
            )
        if self._partial.exists():
            shutil.rmtree(self._partial)
        self._partial.mkdir(parents=True)
        self._open: dict[str, _TableFile] = {}
        self._digests: dict[str, dict[str, str]] | None = None

    def _table(self, name: str) -> _TableFile:
        found = self._open.get(name)
        if found is None:
            if self._digests is not None:
                raise InternalError("the record writer is closed")
            found = self._open[name] = _TableFile(self._partial, table_named(name))
        return found

    def append(self, table: str, **columns: Any) -> int:
        """Add rows.

        Args:
            table: Name of the table.
            **columns: One value per column, all of them: an integer or integer array, and for a
                category column also a str, a list of str, or codes that `category` gave. A
                single value is repeated for all rows.

        Returns:
            How many rows were added.
        """
        if self._digests is not None:
            raise InternalError("the record writer is closed")
        return self._table(table).append(columns)

    def category(self, table: str, column: str, name: str) -> int:
        """Return the code by which `append` takes the category *name* in this column."""
        table_named(table).column(column)
        file = self._table(table).by_name[column]
        if not file.column.is_category:
            raise InternalError(f"{file.where} is no category column")
        return file.code(name)

    def rows(self, table: str) -> int:
        """Return how many rows *table* has so far; for `record_payload`, the next offset."""
        table_named(table)
        return self._open[table].nr_rows if table in self._open else 0

    def close(self) -> None:
        """Finish all tables and make them visible; a second call does nothing."""
        if self._digests is not None:
            return
        for name, table in TABLES.items():
            if not table.is_optional:
                self._table(name)
        tables = [self._open[name] for name in sorted(self._open)]
        unused = [t for t in tables if t.table.is_optional and t.nr_rows == 0]
        for empty in unused:
            empty.abandon()
            shutil.rmtree(empty.folder)
        self._digests = {t.table.name: t.finish() for t in tables if t not in unused}
        self._partial.replace(self._final)

    def abandon(self) -> None:
        """Close the files and leave them unfinished, in ``tables.partial``."""
        for table in self._open.values():
            table.abandon()
        if self._digests is None:
            self._digests = {}

    def table_digests(self) -> dict[str, str]:
        """Return one digest per table, for the manifest.

        Raises:
            InternalError: The writer is not closed.
        """
        if not self._digests:
            raise InternalError("digests are known only after the record writer is closed")
        return {name: result_digest({name: self._digests[name]}) for name in sorted(self._digests)}

    def digest(self) -> str:
        """Return the digest over all tables.

        Raises:
            InternalError: The writer is not closed.
        """
        if not self._digests:
            raise InternalError("digests are known only after the record writer is closed")
        return result_digest(self._digests)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()
