"""The words of BPF assembler, shared by assembler and disassembler.

Answers to LLVM's ``BPFInstrInfo.td``.

**Rule:** each table goes from a word to the bits that it stands for, one word for each.

**Not modelled:** words of other assemblers (``mov``, ``jeq``, ``ldxdw``).
"""

from __future__ import annotations

from sim.bpf import isa

__all__ = [
    "ALU_OPS",
    "ATOMIC_OPS",
    "FETCH_OPS",
    "JMP_OPS",
    "MOVSX_OFF",
    "SIGNED_OPS",
    "SIGNED_SIZES",
    "SIZES",
    "SWAPS",
]

#: Compound assignments by operation.
ALU_OPS = {
    "+=": isa.BPF_ADD,
    "-=": isa.BPF_SUB,
    "*=": isa.BPF_MUL,
    "/=": isa.BPF_DIV,
    "|=": isa.BPF_OR,
    "&=": isa.BPF_AND,
    "<<=": isa.BPF_LSH,
    ">>=": isa.BPF_RSH,
    "%=": isa.BPF_MOD,
    "^=": isa.BPF_XOR,
    "s>>=": isa.BPF_ARSH,
}
SIGNED_OPS = {"s/=": isa.BPF_DIV, "s%=": isa.BPF_MOD}

#: Comparisons by operation.
JMP_OPS = {
    "==": isa.BPF_JEQ,
    ">": isa.BPF_JGT,
    ">=": isa.BPF_JGE,
    "&": isa.BPF_JSET,
    "!=": isa.BPF_JNE,
    "s>": isa.BPF_JSGT,
    "s>=": isa.BPF_JSGE,
    "<": isa.BPF_JLT,
    "<=": isa.BPF_JLE,
    "s<": isa.BPF_JSLT,
    "s<=": isa.BPF_JSLE,
}

#: Width names by size bits.
SIZES = {"u8": isa.BPF_B, "u16": isa.BPF_H, "u32": isa.BPF_W, "u64": isa.BPF_DW}
SIGNED_SIZES = {"s8": isa.BPF_B, "s16": isa.BPF_H, "s32": isa.BPF_W}
MOVSX_OFF = {"s8": 8, "s16": 16, "s32": 32}

#: Atomic operations that have a compound assignment, and the word in ``atomic_fetch_…``.
ATOMIC_OPS = {
    "+=": (isa.BPF_ADD, "add"),
    "|=": (isa.BPF_OR, "or"),
    "&=": (isa.BPF_AND, "and"),
    "^=": (isa.BPF_XOR, "xor"),
}
FETCH_OPS = {f"atomic_fetch_{word}": op for op, word in ATOMIC_OPS.values()}
SWAPS = {
    "le": (isa.BPF_ALU, isa.BPF_FROM_LE),
    "be": (isa.BPF_ALU, isa.BPF_FROM_BE),
    "bswap": (isa.BPF_ALU64, isa.BPF_FROM_LE),
}
