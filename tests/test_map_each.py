"""bpf_for_each_map_elem: every element once, whatever the callback does to the map."""

from __future__ import annotations

import struct

import pytest

from sim.bpf import run_state as r
from tests.vm import Vm

HASH, ARRAY, PERCPU_HASH, PERCPU_ARRAY = 1, 2, 5, 6
EINVAL = -22
NR_CPUS = 3

# ctx + 0: how many, + 8: sum of values, + 16: sum of keys
EACH = """
    r3 = r1
    r1 = {map} ll
    ld_pseudo r2, 4, 4
    r4 = {flags}
    call 164
    exit
    {callback}
"""
ADD_UP = """
    r0 = *(u64 *)(r4 + 0)
    r0 += 1
    *(u64 *)(r4 + 0) = r0
    r0 = *(u64 *)(r3 + 0)
    r5 = *(u64 *)(r4 + 8)
    r5 += r0
    *(u64 *)(r4 + 8) = r5
    r0 = *(u32 *)(r2 + 0)
    r5 = *(u64 *)(r4 + 16)
    r5 += r0
    *(u64 *)(r4 + 16) = r5
"""
GO_ON = "r0 = 0\nexit\n"


def _each(vm: Vm, callback: str, flags: int = 0, cpu: int = 0) -> int:
    text = EACH.replace("{callback}", callback).replace("{flags}", str(flags))
    out = vm.do(text, cpu=cpu)
    assert out.status == r.RUN_EXIT
    return out.signed


def _filled(vm: Vm, kind: int, entries: int, filled: int) -> None:
    view = vm.create("map", kind, 4, 8, entries)
    for i in range(filled):
        copies = [1000 * (i + 1) + cpu for cpu in range(NR_CPUS)]
        value = struct.pack(f"<{NR_CPUS}Q", *copies) if view.shape.is_percpu else None
        assert view.update(i.to_bytes(4, "little"), value or struct.pack("<Q", copies[0])) == 0


def _sums(vm: Vm) -> tuple[int, int, int]:
    visited, values, keys = struct.unpack("<3Q", vm.read_ctx(24))
    return visited, values, keys


@pytest.fixture(params=["interp", "jit"])
def vm(request: pytest.FixtureRequest):
    machine = Vm(nr_cpus=NR_CPUS, engine=request.param)
    yield machine
    machine.close()


@pytest.mark.parametrize("kind", [HASH, ARRAY, PERCPU_HASH, PERCPU_ARRAY])
def test_each_element_is_visited_once_with_this_cpus_value(vm: Vm, kind: int) -> None:
    _filled(vm, kind, 9, 9)
    assert _each(vm, ADD_UP + GO_ON, cpu=2) == 9
    own = 2 if kind in (PERCPU_HASH, PERCPU_ARRAY) else 0
    assert _sums(vm) == (9, sum(1000 * i + own for i in range(1, 10)), sum(range(9)))


def test_empty_hash_has_nothing_to_visit(vm: Vm) -> None:
    _filled(vm, HASH, 9, 0)
    assert _each(vm, ADD_UP + GO_ON) == 0


def test_flags_are_refused(vm: Vm) -> None:
    _filled(vm, ARRAY, 3, 3)
    assert _each(vm, ADD_UP + GO_ON, flags=1) == EINVAL
    assert _sums(vm) == (0, 0, 0)


@pytest.mark.parametrize("kind", [HASH, ARRAY])
def test_a_one_ends_it_and_counts(vm: Vm, kind: int) -> None:
    _filled(vm, kind, 9, 9)
    stop = (
        ADD_UP + "r0 = *(u64 *)(r4 + 0)\nif r0 == 4 goto done\nr0 = 0\nexit\ndone: r0 = 1\nexit\n"
    )
    assert _each(vm, stop) == 4
    assert _sums(vm)[0] == 4


def test_callback_may_delete_the_element_it_has(vm: Vm) -> None:
    _filled(vm, HASH, 64, 50)
    assert _each(vm, ADD_UP + "call 3\nr0 = 0\nexit\n") == 50
    assert _sums(vm) == (50, sum(1000 * i for i in range(1, 51)), sum(range(50)))
    assert list(vm.views["map"].keys()) == []


def test_callback_may_delete_another_element(vm: Vm) -> None:
    # key k takes k ^ 1 with it: one of each pair is visited
    _filled(vm, HASH, 64, 50)
    other = "r5 = *(u32 *)(r2 + 0)\nr5 ^= 1\n*(u32 *)(r10 - 4) = r5\nr2 = r10\nr2 += -4\n"
    assert _each(vm, ADD_UP + other + "call 3\nr0 = 0\nexit\n") == 25
    assert len(list(vm.views["map"].keys())) == 25


def test_callback_may_overwrite_its_value(vm: Vm) -> None:
    _filled(vm, HASH, 50, 50)
    write = "*(u64 *)(r10 - 8) = 7\nr3 = r10\nr3 += -8\nr4 = 0\ncall 2\nr0 = 0\nexit\n"
    assert _each(vm, ADD_UP + write) == 50
    assert {value[0] for _, value in vm.views["map"].items()} == {struct.pack("<Q", 7)}


def test_callers_registers_and_stack_survive(vm: Vm) -> None:
    _filled(vm, ARRAY, 3, 3)
    text = """
        r6 = 11
        *(u64 *)(r10 - 512) = 22
        r3 = r1
        r1 = {map} ll
        ld_pseudo r2, 4, 7
        r4 = 0
        call 164
        r1 = *(u64 *)(r10 - 512)
        r0 += r6
        r0 += r1
        exit
        r6 = 99
        *(u64 *)(r10 - 8) = 5
        *(u64 *)(r10 - 512) = 5
        r0 = 0
        exit
    """
    assert vm.do(text).signed == 3 + 11 + 22


def test_it_counts_as_a_loop(vm: Vm) -> None:
    _filled(vm, ARRAY, 5, 5)
    _each(vm, ADD_UP + GO_ON)
    counts = vm.counts()
    assert (counts["helper.loop"], counts["helper.loop_iteration"]) == (1, 5)
    assert counts["helper.call"] == 1
