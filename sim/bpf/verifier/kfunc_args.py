"""Arguments of kernel functions, checked against the kernel's own prototype.

Answers to ``btf_check_kfunc_arg_match`` of 6.1.

**Rule:** a pointer is checked as the prototype's type and the name of the parameter say.

**Not modelled:** arguments that came after 6.1.
"""

from __future__ import annotations

import errno as errnos
from dataclasses import dataclass
from typing import NoReturn

from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    Array,
    BtfType,
    Enum,
    Enum64,
    FuncProto,
    Int,
    Ptr,
    Struct,
    Union,
    Void,
)
from sim.bpf.verifier import types as t
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.btf_access import type_str
from sim.bpf.verifier.call_meta import CallMeta
from sim.bpf.verifier.check_arg import check_arg_offset
from sim.bpf.verifier.check_map import BPF_READ, BPF_WRITE
from sim.bpf.verifier.dynptr import is_dynptr_init, is_dynptr_type
from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.global_func import is_ctx_pointer
from sim.bpf.verifier.kfuncs import KfuncFlag
from sim.bpf.verifier.mem_arg import check_mem_reg, check_mem_size_reg
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.struct_match import struct_ids_match

__all__ = [
    "KfuncCall",
    "check_buffer_size",
    "check_kfunc_args",
    "check_sized",
    "check_struct",
    "is_mem_size",
    "is_scalar_struct",
]

_MAX_ARGS = 5
_MAX_NESTING = 3
_SOCK_STRUCTS = {
    t.PTR_TO_SOCKET: "sock",
    t.PTR_TO_SOCK_COMMON: "sock_common",
    t.PTR_TO_TCP_SOCK: "tcp_sock",
}
_Scalar = Int | Enum | Enum64


@dataclass
class KfuncCall:
    """One call, and what its arguments tell.

    Attributes:
        ref_obj_id: The reference among the arguments.
        r0_size: Bytes behind the pointer returned.
        r0_rdonly: Whether they may only be read.
    """

    name: str
    func_id: int
    flags: KfuncFlag
    proto: FuncProto
    ref_obj_id: int = 0
    r0_size: int = 0
    r0_rdonly: bool = False


def _refuse(env: Env, text: str) -> NoReturn:
    env.reject(text, errnos.EINVAL)


def check_kfunc_args(env: Env, call: KfuncCall) -> None:
    """Check R1 to R5."""
    params = call.proto.params
    if len(params) > _MAX_ARGS:
        _refuse(env, f"Function {call.name} has {len(params)} > {_MAX_ARGS} args")
    arg = 0
    while arg < len(params):
        arg += _check_arg(env, call, arg)
    if call.flags & KfuncFlag.RELEASE and not call.ref_obj_id:
        _refuse(env, f"release kernel function {call.name} expects refcounted PTR_TO_BTF_ID")
    if call.flags & KfuncFlag.SLEEPABLE and not env.sleepable:
        _refuse(env, f"kernel function {call.name} is sleepable but the program is not")


def _check_arg(env: Env, call: KfuncCall, arg: int) -> int:
    """Check one argument; return how many it took (memory and its length are two)."""
    btf = env.kernel.btf
    regno = arg + 1
    reg = env.frame.regs[regno]
    param = call.proto.params[arg]
    param_type = btf.resolved(param.type)
    if isinstance(param_type, _Scalar):
        _check_scalar(env, call, regno, reg, param.name)
        return 1
    if not isinstance(param_type, Ptr):
        _refuse(env, f"Unrecognized arg#{arg} type {type_str(param_type)}")
    _check_trust(env, call, regno, reg)
    target_id = btf.skip_mods(param_type.type)
    if arg == 0 and call.flags & KfuncFlag.KPTR_GET:
        _check_kptr_get(env, call, reg, btf[target_id])
    elif is_ctx_pointer(env, btf, param_type):
        if reg.type != t.PTR_TO_CTX:
            _refuse(env, f"arg#{arg} expected pointer to ctx, but got {type_str(param_type)}")
    elif reg.type == t.PTR_TO_BTF_ID or reg.type in _SOCK_STRUCTS:
        check_struct(env, call, arg, reg, btf.resolve(param_type.type))
    else:
        return _check_memory(env, call, arg, btf.resolve(param_type.type))
    return 1


def check_buffer_size(env: Env, call: KfuncCall, regno: int, reg: Reg, name: str) -> None:
    """Note the size of the memory that is returned, if an argument says it."""
    if name in ("rdonly_buf_size", "rdwr_buf_size"):
        call.r0_rdonly = name == "rdonly_buf_size"
        if call.r0_size:
            _refuse(env, "2 or more rdonly/rdwr_buf_size parameters for kfunc")
        if not reg.bounds.is_const:
            _refuse(env, f"R{regno} is not a const")
        call.r0_size = reg.bounds.value
        if reg.type == t.SCALAR_VALUE:
            mark_chain_precision(env, regno)


def _check_scalar(env: Env, call: KfuncCall, regno: int, reg: Reg, name: str) -> None:
    check_buffer_size(env, call, regno, reg, name)
    if reg.type != t.SCALAR_VALUE:
        _refuse(env, f"R{regno} is not a scalar")


def _check_trust(env: Env, call: KfuncCall, regno: int, reg: Reg) -> None:
    trusted = bool(call.flags & KfuncFlag.TRUSTED_ARGS)
    base = t.base_type(reg.type)
    is_object = reg.type in (t.PTR_TO_CTX, t.PTR_TO_BTF_ID) or base in _SOCK_STRUCTS
    if trusted and is_object and reg.type != t.PTR_TO_CTX and not reg.ref_obj_id:
        _refuse(env, f"R{regno} must be referenced")
    is_release = bool(call.flags & KfuncFlag.RELEASE) and bool(reg.ref_obj_id)
    flag = t.OBJ_RELEASE if (trusted and is_object) or is_release else 0
    check_arg_offset(env, reg, regno, t.ARG_DONTCARE | flag)
    if reg.ref_obj_id:
        if call.ref_obj_id:
            ids = f"R{regno} {reg.ref_obj_id} {call.ref_obj_id}"
            message = f"verifier internal error: more than one arg with ref_obj_id {ids}"
            env.reject(message, errnos.EFAULT)
        call.ref_obj_id = reg.ref_obj_id


def _check_kptr_get(env: Env, call: KfuncCall, reg: Reg, target: BtfType) -> None:
    btf = env.kernel.btf
    if reg.type != t.PTR_TO_MAP_VALUE:
        _refuse(env, "arg#0 expected pointer to map value")
    if not reg.bounds.is_const:
        _refuse(env, "arg#0 must have constant offset")
    off = reg.off + reg.bounds.smin
    assert reg.map is not None
    kptr = next((one for one in reg.map.record.kptrs if one.offset == off), None)
    if kptr is None or not kptr.is_ref:
        _refuse(env, f"arg#0 no referenced kptr at map value offset={off}")
    if not isinstance(target, Ptr):
        _refuse(env, "arg#0 BTF type must be a double pointer")
    struct_id = btf.resolve(target.type)
    struct = btf[struct_id]
    shown = f"{type_str(struct)} {struct.name}"
    if not isinstance(struct, Struct | Union):
        text = f"args#0 pointer type {shown} is not supported"
        _refuse(env, f"kernel function {call.name} {text}")
    if struct_id != kptr.btf_id:
        _refuse(env, f"kernel function {call.name} args#0 expected pointer to {shown}")


def check_struct(env: Env, call: KfuncCall, arg: int, reg: Reg, need_id: int) -> None:
    """Check that a pointer leads to the struct that a function takes."""
    btf = env.kernel.btf
    need = btf[need_id]
    if not isinstance(need, Struct | Union):
        text = f"args#{arg} pointer type {type_str(need)} {need.name} is not supported"
        _refuse(env, f"kernel function {call.name} {text}")
    if t.base_type(reg.type) == t.PTR_TO_BTF_ID:
        assert reg.btf is not None
        have_btf, have_id = reg.btf, reg.btf_id
    else:
        have_btf, have_id = btf, btf.find(_SOCK_STRUCTS[t.base_type(reg.type)]) or 0
    have_id = have_btf.skip_mods(have_id)
    is_release = bool(call.flags & KfuncFlag.RELEASE) and bool(reg.ref_obj_id)
    strict = bool(call.flags & KfuncFlag.TRUSTED_ARGS) or is_release
    if not struct_ids_match(env, have_btf, have_id, reg.off, (btf, need_id), strict=strict):
        have = have_btf[have_id]
        text = f"expected pointer to {type_str(need)} {need.name} but R{arg + 1} has a pointer"
        _refuse(
            env,
            f"kernel function {call.name} args#{arg} {text} to {type_str(have)} {have.name}",
        )


def is_mem_size(env: Env, call: KfuncCall, arg: int) -> bool:
    """Say whether an argument is the length of the memory before it."""
    if arg >= len(call.proto.params):
        return False
    param = call.proto.params[arg]
    is_scalar = isinstance(env.kernel.btf.resolved(param.type), _Scalar)
    is_number = env.frame.regs[arg + 1].type == t.SCALAR_VALUE
    return is_scalar and is_number and param.name.endswith("__sz") and len(param.name) > 4


def is_scalar_struct(env: Env, btf: Btf, btf_type: BtfType, depth: int) -> bool:
    """Say whether a type is a struct that has numbers only."""
    if not isinstance(btf_type, Struct | Union):
        return False
    for member in btf_type.members:
        inner = btf.resolved(member.type)
        if isinstance(inner, Struct | Union):
            if depth >= _MAX_NESTING:
                env.verbose("max struct nesting depth exceeded\n")
                return False
            if not is_scalar_struct(env, btf, inner, depth + 1):
                return False
            continue
        if isinstance(inner, Array):
            if not inner.nelems:
                return False
            inner = btf.resolved(inner.type)
        if not isinstance(inner, _Scalar):
            return False
    return True


def _check_memory(env: Env, call: KfuncCall, arg: int, target_id: int) -> int:
    btf = env.kernel.btf
    target = btf[target_id]
    shown = f"{type_str(target)} {target.name if target_id else ''}"
    with_size = is_mem_size(env, call, arg + 1)
    is_dynptr = isinstance(target, Struct) and target.name == "bpf_dynptr_kern"
    is_plain = isinstance(target, _Scalar) or is_scalar_struct(env, btf, target, 0)
    if not (is_plain or is_dynptr or (with_size and isinstance(target, Void))):
        void = "void, " if with_size else ""
        text = f"must point to {void}scalar, or struct with scalar"
        _refuse(env, f"arg#{arg} pointer type {shown} {text}")
    if is_dynptr:
        _check_dynptr(env, arg, shown)
        return 1
    if with_size:
        check_sized(env, arg)
        return 2
    size = btf.sizeof(target_id)
    try:
        check_mem_reg(env, arg + 1, size)
    except Rejected as rejected:
        raise Rejected(errnos.EINVAL) from rejected
    return 1


def _check_dynptr(env: Env, arg: int, shown: str) -> None:
    reg = env.frame.regs[arg + 1]
    what = f"arg#{arg} pointer type {shown}"
    if reg.type != t.PTR_TO_STACK:
        _refuse(env, f"{what} not to stack")
    if not is_dynptr_init(env, reg):
        _refuse(env, f"{what} must be valid and initialized")
    if not is_dynptr_type(env, reg, t.ARG_PTR_TO_DYNPTR | t.DYNPTR_TYPE_LOCAL):
        _refuse(env, f"{what} points to unsupported dynamic pointer type")


def check_sized(env: Env, arg: int) -> None:
    """Check memory and, behind it, its length."""
    regs = env.frame.regs
    saved = regs[arg + 1]
    if t.type_may_be_null(saved.type):
        reg = saved.copy()
        reg.type &= ~t.PTR_MAYBE_NULL
        regs[arg + 1] = reg
    meta = CallMeta()
    try:
        check_mem_size_reg(env, arg + 2, BPF_READ, zero_size_allowed=True, meta=meta)
        meta.raw_mode = True
        check_mem_size_reg(env, arg + 2, BPF_WRITE, zero_size_allowed=True, meta=meta)
    except Rejected:
        text = "memory, len pair leads to invalid memory access"
        _refuse(env, f"arg#{arg} arg#{arg + 1} {text}")
    if t.type_may_be_null(saved.type):
        regs[arg + 1] = saved
