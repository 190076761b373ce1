"""The program type, attach type and flags that a section's name stands for.

Answers to ``section_defs`` in libbpf's ``libbpf.c`` (1.1, ``uprobe.multi`` of 1.3,
``kprobe.session`` of 1.5), which `sim.loader.sections` takes apart and this turns into what
``BPF_PROG_LOAD`` is told.

**Rule:** a row of `_SECTIONS` is a name, its program type, its attach type ("": 0) and marks:
``+`` takes ``/target``, ``s`` exists as ``NAME.s`` too, ``S`` is always sleepable, ``b`` needs a
target in the kernel's BTF, ``f`` declares XDP fragments. The longest name that fits wins.

**Not modelled:** handlers that a program registers; ``freplace`` and ``struct_ops`` targets.
"""

from __future__ import annotations

from typing import NamedTuple

from sim.bpf.prog_type import AttachType, ProgType

__all__ = ["BPF_F_SLEEPABLE", "SectionType", "section_type"]

BPF_F_SLEEPABLE = 1 << 4
_XDP_HAS_FRAGS = 1 << 5

_SECTIONS = """
socket SOCKET_FILTER - .
sk_reuseport/migrate SK_REUSEPORT SK_REUSEPORT_SELECT_OR_MIGRATE .
sk_reuseport SK_REUSEPORT SK_REUSEPORT_SELECT .
kprobe KPROBE - +
kretprobe KPROBE - +
uprobe KPROBE - +s
uretprobe KPROBE - +s
kprobe.multi KPROBE TRACE_KPROBE_MULTI +
kretprobe.multi KPROBE TRACE_KPROBE_MULTI +
kprobe.session KPROBE TRACE_KPROBE_SESSION +
uprobe.multi KPROBE TRACE_UPROBE_MULTI +s
uretprobe.multi KPROBE TRACE_UPROBE_MULTI +s
ksyscall KPROBE - +
kretsyscall KPROBE - +
usdt KPROBE - +s
tc SCHED_CLS - .
classifier SCHED_CLS - .
action SCHED_ACT - .
tracepoint TRACEPOINT - +
tp TRACEPOINT - +
raw_tracepoint RAW_TRACEPOINT - +
raw_tp RAW_TRACEPOINT - +
raw_tracepoint.w RAW_TRACEPOINT_WRITABLE - +
raw_tp.w RAW_TRACEPOINT_WRITABLE - +
tp_btf TRACING TRACE_RAW_TP +b
fentry TRACING TRACE_FENTRY +bs
fmod_ret TRACING MODIFY_RETURN +bs
fexit TRACING TRACE_FEXIT +bs
freplace EXT - +b
lsm LSM LSM_MAC +bs
lsm_cgroup LSM LSM_CGROUP +b
iter TRACING TRACE_ITER +bs
syscall SYSCALL - S
xdp.frags/devmap XDP XDP_DEVMAP f
xdp/devmap XDP XDP_DEVMAP .
xdp.frags/cpumap XDP XDP_CPUMAP f
xdp/cpumap XDP XDP_CPUMAP .
xdp.frags XDP XDP f
xdp XDP XDP .
perf_event PERF_EVENT - .
lwt_in LWT_IN - .
lwt_out LWT_OUT - .
lwt_xmit LWT_XMIT - .
lwt_seg6local LWT_SEG6LOCAL - .
sockops SOCK_OPS CGROUP_SOCK_OPS .
sk_skb/stream_parser SK_SKB SK_SKB_STREAM_PARSER .
sk_skb/stream_verdict SK_SKB SK_SKB_STREAM_VERDICT .
sk_skb SK_SKB - .
sk_msg SK_MSG SK_MSG_VERDICT .
lirc_mode2 LIRC_MODE2 LIRC_MODE2 .
flow_dissector FLOW_DISSECTOR FLOW_DISSECTOR .
cgroup_skb/ingress CGROUP_SKB CGROUP_INET_INGRESS .
cgroup_skb/egress CGROUP_SKB CGROUP_INET_EGRESS .
cgroup/skb CGROUP_SKB - .
cgroup/sock_create CGROUP_SOCK CGROUP_INET_SOCK_CREATE .
cgroup/sock_release CGROUP_SOCK CGROUP_INET_SOCK_RELEASE .
cgroup/sock CGROUP_SOCK CGROUP_INET_SOCK_CREATE .
cgroup/post_bind4 CGROUP_SOCK CGROUP_INET4_POST_BIND .
cgroup/post_bind6 CGROUP_SOCK CGROUP_INET6_POST_BIND .
cgroup/bind4 CGROUP_SOCK_ADDR CGROUP_INET4_BIND .
cgroup/bind6 CGROUP_SOCK_ADDR CGROUP_INET6_BIND .
cgroup/connect4 CGROUP_SOCK_ADDR CGROUP_INET4_CONNECT .
cgroup/connect6 CGROUP_SOCK_ADDR CGROUP_INET6_CONNECT .
cgroup/sendmsg4 CGROUP_SOCK_ADDR CGROUP_UDP4_SENDMSG .
cgroup/sendmsg6 CGROUP_SOCK_ADDR CGROUP_UDP6_SENDMSG .
cgroup/recvmsg4 CGROUP_SOCK_ADDR CGROUP_UDP4_RECVMSG .
cgroup/recvmsg6 CGROUP_SOCK_ADDR CGROUP_UDP6_RECVMSG .
cgroup/getpeername4 CGROUP_SOCK_ADDR CGROUP_INET4_GETPEERNAME .
cgroup/getpeername6 CGROUP_SOCK_ADDR CGROUP_INET6_GETPEERNAME .
cgroup/getsockname4 CGROUP_SOCK_ADDR CGROUP_INET4_GETSOCKNAME .
cgroup/getsockname6 CGROUP_SOCK_ADDR CGROUP_INET6_GETSOCKNAME .
cgroup/sysctl CGROUP_SYSCTL CGROUP_SYSCTL .
cgroup/getsockopt CGROUP_SOCKOPT CGROUP_GETSOCKOPT .
cgroup/setsockopt CGROUP_SOCKOPT CGROUP_SETSOCKOPT .
cgroup/dev CGROUP_DEVICE CGROUP_DEVICE .
struct_ops STRUCT_OPS - +
sk_lookup SK_LOOKUP SK_LOOKUP .
"""


class SectionType(NamedTuple):
    """What a program of a section is loaded as.

    Attributes:
        attach_name: What follows the section's name, "" for nothing.
        needs_btf: Whether that is looked up in the kernel's BTF before loading.
    """

    prog_type: int
    attach_type: int
    prog_flags: int
    attach_name: str
    needs_btf: bool


def _rows() -> dict[str, tuple[str, str, str, bool]]:
    rows = {}
    for line in _SECTIONS.split("\n"):
        if line:
            name, prog_type, attach_type, marks = line.split()
            rows[name] = (prog_type, attach_type, marks, "S" in marks)
            if "s" in marks:
                rows[f"{name}.s"] = (prog_type, attach_type, marks, True)
    return rows


_ROWS = _rows()


def _split(section: str) -> tuple[str, str] | None:
    """Split a section's name into a known one and what follows."""
    for name in sorted(_ROWS, key=len, reverse=True):
        if section == name:
            return name, ""
        if section.startswith(name + "/"):
            return name, section[len(name) + 1 :]
    return None


def section_type(section: str) -> SectionType | None:
    """Return what programs of *section* (``?`` or not) are; None if libbpf does not know it."""
    found = _split(section.removeprefix("?"))
    if found is None:
        return None
    name, target = found
    prog_type, attach_type, marks, is_sleepable = _ROWS[name]
    if target and "+" not in marks:
        return None
    flags = BPF_F_SLEEPABLE * is_sleepable | _XDP_HAS_FRAGS * ("f" in marks)
    return SectionType(
        ProgType[f"BPF_PROG_TYPE_{prog_type}"].value,
        0 if attach_type == "-" else AttachType[f"BPF_{attach_type}"].value,
        flags,
        target,
        "b" in marks,
    )
