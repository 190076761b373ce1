"""Queues in detail: a ring that fills at a computed nanosecond, and what a check would catch."""

from __future__ import annotations

import pytest

from sim.agent.agent import Agent, ReaderOptions
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, MachineConfig
from sim.kernel.queues import Queue, queues
from sim.loader.load import load_object
from sim.record.ledger import check_queues
from sim.workload.compile import Workloads
from sim.workload.spec import Step, WorkloadSpec
from tests.reference.both import asm_object
from tests.reference.programs import RING, output

USER_NS = 10_000
# the only prices that are not zero, ps
PRICES = {
    "syscall.entry": 70_000,
    "path.__x64_sys_getpid": 40_000,
    "syscall.exit": 50_000,
    "hook.kprobe_ftrace": 65_000,
    "prog.enter": 11_000,
    "prog.insn_jit": 1_000,
    "helper.call": 2_000,
    "ringbuf.reserve": 30_000,
    "ringbuf.lock_hold": 20_000,
    "ringbuf.output": 5_000,
    "ringbuf.copy_byte": 100,
}
SIZE = 96  # of a record, as `output` makes them: three bytes less
RECORD_BYTES = 104
ROOM = 4095 // RECORD_BYTES


def _ring(machine: Machine) -> Queue:
    return next(q for q in queues(machine, 1, 0) if q.kind == "ring")


def _run(horizon_ns: int) -> Queue:
    """A client asks for its pid without pause; the reader never gets done with a first record."""
    config = MachineConfig("6.1", 2, 1, lambda key: PRICES.get(key, 0), hz=0)
    machine = Machine(config)
    workloads, links = Workloads(machine), Links(machine)
    user = Step("user", Distribution(k.DIST_CONSTANT, USER_NS))
    no_pause = Distribution(k.DIST_CONSTANT, 0)
    workloads.add(WorkloadSpec("w", False, 1, no_pause, (user, Step("getpid")), affinity=(1,)))
    spec = asm_object([RING], [("kprobe/__x64_sys_getpid", output(SIZE))])
    loaded = load_object(machine, links, spec, machine.add_owner("tracer:t"))
    stalled = Distribution(k.DIST_CONSTANT, 1 << 50)
    options = ReaderOptions(map=RING.name, affinity=(0,), poll_timeout_ns=0, work=stalled)
    Agent(machine, "t", 0, 3, loaded, options)
    for link in loaded.links:
        links.install(link)
    machine.start()
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    env.run(until=horizon_ns)
    machine.finish(horizon_ns)
    found = _ring(machine)
    machine.close()
    return found


def _reservation_ns(number: int) -> int:
    """When the reservation with this number (from 1) is made, by adding up the prices."""
    nr_bytes = SIZE - 3
    before = PRICES["syscall.entry"] + PRICES["hook.kprobe_ftrace"] + PRICES["prog.enter"]
    # up to the reservation: 12 stores, then 8 instructions of which the first and last are calls
    to_reserve = 20 * PRICES["prog.insn_jit"] + PRICES["helper.call"]
    paid = ("ringbuf.lock_hold", "ringbuf.reserve", "ringbuf.output", "path.__x64_sys_getpid")
    after = PRICES["helper.call"] + sum(PRICES[key] for key in paid) + PRICES["syscall.exit"]
    after += nr_bytes * PRICES["ringbuf.copy_byte"] + 2 * PRICES["prog.insn_jit"]
    period = 1000 * USER_NS + before + to_reserve + after
    return (1000 * USER_NS + before + to_reserve + (number - 1) * period) // 1000


def test_a_ring_with_a_stalled_reader_fills_at_the_computed_nanosecond() -> None:
    full = _reservation_ns(ROOM)
    assert (_run(full).arrivals, _run(full + 1).arrivals) == (ROOM - 1, ROOM)
    refused = _reservation_ns(ROOM + 1)
    last, first = _run(refused), _run(refused + 1)
    assert (last.present, last.refused) == (ROOM, 0)
    assert (first.present, first.refused) == (ROOM, 1)


GOOD = {
    "arm": ["a"],
    "replication": [0],
    "queue": ["sda"],
    "kind": ["device"],
    "arrivals": [5],
    "departures": [3],
    "present": [2],
    "area_ns": [90],
    "sojourn_ns": [60],
    "age_ns": [30],
}


@pytest.mark.parametrize("column", ["arrivals", "departures", "present", "area_ns", "age_ns"])
def test_a_queue_that_does_not_add_up_is_found(column: str) -> None:
    assert check_queues(GOOD) == []
    (found,) = check_queues({**GOOD, column: [GOOD[column][0] + 1]})
    assert "device sda" in str(found)
