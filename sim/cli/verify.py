"""``bpfsim verify``: what a kernel's verifier says of programs.

Objects give a table of their programs, and the log of those that are refused. Several objects, or
a directory's, give one table after all the logs; as JSON a list. With ``--jobs`` it
answers jobs in the format of the kernel oracle, one JSON object a line in, one a line out, in the
same order.

**Rule:** exit 0 when every program was accepted, 1 when one was refused or is not modelled, 2 for
bad input. ``--jobs`` exits with 0 whatever the answers say.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.base.errors import ProgramError, SimError
from sim.cli.errors import EXIT_NO
from sim.cli.output import print_json, stdout_console

if TYPE_CHECKING:
    from sim.bpf.btf import Btf
    from sim.bpf.spec import ObjectSpec
    from sim.cli.verify_table import Side

__all__ = ["read_btf", "verify", "verify_file"]

# sim.bpf.program has them too, and would load the engine
_ENGINES = ("jit", "interp")
_PICTURES = (".svg", ".png")


def verify(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE.bpf.o|DIRECTORY]...",
            help="BPF objects ('-': stdin), or directories of *.bpf.o.",
        ),
    ] = None,
    kernel: Annotated[
        str, typer.Option(metavar="VERSION", help="The kernel that verifies.")
    ] = "6.1",
    prog: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this program (repeatable).")
    ] = None,
    log_level: Annotated[
        int, typer.Option(metavar="0|1|2", min=0, max=7, help="As BPF_PROG_LOAD has it.")
    ] = 1,
    verbose: Annotated[bool, typer.Option("-v", help="Show all of every log.")] = False,
    as_json: Annotated[bool, typer.Option("--json", "-j", help="Print JSON.")] = False,
    other: Annotated[
        Path | None, typer.Option("--compare", metavar="OTHER.bpf.o", help="Compare with this.")
    ] = None,
    other_kernel: Annotated[
        str | None,
        typer.Option("--compare-kernel", metavar="VERSION", help="Compare with this kernel."),
    ] = None,
    btf: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A kernel's own BTF (/sys/kernel/btf/vmlinux)."),
    ] = None,
    jobs: Annotated[
        Path | None,
        typer.Option(
            metavar="JOBS.jsonl", help="Answer jobs, one JSON object a line ('-': stdin)."
        ),
    ] = None,
    cfg: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.svg|.png",
            help="Draw the control-flow graph of the refused program (or the first).",
        ),
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="jit|interp", help="What runs the programs of jobs.")
    ] = "interp",
) -> None:
    """Verify programs as a kernel does before it loads them."""
    for version in (kernel, other_kernel or kernel):
        _check_kernel(version)
    if jobs is not None:
        if paths:
            raise SimError("--jobs and a file exclude each other", where="the command line")
        _answer_jobs(jobs, kernel, read_btf(btf), engine)
        return
    if cfg is not None and cfg.suffix not in _PICTURES:
        raise SimError(
            f"a picture cannot be written as {cfg.suffix or 'a file without suffix'}",
            where=str(cfg),
            suggestion="end its name with " + " or ".join(_PICTURES),
        )
    if not paths:
        raise SimError(
            "there is nothing to verify",
            where="the command line",
            suggestion="name a BPF object, or --jobs FILE",
        )
    level = max(log_level, 2) if verbose and log_level else log_level
    is_list = len(paths) > 1 or paths[0].is_dir()
    if is_list and (other is not None or other_kernel is not None or cfg is not None):
        raise SimError("--compare and --cfg take one object", where="the command line")
    files = list(_objects(paths))
    sides = [verify_file(file, kernel, btf=btf, only=prog, log_level=level) for file in files]
    if other is not None or other_kernel is not None:
        second = other or paths[0]
        against = verify_file(second, other_kernel or kernel, btf=btf, only=prog, log_level=level)
        _print_two(sides[0], against, as_json)
        sides.append(against)
    elif is_list:
        _print_several(files, sides, as_json, verbose)
    else:
        _print_one(sides[0], as_json, verbose)
        if cfg is not None:
            _draw(sides[0], cfg)
    if any(one.verdict.kind.value != "accept" for each in sides for _, one in each.programs):
        raise typer.Exit(EXIT_NO)


def _objects(paths: Sequence[Path]) -> Iterator[Path]:
    """Give the files, and each directory's objects in the order of their names."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(path.glob("*.bpf.o"))
        if not found:
            raise SimError("the directory has no BPF object (*.bpf.o)", where=str(path))
        yield from found


def verify_file(
    file: Path,
    kernel: str,
    *,
    btf: Path | None = None,
    only: Sequence[str] | None = None,
    log_level: int = 1,
) -> Side:
    """Verify the programs of an object file.

    Args:
        file: The object, ``-`` for standard input.
        kernel: Key of `sim.versions.releases.KERNEL_RELEASES`.
        btf: A file with a kernel's own types, instead of the simulated kernel's.
        only: Names of programs; those that load by themselves unless given.
        log_level: As ``BPF_PROG_LOAD`` has it.
    """
    from sim.cli.code import name_of, read_bytes
    from sim.cli.verify_table import Side
    from sim.loader.kernel_of import kernel_of
    from sim.loader.open import object_name, open_object
    from sim.loader.verify_object import verify_object

    spec = open_object(read_bytes(file), object_name(name_of(file)))
    _choose(spec, only)
    verifier = kernel_of(kernel, read_btf(btf))
    found = verify_object(spec, verifier, log_level=log_level, with_trace=True)
    shown = file.name if str(file) != "-" else "stdin"
    return Side(kernel, [(shown, one) for one in found])


def _choose(spec: ObjectSpec, only: Sequence[str] | None) -> None:
    if not only:
        return
    wanted = {spec.program(name).name for name in only}
    for program in spec.programs:
        program.autoload = program.name in wanted


def _print_one(side: Side, as_json: bool, is_verbose: bool) -> None:
    from sim.cli.verify_table import print_side, side_data

    if as_json:
        print_json(side_data(side))
        return
    with stdout_console() as console:
        print_side(side, console, is_verbose=is_verbose)


def _print_several(
    files: Sequence[Path], sides: Sequence[Side], as_json: bool, is_verbose: bool
) -> None:
    from sim.cli.verify_table import Side, print_side, side_data

    if as_json:
        named = zip(files, sides, strict=True)
        print_json([{"file": file.name, **side_data(side)} for file, side in named])
        return
    programs = [pair for side in sides for pair in side.programs]
    with stdout_console() as console:
        print_side(Side(sides[0].kernel, programs), console, is_verbose=is_verbose, at_end=True)


def _draw(side: Side, path: Path) -> None:
    """Draw the first program that was refused, or else the first."""
    from analysis.plots.cfg import draw_cfg
    from sim.bpf.verifier.explain.graph import control_flow_graph

    drawable = [one for _, one in side.programs if one.trace is not None and one.trace.env]
    refused = [one for one in drawable if one.kind.value == "reject"]
    chosen = next(iter([*refused, *drawable]), None)
    if chosen is None or chosen.trace is None:
        raise SimError(
            "there is no program to draw",
            where=str(path),
            reason="none came as far as the verifier",
        )
    graph = control_flow_graph(chosen.trace)
    title = f"{chosen.name}: {chosen.kind.value} by Linux {side.kernel}"
    try:
        path.write_bytes(draw_cfg(graph, title, path.suffix[1:]))
    except OSError as exc:
        raise SimError("the picture cannot be written", where=str(path), reason=str(exc)) from exc


def _print_two(a: Side, b: Side, as_json: bool) -> None:
    from sim.cli.verify_table import compare_data, print_comparison

    if as_json:
        print_json(compare_data(a, b))
        return
    with stdout_console() as console:
        print_comparison(a, b, console)


def _check_kernel(kernel: str) -> None:
    from sim.versions.releases import KERNEL_RELEASES

    if kernel not in KERNEL_RELEASES:
        raise ProgramError(
            f"no kernel is called {kernel!r}", suggestion="known: " + ", ".join(KERNEL_RELEASES)
        )


def read_btf(path: Path | None) -> Btf | None:
    """Read a kernel's BTF, None for no file."""
    if path is None:
        return None
    from sim.bpf.btf import Btf
    from sim.cli.code import read_bytes

    return Btf.parse(read_bytes(path))


def _lines(path: Path) -> Iterator[str]:
    if str(path) == "-":
        yield from sys.stdin
        return
    from sim.cli.code import read_bytes

    yield from read_bytes(path).decode(errors="replace").split("\n")


def _answer_jobs(path: Path, kernel: str, btf: Btf | None, engine: str) -> None:
    from sim.loader.jobs.answer import Jobs

    if engine not in _ENGINES:
        raise ProgramError(f"no engine is called {engine!r}", suggestion=" or ".join(_ENGINES))
    folder = Path() if str(path) == "-" else path.parent
    answerer = Jobs(kernel, btf=btf, engine=engine, folder=folder)
    number = 0
    for line in _lines(path):
        if line.strip() and not line.lstrip().startswith("#"):
            print(json.dumps(answerer.answer_line(line, number)), flush=str(path) == "-")
            number += 1
