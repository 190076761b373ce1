"""``bpfsim verify``: what the simulated kernel's verifier says of programs.

With ``--jobs`` it answers jobs in the format of the kernel oracle, one JSON object a line in, one
a line out, in the same order.

**Rule:** exit 0 when everything was accepted, 1 when something was refused or is not modelled, 2
for bad input. Answers to jobs go to stdout as they are made, and the exit status is 0 then.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.base.errors import ProgramError, SimError

if TYPE_CHECKING:
    from sim.bpf.btf import Btf

__all__ = ["read_btf", "verify"]

# sim.bpf.program has them too, and would load the engine
_ENGINES = ("jit", "interp")


def verify(
    jobs: Annotated[
        Path | None,
        typer.Option(
            metavar="JOBS.jsonl", help="Answer jobs, one JSON object a line ('-': stdin)."
        ),
    ] = None,
    kernel: Annotated[
        str, typer.Option(metavar="VERSION", help="The kernel that verifies.")
    ] = "6.1",
    btf: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A kernel's own BTF instead of ours.")
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="jit|interp", help="What runs programs of jobs; same results.")
    ] = "jit",
) -> None:
    """Verify programs as a kernel does, and say why one is refused."""
    if jobs is None:
        raise SimError("nothing to verify", where="the command line", suggestion="--jobs FILE")
    _check_kernel(kernel)
    _answer_jobs(jobs, kernel, read_btf(btf), engine)


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

    yield from read_bytes(path).decode(errors="replace").splitlines()


def _answer_jobs(path: Path, kernel: str, btf: Btf | None, engine: str) -> None:
    from sim.loader.jobs.answer import Jobs

    if engine not in _ENGINES:
        raise ProgramError(f"no engine is called {engine!r}", suggestion=" or ".join(_ENGINES))
    folder = Path() if str(path) == "-" else path.parent
    machine = Jobs(kernel, btf=btf, engine=engine, folder=folder)
    number = 0
    for line in _lines(path):
        if line.strip() and not line.lstrip().startswith("#"):
            print(json.dumps(machine.answer_line(line, number)), flush=str(path) == "-")
            number += 1
