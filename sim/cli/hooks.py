"""``bpfsim hooks``: what can be hooked, as ``bpftrace -l`` and tracefs list it.

**Rule:** one hook a line; with ``-v`` its arguments below it, indented, as bpftrace has them.

**Not modelled:** hooks in user space, which depend on the scenario's binaries.
"""

from __future__ import annotations

from typing import Annotated

import typer

from sim.base.errors import AttachError, nearest

__all__ = ["hooks"]


def hooks(
    pattern: Annotated[
        str, typer.Argument(metavar="PATTERN", help="With * and ?, such as 'kprobe:vfs_*'.")
    ] = "*",
    kernel: Annotated[str, typer.Option(help="Which simulated kernel.")] = "6.1",
    kind: Annotated[
        str | None, typer.Option(help="Only hooks of this kind, such as tracepoint.")
    ] = None,
    fired: Annotated[
        bool, typer.Option("--fired", help="Only hooks that a path of this kernel reaches.")
    ] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Arguments, too.")] = False,
    file: Annotated[
        bool, typer.Option("--format", help="Print tracepoints' format files, as tracefs has them.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", "-j", help="Print JSON.")] = False,
) -> None:
    """List what can be hooked in a simulated kernel."""
    from sim.cli.output import print_json
    from sim.kernel.hookable import KINDS, arguments, hookable, matching
    from sim.kernel.tracepoints import tracepoint

    if kind is not None and kind not in KINDS:
        raise AttachError(
            f"{kind!r} is no kind of hook to list",
            where="bpfsim hooks",
            suggestion=nearest(kind, KINDS) or ", ".join(KINDS),
        )
    kinds = KINDS if kind is None else (kind,)
    found = [one for one in matching(pattern, kernel, kinds) if one.is_fired or not fired]
    if not found:
        names = (one.name for each in kinds for one in hookable(kernel, each))
        raise AttachError(
            f"nothing to hook fits {pattern!r}",
            where=f"simulated Linux {kernel}",
            suggestion=nearest(pattern, names) or "bpfsim hooks 'kprobe:vfs_*'",
        )
    if as_json:
        print_json(
            [
                {
                    "hook": one.name,
                    "fired": one.is_fired,
                    "args": arguments(one, kernel) if verbose else None,
                }
                for one in found
            ]
        )
        return
    for one in found:
        if file and one.kind == "tracepoint":
            print(tracepoint(*one.target.split(":"), kernel).format_text())
            continue
        print(one.name)
        for argument in arguments(one, kernel) if verbose else ():
            print(f"    {argument}")
