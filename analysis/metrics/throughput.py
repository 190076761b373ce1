"""Completed requests per second, over simulated time.

**Rule:** a request counts in the bin (start, end] that holds its end. The last bin may be cut
short by the horizon; its rate is over its true width. Bins that begin in the warm-up are
marked, not left out.

**Not modelled:** arrivals; a bin says what was completed, not what was asked for.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.metrics.requests import bin_counts, warmup_ns
from analysis.source import Source

__all__ = ["df_throughput", "round_bin_ns"]

_AIM_BINS = 40


def round_bin_ns(horizon_ns: int) -> int:
    """Return a bin of 1, 2 or 5 times a power of ten that cuts the horizon in 16 to 40."""
    unit = 1
    while True:
        for step in (1, 2, 5):
            if step * unit * _AIM_BINS >= horizon_ns:
                return step * unit
        unit *= 10


def df_throughput(run: Source, bin_ns: int | None = None) -> pd.DataFrame:
    """Return one row per arm, replication and bin, from `requests` and `machine`.

    Columns: arm, replication, start_ns, end_ns, is_warmup, nr_requests, throughput_per_s.

    Args:
        run: The run.
        bin_ns: Width of a bin; a round one when None.
    """
    cells = run.cells()
    width = bin_ns or round_bin_ns(max(run.machine(*cell, "horizon_ns") for cell in cells))
    frames = []
    for arm, rep in cells:
        horizon = run.machine(arm, rep, "horizon_ns")
        edges = np.array([*range(0, horizon, width), horizon], dtype=np.int64)
        count = bin_counts(run, (arm, rep), edges, "df_throughput()")
        frame = pd.DataFrame(
            {
                "arm": arm,
                "replication": rep,
                "start_ns": edges[:-1],
                "end_ns": edges[1:],
                "is_warmup": edges[:-1] < warmup_ns(run, (arm, rep)),
                "nr_requests": count,
                "throughput_per_s": count * 1e9 / np.diff(edges),
            }
        )
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)
