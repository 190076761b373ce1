"""SHA-256 digests of columns, tables and whole results.

A digest says whether two runs gave the same result. It covers names, types, row counts, column
bytes and category names, and nothing of how or where they are stored.

**Rule:** categories are numbered in the order in which rows first use them, so the digest does
not depend on the order in which a program registered them, nor on unused ones.

**Not modelled:** nothing of the kernel; this is bookkeeping.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from sim.record.schema import SCHEMA_VERSION, Column, Table

__all__ = ["ColumnHash", "result_digest"]


def _framed(text: str) -> bytes:
    data = text.encode()
    return len(data).to_bytes(8, "little") + data


class ColumnHash:
    """The running digest of one column.

    Args:
        table: The table.
        column: The column.
    """

    def __init__(self, table: Table, column: Column) -> None:
        self._hash = hashlib.sha256()
        for text in (table.name, column.name, column.dtype):
            self._hash.update(_framed(text))

    def update(self, data: memoryview | bytes) -> None:
        """Add the little-endian bytes of further rows."""
        self._hash.update(data)

    def hexdigest(self, nr_rows: int, categories: Iterable[str] = ()) -> str:
        """Return the digest over everything added, the row count and the category names."""
        final = self._hash.copy()
        for name in categories:
            final.update(_framed(name))
        final.update(nr_rows.to_bytes(8, "little"))
        return final.hexdigest()


def result_digest(tables: Mapping[str, Mapping[str, str]]) -> str:
    """Return one digest for a whole result.

    Args:
        tables: Table name to column name to column digest.
    """
    h = hashlib.sha256(f"bpfsim result schema {SCHEMA_VERSION}".encode())
    for table in sorted(tables):
        for column in sorted(tables[table]):
            h.update(_framed(table) + _framed(column) + _framed(tables[table][column]))
    return h.hexdigest()
