"""Hits a second on one core, with a program attached that counts, or one that sends records.

Each simulated CPU has one task that does nothing but getpid(2), with a kprobe on its function.
The counting program does a hash lookup and an atomic addition on every hit; the sending one
reserves and submits 16 bytes in a ring buffer, without waking anybody, and the benchmark empties
the ring between two slices, at no simulated cost, so that no record is dropped. Beside them, in
the same rounds, runs a bare SimPy loop: one process that waits for one nanosecond, again and
again. What counts is the ratio; figures are medians of several rounds, in CPU time of this
process.

    python -m tests.bench.hits [--rounds N] [--hits N] [--cpus N,N,…] [--check]
"""

from __future__ import annotations

import argparse
import statistics
import struct
import sys
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field

import simpy

from sim.base.memory import load64, store64
from sim.bpf.asm import assemble
from sim.bpf.maps.create import MapView
from sim.bpf.maps.layout import M_CONSUMER, M_PRODUCER, M_SUBMITTED, MapType, map_address
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

CPUS = (1, 4, 16, 64, 256)
TARGET_HITS_PER_S = 15_000_000
FUNCTION = "__x64_sys_getpid"
KEY = 7
WARM_UP_NS = 1_000_000
SLICE_NS = 1_000_000
RING_BYTES = 1 << 22
RECORD_BYTES = 16

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

SEND = """
 r1 = {ring} ll
 r2 = 16
 r3 = 0
 call 131
 if r0 == 0 goto out
 r1 = 1
 *(u64 *)(r0 + 0) = r1
 *(u64 *)(r0 + 8) = r1
 r1 = r0
 r2 = 1
 call 132
out:
 r0 = 0
 exit
"""  # flag 1: BPF_RB_NO_WAKEUP


class Bench:
    """A machine that is hit as often as it can be.

    Args:
        nr_cpus: Its CPUs.
        does: What the program does: "count" or "send".
    """

    def __init__(self, nr_cpus: int, does: str = "count") -> None:
        price_ps = load_profile("x86-2020").price_ps
        self.machine = machine = Machine(MachineConfig("6.1", nr_cpus, 1, price_ps))
        workloads = Workloads(machine)
        self.links = Links(machine)
        no_pause = Distribution(k.DIST_CONSTANT, 0)
        step = Step("getpid", repeat=1000)
        workloads.add(WorkloadSpec("getpid", False, nr_cpus, no_pause, (step,)))
        self.map = self._count() if does == "count" else self._send()
        machine.on_trap[h.TRAP_FLUSH] = self._forget_rows
        machine.start()
        workloads.start()
        self.env = Environment()
        self.env.add_machine(machine)
        self.env.run(until=WARM_UP_NS)

    def _count(self) -> MapView:
        counts = self.machine.maps.create("counts", MapType.BPF_MAP_TYPE_HASH, 4, 8, 1024)
        counts.update(struct.pack("<I", KEY), bytes(8))
        self._attach(COUNT.format(key=KEY, counts=signed_address(map_address(counts.index))))
        return counts

    def _send(self) -> MapView:
        ring = self.machine.maps.create("ring", MapType.BPF_MAP_TYPE_RINGBUF, 0, 0, RING_BYTES)
        self._attach(SEND.format(ring=signed_address(map_address(ring.index))))
        return ring

    def _attach(self, source: str) -> None:
        links = self.links
        program = links.load("bench", f"kprobe/{FUNCTION}", assemble(source))
        owner = self.machine.add_owner("tracer:bench")
        links.install(links.prepare(program, parse_target("kprobe", FUNCTION, ""), owner))

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
            self._empty_ring()
        return done / spent_s

    def _empty_ring(self) -> None:
        """Read everything that is in the ring, as a reader does that costs nothing."""
        if self.map.type is MapType.BPF_MAP_TYPE_RINGBUF:
            store64(self.map.record + M_CONSUMER, load64(self.map.record + M_PRODUCER))

    @property
    def done(self) -> int:
        """How often the program did what it is for."""
        if self.map.type is MapType.BPF_MAP_TYPE_RINGBUF:
            return load64(self.map.record + M_SUBMITTED)
        copies = self.map.lookup(struct.pack("<I", KEY)) or []
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


def measure(
    rounds: int,
    nr_hits: int,
    cpus: Sequence[int] = CPUS,
    say: Callable[[str], object] = print,
) -> dict[tuple[str, int], Figures]:
    """Measure both programs on every number of CPUs beside SimPy, in rounds, and say so."""
    benches = {(does, nr): Bench(nr, does) for does in ("count", "send") for nr in cpus}
    found = {which: Figures() for which in benches}
    bare = Figures()
    for _ in range(rounds):
        simpy_per_s = simpy_events(max(nr_hits // 4, 1))
        bare.per_s.append(simpy_per_s)
        bare.ratio.append(1.0)
        for which, bench in benches.items():
            per_s = bench.hits_per_s(nr_hits)
            found[which].per_s.append(per_s)
            found[which].ratio.append(per_s / simpy_per_s)
    say(f"{'':14}{'median of ' + str(rounds):>13}   (least to most){'to SimPy':>19}")
    say(bare.line("SimPy events"))
    for (does, nr), figures in found.items():
        say(figures.line(f"{does}, {nr} CPU" + ("s" if nr > 1 else "")))
    for does in ("count", "send"):
        if {1, 64} <= set(cpus):
            say(f"{does}: a hit on 64 CPUs costs {_growth(found, does):.2f} × one on 1 CPU")
    for (_, nr), bench in benches.items():
        # each CPU may be between a hit and what its program does
        assert 0 <= bench.links.nr_hits - bench.done <= nr
        bench.close()
    return found


def _growth(found: dict[tuple[str, int], Figures], does: str) -> float:
    one, many = (statistics.median(found[does, nr].per_s) for nr in (1, 64))
    return one / many


def main() -> int:
    """Run the benchmark; with ``--check``, fail where the target is missed."""
    parser = argparse.ArgumentParser(description="Hits a second beside a bare SimPy loop.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--hits", type=int, default=2_000_000, help="per round and machine")
    parser.add_argument("--cpus", default=",".join(map(str, CPUS)), help="numbers of CPUs")
    parser.add_argument("--check", action="store_true", help="exit 1 below the target")
    args = parser.parse_args()
    cpus = [int(word) for word in args.cpus.split(",")]
    found = measure(args.rounds, args.hits, cpus)
    first = statistics.median(found["count", cpus[0]].per_s)
    verdict = "reached" if first >= TARGET_HITS_PER_S else "missed"
    goal = f"{TARGET_HITS_PER_S / 1e6:.0f} M hits/s"
    print(f"target: {goal} with {cpus[0]} CPUs, counting: {verdict}")
    return 1 if args.check and verdict == "missed" else 0


if __name__ == "__main__":
    sys.exit(main())
