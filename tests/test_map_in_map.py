"""Maps of maps against dicts, from programs and from user space, and as the loader fills them."""

from __future__ import annotations

import struct

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sim.base.errors import ProgramError
from sim.bpf import run_state as r
from sim.bpf.maps.kinds import Shape
from sim.bpf.maps.map_in_map import INNER_MAP, looks_like
from sim.bpf.spec import MapType
from tests.vm import Vm

HASH, ARRAY, ARRAY_OF_MAPS, HASH_OF_MAPS = 1, 2, 12, 13
ENOENT, E2BIG, EBADF, EEXIST, EINVAL = -2, -7, -9, -17, -22
MAX_ENTRIES, NR_INNER = 4, 3

# ctx: the slot; ctx + 8: the inner map's value, which grows by one
ADD = """
    r6 = r1
    r2 = r1
    r1 = {map} ll
    call 1
    if r0 == 0 goto out
    *(u32 *)(r10 - 4) = 0
    r1 = r0
    r2 = r10
    r2 += -4
    call 1
    if r0 == 0 goto out
    r1 = *(u64 *)(r0 + 0)
    *(u64 *)(r6 + 8) = r1
    r1 += 1
    *(u64 *)(r0 + 0) = r1
    r0 = 1
    out: exit
"""


def _key(slot: int) -> bytes:
    return slot.to_bytes(4, "little")


class MapInMapModel(RuleBasedStateMachine):
    """Slots against a dict of which map is in them, maps against a list of their values."""

    kind = ARRAY_OF_MAPS

    def __init__(self) -> None:
        super().__init__()
        self.vm = Vm()
        self.inner = [self.vm.create(f"i{i}", ARRAY, 4, 8, 1) for i in range(NR_INNER)]
        self.other = self.vm.create("other", ARRAY, 4, 8, 2)
        self.view = self.vm.maps.create("map", self.kind, 4, 4, MAX_ENTRIES, inner=self.inner[0])
        self.vm.views["map"] = self.view
        self.vm.put(r.R_NR_MAPS, self.vm.maps.nr_maps)
        self.model: dict[int, int] = {}
        self.values = [0] * NR_INNER

    def teardown(self) -> None:
        self.vm.close()

    def _refused(self, slot: int, flags: int) -> int:
        if self.kind == ARRAY_OF_MAPS:
            return EINVAL if flags else E2BIG if slot >= MAX_ENTRIES else 0
        if flags not in (0, 1, 2):
            return EINVAL
        if slot in self.model:
            return EEXIST if flags == 1 else 0
        if flags == 2:
            return ENOENT
        return E2BIG if len(self.model) == MAX_ENTRIES else 0

    @rule(slot=st.integers(0, 5), which=st.integers(0, NR_INNER - 1), flags=st.integers(0, 3))
    def put(self, slot: int, which: int, flags: int) -> None:
        expected = self._refused(slot, flags)
        assert self.view.put_map(_key(slot), self.inner[which], flags) == expected
        if not expected:
            self.model[slot] = which

    @rule(slot=st.integers(0, MAX_ENTRIES - 1))
    def put_what_does_not_fit(self, slot: int) -> None:
        assert self.view.put_map(_key(slot), self.other) == EINVAL
        assert self.view.put_map(_key(slot), None) == EBADF

    @rule(slot=st.integers(0, 5))
    def delete(self, slot: int) -> None:
        expected = E2BIG if self.kind == ARRAY_OF_MAPS and slot >= MAX_ENTRIES else ENOENT
        if self.model.pop(slot, None) is not None:
            expected = 0
        assert self.view.delete(_key(slot)) == expected

    @rule(slot=st.integers(0, 5))
    def add(self, slot: int) -> None:
        which = self.model.get(slot)
        out = self.vm.do(ADD, _key(slot))
        assert out.r0 == (which is not None)
        if which is not None:
            (value,) = struct.unpack("<Q", self.vm.read_ctx(16)[8:])
            assert value == self.values[which]
            self.values[which] += 1

    @invariant()
    def slots_hold_what_was_put(self) -> None:
        for slot in range(6):
            which = self.model.get(slot)
            index = None if which is None else self.inner[which].index
            assert self.view.map_at(_key(slot)) == index
            found = self.view.lookup(_key(slot))
            assert found == (None if index is None else [_key(index + 1)])

    @invariant()
    def keys_are_walked(self) -> None:
        found = sorted(int.from_bytes(key, "little") for key in self.view.keys())  # noqa: SIM118
        wanted = range(MAX_ENTRIES) if self.kind == ARRAY_OF_MAPS else sorted(self.model)
        assert found == list(wanted)

    @invariant()
    def maps_keep_their_values(self) -> None:
        found = [view.lookup(bytes(4)) for view in self.inner]
        assert found == [[struct.pack("<Q", value)] for value in self.values]


class HashOfMapsModel(MapInMapModel):
    kind = HASH_OF_MAPS


quick = settings(max_examples=20, stateful_step_count=25, deadline=None)
TestArrayOfMaps = MapInMapModel.TestCase
TestArrayOfMaps.settings = quick
TestHashOfMaps = HashOfMapsModel.TestCase
TestHashOfMaps.settings = quick


@pytest.mark.parametrize("kind", [ARRAY_OF_MAPS, HASH_OF_MAPS])
def test_a_map_of_maps_needs_an_inner_map_and_no_other_has_one(kind: int) -> None:
    vm = Vm()
    with pytest.raises(ProgramError, match="refuses"):
        vm.maps.create("map", kind, 4, 4, 2)
    inner = vm.create("inner", ARRAY, 4, 8, 1)
    with pytest.raises(ProgramError, match="refuses"):
        vm.maps.create("map", HASH, 4, 4, 2, inner=inner)
    vm.close()


def test_a_shape_is_enough_to_tell_what_fits() -> None:
    vm = Vm()
    shape = Shape(MapType.BPF_MAP_TYPE_HASH, 4, 8, 1)
    view = vm.maps.create("map", ARRAY_OF_MAPS, 4, 4, 2, inner=shape)
    assert view.put_map(_key(0), vm.create("larger", HASH, 4, 8, 99)) == 0
    assert view.put_map(_key(1), vm.create("wider", HASH, 4, 16, 1)) == EINVAL
    vm.close()


def test_arrays_of_other_sizes_fit_with_the_flag_only() -> None:
    array = Shape(MapType.BPF_MAP_TYPE_ARRAY, 4, 8, 4)
    assert not looks_like(array, array._replace(max_entries=5))
    inner = array._replace(flags=INNER_MAP)
    assert looks_like(inner, inner._replace(max_entries=5))
    assert not looks_like(array, inner)


def test_memory_of_a_hash_of_maps_is_that_of_its_slots() -> None:
    vm = Vm()
    inner = vm.create("inner", ARRAY, 4, 8, 1)
    outer = vm.maps.create("map", HASH_OF_MAPS, 4, 4, 100, inner=inner)
    assert outer.memory_bytes == vm.create("hash", HASH, 4, 8, 100).memory_bytes
    assert vm.maps.create("array", ARRAY_OF_MAPS, 4, 4, 100, inner=inner).memory_bytes == 800
    vm.close()
