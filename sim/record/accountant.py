"""The second accountant: counts a run again, from its trace alone.

It knows no machine and reads no counter: cells of the time ledger are integrated from the
announcements of each CPU, bins of the loss ledger are replayed from what happened to each hit,
record and key, and hits themselves are counted a third time from the sites that were passed.
From the same site rows it counts what really happened (`Truth`): the figures that a tool's maps
are to be compared with.

**Rule:** what a replay finds impossible (an end without a hit, a record delivered twice) is a
fault; `compare` reports faults and every cell in which ledger and recount differ.

**Not modelled:** overwritten records.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.record.reader import read_table
from sim.record.trace import Columns, Names, Trace

__all__ = [
    "ERRNO",
    "REFUSED",
    "Books",
    "LossCell",
    "Recount",
    "TimeCell",
    "Truth",
    "books_of_run",
    "compare",
    "recount",
]

Ints = npt.NDArray[np.int64]
TimeCell = tuple[int, str, str]
"""CPU, activity, owner."""
LossCell = tuple[str, str, str, str]
"""Section, subject, hook, bin."""

_MISSES = (
    "missed_prog_active",
    "missed_kprobe_running",
    "missed_maxactive",
    "missed_recursion",
    "missed_overruled",
    "missed_detached",
)
REFUSED = {
    -1: "dropped_full",
    -2: "dropped_pending",
    -7: "dropped_E2BIG",
    -22: "dropped_EINVAL",
    -28: "dropped_full",
    -95: "dropped_EOPNOTSUPP",
}
"""The bin of a refused record, by what `reserve` and `output` rows say."""

ERRNO = {-2: "ENOENT", -7: "E2BIG", -12: "ENOMEM", -16: "EBUSY", -17: "EEXIST", -22: "EINVAL"}
"""Names of the errors of map operations."""

_NO_RING = -2  # of perf output: −ENOENT


@dataclass(frozen=True)
class Books:
    """Both ledgers of one machine; a cell that is not there is zero.

    Attributes:
        time: Nanoseconds by cell.
        loss: Counts by cell.
    """

    time: Mapping[TimeCell, int]
    loss: Mapping[LossCell, int]


@dataclass
class Truth:
    """What happened, whoever watched.

    Attributes:
        entered: System calls begun, by number.
        results: System calls ended, by number and result.
        calls: Function entries, by name.
        inside: Calls not returned from at the horizon, by name.
        passed: Times each tracepoint was passed; ``block:block_rq_issue`` counts I/O requests.
    """

    entered: dict[int, int] = field(default_factory=dict)
    results: dict[tuple[int, int], int] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)
    inside: dict[str, int] = field(default_factory=dict)
    passed: dict[str, int] = field(default_factory=dict)


@dataclass
class Recount:
    """The second accountant's figures.

    Attributes:
        time: As in `Books`.
        loss: As in `Books`.
        truth: What really happened.
        told_lost: Lost records that the readers were told of, by subject.
        faults: What cannot have happened, in words.
    """

    time: dict[TimeCell, int] = field(default_factory=dict)
    loss: dict[LossCell, int] = field(default_factory=dict)
    truth: Truth = field(default_factory=Truth)
    told_lost: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def recount(trace: Trace) -> Recount:
    """Count everything again."""
    found = Recount()
    found.time = _time(trace)
    _hits(trace.flow, found)
    _records(trace.flow, found)
    _maps(trace.flow, found)
    _truth(trace.sites, found)
    _hits_by_site(trace, found)
    return found


def compare(ledger: Books, counted: Recount) -> list[str]:
    """Return in words every cell in which the two differ, and the recount's faults."""
    found = list(counted.faults)
    pairs: Sequence[tuple[Mapping[Any, int], Mapping[Any, int]]] = (
        (ledger.time, counted.time),
        (ledger.loss, counted.loss),
    )
    for mine, other in pairs:
        for cell in sorted({*mine, *other}):
            a, b = mine.get(cell, 0), other.get(cell, 0)
            if a != b:
                label = " ".join(str(part) for part in cell if part != "")
                found.append(f"{label}: the ledger says {a}, the recount {b}")
    return found


def books_of_run(run_dir: Path | str, arm: str, replication: int) -> Books:
    """Read the ledgers that a run directory holds of one arm and replication."""
    time: dict[TimeCell, int] = {}
    loss: dict[LossCell, int] = {}
    names = ("arm", "replication", "cpu", "activity", "owner", "time_ns")
    table = read_table(run_dir, "time_ledger")
    for a, rep, cpu, activity, owner, ns in zip(*(table[n] for n in names), strict=True):
        if a == arm and rep == replication:
            at = (int(cpu), str(activity), str(owner))
            time[at] = time.get(at, 0) + int(ns)
    names = ("arm", "replication", "section", "subject", "hook", "bin")
    table = read_table(run_dir, "loss_ledger")
    rows = zip(*(table[n] for n in names), table["count"], strict=True)
    for a, rep, section, subject, hook, name, count in rows:
        if a == arm and rep == replication:
            cell = (str(section), str(subject), str(hook), str(name))
            loss[cell] = loss.get(cell, 0) + int(count)
    return Books(time, loss)


# --- columns -----------------------------------------------------------------------------------
def _ints(columns: Columns, name: str) -> Ints:
    column = columns[name]
    assert isinstance(column, np.ndarray)
    return column


def _names(columns: Columns, name: str) -> Names:
    column = columns[name]
    assert isinstance(column, Names)
    return column


def _is(column: Names, *names: str) -> npt.NDArray[np.bool_]:
    """Return which rows have one of *names*."""
    return np.isin(column.codes, [column.code(n) for n in names if n in column.names])


def _tally(*columns: Ints) -> dict[tuple[int, ...], int]:
    """Count the rows by their values in *columns*."""
    if not len(columns[0]):
        return {}
    rows, counts = np.unique(np.stack(columns), axis=1, return_counts=True)
    return {tuple(map(int, row)): int(n) for row, n in zip(rows.T, counts, strict=True)}


# --- time --------------------------------------------------------------------------------------
def _time(trace: Trace) -> dict[TimeCell, int]:
    """Integrate what each CPU announced."""
    activity, owner = _names(trace.accounts, "activity"), _names(trace.accounts, "owner")
    t_ns, cpus = _ints(trace.accounts, "t_ns"), _ints(trace.accounts, "cpu")
    cells: dict[TimeCell, int] = {}
    for cpu in range(trace.nr_cpus):
        rows = np.flatnonzero(cpus == cpu)
        if not len(rows):
            continue
        start = t_ns[rows]
        is_void = activity.codes[rows] == activity.code("void")
        lasting = _lasting(start, is_void, trace.horizon_ns)
        acts, who = activity.codes[rows], owner.codes[rows]
        sums = np.zeros((len(activity.names), len(owner.names)), np.int64)
        np.add.at(sums, (acts[~is_void], who[~is_void]), lasting[~is_void])
        for a, o in np.argwhere(sums):
            cells[cpu, activity.names[a], owner.names[o]] = int(sums[a, o])
    return cells


def _lasting(start: Ints, is_void: npt.NDArray[np.bool_], horizon_ns: int) -> Ints:
    """Return how long each announcement of a CPU held.

    It holds until the next one begins, but no longer than until all of them are taken back.
    """
    n = len(start)
    voids = np.append(np.flatnonzero(is_void), n)
    times = np.append(start, horizon_ns)
    taken_back = times[voids[np.searchsorted(voids, np.arange(n), side="right")]]
    end = np.minimum(np.append(start[1:], horizon_ns), taken_back)
    end = np.minimum(end, horizon_ns)
    lasting: Ints = np.maximum(end - np.minimum(start, horizon_ns), 0)
    return lasting


# --- hits --------------------------------------------------------------------------------------
def _replay(
    plus: npt.NDArray[np.bool_],
    minus: npt.NDArray[np.bool_],
    group: Ints,
    found: Recount,
    what: str,
) -> dict[int, int]:
    """Add up what began and ended, in order; return what is under way at the end, by group."""
    rows = np.flatnonzero(plus | minus)
    delta = plus[rows].astype(np.int64) - minus[rows]
    groups = group[rows]
    left = {}
    for one in np.unique(groups):
        level = np.cumsum(delta[groups == one])
        if level.min() < 0:
            found.faults.append(f"{what} of {one}: more ended than had begun")
        left[int(one)] = int(level[-1])
    return left


def _hits(flow: Columns, found: Recount) -> None:
    """Count hits and calls by link; subject and hook name the cell."""
    what, link = _names(flow, "what"), _ints(flow, "link")
    subject, hook = _names(flow, "subject"), _names(flow, "hook")
    mine = link >= 0
    cell_of = {}
    for number, s, h in _tally(link[mine], subject.codes[mine], hook.codes[mine]):
        cell_of[number] = (subject.names[s], hook.names[h])
    bins = {"hit": ("hits", "hit"), "filtered": ("hits", "filtered"), "end": ("hits", "run")}
    bins |= {name: ("hits", name) for name in _MISSES}
    bins |= {"enter": ("functions", "entry"), "return": ("functions", "returned")}
    for (number, code), n in _tally(link[mine], what.codes[mine]).items():
        if what.names[code] in bins:
            section, name = bins[what.names[code]]
            _add(found, (section, *cell_of[number], name), n)
    over = _is(what, "filtered", "end", *_MISSES)
    for number, n in _replay(_is(what, "hit"), over, link, found, "hits").items():
        _add(found, ("hits", *cell_of[number], "running"), n)
    _replay(_is(what, "run"), _is(what, "end"), link, found, "runs")
    entered = _is(what, "enter")
    abandoned = _is(what, "missed_detached") & np.isin(link, link[entered])
    for (number,), n in _tally(link[abandoned]).items():
        _add(found, ("functions", *cell_of[number], "abandoned"), n)
    inside = _replay(entered, _is(what, "return") | abandoned, link, found, "calls")
    for number, n in inside.items():
        _add(found, ("functions", *cell_of[number], "inside"), n)


def _add(found: Recount, cell: LossCell, n: int) -> None:
    found.loss[cell] = found.loss.get(cell, 0) + n


# --- records -----------------------------------------------------------------------------------
def _records(flow: Columns, found: Recount) -> None:
    what, subject, value = _names(flow, "what"), _names(flow, "subject"), _ints(flow, "value")
    is_output, is_reserve = _is(what, "output"), _is(what, "reserve")
    asked = is_output | is_reserve
    given = asked & (value >= 0)
    for (s,), n in _tally(subject.codes[asked]).items():
        _add(found, ("reservations", subject.names[s], "", "attempt"), n)
    for (s,), n in _tally(subject.codes[given]).items():
        _add(found, ("reservations", subject.names[s], "", "reserved"), n)
        _add(found, ("records", subject.names[s], "", "reserved"), n)
    refused = asked & (value < 0)
    for (s, code, perf), n in _tally(
        subject.codes[refused], value[refused], is_output[refused].astype(np.int64)
    ).items():
        name = "dropped_ENOENT" if perf and code == _NO_RING else REFUSED[code]
        _add(found, ("reservations", subject.names[s], "", name), n)
    submitted = _is(what, "submit") | (is_output & given)
    finished = submitted | _is(what, "discard")
    delivered = _is(what, "deliver")
    for name, rows in (
        ("submitted", submitted),
        ("discarded", _is(what, "discard")),
        ("delivered", delivered),
    ):
        for (s,), n in _tally(subject.codes[rows]).items():
            _add(found, ("records", subject.names[s], "", name), n)
    # a perf sample is reserved and submitted in one row, so it is never open
    opened = _replay(is_reserve & given, finished & ~is_output, subject.codes, found, "records")
    unread = _replay(submitted, delivered, subject.codes, found, "deliveries")
    for name, left in (("open", opened), ("unread", unread)):
        for s, n in left.items():
            _add(found, ("records", subject.names[s], "", name), n)
    lost = _is(what, "lost")
    for s in np.unique(subject.codes[lost]):
        found.told_lost[subject.names[s]] = int(value[lost & (subject.codes == s)].sum())


# --- maps --------------------------------------------------------------------------------------
def _maps(flow: Columns, found: Recount) -> None:
    """Keep the set of keys of each hash; an update that adds one is an insert."""
    what, subject, value = _names(flow, "what"), _names(flow, "subject"), _ints(flow, "value")
    rows = np.flatnonzero(_is(what, "key", "update", "delete", "evict"))
    is_key, is_update, is_evict = (what.code(one) for one in ("key", "update", "evict"))
    keys: dict[int, set[int]] = {}
    key = 0
    codes, subjects, values = what.codes[rows], subject.codes[rows], value[rows]
    for w, s, v in zip(codes.tolist(), subjects.tolist(), values.tolist(), strict=True):
        if w == is_key:
            key = v
            continue
        name = subject.names[s]
        live = keys.setdefault(s, set())
        if w == is_evict:
            if v not in live:
                found.faults.append(f"{name}: a key was evicted that was not there")
            live.discard(v)
            _add(found, ("maps", name, "", "evicted"), 1)
        elif w == is_update and v < 0:
            _add(found, ("maps", name, "", f"failed_{ERRNO.get(v, str(-v))}"), 1)
        elif key != 0 and w == is_update and key not in live:
            live.add(key)
            _add(found, ("maps", name, "", "insert"), 1)
        elif w != is_update and v == 0:
            if key not in live:
                found.faults.append(f"{name}: a key was deleted that was not there")
            live.discard(key)
            _add(found, ("maps", name, "", "deleted"), 1)
        key = 0
    for s, live in keys.items():
        if live:
            _add(found, ("maps", subject.names[s], "", "live"), len(live))


# --- sites -------------------------------------------------------------------------------------
def _truth(sites: Columns, found: Recount) -> None:
    kind, site = _names(sites, "kind"), _names(sites, "site")
    nr, ret = _ints(sites, "nr"), _ints(sites, "ret")
    truth = found.truth
    rows = _is(kind, "sys_enter")
    truth.entered = {n: count for (n,), count in _tally(nr[rows]).items()}
    rows = _is(kind, "sys_exit")
    truth.results = {(n, r): count for (n, r), count in _tally(nr[rows], ret[rows]).items()}
    for name, into in (("entry", truth.calls), ("tracepoint", truth.passed)):
        for (s,), count in _tally(site.codes[_is(kind, name)]).items():
            into[site.names[s]] = count
    inside = _replay(_is(kind, "entry"), _is(kind, "return"), site.codes, found, "functions")
    truth.inside = {site.names[s]: n for s, n in inside.items() if n}


def _hits_by_site(trace: Trace, found: Recount) -> None:
    """Check each link's hits against how often its site was passed since it was attached."""
    kind, site = _names(trace.sites, "kind"), _names(trace.sites, "site")
    link, nr = _ints(trace.sites, "tid"), _ints(trace.sites, "nr")
    what = _names(trace.flow, "what")
    of = _ints(trace.flow, "link")
    passed = ~_is(kind, "return", "attach", "detach")
    hits = _tally(of[_is(what, "hit")])
    filtered = _tally(of[_is(what, "filtered")])
    for at in np.flatnonzero(_is(kind, "attach")):
        number = int(link[at])
        rows = passed & (site.codes == site.codes[at])
        rows[: at + 1] = False
        gone = np.flatnonzero(_is(kind, "detach") & (link == number))
        rows[gone[0] if len(gone) else len(rows) :] = False
        others = int((nr[rows] != nr[at]).sum()) if nr[at] >= 0 else 0
        place = f"link {number} at {site.names[site.codes[at]]}"
        for label, n, flow in (("hit", int(rows.sum()), hits), ("filtered", others, filtered)):
            said = flow.get((number,), 0)
            if n != said:
                found.faults.append(f"{place}: {label} {said} times, but the sites say {n}")
