"""Return probes as loss systems, and a Poisson stream over many functions.

A call that sleeps holds an instance of the probe's pool; a call that finds none is missed. With
Poisson arrivals and as many tasks as it takes that is Erlang's loss system, whose loss depends on
the mean of the holds only (A. K. Erlang, 1917; B. A. Sevastyanov, 1957).
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from sim.bpf.asm import assemble
from sim.engine import rows as rw
from sim.engine import state as h
from sim.engine.environment import Environment
from sim.hooks.attach import Link, Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Device, Distribution, Machine, MachineConfig
from sim.kernel.paths import load_paths
from sim.run.collect import read_log
from sim.workload.compile import Workloads
from sim.workload.spec import Files, Step, WorkloadSpec
from tests.test_queueing_theory import interval
from tests.theory import MEAN_NS, exponential

POOL = 10
TASKS = 400
CHANNELS = 4096
SEEDS = range(1, 9)
CALLS = 12_000
HOLDS = {
    "exponential": exponential(MEAN_NS),
    "constant": Distribution(k.DIST_CONSTANT, MEAN_NS),
}
READ = Step("read", nr_bytes=4096, miss_ppm=1_000_000)
LEAVES = 512


def erlang_b(offered: float, servers: int) -> float:
    """Share of calls that find all servers busy."""
    loss = 1.0
    for n in range(1, servers + 1):
        loss = offered * loss / (n + offered * loss)
    return loss


def _attach(
    machine: Machine, kind: str, where: str, maxactive: int = 0
) -> tuple[Links, list[Link]]:
    links = Links(machine)
    program = links.load("p", kind, assemble("r0 = 0\nexit"))
    target = replace(parse_target(kind, where, "test"), maxactive=maxactive)
    made = links.prepare_all(program, target, machine.add_owner("tracer:t"))
    for link in made:
        links.install(link)
    return links, made


def _run(machine: Machine, workloads: Workloads, until_ns: int) -> None:
    def forget() -> None:
        for log in range(rw.NR_LOGS - 1):
            read_log(machine, log)

    machine.on_trap = {h.TRAP_FLUSH: forget}
    machine.start()
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    env.run(until=until_ns)
    machine.finish(until_ns)


def _lost(seed: int, kind: str, maxactive: int, offered: float, hold: Distribution) -> float:
    """Return the share of calls of vfs_read that the probe misses."""
    device = Device("sda", CHANNELS, hold)
    # five CPUs: a multi link at one function has ten instances
    machine = Machine(MachineConfig("6.1", 5, seed, lambda _: 0, hz=0, devices=(device,)))
    workloads = Workloads(machine)
    arrivals = exponential(MEAN_NS / offered)
    files = Files(1, "/srv/file", 0)
    workloads.add(WorkloadSpec("reads", True, TASKS, arrivals, (READ,), files))
    links, (link,) = _attach(machine, kind, "vfs_read", maxactive)
    _run(machine, workloads, round(CALLS / offered * MEAN_NS))
    seen = links.counters(link)
    machine.close()
    assert 0.9 * CALLS < seen["hits"] < 1.1 * CALLS
    assert seen["missed_prog_active"] == seen["missed_kprobe_running"] == 0
    return seen["missed_maxactive"] / seen["hits"]


@pytest.mark.parametrize("offered", [5.0, 9.0, 14.0])
@pytest.mark.parametrize("hold", HOLDS)
@pytest.mark.parametrize(("kind", "maxactive"), [("kretprobe", POOL), ("kretprobe.multi", 0)])
def test_a_pool_of_instances_loses_calls_as_erlangs_system(
    kind: str, maxactive: int, hold: str, offered: float
) -> None:
    shares = [_lost(seed, kind, maxactive, offered, HOLDS[hold]) for seed in SEEDS]
    mean, half = interval(shares, 0.999)
    assert abs(mean - erlang_b(offered, POOL)) < half
    assert half < 0.25 * mean


def test_all_functions_of_a_multi_link_share_one_pool() -> None:
    """One function's calls hold the instances that another one's then lack."""
    device = Device("sda", CHANNELS, HOLDS["constant"])
    machine = Machine(MachineConfig("6.1", 1, 1, lambda _: 0, hz=0, devices=(device,)))
    workloads = Workloads(machine)
    never = Distribution(k.DIST_CONSTANT, 0)
    files = Files(1, "/srv/file", 0)
    workloads.add(WorkloadSpec("reads", False, 3, never, (READ,), files))
    links, made = _attach(machine, "kretprobe.multi", "*s_read", 4)
    _run(machine, workloads, MEAN_NS // 2)
    seen = {link.target.site: links.counters(link) for link in made}
    nested = [seen[name] for name in ("__x64_sys_read", "ksys_read", "vfs_read")]
    assert [one["entries"] for one in nested] == [2, 1, 1], "three calls of three want nine"
    assert [one["missed_maxactive"] for one in nested] == [1, 2, 2]
    machine.close()


def _tree(depth: int, first: int) -> list[object]:
    """A body that calls one of 2^depth functions, each as likely as the others."""
    if depth == 0:
        return [f"call leaf_{first}"]
    half = _tree(depth - 1, first), _tree(depth - 1, first + (1 << (depth - 1)))
    return [{"when": "ppm", "then": half[0], "else": half[1]}]


@pytest.fixture
def many_functions(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A kernel whose getpid calls one of 512 functions."""
    paths = load_paths("6.1")
    leaves = {f"leaf_{i}": () for i in range(LEAVES)}
    tree = ["set ppm 500000", *_tree(LEAVES.bit_length() - 1, 0)]
    functions = {**paths.functions, **leaves, "__x64_sys_getpid": tree}
    with monkeypatch.context() as patch:
        changed = replace(paths, functions=functions)
        patch.setattr("sim.kernel.machine.load_paths", lambda _kernel: changed)
        yield


@pytest.mark.usefixtures("many_functions")
def test_poisson_hits_of_512_functions_add_up_to_their_sum() -> None:
    machine = Machine(MachineConfig("6.1", 4, 7, lambda _: 0, hz=0, is_traced=True))
    workloads = Workloads(machine)
    workloads.add(WorkloadSpec("asks", True, 64, exponential(10_000), (Step("getpid"),)))
    links, made = _attach(machine, "kprobe.multi", "leaf_*")
    times: list[int] = []

    def keep() -> None:
        for log in range(rw.NR_LOGS - 1):
            rows = read_log(machine, log)
            if log == rw.LOG_FLOW:
                times.extend(rows[rows[:, 2] == k.FLOW_HIT][:, 0].tolist())

    machine.on_trap = {h.TRAP_FLUSH: keep}
    machine.start()
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    env.run(until=600_000_000)
    machine.finish(600_000_000)
    keep()
    hits = np.array([links.counters(link)["hits"] for link in made])
    assert len(made) == LEAVES and hits.sum() == len(times)
    assert all(links.counters(link)["run"] == n for link, n in zip(made, hits, strict=True))
    mean = hits.sum() / LEAVES
    assert abs(hits.sum() - 60_000) < 4 * math.sqrt(60_000)
    chi2 = float(((hits - mean) ** 2 / mean).sum())
    assert abs(chi2 - (LEAVES - 1)) < 4 * math.sqrt(2 * (LEAVES - 1)), "each its share"
    gaps = np.diff(np.sort(times))
    ratio = statistics.pstdev(gaps.tolist()) / float(gaps.mean())
    assert abs(ratio - 1) < 4 / math.sqrt(len(gaps)), "as exponential as their sum"
    windows = np.bincount(np.array(times) // 1_000_000, minlength=600)
    dispersion = windows.var() / windows.mean()
    assert abs(dispersion - 1) < 4 * math.sqrt(2 / 600)
    machine.close()
