"""Reads a file of the Trace Event Format as Perfetto's importer does, and says what it would drop.

Written from the format's rules, not from what writes the files: events are taken in the order of
their times, events of one time in the order of the file; each thread's track has a stack of
slices; a slice that starts inside another one and ends after it is dropped; a flow binds to the
slice on top of its track's stack.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

__all__ = ["Imported", "Slice", "imported", "read_events"]

Track = tuple[int, int]


@dataclass
class Slice:
    """A slice or instant on a thread's track; times in ns."""

    name: str
    cat: str
    ts: int
    dur: int
    track: Track
    args: dict[str, Any]
    ph: str = "X"
    depth: int = 0
    parent: Slice | None = None
    children_ns: int = 0

    @property
    def end(self) -> int:
        return self.ts + self.dur

    @property
    def self_ns(self) -> int:
        return self.dur - self.children_ns


@dataclass
class Imported:
    """What an importer makes of a file.

    Attributes:
        faults: What it would drop or misunderstand, in words.
        slices: Slices and instants, in its order.
        flows: For each flow's id its phases and the slices that they are bound to.
        counters: Values by process and counter.
        asyncs: Async slices: process, id, name, start, end.
        names: Names of processes and threads.
    """

    faults: list[str] = field(default_factory=list)
    slices: list[Slice] = field(default_factory=list)
    flows: dict[int, list[tuple[str, int, Slice]]] = field(default_factory=dict)
    counters: dict[tuple[int, str], list[tuple[int, int]]] = field(default_factory=dict)
    asyncs: list[tuple[int, str, str, int, int]] = field(default_factory=list)
    names: dict[Track | int, str] = field(default_factory=dict)

    def of(self, cat: str, ph: str = "X") -> list[Slice]:
        return [s for s in self.slices if s.cat == cat and s.ph == ph]

    def self_times(self, pid: int) -> dict[tuple[int, str], int]:
        """Return by thread and category the time of slices less that of what is inside."""
        found: dict[tuple[int, str], int] = defaultdict(int)
        for one in self.slices:
            if one.track[0] == pid and one.self_ns:
                found[one.track[1], one.cat] += one.self_ns
        return dict(found)


def read_events(path: Path) -> dict[str, Any]:
    """Load a file; times stay decimals."""
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return loaded


def imported(events: list[dict[str, Any]]) -> Imported:
    """Import events."""
    found = Imported()
    timed = []
    for event in events:
        if event.get("ph") == "M":
            _metadata(event, found)
            continue
        ts = _ns(event, "ts", found)
        if ts is not None:
            timed.append((ts, event))
    timed.sort(key=lambda pair: pair[0])
    _Importer(found).run(timed)
    _check_names(found)
    return found


def _ns(event: dict[str, Any], key: str, found: Imported) -> int | None:
    value = event.get(key)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        found.faults.append(f"{event}: {key} is no number")
        return None
    ns = Decimal(value) * 1000
    if ns != int(ns):
        found.faults.append(f"{event}: {key} is no whole nanosecond")
    if ns < 0:
        found.faults.append(f"{event}: {key} is negative")
        return None
    return int(ns)


def _metadata(event: dict[str, Any], found: Imported) -> None:
    if event["name"] == "process_name":
        found.names[event["pid"]] = event["args"]["name"]
    elif event["name"] == "thread_name":
        found.names[event["pid"], event["tid"]] = event["args"]["name"]


def _check_names(found: Imported) -> None:
    tracks = {s.track for s in found.slices}
    for track in sorted(tracks):
        if track not in found.names or track[0] not in found.names:
            found.faults.append(f"track {track} has no name")


class _Importer:
    def __init__(self, found: Imported) -> None:
        self.found = found
        self.stacks: dict[Track, list[Slice]] = defaultdict(list)
        self.open: dict[tuple[int, str, str], list[tuple[str, int]]] = defaultdict(list)

    def run(self, timed: list[tuple[int, dict[str, Any]]]) -> None:
        handlers = {"X": self._slice, "i": self._instant, "C": self._counter}
        handlers |= dict.fromkeys("stf", self._flow) | dict.fromkeys("be", self._async)
        for ts, event in timed:
            handler = handlers.get(event.get("ph", ""))
            if handler is None:
                self._fault(event, "is of no known phase")
            else:
                handler(ts, event)
        for ident, phases in self.found.flows.items():
            if phases[-1][0] != "f":
                self.found.faults.append(f"flow {ident} has no end")
        for key, names in self.open.items():
            if names:
                self.found.faults.append(f"async {key} has no end of {names}")

    def _fault(self, event: dict[str, Any], what: str) -> None:
        self.found.faults.append(f"{event} {what}")

    def _push(self, ts: int, dur: int, event: dict[str, Any]) -> None:
        track = (event["pid"], event["tid"])
        stack = self.stacks[track]
        while stack:
            top = stack[-1]
            is_over = top.end < ts or (top.end == ts and not (top.dur == 0 and dur == 0))
            if not is_over:
                break
            stack.pop()
        if any(ts < below.end < ts + dur for below in stack):
            self._fault(event, f"overlaps {stack[-1].name} and is dropped")
            return
        new = Slice(event["name"], event["cat"], ts, dur, track, event.get("args", {}), event["ph"])
        if stack:
            new.parent, new.depth = stack[-1], len(stack)
            stack[-1].children_ns += dur
        self.found.slices.append(new)
        stack.append(new)

    def _slice(self, ts: int, event: dict[str, Any]) -> None:
        dur = _ns(event, "dur", self.found)
        if dur is not None:
            self._push(ts, dur, event)

    def _instant(self, ts: int, event: dict[str, Any]) -> None:
        if event.get("s") != "t":
            self._fault(event, "is in no thread's scope")
        self._push(ts, 0, event)

    def _counter(self, ts: int, event: dict[str, Any]) -> None:
        for series, value in event["args"].items():
            if isinstance(value, bool) or not isinstance(value, int | Decimal):
                self._fault(event, "has a value that is no number")
                continue
            name = f"{event['name']} {series}"
            self.found.counters.setdefault((event["pid"], name), []).append((ts, int(value)))

    def _flow(self, ts: int, event: dict[str, Any]) -> None:
        phase, ident = event["ph"], event["id"]
        phases = self.found.flows.setdefault(ident, [])
        if phase == "s" and phases:
            self._fault(event, "starts a flow again")
        if phase != "s" and (not phases or phases[-1][0] == "f"):
            self._fault(event, "goes on with a flow that is not under way")
        if phase == "f" and event.get("bp") != "e":
            self._fault(event, "binds to the next slice, not the enclosing one")
        stack = self.stacks[event["pid"], event["tid"]]
        if not stack or not stack[-1].ts <= ts <= stack[-1].end:
            self._fault(event, "is in no slice")
            return
        phases.append((phase, ts, stack[-1]))

    def _async(self, ts: int, event: dict[str, Any]) -> None:
        key = (event["pid"], event["cat"], event["id"])
        if event["ph"] == "b":
            self.open[key].append((event["name"], ts))
            return
        if not self.open[key] or self.open[key][-1][0] != event["name"]:
            self._fault(event, "ends what has not begun")
            return
        name, start = self.open[key].pop()
        self.found.asyncs.append((event["pid"], event["id"], name, start, ts))
