"""Contexts whose fields are a kernel function's arguments, typed by BTF.

Answers to ``btf_ctx_access`` in ``kernel/bpf/btf.c``: fentry, fexit, fmod_ret, tp_btf, iterators,
LSM hooks and raw tracepoints with a type.

**Rule:** an argument is eight bytes of the context, whatever its type is.

**Not modelled:** functions of modules; contexts of ``struct_ops``.
"""

from __future__ import annotations

from typing import NamedTuple

from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    BtfKind,
    BtfType,
    Const,
    Enum,
    Enum64,
    FuncProto,
    Int,
    Ptr,
    Restrict,
    Struct,
    Typedef,
    TypeTag,
    Union,
    Volatile,
)
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.verifier.btf_access import type_str
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.types import (
    MEM_PERCPU,
    MEM_USER,
    PTR_TO_BTF_ID,
    PTR_TRUSTED,
    SCALAR_VALUE,
)
from sim.versions.features import Feature

__all__ = ["BtfCtx", "btf_ctx_access"]

_MAX_ARGS = 12
#: Hooks that run when what they are given is being freed.
_UNTRUSTED_LSM = frozenset(
    f"bpf_lsm_{name}"
    for name in (
        "bpf_map_free",
        "bpf_prog_free",
        "file_alloc_security",
        "file_free_security",
        "sk_alloc_security",
        "sk_free_security",
        "task_free",
    )
)
_MAX_REG_ARGS = 5
_WITH_RETURN = (AttachType.BPF_LSM_MAC, AttachType.BPF_LSM_CGROUP, AttachType.BPF_TRACE_FEXIT)
_MODIFIERS = (Typedef, Const, Volatile, Restrict, TypeTag)


class BtfCtx(NamedTuple):
    """What a field of the context is."""

    reg_type: int = SCALAR_VALUE
    btf_id: int = 0
    is_retval: bool = False


def _is_small_int(btf_type: BtfType) -> bool:
    return isinstance(btf_type, Int) and btf_type.size <= 8


def _skip(btf: Btf, type_id: int) -> int:
    while isinstance(btf_type := btf[type_id], _MODIFIERS):
        type_id = btf_type.type
    return type_id


def btf_ctx_access(env: Env, off: int, size: int, is_write: bool) -> BtfCtx | None:
    """Look up the argument at *off* of the context; None refuses it, the log may say why."""
    is_lsm = env.prog_type == ProgType.BPF_PROG_TYPE_LSM
    if not is_lsm and (not 0 <= off < 8 * _MAX_ARGS or is_write or off % size):
        return None
    name = env.attach_func_name
    if off % 8:
        env.verbose(f"func '{name}' offset {off} is not multiple of 8\n")
        return None
    btf = env.kernel.btf
    proto = btf[env.attach_func_proto] if env.attach_func_proto else None
    if not isinstance(proto, FuncProto):
        return BtfCtx() if off // 8 < _MAX_REG_ARGS else None
    params = [param.type for param in proto.params]
    if env.prog.expected_attach_type == AttachType.BPF_TRACE_RAW_TP:
        params = params[1:]
    arg = (off & 0xFFFFFFFF) // 8
    type_id = _arg_type(env, btf, proto, params, arg)
    if type_id is None:
        return None
    if env.later and is_lsm and arg == len(params):
        return BtfCtx(is_retval=True)
    return _ctx_of(env, btf, type_id, off // 8, size)


def _arg_type(env: Env, btf: Btf, proto: FuncProto, params: list[int], arg: int) -> int | None:
    name = env.attach_func_name
    attach = env.prog.expected_attach_type
    arg = min(arg, len(params) + 1)
    if arg < len(params):
        return params[arg]
    if arg > len(params) or attach not in (*_WITH_RETURN, AttachType.BPF_MODIFY_RETURN):
        env.verbose(f"func '{name}' doesn't have {arg + 1}-th argument\n")
        return None
    if attach == AttachType.BPF_MODIFY_RETURN:
        returned = btf[_skip(btf, proto.type)]
        if not _is_small_int(returned):
            env.verbose(f"ret type {type_str(returned)} not allowed for fmod_ret\n")
            return None
    return proto.type


def _trust(env: Env) -> int:
    """Say whether a program may trust the pointers that it is given (prog_args_trusted)."""
    attach = env.prog.expected_attach_type
    is_lsm = env.prog_type == ProgType.BPF_PROG_TYPE_LSM
    is_trusted = attach in (AttachType.BPF_TRACE_RAW_TP, AttachType.BPF_TRACE_ITER)
    is_trusted = env.attach_func_name not in _UNTRUSTED_LSM if is_lsm else is_trusted
    return PTR_TRUSTED if env.trusted_ptr and is_trusted else 0


def _ctx_of(env: Env, btf: Btf, type_id: int, arg: int, size: int) -> BtfCtx | None:
    name = env.attach_func_name
    type_id = _skip(btf, type_id)
    btf_type = btf[type_id]
    if _is_small_int(btf_type) or isinstance(btf_type, Enum | Enum64 | Struct | Union):
        return BtfCtx()
    if not isinstance(btf_type, Ptr):
        shown = f"'{btf_type.name}' has type {type_str(btf_type)}"
        env.verbose(f"func '{name}' arg{arg} {shown}. Only pointer access is allowed\n")
        return None
    if Feature.WHOLE_CTX_ARGS in env.features and size != 8:
        env.verbose(f"func '{name}' size {size} must be 8\n")
        return None
    target = btf_type.type
    special = env.ctx_args.get(8 * arg)
    if special is not None and not special[1]:
        return BtfCtx(*special)
    if target == 0 or isinstance(btf[_skip(btf, target)], Int):
        return BtfCtx()
    if special is not None:
        return BtfCtx(special[0] | _trust(env), special[1])
    flag = _trust(env)
    if isinstance(tag := btf[target], TypeTag):
        flag |= {"user": MEM_USER, "percpu": MEM_PERCPU}.get(tag.name, 0)
    target = _skip(btf, target)
    pointee = btf[target]
    shown = type_str(pointee)
    if pointee.kind not in (BtfKind.STRUCT, BtfKind.UNION):
        env.verbose(f"func '{name}' arg{arg} type {shown} is not a struct\n")
        return None
    env.verbose(f"func '{name}' arg{arg} has btf_id {target} type {shown} '{pointee.name}'\n")
    return BtfCtx(PTR_TO_BTF_ID | flag, target)
