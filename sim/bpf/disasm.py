"""The disassembler: instructions to LLVM's BPF text syntax.

Prints what ``llvm-objdump -d`` (LLVM 14) prints, and for instructions newer than that
(``-mcpu=v4``) what LLVM documents. Answers to LLVM's ``BPFInstPrinter.cpp``.

The rule to know: by default the text is LLVM's, which drops fields (``call -1`` does not say
whom it calls). With ``exact=True`` every slot comes back from `sim.bpf.asm` as it was.

**Not modelled:** relocations (``-r``), source lines (``-S``), LLVM's skipping of zero bytes.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping

from sim.base.errors import AsmError
from sim.bpf import isa
from sim.bpf.asm import assemble_insns
from sim.bpf.asm_words import ALU_OPS, ATOMIC_OPS, JMP_OPS, MOVSX_OFF, SIZES
from sim.bpf.elf import STT_NOTYPE, STT_SECTION, ElfObject, ElfSection
from sim.bpf.isa import Insn

__all__ = ["UNKNOWN", "disassemble", "disassemble_object", "format_insn"]

UNKNOWN = "<unknown>"

_ALU = {op: text for text, op in ALU_OPS.items()}
_JMP = {op: text for text, op in JMP_OPS.items()}
_SIZE = {bits: text for text, bits in SIZES.items()}
_ATOMIC = {op: (text, word) for text, (op, word) in ATOMIC_OPS.items()}
_MOVSX = {off: text for text, off in MOVSX_OFF.items()}
_NO_REGISTER = re.compile(r"\b[rw]1[2-5]\b")


def format_insn(insn: Insn, high: Insn | None = None, *, alu32: bool = False) -> str:
    """Print one instruction.

    Args:
        insn: Its (first) slot.
        high: The slot behind it, needed by ldimm64.
        alu32: Whether 32-bit loads and stores name ``w`` registers (LLVM's ``+alu32``).

    Returns:
        The text, or ``<unknown>``.
    """
    match insn.insn_class:
        case isa.BPF_ALU | isa.BPF_ALU64:
            text = _format_alu(insn)
        case isa.BPF_JMP | isa.BPF_JMP32:
            text = _format_jmp(insn)
        case isa.BPF_LD:
            text = _format_ld(insn, high)
        case _:
            text = _format_mem(insn, alu32)
    # LLVM knows an r11, which is where it keeps its stack pointer
    return UNKNOWN if text is None or _NO_REGISTER.search(text) else text


def _format_alu(insn: Insn) -> str | None:
    is_64 = insn.insn_class == isa.BPF_ALU64
    letter = "r" if is_64 else "w"
    dst = f"{letter}{insn.dst_reg}"
    operand = f"{letter}{insn.src_reg}" if insn.is_x else str(insn.imm)
    if insn.op == isa.BPF_NEG:
        return None if insn.is_x else f"{dst} = -{dst}"
    if insn.op == isa.BPF_END:
        return _format_end(insn)
    if insn.op == isa.BPF_MOV:
        if not (insn.is_x and insn.off):
            return f"{dst} = {operand}"
        if insn.off == isa.BPF_ADDR_SPACE_CAST and is_64:
            return f"{dst} = addr_space_cast({operand}, {insn.imm >> 16}, {insn.imm & 0xFFFF})"
        cast = _MOVSX.get(insn.off)
        if cast is None or (cast == "s32" and not is_64):
            return None
        return f"{dst} = ({cast}){operand}"
    signed = "s" if insn.off == 1 and insn.op in (isa.BPF_DIV, isa.BPF_MOD) else ""
    if insn.op not in _ALU:
        return None
    return f"{dst} {signed}{_ALU[insn.op]} {operand}"


def _format_end(insn: Insn) -> str | None:
    if insn.imm not in (16, 32, 64):
        return None
    if insn.insn_class == isa.BPF_ALU64:
        name = None if insn.is_x else "bswap"
    else:
        name = "be" if insn.is_x else "le"
    return name and f"r{insn.dst_reg} = {name}{insn.imm} r{insn.dst_reg}"


def _format_jmp(insn: Insn) -> str | None:
    is_64 = insn.insn_class == isa.BPF_JMP
    if insn.op == isa.BPF_JA and not insn.is_x:
        return f"goto {insn.off:+d}" if is_64 else f"gotol {insn.imm:+d}"
    if insn.op in (isa.BPF_CALL, isa.BPF_EXIT):
        if not is_64:
            return None
        if insn.op == isa.BPF_EXIT:
            return None if insn.is_x or insn.imm else "exit"
        if insn.is_x:
            # newer LLVM names the register in dst, older (14) in imm
            reg = insn.imm or insn.dst_reg
            return f"callx r{reg}" if 0 <= reg <= 11 else None
        return f"call {insn.imm}"
    if insn.opcode == isa.MAY_GOTO:
        return f"may_goto {insn.off:+d}"
    if insn.op not in _JMP:
        return None
    letter = "r" if is_64 else "w"
    operand = f"{letter}{insn.src_reg}" if insn.is_x else str(insn.imm)
    return f"if {letter}{insn.dst_reg} {_JMP[insn.op]} {operand} goto {insn.off:+d}"


def _format_ld(insn: Insn, high: Insn | None) -> str | None:
    if isa.is_ldimm64(insn):
        if high is None or insn.off:
            return None
        low = insn.imm & 0xFFFF_FFFF
        if insn.src_reg:
            return f"ld_pseudo\tr{insn.dst_reg}, {insn.src_reg}, {low}"
        return f"r{insn.dst_reg} = {high.imm << 32 | low} ll"
    if insn.size == isa.BPF_DW:
        return None
    if insn.mode == isa.BPF_ABS:
        return f"r0 = *({_SIZE[insn.size]} *)skb[{insn.imm}]"
    if insn.mode == isa.BPF_IND:
        return f"r0 = *({_SIZE[insn.size]} *)skb[r{insn.src_reg}]"
    return None


def _format_mem(insn: Insn, alu32: bool) -> str | None:
    size = _SIZE[insn.size]
    letter = "w" if alu32 and insn.size != isa.BPF_DW else "r"
    if insn.insn_class == isa.BPF_LDX:
        address = _address(insn.src_reg, insn.off)
        if insn.mode == isa.BPF_MEM:
            return f"{letter}{insn.dst_reg} = *({size} *)({address})"
        if insn.mode == isa.BPF_MEMSX and insn.size != isa.BPF_DW:
            return f"r{insn.dst_reg} = *(s{size[1:]} *)({address})"
        return None
    address = _address(insn.dst_reg, insn.off)
    if insn.insn_class == isa.BPF_ST:
        return f"*({size} *)({address}) = {insn.imm}" if insn.mode == isa.BPF_MEM else None
    if insn.mode == isa.BPF_MEM:
        return f"*({size} *)({address}) = {letter}{insn.src_reg}"
    if insn.mode == isa.BPF_ATOMIC and insn.size in (isa.BPF_W, isa.BPF_DW):
        return _format_atomic(insn, size, address, alu32)
    return None


def _address(reg: int, off: int) -> str:
    return f"r{reg} {'-' if off < 0 else '+'} {abs(off)}"


def _format_atomic(insn: Insn, size: str, address: str, alu32: bool) -> str | None:
    is_64 = insn.size == isa.BPF_DW
    letter, suffix = ("r", "_64") if is_64 else ("w", "32_32")
    src = f"{letter}{insn.src_reg}"
    if insn.imm == isa.BPF_XCHG:
        return f"{src} = xchg{suffix}({address}, {src})"
    if insn.imm == isa.BPF_CMPXCHG:
        return f"{letter}0 = cmpxchg{suffix}({address}, {letter}0, {src})"
    op = insn.imm & ~isa.BPF_FETCH
    if op not in _ATOMIC:
        return None
    text, word = _ATOMIC[op]
    if insn.imm & isa.BPF_FETCH:
        return f"{src} = atomic_fetch_{word}(({size} *)({address}), {src})"
    if not is_64 and op == isa.BPF_ADD and not alu32:
        src = f"r{insn.src_reg}"
    return f"lock *({size} *)({address}) {text} {src}"


def _format_exact(slots: list[Insn], alu32: bool) -> list[str]:
    """Print an instruction so that the assembler gives back the very slots."""
    insn = slots[0]
    text = format_insn(insn, slots[1] if len(slots) > 1 else None, alu32=alu32)
    if insn.opcode == isa.CALL and insn.src_reg == isa.BPF_PSEUDO_CALL:
        text = f"call pc{insn.imm:+d}"
    elif insn.opcode == isa.CALL and insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL:
        text = f"call kfunc#{insn.imm}"
    elif len(slots) > 1 and insn.src_reg and slots[1].imm:
        text += f", {slots[1].imm}"
    try:
        if assemble_insns(text) == slots:
            return [text]
    except AsmError:
        pass
    return [f".8byte {int.from_bytes(isa.encode([slot]), 'little'):#x}" for slot in slots]


class _Symbols:
    """Finds the symbol that a byte address belongs to."""

    def __init__(self, symbols: Mapping[int, str]) -> None:
        self._starts = sorted(symbols)
        self._names = symbols

    def at(self, address: int) -> str | None:
        return self._names.get(address)

    def suffix(self, address: int) -> str:
        address %= 1 << 64
        at = bisect.bisect_right(self._starts, address) - 1
        if at < 0:
            return ""
        start = self._starts[at]
        plus = f"+{address - start:#x}" if address > start else ""
        return f" <{self._names[start]}{plus}>"


def disassemble(
    code: bytes,
    *,
    raw: bool = False,
    symbols: Mapping[int, str] | None = None,
    alu32: bool = False,
    exact: bool = False,
) -> list[str]:
    """Print a program.

    Args:
        code: Its bytes.
        raw: Whether to show the bytes of each instruction.
        symbols: Names by byte offset; printed before their instruction and behind jumps.
        alu32: Whether 32-bit loads and stores name ``w`` registers.
        exact: Whether the text must assemble to the very same bytes.

    Returns:
        The lines, as ``llvm-objdump -d`` has them.
    """
    return list(_lines(isa.decode(code), raw, _Symbols(symbols or {}), alu32, exact))


def _lines(
    insns: list[Insn], raw: bool, symbols: _Symbols, alu32: bool, exact: bool
) -> Iterator[str]:
    at = 0
    while at < len(insns):
        name = symbols.at(at * isa.INSN_BYTES)
        if name is not None:
            if at:
                yield ""
            yield f"{at * isa.INSN_BYTES:016x} <{name}>:"
        width = _width(insns, at)
        slots = insns[at : at + width]
        if exact:
            texts = _format_exact(slots, alu32)
        else:
            texts = [format_insn(slots[0], slots[1] if width > 1 else None, alu32=alu32)]
        if len(texts) == 1 and _is_jump(slots[0]):
            distance = slots[0].imm if slots[0].opcode == isa.JA32 else slots[0].off
            texts[0] += symbols.suffix((at + 1 + distance) * isa.INSN_BYTES)
        step = len(slots) // len(texts)
        for number, text in enumerate(texts):
            shown = slots[number * step : (number + 1) * step]
            dump = f"\t{isa.encode(shown).hex(' ')}" if raw else ""
            yield f"{at + number * step:8d}:{dump}\t{text}"
        at += width


def _width(insns: list[Insn], at: int) -> int:
    is_wide = isa.is_ldimm64(insns[at]) and at + 1 < len(insns)
    return 2 if is_wide and format_insn(insns[at], insns[at + 1]) != UNKNOWN else 1


def _is_jump(insn: Insn) -> bool:
    if insn.insn_class not in (isa.BPF_JMP, isa.BPF_JMP32):
        return False
    return format_insn(insn) != UNKNOWN and insn.op not in (isa.BPF_CALL, isa.BPF_EXIT)


def disassemble_object(
    elf: ElfObject, *, raw: bool = True, alu32: bool = False, exact: bool = False
) -> str:
    """Print all code of an object file, as ``llvm-objdump -d`` does."""
    out = ["", f"{elf.name}:\tfile format elf64-bpf"]
    for section in elf.sections:
        if section.is_exec and section.size:
            out += ["", f"Disassembly of section {section.name}:", ""]
            symbols = _section_symbols(elf, section)
            code = section.data[: section.size // isa.INSN_BYTES * isa.INSN_BYTES]
            out += disassemble(code, raw=raw, symbols=symbols, alu32=alu32, exact=exact)
    return "\n".join(out) + "\n"


def _section_symbols(elf: ElfObject, section: ElfSection) -> dict[int, str]:
    # Of several symbols at one address LLVM shows the one that sorts last by name, and a
    # function before a label.
    found: dict[int, str] = {}
    rows = [s for s in elf.symbols_of(section) if s.type != STT_SECTION and s.name]
    for symbol in sorted(rows, key=lambda s: (s.value, s.type != STT_NOTYPE, s.name)):
        found[symbol.value] = symbol.name
    found.setdefault(0, section.name)
    return found
