"""``bpfsim fleet``: which objects load on which kernels, and what refuses the others.

One row an object, one column a kernel: ``loads``, how many of its programs do, or the stage that
refuses it (open, maps, relocate, target, verifier, attach). As text, JSON, CSV and a picture;
``--relocs`` says of every CO-RE relocation what it became.

**Rule:** exit 0 when every object loads on every kernel that was asked for, 1 when not, 2 for bad
input. An object that cannot be opened is a row, not an error, unless it is the only one.

**Not modelled:** what a tool does besides loading; ``--target`` and ``--as-is`` say some of it.
"""

from __future__ import annotations

import csv
import io
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from sim.base.errors import SimError
from sim.cli.errors import EXIT_NO
from sim.cli.output import print_json, stdout_console

if TYPE_CHECKING:
    from sim.cli.fleet_table import Row

__all__ = ["chosen_kernels", "fleet", "object_files", "parsed_targets"]

T = TypeVar("T")

_PICTURES = (".svg", ".png")
_QUIET_S = 2.0
_BETWEEN_S = 5.0


def fleet(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE.bpf.o|DIRECTORY...", help="BPF objects, or directories of *.bpf.o."
        ),
    ],
    kernels: Annotated[
        str, typer.Option(metavar="all|V,V...", help="Simulated kernels, oldest first.")
    ] = "all",
    kernel: Annotated[
        list[str] | None, typer.Option(metavar="VERSION", help="One kernel (repeatable).")
    ] = None,
    target: Annotated[
        list[str] | None,
        typer.Option(metavar="OLD=NEW", help="Programs for OLD are set to NEW (repeatable)."),
    ] = None,
    as_is: Annotated[
        bool, typer.Option("--as-is", help="Choose and size nothing: load as libbpf does alone.")
    ] = False,
    config: Annotated[
        str, typer.Option(metavar="debian|upstream", help="The kernels' configuration.")
    ] = "debian",
    as_json: Annotated[bool, typer.Option("--json", "-j", help="Print JSON.")] = False,
    table: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write every program's fate.")
    ] = None,
    relocs: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what every relocation became (CSV).")
    ] = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE.svg|.png", help="Draw the table.")
    ] = None,
) -> None:
    """Try objects on simulated kernels: what loads where, and what refuses it."""
    from sim.cli.fleet_table import fleet_data, print_fleet, program_rows, reloc_rows

    if picture is not None and picture.suffix not in _PICTURES:
        raise SimError(
            f"a picture cannot be written as {picture.suffix or 'a file without suffix'}",
            where=str(picture),
            suggestion="end its name with " + " or ".join(_PICTURES),
        )
    names = chosen_kernels(",".join(kernel) if kernel else kernels)
    rows = _survey(object_files(paths), names, parsed_targets(target), as_is, config)
    for path, cells in ((table, program_rows(rows)), (relocs, reloc_rows(rows))):
        if path is not None:
            _write(path, _csv_text(cells).encode())
    if picture is not None:
        from analysis.plots.fleet import draw_fleet

        _write(picture, draw_fleet(fleet_data(rows)["objects"], names, picture.suffix[1:]))
    if as_json:
        print_json(fleet_data(rows))
    else:
        with stdout_console() as console:
            print_fleet(rows, names, console)
    if any(fate.word != "loads" for row in rows for fate in row.fates):
        raise typer.Exit(EXIT_NO)


def chosen_kernels(text: str) -> list[str]:
    """Return the simulated kernels that *text* names: ``all``, or versions with commas."""
    from sim.versions.releases import KERNEL_RELEASES, check_kernel

    if text == "all":
        return list(KERNEL_RELEASES)
    wanted = {check_kernel(name.strip(), "--kernels") for name in text.split(",")}
    return [name for name in KERNEL_RELEASES if name in wanted]


def object_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files, and each directory's objects in the order of their names."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.glob("*.bpf.o")) if path.is_dir() else [path]
        if not inside:
            raise SimError("the directory has no BPF object (*.bpf.o)", where=str(path))
        found += inside
    return found


def parsed_targets(texts: Sequence[str] | None) -> dict[str, str]:
    """Take ``OLD=NEW`` apart."""
    targets = {}
    for text in texts or ():
        old, equals, new = text.partition("=")
        if not (old and equals and new):
            raise SimError(
                f"{text!r} is no OLD=NEW",
                where="--target",
                suggestion="for example: --target dummy_file_read=ext4_file_read_iter",
            )
        targets[old] = new
    return targets


def _survey(
    files: Sequence[Path],
    kernels: Sequence[str],
    targets: dict[str, str],
    as_is: bool,
    config: str,
) -> list[Row]:
    from sim.cli.fleet_table import Row
    from sim.loader.kernel_of import kernel_of
    from sim.loader.open import open_object
    from sim.loader.survey import ObjectFate, Stage, retarget, survey

    surveyed = [kernel_of(name) for name in _progress(kernels, "kernels' types")]
    rows = []
    for file in _progress(files, "objects"):
        name = file.name.removesuffix(".bpf.o")
        try:
            spec = open_object(file)
        except SimError as error:
            if len(files) == 1:
                raise
            fates = [ObjectFate(k, (), Stage.OPEN, 22, str(error.problem)) for k in kernels]
            rows.append(Row(name, fates))
            continue
        retarget(spec, targets)
        rows.append(Row(name, [survey(spec, one, as_is=as_is, config=config) for one in surveyed]))
    return rows


def _progress(items: Sequence[T], what: str) -> Iterator[T]:
    """Give *items*, and say on stderr now and then how many are done."""
    began = said = time.monotonic()
    for done, item in enumerate(items):
        now = time.monotonic()
        if now - began > _QUIET_S and now - said > _BETWEEN_S:
            print(f"bpfsim: {done} of {len(items)} {what}", file=sys.stderr, flush=True)
            said = now
        yield item


def _csv_text(rows: Sequence[Sequence[object]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as exc:
        raise SimError("the file cannot be written", where=str(path), reason=str(exc)) from exc
