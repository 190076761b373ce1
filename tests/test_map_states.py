"""LRU maps and bloom filters against plain models, operation by operation, on several CPUs."""

from __future__ import annotations

from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sim.base.memory import store64
from sim.bpf import run_state as r
from sim.bpf.maps import layout as bm
from sim.bpf.maps import user
from sim.bpf.maps.lru import NO_COMMON_LRU
from tests.vm import Vm

LRU_HASH, LRU_PERCPU_HASH, BLOOM = 9, 10, 30
ENOENT, EEXIST, EINVAL = -2, -17, -22
NR_CPUS = 3
UPDATE = """
r6 = r1
r1 = {map} ll
r2 = r6
r3 = r6
r3 += 8
r4 = {flags} ll
call 2
exit
"""
LOOKUP = "r2 = r1\nr1 = {map} ll\ncall 1\nif r0 == 0 goto +1\nr0 = 1\nexit"
DELETE = "r2 = r1\nr1 = {map} ll\ncall 3\nexit"

keys = st.integers(0, 40).map(lambda i: i.to_bytes(4, "little"))
values = st.binary(min_size=8, max_size=8)
cpus = st.integers(0, NR_CPUS - 1)


class LruModel(RuleBasedStateMachine):
    """An LRU against a dict that forgets what the map has thrown out."""

    kind: ClassVar[int] = LRU_HASH
    flags: ClassVar[int] = 0
    max_entries: ClassVar[int] = 12

    def __init__(self) -> None:
        super().__init__()
        self.vm = Vm(nr_cpus=NR_CPUS, engine="interp")
        self.view = self.vm.create("map", self.kind, 4, 8, self.max_entries, self.flags)
        self.model: dict[bytes, list[bytes]] = {}
        self._evicted = 0

    def teardown(self) -> None:
        self.vm.close()

    def _stored(self, key: bytes, value: bytes, cpu: int | None) -> None:
        if not self.view.shape.is_percpu:
            self.model[key] = [value]
        elif cpu is None:
            self.model[key] = [value] * NR_CPUS
        else:
            copies = self.model.setdefault(key, [bytes(8)] * NR_CPUS)
            self.model[key] = [value if i == cpu else one for i, one in enumerate(copies)]

    def _settle(self, key: bytes, value: bytes, cpu: int | None, flags: int, result: int) -> None:
        """Check the result of an update, and follow it.

        The kernel takes an element before it looks for the key, so that an update that fails may
        have thrown out a key all the same, and even the very one that it is about.
        """
        evicted = self.view.field(bm.M_EVICTED) - self._evicted
        self._evicted += evicted
        known = key in self.model
        possible = {self._expected(known, flags)}
        if evicted and known:
            possible.add(self._expected(False, flags))
        assert result in possible
        live = set(self.view.keys())
        if result == 0:
            if flags == 1:
                self.model.pop(key, None)
            fresh = [value if i == cpu else bytes(8) for i in range(NR_CPUS)]
            if evicted and known and self.view.lookup(key) == fresh:
                self.model.pop(key, None)  # it was this key that went, and came again
            self._stored(key, value, cpu)
            assert key in live
        assert live <= self.model.keys()
        assert len(self.model.keys() - live) <= evicted
        self.model = {key: copies for key, copies in self.model.items() if key in live}

    def _expected(self, known: bool, flags: int) -> int:
        if flags > 2:
            return EINVAL
        if flags == 1 and known:
            return EEXIST
        return ENOENT if flags == 2 and not known else 0

    @rule(key=keys, value=values, cpu=cpus, flags=st.sampled_from([0, 0, 0, 1, 2, 3]))
    def update_from_a_program(self, key: bytes, value: bytes, cpu: int, flags: int) -> None:
        text = UPDATE.replace("{flags}", str(flags))
        result = self.vm.do(text, key.ljust(8, b"\0") + value, cpu=cpu).signed
        self._settle(key, value, cpu, flags, result)

    @rule(key=keys, value=values, cpu=cpus, flags=st.sampled_from([0, 1, 2, 3]))
    def update_from_user_space(self, key: bytes, value: bytes, cpu: int, flags: int) -> None:
        store64(self.vm.maps.user_run + r.R_CPU, cpu)
        given = value * NR_CPUS if self.view.shape.is_percpu else value
        self._settle(key, value, None, flags, user.update_elem(self.view, key, given, flags))

    @rule(key=keys, cpu=cpus)
    def look_up_from_a_program(self, key: bytes, cpu: int) -> None:
        assert self.vm.do(LOOKUP, key, cpu=cpu).r0 == (key in self.model)

    @rule(key=keys)
    def look_up_from_user_space(self, key: bytes) -> None:
        result, value = user.lookup_elem(self.view, key)
        assert result == (0 if key in self.model else ENOENT)
        assert value == b"".join(self.model.get(key, []))

    @rule(key=keys, cpu=cpus)
    def delete_from_a_program(self, key: bytes, cpu: int) -> None:
        expected = ENOENT if self.model.pop(key, None) is None else 0
        assert self.vm.do(DELETE, key, cpu=cpu).signed == expected

    @rule(key=keys)
    def take_from_user_space(self, key: bytes) -> None:
        copies = self.model.pop(key, None)
        result, value = user.lookup_and_delete_elem(self.view, key)
        assert result == (ENOENT if copies is None else 0)
        assert value == b"".join(copies or [])

    @invariant()
    def what_is_there_is_what_the_model_has(self) -> None:
        assert dict(self.view.items()) == self.model
        assert self.view.nr_entries == len(self.model) <= self.view.max_entries

    @invariant()
    def inserts_are_live_deleted_or_evicted(self) -> None:
        inserts, deletes, evicted = map(self.view.field, (bm.M_INSERTS, bm.M_DELETES, bm.M_EVICTED))
        assert inserts == len(self.model) + deletes + evicted


class ListsForEachCpu(LruModel):
    flags = NO_COMMON_LRU


class PercpuValues(LruModel):
    kind = LRU_PERCPU_HASH


class BloomModel(RuleBasedStateMachine):
    """A bloom filter against a set: nothing is missed, and bits never go away."""

    def __init__(self) -> None:
        super().__init__()
        self.vm = Vm(nr_cpus=NR_CPUS, engine="interp")
        self.view = self.vm.maps.create("map", BLOOM, 0, 4, 20)
        self.vm.views["map"] = self.view
        self.vm.put(r.R_NR_MAPS, self.vm.maps.nr_maps)
        self.pushed: set[bytes] = set()
        self.found: set[bytes] = set()  # by mistake, too: from then on for good

    def teardown(self) -> None:
        self.vm.close()

    @rule(value=keys, cpu=cpus, flags=st.sampled_from([0, 0, 1, 2, 4]))
    def push_from_a_program(self, value: bytes, cpu: int, flags: int) -> None:
        text = f"r2 = r1\nr1 = {{map}} ll\nr3 = {flags} ll\ncall 87\nexit"
        assert self.vm.do(text, value, cpu=cpu).signed == (EINVAL if flags else 0)
        self.pushed |= set() if flags else {value}

    @rule(value=keys, flags=st.sampled_from([0, 0, 1, 2, 4]))
    def push_from_user_space(self, value: bytes, flags: int) -> None:
        assert user.update_elem(self.view, None, value, flags) == (EINVAL if flags else 0)
        self.pushed |= set() if flags else {value}

    @rule(value=keys, is_program=st.booleans())
    def ask(self, value: bytes, is_program: bool) -> None:
        if is_program:
            text = "r2 = r1\nr1 = {map} ll\ncall 89\nexit"
            result = self.vm.do(text, value).signed
        else:
            result, _ = user.lookup_elem(self.view, None, 0, value)
        assert result in (0, ENOENT)
        assert result == 0 or value not in self.pushed | self.found
        self.found |= {value} if result == 0 else set()

    @rule(value=keys)
    def ask_both_ways(self, value: bytes) -> None:
        text = "r2 = r1\nr1 = {map} ll\ncall 89\nexit"
        result, _ = user.lookup_elem(self.view, None, 0, value)
        assert self.vm.do(text, value).signed == result

    @rule(value=keys)
    def it_has_no_keys(self, value: bytes) -> None:
        assert user.delete_elem(self.view, value) == EINVAL
        assert user.next_key(self.view, value)[0] < 0


quick = settings(max_examples=20, stateful_step_count=30, deadline=None)
TestLru = LruModel.TestCase
TestLru.settings = quick
TestListsForEachCpu = ListsForEachCpu.TestCase
TestListsForEachCpu.settings = quick
TestPercpuValues = PercpuValues.TestCase
TestPercpuValues.settings = quick
TestBloom = BloomModel.TestCase
TestBloom.settings = quick
