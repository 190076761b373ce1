"""The timeline of one arm and replication: which tracks there are, and its events in order.

**Rule:** a `Timeline` is read from once, from its start to its end; its counts are complete
then. Memory is that of the events that a still open slice holds back, and of the records.

**Not modelled:** several arms in one file; runs of several machines.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from analysis.timeline.drops import TOLD
from analysis.timeline.events import Item, metadata_text
from analysis.timeline.fill import counter_items, ring_fill, sampled_fill
from analysis.timeline.frames import Accounts, Sink
from analysis.timeline.opening import Opening, opening_of, syscall_names
from analysis.timeline.replay import Replay, TaskNames
from analysis.timeline.rings import read_records
from analysis.timeline.tables import Block, Trace
from analysis.timeline.window import held_window, shown_window
from sim.base.errors import MissingTableError, ResultsError
from sim.record.schema import TABLES
from sim.record.window import format_window

if TYPE_CHECKING:
    from analysis.run import Run

__all__ = ["Timeline", "TimelineCounts", "timeline"]

CPU_PID = 9001
RING_PID = 9002
_FIRST_RING_TID = 501
_NEEDED_BY = "timeline()"
_RING_TYPES = ("BPF_MAP_TYPE_RINGBUF", "BPF_MAP_TYPE_PERF_EVENT_ARRAY")


@dataclass(frozen=True)
class TimelineCounts:
    """What a timeline holds.

    Attributes:
        window: Its start and end, ns.
        events: Events in all, metadata included.
        slices: Slices of the CPUs' tracks by kind; pieces of one thing count each.
        records: Slices of delivered records.
        arrows: Arrows that end at a reader.
        arrows_from_programs: Those of them that begin at a program in the window.
        drops: Instants by cause; `lost` tells a reader of drops counted before.
    """

    window: tuple[int, int]
    events: int = 0
    slices: dict[str, int] = field(default_factory=dict)
    records: int = 0
    arrows: int = 0
    arrows_from_programs: int = 0
    drops: dict[str, int] = field(default_factory=dict)

    @property
    def nr_slices(self) -> int:
        """Slices of all kinds, records included."""
        return sum(self.slices.values()) + self.records

    @property
    def nr_drops(self) -> int:
        """Drops of all causes."""
        return sum(n for cause, n in self.drops.items() if cause != TOLD)


class Timeline:
    """The events of one arm and replication, each as JSON text.

    Attributes:
        arm: Arm.
        replication: Replication.
        window: What is shown.
        counts: What it holds; complete when all events have been taken.
    """

    def __init__(self, run: Run, arm: str, replication: int, window: tuple[int, int]) -> None:
        self.arm = arm
        self.replication = replication
        self.window = window
        self.counts = TimelineCounts(window)
        self._run = run
        self._trace = _trace_of(run, arm, replication)

    def __iter__(self) -> Iterator[str]:
        """Yield the events, names of tracks first, then in the order of time."""
        nr_events = 0
        for text in self._texts():
            nr_events += 1
            yield text
        self._count(nr_events)

    def _block(self, table: str) -> Block:
        return Block(self._run.table(table, _NEEDED_BY), self.arm, self.replication)

    def _texts(self) -> Iterator[str]:
        rings = _rings(self._block("maps"))
        tracks = {subject: _FIRST_RING_TID + i for i, (subject, _, _) in enumerate(rings)}
        yield from self._tracks(list(tracks))
        self._records = read_records(self._block("records"), self._trace.flow, self.window)
        self._replay = self._make_replay()
        sources: list[Iterator[Item]] = [
            iter(sorted(self._records.items(tracks, RING_PID))),
            *self._counters(rings),
            self._replay.items(self.window[1]),
        ]
        # of one time the buffers' events come first, for an arrow's end comes after its middle
        for _, _, text in heapq.merge(*sources, key=itemgetter(0)):
            yield text

    def _tracks(self, rings: list[str]) -> Iterator[str]:
        of = f"arm {self.arm}, replication {self.replication}"
        for place, (pid, name) in enumerate(((CPU_PID, "CPUs"), (RING_PID, "buffers")), 1):
            yield metadata_text("process_name", pid, None, "name", f"{name} of {of}")
            yield metadata_text("process_sort_index", pid, None, "sort_index", place)
        for cpu in range(self._trace.nr_cpus):
            yield metadata_text("thread_name", CPU_PID, cpu + 1, "name", f"CPU {cpu}")
            yield metadata_text("thread_sort_index", CPU_PID, cpu + 1, "sort_index", cpu)
        for tid, subject in enumerate(rings, _FIRST_RING_TID):
            yield metadata_text("thread_name", RING_PID, tid, "name", f"{subject} next record")
            yield metadata_text("thread_sort_index", RING_PID, tid, "sort_index", tid)

    def _counters(self, rings: list[tuple[str, str, int]]) -> Iterator[Iterator[Item]]:
        for subject, map_type, ring_bytes in rings:
            fill = sampled_fill(self._block("series"), subject)
            if map_type == _RING_TYPES[0]:
                records, flow = self._block("records"), self._trace.flow
                fill = ring_fill(records, flow, subject, ring_bytes, fill)
            if fill:
                yield counter_items(fill, subject, RING_PID, self.window)

    def _make_replay(self) -> Replay:
        trace, to_ns = self._trace, self.window[1]
        accounts = Accounts(trace.activities, trace.owners, self._kretprobed())
        start = held_window(self._run, self.arm, self.replication)[0]
        self._sink = Sink(self.window, CPU_PID, accounts, start)
        calls = syscall_names(trace.sites, trace.sites.first_from(to_ns))
        opening = opening_of(trace, start, to_ns, calls) if start else Opening()
        names = TaskNames(_comms(self._run, self.arm, self.replication))
        self._arrows = self._records.arrows()
        replay = Replay(trace, accounts, self._sink, names, calls, self._arrows, RING_PID)
        replay.begin(start, opening)
        return replay

    def _kretprobed(self) -> frozenset[str]:
        hooks = self._block("programs").texts("hook")
        return frozenset(h.partition(":")[2] for h in hooks if h.startswith("kretprobe:"))

    def _count(self, nr_events: int) -> None:
        self.counts = TimelineCounts(
            self.window,
            nr_events,
            dict(sorted(self._sink.slices.items())),
            self._records.nr_slices,
            self._arrows.ended,
            self._arrows.started,
            dict(sorted(self._replay.drops.items())),
        )

    def about(self) -> dict[str, object]:
        """Return what the file says of itself: what was run, and what of it is shown."""
        found: dict[str, object] = {"arm": self.arm, "replication": self.replication}
        found["window"] = format_window(self.window)
        manifest = self._run.path / "manifest.json"
        if manifest.is_file():
            try:
                said = json.loads(manifest.read_text(encoding="utf-8"))
                found = {
                    "scenario": said["inputs"]["scenario"],
                    "seed": said["inputs"]["seed"],
                    "bpfsim": said["software"]["bpfsim"],
                    **found,
                }
            except (OSError, ValueError, KeyError, TypeError) as error:
                raise ResultsError(
                    "the manifest of the run cannot be read", where=str(manifest), reason=str(error)
                ) from error
        return found


def timeline(
    run: Run,
    arm: str | None = None,
    replication: int | None = None,
    window: tuple[int, int] | None = None,
) -> Timeline:
    """Return the timeline of one arm and replication.

    Args:
        run: The run; its trace must have been recorded.
        arm: Which arm; the first traced one unless given.
        replication: Which replication; the first one unless given.
        window: What to show of the trace, in ns; all of it unless given.

    Raises:
        MissingTableError: No trace was recorded.
        ResultsError: No such arm or replication, or nothing of the window was recorded.
    """
    arm = arm if arm is not None else (run.traced_arms or run.arms)[0]
    replication = replication if replication is not None else run.replications[0]
    if (arm, replication) not in run.cells():
        raise ResultsError(
            f"the run has no arm {arm!r} with a replication {replication}",
            where=str(run.path),
            reason=f"its arms are {', '.join(run.arms)}, with {_listed(run.replications)}",
        )
    return Timeline(run, arm, replication, shown_window(run, arm, replication, window))


def _listed(replications: list[int]) -> str:
    if len(replications) == 1:
        return f"replication {replications[0]}"
    return f"replications {replications[0]} to {replications[-1]}"


def _trace_of(run: Run, arm: str, replication: int) -> Trace:
    def block(name: str) -> Block:
        try:
            return Block(run.table(name, _NEEDED_BY), arm, replication)
        except MissingTableError:
            return Block(None, arm, replication)

    trace = Trace(
        block("sites"), block("accounts"), block("flow"), run.machine(arm, replication, "nr_cpus")
    )
    if not trace.accounts.nr_rows:
        raise _no_trace(run)  # a CPU is in an account at any time
    return trace


def _no_trace(run: Run) -> MissingTableError:
    return MissingTableError(
        "the run has no trace to make a timeline of",
        where=str(run.path),
        reason="its sites, accounts and flow were not recorded",
        suggestion="run the scenario again with `--timeline 10ms..12ms`",
    )


def _rings(maps: Block) -> list[tuple[str, str, int]]:
    """Return subject, type and size of every ring and perf buffer."""
    columns = zip(*(maps.texts(name) for name in ("tracer", "map", "map_type")), strict=True)
    sizes = maps.ints("max_entries").tolist()
    return [
        (f"{tracer}/{name}", kind, size)
        for (tracer, name, kind), size in zip(columns, sizes, strict=True)
        if kind in _RING_TYPES
    ]


def _comms(run: Run, arm: str, replication: int) -> dict[int, str]:
    """Return the names of threads, if the run has a table of them."""
    if "tasks" not in TABLES:
        return {}
    try:
        tasks = Block(run.table("tasks", _NEEDED_BY), arm, replication)
    except MissingTableError:
        return {}
    return dict(zip(tasks.ints("tid").tolist(), tasks.texts("comm"), strict=True))
