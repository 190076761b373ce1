"""Stack traces, storage, cgroup arrays, walks over maps: programs answer as Linux 6.1 did."""

from __future__ import annotations

import re

import pytest

from sim.base.memory import Buffer, store64
from sim.bpf import run_state as r
from tests.maps.run_answers import CASES, load_answers
from tests.vm import Vm

TYPES = {
    "hash": 1,
    "array": 2,
    "percpu_hash": 5,
    "percpu_array": 6,
    "lru_hash": 9,
    "stack_trace": 7,
    "cgroup_array": 8,
    "task_storage": 29,
}
#: As deep as the stacks were where Linux answered: deeper than a value holds, for the kernel's.
DEPTHS = {r.R_KSTACK: 24, r.R_USTACK: 3}


def _give_stacks(vm: Vm) -> list[Buffer]:
    buffers = []
    for field, depth in DEPTHS.items():
        buffer = Buffer(8 * (depth + 1))
        store64(buffer.address, depth)
        for i in range(depth):
            store64(buffer.address + 8 + 8 * i, 0x1000 * field + 16 * i)
        vm.put(field, buffer.address)
        buffers.append(buffer)
    return buffers


def test_every_case_has_an_answer() -> None:
    assert list(load_answers()["answers"]) == [name for name, _, _ in CASES]


@pytest.mark.parametrize("engine", ["interp", "jit"])
@pytest.mark.parametrize("name", [case[0] for case in CASES])
def test_answers_are_the_kernels(name: str, engine: str) -> None:
    maps, text = next(case[1:] for case in CASES if case[0] == name)
    vm = Vm(engine=engine)
    stacks = _give_stacks(vm)
    vm.put(r.R_TASK, 0xFFFF888000100000)
    one = maps[0]
    shape = (TYPES[one["type"]], one["key_size"], one["value_size"], one["max_entries"])
    vm.views["map"] = vm.maps.create("map", *shape, one.get("flags", 0))
    vm.put(r.R_NR_MAPS, vm.maps.nr_maps)
    text = re.sub(r"ld_pseudo (r\d), 1, 0", r"\1 = {map} ll", text)
    # what the verifier makes of the pointer is all that tells the two apart
    out = vm.do(text.replace("bpf_get_current_task_btf", "bpf_get_current_task"))
    result = (out.r0 & 0xFFFFFFFF) - ((out.r0 & 0x80000000) << 1)
    assert result == load_answers()["answers"][name]
    for buffer in stacks:
        buffer.close()
    vm.close()


def test_every_task_is_under_the_root_cgroup_only() -> None:
    vm = Vm()
    view = vm.create("map", TYPES["cgroup_array"], 4, 4, 2)
    text = "r1 = {map} ll\nr2 = 1\ncall 37\nexit"
    assert view.put_cgroup(1, 1) == 0
    assert vm.do(text).signed == 1
    assert view.put_cgroup(1, 77) == 0
    assert vm.do(text).signed == 0
    assert view.put_cgroup(1, 0) == 0
    assert vm.do(text).signed == -11
    assert (view.put_cgroup(1, 0), view.put_cgroup(2, 1)) == (-2, -7)
    vm.close()
