"""The tracer's user-space half: a task that attaches, reads (libbpf's ring_buffer.c), detaches.

It loads and attaches the programs (paying for it), then polls its rings with epoll, pays for
each record, and polls again; a tool that only fills maps goes to sleep once it has attached.
It competes for CPUs like any task, with its nice, affinity and quota. At the time at which it is
to detach it stops polling, detaches link by link, reads what its rings still hold, and ends.

**Rule:** a reader's system calls pass the same sites as everybody's. A link is live from the end
of its own attaching on, whatever the tool attaches after it.

**Not modelled:** the tool's own timers and printing; reading maps during the run; a signal that
interrupts a batch (the time to detach is looked at between two).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sim.base.errors import ScenarioError
from sim.base.memory import store64
from sim.base.stream import stream_key
from sim.bpf.maps.create import MapView
from sim.bpf.maps.layout import M_READER, M_RINGS, MapType
from sim.bpf.maps.perf_ring import PR_WAKEUP_EVENTS
from sim.engine.state import H_READERS, INF
from sim.hooks.attach import Link, Links
from sim.hooks.kinds import ATTACH_PRICES, DETACH_PRICES
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, Source
from sim.kernel.tasks import Task
from sim.loader.load import LoadedObject
from sim.versions.features import Feature, features_of

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
        attach_ns: When it begins to attach.
        detach_ns: When it begins to detach; −1: never.
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
    attach_ns: int = 0
    detach_ns: int = -1


def _groups(links: Sequence[Link]) -> list[tuple[Link, ...]]:
    """Return the links that userspace knows as one each."""
    return [tuple(parts) for _, parts in groupby(links, key=lambda link: link.pool)]


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
        self.groups = _groups(loaded.links)
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

    def install(self, links: Links, number: int) -> None:
        """Let hits reach what the agent has attached: its *number*-th link."""
        links.install_all(self.groups[number])

    def remove(self, links: Links, number: int) -> None:
        """Let no later hit reach what the agent has detached."""
        for link in self.groups[number]:
            links.remove(link)

    def _compile(self, machine: Machine, owner: int) -> int:
        """Compile the agent's code and return its first operation."""
        code = machine.code
        start = code.op("sleep_until", self.options.attach_ns)
        code.op("mode", k.ACT_ATTACH * k.MAX_OWNERS + owner)
        self._attach(machine)
        code.op("mode", k.ACT_READER * k.MAX_OWNERS + self.reader_owner)
        ends = self.options.detach_ns >= 0
        if self.view is None:
            code.op("sleep_until", self.options.detach_ns if ends else 1 << 60)
        else:
            self._read(machine)
        if ends:
            self._end(machine, owner)
        return start

    def _attach(self, machine: Machine) -> None:
        """Load every program once, then attach link by link."""
        code, price = machine.code, machine.prices.index
        programs = {link.program.index for link in self.loaded.links}
        for _ in range(max(len(programs), len(self.loaded.admissions))):
            code.op("run", price("attach.prog_load"))
        for number, links in enumerate(self.groups):
            if links[0].target.pattern:
                self._look_up(machine, links)
            for link in links:
                code.op("run", price(link.target.attach_price or ATTACH_PRICES[link.target.kind]))
            code.op("attached", self.number, number)

    def _look_up(self, machine: Machine, links: Sequence[Link]) -> None:
        """Let the kernel find a multi link's functions by their names."""
        code, price = machine.code, machine.prices.index
        if Feature.SYMBOLS_IN_ONE_PASS in features_of(machine.config.kernel):
            code.op("run", price("attach.symbol_pass"))
            return
        for _ in {link.target.site for link in links}:
            code.op("run", price("attach.symbol_search"))

    def _read(self, machine: Machine) -> None:
        """Poll and read, for ever or until it is time to detach."""
        code, trigger = machine.code, self.options.trigger
        if trigger:
            machine.emit_syscall(trigger)
        loop = code.op("jump", 0)
        code.rows[loop][1] = loop + 1
        leave = -1
        if self.options.detach_ns >= 0:
            code.rows[loop][:3] = [k.OP["before"], self.options.detach_ns, loop + 2]
            leave = code.op("jump", 0)
        machine.emit_syscall("epoll_wait")
        again = code.op("read_next", loop)
        code.op("read_done")
        code.op("jump", again)
        if trigger:
            code.rows[again][1] = len(code.rows)
            machine.emit_syscall(trigger)
            code.op("jump", loop)
        if leave >= 0:
            code.rows[leave][1] = len(code.rows)

    def _end(self, machine: Machine, owner: int) -> None:
        """Detach link by link, read what is left (ring_buffer__consume), and exit."""
        code, price = machine.code, machine.prices.index
        code.op("mode", k.ACT_ATTACH * k.MAX_OWNERS + owner)
        for number, links in enumerate(self.groups):
            patch, grace = DETACH_PRICES[links[0].target.kind]
            for _ in links:
                code.op("run", price(patch))
            code.op("detached", self.number, number)
            if grace:
                code.op("grace", price(grace))
        code.op("mode", k.ACT_READER * k.MAX_OWNERS + self.reader_owner)
        if self.view is not None:
            again = code.op("read_next", 0)
            code.op("read_done")
            code.op("jump", again)
            code.rows[again][1] = len(code.rows)
        machine.emit_syscall("exit_group")

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
            (k.RD_END_NS, self.options.detach_ns if self.options.detach_ns >= 0 else INF),
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
