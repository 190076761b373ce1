"""A CPU's perf ring against a deque: samples, what is lost, and the LOST records that say so."""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Iterator

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sim.base.memory import load64, store64
from sim.bpf import run_state as r
from sim.bpf.maps import layout as bm
from sim.bpf.maps.layout import MAP_BYTES
from sim.bpf.maps.perf_ring import (
    LOST_BYTES,
    PERF_RECORD_LOST,
    PERF_RECORD_SAMPLE,
    PR_WAKEUP_EVENTS,
    SAMPLE_HEAD_BYTES,
)
from tests.vm import Outcome, Vm

PERF_EVENT_ARRAY = 4
NR_CPUS = 2
SIZE = 4096
CURRENT_CPU = 0xFFFFFFFF
ENOENT, E2BIG, EINVAL, ENOSPC, EOPNOTSUPP = -2, -7, -22, -28, -95

OUTPUT = """
    r4 = r1
    r2 = {events} ll
    r3 = {flags} ll
    r5 = {size} ll
    call 25
    exit
"""


class Rings:
    """A perf event array with a ring of one page on every CPU."""

    def __init__(self, slots: int = NR_CPUS, pages: int = 1) -> None:
        self.vm = Vm(nr_cpus=NR_CPUS)
        self.view = self.vm.create("events", PERF_EVENT_ARRAY, 4, 4, slots)
        if pages:
            self.vm.maps.open_perf_rings(self.view, pages)
        self.vm.put(r.R_NR_MAPS, self.vm.maps.nr_maps)
        store64(self.view.record + bm.M_READER, 1)

    def close(self) -> None:
        self.vm.close()

    def ring(self, cpu: int) -> int:
        return self.vm.maps.address + (self.view.field(bm.M_RINGS) + cpu) * MAP_BYTES

    def field(self, cpu: int, offset: int) -> int:
        return load64(self.ring(cpu) + offset)

    def output(self, data: bytes, cpu: int, flags: int = CURRENT_CPU, size: int = -1) -> Outcome:
        size = len(data) if size < 0 else size
        text = OUTPUT.replace("{flags}", str(flags)).replace("{size}", str(size))
        return self.vm.do(text, data, cpu=cpu)

    def woken(self) -> int:
        raised = self.vm.get(r.R_RAISE)
        self.vm.put(r.R_RAISE, 0)
        return raised

    def consume(self, cpu: int) -> tuple[int, bytes] | None:
        """Take the next record as libbpf does: (type, what follows the header), or None."""
        tail = self.field(cpu, bm.M_CONSUMER)
        if tail == self.field(cpu, bm.M_PRODUCER):
            return None
        start = (self.field(cpu, bm.M_VALUES) & (1 << 64) - 1) + (tail & (SIZE - 1))
        kind, _misc, size = struct.unpack("<IHH", self.vm.region.read(start, 8))
        store64(self.ring(cpu) + bm.M_CONSUMER, tail + size)
        return kind, self.vm.region.read(start + 8, size - 8)


def _sample_bytes(size: int) -> int:
    """The whole record: header, 32-bit size, data, padding to a multiple of 8."""
    return 8 + (4 + size + 7) // 8 * 8


class PerfModel(RuleBasedStateMachine):
    """Outputs on two CPUs and a consumer that lags, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.rings = Rings()
        self.records: list[deque[bytes | int]] = [deque() for _ in range(NR_CPUS)]
        self.span = [0] * NR_CPUS
        self.lost = [0] * NR_CPUS
        self.number = 0
        self.tally = [dict.fromkeys(("submitted", "dropped", "reported"), 0) for _ in self.span]

    def teardown(self) -> None:
        self.rings.close()

    @rule(cpu=st.integers(0, NR_CPUS - 1), size=st.integers(0, 250))
    def output(self, cpu: int, size: int) -> None:
        self.number += 1
        data = bytes((self.number + i * 5) & 0xFF for i in range(size))
        need = _sample_bytes(size) + (LOST_BYTES if self.lost[cpu] else 0)
        out = self.rings.output(data, cpu)
        woken = self.rings.woken()
        if self.span[cpu] + need > SIZE - 1:
            assert out.signed == ENOSPC
            assert woken == 0
            self.lost[cpu] += 1
            self.tally[cpu]["dropped"] += 1
            return
        assert out.signed == 0
        assert woken == self.rings.view.field(bm.M_RINGS) + cpu + 1
        if self.lost[cpu]:
            self.records[cpu].append(self.lost[cpu])
            self.tally[cpu]["reported"] += self.lost[cpu]
            self.lost[cpu] = 0
        self.records[cpu].append(data)
        self.span[cpu] += need
        self.tally[cpu]["submitted"] += 1

    @rule(cpu=st.integers(0, NR_CPUS - 1))
    def consume(self, cpu: int) -> None:
        taken = self.rings.consume(cpu)
        if not self.records[cpu]:
            assert taken is None
            return
        assert taken is not None
        kind, body = taken
        self.span[cpu] -= 8 + len(body)
        wanted = self.records[cpu].popleft()
        if isinstance(wanted, int):
            assert (kind, body) == (PERF_RECORD_LOST, struct.pack("<QQ", 0, wanted))
            return
        assert kind == PERF_RECORD_SAMPLE
        padded = struct.unpack("<I", body[:4])[0]
        assert padded == len(body) - 4
        assert len(wanted) <= padded < len(wanted) + 8
        assert body[4 : 4 + len(wanted)] == wanted

    @rule(cpu=st.integers(0, NR_CPUS - 1), nr=st.integers(3, 12))
    def burst(self, cpu: int, nr: int) -> None:
        for _ in range(nr):
            self.output(cpu, 250)

    @rule(cpu=st.integers(0, NR_CPUS - 1))
    def drain(self, cpu: int) -> None:
        while self.records[cpu]:
            self.consume(cpu)

    @invariant()
    def positions_and_the_ledger_agree(self) -> None:
        for cpu in range(NR_CPUS):
            head, tail = (self.rings.field(cpu, at) for at in (bm.M_PRODUCER, bm.M_CONSUMER))
            assert head - tail == self.span[cpu] <= SIZE - 1
            assert head % 8 == tail % 8 == 0
            fields = {
                "submitted": bm.M_SUBMITTED,
                "dropped": bm.M_DROPPED,
                "reported": bm.M_LOST_REPORTED,
            }
            found = {name: self.rings.field(cpu, at) for name, at in fields.items()}
            assert found == self.tally[cpu]
            assert found["dropped"] == found["reported"] + self.rings.field(cpu, bm.M_LOST)


TestPerfRing = PerfModel.TestCase
TestPerfRing.settings = settings(max_examples=30, stateful_step_count=40, deadline=None)


@pytest.fixture
def rings() -> Iterator[Rings]:
    made = Rings()
    yield made
    made.close()


def test_a_sample_is_padded_as_perf_pads_raw_data(rings: Rings) -> None:
    assert SAMPLE_HEAD_BYTES == 12
    for size, whole in ((0, 16), (4, 16), (5, 24), (12, 24), (13, 32)):
        before = rings.field(0, bm.M_PRODUCER)
        assert rings.output(bytes(size), 0).signed == 0
        assert rings.field(0, bm.M_PRODUCER) - before == whole


def test_each_cpu_has_a_ring_of_its_own(rings: Rings) -> None:
    rings.output(b"zero", 0)
    rings.output(b"one!", 1)
    assert [rings.field(cpu, bm.M_SUBMITTED) for cpu in range(NR_CPUS)] == [1, 1]
    taken = rings.consume(1)
    assert taken is not None
    assert taken[1][4:8] == b"one!"


def test_the_own_cpus_slot_may_be_named_and_another_cpus_may_not(rings: Rings) -> None:
    assert rings.output(b"12345678", 1, flags=1).signed == 0
    assert rings.output(b"12345678", 1, flags=0).signed == EOPNOTSUPP
    assert rings.view.field(bm.M_REFUSED_OPNOTSUPP) == 1


def test_a_slot_beyond_the_array_is_too_big(rings: Rings) -> None:
    assert rings.output(b"1234", 0, flags=2).signed == E2BIG
    few = Rings(slots=1)
    assert few.output(b"1234", 1).signed == E2BIG
    assert few.view.field(bm.M_REFUSED_2BIG) == 1
    few.close()


def test_an_array_that_nobody_reads_has_no_events() -> None:
    unread = Rings(pages=0)
    assert unread.output(b"1234", 0).signed == ENOENT
    assert unread.view.field(bm.M_REFUSED_NOENT) == 1
    unread.close()


def test_unknown_flags_are_invalid(rings: Rings) -> None:
    assert rings.output(b"1234", 0, flags=1 << 52 | CURRENT_CPU).signed == EINVAL
    assert rings.output(b"1234", 0, flags=-1).signed == EINVAL
    assert rings.view.field(bm.M_REFUSED_INVAL) == 2


@pytest.mark.parametrize("size", [1 << 16, 1 << 40, -5])
def test_a_sample_longer_than_a_record_can_be_is_too_big(rings: Rings, size: int) -> None:
    text = OUTPUT.replace("{flags}", str(CURRENT_CPU)).replace("{size}", str(size))
    assert rings.vm.do(text).signed == E2BIG
    assert rings.field(0, bm.M_PRODUCER) == 0


def test_every_refusal_is_an_output_that_was_asked_for(rings: Rings) -> None:
    for flags in (CURRENT_CPU, 0, 1, 2, 1 << 60):
        rings.output(b"1234", 0, flags=flags)
    assert rings.view.field(bm.M_OUTPUTS) == 5


def test_another_kind_of_map_is_refused() -> None:
    vm = Vm()
    vm.create("events", 1, 4, 8, 1)
    text = OUTPUT.replace("{flags}", str(CURRENT_CPU)).replace("{size}", "4")
    assert vm.do(text).signed == EINVAL
    vm.close()


def test_a_record_keeps_when_and_where_it_was_written(rings: Rings) -> None:
    rings.vm.put(r.R_NOW, 5000)
    rings.output(b"12345678", 1)
    meta = rings.field(1, bm.M_META)
    assert [load64(meta + 8 * i) for i in range(3)] == [5000, 5000, 1]


@pytest.mark.parametrize("wakeup_events", [1, 3])
def test_user_space_is_woken_at_every_nth_sample(wakeup_events: int) -> None:
    rings = Rings(pages=4)
    store64(rings.ring(0) + PR_WAKEUP_EVENTS, wakeup_events)
    woken = []
    for _ in range(6):
        rings.vm.put(r.R_RAISE, 0)
        rings.vm.do(OUTPUT.replace("{flags}", str(CURRENT_CPU)).replace("{size}", "8"), bytes(8))
        woken.append(rings.vm.get(r.R_RAISE) != 0)
    assert woken == [(i + 1) % wakeup_events == 0 for i in range(6)]
    rings.close()


def test_half_a_ring_wakes_user_space_whatever_it_asked_for() -> None:
    rings = Rings()
    store64(rings.ring(0) + PR_WAKEUP_EVENTS, 1000)
    woken = []
    for _ in range(8):
        rings.vm.put(r.R_RAISE, 0)
        text = OUTPUT.replace("{flags}", str(CURRENT_CPU)).replace("{size}", "244")
        rings.vm.do(text, bytes(244))
        woken.append(rings.vm.get(r.R_RAISE) != 0)
    # 256 bytes each, of 4096: the ninth would be the first beyond half
    assert woken == [False] * 8
    rings.vm.do(text, bytes(244))
    assert rings.vm.get(r.R_RAISE) != 0
    rings.close()
