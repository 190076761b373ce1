"""What a program may return.

Answers to ``check_return_code``.

**Rule:** the range depends on program type, attach type and hook.

**Not modelled:** ``struct_ops`` and ``freplace`` programs.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.btf_types import FuncProto
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.check_call import invalid_scalar, range_problem
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.lsm_range import lsm_retval_range
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.regs import check_src, is_pointer_value
from sim.bpf.verifier.tnum import tnum_in, tnum_range
from sim.bpf.verifier.types import SCALAR_VALUE

__all__ = ["check_return_code", "returns_void"]

_ENOTSUPP = 524
_KPROBE_SESSION = 56
_ZERO_OR_ONE = frozenset(
    (
        ProgType.BPF_PROG_TYPE_CGROUP_SOCK_ADDR,
        ProgType.BPF_PROG_TYPE_CGROUP_SKB,
        ProgType.BPF_PROG_TYPE_CGROUP_SOCK,
        ProgType.BPF_PROG_TYPE_SOCK_OPS,
        ProgType.BPF_PROG_TYPE_CGROUP_DEVICE,
        ProgType.BPF_PROG_TYPE_CGROUP_SYSCTL,
        ProgType.BPF_PROG_TYPE_CGROUP_SOCKOPT,
        ProgType.BPF_PROG_TYPE_SK_LOOKUP,
    )
)
_ONE = frozenset(
    (
        AttachType.BPF_CGROUP_UDP4_RECVMSG,
        AttachType.BPF_CGROUP_UDP6_RECVMSG,
        AttachType.BPF_CGROUP_INET4_GETPEERNAME,
        AttachType.BPF_CGROUP_INET6_GETPEERNAME,
        AttachType.BPF_CGROUP_INET4_GETSOCKNAME,
        AttachType.BPF_CGROUP_INET6_GETSOCKNAME,
    )
)
_BIND = (AttachType.BPF_CGROUP_INET4_BIND, AttachType.BPF_CGROUP_INET6_BIND)
_NOTE = "Note, BPF_LSM_CGROUP that attach to void LSM hooks can't modify return value!"


def returns_void(env: Env) -> bool:
    """Say whether the function that the program is for returns nothing."""
    proto = env.kernel.btf[env.attach_func_proto] if env.attach_func_proto else None
    return isinstance(proto, FuncProto) and proto.type == 0


def check_return_code(env: Env) -> None:
    """Check R0 at the end of the main or of a global function."""
    if env.exact_retval:
        _check_exact(env)
        return
    frame = env.cur.frames[0]
    is_subprog = bool(frame.subprogno)
    is_lsm = env.prog_type == ProgType.BPF_PROG_TYPE_LSM
    is_cgroup = env.prog.expected_attach_type == AttachType.BPF_LSM_CGROUP
    if not is_subprog and is_lsm and not is_cgroup and returns_void(env):
        return
    reg = check_src(env, 0)
    if is_pointer_value(env, 0):
        env.reject("R0 leaks addr as return value")
    name = env.type_str(reg.type)
    if frame.in_async_callback_fn:
        if reg.type != SCALAR_VALUE:
            message = f"In async callback the register R0 is not a known value ({name})"
            env.reject(message, errnos.EINVAL)
        if not tnum_in((0, 0), reg.bounds.var_off):
            env.reject(invalid_scalar(reg, 0, 0, "async callback"), errnos.EINVAL)
        return
    if is_subprog:
        if reg.type != SCALAR_VALUE:
            message = f"At subprogram exit the register R0 is not a scalar value ({name})"
            env.reject(message, errnos.EINVAL)
        return
    allowed = _range(env)
    if allowed is not None:
        _check_range(env, reg, *allowed)


def _check_exact(env: Env) -> None:
    """Check R0 by its range, as kernels from 6.8 on do."""
    frame = env.cur.frames[0]
    is_subprog, is_lsm = bool(frame.subprogno), env.prog_type == ProgType.BPF_PROG_TYPE_LSM
    is_cgroup = env.prog.expected_attach_type == AttachType.BPF_LSM_CGROUP
    if not is_subprog and is_lsm and not is_cgroup and returns_void(env):
        return
    reg = check_src(env, 0)
    if is_pointer_value(env, 0):
        env.reject("R0 leaks addr as return value")
    where, allowed, is_32 = "program exit", (0, 0), False
    if frame.in_async_callback_fn:
        where = "async callback return"
    elif is_subprog:
        if reg.type != SCALAR_VALUE:
            name = env.type_str(reg.type)
            message = f"At subprogram exit the register R0 is not a scalar value ({name})"
            env.reject(message, errnos.EINVAL)
        return
    else:
        found = _later_range(env)
        if found is None:
            return
        allowed, is_32 = found
    _enforce(env, reg, allowed, where, is_32)


def _enforce(env: Env, reg: Reg, allowed: tuple[int, int], where: str, is_32: bool) -> None:
    if reg.type != SCALAR_VALUE:
        name = env.type_str(reg.type)
        message = f"At {where} the register R0 is not a known value ({name})"
        env.reject(message, errnos.EINVAL)
    mark_chain_precision(env, 0)
    b = reg.bounds
    low, high = (b.s32_min, b.s32_max) if is_32 else (b.smin, b.smax)
    if allowed[0] <= low and high <= allowed[1]:
        return
    message = range_problem(reg, *allowed, where)
    is_cgroup = env.prog.expected_attach_type == AttachType.BPF_LSM_CGROUP
    if is_cgroup and env.prog_type == ProgType.BPF_PROG_TYPE_LSM and returns_void(env):
        message += f"\n{_NOTE}"
    env.reject(message, errnos.EINVAL)


def _later_range(env: Env) -> tuple[tuple[int, int], bool] | None:
    """Return what R0 may be, and whether its low half is meant; None for anything."""
    kind, attach = env.prog_type, env.prog.expected_attach_type
    if kind == ProgType.BPF_PROG_TYPE_LSM and attach != AttachType.BPF_LSM_CGROUP:
        of_hook = lsm_retval_range(env)
        return None if of_hook is None else (of_hook, True)
    if kind == ProgType.BPF_PROG_TYPE_KPROBE and attach == _KPROBE_SESSION:
        return (0, 1), False
    allowed = _range(env)
    return None if allowed is None else (allowed, False)


def _check_range(env: Env, reg: Reg, low: int, high: int) -> None:
    if reg.type != SCALAR_VALUE:
        name = env.type_str(reg.type)
        message = f"At program exit the register R0 is not a known value ({name})"
        env.reject(message, errnos.EINVAL)
    if tnum_in(tnum_range(low, high), reg.bounds.var_off):
        return
    message = invalid_scalar(reg, low, high, "program exit")
    is_lsm = env.prog_type == ProgType.BPF_PROG_TYPE_LSM
    if is_lsm and returns_void(env):
        message += f"\n{_NOTE}"
    env.reject(message, errnos.EINVAL)


def _range(env: Env) -> tuple[int, int] | None:
    """Return what R0 may be, None for anything."""
    attach = env.prog.expected_attach_type
    kind = env.prog_type
    if kind == ProgType.BPF_PROG_TYPE_TRACING:
        return _range_of_tracing(env, attach)
    if kind == ProgType.BPF_PROG_TYPE_LSM:
        if attach != AttachType.BPF_LSM_CGROUP:
            return None
        return (1, 1) if returns_void(env) else (0, 1)
    if kind == ProgType.BPF_PROG_TYPE_RAW_TRACEPOINT:
        return (0, 0) if env.prog.attach_btf_id else None
    if kind not in _ZERO_OR_ONE:
        return None
    if kind == ProgType.BPF_PROG_TYPE_CGROUP_SOCK_ADDR:
        return (1, 1) if attach in _ONE else (0, 3) if attach in _BIND else (0, 1)
    is_egress = attach == AttachType.BPF_CGROUP_INET_EGRESS
    return (0, 3) if kind == ProgType.BPF_PROG_TYPE_CGROUP_SKB and is_egress else (0, 1)


def _range_of_tracing(env: Env, attach: int) -> tuple[int, int] | None:
    if attach in (AttachType.BPF_TRACE_FENTRY, AttachType.BPF_TRACE_FEXIT):
        return 0, 0
    if attach in (AttachType.BPF_TRACE_RAW_TP, AttachType.BPF_MODIFY_RETURN):
        return None
    if attach != AttachType.BPF_TRACE_ITER:
        env.reject("", _ENOTSUPP)
    return 0, 1
