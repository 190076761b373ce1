"""``bpfsim disasm``: print the programs of an object as ``llvm-objdump -d`` does.

**Rule:** without ``--program`` it prints the file's sections; with it, the program as the kernel
gets it, its subprograms appended.

**Not modelled:** source lines between instructions.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["disasm"]


def disasm(
    file: Annotated[Path, typer.Argument(metavar="FILE.bpf.o", help="A BPF object.")],
    program: Annotated[
        str | None, typer.Option("--program", "-p", help="One program, linked.")
    ] = None,
    raw: Annotated[bool, typer.Option(help="Show the instructions' bytes.")] = True,
) -> None:
    """Print the instructions of a BPF object."""
    from sim.bpf.disasm import disassemble, disassemble_object
    from sim.bpf.elf import read_elf
    from sim.loader.open import open_object

    data = _read(file)
    if program is None:
        print(disassemble_object(read_elf(data, str(file)), raw=raw), end="")
        return
    spec = open_object(data, str(file)).program(program)
    symbols = {func.insn_idx * 8: func.name for func in spec.funcs}
    print("\n".join(disassemble(spec.insns, raw=raw, symbols=symbols)))


def _read(file: Path) -> bytes:
    from sim.base.errors import ElfError

    try:
        return file.read_bytes()
    except OSError as error:
        raise ElfError(
            "the object cannot be read", where=str(file), reason=error.strerror or str(error)
        ) from error
