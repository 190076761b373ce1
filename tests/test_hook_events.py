"""Hooks are event sources: SimPy processes wait for their hits."""

from __future__ import annotations

import pytest

from sim.base.errors import AttachError
from sim.cost.profile import load_profile
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.hooks.events import Hit, HookEvents
from sim.kernel import layout as k
from sim.kernel.machine import Device, Distribution, Machine, MachineConfig
from sim.workload.compile import Workloads
from sim.workload.spec import Files, Step, WorkloadSpec


def _machine(is_traced: bool = False) -> Machine:
    price_ps = load_profile("x86-2020").price_ps
    device = Device("sda", 1, Distribution(k.DIST_EXPONENTIAL, 80_000))
    machine = Machine(MachineConfig("6.1", 2, 7, price_ps, devices=(device,), is_traced=is_traced))
    workloads = Workloads(machine)
    Links(machine)
    steps = (
        Step("openat"),
        Step("read", nr_bytes=4096, miss_ppm=300_000),
        Step("close"),
        Step("getpid"),
    )
    think = Distribution(k.DIST_EXPONENTIAL, 100_000)
    files = Files(10, "/srv/{}", 100_000)
    workloads.add(WorkloadSpec("web", False, 3, think, steps, files))
    machine.start()
    workloads.start()
    return machine


def _collect(name: str, until_ns: int = 5_000_000) -> list[Hit]:
    machine = _machine()
    env = Environment()
    env.add_machine(machine)
    hooks = HookEvents(machine, env)
    found: list[Hit] = []

    def watch():
        while True:
            hit = yield hooks[name].hit()
            assert env.now == hit.t_ns
            found.append(hit)

    env.process(watch())
    env.run(until=until_ns)
    machine.close()
    return found


def test_a_process_sees_every_hit_of_a_function_with_its_arguments() -> None:
    reads = _collect("kprobe:vfs_read")
    assert len(reads) > 20
    assert {hit.args["count"] for hit in reads} == {4096}
    assert {hit.tgid for hit in reads} == {1000}
    assert [hit.t_ns for hit in reads] == sorted(hit.t_ns for hit in reads)


def test_a_return_has_its_value() -> None:
    returns = _collect("kretprobe:do_sys_openat2")
    assert {hit.ret for hit in returns} <= {-2, 3, 4, 5}
    assert -2 in {hit.ret for hit in returns}


def test_a_system_call_tracepoint_lets_only_its_call_through() -> None:
    enters = _collect("tracepoint:syscalls:sys_enter_openat")
    assert {hit.args["id"] for hit in enters} == {257}
    every = _collect("tracepoint:raw_syscalls:sys_enter")
    assert {hit.args["id"] for hit in every} == {257, 0, 3, 39}
    assert sum(hit.args["id"] == 257 for hit in every) == len(enters)


def test_a_tracepoint_in_softirq_has_its_fields() -> None:
    done = _collect("tracepoint:block:block_rq_complete")
    assert done
    assert {hit.args["nr_sector"] for hit in done} == {8}


def test_waiting_changes_nothing_on_the_machine() -> None:
    def digest(names: list[str]) -> tuple[int, int]:
        machine = _machine()
        env = Environment()
        env.add_machine(machine)
        hooks = HookEvents(machine, env)

        def watch(name: str):
            while True:
                yield hooks[name].hit()

        for name in names:
            env.process(watch(name))
        env.run(until=5_000_000)
        machine.finish(5_000_000)
        from sim.run.collect import read_log

        rows = read_log(machine, 0)
        machine.close()
        return len(rows), hash(rows.tobytes())

    quiet = digest([])
    assert quiet == digest(["kprobe:vfs_read", "tracepoint:block:block_rq_issue"])


def test_an_unknown_hook_is_refused_with_the_nearest_names() -> None:
    machine = _machine()
    env = Environment()
    env.add_machine(machine)
    hooks = HookEvents(machine, env)
    with pytest.raises(AttachError, match="vfs_raed") as caught:
        hooks["kprobe:vfs_raed"]
    assert "vfs_read" in caught.value.suggestion
    assert "kprobe:vfs_read" in list(hooks)
    machine.close()
