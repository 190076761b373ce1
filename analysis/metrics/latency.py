"""Latency of requests: from their arrival to their end.

A request counts when a worker began it and it ended after the warm-up and up to the horizon.
Its latency is end − arrival, so waiting for a free worker is part of it (no coordinated
omission in an open loop).

**Rule:** percentiles are nearest-rank on integers: the p-th of n sorted values is the one at
rank ⌈p·n⌉, an observed value, never an interpolation.

**Not modelled:** requests still open at the horizon, which a long-tailed system has more of.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.metrics.requests import (
    PERMILLES,
    cell_slices,
    latency_summaries,
    nearest_rank,
    warmup_ns,
)
from analysis.source import Source

__all__ = ["PERMILLES", "completed_requests", "df_latency", "nearest_rank"]


def completed_requests(run: Source, needed_by: str, *, after_warmup: bool = True) -> pd.DataFrame:
    """Return the requests that count, with a column `latency_ns`.

    Args:
        run: The run.
        needed_by: Who asks.
        after_warmup: Leave out those that ended in the warm-up.
    """
    rows = run.frame("requests", needed_by)
    start, end = rows["start_ns"].to_numpy(), rows["end_ns"].to_numpy()
    keep = np.zeros(len(rows), dtype=bool)
    for cell, slices in cell_slices(run, "requests", needed_by).items():
        low = warmup_ns(run, cell) if after_warmup else -1
        high = run.machine(*cell, "horizon_ns")
        for mine in slices:
            keep[mine] = (end[mine] > low) & (end[mine] <= high) & (start[mine] >= 0)
    kept = rows[keep].reset_index(drop=True)
    kept["latency_ns"] = kept["end_ns"] - kept["arrive_ns"]
    return kept


def df_latency(run: Source) -> pd.DataFrame:
    """Return one row per arm, replication and workload, from `requests` and `machine`.

    Columns: arm, replication, workload, nr_requests, nr_failed (a negative result), mean_ns,
    p50_ns, p90_ns, p99_ns, p999_ns, max_ns. A workload without a counted request has no row.
    """
    found = []
    for (arm, rep), workloads in latency_summaries(run, "df_latency()").items():
        for workload, summary in workloads.items():
            if workload:
                found.append(
                    {
                        "arm": arm,
                        "replication": rep,
                        "workload": workload,
                        "nr_requests": summary.nr,
                        "nr_failed": summary.nr_failed,
                        "mean_ns": summary.sum_ns / summary.nr,
                        **summary.ranks_ns,
                        "max_ns": summary.max_ns,
                    }
                )
    head = ["arm", "replication", "workload", "nr_requests", "nr_failed", "mean_ns"]
    return pd.DataFrame(found, columns=[*head, *PERMILLES, "max_ns"])
