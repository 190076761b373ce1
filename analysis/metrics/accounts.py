"""The ledgers and the per-record, per-program, per-map and per-price tables as data frames.

**Rule:** rows that the simulator split are summed; nothing is dropped, so that the identities
of both ledgers hold in the frames too. Shares are of CPUs × horizon, or of what they say.

**Not modelled:** the warm-up: ledgers and totals cover a run from its first nanosecond.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.source import Source
from sim.record.schema import ACTIVITIES

__all__ = [
    "assumed_share",
    "df_cost_use",
    "df_loss",
    "df_maps",
    "df_programs",
    "df_records",
    "df_time_ledger",
]


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Turn categories into ordinary strings; for small frames."""
    for name in frame.columns:
        if isinstance(frame[name].dtype, pd.CategoricalDtype):
            frame[name] = frame[name].astype(object)
    return frame


def _summed(frame: pd.DataFrame, by: list[str], values: list[str]) -> pd.DataFrame:
    grouped = frame.groupby(by, observed=True, sort=False)[values].sum().reset_index()
    return _plain(grouped)


def _sort_arms(run: Source, frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Sort by the scenario's order of arms, then replication, then *by*; stable."""
    keys = frame.assign(_arm=frame["arm"].map({a: i for i, a in enumerate(run.arms)}))
    ordered = keys.sort_values(["_arm", "replication", *by], kind="stable")
    return ordered.drop(columns="_arm").reset_index(drop=True)


def df_time_ledger(run: Source) -> pd.DataFrame:
    """Return CPU time over all CPUs, from `time_ledger` and `machine`.

    Columns: arm, replication, activity, owner, time_ns, frac (of CPUs × horizon).
    """
    rows = run.frame("time_ledger", "df_time_ledger()")
    by = ["arm", "replication", "activity", "owner"]
    found = _summed(rows, by, ["time_ns"])
    capacity = {c: run.machine(*c, "nr_cpus") * run.machine(*c, "horizon_ns") for c in run.cells()}
    cells = zip(found["arm"], found["replication"], strict=True)
    found["frac"] = found["time_ns"] / np.array(
        [capacity[a, int(r)] for a, r in cells], dtype=float
    )
    order = {activity: i for i, activity in enumerate(ACTIVITIES)}
    found["_activity"] = found["activity"].map(order).fillna(len(order))
    return _sort_arms(run, found, ["_activity", "owner"]).drop(columns="_activity")


def df_loss(run: Source) -> pd.DataFrame:
    """Return the loss ledger, from `loss_ledger`.

    Columns: arm, replication, section, subject, hook, bin, count.
    """
    rows = run.frame("loss_ledger", "df_loss()")
    by = ["arm", "replication", "section", "subject", "hook", "bin"]
    return _sort_arms(run, _summed(rows, by, ["count"]), [])


def df_records(run: Source) -> pd.DataFrame:
    """Return one row per record, from `records`.

    The table's columns and hold_ns (reserve to submit) and wait_ns (submit to delivery), both
    <NA> where the later time never came.
    """
    rows = run.frame("records", "df_records()")
    for name, start, end in (
        ("hold_ns", "reserve_ns", "submit_ns"),
        ("wait_ns", "submit_ns", "deliver_ns"),
    ):
        span = pd.Series(rows[end] - rows[start], dtype="Int64")
        rows[name] = span.mask(rows[end] < 0)
    return rows


def df_programs(run: Source) -> pd.DataFrame:
    """Return one row per program and target, from `programs`.

    The table's columns and ns_per_run and insns_per_run, NaN for a program that never ran.
    """
    rows = _plain(run.frame("programs", "df_programs()"))
    runs = rows["run_cnt"].where(rows["run_cnt"] > 0)
    rows["ns_per_run"] = rows["run_time_ns"] / runs
    rows["insns_per_run"] = rows["insns"] / runs
    return rows


def df_maps(run: Source) -> pd.DataFrame:
    """Return one row per map, from `maps` and `map_info`.

    The columns of `maps`, fill_frac, and charged_bytes, key_cost_bytes and cpu_cost_bytes, NaN
    where `map_info` has no row.
    """
    rows = _plain(run.frame("maps", "df_maps()"))
    rows["fill_frac"] = rows["entries"] / rows["max_entries"].where(rows["max_entries"] > 0)
    by = ["arm", "replication", "tracer", "map"]
    info = _plain(run.frame("map_info", "df_maps()"))
    costs = ["charged_bytes", "key_cost_bytes", "cpu_cost_bytes"]
    return rows.merge(info[by + costs], how="left", on=by)


def df_cost_use(run: Source) -> pd.DataFrame:
    """Return what each price made, from `cost_use`.

    Columns: arm, replication, price, confidence, count, time_ps, frac (of all priced time of
    that arm and replication).
    """
    rows = run.frame("cost_use", "df_cost_use()")
    by = ["arm", "replication", "price", "confidence"]
    found = _sort_arms(run, _summed(rows, by, ["count", "time_ps"]), [])
    total = found.groupby(["arm", "replication"], sort=False)["time_ps"].transform("sum")
    found["frac"] = found["time_ps"] / total.where(total > 0)
    return found


def assumed_share(run: Source) -> pd.DataFrame:
    """Return how much of the result rests on assumed prices, from `cost_use`.

    One row per arm, over all replications: frac, the assumed part of all priced time;
    added_frac, the assumed part of the time that prices made more of than in the twin; and
    prices, the assumed ones that added most, up to three. NaN where there is nothing to share.
    """
    rows = df_cost_use(run)
    spent = rows.groupby(["arm", "price", "confidence"], sort=False)["time_ps"].sum().reset_index()
    twin = spent[spent["arm"] == run.twin].set_index("price")["time_ps"]
    spent["added"] = (spent["time_ps"] - spent["price"].map(twin).fillna(0)).clip(lower=0)
    spent["is_assumed"] = spent["confidence"] == "assumed"
    found = []
    for arm in run.arms:
        mine = spent[spent["arm"] == arm]
        assumed = mine[mine["is_assumed"]].sort_values("added", ascending=False, kind="stable")
        total, added = float(mine["time_ps"].sum()), float(mine["added"].sum())
        found.append(
            {
                "arm": arm,
                "frac": float(assumed["time_ps"].sum()) / total if total else np.nan,
                "added_frac": float(assumed["added"].sum()) / added if added else np.nan,
                "prices": ", ".join(assumed[assumed["added"] > 0]["price"].head(3)),
            }
        )
    return pd.DataFrame(found)
