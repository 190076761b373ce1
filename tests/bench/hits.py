"""Hits a second on one core, with a program attached that counts in a hash map.

Each simulated CPU has one task that does nothing but getpid(2), with a kprobe on its function:
every hit runs the program (a hash lookup and an atomic addition). Beside it, in the same rounds,
runs a bare SimPy loop: one process that waits for one nanosecond, again and again. What counts
is the ratio; figures are medians of several rounds, in CPU time of this process.

    python -m tests.bench.hits [--rounds N] [--hits N] [--check]
"""

from __future__ import annotations

import argparse
import statistics
import struct
import sys
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field

import simpy

from sim.bpf.asm import assemble
from sim.bpf.maps.create import MapView
from sim.bpf.maps.layout import MapType, map_address
from sim.bpf.region import signed_address
from sim.cost.profile import load_profile
from sim.engine import rows as rw
from sim.engine import state as h
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, MachineConfig
from sim.run.collect import read_log
from sim.workload.compile import Workloads
from sim.workload.spec import Step, WorkloadSpec

__all__ = ["Bench", "main", "simpy_events"]

CPUS = (1, 4, 16)
TARGET_HITS_PER_S = 2_000_000
FUNCTION = "__x64_sys_getpid"
KEY = 7
WARM_UP_NS = 1_000_000
SLICE_NS = 1_000_000

COUNT = """
 *(u32 *)(r10 - 4) = {key}
 r2 = r10
 r2 += -4
 r1 = {counts} ll
 call 1
 if r0 == 0 goto out
 r1 = 1
 lock *(u64 *)(r0 + 0) += r1
out:
 r0 = 0
 exit
"""


class Bench:
    """A machine that is hit as often as it can be.

    Args:
        nr_cpus: Its CPUs.
    """

    def __init__(self, nr_cpus: int) -> None:
        price_ps = load_profile("x86-2020").price_ps
        self.machine = machine = Machine(MachineConfig("6.1", nr_cpus, 1, price_ps))
        workloads = Workloads(machine)
        self.links = Links(machine)
        no_pause = Distribution(k.DIST_CONSTANT, 0)
        step = Step("getpid", repeat=1000)
        workloads.add(WorkloadSpec("getpid", False, nr_cpus, no_pause, (step,)))
        self.counts = self._attach()
        machine.on_trap[h.TRAP_FLUSH] = self._forget_rows
        machine.start()
        workloads.start()
        self.env = Environment()
        self.env.add_machine(machine)
        self.env.run(until=WARM_UP_NS)

    def _attach(self) -> MapView:
        machine, links = self.machine, self.links
        counts = machine.maps.create("counts", MapType.BPF_MAP_TYPE_HASH, 4, 8, 1024)
        counts.update(struct.pack("<I", KEY), bytes(8))
        source = COUNT.format(key=KEY, counts=signed_address(map_address(counts.index)))
        program = links.load("count", f"kprobe/{FUNCTION}", assemble(source))
        owner = machine.add_owner("tracer:bench")
        links.install(links.prepare(program, parse_target("kprobe", FUNCTION, ""), owner))
        return counts

    def _forget_rows(self) -> None:
        for log in range(rw.NR_LOGS - 1):
            read_log(self.machine, log)

    def hits_per_s(self, nr_hits: int) -> float:
        """Run until about so many hits more, and return how many there were in a second."""
        before, spent_s = self.links.nr_hits, 0.0
        while (done := self.links.nr_hits - before) < nr_hits:
            began_s = time.process_time()
            self.env.run(until=int(self.env.now) + SLICE_NS)
            spent_s += time.process_time() - began_s
        return done / spent_s

    @property
    def counted(self) -> int:
        """What the program counted."""
        copies = self.counts.lookup(struct.pack("<I", KEY)) or []
        return int.from_bytes(b"".join(copies), "little")

    def close(self) -> None:
        """Give the machine's memory back."""
        self.machine.close()


def simpy_events(nr_events: int) -> float:
    """Return how many events a second a bare SimPy loop gets done."""
    env = simpy.Environment()

    def tick() -> Generator[simpy.Event, None, None]:
        while True:
            yield env.timeout(1)

    env.process(tick())
    began_s = time.process_time()
    env.run(until=nr_events)
    return nr_events / (time.process_time() - began_s)


@dataclass
class Figures:
    """What was measured of one subject, round by round."""

    per_s: list[float] = field(default_factory=list)
    ratio: list[float] = field(default_factory=list)

    def line(self, name: str) -> str:
        """Return median, least and most as one line of text."""
        middle, low, high = statistics.median(self.per_s), min(self.per_s), max(self.per_s)
        text = f"{name:14}{middle / 1e6:9.2f} M/s   ({low / 1e6:.2f} to {high / 1e6:.2f})"
        return f"{text:48}{statistics.median(self.ratio):9.1f} ×"


def measure(rounds: int, nr_hits: int, say: Callable[[str], object] = print) -> dict[int, Figures]:
    """Measure every number of CPUs beside SimPy, in rounds, and say what came out."""
    benches = {nr: Bench(nr) for nr in CPUS}
    found = {nr: Figures() for nr in CPUS}
    bare = Figures()
    for _ in range(rounds):
        simpy_per_s = simpy_events(max(nr_hits // 4, 1))
        bare.per_s.append(simpy_per_s)
        bare.ratio.append(1.0)
        for nr, bench in benches.items():
            per_s = bench.hits_per_s(nr_hits)
            found[nr].per_s.append(per_s)
            found[nr].ratio.append(per_s / simpy_per_s)
    say(f"{'':14}{'median of ' + str(rounds):>13}   (least to most){'to SimPy':>19}")
    say(bare.line("SimPy events"))
    for nr, figures in found.items():
        say(figures.line(f"hits, {nr} CPU" + ("s" if nr > 1 else "")))
    for nr, bench in benches.items():
        # each CPU may be between a hit and its count
        assert 0 <= bench.links.nr_hits - bench.counted <= nr
        bench.close()
    return found


def main() -> int:
    """Run the benchmark; with ``--check``, fail where the target is missed."""
    parser = argparse.ArgumentParser(description="Hits a second beside a bare SimPy loop.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--hits", type=int, default=2_000_000, help="per round and machine")
    parser.add_argument("--check", action="store_true", help="exit 1 below the target")
    args = parser.parse_args()
    found = measure(args.rounds, args.hits)
    one = statistics.median(found[1].per_s)
    verdict = "reached" if one >= TARGET_HITS_PER_S else "missed"
    print(f"target: {TARGET_HITS_PER_S / 1e6:.0f} M hits/s on one CPU, {verdict}")
    return 1 if args.check and verdict == "missed" else 0


if __name__ == "__main__":
    sys.exit(main())
