"""Kernel functions that programs may call on 6.12, and which of them this verifier covers.

Answers to the sets that 6.12.117 registers, as Debian configures it.

**Rule:** a function that 6.12 lets a program type call and that has no flags here is not modelled:
a program that calls it gets neither verdict.

**Not modelled:** functions of modules, of ``struct_ops`` programs and of filters of packets.
"""

from __future__ import annotations

from collections.abc import Mapping

from sim.bpf.prog_type import ProgType
from sim.bpf.verifier.kfuncs import KfuncFlag

__all__ = ["is_unmodelled_kfunc", "later_kfunc_flags"]

_TRACING = frozenset(
    (
        ProgType.BPF_PROG_TYPE_TRACING,
        ProgType.BPF_PROG_TYPE_LSM,
        ProgType.BPF_PROG_TYPE_TRACEPOINT,
        ProgType.BPF_PROG_TYPE_PERF_EVENT,
    )
)
_GENERIC = _TRACING | {
    ProgType.BPF_PROG_TYPE_SCHED_CLS,
    ProgType.BPF_PROG_TYPE_XDP,
    ProgType.BPF_PROG_TYPE_SYSCALL,
    ProgType.BPF_PROG_TYPE_CGROUP_SKB,
}
_WITH_SYSCALL = _TRACING | {ProgType.BPF_PROG_TYPE_SYSCALL}

#: Those that are modelled, beside the ones of `sim.bpf.verifier.kfunc_special`.
_MODELLED: Mapping[str, tuple[frozenset[ProgType], KfuncFlag]] = {
    "bpf_lookup_user_key": (
        _TRACING,
        KfuncFlag.ACQUIRE | KfuncFlag.RET_NULL | KfuncFlag.SLEEPABLE,
    ),
    "bpf_lookup_system_key": (_TRACING, KfuncFlag.ACQUIRE | KfuncFlag.RET_NULL),
    "bpf_key_put": (_TRACING, KfuncFlag.RELEASE),
    "bpf_verify_pkcs7_signature": (_TRACING, KfuncFlag.SLEEPABLE),
    "cgroup_rstat_updated": (_TRACING, KfuncFlag.NONE),
    "cgroup_rstat_flush": (_TRACING, KfuncFlag.SLEEPABLE),
    "crash_kexec": (_GENERIC, KfuncFlag.DESTRUCTIVE),
}
_OF_ALL = frozenset(
    [
        "bpf_arena_alloc_pages",
        "bpf_arena_free_pages",
        "bpf_cast_to_kern_ctx",
        "bpf_copy_from_user_str",
        "bpf_dynptr_adjust",
        "bpf_dynptr_clone",
        "bpf_dynptr_is_null",
        "bpf_dynptr_is_rdonly",
        "bpf_dynptr_size",
        "bpf_dynptr_slice",
        "bpf_dynptr_slice_rdwr",
        "bpf_iter_bits_destroy",
        "bpf_iter_bits_new",
        "bpf_iter_bits_next",
        "bpf_iter_css_destroy",
        "bpf_iter_css_new",
        "bpf_iter_css_next",
        "bpf_iter_css_task_destroy",
        "bpf_iter_css_task_new",
        "bpf_iter_css_task_next",
        "bpf_iter_num_destroy",
        "bpf_iter_num_new",
        "bpf_iter_num_next",
        "bpf_iter_task_destroy",
        "bpf_iter_task_new",
        "bpf_iter_task_next",
        "bpf_iter_task_vma_destroy",
        "bpf_iter_task_vma_new",
        "bpf_iter_task_vma_next",
        "bpf_map_sum_elem_count",
        "bpf_preempt_disable",
        "bpf_preempt_enable",
        "bpf_rcu_read_lock",
        "bpf_rcu_read_unlock",
        "bpf_rdonly_cast",
        "bpf_wq_init",
        "bpf_wq_set_callback_impl",
        "bpf_wq_start",
        "bpf_xdp_metadata_rx_hash",
        "bpf_xdp_metadata_rx_timestamp",
        "bpf_xdp_metadata_rx_vlan_tag",
    ]
)
_OF_GENERIC = frozenset(
    [
        "bpf_cgroup_acquire",
        "bpf_cgroup_ancestor",
        "bpf_cgroup_from_id",
        "bpf_cgroup_release",
        "bpf_task_acquire",
        "bpf_task_from_pid",
        "bpf_task_get_cgroup1",
        "bpf_task_release",
        "bpf_task_under_cgroup",
        "bpf_throw",
    ]
)
_OF_SYSCALL = frozenset(
    [
        "bpf_cpumask_acquire",
        "bpf_cpumask_and",
        "bpf_cpumask_any_and_distribute",
        "bpf_cpumask_any_distribute",
        "bpf_cpumask_clear",
        "bpf_cpumask_clear_cpu",
        "bpf_cpumask_copy",
        "bpf_cpumask_create",
        "bpf_cpumask_empty",
        "bpf_cpumask_equal",
        "bpf_cpumask_first",
        "bpf_cpumask_first_and",
        "bpf_cpumask_first_zero",
        "bpf_cpumask_full",
        "bpf_cpumask_intersects",
        "bpf_cpumask_or",
        "bpf_cpumask_release",
        "bpf_cpumask_set_cpu",
        "bpf_cpumask_setall",
        "bpf_cpumask_subset",
        "bpf_cpumask_test_and_clear_cpu",
        "bpf_cpumask_test_and_set_cpu",
        "bpf_cpumask_test_cpu",
        "bpf_cpumask_weight",
        "bpf_cpumask_xor",
        "bpf_kfunc_call_memb_release",
        "bpf_kfunc_call_test_release",
    ]
)
_OF_LSM = frozenset(
    [
        "bpf_get_dentry_xattr",
        "bpf_get_file_xattr",
        "bpf_get_fsverity_digest",
        "bpf_get_task_exe_file",
        "bpf_path_d_path",
        "bpf_put_file",
    ]
)
#: Single functions of which it depends on more than the program's type who may call them.
_OF_SOME = frozenset(
    [
        "bpf_crypto_ctx_acquire",
        "bpf_crypto_ctx_create",
        "bpf_crypto_ctx_release",
        "bpf_crypto_decrypt",
        "bpf_crypto_encrypt",
        "bpf_dynptr_from_skb",
        "bpf_dynptr_from_xdp",
        "bpf_xdp_get_xfrm_state",
        "bpf_xdp_xfrm_state_release",
        "bpf_sk_assign_tcp_reqsk",
        "bpf_sock_addr_set_sun_path",
        "bpf_sock_destroy",
    ]
)


def later_kfunc_flags(prog_type: int, name: str) -> KfuncFlag | None:
    """Return a function's flags on 6.12, None if it is not modelled or not to be called."""
    prog_types, flags = _MODELLED.get(name, (frozenset(), KfuncFlag.NONE))
    return flags if prog_type in prog_types else None


def is_unmodelled_kfunc(prog_type: int, name: str) -> bool:
    """Say whether 6.12 may let programs of a type call a function that is not modelled."""
    if name in _OF_ALL or name in _OF_SOME:
        return True
    if name in _OF_GENERIC:
        return prog_type in _GENERIC
    if name in _OF_SYSCALL:
        return prog_type in _WITH_SYSCALL or name.startswith("bpf_kfunc_call")
    return name in _OF_LSM and prog_type == ProgType.BPF_PROG_TYPE_LSM
