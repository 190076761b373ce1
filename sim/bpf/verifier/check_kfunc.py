"""Calls of kernel functions: what they may be given, and what they give back.

Answers to ``check_kfunc_call`` of 6.1.

**Rule:** only what a program type's table lists may be called (`sim.bpf.verifier.kfuncs`).

**Not modelled:** functions of modules; what kernels after 6.1 ask of kernel functions.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.btf import Btf
from sim.bpf.btf_types import Enum, Enum64, Func, FuncProto, Int, Ptr, Struct, Union
from sim.bpf.isa import Insn
from sim.bpf.verifier.btf_access import type_str
from sim.bpf.verifier.env import Env, NotModelled
from sim.bpf.verifier.kfunc_args import KfuncCall, check_kfunc_args
from sim.bpf.verifier.kfunc_later import check_kfunc_args_later
from sim.bpf.verifier.kfunc_special import check_special_kfunc, is_special_kfunc
from sim.bpf.verifier.kfuncs import KfuncFlag, kfunc_flags
from sim.bpf.verifier.kfuncs_later import is_unmodelled_kfunc, later_kfunc_flags
from sim.bpf.verifier.print_insn import kfunc_name
from sim.bpf.verifier.refs import acquire_reference, release_reference
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg, unknown_reg
from sim.bpf.verifier.regs import mark_read
from sim.bpf.verifier.spec import Cap
from sim.bpf.verifier.state import REG_LIVE_WRITTEN
from sim.bpf.verifier.types import MEM_RDONLY, PTR_MAYBE_NULL, PTR_TO_BTF_ID, PTR_TO_MEM

__all__ = ["check_kfunc_call"]


def check_kfunc_call(env: Env, insn: Insn) -> None:
    """Walk a call of a kernel function."""
    if insn.imm:
        _call(env, insn)
    env.insn_idx += 1


def _call(env: Env, insn: Insn) -> None:
    name = kfunc_name(env, insn)
    if is_special_kfunc(name):
        _special_call(env, insn.imm, name)
        return
    if env.later:
        flags = later_kfunc_flags(env.prog_type, name)
        if flags is None and is_unmodelled_kfunc(env.prog_type, name):
            raise NotModelled(f"kernel function {name}")
    else:
        flags = kfunc_flags(env.prog_type, name)
    if flags is None:
        env.reject(f"calling kernel function {name} is not allowed")
    if flags & KfuncFlag.DESTRUCTIVE and Cap.SYS_BOOT not in env.kernel.caps:
        noun = "capability" if env.later else "capabilities"
        env.reject(f"destructive kfunc calls require CAP_SYS_BOOT {noun}")
    if flags & KfuncFlag.SLEEPABLE and env.later and not env.sleepable:
        env.reject(f"program must be sleepable to call sleepable kfunc {name}")
    btf = env.kernel.btf
    func = btf[insn.imm]
    assert isinstance(func, Func)
    proto = btf[func.type]
    assert isinstance(proto, FuncProto)
    call = KfuncCall(name, insn.imm, flags, proto)
    check_args = check_kfunc_args_later if env.later else check_kfunc_args
    check_args(env, call)
    if flags & KfuncFlag.RELEASE and not release_reference(env, call.ref_obj_id):
        text = "reference has not been acquired before"
        env.reject(f"kfunc {name}#{insn.imm} {text}", errnos.EINVAL)
    _clobber(env, len(proto.params))
    _set_return(env, btf, call)


def _special_call(env: Env, func_id: int, name: str) -> None:
    btf = env.kernel.btf
    func = btf[func_id]
    assert isinstance(func, Func)
    proto = btf[func.type]
    assert isinstance(proto, FuncProto)
    returned = check_special_kfunc(env, name, func_id, proto)
    _clobber(env, len(proto.params))
    env.scratched_regs |= 0x3F
    env.frame.regs[0] = returned


def _clobber(env: Env, nr_args: int) -> None:
    frame = env.frame
    for regno in range(1, nr_args + 1):
        mark_read(env, frame.marks[regno])
    for regno in range(6):
        frame.regs[regno] = NOT_INIT_REG
    frame.marks[0].live |= REG_LIVE_WRITTEN
    if env.later:
        env.scratched_regs |= 0x3F


def _set_return(env: Env, btf: Btf, call: KfuncCall) -> None:
    returned = btf.resolved(call.proto.type)
    is_acquire = bool(call.flags & KfuncFlag.ACQUIRE)
    is_struct_ptr = isinstance(returned, Ptr) and isinstance(
        btf.resolved(returned.type), Struct | Union
    )
    if is_acquire and not is_struct_ptr:
        message = "acquire kernel function does not return PTR_TO_BTF_ID"
        env.reject(message, errnos.EINVAL)
    if isinstance(returned, Int | Enum | Enum64):
        env.frame.regs[0] = unknown_reg(precise=not env.bpf_capable)
    elif isinstance(returned, Ptr):
        env.frame.regs[0] = _pointer(env, btf, call, returned, is_acquire=is_acquire)


def _pointer(env: Env, btf: Btf, call: KfuncCall, returned: Ptr, *, is_acquire: bool) -> Reg:
    target_id = btf.resolve(returned.type)
    target = btf[target_id]
    if isinstance(target, Struct | Union):
        reg = Reg(PTR_TO_BTF_ID)
        reg.btf, reg.btf_id = btf, target_id
    else:
        if not call.r0_size:
            text = f"returns pointer type {type_str(target)} {target.name} is not supported"
            env.reject(f"kernel function {call.name} {text}", errnos.EINVAL)
        reg = Reg(PTR_TO_MEM | (MEM_RDONLY if call.r0_rdonly else 0))
        reg.mem_size = call.r0_size
        reg.ref_obj_id = call.ref_obj_id
    may_be_null = bool(call.flags & KfuncFlag.RET_NULL)
    if may_be_null:
        reg.type |= PTR_MAYBE_NULL
        reg.id = env.new_id()
    if is_acquire:
        ident = acquire_reference(env, env.insn_idx)
        if may_be_null:
            reg.id = ident
        reg.ref_obj_id = ident
    return reg
