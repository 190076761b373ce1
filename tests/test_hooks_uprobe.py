"""Uprobes on simulated functions of user space, each timeline worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sim.base.errors import AttachError, ScenarioError
from sim.base.memory import load64
from sim.bpf.asm import assemble
from sim.engine import rows as rw
from sim.engine import state as h
from sim.engine.environment import Environment
from sim.hooks.attach import Link, Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, MachineConfig
from sim.kernel.user_code import UserFunction, trap_price
from sim.run.collect import read_log
from sim.workload.calls import check_calls
from sim.workload.compile import Workloads
from sim.workload.spec import Step, UserBody, WorkloadSpec

EMPTY = "r0 = 0\nexit"
OF = "/usr/bin/server:"
ADDRESS = 0x40_1000


def _for(time_ns: int) -> Distribution:
    return Distribution(k.DIST_CONSTANT, time_ns)


def _user(time_ns: int) -> Step:
    return Step("user", _for(time_ns))


def _expects(at: int, value: int) -> str:
    """A program that runs one instruction more when a register has a value."""
    load = f"r0 = 0\nr2 = *(u64 *)(r1 + {at})\n"
    return load + f"if r2 != {value} goto +1\nr0 = 1\nexit"


class Server:
    """Threads that call handle → parse, query, over and over; all prices 0 but *prices_ns*."""

    def __init__(
        self,
        *,
        nr_cpus: int = 1,
        tasks: int = 1,
        lockless: bool | None = None,
        price_ps: Callable[[str], int] | None = None,
        times_ns: tuple[int, int, int] = (100, 20, 30),
        is_traced: bool = True,
        **prices_ns: int,
    ) -> None:
        prices = {f"hook.{key}": 1000 * ns for key, ns in prices_ns.items()}
        functions = tuple(
            UserFunction(OF + name, ADDRESS + 64 * i)
            for i, name in enumerate(("handle", "parse", "query"))
        )
        self.machine = Machine(
            MachineConfig(
                "6.1",
                nr_cpus,
                1,
                price_ps or (lambda key: prices.get(key, 0)),
                0,
                is_traced=is_traced,
                user_functions=functions,
                has_lockless_uprobes=lockless,
            )
        )
        self.workloads = Workloads(self.machine)
        self.links = Links(self.machine)
        self.owner = self.machine.add_owner("tracer:test")
        self.machine.on_trap[h.TRAP_FLUSH] = self._keep
        self._kept: list[Any] = []
        self.sites: list[Any] = []
        outer, parse, query = times_ns
        calls = (Step("call", function=OF + "parse"), Step("call", function=OF + "query"))
        bodies = (
            UserBody(OF + "handle", (_user(outer), *calls), 7),
            UserBody(OF + "parse", (_user(parse),)),
            UserBody(OF + "query", (_user(query), Step("getpid")), -3),
        )
        steps = (Step("call", function=OF + "handle", numbers=(11, 22)),)
        spec = WorkloadSpec("server", False, tasks, _for(0), steps, functions=bodies)
        self.workloads.add(spec)

    def attach(self, kind: str, name: str, text: str = EMPTY, pid: int = -1) -> Link:
        program = self.links.load(f"p{len(self.links.programs)}", kind, assemble(text))
        target = replace(parse_target(kind, OF + name, "test"), nr=pid)
        link = self.links.prepare(program, target, self.owner)
        self.links.install(link)
        return link

    def run(self, until_ns: int) -> None:
        self.machine.start()
        self.workloads.start()
        env = Environment()
        env.add_machine(self.machine)
        env.run(until=until_ns)
        self.machine.finish(until_ns)
        self._keep()

    def _keep(self) -> None:
        logs = {log: read_log(self.machine, log) for log in range(rw.LOG_PAYLOAD)}
        self._kept.extend(logs[rw.LOG_FLOW])
        self.sites.extend(logs[rw.LOG_SITES])

    def of(self, link: Link) -> dict[str, int]:
        return {name: n for name, n in self.links.counters(link).items() if n}

    def when(self, what: int, link: Link) -> list[int]:
        return [int(row[0]) for row in self._kept if row[2] == what and row[3] == link.index]


def test_a_uprobe_runs_at_every_call_and_pays_for_its_trap() -> None:
    server = Server(uprobe=300)
    link = server.attach("uprobe", "parse")
    server.run(1000)
    # handle 100, trap 300, parse 20, query 30: 450 a request
    assert server.when(k.FLOW_HIT, link) == [100, 550]
    assert server.when(k.FLOW_RUN, link) == [400, 850]
    assert server.of(link) == {"hits": 2, "run": 2}
    server.machine.close()


def test_a_uretprobe_traps_at_the_entry_and_at_the_return() -> None:
    server = Server(uprobe=300, uretprobe_return=170)
    link = server.attach("uretprobe", "handle")
    server.run(621)
    # trap 300, handle 100, parse 20, query 30, trap 170
    assert server.when(k.FLOW_ENTER, link) == [0, 620]
    assert server.when(k.FLOW_RUN, link) == [620]
    assert server.of(link)["returns"] == 1
    server.machine.close()


def test_two_probes_at_one_function_share_a_trap() -> None:
    server = Server(uprobe=300)
    links = [server.attach("uprobe", "handle"), server.attach("uretprobe", "handle")]
    server.run(449)
    assert [server.of(one)["hits"] for one in links] == [1, 1]
    assert server.when(k.FLOW_RUN, links[0]) == [300]
    server.machine.close()


def test_another_process_pays_for_a_breakpoint_that_its_pid_keeps_out() -> None:
    server = Server(uprobe=300)
    link = server.attach("uprobe", "handle", pid=1)  # nobody's
    server.run(4500)
    assert server.of(link) == {"hits": 10, "filtered": 10}
    site = server.machine.sites.find(OF + "handle").index
    seen = {int(row[4]) for row in server.sites if row[3] == site and row[1] >= 0}
    assert seen == {task.tgid for task in server.machine.tasks.all}
    server.machine.close()


def test_a_process_that_its_pid_lets_in_is_run() -> None:
    server = Server(uprobe=300)
    tgid = server.machine.tasks.all[0].tgid
    links = [server.attach(kind, "handle", pid=tgid) for kind in ("uprobe", "uretprobe")]
    server.run(4500)
    for link in links:
        assert server.of(link)["run"] == 10 - (link is links[1])
        assert "filtered" not in server.of(link)
    server.machine.close()


def test_arguments_return_values_and_user_mode_reach_the_program() -> None:
    server = Server()
    wanted = (
        (server.attach("uprobe", "handle", _expects(112, 11)), 1),
        (server.attach("uprobe", "handle", _expects(104, 22)), 1),
        (server.attach("uprobe", "parse", _expects(128, ADDRESS + 64)), 1),
        (server.attach("uprobe", "parse", _expects(136, 0x33)), 1),
        (server.attach("uretprobe", "query", _expects(80, -3)), 1),
        (server.attach("uretprobe", "handle", _expects(80, 7)), 1),
        (server.attach("uretprobe", "handle", _expects(80, 8)), 0),
    )
    server.run(151)
    for link, is_equal in wanted:
        record = server.links.program_record(link.program)
        runs = server.of(link)["run"]
        assert load64(record + k.P_INSN_CNT) == runs * (4 + is_equal) > 0
    server.machine.close()


@pytest.mark.parametrize(("lockless", "expected"), [(None, 20), (True, 80)])
def test_hits_wait_for_the_machine_unless_uprobes_are_found_without_a_lock(
    lockless: bool | None, expected: int
) -> None:
    """Four threads on four CPUs; a hit holds the machine's lock for as long as it takes."""
    server = Server(
        nr_cpus=4,
        tasks=4,
        lockless=lockless,
        uprobe=1000,
        uprobe_lock_hold=1000,
        times_ns=(0, 0, 0),
    )
    link = server.attach("uprobe", "handle")
    server.run(20_000)
    assert server.of(link)["run"] == pytest.approx(expected, abs=4)
    server.machine.close()


def test_instructions_that_the_kernel_emulates() -> None:
    emulated = [b"\x55", b"\x90", b"\x41\x57", b"\xe8\0\0\0\0", b"\x74\x10"]
    stepped = [b"\xc3", b"\x48\x83\xec\x08", b"\x0f\x1f\x44\0\0", b""]
    assert {trap_price(code) for code in emulated} == {"hook.uprobe"}
    assert {trap_price(code) for code in stepped} == {"hook.uprobe_singlestep"}


def test_wrong_places_are_refused() -> None:
    server = Server()
    for kind, name, message in (
        ("uprobe", "nobody", "nothing to hook"),
        ("uprobe", "handle+4", "nothing to hook"),
        ("uretprobe", "handle+4", "uretprobes do not support offset"),
        ("uprobe", "handle+x", "invalid format"),
        ("uprobe", "", "missing ':function"),
        ("kprobe", "handle", "a function of user space"),
    ):
        with pytest.raises(AttachError, match=message):
            server.attach(kind, name)
    server.machine.close()


def test_functions_that_call_each_other_in_a_cycle_are_refused() -> None:
    loop = [UserBody(n, (Step("call", function=c),)) for n, c in (("a", "b"), ("b", "a"))]
    with pytest.raises(ScenarioError, match="in a cycle: a → b"):
        check_calls(loop, {"a"})
    with pytest.raises(ScenarioError, match="no function 'c' to call"):
        check_calls(loop[:1], {"c"})
