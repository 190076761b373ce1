"""The simulated machine: its tables, kernel objects and the Python side of the engine's traps.

A machine is built in this order: `Machine(config)`; workloads and agents add tasks and code;
`start` places the tasks and lets the CPUs begin. Programs may be attached (by `sim.hooks`)
before or during the run.

**Rule:** what a program can see lies in simulated memory; host addresses stay in the tables.

**Not modelled:** CPU hotplug, memory pressure, NUMA.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sim.base.errors import InternalError, VmFault
from sim.base.memory import Buffer, load64, store64
from sim.bpf.interp import FAULTS
from sim.bpf.maps.create import Maps
from sim.bpf.maps.layout import M_CONSUMER, M_READER
from sim.bpf.members import KR_ENTRY, KernelRecord
from sim.bpf.program import Code
from sim.bpf.region import (
    DIRECT_MAP_BASE,
    MAP_STRUCT_BASE,
    USER_BASE,
    VMALLOC_BASE,
    VMEMMAP_BASE,
    Region,
    signed_address,
)
from sim.bpf.run_state import R_FAULT, R_PC
from sim.engine import state as h
from sim.engine.order import RANK_BITS, S_KEY, S_SIMPY, SLOT_BYTES
from sim.engine.rows import logs_full
from sim.kernel import layout as k
from sim.kernel.build import (
    build_code,
    build_cpus,
    build_header,
    build_logs,
    build_paths,
    build_slots,
)
from sim.kernel.kallsyms import ENTRY_FUNCTIONS, ENTRY_TEXT, FUNCTION_BYTES, Kallsyms
from sim.kernel.loop import close_books, fire_now, reopen_books, run, start_cpu
from sim.kernel.objects import Objects
from sim.kernel.paths import PathCompiler, load_paths, with_user_code
from sim.kernel.prices import Prices
from sim.kernel.segment import take_back_uses
from sim.kernel.sites import SYS_ENTER, SYS_EXIT, Sites
from sim.kernel.syscall_table import syscall
from sim.kernel.tasks import Tasks
from sim.kernel.types.kernel_types import kernel_types
from sim.kernel.user_code import UserFunction, UserPlace
from sim.versions.features import features_of

__all__ = ["Device", "Distribution", "Machine", "MachineConfig"]

_ENTRY_OFFSETS = (0x5C, 0x64)  # of the return addresses in `ENTRY_FUNCTIONS`


@dataclass(frozen=True)
class Distribution:
    """How long something takes: kind (``k.DIST_…``) and two parameters, ns (or a shape).

    An empirical one has values and weights instead; `Machine.distribution` makes it usable.
    """

    kind: int
    a: int = 0
    b: int = 0
    values_ns: tuple[int, ...] = ()
    weights: tuple[int, ...] = ()


@dataclass(frozen=True)
class Device:
    """A block device, or a network: a packet is on it for its service time.

    Args:
        name: As in ``/dev``, or of the interface.
        channels: Requests served at a time.
        service: Service time.
        is_network: Requests are packets.
    """

    name: str
    channels: int
    service: Distribution
    is_network: bool = False


@dataclass(frozen=True)
class MachineConfig:
    """What a machine is like.

    Args:
        kernel: Version.
        nr_cpus: CPUs, 1 to 256.
        hz: Ticks a second; 0 for none.
        is_preempt_full: Kernel code may be preempted (CONFIG_PREEMPT), not only user code.
        seed: Of every draw on this machine.
        price_ps: Gives the price of a key, ps.
        devices: Block devices, then networks.
        is_traced: Sites, accounts and flow are written down.
        trace_from_ns: From when on.
        trace_to_ns: Until when; 0: to the end.
        simpy_sources: Event sources keep their calendars in SimPy.
        sample_ns: Period of the samples of rings and CPUs; 0 for none.
        user_functions: What uprobes can be attached to.
        user_places: The same of USDT probes.
        has_lockless_uprobes: Whether uprobes are found without the machine's lock; None: as the
            kernel does.
        engine: What runs programs (`sim.bpf.program.ENGINES`).
        nr_domains: How many groups of cores there are that share a last-level cache.
        nmi_ns: Period of the performance monitor's NMI on each busy CPU; 0 for none.
        is_kprobe_optimised: ``debug.kprobes-optimization``.
        preset: Which configuration the kernel is built with: ``upstream`` or ``debian``.
        domain_cores: Cores of each; the second hyper-threads come after all cores.
    """

    kernel: str
    nr_cpus: int
    seed: int
    price_ps: Callable[[str], int]
    hz: int = 250
    is_preempt_full: bool = False
    devices: tuple[Device, ...] = ()
    is_traced: bool = False
    trace_from_ns: int = 0
    trace_to_ns: int = 0
    simpy_sources: bool = False
    sample_ns: int = 0
    engine: str = "jit"
    nr_domains: int = 1
    domain_cores: int = 1
    ipi_ns: int = 0
    preset: str = "upstream"
    nmi_ns: int = 0
    is_kprobe_optimised: bool = True
    sched_latency_ns: int = 0
    wakeup_granularity_ns: int = -1
    user_functions: tuple[UserFunction, ...] = ()
    user_places: tuple[UserPlace, ...] = ()
    has_lockless_uprobes: bool | None = None


@dataclass(frozen=True)
class Source:
    """An event source's slot: kind (``k.SRC_…``), what it is about, its period and data."""

    kind: int
    index: int
    period_ns: int = 0
    data: int = 0


@dataclass
class Machine:
    """A simulated machine. See the module's docstring for the order of building it."""

    config: MachineConfig
    buffers: list[Buffer | Code] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    owners: list[str] = field(default_factory=lambda: ["none", "kernel", "workload"])
    on_trap: dict[int, Callable[[], None]] = field(default_factory=dict)
    hooks: Mapping[str, Any] = field(default_factory=dict)
    trap: int = 0
    is_started: bool = False
    is_finished: bool = False
    clock: Any = int

    def __post_init__(self) -> None:
        self.m = self.alloc(h.HEADER_BYTES)
        self.types = kernel_types(self.config.kernel)
        self.kernel = Region(VMEMMAP_BASE, DIRECT_MAP_BASE, MAP_STRUCT_BASE, VMALLOC_BASE)
        self.user = Region(USER_BASE)
        self.objects = Objects(self.types, self.kernel, self.user)
        features = features_of(self.config.kernel)
        self.maps = Maps(self.kernel, self.config.nr_cpus, self.config.seed, features)
        self.paths = with_user_code(load_paths(self.config.kernel), self.config.user_functions)
        self.objects.make(self.paths.objects)
        functions_here = (f for f in self.paths.functions if f not in self.paths.user)
        names = (*functions_here, *self.paths.silent)
        self.kallsyms = Kallsyms(names)
        self.kernel_record = self._make_kernel_record()
        self.prices = Prices(self)
        self.sites = Sites(self)
        functions = {name: i for i, name in enumerate(self.paths.functions)}
        self.code = PathCompiler(
            self.prices.index,
            self.paths.priced,
            self.paths.variables,
            self.types,
            self.objects.named,
            self.objects.arrays,
            functions,
            self.sites.tracepoint_index,
        )
        build_header(self)
        build_logs(self)
        self.tasks = Tasks(self)
        self.timers_slot = self.add_source(Source(k.SRC_TIMERS, 0))
        build_paths(self)

    # --- building ------------------------------------------------------------------------------
    def alloc(self, nr_bytes: int) -> int:
        """Return the host address of zeroed memory that lives as long as the machine."""
        buffer = Buffer(nr_bytes)
        self.buffers.append(buffer)
        return buffer.address

    def _make_kernel_record(self) -> KernelRecord:
        made = KernelRecord(self.alloc(KernelRecord.BYTES), self.objects.bit_offset)
        for i in range(len(ENTRY_FUNCTIONS)):
            address = ENTRY_TEXT + i * FUNCTION_BYTES + _ENTRY_OFFSETS[i]
            store64(made.address + KR_ENTRY + 8 * i, signed_address(address))
        return made

    def get(self, offset: int) -> int:
        """Return a header field."""
        return load64(self.m + offset)

    def put(self, offset: int, value: int) -> None:
        """Set a header field."""
        store64(self.m + offset, value)

    def add_source(self, source: Source) -> int:
        """Add an event source and return its slot."""
        if self.is_started:
            raise InternalError("sources are added before the machine starts")
        self.sources.append(source)
        return len(self.sources) - 1

    def add_owner(self, name: str) -> int:
        """Add an owner of time and return its number."""
        if len(self.owners) >= k.MAX_OWNERS:
            raise InternalError(f"more than {k.MAX_OWNERS} owners of time")
        self.owners.append(name)
        return len(self.owners) - 1

    def start(self) -> None:
        """Lay out what has been added, place the tasks, and let the CPUs begin."""
        build_cpus(self)
        build_slots(self)
        self.code.link()
        self.sites.finish()
        build_code(self)
        self.tasks.finish()
        self.is_started = True
        self.put(h.H_NR_MAPS, self.maps.nr_maps)
        self.tasks.place()
        for i in range(self.config.nr_cpus):
            start_cpu(self.m, i)

    def distribution(self, wanted: Distribution) -> Distribution:
        """Return a distribution whose parameters compiled code can use on this machine."""
        if wanted.kind != k.DIST_EMPIRICAL:
            return wanted
        nr = len(wanted.values_ns)
        table = self.alloc(8 + 16 * nr)
        store64(table, nr)
        total = 0
        for i, value in enumerate(wanted.values_ns):
            total += wanted.weights[i] if wanted.weights else 1
            store64(table + 8 + 16 * i, total)
            store64(table + 16 + 16 * i, value)
        return Distribution(wanted.kind, table)

    def emit_syscall(self, name: str) -> None:
        """Append a system call to the code: in, tracepoint, its function, tracepoint, out."""
        self.code.op("sysenter", syscall(name).nr)
        self.code.op("site", self.sites.find(SYS_ENTER).index)
        self.code.call(self.paths.syscalls[name])
        self.code.op("site", self.sites.find(SYS_EXIT).index)
        self.code.op("sysexit")

    def cpu(self, index: int) -> int:
        """Return the host address of a CPU's record."""
        return self.get(h.H_CPUS) + index * k.CPU_BYTES

    # --- running (sim.engine.environment.Machine) ------------------------------------------------
    def next_key(self) -> int:
        """Return the key of the next step."""
        return load64(self.get(h.H_TREE) + 8)

    def run_before(self, limit_key: int) -> int | None:
        """Run the steps before *limit_key*; return the time of a trap, or None."""
        self.put(h.H_LIMIT, limit_key)
        self.trap = run(self.m)
        if self.trap in (h.TRAP_LIMIT, h.TRAP_REARM):
            return None
        return self.get(h.H_NOW)

    def handle_trap(self) -> None:
        """Do what the engine came back for."""
        if self.trap == h.TRAP_ERROR:
            if self.get(h.H_ERROR) == k.E_FAULT:
                raise self._fault()
            raise InternalError(self._describe_error(), t_ns=self.now_ns, seed=self.config.seed)
        handler = self.on_trap.get(self.trap)
        if handler is not None:
            handler()
        elif self.trap == h.TRAP_FLUSH and logs_full(self.m):
            raise InternalError("the row logs are full and nobody empties them")

    def rearmed(self) -> list[tuple[int, int]]:
        """Return the SimPy-side slots whose key changed since last asked."""
        self.put(h.H_DIRTY, 0)
        if not self.config.simpy_sources:
            return []
        slots = self.get(h.H_SLOTS)
        changed = []
        for slot in range(len(self.sources)):
            key = load64(slots + slot * SLOT_BYTES + S_KEY)
            if key != self._scheduled[slot]:
                self._scheduled[slot] = key
                changed.append((slot, key))
        return changed

    def fire_slot(self, slot: int, key: int) -> None:
        """Let a SimPy-side source act, if *key* is still its key."""
        if load64(self.get(h.H_SLOTS) + slot * SLOT_BYTES + S_KEY) != key:
            return
        self._scheduled[slot] = -1
        self.put(h.H_NOW, key >> RANK_BITS)
        self.put(h.H_KEY, key)
        fire_now(self.m, slot)

    def put_sources_on_simpy_side(self) -> None:
        """Mark every source's slot as one whose calendar is SimPy's."""
        self._scheduled = [-1] * len(self.sources)
        if self.config.simpy_sources:
            for slot in range(len(self.sources)):
                store64(self.get(h.H_SLOTS) + slot * SLOT_BYTES + S_SIMPY, 1)

    def unread_from(self, ring: int) -> int:
        """Return the position of the first record of perf ring *ring* that is not read.

        A reader in the middle of a batch has read up to its own tail; the ring's follows later.
        """
        at = self.maps.record(ring)
        number = load64(at + M_READER)
        if number != 0:
            rd = self.get(h.H_READERS) + (number - 1) * k.READER_BYTES
            tail = load64(rd + k.RD_TAIL)
            if tail >= 0 and load64(load64(rd + k.RD_RINGS) + 8 * load64(rd + k.RD_AT)) == ring:
                return tail
        return load64(at + M_CONSUMER)

    @property
    def now_ns(self) -> int:
        """Time of the latest step."""
        return self.get(h.H_NOW)

    def finish(self, horizon_ns: int) -> None:
        """Charge everybody up to the horizon."""
        close_books(self.m, horizon_ns)
        for x in self.contexts():
            take_back_uses(self.m, x)
        self.is_finished = True

    def contexts(self) -> Iterator[int]:
        """Yield the host address of every context that walks."""
        for task in self.tasks.all:
            yield task.address + k.T_CTX
        for i in range(self.config.nr_cpus):
            for which in (k.C_SCHED_CTX, k.C_SOFTIRQ_CTX, k.C_HARDIRQ_CTX, k.C_NMI_CTX):
                yield load64(self.cpu(i) + which)

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Look at what contexts count ahead of their time: meanwhile all is as of the clock."""
        if self.is_finished or not self.is_started or not self.get(h.H_LAZY):
            yield
            return
        now_ns = self.now_ns
        close_books(self.m, max(self.clock(), now_ns))
        yield
        reopen_books(self.m, now_ns)

    def _describe_error(self) -> str:
        code = self.get(h.H_ERROR)
        if code == -1:
            return "time stands still: ten million steps at one nanosecond"
        names = {k.E_DEPTH: "a path is too deep", k.E_SPLITS: "a segment has too many accounts"}
        names |= {k.E_OPCODE: "unknown path operation", k.E_RING: "too many pending interrupts"}
        names |= {k.E_CARRIER: "too many requests under way without a task"}
        return f"{names.get(code, 'error')} (E{code})"

    def _fault(self) -> VmFault:
        """Say what a program did that the verifier would not have let it do."""
        run = self.get(h.H_TRAP_A)
        return VmFault(
            f"a program {FAULTS[load64(run + R_FAULT)]}",
            where=f"near insn {load64(run + R_PC) - 1}, at t={self.now_ns} ns",
            reason="a kernel's verifier would have refused this program",
        )

    def close(self) -> None:
        """Give all memory back."""
        self.maps.close()
        self.kernel.close()
        self.user.close()
        for buffer in self.buffers:
            buffer.close()
