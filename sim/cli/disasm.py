"""``bpfsim disasm``: print programs as ``llvm-objdump -d`` does.

**Rule:** without ``--program`` it prints an object's sections; with it, the program as the kernel
gets it, its subprograms appended. With ``--exact`` every line assembles to the very bytes that it
came from (``bpfsim asm``), whatever they are.

**Not modelled:** source lines between instructions.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.code import Form
from sim.cli.output import print_json

__all__ = ["disasm"]


def disasm(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A BPF object, base16 text or raw bytes; - is standard input."
        ),
    ],
    program: Annotated[
        str | None, typer.Option("--program", "-p", help="One program of an object, linked.")
    ] = None,
    form: Annotated[
        Form | None, typer.Option("--from", help="What FILE holds; seen from it unless given.")
    ] = None,
    exact: Annotated[
        bool, typer.Option("--exact", help="Text that assembles to the very same bytes.")
    ] = False,
    raw: Annotated[bool, typer.Option(help="Show the instructions' bytes.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print the instructions of a BPF object or program."""
    from sim.base.errors import AsmError
    from sim.cli.code import code_of_hex, form_of, name_of, read_bytes
    from sim.loader.open import read_object

    is_plain = str(file) == "-" or (form is not Form.OBJECT and file.is_file())
    data = read_bytes(file) if is_plain else read_object(file)
    form = form or form_of(data) or Form.OBJECT
    if form is Form.OBJECT:
        _print_object(file, data, program, exact=exact, raw=raw, as_json=as_json)
        return
    if program is not None:
        raise AsmError(
            f"there is no program {program!r} to choose",
            where=name_of(file),
            reason=f"it is {'base16 text' if form is Form.HEX else 'raw bytes'}, one program",
        )
    code = code_of_hex(data, name_of(file)) if form is Form.HEX else data
    _print_code(file, code, {}, {}, exact=exact, raw=raw, as_json=as_json)


def _print_object(
    file: Path, data: bytes, program: str | None, *, exact: bool, raw: bool, as_json: bool
) -> None:
    from sim.bpf.disasm import disassemble_object
    from sim.bpf.elf import read_elf
    from sim.cli.code import insn_rows, name_of
    from sim.loader.open import open_object

    if program is not None:
        spec = open_object(data, name_of(file)).program(program)
        symbols = {func.insn_idx * 8: func.name for func in spec.funcs}
        named = {"program": spec.name, "section": spec.section}
        _print_code(file, spec.insns, symbols, named, exact=exact, raw=raw, as_json=as_json)
        return
    elf = read_elf(data, name_of(file))
    if as_json:
        code = [s for s in elf.sections if s.is_exec and s.size]
        parts = [
            {"section": s.name, "insns": insn_rows(s.data[: s.size // 8 * 8], exact=exact)}
            for s in code
        ]
        print_json({"file": str(file), "sections": parts})
    else:
        print(disassemble_object(elf, raw=raw, exact=exact), end="")


def _print_code(
    file: Path,
    code: bytes,
    symbols: dict[int, str],
    named: dict[str, str],
    *,
    exact: bool,
    raw: bool,
    as_json: bool,
) -> None:
    from sim.base.errors import AsmError
    from sim.bpf.disasm import disassemble
    from sim.cli.code import insn_rows, name_of

    try:
        lines = [] if as_json else disassemble(code, raw=raw, symbols=symbols, exact=exact)
        rows = insn_rows(code, symbols, exact=exact) if as_json else []
    except AsmError as error:
        error.where = name_of(file)
        raise
    if as_json:
        print_json({"file": str(file), **named, "insns": rows})
    else:
        print("".join(f"{line}\n" for line in lines), end="")
