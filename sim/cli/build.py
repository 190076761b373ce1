"""``bpfsim build``: compile BPF C to an object beside it.

**Rule:** the object appears whole or not at all.

**Not modelled:** nothing of the kernel; see `sim.loader.build`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.output import print_json

__all__ = ["build"]


def build(
    source: Annotated[Path, typer.Argument(metavar="FILE.bpf.c", help="BPF C source.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The object; FILE.bpf.o unless given.")
    ] = None,
    include: Annotated[
        Path | None,
        typer.Option("--include", "-I", help="Folder of headers; bpfsim's own unless given."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Compile BPF C with the clang of the ziglang package."""
    from sim.base.errors import SimError
    from sim.loader.build import build_object

    headers = include or Path(__file__).resolve().parent.parent / "include"
    target = out or source.with_suffix(".o")
    if target.resolve() == source.resolve():
        raise SimError("the object would overwrite its source", where=str(source))
    if not target.parent.is_dir():
        raise SimError("there is no such folder", where=str(target.parent))
    build_object(source, target, headers)
    if as_json:
        sha256 = hashlib.sha256(target.read_bytes()).hexdigest()
        print_json({"source": str(source), "object": str(target), "sha256": sha256})
    else:
        print(target)
