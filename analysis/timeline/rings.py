"""Records on their way: the tracks of ring and perf buffers.

Each buffer has a thread's track with a slice for each delivered record while it is the next to
be delivered: from when the record before it was delivered, or from its own submission, up to
its delivery. They cannot overlap, so arrows can stop there on their way from program to reader.
All of a record's life is an async slice beside it, with *reserved* (up to submission) and
*waiting* (up to delivery) inside.

**Rule:** an arrow belongs to each record that is delivered in the window. It begins at the
program where a flow row tells of the reservation in the window, else at the record.

**Not modelled:** records that were never delivered have no slice; the fill shows them. A record
reserved and submitted in one nanosecond and delivered next has its arrow past the buffer's
track, for there its middle could not be told from its start.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from analysis.timeline.events import (
    FLOW_START,
    FLOW_STEP,
    Item,
    async_text,
    flow_text,
    slice_text,
)
from analysis.timeline.replay import Arrows
from analysis.timeline.tables import Block

__all__ = ["Record", "Records", "read_records"]

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Record:
    """A delivered record.

    Attributes:
        number: From 1, in the order of delivery of the whole run.
        subject: ``tracer/map``.
        head_ns: From when on it was the next to be delivered.
        is_told: Whether a flow row in the window tells of its reservation.
    """

    number: int
    subject: str
    cpu: int
    reserve_ns: int
    submit_ns: int
    deliver_ns: int
    size_bytes: int
    head_ns: int
    is_told: bool


@dataclass
class Records:
    """The delivered records that a window shows.

    Attributes:
        window: Its start and end.
        records: Those that were in a buffer in the window.
        nr_slices: How many slices their tracks have.
    """

    window: tuple[int, int]
    records: list[Record] = field(default_factory=list)
    nr_slices: int = 0

    @property
    def delivered(self) -> list[Record]:
        """The records delivered in the window."""
        return [r for r in self.records if self.window[0] <= r.deliver_ns < self.window[1]]

    def arrows(self) -> Arrows:
        """Return which records get arrows."""
        arrows = Arrows()
        for record in self.delivered:
            if record.is_told:
                at = (record.reserve_ns, record.cpu, record.subject)
                arrows.reserved.setdefault(at, deque()).append(record.number)
            place = (record.deliver_ns, record.subject)
            mine = (record.number, max(record.head_ns, self.window[0]))
            arrows.delivered.setdefault(place, deque()).append(mine)
        return arrows

    def items(self, tracks: dict[str, int], pid: int) -> Iterator[Item]:
        """Yield the events of the buffers' tracks; *tracks* gives each subject's thread."""
        number = 0
        for record in self.records:
            track = (pid, tracks[record.subject])
            for t_ns, text in (*self._life(record, pid), *self._head(record, track)):
                number += 1
                yield t_ns, number, text

    def _life(self, record: Record, pid: int) -> Iterator[tuple[int, str]]:
        """Yield a record's async slices, as far as the window shows them."""
        from_ns, to_ns = self.window
        spans = (
            (record.subject, record.reserve_ns, record.deliver_ns),
            ("reserved", record.reserve_ns, record.submit_ns),
            ("waiting", record.submit_ns, record.deliver_ns),
        )
        shown = [
            (name, max(begin, from_ns), min(end, to_ns), _cuts(begin, end, self.window))
            for name, begin, end in spans
            if begin < to_ns and end >= from_ns
        ]
        number = record.number
        (name, begin, end, cuts), *inner = shown
        args = {"record": number, "bytes": record.size_bytes, "cpu": record.cpu, **cuts}
        yield begin, async_text("b", name, number, begin, pid, args)
        for name, start, stop, cuts in inner:
            yield start, async_text("b", name, number, start, pid, cuts)
            yield stop, async_text("e", name, number, stop, pid)
        yield end, async_text("e", record.subject, number, end, pid)

    def _head(self, record: Record, track: tuple[int, int]) -> Iterator[tuple[int, str]]:
        """Yield a delivered record's slice at the head of its buffer, and the arrow there."""
        from_ns, to_ns = self.window
        start = max(record.head_ns, from_ns)
        if start >= to_ns or not from_ns <= record.deliver_ns:
            return
        end = min(record.deliver_ns, to_ns)
        args: dict[str, object] = {
            "record": record.number,
            "cpu": record.cpu,
            "waited_ns": record.deliver_ns - record.submit_ns,
            **_cuts(record.head_ns, record.deliver_ns, self.window),
        }
        name = f"record of {record.size_bytes} B"
        self.nr_slices += 1
        yield start, slice_text(name, "record", start, end - start, track, args)
        if record.deliver_ns >= to_ns:
            return
        if not record.is_told:
            yield start, flow_text(FLOW_START, record.number, start, track)
        elif start > record.reserve_ns:
            yield start, flow_text(FLOW_STEP, record.number, start, track)


def _cuts(begin: int, end: int, window: tuple[int, int]) -> dict[str, object]:
    found: dict[str, object] = {}
    if begin < window[0]:
        found["begun_before_window"] = True
    if end > window[1]:
        found["open_at_window_end"] = True
    return found


def read_records(block: Block, flow: Block, window: tuple[int, int]) -> Records:
    """Read the delivered records that were in a buffer in a window.

    Args:
        block: Rows of `records`.
        flow: Rows of `flow`.
        window: The window.
    """
    columns = {
        name: block.ints(name)
        for name in ("tracer", "map", "cpu", "reserve_ns", "submit_ns", "deliver_ns", "size_bytes")
    }
    deliver = columns["deliver_ns"]
    rows = np.flatnonzero(deliver >= 0)
    rows = rows[np.argsort(deliver[rows], kind="stable")]
    head = _heads(columns, rows)
    is_shown = (deliver[rows] >= window[0]) & (columns["reserve_ns"][rows] < window[1])
    numbers = np.flatnonzero(is_shown).tolist()
    told = _told(flow, window)
    return Records(window, list(_records(block, columns, rows, head, numbers, told)))


def _told(flow: Block, window: tuple[int, int]) -> Counter[tuple[int, int, str]]:
    """Return the reservations of a window that flow rows tell of: time, CPU and subject."""
    start, stop = flow.first_from(window[0]), flow.first_from(window[1])
    what, subjects = flow.names("what"), flow.names("subject")
    codes = [what.index(name) for name in ("reserve", "output") if name in what]
    is_given = np.isin(flow.ints("what", start, stop), codes) & (
        flow.ints("value", start, stop) >= 0
    )
    columns = (flow.ints(name, start, stop)[is_given] for name in ("t_ns", "cpu", "subject"))
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return Counter((t_ns, cpu, subjects[subject]) for t_ns, cpu, subject in rows)


def _heads(columns: dict[str, Ints], rows: Ints) -> Ints:
    """Return from when on each record was the next of its buffer to be delivered."""
    buffer = columns["tracer"] * (int(columns["map"].max(initial=0)) + 1) + columns["map"]
    head = columns["submit_ns"][rows].copy()
    for one in np.unique(buffer[rows]):
        mine = np.flatnonzero(buffer[rows] == one)
        delivered = columns["deliver_ns"][rows[mine]]
        head[mine[1:]] = np.maximum(head[mine[1:]], delivered[:-1])
    return head


def _records(
    block: Block,
    columns: dict[str, Ints],
    rows: Ints,
    head: Ints,
    numbers: Sequence[int],
    told: Counter[tuple[int, int, str]],
) -> Iterator[Record]:
    tracers, maps = block.names("tracer"), block.names("map")
    for number in numbers:
        row = int(rows[number])
        subject = f"{tracers[columns['tracer'][row]]}/{maps[columns['map'][row]]}"
        place = (int(columns["reserve_ns"][row]), int(columns["cpu"][row]), subject)
        is_told = told[place] > 0
        told[place] -= is_told
        yield Record(
            number=number + 1,
            subject=subject,
            is_told=is_told,
            cpu=int(columns["cpu"][row]),
            reserve_ns=int(columns["reserve_ns"][row]),
            submit_ns=int(columns["submit_ns"][row]),
            deliver_ns=int(columns["deliver_ns"][row]),
            size_bytes=int(columns["size_bytes"][row]),
            head_ns=int(head[number]),
        )
