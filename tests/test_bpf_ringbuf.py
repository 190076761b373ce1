"""The ring buffer's protocol under any interleaving of producers and consumer, against a deque."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sim.base.memory import load64, store64
from sim.bpf import run_state as r
from sim.bpf.maps import layout as bm
from sim.bpf.maps.create import MapView
from sim.bpf.maps.lines import NEAR
from sim.bpf.maps.ringbuf import BUSY_BIT, DISCARD_BIT, META_BYTES, ringbuf_has_data
from tests.vm import Outcome, Vm

RINGBUF = 27
SIZE = 4096
EAGAIN, EINVAL = -11, -22
NO_WAKEUP, FORCE_WAKEUP = 1, 2

RESERVE = "r1 = {map} ll\nr2 = {size} ll\nr3 = {flags} ll\ncall 131\nexit"
FINISH = "r1 = {address} ll\nr2 = {flags}\ncall {helper}\nexit"
OUTPUT = "r2 = r1\nr1 = {map} ll\nr3 = {size}\nr4 = {flags} ll\ncall 130\nexit"


def _rounded(size: int) -> int:
    return (size + 8 + 7) // 8 * 8


def _data(number: int, size: int) -> bytes:
    return bytes((number * 31 + i * 7 + 1) & 0xFF for i in range(size))


@dataclass
class Record:
    """A record of the model."""

    pos: int
    size: int
    data: bytes
    address: int
    state: str = "busy"


class Ring:
    """One ring buffer, used as programs and libbpf use it."""

    def __init__(self, size: int = SIZE) -> None:
        self.vm = Vm()
        self.view: MapView = self.vm.create("map", RINGBUF, 0, 0, size)
        self.size = size
        store64(self.view.record + bm.M_READER, 1)

    def close(self) -> None:
        self.vm.close()

    def _do(self, text: str, cpu: int, ctx: bytes = b"", **fields: int) -> Outcome:
        for name, value in fields.items():
            text = text.replace("{" + name + "}", str(value))
        return self.vm.do(text, ctx, cpu=cpu)

    def reserve(self, size: int, cpu: int = 0, flags: int = 0) -> int:
        out = self._do(RESERVE, cpu, size=size, flags=flags)
        assert out.statuses[0] == r.RUN_SUSPENDED
        return out.r0

    def finish(self, address: int, flags: int = 0, *, discard: bool = False) -> bool:
        """Submit or discard; say whether the reader is woken."""
        helper = 133 if discard else 132
        self._do(FINISH, 0, address=address, flags=flags, helper=helper)
        return self._woken()

    def output(self, data: bytes, flags: int = 0) -> tuple[int, bool]:
        out = self._do(OUTPUT, 0, data, size=len(data), flags=flags)
        return out.signed, self._woken()

    def _woken(self) -> bool:
        raised = self.vm.get(r.R_RAISE)
        self.vm.put(r.R_RAISE, 0)
        assert raised in (0, self.view.index + 1)
        return raised != 0

    def write(self, address: int, data: bytes) -> None:
        self.vm.region.write(address, data)

    def consume(self) -> tuple[int, bytes] | None:
        """Take the next record as libbpf does: (header, data), or None."""
        pos = self.view.field(bm.M_CONSUMER)
        if pos == self.view.field(bm.M_PRODUCER):
            return None
        start = (self.view.field(bm.M_VALUES) & (1 << 64) - 1) + (pos & (self.size - 1))
        header = int.from_bytes(self.vm.region.read(start, 4), "little")
        if header & BUSY_BIT:
            return None
        length = header & (DISCARD_BIT - 1)
        store64(self.view.record + bm.M_CONSUMER, pos + _rounded(length))
        return header, self.vm.region.read(start + 8, length)


sizes = st.integers(0, 64) | st.sampled_from([500, 1000, 2000, 4071, 4072, 4080, 4088, 4089, 5000])
flag_values = st.sampled_from([0, 0, NO_WAKEUP, FORCE_WAKEUP, NO_WAKEUP | FORCE_WAKEUP])


class RingModel(RuleBasedStateMachine):
    """Reserve, submit, discard, output and consume in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.ring = Ring()
        self.view = self.ring.view
        self.records: deque[Record] = deque()
        self.producer = self.consumer = 0
        self.number = 0
        self.tally = dict.fromkeys(("reserved", "submitted", "discarded", "dropped", "asked"), 0)

    def teardown(self) -> None:
        self.ring.close()

    def _fits(self, size: int) -> bool:
        total = _rounded(size)
        return total <= SIZE and self.producer + total - self.consumer <= SIZE - 1

    def _reserved(self, size: int, address: int) -> Record:
        self.number += 1
        record = Record(self.producer, size, _data(self.number, size), address)
        self.records.append(record)
        self.producer += _rounded(size)
        self.tally["reserved"] += 1
        return record

    @rule(size=sizes, cpu=st.integers(0, 3))
    def reserve(self, size: int, cpu: int) -> None:
        self.tally["asked"] += 1
        address = self.ring.reserve(size, cpu)
        if not self._fits(size):
            assert address == 0
            self.tally["dropped"] += 1
            return
        start = self.view.field(bm.M_VALUES) & (1 << 64) - 1
        assert address == start + self.producer % SIZE + 8
        self.ring.write(address, self._reserved(size, address).data)

    @rule(size=st.integers(0, 200), flags=flag_values)
    def output(self, size: int, flags: int) -> None:
        self.tally["asked"] += 1
        data = _data(self.number + 1, size)
        result, woken = self.ring.output(data, flags)
        if not self._fits(size):
            assert (result, woken) == (EAGAIN, False)
            self.tally["dropped"] += 1
            return
        assert result == 0
        record = self._reserved(size, 0)
        self._commit(record, flags, woken, discard=False)

    def _commit(self, record: Record, flags: int, woken: bool, *, discard: bool) -> None:
        caught_up = record.pos == self.consumer
        forced = bool(flags & FORCE_WAKEUP)
        assert woken == (forced or (caught_up and not flags & NO_WAKEUP))
        record.state = "discarded" if discard else "submitted"
        self.tally[record.state] += 1

    @precondition(lambda self: any(one.state == "busy" for one in self.records))
    @rule(choice=st.integers(0, 1000), flags=flag_values, discard=st.booleans())
    def commit(self, choice: int, flags: int, discard: bool) -> None:
        """Commit any open record, in whatever order."""
        busy = [one for one in self.records if one.state == "busy"]
        record = busy[choice % len(busy)]
        woken = self.ring.finish(record.address, flags, discard=discard)
        self._commit(record, flags, woken, discard=discard)

    @rule()
    def consume(self) -> None:
        taken = self.ring.consume()
        if not self.records or self.records[0].state == "busy":
            assert taken is None
            return
        record = self.records.popleft()
        self.consumer += _rounded(record.size)
        assert taken is not None
        header, data = taken
        assert bool(header & DISCARD_BIT) == (record.state == "discarded")
        assert data == record.data

    @rule()
    def drain(self) -> None:
        while self.records and self.records[0].state != "busy":
            self.consume()

    @invariant()
    def positions_agree_and_never_span_more_than_the_ring_less_one(self) -> None:
        assert self.view.field(bm.M_PRODUCER) == self.producer
        assert self.view.field(bm.M_CONSUMER) == self.consumer
        assert 0 <= self.producer - self.consumer <= SIZE - 1
        assert self.producer % 8 == self.consumer % 8 == 0
        assert ringbuf_has_data(self.view.record) == (self.producer != self.consumer)

    @invariant()
    def the_ledger_adds_up(self) -> None:
        names = ("reserved", "submitted", "discarded", "dropped")
        fields = (bm.M_RESERVED, bm.M_SUBMITTED, bm.M_DISCARDED, bm.M_DROPPED)
        found = {name: self.view.field(one) for name, one in zip(names, fields, strict=True)}
        found["asked"] = self.view.field(bm.M_OUTPUTS)
        assert found == self.tally
        still_open = sum(one.state == "busy" for one in self.records)
        assert found["asked"] == found["reserved"] + found["dropped"]
        assert found["reserved"] == found["submitted"] + found["discarded"] + still_open


TestRing = RingModel.TestCase
TestRing.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)


@pytest.fixture
def ring() -> Iterator[Ring]:
    made = Ring()
    yield made
    made.close()


def test_a_busy_record_holds_back_the_ones_behind_it(ring: Ring) -> None:
    first, second = ring.reserve(8), ring.reserve(16)
    ring.write(second, bytes(16))
    ring.finish(second)
    assert ring.consume() is None
    ring.finish(first)
    sizes_seen = [len(taken[1]) for taken in (ring.consume(), ring.consume()) if taken]
    assert sizes_seen == [8, 16]


def test_the_largest_record_leaves_eight_bytes(ring: Ring) -> None:
    assert ring.reserve(SIZE - 8) == 0
    assert ring.reserve(SIZE - 16) != 0
    assert ring.reserve(0) == 0


@pytest.mark.parametrize("size", [0xFFFFFFFF // 4 + 1, -1, 1 << 40])
def test_a_record_of_impossible_size_is_refused_and_counted(ring: Ring, size: int) -> None:
    assert ring.reserve(size) == 0
    assert ring.view.field(bm.M_DROPPED) == 1
    assert ring.view.field(bm.M_PRODUCER) == 0


def test_reserve_and_output_refuse_unknown_flags(ring: Ring) -> None:
    assert ring.reserve(8, flags=1) == 0
    assert ring.output(b"12345678", flags=4) == (EINVAL, False)
    assert ring.output(b"12345678", flags=1 << 40) == (EINVAL, False)
    assert ring.view.field(bm.M_REFUSED_INVAL) == 3
    assert ring.view.field(bm.M_PRODUCER) == 0


def test_the_header_has_length_flags_and_page(ring: Ring) -> None:
    vm = ring.vm
    while True:
        address = ring.reserve(500)
        if address & 0xFFF < 508:
            break
        ring.finish(address)
        ring.consume()
    header = vm.region.read(address - 8, 8)
    assert int.from_bytes(header[:4], "little") == 500 | BUSY_BIT
    ring.finish(address, discard=True)
    header = vm.region.read(address - 8, 8)
    assert int.from_bytes(header[:4], "little") == 500 | DISCARD_BIT


def test_the_page_of_a_record_is_in_its_header() -> None:
    ring = Ring(4 * 4096)
    pages = []
    for _ in range(3):
        address = ring.reserve(4088)
        pages.append(int.from_bytes(ring.vm.region.read(address - 4, 4), "little"))
        ring.finish(address)
    assert pages == [0, 1, 2]
    ring.close()


def test_a_record_across_the_end_is_in_one_piece(ring: Ring) -> None:
    for _ in range(4):
        ring.finish(ring.reserve(1000))
        ring.consume()
    address = ring.reserve(200)
    start = ring.view.field(bm.M_VALUES) & (1 << 64) - 1
    assert address < start + SIZE < address + 200
    data = _data(9, 200)
    ring.write(address, data)
    ring.finish(address)
    taken = ring.consume()
    assert taken is not None
    assert taken[1] == data


def test_wake_ups_follow_the_kernels_own_test() -> None:
    """Two submits and a discard, then rounds that do not wake, then one that is forced."""
    ring = Ring()
    woken = [ring.finish(ring.reserve(32)) for _ in range(2)]
    woken.append(ring.finish(ring.reserve(32), discard=True))
    assert woken == [True, False, False]
    assert ring.view.field(bm.M_PRODUCER) - ring.view.field(bm.M_CONSUMER) == 3 * (8 + 32)
    while ring.consume():
        pass
    assert not any(ring.finish(ring.reserve(32), NO_WAKEUP) for _ in range(2))
    assert not any(ring.finish(ring.reserve(32)) for _ in range(2)), "the consumer is behind"
    assert ring.finish(ring.reserve(32), FORCE_WAKEUP)
    ring.close()


def test_nobody_is_woken_when_nobody_reads() -> None:
    ring = Ring()
    store64(ring.view.record + bm.M_READER, 0)
    assert not ring.finish(ring.reserve(8), FORCE_WAKEUP)
    ring.close()


def test_a_record_keeps_when_and_where_it_was_reserved_and_submitted(ring: Ring) -> None:
    ring.vm.put(r.R_NOW, 1000)
    address = ring.reserve(8, cpu=2)
    ring.vm.put(r.R_NOW, 1700)
    ring.finish(address)
    meta = load64(ring.view.record + bm.M_META)
    assert META_BYTES == 24
    assert [load64(meta + 8 * i) for i in range(3)] == [1000, 1700, 2]


def test_submitting_what_is_no_record_does_nothing(ring: Ring) -> None:
    start = ring.view.field(bm.M_VALUES) & (1 << 64) - 1
    for address in (0, start, start - 8, start + 2 * SIZE, ring.vm.ctx):
        assert not ring.finish(address)
    assert ring.view.field(bm.M_SUBMITTED) == 0


# --- the producers' spinlock ----------------------------------------------------------------------
def test_a_reservation_waits_until_the_lock_is_free(ring: Ring) -> None:
    vm = ring.vm
    vm.price("ringbuf.lock_hold", 40_000)
    vm.price("ringbuf.line_transfer", 2_000)
    vm.put(r.R_NOW, 1000)
    first = ring._do(RESERVE, 0, size=8, flags=0)
    assert first.waited_ns == 0
    assert vm.counts()["ringbuf.line_transfer"] == 0
    vm.put(r.R_NOW, 1010)
    second = ring._do(RESERVE, 1, size=8, flags=0)
    assert second.statuses == (r.RUN_SUSPENDED, r.RUN_WAIT, r.RUN_EXIT)
    assert second.waited_ns == 30
    assert vm.counts()["ringbuf.line_transfer"] == 3 * NEAR  # lock, producer position, data
    assert ring.view.field(bm.M_LOCK_FREE) == 1040 + 40 + 60
    vm.put(r.R_NOW, 1100)
    third = ring._do(RESERVE, 1, size=8, flags=0)
    assert third.waited_ns == 40
    assert vm.counts()["ringbuf.line_transfer"] == 0
    assert vm.counts()["ringbuf.lock_hold"] == 1


def test_an_output_commits_in_a_step_after_its_copy(ring: Ring) -> None:
    vm = ring.vm
    vm.start(OUTPUT.replace("{size}", "8").replace("{flags}", "0"), b"12345678")
    assert vm.step() == r.RUN_SUSPENDED
    assert vm.step() == r.RUN_SUSPENDED
    assert vm.counts()["ringbuf.copy_byte"] == 8
    assert ring.consume() is None, "the record is open while its bytes are copied"
    assert vm.step() == r.RUN_EXIT
    taken = ring.consume()
    assert taken is not None
    assert taken[1] == b"12345678"
