r"""Fields out of the bytes of many records at once.

A `Payload` is the bytes of `record_payload`; `Payload.values` takes one field out of every
record of one layout, with numpy. A number becomes a number of 64 bits, an array of numbers a
tuple, text a str (up to its NUL, bytes that are no UTF-8 as ``\xff``), the rest hexadecimal.

**Rule:** what is not there of a field is not made up: of a record that ends within a text, bytes
or an array comes what is there, be it nothing. A number has to be there as a whole.

**Not modelled:** nothing of the kernel; this is reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.record.fields import RecordField

__all__ = ["Ints", "Objects", "Payload", "enum_names"]

Ints = npt.NDArray[np.int64]
Objects = npt.NDArray[np.object_]
Values = npt.NDArray[Any]

_WIDTHS = (1, 2, 4, 8)
_CHUNK = 1 << 16


class _Texts(dict[bytes, str]):
    """Decodes a text once, however often it occurs."""

    def __missing__(self, raw: bytes) -> str:
        text = self[raw] = raw.split(b"\0", 1)[0].decode("utf-8", "backslashreplace")
        return text


class Payload:
    """The bytes of all records of a run.

    Args:
        data: The column of `record_payload`.
    """

    def __init__(self, data: npt.NDArray[np.uint8]) -> None:
        self._data = np.asarray(data)

    def __len__(self) -> int:
        return len(self._data)

    def values(self, field: RecordField, offset: Ints, nr_bytes: Ints) -> Values:
        """Return a field of each record.

        Args:
            field: Which.
            offset: Where each record begins.
            nr_bytes: How long it is.

        Returns:
            int64, uint64 or bool where the field is a number, else objects.
        """
        at = offset + field.offset
        if field.is_number:
            return self._numbers(field, at)
        left = np.maximum(nr_bytes - field.offset, 0)
        there = np.minimum(left, field.size_bytes) if field.size_bytes else left
        there -= there % field.element_bytes
        found: Objects = np.empty(len(at), object)
        for length, rows in _groups(there):
            found[rows] = _objects(self._several(field, at[rows], length))
        return found

    def hexes(self, offset: Ints, nr_bytes: Ints) -> Objects:
        """Return whole records in hexadecimal."""
        whole = RecordField("bytes", 0, 0, "hex")
        return self.values(whole, offset, nr_bytes)

    # --- one number ------------------------------------------------------------------------------
    def _numbers(self, field: RecordField, at: Ints) -> Values:
        width = field.size_bytes
        if width in _WIDTHS:
            raw = self._view(f"<u{width}", width)[at].astype(np.uint64)
        else:  # bitfields may lie across 3, 5, 6 or 7 bytes
            columns = self._view("u1", 1)[at[:, None] + np.arange(width)].astype(np.uint64)
            raw = (columns << np.arange(0, 8 * width, 8, dtype=np.uint64)).sum(1, dtype=np.uint64)
        bits = field.bits or 8 * width
        # Up to the top of 64 bits, and down again with the sign or with zeros.
        raw = raw << np.uint64(64 - field.shift - bits)
        if field.how == "signed":
            return raw.view(np.int64) >> np.int64(64 - bits)
        raw = raw >> np.uint64(64 - bits)
        return raw != 0 if field.how == "bool" else raw

    def _view(self, dtype: str, width: int, *count: int) -> Values:
        """Return a view with one element for each place where one fits; they overlap."""
        nr_bytes = width * (count[0] if count else 1)
        shape = (max(len(self) - nr_bytes + 1, 0), *count)
        strides = (1, *(width for _ in count))
        return np.ndarray(shape, dtype, buffer=self._data, strides=strides)

    # --- text, bytes, several numbers ------------------------------------------------------------
    def _several(self, field: RecordField, at: Ints, nr_bytes: int) -> list[Any]:
        """Return what *nr_bytes* bytes of a field say, for each place."""
        if field.how == "text":
            return self._texts(at, nr_bytes)
        if not nr_bytes:
            return ["" if field.how == "hex" else ()] * len(at)
        if field.how == "hex":
            digits = self._bytes(at, nr_bytes).tobytes().hex()
            return [digits[i : i + 2 * nr_bytes] for i in range(0, len(digits), 2 * nr_bytes)]
        width = field.element_bytes
        kind = "i" if field.how == "signed" else "u"
        values = self._view(f"<{kind}{width}", width, nr_bytes // width)[at]
        values = values != 0 if field.how == "bool" else values
        return list(map(tuple, values.tolist()))

    def _texts(self, at: Ints, nr_bytes: int) -> list[str]:
        if not nr_bytes:
            return [""] * len(at)
        texts, view = _Texts(), self._view(f"S{nr_bytes}", nr_bytes)
        found = []
        for i in range(0, len(at), _CHUNK):  # a copy of all texts at once may be large
            found += [texts[raw] for raw in view[at[i : i + _CHUNK]].tolist()]
        return found

    def _bytes(self, at: Ints, nr_bytes: int) -> Values:
        return self._view("u1", 1, nr_bytes)[at]


def _groups(lengths: Ints) -> Iterator[tuple[int, Ints | slice]]:
    """Yield each length and the rows that have it."""
    if len(lengths) and lengths.min() == lengths.max():
        yield int(lengths[0]), slice(None)
        return
    order = np.argsort(lengths, kind="stable")
    starts = np.flatnonzero(np.diff(lengths[order], prepend=-1))
    for rows in np.split(order, starts[1:]) if len(order) else ():
        yield int(lengths[rows[0]]), rows


def _objects(values: list[Any]) -> Objects:
    """Return an array of objects, tuples left whole."""
    return np.fromiter(values, object, len(values))


def enum_names(field: RecordField, values: Values) -> Objects | None:
    """Return the name of each value of an enum, the number as text where it has none.

    None when the field is no enum.
    """
    pairs = [part.rpartition("=") for part in field.names.split()]
    if not pairs:
        return None
    names = {int(value): name for name, _, value in reversed(pairs)}
    numbers, rows = np.unique(values, return_inverse=True)
    found: Objects = np.array([names.get(n, str(n)) for n in numbers.tolist()], object)
    return found[rows]
