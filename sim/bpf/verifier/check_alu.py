"""Arithmetic: moves, operations on numbers, operations on pointers.

Answers to ``check_alu_op``, ``adjust_reg_min_max_vals`` and ``adjust_ptr_min_max_vals``.

**Rule:** what an instruction's encoding alone makes wrong is found earlier
(`sim.bpf.check_insn.insn_problem`).

**Not modelled:** moves between address spaces.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.alu_bounds import scalar_alu, wide_scalar_alu
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.bounds import (
    S64_MAX,
    S64_MIN,
    U32_MAX,
    U64_MAX,
    Bounds,
    Draft,
    known,
)
from sim.bpf.verifier.deduce import DeepDraft, is_consistent
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.linked import link_sum, reg_width, with_id_for_copy
from sim.bpf.verifier.reg import Reg, unknown_reg
from sim.bpf.verifier.regs import (
    check_dst,
    check_src,
    is_pointer_value,
    mark_unknown,
    set_const,
    set_reg,
)
from sim.bpf.verifier.sanitize import (
    Sanitize,
    sanitize_check_bounds,
    sanitize_val_alu,
)
from sim.bpf.verifier.state import Mark
from sim.bpf.verifier.tnum import tnum_add, tnum_sub
from sim.bpf.verifier.types import (
    CONST_PTR_TO_MAP,
    PTR_MAYBE_NULL,
    PTR_TO_FLOW_KEYS,
    PTR_TO_PACKET,
    PTR_TO_PACKET_END,
    PTR_TO_PACKET_META,
    PTR_TO_SOCK_COMMON,
    PTR_TO_SOCKET,
    PTR_TO_STACK,
    PTR_TO_TCP_SOCK,
    PTR_TO_XDP_SOCK,
    SCALAR_VALUE,
    base_type,
)

__all__ = ["BPF_MAX_VAR_OFF", "check_alu_op"]

BPF_MAX_VAR_OFF = 1 << 29
_HALF_BITS = 32

_ALU_STRING = {
    isa.BPF_ADD: "+=",
    isa.BPF_SUB: "-=",
    isa.BPF_MUL: "*=",
    isa.BPF_DIV: "/=",
    isa.BPF_OR: "|=",
    isa.BPF_AND: "&=",
    isa.BPF_LSH: "<<=",
    isa.BPF_RSH: ">>=",
    isa.BPF_MOD: "%=",
    isa.BPF_XOR: "^=",
    isa.BPF_ARSH: "s>>=",
}
_FIXED = (
    PTR_TO_PACKET_END,
    PTR_TO_SOCKET,
    PTR_TO_SOCK_COMMON,
    PTR_TO_TCP_SOCK,
    PTR_TO_XDP_SOCK,
)
_PACKETS = (PTR_TO_PACKET, PTR_TO_PACKET_META)


def check_alu_op(env: Env, insn: Insn) -> None:
    """Walk one instruction of the classes ALU and ALU64."""
    _walk_alu(env, insn)
    if env.two_reg_jumps:
        forget_contradiction(env, insn.dst_reg)


def forget_contradiction(env: Env, regno: int) -> None:
    """Forget a register's ranges if they contradict each other (reg_bounds_sanity_check)."""
    reg = env.frame.regs[regno]
    if is_consistent(reg.bounds):
        return
    draft = DeepDraft.of(reg.bounds)
    draft.unbound64()
    draft.unbound32()
    reg = reg.copy()
    reg.bounds = draft.done()
    set_reg(env, regno, reg)


def _walk_alu(env: Env, insn: Insn) -> None:
    if insn.op in (isa.BPF_END, isa.BPF_NEG):
        check_src(env, insn.dst_reg)
        if is_pointer_value(env, insn.dst_reg):
            env.reject(f"R{insn.dst_reg} pointer arithmetic prohibited")
        check_dst(env, insn.dst_reg)
        mark_unknown(env, insn.dst_reg)
    elif insn.op == isa.BPF_MOV:
        _mov(env, insn)
    else:
        if insn.is_x:
            check_src(env, insn.src_reg)
        check_src(env, insn.dst_reg)
        check_dst(env, insn.dst_reg)
        _adjust(env, insn)


def _mov(env: Env, insn: Insn) -> None:
    is_64 = insn.insn_class == isa.BPF_ALU64
    if not insn.is_x:
        check_dst(env, insn.dst_reg)
        set_const(env, insn.dst_reg, insn.imm if is_64 else insn.imm & U32_MAX)
        return
    src = check_src(env, insn.src_reg)
    check_dst(env, insn.dst_reg)
    if insn.off:
        _movsx(env, insn, src)
    elif is_64:
        if env.scalar_ids:
            src = with_id_for_copy(env, src)
            set_reg(env, insn.src_reg, src)
        elif src.type == SCALAR_VALUE and not src.id:
            src = src.copy()
            src.id = env.new_id()
            set_reg(env, insn.src_reg, src)
        set_reg(env, insn.dst_reg, src)
    else:
        _mov32(env, insn, src)


def _mov32(env: Env, insn: Insn, src: Reg) -> None:
    if is_pointer_value(env, insn.src_reg):
        env.reject(f"R{insn.src_reg} partial copy of pointer")
    is_scalar = src.type == SCALAR_VALUE
    is_whole = is_scalar and env.scalar_ids and reg_width(src.bounds) <= _HALF_BITS
    if is_whole:
        src = with_id_for_copy(env, src)
        set_reg(env, insn.src_reg, src)
    reg = (src if is_scalar else unknown_reg(precise=not env.bpf_capable)).copy()
    if not is_whole:
        # a copy of half a number shares no id: what is learned of one is not true of the other
        reg.id = 0
    draft = env.draft.of(reg.bounds)
    draft.zext_32_to_64()
    draft.sync()
    reg.bounds = draft.done()
    set_reg(env, insn.dst_reg, reg)


def _movsx(env: Env, insn: Insn, src: Reg) -> None:
    if is_pointer_value(env, insn.src_reg):
        is_64 = insn.insn_class == isa.BPF_ALU64
        what = "sign-extension part of pointer" if is_64 else "partial copy of pointer"
        env.reject(f"R{insn.src_reg} {what}")
    is_64 = insn.insn_class == isa.BPF_ALU64
    reg = unknown_reg(precise=not env.bpf_capable)
    if src.type == SCALAR_VALUE:
        keeps_value = src.bounds.umax < 1 << (insn.off - 1)
        if keeps_value:
            src = with_id_for_copy(env, src)
            set_reg(env, insn.src_reg, src)
        reg = src.copy()
        reg.id = src.id if keeps_value else 0
        reg.bounds = _sign_extended(src.bounds, insn.off // 8, is_64)
    elif not is_64:
        set_reg(env, insn.dst_reg, reg)
        _zero_extend(env, insn.dst_reg)
        return
    set_reg(env, insn.dst_reg, reg)


def _sign_extended(b: Bounds, size: int, is_64: bool) -> Bounds:
    draft = DeepDraft.of(b)
    if is_64:
        draft.sign_extend(size)
    else:
        draft.sign_extend32(size)
        draft.zext_32_to_64()
        draft.sync()
    return draft.done()


def _adjust(env: Env, insn: Insn) -> None:
    """Work out ``dst op src`` (adjust_reg_min_max_vals)."""
    frame = env.frame
    dst = frame.regs[insn.dst_reg]
    is_ptr = dst.type != SCALAR_VALUE
    if not is_ptr and dst.id and not env.linked_offsets:
        dst = dst.copy()
        dst.id = 0
        frame.regs[insn.dst_reg] = dst
    if insn.is_x:
        src = frame.regs[insn.src_reg]
        if src.type != SCALAR_VALUE:
            _by_pointer(env, insn, dst, src)
            return
        if is_ptr:
            mark_chain_precision(env, insn.src_reg)
            frame = env.frame
            _adjust_ptr(env, insn, frame.regs[insn.dst_reg], frame.regs[insn.src_reg].bounds)
            return
        if dst.precise:
            mark_chain_precision(env, insn.src_reg)
        bounds = src.bounds
    else:
        bounds = known(insn.imm)
        if is_ptr:
            _adjust_ptr(env, insn, dst, bounds)
            return
    _adjust_scalar(env, insn, dst, bounds)


def _by_pointer(env: Env, insn: Insn, dst: Reg, src: Reg) -> None:
    if dst.type == SCALAR_VALUE:
        mark_chain_precision(env, insn.dst_reg)
        _adjust_ptr(env, insn, src, dst.bounds, is_reversed=True)
        marks = env.frame.marks
        marks[insn.dst_reg].live = marks[insn.src_reg].live  # the whole register is copied
    elif insn.op == isa.BPF_SUB and env.allow_ptr_leaks:
        mark_unknown(env, insn.dst_reg)
    else:
        op = _ALU_STRING.get(insn.op, "")
        env.reject(f"R{insn.dst_reg} pointer {op} pointer prohibited")


def _adjust_scalar(env: Env, insn: Insn, dst: Reg, src: Bounds) -> None:
    is_32 = insn.insn_class == isa.BPF_ALU
    if insn.op in (isa.BPF_ADD, isa.BPF_SUB):
        sanitize_val_alu(env, insn)
    if env.wide_alu:
        _adjust_wide(env, insn, dst, src, is_32=is_32)
        return
    bounds = scalar_alu(insn.op, dst.bounds, src, is_32=is_32)
    if bounds is None:
        mark_unknown(env, insn.dst_reg)
        if is_32 and _is_cut(insn, src):
            _zero_extend(env, insn.dst_reg)
        return
    reg = dst.copy()
    reg.bounds = bounds
    set_reg(env, insn.dst_reg, reg)


def _adjust_wide(env: Env, insn: Insn, dst: Reg, src: Bounds, *, is_32: bool) -> None:
    bounds = wide_scalar_alu(insn.op, dst.bounds, src, is_32=is_32)
    if bounds is None:
        mark_unknown(env, insn.dst_reg)
        return
    reg = env.frame.regs[insn.dst_reg].copy()
    reg.bounds = bounds
    link_sum(env, insn, reg, src)
    set_reg(env, insn.dst_reg, reg)


def _is_cut(insn: Insn, src: Bounds) -> bool:
    """Say whether the kernel goes on to clear the upper half of an unknown result."""
    return src.is_subreg_const and not (
        src.s32_min > src.s32_max or src.u32_min > src.u32_max or src.u32_min != src.u32_max
    )


def _zero_extend(env: Env, regno: int) -> None:
    reg = env.frame.regs[regno].copy()
    draft = env.draft.of(reg.bounds)
    draft.zext_32_to_64()
    draft.sync()
    reg.bounds = draft.done()
    set_reg(env, regno, reg)


def check_reg_sane_offset(env: Env, bounds: Bounds, off: int, kind: int) -> None:
    """Refuse offsets so large that sums of them could wrap."""
    name = env.type_str(kind)
    value = bounds.smin
    if bounds.is_const and abs(value) >= BPF_MAX_VAR_OFF:
        value = known(bounds.value).smin
        env.reject(f"math between {name} pointer and {value} is not allowed", errnos.EINVAL)
    if abs(off) >= BPF_MAX_VAR_OFF:
        env.reject(f"{name} pointer offset {off} is not allowed", errnos.EINVAL)
    if bounds.smin == S64_MIN:
        env.reject(
            f"math between {name} pointer and register with unbounded min value is not allowed",
            errnos.EINVAL,
        )
    if abs(bounds.smin) >= BPF_MAX_VAR_OFF:
        message = f"value {bounds.smin} makes {name} pointer be out of bounds"
        env.reject(message, errnos.EINVAL)


def _is_odd(off: Bounds) -> bool:
    ends = off.smin != off.smax or off.umin != off.umax
    return (off.is_const and ends) or off.smin > off.smax or off.umin > off.umax


def _adjust_ptr(env: Env, insn: Insn, ptr: Reg, off: Bounds, *, is_reversed: bool = False) -> None:
    """Add to or subtract from a pointer; *is_reversed* if it is the source."""
    dst = insn.dst_reg
    if _is_odd(off):
        mark_unknown(env, dst)
        return
    if insn.insn_class != isa.BPF_ALU64:
        if insn.op == isa.BPF_SUB and env.allow_ptr_leaks:
            mark_unknown(env, dst)
            return
        env.reject(f"R{dst} 32-bit pointer arithmetic prohibited")
    name = env.type_str(ptr.type)
    if ptr.type & PTR_MAYBE_NULL:
        env.reject(f"R{dst} pointer arithmetic on {name} prohibited, null-check it first")
    _check_base(env, insn, ptr, off)
    check_reg_sane_offset(env, off, 0, ptr.type)
    check_reg_sane_offset(env, ptr.bounds, ptr.off, ptr.type)
    new = ptr.copy()
    sanitize = Sanitize(env, insn, ptr, off, ptr_is_dst=not is_reversed)
    if insn.op in (isa.BPF_ADD, isa.BPF_SUB):
        sanitize.before()
    if insn.op == isa.BPF_ADD:
        _add_to_ptr(env, new, ptr, off)
    elif insn.op == isa.BPF_SUB:
        if is_reversed:
            env.reject(f"R{dst} tried to subtract pointer from scalar")
        if ptr.type == PTR_TO_STACK:
            env.reject(f"R{dst} subtraction from stack pointer prohibited")
        _subtract_from_ptr(env, new, ptr, off)
    elif insn.op in (isa.BPF_AND, isa.BPF_OR, isa.BPF_XOR):
        env.reject(f"R{dst} bitwise operator {_ALU_STRING[insn.op]} on pointer prohibited")
    else:
        op = _ALU_STRING[insn.op]
        env.reject(f"R{dst} pointer arithmetic with {op} operator prohibited")
    check_reg_sane_offset(env, new.bounds, new.off, ptr.type)
    draft = env.draft.of(new.bounds)
    draft.sync()
    new.bounds = draft.done()
    set_reg(env, dst, new)
    if is_reversed:
        # the pointer's whole state is taken over, its liveness too
        mark = env.frame.marks[insn.src_reg]
        env.frame.marks[dst] = Mark(mark.live, mark.parent)
    sanitize_check_bounds(env, insn, new)
    sanitize.after(new)


def _check_base(env: Env, insn: Insn, ptr: Reg, off: Bounds) -> None:
    base = base_type(ptr.type)
    if base == CONST_PTR_TO_MAP and off.is_const and off.smin == 0 and insn.op == isa.BPF_ADD:
        return
    if base == PTR_TO_FLOW_KEYS and off.is_const:
        return
    if base in _FIXED or base in (CONST_PTR_TO_MAP, PTR_TO_FLOW_KEYS):
        name = env.type_str(ptr.type)
        env.reject(f"R{insn.dst_reg} pointer arithmetic on {name} prohibited")


def _fits_s32(value: int) -> bool:
    return -(1 << 31) <= value < 1 << 31


def _add_to_ptr(env: Env, new: Reg, ptr: Reg, off: Bounds) -> None:
    if off.is_const and _fits_s32(ptr.off + off.smin):
        new.off = ptr.off + off.smin
        new.bounds = _without_32(ptr.bounds)
        return
    b = Draft.of(ptr.bounds)
    b.unbound32()
    low, high = b.smin + off.smin, b.smax + off.smax
    fits = S64_MIN <= low <= S64_MAX and S64_MIN <= high <= S64_MAX
    b.smin, b.smax = (low, high) if fits else (S64_MIN, S64_MAX)
    low, high = b.umin + off.umin, b.umax + off.umax
    b.umin, b.umax = (low, high) if high <= U64_MAX and low <= U64_MAX else (0, U64_MAX)
    b.var_off = tnum_add(b.var_off, off.var_off)
    new.bounds = b.done()
    if ptr.type in _PACKETS:
        new.id = env.new_id()
        new.range = 0


def _subtract_from_ptr(env: Env, new: Reg, ptr: Reg, off: Bounds) -> None:
    if off.is_const and _fits_s32(ptr.off - off.smin):
        new.off = ptr.off - off.smin
        new.bounds = _without_32(ptr.bounds)
        return
    b = Draft.of(ptr.bounds)
    b.unbound32()
    low, high = b.smin - off.smax, b.smax - off.smin
    fits = S64_MIN <= low <= S64_MAX and S64_MIN <= high <= S64_MAX
    b.smin, b.smax = (low, high) if fits else (S64_MIN, S64_MAX)
    if b.umin < off.umax:
        b.umin, b.umax = 0, U64_MAX
    else:
        b.umin, b.umax = b.umin - off.umax, b.umax - off.umin
    b.var_off = tnum_sub(b.var_off, off.var_off)
    new.bounds = b.done()
    if ptr.type in _PACKETS:
        new.id = env.new_id()
        if off.smin < 0:
            new.range = 0


def _without_32(bounds: Bounds) -> Bounds:
    # pointers carry no 32-bit ranges but those of the tnum
    draft = Draft.of(bounds)
    draft.unbound32()
    return draft.done()
