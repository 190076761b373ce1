"""Simulated memory: allocation, the page table, and reads that may fail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.base.errors import SimError
from sim.base.memory import Buffer, load64, store8
from sim.bpf.region import (
    DIRECT_MAP_BASE,
    MAP_STRUCT_BASE,
    PAGE_BYTES,
    TEXT_BASE,
    USER_BASE,
    VMALLOC_BASE,
    Region,
    is_mapped,
    probe_read,
    probe_read_str,
    signed_address,
)

EFAULT = -14


@pytest.fixture
def region() -> Iterator[Region]:
    made = Region(DIRECT_MAP_BASE, VMALLOC_BASE)
    yield made
    made.close()


@pytest.fixture
def scratch() -> Iterator[Buffer]:
    made = Buffer(2 * PAGE_BYTES)
    yield made
    made.close()


def _mapped(region: Region, address: int, nr_bytes: int) -> bool:
    return is_mapped(region.table, signed_address(address), nr_bytes) == 1


def test_kernel_ranges_have_lower_halves_of_their_own() -> None:
    bases = [DIRECT_MAP_BASE, TEXT_BASE, MAP_STRUCT_BASE, VMALLOC_BASE]
    lows = [base & 0xFFFFFFFF for base in bases]
    assert lows == sorted(set(lows))
    assert all(base >> 63 for base in bases)
    assert USER_BASE < 1 << 47


def test_allocations_are_zeroed_aligned_and_do_not_overlap(region: Region) -> None:
    taken = []
    for nr_bytes, align in ((1, 16), (100, 64), (5000, 4096), (0, 16), (8, 8)):
        at = region.alloc(DIRECT_MAP_BASE, nr_bytes, align)
        assert at % align == 0
        assert region.read(at, nr_bytes) == bytes(nr_bytes)
        taken.append((at, at + max(nr_bytes, 1)))
    ends = [end for _, end in taken]
    starts = [start for start, _ in taken]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert region.used_bytes() == taken[-1][1] - DIRECT_MAP_BASE


def test_what_is_written_is_read_and_lies_behind_the_host_address(region: Region) -> None:
    at = region.alloc(VMALLOC_BASE, 64)
    region.write(at, b"12345678")
    assert region.read(at, 8) == b"12345678"
    assert load64(region.host(at)) == int.from_bytes(b"12345678", "little")


def test_a_range_that_is_used_up_is_refused_with_what_is_left() -> None:
    region = Region(MAP_STRUCT_BASE, VMALLOC_BASE)
    region.alloc(VMALLOC_BASE, 1 << 30)
    with pytest.raises(SimError, match="vmalloc area is used up") as caught:
        region.alloc(VMALLOC_BASE, 1 << 30)
    assert "are left" in caught.value.reason
    assert caught.value.suggestion
    region.close()


def test_only_allocated_pages_are_mapped(region: Region) -> None:
    at = region.alloc(DIRECT_MAP_BASE, 3 * PAGE_BYTES, PAGE_BYTES)
    assert _mapped(region, at, 3 * PAGE_BYTES)
    assert not _mapped(region, at, 3 * PAGE_BYTES + 1)
    assert not _mapped(region, at - PAGE_BYTES, 1)
    assert _mapped(region, at + 3 * PAGE_BYTES - 1, 1)
    assert not _mapped(region, at + 3 * PAGE_BYTES - 1, 2)


def test_the_upper_half_of_an_address_counts(region: Region) -> None:
    """An address that only shares its lower 32 bits with mapped memory is not mapped."""
    at = region.alloc(DIRECT_MAP_BASE, 8)
    low = at & 0xFFFFFFFF
    for address in (low, low | 1 << 32, low | 0xFFFF_8881 << 32, low | 0x7FFF << 32):
        assert not _mapped(region, address, 1)
    assert not _mapped(region, 0, 1)
    assert not _mapped(region, (1 << 64) - 1, 1)


def test_a_range_that_wraps_around_is_not_mapped(region: Region) -> None:
    assert not _mapped(region, (1 << 64) - 4, 8)


def test_probe_read_copies_all_or_nothing(region: Region, scratch: Buffer) -> None:
    at = region.alloc(DIRECT_MAP_BASE, PAGE_BYTES, PAGE_BYTES)
    end = at + PAGE_BYTES
    region.write(end - 8, b"lastword")
    args = (region.base, region.table, scratch.address)
    assert probe_read(*args, 8, signed_address(end - 8)) == 0
    assert scratch.view[:8] == b"lastword"
    assert probe_read(*args, 8, signed_address(end - 7)) == EFAULT
    assert probe_read(*args, 0, 0) == 0
    assert probe_read(*args, 1, 0) == EFAULT


@given(text=st.binary(max_size=40), size=st.integers(0, 48))
@settings(max_examples=80, deadline=None)
def test_a_string_read_ends_with_its_nul_and_says_how_long_it_is(text: bytes, size: int) -> None:
    text = text.replace(b"\0", b"x")
    region, out = Region(DIRECT_MAP_BASE), Buffer(64)
    at = region.alloc(DIRECT_MAP_BASE, 64)
    region.write(at, text + b"\0")
    out.view[:64] = b"\xee" * 64
    got = probe_read_str(region.base, region.table, out.address, size, signed_address(at))
    expected = (text[: size - 1] + b"\0") if size else b""
    assert got == len(expected)
    assert out.view[:64] == expected + b"\xee" * (64 - len(expected))
    region.close()
    out.close()


def test_a_string_may_end_on_the_last_byte_of_mapped_memory(
    region: Region, scratch: Buffer
) -> None:
    at = region.alloc(DIRECT_MAP_BASE, PAGE_BYTES, PAGE_BYTES)
    end = at + PAGE_BYTES
    region.write(end - 4, b"abc\0")
    args = (region.base, region.table, scratch.address)
    assert probe_read_str(*args, 100, signed_address(end - 4)) == 4
    region.write(end - 4, b"abcd")
    assert probe_read_str(*args, 100, signed_address(end - 4)) == EFAULT
    assert probe_read_str(*args, 4, signed_address(end - 4)) == 4
    assert scratch.view[:4] == b"abc\0"


def test_a_string_may_cross_pages(region: Region, scratch: Buffer) -> None:
    at = region.alloc(DIRECT_MAP_BASE, 2 * PAGE_BYTES, PAGE_BYTES)
    for i in range(100):
        store8(region.host(at + PAGE_BYTES - 50 + i), ord("a") + i % 26)
    args = (region.base, region.table, scratch.address)
    assert probe_read_str(*args, 200, signed_address(at + PAGE_BYTES - 50)) == 101


def test_a_register_holds_an_address_as_int64() -> None:
    assert signed_address(DIRECT_MAP_BASE) == DIRECT_MAP_BASE - (1 << 64)
    assert signed_address(USER_BASE) == USER_BASE
