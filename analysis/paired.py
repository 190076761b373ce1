"""Comparing each arm with the twin, paired by replication.

Arm and twin of one replication ran under the same draws, so the interval is that of the mean of
their differences: narrower than one that compares two means.

**Rule:** Student's t at 95 %, two-sided; with one replication there is no interval, and the
comparison says "one replication". Beyond 30 degrees of freedom the value for 30 is used, which
is slightly too wide.

**Not modelled:** correction for looking at several metrics at once.
"""

from __future__ import annotations

import math

import pandas as pd

from analysis.metrics.overhead import df_overhead
from analysis.source import Source

__all__ = ["df_comparison", "half_width"]

_T975 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip


def half_width(differences: list[float]) -> float:
    """Return the half-width of the 95 % interval of their mean; NaN for fewer than two."""
    n = len(differences)
    if n < 2:
        return math.nan
    mean = sum(differences) / n
    variance = sum((d - mean) ** 2 for d in differences) / (n - 1)
    return _T975[min(n - 1, len(_T975)) - 1] * math.sqrt(variance / n)


def df_comparison(run: Source) -> pd.DataFrame:
    """Return one row per traced arm and metric, from what `df_overhead` needs.

    Columns: arm, metric, unit, nr_replications, value and twin (means), diff, diff_frac (of the
    means), half_width (of diff), note.
    """
    rows = df_overhead(run)
    rows = rows[(rows["arm"] != run.twin) & rows["diff"].notna()]
    found = []
    for (arm, metric, unit), group in rows.groupby(["arm", "metric", "unit"], sort=False):
        differences = [float(d) for d in group["diff"]]
        n, twin = len(differences), float(group["twin"].mean())
        diff = sum(differences) / n
        found.append(
            {
                "arm": arm,
                "metric": metric,
                "unit": unit,
                "nr_replications": n,
                "value": float(group["value"].mean()),
                "twin": twin,
                "diff": diff,
                "diff_frac": diff / twin if twin else math.nan,
                "half_width": half_width(differences),
                "note": "one replication" if n == 1 else f"95 % over {n} paired replications",
            }
        )
    columns = ["arm", "metric", "unit", "nr_replications", "value", "twin", "diff", "diff_frac"]
    return pd.DataFrame(found, columns=[*columns, "half_width", "note"])
