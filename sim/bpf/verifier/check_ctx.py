"""Accesses to the program's context.

Answers to ``check_ctx_access``.

**Rule:** the program's type says which loads and stores are valid (`sim.bpf.verifier.contexts`).

**Not modelled:** rewriting of the accesses.
"""

from __future__ import annotations

from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.verifier.btf_ctx import BtfCtx, btf_ctx_access
from sim.bpf.verifier.contexts import ctx_access
from sim.bpf.verifier.env import Env

__all__ = ["check_ctx_access", "has_btf_ctx"]

_BTF_TYPES = (ProgType.BPF_PROG_TYPE_TRACING, ProgType.BPF_PROG_TYPE_LSM)


def has_btf_ctx(env: Env) -> bool:
    """Say whether the context is a kernel function's arguments."""
    return env.prog_type in _BTF_TYPES


def check_ctx_access(env: Env, off: int, size: int, *, is_write: bool) -> BtfCtx:
    """Return what is at *off* of the context, or refuse."""
    found: BtfCtx | None = None
    if has_btf_ctx(env):
        found = btf_ctx_access(env, off, size, is_write)
    else:
        access = ctx_access(env.prog, off, size, is_write, env.kernel.caps)
        if access is not None:
            env.max_ctx_offset = max(env.max_ctx_offset, off + size)
            env.aux[env.insn_idx].ctx_field_size = access.ctx_field_size
            found = BtfCtx(access.reg_type)
    if found is None:
        env.reject(f"invalid bpf_context access off={off} size={size}")
    return found


def is_cgroup_lsm(env: Env) -> bool:
    """Say whether an LSM program runs for a cgroup."""
    return bool(env.prog.expected_attach_type == AttachType.BPF_LSM_CGROUP)
