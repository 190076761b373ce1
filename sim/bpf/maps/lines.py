"""Which cache lines of a ring another CPU has, when producers and the reader touch them.

A ring has four: its lock, the producer position, the consumer position, and the line of data
where the next record goes. A CPU that touches a line which another one wrote (or is about to
write one which another one has read) waits until it comes over: from a CPU with which it shares
the last cache, or from farther away. `producer_lines` says what a reservation waits for, inside
the lock; `reader_lines` what the reader waits for before it sees a record.

Distances are tenths of the transfer between neighbours, so that one price pays for both.

**Rule:** who reads a position remembers it: it comes over again only when it has changed.

**Not modelled:** a line's state beyond who touched it last; data lines that nobody looks at when
they are written, and the further lines of a long record: both come ahead of need; hyper-threads,
which share caches.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.bpf.maps.layout import M_CONSUMER, M_LOCK_CPU, M_PRODUCER, own_words

__all__ = [
    "NEAR",
    "NR_LINE_WORDS",
    "RB_DOMAINS",
    "RB_FAR",
    "RB_SEEN_PRODUCER",
    "poll_producer",
    "producer_lines",
    "reader_lines",
]

NEAR = 10
NR_LINE_WORDS = 7
_LINE_SHIFT = 6
_PRODUCER_LINES = 3  # from the producer before: the lock, the producer position, the data's line

(
    RB_DOMAINS,  # host address: each CPU's cache domain, an int64; 0: all share one
    RB_FAR,  # distance between domains, tenths
    RB_SEEN_CONSUMER,  # the consumer position that producers know
    RB_SEEN_PRODUCER,  # the producer position that the reader knows
    RB_POLLED,  # the reader has read the producer position since it was written
    RB_READER_CPU,  # where the reader ran last + 1
    RB_READER_LINE,  # data line that it looked at last + 1, 0 when that was written since
) = own_words(NR_LINE_WORDS)


@compiled("int64(int64,int64,int64)", inline=True)
def _distance(ring: int, a: int, b: int) -> int:
    if a == b:
        return 0
    domains = load64(ring + RB_DOMAINS)
    if domains == 0 or load64(domains + 8 * a) == load64(domains + 8 * b):
        return NEAR
    return load64(ring + RB_FAR)


@compiled("int64(int64,int64)")
def producer_lines(ring: int, cpu: int) -> int:
    """Return how far, in all, the lines come that a reservation on *cpu* touches."""
    far = 0
    last = load64(ring + M_LOCK_CPU)
    line = (load64(ring + M_PRODUCER) >> _LINE_SHIFT) + 1
    alone = last < 0 or last == cpu
    if not alone:
        far += _PRODUCER_LINES * _distance(ring, last, cpu)
    reader = load64(ring + RB_READER_CPU) - 1
    if reader >= 0:
        away = _distance(ring, reader, cpu)
        consumer = load64(ring + M_CONSUMER)
        if consumer != load64(ring + RB_SEEN_CONSUMER):
            store64(ring + RB_SEEN_CONSUMER, consumer)
            far += away
        if alone:
            # what is only written waits in the store buffer: both lines come at the same time
            is_read = load64(ring + RB_POLLED) != 0 or line == load64(ring + RB_READER_LINE)
            if is_read:
                far += away
    if line == load64(ring + RB_READER_LINE):
        store64(ring + RB_READER_LINE, 0)
    store64(ring + RB_POLLED, 0)
    return far


@compiled("int64(int64,int64)")
def poll_producer(ring: int, cpu: int) -> int:
    """Read the producer position on the reader's CPU; return how far it comes."""
    last = load64(ring + M_LOCK_CPU)
    store64(ring + RB_READER_CPU, cpu + 1)
    producer = load64(ring + M_PRODUCER)
    if producer == load64(ring + RB_SEEN_PRODUCER) or last < 0:
        return 0
    store64(ring + RB_SEEN_PRODUCER, producer)
    store64(ring + RB_POLLED, 1)
    return _distance(ring, last, cpu)


@compiled("int64(int64,int64,int64)")
def reader_lines(ring: int, cpu: int, pos: int) -> int:
    """Return how far the lines come that the reader touches for the record at *pos*."""
    far = 0
    if pos >= load64(ring + RB_SEEN_PRODUCER):
        far += poll_producer(ring, cpu)
    store64(ring + RB_READER_CPU, cpu + 1)
    last = load64(ring + M_LOCK_CPU)
    # its position will be written behind the record: do producers have that line?
    if last >= 0 and pos == load64(ring + M_CONSUMER) and pos == load64(ring + RB_SEEN_CONSUMER):
        far += _distance(ring, last, cpu)
    line = (pos >> _LINE_SHIFT) + 1
    if last >= 0 and line != load64(ring + RB_READER_LINE):
        far += _distance(ring, last, cpu)
    store64(ring + RB_READER_LINE, line)
    return far
