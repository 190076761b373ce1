"""Whether a run is long enough for a metric to be stated at all.

**Rule:** a percentile needs ten observations beyond it, in every replication of the arm and of
the twin: with fewer it is one of the last few values, and moves with each. A metric of requests
needs a steady run (`stats.warmup`). What is wrong is said in words; nothing wrong is no words.

**Not modelled:** how far off an unsupported figure is.
"""

from __future__ import annotations

from collections.abc import Mapping

from analysis import text
from analysis.metrics.latency import completed_requests
from analysis.source import Source

__all__ = ["MIN_BEYOND", "TAILS", "nr_counted", "requests_needed", "why_unsupported"]

MIN_BEYOND = 10
"""Observations that must lie beyond a percentile."""

TAILS = {"latency_p50_ns": 500, "latency_p99_ns": 990}
"""Metrics that are percentiles, with their rank in thousandths."""

Cell = tuple[str, int]


def nr_counted(run: Source) -> dict[Cell, int]:
    """Return how many requests count, per arm and replication."""
    rows = completed_requests(run, "support of a metric")
    sizes = rows.groupby(["arm", "replication"], observed=True).size()
    return {cell: int(sizes.get(cell, 0)) for cell in run.cells()}


def requests_needed(permille: int) -> int:
    """Return how many requests leave `MIN_BEYOND` beyond a percentile."""
    return -(-1000 * MIN_BEYOND // (1000 - permille))


def why_unsupported(run: Source, counted: Mapping[Cell, int], arm: str, metric: str) -> str:
    """Return why a metric of an arm cannot be stated; empty when it can.

    Args:
        run: The run.
        counted: From `nr_counted`.
        arm: The arm.
        metric: A metric of `metrics.overhead`.
    """
    if metric.endswith("_bytes"):
        return ""
    if run.warmup().too_short:
        return run.warmup().too_short
    if metric not in TAILS:
        return ""
    cells = [cell for cell in counted if cell[0] in (arm, run.twin)]
    least = min(cells, key=lambda cell: counted[cell])
    need = requests_needed(TAILS[metric])
    if counted[least] >= need:
        return ""
    return (
        f"replication {least[1]} of {least[0]} has {text.count(counted[least])} requests, and "
        f"{text.count(need)} leave {MIN_BEYOND} beyond this percentile"
    )
