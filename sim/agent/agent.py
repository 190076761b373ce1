"""The tracer's user-space half: a task that attaches, then reads (libbpf's ring_buffer.c).

It loads and attaches the programs (paying for it), then polls its rings with epoll, pays for
each record, and polls again; a tool that only fills maps goes to sleep once it has attached.
It competes for CPUs like any task, with its nice, affinity and quota.

**Rule:** a reader's system calls pass the same sites as everybody's.

**Not modelled:** the tool's own timers and printing; reading maps during the run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.base.errors import ScenarioError
from sim.base.memory import store64
from sim.base.stream import stream_key
from sim.bpf.maps.create import MapView
from sim.bpf.maps.layout import M_READER, M_RINGS, MapType
from sim.bpf.maps.perf_ring import PR_WAKEUP_EVENTS
from sim.engine.state import H_READERS
from sim.hooks.kinds import ATTACH_PRICES
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, Source
from sim.kernel.tasks import Task
from sim.loader.load import LoadedObject

__all__ = ["Agent", "ReaderOptions"]

MAX_READERS = 64
QUOTA_PERIOD_NS = 100_000_000
DEFAULT_PERF_PAGES = 64


@dataclass(frozen=True)
class ReaderOptions:
    """How a tracer's user-space half runs.

    Args:
        map: Name of the ring buffer or perf event array it reads; "" for none.
        nice: −20 to 19.
        affinity: CPUs it may use; none given: all.
        quota_ppm: CPU time it may use of each 100 ms, parts per million; 0: unlimited.
        pages: Data pages of each CPU's perf ring.
        poll_timeout_ns: How long epoll waits; 0: for ever.
        work: What the tool does with each record, beyond what the profile says; None: nothing.
        is_in_place: It looks at a ring buffer's records in place, without libbpf's callback, and
            moves its position once a batch.
        wakeup_events: At how many samples a perf ring wakes it.
        trigger: A system call that it makes itself, before it first polls and after each batch.
    """

    map: str = ""
    nice: int = 0
    affinity: tuple[int, ...] = ()
    quota_ppm: int = 0
    pages: int = DEFAULT_PERF_PAGES
    poll_timeout_ns: int = 100_000_000
    work: Distribution | None = None
    is_in_place: bool = False
    wakeup_events: int = 1
    trigger: str = ""


class Agent:
    """A tracer's task on a machine.

    Args:
        machine: Where.
        name: The tracer's name, and its task's.
        number: Which tracer of the arm it is, from 0.
        owner: Whose time attaching and its programs' wake-ups are.
        loaded: Its object.
        options: How it runs.
    """

    def __init__(
        self,
        machine: Machine,
        name: str,
        number: int,
        owner: int,
        loaded: LoadedObject,
        options: ReaderOptions,
    ) -> None:
        self.name = name
        self.number = number
        self.loaded = loaded
        self.options = options
        self.ring_memory_bytes = 0
        self.view = self._map(machine, options.map) if options.map else None
        self.reader_owner = machine.add_owner(f"reader:{name}")
        entry = self._compile(machine, owner)
        self.task: Task = machine.tasks.add(
            name,
            entry,
            owner=self.reader_owner,
            nice=options.nice,
            affinity=options.affinity,
            activity=k.ACT_READER,
        )
        if options.quota_ppm:
            self._set_quota(machine)
        self._record(machine, owner)

    def _map(self, machine: Machine, name: str) -> MapView:
        view = self.loaded.maps.get(name)
        if view is None:
            raise ScenarioError(
                f"the reader's map {name!r} is not in the object",
                where=f"tracer {self.name!r}",
                reason="it has " + ", ".join(self.loaded.maps),
            )
        if view.type is MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY:
            self.ring_memory_bytes = machine.maps.open_perf_rings(view, self.options.pages)
        elif view.type is not MapType.BPF_MAP_TYPE_RINGBUF:
            raise ScenarioError(
                f"the reader's map {name!r} is a {view.type.name}",
                where=f"tracer {self.name!r}",
                reason="a reader reads a BPF_MAP_TYPE_RINGBUF or a BPF_MAP_TYPE_PERF_EVENT_ARRAY",
            )
        return view

    def _compile(self, machine: Machine, owner: int) -> int:
        """Compile the agent's code and return its first operation."""
        code = machine.code
        start = code.op("mode", k.ACT_ATTACH * k.MAX_OWNERS + owner)
        price = machine.prices.index
        loaded: set[int] = set()
        for link in self.loaded.links:
            if link.program.index not in loaded:
                loaded.add(link.program.index)
                code.op("run", price("attach.prog_load"))
            code.op("run", price(link.target.attach_price or ATTACH_PRICES[link.target.kind]))
        code.op("attached", self.number)
        code.op("mode", k.ACT_READER * k.MAX_OWNERS + self.reader_owner)
        if self.view is None:
            code.op("sleep", k.DIST_CONSTANT, 1 << 60)
            return start
        if self.options.trigger:
            machine.emit_syscall(self.options.trigger)
        loop = code.op("jump", 0)
        code.rows[loop][1] = loop + 1
        machine.emit_syscall("epoll_wait")
        again = code.op("read_next", loop)
        code.op("read_done")
        code.op("jump", again)
        if self.options.trigger:
            code.rows[again][1] = len(code.rows)
            machine.emit_syscall(self.options.trigger)
            code.op("jump", loop)
        return start

    def _rings(self) -> Sequence[int]:
        if self.view is None:
            return ()
        if self.view.type is MapType.BPF_MAP_TYPE_RINGBUF:
            return (self.view.index,)
        first = self.view.field(M_RINGS)
        return tuple(range(first, first + self.view.maps.nr_cpus))

    def _record(self, machine: Machine, owner: int) -> None:
        """Fill in the reader's record and let its rings know it."""
        if self.view is None:
            return
        if self.number >= MAX_READERS:
            raise ScenarioError(f"more than {MAX_READERS} readers on one machine")
        is_perf = self.view.type is MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY
        rings = self._rings()
        table = machine.alloc(8 * len(rings))
        for i, ring in enumerate(rings):
            store64(table + 8 * i, ring)
            store64(machine.maps.record(ring) + M_READER, self.number + 1)
            if is_perf:
                record = machine.maps.record(ring)
                store64(record + PR_WAKEUP_EVENTS, self.options.wakeup_events)
        store64(self.view.record + M_READER, self.number + 1)
        rd = machine.get(H_READERS) + self.number * k.READER_BYTES
        work = machine.distribution(self.options.work or Distribution(k.DIST_CONSTANT))
        for offset, value in (
            (k.RD_TASK, self.task.address),
            (k.RD_NR_RINGS, len(rings)),
            (k.RD_RINGS, table),
            (k.RD_PERF, int(is_perf)),
            (k.RD_TIMEOUT_NS, self.options.poll_timeout_ns),
            (k.RD_TAIL, -1),
            (k.RD_OWNER, owner),
            (k.RD_MAP, self.view.index),
            (k.RD_IN_PLACE, int(self.options.is_in_place)),
            (k.RD_DIST, work.kind),
            (k.RD_A, work.a),
            (k.RD_B, work.b),
            (k.RD_STREAM, stream_key(f"reader/{self.name}")),
        ):
            store64(rd + offset, value)
        store64(self.task.address + k.T_READER, self.number + 1)

    def _set_quota(self, machine: Machine) -> None:
        quota_ns = QUOTA_PERIOD_NS * self.options.quota_ppm // 1_000_000
        store64(self.task.address + k.T_QUOTA_NS, quota_ns)
        store64(self.task.address + k.T_QUOTA_LEFT, quota_ns)
        machine.add_source(Source(k.SRC_QUOTA, self.task.index, QUOTA_PERIOD_NS))
