"""Simulated machines as the queues of textbooks, and what the textbooks say of them.

All prices are zero and ticks are off, so that nothing takes time but the queue in question.
Formulas: Kleinrock, Queueing Systems I (1975); loads are per server.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sim.agent.agent import Agent, ReaderOptions
from sim.base.memory import store64
from sim.engine import rows as rw
from sim.engine import state as h
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.kernel import layout as k
from sim.kernel.machine import Device, Distribution, Machine, MachineConfig
from sim.kernel.queues import Queue, queues
from sim.loader.load import load_object
from sim.workload.compile import Workloads
from sim.workload.spec import Files, Step, WorkloadSpec
from tests.reference.both import asm_object
from tests.reference.programs import RING, output

__all__ = [
    "MEAN_NS",
    "RECORD_BYTES",
    "Model",
    "cpu_model",
    "device_model",
    "exponential",
    "mg1",
    "mm1k",
    "mmc",
    "queue_of",
    "ring_capacity",
    "ring_model",
    "run_model",
]

MEAN_NS = 1_000_000
RECORD_BYTES = 400
_MANY = 512


def exponential(mean_ns: float) -> Distribution:
    """Return an exponential distribution."""
    return Distribution(k.DIST_EXPONENTIAL, round(mean_ns))


def mg1(load: float, scv: float) -> float:
    """Mean number in an M/G/1 queue (Pollaczek and Khinchine); *scv*: squared coefficient."""
    return load + load * load * (1 + scv) / (2 * (1 - load))


def mmc(load: float, servers: int) -> float:
    """Mean number in an M/M/c queue, by Erlang's C formula."""
    offered = load * servers
    below = sum(offered**i / math.factorial(i) for i in range(servers))
    full = offered**servers / math.factorial(servers) / (1 - load)
    return offered + full / (below + full) * load / (1 - load)


def mm1k(load: float, room: int) -> tuple[float, float]:
    """Mean number in an M/M/1/K queue, and the share of arrivals that find it full."""
    weights = [load**n for n in range(room + 1)]
    total = sum(weights)
    return sum(n * w for n, w in enumerate(weights)) / total, weights[-1] / total


@dataclass(frozen=True)
class Model:
    """A queue that a simulated machine is to be.

    Attributes:
        build: Makes a machine for a seed; returns what is to be started after it.
        kind: Which of its queues is meant.
        services: Length of a run, in mean service times.
    """

    build: Callable[[int], tuple[Machine, Callable[[], None]]]
    kind: str
    services: int


def _config(seed: int, nr_cpus: int, devices: tuple[Device, ...] = ()) -> MachineConfig:
    # a wake-up never preempts: the granularity is longer than any run
    return MachineConfig(
        "6.1", nr_cpus, seed, lambda _: 0, hz=0, devices=devices, wakeup_granularity_ns=1 << 50
    )


def _open(name: str, load: float, workers: int, *steps: Step, **options: object) -> WorkloadSpec:
    files = Files(1, "/srv/file", 0)
    arrivals = exponential(MEAN_NS / load)
    return WorkloadSpec(name, True, workers, arrivals, steps, files, backlog=1 << 14, **options)  # type: ignore[arg-type]


_READ = (Step("openat"), Step("read", nr_bytes=4096, miss_ppm=1_000_000), Step("close"))


def device_model(load: float, service: Distribution, services: int) -> Model:
    """Return a block device with one channel and Poisson arrivals."""

    def build(seed: int) -> tuple[Machine, Callable[[], None]]:
        machine = Machine(_config(seed, 4, (Device("sda", 1, service),)))
        workloads = Workloads(machine)
        workloads.add(_open("reads", load, _MANY, *_READ))
        return machine, workloads.start

    return Model(build, "device", services)


def cpu_model(load: float, nr_cpus: int, services: int) -> Model:
    """Return CPUs as servers: requests of exponential user time."""

    def build(seed: int) -> tuple[Machine, Callable[[], None]]:
        machine = Machine(_config(seed, nr_cpus))
        workloads = Workloads(machine)
        spec = _open("burns", load * nr_cpus, _MANY, Step("user", exponential(MEAN_NS)))
        workloads.add(spec)
        return machine, workloads.start

    return Model(build, "requests", services)


def ring_capacity(size: int) -> int:
    """Records of `RECORD_BYTES` that a ring of *size* bytes holds: never quite all of it."""
    return (size - 1) // _record_bytes()


def _record_bytes() -> int:
    return (RECORD_BYTES - 3 + 8 + 7) // 8 * 8


def ring_model(load: float, work: Distribution, services: int) -> Model:
    """Return a ring of 4 KiB whose reader works on each record, alone on its CPU."""

    def build(seed: int) -> tuple[Machine, Callable[[], None]]:
        machine = Machine(_config(seed, 4))
        workloads, links = Workloads(machine), Links(machine)
        getpid = _open("asks", load, 8, Step("getpid"), affinity=(1, 2, 3))
        workloads.add(getpid)
        owner = machine.add_owner("tracer:asks")
        source = [("kprobe/__x64_sys_getpid", output(RECORD_BYTES))]
        loaded = load_object(machine, links, asm_object([RING], source), owner)
        options = ReaderOptions(map=RING.name, affinity=(0,), poll_timeout_ns=0, work=work)
        Agent(machine, "asks", 0, owner, loaded, options)
        for link in loaded.links:
            links.install(link)
        return machine, workloads.start

    return Model(build, "ring", services)


def _forget(machine: Machine) -> None:
    for log in range(rw.NR_LOGS):
        store64(machine.get(h.H_ROWS) + log * rw.LOG_BYTES + rw.L_USED, 0)


def run_model(model: Model, seed: int) -> tuple[Queue, int]:
    """Run a model; return its queue, and how long it ran, ns."""
    machine, start = model.build(seed)
    machine.on_trap = {h.TRAP_FLUSH: lambda: _forget(machine)}
    machine.start()
    start()
    horizon_ns = model.services * MEAN_NS
    env = Environment()
    env.add_machine(machine)
    env.run(until=horizon_ns)
    machine.finish(horizon_ns)
    found = queue_of(machine, model.kind)
    machine.close()
    return found, horizon_ns


def queue_of(machine: Machine, kind: str) -> Queue:
    """Return the machine's one queue of a kind."""
    found: Iterator[Queue] = (q for q in queues(machine, 1, 0) if q.kind == kind)
    return next(found)
