"""Every queue of a machine at the horizon: who came, who left, who is there, for how long.

Queues are: requests of a workload (from their arrival to their end) and those of them that wait
for a worker; the block device's requests, waiting and in service; tasks in a CPU's run queue;
interrupts and softirq work that wait for a CPU; those who wait for a lock; records in a ring,
from reserve until the reader has them.

**Rule:** those present and their ages are counted here by looking at each of them; arrivals,
departures, the integral and the sojourn times come from the queue's tally
(`sim.base.tally`). Three identities follow, and the tests hold them: arrivals = departures +
present, and the integral = sojourn times + ages (Little's law, exactly).

**Not modelled:** nothing; this is counting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.base.memory import load16, load32, load64
from sim.base.tally import (
    TL_AREA,
    TL_ARRIVALS,
    TL_DEPARTURES,
    TL_LAST,
    TL_MOST,
    TL_PRESENT,
    TL_SOJOURN,
)
from sim.bpf.maps import layout as bm
from sim.bpf.maps.layout import MapType
from sim.bpf.maps.perf_ring import PERF_RECORD_SAMPLE
from sim.bpf.maps.ringbuf import DISCARD_BIT, HEADER_BYTES, META_BYTES
from sim.engine import state as h
from sim.engine.heap import heap_items
from sim.kernel import layout as k

if TYPE_CHECKING:
    from sim.kernel.machine import Machine

__all__ = ["Queue", "queues"]

_LENGTH = DISCARD_BIT - 1


@dataclass(frozen=True)
class Queue:
    """One queue at the horizon.

    Attributes:
        kind: ``requests``, ``backlog``, ``device``, ``runqueue``, ``irq``, ``softirq``, ``lock``
            or ``ring``.
        index: Number of its workload, device, CPU, lock, or map.
        arrivals: Items that came in.
        departures: Items that left.
        present: Items there at the horizon, counted one by one.
        refused: Items that found no room.
        area_ns: Number present, integrated over time.
        sojourn_ns: How long those that left had been there, in all.
        age_ns: How long those present have been there, in all.
        most: Most that were there at a time.
    """

    kind: str
    index: int
    arrivals: int
    departures: int
    present: int
    refused: int
    area_ns: int
    sojourn_ns: int
    age_ns: int
    most: int


def queues(machine: Machine, nr_workloads: int, nr_locks: int) -> Iterator[Queue]:
    """Yield every queue of *machine*, between two steps.

    Args:
        machine: The machine.
        nr_workloads: Workloads added to it.
        nr_locks: Locks its workloads share.
    """
    for index in range(nr_workloads):
        yield from _workload(machine, index)
    for index in range(len(machine.config.devices)):
        device = machine.get(h.H_DEVICES) + index * k.DEVICE_BYTES
        yield _queue(machine, "device", index, device + k.D_TALLY, _in_device(machine, device))
    for index in range(machine.config.nr_cpus):
        yield from _cpu(machine, index)
    for index in range(nr_locks):
        lk = machine.get(h.H_LOCKS) + index * k.LOCK_BYTES
        yield _queue(machine, "lock", index, lk + k.LK_TALLY, _in_lock(lk))
    yield from _rings(machine)


def _queue(
    machine: Machine, kind: str, index: int, tally: int, came_ns: Iterator[int], refused: int = 0
) -> Queue:
    now = machine.now_ns
    ages = [now - came for came in came_ns]
    since = now - load64(tally + TL_LAST)
    return Queue(
        kind,
        index,
        load64(tally + TL_ARRIVALS),
        load64(tally + TL_DEPARTURES),
        len(ages),
        refused,
        load64(tally + TL_AREA) + load64(tally + TL_PRESENT) * since,
        load64(tally + TL_SOJOURN),
        sum(ages),
        load64(tally + TL_MOST),
    )


def _ring(base: int, head: int, tail: int, mask: int, row_bytes: int) -> Iterator[int]:
    """Yield the rows between head and tail of a ring of rows."""
    for i in range(head, tail):
        yield base + row_bytes * (i & mask)


def _workload(machine: Machine, index: int) -> Iterator[Queue]:
    w = machine.get(h.H_WORKLOADS) + index * k.WORKLOAD_BYTES
    yield _queue(
        machine,
        "requests",
        index,
        w + k.W_TALLY,
        _requests(machine, w, index),
        load64(w + k.W_REJECTED),
    )
    if load64(w + k.W_KIND) == k.W_OPEN:
        yield _queue(machine, "backlog", index, w + k.W_QUEUE_TALLY, _backlog(w))


def _backlog(w: int) -> Iterator[int]:
    head, tail, mask = (load64(w + at) for at in (k.W_QHEAD, k.W_QTAIL, k.W_QMASK))
    for row in _ring(load64(w + k.W_QUEUE), head, tail, mask, 16):
        yield load64(row + 8)


def _requests(machine: Machine, w: int, index: int) -> Iterator[int]:
    """Yield when each request came that waits, or that a task has."""
    if load64(w + k.W_KIND) == k.W_OPEN:
        yield from _backlog(w)
    for task in machine.tasks.all:
        at = task.address
        if load64(at + k.T_WORKLOAD) != index or load64(at + k.T_CLIENT) < 0:
            continue
        is_thinking = load64(at + k.T_START) < 0 and load64(at + k.T_DEADLINE) != h.INF
        if load64(at + k.T_ARRIVE) != h.INF and not is_thinking:
            yield load64(at + k.T_ARRIVE)


def _in_device(machine: Machine, device: int) -> Iterator[int]:
    tasks = machine.get(h.H_TASKS)
    for _, task in heap_items(load64(device + k.D_HEAP)):
        yield load64(tasks + task * k.TASK_BYTES + k.T_IO_T)
    head, tail, mask = (load64(device + at) for at in (k.D_HEAD, k.D_TAIL, k.D_MASK))
    for row in _ring(load64(device + k.D_RING), head, tail, mask, 8):
        yield load64(load64(row) + k.T_IO_T)


def _cpu(machine: Machine, index: int) -> Iterator[Queue]:
    c = machine.cpu(index)
    waiting = (
        load64(load64(load64(c + k.C_RQ) + 8 * i) + k.T_QUEUED_T)
        for i in range(load64(c + k.C_NR_QUEUED))
    )
    yield _queue(machine, "runqueue", index, c + k.C_RQ_TALLY, waiting)
    mask = load64(c + k.C_RING_MASK)
    ends = load64(c + k.C_IRQ_HEAD), load64(c + k.C_IRQ_TAIL)
    raised = _ring(load64(c + k.C_IRQ_RING), *ends, mask, k.IRQ_BYTES)
    times = (load64(row + 16) for row in raised)
    yield _queue(machine, "irq", index, c + k.C_IRQ_TALLY, times)
    ends = load64(c + k.C_SOFT_HEAD), load64(c + k.C_SOFT_TAIL)
    work = _ring(load64(c + k.C_SOFT_RING), *ends, mask, 8)
    times = (load64(load64(row) + k.T_SOFTIRQ_T) for row in work)
    yield _queue(machine, "softirq", index, c + k.C_SOFT_TALLY, times)


def _in_lock(lk: int) -> Iterator[int]:
    ends = load64(lk + k.LK_HEAD), load64(lk + k.LK_TAIL)
    for row in _ring(load64(lk + k.LK_RING), *ends, load64(lk + k.LK_MASK), 8):
        yield load64(load64(load64(row) + k.X_TASK) + k.T_LOCK_T)


def _rings(machine: Machine) -> Iterator[Queue]:
    for index in range(machine.maps.nr_maps):
        ring = machine.maps.record(index)
        kind = load64(ring + bm.M_TYPE)
        if kind == MapType.BPF_MAP_TYPE_RINGBUF:
            came = _in_ringbuf(ring)
        elif kind == bm.PERF_RING:
            came = _in_perf_ring(machine, index, ring)
        else:
            continue
        dropped = load64(ring + bm.M_DROPPED)
        yield _queue(machine, "ring", index, ring + bm.M_TALLY, came, dropped)


def _reserved_ns(ring: int, pos: int) -> int:
    slot = (pos & load64(ring + bm.M_MASK)) >> 3
    return load64(load64(ring + bm.M_META) + slot * META_BYTES)


def _in_ringbuf(ring: int) -> Iterator[int]:
    data, mask = load64(ring + bm.M_DATA_HOST), load64(ring + bm.M_MASK)
    at = load64(ring + bm.M_CONSUMER)
    while at < load64(ring + bm.M_PRODUCER):
        yield _reserved_ns(ring, at)
        at += ((load32(data + (at & mask)) & _LENGTH) + HEADER_BYTES + 7) & -8


def _in_perf_ring(machine: Machine, index: int, ring: int) -> Iterator[int]:
    data, mask = load64(ring + bm.M_DATA_HOST), load64(ring + bm.M_MASK)
    at = machine.unread_from(index)
    while at < load64(ring + bm.M_PRODUCER):
        record = data + (at & mask)
        if load32(record) == PERF_RECORD_SAMPLE:
            yield _reserved_ns(ring, at)
        at += load16(record + 6)
