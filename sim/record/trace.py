"""The trace of a run, as the second accountant reads it: sites, accounts and flow.

Three logs, in the order of steps. *sites*: one row for each site passed, and one from where on
hits of a site reach a link. *accounts*: from a time on, a CPU is in a cell of the time ledger,
unless a later row of that CPU takes it back. *flow*: what became of hits, records and keys.

**Rule:** category columns are `Names`: codes and what they stand for. The columns are those of
the tables of the same names, without arm and replication.

**Not modelled:** operations on maps from user space; they leave no row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.base.errors import ResultsError
from sim.record.reader import TableData, read_table

__all__ = ["FLOW_KINDS", "SITE_KINDS", "Columns", "Names", "Trace", "trace_of_run"]

Ints = npt.NDArray[np.int64]

SITE_KINDS: dict[str, str] = {
    "entry": "a function was entered",
    "return": "a function is about to return",
    "tracepoint": "a tracepoint was passed",
    "inside": "the instructions of a function that has a probe inside",
    "sys_enter": "a system call began",
    "sys_exit": "a system call is over; `ret` is its result",
    "attach": "from here on hits of the site reach link `tid`; with `nr` ≥ 0, that call's alone",
    "detach": "from here on they do not",
}
"""The kinds of rows in *sites*."""

FLOW_KINDS: dict[str, str] = {
    "hit": "a site was reached with the link's program attached",
    "filtered": "the hook's filter kept the program from running",
    "missed_prog_active": "another program was running on the CPU",
    "missed_kprobe_running": "another kprobe was being handled on the CPU",
    "missed_maxactive": "the return probe had no instance left",
    "missed_recursion": "the same program was running on the CPU",
    "missed_overruled": "an earlier program had answered for the function",
    "missed_detached": "the program was detached before its turn, or the function's return, came",
    "run": "the program started",
    "end": "the program ended; `value` is how long it took, ns",
    "enter": "a return probe or fexit program has a call to see the end of",
    "return": "that call is over",
    "reserve": "room was asked for; `value` is its offset, or negative: refused",
    "submit": "a record was submitted",
    "discard": "a record was discarded",
    "output": "a perf sample was written; `value` is 0 or a negative errno",
    "deliver": "the reader got a record of `value` bytes",
    "lost": "the reader was told of `value` lost samples",
    "key": "the next row is about the key with this hash",
    "update": "a map update; `value` is 0 or a negative errno",
    "delete": "a map delete; `value` is 0 or a negative errno",
    "evict": "an LRU map threw out the key with this hash",
    "switch": "the CPU switched to thread `value`",
}
"""The kinds of rows in *flow*."""


@dataclass(frozen=True)
class Names:
    """A category column.

    Attributes:
        codes: Index into *names*, one for each row.
        names: What the codes stand for.
    """

    codes: Ints
    names: tuple[str, ...]

    def code(self, name: str) -> int:
        """Return the code of *name*, −1 when it has none."""
        return self.names.index(name) if name in self.names else -1

    def take(self, rows: npt.NDArray[Any]) -> Names:
        """Return the column of some rows only."""
        return Names(self.codes[rows], self.names)


Columns = Mapping[str, Ints | Names]


@dataclass(frozen=True)
class Trace:
    """What one machine wrote down.

    Attributes:
        nr_cpus: CPUs.
        horizon_ns: When it stopped.
        sites: t_ns, cpu, tid, site, kind, nr, ret, a1.
        accounts: t_ns, cpu, activity, owner.
        flow: t_ns, cpu, what, link, subject, hook, value.
    """

    nr_cpus: int
    horizon_ns: int
    sites: Columns
    accounts: Columns
    flow: Columns


def trace_of_run(run_dir: Path | str, arm: str, replication: int) -> Trace:
    """Read the trace that a run directory holds of one arm and replication.

    Raises:
        MissingTableError: The run recorded no trace.
        ResultsError: It has no such arm and replication.
    """
    tables = [
        _columns(read_table(run_dir, name, needed_by="the second accountant"), arm, replication)
        for name in ("sites", "accounts", "flow")
    ]
    machine = _columns(read_table(run_dir, "machine"), arm, replication)
    keys, values = machine["key"], machine["value"]
    assert isinstance(keys, Names) and isinstance(values, np.ndarray)
    figures = {keys.names[c]: int(v) for c, v in zip(keys.codes, values, strict=True)}
    if "horizon_ns" not in figures:
        raise ResultsError(
            f"the run has no arm {arm!r} with a replication {replication}", where=str(run_dir)
        )
    return Trace(figures["nr_cpus"], figures["horizon_ns"], *tables)


def _columns(table: TableData, arm: str, replication: int) -> Columns:
    arms = table.categories("arm")
    code = arms.index(arm) if arm in arms else -1
    rows = (table.codes("arm") == code) & (table.codes("replication") == replication)
    found: dict[str, Ints | Names] = {}
    for column in table.table.columns[2:]:
        codes = np.asarray(table.codes(column.name)[rows], np.int64)
        is_names = column.is_category
        found[column.name] = (
            Names(codes, tuple(table.categories(column.name))) if is_names else codes
        )
    return found
