"""A column's file: numpy's ``.npy`` format, version 1.0, one-dimensional, little-endian.

The header always has the same length, so it can be written last, over zeros, and a file that
was not finished is no ``.npy`` file.

**Rule:** a file is read only if its header is the one that `npy_header` writes and its length is
what the header says; so no header is ever interpreted, and no pickled object is ever loaded.

**Not modelled:** nothing of the kernel; this is a file format.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.base.errors import ResultsError

__all__ = ["HEADER_BYTES", "npy_header", "open_npy"]

HEADER_BYTES = 128

_MAX_SHOWN = 100


def npy_header(descr: str, nr_rows: int) -> bytes:
    """Return a version 1.0 header of exactly `HEADER_BYTES`."""
    text = f"{{'descr': '{descr}', 'fortran_order': False, 'shape': ({nr_rows},), }}"
    magic = b"\x93NUMPY\x01\x00"
    room = HEADER_BYTES - len(magic) - 2
    return magic + room.to_bytes(2, "little") + text.ljust(room - 1).encode() + b"\n"


def open_npy(path: Path, descr: str, nr_rows: int) -> npt.NDArray[Any]:
    """Map a column's file into memory, read-only.

    Args:
        path: The file.
        descr: Its numpy type, such as ``<i8``.
        nr_rows: How many rows it has.

    Raises:
        ResultsError: It cannot be read, or is not that.
    """
    dtype = np.dtype(descr)
    try:
        with path.open("rb") as file:
            head = file.read(HEADER_BYTES)
            size = os.fstat(file.fileno()).st_size
            if head != npy_header(descr, nr_rows):
                raise _misfit(path, head, descr, nr_rows)
            wanted = HEADER_BYTES + nr_rows * dtype.itemsize
            if size != wanted:
                raise ResultsError(
                    "a column of a result table cannot be read",
                    where=str(path),
                    reason=f"it has {size} bytes, and {nr_rows} rows take {wanted}",
                    suggestion="it was cut off or added to: copy it again, or run the scenario",
                )
            if not nr_rows:
                return np.empty(0, dtype)
            return np.memmap(file, dtype, "r", HEADER_BYTES, (nr_rows,))
    except (OSError, ValueError) as error:
        raise ResultsError(
            "a column of a result table cannot be read",
            where=str(path),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error


def _misfit(path: Path, head: bytes, descr: str, nr_rows: int) -> ResultsError:
    if head[:6] != b"\x93NUMPY":
        found = f"it starts with {head[:8]!r}"
    else:
        # Bytes that are no text are shown as such; nothing of a header is taken at its word.
        text = head[10:].decode("ascii", "backslashreplace").strip()
        found = f"its header says {text[:_MAX_SHOWN]}"
    return ResultsError(
        "a column of a result table is not what its schema says",
        where=str(path),
        reason=f"{found}, wanted are {nr_rows} rows of {descr}",
    )
