"""``bpfsim tool``: run a tool of libbpf-tools on a shipped workload.

**Rule:** it runs the scenario that ``scenarios/tools`` has for the tool, and nothing else.

**Not modelled:** the tools' own options; what their programs can be told is set with
``--set arms[1].tracers[0].globals.NAME=VALUE``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sim.base.errors import ScenarioError

__all__ = ["tool"]


def tool(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The tool, such as biolatency.")
    ] = None,
    on: Annotated[
        str, typer.Option("--on", metavar="WORKLOAD", help="What it watches; see --list.")
    ] = "",
    kernel: Annotated[
        str, typer.Option("--kernel", metavar="V", help="The simulated kernel.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Run directory; runs/NAME-SEED unless given.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite a complete run named by -o.")
    ] = False,
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Change a value, e.g. machine.cpus=8."),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress; print the run directory only.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    pages: Annotated[
        bool, typer.Option("--report/--no-report", help="Write report.html and the charts.")
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="List the tools and the workloads.")
    ] = False,
) -> None:
    """Let a shipped tool watch a shipped workload, and show what it cost and found."""
    from sim.cli.run import report, simulate
    from sim.run.outdir import RunDir, default_run_path
    from sim.run.scenario import parse_scenario
    from sim.run.tools import tool_scenario

    if listed or name is None:
        _list()
        return
    try:
        text = tool_scenario(name, on, kernel)
    except ValueError as error:
        raise ScenarioError(str(error), where="bpfsim tool", suggestion="`--list`") from None
    loaded = parse_scenario(text, f"tool {name}", changes or [])
    run_dir = RunDir(out or default_run_path(loaded.name, loaded.seed), force=force)
    run_dir.check()
    simulate(loaded, run_dir, quiet=quiet)
    report(loaded, run_dir.path, as_json=as_json, quiet=quiet, pages=pages)


def _list() -> None:
    """Print the tools, what each asks, and the workloads."""
    from sim.cli.output import stdout_console
    from sim.run.shipped_workloads import shipped_workloads
    from sim.run.tools import tools

    with stdout_console() as console:
        for name, profile in tools().items():
            console.print(f"{name:15} {profile['asks']}  [{profile['on']}]", markup=False)
        console.print("Workloads: " + ", ".join(shipped_workloads()), markup=False)
