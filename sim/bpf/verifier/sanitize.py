"""What unprivileged programs may not do because a mispredicted branch could show it.

Answers to ``sanitize_ptr_alu``, ``sanitize_val_alu``, ``sanitize_err`` and
``sanitize_check_bounds`` (CVE-2019-7308 and after).

**Rule:** nothing here matters to a program whose loader has CAP_PERFMON.

**Not modelled:** the masking instructions that the kernel puts in; only what it refuses.
"""

from __future__ import annotations

from typing import NoReturn

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.bounds import S64_MIN, Bounds, s64
from sim.bpf.verifier.check_map import ACCESS_HELPER, map_access_fits
from sim.bpf.verifier.env import MAX_BPF_STACK, Env, InsnAux
from sim.bpf.verifier.paths import push_speculative
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.types import PTR_TO_MAP_VALUE, PTR_TO_STACK

__all__ = ["Sanitize", "sanitize_check_bounds", "sanitize_val_alu"]

_NEG_VALUE = 4
_NON_POINTER = 8
_IMMEDIATE = 16
_SRC = 1
_DST = 2
_ROOT = "pointer arithmetic with it prohibited for !root"


def _refuse(env: Env, text: str) -> NoReturn:
    env.reject(f"{text}, {_ROOT}")


def _op(insn: Insn) -> str:
    return "add" if insn.op == isa.BPF_ADD else "sub"


def _can_skip(env: Env, insn: Insn) -> bool:
    return env.bypass_spec_v1 or not insn.is_x


def _update(env: Env, insn: Insn, aux: InsnAux, state: int, limit: int) -> None:
    if aux.alu_state and (aux.alu_state != state or aux.alu_limit != limit):
        what = "from different maps, paths or scalars"
        _refuse(env, f"R{insn.dst_reg} tried to {_op(insn)} {what}")
    aux.alu_state, aux.alu_limit = state, limit


def sanitize_val_alu(env: Env, insn: Insn) -> None:
    """Remember that an instruction adds numbers, and refuse if it adds to pointers elsewhere."""
    if not _can_skip(env, insn):
        _update(env, insn, env.aux[env.insn_idx], _NON_POINTER, 0)


def _ptr_limit(env: Env, insn: Insn, ptr: Reg, to_left: bool) -> int:
    if ptr.type == PTR_TO_STACK:
        most = MAX_BPF_STACK + to_left
        limit = -(ptr.bounds.smin + ptr.off)
    elif ptr.type == PTR_TO_MAP_VALUE:
        assert ptr.map is not None
        most = ptr.map.value_size
        limit = (ptr.bounds.smin if to_left else ptr.bounds.umax) + ptr.off
    else:
        _refuse(env, f"R{insn.dst_reg} has pointer with unsupported alu operation")
    if limit & 0xFFFF_FFFF >= most:
        _refuse(env, f"R{insn.dst_reg} tried to {_op(insn)} beyond pointer bounds")
    return limit & 0xFFFF_FFFF


class Sanitize:
    """One pointer addition or subtraction.

    Args:
        ptr_is_dst: Whether the pointer is the destination before it.
    """

    def __init__(self, env: Env, insn: Insn, ptr: Reg, off: Bounds, *, ptr_is_dst: bool) -> None:
        self._env = env
        self._insn = insn
        self._ptr = ptr
        self._off = off
        self._ptr_is_dst = ptr_is_dst
        self._aux = InsnAux()
        self._to_left = False

    def before(self) -> None:
        """Work out the window that the pointer may move in, and walk the masked path."""
        env, insn, off = self._env, self._insn, self._off
        if _can_skip(env, insn):
            return
        if not env.cur.speculative:
            is_neg = off.smin < 0
            if not off.is_const and is_neg != (off.smax < 0):
                _refuse(env, f"R{insn.src_reg} has unknown scalar with mixed signed bounds")
            self._to_left = is_neg if insn.op == isa.BPF_ADD else not is_neg
            limit = self._limit(self._ptr)
            state = _NEG_VALUE if is_neg else 0
            state |= _IMMEDIATE if off.is_const else 0
            state |= _SRC if self._ptr_is_dst else _DST
            if not off.is_const:
                env.explore_alu_limits = True
            _update(env, insn, self._aux, state, limit)
        if not off.is_const:
            self._walk_masked()

    def _limit(self, ptr: Reg) -> int:
        return _ptr_limit(self._env, self._insn, ptr, self._to_left)

    def _walk_masked(self) -> None:
        env, insn = self._env, self._insn
        regs = env.frame.regs
        saved = regs[insn.dst_reg]
        regs[insn.dst_reg] = self._ptr
        push_speculative(env, None, env.insn_idx + 1, env.insn_idx)
        regs[insn.dst_reg] = saved

    def after(self, new: Reg) -> None:
        """Narrow the window to how far the pointer really moved."""
        env, insn = self._env, self._insn
        if insn.op not in (isa.BPF_ADD, isa.BPF_SUB) or _can_skip(env, insn):
            return
        if not env.cur.speculative:
            limit = abs(self._aux.alu_limit - self._limit(new))
            _update(env, insn, env.aux[env.insn_idx], self._aux.alu_state, limit)


def sanitize_check_bounds(env: Env, insn: Insn, reg: Reg) -> None:
    """Refuse a pointer that leaves its object, even if nobody follows it."""
    if env.bypass_spec_v1:
        return
    regno = insn.dst_reg
    if reg.type == PTR_TO_STACK:
        off = reg.off + s64(reg.bounds.value)
        if not reg.bounds.is_const:
            text = f"var_off={env.tnum_str(reg.bounds.var_off)} off={off}"
            env.reject(f"R{regno} variable stack access prohibited for !root, {text}")
        if off >= 0 or off < -MAX_BPF_STACK:
            env.reject(
                f"R{regno} stack pointer arithmetic goes out of range, "
                f"prohibited for !root; off={off}"
            )
    elif reg.type == PTR_TO_MAP_VALUE:
        if reg.bounds.smin == S64_MIN or not map_access_fits(env, regno, reg, ACCESS_HELPER):
            env.reject(
                f"R{regno} pointer arithmetic of map value goes out of range, prohibited for !root"
            )
