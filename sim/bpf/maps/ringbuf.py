"""The BPF ring buffer (kernel/bpf/ringbuf.c): reserve, commit, consume.

A record is an 8-byte header (length with a busy and a discard bit; page offset) and its data,
rounded up to 8. Producers reserve under one spinlock in strict order and commit in any order;
the consumer stops at the first busy record. A reservation fails when the ring would run more
than its size ahead of the consumer, or of the oldest record still open (6.1.192).

Memory holds the data area twice, so that a record that crosses the end is contiguous where it
starts; the second half is only that tail.

**Rule:** each function acts at the time of the step that calls it. Positions count bytes from
the start and never wrap.

**Not modelled:** the consumer and producer pages as mapped memory; −EBUSY by NMI.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load32, load64, store32, store64
from sim.base.tally import tally_in
from sim.bpf.maps.kinds import Home, Shape, kind
from sim.bpf.maps.layout import (
    M_CONSUMER,
    M_DATA_HOST,
    M_DISCARDED,
    M_DROPPED,
    M_DROPPED_PENDING,
    M_MASK,
    M_META,
    M_OUTPUTS,
    M_PENDING,
    M_PRODUCER,
    M_RESERVED,
    M_SUBMITTED,
    M_TALLY,
    M_VALUES,
    note_fill,
)
from sim.bpf.region import PAGE_BYTES, VMALLOC_BASE, signed_address
from sim.bpf.spec import MapType

__all__ = [
    "BPF_RB_FORCE_WAKEUP",
    "BPF_RB_NO_WAKEUP",
    "BUSY_BIT",
    "DISCARD_BIT",
    "HEADER_BYTES",
    "META_BYTES",
    "make_ring",
    "meta_of",
    "ringbuf_commit",
    "ringbuf_has_data",
    "ringbuf_reserve",
]

BUSY_BIT = 1 << 31
DISCARD_BIT = 1 << 30
HEADER_BYTES = 8
META_BYTES = 24  # reserve time, submit time, CPU
_LENGTH = DISCARD_BIT - 1
_MAX_RECORD = 0xFFFFFFFF // 4

BPF_RB_NO_WAKEUP = 1
BPF_RB_FORCE_WAKEUP = 2


@compiled("int64(int64,int64)", inline=True)
def meta_of(bmap: int, pos: int) -> int:
    """Return where the times of the record at *pos* are kept."""
    return load64(bmap + M_META) + ((pos & load64(bmap + M_MASK)) >> 3) * META_BYTES


@compiled("int64(int64)", inline=True)
def _advance_pending(bmap: int) -> int:
    data = load64(bmap + M_DATA_HOST)
    mask = load64(bmap + M_MASK)
    producer = load64(bmap + M_PRODUCER)
    pending = load64(bmap + M_PENDING)
    while pending < producer:
        length = load32(data + (pending & mask))
        if length & BUSY_BIT:
            break
        pending += ((length & _LENGTH) + HEADER_BYTES + 7) & -8
    store64(bmap + M_PENDING, pending)
    return pending


@compiled("int64(int64,int64,int64,int64)")
def ringbuf_reserve(bmap: int, size: int, now_ns: int, cpu: int) -> int:
    """Reserve *size* bytes at *now_ns*.

    Returns:
        Byte offset of the record's data in the data area; −1 when the consumer is too far
        behind, −2 when only the oldest open record is.
    """
    store64(bmap + M_OUTPUTS, load64(bmap + M_OUTPUTS) + 1)
    mask = load64(bmap + M_MASK)
    total = (size + HEADER_BYTES + 7) & -8
    refused = 0
    producer = load64(bmap + M_PRODUCER)
    if size > _MAX_RECORD or size < 0 or total > mask + 1:
        refused = 1
    else:
        pending = _advance_pending(bmap)
        consumer = load64(bmap + M_CONSUMER)
        if producer + total - consumer > mask or producer + total - pending > mask:
            # the consumer cannot pass a record that is open: was it at one?
            refused = 2 if pending == consumer and producer > consumer else 1
    if refused != 0:
        store64(bmap + M_DROPPED, load64(bmap + M_DROPPED) + 1)
        if refused == 2:
            store64(bmap + M_DROPPED_PENDING, load64(bmap + M_DROPPED_PENDING) + 1)
        return -refused
    offset = producer & mask
    header = load64(bmap + M_DATA_HOST) + offset
    store32(header, size | BUSY_BIT)
    store32(header + 4, offset >> 12)
    meta = meta_of(bmap, producer)
    store64(meta, now_ns)
    store64(meta + 8, -1)
    store64(meta + 16, cpu)
    store64(bmap + M_PRODUCER, producer + total)
    note_fill(bmap, producer + total - load64(bmap + M_CONSUMER))
    tally_in(bmap + M_TALLY, now_ns)
    store64(bmap + M_RESERVED, load64(bmap + M_RESERVED) + 1)
    return offset + HEADER_BYTES


@compiled("int64(int64,int64,int64,int64,int64)")
def ringbuf_commit(bmap: int, offset: int, flags: int, discard: int, now_ns: int) -> int:
    """Submit or discard the record whose data are at *offset*, at *now_ns*.

    Returns:
        1 when the consumer must be woken: it has caught up with this record and the flags do
        not forbid it, or they force it.
    """
    mask = load64(bmap + M_MASK)
    header = load64(bmap + M_DATA_HOST) + offset - HEADER_BYTES
    length = load32(header) & _LENGTH
    if discard != 0:
        length |= DISCARD_BIT
        store64(bmap + M_DISCARDED, load64(bmap + M_DISCARDED) + 1)
    else:
        store64(bmap + M_SUBMITTED, load64(bmap + M_SUBMITTED) + 1)
    store32(header, length)
    pos = (offset - HEADER_BYTES) & mask
    store64(load64(bmap + M_META) + (pos >> 3) * META_BYTES + 8, now_ns)
    if flags & BPF_RB_FORCE_WAKEUP:
        return 1
    if flags & BPF_RB_NO_WAKEUP:
        return 0
    if (load64(bmap + M_CONSUMER) & mask) == pos:
        return 1
    return 0


@compiled("int64(int64)", inline=True)
def ringbuf_has_data(bmap: int) -> int:
    """Say whether epoll finds the ring readable (ringbuf_map_poll)."""
    return 1 if load64(bmap + M_PRODUCER) != load64(bmap + M_CONSUMER) else 0


def make_ring(home: Home, index: int, nr_bytes: int) -> None:
    """Give a record a data area of *nr_bytes*."""
    at = home.record(index)
    data = home.region.alloc(VMALLOC_BASE, 2 * nr_bytes, PAGE_BYTES)
    store64(at + M_VALUES, signed_address(data))
    store64(at + M_DATA_HOST, home.region.host(data))
    store64(at + M_MASK, nr_bytes - 1)
    store64(at + M_META, home.buffer(nr_bytes // 8 * META_BYTES))


def _ringbuf_bytes(shape: Shape, nr_cpus: int) -> int:
    return shape.max_entries + 3 * PAGE_BYTES


@kind(MapType.BPF_MAP_TYPE_RINGBUF, memory_bytes=_ringbuf_bytes)
def _make_ringbuf(home: Home, index: int, shape: Shape) -> None:
    make_ring(home, index, shape.max_entries)
