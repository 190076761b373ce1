"""Random machines: from a seed to a machine with workloads, devices and tracers, run and audited.

Everything is drawn from the seed's own stream, so that a machine is the same wherever it is
built, traced or not. Prices are the shipped profile's, scaled; a few stay above zero, since a
reader that costs nothing and traces itself would stop time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from sim.agent.agent import Agent, ReaderOptions
from sim.base.stream import Stream, stream_key
from sim.bpf.maps.create import MapView
from sim.bpf.maps.layout import MapType, map_address
from sim.bpf.spec import ObjectSpec
from sim.cost.profile import Profile, load_profile
from sim.engine import rows as rw
from sim.engine import state as h
from sim.engine.environment import Environment
from sim.hooks.attach import Link
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.census import Census, census
from sim.kernel.machine import Device, Distribution, Machine, MachineConfig
from sim.kernel.tracelog import TraceNames
from sim.loader.load import LoadedObject, load_object
from sim.loader.open import open_object
from sim.record.accountant import Books
from sim.record.trace import Trace
from sim.record.writer import RecordWriter
from sim.run.collect import ArmTables, TracerTables, read_log
from sim.workload.compile import Workloads
from sim.workload.spec import Files, Step, WorkloadSpec
from tests.machine_hooks import FUNCTIONS, TRACEPOINTS, EveryKind, more_kinds
from tests.machine_programs import ON_KEYS, ON_RECORDS, WRONG_FLAG, assembled

TUTORIAL = Path(__file__).resolve().parent.parent / "scenarios" / "tutorial"
SYSCALLS = ("openat", "read", "write", "close", "getpid", "fsync", "ioctl", "epoll_wait")
NEVER_FREE = ("syscall.entry", "reader.epoll_wait", "irq.enter_exit")


class Dice:
    """Draws from a seed's stream, in order."""

    def __init__(self, seed: int) -> None:
        self._stream = Stream(seed, "random machine")
        self._index = 0

    def below(self, n: int) -> int:
        self._index += 1
        return self._stream.below(n, self._index)

    def between(self, low: int, high: int) -> int:
        return low + self.below(high - low + 1)

    def one_in(self, n: int) -> bool:
        return self.below(n) == 0

    def pick(self, *choices: Any) -> Any:
        return choices[self.below(len(choices))]

    def some(self, choices: Sequence[Any], least: int, most: int) -> list[Any]:
        return [choices[self.below(len(choices))] for _ in range(self.between(least, most))]


@cache
def shipped() -> Profile:
    return load_profile("x86-2020")


@cache
def tutorial(name: str) -> ObjectSpec:
    return open_object(TUTORIAL / f"{name}.bpf.o")


def prices(seed: int, dice: Dice) -> Any:
    """Return what a key costs: the shipped price scaled, for some groups, and for some nothing."""
    scale = {group: dice.pick(1, 1, 1, 2, 5, 20) for group in ("prog", "helper", "map", "hook")}
    scale |= {"ringbuf": dice.pick(1, 1, 4, 30), "reader": dice.pick(1, 5, 20, 40)}
    scale |= {"path": dice.pick(0, 1, 1, 3), "irq": dice.pick(1, 1, 4)}
    free_one_in = dice.pick(2, 5, 20, 1000)
    draw = Stream(seed, "free prices")

    def price_ps(key: str) -> int:
        ps = shipped().price_ps(key)
        group = key.partition(".")[0]
        if group in ("attach", "detach"):
            return ps // 200
        if key not in NEVER_FREE and draw.below(free_one_in, stream_key(key)) == 0:
            return 0
        return ps * scale.get(group, 1)

    return price_ps


def distribution(dice: Dice, mean_ns: int) -> Distribution:
    kind = dice.below(4)
    if kind == k.DIST_UNIFORM:
        return Distribution(kind, mean_ns // 2, mean_ns * 3 // 2)
    return Distribution(kind, mean_ns, 2) if kind == k.DIST_ERLANG else Distribution(kind, mean_ns)


@dataclass
class Tracer:
    """A tracer on the machine."""

    name: str
    loaded: LoadedObject
    agent: Agent


class Capture:
    """Takes the place of a record writer: keeps what is appended to the ledgers."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, list[Any]]] = {}
        self._codes: dict[tuple[str, str], list[str]] = {}

    def append(self, table: str, **columns: Any) -> int:
        if table in ("time_ledger", "loss_ledger", "machine", "programs", "queues", "cost_use"):
            kept = self.tables.setdefault(table, {name: [] for name in columns})
            for name, value in columns.items():
                kept[name].append(value)
        return 0

    def category(self, table: str, column: str, name: str) -> int:
        known = self._codes.setdefault((table, column), [])
        if name not in known:
            known.append(name)
        return known.index(name)

    def rows(self, table: str) -> int:
        return 0


@dataclass
class Outcome:
    """What a run left: ledgers, trace, census, tables."""

    books: Books
    trace: Trace | None
    census: Census
    tables: dict[str, dict[str, list[Any]]]


class RandomMachine:
    """The machine of a seed.

    Args:
        seed: Decides everything.
        is_traced: Whether it writes the trace that the second accountant reads.
        is_stepwise: Whether an untraced machine takes every step at its time, as a traced one.
    """

    def __init__(self, seed: int, is_traced: bool = True, is_stepwise: bool = False) -> None:
        self.dice = dice = Dice(seed)
        self.more_dice = Dice(seed + 1000)  # what came later moves none of the draws before it
        self.hook_dice = Dice(seed + 2000)
        self.life_dice = Dice(seed + 3000)
        self.is_traced = is_traced
        self.nr_cpus = dice.pick(1, 1, 2, 2, 3, 4, 6, 8, 16)
        if self.life_dice.one_in(10):
            self.nr_cpus = self.life_dice.pick(24, 32, 64)
        self.horizon_ns = dice.between(1_000_000, 2_000_000 if self.nr_cpus > 4 else 6_000_000)
        hz = dice.pick(0, 100, 250, 1000)
        devices = tuple(
            Device(f"sd{'ab'[i]}", dice.between(1, 4), distribution(dice, dice.pick(15000, 60000)))
            for i in range(dice.between(1, 2))
        )
        self.machine = Machine(
            MachineConfig(
                "6.1",
                self.nr_cpus,
                seed,
                prices(seed, dice),
                hz=hz,
                is_preempt_full=dice.one_in(2),
                devices=devices,
                is_traced=is_traced,
                simpy_sources=dice.one_in(8),
                sample_ns=dice.pick(0, 100_000),
                sched_latency_ns=dice.pick(0, 100_000, 1_000_000),
                wakeup_granularity_ns=dice.pick(-1, 0, 100_000),
                nmi_ns=self.hook_dice.pick(0, 0, 50_000, 200_000),
            )
        )
        if is_stepwise:
            self.machine.put(h.H_LAZY, 0)
        self.links = EveryKind(self.machine)
        self._installed: set[int] = set()
        self.workloads = Workloads(self.machine)
        for i in range(dice.between(1, 3)):
            self.workloads.add(self._workload(f"w{i}", len(devices)))
        self.tracers = [self._tracer(i) for i in range(dice.between(1, 3))]

    # --- workloads -------------------------------------------------------------------------------
    def _workload(self, name: str, nr_devices: int) -> WorkloadSpec:
        dice = self.dice
        is_open = dice.one_in(3)
        steps = [Step("user", distribution(dice, dice.pick(2000, 10000, 40000)))]
        for kind in dice.some(("files", "getpid", "lock", "sleep", "user", "files"), 1, 4):
            steps += self._steps(kind)
        mean = dice.pick(5000, 30000, 120_000) if is_open else dice.pick(0, 20000, 100_000)
        return WorkloadSpec(
            name,
            is_open,
            dice.between(1, 2 * self.nr_cpus + 1),
            distribution(dice, mean) if mean else Distribution(k.DIST_CONSTANT, 0),
            tuple(steps),
            Files(dice.between(1, 20), f"/srv/{name}/{{:03d}}", dice.pick(0, 0, 300_000)),
            device=dice.below(nr_devices),
            backlog=dice.pick(0, 1, 8, 4096),
            nice=dice.pick(0, 0, -5, 10),
            affinity=() if dice.one_in(2) else tuple(range(dice.between(1, self.nr_cpus))),
        )

    def _steps(self, kind: str) -> list[Step]:
        dice = self.dice
        if kind == "lock":
            is_spin = dice.one_in(2)
            hold = distribution(dice, dice.pick(500, 3000, 15000))
            return [Step("lock", hold, lock="spin" if is_spin else "mutex", is_spin=is_spin)]
        if kind in ("sleep", "user"):
            return [Step(kind, distribution(dice, dice.pick(1000, 20000)))]
        if kind == "getpid":
            return [Step("getpid", repeat=dice.pick(1, 5, 40))]
        inner = [
            Step("read", nr_bytes=4096, repeat=dice.between(1, 3), miss_ppm=dice.pick(0, 400_000)),
            Step("write", nr_bytes=512),
            Step("fsync"),
        ]
        return [Step("openat"), *dice.some(inner, 1, 2), Step("close")]

    # --- tracers ---------------------------------------------------------------------------------
    def _tracer(self, number: int) -> Tracer:
        name = f"t{number}"
        owner = self.machine.add_owner(f"tracer:{name}")
        which = self.dice.below(8)
        loaded = self._tutorial(which, owner) if which < 3 else self._assembled(owner)
        reader = self._with_life(self._reader(loaded))
        if reader.detach_ns >= 0:
            self.links.expect_detach(loaded.links)
        return Tracer(name, loaded, Agent(self.machine, name, number, owner, loaded, reader))

    def _tutorial(self, which: int, owner: int) -> LoadedObject:
        names = ("01-opensnoop", "02-syscount", "03-biolatency")
        spec = tutorial(names[which]).copy()
        for one in spec.maps:
            if one.map_type == MapType.BPF_MAP_TYPE_RINGBUF:
                one.max_entries = self.dice.pick(4096, 8192, 65536)
            elif one.map_type in (1, 5):
                one.max_entries = self.dice.pick(1, 2, 4, 1024)
        return load_object(self.machine, self.links, spec, owner)

    def _assembled(self, owner: int) -> LoadedObject:
        dice, create = self.dice, self.machine.maps.create
        views = {
            "hash": create("hash", 1, 8, 8, dice.pick(1, 3, 16, 300)),
            "percpu": create("percpu", 5, 8, 8, dice.pick(1, 3, 16, 300)),
            "lru": self._lru(),
            "array": create("array", 2, 4, 8, dice.pick(8, 32)),
            "ring": create("ring", 27, 0, 0, dice.pick(4096, 4096, 8192, 65536)),
            "perf": create("perf", 4, 4, 4, self.nr_cpus),
        }
        addresses = {name: map_address(view.index) for name, view in views.items()}
        sends = dice.pick("ring", "ring", "ring", "perf", "perf", "none")
        links = []
        for i in range(dice.between(1, 4)):
            section = self._section()
            kind, _, text = section.partition("/")
            target = parse_target(kind, text, "")
            if kind == "kretprobe":
                target = replace(target, maxactive=dice.pick(1, 1, 2, 3, 0))
            insns = assembled(self._program(addresses, sends))
            program = self.links.load(f"p{i}", section, insns)
            links.append(self.links.prepare(program, target, owner))
        kept, self.dice = self.dice, self.hook_dice
        links += more_kinds(self.links, self.dice, lambda: self._program(addresses, sends), owner)
        self.dice = kept
        spec = ObjectSpec(sends, [], [], None)
        return LoadedObject(spec, views, tuple(links), 0)

    def _lru(self) -> MapView:
        dice = self.more_dice
        kind, entries, flags = dice.pick(9, 10), dice.pick(1, 3, 16, 300), dice.pick(0, 2)
        return self.machine.maps.create("lru", kind, 8, 8, entries, flags)

    def _section(self) -> str:
        dice = self.dice
        if dice.one_in(4):
            return f"tracepoint/raw_syscalls/sys_{dice.pick('enter', 'exit')}"
        kind = dice.pick("kprobe", "kprobe", "kretprobe", "kretprobe", "syscalls", "tracepoint")
        if kind == "syscalls":
            side = dice.pick("enter", "exit")
            return f"tracepoint/syscalls/sys_{side}_{dice.pick(*SYSCALLS)}"
        if kind == "tracepoint":
            return f"tracepoint/{dice.pick(*TRACEPOINTS)}"
        return f"{kind}/{dice.pick(*FUNCTIONS)}"

    def _program(self, maps: dict[str, int], sends: str) -> str:
        dice = self.dice
        rounds = dice.pick(1, 50, 2000, 8000)
        flags = dice.pick(0, 0, 0, 0, 1, 2, WRONG_FLAG)
        if sends == "none" or dice.one_in(3):
            name = dice.pick("hash", "percpu")
            if self.more_dice.one_in(3):
                name = "lru"
            key = dice.pick("tid", "time", "few")
            return ON_KEYS[dice.pick(*ON_KEYS)](maps, key, name, flags, rounds)
        size = dice.pick(8, 64, 256, 448)
        which = "perf" if sends == "perf" else dice.pick("reserve", "reserve", "output")
        if which == "reserve":
            size = dice.pick(size, size, 2000, 3900)  # one open record may fill the ring
        return ON_RECORDS[which](maps, size, flags, rounds)

    def _reader(self, loaded: LoadedObject) -> ReaderOptions:
        dice = self.dice
        which = ""
        if "events" in loaded.maps:
            which = "events"
        elif loaded.spec.name in ("ring", "perf") and not dice.one_in(4):
            which = loaded.spec.name
        return ReaderOptions(
            map=which,
            nice=dice.pick(0, 0, -10, 10, 19),
            affinity=(dice.below(self.nr_cpus),) if dice.one_in(2) else (),
            quota_ppm=dice.pick(0, 0, 5000),
            pages=dice.pick(1, 1, 1, 4),
            poll_timeout_ns=dice.pick(0, 50_000, 100_000_000),
        )

    def _with_life(self, reader: ReaderOptions) -> ReaderOptions:
        """Let one tracer in three detach in the middle of the run, and some attach late."""
        dice, third = self.life_dice, self.horizon_ns // 3
        attach_ns = dice.pick(0, 0, dice.between(1, third))
        detach_ns = dice.pick(-1, -1, dice.between(third + 1, 2 * third))
        return replace(reader, attach_ns=attach_ns, detach_ns=detach_ns)

    # --- running ---------------------------------------------------------------------------------
    def run(self) -> Outcome:
        """Run to the horizon, close the books, and free the machine."""
        capture = Capture()
        arm = self._tables(capture)
        logs: dict[int, list[Any]] = {rw.LOG_SITES: [], rw.LOG_ACCOUNTS: [], rw.LOG_FLOW: []}

        def flush() -> None:
            for log, chunks in logs.items():
                chunks.append(read_log(self.machine, log))
            arm.flush()

        held = self._drive(arm, flush)
        trace = self._trace({log: np.concatenate(chunks) for log, chunks in logs.items()})
        outcome = Outcome(_books(capture.tables), trace, held, capture.tables)
        self.machine.close()
        return outcome

    def run_into(self, writer: RecordWriter) -> None:
        """Run to the horizon and write the tables, those of the trace included."""
        arm = self._tables(writer)
        self._drive(arm, arm.flush)
        self.machine.close()

    def _tables(self, writer: Any) -> ArmTables:
        tracers = [
            TracerTables(t.name, t.loaded.maps, t.loaded.links, None, None, "")
            for t in self.tracers
        ]
        names = [spec.name for spec in self.workloads.specs]
        return ArmTables(
            writer, self.machine, "arm", 0, names, self.workloads.lock_names, tracers, False
        )

    def _drive(self, arm: ArmTables, flush: Callable[[], None]) -> Census:
        self.machine.on_trap = {h.TRAP_FLUSH: flush, h.TRAP_ATTACH: self._attach}
        self.machine.on_trap[h.TRAP_DETACH] = self._detach
        self.machine.start()
        self.workloads.start()
        env = Environment()
        env.add_machine(self.machine)
        env.run(until=self.horizon_ns)
        self.machine.finish(self.horizon_ns)
        flush()
        held = census(self.machine, self.links)
        arm.finish(self.links, held, shipped())
        arm.scalar("horizon_ns", self.horizon_ns)
        arm.scalar("nr_cpus", self.nr_cpus)
        return held

    def install_all(self) -> None:
        """Install every link at once, before the start; the agents' own attach does nothing."""
        for tracer in self.tracers:
            self._install(tracer.loaded.links)

    def _attach(self) -> None:
        agent = self.tracers[self.machine.get(h.H_TRAP_A)].agent
        self._install(agent.groups[self.machine.get(h.H_TRAP_B)])

    def _detach(self) -> None:
        agent = self.tracers[self.machine.get(h.H_TRAP_A)].agent
        agent.remove(self.links, self.machine.get(h.H_TRAP_B))

    def _install(self, links: Sequence[Link]) -> None:
        for link in links:
            if link.index not in self._installed:
                self._installed.add(link.index)
                self.links.install(link)

    def _trace(self, logs: dict[int, Any]) -> Trace | None:
        if not self.is_traced:
            return None
        names: list[tuple[str, str]] = [("", "")] * len(self.links.links)
        maps = {}
        for tracer in self.tracers:
            for link in tracer.loaded.links:
                hook = link.target.hook
                names[link.index] = (f"{tracer.name}/{link.program.name}", hook)
            for name, view in tracer.loaded.maps.items():
                maps[view.index] = f"{tracer.name}/{name}"
            view = tracer.agent.view
            if view is not None and view.type is MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY:
                rings = tracer.agent._rings()
                maps |= dict.fromkeys(rings, f"{tracer.name}/{view.name}")
        naming = TraceNames(self.machine, names, maps)
        return Trace(
            self.nr_cpus,
            self.horizon_ns,
            naming.sites(logs[rw.LOG_SITES]),
            naming.accounts(logs[rw.LOG_ACCOUNTS]),
            naming.flow(logs[rw.LOG_FLOW]),
        )


def _books(tables: dict[str, dict[str, list[Any]]]) -> Books:
    time, loss = tables["time_ledger"], tables["loss_ledger"]
    cells = zip(time["cpu"], time["activity"], time["owner"], strict=True)
    bins = zip(*(loss[name] for name in ("section", "subject", "hook", "bin")), strict=True)
    return Books(
        dict(zip(cells, time["time_ns"], strict=True)), dict(zip(bins, loss["count"], strict=True))
    )
