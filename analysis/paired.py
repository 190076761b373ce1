"""Comparing each arm with the twin, paired by replication.

Arm and twin of one replication ran under the same draws, so the interval is that of the mean of
their differences: narrower than one that compares two means.

**Rule:** with one replication there is no interval, and the comparison says "one replication".
What the run is too short to state is marked, and still there.

**Not modelled:** correction for looking at several metrics at once.
"""

from __future__ import annotations

import math
from typing import cast

import pandas as pd

from analysis.metrics.overhead import df_overhead
from analysis.source import Source
from analysis.stats.interval import CONFIDENCE, paired_interval
from analysis.stats.support import nr_counted, why_unsupported

__all__ = ["df_comparison"]

_COLUMNS = (
    "arm",
    "metric",
    "unit",
    "nr_replications",
    "value",
    "twin",
    "diff",
    "diff_frac",
    "half_width",
    "low",
    "high",
    "confidence",
    "is_difference",
    "is_supported",
    "why_not",
    "note",
)


def df_comparison(run: Source, confidence: float = CONFIDENCE) -> pd.DataFrame:
    """Return one row per traced arm and metric, from what `df_overhead` needs.

    Columns: arm, metric, unit, nr_replications, value and twin (means), diff, diff_frac (of the
    means), half_width, low and high (of diff; NaN without an interval), confidence,
    is_difference (the interval leaves zero out), is_supported (the run is long enough to state
    the metric), why_not (in words, when it is not), note.

    Args:
        run: The run.
        confidence: Of the intervals, between 0 and 1.
    """
    rows = df_overhead(run)
    rows = rows[(rows["arm"] != run.twin) & rows["diff"].notna()]
    counted = nr_counted(run)
    found = []
    for key, group in rows.groupby(["arm", "metric", "unit"], sort=False):
        arm, metric, unit = cast("tuple[str, str, str]", key)
        interval = paired_interval(group["value"].tolist(), group["twin"].tolist(), confidence)
        n, twin = interval.n, float(group["twin"].mean())
        why_not = why_unsupported(run, counted, arm, metric)
        paired = f"{100 * confidence:g} % over {n} paired replications"
        found.append(
            {
                "arm": arm,
                "metric": metric,
                "unit": unit,
                "nr_replications": n,
                "value": float(group["value"].mean()),
                "twin": twin,
                "diff": interval.mean,
                "diff_frac": interval.mean / twin if twin else math.nan,
                "half_width": interval.half_width,
                "low": interval.low,
                "high": interval.high,
                "confidence": confidence,
                "is_difference": interval.excludes_zero,
                "is_supported": not why_not,
                "why_not": why_not,
                "note": "one replication" if n == 1 else paired,
            }
        )
    return pd.DataFrame(found, columns=list(_COLUMNS))
