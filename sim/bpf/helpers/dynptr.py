"""Dynptrs (kernel/bpf/helpers.c, ringbuf.c): memory whose size is known at run time only.

A dynptr is 16 bytes on the program's stack: the address of the data, its size with type and
read-only bit above it, and an offset into the data. One without data is null: whatever is asked
of it fails, and submitting or discarding it does nothing.

**Rule:** a dynptr that could not be made is null, and the program is told so by an errno. What a
dynptr says is checked against the page table, for a program that nobody has verified may have
written it.

**Not modelled:** dynptrs of packets (6.4).
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, load32, load64, store32, store64
from sim.bpf.helpers.output import finish_record, lock_ring, reserve_record
from sim.bpf.helpers.table import KIND_VISIBLE, arg, helper
from sim.bpf.maps.layout import E2BIG, EINVAL, M_TYPE, M_VALUES, RINGBUF, map_of
from sim.bpf.maps.user_ringbuf import DYNPTR_BYTES, DYNPTR_MAX_BYTES
from sim.bpf.region import is_mapped
from sim.bpf.run_state import COUNTS, R_BASE, R_PAGES, R_REGS, RUN_EXIT, RUN_WAIT, count

__all__ = ["TYPE_LOCAL", "TYPE_RINGBUF", "dynptr_at", "dynptr_init", "dynptr_null"]

D_SIZE, D_OFFSET = 8, 12
TYPE_LOCAL, TYPE_RINGBUF = 1, 2
RDONLY = 1 << 31
_TYPE_SHIFT = 28
_U32 = 0xFFFFFFFF

_CALL = COUNTS.index("helper.call")
_BYTE = COUNTS.index("helper.probe_read_byte")


@compiled("int64(int64,int64)", inline=True)
def dynptr_at(run: int, address: int) -> int:
    """Return the host address of the dynptr at a simulated address, 0 if nothing is there."""
    if is_mapped(load64(run + R_PAGES), address, DYNPTR_BYTES) == 0:
        return 0
    return load64(run + R_BASE) + (address & _U32)


@compiled("void(int64,int64,int64,int64)", inline=True)
def dynptr_init(at: int, data: int, size: int, kind: int) -> None:
    """Make the dynptr at host address *at* stand for *size* bytes at simulated address *data*."""
    store64(at, data)
    store32(at + D_SIZE, size | kind << _TYPE_SHIFT)
    store32(at + D_OFFSET, 0)


@compiled("void(int64)", inline=True)
def dynptr_null(at: int) -> None:
    """Make the dynptr at host address *at* null."""
    store64(at, 0)
    store64(at + D_SIZE, 0)


@compiled("int64(int64,int64,int64)")
def _slice(at: int, offset: int, nr_bytes: int) -> int:
    """Return 0 when a dynptr holds *nr_bytes* from *offset* on, else −E2BIG."""
    size = load32(at + D_SIZE) & DYNPTR_MAX_BYTES
    if nr_bytes > size or offset > size - nr_bytes:
        return -E2BIG
    return 0


@compiled("int64(int64,int64)", inline=True)
def _data(at: int, offset: int) -> int:
    return load64(at) + load32(at + D_OFFSET) + offset


@compiled("int64(int64,int64,int64,int64)")
def _copy(run: int, dst: int, src: int, nr_bytes: int) -> int:
    """Copy between simulated addresses: 0, or −EINVAL where nothing is mapped."""
    if nr_bytes == 0:
        return 0
    pages = load64(run + R_PAGES)
    if is_mapped(pages, dst, nr_bytes) == 0 or is_mapped(pages, src, nr_bytes) == 0:
        return -EINVAL
    base = load64(run + R_BASE)
    count(run, _BYTE, nr_bytes)
    copy_bytes(base + (dst & _U32), base + (src & _U32), nr_bytes)
    return 0


@helper(197, "bpf_dynptr_from_mem", 4)
def bpf_dynptr_from_mem(run: int) -> int:
    """``long bpf_dynptr_from_mem(data, size, flags, ptr)``: 0, −E2BIG or −EINVAL."""
    count(run, _CALL, 1)
    at = dynptr_at(run, arg(run, 4))
    if at == 0:
        return -EINVAL
    size = arg(run, 2) & _U32
    if size > DYNPTR_MAX_BYTES:
        dynptr_null(at)
        return -E2BIG
    if arg(run, 3) != 0:
        dynptr_null(at)
        return -EINVAL
    dynptr_init(at, arg(run, 1), size, TYPE_LOCAL)
    return 0


@helper(201, "bpf_dynptr_read", 5)
def bpf_dynptr_read(run: int) -> int:
    """``long bpf_dynptr_read(dst, len, src, offset, flags)``: 0, −E2BIG or −EINVAL."""
    count(run, _CALL, 1)
    at = dynptr_at(run, arg(run, 3))
    if at == 0 or load64(at) == 0 or arg(run, 5) != 0:
        return -EINVAL
    nr_bytes = arg(run, 2) & _U32
    offset = arg(run, 4) & _U32
    if _slice(at, offset, nr_bytes) != 0:
        return -E2BIG
    return _copy(run, arg(run, 1), _data(at, offset), nr_bytes)


@helper(202, "bpf_dynptr_write", 5)
def bpf_dynptr_write(run: int) -> int:
    """``long bpf_dynptr_write(dst, offset, src, len, flags)``: 0, −E2BIG or −EINVAL."""
    count(run, _CALL, 1)
    at = dynptr_at(run, arg(run, 1))
    if at == 0 or load64(at) == 0 or arg(run, 5) != 0:
        return -EINVAL
    if load32(at + D_SIZE) & RDONLY != 0:
        return -EINVAL
    nr_bytes = arg(run, 4) & _U32
    offset = arg(run, 2) & _U32
    if _slice(at, offset, nr_bytes) != 0:
        return -E2BIG
    return _copy(run, _data(at, offset), arg(run, 3), nr_bytes)


@helper(203, "bpf_dynptr_data", 3)
def bpf_dynptr_data(run: int) -> int:
    """``void *bpf_dynptr_data(ptr, offset, len)``: the data's address, or NULL."""
    count(run, _CALL, 1)
    at = dynptr_at(run, arg(run, 1))
    if at == 0 or load64(at) == 0 or load32(at + D_SIZE) & RDONLY != 0:
        return 0
    offset = arg(run, 2) & _U32
    if _slice(at, offset, arg(run, 3) & _U32) != 0:
        return 0
    return _data(at, offset)


@compiled("int64(int64,int64)", inline=True)
def _return(run: int, value: int) -> int:
    store64(run + R_REGS, value)
    return RUN_EXIT


@helper(198, "bpf_ringbuf_reserve_dynptr", 4, kind=KIND_VISIBLE)
def bpf_ringbuf_reserve_dynptr(run: int) -> int:
    """``long bpf_ringbuf_reserve_dynptr(ringbuf, size, flags, ptr)``: 0, −E2BIG or −EINVAL."""
    bmap = map_of(run, arg(run, 1))
    at = dynptr_at(run, arg(run, 4))
    size = arg(run, 2) & _U32
    if at == 0 or bmap == 0 or load64(bmap + M_TYPE) != RINGBUF or arg(run, 3) != 0:
        count(run, _CALL, 1)
        if at != 0:
            dynptr_null(at)
        return _return(run, -EINVAL)
    if size > DYNPTR_MAX_BYTES:
        count(run, _CALL, 1)
        dynptr_null(at)
        return _return(run, -E2BIG)
    if lock_ring(run, bmap) == RUN_WAIT:
        return RUN_WAIT
    count(run, _CALL, 1)
    offset = reserve_record(run, bmap, size)
    if offset < 0:
        dynptr_null(at)
        return _return(run, -EINVAL)
    dynptr_init(at, load64(bmap + M_VALUES) + offset, size, TYPE_RINGBUF)
    return _return(run, 0)


@compiled("int64(int64,int64)")
def _finish(run: int, discard: int) -> int:
    """Submit or discard a dynptr's record; a null one has none."""
    at = dynptr_at(run, arg(run, 1))
    if at == 0 or load64(at) == 0:
        count(run, _CALL, 1)
        return _return(run, 0)
    finish_record(run, load64(at), arg(run, 2), discard)
    dynptr_null(at)
    return _return(run, 0)


@helper(199, "bpf_ringbuf_submit_dynptr", 2, kind=KIND_VISIBLE)
def bpf_ringbuf_submit_dynptr(run: int) -> int:
    """``void bpf_ringbuf_submit_dynptr(ptr, flags)``: hand a record to the reader."""
    return _finish(run, 0)


@helper(200, "bpf_ringbuf_discard_dynptr", 2, kind=KIND_VISIBLE)
def bpf_ringbuf_discard_dynptr(run: int) -> int:
    """``void bpf_ringbuf_discard_dynptr(ptr, flags)``: give a record up."""
    return _finish(run, 1)
