"""The tracers' programs and maps, and the queues of the machine.

**Rule:** one row per program, map or queue and arm; counts are sums over replications, what a
map holds is a mean, a peak is the highest of all.

**Not modelled:** nothing; this is wording.
"""

from __future__ import annotations

from typing import Any, cast

import pandas as pd

from analysis import text
from analysis.run import Run
from analysis.sheets.sheet import Sheet

__all__ = ["map_sheet", "program_sheet", "queue_sheet"]

_PREFIX = "BPF_MAP_TYPE_"
_OF_CPUS = ("runqueue", "irq", "softirq")


def _over(run: Run, how: str) -> str:
    nr = len(run.replications)
    return f", {how} over {nr} replications" if nr > 1 else ""


def program_sheet(run: Run) -> Sheet:
    """Return the tracers' programs: how often they ran, and how long."""
    rows = run.df_programs()
    found = []
    by = ["arm", "tracer", "prog", "hook"]
    for key, group in rows.groupby(by, sort=False):
        arm, tracer, prog, hook = cast("tuple[str, ...]", key)
        runs = int(group["run_cnt"].sum())
        per_run = int(group["run_time_ns"].sum()) / runs if runs else float("nan")
        insns = int(group["insns"].sum()) / runs if runs else float("nan")
        each = (text.value(per_run, "ns"), text.value(insns, ""))
        counts = (text.count(runs), *each, text.count(int(group["missed"].sum())))
        found.append((arm, f"{tracer}/{prog}", hook, *counts))
    heads = ("arm", "program", "hook", "runs", "time per run", "insns per run", "missed")
    return Sheet(f"Programs{_over(run, 'sum')}", heads, tuple(found), 3)


def _fill(group: pd.DataFrame, map_type: str, max_entries: int) -> tuple[str, str]:
    """Return capacity and fill of a map, in bytes where it is a ring buffer."""
    if map_type == "RINGBUF":
        peak = int(group["peak_bytes"].max())
        frac = text.percent(peak / max_entries) if max_entries else text.DASH
        return text.size(max_entries), f"at most {text.size(peak)} ({frac})"
    if map_type == "PERF_EVENT_ARRAY":
        return text.count(max_entries), f"at most {text.size(int(group['peak_bytes'].max()))}"
    entries = float(group["entries"].mean())
    frac = text.percent(entries / max_entries) if max_entries else text.DASH
    return text.count(max_entries), f"{text.count(entries)} ({frac})"


def _more(nr_bytes: float) -> str:
    """Return what one more key or CPU costs."""
    return text.size(int(nr_bytes)) if nr_bytes == nr_bytes else text.DASH


def map_sheet(run: Run) -> Sheet:
    """Return the tracers' maps: type, size, how full they were, what they refused."""
    rows = run.df_maps()
    found = []
    for key, group in rows.groupby(["arm", "tracer", "map"], sort=False):
        arm, tracer, name = cast("tuple[str, ...]", key)
        first = group.iloc[0]
        kind = str(first["map_type"]).removeprefix(_PREFIX)
        capacity, fill = _fill(group, kind, int(first["max_entries"]))
        memory = text.size(int(first["memory_bytes"]))
        more = (_more(first["key_cost_bytes"]), _more(first["cpu_cost_bytes"]))
        failed = text.count(int(group["failed"].sum()))
        found.append((arm, f"{tracer}/{name}", kind, capacity, fill, memory, *more, failed))
    sizes = ("max_entries", "filled", "memory", "one more key", "one more CPU")
    heads = ("arm", "map", "type", *sizes, "updates refused")
    over = _over(run, "mean")
    return Sheet(f"Maps, at the end of the run{over}", heads, tuple(found), 3)


def _queue(group: pd.DataFrame, horizon_ns: int) -> tuple[str, ...]:
    sums = {name: int(group[name].sum()) for name in ("arrivals", "refused", "area_ns")}
    came = sums["arrivals"]
    per_s = came * 1e9 / horizon_ns if horizon_ns else float("nan")
    stay = sums["area_ns"] / came if came else float("nan")
    mean = sums["area_ns"] / horizon_ns if horizon_ns else float("nan")
    most, refused = text.count(int(group["most"].max())), text.count(sums["refused"])
    return (text.value(per_s, "/s"), text.value(stay, "ns"), f"{mean:.3g}", most, refused)


def queue_sheet(run: Run) -> Sheet:
    """Return every queue that somebody came to: rate, stay, and mean number, by Little's law.

    Those of the CPUs are taken together; the table `queues` has each.
    """
    rows = run.frame("queues", "queue_sheet()")
    rows = rows[rows["arrivals"] + rows["refused"] > 0].astype({"queue": object})
    rows.loc[rows["kind"].isin(_OF_CPUS), "queue"] = "all CPUs"
    kinds = list(dict.fromkeys(rows["kind"].astype(str)))
    by = ["arm", "kind", "queue"]
    found = []
    for arm in run.arms:
        horizon = sum(run.machine(a, r, "horizon_ns") for a, r in run.cells() if a == arm)
        mine = rows[rows["arm"] == arm].astype(dict.fromkeys(by, object))
        groups: dict[Any, pd.DataFrame] = dict(iter(mine.groupby(by, sort=False)))
        for key in sorted(groups, key=lambda key: kinds.index(key[1])):
            found.append((arm, key[2], key[1], *_queue(groups[key], horizon)))
    heads = ("arm", "queue", "kind", "arrivals", "mean stay", "mean number", "most", "refused")
    notes = (
        "Arrivals × mean stay = mean number: Little's law, which holds to the nanosecond here; "
        "the time of those still present at the end is counted with the stays.",
    )
    return Sheet(f"Queues{_over(run, 'mean')}", heads, tuple(found), 3, notes)
