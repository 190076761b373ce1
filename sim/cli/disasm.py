"""``bpfsim disasm``: print the programs of an object as ``llvm-objdump -d`` does.

**Rule:** without ``--program`` it prints the file's sections; with it, the program as the kernel
gets it, its subprograms appended.

**Not modelled:** source lines between instructions.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from sim.cli.output import print_json

__all__ = ["disasm"]


def disasm(
    file: Annotated[Path, typer.Argument(metavar="FILE.bpf.o", help="A BPF object.")],
    program: Annotated[
        str | None, typer.Option("--program", "-p", help="One program, linked.")
    ] = None,
    raw: Annotated[bool, typer.Option(help="Show the instructions' bytes.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print the instructions of a BPF object."""
    from sim.bpf.disasm import disassemble, disassemble_object
    from sim.bpf.elf import read_elf
    from sim.loader.open import open_object, read_object

    data = read_object(file)
    if program is None:
        elf = read_elf(data, str(file))
        if as_json:
            code = [s for s in elf.sections if s.is_exec and s.size]
            parts = [{"section": s.name, "insns": _insns(s.data)} for s in code]
            print_json({"file": str(file), "sections": parts})
        else:
            print(disassemble_object(elf, raw=raw), end="")
        return
    spec = open_object(data, str(file)).program(program)
    symbols = {func.insn_idx * 8: func.name for func in spec.funcs}
    if as_json:
        named = {"program": spec.name, "section": spec.section}
        print_json({"file": str(file), **named, "insns": _insns(spec.insns, symbols)})
    else:
        print("\n".join(disassemble(spec.insns, raw=raw, symbols=symbols)))


def _insns(code: bytes, symbols: Mapping[int, str] | None = None) -> list[dict[str, Any]]:
    """Return each instruction: its number, bytes and text, and the function that begins there."""
    from sim.bpf.disasm import disassemble

    found = []
    for line in disassemble(code[: len(code) // 8 * 8], raw=True):
        number, raw, text = line.split("\t", 2)
        insn_idx = int(number.strip().rstrip(":"))
        function = (symbols or {}).get(insn_idx * 8)
        named = {} if function is None else {"function": function}
        found.append({"insn_idx": insn_idx, **named, "bytes": raw.replace(" ", ""), "text": text})
    return found
