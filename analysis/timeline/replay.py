"""Replaying a trace onto the stacks of its CPUs.

Rows of one time and CPU belong together. Their order across the tables is not recorded; it
follows from what they say: a hit comes right after its site was passed, whatever else becomes
of a program belongs to a hit before, and a thread's sites come before the switch that ends it.

**Rule:** a thread runs on one CPU at a time: where one is switched to while it is still another
CPU's last one (it blocked there, and was woken before that CPU came to switch), it leaves that
CPU at once.

**Not modelled:** nothing of the kernel; this is reading a trace.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.timeline.drops import cause_of
from analysis.timeline.events import (
    FLOW_END,
    FLOW_START,
    Item,
    counter_text,
    flow_text,
    instant_text,
)
from analysis.timeline.frames import (
    BEGUN_BEFORE,
    FUNCTION,
    OPEN_AT_END,
    SYSCALL,
    Accounts,
    Frame,
    Sink,
)
from analysis.timeline.opening import Opening
from analysis.timeline.stack import Stack
from analysis.timeline.tables import FLOW, SITES, Slab, Trace

__all__ = ["Arrows", "Replay", "TaskNames"]

_SYS_ENTER, _SYS_EXIT = "raw_syscalls:sys_enter", "raw_syscalls:sys_exit"
_SITE_KINDS = frozenset(("entry", "tracepoint", "sys_enter", "sys_exit"))


class TaskNames:
    """Names of threads: from a table if there is one, else of what a thread's time says.

    Args:
        comms: Names by thread.
    """

    def __init__(self, comms: Mapping[int, str] | None = None) -> None:
        self._comms = dict(comms or {})

    def meet(self, tid: int, activity: str, owner: str) -> None:
        """Learn from an account of a running thread; a tracer's task has the tracer's name."""
        kind, _, name = owner.partition(":")
        if name and tid > 0 and (kind == "reader" or activity == "attach"):
            self._comms.setdefault(tid, name)

    def name(self, tid: int) -> str:
        """Return what a thread's slices are called."""
        if tid in self._comms:
            return f"{self._comms[tid]}/{tid}"
        return f"tid {tid}" if tid > 0 else "task"


@dataclass
class Arrows:
    """Which records get arrows, by what the flow rows say of them.

    Attributes:
        reserved: By time, CPU and subject of a reservation: numbers of its records.
        delivered: By time and subject of a delivery: numbers and earliest arrow ends.
        started: How many arrows began at a program.
        ended: How many ended at a reader.
    """

    reserved: dict[tuple[int, int, str], deque[int]] = field(default_factory=dict)
    delivered: dict[tuple[int, str], deque[tuple[int, int]]] = field(default_factory=dict)
    started: int = 0
    ended: int = 0


class Replay:
    """Replays a trace.

    Args:
        trace: The trace.
        accounts: What accounts are called.
        sink: Where slices go.
        names: Names of threads.
        calls: Names of system calls.
        arrows: Which records get arrows.
        counter_pid: Process of the counter of running tasks.

    Attributes:
        drops: How many instants there are of each cause.
    """

    def __init__(
        self,
        trace: Trace,
        accounts: Accounts,
        sink: Sink,
        names: TaskNames,
        calls: Mapping[int, str],
        arrows: Arrows,
        counter_pid: int,
    ) -> None:
        self._trace = trace
        self._sink = sink
        self._names = names
        self._calls = calls
        self._arrows = arrows
        self._counter_pid = counter_pid
        self._what = trace.flow.names("what")
        self._subjects = trace.flow.names("subject")
        self._hooks = trace.flow.names("hook")
        self._hook_sites = [_site_of(hook) for hook in self._hooks]
        self._sites = trace.sites.names("site")
        self._kinds = trace.sites.names("kind")
        self._suspended: dict[int, list[Frame]] = {}
        self._running: dict[int, Stack] = {}
        self._nr_running = 0
        self._is_counted = False
        self.drops: dict[str, int] = {}
        self.stacks = [
            Stack(cpu, accounts, sink, names.name, names.meet) for cpu in range(trace.nr_cpus)
        ]

    # --- start and end -----------------------------------------------------------------------
    def begin(self, t_ns: int, opening: Opening) -> None:
        """Set the CPUs to what was under way at the trace's start."""
        self._suspended = dict(opening.frames)
        for stack in self.stacks:
            tid = opening.tasks.get(stack.cpu, 0 if t_ns == 0 else -1)
            if tid >= 0:
                kept = self._suspended.pop(tid if tid else -1 - stack.cpu, [])
                stack.switch_in(tid, kept, t_ns)
                self._running[tid] = stack
            if stack.cpu in opening.programs:
                stack.run(*opening.programs[stack.cpu], t_ns)
            for frame in stack.frames:
                frame.marks = BEGUN_BEFORE
        self._count_running(t_ns)

    def end(self, t_ns: int) -> None:
        """Close everything at the window's end."""
        self._count_running(t_ns)
        for stack in self.stacks:
            stack.close_all(t_ns, OPEN_AT_END)

    def items(self, to_ns: int) -> Iterator[Item]:
        """Yield the events of the CPUs' tracks in the order in which they are to be written."""
        now = 0
        for slab in self._trace.slabs(to_ns):
            self._replay(slab)
            if slab.t_ns:
                now = slab.t_ns[-1]
            yield from self._ready(min(stack.earliest_ns(now) for stack in self.stacks))
        self.end(to_ns)
        yield from self._ready(None)

    def _ready(self, before_ns: int | None) -> list[Item]:
        """Take out what nothing that is still open can come before."""
        waiting = self._sink.items
        waiting.sort()
        if before_ns is None:
            self._sink.items = []
            return waiting
        ready = [item for item in waiting if item[0] < before_ns]
        self._sink.items = waiting[len(ready) :]
        return ready

    # --- rows --------------------------------------------------------------------------------
    def _replay(self, slab: Slab) -> None:
        times, cpus, kinds, rows = slab.t_ns, slab.cpu, slab.kind, slab.row
        at, n = 0, len(times)
        while at < n:
            t_ns, cpu = times[at], cpus[at]
            flow: list[int] = []
            sites: list[int] = []
            account = None
            while at < n and times[at] == t_ns and cpus[at] == cpu:
                if kinds[at] == FLOW:
                    flow.append(rows[at])
                elif kinds[at] == SITES:
                    sites.append(rows[at])
                else:
                    account = rows[at]
                at += 1
            if cpu < 0:
                continue
            stack = self.stacks[cpu]
            if flow or sites:
                _Group(self, slab, stack, t_ns, sites).apply(flow)
            if account is not None:
                stack.account = account
            stack.settle(t_ns)

    def site(self, slab: Slab, stack: Stack, row: int, t_ns: int) -> None:
        """A site was passed."""
        columns = slab.sites
        kind, name = self._kinds[columns["kind"][row]], self._sites[columns["site"][row]]
        if kind == "entry":
            stack.enter(FUNCTION, name, name, t_ns)
        elif kind == "return":
            stack.leave(FUNCTION, name, f"{name} return", t_ns)
        elif kind == "tracepoint":
            stack.tracepoint(name, t_ns)
        elif kind == "sys_enter":
            nr = columns["nr"][row]
            call = stack.enter(SYSCALL, self._calls.get(nr, f"syscall {nr}"), name, t_ns)
            call.args["nr"] = nr
        elif kind == "sys_exit":
            ended = stack.leave(SYSCALL, "", name, t_ns)
            if ended is not None:
                ended.args["ret"] = columns["ret"][row]

    def flow(self, slab: Slab, stack: Stack, row: int, t_ns: int) -> None:
        """Something became of a hit, a record, a key or a task."""
        columns = slab.flow
        what, value = self._what[columns["what"][row]], columns["value"][row]
        link, subject = columns["link"][row], self._subjects[columns["subject"][row]]
        if what == "hit":
            stack.hit(link, t_ns)
        elif what in ("filtered", "enter"):
            stack.settled(link)
        elif what == "run":
            hook = self._hooks[columns["hook"][row]]
            stack.run(link, subject, hook, t_ns)
        elif what == "end":
            stack.end(link, value, t_ns)
        elif what == "switch":
            self._switch(stack, value, t_ns)
        elif what == "deliver":
            self._deliver(stack, subject, value, t_ns)
        elif what in ("reserve", "output") and value >= 0:
            self._reserve(stack, subject, t_ns)
        cause = cause_of(what, value)
        if cause:
            if what.startswith("missed_"):
                stack.settled(link)
            self._drop(stack, row, cause, slab, t_ns)

    def _drop(self, stack: Stack, row: int, cause: str, slab: Slab, t_ns: int) -> None:
        if not self._sink.shows(t_ns):
            return
        columns = slab.flow
        subject = self._subjects[columns["subject"][row]]
        args: dict[str, object] = {"cause": cause, "subject": subject}
        if columns["link"][row] >= 0:
            args["hook"] = self._hooks[columns["hook"][row]]
        elif cause == "lost":
            args["samples"] = columns["value"][row]
        track = (self._sink.pid, stack.cpu + 1)
        text = instant_text(f"{cause} {subject}", "drop", t_ns, track, args)
        self._sink.add(t_ns, text)
        self.drops[cause] = self.drops.get(cause, 0) + 1

    # --- records -----------------------------------------------------------------------------
    def _reserve(self, stack: Stack, subject: str, t_ns: int) -> None:
        numbers = self._arrows.reserved.get((t_ns, stack.cpu, subject))
        if not numbers:
            return
        program = stack.program(t_ns)
        start = max(program.start_ns, self._sink.from_ns)
        track = (self._sink.pid, stack.cpu + 1)
        text = flow_text(FLOW_START, numbers.popleft(), start, track)
        self._sink.add_flow(start, program, text)
        self._arrows.started += 1

    def _deliver(self, stack: Stack, subject: str, nr_bytes: int, t_ns: int) -> None:
        args: dict[str, object] = {"bytes": nr_bytes}
        records = self._arrows.delivered.get((t_ns, subject))
        number, earliest = records.popleft() if records else (0, 0)
        if number:
            args["record"] = number
        read = stack.deliver(f"read {subject}", args, t_ns)
        start = max(read.start_ns, earliest, self._sink.from_ns)
        if number and self._sink.shows(t_ns):
            track = (self._sink.pid, stack.cpu + 1)
            self._sink.add_flow(start, read, flow_text(FLOW_END, number, start, track))
            self._arrows.ended += 1

    # --- tasks -------------------------------------------------------------------------------
    def _switch(self, stack: Stack, tid: int, t_ns: int) -> None:
        if stack.tid == tid:
            return
        self._leave(stack, t_ns)
        other = self._running.get(tid) if tid else None
        if other is not None and other is not stack:
            self._leave(other, t_ns)
            other.settle(t_ns)
        stack.switch_in(tid, self._suspended.pop(tid, []), t_ns)
        self._running[tid] = stack
        self._count_running(t_ns)

    def _leave(self, stack: Stack, t_ns: int) -> None:
        tid = stack.tid
        kept = stack.switch_out(t_ns)
        if tid > 0:
            self._running.pop(tid, None)
            if kept:
                self._suspended[tid] = kept

    def _count_running(self, t_ns: int) -> None:
        """Bring the counter up to a time; its first value is that of the window's start."""
        if not self._is_counted and t_ns > self._sink.from_ns:
            self._is_counted = True
            self._counter(self._sink.from_ns)
        running = sum(stack.tid > 0 for stack in self.stacks)
        if running != self._nr_running:
            self._nr_running = running
            if self._is_counted and self._sink.shows(t_ns):
                self._counter(t_ns)

    def _counter(self, t_ns: int) -> None:
        pid, running = self._counter_pid, self._nr_running
        text = counter_text("running tasks", t_ns, pid, "tasks", running)
        self._sink.add(t_ns, text)


class _Group:
    """The rows of one time and CPU."""

    def __init__(
        self, replay: Replay, slab: Slab, stack: Stack, t_ns: int, sites: Sequence[int]
    ) -> None:
        self._replay = replay
        self._slab = slab
        self._stack = stack
        self._t_ns = t_ns
        self._sites = sites
        self._done = 0
        self._hit: set[int] = set()  # links since the last site

    def apply(self, flow: Sequence[int]) -> None:
        """Apply the rows in their order."""
        replay, columns = self._replay, self._slab.flow
        for row in flow:
            what = replay._what[columns["what"][row]]
            if what == "hit":
                link = columns["link"][row]
                self._pass_up_to(replay._hook_sites[columns["hook"][row]], link)
                self._hit.add(link)
            elif what == "switch":
                self._pass_those_of(self._stack.tid, columns["value"][row])
            replay.flow(self._slab, self._stack, row, self._t_ns)
        while self._done < len(self._sites):
            self._pass()

    def _pass(self) -> None:
        row = self._sites[self._done]
        self._done += 1
        self._hit.clear()
        self._replay.site(self._slab, self._stack, row, self._t_ns)

    def _is(self, row: int, site: str) -> bool:
        columns, replay = self._slab.sites, self._replay
        return (
            replay._sites[columns["site"][row]] == site
            and replay._kinds[columns["kind"][row]] in _SITE_KINDS
        )

    def _pass_up_to(self, site: str, link: int) -> None:
        """Pass sites up to the one that a hit of *link* is about."""
        if self._done and link not in self._hit and self._is(self._sites[self._done - 1], site):
            return  # another link of the same site
        for at in range(self._done, len(self._sites)):
            if self._is(self._sites[at], site):
                while self._done <= at:
                    self._pass()
                return

    def _pass_those_of(self, tid: int, following: int) -> None:
        """Pass the sites of the thread that is about to be switched from."""
        threads = self._slab.sites["tid"]
        while self._done < len(self._sites):
            if threads[self._sites[self._done]] != tid or tid == following:
                return
            self._pass()


def _site_of(hook: str) -> str:
    """Return the site at which a hook is hit."""
    kind, _, target = hook.partition(":")
    if kind == "tracepoint" and target.startswith("syscalls:sys_enter_"):
        return _SYS_ENTER
    if kind == "tracepoint" and target.startswith("syscalls:sys_exit_"):
        return _SYS_EXIT
    return target
