"""Two runs side by side: headline metrics, losses, programs and maps, as B − A.

What veristat is to the verifier's figures (``veristat -C A B``), for what a run costs and loses:
a value of each side, their difference and its share of A, and how sure it is.

**Rule:** a value is the mean over replications. Runs of one seed are compared replication by
replication, over those that both have; others by Welch's method. Arms, programs and maps go by
their names; a bin of the loss ledger that one side lacks is zero there.

**Not modelled:** correction for looking at many rows at once; differences inside a table.
"""

from __future__ import annotations

import math

import pandas as pd

from analysis.metrics.overhead import df_overhead
from analysis.run import Run
from analysis.stats.interval import CONFIDENCE, Interval, paired_interval, welch_interval
from analysis.stats.support import nr_counted, why_unsupported

__all__ = ["COLUMNS", "arms_of_one", "df_compare"]

_KEY = ["section", "arm", "subject", "metric", "unit"]
COLUMNS = (
    *_KEY,
    "a",
    "b",
    "diff",
    "diff_frac",
    "half_width",
    "low",
    "high",
    "nr_a",
    "nr_b",
    "is_changed",
    "is_difference",
    "why_not",
)
"""Columns of a comparison."""

_SECTIONS = ("arms", "losses", "programs", "maps")
_PER_PROGRAM = {"run_cnt": "count", "ns_per_run": "ns", "insns_per_run": "insns", "missed": "count"}
_PER_MAP = {"memory_bytes": "bytes", "entries": "count"}


def _long(frame: pd.DataFrame, section: str, values: dict[str, str]) -> pd.DataFrame:
    """Turn columns of values into one row each: its metric, unit and value."""
    parts = []
    for metric, unit in values.items():
        part = frame[["arm", "replication", "subject"]].copy()
        part["section"], part["metric"], part["unit"] = section, metric, unit
        part["value"] = frame[metric].astype(float)
        parts.append(part)
    return pd.concat(parts, ignore_index=True)


def _programs(run: Run) -> pd.DataFrame:
    rows = run.df_programs()
    rows["subject"] = rows["tracer"] + "/" + rows["prog"] + " at " + rows["hook"]
    by = ["arm", "replication", "subject"]
    figures = ["run_cnt", "run_time_ns", "insns", "missed"]
    summed = rows.groupby(by, sort=False)[figures].sum().reset_index()
    runs = summed["run_cnt"].where(summed["run_cnt"] > 0)
    summed["ns_per_run"] = summed["run_time_ns"] / runs
    summed["insns_per_run"] = summed["insns"] / runs
    return _long(summed, "programs", _PER_PROGRAM)


def _maps(run: Run) -> pd.DataFrame:
    rows = run.df_maps()
    rows["subject"] = rows["tracer"] + "/" + rows["map"]
    return _long(rows, "maps", _PER_MAP)


def _losses(run: Run) -> pd.DataFrame:
    rows = run.df_loss()
    where = rows["hook"].map(lambda hook: f" at {hook}" if hook else "")
    rows["subject"] = rows["section"] + " of " + rows["subject"] + where
    rows["section"], rows["unit"] = "losses", "count"
    return rows.rename(columns={"bin": "metric", "count": "value"}).drop(columns="hook")


def _everything(run: Run) -> pd.DataFrame:
    """Return one row per figure and replication."""
    arms = df_overhead(run)
    arms["section"], arms["subject"] = "arms", ""
    columns = [*_KEY, "replication", "value"]
    parts = [arms, _losses(run), _programs(run), _maps(run)]
    return pd.concat([part[columns] for part in parts if len(part)], ignore_index=True)


def arms_of_one(a: Run, b: Run) -> tuple[list[str], list[str]]:
    """Return the arms that only *a* has, and those that only *b* has."""
    only_a = [arm for arm in a.arms if arm not in b.arms]
    return only_a, [arm for arm in b.arms if arm not in a.arms]


Key = tuple[str, ...]
Series = dict[int, float]


class _Side:
    """The figures of one run, by key and replication."""

    def __init__(self, run: Run, arms: list[str]) -> None:
        self.run = run
        self.counted = nr_counted(run)
        self.values: dict[Key, Series] = {}
        self.subjects: set[Key] = set()
        rows = _everything(run)
        rows = rows[rows["arm"].isin(arms)]
        names = zip(*(rows[name].tolist() for name in _KEY), strict=True)
        for key, rep, value in zip(names, rows["replication"], rows["value"], strict=True):
            self.values.setdefault(key, {})[int(rep)] = float(value)
            self.subjects.add(key[:3])

    def of(self, key: Key) -> Series:
        """Return a figure per replication, without those that have no value."""
        found = self.values.get(key, {})
        if key[0] == "losses" and key[:3] in self.subjects:
            found = {rep: found.get(rep, 0.0) for rep in self.run.replications}
        return {rep: value for rep, value in found.items() if not math.isnan(value)}

    def why_not(self, key: Key) -> str:
        """Return why a figure cannot be stated, if it cannot."""
        is_metric = key[0] == "arms"
        return why_unsupported(self.run, self.counted, key[1], key[3]) if is_metric else ""


def _interval(a: Series, b: Series, is_paired: bool, confidence: float) -> Interval:
    if is_paired:
        return paired_interval(list(b.values()), list(a.values()), confidence)
    return welch_interval(list(b.values()), list(a.values()), confidence)


def _mean(series: Series) -> float:
    return math.fsum(series.values()) / len(series) if series else math.nan


def _row(key: Key, a: _Side, b: _Side, is_paired: bool, confidence: float) -> tuple[object, ...]:
    left, right = a.of(key), b.of(key)
    if is_paired and left and right:
        shared = [rep for rep in left if rep in right]
        left, right = ({rep: side[rep] for rep in shared} for side in (left, right))
    interval = _interval(left, right, is_paired and bool(left) and bool(right), confidence)
    mean_a, mean_b = _mean(left), _mean(right)
    is_both = bool(left) and bool(right)
    diff = interval.mean if is_both else math.nan
    share = diff / mean_a if is_both and mean_a else math.nan
    is_changed = not is_both or left != right if is_paired else mean_a != mean_b
    return (
        *key,
        mean_a,
        mean_b,
        diff,
        share,
        interval.half_width,
        interval.low,
        interval.high,
        len(left),
        len(right),
        is_changed,
        interval.excludes_zero,
        a.why_not(key) or b.why_not(key),
    )


def df_compare(a: Run, b: Run, *, is_paired: bool, confidence: float = CONFIDENCE) -> pd.DataFrame:
    """Return one row per figure of the arms that both runs have.

    Columns: section (arms, losses, programs, maps), arm, subject (what of the arm; empty for its
    headline metrics), metric, unit, a and b (means; NaN where a side lacks it), diff (b − a),
    diff_frac (of a), half_width, low and high (of diff; NaN without an interval), nr_a and nr_b
    (replications), is_changed (some replication differs, or a side lacks it), is_difference (the
    interval leaves zero out), why_not (why a run is too short to state it).

    Args:
        a: The base.
        b: What is compared with it.
        is_paired: Whether equal replications of both share their draws.
        confidence: Of the intervals, between 0 and 1.
    """
    arms = [arm for arm in a.arms if arm in b.arms]
    sides = _Side(a, arms), _Side(b, arms)
    order = {name: i for i, name in enumerate(arms)}
    keys = list(dict.fromkeys((*sides[0].values, *sides[1].values)))
    subjects = {part: i for i, part in enumerate(dict.fromkeys(key[:3] for key in keys))}
    keys.sort(key=lambda key: (order[key[1]], _SECTIONS.index(key[0]), subjects[key[:3]]))
    rows = [_row(key, *sides, is_paired, confidence) for key in keys]
    return pd.DataFrame(rows, columns=list(COLUMNS))
