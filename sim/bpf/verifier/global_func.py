"""Global functions: verified once by themselves, their arguments typed by BTF.

Answers to ``btf_check_subprog_call``, ``btf_prepare_func_args`` and ``btf_check_func_arg_match``.

**Rule:** only global functions are checked by type; a static function is walked with the arguments
of each call.

**Not modelled:** tags of arguments, which came after 6.1.
"""

from __future__ import annotations

import errno as errnos
from collections.abc import Mapping
from typing import NoReturn

from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    BTF_FUNC_GLOBAL,
    Array,
    Const,
    Enum,
    Enum64,
    Func,
    FuncProto,
    Int,
    Ptr,
    Restrict,
    Struct,
    Typedef,
    Union,
    Volatile,
)
from sim.bpf.prog_type import ProgType
from sim.bpf.verifier.btf_access import named, type_str
from sim.bpf.verifier.check_mem import check_ptr_off_reg
from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.mem_arg import check_mem_reg
from sim.bpf.verifier.reg import Reg, unknown_reg
from sim.bpf.verifier.types import (
    PTR_MAYBE_NULL,
    PTR_TO_BTF_ID,
    PTR_TO_BUF,
    PTR_TO_CTX,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_MEM,
    PTR_TO_PACKET,
    PTR_TO_PACKET_META,
    PTR_TO_STACK,
    SCALAR_VALUE,
    base_type,
)

__all__ = [
    "check_main_proto",
    "check_subprog_call",
    "is_ctx_pointer",
    "prepare_func_args",
    "set_linkage",
]

_MAX_ARGS = 5
#: Pointers that may be given to a function wherever they point to.
_MOVABLE = (
    PTR_TO_STACK,
    PTR_TO_PACKET,
    PTR_TO_PACKET_META,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_MEM,
    PTR_TO_BUF,
    SCALAR_VALUE,
)
_CTX_STRUCTS: Mapping[int, str] = {
    ProgType.BPF_PROG_TYPE_SOCKET_FILTER: "__sk_buff",
    ProgType.BPF_PROG_TYPE_SCHED_CLS: "__sk_buff",
    ProgType.BPF_PROG_TYPE_SCHED_ACT: "__sk_buff",
    ProgType.BPF_PROG_TYPE_CGROUP_SKB: "__sk_buff",
    ProgType.BPF_PROG_TYPE_LWT_IN: "__sk_buff",
    ProgType.BPF_PROG_TYPE_LWT_OUT: "__sk_buff",
    ProgType.BPF_PROG_TYPE_LWT_XMIT: "__sk_buff",
    ProgType.BPF_PROG_TYPE_SK_SKB: "__sk_buff",
    ProgType.BPF_PROG_TYPE_XDP: "xdp_md",
    ProgType.BPF_PROG_TYPE_KPROBE: "bpf_user_pt_regs_t",
    ProgType.BPF_PROG_TYPE_PERF_EVENT: "bpf_perf_event_data",
    ProgType.BPF_PROG_TYPE_RAW_TRACEPOINT: "bpf_raw_tracepoint_args",
    ProgType.BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE: "bpf_raw_tracepoint_args",
    ProgType.BPF_PROG_TYPE_LWT_SEG6LOCAL: "__sk_buff",
    ProgType.BPF_PROG_TYPE_FLOW_DISSECTOR: "__sk_buff",
    ProgType.BPF_PROG_TYPE_CGROUP_SOCK: "bpf_sock",
    ProgType.BPF_PROG_TYPE_CGROUP_SOCK_ADDR: "bpf_sock_addr",
    ProgType.BPF_PROG_TYPE_SOCK_OPS: "bpf_sock_ops",
    ProgType.BPF_PROG_TYPE_SK_MSG: "sk_msg_md",
    ProgType.BPF_PROG_TYPE_SK_REUSEPORT: "sk_reuseport_md",
    ProgType.BPF_PROG_TYPE_SK_LOOKUP: "bpf_sk_lookup",
    ProgType.BPF_PROG_TYPE_CGROUP_SYSCTL: "bpf_sysctl",
    ProgType.BPF_PROG_TYPE_CGROUP_SOCKOPT: "bpf_sockopt",
    ProgType.BPF_PROG_TYPE_CGROUP_DEVICE: "bpf_cgroup_dev_ctx",
}


def set_linkage(env: Env) -> None:
    """Find out from BTF which functions are global."""
    types = dict(env.prog.func_info)
    btf = env.prog.btf
    for subprog in env.subprogs:
        type_id = types.get(subprog.start, 0)
        subprog.type_id = type_id
        if btf is None or not 0 < type_id < len(btf):
            continue
        func = btf[type_id]
        if isinstance(func, Func):
            subprog.name = func.name
            subprog.is_global = func.linkage == BTF_FUNC_GLOBAL


def _proto(env: Env, subprogno: int) -> tuple[Btf, str, FuncProto] | None:
    btf = env.prog.btf
    type_id = env.subprogs[subprogno].type_id
    if btf is None or not type_id:
        return None
    func = btf[type_id]
    proto = btf[func.type] if isinstance(func, Func) else None
    return (btf, func.name, proto) if isinstance(proto, FuncProto) else None


def is_ctx_pointer(env: Env, btf: Btf, ptr: Ptr) -> bool:
    """Say whether an argument is a pointer to the program type's context."""
    wanted = _CTX_STRUCTS.get(env.prog_type)
    type_id = ptr.type
    while isinstance(pointee := btf[type_id], Const | Volatile | Restrict):
        type_id = pointee.type
    is_kprobe = env.prog_type == ProgType.BPF_PROG_TYPE_KPROBE
    if is_kprobe and isinstance(pointee, Typedef):
        return pointee.name == "bpf_user_pt_regs_t"
    pointee = btf.resolved(type_id)
    return isinstance(pointee, Struct) and bool(pointee.name) and pointee.name == wanted


def _mem_size(btf: Btf, ptr: Ptr) -> int | None:
    """Return the size of what an argument points to, None if it has none."""
    target = btf.resolved(ptr.type)
    if isinstance(target, Int | Enum | Enum64 | Struct | Union | Array | Ptr):
        return btf.sizeof(ptr.type)
    return None


def check_subprog_call(env: Env, subprogno: int) -> bool:
    """Check a call's arguments against the callee's prototype.

    What does not match is said once of each function.

    Returns:
        Whether they match; it matters for global functions only.
    """
    found = _proto(env, subprogno)
    subprog = env.subprogs[subprogno]
    if found is None or subprog.is_unreliable:
        return False
    if env.later and not _is_supported(env, *found, is_global=subprog.is_global):
        subprog.is_unreliable = True
        return False
    subprog.is_unreliable = not _args_match(env, *found, is_global=subprog.is_global)
    return not subprog.is_unreliable


def check_main_proto(env: Env) -> None:
    """Say what is odd about the main function's prototype; it need not match."""
    if not env.later:
        check_subprog_call(env, 0)
        return
    found = _proto(env, 0)
    if found is not None:
        _is_supported(env, *found, is_global=env.subprogs[0].is_global)


def _is_supported(env: Env, btf: Btf, name: str, proto: FuncProto, *, is_global: bool) -> bool:
    """Say whether a prototype is one that calls can be checked against, as 6.8 and later ask."""
    try:
        _check_proto(env, btf, name, proto, is_global=is_global)
    except Rejected:
        return False
    return True


def _check_proto(env: Env, btf: Btf, name: str, proto: FuncProto, *, is_global: bool) -> None:
    def refuse(message: str) -> NoReturn:
        if is_global:
            env.reject(message, errnos.EINVAL)
        raise Rejected(errnos.EINVAL)

    if len(proto.params) > _MAX_ARGS:
        text = f"Global function {name}() with {len(proto.params)} > {_MAX_ARGS} args. Buggy"
        refuse(f"{text} compiler.")
    if not isinstance(btf.resolved(proto.type), Int | Enum | Enum64):
        refuse(f"Global function {name}() doesn't return scalar. Only those are supported.")
    for arg, param in enumerate(proto.params):
        btf_type = btf.resolved(param.type)
        if isinstance(btf_type, Ptr) and is_ctx_pointer(env, btf, btf_type):
            continue
        if is_global and isinstance(btf_type, Ptr):
            if _mem_size(btf, btf_type) is None:
                target = btf.resolved(btf_type.type)
                what = f"arg#{arg} reference type('{named(target)}') size cannot be"
                refuse(f"{what} determined: -22")
        elif not isinstance(btf_type, Int | Enum | Enum64):
            refuse(f"Arg#{arg} type {type_str(btf_type)} in {name}() is not supported yet.")


def _args_match(env: Env, btf: Btf, name: str, proto: FuncProto, *, is_global: bool) -> bool:
    if len(proto.params) > _MAX_ARGS:
        env.verbose(f"Function {name} has {len(proto.params)} > {_MAX_ARGS} args\n")
        return False
    return all(
        _arg_matches(env, btf, arg, param.type, is_global=is_global)
        for arg, param in enumerate(proto.params)
    )


def _arg_matches(env: Env, btf: Btf, arg: int, type_id: int, *, is_global: bool) -> bool:
    regno = arg + 1
    reg = env.frame.regs[regno]
    btf_type = btf.resolved(type_id)
    if isinstance(btf_type, Int | Enum | Enum64):
        if reg.type == SCALAR_VALUE:
            return True
        env.verbose(f"R{regno} is not a scalar\n")
        return False
    if not isinstance(btf_type, Ptr):
        env.verbose(f"Unrecognized arg#{arg} type {type_str(btf_type)}\n")
        return False
    try:
        if is_ctx_pointer(env, btf, btf_type):
            if env.later:
                return _is_ctx(env, reg, regno)
            if reg.type != PTR_TO_CTX:
                text = f"arg#{arg} expected pointer to ctx, but got {type_str(btf_type)}"
                env.verbose(f"{text}\n")
                return False
            check_ptr_off_reg(env, reg, regno)
            return True
        if not is_global:
            return False
        size = _mem_size(btf, btf_type)
        if size is None:
            target = btf.resolved(btf_type.type)
            what = f"arg#{arg} reference type('{named(target)}') size cannot be"
            env.verbose(f"{what} determined: -22\n")
            return False
        check_mem_reg(env, regno, size)
    except Rejected:
        return False
    return True


def _is_ctx(env: Env, reg: Reg, regno: int) -> bool:
    check_arg_offset_plain(env, reg, regno)
    if reg.type == PTR_TO_CTX:
        return True
    env.verbose(f"arg#{regno - 1} expects pointer to ctx\n")
    return False


def check_arg_offset_plain(env: Env, reg: Reg, regno: int) -> None:
    """Refuse a moved pointer of the kinds that may not be moved."""
    if base_type(reg.type) not in _MOVABLE or reg.type & PTR_MAYBE_NULL:
        check_ptr_off_reg(env, reg, regno, fixed_off_ok=base_type(reg.type) == PTR_TO_BTF_ID)


def prepare_func_args(env: Env, subprogno: int) -> None:
    """Set up R1 to R5 of a global function from its prototype."""
    found = _proto(env, subprogno)
    if found is None:
        raise Rejected(errnos.EINVAL)
    btf, name, proto = found
    if len(proto.params) > _MAX_ARGS:
        message = f"Global function {name}() with {len(proto.params)} > {_MAX_ARGS} args. Buggy"
        env.reject(f"{message} compiler.", errnos.EINVAL)
    returned = btf.resolved(proto.type)
    if not isinstance(returned, Int | Enum | Enum64):
        env.reject(
            f"Global function {name}() doesn't return scalar. Only those are supported.",
            errnos.EINVAL,
        )
    args = [_arg_reg(env, btf, name, arg, param.type) for arg, param in enumerate(proto.params)]
    for regno, reg in enumerate(args, 1):
        if reg.type == PTR_TO_MEM | PTR_MAYBE_NULL and not env.later:
            reg.id = env.new_id()  # 6.1 gives each of them one more
        env.frame.regs[regno] = reg


def _arg_reg(  # noqa: RET503 (a refusal does not return)
    env: Env, btf: Btf, name: str, arg: int, type_id: int
) -> Reg:
    btf_type = btf.resolved(type_id)
    if isinstance(btf_type, Int | Enum | Enum64):
        return unknown_reg(precise=not env.bpf_capable)
    if isinstance(btf_type, Ptr):
        if is_ctx_pointer(env, btf, btf_type):
            return Reg(PTR_TO_CTX)
        size = _mem_size(btf, btf_type)
        if size is not None:
            reg = Reg(PTR_TO_MEM | PTR_MAYBE_NULL)
            reg.mem_size = size
            reg.id = env.new_id()
            return reg
        target = btf.resolved(btf_type.type)
        what = f"arg#{arg} reference type('{named(target)}') size cannot be"
        env.reject(f"{what} determined: -22", errnos.EINVAL)
    env.reject(
        f"Arg#{arg} type {type_str(btf_type)} in {name}() is not supported yet.", errnos.EINVAL
    )
