"""What the result rests on: the share of priced time by confidence, and the prices that weigh.

**Rule:** shares are of the time that prices made, in an arm over all replications; *added* is
what they made more of than in the twin. Sources are read from the run's own copy of the profile.

**Not modelled:** how far off an assumed price may be; with several replications, uncertain
prices are drawn, and the intervals hold it.
"""

from __future__ import annotations

import math
from typing import Any, cast

import yaml

from analysis import text
from analysis.metrics.accounts import assumed_share, df_cost_use
from analysis.run import Run
from analysis.sheets.sheet import Sheet

__all__ = ["assumed_lines", "price_sheet"]

MOST = 15


def assumed_lines(run: Run) -> list[str]:
    """Return a line per traced arm: how much of its result rests on assumed prices."""
    lines = []
    for row in assumed_share(run).to_dict("records"):
        if row["arm"] == run.twin or math.isnan(row["frac"]):
            continue
        lines.append(
            f"{row['arm']}: {text.percent(row['frac'])} of all priced time rests on assumed "
            f"prices, {text.percent(row['added_frac'])} of what tracing added"
            + (f" (most: {row['prices']})" if row["prices"] else "")
        )
    return lines


def _sources(run: Run) -> dict[str, dict[str, Any]]:
    """Return the prices of the run's profile, as its copy has them."""
    path = run.path / "profile.yaml"
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    prices = found.get("prices") if isinstance(found, dict) else None
    return prices if isinstance(prices, dict) else {}


def price_sheet(run: Run, arm: str) -> Sheet:
    """Return the prices that added most to an arm, with what is known of them."""
    rows = df_cost_use(run)
    by = ["arm", "price", "confidence"]
    spent = rows.groupby(by, sort=False)["time_ps"].sum().reset_index()
    twin = spent[spent["arm"] == run.twin].set_index("price")["time_ps"]
    mine = spent[spent["arm"] == arm].copy()
    mine["added"] = mine["time_ps"] - mine["price"].map(twin).fillna(0)
    total = float(mine["added"].clip(lower=0).sum())
    most = mine[mine["added"] > 0].sort_values("added", ascending=False, kind="stable").head(MOST)
    sources = _sources(run)
    nr = len(run.replications)
    found = []
    for row in cast("list[dict[str, Any]]", most.to_dict("records")):
        known = sources.get(row["price"]) or sources.get(row["price"].split(".")[0] + ".default")
        source = str((known or {}).get("source", ""))
        added = text.duration(row["added"] / 1000 / nr)
        share = text.percent(row["added"] / total) if total else text.DASH
        found.append((row["price"], row["confidence"], source, added, share))
    heads = ("price", "confidence", "source", "added", "of all added")
    return Sheet(f"Prices that {arm} pays most", heads, tuple(found), 3)
