"""The structural check that stands in for the verifier.

Models the part of Linux's ``kernel/bpf/verifier.c`` that needs no simulation of the program:
``check_subprogs`` (jump targets, last instructions), ``resolve_pseudo_ldimm64`` (opcodes) and
the reserved-field rules of ``do_check``. Messages are the kernel's, whatever its version says.

The rule to know: a program that passes is *well formed*, not safe. Machines that run it say so
(``unverified``), and its faults are `sim.base.errors.VmFault`, not bugs.

**Not modelled:** reachability, loops, types, bounds, helpers' arguments, stack depth.
"""

from __future__ import annotations

from collections.abc import Collection

from sim.base.errors import VerifierError
from sim.bpf import isa
from sim.bpf.isa import Insn

__all__ = ["BPF_COMPLEXITY_LIMIT_INSNS", "ISA_V4", "check_structure"]

BPF_COMPLEXITY_LIMIT_INSNS = 1_000_000

#: Name of the feature that allows the instructions of ``-mcpu=v4``.
# Since Linux kernel commit 1f9a1ea821ff ("bpf: Support new sign-extension load insns") (in v6.6).
ISA_V4 = "isa_v4"

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
_SIZES = (*_NARROW, isa.BPF_DW)
_ATOMICS = frozenset(
    op | fetch
    for op in (isa.BPF_ADD, isa.BPF_AND, isa.BPF_OR, isa.BPF_XOR)
    for fetch in (0, isa.BPF_FETCH)
) | {isa.BPF_XCHG, isa.BPF_CMPXCHG}
_CALL = isa.BPF_JMP | isa.BPF_CALL
_EXIT = isa.BPF_JMP | isa.BPF_EXIT
_JA = isa.BPF_JMP | isa.BPF_JA
_JA32 = isa.BPF_JMP32 | isa.BPF_JA
_BSWAP = isa.BPF_ALU64 | isa.BPF_END
_V4_ONLY = frozenset({isa.BPF_LDX | isa.BPF_MEMSX | size for size in _NARROW} | {_JA32, _BSWAP})


def _opcodes() -> frozenset[int]:
    found = {_CALL, _EXIT, _JA, isa.LDIMM64}
    for source in (isa.BPF_K, isa.BPF_X):
        for cls in (isa.BPF_ALU, isa.BPF_ALU64):
            found |= {cls | op | source for op in _ALU_OPS}
        for cls in (isa.BPF_JMP, isa.BPF_JMP32):
            found |= {cls | op | source for op in _JMP_OPS}
        found.add(isa.BPF_ALU | isa.BPF_END | source)
    found |= {isa.BPF_ALU | isa.BPF_NEG, isa.BPF_ALU64 | isa.BPF_NEG}
    for cls in (isa.BPF_LDX, isa.BPF_ST, isa.BPF_STX):
        found |= {cls | isa.BPF_MEM | size for size in _SIZES}
    for mode in (isa.BPF_ABS, isa.BPF_IND):
        found |= {isa.BPF_LD | mode | size for size in _NARROW}
    found |= {isa.BPF_STX | isa.BPF_ATOMIC | size for size in _SIZES}
    return frozenset(found)


_OPCODES = _opcodes()


def check_structure(insns: bytes, features: Collection[str] = ()) -> None:
    """Refuse a program that is not well formed.

    Args:
        insns: The program, subprograms appended.
        features: Names of kernel features; `ISA_V4` allows instructions of that ISA.

    Raises:
        VerifierError: It is refused; ``log`` holds the kernel's message.
    """
    if len(insns) % isa.INSN_BYTES:
        raise _refuse("invalid program size", None)
    nr_insns = len(insns) // isa.INSN_BYTES
    if not 0 < nr_insns <= BPF_COMPLEXITY_LIMIT_INSNS:
        raise VerifierError(
            f"a program of {nr_insns} instructions is refused",
            reason=f"a program has 1 to {BPF_COMPLEXITY_LIMIT_INSNS} instructions (E2BIG)",
        )
    slots = isa.decode(insns)
    starts = _subprog_starts(slots)
    _check_jumps(slots, starts)
    has_v4 = ISA_V4 in features
    insn_idx = 0
    while insn_idx < len(slots):
        insn = slots[insn_idx]
        if problem := _opcode_problem(insn, has_v4):
            raise _refuse(problem, insn_idx)
        if isa.is_ldimm64(insn):
            if problem := _ldimm64_problem(slots, insn_idx):
                raise _refuse(problem, insn_idx)
            insn_idx += 1
        elif problem := _field_problem(insn, has_v4):
            raise _refuse(problem, insn_idx)
        if problem := _register_problem(insn):
            raise _refuse(problem, insn_idx)
        insn_idx += 1


def _refuse(message: str, insn_idx: int | None) -> VerifierError:
    where = "" if insn_idx is None else f"insn {insn_idx}"
    error = VerifierError(message, where=where, reason="the program is not well formed")
    error.log = message
    return error


def _second_slots(slots: list[Insn]) -> set[int]:
    found: set[int] = set()
    insn_idx = 0
    while insn_idx < len(slots):
        if isa.is_ldimm64(slots[insn_idx]):
            insn_idx += 1
            found.add(insn_idx)
        insn_idx += 1
    return found


def _subprog_starts(slots: list[Insn]) -> list[int]:
    starts = {0}
    for insn_idx, insn in enumerate(slots):
        is_call = insn.opcode == _CALL and insn.src_reg == isa.BPF_PSEUDO_CALL
        is_func = isa.is_ldimm64(insn) and insn.src_reg == isa.BPF_PSEUDO_FUNC
        if is_call or is_func:
            target = insn_idx + insn.imm + 1
            if not 0 <= target < len(slots):
                raise _refuse("call to invalid destination", insn_idx)
            starts.add(target)
    return sorted(starts)


def _check_jumps(slots: list[Insn], starts: list[int]) -> None:
    seconds = _second_slots(slots)
    for start in starts:
        if start in seconds:
            raise _refuse("call to invalid destination", start)
    for start, end in zip(starts, [*starts[1:], len(slots)], strict=True):
        for insn_idx in range(start, end):
            insn = slots[insn_idx]
            if insn_idx in seconds or not _is_jump(insn):
                continue
            distance = insn.imm if insn.opcode == _JA32 else insn.off
            target = insn_idx + distance + 1
            if not start <= target < end:
                message = f"jump out of range from insn {insn_idx} to {target}"
                raise _refuse(message, insn_idx)
            if target in seconds:
                raise _refuse(f"jump into the middle of ldimm64 insn {target}", insn_idx)
        if end - 1 in seconds or slots[end - 1].opcode not in (_EXIT, _JA, _JA32):
            raise _refuse("last insn is not an exit or jmp", end - 1)


def _is_jump(insn: Insn) -> bool:
    is_jmp = insn.insn_class in (isa.BPF_JMP, isa.BPF_JMP32)
    return is_jmp and insn.op not in (isa.BPF_CALL, isa.BPF_EXIT)


def _opcode_problem(insn: Insn, has_v4: bool) -> str:
    if insn.opcode in _OPCODES or (has_v4 and insn.opcode in _V4_ONLY):
        return ""
    if insn.insn_class == isa.BPF_LDX:
        return "BPF_LDX uses reserved fields"
    return f"unknown opcode {insn.opcode:02x}"


def _ldimm64_problem(slots: list[Insn], insn_idx: int) -> str:
    if insn_idx + 1 >= len(slots) or slots[insn_idx + 1][:4] != (0, 0, 0, 0):
        return "invalid bpf_ld_imm64 insn"
    if slots[insn_idx].src_reg > isa.BPF_PSEUDO_MAP_IDX_VALUE:
        return "unrecognized bpf_ld_imm64 insn"
    return "BPF_LD_IMM64 uses reserved fields" if slots[insn_idx].off else ""


def _field_problem(insn: Insn, has_v4: bool) -> str:
    match insn.insn_class:
        case isa.BPF_ALU | isa.BPF_ALU64:
            return _alu_problem(insn, has_v4)
        case isa.BPF_JMP | isa.BPF_JMP32:
            return _jmp_problem(insn)
        case isa.BPF_LDX:
            return "BPF_LDX uses reserved fields" if insn.imm else ""
        case isa.BPF_ST:
            return "BPF_ST uses reserved fields" if insn.src_reg else ""
        case isa.BPF_STX:
            if insn.mode == isa.BPF_ATOMIC:
                return _atomic_problem(insn)
            return "BPF_STX uses reserved fields" if insn.imm else ""
        case _:
            bad = insn.dst_reg or insn.off or (insn.mode == isa.BPF_ABS and insn.src_reg)
            return "BPF_LD_[ABS|IND] uses reserved fields" if bad else ""


def _atomic_problem(insn: Insn) -> str:
    if insn.imm not in _ATOMICS:
        return f"BPF_ATOMIC uses invalid atomic opcode {insn.imm & 0xFFFF_FFFF:02x}"
    return "invalid atomic operand size" if insn.size not in (isa.BPF_W, isa.BPF_DW) else ""


def _alu_problem(insn: Insn, has_v4: bool) -> str:
    op = insn.op
    is_64 = insn.insn_class == isa.BPF_ALU64
    other = insn.imm if insn.is_x else insn.src_reg
    if op == isa.BPF_NEG:
        bad = insn.src_reg or insn.off or insn.imm
        return "BPF_NEG uses reserved fields" if bad else ""
    if op == isa.BPF_END:
        bad = insn.src_reg or insn.off or insn.imm not in (16, 32, 64)
        return "BPF_END uses reserved fields" if bad else ""
    if op == isa.BPF_MOV:
        widths = (0, 8, 16, 32) if is_64 else (0, 8, 16)
        allowed = widths if has_v4 and insn.is_x else (0,)
        bad = other or insn.off not in allowed
        return "BPF_MOV uses reserved fields" if bad else ""
    is_division = op in (isa.BPF_DIV, isa.BPF_MOD)
    if other or insn.off not in ((0, 1) if has_v4 and is_division else (0,)):
        return "BPF_ALU uses reserved fields"
    if insn.is_x:
        return ""
    if is_division and not insn.imm:
        return "div by zero"
    is_shift = op in (isa.BPF_LSH, isa.BPF_RSH, isa.BPF_ARSH)
    if is_shift and not 0 <= insn.imm < (64 if is_64 else 32):
        return f"invalid shift {insn.imm}"
    return ""


def _jmp_problem(insn: Insn) -> str:
    regs = insn.dst_reg or insn.src_reg
    if insn.opcode == _CALL:
        is_kfunc = insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL
        known = insn.src_reg in (0, isa.BPF_PSEUDO_CALL, isa.BPF_PSEUDO_KFUNC_CALL)
        bad = insn.dst_reg or not known or (insn.off and not is_kfunc)
        return "BPF_CALL uses reserved fields" if bad else ""
    if insn.opcode == _EXIT:
        return "BPF_EXIT uses reserved fields" if regs or insn.imm else ""
    if insn.opcode == _JA:
        return "BPF_JA uses reserved fields" if regs or insn.imm else ""
    if insn.opcode == _JA32:
        return "BPF_JA uses reserved fields" if regs or insn.off else ""
    other = insn.imm if insn.is_x else insn.src_reg
    return "BPF_JMP/JMP32 uses reserved fields" if other else ""


def _register_problem(insn: Insn) -> str:
    if insn.dst_reg >= isa.MAX_BPF_REG:
        return f"R{insn.dst_reg} is invalid"
    is_pseudo = isa.is_ldimm64(insn) or insn.opcode == _CALL
    if insn.src_reg >= isa.MAX_BPF_REG and not is_pseudo:
        return f"R{insn.src_reg} is invalid"
    writes_dst = insn.insn_class in (isa.BPF_ALU, isa.BPF_ALU64, isa.BPF_LDX) or isa.is_ldimm64(
        insn
    )
    fetches = (
        insn.insn_class == isa.BPF_STX
        and insn.mode == isa.BPF_ATOMIC
        and (insn.imm & isa.BPF_FETCH and insn.imm != isa.BPF_CMPXCHG)
    )
    written = insn.dst_reg if writes_dst else insn.src_reg if fetches else -1
    return "frame pointer is read only" if written == isa.BPF_REG_FP else ""
