"""Checks that the two ledgers add up, and that every queue obeys Little's law.

Pure functions over tables: they recount nothing and know no machine. The second accountant
compares its own counts with the same tables elsewhere.

**Rule:** rows of one cell may be split over several rows; cells are sums. A list of violations
is returned, empty when all is well; nothing is raised.

**Not modelled:** nothing of the kernel. Whether a bin was counted at the right moment is not
seen here, only whether the bins balance.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sim.record.schema import ACTIVITIES, LOSS_SECTIONS

__all__ = [
    "IDENTITIES",
    "Violation",
    "bins_of",
    "check_loss_ledger",
    "check_queues",
    "check_time_ledger",
]

Columns = Mapping[str, Any]


class Violation(NamedTuple):
    """One identity that does not hold.

    Attributes:
        arm: Arm.
        replication: Replication.
        subject: What it is about: a CPU, or section, subject and hook of the loss ledger.
        identity: The identity, in words.
        left: Its left-hand side.
        right: Its right-hand side.
    """

    arm: str
    replication: int
    subject: str
    identity: str
    left: int
    right: int

    def __str__(self) -> str:
        return (
            f"{self.arm}/{self.replication} {self.subject}: {self.identity}: "
            f"{self.left} ≠ {self.right} (off by {self.left - self.right})"
        )


def _rows(table: Columns, *names: str) -> Iterable[tuple[Any, ...]]:
    return zip(*(list(table[name]) for name in names), strict=True)


def _machine(machine: Columns, key: str) -> dict[tuple[str, int], int]:
    rows = _rows(machine, "arm", "replication", "key", "value")
    return {(str(arm), int(rep)): int(value) for arm, rep, k, value in rows if k == key}


def check_time_ledger(time_ledger: Columns, machine: Columns) -> list[Violation]:
    """Check that each CPU's cells add up to the horizon and all CPUs to CPUs × horizon.

    Args:
        time_ledger: The table `time_ledger`.
        machine: The table `machine`.
    """
    horizon = _machine(machine, "horizon_ns")
    nr_cpus = _machine(machine, "nr_cpus")
    per_cpu: dict[tuple[str, int], dict[int, int]] = {run: {} for run in horizon}
    found = []
    columns = ("arm", "replication", "cpu", "activity", "owner", "time_ns")
    for arm, rep, cpu, activity, owner, time_ns in _rows(time_ledger, *columns):
        run = (str(arm), int(rep))
        cell = f"cpu{cpu} {activity} × {owner}"
        if time_ns < 0:
            found.append(Violation(*run, cell, "a cell is never negative", int(time_ns), 0))
        if activity not in ACTIVITIES:
            found.append(Violation(*run, cell, "the activity is a known one", int(time_ns), 0))
        cpus = per_cpu.setdefault(run, {})
        cpus[int(cpu)] = cpus.get(int(cpu), 0) + int(time_ns)
    for run in sorted(per_cpu):
        due = horizon.get(run, 0)
        for cpu, total in sorted(per_cpu[run].items()):
            if total != due:
                found.append(Violation(*run, f"cpu{cpu}", "cells = horizon", total, due))
        total, due = sum(per_cpu[run].values()), nr_cpus.get(run, 0) * due
        if total != due:
            found.append(Violation(*run, "all CPUs", "cells = CPUs × horizon", total, due))
    return found


IDENTITIES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "hits": (("hit", ("filtered", "run", "missed_", "running")),),
    "functions": (("entry", ("returned", "inside", "abandoned")),),
    "reservations": (("attempt", ("reserved", "dropped_")),),
    "records": (
        ("reserved", ("submitted", "discarded", "open")),
        ("submitted", ("delivered", "overwritten", "unread")),
    ),
    "maps": (("insert", ("live", "deleted", "evicted")),),
}
"""Per section of the loss ledger: each whole and its parts; ``missed_`` stands for every cause."""

_APART = {"maps": ("failed_",)}

Bins = dict[str, int]


def _known(section: str, name: str) -> bool:
    whole = {b for left, parts in IDENTITIES[section] for b in (left, *parts)}
    prefixes = [*_APART.get(section, ()), *(b for b in whole if b.endswith("_"))]
    return name in whole or any(name.startswith(p) and name != p for p in prefixes)


def bins_of(bins: Mapping[str, int], parts: Iterable[str]) -> list[tuple[str, int]]:
    """Return the bins that *parts* of an identity stand for, in the order of the parts."""
    found = []
    for p in parts:
        mine = [n for n in bins if n == p or (p.endswith("_") and n.startswith(p))]
        found += [(name, bins[name]) for name in mine]
    return found


def _balance(run: tuple[str, int], subject: str, section: str, bins: Bins) -> list[Violation]:
    found = []
    for name, count in sorted(bins.items()):
        if not _known(section, name):
            text = f"{name} is a bin of {section}"
            found.append(Violation(*run, subject, text, count, 0))
        if count < 0:
            found.append(Violation(*run, subject, f"{name} is never negative", count, 0))
    for left, parts in IDENTITIES[section]:
        a, b = bins.get(left, 0), sum(n for _, n in bins_of(bins, parts))
        if a != b:
            words = [p + "<cause>" if p.endswith("_") else p for p in parts]
            found.append(Violation(*run, subject, f"{left} = {' + '.join(words)}", a, b))
    return found


def check_loss_ledger(loss_ledger: Columns) -> list[Violation]:
    """Check every identity of the loss ledger, per arm, replication, subject and hook.

    A map's `reserved` must also be the same in `reservations` and `records`.

    Args:
        loss_ledger: The table `loss_ledger`.
    """
    cells: dict[tuple[str, int, str, str, str], Bins] = {}
    columns = ("arm", "replication", "section", "subject", "hook", "bin", "count")
    for arm, rep, section, subject, hook, name, count in _rows(loss_ledger, *columns):
        key = (str(arm), int(rep), str(section), str(subject), str(hook))
        bins = cells.setdefault(key, {})
        bins[str(name)] = bins.get(str(name), 0) + int(count)
    found = []
    given: dict[tuple[str, int, str], dict[str, int]] = {}
    for (arm, rep, section, subject, hook), bins in sorted(cells.items()):
        label = f"{section} {subject}" + (f" at {hook}" if hook else "")
        if section not in LOSS_SECTIONS:
            found.append(Violation(arm, rep, label, "the section is a known one", 0, 0))
            continue
        found += _balance((arm, rep), label, section, bins)
        if section in ("reservations", "records"):
            totals = given.setdefault((arm, rep, subject), {"reservations": 0, "records": 0})
            totals[section] += bins.get("reserved", 0)
    for (arm, rep, subject), totals in sorted(given.items()):
        a, b = totals["reservations"], totals["records"]
        if a != b:
            text = "reserved is the same in reservations and records"
            found.append(Violation(arm, rep, subject, text, a, b))
    return found


def check_queues(queues: Columns) -> list[Violation]:
    """Check that in every queue nothing got lost, and that Little's law holds exactly.

    The law for a finite run: the number present, integrated over time, is the time that those
    who left had spent there plus the time that those present have.

    Args:
        queues: The table `queues`.
    """
    found = []
    columns = ("arrivals", "departures", "present", "area_ns", "sojourn_ns", "age_ns")
    for arm, rep, queue, kind, *figures in _rows(
        queues, "arm", "replication", "queue", "kind", *columns
    ):
        came, left, present, area, sojourn, age = (int(figure) for figure in figures)
        where = str(arm), int(rep), f"{kind} {queue}"
        if came != left + present:
            text = "arrivals = departures + present"
            found.append(Violation(*where, text, came, left + present))
        if area != sojourn + age:
            text = "area_ns = sojourn_ns + age_ns"
            found.append(Violation(*where, text, area, sojourn + age))
    return found
