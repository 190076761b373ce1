"""Who runs and who is missed: the kernel's recursion rules, on machines small enough to follow.

Every price is zero but those a test names, so that each timeline can be worked out by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sim.base.errors import AttachError
from sim.base.memory import load64
from sim.bpf.asm import assemble
from sim.engine import rows as rw
from sim.engine import state as h
from sim.engine.environment import Environment
from sim.hooks.attach import Link, Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Device, Distribution, Machine, MachineConfig
from sim.run.collect import read_log
from sim.workload.compile import Workloads
from sim.workload.spec import Files, Step, WorkloadSpec

US, MS = 1_000, 1_000_000
NOTHING = Distribution(k.DIST_CONSTANT, 0)
EMPTY = "r0 = 0\nexit"


def _for(time_ns: int) -> Distribution:
    return Distribution(k.DIST_CONSTANT, time_ns)


class Tiny:
    """A machine whose prices are zero but for *prices_ns*."""

    def __init__(
        self,
        *,
        nr_cpus: int = 1,
        hz: int = 0,
        prices_ns: Mapping[str, int] | None = None,
        service_ns: int = MS,
        nmi_ns: int = 0,
        kernel: str = "6.1",
        is_traced: bool = True,
    ) -> None:
        prices = {key: 1000 * ns for key, ns in (prices_ns or {}).items()}
        device = Device("sda", 1, _for(service_ns))
        config = MachineConfig(
            kernel,
            nr_cpus,
            1,
            lambda key: prices.get(key, 0),
            hz,
            devices=(device,),
            is_traced=is_traced,
            nmi_ns=nmi_ns,
        )
        self.machine = Machine(config)
        self.workloads = Workloads(self.machine)
        self.links = Links(self.machine)
        self.owner = self.machine.add_owner("tracer:test")
        self._kept: dict[int, list[Any]] = {log: [] for log in range(rw.LOG_PAYLOAD)}
        self.machine.on_trap[h.TRAP_FLUSH] = self._keep

    def work(self, *steps: Step, tasks: int = 1, cpus: Sequence[int] = ()) -> None:
        """Add tasks that do the steps over and over."""
        name = f"w{len(self.workloads.specs)}"
        files = Files(1, "/srv/{}")
        spec = WorkloadSpec(name, False, tasks, NOTHING, steps, files, affinity=tuple(cpus))
        self.workloads.add(spec)

    def attach(self, kind: str, where: str, text: str = EMPTY, maxactive: int = 0) -> Link:
        """Attach a program from the start."""
        program = self.links.load(f"p{len(self.links.programs)}", kind, assemble(text))
        target = replace(parse_target(kind, where, "test"), maxactive=maxactive)
        link = self.links.prepare(program, target, self.owner)
        self.links.install(link)
        return link

    def attach_all(
        self, kind: str, where: str, text: str = EMPTY, maxactive: int = 0, **cookies: int
    ) -> list[Link]:
        """Attach a program, from the start, to all that its target stands for."""
        program = self.links.load(f"p{len(self.links.programs)}", kind, assemble(text))
        target = replace(parse_target(kind, where, "test"), maxactive=maxactive)
        made = self.links.prepare_all(program, target, self.owner, cookies=cookies)
        for link in made:
            self.links.install(link)
        return made

    def run(self, until_ns: int) -> None:
        """Start and run the machine, and charge everybody up to the end."""
        self.machine.start()
        self.workloads.start()
        env = Environment()
        env.add_machine(self.machine)
        env.run(until=until_ns)
        self.machine.finish(until_ns)
        self._keep()
        self.flow = np.concatenate(self._kept[rw.LOG_FLOW])
        self.requests = np.concatenate(self._kept[rw.LOG_REQUESTS])

    def _keep(self) -> None:
        for log, kept in self._kept.items():
            kept.append(read_log(self.machine, log))

    def of(self, link: Link) -> dict[str, int]:
        """Return what became of a link's hits, those that are not zero."""
        return {name: n for name, n in self.links.counters(link).items() if n}

    def when(self, what: int, link: Link) -> list[int]:
        """Return the times at which something happened to a link."""
        return [int(row[0]) for row in self.flow if row[2] == what and row[3] == link.index]

    def close(self) -> None:
        self.machine.close()


def _call(nr_user_ns: int) -> tuple[Step, Step]:
    return Step("user", _for(nr_user_ns)), Step("getpid")


# --- hits and runs --------------------------------------------------------------------------------
def test_every_entry_of_a_function_runs_the_program_for_as_long_as_it_costs() -> None:
    tiny = Tiny(prices_ns={"prog.enter": 300})
    tiny.work(*_call(1000))
    link = tiny.attach("kprobe", "__x64_sys_getpid")
    tiny.run(10_000)
    assert tiny.when(k.FLOW_HIT, link) == [1000 + 1300 * i for i in range(7)]
    assert tiny.when(k.FLOW_END, link) == [1300 + 1300 * i for i in range(7) if 1300 * i < 8700]
    record = tiny.links.program_record(link.program)
    ended = tiny.of(link)["run"]
    assert load64(record + k.P_RUN_CNT) == ended
    assert load64(record + k.P_RUN_TIME_NS) == 300 * ended
    assert load64(record + k.P_INSN_CNT) == 2 * ended
    tiny.close()


def test_the_programs_of_one_function_run_one_after_the_other() -> None:
    tiny = Tiny(prices_ns={"prog.enter": 100})
    tiny.work(*_call(1000))
    links = [tiny.attach("kprobe", "__x64_sys_getpid") for _ in range(3)]
    tiny.run(1500)
    assert [tiny.when(k.FLOW_RUN, link) for link in reversed(links)] == [
        [1000],
        [1100],
        [1200],
    ], "the latest first"
    assert [tiny.of(link) for link in links] == [{"hits": 1, "run": 1}] * 3
    tiny.close()


def test_a_kretprobe_runs_at_the_return_and_sees_its_own_hit_as_an_entry() -> None:
    tiny = Tiny(prices_ns={"path.__x64_sys_getpid": 70})
    tiny.work(*_call(1000))
    entry = tiny.attach("kprobe", "__x64_sys_getpid")
    back = tiny.attach("kretprobe", "__x64_sys_getpid")
    tiny.run(1071)
    assert tiny.when(k.FLOW_RUN, entry) == [1000]
    assert tiny.when(k.FLOW_HIT, back) == [1000]
    assert tiny.when(k.FLOW_RUN, back) == [1070]
    assert tiny.of(back) == {"hits": 1, "run": 1, "entries": 1, "returns": 1}
    tiny.close()


def test_a_system_call_tracepoint_filters_the_calls_that_it_is_not_about() -> None:
    tiny = Tiny()
    tiny.work(Step("user", _for(1000)), Step("getpid", repeat=3), Step("close"))
    close = tiny.attach("tracepoint", "syscalls/sys_enter_close")
    every = tiny.attach("tracepoint", "raw_syscalls/sys_enter")
    tiny.run(2500)
    assert tiny.of(close) == {"hits": 8, "filtered": 6, "run": 2}
    assert tiny.of(every) == {"hits": 8, "run": 8}
    tiny.close()


def test_every_system_call_takes_the_slow_path_twice_once_one_is_traced() -> None:
    tiny = Tiny(prices_ns={"hook.syscall_slow_path": 50})
    tiny.work(*_call(1000))
    tiny.attach("tracepoint", "syscalls/sys_exit_close")
    tiny.run(10_000)
    assert list(tiny.requests[:, 5]) == [1100 * i for i in range(1, 10)]
    tiny.close()


def test_a_function_that_nobody_hooks_is_invisible() -> None:
    tiny = Tiny()
    tiny.work(*_call(1000))
    link = tiny.attach("kprobe", "vfs_read")
    tiny.run(10_000)
    assert tiny.of(link) == {}
    assert tiny.machine.get(h.H_HITS) == 0
    tiny.close()


def test_a_free_program_changes_no_time() -> None:
    ends = []
    for hooks in ([], ["kprobe", "kretprobe"]):
        tiny = Tiny(nr_cpus=2, hz=1000, prices_ns={"path.__x64_sys_getpid": 30})
        tiny.work(*_call(700), tasks=3)
        for kind in hooks:
            tiny.attach(kind, "__x64_sys_getpid")
        tiny.run(5 * MS)
        ends.append(tiny.requests.tolist())
        tiny.close()
    assert ends[0] == ends[1]


# --- kprobe_running -----------------------------------------------------------------------------
# The program is at work from 0.4 to 10.4 ms, and the tick comes in the middle of it, nine times.
LONG = {"prog.enter": 10 * MS}
BEFORE_NS = 400 * US


def test_a_kprobe_in_an_interrupt_is_missed_while_another_kprobes_handler_runs() -> None:
    tiny = Tiny(hz=1000, prices_ns=LONG)
    tiny.work(*_call(BEFORE_NS))
    busy = tiny.attach("kprobe", "__x64_sys_getpid")
    tick = tiny.attach("kprobe", "scheduler_tick")
    tiny.run(10 * MS)
    assert tiny.of(busy) == {"hits": 1}, "still running"
    assert tiny.of(tick) == {"hits": 9, "missed_kprobe_running": 9}
    assert tiny.when(k.FLOW_MISS_NESTED, tick) == [i * MS for i in range(1, 10)]
    tiny.close()


def test_all_programs_of_a_nested_hit_are_missed_its_kretprobe_included() -> None:
    tiny = Tiny(hz=1000, prices_ns=LONG)
    tiny.work(*_call(BEFORE_NS))
    tiny.attach("kprobe", "__x64_sys_getpid")
    ticks = [tiny.attach(kind, "scheduler_tick") for kind in ("kprobe", "kprobe", "kretprobe")]
    tiny.run(4_500 * US)
    missed = {"hits": 4, "missed_kprobe_running": 4}
    assert [tiny.of(link) for link in ticks] == [missed] * 3
    tiny.close()


def test_a_nested_hit_still_costs_its_own_price() -> None:
    tiny = Tiny(hz=1000, prices_ns={**LONG, "hook.missed": 25})
    tiny.work(*_call(BEFORE_NS))
    busy = tiny.attach("kprobe", "__x64_sys_getpid")
    tiny.attach("kprobe", "scheduler_tick")
    tiny.run(11 * MS)
    assert tiny.when(k.FLOW_END, busy) == [BEFORE_NS + 10 * MS + 10 * 25]
    tiny.close()


def test_a_kprobe_runs_in_an_interrupt_when_nothing_else_does() -> None:
    tiny = Tiny(hz=1000)
    tiny.work(Step("user", _for(20 * MS)))
    tick = tiny.attach("kprobe", "scheduler_tick")
    tiny.run(10 * MS)
    assert tiny.of(tick) == {"hits": 9, "run": 9}
    tiny.close()


# --- bpf_prog_active ----------------------------------------------------------------------------
def test_a_kprobes_program_is_missed_while_a_tracepoints_program_runs() -> None:
    tiny = Tiny(hz=1000, prices_ns=LONG)
    tiny.work(*_call(BEFORE_NS))
    busy = tiny.attach("tracepoint", "raw_syscalls/sys_enter")
    tick = tiny.attach("kprobe", "scheduler_tick")
    tiny.run(10 * MS)
    assert tiny.of(busy) == {"hits": 1}
    assert tiny.of(tick) == {"hits": 9, "missed_prog_active": 9}
    tiny.close()


def test_a_tracepoints_program_in_softirq_is_missed_while_a_kprobes_program_runs() -> None:
    tiny = Tiny(prices_ns=LONG)
    tiny.work(Step("read", nr_bytes=4096, miss_ppm=1_000_000))
    tiny.work(*_call(BEFORE_NS))
    busy = tiny.attach("kprobe", "__x64_sys_getpid")
    done = tiny.attach("tracepoint", "block/block_rq_complete")
    tiny.run(5 * MS)
    assert tiny.of(busy) == {"hits": 1}
    assert tiny.of(done) == {"hits": 1, "missed_prog_active": 1}
    assert tiny.when(k.FLOW_MISS_ACTIVE, done) == [1 * MS]
    tiny.close()


def test_a_program_of_another_cpu_misses_nobody_here() -> None:
    tiny = Tiny(nr_cpus=2, hz=1000, prices_ns=LONG)
    tiny.work(*_call(BEFORE_NS), cpus=[0])
    tiny.work(Step("user", _for(50 * MS)), cpus=[1])
    tiny.attach("kprobe", "__x64_sys_getpid")
    tick = tiny.attach("kprobe", "scheduler_tick")
    tiny.run(9_999 * US)
    # CPU 1's first tick starts a program of 10 ms there, and misses the others in its turn
    runs = [row for row in tiny.flow if row[2] == k.FLOW_RUN and row[3] == tick.index]
    assert [(int(row[0]), int(row[1])) for row in runs] == [(1 * MS, 1)]
    assert tiny.of(tick)["missed_kprobe_running"] == 9
    tiny.close()


def test_the_programs_of_one_hit_do_not_miss_each_other() -> None:
    """`bpf_prog_active` is released between the links of a chain."""
    tiny = Tiny(prices_ns={"prog.enter": 10})
    tiny.work(*_call(1000))
    links = [tiny.attach("tracepoint", "raw_syscalls/sys_enter") for _ in range(4)]
    tiny.run(10_000)
    assert all("missed_prog_active" not in tiny.of(link) for link in links)
    tiny.close()


# --- kretprobe instances --------------------------------------------------------------------------
def _readers(tasks: int, maxactive: int, until_ns: int) -> tuple[Tiny, Link]:
    """Each task reads from one device again and again, a millisecond a read, in turn."""
    tiny = Tiny(nr_cpus=tasks)
    tiny.work(Step("read", nr_bytes=4096, miss_ppm=1_000_000), tasks=tasks)
    link = tiny.attach("kretprobe", "vfs_read", maxactive=maxactive)
    tiny.run(until_ns)
    return tiny, link


def test_a_call_without_a_free_instance_is_missed() -> None:
    tiny, link = _readers(4, 2, 900 * US)
    assert tiny.of(link) == {"hits": 4, "entries": 2, "missed_maxactive": 2}
    tiny.close()


def test_a_task_that_sleeps_inside_keeps_its_instance_until_it_returns() -> None:
    # A and B hold the instances; at 1 and 2 ms they return and enter again with the instance
    # they have given back; C and D return at 3 and 4 ms, unseen, and are missed again.
    tiny, link = _readers(4, 2, 4_500 * US)
    assert tiny.of(link) == {
        "hits": 8,
        "run": 2,
        "entries": 4,
        "returns": 2,
        "missed_maxactive": 4,
    }
    assert tiny.when(k.FLOW_RUN, link) == [1 * MS, 2 * MS]
    assert tiny.when(k.FLOW_MISS_POOL, link) == [0, 0, 3 * MS, 4 * MS]
    tiny.close()


@pytest.mark.parametrize(("nr_cpus", "expected"), [(1, 10), (5, 10), (6, 12), (32, 64)])
def test_the_default_pool_is_ten_or_two_for_each_cpu(nr_cpus: int, expected: int) -> None:
    tiny = Tiny(nr_cpus=nr_cpus)
    tiny.work(*_call(1000))
    link = tiny.attach("kretprobe", "vfs_read")
    assert load64(tiny.links.record(link) + k.K_FREE) == expected
    tiny.close()


def test_each_kretprobe_of_a_function_has_a_pool_of_its_own() -> None:
    tiny = Tiny(nr_cpus=3)
    tiny.work(Step("read", nr_bytes=4096, miss_ppm=1_000_000), tasks=3)
    small = tiny.attach("kretprobe", "vfs_read", maxactive=1)
    large = tiny.attach("kretprobe", "vfs_read", maxactive=3)
    tiny.run(1_500 * US)
    assert tiny.of(small) == {
        "hits": 4,
        "run": 1,
        "entries": 2,
        "returns": 1,
        "missed_maxactive": 2,
    }
    assert tiny.of(large) == {"hits": 4, "run": 1, "entries": 4, "returns": 1}
    tiny.close()


# --- the ledger ----------------------------------------------------------------------------------
def test_every_hit_ends_in_one_way_or_is_still_under_way() -> None:
    prices = {"prog.enter": 170 * US, "hook.kprobe_ftrace": 3 * US, "path.vfs_read": 7 * US}
    tiny = Tiny(nr_cpus=2, hz=1000, prices_ns=prices, service_ns=90 * US)
    tiny.work(
        Step("read", nr_bytes=4096, miss_ppm=500_000),
        Step("user", _for(110 * US)),
        Step("close"),
        tasks=5,
    )
    hooks = [
        ("kprobe", "vfs_read", 0),
        ("kretprobe", "vfs_read", 2),
        ("kprobe", "scheduler_tick", 0),
        ("kprobe", "try_to_wake_up", 0),
        ("tracepoint", "block/block_rq_complete", 0),
        ("tracepoint", "syscalls/sys_enter_close", 0),
    ]
    links = [tiny.attach(kind, where, maxactive=pool) for kind, where, pool in hooks]
    tiny.run(200 * MS + 1)
    causes = ("missed_prog_active", "missed_kprobe_running", "missed_maxactive")
    totals = dict.fromkeys(causes, 0)
    under_way = 0
    for link in links:
        found = tiny.links.counters(link)
        ended = found["filtered"] + found["run"] + sum(found[cause] for cause in causes)
        assert 0 <= found["hits"] - ended <= 5 + 2
        under_way += found["hits"] - ended
        assert found["run"] > 0
        for cause in causes:
            totals[cause] += found[cause]
    assert all(totals.values()), totals
    assert under_way <= 5 + 2 * 3
    tiny.close()


@pytest.mark.parametrize(
    ("kind", "where", "problem"),
    [
        ("kprobe", "vfs_raed", "nothing to hook called 'vfs_raed'"),
        ("kprobe", "vfs_read+0x1000", "no offset"),
        ("kprobe", "vfs_read+here", "no offset"),
        ("iter", "task", "'iter' is not modelled"),
        ("kprobe", "", "no kprobe target"),
        ("tracepoint", "block", "names no tracepoint"),
    ],
)
def test_what_cannot_be_hooked_is_refused(kind: str, where: str, problem: str) -> None:
    tiny = Tiny()
    with pytest.raises(AttachError, match=problem.replace("+", r"\+")):
        tiny.attach(kind, where)
    tiny.close()
