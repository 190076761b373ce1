"""Links come and go: what a detaching leaves of hits, calls, sites and prices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sim.base.errors import AttachError
from sim.base.memory import load64
from sim.bpf.asm import assemble
from sim.engine.environment import Environment
from sim.engine.state import H_HITS, H_LEDGER
from sim.hooks import attach
from sim.hooks.attach import Link
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.census import census
from sim.workload.spec import Step
from tests.test_hooks_rules import EMPTY, Tiny, _call

PRICES = {"prog.enter": 300, "hook.kprobe_ftrace": 150, "hook.raw_tp": 70, "hook.fentry": 40}
PRICES |= {"hook.kretprobe_entry": 90, "hook.kretprobe_return": 110, "hook.kprobe_multi": 55}
PRICES |= {"syscall.entry": 31, "syscall.exit": 17, "hook.syscall_slow_path": 60}
PRICES |= {"hook.syscall_tracepoint": 45, "hook.syscall_filter": 8, "hook.chained": 20}


def _run(tiny: Tiny, until_ns: int, acts: list[tuple[int, Callable[[], object]]]) -> None:
    """Run a machine; at each time, do something to it."""
    machine = tiny.machine
    machine.start()
    tiny.workloads.start()
    env = Environment()
    env.add_machine(machine)

    def act():
        for t_ns, what in acts:
            yield env.timeout(t_ns - int(env.now))
            what()

    env.process(act())
    env.run(until=until_ns)
    machine.finish(until_ns)


def _sum(tiny: Tiny, link: Link) -> int:
    found = tiny.of(link)
    held = census(tiny.machine, tiny.links).running[link.index]
    missed = sum(n for name, n in found.items() if name.startswith("missed_"))
    return found.get("filtered", 0) + found.get("run", 0) + missed + held


def test_no_hit_behind_the_detaching_reaches_the_link_and_the_site_costs_nothing_again() -> None:
    tiny = Tiny(prices_ns={"prog.enter": 300})
    tiny.work(*_call(1000))
    link = tiny.attach("kprobe", "__x64_sys_getpid")
    _run(tiny, 10_000, [(5000, link.destroy)])
    tiny._keep()
    # entries at 1000 + 1300 i; the one at 4900 is under way at 5000 and runs to its end
    assert tiny.of(link) == {"hits": 4, "run": 4}
    site = tiny.machine.sites.find("__x64_sys_getpid")
    assert load64(tiny.machine.sites.record(site.index) + k.S_VISIBLE) == k.SITE_STEPPED
    done = [int(row[5]) for row in tiny._kept[0][0]]
    assert done[:5] == [1300, 2600, 3900, 5200, 6200]
    tiny.close()


@pytest.mark.parametrize(
    "kind", ["kprobe", "raw_tp", "fentry", "kretprobe", "fexit", "kprobe.multi"]
)
def test_what_is_done_ahead_is_taken_back_by_a_detaching_at_any_time(kind: str) -> None:
    """A machine that goes ahead counts as one that takes every step at its time."""
    where = "sys_enter" if kind == "raw_tp" else "__x64_sys_getpid"

    def counts(t_ns: int, is_traced: bool) -> tuple[dict[str, int], list[int], int]:
        tiny = Tiny(prices_ns=PRICES, is_traced=is_traced, nr_cpus=2)
        for tasks in (1, 2):
            tiny.work(*_call(700), tasks=tasks)
        link = tiny.attach(kind, where)
        kept = tiny.attach("kprobe", "__x64_sys_getpid")
        if kind == "raw_tp":  # its slow path is begun ahead where no program runs
            tiny.links.expect_detach([link])
        _run(tiny, 9_000, [(t_ns, link.destroy)])
        assert _sum(tiny, link) == tiny.of(link)["hits"]
        ledger = tiny.machine.get(H_LEDGER)
        cells = [load64(ledger + 8 * i) for i in range(2 * k.LEDGER_CPU_BYTES // 8)]
        found = tiny.of(link) | {f"kept {name}": n for name, n in tiny.of(kept).items()}
        steps = tiny.machine.get(H_HITS)
        tiny.close()
        return found, cells, steps

    for t_ns in range(3000, 4400, 61):
        assert counts(t_ns, is_traced=False) == counts(t_ns, is_traced=True), t_ns


def test_a_function_that_sleeps_is_abandoned_by_its_kretprobe() -> None:
    tiny = Tiny(prices_ns={"prog.enter": 300}, service_ns=50_000)
    tiny.work(Step("openat"), Step("read", nr_bytes=4096, miss_ppm=1_000_000), Step("close"))
    link = tiny.attach("kretprobe", "vfs_read")
    _run(tiny, 120_000, [(20_000, link.destroy)])
    assert tiny.of(link) == {"hits": 1, "entries": 1, "missed_detached": 1}
    assert census(tiny.machine, tiny.links).inside[link.index] == 0
    tiny.close()


def test_a_hit_whose_turn_has_not_come_is_missed() -> None:
    tiny = Tiny(prices_ns={"prog.enter": 300})
    tiny.work(*_call(1000))
    later = tiny.attach("kprobe", "__x64_sys_getpid")
    first = tiny.attach("kprobe", "__x64_sys_getpid")  # the latest comes first
    _run(tiny, 10_000, [(1100, later.destroy)])
    assert tiny.of(later) == {"hits": 1, "missed_detached": 1}
    assert tiny.of(first)["run"] > 5
    tiny.close()


def test_the_slow_path_of_system_calls_ends_with_the_last_tracepoint_program() -> None:
    tiny = Tiny(prices_ns={"hook.syscall_slow_path": 100, "hook.syscall_filter": 10})
    tiny.work(*_call(1000))
    one = tiny.attach("tracepoint", "syscalls/sys_enter_openat")
    two = tiny.attach("tracepoint", "raw_syscalls/sys_exit")
    _run(tiny, 12_000, [(4000, one.destroy), (8000, two.destroy)])
    for name in ("raw_syscalls:sys_enter", "raw_syscalls:sys_exit"):
        at = tiny.machine.sites.record(tiny.machine.sites.find(name).index)
        fields = (k.S_SLOW, k.S_FILTER, k.S_PREPARED, k.S_NR_LINKS)
        assert [load64(at + field) for field in fields] == [0, 0, 0, 0]
        assert load64(at + k.S_LINK) == -1
    assert tiny.of(one)["filtered"] == 3
    tiny.close()


def test_all_places_of_a_pattern_and_both_halves_of_a_session_go_together() -> None:
    tiny = Tiny(kernel="6.12", prices_ns=PRICES)
    tiny.work(*_call(1000))
    made = tiny.attach_all("kprobe.session", "__x64_sys_get*")
    _run(tiny, 10_000, [(5000, made[0].destroy)])
    assert set(tiny.links.detached_ns) == {link.index for link in made}
    with pytest.raises(AttachError, match="is not attached"):
        made[-1].destroy()
    tiny.close()


def test_a_bit_that_a_hit_under_way_goes_by_is_not_given_to_another_link() -> None:
    tiny = Tiny(prices_ns={"prog.enter": 300})
    tiny.work(*_call(1000))
    old = tiny.attach("kprobe", "__x64_sys_getpid")
    program = tiny.links.load("new", "kprobe", assemble(EMPTY))
    new = tiny.links.prepare(program, parse_target("kprobe", "__x64_sys_getpid", ""), tiny.owner)

    def swap() -> None:
        old.destroy()
        tiny.links.install(new)

    _run(tiny, 4000, [(1100, swap)])
    assert load64(tiny.links.record(old) + k.K_BIT) != load64(tiny.links.record(new) + k.K_BIT)
    assert tiny.of(old) == {"hits": 1, "run": 1}
    assert tiny.of(new) == {"hits": 2, "run": 2}
    tiny.close()


def test_links_that_do_not_all_have_room_leave_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attach, "MAX_LINKS", 3)
    tiny = Tiny(kernel="6.12")
    tiny.work(*_call(1000))
    with pytest.raises(AttachError, match="more than 3 links"):
        tiny.attach_all("kprobe.multi", "vfs_*")
    assert tiny.links.links == []
    sites = tiny.machine.sites
    assert {load64(sites.record(s.index) + k.S_PREPARED) for s in sites.by_name.values()} == {0}
    tiny.close()


def test_a_program_that_has_run_already_is_not_missed_when_another_one_runs_on() -> None:
    tiny = Tiny(prices_ns={"prog.enter": 300})
    tiny.work(*_call(1000))
    tiny.attach("kprobe", "__x64_sys_getpid")
    first = tiny.attach("kprobe", "__x64_sys_getpid")  # the latest comes first: 1000 to 1300
    _run(tiny, 4000, [(1400, first.destroy)])
    assert tiny.of(first) == {"hits": 1, "run": 1}
    tiny.close()
