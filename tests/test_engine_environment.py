"""SimPy and machines in one order of time; and the same results plain and compiled."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from sim.base.compile import PLAIN
from sim.engine import rows as rw
from sim.engine import state as h
from sim.engine.environment import RANK_BITS, Environment
from sim.engine.state import INF
from sim.hooks.attach import Links
from sim.hooks.events import HookEvents
from sim.kernel import layout as k
from sim.kernel.machine import Device, Distribution, Machine, MachineConfig
from sim.run.collect import read_log
from sim.run.runner import prepare, run_tables
from sim.run.scenario import load_scenario
from sim.workload.compile import Workloads
from sim.workload.spec import Step, WorkloadSpec
from tests.scenarios import small_file

Log = list[tuple[int, str]]


def _key(t_ns: int, rank: int = 2) -> int:
    return t_ns << RANK_BITS | rank


@dataclass
class Steps:
    """A machine that only has steps: (time, rank, name, what its trap does or None)."""

    name: str
    log: Log
    steps: list[tuple[int, int, Callable[[], None] | None]]
    slots: list[tuple[int, int]] = field(default_factory=list)
    fired: list[tuple[int, int]] = field(default_factory=list)
    _trap: Callable[[], None] | None = None

    def next_key(self) -> int:
        return _key(*self.steps[0][:2]) if self.steps else INF

    def run_before(self, limit_key: int) -> int | None:
        while self.next_key() < limit_key:
            t_ns, _rank, self._trap = self.steps.pop(0)
            self.log.append((t_ns, self.name))
            if self._trap is not None:
                return t_ns
        return None

    def handle_trap(self) -> None:
        assert self._trap is not None
        self._trap()

    def rearmed(self) -> list[tuple[int, int]]:
        changed, self.slots = self.slots, []
        return changed

    def fire_slot(self, slot: int, key: int) -> None:
        self.fired.append((slot, key))


def _at(env: Environment, log: Log, t_ns: int, name: str) -> Generator[Any, Any, None]:
    yield env.timeout(t_ns)
    log.append((int(env.now), name))


def test_steps_before_an_event_come_first_and_steps_at_its_time_after_it() -> None:
    env, log = Environment(), []
    env.add_machine(Steps("step", log, [(t, 2, None) for t in (5, 9, 10, 11, 30)]))
    env.process(_at(env, log, 10, "event"))
    env.run(until=20)
    expected = [(5, "step"), (9, "step"), (10, "event"), (10, "step"), (11, "step")]
    assert log == expected


def test_nothing_at_the_horizon_runs() -> None:
    env, log = Environment(), []
    env.add_machine(Steps("step", log, [(19, 2, None), (20, 2, None)]))
    env.run(until=20)
    assert log == [(19, "step")]
    env.run(until=21)
    assert log == [(19, "step"), (20, "step")]


def test_an_event_made_at_the_present_time_precedes_the_steps_of_that_time() -> None:
    env, log = Environment(), []
    env.add_machine(Steps("step", log, [(10, 2, None)]))

    def chain() -> Generator[Any, Any, None]:
        yield env.timeout(10)
        for i in range(3):
            log.append((int(env.now), f"event {i}"))
            yield env.timeout(0)

    env.process(chain())
    env.run(until=20)
    assert log == [(10, "event 0"), (10, "event 1"), (10, "event 2"), (10, "step")]


def test_a_trap_is_handled_at_its_own_time_and_may_schedule_events() -> None:
    env, log = Environment(), []

    def trap() -> None:
        log.append((int(env.now), "trap"))
        env.process(_at(env, log, 0, "at once"))
        env.process(_at(env, log, 2, "later"))

    env.add_machine(Steps("step", log, [(7, 2, trap), (8, 2, None), (9, 2, None), (10, 2, None)]))
    env.run(until=20)
    assert log == [
        (7, "step"),
        (7, "trap"),
        (7, "at once"),
        (8, "step"),
        (9, "later"),
        (9, "step"),
        (10, "step"),
    ]


def test_several_machines_step_in_one_order() -> None:
    env, log = Environment(), []
    env.add_machine(Steps("a", log, [(t, 2, None) for t in (1, 4, 6, 9)]))
    env.add_machine(Steps("b", log, [(t, 3, None) for t in (2, 4, 5, 9)]))
    env.add_machine(Steps("idle", log, []))
    env.process(_at(env, log, 5, "event"))
    env.run(until=20)
    times = "1a 2b 4a 4b 5event 5b 6a 9a 9b"
    assert " ".join(f"{t_ns}{name}" for t_ns, name in log) == times


def test_two_machines_with_steps_of_one_key_both_go_on() -> None:
    env, log = Environment(), []
    env.add_machine(Steps("a", log, [(t, 2, None) for t in (4, 4, 6)]))
    env.add_machine(Steps("b", log, [(t, 2, None) for t in (4, 6, 6)]))
    env.run(until=20)
    assert sorted(log) == [(4, "a"), (4, "a"), (4, "b"), (6, "a"), (6, "b"), (6, "b")]
    assert [t for t, _ in log] == sorted(t for t, _ in log)


def test_stopping_in_a_trap_ends_the_run_at_that_time() -> None:
    env, log = Environment(), []
    env.add_machine(Steps("step", log, [(3, 2, None), (7, 2, env.stop), (8, 2, None)]))
    env.run(until=20)
    assert log == [(3, "step"), (7, "step")]
    assert env.now == 7


def test_a_slot_on_the_simpy_side_fires_in_the_order_of_its_rank() -> None:
    env, log = Environment(), []
    machine = Steps("step", log, [(10, 4, None), (10, 6, None)], slots=[(3, _key(10, 5))])
    env.add_machine(machine)
    fire = machine.fire_slot

    def fired(slot: int, key: int) -> None:
        log.append((int(env.now), f"slot {slot}"))
        fire(slot, key)

    machine.fire_slot = fired  # type: ignore[method-assign]
    env.run(until=20)
    assert log == [(10, "step"), (10, "slot 3"), (10, "step")]
    assert machine.fired == [(3, _key(10, 5))]


# --- a real machine -----------------------------------------------------------------------------
def _machine(*, simpy_sources: bool = False) -> Machine:
    """A client that computes for a microsecond and asks for its pid, and nothing has a price."""
    device = Device("sda", 1, Distribution(k.DIST_EXPONENTIAL, 40_000))
    config = MachineConfig(
        "6.1", 1, 1, lambda key: 0, 1000, devices=(device,), simpy_sources=simpy_sources
    )
    machine = Machine(config)
    workloads = Workloads(machine)
    Links(machine)
    steps = (Step("user", Distribution(k.DIST_CONSTANT, 1000)), Step("getpid"))
    nothing = Distribution(k.DIST_CONSTANT, 0)
    workloads.add(WorkloadSpec("w", False, 1, nothing, steps))
    machine.start()
    workloads.start()
    return machine


def test_simpys_events_at_a_time_precede_the_cpus_steps_at_it() -> None:
    machine = _machine()
    env = Environment()
    env.add_machine(machine)
    seen = []

    def watch() -> Generator[Any, Any, None]:
        for _ in range(5):
            yield env.timeout(1000)
            yield env.timeout(0)
            seen.append((int(env.now), machine.get(h.H_REQUESTS_DONE)))

    env.process(watch())
    env.run(until=5500)
    assert seen == [(1000 * i, i - 1) for i in range(1, 6)]
    assert machine.get(h.H_REQUESTS_DONE) == 5
    machine.close()


def test_a_waiter_goes_on_at_the_hits_time_before_the_request_ends() -> None:
    machine = _machine()
    env = Environment()
    env.add_machine(machine)
    hooks = HookEvents(machine, env)
    seen = []

    def watch() -> Generator[Any, Any, None]:
        while True:
            hit = yield machine.hooks["kprobe:__x64_sys_getpid"].hit()
            seen.append((hit.t_ns, int(env.now), machine.get(h.H_REQUESTS_DONE)))

    env.process(watch())
    env.run(until=4500)
    assert hooks is machine.hooks
    assert seen == [(1000 * i, 1000 * i, i - 1) for i in range(1, 5)]
    machine.close()


def _rows(*, simpy_sources: bool) -> list[list[int]]:
    device = Device("sda", 2, Distribution(k.DIST_EXPONENTIAL, 40_000))
    config = MachineConfig(
        "6.1", 2, 3, lambda key: 40_000, 1000, devices=(device,), simpy_sources=simpy_sources
    )
    machine = Machine(config)
    workloads = Workloads(machine)
    Links(machine)
    steps = (
        Step("read", nr_bytes=4096, miss_ppm=400_000),
        Step("sleep", Distribution(k.DIST_EXPONENTIAL, 20_000)),
        Step("user", Distribution(k.DIST_EXPONENTIAL, 9_000)),
    )
    arrivals = Distribution(k.DIST_EXPONENTIAL, 30_000)
    workloads.add(WorkloadSpec("open", True, 4, arrivals, steps))
    workloads.add(WorkloadSpec("closed", False, 3, arrivals, steps))
    machine.start()
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    env.run(until=5_000_000)
    machine.finish(5_000_000)
    found: list[list[int]] = read_log(machine, rw.LOG_REQUESTS).tolist()
    machine.close()
    return found


def test_sources_may_live_on_either_side() -> None:
    inside = _rows(simpy_sources=False)
    assert len(inside) > 100
    assert inside == _rows(simpy_sources=True)


# --- plain and compiled ---------------------------------------------------------------------------
def _digests(folder: Path) -> dict[str, str]:
    """Run the small scenario for six milliseconds and return its tables' digests."""
    overrides = ("stop.time=6 ms", "warmup=1 ms", "workloads[0].arrivals.think=100 us")
    prepared = prepare(load_scenario(small_file(folder), overrides))
    out = folder / "out"
    out.mkdir()
    result = run_tables(prepared, out)
    assert result.hits > 500
    return {**result.table_digests, "all": result.digest}


@pytest.mark.skipif(PLAIN, reason="this is the plain run")
def test_plain_python_writes_the_same_tables_as_compiled_code(tmp_path: Path) -> None:
    here = Path(__file__).resolve().parent.parent
    script = (
        "import sys, json, pathlib; from tests.test_engine_environment import _digests; "
        "from sim.base.compile import PLAIN; assert PLAIN and 'numba' not in sys.modules; "
        "print(json.dumps(_digests(pathlib.Path(sys.argv[1]))))"
    )
    plain, compiled = tmp_path / "plain", tmp_path / "compiled"
    plain.mkdir()
    compiled.mkdir()
    path = os.pathsep.join([str(here), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    env = {**os.environ, "BPFSIM_PLAIN": "1", "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-c", script, str(plain)],
        cwd=here,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert json.loads(done.stdout) == _digests(compiled)
