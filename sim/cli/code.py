"""Programs as a verb gets them and gives them: objects, base16 text, raw bytes, JSON.

**Rule:** the file name ``-`` is standard input. What a file holds is seen from its bytes: ELF's
magic, nothing but base16 digits and white space, or a NUL among whole slots (every program has
one, text has none); ``--from`` says it outright.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sim.base.errors import AsmError
from sim.bpf.isa import INSN_BYTES, decode, is_ldimm64

__all__ = [
    "MAX_BYTES",
    "Form",
    "code_of_hex",
    "form_of",
    "hex_of_code",
    "insn_rows",
    "name_of",
    "read_bytes",
]

MAX_BYTES = 256 << 20
_ELF_MAGIC = b"\x7fELF"
_DIGITS = frozenset(b"0123456789abcdefABCDEF")
_BLANKS = frozenset(b" \t\r\n\f\v")


class Form(enum.StrEnum):
    """What a file with a program holds."""

    OBJECT = "object"
    HEX = "hex"
    BINARY = "binary"


def name_of(path: Path) -> str:
    """Return what errors call a file."""
    return "standard input" if str(path) == "-" else str(path).replace("\0", "\\0")


def read_bytes(path: Path) -> bytes:
    """Read a file, or standard input if it is called ``-``.

    Raises:
        AsmError: It cannot be read, or is far too large.
    """
    shown = name_of(path)
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as exc:
        reason = exc.strerror if isinstance(exc, OSError) else "the path has a NUL character"
        raise AsmError(f"{shown} cannot be read", where=shown, reason=reason or str(exc)) from exc
    if len(data) > MAX_BYTES:
        raise AsmError(
            f"{shown} is too large", where=shown, reason=f"the limit is {MAX_BYTES} bytes"
        )
    return data


def form_of(data: bytes) -> Form | None:
    """See what a file holds, None if it is nothing of the kind."""
    if data.startswith(_ELF_MAGIC):
        return Form.OBJECT
    if data and set(data) <= _DIGITS | _BLANKS:
        return Form.HEX
    return Form.BINARY if 0 in data and len(data) % INSN_BYTES == 0 else None


def code_of_hex(data: bytes, where: str) -> bytes:
    """Return the bytes that base16 text stands for; white space is free.

    Raises:
        AsmError: There is another character, or half a byte.
    """
    for number, line in enumerate(data.split(b"\n"), 1):
        for column, byte in enumerate(line, 1):
            if byte not in _DIGITS and byte not in _BLANKS:
                raise AsmError(
                    f"expected a base16 digit, found {chr(byte)!r}",
                    where=f"{where}, line {number}, column {column}",
                )
    digits = bytes(byte for byte in data if byte in _DIGITS)
    if len(digits) % 2:
        raise AsmError(f"{len(digits)} base16 digits are no whole number of bytes", where=where)
    return bytes.fromhex(digits.decode())


def hex_of_code(code: bytes) -> str:
    """Return *code* in base16: one instruction a line, 16 digits a slot."""
    lines: list[str] = []
    is_second = False
    for at, insn in enumerate(decode(code)):
        digits = code[at * INSN_BYTES : (at + 1) * INSN_BYTES].hex()
        if is_second:
            lines[-1] += f" {digits}"
        else:
            lines.append(digits)
        is_second = not is_second and is_ldimm64(insn)
    return "".join(f"{line}\n" for line in lines)


def insn_rows(
    code: bytes, symbols: Mapping[int, str] | None = None, *, exact: bool = False
) -> list[dict[str, Any]]:
    """Return each instruction: its number, bytes and text, and the function that begins there."""
    from sim.bpf.disasm import disassemble

    found = []
    for line in disassemble(code, raw=True, exact=exact):
        number, raw, text = line.split("\t", 2)
        insn_idx = int(number.strip().rstrip(":"))
        function = (symbols or {}).get(insn_idx * 8)
        named = {} if function is None else {"function": function}
        found.append({"insn_idx": insn_idx, **named, "bytes": raw.replace(" ", ""), "text": text})
    return found
