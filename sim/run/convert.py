"""From a scenario's words to the values that machines and workloads are made of.

**Rule:** nothing is decided here; every number comes from the scenario or the cost profile.

**Not modelled:** nothing; this is translation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sim.agent.agent import ReaderOptions
from sim.base.compile import PLAIN
from sim.base.errors import InternalError
from sim.bpf.region import signed_address
from sim.hooks.target import Choice
from sim.kernel import layout as k
from sim.kernel.machine import Device, Distribution, MachineConfig
from sim.run.binaries import called_by, resolve, user_functions
from sim.run.schema import Scenario
from sim.run.schema_arm import Tracer
from sim.run.schema_base import Constant, Empirical, Erlang, Exponential, Uniform
from sim.run.schema_machine import Machine
from sim.run.schema_workload import CallStep, ClosedArrivals, UsdtStep, Workload, step_name
from sim.run.usdt_places import PlacedStep, placed_steps
from sim.workload.spec import Files, Step, UserBody, WorkloadSpec
from sim.workload.steps import STEPS, Arg

__all__ = ["attach_choices", "distribution", "machine_config", "reader_options", "workload_spec"]

_PACKETS = 1 << 14  # on their way at once
_NS_PER_KILOSECOND = 10**12


def distribution(given: Any) -> Distribution:
    """Translate one of the scenario's distributions."""
    if isinstance(given, Constant):
        return Distribution(k.DIST_CONSTANT, given.value_ns)
    if isinstance(given, Exponential):
        return Distribution(k.DIST_EXPONENTIAL, given.mean_ns)
    if isinstance(given, Uniform):
        return Distribution(k.DIST_UNIFORM, given.low_ns, given.high_ns)
    if isinstance(given, Erlang):
        return Distribution(k.DIST_ERLANG, given.mean_ns, given.k)
    if isinstance(given, Empirical):
        values, weights = tuple(given.values_ns), tuple(given.weights)
        return Distribution(k.DIST_EMPIRICAL, values_ns=values, weights=weights)
    raise InternalError(f"no such distribution: {given!r}")


def machine_config(scenario: Scenario, seed: int, price_ps: Callable[[str], int]) -> MachineConfig:
    """Translate the scenario's machine, for one replication."""
    machine = scenario.machine
    devices = tuple(
        Device(name, device.channels, distribution(device.service))
        for name, device in machine.devices.items()
    ) + tuple(
        Device(name, _PACKETS, distribution(network.rtt), is_network=True)
        for name, network in machine.networks.items()
    )
    window = scenario.record.timeline
    return MachineConfig(
        machine.kernel,
        machine.cpus,
        seed,
        price_ps,
        hz=machine.hz,
        preset=machine.config,
        nmi_ns=1_000_000_000 // machine.nmi_hz if machine.nmi_hz else 0,
        is_preempt_full=machine.preempt == "full",
        devices=devices,
        is_traced=scenario.record.sites or window is not None,
        trace_from_ns=window[0] if window else 0,
        trace_to_ns=window[1] if window else 0,
        simpy_sources=machine.engine.sources == "simpy",
        sample_ns=scenario.record.samples_ns,
        user_functions=user_functions(scenario),
        user_places=tuple(one.place for one in placed_steps(scenario)),
        engine="interp" if PLAIN else machine.engine.programs,
        nr_domains=machine.caches.domains if machine.caches else 1,
        domain_cores=machine.caches.cores if machine.caches else 1,
        wakeup_granularity_ns=(
            -1 if machine.wakeup_granularity_ns is None else machine.wakeup_granularity_ns
        ),
    )


@dataclass(frozen=True)
class _Caller:
    """Where steps stand: in a binary of a machine, or in none."""

    machine: Machine
    binary: str | None
    placed: Mapping[int, PlacedStep]

    def steps(self, given: Sequence[Any]) -> tuple[Step, ...]:
        return tuple(made for one in given for made in self.repeated(one))

    def repeated(self, given: Any) -> list[Step]:
        if not isinstance(given, CallStep):
            return [self.step(given)]
        name = resolve(self.machine, given.call.function, self.binary)
        called = Step("call", function=name, numbers=tuple(given.call.args))
        return [called] * given.call.repeat

    def step(self, given: Any) -> Step:
        return _step(given, self)


def _step(given: Any, caller: _Caller) -> Step:
    kind = step_name(given) or ""
    if isinstance(given, UsdtStep):
        one = caller.placed[id(given)]
        steps = caller.steps(given.usdt.steps)
        return Step(kind, args={"place": one.place, "values": one.values, "steps": steps})
    args = getattr(given, kind)
    if kind in ("user", "sleep"):
        return Step(kind, distribution(args))
    if kind == "lock":
        return Step(kind, distribution(args.hold), lock=args.name, is_spin=args.kind == "spin")
    if kind in ("read", "write"):
        miss_ppm = getattr(args, "miss_ppm", 0)
        return Step(kind, nr_bytes=args.nr_bytes, repeat=args.repeat, miss_ppm=miss_ppm)
    if kind in STEPS:
        return Step(kind, args=_args(kind, args, caller))
    return Step(kind)


def _args(kind: str, given: Any, caller: _Caller) -> dict[str, Any]:
    return {n: _arg(getattr(given, n), a, caller) for n, a in STEPS[kind].args.items()}


def _bodies(
    machine: Machine, workload: Workload, placed: Mapping[int, PlacedStep]
) -> tuple[UserBody, ...]:
    """Translate the functions that a workload's requests reach."""
    made = []
    for name in called_by(machine, workload.request, workload.binary):
        path, _, function = name.rpartition(":")
        one = (machine.binaries or {})[path].functions[function]
        made.append(UserBody(name, _Caller(machine, path, placed).steps(one.does), one.returns))
    return tuple(made)


def _arg(given: Any, arg: Arg, caller: _Caller) -> Any:
    """Translate an argument of a declared step."""
    if arg.kind == "time":
        return None if given is None else distribution(given)
    return caller.steps(given) if arg.kind == "steps" else given


def workload_spec(workload: Workload, scenario: Scenario) -> WorkloadSpec:
    """Translate a workload of a scenario."""
    machine = scenario.machine
    placed = {id(one.step): one for one in placed_steps(scenario)}
    devices = list(machine.devices)
    arrivals = workload.arrivals
    if isinstance(arrivals, ClosedArrivals):
        nr_tasks, backlog = arrivals.clients, 1
        between = distribution(arrivals.think)
    else:
        nr_tasks, backlog = arrivals.workers, arrivals.backlog
        mean_ns = max(_NS_PER_KILOSECOND // arrivals.rate_millihz, 1)
        between = Distribution(k.DIST_EXPONENTIAL, mean_ns)
    files = workload.files
    return WorkloadSpec(
        workload.name,
        not isinstance(arrivals, ClosedArrivals),
        nr_tasks,
        between,
        _Caller(machine, workload.binary, placed).steps(workload.request),
        Files(files.count, files.pattern, files.missing_ppm) if files else None,
        devices.index(workload.device) if workload.device else 0,
        backlog,
        workload.comm or workload.name[:15],
        workload.uid,
        workload.nice,
        tuple(workload.affinity or ()),
        _bodies(machine, workload, placed),
    )


def reader_options(tracer: Tracer, reader_map: str | None) -> ReaderOptions:
    """Translate a tracer's reader and life; without a reader, its task only attaches."""
    reader = tracer.reader
    detach_ns = -1 if tracer.detach_ns is None else tracer.detach_ns
    if reader is None:
        return ReaderOptions(attach_ns=tracer.attach_ns, detach_ns=detach_ns)
    return ReaderOptions(
        attach_ns=tracer.attach_ns,
        detach_ns=detach_ns,
        map=reader_map or "",
        nice=reader.nice,
        affinity=tuple(reader.affinity or ()),
        quota_ppm=reader.cpu_quota_ppm or 0,
        pages=reader.pages,
        poll_timeout_ns=reader.poll_timeout_ns,
        work=distribution(reader.work) if reader.work else None,
        is_in_place=reader.loop == "in_place",
        wakeup_events=reader.wakeup_events,
        trigger=reader.trigger or "",
    )


def attach_choices(tracer: Tracer, tgids: Mapping[str, int]) -> dict[str, Choice]:
    """Translate what a tracer chooses for its programs; *tgids* are the workloads' processes."""
    processes, cookies = tracer.processes or {}, tracer.cookies or {}
    made = {}
    for name in dict.fromkeys((*processes, *cookies)):
        given = cookies.get(name, 0)
        by_function = given if isinstance(given, dict) else {}
        cookie = given if isinstance(given, int) else 0
        signed = {f: signed_address(c) if c >> 63 else c for f, c in by_function.items()}
        cookie = signed_address(cookie) if cookie >> 63 else cookie
        tgid = tgids[processes[name]] if name in processes else -1
        made[name] = Choice(tgid, cookie, signed)
    return made
