"""The warm-up of a run: given by the scenario, or found by MSER-5.

With ``warmup: auto`` the machine table says −1, and the warm-up is decided here. A series is the
latency of completed requests in the order of their ends, of one arm and one workload, averaged
over replications at each index: the average of independent replications shows a trend through
less noise than any one of them (Welch 1983; Hoad, Robinson and Davies 2010 apply MSER-5 to it).
What the rule cuts ends, in each replication, with the end of the last request cut; the warm-up
is the latest of these times over all arms, workloads and replications, and not before the last
tracer is attached: what ends earlier was not traced, which differences between arms would show
long before a single arm's latency does.

**Rule:** one warm-up for the whole run, so that arms stay paired. Series are looked at whatever
the scenario says, since a series without a steady stretch makes any warm-up too short. A
workload with fewer than a hundred requests has no say, unless all have fewer.

**Not modelled:** warm-up of anything but latency; a cache that fills while latency stands still.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from analysis import text
from analysis.metrics.latency import completed_requests
from analysis.source import Source
from analysis.stats.mser import BATCH, MIN_BATCHES, Mser, mser5
from sim.record.schema import WARMUP_AUTO

__all__ = ["SeriesWarmup", "Warmup", "find_warmup"]

_NOTED = 50
"""A given warm-up that is shorter than the rule's by one part in this many of the run is noted."""

Column = npt.NDArray[np.int64]


@dataclass(frozen=True)
class SeriesWarmup:
    """What MSER-5 says of one arm and workload.

    Attributes:
        arm: Arm.
        workload: Workload.
        nr_requests: Length of the series: the fewest requests of any replication.
        mser: What the rule found.
        ns: When the last request cut ends, in the latest replication; 0 for none cut.
    """

    arm: str
    workload: str
    nr_requests: int
    mser: Mser
    ns: int


@dataclass(frozen=True)
class Warmup:
    """The warm-up of a run.

    Attributes:
        ns: Requests that end at or before this time count for nothing.
        is_auto: Whether MSER-5 chose it; otherwise the scenario did.
        found_ns: The least that would do: MSER-5's choice, and until tracers are attached.
        attached_ns: When the last tracer was attached, in the latest replication.
        series: What it rests on.
        too_short: Why the run is too short to tell, in words; empty when it is not.
        notes: What else a reader should know.
    """

    ns: int
    is_auto: bool
    found_ns: int
    attached_ns: int
    series: tuple[SeriesWarmup, ...]
    too_short: str
    notes: tuple[str, ...]


def _by_replication(run: Source) -> Iterator[tuple[str, str, list[tuple[Column, Column]]]]:
    """Yield arm, workload, and per replication the ends and latencies in the order of ends."""
    rows = completed_requests(run, "the warm-up", after_warmup=False)
    ends, latencies = rows["end_ns"].to_numpy(), rows["latency_ns"].to_numpy()
    reps = rows["replication"].to_numpy()
    for arm in run.arms:
        of_arm = (rows["arm"] == arm).to_numpy()
        for workload in dict.fromkeys(rows["workload"].astype(str)[of_arm]):
            mine = of_arm & (rows["workload"] == workload).to_numpy()
            found = []
            for rep in run.replications:
                at = np.flatnonzero(mine & (reps == rep))
                at = at[np.argsort(ends[at], kind="stable")]
                found.append((ends[at], latencies[at]))
            yield arm, workload, found


def _one_series(arm: str, workload: str, reps: list[tuple[Column, Column]]) -> SeriesWarmup:
    length = min(len(ends) for ends, _ in reps)
    total = np.zeros(length, dtype=np.int64)
    for _, latencies in reps:
        total += latencies[:length]
    mser = mser5((total / len(reps)).tolist())
    cut = mser.truncation
    ns = max(int(ends[cut - 1]) for ends, _ in reps) if cut else 0
    return SeriesWarmup(arm, workload, length, mser, ns)


def _too_short(series: list[SeriesWarmup], judged: list[SeriesWarmup]) -> str:
    if not series:
        return "no request was completed"
    if not judged:
        most = max(series, key=lambda s: s.nr_requests)
        return (
            f"{text.count(most.nr_requests)} completed requests of {most.workload} in {most.arm} "
            f"are too few to find a warm-up in: {BATCH * MIN_BATCHES} are needed"
        )
    for one in judged:
        if not one.mser.is_steady:
            share = text.percent(one.mser.best / one.mser.nr_batches)
            return (
                f"the latency of {one.workload} in {one.arm} is not steady: MSER-5 would cut the "
                f"first {share} of its requests, and more than half is not warm-up"
            )
    return ""


def _attached(run: Source) -> tuple[int, str]:
    """Return when the last tracer was attached, and why that will not do."""
    latest = 0
    for arm, rep in run.cells():
        attached_ns = run.machine(arm, rep, "attached_ns", 0)
        if attached_ns < 0:
            return 0, f"replication {rep} of {arm} ended before its tracers were attached"
        latest = max(latest, attached_ns)
    return latest, ""


def _notes(found: Warmup, horizon_ns: int) -> tuple[str, ...]:
    judged = any(one.mser.is_long_enough for one in found.series)
    notes = [
        f"{one.workload} in {one.arm} has no say in the warm-up: {one.nr_requests} requests"
        for one in found.series
        if judged and not one.mser.is_long_enough
    ]
    given = f"the scenario's warm-up is {text.duration(found.ns)}"
    if found.attached_ns > found.ns:
        notes.append(f"{given}; tracers are attached after {text.duration(found.attached_ns)}")
    elif (found.found_ns - found.ns) * _NOTED > horizon_ns:
        notes.append(f"{given}; MSER-5 would cut {text.duration(found.found_ns)}")
    if found.attached_ns * _NOTED > horizon_ns:
        notes.append(
            "figures of CPU time cover the whole run, of which the first "
            f"{text.percent(found.attached_ns / horizon_ns)} pass before tracers are attached"
        )
    return tuple(notes)


def find_warmup(run: Source) -> Warmup:
    """Return the warm-up of a run, from `requests` and `machine`."""
    series = [_one_series(*one) for one in _by_replication(run)]
    judged = [one for one in series if one.mser.is_long_enough]
    cells = run.cells()
    attached_ns, unattached = _attached(run)
    found_ns = max((one.ns for one in judged), default=0)
    found_ns = max(found_ns, attached_ns)
    given_ns = max(run.machine(*cell, "warmup_ns", 0) for cell in cells)
    is_auto = any(run.machine(*cell, "warmup_ns", 0) == WARMUP_AUTO for cell in cells)
    too_short = unattached or _too_short(series, judged)
    horizon_ns = min(run.machine(*cell, "horizon_ns") for cell in cells)
    if is_auto and not too_short and 2 * found_ns > horizon_ns:
        of = f"{text.duration(found_ns)} of {text.duration(horizon_ns)}"
        too_short = f"the warm-up would be more than half of the run: {of}"
    ns = min(found_ns, horizon_ns // 2) if is_auto else given_ns
    found = Warmup(ns, is_auto, found_ns, attached_ns, tuple(series), too_short, ())
    return found if too_short else replace(found, notes=_notes(found, horizon_ns))
