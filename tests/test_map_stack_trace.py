"""Stack trace maps: against a model, and how often stacks take each other's bucket."""

from __future__ import annotations

import random
import struct

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sim.base.memory import Buffer, load64, store64
from sim.bpf import run_state as r
from sim.bpf.maps import layout as bm
from sim.bpf.maps.create import MapView
from sim.bpf.maps.jhash import jhash
from sim.bpf.maps.stack_trace import ST_NR_FREE, ST_REPLACED
from tests.vm import Vm

STACK_TRACE = 7
ENOENT, E2BIG, ENOMEM, EFAULT, EEXIST, EINVAL = -2, -7, -12, -14, -17, -22
FAST, REUSE = 1 << 9, 1 << 10
GET = "r2 = {map} ll\nr3 = {flags}\ncall 27\nexit"
MAX_ENTRIES, DEPTH = 6, 4
NR_BUCKETS = 8


def _hash(ips: list[int]) -> int:
    data = struct.pack(f"<{len(ips)}Q", *ips)
    buffer = Buffer(len(data))
    buffer.view[: len(data)] = data
    found = jhash(buffer.address, len(data), 0)
    buffer.close()
    return found


class Stacks:
    """A machine whose kernel stack can be set."""

    def __init__(self, entries: int, depth: int, engine: str = "jit") -> None:
        self.vm = Vm(engine=engine)
        self.view: MapView = self.vm.create("map", STACK_TRACE, 4, 8 * depth, entries)
        self._stack = Buffer(8 * 256)
        self.vm.put(r.R_KSTACK, self._stack.address)

    def get(self, ips: list[int], flags: int = 0) -> int:
        store64(self._stack.address, len(ips))
        for i, ip in enumerate(ips):
            store64(self._stack.address + 8 + 8 * i, ip)
        return self.vm.do(GET.replace("{flags}", str(flags))).signed

    def close(self) -> None:
        self._stack.close()
        self.vm.close()


# few stacks, so that they come again; some differ in depth only
stacks = st.lists(st.integers(1, 3), min_size=0, max_size=7).map(
    lambda ips: [0x1000 * ip for ip in ips]
)


class StackModel(RuleBasedStateMachine):
    """A map of stacks against a dict of buckets."""

    def __init__(self) -> None:
        super().__init__()
        self.stacks = Stacks(MAX_ENTRIES, DEPTH)
        self.model: dict[int, list[int]] = {}
        self.collisions = self.replaced = 0

    def teardown(self) -> None:
        self.stacks.close()

    @rule(ips=stacks, skip=st.sampled_from([0, 0, 0, 1, 3]), more=st.sampled_from([0, FAST, REUSE]))
    def get(self, ips: list[int], skip: int, more: int) -> None:
        assert self.stacks.get(ips, more | skip) == self._expected(ips[skip : skip + DEPTH], more)

    def _expected(self, kept: list[int], flags: int) -> int:
        if not kept:
            return EFAULT
        h = _hash(kept)
        id = h % NR_BUCKETS
        old = self.model.get(id)
        if old == kept or (old is not None and flags & FAST and _hash(old) == h):
            return id
        if old is not None and not flags & REUSE:
            self.collisions += 1
            return EEXIST
        if len(self.model) == MAX_ENTRIES:
            return ENOMEM
        self.replaced += old is not None
        self.model[id] = kept
        return id

    @rule(id=st.integers(0, NR_BUCKETS + 1))
    def lookup(self, id: int) -> None:
        kept = self.model.get(id)
        padded = kept and struct.pack(f"<{DEPTH}Q", *kept, *[0] * (DEPTH - len(kept)))
        assert self.stacks.view.lookup(id.to_bytes(4, "little")) == (padded and [padded])

    @rule(id=st.integers(0, NR_BUCKETS + 1))
    def delete(self, id: int) -> None:
        expected = E2BIG if id >= NR_BUCKETS else ENOENT
        if self.model.pop(id, None):
            expected = 0
        assert self.stacks.view.delete(id.to_bytes(4, "little")) == expected

    @invariant()
    def ids_come_in_order(self) -> None:
        found = [int.from_bytes(key, "little") for key in self.stacks.view.keys()]  # noqa: SIM118
        assert found == sorted(self.model)

    @invariant()
    def the_counters_add_up(self) -> None:
        view = self.stacks.view
        assert view.nr_entries == len(self.model)
        assert view.field(ST_NR_FREE) == MAX_ENTRIES - len(self.model)
        assert view.field(bm.M_FAILED_EXIST) == self.collisions
        assert view.field(ST_REPLACED) == self.replaced
        gone = view.field(bm.M_DELETES) + self.replaced
        assert view.field(bm.M_INSERTS) == len(self.model) + gone


TestStacks = StackModel.TestCase
TestStacks.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)


@pytest.mark.parametrize(("entries", "nr_stacks"), [(256, 100), (1024, 1024), (1000, 3000)])
def test_collisions_follow_the_birthday_formula(entries: int, nr_stacks: int) -> None:
    machine = Stacks(entries, 8)
    draw = random.Random(entries)
    lost = 0
    for _ in range(nr_stacks):
        ips = [draw.getrandbits(40) << 4 for _ in range(draw.randrange(2, 9))]
        lost += machine.get(ips) == EEXIST
    buckets = 1 << (entries - 1).bit_length()
    taken = buckets * (1 - (1 - 1 / buckets) ** nr_stacks)
    # of the taken buckets' variance, the usual bound of an occupancy problem
    deviation = (buckets * (1 - 1 / buckets) ** nr_stacks) ** 0.5
    stored = min(taken, entries)
    assert abs(machine.view.nr_entries - stored) < 4 * deviation
    if taken < entries:
        assert abs(lost - (nr_stacks - taken)) < 4 * deviation
    assert machine.view.field(bm.M_FAILED_EXIST) == lost
    machine.close()


def test_a_stack_is_cut_to_what_a_value_holds() -> None:
    machine = Stacks(4, DEPTH)
    assert machine.get([16 * i for i in range(1, 100)]) == machine.get(
        [16 * i for i in range(1, 5)]
    )
    # what is skipped does not count
    ips = [16 * i for i in range(1, 100)]
    assert machine.get(ips, 2) == _hash(ips[2 : 2 + DEPTH]) % 4
    machine.close()


def test_at_most_127_frames_are_looked_at() -> None:
    machine = Stacks(16, 127)
    ips = [16 * i for i in range(1, 200)]
    assert machine.get(ips, 126) == _hash(ips[126:127]) % 16
    assert machine.get(ips, 127) == EFAULT
    machine.close()


def test_memory_is_buckets_and_places() -> None:
    vm = Vm()
    assert vm.create("map", STACK_TRACE, 4, 80, 1000).memory_bytes == 1024 * 8 + 1000 * 96
    vm.close()


def test_updates_and_other_maps_are_refused() -> None:
    machine = Stacks(4, DEPTH)
    assert machine.view.update(bytes(4), bytes(8 * DEPTH)) == EINVAL
    machine.vm.create("other", 2, 4, 8, 1)
    assert machine.vm.do(GET.replace("{map}", "{other}").replace("{flags}", "0")).signed == EINVAL
    assert load64(machine.vm.run + r.R_DEPTH) == 0
    machine.close()
