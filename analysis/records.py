"""The records that the readers got, decoded when asked for.

A run keeps the bytes of its records (`record_payload`) and how they are laid out
(`record_fields`); `df_decoded` puts the two together.

**Rule:** one row per delivered record, in the order of delivery. A field has its own name, unless
a column of `records` is called the same: then the struct's name comes before it
(``event.cpu``). An enum's number has the name it stands for in a further column, ``<field>_name``.

**Not modelled:** nothing of the kernel. What a tool makes of its records (names for numbers,
dates for clocks) is not in its object.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.fields import Ints, Payload, enum_names
from analysis.source import Source
from sim.base.errors import ResultsError, nearest
from sim.record.fields import RecordField, RecordLayout
from sim.record.schema import KEPT_BYTES

__all__ = ["decoded_lines", "df_decoded", "record_layouts", "record_text"]

BYTES = "bytes"
"""The column with the whole payload of records that have no layout, in hexadecimal."""

_NAMES = ("arm", "tracer", "map")
_TIMES = ("deliver_ns", "submit_ns", "reserve_ns")
_FIXED = ("arm", "replication", "tracer", "map", *_TIMES, "wait_ns", "cpu", BYTES)
_OBJECT = np.dtype(object)
_INT64_MAX = (1 << 63) - 1

Key = tuple[str, int, str, str]
"""Arm, replication, tracer, map."""


class _Piece(NamedTuple):
    """Values of one column in some of the rows."""

    rows: Ints
    values: npt.NDArray[Any]


def record_layouts(run: Source, needed_by: str) -> dict[Key, RecordLayout]:
    """Return the layouts of a run's records, from `record_fields`."""
    data = run.table("record_fields", needed_by)
    fields: dict[Key, list[RecordField]] = {}
    heads: dict[Key, tuple[str, int, int]] = {}
    columns = [data[column.name].tolist() for column in data.table.columns]
    for arm, replication, tracer, map_name, struct, whole, least, *rest in zip(
        *columns, strict=True
    ):
        key = (arm, replication, tracer, map_name)
        heads[key] = (struct, whole, least)
        fields.setdefault(key, []).append(RecordField(*rest))
    return {key: RecordLayout(*heads[key], tuple(fields[key])) for key in heads}


class _Delivered:
    """Some rows of `records`, and their bytes."""

    def __init__(
        self,
        run: Source,
        needed_by: str,
        arm: str | None,
        replication: int | None,
        tracer: str | None,
    ) -> None:
        data = self._data = run.table("records", needed_by)
        wanted = data.codes("deliver_ns") >= 0
        for column, name in (("arm", arm), ("tracer", tracer)):
            if name is not None:
                names = data.categories(column)
                wanted &= data.codes(column) == (names.index(name) if name in names else -1)
        if replication is not None:
            wanted &= data.codes("replication") == replication
        self.rows: Ints = np.flatnonzero(wanted)
        self.payload = Payload(run.table("record_payload", needed_by).codes("byte"))

    def codes(self, column: str) -> npt.NDArray[Any]:
        """Return a column of the chosen rows, as it is stored."""
        found: npt.NDArray[Any] = self._data.codes(column)[self.rows]
        return found

    def categories(self, column: str) -> list[str]:
        """Return the names of a column's codes."""
        return self._data.categories(column)

    def place(self) -> tuple[Ints, Ints, Ints]:
        """Return of each record where its bytes are, how many are kept, and how many it had."""
        offset, size = self.codes("offset"), self.codes("size_bytes").astype(np.int64)
        kept = np.minimum(size, KEPT_BYTES)
        kept[offset < 0] = 0
        return np.maximum(offset, 0), kept, size

    def by_layout(
        self, layouts: dict[Key, RecordLayout]
    ) -> tuple[list[tuple[RecordLayout, Ints]], Ints]:
        """Return the positions of the rows of each layout, and of the rows without one."""
        names = {name: self.categories(name) for name in _NAMES}
        nr_replications = 1 + max((key[1] for key in layouts), default=0)
        shape = (len(names["arm"]), nr_replications, len(names["tracer"]), len(names["map"]))
        distinct = list(dict.fromkeys(layouts.values()))
        number = np.full(shape, -1)
        for (arm, replication, tracer, map_name), layout in layouts.items():
            key = (arm, tracer, map_name)
            if all(one in names[column] for one, column in zip(key, _NAMES, strict=True)):
                a, t, m = (names[c].index(one) for one, c in zip(key, _NAMES, strict=True))
                number[a, replication, t, m] = distinct.index(layout)
        replications = self.codes("replication")
        known = replications < nr_replications
        rows = (np.where(known, replications, 0), *(self.codes(c) for c in _NAMES[1:]))
        of_row = np.where(known, number[self.codes("arm"), *rows], -1)
        found = [(layout, np.flatnonzero(of_row == i)) for i, layout in enumerate(distinct)]
        return found, np.flatnonzero(of_row < 0)


def _fits(layout: RecordLayout, kept: Ints, size: Ints) -> npt.NDArray[np.bool_]:
    fits = kept >= layout.min_bytes
    return fits if layout.max_bytes is None else fits & (size <= layout.max_bytes)


def df_decoded(
    run: Source,
    arm: str | None = None,
    replication: int | None = None,
    tracer: str | None = None,
    limit: int | None = None,
) -> pd.DataFrame:
    """Return one row per delivered record, from `records`, `record_payload`, `record_fields`.

    The index is the number of the row in `records`, by which `df_follow` takes a record.
    Columns: arm, replication, tracer, map, deliver_ns, submit_ns, reserve_ns, wait_ns (submit to
    delivery), cpu, then one per field: int64 (uint64 where a number needs it) or bool; str;
    hexadecimal; tuples of numbers. A record whose layout is not known, or whose length does not
    fit it, has its bytes in the column ``bytes``, in hexadecimal. Where rows lack a field they
    have <NA> or None.

    Args:
        run: The run.
        arm: Only this arm's.
        replication: Only this replication's.
        tracer: Only this tracer's.
        limit: Only so many, the first ones.

    Raises:
        ResultsError: There is no such arm, replication or tracer.
    """
    needed_by = "df_decoded()"
    _check_choice(run, needed_by, arm, replication, tracer)
    chosen = _Delivered(run, needed_by, arm, replication, tracer)
    if limit is not None:
        chosen.rows = chosen.rows[: max(limit, 0)]
    layouts = {
        key: layout
        for key, layout in record_layouts(run, needed_by).items()
        if arm in (None, key[0]) and replication in (None, key[1]) and tracer in (None, key[2])
    }
    columns = _own_columns(chosen)
    index = pd.Index(chosen.rows, name="record")
    for name, pieces in _pieces(chosen, layouts).items():
        columns[name] = _column(index, pieces)
    return pd.DataFrame(columns, index=index, copy=False)


def _check_choice(
    run: Source, needed_by: str, arm: str | None, replication: int | None, tracer: str | None
) -> None:
    tracers = run.table("programs", needed_by).categories("tracer")
    choices: tuple[tuple[str, Any, Sequence[Any]], ...] = (
        ("arm", arm, run.arms),
        ("replication", replication, run.replications),
        ("tracer", tracer, tracers),
    )
    for what, given, known in choices:
        if given is not None and given not in known:
            names = [str(name) for name in known]
            raise ResultsError(
                f"the run has no {what} {given!r}",
                where=needed_by,
                reason=f"it has {', '.join(names) or 'none'}",
                suggestion=nearest(str(given), names),
            )


def _own_columns(chosen: _Delivered) -> dict[str, Any]:
    """Return what `records` itself says of the rows."""
    columns: dict[str, Any] = {}
    for name in ("arm", "replication", "tracer", "map"):
        columns[name] = chosen.codes(name)
        if name in _NAMES:
            names = pd.Index(chosen.categories(name), dtype=object)
            columns[name] = pd.Categorical.from_codes(columns[name], categories=names)
    for name in _TIMES:
        columns[name] = chosen.codes(name)
    columns["wait_ns"] = columns["deliver_ns"] - columns["submit_ns"]
    columns["cpu"] = chosen.codes("cpu")
    return columns


def _pieces(chosen: _Delivered, layouts: dict[Key, RecordLayout]) -> dict[str, list[_Piece]]:
    """Return the pieces of each further column."""
    offset, kept, size = chosen.place()
    pieces: dict[str, list[_Piece]] = {}
    by_layout, plain = chosen.by_layout(layouts)
    for layout, mine in by_layout:
        fits = _fits(layout, kept[mine], size[mine])
        rows, plain = mine[fits], np.concatenate([plain, mine[~fits]])
        taken = {*_FIXED, *(field.name for field in layout.fields)}
        for field in layout.fields:
            name = f"{layout.struct}.{field.name}" if field.name in _FIXED else field.name
            values = chosen.payload.values(field, offset[rows], kept[rows])
            pieces.setdefault(name, []).append(_Piece(rows, values))
            names = enum_names(field, values)
            if names is not None and f"{name}_name" not in taken:
                pieces.setdefault(f"{name}_name", []).append(_Piece(rows, names))
    if len(plain):
        whole = chosen.payload.hexes(offset[plain], kept[plain])
        pieces[BYTES] = [_Piece(plain, whole)]
    return pieces


def _column(index: pd.Index, pieces: list[_Piece]) -> Any:
    """Put a column together: of one type where its pieces are, with gaps where rows have none."""
    nr_rows = len(index)
    pieces = [_Piece(piece.rows, _signed(piece.values)) for piece in pieces]
    kinds = {piece.values.dtype for piece in pieces if len(piece.rows)}
    kind = kinds.pop() if len(kinds) == 1 else pieces[0].values.dtype if not kinds else _OBJECT
    values = np.full(nr_rows, None if kind == _OBJECT else 0, kind)
    there = np.zeros(nr_rows, np.bool_)
    for piece in pieces:
        values[piece.rows] = piece.values
        there[piece.rows] = True
    if kind == _OBJECT:
        return pd.Series(values, index, dtype=object)
    if there.all():
        return values
    nullable = {"b": "boolean", "i": "Int64", "u": "UInt64"}[kind.kind]
    return pd.Series(values, index, dtype=nullable).mask(~there)


def _signed(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return unsigned numbers as signed ones if they fit.

    pandas makes floating-point numbers of the difference of an unsigned and a signed column.
    """
    if values.dtype != np.uint64 or (values.size and int(values.max()) > _INT64_MAX):
        return values
    return values.view(np.int64)


def decoded_lines(
    run: Source, arm: str, replication: int, limit: int, needed_by: str
) -> tuple[list[str], int]:
    """Return the first decoded records of an arm as ``name=value`` lines.

    Args:
        run: The run.
        arm: The arm.
        replication: The replication.
        limit: At most so many lines.
        needed_by: Who asks.

    Returns:
        The lines, and how many there would be: delivered records of tracers with a layout.
    """
    chosen = _Delivered(run, needed_by, arm, replication, None)
    layouts = record_layouts(run, needed_by)
    by_layout, _ = chosen.by_layout(layouts)
    known = np.sort(np.concatenate([rows[:limit] for _, rows in by_layout] or [chosen.rows[:0]]))
    chosen.rows = chosen.rows[known[:limit]]
    return _texts(chosen, layouts), sum(len(rows) for _, rows in by_layout)


def record_text(run: Source, record: int, needed_by: str) -> str:
    """Return one record as a ``name=value`` line; *record* is its row in `records`."""
    chosen = _Delivered(run, needed_by, None, None, None)
    chosen.rows = np.array([record])
    return _texts(chosen, record_layouts(run, needed_by))[0]


def _texts(chosen: _Delivered, layouts: dict[Key, RecordLayout]) -> list[str]:
    """Return the chosen records as lines."""
    by_layout, _ = chosen.by_layout(layouts)
    layout_of = {int(row): layout for layout, rows in by_layout for row in rows}
    offset, kept, size = chosen.place()
    lines = []
    for row in range(len(chosen.rows)):
        one = slice(row, row + 1)
        place = (offset[one], kept[one], size[one])
        lines.append(_line(chosen.payload, layout_of.get(row), *place))
    return lines


def _line(
    payload: Payload, layout: RecordLayout | None, offset: Ints, kept: Ints, size: Ints
) -> str:
    if layout is None or not _fits(layout, kept, size)[0]:
        return f"{BYTES}={payload.hexes(offset, kept)[0]}"
    parts = []
    for field in layout.fields:
        if field.offset >= kept[0]:
            continue
        if not field.is_number and field.how != "text":
            field = RecordField(field.name, field.offset, field.size_bytes, "hex")
        (value,) = payload.values(field, offset, kept)
        parts.append(f"{field.name}={int(value) if field.how == 'bool' else value}")
    return " ".join(parts)
