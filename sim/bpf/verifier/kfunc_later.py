"""Arguments of kernel functions, checked as 6.12 does.

Answers to ``check_kfunc_args``, ``get_kfunc_ptr_arg_type`` and ``process_kf_arg_ptr_to_btf_id`` of
6.12.

**Rule:** what releases, or asks for trust, takes no pointer that may be NULL or is not trusted.

**Not modelled:** arguments that only functions take which are not modelled.
"""

from __future__ import annotations

import errno as errnos
from typing import NoReturn

from sim.bpf.btf_types import BtfType, Enum, Enum64, Int, Ptr, Struct, Union, Void
from sim.bpf.verifier import types as t
from sim.bpf.verifier.btf_access import type_str
from sim.bpf.verifier.check_arg import check_arg_offset
from sim.bpf.verifier.dynptr_slots import process_dynptr
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.global_func import is_ctx_pointer
from sim.bpf.verifier.kfunc_args import (
    KfuncCall,
    check_buffer_size,
    check_sized,
    check_struct,
    is_mem_size,
    is_scalar_struct,
)
from sim.bpf.verifier.kfuncs import KfuncFlag
from sim.bpf.verifier.mem_arg import check_mem_reg, is_null
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.trust import is_trusted

__all__ = ["check_kfunc_args_later"]

_Scalar = Int | Enum | Enum64
_SOCKS = (t.PTR_TO_SOCKET, t.PTR_TO_SOCK_COMMON, t.PTR_TO_TCP_SOCK)
_TRUSTED_FLAGS = t.OBJ_ALLOC | t.PTR_TRUSTED | t.NON_OWN_REF
_ASKS_TRUST = KfuncFlag.TRUSTED_ARGS | KfuncFlag.RELEASE


def _refuse(env: Env, text: str) -> NoReturn:
    env.reject(text, errnos.EINVAL)


def check_kfunc_args_later(env: Env, call: KfuncCall) -> None:
    """Check R1 to R5."""
    params = call.proto.params
    arg, released = 0, False
    while arg < len(params):
        reg = env.frame.regs[arg + 1]
        arg += _check_arg(env, call, arg)
        released |= bool(reg.ref_obj_id)
    if call.flags & KfuncFlag.RELEASE and not released:
        _refuse(env, f"release kernel function {call.name} expects refcounted PTR_TO_BTF_ID")


def _check_arg(env: Env, call: KfuncCall, arg: int) -> int:
    """Check one argument; return how many it took (memory and its length are two)."""
    btf, regno = env.kernel.btf, arg + 1
    reg = env.frame.regs[regno]
    param = call.proto.params[arg]
    param_type = btf.resolved(param.type)
    if isinstance(param_type, _Scalar):
        if reg.type != t.SCALAR_VALUE:
            _refuse(env, f"R{regno} is not a scalar")
        check_buffer_size(env, call, regno, reg, param.name)
        return 1
    if not isinstance(param_type, Ptr):
        _refuse(env, f"Unrecognized arg#{arg} type {type_str(param_type)}")
    asks_trust = bool(call.flags & _ASKS_TRUST)
    if asks_trust and (is_null(reg) or t.type_may_be_null(reg.type)):
        env.reject(f"Possibly NULL pointer passed to trusted arg{arg}")
    _note_reference(env, call, regno, reg)
    target_id = btf.resolve(param_type.type)
    target = btf[target_id]
    is_release = bool(call.flags & KfuncFlag.RELEASE) and bool(reg.ref_obj_id)
    offset_type = t.ARG_DONTCARE | (t.OBJ_RELEASE if is_release else 0)
    if is_ctx_pointer(env, btf, param_type):
        check_arg_offset(env, reg, regno, offset_type)
        if reg.type != t.PTR_TO_CTX:
            _refuse(env, f"arg#{arg} expected pointer to ctx, but got {type_str(param_type)}")
        return 1
    if isinstance(target, Struct) and target.name == "bpf_dynptr":
        check_arg_offset(env, reg, regno, offset_type)
        process_dynptr(env, regno, t.ARG_PTR_TO_DYNPTR | t.MEM_RDONLY)
        return 1
    base = t.base_type(reg.type)
    if base == t.PTR_TO_BTF_ID or base in _SOCKS:
        if not isinstance(target, Struct | Union):
            text = f"args#{arg} pointer type {type_str(target)} {target.name} is not supported"
            _refuse(env, f"kernel function {call.name} {text}")
        if asks_trust and not is_trusted(reg):
            _refuse(env, f"R{regno} must be referenced or trusted")
        check_arg_offset(env, reg, regno, offset_type)
        _check_modifiers(env, arg, reg)
        check_struct(env, call, arg, reg, target_id)
        return 1
    return _check_memory(env, call, arg, target, target_id)


def _note_reference(env: Env, call: KfuncCall, regno: int, reg: Reg) -> None:
    if not reg.ref_obj_id:
        return
    if call.flags & KfuncFlag.RELEASE and call.ref_obj_id:
        ids = f"R{regno} {reg.ref_obj_id} {call.ref_obj_id}"
        message = f"verifier internal error: more than one arg with ref_obj_id {ids}"
        env.reject(message, errnos.EFAULT)
    call.ref_obj_id = reg.ref_obj_id


def _check_modifiers(env: Env, arg: int, reg: Reg) -> None:
    """Refuse a pointer that may be NULL or wild, or that leads elsewhere."""
    base = t.base_type(reg.type)
    is_unsafe = bool(reg.type & ~t.BASE_MASK & ~_TRUSTED_FLAGS) and not reg.type & t.MEM_RCU
    if is_unsafe and base not in _SOCKS:
        wanted = env.type_str(base | reg.type & _TRUSTED_FLAGS)
        _refuse(env, f"arg#{arg} is {env.type_str(reg.type)} expected {wanted} or socket")


def _check_memory(env: Env, call: KfuncCall, arg: int, target: BtfType, target_id: int) -> int:
    btf, regno = env.kernel.btf, arg + 1
    with_size = is_mem_size(env, call, arg + 1)
    is_plain = isinstance(target, _Scalar) or is_scalar_struct(env, btf, target, 0)
    if not is_plain and not (with_size and isinstance(target, Void)):
        shown = f"{type_str(target)} {target.name if target_id else ''}"
        void = "void, " if with_size else ""
        text = f"must point to {void}scalar, or struct with scalar"
        _refuse(env, f"arg#{arg} pointer type {shown} {text}")
    check_arg_offset(env, env.frame.regs[regno], regno, t.ARG_DONTCARE)
    if with_size:
        check_sized(env, arg)
        return 2
    check_mem_reg(env, regno, btf.sizeof(target_id))
    return 1
