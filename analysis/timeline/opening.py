"""What was under way when a trace that begins in the middle began.

A return without an entry tells of a function that had begun before; so does the end of a system
call, and of a program. A CPU's first site tells which thread had it.

**Rule:** only what the trace ends is known to have been open; a call that is blocked for all of
the trace leaves no row.

**Not modelled:** which interrupt such a function belonged to.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from analysis.timeline.frames import BEGUN_BEFORE, FUNCTION, SYSCALL, Frame
from analysis.timeline.tables import ROWS_AT_ONCE, Block, Trace

__all__ = ["Opening", "opening_of", "syscall_names"]

Ints = npt.NDArray[np.int64]

_SYSCALL_FUNCTION = "__x64_sys_"
_STEPS = {"entry": 1, "sys_enter": 1, "return": -1, "sys_exit": -1}


@dataclass
class Opening:
    """What was under way at a trace's start.

    Attributes:
        tasks: The thread on each CPU, where known.
        frames: What each thread was in, outermost first; of CPU c without a thread under −1 − c.
        programs: The program that ran on each CPU: its link, name and hook.
    """

    tasks: dict[int, int] = field(default_factory=dict)
    frames: dict[int, list[Frame]] = field(default_factory=dict)
    programs: dict[int, tuple[int, str, str]] = field(default_factory=dict)


def syscall_names(sites: Block, stop: int) -> dict[int, str]:
    """Return the names of system calls by number, from their functions' entries."""
    names, kinds = sites.names("site"), sites.names("kind")
    if "entry" not in kinds:
        return {}
    is_call = np.array([name.startswith(_SYSCALL_FUNCTION) for name in names], bool)
    found: dict[int, str] = {}
    for start in range(0, stop, ROWS_AT_ONCE):
        span = (start, min(start + ROWS_AT_ONCE, stop))
        site, nr = sites.ints("site", *span), sites.ints("nr", *span)
        mine = is_call[site] & (sites.ints("kind", *span) == kinds.index("entry"))
        for number, code in np.unique(np.stack((nr[mine], site[mine])), axis=1).T.tolist():
            found.setdefault(number, names[code].removeprefix(_SYSCALL_FUNCTION))
    return found


def opening_of(trace: Trace, start_ns: int, to_ns: int, calls: dict[int, str]) -> Opening:
    """Return what a trace up to *to_ns* says of its start."""
    found = Opening()
    stop = trace.sites.first_from(to_ns)
    columns = {
        name: trace.sites.ints(name, 0, stop)
        for name in ("t_ns", "cpu", "tid", "site", "kind", "nr")
    }
    _tasks(trace, start_ns, columns, found)
    _frames(trace.sites, columns, found, calls)
    _programs(trace.flow, trace.flow.first_from(to_ns), found)
    return found


def _tasks(trace: Trace, start_ns: int, sites: dict[str, Ints], found: Opening) -> None:
    flow = trace.flow
    what = flow.names("what")
    switch = what.index("switch") if "switch" in what else -1
    rows = np.flatnonzero(flow.ints("what") == switch)
    cpus, first = np.unique(flow.ints("cpu")[rows], return_index=True)
    rows = rows[first]
    times, threads = flow.ints("t_ns")[rows].tolist(), flow.ints("value")[rows].tolist()
    switches = dict(zip(cpus.tolist(), zip(times, threads, strict=True), strict=True))
    for cpu in range(trace.nr_cpus):
        t_ns, tid = switches.get(cpu, (None, 0))
        if t_ns == start_ns:
            found.tasks[cpu] = tid
            continue
        for row in np.flatnonzero(sites["cpu"] == cpu)[:1].tolist():
            if t_ns is None or int(sites["t_ns"][row]) <= t_ns:
                found.tasks[cpu] = int(sites["tid"][row])


def _frames(block: Block, sites: dict[str, Ints], found: Opening, calls: dict[int, str]) -> None:
    names, kinds = block.names("site"), block.names("kind")
    step = np.array([_STEPS.get(kind, 0) for kind in kinds], np.int64)[sites["kind"]]
    thread = np.where(sites["tid"] > 0, sites["tid"], -1 - sites["cpu"])
    order = np.argsort(thread, kind="stable")
    order = order[step[order] != 0]
    if not len(order):
        return
    starts = np.flatnonzero(np.diff(thread[order], prepend=thread[order[0]] - 1))
    for rows in np.split(order, starts[1:]):
        depth = np.cumsum(step[rows])
        floor = np.minimum.accumulate(np.minimum(depth, 0))
        is_unmatched = np.diff(floor, prepend=0) < 0
        frames = []
        for row in rows[is_unmatched].tolist():
            if kinds[sites["kind"][row]] == "sys_exit":
                nr = int(sites["nr"][row])
                frame = Frame(SYSCALL, calls.get(nr, f"syscall {nr}"), 0, 0)
                frame.args["nr"] = nr
            else:
                frame = Frame(FUNCTION, names[sites["site"][row]], 0, 0)
            frame.marks = BEGUN_BEFORE
            frames.append(frame)
        if frames:
            found.frames[int(thread[rows[0]])] = frames[::-1]


def _programs(flow: Block, stop: int, found: Opening) -> None:
    what, subjects, hooks = (flow.names(name) for name in ("what", "subject", "hook"))
    codes = [what.index(name) for name in ("run", "end") if name in what]
    columns = ("what", "cpu", "link", "subject", "hook")
    kind, cpu, link, subject, hook = (flow.ints(name, 0, stop) for name in columns)
    rows = np.flatnonzero(np.isin(kind, codes))
    _, first = np.unique(cpu[rows], return_index=True)
    for row in rows[first].tolist():
        if what[kind[row]] == "end":
            program = int(link[row]), subjects[subject[row]], hooks[hook[row]]
            found.programs[int(cpu[row])] = program
