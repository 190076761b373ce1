"""Which pointers to kernel objects may be trusted, and what a walk through them leaves of that.

Answers to ``is_trusted_reg``, ``type_is_trusted`` and ``type_is_rcu``, and to how
``check_ptr_to_btf_access`` uses them, of 6.12.

**Rule:** a pointer loaded from a trusted one is not trusted, unless the field is in a table here.

**Not modelled:** ``bpf_rcu_read_lock`` in sleepable programs: calls of it are not modelled.
"""

from __future__ import annotations

from collections.abc import Mapping

from sim.bpf.verifier.env import Env
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.types import (
    BASE_MASK,
    CONST_PTR_TO_MAP,
    MEM_PERCPU,
    MEM_RCU,
    MEM_USER,
    NON_OWN_REF,
    OBJ_ALLOC,
    PTR_MAYBE_NULL,
    PTR_TO_SOCK_COMMON,
    PTR_TO_SOCKET,
    PTR_TO_TCP_SOCK,
    PTR_TRUSTED,
    PTR_UNTRUSTED,
    base_type,
    type_may_be_null,
)

__all__ = ["is_in_rcu", "is_rcu_protected", "is_trusted", "walked_flag"]

_TRUSTED_FLAGS = OBJ_ALLOC | PTR_TRUSTED | NON_OWN_REF
_KERNELS = (PTR_TO_SOCKET, PTR_TO_SOCK_COMMON, PTR_TO_TCP_SOCK, CONST_PTR_TO_MAP)
_Fields = Mapping[str, frozenset[str]]
_TRUSTED: _Fields = {
    "bpf_iter_meta": frozenset(("seq",)),
    "bpf_iter__task": frozenset(("meta", "task")),
    "linux_binprm": frozenset(("file",)),
    "file": frozenset(("f_inode",)),
    "dentry": frozenset(("d_inode",)),
}
_TRUSTED_OR_NULL: _Fields = {"socket": frozenset(("sk",))}
_RCU: _Fields = {
    "task_struct": frozenset(("cpus_ptr", "cgroups", "real_parent", "group_leader")),
    "cgroup": frozenset(("kn",)),
    "css_set": frozenset(("dfl_cgrp",)),
}
_RCU_OR_NULL: _Fields = {
    "mm_struct": frozenset(("exe_file",)),
    "sk_buff": frozenset(("sk",)),
    "request_sock": frozenset(("sk",)),
}
#: Objects that are freed only when no reader can see them any more.
_RCU_PROTECTED = frozenset(("task_struct", "cgroup", "bpf_cpumask", "bpf_crypto_ctx"))


def is_trusted(reg: Reg) -> bool:
    """Say whether what a register points to is there for sure."""
    if reg.ref_obj_id:
        return True
    flags = reg.type & ~BASE_MASK
    if base_type(reg.type) in _KERNELS and not flags & ~_TRUSTED_FLAGS:
        return True
    return bool(flags & _TRUSTED_FLAGS) and not flags & ~_TRUSTED_FLAGS


def is_in_rcu(env: Env) -> bool:
    """Say whether nothing that readers may see is freed meanwhile."""
    return not env.sleepable or env.cur.active_lock is not None


def is_rcu_protected(name: str) -> bool:
    """Say whether an object of a kernel struct outlives its readers."""
    return name in _RCU_PROTECTED


def walked_flag(env: Env, reg: Reg, struct: str, field: str, flag: int) -> int:
    """Return the flags of a pointer that was loaded from *field* of what *reg* points to."""

    def is_in(table: _Fields) -> bool:
        return field in table.get(struct, frozenset())

    if reg.type & PTR_UNTRUSTED:
        return PTR_UNTRUSTED
    if not is_trusted(reg) and not reg.type & MEM_RCU:
        return flag & ~(_TRUSTED_FLAGS | MEM_RCU)
    if is_in(_TRUSTED):
        return flag | PTR_TRUSTED
    if is_in(_TRUSTED_OR_NULL):
        return flag | PTR_TRUSTED | PTR_MAYBE_NULL
    if not is_in_rcu(env) or type_may_be_null(reg.type):
        return PTR_UNTRUSTED
    if is_in(_RCU):
        return flag | MEM_RCU
    if flag & MEM_RCU or is_in(_RCU_OR_NULL):
        return flag & ~PTR_UNTRUSTED | MEM_RCU | PTR_MAYBE_NULL
    if flag & (MEM_PERCPU | MEM_USER):
        return flag
    return flag & ~(_TRUSTED_FLAGS | MEM_RCU)
