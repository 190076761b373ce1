"""Conditional jumps from 6.8 on: both operands may be ranges, and both learn.

Answers to ``check_cond_jmp_op``, ``is_branch_taken`` and ``reg_not_null`` of 6.12.

**Rule:** a constant operand is taken as a register that holds it.

**Not modelled:** ``may_goto``.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.bounds import Bounds
from sim.bpf.verifier.check_jmp import mark_not_null, mark_ptr_or_null_regs
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.linked import collect_linked, push_jmp_history, sync_linked
from sim.bpf.verifier.packets import FLIPPED, is_pkt_ptr_branch_taken, try_match_pkt_pointers
from sim.bpf.verifier.paths import push_path, push_speculative
from sim.bpf.verifier.print_state import print_insn_state
from sim.bpf.verifier.refine import is_branch_taken, refine
from sim.bpf.verifier.reg import Reg, const_reg
from sim.bpf.verifier.regs import check_src, is_pointer_value
from sim.bpf.verifier.state import FuncState, Link, VerifierState
from sim.bpf.verifier.trust import is_trusted
from sim.bpf.verifier.types import (
    PTR_TO_BTF_ID,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_MEM,
    PTR_TO_PACKET,
    PTR_TO_PACKET_END,
    PTR_TO_PACKET_META,
    PTR_TO_SOCK_COMMON,
    PTR_TO_SOCKET,
    PTR_TO_TCP_SOCK,
    PTR_UNTRUSTED,
    SCALAR_VALUE,
    base_type,
    type_may_be_null,
)

__all__ = ["check_cond_jmp_op_two"]

_NOT_NULL = (PTR_TO_SOCKET, PTR_TO_TCP_SOCK, PTR_TO_MAP_VALUE, PTR_TO_MAP_KEY, PTR_TO_SOCK_COMMON)
_PACKETS = (PTR_TO_PACKET, PTR_TO_PACKET_META, PTR_TO_PACKET_END)
_EQUALITY = (isa.BPF_JEQ, isa.BPF_JNE)


def check_cond_jmp_op_two(env: Env, insn: Insn) -> int:
    """Walk a conditional jump.

    Returns:
        How many instructions to go on after the jump itself.
    """
    dst, src = _operands(env, insn)
    is_32 = insn.insn_class == isa.BPF_JMP32
    taken = _predict(dst, src, insn.op, is_32)
    if taken >= 0:
        _decided(env, insn, dst, src, taken)
    else:
        linked = _linked(env, insn, dst, src)
        other = push_path(env, env.insn_idx + insn.off + 1, env.insn_idx)
        if dst.type == src.type == SCALAR_VALUE:
            _learn(env, insn, other, is_32)
            _spread(env, insn, other, linked)
        _learn_of_pointers(env, insn, other, is_32)
    if env.log.has_insns:
        print_insn_state(env, env.frame)
    return insn.off if taken == 1 else 0


def _operands(env: Env, insn: Insn) -> tuple[Reg, Reg]:
    dst = check_src(env, insn.dst_reg)
    if not insn.is_x:
        return dst, const_reg(insn.imm)
    src = check_src(env, insn.src_reg)
    are_packets = dst.type in _PACKETS and src.type in _PACKETS
    if not are_packets and is_pointer_value(env, insn.src_reg):
        env.reject(f"R{insn.src_reg} pointer comparison prohibited")
    return dst, src


def _is_const(reg: Reg, is_32: bool) -> bool:
    b = reg.bounds
    return reg.type == SCALAR_VALUE and (b.is_subreg_const if is_32 else b.is_const)


def _is_not_null(reg: Reg) -> bool:
    if type_may_be_null(reg.type):
        return False
    base = base_type(reg.type)
    if base == PTR_TO_BTF_ID:
        return is_trusted(reg)
    return base in _NOT_NULL or (base == PTR_TO_MEM and not reg.type & PTR_UNTRUSTED)


def _predict(dst: Reg, src: Reg, op: int, is_32: bool) -> int:
    """Say which branch is taken if only one can be: 1, 0, or -1."""
    if dst.type in _PACKETS and src.type in _PACKETS and not is_32:
        return is_pkt_ptr_branch_taken(dst, src, op)
    if dst.type == src.type == SCALAR_VALUE:
        return is_branch_taken(dst.bounds, src.bounds, op, is_32=is_32)
    if not _is_const(src, is_32):
        dst, src, op = src, dst, FLIPPED[op]
    if not _is_const(src, is_32) or not _is_not_null(dst):
        return -1
    value = src.bounds.value & (0xFFFF_FFFF if is_32 else -1)
    return {isa.BPF_JEQ: 0, isa.BPF_JNE: 1}.get(op, -1) if value == 0 else -1


def _decided(env: Env, insn: Insn, dst: Reg, src: Reg, taken: int) -> None:
    if dst.type == SCALAR_VALUE:
        mark_chain_precision(env, insn.dst_reg)
    if insn.is_x and src.type == SCALAR_VALUE:
        mark_chain_precision(env, insn.src_reg)
    if not env.bypass_spec_v1:
        at = env.insn_idx
        push_speculative(env, insn, at + 1 if taken else at + insn.off + 1, at)


def _linked(env: Env, insn: Insn, dst: Reg, src: Reg) -> list[Link]:
    linked: list[Link] = []
    if insn.is_x and src.type == SCALAR_VALUE and src.id:
        collect_linked(env.cur, src.id, linked)
    if dst.type == SCALAR_VALUE and dst.id:
        collect_linked(env.cur, dst.id, linked)
    if len(linked) > 1:
        push_jmp_history(env, env.cur, linked=tuple(linked))
    return linked


def _put(frame: FuncState, regno: int, bounds: Bounds) -> None:
    reg = frame.regs[regno].copy()
    reg.bounds = bounds
    frame.regs[regno] = reg


def _learn(env: Env, insn: Insn, other: VerifierState, is_32: bool) -> None:
    this, that = env.frame, other.frame
    dst = this.regs[insn.dst_reg]
    src = this.regs[insn.src_reg] if insn.is_x else const_reg(insn.imm)
    is_same = insn.is_x and insn.dst_reg == insn.src_reg
    both = refine(dst.bounds, src.bounds, insn.op, is_32=is_32, is_same=is_same)
    for frame, refined in zip((that, this), both, strict=True):
        _put(frame, insn.dst_reg, refined[0])
        if insn.is_x:
            _put(frame, insn.src_reg, refined[1])


def _spread(env: Env, insn: Insn, other: VerifierState, linked: list[Link]) -> None:
    """Tell linked numbers, of the source first."""
    for regno in (insn.src_reg, insn.dst_reg) if insn.is_x else (insn.dst_reg,):
        if env.frame.regs[regno].id:
            for state in (env.cur, other):
                sync_linked(state, state.frame.regs[regno], linked)


def _learn_of_pointers(env: Env, insn: Insn, other: VerifierState, is_32: bool) -> None:
    dst = env.frame.regs[insn.dst_reg]
    if insn.is_x and not is_32 and insn.op in _EQUALITY:
        equal = other if insn.op == isa.BPF_JEQ else env.cur
        _share_nullness(insn, equal.frame)
        dst = env.frame.regs[insn.dst_reg]
    is_zero_test = not (is_32 or insn.is_x or insn.imm) and insn.op in _EQUALITY
    if is_zero_test and type_may_be_null(dst.type):
        is_jne = insn.op == isa.BPF_JNE
        mark_ptr_or_null_regs(env, env.cur, insn.dst_reg, is_null=is_jne)
        mark_ptr_or_null_regs(env, other, insn.dst_reg, is_null=not is_jne)
        return
    src = env.frame.regs[insn.src_reg]
    matched = try_match_pkt_pointers(insn, dst, src, env.cur, other)
    if not matched and is_pointer_value(env, insn.dst_reg):
        env.reject(f"R{insn.dst_reg} pointer comparison prohibited")


def _share_nullness(insn: Insn, frame: FuncState) -> None:
    """A pointer that equals one which is not NULL is not NULL."""
    dst, src = frame.regs[insn.dst_reg], frame.regs[insn.src_reg]
    if SCALAR_VALUE in (dst.type, src.type):
        return
    if type_may_be_null(dst.type) == type_may_be_null(src.type):
        return
    if PTR_TO_BTF_ID in (base_type(dst.type), base_type(src.type)):
        return
    regno = insn.src_reg if type_may_be_null(src.type) else insn.dst_reg
    reg = frame.regs[regno].copy()
    mark_not_null(reg)
    frame.regs[regno] = reg
