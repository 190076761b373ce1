"""Traces for the tests of the timeline: hand-made ones, real ones, and parts cut out of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

import analysis
from analysis.timeline import TimelineCounts, write_timeline
from sim.record.reader import read_table
from sim.record.schema import TABLES
from sim.record.writer import RecordWriter
from sim.run.outdir import RunDir
from sim.run.runner import run_scenario
from sim.run.scenario import load_scenario
from tests.perfetto import Imported, imported, read_events

__all__ = [
    "CPUS", "account_times", "accounts", "call", "cut_trace", "drawn", "flow_row", "rows_of",
    "shown", "site", "switch", "traced_run", "write_trace",
]  # fmt: skip

CPUS = 9001  # the process of the CPUs' tracks
CELL = {"arm": "traced", "replication": 0}
TRACE_TABLES = ("sites", "accounts", "flow")
_COLUMNS = {
    "sites": ("t_ns", "cpu", "tid", "site", "kind", "nr", "ret"),
    "accounts": ("t_ns", "cpu", "activity", "owner"),
    "flow": ("t_ns", "cpu", "what", "link", "subject", "hook", "value"),
    "records": ("map", "cpu", "reserve_ns", "submit_ns", "deliver_ns", "size_bytes"),
    "series": ("t_ns", "subject", "metric", "value"),
    "maps": ("map", "map_type", "max_entries"),
    "programs": ("prog", "hook"),
}
_FILLED = {"records": {"tracer": "t"}, "maps": {"tracer": "t"}, "programs": {"tracer": "t"}}


def write_trace(
    folder: Path,
    *,
    nr_cpus: int = 1,
    horizon_ns: int = 1000,
    recorded: tuple[int, int] | None = None,
    **tables: Sequence[Sequence[Any]],
) -> analysis.Run:
    """Write a run directory with a hand-made trace; every table is a list of rows."""
    folder.mkdir(parents=True, exist_ok=True)
    machine = {"horizon_ns": horizon_ns, "warmup_ns": 0, "nr_cpus": nr_cpus}
    if recorded:
        machine |= {"trace_from_ns": recorded[0], "trace_to_ns": recorded[1]}
    with RecordWriter(folder) as writer:
        for arm in ("untraced", "traced"):
            for key, value in machine.items():
                writer.append("machine", arm=arm, replication=0, key=key, value=value)
        for name, rows in tables.items():
            for row in rows:
                given = dict(zip(_COLUMNS[name], row, strict=True))
                writer.append(name, **CELL, **_defaults(name), **_FILLED.get(name, {}) | given)
    (folder / "status.json").write_text('{"state": "complete"}', encoding="utf-8")
    return analysis.load(folder)


def _defaults(name: str) -> dict[str, Any]:
    given = {*_COLUMNS[name], *CELL, *_FILLED.get(name, {})}
    columns = [c for c in TABLES[name].columns if c.name not in given]
    return {c.name: "" if c.is_category else 0 for c in columns}


def drawn(
    run: analysis.Run, window: tuple[int, int] | None = None, arm: str | None = None
) -> tuple[Imported, TimelineCounts]:
    """Write a timeline and import it; what an importer would drop is a failure."""
    path = run.path / "timeline.json"
    counts = write_timeline(run, path, arm, None, window)
    document = read_events(path)
    assert document["displayTimeUnit"] == "ns"
    assert len(document["traceEvents"]) == counts.events
    found = imported(document["traceEvents"])
    assert found.faults == []
    return found, counts


def traced_run(folder: Path, scenario: Path, *overrides: str) -> analysis.Run:
    """Run a scenario in this process, its trace recorded: all of it, or `record.timeline`."""
    always = ["warmup=0 ns", "replications=1"]
    if not any(text.startswith("record.timeline=") for text in overrides):
        always.append("record.sites=true")
    loaded = load_scenario(scenario, (*always, *overrides))
    run_scenario(loaded, RunDir(folder))
    return analysis.load(folder)


def rows_of(run: analysis.Run, name: str, arm: str = "traced") -> dict[str, Any]:
    """Return an arm's rows of a table, decoded."""
    table = read_table(run.path, name)
    mine = np.asarray(table["arm"]) == arm
    return {column: np.asarray(table[column])[mine] for column in table}


def account_times(
    run: analysis.Run, window: tuple[int, int], arm: str = "traced"
) -> dict[tuple[int, str], int]:
    """Add up what each CPU announced, row by row, within a window; by CPU and activity."""
    rows = rows_of(run, "accounts", arm)
    found: Counter[tuple[int, str]] = Counter()
    plans: dict[int, list[tuple[int, str]]] = {}

    def spend(cpu: int, until: int) -> None:
        plan = plans.get(cpu, [])
        ends = [start for start, _ in plan[1:]] + [until]
        for (start, activity), end in zip(plan, ends, strict=False):
            ns = min(end, until, window[1]) - max(start, window[0])
            if ns > 0:
                found[cpu, activity] += ns

    names = ("t_ns", "cpu", "activity")
    for t_ns, cpu, activity in zip(*(rows[n].tolist() for n in names), strict=True):
        if activity == "void":
            spend(cpu, t_ns)
            plans[cpu] = []
        else:
            plans.setdefault(cpu, []).append((t_ns, activity))
    for cpu in plans:
        spend(cpu, window[1])
    return dict(found)


def cut_trace(run: analysis.Run, folder: Path, window: tuple[int, int]) -> analysis.Run:
    """Copy a run with the trace that it had if only a window had been recorded.

    As the engine does it: the recording begins with the thread and the account of every CPU,
    and holds every row that is written until it ends.
    """
    folder.mkdir(parents=True)
    with RecordWriter(folder) as writer:
        for name in TABLES:
            if (run.path / "tables" / name).is_dir():
                table = read_table(run.path, name)
                columns: Mapping[str, Any] = {c: np.asarray(table[c]) for c in table}
                if name in TRACE_TABLES:
                    columns = _cut(name, columns, window)
                _copy(writer, name, columns)
        for arm in run.arms:
            for key, value in zip(("trace_from_ns", "trace_to_ns"), window, strict=True):
                writer.append("machine", arm=arm, replication=0, key=key, value=value)
    (folder / "status.json").write_text(json.dumps({"state": "complete"}), encoding="utf-8")
    return analysis.load(folder)


def _cut(name: str, columns: Mapping[str, Any], window: tuple[int, int]) -> dict[str, Any]:
    written = columns["t_ns"].copy()
    if name == "accounts":
        # a row is written with the taking back of what was announced before
        written[columns["activity"] != "void"] = -1
        for arm in set(columns["arm"]):
            mine = columns["arm"] == arm
            written[mine] = np.maximum.accumulate(written[mine])
    keep = (written >= window[0]) & (written < window[1])
    parts = []
    for arm in dict.fromkeys(columns["arm"]):
        mine = columns["arm"] == arm
        before = {c: values[mine & (written < window[0])] for c, values in columns.items()}
        if name == "accounts":
            parts += [_in_force(before, cpu, window[0]) for cpu in np.unique(before["cpu"])]
        elif name == "flow":
            parts += [_current(before, cpu, window[0]) for cpu in range(4)]
        parts.append({c: values[mine & keep] for c, values in columns.items()})
    return {c: np.concatenate([part[c] for part in parts]) for c in columns}


def _in_force(rows: dict[str, Any], cpu: int, start: int) -> dict[str, Any]:
    """Return what a CPU announces again as the recording begins."""
    mine = np.flatnonzero(rows["cpu"] == cpu)
    mine = mine[np.flatnonzero(rows["activity"][mine] == "void")[-1] :]
    now = int(np.searchsorted(rows["t_ns"][mine[1:]], start, side="right"))
    said = {c: values[np.append(mine[0], mine[now:])] for c, values in rows.items()}
    said["t_ns"] = np.maximum(said["t_ns"], start)
    return said


def _current(rows: dict[str, Any], cpu: int, start: int) -> dict[str, Any]:
    """Return the row that names the thread a CPU has as the recording begins."""
    switches = np.flatnonzero((rows["cpu"] == cpu) & (rows["what"] == "switch"))[-1:]
    said = {c: values[switches] for c, values in rows.items()}
    said["t_ns"] = np.full(len(switches), start)
    return said


def _copy(writer: RecordWriter, name: str, columns: Mapping[str, Any]) -> None:
    if not len(next(iter(columns.values()))):
        return
    given: dict[str, Any] = {}
    for column in TABLES[name].columns:
        values = columns[column.name]
        if column.is_category:
            codes = {v: writer.category(name, column.name, v) for v in dict.fromkeys(values)}
            values = np.array([codes[v] for v in values], np.int64)
        given[column.name] = values
    writer.append(name, **given)


# --- rows by hand --------------------------------------------------------------------------------
def accounts(*rows: tuple[int, str, str], cpu: int = 0) -> list[tuple[Any, ...]]:
    """Announce accounts; each takes back what was said before."""
    found: list[tuple[Any, ...]] = []
    for t_ns, activity, owner in rows:
        found += [(t_ns, cpu, "void", ""), (t_ns, cpu, activity, owner)]
    return found


def flow_row(
    t_ns: int, what: str, link: int, at: tuple[str, str], value: int = 0, cpu: int = 0
) -> tuple[Any, ...]:
    """A row of `flow`; *at* is subject and hook."""
    return (t_ns, cpu, what, link, *at, value)


def switch(t_ns: int, tid: int, cpu: int = 0) -> tuple[Any, ...]:
    """A row of `flow`: a CPU goes to a thread."""
    return flow_row(t_ns, "switch", -1, ("", ""), tid, cpu)


def site(
    t_ns: int, kind: str, name: str, nr: int = 0, ret: int = 0, tid: int = 7, cpu: int = 0
) -> tuple[Any, ...]:
    """A row of `sites`."""
    return (t_ns, cpu, tid, name, kind, nr, ret)


def call(start: int, end: int, nr: int = 0, **more: int) -> list[tuple[Any, ...]]:
    """A system call whose function is ``__x64_sys_read``."""
    return [
        site(start, "sys_enter", "raw_syscalls:sys_enter", nr, **more),
        site(start, "entry", "__x64_sys_read", nr, **more),
        site(end, "return", "__x64_sys_read", nr, **more),
        site(end, "sys_exit", "raw_syscalls:sys_exit", nr, ret=5, **more),
    ]


def shown(found: Imported, cpu: int = 0) -> list[tuple[int, str, int, int]]:
    """Return depth, name, start and duration of each slice of a CPU."""
    mine = [s for s in found.slices if s.track == (CPUS, cpu + 1)]
    return [(s.depth, s.name, s.ts, s.dur) for s in mine]
