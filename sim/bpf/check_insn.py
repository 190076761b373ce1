"""The structural check of one instruction: opcode, reserved fields, registers.

Serves `sim.bpf.check`. Answers to Linux's ``bpf_opcode_in_insntable`` and to the tests that
``check_alu_op``, ``check_atomic``, ``check_cond_jmp_op``, ``check_ld_imm``, ``check_ld_abs`` and
``do_check`` make of an instruction before they look at values. An instruction with several
faults gets the message of the one that these look at first.

**Rule:** a function here returns the kernel's message, or "" if there is nothing to say.

**Not modelled:** what depends on the program's type, on values or on the path taken.
"""

from __future__ import annotations

from collections.abc import Collection

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.versions.features import Feature, who_has

__all__ = ["insn_problem", "is_known_opcode", "missing_feature", "version_hint"]

_ALU_OPS = (
    isa.BPF_ADD,
    isa.BPF_SUB,
    isa.BPF_MUL,
    isa.BPF_DIV,
    isa.BPF_OR,
    isa.BPF_AND,
    isa.BPF_LSH,
    isa.BPF_RSH,
    isa.BPF_MOD,
    isa.BPF_XOR,
    isa.BPF_MOV,
    isa.BPF_ARSH,
)
_JMP_OPS = (
    isa.BPF_JEQ,
    isa.BPF_JGT,
    isa.BPF_JGE,
    isa.BPF_JSET,
    isa.BPF_JNE,
    isa.BPF_JSGT,
    isa.BPF_JSGE,
    isa.BPF_JLT,
    isa.BPF_JLE,
    isa.BPF_JSLT,
    isa.BPF_JSLE,
)
_NARROW = (isa.BPF_B, isa.BPF_H, isa.BPF_W)
_DIVISIONS = (isa.BPF_DIV, isa.BPF_MOD)
_SHIFTS = (isa.BPF_LSH, isa.BPF_RSH, isa.BPF_ARSH)
_ATOMICS = frozenset(
    op | fetch
    for op in (isa.BPF_ADD, isa.BPF_AND, isa.BPF_OR, isa.BPF_XOR)
    for fetch in (0, isa.BPF_FETCH)
) | {isa.BPF_XCHG, isa.BPF_CMPXCHG}

#: Opcodes that came after the table below, and what they came with.
_LATER = {
    **{isa.BPF_LDX | isa.BPF_MEMSX | size: Feature.ISA_V4 for size in _NARROW},
    isa.BSWAP: Feature.ISA_V4,
    isa.JA32: Feature.GOTOL,
    isa.MAY_GOTO: Feature.MAY_GOTO,
}


def _opcodes() -> frozenset[int]:
    found = {isa.CALL, isa.EXIT, isa.JA, isa.LDIMM64}
    for source in (isa.BPF_K, isa.BPF_X):
        for cls in (isa.BPF_ALU, isa.BPF_ALU64):
            found |= {cls | op | source for op in _ALU_OPS}
        for cls in (isa.BPF_JMP, isa.BPF_JMP32):
            found |= {cls | op | source for op in _JMP_OPS}
        found.add(isa.BPF_ALU | isa.BPF_END | source)
    found |= {isa.BPF_ALU | isa.BPF_NEG, isa.BPF_ALU64 | isa.BPF_NEG}
    for cls in (isa.BPF_LDX, isa.BPF_ST, isa.BPF_STX):
        found |= {cls | isa.BPF_MEM | size for size in (*_NARROW, isa.BPF_DW)}
    for mode in (isa.BPF_ABS, isa.BPF_IND):
        found |= {isa.BPF_LD | mode | size for size in _NARROW}
    found |= {isa.BPF_STX | isa.BPF_ATOMIC | size for size in (isa.BPF_W, isa.BPF_DW)}
    return frozenset(found)


_OPCODES = _opcodes()


def _needed(insn: Insn) -> Feature | None:
    if insn.opcode in _LATER:
        return _LATER[insn.opcode]
    if insn.opcode == isa.CALL:
        is_kfunc = insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL
        return Feature.MODULE_KFUNC if is_kfunc and insn.off else None
    if insn.insn_class not in (isa.BPF_ALU, isa.BPF_ALU64) or not insn.off:
        return None
    if insn.op in _DIVISIONS:
        return Feature.ISA_V4
    if insn.op == isa.BPF_MOV and insn.is_x:
        is_cast = insn.insn_class == isa.BPF_ALU64 and insn.off == isa.BPF_ADDR_SPACE_CAST
        return Feature.ADDR_SPACE_CAST if is_cast else Feature.ISA_V4
    return None


def missing_feature(insn: Insn, features: Collection[Feature]) -> Feature | None:
    """Return the feature that *insn* needs and *features* lacks, None if there is none."""
    feature = _needed(insn)
    # what stable trees took of v4 is part of v4
    is_there = feature in features or (feature is Feature.GOTOL and Feature.ISA_V4 in features)
    return None if is_there else feature


def version_hint(insn: Insn, features: Collection[Feature]) -> tuple[str, str]:
    """Say what a kernel lacks that *insn* needs, and which kernels have it; two texts or two ""."""
    feature = missing_feature(insn, features)
    if feature is None or insn_problem(insn, (feature,)):
        return "", ""
    return f"the kernel lacks {feature.name.lower()}: {feature.value.what}", who_has(feature)


def _is_taken(insn: Insn, features: Collection[Feature]) -> bool:
    return missing_feature(insn, features) is None


def is_known_opcode(insn: Insn, features: Collection[Feature]) -> bool:
    """Say whether the kernel's table of instructions has *insn*'s opcode."""
    return insn.opcode in _OPCODES or (insn.opcode in _LATER and _is_taken(insn, features))


def insn_problem(insn: Insn, features: Collection[Feature]) -> str:
    """Say what is wrong with an instruction whose opcode is known."""
    match insn.insn_class:
        case isa.BPF_ALU | isa.BPF_ALU64:
            return _alu_problem(insn, _is_taken(insn, features))
        case isa.BPF_JMP | isa.BPF_JMP32:
            return _jmp_problem(insn, _is_taken(insn, features))
        case isa.BPF_LDX:
            return _reads(insn.src_reg) or _writes(insn.dst_reg)
        case isa.BPF_ST:
            return "BPF_ST uses reserved fields" if insn.src_reg else _reads(insn.dst_reg)
        case isa.BPF_STX:
            return _stx_problem(insn)
        case _:
            return _ld_problem(insn)


def _reads(*regs: int) -> str:
    for reg in regs:
        if reg >= isa.MAX_BPF_REG:
            return f"R{reg} is invalid"
    return ""


def _writes(reg: int) -> str:
    return _reads(reg) or ("frame pointer is read only" if reg == isa.BPF_REG_FP else "")


def _ld_problem(insn: Insn) -> str:
    if insn.mode == isa.BPF_IMM:
        return "BPF_LD_IMM64 uses reserved fields" if insn.off else _writes(insn.dst_reg)
    if insn.dst_reg or insn.off or (insn.mode == isa.BPF_ABS and insn.src_reg):
        return "BPF_LD_[ABS|IND] uses reserved fields"
    return _reads(insn.src_reg)


def _stx_problem(insn: Insn) -> str:
    if insn.mode == isa.BPF_MEM:
        reserved = "BPF_STX uses reserved fields" if insn.imm else ""
        return reserved or _reads(insn.src_reg, insn.dst_reg)
    if insn.imm not in _ATOMICS:
        return f"BPF_ATOMIC uses invalid atomic opcode {insn.imm & 0xFFFF_FFFF:02x}"
    problem = _reads(insn.src_reg, insn.dst_reg)
    fetches = insn.imm & isa.BPF_FETCH and insn.imm != isa.BPF_CMPXCHG
    return problem or (_writes(insn.src_reg) if fetches else "")


def _alu_problem(insn: Insn, is_taken: bool) -> str:
    if insn.op == isa.BPF_NEG:
        bad = insn.src_reg or insn.off or insn.imm
        return "BPF_NEG uses reserved fields" if bad else _writes(insn.dst_reg)
    if insn.op == isa.BPF_END:
        bad = insn.src_reg or insn.off or insn.imm not in (16, 32, 64)
        return "BPF_END uses reserved fields" if bad else _writes(insn.dst_reg)
    if insn.op == isa.BPF_MOV:
        return _mov_problem(insn, is_taken)
    signed = insn.off == 1 and insn.op in _DIVISIONS and is_taken
    if (insn.imm if insn.is_x else insn.src_reg) or (insn.off and not signed):
        return "BPF_ALU uses reserved fields"
    return (
        (_reads(insn.src_reg) if insn.is_x else "")
        or _reads(insn.dst_reg)
        or ("" if insn.is_x else _constant_problem(insn))
        or _writes(insn.dst_reg)
    )


def _mov_problem(insn: Insn, is_taken: bool) -> str:
    if not insn.is_x:
        bad = insn.src_reg or insn.off
        return "BPF_MOV uses reserved fields" if bad else _writes(insn.dst_reg)
    is_64 = insn.insn_class == isa.BPF_ALU64
    if is_64 and insn.off == isa.BPF_ADDR_SPACE_CAST and is_taken:
        if insn.imm not in (1, 1 << 16):
            return "addr_space_cast insn can only convert between address space 1 and 0"
        return "addr_space_cast insn can only be used in a program that has an associated arena"
    widths = (8, 16, 32) if is_64 else (8, 16)
    if insn.imm or (insn.off and not (is_taken and insn.off in widths)):
        return "BPF_MOV uses reserved fields"
    return _reads(insn.src_reg) or _writes(insn.dst_reg)


def _constant_problem(insn: Insn) -> str:
    if insn.op in _DIVISIONS and not insn.imm:
        return "div by zero"
    width = 64 if insn.insn_class == isa.BPF_ALU64 else 32
    if insn.op in _SHIFTS and not 0 <= insn.imm < width:
        return f"invalid shift {insn.imm}"
    return ""


def _jmp_problem(insn: Insn, is_taken: bool) -> str:
    regs = insn.dst_reg or insn.src_reg
    match insn.opcode:
        case isa.CALL:
            return _call_problem(insn, is_taken)
        case isa.EXIT:
            return "BPF_EXIT uses reserved fields" if regs or insn.imm else ""
        case isa.JA:
            return "BPF_JA uses reserved fields" if regs or insn.imm else ""
        case isa.JA32:
            return "BPF_JA uses reserved fields" if regs or insn.off else ""
        case isa.MAY_GOTO:
            bad = regs or insn.imm or not insn.off
            return f"invalid may_goto off {insn.off} imm {insn.imm}" if bad else ""
    problem = _reads(insn.dst_reg)
    if not problem and (insn.imm if insn.is_x else insn.src_reg):
        return "BPF_JMP/JMP32 uses reserved fields"
    return problem or _reads(insn.src_reg)


def _call_problem(insn: Insn, is_taken: bool) -> str:
    is_kfunc = insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL
    is_known = is_kfunc or insn.src_reg in (0, isa.BPF_PSEUDO_CALL)
    bad = insn.dst_reg or not is_known or (insn.off and not (is_kfunc and is_taken))
    return "BPF_CALL uses reserved fields" if bad else ""
