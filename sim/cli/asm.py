"""``bpfsim asm``: assemble BPF text, in base16 on stdout or as raw bytes in a file.

**Rule:** what it prints, ``bpfsim disasm`` takes back, and the other way round with ``--exact``.

**Not modelled:** object files; a program has no maps, sections or symbols of others.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.output import print_json

__all__ = ["asm"]


def asm(
    file: Annotated[
        Path, typer.Argument(metavar="[FILE]", help="Assembler text; - is standard input.")
    ] = Path("-"),
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write raw bytes to this file.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Assemble BPF text (LLVM's syntax) to base16."""
    from sim.base.errors import AsmError
    from sim.bpf.asm import assemble
    from sim.cli.code import hex_of_code, insn_rows, name_of, read_bytes

    data = read_bytes(file)
    try:
        code = assemble(data.decode())
    except UnicodeDecodeError as exc:
        line = data.count(b"\n", 0, exc.start) + 1
        raise AsmError(
            "this is no text", where=f"{name_of(file)}, line {line}", reason="it is not UTF-8"
        ) from exc
    except AsmError as error:
        error.where = f"{name_of(file)}, {error.where}"
        raise
    if out is not None:
        _write(file, out, code)
    if as_json:
        written = {} if out is None else {"out": str(out)}
        print_json({"file": str(file), **written, "bytes": code.hex(), "insns": insn_rows(code)})
    else:
        print(hex_of_code(code) if out is None else f"{out}\n", end="")


def _write(file: Path, out: Path, code: bytes) -> None:
    from sim.base.errors import SimError

    if out.resolve() == file.resolve():
        raise SimError("the program would overwrite its source", where=str(file))
    part = out.with_name(f"{out.name}.part")
    try:
        part.write_bytes(code)
        part.replace(out)
    except OSError as exc:
        part.unlink(missing_ok=True)
        raise SimError(
            f"{out} cannot be written", where=str(out), reason=exc.strerror or str(exc)
        ) from exc
