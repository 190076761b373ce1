"""User ring buffers: what user space puts in comes out of bpf_user_ringbuf_drain, or an errno."""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Iterator

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sim.base.memory import store32, store64
from sim.bpf import run_state as r
from sim.bpf.maps import layout as bm
from sim.bpf.maps.ringbuf import BUSY_BIT
from sim.bpf.maps.user_ringbuf import MAX_USER_SAMPLES, UR_BUSY, UR_WAKEUPS, UserRing
from tests.vm import Vm

SIZE = 4096
NO_WAKEUP, FORCE_WAKEUP = 1, 2
E2BIG, EBUSY, EINVAL, ENOSPC = 7, 16, 22, 28

# The context has: sum of the samples, how many, and after how many to stop.
DRAIN = """
r6 = r1
r1 = {map} ll
ld_pseudo r2, 4, 6
r3 = r6
r4 = FLAGS ll
call 209
exit
r7 = r1
r6 = r2
r1 = r10
r1 += -8
r2 = 8
r3 = r7
r4 = 0
r5 = 0
call 201
r1 = *(u64 *)(r10 - 8)
r2 = *(u64 *)(r6 + 0)
r2 += r1
*(u64 *)(r6 + 0) = r2
r2 = *(u64 *)(r6 + 8)
r2 += 1
*(u64 *)(r6 + 8) = r2
r3 = *(u64 *)(r6 + 16)
r0 = 0
if r2 != r3 goto +1
r0 = 1
exit
"""


class Drained:
    """A user ring, a producer, and a program that sums its 8-byte samples."""

    def __init__(self, size: int = SIZE, engine: str = "jit") -> None:
        self.vm = Vm(engine=engine)
        self.view = self.vm.create("map", bm.USER_RINGBUF, 0, 0, size)
        self.ring = UserRing(self.view)

    def close(self) -> None:
        self.vm.close()

    def put(self, value: int, size: int = 8) -> int:
        offset = self.ring.reserve(size)
        if offset >= 0:
            self.ring.write(offset, struct.pack("<Q", value))
            self.ring.submit(offset)
        return offset

    def drain(self, flags: int = 0, stop_after: int = 0) -> tuple[int, int, int]:
        """Return the result, the sum, and how many samples the callback saw."""
        text = DRAIN.replace("FLAGS", str(flags))
        result = self.vm.do(text, struct.pack("<QQQ", 0, 0, stop_after))
        assert result.status == r.RUN_EXIT
        total, seen = struct.unpack("<QQ", self.vm.read_ctx(16))
        return result.signed, total, seen


@pytest.fixture(params=["jit", "interp"])
def drained(request: pytest.FixtureRequest) -> Iterator[Drained]:
    made = Drained(engine=request.param)
    yield made
    made.close()


def test_samples_come_in_order_and_are_counted(drained: Drained) -> None:
    for value in (5, 6, 7):
        drained.put(value)
    assert drained.drain() == (3, 18, 3)
    assert drained.drain() == (0, 0, 0)
    assert drained.vm.counts()["ringbuf.user_drain"] == 1


def test_a_callback_that_returns_1_stops_and_its_sample_is_consumed(drained: Drained) -> None:
    for value in (5, 6, 7):
        drained.put(value)
    assert drained.drain(stop_after=2) == (2, 11, 2)
    assert drained.drain() == (1, 7, 1)


def test_discarded_samples_are_skipped_and_not_counted(drained: Drained) -> None:
    drained.put(5)
    drained.ring.discard(drained.ring.reserve(8))
    drained.put(7)
    assert drained.drain() == (2, 12, 2)


def test_a_ring_of_discarded_samples_gives_none_and_is_free_again(drained: Drained) -> None:
    while (offset := drained.ring.reserve(24)) >= 0:
        drained.ring.discard(offset)
    assert offset == -ENOSPC
    assert drained.drain() == (0, 0, 0)
    assert drained.ring.reserve(24) >= 0


def test_a_busy_sample_stops_the_drain(drained: Drained) -> None:
    drained.put(5)
    busy = drained.ring.reserve(8)
    drained.put(7)
    assert drained.drain() == (1, 5, 1)
    drained.ring.write(busy, struct.pack("<Q", 6))
    drained.ring.submit(busy)
    assert drained.drain() == (2, 13, 2)


def test_a_sample_may_fill_the_ring_and_no_more(drained: Drained) -> None:
    assert drained.ring.reserve(SIZE - 7) == -E2BIG
    assert drained.put(5, SIZE - 8) == 8
    assert drained.ring.reserve(0) == -ENOSPC
    assert drained.drain() == (1, 5, 1)


def test_a_full_ring_takes_no_more_until_it_is_drained(drained: Drained) -> None:
    nr = 0
    while drained.put(1, 32) >= 0:
        nr += 1
    assert nr == SIZE // 40
    assert drained.drain() == (nr, nr, nr)


def test_a_blocked_producer_goes_on_after_a_drain_or_gives_up(drained: Drained) -> None:
    while drained.put(1, 32) >= 0:
        pass
    assert drained.ring.reserve_blocking(32, lambda: False) == -ENOSPC
    assert drained.ring.reserve_blocking(32, lambda: drained.drain()[0] > 0) >= 0


@pytest.mark.parametrize(
    ("flags", "nr_samples", "wakes"),
    [(0, 1, 1), (0, 0, 0), (NO_WAKEUP, 1, 0), (FORCE_WAKEUP, 0, 1), (3, 0, 1)],
)
def test_a_drain_wakes_the_producer(
    drained: Drained, flags: int, nr_samples: int, wakes: int
) -> None:
    for _ in range(nr_samples):
        drained.put(1)
    drained.drain(flags)
    assert drained.view.field(UR_WAKEUPS) == wakes


@pytest.mark.parametrize("flags", [4, 8, 1 << 32])
def test_unknown_flags_are_refused(drained: Drained, flags: int) -> None:
    drained.put(1)
    assert drained.drain(flags) == (-EINVAL, 0, 0)


def test_a_ring_that_is_being_drained_is_busy(drained: Drained) -> None:
    drained.put(1)
    store64(drained.view.record + UR_BUSY, 1)
    assert drained.drain() == (-EBUSY, 0, 0)


@pytest.mark.parametrize(
    ("producer", "header", "result"),
    [
        (12, 8, -EINVAL),  # not a multiple of 8
        (16, 16, -EINVAL),  # longer than what was produced
        (8192, 4096, -E2BIG),  # longer than the ring
        (1 << 26, 1 << 24, -E2BIG),  # longer than a dynptr may be
        (16, BUSY_BIT | 8, 0),
        (8192, BUSY_BIT | 4096, -E2BIG),  # the length is looked at first
    ],
)
def test_a_malformed_ring_is_refused(
    drained: Drained, producer: int, header: int, result: int
) -> None:
    store64(drained.view.record + bm.M_PRODUCER, producer)
    store32(drained.view.field(bm.M_DATA_HOST), header)
    assert drained.drain() == (result, 0, 0)
    assert drained.view.field(UR_BUSY) == 0


def test_one_call_looks_at_no_more_than_131072_samples() -> None:
    drained = Drained(1 << 22)
    for _ in range(MAX_USER_SAMPLES + 5):
        assert drained.put(1) >= 0
    assert drained.drain()[0] == MAX_USER_SAMPLES
    assert drained.drain() == (5, 5, 5)
    drained.close()


class UserRingModel(RuleBasedStateMachine):
    """Reserve, submit, discard and drain in any order, against a deque."""

    def __init__(self) -> None:
        super().__init__()
        self.drained = Drained()
        self.records: deque[list[int]] = deque()  # offset, bytes, value; value −1: discarded
        self.open: list[list[int]] = []
        self.used = 0
        self.number = 0

    def teardown(self) -> None:
        self.drained.close()

    @rule(size=st.integers(8, 64) | st.sampled_from([1000, 2000, 4088, 4089]))
    def reserve(self, size: int) -> None:
        offset = self.drained.ring.reserve(size)
        total = (size + 15) & -8
        if total > SIZE:
            assert offset == -E2BIG
        elif self.used + total > SIZE:
            assert offset == -ENOSPC
        else:
            self.number += 1
            self.drained.ring.write(offset, struct.pack("<Q", self.number))
            record = [offset, total, self.number]
            self.records.append(record)
            self.open.append(record)
            self.used += total

    @precondition(lambda self: self.open)
    @rule(data=st.data(), keep=st.booleans())
    def finish(self, data: st.DataObject, keep: bool) -> None:
        record = self.open.pop(data.draw(st.integers(0, len(self.open) - 1)))
        if keep:
            self.drained.ring.submit(record[0])
        else:
            self.drained.ring.discard(record[0])
            record[2] = -1

    @rule(stop_after=st.integers(0, 3))
    def drain(self, stop_after: int) -> None:
        seen = total = 0
        while self.records and not any(record is self.records[0] for record in self.open):
            record = self.records.popleft()
            self.used -= record[1]
            if record[2] < 0:
                continue
            seen += 1
            total += record[2]
            if seen == stop_after:
                break
        assert self.drained.drain(stop_after=stop_after) == (seen, total, seen)

    @invariant()
    def positions_say_what_is_used(self) -> None:
        view = self.drained.view
        assert view.field(bm.M_PRODUCER) - view.field(bm.M_CONSUMER) == self.used


TestUserRingModel = UserRingModel.TestCase
TestUserRingModel.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
