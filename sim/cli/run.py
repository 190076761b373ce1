"""``bpfsim run``: run a scenario, show how far it is, and say what came out.

**Rule:** everything that can be refused is refused before the run directory is made. Results go
to stdout, everything else to stderr.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.errors import EXIT_NO, raise_if_interrupted, raise_on_sigterm
from sim.cli.output import print_json, stdout_console

if TYPE_CHECKING:
    from analysis.run import Run
    from sim.cli.expect import Verdict
    from sim.run.outdir import RunDir
    from sim.run.progress import RunProgress
    from sim.run.schema import Scenario

__all__ = ["run"]


def run(
    scenario: Annotated[Path, typer.Argument(metavar="SCENARIO", help="Its YAML file.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Run directory; runs/NAME-SEED unless given.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite a complete run named by -o.")
    ] = False,
    seed: Annotated[int | None, typer.Option(help="Replace the scenario's seed.")] = None,
    replications: Annotated[
        int | None,
        typer.Option(metavar="N", help="Run every arm N times; differences get intervals."),
    ] = None,
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Change a value, e.g. machine.cpus=8."),
    ] = None,
    objects: Annotated[
        list[str] | None,
        typer.Option(
            "--object", metavar="[TRACER=]FILE", help="Trace with another object, as it is."
        ),
    ] = None,
    timeline: Annotated[
        str | None,
        typer.Option(
            metavar="FROM..TO", help="Record this window and write timeline.json, for Perfetto."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress; print the run directory only.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Run as ordinary Python, uncompiled; slow.")
    ] = False,
    engine: Annotated[
        str | None,
        typer.Option(metavar="jit|interp", help="What runs the programs; same results."),
    ] = None,
    engine_sources: Annotated[
        str | None,
        typer.Option(metavar="path|simpy", help="Where event sources live; same results."),
    ] = None,
    pages: Annotated[
        bool, typer.Option("--report/--no-report", help="Write report.html and the charts.")
    ] = True,
) -> None:
    """Run a scenario and show what tracing cost and lost."""
    if plain:
        # Read when the engine is imported, which happens further down.
        os.environ["BPFSIM_PLAIN"] = "1"
    from sim.run.outdir import RunDir, default_run_path
    from sim.run.scenario import load_scenario

    overrides = list(changes or [])
    overrides += engine_overrides(engine, engine_sources)
    if timeline is not None:
        overrides.append(f"record.timeline={timeline}")
    loaded = load_scenario(
        scenario, overrides, seed=seed, replications=replications, objects=objects or []
    )
    if loaded.expect:
        from sim.cli.expect import check_metrics

        check_metrics(loaded)
    run_dir = RunDir(out or default_run_path(loaded.name, loaded.seed), force=force)
    run_dir.check()
    simulate(loaded, run_dir, quiet=quiet)
    report(loaded, run_dir.path, as_json=as_json, quiet=quiet, pages=pages)


def engine_overrides(programs: str | None, sources: str | None) -> list[str]:
    """Return the changes to a scenario that say where the simulator does things."""
    chosen = (("programs", programs), ("sources", sources))
    return [f"machine.engine.{name}={value}" for name, value in chosen if value is not None]


def load_engine(progress: RunProgress) -> None:
    """Load the engine, compiled first if need be."""
    progress.phase("loading the engine")
    from sim.base.compile import PLAIN, is_cache_warm

    if not PLAIN and not is_cache_warm():
        progress.phase("compiling the engine, once for this version: half a minute")
    from sim.run.warm import compile_engine

    compile_engine()


def simulate(scenario: Scenario, run_dir: RunDir, *, quiet: bool) -> str:
    """Run a scenario with progress on stderr.

    Returns:
        The digest of the result.
    """
    from sim.cli.progress import open_progress
    from sim.run.objects import prepare_objects
    from sim.run.outdir import read_state
    from sim.run.prices import scenario_profile

    scenario_profile(scenario)
    prepare_objects(scenario)  # what they refuse is said before an engine is compiled for it
    raise_on_sigterm()
    nr_cells = len(scenario.arms) * scenario.replications
    try:
        with open_progress(nr_cells, quiet=quiet) as progress:
            load_engine(progress)
            from sim.run.runner import run_scenario

            raise_if_interrupted()
            result = run_scenario(scenario, run_dir, progress)
    except (KeyboardInterrupt, SystemExit):
        if read_state(run_dir.path) == "interrupted":
            print(f"bpfsim: {run_dir.path} is incomplete, and says so", file=sys.stderr)
        raise
    return result.digest


def _write_pages(scenario: Scenario, done: Run, *, pages: bool, quiet: bool) -> None:
    """Write what is looked at with other programs: timeline, report, charts."""
    from sim.cli.progress import open_progress

    with open_progress(1, quiet=quiet) as progress:
        if scenario.record.timeline is not None:
            from analysis.timeline import write_timeline
            from sim.cli.timeline import FILE_NAME

            progress.phase("writing the timeline")
            write_timeline(done, done.path / FILE_NAME)
        if pages:
            from sim.cli.report import FILE_NAME, write_pages

            progress.phase("writing the report")
            write_pages(done, done.path / FILE_NAME, charts=True, tell=progress.phase)


def report(scenario: Scenario, folder: Path, *, as_json: bool, quiet: bool, pages: bool) -> None:
    """Write the pages, print the summary, check the expectations."""
    import analysis

    done = analysis.load(folder, verify=False)  # written a moment ago
    _write_pages(scenario, done, pages=pages, quiet=quiet)
    verdicts: list[Verdict] = []
    if scenario.expect:
        from sim.cli.expect import judge

        verdicts = judge(scenario.expect, done)
    if as_json:
        from analysis.summary import summary_dict

        expect = [{"expect": v.text, "value": v.value, "holds": v.holds} for v in verdicts]
        print_json({**summary_dict(done), "expect": expect})
    elif quiet:
        print(folder)
    else:
        from analysis.summary import print_summary

        with stdout_console() as console:
            print_summary(done, console)
    for verdict in verdicts:
        if not verdict.holds:
            print(f"bpfsim: expectation failed: {verdict}", file=sys.stderr)
    if not all(v.holds for v in verdicts):
        raise typer.Exit(EXIT_NO)
