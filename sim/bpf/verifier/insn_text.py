"""Instructions as the kernel's log prints them.

Answers to ``kernel/bpf/disasm.c``. `sim.bpf.disasm` prints LLVM's syntax instead.

**Rule:** the text ends with a line break, as every print of the kernel's does.

**Not modelled:** opcodes that came after 6.1 (they print as the disassembler of 6.1 has them).
"""

from __future__ import annotations

from collections.abc import Callable

from sim.bpf import isa
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.isa import Insn

__all__ = ["HELPER_NAMES", "func_name", "insn_text"]

HELPER_NAMES = {0: "bpf_unspec"} | {number: name for name, number in HELPER_IDS.items()}

_ALU = {
    isa.BPF_ADD: "+=",
    isa.BPF_SUB: "-=",
    isa.BPF_MUL: "*=",
    isa.BPF_DIV: "/=",
    isa.BPF_OR: "|=",
    isa.BPF_AND: "&=",
    isa.BPF_LSH: "<<=",
    isa.BPF_RSH: ">>=",
    isa.BPF_NEG: "neg",
    isa.BPF_MOD: "%=",
    isa.BPF_XOR: "^=",
    isa.BPF_MOV: "=",
    isa.BPF_ARSH: "s>>=",
    isa.BPF_END: "endian",
}
_SIZES = {isa.BPF_W: "u32", isa.BPF_H: "u16", isa.BPF_B: "u8", isa.BPF_DW: "u64"}
_JMP = {
    isa.BPF_JA: "jmp",
    isa.BPF_JEQ: "==",
    isa.BPF_JGT: ">",
    isa.BPF_JGE: ">=",
    isa.BPF_JSET: "&",
    isa.BPF_JNE: "!=",
    isa.BPF_JSGT: "s>",
    isa.BPF_JSGE: "s>=",
    isa.BPF_CALL: "call",
    isa.BPF_EXIT: "exit",
    isa.BPF_JLT: "<",
    isa.BPF_JLE: "<=",
    isa.BPF_JSLT: "s<",
    isa.BPF_JSLE: "s<=",
}
_ATOMIC = {isa.BPF_ADD: "add", isa.BPF_AND: "and", isa.BPF_OR: "or", isa.BPF_XOR: "xor"}


def func_name(func_id: int) -> str:
    """Return a helper's name as the log gives it."""
    return HELPER_NAMES.get(func_id, "unknown")


def insn_text(
    insn: Insn,
    imm64: int = 0,
    kfunc_name: Callable[[Insn], str] | None = None,
    *,
    allow_ptr_leaks: bool = True,
) -> str:
    """Print one instruction.

    Args:
        insn: Its first slot.
        imm64: What a ldimm64 loads.
        kfunc_name: Finds the name of a kernel function that is called.
        allow_ptr_leaks: Whether addresses of maps may show.
    """
    body = _body(insn, imm64, kfunc_name, allow_ptr_leaks)
    return f"{body}\n" if body.startswith("BUG_") else f"({insn.opcode:02x}) {body}\n"


def _body(
    insn: Insn, imm64: int, kfunc_name: Callable[[Insn], str] | None, allow_ptr_leaks: bool
) -> str:
    match insn.insn_class:
        case isa.BPF_ALU | isa.BPF_ALU64:
            return _alu(insn)
        case isa.BPF_JMP | isa.BPF_JMP32:
            return _jmp(insn, kfunc_name)
        case isa.BPF_LD:
            return _ld(insn, imm64, allow_ptr_leaks)
        case isa.BPF_LDX:
            size = _SIZES[insn.size]
            if insn.mode == isa.BPF_MEMSX:
                size = f"s{size[1:]}"
            return f"r{insn.dst_reg} = *({size} *)(r{insn.src_reg} {insn.off:+d})"
        case isa.BPF_ST:
            return f"*({_SIZES[insn.size]} *)(r{insn.dst_reg} {insn.off:+d}) = {insn.imm}"
        case _:
            return _stx(insn)


def _alu(insn: Insn) -> str:
    letter = "w" if insn.insn_class == isa.BPF_ALU else "r"
    if insn.op == isa.BPF_END:
        if insn.insn_class == isa.BPF_ALU64:
            return f"r{insn.dst_reg} = bswap{insn.imm} r{insn.dst_reg}"
        order = "be" if insn.is_x else "le"
        return f"r{insn.dst_reg} = {order}{insn.imm} r{insn.dst_reg}"
    if insn.op == isa.BPF_NEG:
        return f"{letter}{insn.dst_reg} = -{letter}{insn.dst_reg}"
    op = _ALU.get(insn.op, "")
    if not insn.is_x:
        return f"{letter}{insn.dst_reg} {op} {insn.imm}"
    if insn.op == isa.BPF_MOV and insn.off in (8, 16, 32):
        return f"{letter}{insn.dst_reg} = (s{insn.off}){letter}{insn.src_reg}"
    if insn.op in (isa.BPF_DIV, isa.BPF_MOD) and insn.off == 1:
        op = f"s{op}"
    return f"{letter}{insn.dst_reg} {op} {letter}{insn.src_reg}"


def _jmp(insn: Insn, kfunc_name: Callable[[Insn], str] | None) -> str:
    if insn.op == isa.BPF_CALL and insn.insn_class == isa.BPF_JMP:
        if insn.src_reg == isa.BPF_PSEUDO_CALL:
            return f"call pc{insn.imm:+d}"
        if insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL and kfunc_name is not None:
            return f"call {kfunc_name(insn)}#{insn.imm}"
        name = func_name(insn.imm) if insn.src_reg == 0 else "unknown"
        return f"call {name}#{insn.imm}"
    if insn.opcode == isa.JA:
        return f"goto pc{insn.off:+d}"
    if insn.opcode == isa.JA32:
        return f"gotol pc{insn.imm:+d}"
    if insn.opcode == isa.EXIT:
        return "exit"
    if insn.opcode == isa.MAY_GOTO:
        return f"may_goto pc{insn.off:+d}"
    letter = "w" if insn.insn_class == isa.BPF_JMP32 else "r"
    operand = f"{letter}{insn.src_reg}" if insn.is_x else f"{insn.imm & 0xFFFF_FFFF:#x}"
    op = _JMP.get(insn.op, "")
    return f"if {letter}{insn.dst_reg} {op} {operand} goto pc{insn.off:+d}"


def _ld(insn: Insn, imm64: int, allow_ptr_leaks: bool) -> str:
    size = _SIZES[insn.size]
    if insn.mode == isa.BPF_ABS:
        return f"r0 = *({size} *)skb[{insn.imm}]"
    if insn.mode == isa.BPF_IND:
        return f"r0 = *({size} *)skb[r{insn.src_reg} + {insn.imm}]"
    if isa.is_ldimm64(insn):
        is_map = insn.src_reg in (isa.BPF_PSEUDO_MAP_FD, isa.BPF_PSEUDO_MAP_VALUE)
        return f"r{insn.dst_reg} = {0 if is_map and not allow_ptr_leaks else imm64:#x}"
    return f"BUG_ld_{insn.opcode:02x}"


def _stx(insn: Insn) -> str:
    size = _SIZES[insn.size]
    where = f"r{insn.dst_reg} {insn.off:+d}"
    if insn.mode != isa.BPF_ATOMIC:
        return f"*({size} *)({where}) = r{insn.src_reg}"
    width = "64" if insn.size == isa.BPF_DW else ""
    op = insn.imm & ~isa.BPF_FETCH
    if insn.imm == isa.BPF_CMPXCHG:
        return f"r0 = atomic{width}_cmpxchg(({size} *)({where}), r0, r{insn.src_reg})"
    if insn.imm == isa.BPF_XCHG:
        return f"r{insn.src_reg} = atomic{width}_xchg(({size} *)({where}), r{insn.src_reg})"
    if op not in _ATOMIC:
        return f"BUG_{insn.opcode:02x}"
    if insn.imm & isa.BPF_FETCH:
        name = f"atomic{width}_fetch_{_ATOMIC[op]}"
        return f"r{insn.src_reg} = {name}(({size} *)({where}), r{insn.src_reg})"
    return f"lock *({size} *)({where}) {_ALU[op]} r{insn.src_reg}"
