"""Helpers that send records to user space: the visible ones (kernel/bpf/ringbuf.c, bpf_trace.c).

Each acts at its own time. A ring's producer spinlock is a next-free-time resource: at the
request (phase 0) the time when it will be free is fixed, the wait is returned, and the
reservation happens in a later phase at that time. `bpf_ringbuf_output` commits in a further
phase, after the copy.

**Rule:** a visible helper writes R0 and returns a status of `sim.bpf.run_state`.

**Not modelled:** −EBUSY of the reserve lock in NMI; the three nesting levels of perf output
(records are written in one step, so levels cannot collide).
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, load64, store64
from sim.bpf.helpers.table import KIND_VISIBLE, arg, helper
from sim.bpf.maps.layout import (
    E2BIG,
    EAGAIN,
    EINVAL,
    ENOENT,
    EOPNOTSUPP,
    M_CONSUMER,
    M_DATA_HOST,
    M_INDEX,
    M_LOCK_CPU,
    M_LOCK_FREE,
    M_MASK,
    M_MAX_ENTRIES,
    M_OUTPUTS,
    M_PRODUCER,
    M_READER,
    M_REFUSED_2BIG,
    M_REFUSED_INVAL,
    M_REFUSED_NOENT,
    M_REFUSED_OPNOTSUPP,
    M_RINGS,
    M_TYPE,
    M_VALUES,
    MAP_BYTES,
    map_of,
)
from sim.bpf.maps.lines import producer_lines
from sim.bpf.maps.perf_ring import perf_output, perf_wakes
from sim.bpf.maps.ringbuf import ringbuf_commit, ringbuf_reserve
from sim.bpf.region import is_mapped
from sim.bpf.run_state import (
    COUNTS,
    R_BASE,
    R_CPU,
    R_HPHASE,
    R_MAPS,
    R_NOW,
    R_NR_CPUS,
    R_NR_MAPS,
    R_PAGES,
    R_PRICES,
    R_RAISE,
    R_REGS,
    R_SCRATCH,
    R_WAIT_NS,
    RUN_EXIT,
    RUN_SUSPENDED,
    RUN_WAIT,
    count,
    note,
)

__all__ = [
    "NOTE_DISCARD",
    "NOTE_OUTPUT",
    "NOTE_RESERVE",
    "NOTE_SUBMIT",
    "VALID_OUTPUT_FLAGS",
    "finish_record",
    "lock_ring",
    "reserve_record",
]

NOTE_RESERVE = 131
NOTE_SUBMIT = 132
NOTE_DISCARD = 133
NOTE_OUTPUT = 25

RINGBUF = 27
PERF_EVENT_ARRAY = 4

_CALL = COUNTS.index("helper.call")
_RESERVE = COUNTS.index("ringbuf.reserve")
_SUBMIT = COUNTS.index("ringbuf.submit")
_DISCARD = COUNTS.index("ringbuf.discard")
_OUTPUT = COUNTS.index("ringbuf.output")
_COPY = COUNTS.index("ringbuf.copy_byte")
_HOLD = COUNTS.index("ringbuf.lock_hold")
_TRANSFER = COUNTS.index("ringbuf.line_transfer")
_PERF = COUNTS.index("perfbuf.output")
_PERF_COPY = COUNTS.index("perfbuf.copy_byte")
_QUERY = COUNTS.index("ringbuf.query")

VALID_OUTPUT_FLAGS = 3  # BPF_RB_NO_WAKEUP | BPF_RB_FORCE_WAKEUP
BPF_RB_AVAIL_DATA, BPF_RB_RING_SIZE, BPF_RB_CONS_POS, BPF_RB_PROD_POS = range(4)
_CURRENT_CPU = 0xFFFFFFFF
_MAX_SAMPLE = (1 << 16) - 1 - 24  # a perf record's size is a u16


@compiled("void(int64,int64)", inline=True)
def _return(run: int, value: int) -> None:
    store64(run + R_REGS, value)


@compiled("int64(int64,int64)")
def _request_lock(run: int, bmap: int) -> int:
    """Fix when the ring's lock is ours and when it is free again; return the wait, ns.

    R_SCRATCH tells how far the ring's cache lines come.
    """
    now = load64(run + R_NOW)
    free = load64(bmap + M_LOCK_FREE)
    at = free if free > now else now
    prices = load64(run + R_PRICES)
    far = producer_lines(bmap, load64(run + R_CPU))
    hold_ps = load64(prices + 8 * _HOLD) + far * load64(prices + 8 * _TRANSFER)
    store64(run + R_SCRATCH, far)
    store64(bmap + M_LOCK_CPU, load64(run + R_CPU))
    store64(bmap + M_LOCK_FREE, at + hold_ps // 1000)
    return at - now


@compiled("int64(int64,int64)", inline=True)
def lock_ring(run: int, bmap: int) -> int:
    """Return RUN_WAIT when the lock is not ours yet, else count the hold and return RUN_EXIT."""
    if load64(run + R_HPHASE) == 0:
        store64(run + R_HPHASE, 1)
        wait_ns = _request_lock(run, bmap)
        if wait_ns > 0:
            store64(run + R_WAIT_NS, wait_ns)
            return RUN_WAIT
    # the hold begins when the lock is ours, so it is paid for from there on
    count(run, _HOLD, 1)
    if load64(run + R_SCRATCH) != 0:
        count(run, _TRANSFER, load64(run + R_SCRATCH))
    return RUN_EXIT


@compiled("int64(int64,int64,int64)")
def reserve_record(run: int, bmap: int, size: int) -> int:
    """Reserve and return the data's offset, or −1; counts and notes."""
    count(run, _RESERVE, 1)
    offset = ringbuf_reserve(bmap, size, load64(run + R_NOW), load64(run + R_CPU))
    note(run, NOTE_RESERVE, load64(bmap + M_INDEX), offset)
    return offset


@compiled("void(int64,int64,int64,int64,int64)")
def _commit(run: int, bmap: int, offset: int, flags: int, discard: int) -> None:
    """Commit the record at *offset* and raise the wake-up if the rule says so."""
    wake = ringbuf_commit(bmap, offset, flags, discard, load64(run + R_NOW))
    note(run, NOTE_DISCARD if discard != 0 else NOTE_SUBMIT, load64(bmap + M_INDEX), wake)
    if wake == 1 and load64(bmap + M_READER) != 0:
        store64(run + R_RAISE, load64(bmap + M_INDEX) + 1)


@compiled("void(int64,int64,int64,int64)")
def _refuse(run: int, bmap: int, operation: int, result: int) -> None:
    """Count a record that was refused for its arguments, or for want of a ring."""
    field = M_REFUSED_INVAL
    if result == -ENOENT:
        field = M_REFUSED_NOENT
    elif result == -E2BIG:
        field = M_REFUSED_2BIG
    elif result == -EOPNOTSUPP:
        field = M_REFUSED_OPNOTSUPP
    store64(bmap + field, load64(bmap + field) + 1)
    store64(bmap + M_OUTPUTS, load64(bmap + M_OUTPUTS) + 1)
    note(run, operation, load64(bmap + M_INDEX), result)
    _return(run, result)


@helper(131, "bpf_ringbuf_reserve", 3, kind=KIND_VISIBLE)
def bpf_ringbufreserve_record(run: int) -> int:
    """``void *bpf_ringbuf_reserve(ringbuf, size, flags)``: the data's address, or NULL."""
    bmap = map_of(run, arg(run, 1))
    if bmap == 0 or load64(bmap + M_TYPE) != RINGBUF or arg(run, 3) != 0:
        count(run, _CALL, 1)
        if bmap != 0 and load64(bmap + M_TYPE) == RINGBUF:
            _refuse(run, bmap, NOTE_RESERVE, -EINVAL)
        _return(run, 0)
        return RUN_EXIT
    if lock_ring(run, bmap) == RUN_WAIT:
        return RUN_WAIT
    count(run, _CALL, 1)
    offset = reserve_record(run, bmap, arg(run, 2))
    _return(run, 0 if offset < 0 else load64(bmap + M_VALUES) + offset)
    return RUN_EXIT


@compiled("int64(int64,int64)")
def _ring_of_record(run: int, address: int) -> int:
    """Return the ring whose data area holds a record's simulated address, or 0.

    A record's data may start right at the end of the area, its header lying before it.
    """
    maps = load64(run + R_MAPS)
    for i in range(load64(run + R_NR_MAPS)):
        bmap = maps + i * MAP_BYTES
        if load64(bmap + M_TYPE) == RINGBUF:
            start = load64(bmap + M_VALUES)
            if start < address <= start + load64(bmap + M_MAX_ENTRIES):
                return bmap
    return 0


@compiled("void(int64,int64,int64,int64)")
def finish_record(run: int, address: int, flags: int, discard: int) -> None:
    """Submit or discard the record whose data are at a simulated address."""
    count(run, _CALL, 1)
    bmap = _ring_of_record(run, address)
    if bmap != 0:
        count(run, _DISCARD if discard != 0 else _SUBMIT, 1)
        _commit(run, bmap, address - load64(bmap + M_VALUES), flags, discard)


@helper(132, "bpf_ringbuf_submit", 2, kind=KIND_VISIBLE)
def bpf_ringbuf_submit(run: int) -> int:
    """``void bpf_ringbuf_submit(data, flags)``: hand a record to the reader."""
    finish_record(run, arg(run, 1), arg(run, 2), 0)
    _return(run, 0)
    return RUN_EXIT


@helper(133, "bpf_ringbuf_discard", 2, kind=KIND_VISIBLE)
def bpf_ringbuf_discard(run: int) -> int:
    """``void bpf_ringbuf_discard(data, flags)``: give a record up."""
    finish_record(run, arg(run, 1), arg(run, 2), 1)
    _return(run, 0)
    return RUN_EXIT


@helper(130, "bpf_ringbuf_output", 4, kind=KIND_VISIBLE)
def bpf_ringbuf_output(run: int) -> int:
    """``long bpf_ringbuf_output(ringbuf, data, size, flags)``: 0, −EINVAL or −EAGAIN.

    Phases: lock; reserve and copy; commit once the copy's time has passed.
    """
    bmap = map_of(run, arg(run, 1))
    flags = arg(run, 4)
    if bmap == 0 or load64(bmap + M_TYPE) != RINGBUF or (flags & ~VALID_OUTPUT_FLAGS) != 0:
        count(run, _CALL, 1)
        if bmap != 0 and load64(bmap + M_TYPE) == RINGBUF:
            _refuse(run, bmap, NOTE_RESERVE, -EINVAL)
        _return(run, -EINVAL)
        return RUN_EXIT
    if load64(run + R_HPHASE) == 2:
        _commit(run, bmap, load64(run + R_SCRATCH), flags, 0)
        _return(run, 0)
        return RUN_EXIT
    if lock_ring(run, bmap) == RUN_WAIT:
        return RUN_WAIT
    count(run, _CALL, 1)
    count(run, _OUTPUT, 1)
    size = arg(run, 3)
    if size > 0 and is_mapped(load64(run + R_PAGES), arg(run, 2), size) == 0:
        _refuse(run, bmap, NOTE_RESERVE, -EINVAL)
        return RUN_EXIT
    offset = reserve_record(run, bmap, size)
    if offset < 0:
        _return(run, -EAGAIN)
        return RUN_EXIT
    count(run, _COPY, size)
    source = load64(run + R_BASE) + (arg(run, 2) & 0xFFFFFFFF)
    copy_bytes(load64(bmap + M_DATA_HOST) + offset, source, size)
    store64(run + R_SCRATCH, offset)
    store64(run + R_HPHASE, 2)
    return RUN_SUSPENDED


@helper(134, "bpf_ringbuf_query", 2)
def bpf_ringbuf_query(run: int) -> int:
    """``u64 bpf_ringbuf_query(ringbuf, flags)``: data, size or a position, 0 for anything else."""
    count(run, _CALL, 1)
    count(run, _QUERY, 1)
    bmap = map_of(run, arg(run, 1))
    if bmap == 0 or load64(bmap + M_TYPE) != RINGBUF:
        return 0
    what = arg(run, 2)
    if what == BPF_RB_AVAIL_DATA:
        return load64(bmap + M_PRODUCER) - load64(bmap + M_CONSUMER)
    if what == BPF_RB_RING_SIZE:
        return load64(bmap + M_MASK) + 1
    if what == BPF_RB_CONS_POS:
        return load64(bmap + M_CONSUMER)
    if what == BPF_RB_PROD_POS:
        return load64(bmap + M_PRODUCER)
    return 0


@compiled("int64(int64,int64,int64)")
def _perf_ring(run: int, bmap: int, flags: int) -> int:
    """Return the ring to write to, or a negative errno (__bpf_perf_event_output)."""
    if (flags & ~_CURRENT_CPU) != 0:
        return -EINVAL
    index = flags & _CURRENT_CPU
    cpu = load64(run + R_CPU)
    if index == _CURRENT_CPU:
        index = cpu
    if index >= load64(bmap + M_MAX_ENTRIES):
        return -E2BIG
    rings = load64(bmap + M_RINGS)
    if rings < 0 or index >= load64(run + R_NR_CPUS):
        return -ENOENT
    if index != cpu:
        return -EOPNOTSUPP
    return load64(run + R_MAPS) + (rings + index) * MAP_BYTES


@helper(25, "bpf_perf_event_output", 5, kind=KIND_VISIBLE)
def bpf_perf_event_output(run: int) -> int:
    """``long bpf_perf_event_output(ctx, map, flags, data, size)``: 0 or a negative errno."""
    count(run, _CALL, 1)
    count(run, _PERF, 1)
    bmap = map_of(run, arg(run, 2))
    size = arg(run, 5)
    if bmap == 0 or load64(bmap + M_TYPE) != PERF_EVENT_ARRAY:
        _return(run, -EINVAL)
        return RUN_EXIT
    ring = -E2BIG
    if 0 <= size <= _MAX_SAMPLE:
        ring = _perf_ring(run, bmap, arg(run, 3))
        if size > 0 and is_mapped(load64(run + R_PAGES), arg(run, 4), size) == 0:
            ring = -EINVAL
    if ring <= 0:
        _refuse(run, bmap, NOTE_OUTPUT, ring)
        return RUN_EXIT
    store64(bmap + M_OUTPUTS, load64(bmap + M_OUTPUTS) + 1)
    count(run, _PERF_COPY, size)
    source = load64(run + R_BASE) + (arg(run, 4) & 0xFFFFFFFF)
    now = load64(run + R_NOW)
    far = producer_lines(ring, load64(run + R_CPU))
    if far != 0:
        count(run, _TRANSFER, far)
    store64(ring + M_LOCK_CPU, load64(run + R_CPU))
    result = perf_output(ring, source, size, now, load64(run + R_CPU))
    note(run, NOTE_OUTPUT, load64(ring + M_INDEX), result)
    if result == 0 and perf_wakes(ring) == 1 and load64(bmap + M_READER) != 0:
        store64(run + R_RAISE, load64(ring + M_INDEX) + 1)
    _return(run, result)
    return RUN_EXIT
