"""Queues and stacks (kernel/bpf/queue_stack_maps.c).

Both keep their values in a ring with one more place than there may be values: a push writes at
the head; a queue gives what is at the tail, a stack what is before the head. A push with
``BPF_EXIST`` to a full map throws the oldest value out, in a stack, too.

**Rule:** an operation is one step; who calls it prices it.

**Not modelled:** the map's lock, which an NMI may find taken (−EBUSY).
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, fill_bytes, load64, store64
from sim.bpf.maps.kinds import Home, Shape, kind
from sim.bpf.maps.layout import (
    BPF_EXIST,
    BPF_NOEXIST,
    E2BIG,
    EINVAL,
    ENOENT,
    M_DATA_HOST,
    M_DELETES,
    M_ENTRIES,
    M_INSERTS,
    M_MAX_ENTRIES,
    M_TYPE,
    M_VALUE_BYTES,
    QUEUE,
    own_words,
)
from sim.bpf.spec import MapType

__all__ = ["QS_OVERWRITTEN", "queue_push", "queue_take"]

(
    QS_HEAD,  # where the next value goes
    QS_TAIL,  # the oldest value
    QS_OVERWRITTEN,  # values that pushes with BPF_EXIST threw out
) = own_words(3)


@compiled("int64(int64,int64)", inline=True)
def _place(bmap: int, index: int) -> int:
    return load64(bmap + M_DATA_HOST) + index * load64(bmap + M_VALUE_BYTES)


@compiled("int64(int64,int64)", inline=True)
def _after(bmap: int, index: int) -> int:
    return 0 if index == load64(bmap + M_MAX_ENTRIES) else index + 1


@compiled("void(int64,int64,int64)", inline=True)
def _add(bmap: int, field: int, n: int) -> None:
    store64(bmap + field, load64(bmap + field) + n)


@compiled("int64(int64,int64,int64)")
def queue_push(bmap: int, value: int, flags: int) -> int:
    """Add the value at host address *value*: 0, −EINVAL or −E2BIG."""
    if flags < 0 or flags > BPF_EXIST or flags == BPF_NOEXIST:
        return -EINVAL
    head, tail = load64(bmap + QS_HEAD), load64(bmap + QS_TAIL)
    following = _after(bmap, head)
    if following == tail:
        if flags != BPF_EXIST:
            return -E2BIG
        store64(bmap + QS_TAIL, _after(bmap, tail))
        _add(bmap, QS_OVERWRITTEN, 1)
    else:
        _add(bmap, M_ENTRIES, 1)
    copy_bytes(_place(bmap, head), value, load64(bmap + M_VALUE_BYTES))
    store64(bmap + QS_HEAD, following)
    _add(bmap, M_INSERTS, 1)
    return 0


@compiled("int64(int64,int64,int64)")
def queue_take(bmap: int, out: int, stays: int) -> int:
    """Copy the value that is next to host address *out*: 0, or −ENOENT and zeros.

    Args:
        bmap: A queue or a stack.
        out: Where the value goes.
        stays: 1: the value stays in the map (peek), 0: it leaves it (pop).
    """
    nr_bytes = load64(bmap + M_VALUE_BYTES)
    head, tail = load64(bmap + QS_HEAD), load64(bmap + QS_TAIL)
    if head == tail:
        fill_bytes(out, 0, nr_bytes)
        return -ENOENT
    is_queue = load64(bmap + M_TYPE) == QUEUE
    if is_queue:
        index = tail
    else:
        index = load64(bmap + M_MAX_ENTRIES) if head == 0 else head - 1
    copy_bytes(out, _place(bmap, index), nr_bytes)
    if stays == 0:
        if is_queue:
            store64(bmap + QS_TAIL, _after(bmap, tail))
        else:
            store64(bmap + QS_HEAD, index)
        _add(bmap, M_ENTRIES, -1)
        _add(bmap, M_DELETES, 1)
    return 0


def _queue_bytes(shape: Shape, nr_cpus: int) -> int:
    return (shape.max_entries + 1) * shape.value_bytes


@kind(MapType.BPF_MAP_TYPE_QUEUE, MapType.BPF_MAP_TYPE_STACK, memory_bytes=_queue_bytes)
def _make_queue(home: Home, index: int, shape: Shape) -> None:
    store64(home.record(index) + M_DATA_HOST, home.buffer(_queue_bytes(shape, 1)))
