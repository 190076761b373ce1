"""One arm of one replication: build the machine, attach, run to the end, write the tables.

**Rule:** every arm of a replication has the same seed and the same drawn prices; only its
tracers differ.

**Not modelled:** several machines in one arm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.agent.agent import Agent
from sim.base.errors import InternalError, ScenarioError, VmFault
from sim.base.units import format_bytes
from sim.bpf.interp import FAULT_BUDGET, FAULTS
from sim.cost.profile import Profile
from sim.engine import state as h
from sim.engine.environment import Environment, Process
from sim.hooks.attach import Links
from sim.hooks.events import HookEvents
from sim.kernel.census import census
from sim.kernel.machine import Machine
from sim.kernel.trace_pipe import TracePipe
from sim.loader.load import load_object
from sim.record.writer import RecordWriter
from sim.run.collect import ArmTables, TracerTables
from sim.run.convert import attach_choices, machine_config, reader_options, workload_spec
from sim.run.decode import record_layout
from sim.run.objects import PreparedTracer
from sim.run.progress import RunProgress
from sim.run.schema import Scenario
from sim.workload.compile import Workloads

__all__ = ["ArmRun"]

NO_TIME_LIMIT_NS = 1 << 50
_SLICE_NS = 1_000_000


@dataclass(frozen=True)
class ArmOutcome:
    """What the runner says about an arm when it is done."""

    horizon_ns: int
    hits: int
    requests: int


class ArmRun:
    """Runs one arm of one replication.

    Args:
        scenario: What to run.
        arm: Name of the arm.
        replication: Its number.
        seed: The replication's seed.
        profile: The replication's prices.
        tracers: The arm's tracers, prepared.
        writer: Where the tables go.
        progress: Whom to tell.
    """

    def __init__(
        self,
        scenario: Scenario,
        arm: str,
        replication: int,
        seed: int,
        profile: Profile,
        tracers: Sequence[PreparedTracer],
        writer: RecordWriter,
        progress: RunProgress,
    ) -> None:
        self.scenario = scenario
        self.arm = arm
        self.replication = replication
        self.profile = profile
        self.progress = progress
        self.machine = Machine(machine_config(scenario, seed, profile.price_ps))
        self.links = Links(self.machine)
        self.workloads = Workloads(self.machine)
        for workload in scenario.workloads:
            self.workloads.add(workload_spec(workload, scenario))
        self.agents: list[Agent] = []
        tables = [self._add_tracer(i, tracer) for i, tracer in enumerate(tracers)]
        names = [workload.name for workload in scenario.workloads]
        self.tables = ArmTables(
            writer,
            self.machine,
            arm,
            replication,
            names,
            self.workloads.lock_names,
            tables,
            scenario.record.records,
        )
        self.pipe = TracePipe(self.machine)
        self._check_memory()

    def _add_tracer(self, number: int, prepared: PreparedTracer) -> TracerTables:
        tracer = prepared.tracer
        owner = self.machine.add_owner(f"tracer:{tracer.name}")
        loaded = load_object(
            self.machine,
            self.links,
            prepared.spec,
            owner,
            verify=tracer.verify,
            file=str(prepared.file),
            choices=attach_choices(tracer, self.workloads.tgids),
        )
        if tracer.detach_ns is not None:
            self.links.expect_detach(loaded.links)
        options = reader_options(tracer, prepared.reader_map)
        self.agents.append(Agent(self.machine, tracer.name, number, owner, loaded, options))
        decode = tracer.decode
        layout = record_layout(prepared.spec, decode.record if decode else None)
        log2_map = (decode.map or "") if decode else ""
        maps, links = loaded.maps, loaded.links
        return TracerTables(tracer.name, maps, links, prepared.reader_map, layout, log2_map, loaded)

    @property
    def tracer_memory_bytes(self) -> int:
        """Kernel memory of the tracers: maps, rings and programs."""
        total = sum(agent.ring_memory_bytes for agent in self.agents)
        for agent in self.agents:
            total += sum(view.memory_bytes for view in agent.loaded.maps.values())
            total += 8 * agent.loaded.nr_insns
        return total

    def _check_memory(self) -> None:
        wanted, has = self.tracer_memory_bytes, self.scenario.machine.memory_bytes
        if wanted > has:
            raise ScenarioError(
                f"the tracers of arm {self.arm!r} need {format_bytes(wanted)} of memory",
                reason=f"the machine has {format_bytes(has)}",
                suggestion="smaller maps and buffers, or a larger machine.memory",
            )

    # --- running ---------------------------------------------------------------------------------
    def begin(self) -> Environment:
        """Start the machine; return what runs it."""
        machine, stop = self.machine, self.scenario.stop
        machine.on_trap = {
            h.TRAP_FLUSH: self._breathe,
            h.TRAP_ATTACH: self._attach,
            h.TRAP_DETACH: self._detach,
            h.TRAP_HELPER: self.pipe.handle,
            h.TRAP_STOP: self._stop,
        }
        machine.put(h.H_STOP_REQUESTS, stop.requests or 0)
        machine.start()
        self.workloads.start()
        self.env = Environment()
        self.env.add_machine(machine)
        HookEvents(machine, self.env)
        self.env.process(self._watch())
        self.progress.start(self.arm, self.replication, stop.time_ns or 0)
        return self.env

    @property
    def limit_ns(self) -> int:
        """When the run ends at the latest."""
        return self.scenario.stop.time_ns or NO_TIME_LIMIT_NS

    def run(self) -> ArmOutcome:
        """Run to the end and write the tables."""
        machine, stop = self.machine, self.scenario.stop
        env = self.begin()
        try:
            env.run(until=self.limit_ns)
        except VmFault as fault:
            self._blame(fault)
            raise
        horizon = int(env.now)
        if stop.requests and machine.get(h.H_REQUESTS_DONE) < stop.requests:
            raise ScenarioError(
                f"arm {self.arm!r} never gets {stop.requests} requests done",
                reason=f"{machine.get(h.H_REQUESTS_DONE)} were done in 13 days of virtual time",
            )
        return self._finish(horizon)

    def _blame(self, fault: VmFault) -> None:
        """Say which program it was; what the verifier should have refused is a bug of ours."""
        link = self.links.links[self.machine.get(h.H_TRAP_B)]
        fault.where = f"arm {self.arm!r}, program {link.program.name!r}, {fault.where}"
        loaded = next(a.loaded for a in self.agents if link in a.loaded.links)
        if not loaded.is_verified:
            fault.reason = "no verifier has seen it: a kernel's would have refused it"
        elif fault.problem.endswith(FAULTS[FAULT_BUDGET]):
            fault.reason = "a run may take 16 Mi instructions here; a kernel has no such limit"
        else:
            raise InternalError(
                f"a verified program went wrong: {fault.problem} ({fault.where})",
                seed=self.machine.config.seed,
            ) from fault

    @property
    def is_verified(self) -> bool:
        """Whether the verifier accepted all programs of all tracers."""
        return all(agent.loaded.is_verified for agent in self.agents)

    @property
    def admissions(self) -> list[dict[str, object]]:
        """What the verifier said of each program, as plain data."""
        return [
            {
                "arm": self.arm,
                "tracer": agent.name,
                "program": one.program,
                "verdict": one.verdict,
                "insns_processed": one.insns_processed,
                "stack_depth": list(one.stack_depth),
            }
            for agent in self.agents
            for one in agent.loaded.admissions
        ]

    def _watch(self) -> Process:
        """Look up now and then, so that progress is shown and Ctrl-C is seen."""
        while True:
            self._tell()
            yield self.env.timeout(_SLICE_NS)

    def _tell(self) -> None:
        self.progress.update(int(self.env.now), self.links.nr_hits)

    def _breathe(self) -> None:
        self.tables.flush()
        self._tell()

    @property
    def attached_ns(self) -> int:
        """When the last tracer was attached; 0 without tracers, −1 when one never was."""
        attached = self.links.attached_ns
        if len(attached) < len(self.links.links):
            return -1
        return max(attached.values(), default=0)

    def _attach(self) -> None:
        agent = self.agents[self.machine.get(h.H_TRAP_A)]
        agent.install(self.links, self.machine.get(h.H_TRAP_B))

    def _detach(self) -> None:
        agent = self.agents[self.machine.get(h.H_TRAP_A)]
        agent.remove(self.links, self.machine.get(h.H_TRAP_B))

    def _stop(self) -> None:
        self.env.stop()

    def _finish(self, horizon_ns: int) -> ArmOutcome:
        machine, tables = self.machine, self.tables
        machine.finish(horizon_ns)
        tables.finish(self.links, census(machine, self.links), self.profile)
        self.pipe.write(tables)
        for name, value in (
            ("horizon_ns", horizon_ns),
            ("warmup_ns", self.scenario.warmup_ns),
            ("attached_ns", self.attached_ns),
            ("nr_cpus", machine.config.nr_cpus),
            ("tracer_memory_bytes", self.tracer_memory_bytes),
            ("stop_reason", 1 if self.scenario.stop.requests else 0),
            ("is_unverified", 0 if self.is_verified else 1),
        ):
            tables.scalar(name, value)
        window = self.scenario.record.timeline
        if window is not None:
            tables.scalar("trace_from_ns", min(window[0], horizon_ns))
            tables.scalar("trace_to_ns", min(window[1], horizon_ns))
        outcome = ArmOutcome(horizon_ns, self.links.nr_hits, machine.get(h.H_REQUESTS_DONE))
        self.progress.update(horizon_ns, outcome.hits)
        self.progress.finish()
        return outcome

    def close(self) -> None:
        """Give the machine's memory back."""
        self.machine.close()
