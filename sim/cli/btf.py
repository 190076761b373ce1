"""``bpfsim btf dump`` and ``list``: BTF as records or as C, and what is loaded.

**Rule:** ``file`` takes an object, raw BTF, or ``/sys/kernel/btf/vmlinux``, which is the simulated
kernel's, on any machine.

**Not modelled:** ids of loaded BTF (a run's objects are files), split BTF.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.errors import guarded
from sim.cli.output import print_bpftool

if TYPE_CHECKING:
    from sim.bpf.btf import Btf

__all__ = ["app"]

VMLINUX = "/sys/kernel/btf/vmlinux"
_SUGGESTION = f"for example: bpfsim btf dump file {VMLINUX} format c"

app = typer.Typer(no_args_is_help=True, help="Look at type information as bpftool does.")


@app.callback()
def _btf() -> None:
    pass


@app.command()
@guarded
def dump(
    words: Annotated[
        list[str],
        typer.Argument(metavar="file FILE ...", help="Then: root_id ID, format raw or format c."),
    ],
    kernel: Annotated[str, typer.Option(help="Which simulated kernel's vmlinux.")] = "6.1",
    as_json: Annotated[bool, typer.Option("-j", "--json", help="Print JSON.")] = False,
    pretty: Annotated[bool, typer.Option("-p", "--pretty", help="Print indented JSON.")] = False,
) -> None:
    """Print the types of an object, of a BTF file or of the simulated kernel.

    For example: bpfsim btf dump file /sys/kernel/btf/vmlinux format c
    """
    from sim.bpf.btf_dump import c_header, raw_json, raw_text

    options = _parsed(words)
    btf = _read(options["file"], kernel)
    ids = _root(options.get("root_id"), btf, options["file"])
    if options.get("format", "raw") == "c":
        print(c_header(btf, ids), end="")
    elif as_json or pretty:
        print_bpftool({"types": raw_json(btf, ids)}, pretty=pretty)
    else:
        print(raw_text(btf, ids), end="")


@app.command("list")
@guarded
def list_(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="A run directory.")],
    arm: Annotated[str | None, typer.Option(help="Which arm; the first traced one.")] = None,
    replication: Annotated[int, typer.Option(help="Which replication.")] = 0,
    as_json: Annotated[bool, typer.Option("-j", "--json", help="Print JSON.")] = False,
    pretty: Annotated[bool, typer.Option("-p", "--pretty", help="Print indented JSON.")] = False,
) -> None:
    """List the BTF that was loaded in a run, as bpftool does."""
    from sim.bpftool.links import btf_verb
    from sim.cli.bpftool import print_of

    print_of(btf_verb, run, ["list"], arm, replication, as_json, pretty)


def _parsed(words: list[str]) -> dict[str, str]:
    from sim.base.errors import SimError, nearest

    where = "bpfsim btf dump"
    known = ("file", "root_id", "format")
    options: dict[str, str] = {}
    for name, value in zip(words[::2], [*words[1::2], ""], strict=False):
        if name not in known:
            suggestion = nearest(name, known) or _SUGGESTION
            raise SimError(f"there is no {name!r}", where=where, suggestion=suggestion)
        if not value:
            raise SimError(f"{name!r} has nothing after it", where=where, suggestion=_SUGGESTION)
        options[name] = value
    if "file" not in options:
        raise SimError("no file is given", where=where, suggestion=_SUGGESTION)
    if options.get("format", "raw") not in ("raw", "c"):
        raise SimError(
            f"there is no format {options['format']!r}", where=where, suggestion="raw or c"
        )
    return options


def _read(file: str, kernel: str) -> Btf:
    from sim.base.errors import BtfError
    from sim.bpf.btf import Btf
    from sim.bpf.elf import read_elf
    from sim.kernel.types.kernel_types import kernel_btf
    from sim.loader.open import read_object

    if file == VMLINUX:
        return kernel_btf(kernel)
    data = read_object(Path(file))
    if data[:4] != b"\x7fELF":
        return Btf.parse(data)
    for section in read_elf(data, file).sections:
        if section.name == ".BTF":
            return Btf.parse(section.data)
    raise BtfError(
        "it has no BTF", where=file, reason="there is no section .BTF", suggestion="compile it -g"
    )


def _root(text: str | None, btf: Btf, file: str) -> list[int] | None:
    from sim.base.errors import BtfError

    if text is None:
        return None
    if not text.isdecimal() or not 0 < int(text) < len(btf):
        raise BtfError(
            f"there is no type {text}", where=file, reason=f"ids go from 1 to {len(btf) - 1}"
        )
    return [int(text)]
