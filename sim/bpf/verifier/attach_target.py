"""Whether what a program is to be attached to exists and is of the right kind.

Answers to ``check_attach_btf_id``, ``bpf_check_attach_target`` and ``bpf_lsm_verify_prog``.

**Rule:** `attach_problem` gives a line of the log ("": none) and an errno; errno 0 means that the
target is right, or that programs of this type have none.

**Not modelled:** programs that replace functions of other programs; functions that error injection
makes modifiable and sleepable (its option is off in Debian's kernels).
"""

from __future__ import annotations

import errno

from sim.bpf.btf import Btf
from sim.bpf.btf_types import BtfType, Func, Typedef
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.verifier.spec import Prog

__all__ = ["attach_problem"]

ENOTSUPP = 524
_TRACING = ProgType["BPF_PROG_TYPE_TRACING"]
_STRUCT_OPS = ProgType["BPF_PROG_TYPE_STRUCT_OPS"]
_EXT = ProgType["BPF_PROG_TYPE_EXT"]
_LSM = ProgType["BPF_PROG_TYPE_LSM"]
_RAW_TP = AttachType["BPF_TRACE_RAW_TP"]
_MODIFY_RETURN = AttachType["BPF_MODIFY_RETURN"]
_TO_FUNCTIONS = (
    AttachType["BPF_TRACE_ITER"],
    AttachType["BPF_TRACE_FENTRY"],
    AttachType["BPF_TRACE_FEXIT"],
    _MODIFY_RETURN,
    AttachType["BPF_LSM_MAC"],
    AttachType["BPF_LSM_CGROUP"],
)
_ITER = AttachType["BPF_TRACE_ITER"]
_ITER_PREFIX = "bpf_iter_"
BPF_F_SLEEPABLE = 1 << 4
_GPL_COMPATIBLE = frozenset(
    ("GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL")
)
# tracing these would recurse
_DENIED = frozenset(("migrate_disable", "migrate_enable", "rcu_read_unlock_strict"))
_SLEEPABLE_TEXT = """
bpf bpf_map bpf_map_alloc_security bpf_map_free_security bpf_prog bprm_check_security
bprm_committed_creds bprm_committing_creds bprm_creds_for_exec bprm_creds_from_file capget
capset cred_prepare current_getsecid_subj file_ioctl file_lock file_open file_receive
inet_conn_established inode_create inode_free_security inode_getattr inode_getxattr inode_mknod
inode_post_setxattr inode_readlink inode_rename inode_rmdir inode_setattr inode_setxattr
inode_symlink inode_unlink kernel_module_request kernel_read_file kernfs_init_security key_free
mmap_file netlink_send path_notify release_secctx sb_alloc_security sb_eat_lsm_opts
sb_kern_mount sb_mount sb_remount sb_set_mnt_opts sb_show_options sb_statfs sb_umount settime
socket_accept socket_bind socket_connect socket_create socket_getpeername
socket_getpeersec_dgram socket_getsockname socket_getsockopt socket_listen socket_post_create
socket_recvmsg socket_sendmsg socket_shutdown socket_socketpair syslog task_alloc
task_getsecid_obj task_prctl task_setscheduler userns_create
"""
_SLEEPABLE_HOOKS = frozenset(_SLEEPABLE_TEXT.split())
_DISABLED_TEXT = """
audit_rule_match getprocattr inode_copy_up_xattr inode_getsecurity inode_listsecurity
inode_need_killpriv ismaclabel key_getsecurity setprocattr vm_enough_memory xfrm_decode_session
"""
_DISABLED_HOOKS = frozenset(_DISABLED_TEXT.split())
_NO_HOOKS = frozenset(
    ("find_cgroup_shim", "func_proto", "init", "is_sleepable_hook", "verify_prog")
)
_TP_PREFIX, _LSM_PREFIX, _MODIFIABLE_PREFIX = "btf_trace_", "bpf_lsm_", "security_"


def attach_problem(prog: Prog, kernel_btf: Btf) -> tuple[str, int]:
    """Return why a program cannot have its attach target, and the errno."""
    type_id = prog.attach_btf_id
    if prog.prog_type == _STRUCT_OPS:
        return f"attach_btf_id {type_id} is not a supported struct", ENOTSUPP
    if prog.prog_type not in (_TRACING, _LSM, _EXT):
        return "", 0
    if not type_id:
        return "Tracing programs must provide btf_id", errno.EINVAL
    if type_id >= len(kernel_btf):
        return f"attach_btf_id {type_id} is invalid", errno.EINVAL
    target = kernel_btf[type_id]
    if prog.prog_type == _EXT:
        return "Cannot replace kernel functions", errno.EINVAL
    message, number = _check_kind(prog, target)
    return (message, number) if number else _check_lsm(prog, target)


def _check_kind(prog: Prog, target: BtfType) -> tuple[str, int]:
    named = f"attach_btf_id {prog.attach_btf_id}"
    kind = prog.expected_attach_type
    wrong = f"{named} points to wrong type name {target.name}", errno.EINVAL
    if kind == _RAW_TP:
        if not isinstance(target, Typedef):
            return f"{named} is not a typedef", errno.EINVAL
        return ("", 0) if target.name.startswith(_TP_PREFIX) else wrong
    if kind not in _TO_FUNCTIONS:
        return "", errno.EINVAL
    if not isinstance(target, Func):
        return f"{named} is not a function", errno.EINVAL
    if kind == _ITER and not target.name.startswith(_ITER_PREFIX):
        return "", errno.EINVAL
    if prog.prog_flags & BPF_F_SLEEPABLE and not _may_sleep(prog, target.name):
        return f"{target.name} is not sleepable", errno.EINVAL
    if kind == _MODIFY_RETURN and not target.name.startswith(_MODIFIABLE_PREFIX):
        return f"{target.name}() is not modifiable", errno.EINVAL
    if prog.prog_type == _TRACING and target.name in _DENIED:
        return "", errno.EINVAL
    return "", 0


def _may_sleep(prog: Prog, name: str) -> bool:
    if prog.prog_type == _LSM:
        return name.removeprefix(_LSM_PREFIX) in _SLEEPABLE_HOOKS
    return prog.expected_attach_type == _ITER


def _check_lsm(prog: Prog, target: BtfType) -> tuple[str, int]:
    if prog.prog_type != _LSM:
        return "", 0
    if prog.license not in _GPL_COMPATIBLE:
        return "LSM programs must have a GPL compatible license", errno.EINVAL
    hook = target.name.removeprefix(_LSM_PREFIX)
    named = f"attach_btf_id {prog.attach_btf_id}"
    if hook in _DISABLED_HOOKS:
        return f"{named} points to disabled hook {target.name}", errno.EINVAL
    if hook == target.name or hook in _NO_HOOKS:
        return f"{named} points to wrong type name {target.name}", errno.EINVAL
    return "", 0
