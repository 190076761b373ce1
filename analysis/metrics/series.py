"""Samples over simulated time, read without decoding a name per row.

**Rule:** samples of one line are in the order of time, as they were taken. Reduced to bins, a
line keeps its highest values, so that a short peak is not lost.

**Not modelled:** samples that were not taken; between two of them anything may have happened.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.source import Source, remembered

__all__ = ["MAX_POINTS", "Line", "highest", "lines"]

MAX_POINTS = 500
"""Points of a line that is drawn."""

Ints = npt.NDArray[np.int64]


class Line(NamedTuple):
    """The samples of one subject in one replication."""

    t_ns: Ints
    values: Ints


def lines(run: Source, metric: str, needed_by: str) -> dict[tuple[str, int, str], Line]:
    """Return the samples of a metric by (arm, replication, subject), from `series`.

    Args:
        run: The run.
        metric: Such as ``fill_bytes``.
        needed_by: Who asks.
    """
    return remembered(run, f"series of {metric}", lambda: _lines(run, metric, needed_by))


def _lines(run: Source, metric: str, needed_by: str) -> dict[tuple[str, int, str], Line]:
    data = run.table("series", needed_by)
    names = data.categories("metric")
    if metric not in names or not data.nr_rows:
        return {}
    rows = np.flatnonzero(data.codes("metric") == names.index(metric))
    keys = [data.codes(name)[rows] for name in ("arm", "replication", "subject")]
    # Stable: within a line samples stay in their order.
    order = np.lexsort(keys[::-1])
    rows, keys = rows[order], [key[order] for key in keys]
    is_first = np.ones(len(rows), dtype=bool)
    is_first[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    starts = np.flatnonzero(is_first).tolist()
    times, values = data.codes("t_ns"), data.codes("value")
    arms, subjects = data.categories("arm"), data.categories("subject")
    found: dict[tuple[str, int, str], Line] = {}
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        head: tuple[Any, ...] = tuple(int(key[start]) for key in keys)
        mine = rows[start:end]
        line = Line(times[mine], values[mine])
        found[(arms[head[0]], head[1], subjects[head[2]])] = line
    return found


def highest(t_ns: Ints, values: Ints, horizon_ns: int, nr: int = MAX_POINTS) -> Line:
    """Return a line of at most *nr* points: the highest value of each stretch of time.

    Args:
        t_ns: When.
        values: The values.
        horizon_ns: End of the last stretch.
        nr: How many stretches.
    """
    if len(t_ns) <= nr:
        return Line(np.asarray(t_ns), np.asarray(values))
    width = max(-(-horizon_ns // nr), 1)
    at = np.asarray(t_ns) // width
    starts = np.flatnonzero(np.diff(at, prepend=at[0] - 1) != 0)
    return Line(np.asarray(t_ns)[starts], np.maximum.reduceat(np.asarray(values), starts))
