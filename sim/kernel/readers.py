"""The kernel's half of a reader: epoll readiness, the next record, delivery.

A reader task polls, then takes one record after the other. A ring buffer's consumer position
moves after each record (libbpf's ``ring_buffer__poll``); a perf ring's tail, and the position of
a reader that looks at records in place, only when the batch is done.

**Rule:** a record is delivered when the reader has paid for it.

**Not modelled:** timeouts of epoll shorter than the one given; several maps of different kinds.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load16, load32, load64, store64
from sim.base.stream import threefry2x64
from sim.base.tally import tally_out
from sim.bpf.maps.layout import (
    M_CONSUMER,
    M_DATA_HOST,
    M_DELIVERED,
    M_INDEX,
    M_MASK,
    M_META,
    M_PRODUCER,
    M_TALLY,
    M_WAKING,
    MAP_BYTES,
)
from sim.bpf.maps.lines import RB_SEEN_PRODUCER, poll_producer, reader_lines
from sim.bpf.maps.perf_ring import PERF_RECORD_SAMPLE
from sim.bpf.maps.ringbuf import BUSY_BIT, DISCARD_BIT, HEADER_BYTES, META_BYTES
from sim.engine.rows import LOG_FLOW, LOG_RECORDS, add_payload, add_row
from sim.engine.state import H_CONFIG, H_MAPS, H_NOW, H_READERS, H_SEED, H_TRACE
from sim.kernel.draw import PURPOSE_READER, draw_ns
from sim.kernel.layout import (
    C_INDEX,
    CF_DECODE_PRICE,
    CF_LINE_PRICE,
    CF_PEEK_PRICE,
    CF_PERF_BYTE_PRICE,
    CF_PERF_RECORD_PRICE,
    CF_READER_BYTE_PRICE,
    CF_READER_RECORD_PRICE,
    FLOW_DELIVER,
    FLOW_LOST,
    RD_A,
    RD_AT,
    RD_B,
    RD_DIST,
    RD_IN_PLACE,
    RD_ITEM,
    RD_LEN,
    RD_NR_RINGS,
    RD_PERF,
    RD_RINGS,
    RD_STREAM,
    RD_TAIL,
    READER_BYTES,
    T_READER,
    X_ACCT,
)
from sim.kernel.segment import spend, spend_ns, spend_price

__all__ = ["any_ready", "deliver", "next_record", "reader_of"]

_PERF_DATA = 12
_NONE = -1


@compiled("int64(int64,int64)", inline=True)
def reader_of(m: int, task: int) -> int:
    """Return the reader record of a reader task."""
    return load64(m + H_READERS) + (load64(task + T_READER) - 1) * READER_BYTES


@compiled("int64(int64,int64,int64)", inline=True)
def _ring(m: int, rd: int, i: int) -> int:
    return load64(m + H_MAPS) + load64(load64(rd + RD_RINGS) + 8 * i) * MAP_BYTES


@compiled("int64(int64,int64)")
def any_ready(m: int, rd: int) -> int:
    """Say whether one of the reader's rings has data."""
    for i in range(load64(rd + RD_NR_RINGS)):
        ring = _ring(m, rd, i)
        if load64(ring + M_PRODUCER) != load64(ring + M_CONSUMER):
            return 1
    return 0


@compiled("void(int64,int64,int64,int64,int64)")
def _flow(m: int, cpu: int, what: int, a: int, b: int) -> None:
    row = add_row(m, LOG_FLOW, 5)
    store64(row, load64(m + H_NOW))
    store64(row + 8, cpu)
    store64(row + 16, what)
    store64(row + 24, a)
    store64(row + 32, b)


@compiled("int64(int64,int64)", inline=True)
def _position(rd: int, ring: int) -> int:
    """Return where in the ring the reader is."""
    tail = load64(rd + RD_TAIL)
    return tail if tail >= 0 else load64(ring + M_CONSUMER)


@compiled("void(int64,int64,int64)", inline=True)
def _move(rd: int, ring: int, pos: int) -> None:
    """Put the reader at *pos*; producers see it unless its position is written back later."""
    if load64(rd + RD_TAIL) >= 0:
        store64(rd + RD_TAIL, pos)
    else:
        store64(ring + M_CONSUMER, pos)


@compiled("int64(int64,int64,int64)")
def _next_ringbuf(m: int, rd: int, ring: int) -> int:
    """Skip discarded records; return the length of the next one, or −1."""
    mask = load64(ring + M_MASK)
    while _position(rd, ring) < load64(ring + M_PRODUCER):
        pos = _position(rd, ring)
        header = load32(load64(ring + M_DATA_HOST) + (pos & mask))
        if header & BUSY_BIT:
            return _NONE
        length = header & (DISCARD_BIT - 1)
        if header & DISCARD_BIT == 0:
            return length
        meta = load64(ring + M_META) + ((pos & mask) >> 3) * META_BYTES
        tally_out(ring + M_TALLY, load64(m + H_NOW), load64(meta))
        _move(rd, ring, pos + ((length + HEADER_BYTES + 7) & -8))
    return _NONE


@compiled("int64(int64,int64,int64,int64)")
def _next_perf(m: int, rd: int, ring: int, cpu: int) -> int:
    """Skip LOST records; return the data length of the next sample, or −1."""
    mask = load64(ring + M_MASK)
    while load64(rd + RD_TAIL) < load64(ring + M_PRODUCER):
        at = load64(ring + M_DATA_HOST) + (load64(rd + RD_TAIL) & mask)
        if load32(at) == PERF_RECORD_SAMPLE:
            return load32(at + 8)
        if load64(m + H_TRACE) != 0:
            _flow(m, cpu, FLOW_LOST, load64(ring + M_INDEX), load64(at + 16))
        store64(rd + RD_TAIL, load64(rd + RD_TAIL) + load16(at + 6))
    return _NONE


@compiled("int64(int64,int64)")
def _own_work_ns(m: int, rd: int) -> int:
    """Draw what the tool itself does with the reader's next record."""
    item = load64(rd + RD_ITEM)
    store64(rd + RD_ITEM, item + 1)
    bits = threefry2x64(load64(m + H_SEED), load64(rd + RD_STREAM), item, PURPOSE_READER)
    return draw_ns(bits, load64(rd + RD_DIST), load64(rd + RD_A), load64(rd + RD_B))


@compiled("void(int64,int64,int64,int64,int64)")
def _spend_record(m: int, c: int, x: int, rd: int, ring: int) -> None:
    """Spend what reading the record costs that the reader is at."""
    cf = load64(m + H_CONFIG)
    acct = load64(x + X_ACCT)
    length = load64(rd + RD_LEN)
    far = reader_lines(ring, load64(c + C_INDEX), _position(rd, ring))
    if far != 0:
        spend_price(m, x, acct, load64(cf + CF_LINE_PRICE), far)
    if load64(rd + RD_PERF) == 1:
        spend(m, x, load64(cf + CF_PERF_RECORD_PRICE))
        spend_price(m, x, acct, load64(cf + CF_PERF_BYTE_PRICE), length)
    elif load64(rd + RD_IN_PLACE) == 1:
        spend(m, x, load64(cf + CF_PEEK_PRICE))
    else:
        spend(m, x, load64(cf + CF_READER_RECORD_PRICE))
        spend_price(m, x, acct, load64(cf + CF_READER_BYTE_PRICE), length)
    spend(m, x, load64(cf + CF_DECODE_PRICE))
    spend_ns(m, x, acct, _own_work_ns(m, rd))


@compiled("void(int64,int64,int64,int64,int64)")
def _leave_ring(m: int, c: int, x: int, rd: int, ring: int) -> None:
    """Find nothing more in a ring: write the position back, go to the next ring."""
    far = poll_producer(ring, load64(c + C_INDEX))
    if far != 0:
        price = load64(load64(m + H_CONFIG) + CF_LINE_PRICE)
        spend_price(m, x, load64(x + X_ACCT), price, far)
    if load64(rd + RD_TAIL) >= 0:
        store64(ring + M_CONSUMER, load64(rd + RD_TAIL))
        store64(rd + RD_TAIL, -1)
    store64(rd + RD_AT, load64(rd + RD_AT) + 1)


@compiled("int64(int64,int64,int64,int64)")
def next_record(m: int, c: int, x: int, rd: int) -> int:
    """Find the reader's next record and spend what reading it takes.

    Returns:
        1, or 0 when every ring has been drained (their tails are written back then).
    """
    perf = load64(rd + RD_PERF)
    while load64(rd + RD_AT) < load64(rd + RD_NR_RINGS):
        ring = _ring(m, rd, load64(rd + RD_AT))
        tail = load64(rd + RD_TAIL)
        if perf == 1:
            if tail < 0:
                store64(rd + RD_TAIL, load64(ring + M_CONSUMER))
            length = _next_perf(m, rd, ring, load64(c + C_INDEX))
        else:
            if load64(rd + RD_IN_PLACE) == 1:
                # what it knew of is read: producers are told before it asks for more
                if tail >= 0 and tail >= load64(ring + RB_SEEN_PRODUCER):
                    store64(ring + M_CONSUMER, tail)
                if tail < 0:
                    store64(rd + RD_TAIL, load64(ring + M_CONSUMER))
            length = _next_ringbuf(m, rd, ring)
        if length >= 0:
            store64(rd + RD_LEN, length)
            _spend_record(m, c, x, rd, ring)
            return 1
        _leave_ring(m, c, x, rd, ring)
    store64(rd + RD_AT, 0)
    return 0


@compiled("void(int64,int64,int64)")
def deliver(m: int, c: int, rd: int) -> None:
    """Hand the record that has been read to user space, and move on behind it."""
    ring = _ring(m, rd, load64(rd + RD_AT))
    length = load64(rd + RD_LEN)
    mask = load64(ring + M_MASK)
    perf = load64(rd + RD_PERF)
    pos = _position(rd, ring)
    at = load64(ring + M_DATA_HOST) + (pos & mask)
    meta = load64(ring + M_META) + ((pos & mask) >> 3) * META_BYTES
    row = add_row(m, LOG_RECORDS, 8)
    store64(row, (rd - load64(m + H_READERS)) // READER_BYTES)
    store64(row + 8, load64(ring + M_INDEX))
    store64(row + 16, load64(meta + 16))
    store64(row + 24, load64(meta))
    store64(row + 32, load64(meta + 8))
    store64(row + 40, load64(m + H_NOW))
    store64(row + 48, length)
    data = at + (_PERF_DATA if perf == 1 else HEADER_BYTES)
    store64(row + 56, add_payload(m, data, length))
    store64(ring + M_DELIVERED, load64(ring + M_DELIVERED) + 1)
    tally_out(ring + M_TALLY, load64(m + H_NOW), load64(meta))
    if load64(m + H_TRACE) != 0:
        _flow(m, load64(c + C_INDEX), FLOW_DELIVER, load64(ring + M_INDEX), length)
    if perf == 1:
        store64(rd + RD_TAIL, pos + load16(at + 6))
    else:
        _move(rd, ring, pos + ((length + HEADER_BYTES + 7) & -8))


@compiled("void(int64,int64)", inline=True)
def clear_waking(m: int, index: int) -> None:
    """The irq_work that was to wake the reader of map *index* has run."""
    store64(load64(m + H_MAPS) + index * MAP_BYTES + M_WAKING, 0)
