"""What really happened in a run, from its trace of sites and from hooks waited on.

Nothing here reads what dispatch counted: a call is an entry and an exit of a thread, in the
order of the rows, and a program is concerned from the `attach` row of its link on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from sim.cost.profile import load_profile
from sim.hooks.events import Hit, HookEvents
from sim.record.reader import read_table
from sim.run.runner import prepare, run_tables
from sim.run.scenario import load_scenario
from tests.scenarios import TUTORIAL

__all__ = ["OPENAT", "Call", "Ran", "free_tracing", "run_traced"]

OPENAT = "tracepoint:syscalls:sys_enter_openat"
NAME_BYTES = 64
TRACING = ("hook.", "prog.", "helper.", "map.", "ringbuf.", "perfbuf.", "attach.")
Rows = dict[str, Any]


def free_tracing(folder: Path, prefixes: Sequence[str] = TRACING) -> str:
    """Write a profile in which tracing takes no time; return the override that names it."""
    profile = load_profile("x86-2020")
    free = {key: 0 for key in profile.prices if key.startswith(tuple(prefixes))}
    path = folder / "free.yaml"
    path.write_text(profile.with_prices(free).to_yaml())
    return f"machine.profile={path}"


@dataclass(frozen=True)
class Call:
    """A system call as the sites saw it; the row numbers say what came before what."""

    tid: int
    nr: int
    a1: int
    enter_row: int
    enter_ns: int
    exit_row: int
    exit_ns: int
    exit_cpu: int
    ret: int


@dataclass
class Ran:
    """A traced arm that has run, and what it left behind.

    Attributes:
        tasks: Thread → process and name.
        texts: User address → the file name there, of every open (when `OPENAT` is waited on).
        hits: Hook → its hits, for the hooks that were waited on.
    """

    folder: Path
    tasks: dict[int, tuple[int, str]] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    hits: dict[str, list[Hit]] = field(default_factory=dict)
    _tables: dict[str, Rows] = field(default_factory=dict)

    def table(self, name: str) -> Rows:
        """Return a table's columns, decoded."""
        if name not in self._tables:
            data = read_table(self.folder, name, require_complete=False)
            self._tables[name] = {column: np.asarray(data[column]) for column in data}
        return self._tables[name]

    def figure(self, key: str) -> int:
        """Return a figure of the machine table."""
        table = self.table("machine")
        return int(table["value"][table["key"] == key][0])

    def loss(self, section: str, name: str, subject: str = "") -> int:
        """Return the sum of a bin of the loss ledger, of all subjects or of one."""
        table = self.table("loss_ledger")
        rows = (table["section"] == section) & (table["bin"] == name)
        if subject:
            rows &= table["subject"] == subject
        return int(table["count"][rows].sum())

    # --- sites ------------------------------------------------------------------------------------
    def attached(self, program: str) -> int:
        """Return the row from which on hits reach a program."""
        programs, sites = self.table("programs"), self.table("sites")
        link = programs["prog"].tolist().index(program)
        rows = np.flatnonzero((sites["kind"] == "attach") & (sites["tid"] == link))
        assert len(rows) == 1
        return int(rows[0])

    def passed(self, site: str, kind: str, since: str) -> Iterator[dict[str, int]]:
        """Yield the passings of a site since a program was attached."""
        table = self.table("sites")
        rows = np.flatnonzero((table["site"] == site) & (table["kind"] == kind))
        for row in rows[rows > self.attached(since)].tolist():
            yield {name: int(table[name][row]) for name in ("t_ns", "cpu", "tid", "nr", "ret")}

    def calls(self) -> list[Call]:
        """Return every system call that came to its end, in the order of the ends."""
        table = self.table("sites")
        names = ("t_ns", "cpu", "tid", "nr", "ret", "a1")
        rows = np.flatnonzero(np.isin(table["kind"].astype(str), ["sys_enter", "sys_exit"]))
        is_enter = (table["kind"][rows] == "sys_enter").tolist()
        columns = [table[name][rows].tolist() for name in names]
        under_way: dict[int, tuple[int, int, int]] = {}
        found = []
        for row, enters, t_ns, cpu, tid, nr, ret, a1 in zip(
            rows.tolist(), is_enter, *columns, strict=True
        ):
            if enters:
                assert tid not in under_way
                under_way[tid] = (row, t_ns, a1)
            elif tid in under_way:
                start = under_way.pop(tid)
                found.append(Call(tid, nr, start[2], start[0], start[1], row, t_ns, cpu, ret))
        return found

    # --- maps -------------------------------------------------------------------------------------
    def entries(self, name: str) -> dict[bytes, list[bytes]]:
        """Return a map's entries: key → values, one for each CPU where per CPU."""
        table = self.table("map_entries")
        found: dict[bytes, list[bytes]] = {}
        for row in np.flatnonzero(table["map"] == name).tolist():
            value = bytes.fromhex(table["value"][row])
            found.setdefault(bytes.fromhex(table["key"][row]), []).append(value)
        return found


def run_traced(
    folder: Path,
    scenario: str,
    *overrides: str,
    objects: Sequence[str] = (),
    hooks: Sequence[str] = (),
    ms: int = 30,
) -> Ran:
    """Run the traced arm of a tutorial scenario, its trace recorded.

    Args:
        folder: Where the tables go.
        scenario: Which.
        overrides: As ``--set`` has them.
        objects: As ``--object`` has them.
        hooks: Hooks to wait on.
        ms: For how long.
    """
    always = (f"stop.time={ms} ms", "warmup=0 ns", "replications=1", "record.sites=true")
    loaded = load_scenario(TUTORIAL / scenario, (*always, *overrides), objects=objects)
    only = loaded.model_copy(update={"arms": loaded.arms[1:]})
    ran = Ran(folder, hits={name: [] for name in hooks})

    def keep(run: Any) -> None:
        ran.tasks = {task.pid: (task.tgid, task.comm) for task in run.machine.tasks.all}

    with mock.patch("sim.run.arm.HookEvents", partial(_watched, ran)):
        run_tables(prepare(only), folder, on_arm=keep)
    return ran


def _watched(ran: Ran, machine: Any, env: Any) -> HookEvents:
    """Make `HookEvents` whose hits are written down by SimPy processes."""
    events = HookEvents(machine, env)

    def watch(name: str, found: list[Hit]) -> Any:
        while True:
            hit = yield events[name].hit()
            found.append(hit)
            if name == OPENAT:
                address = hit.args["arg1"]
                raw = machine.user.read(address, NAME_BYTES)
                ran.texts[address] = raw.split(b"\0", 1)[0].decode()

    for name, found in ran.hits.items():
        env.process(watch(name, found))
    return events
