"""Private steps done ahead of their time leave what they leave when each is taken at its time.

The same machines run twice: as they are, and with every step taken at its own time, which is the
way that `tests.test_reference` compares with the all-SimPy model, row by row.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sim.base.memory import load64
from sim.bpf.asm import assemble
from sim.engine import state as h
from sim.engine.environment import Environment, Event
from sim.engine.rows import LOG_REQUESTS
from sim.hooks.attach import Link, Links
from sim.hooks.events import HookEvents
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.census import census
from sim.kernel.machine import Distribution, Machine, MachineConfig
from sim.run.collect import read_log
from sim.workload.compile import Workloads
from sim.workload.spec import Files, Step, WorkloadSpec
from tests.machines import RandomMachine, shipped

LOOP = "r1 = 0\nagain:\n r1 += 1\n if r1 < {rounds} goto again\n r0 = 0\n exit"
HOOKS = (
    ("kprobe", "__x64_sys_getpid"),
    ("kprobe", "vfs_read"),
    ("kprobe", "scheduler_tick"),
    ("kretprobe", "vfs_read"),
    ("tracepoint", "raw_syscalls/sys_enter"),
    ("tracepoint", "syscalls/sys_exit_read"),
    ("tracepoint", "syscalls/sys_exit_close"),
)


def _for(time_ns: int) -> Distribution:
    return Distribution(k.DIST_CONSTANT, time_ns)


class Busy:
    """Two CPUs with three tasks in and out of the kernel all the time, hooks, and ticks."""

    def __init__(self, is_stepwise: bool, is_preempt_full: bool = False, late: int = 0) -> None:
        self.machine = Machine(
            MachineConfig(
                "6.1",
                2,
                5,
                shipped().price_ps,
                1000,
                is_preempt_full,
                sched_latency_ns=200_000,
                wakeup_granularity_ns=0,
            )
        )
        if is_stepwise:
            self.machine.put(h.H_LAZY, 0)
        self.links = Links(self.machine)
        workloads = Workloads(self.machine)
        steps = (Step("getpid", repeat=9), Step("openat"), Step("read", nr_bytes=64, repeat=3))
        steps += (Step("close"), Step("sleep", _for(3000)))
        files = Files(3, "/srv/{}")
        workloads.add(WorkloadSpec("w", False, 3, _for(0), steps, files))
        made = [self._link(*hook, 30 + 500 * i) for i, hook in enumerate(HOOKS)]
        self.late = made[len(made) - late :]
        for link in made[: len(made) - late]:
            self.links.install(link)
        self.machine.start()
        workloads.start()
        self.env = Environment()
        self.env.add_machine(self.machine)

    def _link(self, kind: str, where: str, rounds: int) -> Link:
        program = self.links.load(where, kind, assemble(LOOP.format(rounds=rounds)))
        return self.links.prepare(program, parse_target(kind, where, ""), k.OWNER_FIRST_TRACER)

    def counters(self) -> list[dict[str, int]]:
        return [dict(self.links.counters(link)) for link in self.links.links]

    def finish(self, horizon_ns: int) -> list[Any]:
        """Run to the horizon; return everything that is counted."""
        self.env.run(until=horizon_ns)
        self.machine.finish(horizon_ns)
        ledger = self.machine.get(h.H_LEDGER)
        cells = [load64(ledger + 8 * i) for i in range(2 * k.LEDGER_CPU_BYTES // 8)]
        programs = [self.links.program_record(program) for program in self.links.programs]
        runs = [[load64(at + 8 * i) for i in range(1, k.PROG_BYTES // 8)] for at in programs]
        held = census(self.machine, self.links)
        use = list(self.machine.prices.use())
        hits = self.links.nr_hits
        found = [hits, self.counters(), runs, held.running, held.inside, cells, use]
        self.machine.close()
        return found


@pytest.mark.parametrize("first_seed", [*range(300, 360, 10), 2230])
def test_random_machines_count_the_same_ahead_and_stepwise(first_seed: int) -> None:
    for seed in range(first_seed, first_seed + 10):
        ahead = RandomMachine(seed, is_traced=False).run()
        stepwise = RandomMachine(seed, is_traced=False, is_stepwise=True).run()
        assert ahead.books == stepwise.books
        assert ahead.tables == stepwise.tables


@pytest.mark.parametrize("is_preempt_full", [False, True])
def test_the_horizon_may_cut_through_anything(is_preempt_full: bool) -> None:
    for i in range(40):
        horizon_ns = 40_000 + 1013 * i
        ahead = Busy(False, is_preempt_full).finish(horizon_ns)
        assert ahead == Busy(True, is_preempt_full).finish(horizon_ns)


def test_a_machine_does_go_ahead() -> None:
    ahead, stepwise = Busy(False), Busy(True)
    for one in (ahead, stepwise):
        one.env.run(until=1_000_000)
    nr_steps = [one.machine.get(h.H_STEPS) for one in (ahead, stepwise)]
    assert 3 * nr_steps[0] < 2 * nr_steps[1]
    ahead.machine.close()
    stepwise.machine.close()


def test_counters_can_be_read_at_any_time_and_reading_changes_nothing() -> None:
    found = []
    for is_stepwise in (False, True):
        busy = Busy(is_stepwise)
        seen: list[Any] = []

        def look(busy: Busy = busy, seen: list[Any] = seen) -> Iterator[Event]:
            while True:
                seen.append((busy.links.nr_hits, busy.counters()))
                yield busy.env.timeout(777)

        busy.env.process(look())  # type: ignore[arg-type]
        found.append((busy.finish(150_000), seen))
    assert found[0] == found[1]
    assert found[0][0] == Busy(False).finish(150_000)


@pytest.mark.parametrize("nr_late", [1, 3, 7])
def test_a_link_installed_at_any_time_sees_the_same_hits(nr_late: int) -> None:
    for i in range(20):
        found = []
        for is_stepwise in (False, True):
            busy = Busy(is_stepwise, late=nr_late)

            def attach(busy: Busy = busy, at_ns: int = 20_000 + 487 * i) -> Iterator[Event]:
                yield busy.env.timeout(at_ns)
                for link in busy.late:
                    busy.links.install(link)

            busy.env.process(attach())  # type: ignore[arg-type]
            found.append(busy.finish(60_000))
        assert found[0] == found[1]


def test_a_process_that_waits_for_hits_sees_each_at_its_time() -> None:
    found = []
    for is_stepwise in (False, True):
        busy = Busy(is_stepwise)
        times: list[int] = []
        hook = HookEvents(busy.machine, busy.env)["kprobe:__x64_sys_getpid"]

        def listen(
            busy: Busy = busy, hook: Any = hook, times: list[int] = times
        ) -> Iterator[Event]:
            while True:
                hit = yield hook.hit()
                times.append(hit.t_ns)
                assert hit.t_ns == busy.env.now

        busy.env.process(listen())  # type: ignore[arg-type]
        found.append((busy.finish(60_000), times))
    assert found[0] == found[1]
    assert len(found[0][1]) > 30


def _woken_from_another_cpu(is_stepwise: bool, seed: int) -> tuple[Any, ...]:
    """Run lockers that wake each other across CPUs on which others call getpid(2); return all.

    Every price and time is a multiple of 100 ns, so that much happens at the same time.
    """
    config = MachineConfig(
        "6.1",
        2,
        seed,
        lambda key: 100_000,
        is_preempt_full=seed % 2 == 1,
        ipi_ns=3000,
        wakeup_granularity_ns=0,
    )
    machine = Machine(config)
    if is_stepwise:
        machine.put(h.H_LAZY, 0)
    workloads = Workloads(machine)
    links = Links(machine)
    for cpu in (0, 1):
        hold = Step("lock", _for(1000 + 100 * (seed % 7)), lock="mutex")
        idle = Step("sleep", _for(700 + 100 * (seed % 5) + 300 * cpu))
        calls = Step("getpid", repeat=20)
        for name, steps, nice in (("lock", (hold, idle), -20), ("busy", (calls,), 0)):
            cpus = (cpu,)
            spec = WorkloadSpec(f"{name}{cpu}", False, 1, _for(0), steps, nice=nice, affinity=cpus)
            workloads.add(spec)
    program = links.load("p", "kprobe", assemble(LOOP.format(rounds=1 + seed)))
    where = "__x64_sys_ioctl" if seed % 3 else "__x64_sys_getpid"
    links.install(links.prepare(program, parse_target("kprobe", where, ""), 3))
    machine.start()
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    env.run(until=400_000)
    machine.finish(400_000)
    requests = read_log(machine, LOG_REQUESTS).tolist()
    ledger = machine.get(h.H_LEDGER)
    cells = [load64(ledger + 8 * i) for i in range(2 * k.LEDGER_CPU_BYTES // 8)]
    switches = [load64(machine.cpu(i) + k.C_SWITCHES) for i in (0, 1)]
    counters = dict(links.counters(links.links[0]))
    machine.close()
    return requests, cells, switches, counters


def test_a_wake_up_from_another_cpu_is_seen_at_the_next_private_step() -> None:
    nr_switches = [0, 0]
    for seed in range(36):
        ahead = _woken_from_another_cpu(False, seed)
        assert ahead == _woken_from_another_cpu(True, seed)
        nr_switches = [total + nr for total, nr in zip(nr_switches, ahead[2], strict=True)]
    assert min(nr_switches) > 1000
