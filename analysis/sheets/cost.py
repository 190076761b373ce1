"""What an arm costs against the twin: the headline table, with what was lost below it.

**Rule:** figures are those of `paired.df_comparison` and of `metrics.losses`. A metric that the
run is too short for has a mark in place of its difference, and a note that says why.

**Not modelled:** nothing; this is wording.
"""

from __future__ import annotations

from typing import Any, cast

from analysis import text
from analysis.metrics.losses import losses
from analysis.paired import df_comparison
from analysis.run import Run
from analysis.sheets.sheet import Sheet

__all__ = ["LABELS", "cost_sheet", "twin_sheet"]

_MARK = "†"
_ALWAYS = ("records lost", "hits missed")

LABELS = {
    "throughput_per_s": "throughput",
    "latency_p50_ns": "latency p50",
    "latency_p99_ns": "latency p99",
    "cpu_busy_frac": "CPU busy",
    "cpu_per_request_ns": "CPU per request",
    "tracer_memory_bytes": "tracer memory",
}
"""What people call the metrics."""


def twin_sheet(run: Run) -> Sheet:
    """Return the metrics of the twin, for a run that has no other arm."""
    means = run.df_overhead().groupby(["metric", "unit"], sort=False)["value"].mean()
    rows = []
    for key, number in means.items():
        metric, unit = cast("tuple[str, str]", key)
        rows.append((LABELS[metric], text.value(float(number), unit, metric)))
    title = f"{run.twin} alone: no traced arm to compare with"
    return Sheet(title, ("", run.twin), tuple(rows))


def _metric(row: dict[str, Any]) -> tuple[str, ...]:
    unit, metric = str(row["unit"]), str(row["metric"])
    twin, value = (text.value(row[column], unit, metric) for column in ("twin", "value"))
    diff, share = text.DASH + _MARK, ""
    if row["is_supported"]:
        diff = text.plus_minus(row["diff"], row["half_width"], unit, metric)
        share = "" if metric.endswith("_frac") else text.percent(row["diff_frac"], sign=True)
    return LABELS[metric], twin, value, diff, share


def cost_sheet(run: Run, arm: str) -> Sheet:
    """Return what *arm* costs against the twin, and what it lost."""
    comparison = df_comparison(run)
    mine = comparison[comparison["arm"] == arm]
    note = str(mine["note"].iloc[0]) if len(mine) else "nothing to compare"
    rows = [_metric(cast("dict[str, Any]", row)) for row in mine.to_dict("records")]
    for loss in (loss for loss in losses(run) if loss.arm == arm):
        if loss.count or loss.what in _ALWAYS:
            causes = ", ".join(f"{text.count(n)} {cause}" for cause, n in loss.causes)
            value = f"{text.count(loss.count)} of {text.count(loss.whole)}"
            rows.append((loss.what, "", value, causes, text.percent(loss.frac)))
        if loss.unread:
            value = f"{text.count(loss.unread)} of {text.count(loss.whole)}"
            rows.append(("unread at the end", "", value, "", ""))
    why = dict.fromkeys(str(why) for why in mine[~mine["is_supported"].astype(bool)]["why_not"])
    title = f"What {arm} costs against {run.twin} ({note})"
    notes = tuple(f"{_MARK} {one}" for one in why)
    return Sheet(title, ("", run.twin, arm, "difference", ""), tuple(rows), 1, notes)
