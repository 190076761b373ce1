"""Arithmetic and comparisons as LLVM IR; the rules are those of `sim.bpf.operations`.

**Rule:** every value is an i64; 32-bit results are zero-extended.

**Not modelled:** nothing.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.jit.ir import Ir

__all__ = ["arithmetic", "compare", "narrow", "widen"]

_PLAIN = {
    isa.BPF_ADD: "add",
    isa.BPF_SUB: "sub",
    isa.BPF_MUL: "mul",
    isa.BPF_OR: "or",
    isa.BPF_AND: "and",
    isa.BPF_XOR: "xor",
}
_SHIFTS = {isa.BPF_LSH: "shl", isa.BPF_RSH: "lshr", isa.BPF_ARSH: "ashr"}
_PREDICATES = {
    isa.BPF_JEQ: "eq",
    isa.BPF_JNE: "ne",
    isa.BPF_JGT: "ugt",
    isa.BPF_JGE: "uge",
    isa.BPF_JLT: "ult",
    isa.BPF_JLE: "ule",
    isa.BPF_JSGT: "sgt",
    isa.BPF_JSGE: "sge",
    isa.BPF_JSLT: "slt",
    isa.BPF_JSLE: "sle",
}


def narrow(ir: Ir, value: str, width: int) -> str:
    """Return the lower *width* bits."""
    return value if width == 64 else ir.value(f"trunc i64 {value} to i{width}")


def widen(ir: Ir, value: str, width: int, *, signed: bool = False) -> str:
    """Return an i64 of *width* bits."""
    if width == 64:
        return value
    return ir.value(f"{'sext' if signed else 'zext'} i{width} {value} to i64")


def _operand(ir: Ir, insn: Insn, width: int) -> str:
    if insn.is_x:
        return narrow(ir, ir.get(f"r{insn.src_reg}"), width)
    return str(insn.imm)


def _divide(ir: Ir, insn: Insn, width: int, a: str, b: str) -> str:
    """Divide with RFC 9669's answers for 0, and for the least number by −1."""
    signed = insn.off == 1
    is_div = insn.op == isa.BPF_DIV
    zero = ir.value(f"icmp eq i{width} {b}, 0")
    unsafe = zero
    if signed:
        minus = ir.value(f"icmp eq i{width} {b}, -1")
        unsafe = ir.value(f"or i1 {zero}, {minus}")
    safe = ir.value(f"select i1 {unsafe}, i{width} 1, i{width} {b}")
    word = ("s" if signed else "u") + ("div" if is_div else "rem")
    result = ir.value(f"{word} i{width} {a}, {safe}")
    if signed:
        by_minus = ir.value(f"sub i{width} 0, {a}") if is_div else "0"
        result = ir.value(f"select i1 {minus}, i{width} {by_minus}, i{width} {result}")
    by_zero = "0" if is_div else a
    return ir.value(f"select i1 {zero}, i{width} {by_zero}, i{width} {result}")


def _move(ir: Ir, insn: Insn, width: int) -> str:
    if not insn.is_x or insn.off not in (8, 16, 32):
        return _operand(ir, insn, width)
    if insn.off >= width:
        return narrow(ir, ir.get(f"r{insn.src_reg}"), width)
    low = narrow(ir, ir.get(f"r{insn.src_reg}"), insn.off)
    return ir.value(f"sext i{insn.off} {low} to i{width}")


def _swap(ir: Ir, insn: Insn) -> str:
    low = narrow(ir, ir.get(f"r{insn.dst_reg}"), insn.imm)
    if insn.insn_class == isa.BPF_ALU64 or insn.is_x:
        low = ir.value(f"call i{insn.imm} @llvm.bswap.i{insn.imm}(i{insn.imm} {low})")
    return widen(ir, low, insn.imm)


def arithmetic(ir: Ir, insn: Insn) -> bool:
    """Translate an instruction of BPF_ALU or BPF_ALU64; say whether there is such a one."""
    width = 64 if insn.insn_class == isa.BPF_ALU64 else 32
    dst = f"r{insn.dst_reg}"
    if insn.op == isa.BPF_END:
        if insn.imm not in (16, 32, 64):
            return False
        ir.set(dst, _swap(ir, insn))
        return True
    if insn.op == isa.BPF_MOV:
        result = _move(ir, insn, width)
    elif insn.op == isa.BPF_NEG:
        result = ir.value(f"sub i{width} 0, {narrow(ir, ir.get(dst), width)}")
    else:
        a = narrow(ir, ir.get(dst), width)
        b = _operand(ir, insn, width)
        if insn.op in _PLAIN:
            result = ir.value(f"{_PLAIN[insn.op]} i{width} {a}, {b}")
        elif insn.op in _SHIFTS:
            count = ir.value(f"and i{width} {b}, {width - 1}")
            result = ir.value(f"{_SHIFTS[insn.op]} i{width} {a}, {count}")
        elif insn.op in (isa.BPF_DIV, isa.BPF_MOD):
            result = _divide(ir, insn, width, a, b)
        else:
            return False
    ir.set(dst, widen(ir, result, width))
    return True


def compare(ir: Ir, insn: Insn) -> str | None:
    """Return the i1 on which a conditional jump is taken, None if there is no such jump."""
    width = 64 if insn.insn_class == isa.BPF_JMP else 32
    a = narrow(ir, ir.get(f"r{insn.dst_reg}"), width)
    b = _operand(ir, insn, width)
    if insn.op == isa.BPF_JSET:
        both = ir.value(f"and i{width} {a}, {b}")
        return ir.value(f"icmp ne i{width} {both}, 0")
    if insn.op not in _PREDICATES:
        return None
    return ir.value(f"icmp {_PREDICATES[insn.op]} i{width} {a}, {b}")
