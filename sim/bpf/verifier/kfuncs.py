"""Kernel functions that programs may call, with their flags.

Answers to the sets that 6.1 registers with ``register_btf_kfunc_id_set``.

**Rule:** a function is callable only by the program types that it is registered for.

**Not modelled:** functions of modules; the ones for struct_ops programs.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping

from sim.bpf.prog_type import ProgType

__all__ = ["KfuncFlag", "kfunc_flags"]


class KfuncFlag(enum.Flag):
    """``KF_*`` of ``include/linux/btf.h``."""

    NONE = 0
    ACQUIRE = enum.auto()
    RELEASE = enum.auto()
    RET_NULL = enum.auto()
    KPTR_GET = enum.auto()
    TRUSTED_ARGS = enum.auto()
    SLEEPABLE = enum.auto()
    DESTRUCTIVE = enum.auto()


#: Functions of the kernel's self-tests (``net/bpf/test_run.c``): name and flags.
_TEST = """
bpf_kfunc_call_test1
bpf_kfunc_call_test2
bpf_kfunc_call_test3
bpf_kfunc_call_test_acquire ACQUIRE RET_NULL
bpf_kfunc_call_memb_acquire ACQUIRE RET_NULL
bpf_kfunc_call_test_release RELEASE
bpf_kfunc_call_memb_release RELEASE
bpf_kfunc_call_memb1_release RELEASE
bpf_kfunc_call_test_kptr_get ACQUIRE RET_NULL KPTR_GET
bpf_kfunc_call_test_get_rdwr_mem RET_NULL
bpf_kfunc_call_test_get_rdonly_mem RET_NULL
bpf_kfunc_call_test_acq_rdonly_mem ACQUIRE RET_NULL
bpf_kfunc_call_int_mem_release RELEASE
bpf_kfunc_call_test_pass_ctx
bpf_kfunc_call_test_pass1
bpf_kfunc_call_test_pass2
bpf_kfunc_call_test_fail1
bpf_kfunc_call_test_fail2
bpf_kfunc_call_test_fail3
bpf_kfunc_call_test_mem_len_pass1
bpf_kfunc_call_test_mem_len_fail1
bpf_kfunc_call_test_mem_len_fail2
bpf_kfunc_call_test_ref TRUSTED_ARGS
bpf_kfunc_call_test_destructive DESTRUCTIVE
"""
_TRACING = """
bpf_lookup_user_key ACQUIRE RET_NULL SLEEPABLE
bpf_lookup_system_key ACQUIRE RET_NULL
bpf_key_put RELEASE
bpf_verify_pkcs7_signature SLEEPABLE
cgroup_rstat_updated
cgroup_rstat_flush SLEEPABLE
crash_kexec DESTRUCTIVE
"""


def _rows(text: str) -> dict[str, KfuncFlag]:
    found = {}
    for row in text.strip().splitlines():
        name, *flags = row.split()
        total = KfuncFlag.NONE
        for flag in flags:
            total |= KfuncFlag[flag]
        found[name] = total
    return found


_OF_TRACING = _rows(_TEST) | _rows(_TRACING)
_SETS: Mapping[int, Mapping[str, KfuncFlag]] = {
    ProgType.BPF_PROG_TYPE_SCHED_CLS: _rows(_TEST),
    ProgType.BPF_PROG_TYPE_SYSCALL: _rows(_TEST),
    ProgType.BPF_PROG_TYPE_TRACING: _OF_TRACING,
    ProgType.BPF_PROG_TYPE_LSM: _OF_TRACING,
}


def kfunc_flags(prog_type: int, name: str) -> KfuncFlag | None:
    """Return a kernel function's flags, None if programs of this type may not call it."""
    return _SETS.get(prog_type, {}).get(name)
