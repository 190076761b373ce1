"""What tracing cost: headline metrics of each arm beside the twin's.

**Rule:** throughput and latency leave out the warm-up; CPU time and memory are of the whole run,
since the time ledger is. Busy is everything but *halted*. CPU time per request is busy time
over all requests completed in the whole run, so that a closed loop on saturated CPUs, where
tracing shows as fewer requests, and an open loop, where it shows as less idling, compare alike.
Attaching is done once and would weigh the more per request the shorter the run: it is left out
there, and counts as busy.

**Not modelled:** energy and frequency.
"""

from __future__ import annotations

import pandas as pd

from analysis.metrics.accounts import df_time_ledger
from analysis.metrics.requests import LatencySummary, count_all, latency_summaries, warmup_ns
from analysis.source import Source

__all__ = ["METRICS", "df_overhead"]

METRICS: dict[str, tuple[str, str]] = {
    "throughput_per_s": ("/s", "completed requests per second after the warm-up"),
    "latency_p50_ns": ("ns", "median latency"),
    "latency_p99_ns": ("ns", "99th percentile of latency"),
    "cpu_busy_frac": ("", "busy CPU time over CPUs × horizon"),
    "cpu_per_request_ns": ("ns", "busy CPU time but attaching over completed requests, whole run"),
    "tracer_memory_bytes": ("bytes", "kernel memory of the tracers"),
}
"""Name of each metric, its unit and meaning, in the order of the headline."""


def _cell(
    run: Source,
    cell: tuple[str, int],
    counted: LatencySummary,
    nr_all: int,
    spent: dict[str, int],
) -> dict[str, float | None]:
    horizon = run.machine(*cell, "horizon_ns")
    measured = horizon - warmup_ns(run, cell)
    capacity = run.machine(*cell, "nr_cpus") * horizon
    busy = capacity - spent["halted"]
    return {
        "throughput_per_s": counted.nr * 1e9 / measured if measured > 0 else None,
        "latency_p50_ns": counted.ranks_ns.get("p50_ns"),
        "latency_p99_ns": counted.ranks_ns.get("p99_ns"),
        "cpu_busy_frac": busy / capacity if capacity else None,
        "cpu_per_request_ns": (busy - spent["attach"]) / nr_all if nr_all else None,
        "tracer_memory_bytes": run.machine(*cell, "tracer_memory_bytes", 0),
    }


def _of(frame: pd.DataFrame, cell: tuple[str, int]) -> pd.DataFrame:
    return frame[(frame["arm"] == cell[0]) & (frame["replication"] == cell[1])]


def df_overhead(run: Source) -> pd.DataFrame:
    """Return every metric of every arm, from `requests`, `time_ledger` and `machine`.

    Columns: arm, replication, metric, unit, value, twin (the twin's value in the same
    replication), diff (value − twin), diff_frac (diff over twin). NaN where there is no value.
    """
    counted = latency_summaries(run, "df_overhead()")
    everything = count_all(run, "df_overhead()")
    ledger = df_time_ledger(run)
    apart = {name: ledger[ledger["activity"] == name] for name in ("halted", "attach")}
    cells = {}
    for cell in run.cells():
        spent = {name: int(_of(rows, cell)["time_ns"].sum()) for name, rows in apart.items()}
        cells[cell] = _cell(run, cell, counted[cell][""], everything[cell], spent)
    rows = []
    for (arm, rep), values in cells.items():
        twins = cells.get((run.twin, rep), {})
        for metric, (unit, _) in METRICS.items():
            head = (arm, rep, metric, unit)
            rows.append((*head, values[metric], twins.get(metric)))
    names = ["arm", "replication", "metric", "unit", "value", "twin"]
    found = pd.DataFrame(rows, columns=names).astype({"value": float, "twin": float})
    found["diff"] = found["value"] - found["twin"]
    found["diff_frac"] = found["diff"] / found["twin"].where(found["twin"] != 0)
    return found
