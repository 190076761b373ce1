"""The structural check: what a program must be to be run at all, verified or not.

Models the part of Linux's ``kernel/bpf/verifier.c`` that needs no simulation of the program, in
the verifier's order: ``add_subprog_and_kfunc`` (calls), ``check_subprogs`` (jumps, last
instructions), ``resolve_pseudo_ldimm64`` (opcodes, two-slot loads), ``check_cfg`` (jumps into the
middle of these) and the reserved fields and registers of ``do_check``. Messages are the kernel's
(6.12.117; where 6.1.192 differs, features tell them apart). What is loaded goes through the
verifier (`sim.bpf.verifier`), which looks at each instruction with the same functions
(`sim.bpf.check_insn`). This check is for programs that no verifier sees: ``bpfsim exec``, tracers
with ``verify: false``, generated ones.

**Rule:** a program that passes is *well formed*, not safe. Runs with such programs say so
(``unverified``), and their faults are `sim.base.errors.VmFault`, not bugs.

**Not modelled:** reachability (an instruction that no path reaches is checked like any other),
loops, types, bounds, helpers' and kernel functions' arguments, stack depth.
"""

from __future__ import annotations

from collections.abc import Collection

from sim.base.errors import VerifierError
from sim.bpf import isa
from sim.bpf.check_insn import insn_problem, is_known_opcode, missing_feature, version_hint
from sim.bpf.isa import Insn
from sim.versions.features import Feature

__all__ = ["BPF_COMPLEXITY_LIMIT_INSNS", "BPF_MAX_SUBPROGS", "ISA_V4", "check_structure"]

BPF_COMPLEXITY_LIMIT_INSNS = 1_000_000
BPF_MAX_SUBPROGS = 256

ISA_V4 = Feature.ISA_V4


def check_structure(
    insns: bytes, features: Collection[Feature] = (), *, encoding_only: bool = False
) -> None:
    """Refuse a program that is not well formed.

    Args:
        insns: The program, subprograms appended.
        features: What its kernel has.
        encoding_only: Let pass what can be run though no kernel would load it: a main function
            whose last instruction falls through, shifts by constants that are too large (the
            machine masks them), divisions by a constant 0, and moves that the kernel's own
            zero-extension pass makes.

    Raises:
        VerifierError: It is refused; ``log`` holds the kernel's message.
    """
    if len(insns) % isa.INSN_BYTES:
        error = VerifierError("invalid program size", reason="the program is not well formed")
        error.log = error.problem
        raise error
    nr_insns = len(insns) // isa.INSN_BYTES
    if not 0 < nr_insns <= BPF_COMPLEXITY_LIMIT_INSNS:
        raise VerifierError(
            f"a program of {nr_insns} instructions is refused",
            reason=f"a program has 1 to {BPF_COMPLEXITY_LIMIT_INSNS} instructions (E2BIG)",
        )
    slots = isa.decode(insns)
    try:
        _check(slots, features, encoding_only)
    except _Refused as refused:
        raise _error(refused, slots[refused.insn_idx], features) from None


class _Refused(Exception):
    """The kernel's message, and the instruction it is about."""

    def __init__(self, message: str, insn_idx: int) -> None:
        super().__init__(message)
        self.message = message
        self.insn_idx = insn_idx


def _error(refused: _Refused, insn: Insn, features: Collection[Feature]) -> VerifierError:
    error = VerifierError(
        refused.message,
        where=f"insn {refused.insn_idx}",
        reason="the program is not well formed",
    )
    error.log = refused.message
    error.insn_idx = refused.insn_idx
    lacks, error.suggestion = version_hint(insn, features)
    error.reason = lacks or error.reason
    return error


def _check(slots: list[Insn], features: Collection[Feature], encoding_only: bool) -> None:
    starts = _add_subprogs(slots)
    _check_subprogs(slots, starts, features, encoding_only)
    if encoding_only:
        slots = [_with_plain_constant(insn) for insn in slots]
    seconds = _resolve_ldimm64(slots, features)
    _check_cfg(slots, seconds, features)
    for insn_idx, insn in enumerate(slots):
        if insn_idx not in seconds and (problem := insn_problem(insn, features)):
            raise _Refused(problem, insn_idx)


def _add_subprogs(slots: list[Insn]) -> list[int]:
    starts = {0}
    for insn_idx, insn in enumerate(slots):
        is_call = insn.opcode == isa.CALL and insn.src_reg == isa.BPF_PSEUDO_CALL
        if is_call or (isa.is_ldimm64(insn) and insn.src_reg == isa.BPF_PSEUDO_FUNC):
            target = insn_idx + insn.imm + 1
            if not 0 <= target < len(slots):
                raise _Refused("call to invalid destination", insn_idx)
            starts.add(target)
            if len(starts) > BPF_MAX_SUBPROGS:
                raise _Refused("too many subprograms", insn_idx)
    return sorted(starts)


def _has_gotol(features: Collection[Feature]) -> bool:
    return missing_feature(Insn(isa.JA32), features) is None


def _target(insn: Insn, insn_idx: int, features: Collection[Feature]) -> int | None:
    """Return where *insn* jumps to, None if it does not jump."""
    is_jmp = insn.insn_class in (isa.BPF_JMP, isa.BPF_JMP32)
    if not is_jmp or insn.op in (isa.BPF_CALL, isa.BPF_EXIT):
        return None
    is_long = insn.opcode == isa.JA32 and _has_gotol(features)
    target = insn_idx + 1 + (insn.imm if is_long else insn.off)
    return target if target < 1 << 31 else target - (1 << 32)  # an int of the kernel


def _with_plain_constant(insn: Insn) -> Insn:
    """Return an instruction of the same encoding whose constant nobody objects to."""
    if insn.insn_class not in (isa.BPF_ALU, isa.BPF_ALU64):
        return insn
    if insn.op in (isa.BPF_DIV, isa.BPF_MOD) and not insn.is_x:
        return insn._replace(imm=1)
    if insn.op in (isa.BPF_LSH, isa.BPF_RSH, isa.BPF_ARSH) and not insn.is_x:
        return insn._replace(imm=0)
    is_zext = insn.opcode == isa.BPF_ALU | isa.BPF_MOV | isa.BPF_X and insn.imm == 1
    return insn._replace(imm=0) if is_zext and not insn.off else insn


def _check_subprogs(
    slots: list[Insn], starts: list[int], features: Collection[Feature], may_fall: bool
) -> None:
    last = {isa.EXIT, isa.JA} | ({isa.JA32} if _has_gotol(features) else set())
    for start, end in zip(starts, [*starts[1:], len(slots)], strict=True):
        for insn_idx in range(start, end):
            target = _target(slots[insn_idx], insn_idx, features)
            if target is not None and not start <= target < end:
                message = f"jump out of range from insn {insn_idx} to {target}"
                raise _Refused(message, insn_idx)
        if slots[end - 1].opcode not in last and not (may_fall and start == 0):
            raise _Refused("last insn is not an exit or jmp", end - 1)


def _resolve_ldimm64(slots: list[Insn], features: Collection[Feature]) -> set[int]:
    """Check opcodes and two-slot loads; return the second slots."""
    seconds: set[int] = set()
    for insn_idx, insn in enumerate(slots):
        if insn_idx in seconds:
            continue
        if insn.insn_class == isa.BPF_LDX and _is_odd_load(insn, features):
            raise _Refused("BPF_LDX uses reserved fields", insn_idx)
        if isa.is_ldimm64(insn):
            if problem := _ldimm64_problem(slots, insn_idx):
                raise _Refused(problem, insn_idx)
            seconds.add(insn_idx + 1)
        elif not is_known_opcode(insn, features):
            raise _Refused(f"unknown opcode {insn.opcode:02x}", insn_idx)
    return seconds


def _is_odd_load(insn: Insn, features: Collection[Feature]) -> bool:
    is_signed = insn.mode == isa.BPF_MEMSX and Feature.ISA_V4 in features
    return bool(insn.imm) or not (insn.mode == isa.BPF_MEM or is_signed)


def _ldimm64_problem(slots: list[Insn], insn_idx: int) -> str:
    if insn_idx + 1 >= len(slots) or slots[insn_idx + 1][:4] != (0, 0, 0, 0):
        return "invalid bpf_ld_imm64 insn"
    src = slots[insn_idx].src_reg
    is_map = src in (isa.BPF_PSEUDO_MAP_FD, isa.BPF_PSEUDO_MAP_IDX)
    if src > isa.BPF_PSEUDO_MAP_IDX_VALUE or (is_map and slots[insn_idx + 1].imm):
        return "unrecognized bpf_ld_imm64 insn"
    return ""


def _check_cfg(slots: list[Insn], seconds: set[int], features: Collection[Feature]) -> None:
    targets = (_target(insn, i, features) for i, insn in enumerate(slots) if i not in seconds)
    second = min((target for target in targets if target in seconds), default=None)
    if second is None:
        return
    if Feature.LDIMM64_CFG not in features:
        raise _Refused("invalid BPF_LD_IMM insn", second)
    raise _Refused(f"jump into the middle of ldimm64 insn {second - 1}", second - 1)
