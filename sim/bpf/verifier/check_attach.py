"""What a program may be attached to, as far as loading asks.

Answers to ``check_attach_btf_id``, ``bpf_check_attach_target`` and ``bpf_lsm_verify_prog``, and
to the arguments that iterators declare (``struct bpf_iter_reg``).

**Rule:** it finds the prototype that gives the context its types.

**Not modelled:** programs that replace or trace other programs; error injection, which Debian's
kernel lacks, so that only ``security_*`` functions can have their return value changed and only
LSM programs can sleep.
"""

from __future__ import annotations

import errno as errnos
from collections.abc import Mapping

from sim.bpf.btf_types import BtfType, Func, FuncProto, Ptr, Typedef
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.verifier.env import Env, NotModelled, Rejected
from sim.bpf.verifier.load_checks import sleepable_error
from sim.bpf.verifier.types import (
    MEM_RDONLY,
    PTR_MAYBE_NULL,
    PTR_TO_BTF_ID,
    PTR_TO_BUF,
)

__all__ = ["check_attach_btf_id", "is_sleepable_lsm_hook"]

_RAW_TP_PREFIX = "btf_trace_"
_LSM_PREFIX = "bpf_lsm_"
_DENIED = frozenset(("migrate_disable", "migrate_enable"))
_TYPED = (ProgType.BPF_PROG_TYPE_TRACING, ProgType.BPF_PROG_TYPE_LSM)
_OF_FUNCTIONS = frozenset(
    (
        AttachType.BPF_MODIFY_RETURN,
        AttachType.BPF_LSM_MAC,
        AttachType.BPF_LSM_CGROUP,
        AttachType.BPF_TRACE_FENTRY,
        AttachType.BPF_TRACE_FEXIT,
    )
)
_SLEEPABLE_LSM = frozenset(
    [
        "bpf",
        "bpf_map",
        "bpf_map_alloc_security",
        "bpf_map_free_security",
        "bpf_prog",
        "bprm_check_security",
        "bprm_committed_creds",
        "bprm_committing_creds",
        "bprm_creds_for_exec",
        "bprm_creds_from_file",
        "capget",
        "capset",
        "cred_prepare",
        "current_getsecid_subj",
        "file_ioctl",
        "file_lock",
        "file_open",
        "file_receive",
        "inet_conn_established",
        "inode_create",
        "inode_free_security",
        "inode_getattr",
        "inode_getxattr",
        "inode_mknod",
        "inode_post_setxattr",
        "inode_readlink",
        "inode_rename",
        "inode_rmdir",
        "inode_setattr",
        "inode_setxattr",
        "inode_symlink",
        "inode_unlink",
        "kernel_module_request",
        "kernel_read_file",
        "kernfs_init_security",
        "key_free",
        "mmap_file",
        "netlink_send",
        "path_notify",
        "release_secctx",
        "sb_alloc_security",
        "sb_eat_lsm_opts",
        "sb_kern_mount",
        "sb_mount",
        "sb_remount",
        "sb_set_mnt_opts",
        "sb_show_options",
        "sb_statfs",
        "sb_umount",
        "settime",
        "socket_accept",
        "socket_bind",
        "socket_connect",
        "socket_create",
        "socket_getpeername",
        "socket_getpeersec_dgram",
        "socket_getsockname",
        "socket_getsockopt",
        "socket_listen",
        "socket_post_create",
        "socket_recvmsg",
        "socket_sendmsg",
        "socket_shutdown",
        "socket_socketpair",
        "syslog",
        "task_alloc",
        "task_getsecid_obj",
        "task_prctl",
        "task_setscheduler",
        "userns_create",
    ]
)
#: Since 6.1's stable series: hooks whose return value is no errno.
_DISABLED_LSM = frozenset(
    [
        "audit_rule_match",
        "getprocattr",
        "inode_copy_up_xattr",
        "inode_getsecurity",
        "inode_listsecurity",
        "inode_need_killpriv",
    ]
)
_NO_LSM_HOOK = frozenset(("find_cgroup_shim", "func_proto", "init", "is_sleepable_hook"))
_ITER_PREFIX = "bpf_iter_"
_KEY = PTR_TO_BUF | PTR_MAYBE_NULL | MEM_RDONLY
_VALUE = PTR_TO_BUF | PTR_MAYBE_NULL
#: Arguments of iterators: by offset in the context, the struct or the kind of buffer.
_ITER_ARGS: Mapping[str, Mapping[int, str | int]] = {
    "task": {8: "task_struct"},
    "task_file": {8: "task_struct", 24: "file"},
    "task_vma": {8: "task_struct", 16: "vm_area_struct"},
    "bpf_map": {8: "bpf_map"},
    "bpf_prog": {8: "bpf_prog"},
    "bpf_link": {8: "bpf_link"},
    "bpf_map_elem": {16: _KEY, 24: _VALUE},
    "bpf_sk_storage_map": {16: "sock", 24: _VALUE},
    "sockmap": {16: _KEY, 24: "sock"},
    "tcp": {8: "sock_common"},
    "udp": {8: "udp_sock"},
    "unix": {8: "unix_sock"},
    "netlink": {8: "netlink_sock"},
    "ipv6_route": {8: "fib6_info"},
    "ksym": {8: "kallsym_iter"},
    "cgroup": {8: "cgroup"},
}


def is_sleepable_lsm_hook(name: str) -> bool:
    """Say whether programs at an LSM hook (``bpf_lsm_…``) may sleep."""
    return name.removeprefix(_LSM_PREFIX) in _SLEEPABLE_LSM


def check_attach_btf_id(env: Env) -> None:
    """Check the target, and find its prototype."""
    problem = sleepable_error(env.prog, later=env.later)
    if problem:
        env.reject(problem, errnos.EINVAL)
    if env.prog_type in (ProgType.BPF_PROG_TYPE_STRUCT_OPS, ProgType.BPF_PROG_TYPE_EXT):
        raise NotModelled(f"programs of type {ProgType(env.prog_type).name}")
    if env.prog_type not in _TYPED:
        return
    target = _target(env)
    attach = env.prog.expected_attach_type
    env.attach_func_name = target.name
    if attach == AttachType.BPF_TRACE_RAW_TP:
        _raw_tp(env, target)
    elif attach == AttachType.BPF_TRACE_ITER or attach in _OF_FUNCTIONS:
        _function(env, target, attach)
    else:
        raise Rejected(errnos.EINVAL)
    if env.prog_type == ProgType.BPF_PROG_TYPE_LSM:
        _check_lsm(env, target)
    elif target.name in _DENIED:
        raise Rejected(errnos.EINVAL)


def _target(env: Env) -> BtfType:
    btf, type_id = env.kernel.btf, env.prog.attach_btf_id
    if not type_id:
        env.reject("Tracing programs must provide btf_id", errnos.EINVAL)
    if not 0 < type_id < len(btf):
        env.reject(f"attach_btf_id {type_id} is invalid", errnos.EINVAL)
    return btf[type_id]


def _raw_tp(env: Env, target: BtfType) -> None:
    btf, type_id = env.kernel.btf, env.prog.attach_btf_id
    if not isinstance(target, Typedef):
        env.reject(f"attach_btf_id {type_id} is not a typedef", errnos.EINVAL)
    if not target.name.startswith(_RAW_TP_PREFIX):
        text = f"attach_btf_id {type_id} points to wrong type name {target.name}"
        env.reject(text, errnos.EINVAL)
    pointer = btf[target.type]
    if not isinstance(pointer, Ptr) or not isinstance(btf[pointer.type], FuncProto):
        raise Rejected(errnos.EINVAL)
    env.attach_func_name = target.name.removeprefix(_RAW_TP_PREFIX)
    env.attach_func_proto = pointer.type


def _function(env: Env, target: BtfType, attach: int) -> None:
    if not isinstance(target, Func):
        text = f"attach_btf_id {env.prog.attach_btf_id} is not a function"
        env.reject(text, errnos.EINVAL)
    env.attach_func_proto = target.type
    name = target.name
    if attach == AttachType.BPF_TRACE_ITER:
        _set_iter_args(env, name)
        return
    is_lsm = env.prog_type == ProgType.BPF_PROG_TYPE_LSM
    if env.sleepable and not (is_lsm and is_sleepable_lsm_hook(name)):
        env.reject(f"{name} is not sleepable", errnos.EINVAL)
    is_modify = attach == AttachType.BPF_MODIFY_RETURN
    if is_modify and not env.sleepable and not name.startswith("security_"):
        env.reject(f"{name}() is not modifiable", errnos.EINVAL)


def _check_lsm(env: Env, target: BtfType) -> None:
    if not env.gpl_compatible:
        message = "LSM programs must have a GPL compatible license"
        env.reject(message, errnos.EINVAL)
    hook = target.name.removeprefix(_LSM_PREFIX)
    where = f"attach_btf_id {env.prog.attach_btf_id} points to"
    if hook in _DISABLED_LSM:
        env.reject(f"{where} disabled hook {target.name}", errnos.EINVAL)
    if hook == target.name or hook in _NO_LSM_HOOK:
        env.reject(f"{where} wrong type name {target.name}", errnos.EINVAL)


def _set_iter_args(env: Env, name: str) -> None:
    args = _ITER_ARGS.get(name.removeprefix(_ITER_PREFIX))
    if args is None or not name.startswith(_ITER_PREFIX):
        raise Rejected(errnos.EINVAL)
    for off, what in args.items():
        if isinstance(what, int):
            env.ctx_args[off] = (what, 0)
            continue
        found = env.kernel.btf.find(what)
        if found is not None:
            env.ctx_args[off] = (PTR_TO_BTF_ID | PTR_MAYBE_NULL, found)
