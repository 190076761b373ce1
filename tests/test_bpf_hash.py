"""Hash maps: where elements come from and go, who is refused while somebody is in a bucket."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sim.base.memory import load64
from sim.bpf import run_state as r
from sim.bpf.maps import layout as bm
from sim.bpf.maps.create import MapView
from sim.bpf.maps.hash_alloc import nr_free
from sim.bpf.maps.hash_layout import HT_NR_ELEMS, HT_SPARE
from sim.bpf.maps.hash_lock import arm
from sim.bpf.maps.hashtab import nr_linked
from tests.vm import Vm

HASH, PERCPU_HASH, LRU_HASH, LRU_PERCPU_HASH = 1, 5, 9, 10
NO_PREALLOC, NO_COMMON_LRU = 1, 2
ENOENT, E2BIG, ENOMEM, EBUSY, EEXIST, EINVAL = -2, -7, -12, -16, -17, -22
NR_CPUS, MAX_ENTRIES = 3, 7
UPDATE = "r2 = r1\nr3 = r1\nr3 += 64\nr4 = {flags}\nr1 = {map} ll\ncall 2\nexit"
DELETE = "r2 = r1\nr1 = {map} ll\ncall 3\nexit"


def _key(i: int) -> bytes:
    return i.to_bytes(4, "little")


def _update(vm: Vm, cpu: int, key: bytes, value: bytes, flags: int = 0) -> int:
    ctx = key.ljust(64, b"\0") + value
    return vm.do(UPDATE.replace("{flags}", str(flags)), ctx, cpu=cpu).signed


def _delete(vm: Vm, cpu: int, key: bytes) -> int:
    return vm.do(DELETE, key, cpu=cpu).signed


def _spares(view: MapView) -> list[int]:
    at = view.field(HT_SPARE)
    return [load64(at + 8 * cpu) for cpu in range(NR_CPUS)] if at else []


class HashModel(RuleBasedStateMachine):
    """A hash used from all CPUs, against a dict."""

    kind, flags = HASH, 0

    def __init__(self) -> None:
        super().__init__()
        self.vm = Vm(nr_cpus=NR_CPUS)
        self.view = self.vm.create("map", self.kind, 4, 8, MAX_ENTRIES, self.flags)
        self.model: dict[bytes, list[bytes]] = {}

    def teardown(self) -> None:
        self.vm.close()

    def _result(self, key: bytes, flags: int) -> int:
        if flags > 2:
            return EINVAL
        if key in self.model:
            return EEXIST if flags == bm.BPF_NOEXIST else 0
        if flags == bm.BPF_EXIST:
            return ENOENT
        return E2BIG if len(self.model) == MAX_ENTRIES else 0

    @rule(
        cpu=st.integers(0, NR_CPUS - 1),
        number=st.integers(0, MAX_ENTRIES + 3),
        value=st.binary(min_size=8, max_size=8),
        flags=st.sampled_from([0, 0, 0, 1, 2, 3]),
    )
    def update(self, cpu: int, number: int, value: bytes, flags: int) -> None:
        key = _key(number)
        expected = self._result(key, flags)
        assert _update(self.vm, cpu, key, value, flags) == expected
        if expected == 0:
            is_percpu = self.kind == PERCPU_HASH
            copies = self.model.setdefault(key, [bytes(8)] * (NR_CPUS if is_percpu else 1))
            copies[cpu if is_percpu else 0] = value

    @rule(cpu=st.integers(0, NR_CPUS - 1), number=st.integers(0, MAX_ENTRIES + 3))
    def delete(self, cpu: int, number: int) -> None:
        known = self.model.pop(_key(number), None)
        assert _delete(self.vm, cpu, _key(number)) == (ENOENT if known is None else 0)

    @invariant()
    def contents_are_the_models(self) -> None:
        assert dict(self.view.items()) == self.model

    @invariant()
    def every_element_is_in_one_place(self) -> None:
        run, bmap = self.vm.maps.user_run, self.view.record
        assert nr_linked(run, bmap) == len(self.model) == self.view.nr_entries
        spares = _spares(self.view)
        assert len(set(spares)) == len(spares)
        if not self.flags & NO_PREALLOC:
            nr_all = nr_free(bmap) + len(self.model) + len(spares)
            assert nr_all == self.view.field(HT_NR_ELEMS)


class AllocatingModel(HashModel):
    flags = NO_PREALLOC


class PercpuModel(HashModel):
    kind = PERCPU_HASH


class AllocatingPercpuModel(HashModel):
    kind, flags = PERCPU_HASH, NO_PREALLOC


_QUICK = settings(max_examples=20, stateful_step_count=30, deadline=None)
TestHash = HashModel.TestCase
TestAllocating = AllocatingModel.TestCase
TestPercpu = PercpuModel.TestCase
TestAllocatingPercpu = AllocatingPercpuModel.TestCase
for _case in (TestHash, TestAllocating, TestPercpu, TestAllocatingPercpu):
    _case.settings = _QUICK
del _case


# --- free lists -----------------------------------------------------------------------------------
def test_a_cpu_without_free_elements_looks_into_the_other_cpus_lists() -> None:
    vm = Vm(nr_cpus=4)
    vm.create("map", PERCPU_HASH, 4, 8, 8)  # two elements for each CPU, none spare
    scanned = []
    for i in range(9):
        result = _update(vm, 1, _key(i), bytes(8))
        scanned.append(vm.counts()["map.hash_full_scan_per_cpu"])
        assert result == (E2BIG if i == 8 else 0)
    assert scanned == [0, 0, 1, 1, 2, 2, 3, 3, 4]
    vm.close()


def test_a_freed_element_goes_to_the_cpu_that_freed_it() -> None:
    vm = Vm(nr_cpus=4)
    vm.create("map", PERCPU_HASH, 4, 8, 8)
    for i in range(8):
        _update(vm, i % 4, _key(i), bytes(8))
    assert _delete(vm, 3, _key(0)) == 0
    _update(vm, 2, _key(9), bytes(8))
    assert vm.counts()["map.hash_full_scan_per_cpu"] == 1
    vm.close()


# --- the allocator --------------------------------------------------------------------------------
def test_with_interrupts_off_the_allocators_cache_runs_dry() -> None:
    vm = Vm(nr_cpus=2)
    view = vm.create("map", HASH, 4, 8, 1000, NO_PREALLOC)
    vm.put(r.R_IRQ_OFF, 1)
    results = [_update(vm, 0, _key(i), bytes(8)) for i in range(6)]
    assert results == [0, 0, 0, 0, ENOMEM, ENOMEM]
    assert _update(vm, 1, _key(9), bytes(8)) == 0, "the other CPU has a cache of its own"
    assert _update(vm, 0, _key(1), bytes(8)) == ENOMEM, "a key is replaced by a new element, too"
    assert view.field(bm.M_FAILED_NOMEM) == 3
    vm.put(r.R_IRQ_OFF, 0)
    assert all(_update(vm, 0, _key(i), bytes(8)) == 0 for i in range(200))
    vm.close()


def test_an_allocation_is_counted_for_each_insert_and_each_replacement() -> None:
    vm = Vm(nr_cpus=1)
    vm.create("map", HASH, 4, 8, 10, NO_PREALLOC)
    for _ in range(2):
        _update(vm, 0, _key(1), bytes(8))
        assert vm.counts()["map.hash_alloc"] == 1
    vm.create("map", HASH, 4, 8, 10)
    _update(vm, 0, _key(1), bytes(8))
    assert vm.counts()["map.hash_alloc"] == 0
    vm.close()


def test_elements_freed_beyond_the_high_mark_serve_the_other_cpus() -> None:
    vm = Vm(nr_cpus=2)
    vm.create("map", HASH, 4, 8, 300, NO_PREALLOC)
    for turn in range(4):
        for i in range(300):
            assert _update(vm, 0, _key(1000 * turn + i), bytes(8)) == 0
        for i in range(300):
            assert _delete(vm, 1, _key(1000 * turn + i)) == 0
    vm.close()


# --- bucket locks ---------------------------------------------------------------------------------
class _Nesting:
    """A program on CPU 0, and another one that interrupts it at some time."""

    def __init__(self, kind: int = HASH) -> None:
        self.vm = Vm(nr_cpus=2)
        self.view = self.vm.create("map", kind, 4, 8, 8)
        self.inner = Vm(nr_cpus=2)
        for offset in (r.R_BASE, r.R_PAGES, r.R_MAPS, r.R_NR_MAPS):
            self.inner.put(offset, self.vm.get(offset))
        self.inner.put(r.R_NMI, 1)
        self.inner.region.close()
        self.inner.region, self.inner.views = self.vm.region, self.vm.views
        self.inner.ctx, self.inner.stack = self.vm.ctx, self.vm.stack
        arm(self.vm.maps, self.view.index)
        for what in ("hash", "percpu_hash"):
            self.vm.price(f"map.{what}_update", 60_000)
            self.vm.price(f"map.{what}_delete", 20_000)
        self.vm.price("map.lru_update", 60_000)
        self.vm.price("helper.call", 5_000)

    def at(self, now_ns: int, key: int, cpu: int = 0) -> int:
        """Return what an update comes to in a program that interrupts at a time."""
        self.inner.put(r.R_NOW, now_ns)
        return _update(self.inner, cpu, _key(key), bytes(8))

    def close(self) -> None:
        self.vm.close()


@pytest.fixture(name="nesting", params=[HASH, PERCPU_HASH, LRU_HASH])
def _nesting(request: pytest.FixtureRequest) -> _Nesting:
    return _Nesting(request.param)


def test_a_program_that_interrupts_an_update_of_the_key_is_refused(nesting: _Nesting) -> None:
    nesting.vm.put(r.R_NOW, 1000)
    assert _update(nesting.vm, 0, _key(1), bytes(8)) == 0  # the call, then 60 ns inside
    assert [nesting.at(now, 1) for now in (1004, 1005, 1064)] == [0, EBUSY, EBUSY]
    assert nesting.at(1064, 1, cpu=1) == 0, "another CPU waits"
    assert nesting.at(1065, 1) == 0
    assert nesting.view.field(bm.M_FAILED_BUSY) == 2
    nesting.close()


def test_a_bucket_of_another_group_is_not_refused() -> None:
    nesting = _Nesting()
    found = set()
    for key in range(64):
        nesting.vm.put(r.R_NOW, 1000)
        assert _update(nesting.vm, 0, _key(0), bytes(8)) == 0
        found.add(nesting.at(1010, key) == EBUSY)
    assert found == {True, False}
    nesting.close()


def test_a_delete_is_refused_and_refuses() -> None:
    nesting = _Nesting()
    nesting.vm.put(r.R_NOW, 1000)
    _update(nesting.vm, 0, _key(1), bytes(8))
    nesting.inner.put(r.R_NOW, 1010)
    assert _delete(nesting.inner, 0, _key(1)) == EBUSY
    nesting.vm.put(r.R_NOW, 2000)
    assert _delete(nesting.vm, 0, _key(1)) == 0
    assert [nesting.at(now, 1) for now in (2006, 2026)] == [EBUSY, 0]
    nesting.close()


def test_an_interrupt_waits_until_the_update_is_done() -> None:
    nesting = _Nesting()
    nesting.vm.put(r.R_NOW, 1000)
    assert _update(nesting.vm, 0, _key(1), bytes(8)) == 0
    nesting.inner.put(r.R_NMI, 0)
    assert nesting.at(1010, 1) == 0
    nesting.close()


def test_operations_of_one_program_do_not_refuse_each_other() -> None:
    nesting = _Nesting()
    text = "r6 = r1\n" + "\n".join(
        ["r2 = r6\nr3 = r6\nr3 += 64\nr4 = 0\nr1 = {map} ll\ncall 2\nif r0 != 0 goto out"] * 3
    )
    assert nesting.vm.do(text + "\nout: exit", _key(1)).r0 == 0
    nesting.close()


def test_nothing_is_refused_while_nothing_can_nest() -> None:
    nesting = _Nesting()
    other = nesting.vm.create("map", HASH, 4, 8, 8)
    nesting.inner.put(r.R_NR_MAPS, nesting.vm.maps.nr_maps)
    nesting.vm.put(r.R_NOW, 1000)
    assert _update(nesting.vm, 0, _key(1), bytes(8)) == 0
    assert nesting.at(1010, 1) == 0
    assert other.field(bm.M_FAILED_BUSY) == 0
    nesting.close()
