"""One case, run by the path engine and by the reference; the one module that knows both.

Both give the same kind of `Outcome`, in the reference's terms.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from ctypes import string_at
from dataclasses import dataclass, field, replace
from typing import Any

from sim.agent.agent import Agent, ReaderOptions
from sim.base.memory import load64, store64
from sim.bpf.asm import assemble
from sim.bpf.maps.layout import (
    M_CONSUMER,
    M_DELIVERED,
    M_DISCARDED,
    M_DROPPED,
    M_DROPPED_PENDING,
    M_PRODUCER,
    M_RESERVED,
    M_SUBMITTED,
    M_TYPE,
    PERF_RING,
    MapType,
)
from sim.bpf.spec import MapSpec, ObjectSpec, ProgramSpec
from sim.engine import rows
from sim.engine import state as h
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Machine, MachineConfig
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.load import load_object
from sim.loader.relocate import final_maps, relocate
from sim.workload.compile import Workloads
from sim.workload.spec import WorkloadSpec
from tests.reference.machine import Reference

__all__ = ["Case", "Outcome", "Tracer", "asm_object", "run_both", "run_engine"]

_FLOW = (
    ("hit", k.FLOW_HIT),
    ("filtered", k.FLOW_FILTERED),
    ("run", k.FLOW_RUN),
    ("end", k.FLOW_END),
    ("miss_active", k.FLOW_MISS_ACTIVE),
    ("miss_nested", k.FLOW_MISS_NESTED),
    ("miss_pool", k.FLOW_MISS_POOL),
    ("note", k.FLOW_NOTE),
    ("deliver", k.FLOW_DELIVER),
    ("enter", k.FLOW_ENTER),
    ("return", k.FLOW_RETURN),
    ("switch", k.FLOW_SWITCH),
    ("lost", k.FLOW_LOST),
)
_FLOW_NAMES = {number: name for name, number in _FLOW}
_RING_FIELDS = (
    ("reserved", M_RESERVED),
    ("submitted", M_SUBMITTED),
    ("discarded", M_DISCARDED),
    ("dropped", M_DROPPED),
    ("dropped_pending", M_DROPPED_PENDING),
    ("delivered", M_DELIVERED),
    ("consumer", M_CONSUMER),
    ("producer", M_PRODUCER),
)


@dataclass(frozen=True)
class Tracer:
    """A tracer of a case: its object, and how its reader runs."""

    name: str
    object: Callable[[], ObjectSpec]
    options: ReaderOptions
    maxactive: int = 0


@dataclass(frozen=True)
class Case:
    """A machine, what it does, what traces it, and how long."""

    config: MachineConfig
    workloads: Sequence[WorkloadSpec]
    tracers: Sequence[Tracer]
    horizon_ns: int


@dataclass
class Outcome:
    """What is compared."""

    requests: list[Any] = field(default_factory=list)
    records: list[Any] = field(default_factory=list)
    series: list[Any] = field(default_factory=list)
    sites: list[Any] = field(default_factory=list)
    flow: list[Any] = field(default_factory=list)
    ledger: dict[Any, int] = field(default_factory=dict)
    accounts: list[Any] = field(default_factory=list)
    maps: list[Any] = field(default_factory=list)
    rings: dict[int, Any] = field(default_factory=dict)


@dataclass
class UserMemory:
    """Where the machine has put what its programs' arguments point to, by workload."""

    files: list[list[tuple[int, int]]] = field(default_factory=list)  # name, missing name
    buffers: list[list[int]] = field(default_factory=list)
    strings: dict[int, bytes] = field(default_factory=dict)


def asm_object(maps: Sequence[MapSpec], programs: Sequence[tuple[str, str]]) -> ObjectSpec:
    """Return an object with assembled programs: (section, text) each."""
    specs = []
    for i, (section, text) in enumerate(programs):
        kind, _, target = section.partition("/")
        insns = assemble(text)
        specs.append(ProgramSpec(f"prog{i}", section, kind, target, False, True, insns))
    return ObjectSpec("test.bpf.o", [replace(one) for one in maps], specs, None, license="GPL")


# --- the path engine ---------------------------------------------------------------------------
class _Engine:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.outcome = Outcome()
        self._account_rows: list[list[tuple[int, int]]] = []
        self.machine = machine = Machine(case.config)
        self.workloads = Workloads(machine)
        self.links = Links(machine)
        for spec in case.workloads:
            self.workloads.add(spec)
        self.user = self._user_memory()
        agents = [self._tracer(i, tracer) for i, tracer in enumerate(case.tracers)]
        machine.on_trap[h.TRAP_FLUSH] = self._empty

        def attach() -> None:
            agents[machine.get(h.H_TRAP_A)].install(self.links, machine.get(h.H_TRAP_B))

        machine.on_trap[h.TRAP_ATTACH] = attach
        machine.start()
        self.workloads.start()
        self._account_rows = [[] for _ in range(case.config.nr_cpus)]

    def _tracer(self, number: int, tracer: Tracer) -> Agent:
        machine = self.machine
        owner = machine.add_owner(f"tracer:{tracer.name}")
        loaded = load_object(machine, self.links, tracer.object(), owner)
        if tracer.maxactive:
            for link in loaded.links:
                store64(self.links.record(link) + k.K_FREE, tracer.maxactive)
        return Agent(machine, tracer.name, number, owner, loaded, tracer.options)

    def _user_memory(self) -> UserMemory:
        machine, user = self.machine, UserMemory()
        tasks = iter(machine.tasks.all)
        for workload, spec in enumerate(self.case.workloads):
            w = machine.get(h.H_WORKLOADS) + workload * k.WORKLOAD_BYTES
            starts = [load64(w + k.W_FILES) + i * k.FILE_BYTES for i in range(_nr_files(spec))]
            pairs = [(load64(row + 32), load64(row + 40)) for row in starts]
            for address in (one for pair in pairs for one in pair):
                user.strings[address] = machine.user.read(address, 64).partition(b"\0")[0]
            user.files.append(pairs)
            contexts = [next(tasks).address + k.T_CTX for _ in range(spec.nr_tasks)]
            user.buffers.append([load64(x + k.V_BUF) for x in contexts])
        return user

    def run(self) -> Outcome:
        env = Environment()
        env.add_machine(self.machine)
        env.run(until=self.case.horizon_ns)
        self.machine.finish(self.case.horizon_ns)
        self._empty()
        self._finish()
        self.machine.close()
        return self.outcome

    def _rows(self, log: int) -> list[tuple[int, ...]]:
        head = self.machine.get(h.H_ROWS) + log * rows.LOG_BYTES
        data, used = load64(head + rows.L_DATA), load64(head + rows.L_USED)
        store64(head + rows.L_USED, 0)
        return _words(data, used, rows.LOG_COLUMNS[log])

    def _empty(self) -> None:
        out, machine = self.outcome, self.machine
        names = machine.sites.names()
        out.requests += self._rows(rows.LOG_REQUESTS)
        out.series += self._rows(rows.LOG_SERIES)
        out.sites += [
            (*r[:3], names[r[3]], *r[4:]) for r in self._rows(rows.LOG_SITES) if r[1] >= 0
        ]
        out.flow += [
            (*r[:2], _FLOW_NAMES[r[2]], *r[3:])
            for r in self._rows(rows.LOG_FLOW)
            if r[2] in _FLOW_NAMES
        ]
        for t, cpu, account in self._rows(rows.LOG_ACCOUNTS):
            self._announce(self._account_rows[cpu], t, account)
        payload = machine.get(h.H_ROWS) + rows.LOG_PAYLOAD * rows.LOG_BYTES
        data = load64(payload + rows.L_DATA)
        for row in self._rows(rows.LOG_RECORDS):
            out.records.append((*row[:7], string_at(data + row[7], row[6])))
        store64(payload + rows.L_USED, 0)

    def _announce(self, known: list[tuple[int, int]], t: int, account: int) -> None:
        if account >= 0:
            known.append((t, account))
            return
        while known and known[-1][0] >= t:
            known.pop()

    def _finish(self) -> None:
        out, machine, horizon = self.outcome, self.machine, self.case.horizon_ns
        for cpu in range(self.case.config.nr_cpus):
            ledger = machine.get(h.H_LEDGER) + cpu * k.LEDGER_CPU_BYTES
            for i, (ns,) in enumerate(_words(ledger, k.NR_ACTIVITIES * k.MAX_OWNERS, 1)):
                if ns:
                    out.ledger[(cpu, *_account(i))] = ns
            out.accounts.append(_intervals(self._account_rows[cpu], horizon))
        for _, view in sorted(machine.maps.views.items()):
            if view.type in (MapType.BPF_MAP_TYPE_HASH, MapType.BPF_MAP_TYPE_PERCPU_HASH):
                out.maps.append(dict(sorted(view.items())))
            elif "ARRAY" in view.type.name and "PERF" not in view.type.name:
                out.maps.append([values for _, values in view.items()])
        for index in range(machine.maps.nr_maps):
            at = machine.maps.record(index)
            if load64(at + M_TYPE) in (int(MapType.BPF_MAP_TYPE_RINGBUF), PERF_RING):
                out.rings[index] = {name: load64(at + where) for name, where in _RING_FIELDS}


def _words(address: int, nr: int, nr_columns: int) -> list[tuple[int, ...]]:
    """Return rows of int64 from the machine's memory."""
    data = string_at(address, 8 * nr * nr_columns)
    return list(struct.iter_unpack(f"<{nr_columns}q", data))


def _account(cell: int) -> tuple[str, int]:
    return k.ACTIVITIES[cell // k.MAX_OWNERS], cell % k.MAX_OWNERS


def _intervals(known: list[tuple[int, int]], horizon: int) -> list[list[Any]]:
    """Turn announcements into who had the CPU from when to when."""
    found: list[list[Any]] = []
    if not known:
        return found  # no trace was asked for
    ends = [t for t, _ in known[1:]] + [horizon]
    for (start, cell), end in zip(known, ends, strict=True):
        end = min(end, horizon)
        if end <= start:
            continue
        acct = _account(cell)
        if found and found[-1][2] == acct and found[-1][1] == start:
            found[-1][1] = end
        else:
            found.append([start, end, acct])
    return found


def _nr_files(spec: WorkloadSpec) -> int:
    return spec.files.count if spec.files else 0


def run_engine(case: Case) -> Outcome:
    """Run a case by the path engine."""
    return _Engine(case).run()


def run_both(case: Case) -> tuple[Outcome, Outcome]:
    """Run a case by the path engine and by the reference."""
    engine = _Engine(case)
    return engine.run(), _run_reference(case, engine.user)


# --- the reference --------------------------------------------------------------------------------
def _run_reference(case: Case, user: UserMemory) -> Outcome:
    mc = Reference(case.config)
    mc.memory.strings.update(user.strings)
    for spec, files, buffers in zip(case.workloads, user.files, user.buffers, strict=True):
        mc.add_workload(spec, files, buffers)
    owner = 3
    for tracer in case.tracers:
        _add_tracer(mc, case.config.kernel, tracer, owner)
        owner += 2
    mc.run(case.horizon_ns)
    return _outcome(mc)


def _add_tracer(mc: Reference, kernel: str, tracer: Tracer, owner: int) -> None:
    spec = tracer.object()
    programs = {one.name: one for one in relocate(spec, kernel_btf(kernel))}
    maps = [mc.add_map(one) for one in final_maps(spec)]
    links = []
    for program in spec.programs:
        target = parse_target(program.kind, program.target, program.name)
        target = replace(target, maxactive=tracer.maxactive)
        links.append(mc.add_link(target, owner, programs[program.name].insns, maps))
    read = [one for one in maps if one.spec.name == tracer.options.map]
    mc.add_reader(tracer.name, owner, links, read[0] if read else None, tracer.options)


def _outcome(mc: Reference) -> Outcome:
    contents = [one.contents() for one in mc.maps]
    rings = {
        index: {**ring.counters, "consumer": ring.consumer, "producer": ring.producer}
        for index, ring in sorted(mc.rings.items())
    }
    maps = [one for one in contents if one is not None]
    return Outcome(
        mc.requests,
        mc.records,
        mc.series,
        mc.sites,
        mc.flow,
        dict(mc.ledger),
        mc.accounts,
        maps,
        rings,
    )
