"""What was lost: hits that ran no program, records refused, records that nobody read.

**Rule:** one row for each loss, with the bin of the loss ledger that counts it, as
``section: bin``, and the cause in words. The index is a row of `flow`, by which `df_follow`
takes it. In a trace of the whole run, the rows of a bin are as many as the ledger says.

**Not modelled:** programs with two records of one ring open at a time: submits and discards are
taken in the order of the reservations. Map updates that were refused lose no event by
themselves, and are not here.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pandas as pd

from analysis.follow import DROPPED
from analysis.source import Source
from analysis.trace import Ints, Log
from sim.record.accountant import REFUSED
from sim.record.trace import FLOW_KINDS

__all__ = ["df_lost"]

_NEEDED_BY = "df_lost()"
_MISSES = ("missed_prog_active", "missed_kprobe_running", "missed_maxactive")
_COLUMNS = ("arm", "replication", "t_ns", "cpu", "subject", "hook", "ledger", "cause")


def df_lost(run: Source, arm: str | None = None, replication: int | None = None) -> pd.DataFrame:
    """Return one row per loss, in the order of time within each arm and replication.

    Columns: arm, replication, t_ns, cpu, subject, hook, ledger, cause; the index is the row in
    `flow`.

    Args:
        run: A run that recorded `sites`.
        arm: Only this arm's.
        replication: Only this replication's.

    Raises:
        MissingTableError: The run recorded no trace.
    """
    rows: list[int] = []
    found: list[dict[str, Any]] = []
    for cell in run.cells():
        if arm not in (None, cell[0]) or replication not in (None, cell[1]):
            continue
        flow = Log(run.table("flow", _NEEDED_BY), *cell)
        losses = {**_missed(flow), **_refused(flow), **_unread(run, flow, cell)}
        for at in sorted(losses):
            ledger, cause = losses[at]
            names = {name: flow.name(name, at) for name in ("subject", "hook")}
            place = {name: flow.number(name, at) for name in ("t_ns", "cpu")}
            head = {"arm": cell[0], "replication": cell[1]}
            found.append({**head, **place, **names, "ledger": ledger, "cause": cause})
            rows.append(int(flow.rows[at]))
    index = pd.Index(rows, name="flow", dtype="int64")
    columns: dict[str, Any] = {}
    for name in _COLUMNS:
        kind = "int64" if name in ("replication", "t_ns", "cpu") else object
        columns[name] = pd.Series([one[name] for one in found], index, dtype=kind)
    return pd.DataFrame(columns, index=index)


def _missed(flow: Log) -> dict[int, tuple[str, str]]:
    found = {}
    for name in _MISSES:
        for at in np.flatnonzero(flow.is_("what", name)).tolist():
            found[at] = (f"hits: {name}", FLOW_KINDS[name])
    return found


def _refused(flow: Log) -> dict[int, tuple[str, str]]:
    found = {}
    mine = flow.is_("what", "reserve", "output") & (flow["value"] < 0)
    for at in np.flatnonzero(mine).tolist():
        name = REFUSED.get(flow.number("value", at), f"dropped ({flow.number('value', at)})")
        found[at] = (f"reservations: {name}", DROPPED.get(name, name))
    return found


def _unread(run: Source, flow: Log, cell: tuple[str, int]) -> dict[int, tuple[str, str]]:
    """Return reservations whose records were submitted and not delivered."""
    records = Log(run.table("records", _NEEDED_BY), *cell)
    delivered = Counter(
        (f"{records.name('tracer', at)}/{records.name('map', at)}", *place)
        for at, place in enumerate(
            zip(records["cpu"].tolist(), records["reserve_ns"].tolist(), strict=True)
        )
    )
    found = {}
    for at in _submitted(flow):
        key = (flow.name("subject", at), flow.number("cpu", at), flow.number("t_ns", at))
        if delivered[key]:
            delivered[key] -= 1
        else:
            found[at] = ("records: unread", "nobody had read it when the run ended")
    return found


def _submitted(flow: Log) -> list[int]:
    """Return the reservations that became submitted records, perf samples included."""
    room = flow["value"] >= 0
    found: list[int] = np.flatnonzero(flow.is_("what", "output") & room).tolist()
    made = flow.is_("what", "reserve") & room
    closed = flow.is_("what", "submit", "discard")
    is_submit = flow.is_("what", "submit")
    places: Ints = np.stack([flow["subject"], flow["cpu"]])
    for place in np.unique(places[:, made], axis=1).T:
        mine = (places == place[:, None]).all(axis=0)
        ends = np.flatnonzero(mine & closed)
        found += np.flatnonzero(mine & made)[: len(ends)][is_submit[ends]].tolist()
    return sorted(found)
