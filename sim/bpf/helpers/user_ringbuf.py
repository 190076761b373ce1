"""bpf_user_ringbuf_drain (kernel/bpf/ringbuf.c): a program reads what user space has produced.

The helper calls back once for each sample, with a dynptr that it may read. The consumer moves
behind a sample when its callback has returned; discarded records are skipped on the way.

**Rule:** one drain at a time: the ring is busy until it ends, whoever asks meanwhile gets −EBUSY.

**Not modelled:** a drain that never ends because its program faulted leaves the ring busy.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.bpf.helpers.dynptr import TYPE_LOCAL, dynptr_init
from sim.bpf.helpers.table import KIND_CALLBACK, arg, helper
from sim.bpf.maps.layout import (
    EAGAIN,
    EBUSY,
    EINVAL,
    M_CONSUMER,
    M_INDEX,
    M_MASK,
    M_READER,
    M_TYPE,
    M_VALUES,
    MAP_BYTES,
    USER_RINGBUF,
    map_of,
)
from sim.bpf.maps.ringbuf import BPF_RB_FORCE_WAKEUP, BPF_RB_NO_WAKEUP, HEADER_BYTES
from sim.bpf.maps.user_ringbuf import (
    MAX_USER_SAMPLES,
    UR_BUSY,
    UR_DYNPTR,
    UR_SAMPLE_BYTES,
    UR_WAKEUPS,
    user_ring_peek,
    user_ring_release,
)
from sim.bpf.run_state import COUNTS, F_STATE, R_BASE, R_MAPS, R_RAISE, R_REGS, count

__all__ = ["bpf_user_ringbuf_drain"]

_CALL = COUNTS.index("helper.call")
_DRAIN = COUNTS.index("ringbuf.user_drain")
_SAMPLE = COUNTS.index("ringbuf.user_sample")

# The frame's own words, behind the callback's slot.
D_SEEN = F_STATE + 8  # records looked at + 1, 0 before the first
D_CTX = F_STATE + 16
D_STATE = F_STATE + 24  # flags; samples given to the callback << 8; map index << 32

_FLAGS = BPF_RB_NO_WAKEUP | BPF_RB_FORCE_WAKEUP
_ENODATA = 61


@compiled("int64(int64,int64)", inline=True)
def _end(run: int, result: int) -> int:
    store64(run + R_REGS, result)
    return 0


@compiled("int64(int64,int64,int64,int64)")
def _finish(run: int, frame: int, bmap: int, result: int) -> int:
    """End the drain: the ring is free, and a producer that waits for room is told."""
    flags = load64(frame + D_STATE) & 0xFF
    seen = load64(frame + D_SEEN) - 1
    store64(bmap + UR_BUSY, 0)
    if flags & BPF_RB_FORCE_WAKEUP or (flags & BPF_RB_NO_WAKEUP == 0 and seen > 0):
        store64(bmap + UR_WAKEUPS, load64(bmap + UR_WAKEUPS) + 1)
        if load64(bmap + M_READER) != 0:
            store64(run + R_RAISE, load64(bmap + M_INDEX) + 1)
    return _end(run, result)


@compiled("int64(int64,int64,int64)")
def _call_back(run: int, frame: int, bmap: int) -> int:
    """Prepare the callback for the sample at the consumer position."""
    count(run, _SAMPLE, 1)
    store64(frame + D_STATE, load64(frame + D_STATE) + (1 << 8))
    offset = (load64(bmap + M_CONSUMER) & load64(bmap + M_MASK)) + HEADER_BYTES
    dynptr = load64(bmap + UR_DYNPTR)
    at = load64(run + R_BASE) + (dynptr & 0xFFFFFFFF)
    dynptr_init(at, load64(bmap + M_VALUES) + offset, load64(bmap + UR_SAMPLE_BYTES), TYPE_LOCAL)
    store64(run + R_REGS + 8, dynptr)
    store64(run + R_REGS + 16, load64(frame + D_CTX))
    for i in range(3, 6):
        store64(run + R_REGS + 8 * i, 0)
    return 1


@compiled("int64(int64,int64,int64)")
def _next(run: int, frame: int, bmap: int) -> int:
    """Go to the next sample, or end at what stops the drain."""
    while load64(frame + D_SEEN) - 1 < MAX_USER_SAMPLES:
        found = user_ring_peek(bmap)
        if found == -_ENODATA:
            break
        if found < 0 and found != -EAGAIN:
            return _finish(run, frame, bmap, found)
        store64(frame + D_SEEN, load64(frame + D_SEEN) + 1)
        if found >= 0:
            store64(bmap + UR_SAMPLE_BYTES, found)
            return _call_back(run, frame, bmap)
    return _finish(run, frame, bmap, (load64(frame + D_STATE) >> 8) & 0xFFFFFF)


@helper(209, "bpf_user_ringbuf_drain", 4, kind=KIND_CALLBACK)
def bpf_user_ringbuf_drain(run: int, frame: int) -> int:
    """``long bpf_user_ringbuf_drain(map, callback_fn, ctx, flags)``: samples, or an errno."""
    if load64(frame + D_SEEN) != 0:
        index = load64(frame + D_STATE) >> 32
        bmap = load64(run + R_MAPS) + index * MAP_BYTES
        user_ring_release(bmap)
        if load64(run + R_REGS) != 0:
            samples = (load64(frame + D_STATE) >> 8) & 0xFFFFFF
            return _finish(run, frame, bmap, samples)
        return _next(run, frame, bmap)
    count(run, _CALL, 1)
    count(run, _DRAIN, 1)
    bmap = map_of(run, arg(run, 1))
    flags = arg(run, 4)
    if bmap == 0 or load64(bmap + M_TYPE) != USER_RINGBUF or flags & ~_FLAGS != 0:
        return _end(run, -EINVAL)
    if load64(bmap + UR_BUSY) != 0:
        return _end(run, -EBUSY)
    store64(bmap + UR_BUSY, 1)
    store64(frame + D_SEEN, 1)
    store64(frame + D_CTX, arg(run, 3))
    store64(frame + D_STATE, flags | load64(bmap + M_INDEX) << 32)
    return _next(run, frame, bmap)
