"""The assembler: LLVM's BPF text syntax to instructions.

Models what ``llvm-mc -triple=bpfel`` reads: ``r1 = *(u32 *)(r2 - 4)``, ``if w1 s< 5 goto
LBB0_2``, ``lock *(u64 *)(r1 + 0) += r2``, with labels (``name:``) and comments (``#``, ``//``).
It answers to LLVM's ``BPFAsmParser.cpp``, and is the inverse of `sim.bpf.disasm`: a listing of
that module, indexes and raw bytes included, assembles to the bytes it came from.

**Rule:** text that LLVM prints alike for different instructions has a spelling of ours: ``call
pc+5`` (a call of a subprogram), ``call kfunc#7``, ``ld_pseudo r1, 2, 3, 8`` (the last number fills
the second slot) and ``.8byte`` for slots that are no instruction. ``call name`` is a call of the
label, or of the helper if there is no such label.

**Not modelled:** expressions, directives, sections, macros, symbols of other files.
"""

from __future__ import annotations

import re

from sim.base.errors import nearest
from sim.bpf import isa
from sim.bpf.asm_lex import Line, statements
from sim.bpf.asm_parse import Fixup, Parser
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.isa import Insn

__all__ = ["assemble", "assemble_insns"]

_LISTING = re.compile(r"\s*[0-9]+:\s*(?:(?:[0-9a-f]{2} )*[0-9a-f]{2}\t)?")
_LISTING_LABEL = re.compile(r"\s*[0-9a-f]{8,16} <([^>]+)>:\s*\Z")
_LABEL = re.compile(r"\s*([A-Za-z_.$][\w.$]*):")
_HEADING = re.compile(r"Disassembly of section .*:\Z|.*:\s+file format \S+\Z")


def assemble(text: str) -> bytes:
    """Assemble *text*.

    Raises:
        AsmError: It is no BPF assembler; says line and column.
    """
    return isa.encode(assemble_insns(text))


def assemble_insns(text: str) -> list[Insn]:
    """Assemble *text* to slots."""
    insns: list[Insn] = []
    labels: dict[str, int] = {}
    fixups: list[Fixup] = []
    for number, content in enumerate(text.split("\n"), 1):
        line = Line(number, content.rstrip("\r"))
        if _HEADING.match(line.text):
            continue
        for tokens in statements(line, _read_labels(line, labels, len(insns))):
            if tokens:
                insns.extend(Parser(line, tokens, len(insns), fixups).statement())
    for fixup in fixups:
        insns[fixup.insn_idx] = _fixed(insns[fixup.insn_idx], labels, fixup)
    return insns


def _read_labels(line: Line, labels: dict[str, int], insn_idx: int) -> int:
    """Note what labels a line begins with, and return the column behind them."""
    if listed := _LISTING_LABEL.match(line.text):
        labels[listed.group(1)] = insn_idx
        return len(line.text)
    listed = _LISTING.match(line.text)
    at = listed.end() if listed else 0
    while label := _LABEL.match(line.text, at):
        name = label.group(1)
        if name in labels:
            raise line.error(label.start(1), f"label {name!r} is there twice")
        labels[name] = insn_idx
        at = label.end()
    return at


def _fixed(insn: Insn, labels: dict[str, int], fixup: Fixup) -> Insn:
    name, line, column = fixup.label, fixup.line, fixup.column
    is_call = insn.opcode == isa.CALL
    if name not in labels:
        if is_call and name in HELPER_IDS:
            return Insn(isa.CALL, imm=HELPER_IDS[name])
        known = [*labels, *(HELPER_IDS if is_call else ())]
        what = f"no label or helper is called {name!r}" if is_call else f"no label {name!r}"
        raise line.error(column, what, nearest(name, known))
    distance = labels[name] - fixup.insn_idx - 1
    if is_call or insn.opcode == isa.JA32:
        return insn._replace(imm=distance)
    if not -(1 << 15) <= distance < 1 << 15:
        raise line.error(
            column,
            f"label {name!r} is {distance} instructions away",
            "a jump reaches 32767; use gotol",
        )
    return insn._replace(off=distance)
