"""``bpfsim map``, ``prog``, ``link``, ``feature``: bpftool's words on runs and kernels.

**Rule:** the run directory comes first, then bpftool's own words; ``-j`` and ``-p`` are its own.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sim.bpftool.output import Form, Output
    from sim.bpftool.source import Source

__all__ = ["feature", "link", "map_", "print_of", "prog"]

Run = Annotated[Path, typer.Argument(metavar="RUN", help="A run directory.")]
Words = Annotated[
    list[str] | None, typer.Argument(metavar="[WORDS]...", help="As bpftool has them.")
]
Arm = Annotated[str | None, typer.Option(help="Which arm; the first that is traced, unless given.")]
Replication = Annotated[int, typer.Option(help="Which replication.")]
AsJson = Annotated[bool, typer.Option("-j", "--json", help="Print JSON.")]
Pretty = Annotated[bool, typer.Option("-p", "--pretty", help="Print indented JSON.")]


def map_(
    verb: Annotated[
        str, typer.Argument(metavar="VERB", help="show, dump, lookup, getnext, …; see docs/maps.md")
    ],
    run: Run,
    words: Words = None,
    arm: Arm = None,
    replication: Replication = 0,
    as_json: AsJson = False,
    pretty: Pretty = False,
) -> None:
    """Look at a run's maps as bpftool does.

    For example: bpfsim map dump runs/01-opensnoop-1 name counts
    """
    from sim.bpftool.maps import map_verb

    print_of(map_verb, run, [verb, *(words or [])], arm, replication, as_json, pretty)


map_.__name__ = "map"


def prog(
    verb: Annotated[str, typer.Argument(metavar="VERB", help="show, or dump; see docs/maps.md")],
    run: Run,
    words: Words = None,
    arm: Arm = None,
    replication: Replication = 0,
    as_json: AsJson = False,
    pretty: Pretty = False,
) -> None:
    """Look at a run's programs as bpftool does.

    For example: bpfsim prog dump runs/01-opensnoop-1 xlated name on_enter linum
    """
    from sim.bpftool.progs import prog_verb

    print_of(prog_verb, run, [verb, *(words or [])], arm, replication, as_json, pretty)


def link(
    verb: Annotated[str, typer.Argument(metavar="VERB", help="show.")],
    run: Run,
    words: Words = None,
    arm: Arm = None,
    replication: Replication = 0,
    as_json: AsJson = False,
    pretty: Pretty = False,
) -> None:
    """Look at a run's links as bpftool does.

    For example: bpfsim link show runs/01-opensnoop-1
    """
    from sim.bpftool.links import link_verb

    print_of(link_verb, run, [verb, *(words or [])], arm, replication, as_json, pretty)


def feature(
    words: Annotated[
        list[str], typer.Argument(metavar="probe [kernel] [full]", help="As bpftool has them.")
    ],
    kernel: Annotated[str, typer.Option(help="Which simulated kernel.")] = "6.1",
    config: Annotated[
        str, typer.Option(metavar="debian|upstream", help="The kernel's configuration.")
    ] = "debian",
    as_json: AsJson = False,
    pretty: Pretty = False,
) -> None:
    """Say what a simulated kernel has, as bpftool does.

    For example: bpfsim feature probe --kernel 6.12
    """
    from sim.base.errors import SimError
    from sim.bpftool.feature import feature_probe
    from sim.bpftool.output import Form

    verb, *rest = words
    unknown = [word for word in rest if word not in ("kernel", "full")]
    if not "probe".startswith(verb) or unknown:
        raise SimError(
            f"what is '{unknown[0] if unknown else verb}'?",
            where="bpfsim feature",
            suggestion="bpfsim feature probe, or bpfsim feature probe kernel full",
        )
    form = Form.PRETTY if pretty else Form.JSON if as_json else Form.PLAIN
    print(feature_probe(kernel, form, preset=config, full="full" in rest).text, end="")


def print_of(
    verb: Callable[[Source, Sequence[str], Form], Output],
    run: Path,
    words: list[str],
    arm: str | None,
    replication: int,
    as_json: bool,
    pretty: bool,
) -> None:
    """Print what a verb of bpftool's says of a run; exit with its status if it is not 0."""
    from sim.bpftool.output import Form
    from sim.bpftool.run_source import RunSource

    form = Form.PRETTY if pretty else Form.JSON if as_json else Form.PLAIN
    done = verb(RunSource(run, arm, replication), words, form)
    print(done.text, end="")
    if done.note:
        print(done.note, file=sys.stderr)
    if done.status:
        raise typer.Exit(done.status)
