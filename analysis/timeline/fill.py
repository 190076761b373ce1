"""How full each ring and perf buffer was, as counters.

A ring buffer's fill follows from its records: one takes its room when it is reserved and gives
it back when it is delivered. A record that was never delivered has its length from the offset
of the one reserved after it, the last one from the next sample in `series`; a discarded one is
skipped with the delivery after which it is next. A perf buffer moves its tail once a batch, which
no row tells, so its counter has the samples of `series`, added up over CPUs.

**Rule:** room counts as the buffer counts it: with the record's header, rounded up to 8 bytes.

**Not modelled:** of a trace recorded in a window, room held by records that were reserved
outside of it and never delivered.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from analysis.timeline.events import Item, counter_text
from analysis.timeline.tables import Block

__all__ = ["counter_items", "ring_fill", "sampled_fill"]

Ints = npt.NDArray[np.int64]
Fill = list[tuple[int, int]]
"""Time and bytes from then on."""

_HEADER_BYTES = 8


def _room(size_bytes: int) -> int:
    return (size_bytes + _HEADER_BYTES + 7) & -8


def ring_fill(records: Block, flow: Block, subject: str, ring_bytes: int, samples: Fill) -> Fill:
    """Return a ring buffer's fill over a whole run.

    Args:
        records: Rows of `records`.
        flow: Rows of `flow`.
        subject: ``tracer/map``.
        ring_bytes: The buffer's size.
        samples: Its fill as it was sampled.
    """
    tracer, _, name = subject.partition("/")
    mine = np.flatnonzero(_is(records, "tracer", tracer) & _is(records, "map", name))
    columns = [records.ints(n)[mine] for n in ("reserve_ns", "cpu", "deliver_ns", "size_bytes")]
    changes: list[tuple[int, int]] = []
    known: set[tuple[int, int]] = set()
    passed: list[tuple[int, int]] = []
    for reserve, cpu, deliver, size in zip(*(c.tolist() for c in columns), strict=True):
        if deliver < 0:
            continue
        changes += [(reserve, _room(size)), (deliver, -_room(size))]
        known.add((reserve, cpu))
        passed.append((reserve, deliver))
    reserved, discards = _reservations(flow, subject)
    changes += _undelivered(reserved, discards, ring_bytes, known, sorted(passed))
    fill = _sums(changes)
    if reserved and reserved[-1][:2] not in known:
        fill = _with_last(fill, reserved[-1][0], samples)
    return fill


def _with_last(fill: Fill, reserve_ns: int, samples: Fill) -> Fill:
    """Add the record that was reserved last and not delivered."""
    for t_ns, level in samples:
        if t_ns > reserve_ns:
            room = level - fill[_last(fill, t_ns)][1] if fill else level
            return _sums([*_changes(fill), (reserve_ns, room)])
    return fill


def _last(fill: Fill, t_ns: int) -> int:
    return bisect.bisect_left(fill, (t_ns, -1)) - 1


def _changes(fill: Fill) -> Iterator[tuple[int, int]]:
    before = 0
    for t_ns, level in fill:
        yield t_ns, level - before
        before = level


def _is(block: Block, column: str, name: str) -> npt.NDArray[np.bool_]:
    names = block.names(column)
    found: npt.NDArray[np.bool_] = block.ints(column) == (
        names.index(name) if name in names else -1
    )
    return found


def _undelivered(
    reserved: Sequence[tuple[int, int, int]],
    discards: Sequence[tuple[int, int]],
    ring_bytes: int,
    known: set[tuple[int, int]],
    passed: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Yield when records that were never delivered take room, and when they give it back."""
    open_on: dict[int, list[tuple[int, int]]] = {}
    for (t_ns, cpu, offset), (_, _, following) in pairwise(reserved):
        if (t_ns, cpu) not in known:
            room = (following - offset) % ring_bytes
            yield t_ns, room
            open_on.setdefault(cpu, []).append((t_ns, room))
    deliveries = [deliver for _, deliver in passed]
    for t_ns, cpu in discards:
        waiting = open_on.get(cpu, [])
        at = bisect.bisect_right(waiting, (t_ns, ring_bytes)) - 1
        if at < 0:
            continue
        reserve, room = waiting.pop(at)
        before = bisect.bisect_left(passed, (reserve, -1)) - 1
        earliest = max(t_ns, deliveries[before] if before >= 0 else 0)
        skipped = bisect.bisect_left(deliveries, earliest)
        if skipped < len(deliveries):
            yield deliveries[skipped], -room


def _reservations(
    flow: Block, subject: str
) -> tuple[list[tuple[int, int, int]], list[tuple[int, int]]]:
    """Return (time, CPU, offset) of each reservation, and (time, CPU) of each discard."""
    what, subjects = flow.names("what"), flow.names("subject")
    if subject not in subjects:
        return [], []
    mine = flow.ints("subject") == subjects.index(subject)
    kind, value = flow.ints("what"), flow.ints("value")
    t_ns, cpu = flow.ints("t_ns"), flow.ints("cpu")

    def rows(name: str) -> Ints:
        code = what.index(name) if name in what else -1
        return np.flatnonzero(mine & (kind == code) & (value >= 0))

    asked, thrown = rows("reserve"), rows("discard")
    reserved = zip(t_ns[asked].tolist(), cpu[asked].tolist(), value[asked].tolist(), strict=True)
    discarded = zip(t_ns[thrown].tolist(), cpu[thrown].tolist(), strict=True)
    return list(reserved), list(discarded)


def _sums(changes: Sequence[tuple[int, int]]) -> Fill:
    fill: Fill = []
    level = 0
    for t_ns, change in sorted(changes):
        level += change
        if fill and fill[-1][0] == t_ns:
            fill[-1] = (t_ns, level)
        else:
            fill.append((t_ns, level))
    return fill


def sampled_fill(series: Block, subject: str) -> Fill:
    """Return a buffer's fill as it was sampled."""
    mine = _is(series, "subject", subject) & _is(series, "metric", "fill_bytes")
    times, values = series.ints("t_ns")[mine], series.ints("value")[mine]
    at, of = np.unique(times, return_inverse=True)
    sums = np.zeros(len(at), np.int64)
    np.add.at(sums, of, values)
    return list(zip(at.tolist(), sums.tolist(), strict=True))


def counter_items(fill: Fill, subject: str, pid: int, window: tuple[int, int]) -> Iterator[Item]:
    """Yield a counter's values in a window, the first one at its start."""
    name = f"{subject} fill"
    before = [level for t_ns, level in fill if t_ns <= window[0]]
    shown = [(window[0], before[-1] if before else 0)]
    shown += [(t_ns, level) for t_ns, level in fill if window[0] < t_ns < window[1]]
    for number, (t_ns, level) in enumerate(shown):
        yield t_ns, number, counter_text(name, t_ns, pid, "bytes", level)
