"""Task storage against a dict, from programs and from user space."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sim.bpf import run_state as r
from sim.bpf.maps import layout as bm
from tests.vm import Vm

SK_STORAGE, INODE_STORAGE, TASK_STORAGE, CGRP_STORAGE = 24, 28, 29, 32
ENOENT, EEXIST, EINVAL = -2, -17, -22
VALUE_BYTES = 12
HELPERS = {
    SK_STORAGE: (107, 108),
    INODE_STORAGE: (145, 146),
    TASK_STORAGE: (156, 157),
    CGRP_STORAGE: (210, 211),
}

# ctx: the value that is given; + 128: the value that is found
GET = """
    r6 = r1
    r3 = r1
    r1 = {map} ll
    r2 = {object} ll
    r4 = {flags}
    call {helper}
    if r0 == 0 goto out
    r1 = r6
    r1 += 128
    r2 = 12
    r3 = r0
    call 113
    r0 = 1
    out: exit
"""
DELETE = "r1 = {map} ll\nr2 = {object} ll\ncall {helper}\nexit"

objects = st.sampled_from([0xFFFF888000100000 + 64 * i for i in range(6)])
values = st.binary(min_size=VALUE_BYTES, max_size=VALUE_BYTES)


class StorageModel(RuleBasedStateMachine):
    """Storage against a dict of addresses."""

    kind = TASK_STORAGE

    def __init__(self) -> None:
        super().__init__()
        self.vm = Vm(kernel="6.12")
        self.view = self.vm.maps.create("map", self.kind, 4, VALUE_BYTES, 0, 1)
        self.vm.views["map"] = self.view
        self.vm.put(r.R_NR_MAPS, self.vm.maps.nr_maps)
        self.model: dict[int, bytes] = {}

    def teardown(self) -> None:
        self.vm.close()

    def _text(self, text: str, which: int, address: int, flags: int = 0) -> str:
        text = text.replace("{helper}", str(HELPERS[self.kind][which]))
        signed = address - (1 << 64) if address >> 63 else address
        return text.replace("{object}", str(signed)).replace("{flags}", str(flags))

    @rule(address=objects, value=values, flags=st.sampled_from([0, 1, 1, 2, 3]))
    def get(self, address: int, value: bytes, flags: int) -> None:
        if flags == 1:
            self.model.setdefault(address, value)
        expected = self.model.get(address) if flags < 2 else None
        out = self.vm.do(self._text(GET, 0, address, flags), value)
        assert out.r0 == (expected is not None)
        if expected is not None:
            assert self.vm.region.read(self.vm.ctx + 128, VALUE_BYTES) == expected

    @rule(address=objects)
    def get_without_value(self, address: int) -> None:
        self.model.setdefault(address, bytes(VALUE_BYTES))
        text = self._text(GET.replace("r3 = r1\n", "r3 = 0\n"), 0, address, 1)
        assert self.vm.do(text).r0 == 1
        assert self.vm.region.read(self.vm.ctx + 128, VALUE_BYTES) == self.model[address]

    @rule(address=objects, is_program=st.booleans())
    def delete(self, address: int, is_program: bool) -> None:
        expected = 0 if self.model.pop(address, None) is not None else ENOENT
        if is_program:
            assert self.vm.do(self._text(DELETE, 1, address)).signed == expected
        else:
            assert self.view.delete_object(address) == expected

    @rule(address=objects, value=values, flags=st.sampled_from([0, 1, 2, 3, -1]))
    def update_from_user_space(self, address: int, value: bytes, flags: int) -> None:
        known, expected = address in self.model, 0
        if flags not in (0, 1, 2):
            expected = EINVAL
        elif flags == 1 and known:
            expected = EEXIST
        elif flags == 2 and not known:
            expected = ENOENT
        assert self.view.update_object(address, value, flags) == expected
        if not expected:
            self.model[address] = value

    @rule(address=objects)
    def object_goes_away(self, address: int) -> None:
        held = self.model.pop(address, None) is not None
        assert self.vm.maps.forget_object(address) == held

    @rule(address=objects)
    def lookup_from_user_space(self, address: int) -> None:
        assert self.view.object_value(address) == self.model.get(address)

    @invariant()
    def the_counters_add_up(self) -> None:
        assert self.view.nr_entries == len(self.model)
        inserts, deletes = self.view.field(bm.M_INSERTS), self.view.field(bm.M_DELETES)
        assert inserts == deletes + len(self.model)


class CgroupStorageModel(StorageModel):
    kind = CGRP_STORAGE


class SocketStorageModel(StorageModel):
    kind = SK_STORAGE


class InodeStorageModel(StorageModel):
    kind = INODE_STORAGE


quick = settings(max_examples=20, stateful_step_count=30, deadline=None)
TestTaskStorage = StorageModel.TestCase
TestTaskStorage.settings = quick
TestCgroupStorage = CgroupStorageModel.TestCase
TestCgroupStorage.settings = quick
TestSocketStorage = SocketStorageModel.TestCase
TestSocketStorage.settings = quick
TestInodeStorage = InodeStorageModel.TestCase
TestInodeStorage.settings = quick


@pytest.mark.parametrize("kind", list(HELPERS))
def test_no_object_has_no_storage(kind: int) -> None:
    vm = Vm(kernel="6.12")
    vm.views["map"] = vm.maps.create("map", kind, 4, 8, 0, 1)
    vm.put(r.R_NR_MAPS, vm.maps.nr_maps)
    get, delete = HELPERS[kind]
    text = GET.replace("{object}", "0").replace("{flags}", "1").replace("{helper}", str(get))
    assert vm.do(text).r0 == 0
    text = DELETE.replace("{object}", "0").replace("{helper}", str(delete))
    assert vm.do(text).signed == EINVAL
    vm.close()


def test_creating_is_counted_once() -> None:
    vm = Vm(kernel="6.12")
    vm.views["map"] = vm.maps.create("map", TASK_STORAGE, 4, 12, 0, 1)
    vm.put(r.R_NR_MAPS, vm.maps.nr_maps)
    text = GET.replace("{object}", "4096").replace("{flags}", "1").replace("{helper}", "156")
    for created in (1, 0):
        vm.do(text)
        counts = vm.counts()
        assert (counts["map.storage_get"], counts["map.storage_create"]) == (1, created)
    vm.close()


def test_keys_cannot_be_walked_and_need_a_descriptor() -> None:
    vm = Vm(kernel="6.12")
    view = vm.maps.create("map", TASK_STORAGE, 4, 8, 0, 1)
    assert view.following_key(None) == -524
    assert view.update(bytes(4), bytes(8)) == -9
    assert view.delete(bytes(4)) == -9
    vm.close()
