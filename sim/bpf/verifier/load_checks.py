"""What ``BPF_PROG_LOAD`` refuses before a program is verified, and at the start of verification.

Answers to ``bpf_prog_load``, ``bpf_prog_load_check_attach`` and the first lines of
``check_attach_btf_id`` of Linux 6.1.192 as Debian configures it (no infrared remotes).

**Rule:** `check_load` is without a log, `sleepable_error` is a line of the log with ``EINVAL``.

**Not modelled:** ``kernel.unprivileged_bpf_disabled``, which is 0 here; ``attach_prog_fd``;
devices (``prog_ifindex``); memory limits.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping

from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.verifier.prog_types import has_cap
from sim.bpf.verifier.spec import Cap, Kernel, Prog

__all__ = ["BPF_F_SLEEPABLE", "check_load", "effective_attach_type", "sleepable_error"]

BPF_F_SLEEPABLE = 1 << 4
_KNOWN_FLAGS = (1 << 6) - 1
_INSN_BYTES = 8
_MAX_INSNS, _MAX_INSNS_UNPRIVILEGED = 1_000_000, 4096
_BTF_MAX_TYPE = 0xFFFFF


def _types(names: str) -> frozenset[int]:
    return frozenset(ProgType[f"BPF_PROG_TYPE_{name}"] for name in names.split())


_UNPRIVILEGED = _types("SOCKET_FILTER CGROUP_SKB")
_NET_ADMIN = _types(
    "SCHED_CLS SCHED_ACT XDP LWT_IN LWT_OUT LWT_XMIT LWT_SEG6LOCAL SK_SKB SK_MSG LIRC_MODE2 "
    "FLOW_DISSECTOR CGROUP_DEVICE CGROUP_SOCK CGROUP_SOCK_ADDR CGROUP_SOCKOPT CGROUP_SYSCTL "
    "SOCK_OPS EXT"
)
_PERFMON = _types(
    "KPROBE TRACEPOINT PERF_EVENT RAW_TRACEPOINT RAW_TRACEPOINT_WRITABLE TRACING LSM STRUCT_OPS EXT"
)
_WITH_BTF_ID = _types("TRACING LSM STRUCT_OPS EXT")
_ABSENT = _types("UNSPEC LIRC_MODE2 NETFILTER")
_SLEEPABLE = _types("TRACING LSM KPROBE SYSCALL")
#: What ``expected_attach_type`` may be; types that are not here do not look at it.
_ATTACH: Mapping[int, frozenset[int]] = {
    ProgType[f"BPF_PROG_TYPE_{kind}"]: frozenset(
        AttachType[f"BPF_{name}"] for name in names.split()
    )
    for kind, names in {
        "CGROUP_SOCK": "CGROUP_INET_SOCK_CREATE CGROUP_INET_SOCK_RELEASE CGROUP_INET4_POST_BIND "
        "CGROUP_INET6_POST_BIND",
        "CGROUP_SOCK_ADDR": "CGROUP_INET4_BIND CGROUP_INET6_BIND CGROUP_INET4_CONNECT "
        "CGROUP_INET6_CONNECT CGROUP_INET4_GETPEERNAME CGROUP_INET6_GETPEERNAME "
        "CGROUP_INET4_GETSOCKNAME CGROUP_INET6_GETSOCKNAME CGROUP_UDP4_SENDMSG "
        "CGROUP_UDP6_SENDMSG CGROUP_UDP4_RECVMSG CGROUP_UDP6_RECVMSG",
        "CGROUP_SKB": "CGROUP_INET_INGRESS CGROUP_INET_EGRESS",
        "CGROUP_SOCKOPT": "CGROUP_SETSOCKOPT CGROUP_GETSOCKOPT",
        "SK_LOOKUP": "SK_LOOKUP",
        "SK_REUSEPORT": "SK_REUSEPORT_SELECT SK_REUSEPORT_SELECT_OR_MIGRATE",
    }.items()
} | dict.fromkeys(_types("SYSCALL EXT"), frozenset({0}))
#: What 0 stands for.
_DEFAULT_ATTACH: Mapping[int, int] = {
    ProgType["BPF_PROG_TYPE_CGROUP_SOCK"]: AttachType["BPF_CGROUP_INET_SOCK_CREATE"],
    ProgType["BPF_PROG_TYPE_SK_REUSEPORT"]: AttachType["BPF_SK_REUSEPORT_SELECT"],
}
_SYSCALL = ProgType["BPF_PROG_TYPE_SYSCALL"]
_LSM = ProgType["BPF_PROG_TYPE_LSM"]
_LSM_CGROUP = AttachType["BPF_LSM_CGROUP"]


def effective_attach_type(prog: Prog) -> int:
    """Return the attach type that *prog* is loaded with: 0 means another one for some types."""
    return prog.expected_attach_type or _DEFAULT_ATTACH.get(prog.prog_type, 0)


def check_load(prog: Prog, kernel: Kernel) -> int:
    """Return the errno that loading gives before verification, 0 if it goes on."""
    if prog.prog_flags & ~_KNOWN_FLAGS:
        return errno.EINVAL
    count = len(prog.insns) // _INSN_BYTES
    capable = has_cap(kernel.caps, Cap.BPF)
    if not 0 < count <= (_MAX_INSNS if capable else _MAX_INSNS_UNPRIVILEGED):
        return errno.E2BIG
    return _check_caps(prog, kernel) or _check_attach(prog)


def sleepable_error(prog: Prog, *, later: bool = False) -> str:
    """Return the line of the log with which a program that may (not) sleep is refused, or ""."""
    sleepable = bool(prog.prog_flags & BPF_F_SLEEPABLE)
    if prog.prog_type == _SYSCALL and not sleepable:
        return "Syscall programs can only be sleepable"
    if sleepable and prog.prog_type not in _SLEEPABLE:
        if later:
            what = "lsm, iter, uprobe, and struct_ops programs"
            return f"Only fentry/fexit/fmod_ret, {what} can be sleepable"
        return "Only fentry/fexit/fmod_ret, lsm, and kprobe/uprobe programs can be sleepable"
    if sleepable and (prog.prog_type, prog.expected_attach_type) == (_LSM, _LSM_CGROUP):
        return "BPF_LSM_CGROUP programs cannot be sleepable"
    return ""


def _check_caps(prog: Prog, kernel: Kernel) -> int:
    needs = []
    if prog.prog_type not in _UNPRIVILEGED:
        needs.append(Cap.BPF)
    if prog.prog_type in _NET_ADMIN:
        needs.append(Cap.NET_ADMIN)
    if prog.prog_type in _PERFMON:
        needs.append(Cap.PERFMON)
    return 0 if all(has_cap(kernel.caps, cap) for cap in needs) else errno.EPERM


def _check_attach(prog: Prog) -> int:
    if prog.attach_btf_id > _BTF_MAX_TYPE:
        return errno.EINVAL
    if prog.attach_btf_id and prog.prog_type not in _WITH_BTF_ID:
        return errno.EINVAL
    allowed = _ATTACH.get(prog.prog_type)
    if allowed is not None and effective_attach_type(prog) not in allowed:
        return errno.EINVAL
    is_known = prog.prog_type in ProgType.__members__.values()
    return 0 if is_known and prog.prog_type not in _ABSENT else errno.EINVAL
