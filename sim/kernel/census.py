"""The census at the horizon: what is under way, held, open, unread and live, counted where it is.

Walks every execution context (each task's, and the interrupt levels' of each CPU) for hits that
are being handled and kretprobe instances held, every ring from its consumer on for records, and
every hash bucket for keys. Answers to what the loss ledger's end-of-run bins mean.

**Rule:** nothing is computed from another counter. A hit is *running* from its counting to the
end of its program: while it waits for its turn behind another program, while its program runs,
and, for a kretprobe, while the function has not returned.

**Not modelled:** records overwritten (no ring here overwrites).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from sim.base.memory import load16, load32, load64
from sim.bpf.maps import layout as bm
from sim.bpf.maps.hashtab import nr_linked
from sim.bpf.maps.layout import MapType
from sim.bpf.maps.perf_ring import PERF_RECORD_SAMPLE
from sim.bpf.maps.ringbuf import BUSY_BIT, DISCARD_BIT, HEADER_BYTES
from sim.engine.state import H_FUNCTIONS, H_LINKS, H_SITES
from sim.kernel import layout as k

if TYPE_CHECKING:
    from sim.bpf.maps.create import MapView
    from sim.kernel.machine import Machine

__all__ = ["Census", "RingCensus", "census"]

_HASHES = (
    MapType.BPF_MAP_TYPE_HASH,
    MapType.BPF_MAP_TYPE_PERCPU_HASH,
    MapType.BPF_MAP_TYPE_LRU_HASH,
    MapType.BPF_MAP_TYPE_LRU_PERCPU_HASH,
)
_REFUSALS = {
    "dropped_ENOENT": bm.M_REFUSED_NOENT,
    "dropped_E2BIG": bm.M_REFUSED_2BIG,
    "dropped_EOPNOTSUPP": bm.M_REFUSED_OPNOTSUPP,
    "dropped_EINVAL": bm.M_REFUSED_INVAL,
}


_FAILURES = {
    "failed_E2BIG": bm.M_FAILED_FULL,
    "failed_EBUSY": bm.M_FAILED_BUSY,
    "failed_EEXIST": bm.M_FAILED_EXIST,
    "failed_ENOENT": bm.M_FAILED_NOENT,
    "failed_EINVAL": bm.M_FAILED_INVAL,
    "failed_ENOMEM": bm.M_FAILED_NOMEM,
}


class _Link(Protocol):
    @property
    def index(self) -> int: ...


class _Links(Protocol):
    @property
    def links(self) -> Sequence[_Link]: ...


@dataclass(frozen=True)
class RingCensus:
    """A ring buffer's or a perf_event_array's records, by bin of the loss ledger.

    Attributes:
        reservations: ``attempt``, ``reserved``, ``dropped_full`` and ``dropped_<errno>``.
        records: ``reserved``, ``submitted``, ``discarded``, ``open``, ``delivered``,
            ``overwritten`` and ``unread``.
        told_lost: Records lost that LOST records still in the rings tell of.
        untold_lost: Records lost since the last LOST record.
    """

    reservations: dict[str, int]
    records: dict[str, int]
    told_lost: int = 0
    untold_lost: int = 0


@dataclass
class Census:
    """What a machine holds at the horizon.

    Attributes:
        running: Hits being handled, by number of the link.
        inside: kretprobe instances held, by number of the link.
        functions: Calls not returned from, by name of the function.
        rings: Rings, by number of the map (a perf_event_array stands for its rings).
        ring_memory: Bytes of a perf_event_array's rings, by number of the map.
        live: Keys, by number of the hash.
        maps: Bins of the loss ledger's `maps`, by number of the map; empty when none applies.
    """

    running: dict[int, int] = field(default_factory=dict)
    inside: dict[int, int] = field(default_factory=dict)
    functions: dict[str, int] = field(default_factory=dict)
    rings: dict[int, RingCensus] = field(default_factory=dict)
    ring_memory: dict[int, int] = field(default_factory=dict)
    live: dict[int, int] = field(default_factory=dict)
    maps: dict[int, dict[str, int]] = field(default_factory=dict)


def census(machine: Machine, links: _Links) -> Census:
    """Count what *machine* holds, between two steps.

    Args:
        machine: The machine.
        links: Its links (`sim.hooks.attach.Links`); those that hold nothing are counted too.
    """
    found = Census()
    for link in links.links:
        found.running[link.index] = 0
        found.inside[link.index] = 0
    names = list(machine.paths.functions)
    for x in machine.contexts():
        _frames(machine, x, names, found)
        action = _next_action(x)
        if action & 0xFF == k.DO_END:
            found.running[(action >> k.ACTION_INDEX) & 0xFFFF] += 1
        elif action == 0 and load64(x + k.X_PHASE) != k.PHASE_WALK:
            _dispatch(machine, x, found)
    for index, view in machine.maps.views.items():
        found.maps[index] = _refused(view.record, _FAILURES)
        if view.type in _HASHES:
            found.live[index] = nr_linked(machine.maps.user_run, view.record)
            found.maps[index] |= {
                "insert": view.field(bm.M_INSERTS),
                "live": found.live[index],
                "deleted": view.field(bm.M_DELETES),
                "evicted": view.field(bm.M_EVICTED),
            }
        elif view.type is MapType.BPF_MAP_TYPE_RINGBUF:
            found.rings[index] = _ringbuf(view)
        elif view.type is MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY:
            found.rings[index] = _perf(machine, view)
            first = view.field(bm.M_RINGS)
            if first >= 0:
                size = load64(machine.maps.record(first) + bm.M_MAX_ENTRIES)
                found.ring_memory[index] = machine.config.nr_cpus * (size + 4096)
    return found


def _next_action(x: int) -> int:
    """Return the first action that a context has yet to do (0: none); its phase comes later."""
    for i in range(load64(x + k.X_NSPLIT) if load64(x + k.X_PENDING) else 0):
        action = load64(x + k.X_SPLITS + k.SPLIT_BYTES * i + k.SP_ACTION)
        if action:
            return action
    return 0


def _chain(machine: Machine, first: int) -> Iterator[tuple[int, int]]:
    """Yield number and record of the links from *first* on."""
    while first >= 0:
        at = machine.get(H_LINKS) + first * k.LINK_BYTES
        yield first, at
        first = load64(at + k.K_NEXT)


def _frames(machine: Machine, x: int, names: Sequence[str], found: Census) -> None:
    """Count a context's calls, and the instances that kretprobes hold for them.

    A call whose return site has been passed is over, even while kretprobes keep its frame.
    """
    depths = load64(x + k.X_SP)
    calls = depths - load64(x + k.X_RETURN)
    for depth in range(depths):
        frame = x + k.X_FRAMES + 8 * k.FRAME_WORDS * depth
        function = load64(frame + 8)
        if depth < calls:
            found.functions[names[function]] = found.functions.get(names[function], 0) + 1
        mask = load64(frame + 16)
        if mask == 0:
            continue
        entry = load64(machine.get(H_FUNCTIONS) + function * k.FN_BYTES + k.FN_ENTRY)
        site = machine.get(H_SITES) + entry * k.SITE_BYTES
        held = dict(_chain(machine, load64(site + k.S_LINK)))
        runs = load64(x + k.X_LINK)
        if depth >= calls and runs >= 0:  # a program that its link's detaching does not stop
            held[runs] = machine.get(H_LINKS) + runs * k.LINK_BYTES
        for index, at in held.items():
            if (mask >> load64(at + k.K_BIT)) & 1:
                found.inside[index] += 1
                found.running[index] += 1


def _dispatch(machine: Machine, x: int, found: Census) -> None:
    """Count a context's hits whose programs run or wait for their turn.

    At a return the programs are kretprobes', counted by the instances they hold.
    """
    if load64(x + k.X_RETURN) == 1:
        return
    mask = load64(x + k.X_MASK)
    for index, at in _chain(machine, load64(x + k.X_LINK)):
        if (mask >> load64(at + k.K_BIT)) & 1:
            found.running[index] += 1


def _records(ring: int, is_open: int, unread: int) -> dict[str, int]:
    return {
        "reserved": load64(ring + bm.M_RESERVED),
        "submitted": load64(ring + bm.M_SUBMITTED),
        "discarded": load64(ring + bm.M_DISCARDED),
        "open": is_open,
        "delivered": load64(ring + bm.M_DELIVERED),
        "overwritten": 0,
        "unread": unread,
    }


def _refused(record: int, causes: Mapping[str, int]) -> dict[str, int]:
    """Return how often each cause came up, of those that did."""
    counts = {name: load64(record + offset) for name, offset in causes.items()}
    return {name: count for name, count in counts.items() if count}


def _ringbuf(view: MapView) -> RingCensus:
    ring = view.record
    data, mask = load64(ring + bm.M_DATA_HOST), load64(ring + bm.M_MASK)
    at, end = load64(ring + bm.M_CONSUMER), load64(ring + bm.M_PRODUCER)
    is_open = unread = 0
    while at < end:
        header = load32(data + (at & mask))
        if header & BUSY_BIT:
            is_open += 1
        elif not header & DISCARD_BIT:
            unread += 1
        at += ((header & (DISCARD_BIT - 1)) + HEADER_BYTES + 7) & -8
    reservations = {
        "attempt": load64(ring + bm.M_OUTPUTS),
        "reserved": load64(ring + bm.M_RESERVED),
        "dropped_full": load64(ring + bm.M_DROPPED) - load64(ring + bm.M_DROPPED_PENDING),
        "dropped_pending": load64(ring + bm.M_DROPPED_PENDING),
        **_refused(ring, _REFUSALS),
    }
    return RingCensus(reservations, _records(ring, is_open, unread))


def _perf(machine: Machine, view: MapView) -> RingCensus:
    """Count the rings behind a perf_event_array's slots, and what never got to a ring."""
    reservations = {"attempt": view.field(bm.M_OUTPUTS), "reserved": 0, "dropped_full": 0}
    reservations |= _refused(view.record, _REFUSALS)
    records = dict.fromkeys(_records(view.record, 0, 0), 0)
    told = untold = 0
    first = view.field(bm.M_RINGS)
    for index in range(first, first + machine.config.nr_cpus) if first >= 0 else ():
        ring = machine.maps.record(index)
        unread, lost = _perf_unread(machine, index, ring)
        told += lost
        untold += load64(ring + bm.M_LOST)
        reservations["reserved"] += load64(ring + bm.M_RESERVED)
        reservations["dropped_full"] += load64(ring + bm.M_DROPPED)
        for name, count in _records(ring, 0, unread).items():
            records[name] += count
    return RingCensus(reservations, records, told, untold)


def _perf_unread(machine: Machine, index: int, ring: int) -> tuple[int, int]:
    """Return the samples not delivered yet, and what unread LOST records tell of."""
    at, end = machine.unread_from(index), load64(ring + bm.M_PRODUCER)
    data, mask = load64(ring + bm.M_DATA_HOST), load64(ring + bm.M_MASK)
    samples = lost = 0
    while at < end:
        record = data + (at & mask)
        if load32(record) == PERF_RECORD_SAMPLE:
            samples += 1
        else:
            lost += load64(record + 16)
        at += load16(record + 6)
    return samples, lost
