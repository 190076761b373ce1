"""The reference machine: what is put together, and what it writes down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import simpy

from sim.base.stream import Stream, signed64
from sim.kernel import layout as k
from sim.versions.features import Feature, features_of
from tests.reference.cpu import WORKLOAD, Account, Context, Cpu, Slot, Task
from tests.reference.hooks import Hooks, Link
from tests.reference.keyed import Turns
from tests.reference.maps import HashMap, Map, Memory, PerfArray, Ring, make_map
from tests.reference.reader import QUOTA_PERIOD_NS, Reader
from tests.reference.sched import Scheduler
from tests.reference.walker import SYS_ENTER, SYS_EXIT, Walker
from tests.reference.work import Device, Lock, Timers, Workload

__all__ = ["Reference"]

FIRST_PID = 1000
FIRST_RANK = 2
PAGE_BYTES = 4096
COMM_BYTES = 16


class Reference:
    """A machine of ordinary objects, one SimPy event a step."""

    def __init__(self, config: Any) -> None:
        self.config = config
        self.env = simpy.Environment(initial_time=0)
        self.tick_ns = 1_000_000_000 // config.hz if config.hz else 0
        self.memory = Memory()
        self.walker = Walker(self)
        self.hooks = Hooks(self)
        self.scheduler = Scheduler(self)
        self.timers = Timers(self)
        self.slots = [self.timers.slot]
        self.devices = [Device(self, device) for device in config.devices]
        self.slots += [device.slot for device in self.devices]
        self.cpus = [Cpu(self, i) for i in range(config.nr_cpus)]
        self.sample_slot = Slot(self.env, self._sample)
        self.tasks: list[Task] = []
        self.workloads: list[Workload] = []
        self.readers: list[Reader] = []
        self.maps: list[Map] = []
        self.links: list[Link] = []
        self.rings: dict[int, Any] = {}
        self.nr_maps = 0
        self._locks: dict[str, Lock] = {}
        # what is compared
        self.requests: list[tuple[int, ...]] = []
        self.records: list[tuple[Any, ...]] = []
        self.sites: list[tuple[Any, ...]] = []
        self.flow: list[tuple[Any, ...]] = []
        self.series: list[tuple[int, ...]] = []
        self.ledger: Counter[tuple[int, str, int]] = Counter()
        self.accounts: list[list[list[Any]]] = [[] for _ in self.cpus]

    # --- time and prices ------------------------------------------------------------------------
    @property
    def now(self) -> int:
        """The time, ns."""
        return int(self.env.now)

    def price(self, key: str) -> int:
        """Return a price, ps."""
        return int(self.config.price_ps(key))

    def program_price(self, key: str) -> int:
        """Return the price of something a program counts, some of it in parts."""
        parts = {"map.hash_fullness": 64, "ringbuf.line_transfer": 10}.get(key, 1)
        return (self.price(key) + parts // 2) // parts

    def spend(self, x: Context, key: str, acct: Account | None = None, n: int = 1) -> None:
        """Let a context spend a price *n* times."""
        self.spend_ps(x, acct or x.acct, self.price(key) * n)

    def spend_ps(self, x: Context, acct: Account, ps: int) -> None:
        """Let a context spend picoseconds; below a nanosecond they wait for more."""
        ns, x.carry_ps = divmod(x.carry_ps + ps, 1000)
        self.spend_ns(x, acct, ns)

    def spend_ns(self, x: Context, acct: Account, ns: int) -> None:
        """Let a context spend nanoseconds."""
        if ns <= 0:
            return
        if x.splits and x.splits[-1][0] == acct:
            x.splits[-1][1] += ns
        else:
            x.splits.append([acct, ns])

    def log_flow(self, cpu: Cpu, what: str, a: int, b: int) -> None:
        """Write down what became of a hit or a record."""
        self.flow.append((self.now, cpu.index, what, a, b))

    # --- building -------------------------------------------------------------------------------
    def _add_task(self, comm: str, owner: int, spec: Any, tgid: int, weight: int) -> Task:
        index = len(self.tasks)
        pid = FIRST_PID + index
        cpus = tuple(spec.affinity) or tuple(range(self.config.nr_cpus))
        ctx = Context(0, ("user", owner), is_user=True)
        name = comm.encode()[: COMM_BYTES - 1]
        uid = getattr(spec, "uid", 0)
        first = cpus[index % len(cpus)]
        task = Task(index, pid, tgid or pid, uid, name, owner, weight, cpus, first, ctx)
        ctx.task = task
        ctx.vars.update(pid=pid, tgid=task.tgid)
        self.tasks.append(task)
        return task

    def add_workload(self, spec: Any, files: Sequence[Any], buffers: Sequence[int]) -> None:
        """Add a workload.

        Args:
            spec: What it does.
            files: Addresses of each file's name and of its missing twin.
            buffers: Addresses of the clients' buffers.
        """
        workload = Workload(self, len(self.workloads), spec, files)
        self.workloads.append(workload)
        if workload.slot is not None:
            self.slots.append(workload.slot)
        tgid = 0
        for client in range(spec.nr_tasks):
            weight = _weight(spec.nice)
            task = self._add_task(spec.comm or spec.name, WORKLOAD, spec, tgid, weight)
            tgid = task.tgid
            task.client = client
            task.seq = client << 32
            x = task.ctx
            x.stream = Stream(signed64(self.config.seed), f"workload/{spec.name}")
            x.vars.update(buf=buffers[client], fd=3 + client)
            if self.devices:
                x.vars.update(dev=8 << 20 | 16 * spec.device, nr_sector=8, bytes=4096, softnr=4)
                x.vars["device"] = spec.device
            x.code = workload.work(x)

    def add_map(self, spec: Any) -> Map:
        """Create a map."""
        made = make_map(self.nr_maps, spec, self.memory, self.config.nr_cpus)
        if isinstance(made, HashMap):
            made.turns = Turns(self.config.seed, self.nr_maps, spec.max_entries)
            made.by_words = Feature.JHASH2 in features_of(self.config.kernel)
        self.nr_maps += 1
        self.maps.append(made)
        if isinstance(made, Ring):
            self.rings[made.index] = made.state
        return made

    def add_link(self, target: Any, owner: int, code: bytes, maps: list[Any]) -> Link:
        """Prepare a program's link."""
        free = target.maxactive or max(10, 2 * self.config.nr_cpus)
        is_syscall = target.site in (SYS_ENTER, SYS_EXIT)
        link = Link(
            len(self.links),
            target.kind,
            target.site,
            target.nr,
            is_syscall,
            target.price,
            target.return_price or target.price,
            owner,
            code,
            maps,
            free,
        )
        self.links.append(link)
        return link

    def add_reader(
        self, name: str, owner: int, links: list[Link], bmap: Map | None, options: Any
    ) -> Reader:
        """Add a tracer's task; its own owner is the one after the tracer's."""
        rings = []
        if isinstance(bmap, Ring):
            rings = [bmap.state]
        elif isinstance(bmap, PerfArray):
            bmap.open(self.nr_maps, self.config.nr_cpus, options.pages * PAGE_BYTES)
            assert bmap.rings is not None
            rings = [ring.state for ring in bmap.rings]
            self.rings.update((ring.index, ring) for ring in rings)
            self.nr_maps += len(rings)
        is_perf = isinstance(bmap, PerfArray)
        timeout_ns = options.poll_timeout_ns
        number = len(self.readers)
        reader = Reader(self, number, owner, links, rings, is_perf=is_perf, timeout_ns=timeout_ns)
        self.readers.append(reader)
        task = self._add_task(name, owner + 1, options, 0, _weight(options.nice))
        task.activity = "reader"
        task.reader, reader.task = reader, task
        task.ctx.code = reader.work(task.ctx)
        if options.quota_ppm:
            task.quota_ns = task.quota_left = QUOTA_PERIOD_NS * options.quota_ppm // 1_000_000
            self.slots.append(reader.quota_slot)
        return reader

    def held(self, x: Any) -> Lock:
        """Return the lock that a function of the kernel takes or gives back."""
        lock: Lock = x.vars["lock_nr"]
        return lock

    def lock(self, step: Any) -> Lock:
        """Return the lock that a step takes."""
        return self._locks.setdefault(step.lock, Lock(self, step.is_spin))

    # --- running --------------------------------------------------------------------------------
    def run(self, until_ns: int) -> None:
        """Run from the start up to the horizon, and charge everybody up to there."""
        self.slots += [cpu.tick_slot for cpu in self.cpus]
        self.slots += [cpu.ipi_slot for cpu in self.cpus]
        if self.config.sample_ns:
            self.slots.append(self.sample_slot)
        self.slots += [cpu.slot for cpu in self.cpus]
        for i, slot in enumerate(self.slots):
            slot.rank = FIRST_RANK + i
        if self.config.sample_ns:
            self.sample_slot.at(self.config.sample_ns)
        for reader in self.readers:
            assert reader.task is not None
            if reader.task.quota_ns:
                reader.quota_slot.at(QUOTA_PERIOD_NS)
        for task in self.tasks:
            self.scheduler.enqueue(self.cpus[task.cpu], task)
        for cpu in self.cpus:
            cpu.settle()
        for workload in self.workloads:
            workload.start()
        self.env.run(until=until_ns)
        for cpu in self.cpus:
            cpu.cut()

    def _sample(self) -> None:
        self.sample_slot.at(self.now + self.config.sample_ns)
        for cpu in self.cpus:
            cpu.cut()
        for number, activity in enumerate(k.ACTIVITIES):
            spent = sum(ns for cell, ns in self.ledger.items() if cell[1] == activity)
            self.series.append((self.now, number, k.SERIES_ACTIVITY, spent))
        for cpu in self.cpus:
            busy = self.now - self.ledger[cpu.index, "halted", 0]
            self.series.append((self.now, cpu.index, k.SERIES_BUSY, busy))
        for index, ring in sorted(self.rings.items()):
            fill = ring.producer - ring.consumer
            self.series.append((self.now, index, k.SERIES_FILL, fill))
            self.series.append((self.now, index, k.SERIES_PEAK, ring.peak))
            ring.peak = fill


def _weight(nice: int) -> int:
    return {0: 1024, 5: 335, 10: 110, -5: 3121, 19: 15}[nice]
