"""The primitives of `sim.base.memory`: compiled and plain touch the same bytes, and no others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.base.compile import compiled
from sim.base.memory import (
    Buffer,
    copy_bytes,
    fill_bytes,
    load8,
    load16,
    load32,
    load64,
    loads32,
    store8,
    store16,
    store32,
    store64,
)

MIN, MAX = -(1 << 63), (1 << 63) - 1
SIZE = 64
LOADS = ((load8, 1, False), (load16, 2, False), (load32, 4, False), (load64, 8, True))
STORES = ((store8, 1), (store16, 2), (store32, 4), (store64, 8))
int64s = st.integers(MIN, MAX) | st.sampled_from([0, -1, MIN, MAX, 0x80, 0xFF, 1 << 31, 1 << 32])


@compiled("int64(int64,int64)", python=True)
def _compiled_load(which: int, address: int) -> int:
    if which == 0:
        return load8(address)
    if which == 1:
        return load16(address)
    if which == 2:
        return load32(address)
    if which == 3:
        return load64(address)
    return loads32(address)


@compiled("void(int64,int64,int64)", python=True)
def _compiled_store(which: int, address: int, value: int) -> None:
    if which == 0:
        store8(address, value)
    elif which == 1:
        store16(address, value)
    elif which == 2:
        store32(address, value)
    else:
        store64(address, value)


@compiled("void(int64,int64,int64)", python=True)
def _compiled_copy(dst: int, src: int, nr_bytes: int) -> None:
    copy_bytes(dst, src, nr_bytes)


@compiled("void(int64,int64,int64)", python=True)
def _compiled_fill(dst: int, byte: int, nr_bytes: int) -> None:
    fill_bytes(dst, byte, nr_bytes)


@pytest.fixture(scope="module")
def buffer() -> Iterator[Buffer]:
    made = Buffer(SIZE)
    yield made
    made.close()


def _set(buffer: Buffer, data: bytes) -> None:
    buffer.view[: len(data)] = data


@given(data=st.binary(min_size=SIZE, max_size=SIZE), offset=st.integers(0, SIZE - 8))
@settings(max_examples=150, deadline=None)
def test_a_load_reads_little_endian_at_any_alignment(
    buffer: Buffer, data: bytes, offset: int
) -> None:
    _set(buffer, data)
    at = buffer.address + offset
    for i, (load, size, signed) in enumerate(LOADS):
        expected = int.from_bytes(data[offset : offset + size], "little", signed=signed)
        assert load(at) == expected
        assert _compiled_load(i, at) == expected
    expected = int.from_bytes(data[offset : offset + 4], "little", signed=True)
    assert loads32(at) == _compiled_load(4, at) == expected


@given(data=st.binary(min_size=SIZE, max_size=SIZE), offset=st.integers(0, SIZE - 8), value=int64s)
@settings(max_examples=150, deadline=None)
def test_a_store_writes_its_lowest_bytes_and_no_more(
    buffer: Buffer, data: bytes, offset: int, value: int
) -> None:
    at = buffer.address + offset
    for i, (store, size) in enumerate(STORES):
        low = (value & ((1 << 8 * size) - 1)).to_bytes(size, "little")
        expected = data[:offset] + low + data[offset + size :]
        _set(buffer, data)
        store(at, value)
        assert buffer.view[:SIZE] == expected
        _set(buffer, data)
        _compiled_store(i, at, value)
        assert buffer.view[:SIZE] == expected


@given(
    data=st.binary(min_size=SIZE, max_size=SIZE),
    dst=st.integers(0, 32),
    src=st.integers(0, 32),
    nr_bytes=st.integers(0, 32),
)
@settings(max_examples=150, deadline=None)
def test_copies_may_overlap(buffer: Buffer, data: bytes, dst: int, src: int, nr_bytes: int) -> None:
    expected = data[:dst] + data[src : src + nr_bytes] + data[dst + nr_bytes :]
    for copy in (copy_bytes, _compiled_copy):
        _set(buffer, data)
        copy(buffer.address + dst, buffer.address + src, nr_bytes)
        assert buffer.view[:SIZE] == expected


@given(
    data=st.binary(min_size=SIZE, max_size=SIZE),
    dst=st.integers(0, 32),
    byte=int64s,
    nr_bytes=st.integers(0, 32),
)
@settings(max_examples=100, deadline=None)
def test_a_fill_takes_the_lowest_byte(
    buffer: Buffer, data: bytes, dst: int, byte: int, nr_bytes: int
) -> None:
    expected = data[:dst] + bytes([byte & 0xFF]) * nr_bytes + data[dst + nr_bytes :]
    for fill in (fill_bytes, _compiled_fill):
        _set(buffer, data)
        fill(buffer.address + dst, byte, nr_bytes)
        assert buffer.view[:SIZE] == expected


def test_a_buffer_is_zeroed_whole_pages_and_can_be_given_back() -> None:
    made = Buffer(10_000)
    assert made.size_bytes % 4096 == 0
    assert made.size_bytes >= 10_000
    assert made.view[:] == bytes(made.size_bytes)
    assert load64(made.address + made.size_bytes - 8) == 0
    made.close()
    assert made.view.closed
