"""Running a scenario: every arm of every replication, and the run directory.

**Rule:** everything that can be refused is refused before the run directory is made; a run that
ends early leaves a directory that says so.

**Not modelled:** arms and replications in parallel.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sim.base.compile import PLAIN
from sim.base.errors import CostProfileError
from sim.base.stream import Streams, replication_seed
from sim.cost.profile import Profile
from sim.loader.load import leave_out_twins
from sim.record.writer import RecordWriter
from sim.run.arm import ArmRun
from sim.run.inputs import store_inputs
from sim.run.manifest import WallClock, write_manifest
from sim.run.objects import PreparedTracer, prepare_objects
from sim.run.outdir import RunDir
from sim.run.prices import scenario_profile
from sim.run.progress import NoProgress, RunProgress
from sim.run.schema import Scenario
from sim.versions.releases import KERNEL_RELEASES

__all__ = [
    "Prepared",
    "RunResult",
    "arm_run",
    "prepare",
    "run_scenario",
    "run_tables",
    "try_machines",
]

MODEL_VERSION = 6
"""Raised whenever the same scenario and seed would give other numbers."""


@dataclass(frozen=True)
class Prepared:
    """A scenario with its objects and prices, ready to run."""

    scenario: Scenario
    tracers: tuple[PreparedTracer, ...]
    profile: Profile
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class RunResult:
    """What a run came to.

    Attributes:
        digest: Of all result tables.
        table_digests: Of each.
        hits: Site hits with something attached, over all arms.
        virtual_ns: Simulated time, over all arms.
    """

    digest: str
    table_digests: dict[str, str]
    hits: int
    virtual_ns: int


def prepare(scenario: Scenario) -> Prepared:
    """Open a scenario's objects and prices, and refuse what is wrong with them.

    Raises:
        SimError: The objects or the profile will not do.
    """
    profile = scenario_profile(scenario)
    _refuse_variation(scenario, profile)
    tracers = prepare_objects(scenario)
    left_out = []
    for prepared in tracers:
        if prepared.tracer.programs is None:
            left_out += leave_out_twins(prepared.spec)
    return Prepared(scenario, tuple(tracers), profile, tuple(left_out))


def _refuse_variation(scenario: Scenario, profile: Profile) -> None:
    varying = [key for key in profile.keys() if profile.variation_ppm(key)]  # noqa: SIM118
    if varying:
        raise CostProfileError(
            f"the profile says how {varying[0]} varies from hit to hit, which is not modelled",
            where=scenario.where(("machine", "profile")),
            suggestion="leave `variation` out; `uncertainty` is drawn for each replication",
        )


def _profile_of(prepared: Prepared, replication: int) -> Profile:
    if not prepared.scenario.draws_uncertainty:
        return prepared.profile
    stream = Streams(prepared.scenario.seed).stream("cost/uncertainty")
    return prepared.profile.draw(stream, replication)


def arm_run(
    prepared: Prepared,
    arm: str,
    writer: RecordWriter,
    *,
    replication: int = 0,
    progress: RunProgress | None = None,
) -> ArmRun:
    """Build the machine of an arm, its programs loaded; who gets it closes it."""
    scenario = prepared.scenario
    tracers = [tracer for tracer in prepared.tracers if tracer.arm == arm]
    seed = replication_seed(scenario.seed, replication)
    profile = _profile_of(prepared, replication)
    told = progress or NoProgress()
    return ArmRun(scenario, arm, replication, seed, profile, tracers, writer, told)


def run_tables(
    prepared: Prepared,
    run_dir: Path,
    progress: RunProgress | None = None,
    *,
    on_arm: Callable[[ArmRun], None] | None = None,
) -> RunResult:
    """Run every arm of every replication and write the tables into *run_dir*.

    Args:
        prepared: What to run.
        run_dir: An existing directory.
        progress: Whom to tell.
        on_arm: Called with each arm after it has run, before its machine is closed.
    """
    progress = progress or NoProgress()
    hits = virtual_ns = 0
    with RecordWriter(run_dir) as writer:
        for replication in range(prepared.scenario.replications):
            for arm in prepared.scenario.arms:
                run = arm_run(
                    prepared, arm.name, writer, replication=replication, progress=progress
                )
                try:
                    outcome = run.run()
                    if on_arm is not None:
                        on_arm(run)
                finally:
                    run.close()
                hits += outcome.hits
                virtual_ns += outcome.horizon_ns
        writer.close()
        return RunResult(writer.digest(), writer.table_digests(), hits, virtual_ns)


def try_machines(prepared: Prepared) -> list[dict[str, object]]:
    """Build each arm's machine once, so that what it refuses is said before anything is written.

    Returns:
        What the verifier said of each program.

    Raises:
        SimError: A hook target, a program or a map is refused.
    """
    admissions = []
    with tempfile.TemporaryDirectory(prefix="bpfsim-try-") as scratch:
        writer = RecordWriter(scratch)
        for arm in prepared.scenario.arms:
            run = arm_run(prepared, arm.name, writer)
            admissions += run.admissions
            run.close()
        writer.abandon()
    return admissions


def run_scenario(
    scenario: Scenario, run_dir: RunDir, progress: RunProgress | None = None
) -> RunResult:
    """Run a scenario into a run directory.

    Raises:
        SimError: Something is wrong with the scenario; no directory is left behind.
    """
    progress = progress or NoProgress()
    wall = WallClock()
    prepared = prepare(scenario)
    admissions = try_machines(prepared)
    with run_dir:
        store_inputs(run_dir.path, scenario, prepared.tracers, prepared.profile)
        wall.phase("run")
        result = run_tables(prepared, run_dir.path, progress)
        wall.phase("results")
        write_manifest(
            run_dir.path,
            scenario,
            prepared.tracers,
            prepared.profile,
            kernel_release=KERNEL_RELEASES[scenario.machine.kernel],
            digest=result.digest,
            table_digests=result.table_digests,
            engine={
                "mode": "plain" if PLAIN else "compiled",
                "sources": scenario.machine.engine.sources,
                "programs": "interp" if PLAIN else scenario.machine.engine.programs,
                "left_out": ", ".join(prepared.left_out),
            },
            programs=admissions,
            wall=wall,
            model_version=MODEL_VERSION,
        )
        run_dir.complete(result.digest)
    return result
