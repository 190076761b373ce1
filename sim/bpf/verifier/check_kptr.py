"""Kernel pointers kept in map values.

Answers to ``check_map_kptr_access`` and ``map_kptr_match_type``.

**Rule:** a field is read and written whole, by loads and stores of eight bytes.

**Not modelled:** locally allocated objects, lists and trees, which came after 6.1.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf.verifier.bounds import ZERO
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.regs import set_reg
from sim.bpf.verifier.spec import Kptr, Map
from sim.bpf.verifier.struct_match import struct_ids_match
from sim.bpf.verifier.trust import is_in_rcu, is_rcu_protected
from sim.bpf.verifier.types import (
    FLAG_SHIFT,
    MEM_RCU,
    PTR_MAYBE_NULL,
    PTR_TO_BTF_ID,
    PTR_TRUSTED,
    PTR_UNTRUSTED,
    SCALAR_VALUE,
    base_type,
)

__all__ = ["check_map_kptr_access", "map_kptr_match_type"]


def check_map_kptr_access(env: Env, map: Map, kptr: Kptr, regno: int, value_regno: int) -> None:
    """Check a load or store of a kptr field."""
    del map, regno
    insn = env.insns[env.insn_idx]
    if insn.mode != isa.BPF_MEM:
        env.reject("kptr in map can only be accessed using BPF_MEM instruction mode")
    if insn.insn_class != isa.BPF_LDX and kptr.is_ref:
        env.reject("store to referenced kptr disallowed")
    if insn.insn_class == isa.BPF_LDX:
        is_rcu = env.later and kptr.is_ref and is_in_rcu(env)
        is_rcu = is_rcu and is_rcu_protected(env.kernel.btf[kptr.btf_id].name)
        trust = MEM_RCU if is_rcu else PTR_UNTRUSTED
        reg = Reg(PTR_TO_BTF_ID | PTR_MAYBE_NULL | trust)
        reg.btf, reg.btf_id = env.kernel.btf, kptr.btf_id
        reg.id = env.new_id()
        set_reg(env, value_regno, reg)
    elif insn.insn_class == isa.BPF_STX:
        value = env.frame.regs[value_regno]
        if not (value.type == SCALAR_VALUE and value.bounds == ZERO):
            map_kptr_match_type(env, kptr, value, value_regno)
    elif insn.imm:
        env.reject(f"BPF_ST imm must be 0 when storing to kptr at off={kptr.offset}")


def map_kptr_match_type(env: Env, kptr: Kptr, reg: Reg, regno: int) -> None:
    """Check that a register may be put into a kptr field."""
    allowed = PTR_MAYBE_NULL | (0 if kptr.is_ref else PTR_UNTRUSTED)
    if env.trusted_ptr:
        allowed |= PTR_TRUSTED | (0 if kptr.is_ref else MEM_RCU)
    flags = reg.type >> FLAG_SHIFT << FLAG_SHIFT
    name = ""
    if base_type(reg.type) == PTR_TO_BTF_ID and not flags & ~allowed:
        btf = env.kernel.btf
        if reg.btf is not btf:
            env.reject(f"R{regno} must point to kernel BTF")
        name = btf[reg.btf_id].name
        _check_offset(env, reg, regno)
        need = btf, kptr.btf_id
        if struct_ids_match(env, btf, reg.btf_id, reg.off, need, strict=kptr.is_ref):
            return
    target = env.kernel.btf[kptr.btf_id].name
    text = f"invalid kptr access, R{regno} type={env.type_str(reg.type)}{name} "
    text += f"expected={env.type_str(PTR_TO_BTF_ID)}{target}"
    if not kptr.is_ref:
        text += f" or {env.type_str(PTR_TO_BTF_ID | PTR_UNTRUSTED)}{target}"
    env.reject(text)


def _check_offset(env: Env, reg: Reg, regno: int) -> None:
    name = env.type_str(reg.type)
    if reg.off < 0:
        env.reject(f"negative offset {name} ptr R{regno} off={reg.off} disallowed")
    if not reg.bounds.is_const or reg.bounds.value:
        var_off = env.tnum_str(reg.bounds.var_off)
        env.reject(f"variable {name} access var_off={var_off} disallowed")
