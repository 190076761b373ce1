"""The ``bpfsim`` command: collects the verbs.

**Rule:** a verb imports what it works with when it is called, so that ``bpfsim --help`` is
quick and no verb needs what only another one uses.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from sim.cli import (
    asm,
    bpftool,
    btf,
    build,
    compare,
    disasm,
    exec,
    fleet,
    hooks,
    inspect,
    report,
    rerun,
    run,
    step,
    timeline,
    tool,
    validate,
    verify,
)
from sim.cli.errors import guarded
from sim.cli.output import print_anything

__all__ = ["app", "main"]

app = typer.Typer(
    name="bpfsim",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="What will a BPF tracer cost, and what will it lose? Ask a simulated Linux kernel.",
)

VERBS = (
    run.run,
    validate.validate,
    report.report,
    compare.compare,
    timeline.timeline,
    tool.tool,
    rerun.rerun,
    step.step,
    build.build,
    asm.asm,
    disasm.disasm,
    exec.exec_,
    verify.verify,
    hooks.hooks,
    inspect.inspect,
    fleet.fleet,
)
for _verb in VERBS:
    app.command()(guarded(_verb))
app.command("map")(guarded(bpftool.map_))
app.command()(guarded(bpftool.prog))
app.command()(guarded(bpftool.link))
app.command()(guarded(bpftool.feature))
app.add_typer(btf.app, name="btf")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        try:
            print(f"bpfsim {metadata.version('bpfsim')}")
        except metadata.PackageNotFoundError:
            print("bpfsim (not installed)")
        raise typer.Exit


@app.callback()
def _options(
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    if debug:
        os.environ["BPFSIM_DEBUG"] = "1"


def main() -> None:
    """Run the command line; ``--debug`` may stand anywhere."""
    print_anything()
    args = sys.argv[1:]
    verb_args = args[: args.index("--")] if "--" in args else args
    if "--debug" in verb_args:
        os.environ["BPFSIM_DEBUG"] = "1"
        args.remove("--debug")
    app(args=args, prog_name="bpfsim")


if __name__ == "__main__":
    main()
