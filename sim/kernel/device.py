"""The block device queue: requests wait in order for one of the device's channels.

A request's service time is drawn when it is issued, from the stream of the item that asked.
Completion interrupts the CPU that issued it; the block softirq there ends the request.

**Rule:** a task has at most one request in flight (its I/O is synchronous).

**Not modelled:** merging, plugging, schedulers, seek order; service does not depend on sectors.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.base.tally import tally_in, tally_out
from sim.engine.heap import heap_min, heap_pop, heap_push
from sim.engine.order import set_slot
from sim.engine.state import H_DEVICES, H_NOW, H_TASKS
from sim.kernel.draw import PURPOSE_CARRIED, PURPOSE_SERVICE, bits_of, draw_ns
from sim.kernel.irq import raise_irq
from sim.kernel.layout import (
    C_INDEX,
    C_TASK,
    D_A,
    D_B,
    D_BUSY,
    D_CHANNELS,
    D_DIST,
    D_DONE,
    D_HEAD,
    D_HEAP,
    D_MASK,
    D_RING,
    D_SLOT,
    D_TAIL,
    D_TALLY,
    DEVICE_BYTES,
    T_IO_CPU,
    T_IO_DONE,
    T_IO_T,
    T_WAIT_T,
    TASK_BYTES,
    VEC_BLOCK,
)
from sim.kernel.sched import cpu_at

__all__ = ["complete", "issue"]


@compiled("void(int64,int64,int64)")
def _start(m: int, device: int, task: int) -> None:
    """Let a free channel serve the task's request."""
    store64(device + D_BUSY, load64(device + D_BUSY) + 1)
    at = load64(m + H_NOW) + load64(task + T_WAIT_T)
    index = (task - load64(m + H_TASKS)) // TASK_BYTES
    heap_push(load64(device + D_HEAP), at, index)
    set_slot(m, load64(device + D_SLOT), heap_min(load64(device + D_HEAP)))


@compiled("void(int64,int64,int64,int64,int64)")
def issue(m: int, c: int, x: int, index: int, task: int) -> None:
    """Send a task's (or carrier's) request to device *index*; its draw is context *x*'s."""
    device = load64(m + H_DEVICES) + index * DEVICE_BYTES
    bits = bits_of(m, x, PURPOSE_SERVICE if task == load64(c + C_TASK) else PURPOSE_CARRIED)
    service = draw_ns(bits, load64(device + D_DIST), load64(device + D_A), load64(device + D_B))
    store64(task + T_WAIT_T, service)
    store64(task + T_IO_DONE, 0)
    store64(task + T_IO_CPU, load64(c + C_INDEX))
    store64(task + T_IO_T, load64(m + H_NOW))
    tally_in(device + D_TALLY, load64(m + H_NOW))
    if load64(device + D_BUSY) < load64(device + D_CHANNELS):
        _start(m, device, task)
        return
    tail = load64(device + D_TAIL)
    store64(load64(device + D_RING) + 8 * (tail & load64(device + D_MASK)), task)
    store64(device + D_TAIL, tail + 1)


@compiled("void(int64,int64)")
def complete(m: int, index: int) -> None:
    """End the earliest service, start the next in line, and interrupt the issuing CPU."""
    device = load64(m + H_DEVICES) + index * DEVICE_BYTES
    task = load64(m + H_TASKS) + heap_pop(load64(device + D_HEAP)) * TASK_BYTES
    store64(device + D_BUSY, load64(device + D_BUSY) - 1)
    store64(device + D_DONE, load64(device + D_DONE) + 1)
    tally_out(device + D_TALLY, load64(m + H_NOW), load64(task + T_IO_T))
    set_slot(m, load64(device + D_SLOT), heap_min(load64(device + D_HEAP)))
    head = load64(device + D_HEAD)
    if head != load64(device + D_TAIL):
        store64(device + D_HEAD, head + 1)
        _start(m, device, load64(load64(device + D_RING) + 8 * (head & load64(device + D_MASK))))
    raise_irq(m, cpu_at(m, load64(task + T_IO_CPU)), VEC_BLOCK, task)
