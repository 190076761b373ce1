"""What a table and a column are, and the words that tables are declared in.

**Rule:** a table that `arm_table` declares begins with its arm and its replication.

**Not modelled:** nothing of the kernel; this is the form of results.
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.base.errors import InternalError, nearest

__all__ = [
    "CATEGORY",
    "Column",
    "Table",
    "arm_table",
    "category",
    "nr_bytes",
    "nr_of",
    "of_cpu",
    "of_map",
    "of_tracer",
    "time_ns",
]

CATEGORY = "category"
"""The dtype of a column of names: int32 codes on disk, names in ``schema.json``."""

_NUMPY = {
    CATEGORY: "<i4",
    "int16": "<i2",
    "int32": "<i4",
    "int64": "<i8",
    "uint8": "|u1",
}


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: Name, with its unit as suffix where it has one.
        dtype: ``int16``, ``int32``, ``int64``, ``uint8`` or `CATEGORY`.
        unit: Unit in words: ``ns``, ``ps``, ``bytes``, ``count``, or empty.
        doc: Meaning, in one sentence.
    """

    name: str
    dtype: str
    unit: str
    doc: str

    @property
    def is_category(self) -> bool:
        """Whether the column holds names."""
        return self.dtype == CATEGORY

    @property
    def numpy_dtype(self) -> str:
        """The little-endian numpy type of the bytes on disk."""
        return _NUMPY[self.dtype]


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes:
        name: Name, also that of its directory.
        doc: What one row is, and the rules of the table.
        columns: Its columns, in order.
        is_optional: Whether it is written only when something was recorded; every other table
            is always there, if need be without rows.
    """

    name: str
    doc: str
    columns: tuple[Column, ...]
    is_optional: bool = False

    def column(self, name: str) -> Column:
        """Return the column called *name*."""
        for column in self.columns:
            if column.name == name:
                return column
        near = nearest(name, (c.name for c in self.columns))
        raise InternalError(f"table {self.name} has no column {name!r}; {near}")


def category(name: str, doc: str) -> Column:
    """Return a column of names."""
    return Column(name, CATEGORY, "", doc)


def time_ns(name: str, doc: str) -> Column:
    """Return a column of times."""
    return Column(name, "int64", "ns", doc)


def nr_of(name: str, doc: str) -> Column:
    """Return a column of counts."""
    return Column(name, "int64", "count", doc)


def nr_bytes(name: str, doc: str, dtype: str = "int64") -> Column:
    """Return a column of sizes."""
    return Column(name, dtype, "bytes", doc)


_ARM = (
    category("arm", "Arm of the scenario; the first one is the untraced twin."),
    Column("replication", "int32", "", "Replication, from 0; equal numbers share their draws."),
)
of_cpu = Column("cpu", "int16", "", "CPU, from 0.")
of_tracer = category("tracer", "Name of the tracer in the scenario.")
of_map = category("map", "Name of the map in the object.")


def arm_table(name: str, doc: str, *columns: Column, is_optional: bool = False) -> Table:
    """Return a table whose rows begin with their arm and replication."""
    return Table(name, doc, _ARM + columns, is_optional)
