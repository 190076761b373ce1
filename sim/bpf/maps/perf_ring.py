"""A CPU's ring of a perf buffer (kernel/events/ring_buffer.c), as BPF output fills it.

Records are ``struct perf_event_header`` (type, misc, size) and, for a sample, a 32-bit size and
the data, padded so that the whole is a multiple of 8. A record that does not fit is lost; the
next one that fits is preceded by a LOST record with the number.

User space is woken at every n-th sample (``wakeup_events``), and whenever another half of the
ring has been filled since it last was.

**Rule:** each function acts at the time of the step that calls it; head and tail never wrap.

**Not modelled:** the mmap control page, watermarks in bytes, overwrite mode.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, load64, store16, store32, store64
from sim.base.tally import tally_in
from sim.bpf.maps.layout import (
    M_CONSUMER,
    M_DATA_HOST,
    M_DROPPED,
    M_LOST,
    M_LOST_REPORTED,
    M_MASK,
    M_META,
    M_PRODUCER,
    M_RESERVED,
    M_SUBMITTED,
    M_TALLY,
    note_fill,
    own_words,
)
from sim.bpf.maps.lines import NR_LINE_WORDS

__all__ = [
    "LOST_BYTES",
    "PERF_RECORD_LOST",
    "PERF_RECORD_SAMPLE",
    "PR_WAKEUP_EVENTS",
    "SAMPLE_HEAD_BYTES",
    "perf_output",
    "perf_wakes",
]

PERF_RECORD_LOST = 2
PERF_RECORD_SAMPLE = 9
SAMPLE_HEAD_BYTES = 12
LOST_BYTES = 24
_META_BYTES = 24

PR_WAKEUP_EVENTS, PR_EVENTS, PR_WAKEUP = own_words(NR_LINE_WORDS + 3)[NR_LINE_WORDS:]


@compiled("void(int64,int64,int64,int64)", inline=True)
def _header(at: int, kind: int, misc: int, size: int) -> None:
    store32(at, kind)
    store16(at + 4, misc)
    store16(at + 6, size)


@compiled("int64(int64,int64,int64,int64,int64)")
def perf_output(ring: int, data: int, nr_bytes: int, now_ns: int, cpu: int) -> int:
    """Write a sample of *nr_bytes* from host address *data* (perf_event_output).

    Returns:
        0, or −ENOSPC (−28) when the ring is full and the sample is lost.
    """
    mask = load64(ring + M_MASK)
    padded = (nr_bytes + 4 + 7) & -8
    size = 8 + padded
    lost = load64(ring + M_LOST)
    need = size + (LOST_BYTES if lost != 0 else 0)
    head = load64(ring + M_PRODUCER)
    if head + need - load64(ring + M_CONSUMER) > mask:
        store64(ring + M_LOST, lost + 1)
        store64(ring + M_DROPPED, load64(ring + M_DROPPED) + 1)
        return -28
    base = load64(ring + M_DATA_HOST)
    if lost != 0:
        at = base + (head & mask)
        _header(at, PERF_RECORD_LOST, 0, LOST_BYTES)
        store64(at + 8, 0)
        store64(at + 16, lost)
        store64(ring + M_LOST, 0)
        store64(ring + M_LOST_REPORTED, load64(ring + M_LOST_REPORTED) + lost)
        head += LOST_BYTES
    meta = load64(ring + M_META) + ((head & mask) >> 3) * _META_BYTES
    store64(meta, now_ns)
    store64(meta + 8, now_ns)
    store64(meta + 16, cpu)
    at = base + (head & mask)
    _header(at, PERF_RECORD_SAMPLE, 0, size)
    store32(at + 8, padded - 4)
    copy_bytes(at + SAMPLE_HEAD_BYTES, data, nr_bytes)
    store64(ring + M_PRODUCER, head + size)
    note_fill(ring, head + size - load64(ring + M_CONSUMER))
    tally_in(ring + M_TALLY, now_ns)
    store64(ring + M_RESERVED, load64(ring + M_RESERVED) + 1)
    store64(ring + M_SUBMITTED, load64(ring + M_SUBMITTED) + 1)
    return 0


@compiled("int64(int64)")
def perf_wakes(ring: int) -> int:
    """Say whether the sample that was just written wakes user space."""
    wakes = 0
    half = (load64(ring + M_MASK) + 1) >> 1
    if load64(ring + M_PRODUCER) - load64(ring + PR_WAKEUP) > half:
        store64(ring + PR_WAKEUP, load64(ring + PR_WAKEUP) + half)
        wakes = 1
    events = load64(ring + PR_EVENTS) + 1
    if events >= load64(ring + PR_WAKEUP_EVENTS):
        events = 0
        wakes = 1
    store64(ring + PR_EVENTS, events)
    return wakes
