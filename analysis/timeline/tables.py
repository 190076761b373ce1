"""The trace of one arm and replication, read in slabs of time.

`sites`, `accounts` and `flow` are separate tables, each in the order of steps. A slab holds all
their rows of a stretch of time, brought into one order: by time, by CPU, then flow, sites and
the change of account.

**Rule:** rows of `accounts` announce a future that a later row may take back, so they become
*changes*: from a time on, a CPU is in this account. Only changes that no later row can take
back leave a slab.

**Not modelled:** nothing of the kernel; this is reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.record.reader import TableData

__all__ = ["FLOW", "SITES", "Block", "Slab", "Trace", "changes_of"]

Ints = npt.NDArray[np.int64]

FLOW, SITES, CHANGE = range(3)
"""What a row of a slab is, in the order of one time."""

ROWS_AT_ONCE = 1 << 18
NO_ACCOUNT = -1
_NEVER = np.iinfo(np.int64).max


class Block:
    """The rows of one arm and replication in one table.

    Args:
        data: The table; None: an optional one that a run without such rows leaves out.
        arm: Arm.
        replication: Replication.

    Attributes:
        nr_rows: How many there are.
    """

    def __init__(self, data: TableData | None, arm: str, replication: int) -> None:
        self.nr_rows = self._first = 0
        self._rows: Ints | None = None
        self._data = data
        if data is not None:
            self._find(data, arm, replication)

    def _find(self, data: TableData, arm: str, replication: int) -> None:
        arms = data.categories("arm")
        code = arms.index(arm) if arm in arms else -1
        mine = (data.codes("arm") == code) & (data.codes("replication") == replication)
        rows = np.flatnonzero(mine)
        self.nr_rows = len(rows)
        self._first = int(rows[0]) if len(rows) else 0
        # an arm writes its rows one after the other, so a range will do; if not, an index
        is_range = len(rows) == 0 or int(rows[-1]) - self._first + 1 == len(rows)
        self._rows = None if is_range else rows

    def ints(self, column: str, start: int = 0, stop: int | None = None) -> Ints:
        """Return rows of a column; of a category its codes."""
        if self._data is None:
            return np.empty(0, np.int64)
        stop = self.nr_rows if stop is None else stop
        stored = self._data.codes(column)
        if self._rows is not None:
            return np.asarray(stored[self._rows[start:stop]], np.int64)
        return np.asarray(stored[self._first + start : self._first + stop], np.int64)

    def names(self, column: str) -> list[str]:
        """Return what the codes of a category stand for."""
        return [] if self._data is None else self._data.categories(column)

    def texts(self, column: str) -> list[str]:
        """Return a category column, decoded."""
        names = self.names(column)
        return [names[code] for code in self.ints(column).tolist()]

    def first_from(self, t_ns: int) -> int:
        """Return the first row at or after a time, of a table in the order of `t_ns`."""
        if self._rows is not None or self._data is None:
            return int(np.searchsorted(self.ints("t_ns"), t_ns))
        stored = self._data.codes("t_ns")[self._first : self._first + self.nr_rows]
        return int(np.searchsorted(stored, t_ns))


def changes_of(t_ns: Ints, cpu: Ints, account: Ints) -> tuple[Ints, Ints, Ints]:
    """Return from when on which CPU is in which account.

    Args:
        t_ns: Times of announcements, in the order of steps.
        cpu: Their CPUs.
        account: Their accounts; `NO_ACCOUNT` takes back all that was said of later times.

    Returns:
        The same columns, by CPU and time; a CPU has one row at a time.
    """
    order = np.argsort(cpu, kind="stable")
    t, c, a = t_ns[order], cpu[order], account[order]
    is_void = a == NO_ACCOUNT
    voids = np.append(np.flatnonzero(is_void), len(a))
    following = voids[np.searchsorted(voids, np.arange(len(a)), side="right")]
    limit = np.append(t, _NEVER)[following]
    limit[np.append(c, -1)[following] != c] = _NEVER
    kept = np.flatnonzero(is_void | (t < limit))
    t, c, a = t[kept], c[kept], a[kept]
    is_last = np.ones(len(t), bool)
    is_last[:-1] = (t[1:] != t[:-1]) | (c[1:] != c[:-1])
    return t[is_last], c[is_last], a[is_last]


@dataclass(frozen=True)
class Slab:
    """All rows of a stretch of time.

    Attributes:
        t_ns: Time of each row; rows are in the order of time, CPU, kind.
        cpu: CPU of each row.
        kind: `FLOW`, `SITES` or a change of account.
        row: Row of *flow* or *sites*, or the account.
        flow: Columns of the slab's flow rows.
        sites: Columns of the slab's site rows.
    """

    t_ns: list[int]
    cpu: list[int]
    kind: list[int]
    row: list[int]
    flow: dict[str, list[int]]
    sites: dict[str, list[int]]


class Trace:
    """The three tables of a trace.

    Args:
        sites: Rows of `sites`.
        accounts: Rows of `accounts`.
        flow: Rows of `flow`.
        nr_cpus: CPUs.

    Attributes:
        activities: Names of activities, by ``account // nr_owners``.
        owners: Names of owners, by ``account % nr_owners``.
    """

    def __init__(self, sites: Block, accounts: Block, flow: Block, nr_cpus: int) -> None:
        self.sites = sites
        self.accounts = accounts
        self.flow = flow
        self.nr_cpus = nr_cpus
        self.activities = accounts.names("activity")
        self.owners = accounts.names("owner")

    def slabs(self, to_ns: int) -> Iterator[Slab]:
        """Yield the rows before *to_ns*, a slab at a time."""
        carry = (np.empty(0, np.int64),) * 3
        start = since = 0
        while since < to_ns:
            stop = min(start + ROWS_AT_ONCE, self.accounts.nr_rows)
            fresh = self._announced(start, stop)
            t, c, a = (np.concatenate(pair) for pair in zip(carry, fresh, strict=True))
            until = to_ns
            if stop < self.accounts.nr_rows:
                # later rows take back nothing before the last time at which something was
                voids = np.flatnonzero(a == NO_ACCOUNT)
                until = min(until, int(t[voids[-1]]) if len(voids) else since)
            yield self._slab((t, c, a), since, until)
            start, since = stop, max(since, until)
            carry = _undecided(t, c, a, until)

    def _announced(self, start: int, stop: int) -> tuple[Ints, Ints, Ints]:
        activity = self.accounts.ints("activity", start, stop)
        account = activity * len(self.owners) + self.accounts.ints("owner", start, stop)
        if "void" in self.activities:
            account[activity == self.activities.index("void")] = NO_ACCOUNT
        times, cpus = (self.accounts.ints(name, start, stop) for name in ("t_ns", "cpu"))
        return times, cpus, account

    def _slab(self, announced: tuple[Ints, Ints, Ints], since: int, until: int) -> Slab:
        starts, on, accounts = changes_of(*announced)
        mine = (starts >= since) & (starts < until)
        flow = self._columns(self.flow, since, until, ("what", "link", "subject", "hook", "value"))
        sites = self._columns(self.sites, since, until, ("tid", "site", "kind", "nr", "ret"))
        parts = (flow, sites)
        t = np.concatenate([*(part["t_ns"] for part in parts), starts[mine]])
        cpu = np.concatenate([*(part["cpu"] for part in parts), on[mine]])
        sizes = [len(part["t_ns"]) for part in parts]
        kind = np.repeat([FLOW, SITES, CHANGE], [*sizes, int(mine.sum())])
        row = np.concatenate([*(np.arange(n) for n in sizes), accounts[mine]])
        order = np.lexsort((np.arange(len(t)), kind, cpu, t))
        times, cpus, kinds, rows = (column[order].tolist() for column in (t, cpu, kind, row))
        return Slab(times, cpus, kinds, rows, _lists(flow), _lists(sites))

    @staticmethod
    def _columns(block: Block, since: int, until: int, names: tuple[str, ...]) -> dict[str, Ints]:
        start, stop = block.first_from(since), block.first_from(until)
        return {name: block.ints(name, start, stop) for name in ("t_ns", "cpu", *names)}


def _lists(columns: dict[str, Ints]) -> dict[str, list[int]]:
    found: dict[str, Any] = {name: column.tolist() for name, column in columns.items()}
    return found


def _undecided(t: Ints, cpu: Ints, account: Ints, until: int) -> tuple[Ints, Ints, Ints]:
    """Return what each CPU announced last before *until*, and everything later."""
    keep = np.zeros(len(t), bool)
    said = np.flatnonzero((account == NO_ACCOUNT) & (t < until))
    last = np.zeros(int(cpu.max(initial=0)) + 1, np.int64)
    last[cpu[said]] = said  # of equal indices the last one stays
    for number, row in enumerate(last.tolist()):
        keep[row:] |= cpu[row:] == number
    return t[keep], cpu[keep], account[keep]
