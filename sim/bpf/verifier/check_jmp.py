"""Conditional jumps: both branches, what each of them knows, or only the one that can be taken.

Answers to ``check_cond_jmp_op``, ``mark_ptr_or_null_regs`` and ``find_equal_scalars``.

**Rule:** the branch that is walked later is pushed with its own copy of the state.

**Not modelled:** ``may_goto``, which came after 6.1.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.bounds import Bounds, Draft
from sim.bpf.verifier.branches import is_scalar_branch_taken, set_min_max
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.objects import object_record
from sim.bpf.verifier.packets import (
    FLIPPED,
    each_reg,
    is_pkt_ptr_branch_taken,
    try_match_pkt_pointers,
)
from sim.bpf.verifier.paths import push_path, push_speculative
from sim.bpf.verifier.print_state import print_insn_state
from sim.bpf.verifier.reg import Reg, const_reg
from sim.bpf.verifier.regs import check_src, is_pointer_value
from sim.bpf.verifier.state import FuncState, Ref, VerifierState
from sim.bpf.verifier.tnum import tnum_intersect
from sim.bpf.verifier.types import (
    CONST_PTR_TO_MAP,
    OBJ_ALLOC,
    PTR_MAYBE_NULL,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_PACKET,
    PTR_TO_PACKET_END,
    PTR_TO_PACKET_META,
    PTR_TO_SOCK_COMMON,
    PTR_TO_SOCKET,
    PTR_TO_TCP_SOCK,
    PTR_TO_XDP_SOCK,
    SCALAR_VALUE,
    base_type,
)

__all__ = ["check_cond_jmp_op", "mark_not_null", "mark_ptr_or_null_regs"]

_NOT_NULL = (PTR_TO_SOCKET, PTR_TO_TCP_SOCK, PTR_TO_MAP_VALUE, PTR_TO_MAP_KEY, PTR_TO_SOCK_COMMON)
_PACKETS = (PTR_TO_PACKET, PTR_TO_PACKET_META, PTR_TO_PACKET_END)
_XSKMAP = 17
_SOCKS = 15, 18


def _branch_taken(reg: Reg, value: int, op: int, *, is_32: bool) -> int:
    if reg.type == SCALAR_VALUE:
        return is_scalar_branch_taken(reg.bounds, value, op, is_32=is_32)
    is_object = bool(reg.type & OBJ_ALLOC) and not reg.type & PTR_MAYBE_NULL
    if not (is_object or reg.type in _NOT_NULL) or value != 0:
        return -1
    return {isa.BPF_JEQ: 0, isa.BPF_JNE: 1}.get(op, -1)


def _predict(insn: Insn, dst: Reg, src: Reg | None) -> int:
    """Say which branch is taken if only one can be: 1, 0, or -1."""
    is_32 = insn.insn_class == isa.BPF_JMP32
    if src is None:
        return _branch_taken(dst, insn.imm, insn.op, is_32=is_32)
    if src.type == SCALAR_VALUE:
        b = src.bounds
        if b.is_subreg_const if is_32 else b.is_const:
            return _branch_taken(dst, b.value, insn.op, is_32=is_32)
    elif dst.type in _PACKETS and src.type in _PACKETS and not is_32:
        return is_pkt_ptr_branch_taken(dst, src, insn.op)
    return -1


def check_cond_jmp_op(env: Env, insn: Insn) -> int:
    """Walk a conditional jump.

    Returns:
        How many instructions to go on after the jump itself.
    """
    src = _check_operands(env, insn)
    dst = env.frame.regs[insn.dst_reg]
    taken = _predict(insn, dst, src)
    if taken >= 0:
        _decided(env, insn, dst, src, taken)
        if env.log.has_insns:
            print_insn_state(env, env.frame)
        return insn.off if taken else 0
    at = env.insn_idx
    other = push_path(env, at + insn.off + 1, at)
    _refine(env, insn, other)
    dst = env.frame.regs[insn.dst_reg]
    _refine_pointers(env, insn, dst, other)
    if env.log.has_insns:
        print_insn_state(env, env.frame)
    return 0


def _check_operands(env: Env, insn: Insn) -> Reg | None:
    if not insn.is_x:
        check_src(env, insn.dst_reg)
        return None
    src = check_src(env, insn.src_reg)
    if is_pointer_value(env, insn.src_reg):
        dst = env.frame.regs[insn.dst_reg]
        if not (src.type in _PACKETS and dst.type in _PACKETS):
            env.reject(f"R{insn.src_reg} pointer comparison prohibited")
    check_src(env, insn.dst_reg)
    return src


def _decided(env: Env, insn: Insn, dst: Reg, src: Reg | None, taken: int) -> None:
    if dst.type == SCALAR_VALUE:
        mark_chain_precision(env, insn.dst_reg)
    if src is not None and src.type == SCALAR_VALUE:
        mark_chain_precision(env, insn.src_reg)
    if not env.bypass_spec_v1:
        at = env.insn_idx
        unlikely = at + 1 if taken else at + insn.off + 1
        push_speculative(env, insn, unlikely, at)


def _set_bounds(frame: FuncState, regno: int, bounds: Bounds) -> None:
    reg = frame.regs[regno]
    if reg.bounds is not bounds:
        reg = reg.copy()
        reg.bounds = bounds
        frame.regs[regno] = reg


def _refine(env: Env, insn: Insn, other: VerifierState) -> None:
    """Narrow numbers in both branches; *other* is the one in which the jump is taken."""
    this, that = env.frame, other.frame
    dst = this.regs[insn.dst_reg]
    if insn.is_x:
        src = this.regs[insn.src_reg]
        if dst.type == SCALAR_VALUE and src.type == SCALAR_VALUE:
            _refine_two(insn, dst, src, this, that)
            if src.id:
                _spread(env.cur, insn.src_reg)
                _spread(other, insn.src_reg)
    elif dst.type == SCALAR_VALUE:
        is_32 = insn.insn_class == isa.BPF_JMP32
        taken, fallen = set_min_max(dst.bounds, insn.op, insn.imm, is_32=is_32)
        _set_bounds(that, insn.dst_reg, taken)
        _set_bounds(this, insn.dst_reg, fallen)
    if dst.type == SCALAR_VALUE and dst.id:
        _spread(env.cur, insn.dst_reg)
        _spread(other, insn.dst_reg)


def _refine_two(insn: Insn, dst: Reg, src: Reg, this: FuncState, that: FuncState) -> None:
    is_32 = insn.insn_class == isa.BPF_JMP32
    src_known = src.bounds.is_subreg_const if is_32 else src.bounds.is_const
    dst_known = dst.bounds.is_subreg_const if is_32 else dst.bounds.is_const
    if src_known or src.bounds.is_const:
        taken, fallen = set_min_max(dst.bounds, insn.op, src.bounds.value, is_32=is_32)
        _set_bounds(that, insn.dst_reg, taken)
        _set_bounds(this, insn.dst_reg, fallen)
    elif dst_known or dst.bounds.is_const:
        op = FLIPPED[insn.op]
        taken, fallen = set_min_max(src.bounds, op, dst.bounds.value, is_32=is_32)
        _set_bounds(that, insn.src_reg, taken)
        _set_bounds(this, insn.src_reg, fallen)
    elif not is_32 and insn.op in (isa.BPF_JEQ, isa.BPF_JNE):
        equal = that if insn.op == isa.BPF_JEQ else this
        a, b = _combined(src.bounds, dst.bounds)
        _set_bounds(equal, insn.src_reg, a)
        _set_bounds(equal, insn.dst_reg, b)


def _combined(a: Bounds, b: Bounds) -> tuple[Bounds, Bounds]:
    """Return what is known of two numbers that are equal (__reg_combine_min_max)."""
    drafts = Draft.of(a), Draft.of(b)
    for draft in drafts:
        draft.umin, draft.umax = max(a.umin, b.umin), min(a.umax, b.umax)
        draft.smin, draft.smax = max(a.smin, b.smin), min(a.smax, b.smax)
        draft.var_off = tnum_intersect(a.var_off, b.var_off)
        draft.sync()
    return drafts[0].done(), drafts[1].done()


def _spread(state: VerifierState, regno: int) -> None:
    """Tell all copies of a number what was learned of it (find_equal_scalars)."""
    known_reg = state.frame.regs[regno]

    def learn(reg: Reg) -> Reg:
        if reg.type == SCALAR_VALUE and reg.id == known_reg.id:
            return known_reg
        return reg

    each_reg(state, learn)


def mark_ptr_or_null_regs(env: Env, state: VerifierState, regno: int, *, is_null: bool) -> None:
    """Turn all copies of a pointer that may be NULL into what they are in this branch."""
    frame = state.frame
    reg = frame.regs[regno]
    ref_obj_id, ident = reg.ref_obj_id, reg.id
    if ref_obj_id and ref_obj_id == ident and is_null:
        # the reference is that of a NULL pointer: there is nothing to release
        frame.refs = _without_ref(frame.refs, ident)

    def mark(one: Reg) -> Reg:
        if not (one.type & PTR_MAYBE_NULL and one.id == ident and ident):
            return one
        return _null_or_not(env, one, is_null=is_null)

    each_reg(state, mark)


def _without_ref(refs: tuple[Ref, ...], ident: int) -> tuple[Ref, ...]:
    found = [i for i, ref in enumerate(refs) if ref.id == ident]
    if not found:
        return refs
    left = list(refs)
    left[found[0]] = left[-1]
    return tuple(left[:-1])


def _null_or_not(env: Env, reg: Reg, *, is_null: bool) -> Reg:
    has_off = reg.off and not reg.type & OBJ_ALLOC  # a node taken from a list has its offset
    if has_off or reg.bounds.var_off != (0, 0):
        return reg  # arithmetic on it was refused: there is no such pointer
    if is_null:
        return const_reg(0, precise=not env.bpf_capable)
    new = reg.copy()
    mark_not_null(new)
    if not _keeps_id(env, new):
        new.id = 0
    return new


def _keeps_id(env: Env, reg: Reg) -> bool:
    """Say whether copies must still be told apart, since they may hold a lock."""
    if reg.type & OBJ_ALLOC:
        return object_record(env, reg).spin_lock_off >= 0
    has_lock = reg.map is not None and reg.map.record.spin_lock_off >= 0
    return base_type(reg.type) == PTR_TO_MAP_VALUE and has_lock


def mark_not_null(reg: Reg) -> None:
    """Have a pointer that may be NULL be one that is not (mark_ptr_not_null_reg)."""
    if base_type(reg.type) == PTR_TO_MAP_VALUE and reg.map is not None:
        map = reg.map
        if map.inner is not None:
            reg.type = CONST_PTR_TO_MAP
            reg.map = map.inner_meta
            if map.inner.record.timer_off >= 0:
                reg.map_uid = reg.id
        elif map.map_type == _XSKMAP:
            reg.type = PTR_TO_XDP_SOCK
        elif map.map_type in _SOCKS:
            reg.type = PTR_TO_SOCKET
        else:
            reg.type = PTR_TO_MAP_VALUE
        return
    reg.type &= ~PTR_MAYBE_NULL


def _refine_pointers(env: Env, insn: Insn, dst: Reg, other: VerifierState) -> None:
    is_zero_test = (
        insn.insn_class == isa.BPF_JMP
        and not insn.is_x
        and insn.imm == 0
        and insn.op in (isa.BPF_JEQ, isa.BPF_JNE)
    )
    if is_zero_test and dst.type & PTR_MAYBE_NULL:
        is_jne = insn.op == isa.BPF_JNE
        mark_ptr_or_null_regs(env, env.cur, insn.dst_reg, is_null=is_jne)
        mark_ptr_or_null_regs(env, other, insn.dst_reg, is_null=not is_jne)
        return
    src = env.frame.regs[insn.src_reg]
    matched = try_match_pkt_pointers(insn, dst, src, env.cur, other)
    if not matched and is_pointer_value(env, insn.dst_reg):
        env.reject(f"R{insn.dst_reg} pointer comparison prohibited")
