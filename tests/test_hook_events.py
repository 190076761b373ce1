"""Hooks are event sources: SimPy processes wait for their hits."""

from __future__ import annotations

import pytest

from sim.base.errors import AttachError
from sim.base.memory import load64
from sim.cost.profile import load_profile
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.hooks.events import Hit, HookEvents
from sim.kernel import layout as k
from sim.kernel.machine import Device, Distribution, Machine, MachineConfig
from sim.workload.compile import Workloads
from sim.workload.spec import Files, Step, WorkloadSpec


def _machine(is_traced: bool = False, kernel: str = "6.12") -> Machine:
    price_ps = load_profile("x86-2020").price_ps
    device = Device("sda", 1, Distribution(k.DIST_EXPONENTIAL, 80_000))
    machine = Machine(MachineConfig(kernel, 2, 7, price_ps, devices=(device,), is_traced=is_traced))
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


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("raw_tp:sys_enter", "tracepoint:raw_syscalls:sys_enter"),
        ("tp_btf:block_rq_issue", "tracepoint:block:block_rq_issue"),
        ("fentry:vfs_read", "kprobe:vfs_read"),
        ("fexit:vfs_read", "kretprobe:vfs_read"),
        ("fmod_ret:security_file_permission", "kprobe:security_file_permission"),
        ("lsm:file_permission", "kprobe:security_file_permission"),
        ("ksyscall:openat", "kprobe:__x64_sys_openat"),
        ("kretsyscall:openat", "kretprobe:__x64_sys_openat"),
        ("kprobe.multi:vfs_read", "kprobe:vfs_read"),
        ("kretprobe.multi:vfs_read", "kretprobe:vfs_read"),
    ],
)
def test_every_kind_of_hook_is_an_event_source(name: str, like: str) -> None:
    hits = _collect(name)
    assert hits
    assert [(hit.t_ns, hit.cpu, hit.ret) for hit in hits] == [
        (hit.t_ns, hit.cpu, hit.ret) for hit in _collect(like)
    ]


def test_a_probe_inside_of_a_function_is_hit_once_a_call() -> None:
    inside, entered = _collect("kprobe:vfs_read+0x10"), _collect("kprobe:vfs_read")
    assert len(entered) - 1 <= len(inside) <= len(entered)
    assert all(a.t_ns > b.t_ns for a, b in zip(inside, entered, strict=False))


def test_a_pattern_waits_for_the_first_of_its_functions_and_a_session_for_both_ends() -> None:
    hits = _collect("kprobe.multi:vfs_*")
    assert {hit.site for hit in hits} >= {"vfs_read", "vfs_open"}
    ends = _collect("kprobe.session:vfs_read")
    returns = [hit for hit in ends if hit.is_return]
    assert 0 <= len(ends) - 2 * len(returns) <= 3  # clients, each in one call at most
    assert {hit.ret for hit in returns} == {4096}
    assert {hit.args["count"] for hit in ends} == {4096}


def test_fields_have_their_values_strings_their_text_and_system_calls_their_names() -> None:
    switches = _collect("tracepoint:sched:sched_switch")
    assert {hit.args["prev_comm"] for hit in switches} | {"swapper/0"} >= {"web", "swapper/0"}
    opens = _collect("tracepoint:syscalls:sys_enter_openat")
    assert {hit.args["dfd"] for hit in opens} == {hit.args["arg0"] for hit in opens}
    assert all(hit.args["filename"] == hit.args["arg1"] for hit in opens)


def test_a_hook_that_is_closed_costs_nothing_again() -> None:
    machine = _machine()
    env = Environment()
    env.add_machine(machine)
    hooks = HookEvents(machine, env)
    site = machine.sites.record(machine.sites.find("vfs_read").index)
    seen = []

    def watch():
        for _ in range(3):
            seen.append((yield hooks["kprobe:vfs_read"].hit()))
        assert load64(site + k.S_PREPARED) == 1
        hooks["kprobe:vfs_read"].close()

    env.process(watch())
    env.run(until=5_000_000)
    assert len(seen) == 3
    assert [load64(site + at) for at in (k.S_PREPARED, k.S_WAITERS, k.S_VISIBLE)] == [0, 0, 0]
    machine.close()
