"""Latency of requests: from their arrival to their end.

A request counts when a worker began it and it ended after the warm-up and up to the horizon.
Its latency is end − arrival, so waiting for a free worker is part of it (no coordinated
omission in an open loop).

**Rule:** percentiles are nearest-rank on integers: the p-th of n sorted values is the one at
rank ⌈p·n⌉, an observed value, never an interpolation.

**Not modelled:** requests still open at the horizon, which a long-tailed system has more of.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.source import Source

__all__ = ["PERMILLES", "completed_requests", "df_latency", "nearest_rank"]

PERMILLES = {"p50_ns": 500, "p90_ns": 900, "p99_ns": 990, "p999_ns": 999}
"""Columns of percentiles and their rank in thousandths."""


def nearest_rank(values: npt.NDArray[Any], permille: int) -> int:
    """Return the nearest-rank percentile of integers.

    Args:
        values: At least one value, in any order.
        permille: Rank in thousandths, 1 to 1000.
    """
    ranked = np.sort(values)
    return int(ranked[-(-permille * len(ranked) // 1000) - 1])


def completed_requests(run: Source, needed_by: str, *, after_warmup: bool = True) -> pd.DataFrame:
    """Return the requests that count, with a column `latency_ns`.

    Args:
        run: The run.
        needed_by: Who asks.
        after_warmup: Leave out those that ended in the warm-up.
    """
    rows = run.frame("requests", needed_by)
    reps = rows["replication"].to_numpy()
    start, end = rows["start_ns"].to_numpy(), rows["end_ns"].to_numpy()
    keep = np.zeros(len(rows), dtype=bool)
    for arm, rep in run.cells():
        low = run.warmup_ns(arm, rep) if after_warmup else -1
        high = run.machine(arm, rep, "horizon_ns")
        mine = (rows["arm"] == arm).to_numpy() & (reps == rep)
        keep |= mine & (end > low) & (end <= high) & (start >= 0)
    kept = rows[keep].reset_index(drop=True)
    kept["latency_ns"] = kept["end_ns"] - kept["arrive_ns"]
    return kept


def df_latency(run: Source) -> pd.DataFrame:
    """Return one row per arm, replication and workload, from `requests` and `machine`.

    Columns: arm, replication, workload, nr_requests, nr_failed (a negative result), mean_ns,
    p50_ns, p90_ns, p99_ns, p999_ns, max_ns. A workload without a counted request has no row.
    """
    rows = completed_requests(run, "df_latency()")
    by = ["arm", "replication", "workload"]
    found = []
    for key, group in rows.groupby(by, observed=True, sort=False):
        arm, rep, workload = cast("tuple[str, int, str]", key)
        values = group["latency_ns"].to_numpy()
        found.append(
            {
                "arm": str(arm),
                "replication": int(rep),
                "workload": str(workload),
                "nr_requests": len(values),
                "nr_failed": int((group["result"] < 0).sum()),
                "mean_ns": int(values.sum()) / len(values),
                **{name: nearest_rank(values, rank) for name, rank in PERMILLES.items()},
                "max_ns": int(values.max()),
            }
        )
    columns = [*by, "nr_requests", "nr_failed", "mean_ns", *PERMILLES, "max_ns"]
    return pd.DataFrame(found, columns=columns)
