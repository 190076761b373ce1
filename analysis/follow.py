"""One event, followed from the hit to the data frame, or to where it was lost.

`df_follow` lists the stations of one record, or of a hit that gave none: the request and the
system call in which it happened, hits and runs of the tracer's programs in that call, reserve
and submit, the wake-up of the reader, delivery. `df_lost` (`analysis.lost`) lists what was lost.
Both need a recorded trace.

**Rule:** every station that the loss ledger counts names the bin that counts it, as
``section: bin``. Nothing is guessed: what the trace does not say is left out. The request is that
of the only client, or worker, whose requests hold every system call of the thread.

**Not modelled:** what several threads do for one event; a hit outside of a system call is followed
by itself.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.records import record_text
from analysis.source import Source
from analysis.trace import CellTrace, Fate, site_of_hook
from sim.base.errors import ResultsError
from sim.record.accountant import ERRNO, REFUSED
from sim.record.trace import FLOW_KINDS

__all__ = ["DROPPED", "df_follow"]

DROPPED: dict[str, str] = {
    "dropped_full": "the buffer was full",
    "dropped_pending": "the reader stood at a record that was still open",
}
"""Why a reservation is refused; other bins are named after the error."""

_NEEDED_BY = "df_follow()"
_WAKE_UP = "ep_poll_callback"
_SYSCALL = "__x64_sys_"
_OF_HITS = ("hit", "filtered", "enter", "missed_maxactive", "missed_kprobe_running")
_OF_RUNS = ("run", "end", "reserve", "output", "submit", "discard", "update", "delete", "key")


class _Station(NamedTuple):
    """One row of the story."""

    t_ns: int
    cpu: int | None
    what: str
    who: str
    ledger: str
    note: str


def df_follow(run: Source, record: int | None = None, flow: int | None = None) -> pd.DataFrame:
    """Return the stations of one record or hit, in the order of time.

    Columns: t_ns, after_ns (since the first station), cpu, what, who, ledger (the bin of the loss
    ledger that counts it), note.

    Args:
        run: A run that recorded `sites`.
        record: A record, by its row in `records` (the index of `df_decoded`); or
        flow: a row of `flow` that is about a hit, or about what its program did (the index of
            `df_lost`).

    Raises:
        MissingTableError: The run recorded no trace.
        ResultsError: There is no such row, or the trace does not hold its hit.
    """
    if (record is None) == (flow is None):
        raise ResultsError("say what to follow: a record, or a row of `flow`", where=_NEEDED_BY)
    story = _of_record(run, record) if record is not None else _of_flow(run, int(flow or 0))
    return story.frame()


def _cell_of_row(run: Source, table: str, row: int) -> tuple[str, int]:
    data = run.table(table, _NEEDED_BY)
    if not 0 <= row < data.nr_rows:
        raise ResultsError(
            f"the table {table!r} has no row {row}",
            where=_NEEDED_BY,
            reason=f"it has {data.nr_rows:,}, numbered from 0",
        )
    arm = data.categories("arm")[int(data.codes("arm")[row])]
    return arm, int(data.codes("replication")[row])


def _of_record(run: Source, record: int) -> _Story:
    cell = _cell_of_row(run, "records", record)
    story = _Story(run, *cell)
    data = run.table("records", _NEEDED_BY)
    names = [data.categories(name)[int(data.codes(name)[record])] for name in ("tracer", "map")]
    cpu, t_ns = (int(data.codes(name)[record]) for name in ("cpu", "reserve_ns"))
    flow = story.trace.flow
    mine = flow.is_("what", "reserve", "output") & flow.is_("subject", "/".join(names))
    mine &= (flow["cpu"] == cpu) & (flow["t_ns"] == t_ns) & (flow["value"] >= 0)
    rows = np.flatnonzero(mine)
    # Where programs take no time, several records have one time: they come in their order.
    same = np.ones(record, np.bool_)
    for name in ("arm", "replication", "tracer", "map", "cpu", "reserve_ns"):
        codes = data.codes(name)
        same &= codes[:record] == codes[record]
    number = int(np.count_nonzero(same))
    if number >= len(rows):
        raise _not_covered(f"record {record}")
    story.tell(int(rows[number]), record)
    return story


def _of_flow(run: Source, row: int) -> _Story:
    story = _Story(run, *_cell_of_row(run, "flow", row))
    story.tell(int(np.searchsorted(story.trace.flow.rows, row)), None)
    return story


def _not_covered(what: str) -> ResultsError:
    return ResultsError(
        f"the trace does not hold the hit of {what}",
        where=_NEEDED_BY,
        reason="the trace begins later, or ends before",
        suggestion="follow one from the middle of what was recorded",
    )


class _Story:
    """The stations of one record or hit of an arm and replication."""

    def __init__(self, run: Source, arm: str, replication: int) -> None:
        self.run = run
        self.cell = (arm, replication)
        self.trace = CellTrace(run, arm, replication, _NEEDED_BY)
        self.stations: list[_Station] = []

    def frame(self) -> pd.DataFrame:
        """Return the stations as a data frame."""
        stations = sorted(self.stations, key=lambda station: station.t_ns)
        columns: dict[str, Any] = {"t_ns": [station.t_ns for station in stations]}
        columns["after_ns"] = [t_ns - stations[0].t_ns for t_ns in columns["t_ns"]]
        columns["cpu"] = pd.array([station.cpu for station in stations], dtype="Int64")
        for name in ("what", "who", "ledger", "note"):
            texts = [getattr(station, name) for station in stations]
            columns[name] = pd.Series(texts, dtype=object)
        return pd.DataFrame(columns)

    def _add(self, t_ns: int, cpu: int | None, what: str, who: str, *rest: str) -> None:
        ledger, note = (*rest, "", "")[:2]
        self.stations.append(_Station(t_ns, cpu, what, who, ledger, note))

    # --- where it happened -----------------------------------------------------------------------
    def tell(self, at: int, record: int | None) -> None:
        """Tell of the call in which a row of `flow` happened, and of its records."""
        trace = self.trace
        subject = trace.flow.name("subject", at)
        site, own = self._place(at)
        fates = [own]
        call = trace.syscall_around(site)
        tid = trace.sites.number("tid", site)
        if call is not None:
            first, last = call
            self._call(tid, first, last)
            end = len(trace.sites) - 1 if last is None else last
            tracer = subject.partition("/")[0]
            hits = trace.hits_between(tracer, tid, first, end)
            fates = [trace.fate(hit) for hit in hits]
            if not any(at == fate.hit or at in fate.rows for fate in fates):
                fates.append(own)
        for fate in fates:
            self._fate(fate)
            self._records(fate, None if record is None else at, record)

    def _place(self, at: int) -> tuple[int, Fate]:
        """Return the passing of the site that a row is about, and what happened there."""
        trace, flow = self.trace, self.trace.flow
        what = flow.name("what", at)
        run = trace.run_around(at) if what in _OF_RUNS else None
        if what in _OF_RUNS and run is None:
            raise _not_covered(f"row {flow.rows[at]} of `flow`")
        row = at if run is None else run
        if trace.is_kretprobe(row) and what not in _OF_HITS:  # at the function's return
            place = flow.number("cpu", row), flow.number("t_ns", row)
            site = trace.site_row(*place, site_of_hook(flow.name("hook", row)), is_return=True)
            fate = Fate(None, [at] if run is None else trace.run_rows(run))
        elif run is not None or what in _OF_HITS or what == "missed_prog_active":
            hit = trace.hit_before(row)
            site = trace.site_of_hit(hit) if hit is not None else None
            fate = trace.fate(hit) if hit is not None else Fate(None, [])
        else:
            raise ResultsError(
                f"row {flow.rows[at]} of `flow` is no hit, nor what a program did",
                where=_NEEDED_BY,
                reason=f"it says {what!r}",
                suggestion="a delivered record is followed by its number: record=…",
            )
        if site is None:
            raise _not_covered(f"row {flow.rows[at]} of `flow`")
        return site, fate

    def _call(self, tid: int, first: int, last: int | None) -> None:
        """Tell of a system call, and of the request it served."""
        sites = self.trace.sites
        who = f"thread {tid}"
        self._request(tid, sites.number("t_ns", first))
        begin = sites.number("t_ns", first)
        name = self._syscall_name(tid, first, last)
        self._add(begin, sites.number("cpu", first), "sys_enter", who, "", name)
        if last is not None:
            note = f"result {sites.number('ret', last)}"
            end = sites.number("t_ns", last)
            self._add(end, sites.number("cpu", last), "sys_exit", who, "", note)

    def _syscall_name(self, tid: int, first: int, last: int | None) -> str:
        """Return the name of a system call, from the function that does it."""
        sites = self.trace.sites
        number = f"system call {sites.number('nr', first)}"
        mine = np.flatnonzero((sites["tid"] == tid) & sites.is_("kind", "entry"))
        for at in mine[(mine > first) & (mine < (len(sites) if last is None else last))].tolist():
            name = sites.name("site", at)
            if name.startswith(_SYSCALL):  # not an interrupt's function
                return f"{name.removeprefix(_SYSCALL)}, {number}"
        return number

    def _request(self, tid: int, t_ns: int) -> None:
        """Tell of the request, if exactly one client's requests hold all calls of the thread."""
        sites = self.trace.sites
        calls = sites["t_ns"][(sites["tid"] == tid) & sites.is_("kind", "sys_enter")]
        data = self.run.frame("requests", _NEEDED_BY)
        arm, replication = self.cell
        data = data[(data["arm"] == arm) & (data["replication"] == replication)]
        data = data[data["start_ns"] >= 0].sort_values("start_ns", kind="stable")
        found = []
        for _, mine in data.groupby(["workload", "client"], observed=True):
            start = mine["start_ns"].to_numpy()
            end = mine["end_ns"].to_numpy()
            end = np.where(end < 0, np.iinfo(np.int64).max, end)
            at = np.searchsorted(start, calls, side="right") - 1
            is_alone = bool((end[:-1] <= start[1:]).all())
            if is_alone and bool(((at >= 0) & (calls <= end[at])).all()):
                found.append(mine.iloc[int(np.searchsorted(start, t_ns, side="right")) - 1])
        if len(found) != 1:
            return
        (row,) = found
        who = f"client {row['client']} of {row['workload']}"
        waited = f"request {row['seq']}; it waited {row['start_ns'] - row['arrive_ns']:,} ns"
        self._add(int(row["start_ns"]), None, "request", who, "", waited)
        if row["end_ns"] >= 0:
            took = f"{row['end_ns'] - row['start_ns']:,} ns after it began"
            self._add(int(row["end_ns"]), None, "request_end", who, "", took)

    # --- what the programs did -------------------------------------------------------------------
    def _fate(self, fate: Fate) -> None:
        flow = self.trace.flow
        who = ""
        for at in [*([] if fate.hit is None else [fate.hit]), *fate.rows]:
            what = flow.name("what", at)
            if flow.number("link", at) >= 0:
                who = flow.name("subject", at)
            ledger, note = self._meaning(at, what)
            if what == "hit":
                note = flow.name("hook", at)
            elif flow.number("link", at) < 0:
                note = f"{flow.name('subject', at)}: {note}"
            place = flow.number("t_ns", at), flow.number("cpu", at)
            self._add(*place, what, who, ledger, note)

    def _meaning(self, at: int, what: str) -> tuple[str, str]:
        """Return the bin that counts a row of `flow`, and a remark."""
        value = self.trace.flow.number("value", at)
        if what.startswith("missed_"):
            return f"hits: {what}", self._cause(at, what)
        if what in ("reserve", "output") and value < 0:
            name = REFUSED.get(value, f"dropped ({value})")
            in_it = self._nr_waiting(at)
            return f"reservations: {name}", f"{DROPPED.get(name, name)}, {in_it:,} records in it"
        if what == "update" and value < 0:
            name = ERRNO.get(value, str(value))
            return f"maps: failed_{name}", f"refused, {name}"
        if what == "delete" and value < 0:
            return "", "there was no such key"
        if what == "submit":
            wakes = "the reader is to be woken" if value == 1 else "the reader has not caught up"
            return "records: submitted", wakes
        return {
            "hit": ("hits: hit", ""),
            "filtered": ("hits: filtered", FLOW_KINDS["filtered"]),
            "end": ("hits: run", f"it took {value:,} ns"),
            "enter": ("functions: entry", FLOW_KINDS["enter"]),
            "reserve": ("reservations: reserved", f"room at byte {value:,}"),
            "output": ("reservations: reserved", "a perf sample"),
            "discard": ("records: discarded", "the program gave the room back"),
            "update": ("", "a key was written"),
            "delete": ("maps: deleted", "a key was deleted"),
        }.get(what, ("", ""))

    def _cause(self, at: int, what: str) -> str:
        """Return why the kernel skipped a program."""
        trace = self.trace
        run = trace.run_around(at)
        if what == "missed_maxactive":
            return f"all {self._nr_inside(at):,} instances were in use"
        if run is None:
            return FLOW_KINDS[what]
        return f"{trace.flow.name('subject', run)} was running on the CPU"

    def _nr_inside(self, at: int) -> int:
        """Return how many instances of a kretprobe were taken."""
        flow = self.trace.flow
        mine = flow["link"][:at] == flow["link"][at]
        taken = np.count_nonzero(flow.is_("what", "enter")[:at][mine])
        return int(taken - np.count_nonzero(flow.is_("what", "return")[:at][mine]))

    def _nr_waiting(self, at: int) -> int:
        """Return how many records lay in a buffer."""
        flow = self.trace.flow
        mine = flow["subject"][:at] == flow["subject"][at]
        came = flow.is_("what", "reserve", "output")[:at] & (flow["value"][:at] >= 0)
        left = flow.is_("what", "deliver", "discard")[:at]
        return int(np.count_nonzero(mine & came) - np.count_nonzero(mine & left))

    # --- what became of the record ---------------------------------------------------------------
    def _records(self, fate: Fate, only: int | None, record: int | None) -> None:
        flow = self.trace.flow
        for at in fate.rows:
            is_made = flow.name("what", at) in ("reserve", "output")
            if not is_made or flow.number("value", at) < 0 or only not in (None, at):
                continue
            found = self._record_of(at) if record is None else record
            if found is not None:
                self._delivery(at, found)
            else:
                self._never_delivered(at, fate)

    def _record_of(self, at: int) -> int | None:
        """Return the row in `records` of what was reserved, None when it was not delivered."""
        flow = self.trace.flow
        data = self.run.table("records", _NEEDED_BY)
        tracer, _, map_name = flow.name("subject", at).partition("/")
        mine = data.codes("reserve_ns") == flow.number("t_ns", at)
        mine &= data.codes("cpu") == flow.number("cpu", at)
        rows = np.flatnonzero(mine)
        wanted = (*self.cell, tracer, map_name)
        names = ("arm", "replication", "tracer", "map")
        for row in rows.tolist():
            if tuple(data[name][row] for name in names) == wanted:
                return int(row)
        return None

    def _delivery(self, at: int, record: int) -> None:
        flow = self.trace.flow
        data = self.run.table("records", _NEEDED_BY)
        t_ns, submit_ns = (int(data.codes(name)[record]) for name in ("deliver_ns", "submit_ns"))
        mine = flow.is_("what", "deliver") & (flow["subject"] == flow["subject"][at])
        rows = np.flatnonzero(mine & (flow["t_ns"] == t_ns))
        who, cpu = "reader", None
        if len(rows):
            cpu = flow.number("cpu", int(rows[-1]))
            switches = np.flatnonzero(flow.is_("what", "switch") & (flow["cpu"] == cpu))
            switches = switches[switches < rows[-1]]
            if len(switches):
                who = f"thread {flow.number('value', int(switches[-1]))} (reader)"
                self._reader(at, submit_ns, int(switches[-1]), who)
        note = f"{t_ns - submit_ns:,} ns after submit"
        self._add(t_ns, cpu, "deliver", who, "records: delivered", note)
        text = record_text(self.run, record, _NEEDED_BY)
        self._add(t_ns, cpu, "decoded", who, "", text)

    def _reader(self, at: int, submit_ns: int, switch: int, who: str) -> None:
        """Tell of the wake-up and of when the reader got a CPU."""
        flow, sites = self.trace.flow, self.trace.sites
        cpu, since = flow.number("cpu", switch), flow.number("t_ns", switch)
        if since < submit_ns:
            self._add(since, cpu, "switch", who, "", "it runs, and goes on until after submit")
            return
        mine = (sites["t_ns"] >= submit_ns) & (sites["t_ns"] <= since)
        mine &= (sites["cpu"] == flow["cpu"][at]) & sites.is_("kind", "entry")
        wakes = np.flatnonzero(mine & sites.is_("site", _WAKE_UP))
        later = flow.is_("what", "submit") & (flow["t_ns"] == submit_ns) & (flow["value"] == 1)
        if len(wakes) and bool((later & (flow["cpu"] == flow["cpu"][at])).any()):
            place = sites.number("t_ns", int(wakes[0])), flow.number("cpu", at)
            self._add(*place, "wakeup", "irq_work", "", f"{_WAKE_UP} wakes the reader")
        self._add(since, cpu, "switch", who, "", "it gets a CPU")

    def _never_delivered(self, at: int, fate: Fate) -> None:
        """Tell how things stood at the horizon."""
        flow = self.trace.flow
        what = [flow.name("what", row) for row in fate.rows if row >= at]
        horizon = self.run.machine(*self.cell, "horizon_ns")
        if "discard" in what:
            return
        if "submit" in what or what[0] == "output":
            note = "nobody had read it when the run ended"
            self._add(horizon, None, "unread", "reader", "records: unread", note)
        else:
            note = "its program had not submitted it when the run ended"
            self._add(horizon, None, "open", "", "records: open", note)
