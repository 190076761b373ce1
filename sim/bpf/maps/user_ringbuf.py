"""The user ring buffer (``BPF_MAP_TYPE_USER_RINGBUF``): user space produces, programs drain.

It lies in memory as the kernel's ring does: an 8-byte header (length with a busy and a discard
bit), the data, rounded up to 8. Here user space owns the producer position and the headers, so
that every header may be malformed; `user_ring_peek` looks at the next one as the kernel does.
`UserRing` is libbpf's ``user_ring_buffer``.

**Rule:** positions count bytes from the start. What user space writes is only believed after it
has been checked against the ring.

**Not modelled:** `reserve_blocking` as a system call of a simulated task: it waits for nothing
by itself, its caller passes what lets time go on.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.base.compile import compiled
from sim.base.memory import load32, load64, store32, store64
from sim.bpf.maps.kinds import Home, Shape, kind
from sim.bpf.maps.layout import (
    E2BIG,
    EAGAIN,
    EINVAL,
    ENOSPC,
    M_CONSUMER,
    M_DATA_HOST,
    M_DELIVERED,
    M_DISCARDED,
    M_MASK,
    M_OUTPUTS,
    M_PRODUCER,
    M_RESERVED,
    M_SUBMITTED,
    M_VALUES,
    note_fill,
    own_words,
)
from sim.bpf.maps.ringbuf import BUSY_BIT, DISCARD_BIT, HEADER_BYTES, make_ring
from sim.bpf.maps.view import MapView
from sim.bpf.region import DIRECT_MAP_BASE, PAGE_BYTES, signed_address
from sim.bpf.spec import MapType

__all__ = [
    "DYNPTR_BYTES",
    "DYNPTR_MAX_BYTES",
    "MAX_USER_SAMPLES",
    "UR_BUSY",
    "UR_DYNPTR",
    "UR_SAMPLE_BYTES",
    "UR_WAKEUPS",
    "UserRing",
    "user_ring_peek",
    "user_ring_release",
]

MAX_USER_SAMPLES = 128 * 1024  # of one call of bpf_user_ringbuf_drain
DYNPTR_BYTES = 16
DYNPTR_MAX_BYTES = (1 << 24) - 1

(
    UR_BUSY,  # somebody drains it
    UR_DYNPTR,  # simulated address of the dynptr that callbacks get
    UR_SAMPLE_BYTES,  # of the sample that the callback is looking at
    UR_WAKEUPS,  # drains that let a waiting producer know
) = own_words(4)
_ENODATA = 61


@compiled("int64(int64)")
def user_ring_peek(bmap: int) -> int:
    """Look at the next record.

    Returns:
        The length of its data; −ENODATA when there is none that is finished, −EAGAIN when it was
        discarded (it is behind the consumer then), −EINVAL or −E2BIG when its header or the
        producer position cannot be.
    """
    producer = load64(bmap + M_PRODUCER)
    consumer = load64(bmap + M_CONSUMER)
    mask = load64(bmap + M_MASK)
    if producer & 7 != 0:
        return -EINVAL
    # unsigned in the kernel: a position with its top bit set is a large one
    if producer >= 0 and consumer >= producer:
        return -_ENODATA
    header = load32(load64(bmap + M_DATA_HOST) + (consumer & mask))
    length = header & (DISCARD_BIT - 1)
    total = (length + HEADER_BYTES + 7) & -8
    if producer >= 0 and total > producer - consumer:
        return -EINVAL
    if total > mask + 1 or length > DYNPTR_MAX_BYTES:
        return -E2BIG
    if header & BUSY_BIT:
        return -_ENODATA
    if header & DISCARD_BIT:
        store64(bmap + M_CONSUMER, consumer + total)
        store64(bmap + M_DISCARDED, load64(bmap + M_DISCARDED) + 1)
        return -EAGAIN
    return length


@compiled("void(int64)", inline=True)
def user_ring_release(bmap: int) -> None:
    """Put the consumer behind the record that the callback has seen."""
    total = (load64(bmap + UR_SAMPLE_BYTES) + HEADER_BYTES + 7) & -8
    store64(bmap + M_CONSUMER, load64(bmap + M_CONSUMER) + total)
    store64(bmap + M_DELIVERED, load64(bmap + M_DELIVERED) + 1)


class UserRing:
    """What a tool produces with (libbpf's ``struct user_ring_buffer``).

    Args:
        view: A map of type BPF_MAP_TYPE_USER_RINGBUF.
    """

    def __init__(self, view: MapView) -> None:
        self.view = view

    def _header(self, offset: int) -> int:
        mask = self.view.field(M_MASK)
        return self.view.field(M_DATA_HOST) + ((offset - HEADER_BYTES) & mask)

    def _add(self, field: int, number: int = 1) -> None:
        store64(self.view.record + field, self.view.field(field) + number)

    def reserve(self, size: int) -> int:
        """Reserve *size* bytes (``user_ring_buffer__reserve``).

        Returns:
            Offset of the data in the data area, −E2BIG when the ring is smaller, −ENOSPC when
            it is full.
        """
        self._add(M_OUTPUTS)
        producer, consumer = self.view.field(M_PRODUCER), self.view.field(M_CONSUMER)
        ring_bytes = self.view.field(M_MASK) + 1
        total = (size + HEADER_BYTES + 7) & -8
        if total > ring_bytes:
            return -E2BIG
        if ring_bytes - (producer - consumer) < total:
            return -ENOSPC
        offset = (producer & (ring_bytes - 1)) + HEADER_BYTES
        header = self._header(offset)
        store32(header, size | BUSY_BIT)
        store32(header + 4, 0)
        store64(self.view.record + M_PRODUCER, producer + total)
        note_fill(self.view.record, producer + total - consumer)
        self._add(M_RESERVED)
        return offset

    def reserve_blocking(self, size: int, wait: Callable[[], bool]) -> int:
        """Reserve *size* bytes, waiting for room (``user_ring_buffer__reserve_blocking``).

        Args:
            size: Bytes of data.
            wait: Lets time go on until a drain wakes the producer; False: the timeout has passed.

        Returns:
            As `reserve`; −ENOSPC after the timeout.
        """
        while True:
            offset = self.reserve(size)
            if offset != -ENOSPC or not wait():
                return offset

    def write(self, offset: int, data: bytes) -> None:
        """Write a reserved record's data."""
        self.view.maps.region.write(self.view.field(M_VALUES) + offset, data)

    def submit(self, offset: int) -> None:
        """Let programs see a record (``user_ring_buffer__submit``)."""
        header = self._header(offset)
        store32(header, load32(header) & ~BUSY_BIT)
        self._add(M_SUBMITTED)

    def discard(self, offset: int) -> None:
        """Let programs skip a record (``user_ring_buffer__discard``)."""
        header = self._header(offset)
        store32(header, (load32(header) & ~BUSY_BIT) | DISCARD_BIT)


def _user_ringbuf_bytes(shape: Shape, nr_cpus: int) -> int:
    return shape.max_entries + 3 * PAGE_BYTES


@kind(MapType.BPF_MAP_TYPE_USER_RINGBUF, memory_bytes=_user_ringbuf_bytes)
def _make_user_ringbuf(home: Home, index: int, shape: Shape) -> None:
    make_ring(home, index, shape.max_entries)
    at = home.region.alloc(DIRECT_MAP_BASE, DYNPTR_BYTES)
    store64(home.record(index) + UR_DYNPTR, signed_address(at))
