"""Requests that count, counted without ever holding all of them.

A run may hold ten million requests. What figures need of them is little: how many, their
percentiles, how many ended in each stretch of time, and how latency is distributed. This module
makes these from the memory-mapped columns, one arm and replication after the other, and once per
run.

**Rule:** a request counts when a worker began it and it ended after the warm-up and up to the
horizon; see `metrics.latency`. `EDGES_NS` are integers, so that counts are exact.

**Not modelled:** keeping single requests; `metrics.latency.completed_requests` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.source import Source, remembered

__all__ = [
    "EDGES_NS",
    "PERMILLES",
    "LatencySummary",
    "bin_counts",
    "cell_slices",
    "count_all",
    "latency_summaries",
    "nearest_rank",
    "warmup_ns",
]

PERMILLES = {"p50_ns": 500, "p90_ns": 900, "p99_ns": 990, "p999_ns": 999}
"""Columns of percentiles and their rank in thousandths."""

_PER_DECADE = 48
_DECADES = 12
_CHUNK_ROWS = 1 << 20

Ints = npt.NDArray[np.int64]
Cell = tuple[str, int]


def _edges() -> Ints:
    """Return about 48 edges a decade from 1 ns to 1,000 s, as far as integers allow."""
    exact = 10.0 ** (np.arange(_DECADES * _PER_DECADE + 1) / _PER_DECADE)
    return np.unique(np.rint(exact).astype(np.int64))


EDGES_NS = _edges()
"""Latencies at which `LatencySummary.slower` counts: 1 ns to 1,000 s, evenly as logarithms."""


@dataclass(frozen=True)
class LatencySummary:
    """What is kept of the latencies of one arm, replication and workload.

    Attributes:
        nr: Requests that count.
        nr_failed: Those with a negative result.
        sum_ns: Sum of their latencies.
        max_ns: The longest; 0 of none.
        ranks_ns: Nearest-rank percentiles by the names of `PERMILLES`; empty of none.
        slower: How many took longer than each of `EDGES_NS`.
    """

    nr: int
    nr_failed: int
    sum_ns: int
    max_ns: int
    ranks_ns: dict[str, int]
    slower: Ints


def warmup_ns(run: Source, cell: Cell) -> int:
    """Return until when requests of a cell count for nothing."""
    return run.warmup_ns(*cell)


def nearest_rank(values: npt.NDArray[Any], permille: int) -> int:
    """Return the nearest-rank percentile of integers.

    Args:
        values: At least one value, in any order.
        permille: Rank in thousandths, 1 to 1000.
    """
    return _ranked(np.sort(values), permille)


def _ranked(ordered: npt.NDArray[Any], permille: int) -> int:
    return int(ordered[-(-permille * len(ordered) // 1000) - 1])


def cell_slices(run: Source, name: str, needed_by: str) -> dict[Cell, list[slice]]:
    """Return where a table has the rows of each arm and replication, as slices of its columns.

    Args:
        run: The run.
        name: A table with the columns arm and replication.
        needed_by: Who asks.
    """
    data = run.table(name, needed_by)
    found: dict[Cell, list[slice]] = {cell: [] for cell in run.cells()}
    if not data.nr_rows:
        return found
    arms, reps = data.codes("arm"), data.codes("replication")
    starts = [0]
    for at in range(1, data.nr_rows, _CHUNK_ROWS):
        end = min(at + _CHUNK_ROWS, data.nr_rows)
        is_other = np.diff(arms[at - 1 : end]) != 0
        is_other |= np.diff(reps[at - 1 : end]) != 0
        starts += (np.flatnonzero(is_other) + at).tolist()
    names = data.categories("arm")
    for start, end in zip(starts, [*starts[1:], data.nr_rows], strict=True):
        cell = (names[int(arms[start])], int(reps[start]))
        if cell in found:
            found[cell].append(slice(start, end))
    return found


def _slices(run: Source, needed_by: str) -> dict[Cell, list[slice]]:
    return remembered(run, "slices of requests", lambda: cell_slices(run, "requests", needed_by))


def _chunks(slices: list[slice]) -> Iterator[slice]:
    for whole in slices:
        for at in range(whole.start, whole.stop, _CHUNK_ROWS):
            yield slice(at, min(at + _CHUNK_ROWS, whole.stop))


def _counted(run: Source, cell: Cell, needed_by: str, *, after_warmup: bool) -> Iterator[Any]:
    """Yield pieces of a cell: its rows' slice, and which of them count."""
    data = run.table("requests", needed_by)
    starts, ends = data.codes("start_ns"), data.codes("end_ns")
    low = warmup_ns(run, cell) if after_warmup else -1
    high = run.machine(*cell, "horizon_ns")
    for piece in _chunks(_slices(run, needed_by)[cell]):
        end = ends[piece]
        yield piece, (end > low) & (end <= high) & (starts[piece] >= 0)


def count_all(run: Source, needed_by: str) -> dict[Cell, int]:
    """Return how many requests each cell completed, warm-up included."""

    def count() -> dict[Cell, int]:
        return {
            cell: sum(int(m.sum()) for _, m in _counted(run, cell, needed_by, after_warmup=False))
            for cell in run.cells()
        }

    return remembered(run, "count of requests", count)


def bin_counts(run: Source, cell: Cell, edges: Ints, needed_by: str) -> Ints:
    """Return how many requests ended in each bin, open below and closed above."""
    ends = run.table("requests", needed_by).codes("end_ns")
    found = np.zeros(len(edges) + 1, dtype=np.int64)
    for piece, mask in _counted(run, cell, needed_by, after_warmup=False):
        at = np.searchsorted(edges, ends[piece][mask], side="left")
        found += np.bincount(at, minlength=len(found))
    return found[1:-1]


def _summary(latencies: Ints, nr_failed: int) -> LatencySummary:
    """Sum up; sorts *latencies* in place."""
    latencies.sort()
    n = len(latencies)
    return LatencySummary(
        nr=n,
        nr_failed=nr_failed,
        sum_ns=int(latencies.sum()),
        max_ns=int(latencies[-1]) if n else 0,
        ranks_ns={name: _ranked(latencies, rank) for name, rank in PERMILLES.items()} if n else {},
        slower=n - np.searchsorted(latencies, EDGES_NS, side="right"),
    )


def _cell_summaries(run: Source, cell: Cell, needed_by: str) -> dict[str, LatencySummary]:
    data = run.table("requests", needed_by)
    arrives, ends, results = (data.codes(n) for n in ("arrive_ns", "end_ns", "result"))
    codes = data.codes("workload")
    parts: list[tuple[Ints, Ints, Ints]] = []
    for piece, mask in _counted(run, cell, needed_by, after_warmup=True):
        latency = ends[piece][mask] - arrives[piece][mask]
        parts.append((latency, codes[piece][mask], results[piece][mask] < 0))
    if not parts:
        return {"": _summary(np.zeros(0, dtype=np.int64), 0)}
    latencies, workloads, failed = (np.concatenate(column) for column in zip(*parts, strict=True))
    del parts
    names = data.categories("workload")
    present, first = np.unique(workloads, return_index=True)
    found = {}
    for code in present[np.argsort(first)]:
        mine = workloads == code
        found[names[int(code)]] = _summary(latencies[mine], int(failed[mine].sum()))
    return {"": _summary(latencies, int(failed.sum())), **found}


def latency_summaries(run: Source, needed_by: str) -> dict[Cell, dict[str, LatencySummary]]:
    """Return per cell a summary of each workload with a counted request; ``""`` is all of them."""

    def summarise() -> dict[Cell, dict[str, LatencySummary]]:
        return {cell: _cell_summaries(run, cell, needed_by) for cell in run.cells()}

    return remembered(run, "summaries of latency", summarise)
