"""The trace of one arm and replication: which hit was whose, and what became of it.

Answers questions of `analysis.follow` from the tables `sites` and `flow`, in which rows stand in
the order of steps. A hit happens at a site, at the same time and on the same CPU; what became of
it follows on that CPU, where programs of interrupts nest, so that hits end in the reverse order.

**Rule:** a row is named by its position in this arm's and replication's part of the table;
`Log.rows` has its number in the table.

**Not modelled:** whether a site was passed by the thread itself or by an interrupt that it took:
the table says which thread was current.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.source import Source
from sim.record.reader import TableData

__all__ = ["CellTrace", "Fate", "Log", "site_of_hook"]

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_SYSCALL_SITES = {"sys_enter_": "raw_syscalls:sys_enter", "sys_exit_": "raw_syscalls:sys_exit"}
_OVER = ("filtered", "missed_kprobe_running", "missed_maxactive", "missed_prog_active")


def site_of_hook(hook: str) -> str:
    """Return the name of the site that a hook is at."""
    kind, _, target = hook.partition(":")
    if kind == "tracepoint":
        category, _, name = target.partition(":")
        for prefix, site in _SYSCALL_SITES.items():
            if category == "syscalls" and name.startswith(prefix):
                return site
    return target


class Log:
    """The rows of one arm and replication in one table.

    Attributes:
        rows: Their numbers in the table.
    """

    def __init__(self, data: TableData, arm: str, replication: int) -> None:
        names = data.categories("arm")
        code = names.index(arm) if arm in names else -1
        mine = (data.codes("arm") == code) & (data.codes("replication") == replication)
        self.rows: Ints = np.flatnonzero(mine)
        self._data = data
        self._columns: dict[str, npt.NDArray[Any]] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, column: str) -> npt.NDArray[Any]:
        """Return a column: numbers, or the codes of names."""
        if column not in self._columns:
            self._columns[column] = self._data.codes(column)[self.rows]
        return self._columns[column]

    def is_(self, column: str, *names: str) -> Mask:
        """Return which rows have one of *names*."""
        known = self._data.categories(column)
        return np.isin(self[column], [known.index(name) for name in names if name in known])

    def name(self, column: str, at: int) -> str:
        """Return the name in a row."""
        return self._data.categories(column)[int(self[column][at])]

    def number(self, column: str, at: int) -> int:
        """Return the number in a row."""
        return int(self[column][at])


class Fate(NamedTuple):
    """What became of a hit.

    Attributes:
        hit: Row of the hit in `flow`; None when the trace begins after it.
        rows: Rows of what happened to it and, if its program ran, of what the program did.
    """

    hit: int | None
    rows: list[int]


class CellTrace:
    """The trace of one arm and replication.

    Args:
        run: The run.
        arm: The arm.
        replication: The replication.
        needed_by: Who asks.
    """

    def __init__(self, run: Source, arm: str, replication: int, needed_by: str) -> None:
        self.flow = Log(run.table("flow", needed_by), arm, replication)
        self.sites = Log(run.table("sites", needed_by), arm, replication)

    # --- sites -----------------------------------------------------------------------------------
    def site_row(self, cpu: int, t_ns: int, site: str, *, is_return: bool) -> int | None:
        """Return the last passing of a site on a CPU up to a time."""
        sites = self.sites
        mine = (sites["cpu"] == cpu) & (sites["t_ns"] <= t_ns) & sites.is_("site", site)
        mine &= sites.is_("kind", "return") if is_return else ~sites.is_("kind", "return", "attach")
        found = np.flatnonzero(mine)
        return int(found[-1]) if len(found) else None

    def site_of_hit(self, hit: int) -> int | None:
        """Return the passing of a site that was a hit."""
        flow = self.flow
        cpu, t_ns = flow.number("cpu", hit), flow.number("t_ns", hit)
        at = self.site_row(cpu, t_ns, site_of_hook(flow.name("hook", hit)), is_return=False)
        return at if at is not None and self.sites.number("t_ns", at) == t_ns else None

    def syscall_around(self, at: int) -> tuple[int, int | None] | None:
        """Return begin and end of the system call that a thread was in when it passed a site.

        The end is None when it was not over at the end of the trace.
        """
        sites = self.sites
        mine = np.flatnonzero(
            (sites["tid"] == sites["tid"][at]) & sites.is_("kind", "sys_enter", "sys_exit")
        )
        begins = sites.is_("kind", "sys_enter")[mine]
        before = int(np.searchsorted(mine, at, side="right"))
        if before and mine[before - 1] == at and not begins[before - 1]:
            before -= 1  # the site is the end of the call
        if before == 0 or not begins[before - 1]:
            return None
        end = int(mine[before]) if before < len(mine) else None
        return int(mine[before - 1]), end

    def return_of(self, at: int) -> int | None:
        """Return the passing of a function's return that goes with an entry."""
        sites = self.sites
        mine = (sites["tid"] == sites["tid"][at]) & (sites["site"] == sites["site"][at])
        rows = np.flatnonzero(mine & sites.is_("kind", "entry", "return"))
        rows = rows[rows >= at]
        depth = np.cumsum(np.where(sites.is_("kind", "entry")[rows], 1, -1))
        over = np.flatnonzero(depth == 0)
        return int(rows[over[0]]) if len(over) else None

    # --- hits ------------------------------------------------------------------------------------
    def is_kretprobe(self, at: int) -> bool:
        """Say whether a row of `flow` is about a kretprobe."""
        return self.flow.name("hook", at).startswith("kretprobe:")

    def hits_between(self, tracer: str, tid: int, first: int, last: int) -> list[int]:
        """Return the hits of a tracer's programs at a thread's sites, of two rows and between."""
        flow, sites = self.flow, self.sites
        begin, end = sites.number("t_ns", first), sites.number("t_ns", last)
        mine = flow.is_("what", "hit") & (flow["t_ns"] >= begin) & (flow["t_ns"] <= end)
        found = []
        for hit in np.flatnonzero(mine).tolist():
            if flow.name("subject", hit).startswith(f"{tracer}/"):
                at = self.site_of_hit(hit)
                if at is not None and first <= at <= last and sites.number("tid", at) == tid:
                    found.append(hit)
        return found

    def fate(self, hit: int) -> Fate:
        """Return what became of a hit."""
        rows = self._until_over(hit)
        if not self.is_kretprobe(hit) or not rows or self.flow.name("what", rows[-1]) != "enter":
            return Fate(hit, rows)
        entry = self.site_of_hit(hit)
        at = self.return_of(entry) if entry is not None else None
        return Fate(hit, rows + (self._at_return(hit, at) if at is not None else []))

    def _on(self, cpu: int) -> Ints:
        return np.flatnonzero(self.flow["cpu"] == cpu)

    def _until_over(self, hit: int) -> list[int]:
        """Return the rows after a hit on its CPU up to the one that settles it."""
        flow = self.flow
        link, depth, run = flow.number("link", hit), 1, None
        later = self._on(flow.number("cpu", hit))
        later = later[later > hit]
        for at in later[flow["link"][later] == link].tolist():
            what = flow.name("what", at)
            if what == "hit":
                depth += 1
            elif what == "run" and depth == 1:
                run = at
            elif what in (*_OVER, "end", "enter"):
                depth -= 1
            if depth == 0:
                return self.run_rows(run) if run is not None else [at]
        return self.run_rows(run) if run is not None else []

    def _at_return(self, hit: int, at: int) -> list[int]:
        """Return what a kretprobe did when its function returned."""
        flow, sites = self.flow, self.sites
        mine = self._on(sites.number("cpu", at))
        mine = mine[(flow["t_ns"][mine] >= sites["t_ns"][at])]
        mine = mine[flow["link"][mine] == flow["link"][hit]]
        started = mine[flow.is_("what", "run", "missed_prog_active")[mine]]
        if not len(started):
            return []
        if flow.name("what", int(started[0])) == "run":
            return self.run_rows(int(started[0]))
        return [int(started[0])]

    def run_rows(self, run: int) -> list[int]:
        """Return the rows of a program's run: its start, what it did, its end."""
        flow = self.flow
        mine = self._on(flow.number("cpu", run))
        mine = mine[mine >= run]
        ends = np.flatnonzero(flow.is_("what", "end")[mine])
        if len(ends):
            mine = mine[: ends[0] + 1]
        own = flow.is_("what", "run", "end") & (flow["link"] == flow["link"][run])
        own |= (flow["link"] < 0) & ~flow.is_("what", "switch", "deliver", "lost", "key")
        return [int(at) for at in mine[own[mine]]]

    def run_around(self, at: int) -> int | None:
        """Return the start of the run that was under way on a row's CPU, None when none was."""
        mine = self._on(self.flow.number("cpu", at))
        mine = mine[(mine <= at) & self.flow.is_("what", "run", "end")[mine]]
        if len(mine) and mine[-1] == at and self.flow.name("what", at) == "end":
            mine = mine[:-1]
        last = int(mine[-1]) if len(mine) else None
        return last if last is not None and self.flow.name("what", last) == "run" else None

    def hit_before(self, at: int) -> int | None:
        """Return the hit that a later row of the same link and CPU belongs to."""
        flow = self.flow
        mine = self._on(flow.number("cpu", at))
        mine = mine[(mine <= at) & (flow["link"][mine] == flow["link"][at])]
        depth = 0
        for row in mine[::-1].tolist():
            what = flow.name("what", row)
            if what == "hit":
                if depth == 0:
                    return int(row)
                depth -= 1
            elif what in (*_OVER, "end", "enter") and row != at:
                depth += 1
        return None
