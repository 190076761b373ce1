"""Hashes and arrays against dicts and lists, through the helpers that programs call."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sim.base.errors import ProgramError
from sim.bpf import run_state as r
from sim.bpf.maps import layout as bm
from sim.bpf.maps.create import MapView
from sim.bpf.maps.layout import MapType
from tests.vm import Vm

HASH, ARRAY, PERCPU_HASH, PERCPU_ARRAY = 1, 2, 5, 6
ENOENT, E2BIG, EEXIST, EINVAL = -2, -7, -17, -22
NR_CPUS = 3
KEY_BYTES, VALUE_BYTES, MAX_ENTRIES = 5, 12, 6  # neither is a multiple of 8
KEY_AT, VALUE_AT = 0, 64

# R1: the map, R2: ctx (the key), R3: ctx + 64 (the value)
LOOKUP = """
    r6 = r1
    r2 = r1
    r1 = {map} ll
    call 1
    if r0 == 0 goto out
    r1 = r6
    r1 += 128
    r2 = {size}
    r3 = r0
    r6 = r0
    call 113
    r0 = r6
    out: exit
"""
UPDATE = """
    r2 = r1
    r3 = r1
    r3 += 64
    r4 = {flags} ll
    r1 = {map} ll
    call 2
    exit
"""
DELETE = "r2 = r1\nr1 = {map} ll\ncall 3\nexit"


class Driver:
    """One map, used as a program uses it."""

    def __init__(self, kind: int, key_bytes: int, value_bytes: int, entries: int) -> None:
        self.vm = Vm(nr_cpus=NR_CPUS)
        self.view = self.vm.create("map", kind, key_bytes, value_bytes, entries)
        self.value_bytes = value_bytes

    def close(self) -> None:
        self.vm.close()

    def _do(self, text: str, cpu: int, key: bytes, value: bytes = b"", flags: int = 0) -> int:
        ctx = key.ljust(VALUE_AT, b"\xaa") + value.ljust(64, b"\xbb")
        text = text.replace("{size}", str(self.value_bytes)).replace("{flags}", str(flags))
        out = self.vm.do(text, ctx, cpu=cpu)
        assert out.status == r.RUN_EXIT
        assert out.statuses == (r.RUN_EXIT,), "map helpers do not suspend"
        return out.signed

    def lookup(self, cpu: int, key: bytes) -> bytes | None:
        if self._do(LOOKUP, cpu, key) == 0:
            return None
        return self.vm.region.read(self.vm.ctx + 128, self.value_bytes)

    def update(self, cpu: int, key: bytes, value: bytes, flags: int = 0) -> int:
        return self._do(UPDATE, cpu, key, value, flags)

    def delete(self, cpu: int, key: bytes) -> int:
        return self._do(DELETE, cpu, key)


cpus = st.integers(0, NR_CPUS - 1)
keys = st.sampled_from([bytes([i, 0, 255, 0, i]) for i in range(MAX_ENTRIES + 3)])
values = st.binary(min_size=VALUE_BYTES, max_size=VALUE_BYTES)
flag_values = st.sampled_from([0, 0, 0, 1, 1, 2, 2, 3, -1, 1 << 40])


class HashModel(RuleBasedStateMachine):
    """A hash against a dict of lists, one value for each CPU."""

    kind = HASH

    def __init__(self) -> None:
        super().__init__()
        self.driver = Driver(self.kind, KEY_BYTES, VALUE_BYTES, MAX_ENTRIES)
        self.copies = NR_CPUS if self.kind == PERCPU_HASH else 1
        self.model: dict[bytes, list[bytes]] = {}
        self.failed = {ENOENT: 0, E2BIG: 0, EEXIST: 0, EINVAL: 0}
        self.inserts = self.deletes = 0

    def teardown(self) -> None:
        self.driver.close()

    def _copy(self, cpu: int) -> int:
        return cpu if self.copies > 1 else 0

    @rule(cpu=cpus, key=keys, value=values, flags=flag_values)
    def update(self, cpu: int, key: bytes, value: bytes, flags: int) -> None:
        known = key in self.model
        expected = 0
        if flags not in (0, 1, 2):
            expected = EINVAL
        elif known and flags == bm.BPF_NOEXIST:
            expected = EEXIST
        elif not known and flags == bm.BPF_EXIST:
            expected = ENOENT
        elif not known and len(self.model) == MAX_ENTRIES:
            expected = E2BIG
        assert self.driver.update(cpu, key, value, flags) == expected
        if expected < 0:
            self.failed[expected] += 1
            return
        self.inserts += not known
        copies = self.model.setdefault(key, [bytes(VALUE_BYTES)] * self.copies)
        copies[self._copy(cpu)] = value

    @rule(cpu=cpus, key=keys)
    def delete(self, cpu: int, key: bytes) -> None:
        expected = 0 if self.model.pop(key, None) else ENOENT
        assert self.driver.delete(cpu, key) == expected
        self.deletes += expected == 0

    @rule(cpu=cpus, key=keys)
    def lookup(self, cpu: int, key: bytes) -> None:
        copies = self.model.get(key)
        expected = copies[self._copy(cpu)] if copies else None
        assert self.driver.lookup(cpu, key) == expected
        assert self.driver.view.lookup(key) == copies

    @precondition(lambda self: self.kind == HASH)
    @rule(key=keys, value=values, flags=st.sampled_from([0, 1, 2]))
    def update_from_user_space(self, key: bytes, value: bytes, flags: int) -> None:
        known = key in self.model
        if (flags == 1 and known) or (flags == 2 and not known):
            expected = EEXIST if known else ENOENT
        else:
            expected = 0 if known or len(self.model) < MAX_ENTRIES else E2BIG
        full_before = self.driver.view.field(bm.M_FAILED_FULL)
        assert self.driver.view.update(key, value, flags) == expected
        self.failed[E2BIG] += self.driver.view.field(bm.M_FAILED_FULL) - full_before
        if expected == 0:
            self.inserts += not known
            self.model[key] = [value]

    @invariant()
    def every_entry_is_walked_once(self) -> None:
        found = list(self.driver.view.items())
        assert len(found) == len(self.model)
        assert dict(found) == self.model

    @invariant()
    def the_counters_add_up(self) -> None:
        view = self.driver.view
        assert view.nr_entries == len(self.model)
        assert view.field(bm.M_INSERTS) == self.inserts
        assert view.field(bm.M_DELETES) == self.deletes
        assert self.inserts == self.deletes + len(self.model)
        assert view.field(bm.M_FAILED_FULL) == self.failed[E2BIG]
        assert view.field(bm.M_FAILED_EXIST) == self.failed[EEXIST]
        assert view.field(bm.M_FAILED_NOENT) == self.failed[ENOENT]
        assert view.field(bm.M_FAILED_INVAL) == self.failed[EINVAL]


class PercpuHashModel(HashModel):
    kind = PERCPU_HASH


indices = st.sampled_from([0, 1, MAX_ENTRIES - 1, MAX_ENTRIES, 1 << 31, (1 << 32) - 1])


class ArrayModel(RuleBasedStateMachine):
    """An array against a list of lists, one value for each CPU."""

    kind = ARRAY

    def __init__(self) -> None:
        super().__init__()
        self.driver = Driver(self.kind, 4, VALUE_BYTES, MAX_ENTRIES)
        self.copies = NR_CPUS if self.kind == PERCPU_ARRAY else 1
        self.model = [[bytes(VALUE_BYTES)] * self.copies for _ in range(MAX_ENTRIES)]
        self.full = 0

    def teardown(self) -> None:
        self.driver.close()

    def _copy(self, cpu: int) -> int:
        return cpu if self.copies > 1 else 0

    @rule(cpu=cpus, index=indices, value=values, flags=flag_values)
    def update(self, cpu: int, index: int, value: bytes, flags: int) -> None:
        expected = 0
        if flags not in (0, 1, 2):
            expected = EINVAL
        elif index >= MAX_ENTRIES:
            expected = E2BIG
        elif flags == bm.BPF_NOEXIST:
            expected = EEXIST
        key = index.to_bytes(4, "little")
        assert self.driver.update(cpu, key, value, flags) == expected
        self.full += expected == E2BIG
        if expected == 0:
            self.model[index][self._copy(cpu)] = value

    @rule(cpu=cpus, index=indices)
    def lookup(self, cpu: int, index: int) -> None:
        key = index.to_bytes(4, "little")
        expected = self.model[index][self._copy(cpu)] if index < MAX_ENTRIES else None
        assert self.driver.lookup(cpu, key) == expected
        assert self.driver.view.lookup(key) == (self.model[index] if expected else None)

    @rule(cpu=cpus, index=indices)
    def an_element_cannot_be_deleted(self, cpu: int, index: int) -> None:
        assert self.driver.delete(cpu, index.to_bytes(4, "little")) == EINVAL

    @invariant()
    def every_index_is_walked(self) -> None:
        view = self.driver.view
        assert list(view.items()) == [
            (i.to_bytes(4, "little"), copies) for i, copies in enumerate(self.model)
        ]
        assert view.nr_entries == MAX_ENTRIES
        assert view.field(bm.M_FAILED_FULL) == self.full


class PercpuArrayModel(ArrayModel):
    kind = PERCPU_ARRAY


_QUICK = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestHash = HashModel.TestCase
TestPercpuHash = PercpuHashModel.TestCase
TestArray = ArrayModel.TestCase
TestPercpuArray = PercpuArrayModel.TestCase
for _case in (TestHash, TestPercpuHash, TestArray, TestPercpuArray):
    _case.settings = _QUICK
del _case


# --- what one operation shows better ------------------------------------------------------------
def test_a_full_hash_refuses_a_key_of_its_own_and_overwrites_what_it_has() -> None:
    driver = Driver(HASH, 4, 8, 2)
    for i in range(2):
        assert driver.update(0, i.to_bytes(4, "little"), bytes(8)) == 0
    assert driver.update(0, b"\x09\0\0\0", bytes(8)) == E2BIG
    assert driver.update(0, b"\x01\0\0\0", b"12345678") == 0
    assert driver.lookup(0, b"\x01\0\0\0") == b"12345678"
    assert driver.delete(0, b"\0\0\0\0") == 0
    assert driver.update(0, b"\x09\0\0\0", bytes(8)) == 0
    driver.close()


def test_a_full_hash_pays_for_searching_every_cpus_free_list() -> None:
    driver = Driver(HASH, 4, 8, 1)
    driver.update(2, bytes(4), bytes(8))  # CPU 0 and 1 have no free element: theirs are spare
    assert driver.vm.counts()["map.hash_full_scan_per_cpu"] == 0
    driver.update(0, b"\x01\0\0\0", bytes(8))
    assert driver.vm.counts()["map.hash_full_scan_per_cpu"] == NR_CPUS
    driver.close()


def test_fullness_is_counted_for_the_price() -> None:
    driver = Driver(HASH, 20, 8, 4)
    driver.update(0, bytes(20), bytes(8))
    driver.lookup(0, bytes(20))
    counted = driver.vm.counts()
    assert counted["map.hash_fullness"] == 16
    assert counted["map.hash_lookup"] == 1
    driver.close()


def test_an_array_lookup_is_inlined_and_no_helper_call() -> None:
    driver = Driver(ARRAY, 4, 8, 1)
    driver.vm.do("r2 = r1\nr1 = {map} ll\ncall 1\nr0 = 0\nexit")
    assert driver.vm.counts()["helper.call"] == 0
    assert driver.vm.counts()["map.array_lookup"] == 1
    driver.close()


def test_a_percpu_insert_zeroes_the_other_cpus_copies_of_a_reused_element() -> None:
    driver = Driver(PERCPU_HASH, 4, 8, 1)
    for cpu in range(NR_CPUS):
        driver.update(cpu, bytes(4), b"old" + bytes(5))
    driver.delete(0, bytes(4))
    driver.update(1, bytes(4), b"new" + bytes(5))
    assert driver.view.lookup(bytes(4)) == [bytes(8), b"new" + bytes(5), bytes(8)]
    driver.close()


def test_a_value_pointer_leads_to_the_live_value() -> None:
    driver = Driver(HASH, 4, 8, 4)
    driver.update(0, bytes(4), (41).to_bytes(8, "little"))
    text = "r2 = r1\nr1 = {map} ll\ncall 1\nr1 = 1\nlock *(u64 *)(r0 + 0) += r1\nexit"
    driver.vm.do(text)
    assert driver.view.lookup(bytes(4)) == [(42).to_bytes(8, "little")]
    driver.close()


def test_the_next_key_of_a_key_that_is_gone_is_the_first() -> None:
    driver = Driver(HASH, 4, 8, 8)
    for i in range(5):
        driver.update(0, i.to_bytes(4, "little"), bytes(8))
    view = driver.view
    assert view.next_key(b"\x63\0\0\0") == view.next_key(None)
    last = list(view.keys())[-1]
    assert view.next_key(last) is None
    driver.close()


def test_two_maps_with_one_seed_walk_in_the_same_order_on_any_machine() -> None:
    orders = []
    for _ in range(2):
        driver = Driver(HASH, 4, 8, 64)
        for i in range(40):
            driver.update(0, (i * 7919).to_bytes(4, "little"), bytes(8))
        orders.append([key for key, _ in driver.view.items()])
        driver.close()
    assert orders[0] == orders[1]
    assert orders[0] != sorted(orders[0])


@pytest.mark.parametrize("address", [0, 1 << 32, 0xFFFFC900A0000000])
def test_something_that_is_no_map_is_refused_by_the_helpers(address: int) -> None:
    vm = Vm()
    vm.create("map", HASH, 4, 8, 1)
    call = f"r2 = r1\nr3 = r1\nr4 = 0\nr1 = {address} ll\ncall "
    assert vm.do(call + "1\nexit").r0 == 0
    assert vm.do(call + "2\nexit").signed == EINVAL
    assert vm.do(call + "3\nexit").signed == EINVAL
    vm.close()


def test_a_ring_buffer_has_no_elements() -> None:
    vm = Vm()
    vm.create("map", MapType.BPF_MAP_TYPE_RINGBUF, 0, 0, 4096)
    assert vm.do("r2 = r1\nr1 = {map} ll\ncall 1\nexit").r0 == 0
    assert vm.do("r2 = r1\nr3 = r1\nr4 = 0\nr1 = {map} ll\ncall 2\nexit").signed < 0
    assert list(vm.views["map"].items()) == []
    vm.close()


# --- creation -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "key", "value", "entries", "why"),
    [
        (HASH, 0, 8, 1, "EINVAL"),
        (HASH, 4, 0, 1, "EINVAL"),
        (HASH, 1 << 22, 8, 1, "E2BIG"),
        (HASH, 4, 8, 0, "EINVAL"),
        (ARRAY, 8, 8, 1, "EINVAL"),
        (ARRAY, 4, 0, 1, "EINVAL"),
        (ARRAY, 4, 8, 0, "EINVAL"),
        (PERCPU_ARRAY, 4, 32769, 1, "E2BIG"),
        (PERCPU_HASH, 4, 32769, 1, "E2BIG"),
        (4, 8, 4, 1, "EINVAL"),
        (8, 4, 8, 1, "EINVAL"),
        (27, 4, 0, 4096, "EINVAL"),
        (27, 0, 8, 4096, "EINVAL"),
        (27, 0, 0, 5000, "power of two"),
        (27, 0, 0, 2048, "page size"),
        (27, 0, 0, 0, "EINVAL"),
    ],
)
def test_what_the_kernel_refuses_is_refused(
    kind: int, key: int, value: int, entries: int, why: str
) -> None:
    vm = Vm()
    with pytest.raises(ProgramError, match="kernel refuses this map") as caught:
        vm.create("bad", kind, key, value, entries)
    assert why in caught.value.reason
    assert caught.value.where == "map 'bad'"
    assert vm.maps.nr_maps == 0
    vm.close()


def test_an_unknown_map_type_is_refused_with_the_known_ones() -> None:
    vm = Vm()
    with pytest.raises(ProgramError, match="type 16 is not modelled") as caught:
        vm.create("lru", 16, 4, 8, 1)
    assert "BPF_MAP_TYPE_HASH" in caught.value.suggestion
    vm.close()


@pytest.mark.parametrize("pages", [0, 3, -1])
def test_a_perf_buffer_has_a_power_of_two_of_pages(pages: int) -> None:
    vm = Vm()
    view = vm.create("events", 4, 4, 4, 4)
    with pytest.raises(ProgramError, match="cannot be mapped"):
        vm.maps.open_perf_rings(view, pages)
    vm.close()


def _round8(n: int) -> int:
    return -(-n // 8) * 8


@pytest.mark.parametrize(
    ("kind", "key", "value", "entries", "expected"),
    [
        # 48 + key + value for each element and one more for each CPU; 16 for each bucket
        (HASH, 4, 8, 1000, (48 + 8 + 8) * (1000 + NR_CPUS) + 16 * 1024),
        (HASH, 20, 30, 7, (48 + 24 + 32) * (7 + NR_CPUS) + 16 * 8),
        # 48 + key + a pointer + every CPU's value; 16 for each bucket
        (PERCPU_HASH, 4, 12, 64, (48 + 8 + 8 + 16 * NR_CPUS) * 64 + 16 * 64),
        (ARRAY, 4, 12, 10, _round8(12) * 10),
        # every CPU's value, and a pointer for each element
        (PERCPU_ARRAY, 4, 12, 10, _round8(12) * NR_CPUS * 10 + 8 * 10),
        # the data, the consumer's and producer's pages, and one for bpf_ringbuf itself
        (27, 0, 0, 1 << 16, (1 << 16) + 3 * 4096),
    ],
)
def test_memory_is_what_the_kernel_takes(
    kind: int, key: int, value: int, entries: int, expected: int
) -> None:
    vm = Vm(nr_cpus=NR_CPUS)
    view: MapView = vm.create("map", kind, key, value, entries)
    assert view.memory_bytes == expected
    vm.close()


def test_a_perf_buffer_takes_its_pages_and_one_more_on_every_cpu() -> None:
    vm = Vm(nr_cpus=NR_CPUS)
    view = vm.create("events", 4, 4, 4, NR_CPUS)
    assert vm.maps.open_perf_rings(view, 8) == (8 + 1) * 4096 * NR_CPUS
    vm.close()
