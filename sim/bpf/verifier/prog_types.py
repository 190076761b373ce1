"""Which helpers a program may call, and where packets may be read and written.

Answers to the ``get_func_proto`` callbacks and ``may_access_direct_pkt_data`` of Linux 6.1.192 as
Debian configures it: no error injection, so no ``bpf_override_return``, and no infrared remotes.

**Rule:** a set in `sim.bpf.verifier.helper_sets` says what a family may call; where the prototype
differs between families, `_VARIANTS` says which of `FUNC_PROTOS` it is. None is a helper
that the log calls ``unknown func``; `FuncProto.allowed` and ``might_sleep`` refuse later.

**Not modelled:** kernel lockdown; ``EXT`` programs, which take the type of what they replace;
``STRUCT_OPS`` and ``LIRC_MODE2``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.verifier.helper_sets import HELPER_SETS
from sim.bpf.verifier.proto_table import FUNC_PROTOS
from sim.bpf.verifier.protos import FuncProto
from sim.bpf.verifier.spec import Cap, Kernel, Prog
from sim.versions.features import Feature

__all__ = [
    "families_with",
    "get_func_proto",
    "has_cap",
    "helper_family",
    "may_access_direct_pkt_data",
]

_NAMES = {number: name.removeprefix("bpf_") for name, number in HELPER_IDS.items()}
_FAMILIES: Mapping[int, str] = {
    ProgType[f"BPF_PROG_TYPE_{name}"]: family
    for name, family in {
        "SOCKET_FILTER": "socket_filter",
        "KPROBE": "kprobe",
        "SCHED_CLS": "sched_cls",
        "SCHED_ACT": "sched_cls",
        "TRACEPOINT": "tracepoint",
        "XDP": "xdp",
        "PERF_EVENT": "perf_event",
        "CGROUP_SKB": "cgroup_skb",
        "CGROUP_SOCK": "cgroup_sock",
        "LWT_IN": "lwt_in",
        "LWT_OUT": "lwt_out",
        "LWT_XMIT": "lwt_xmit",
        "LWT_SEG6LOCAL": "lwt_seg6local",
        "SOCK_OPS": "sock_ops",
        "SK_SKB": "sk_skb",
        "CGROUP_DEVICE": "cgroup_device",
        "SK_MSG": "sk_msg",
        "RAW_TRACEPOINT": "raw_tracepoint",
        "RAW_TRACEPOINT_WRITABLE": "raw_tracepoint",
        "CGROUP_SOCK_ADDR": "sock_addr",
        "SK_REUSEPORT": "sk_reuseport",
        "FLOW_DISSECTOR": "flow_dissector",
        "CGROUP_SYSCTL": "cgroup_sysctl",
        "CGROUP_SOCKOPT": "cgroup_getsockopt",
        "TRACING": "fentry",
        "LSM": "lsm",
        "SK_LOOKUP": "sk_lookup",
        "SYSCALL": "syscall",
    }.items()
}
_BY_ATTACH: Mapping[tuple[int, int], str] = {
    (ProgType[f"BPF_PROG_TYPE_{kind}"], AttachType[f"BPF_{attach}"]): family
    for kind, attach, family in (
        ("TRACING", "TRACE_RAW_TP", "tracing_raw_tp"),
        ("TRACING", "TRACE_ITER", "iter"),
        ("LSM", "LSM_CGROUP", "lsm_cgroup"),
        ("CGROUP_SOCKOPT", "CGROUP_SETSOCKOPT", "cgroup_setsockopt"),
        ("CGROUP_SOCK_ADDR", "CGROUP_INET4_CONNECT", "sock_addr_connect"),
        ("CGROUP_SOCK_ADDR", "CGROUP_INET6_CONNECT", "sock_addr_connect"),
        ("CGROUP_SOCK_ADDR", "CGROUP_UDP4_RECVMSG", "sock_addr_msg"),
        ("CGROUP_SOCK_ADDR", "CGROUP_UDP6_RECVMSG", "sock_addr_msg"),
        ("CGROUP_SOCK_ADDR", "CGROUP_INET4_GETPEERNAME", "sock_addr_msg"),
        ("CGROUP_SOCK_ADDR", "CGROUP_INET6_GETPEERNAME", "sock_addr_msg"),
        ("CGROUP_SOCK_ADDR", "CGROUP_INET4_GETSOCKNAME", "sock_addr_msg"),
        ("CGROUP_SOCK_ADDR", "CGROUP_INET6_GETSOCKNAME", "sock_addr_msg"),
    )
}
_BTF_TRACING = ("raw_tp", "tracing", "trace", "ptr")
#: Suffixes of `FUNC_PROTOS` to try in turn before the plain name.
_VARIANTS: Mapping[str, tuple[str, ...]] = {
    "socket_filter": ("skb",),
    "kprobe": ("kprobe", "trace"),
    "kprobe_multi": ("kprobe_multi", "kmulti"),
    "tracepoint": ("tp", "trace", "tracing_ip"),
    "perf_event": ("pe", "tp", "tracing_ip"),
    "raw_tracepoint": ("raw_tp", "tracing_ip"),
    "fentry": _BTF_TRACING,
    "tracing_raw_tp": _BTF_TRACING,
    "iter": _BTF_TRACING,
    "syscall": _BTF_TRACING,
    "lsm": _BTF_TRACING,
    "lsm_cgroup": _BTF_TRACING,
    "sched_cls": ("tc", "skb"),
    "xdp": ("xdp",),
    "cgroup_skb": ("skb",),
    "cgroup_sock": ("sock", "cg_sock", "curr", "event_data"),
    "cgroup_device": ("curr", "event_data"),
    "cgroup_sysctl": ("curr", "event_data"),
    "cgroup_getsockopt": ("sockopt", "sk", "curr", "event_data"),
    "cgroup_setsockopt": ("sockopt", "sk", "curr", "event_data"),
    "sock_addr": ("sock_addr", "curr", "event_data"),
    "sock_addr_connect": ("sock_addr", "curr", "event_data"),
    "sock_addr_msg": ("sock_addr", "curr", "event_data"),
    "sock_ops": ("sock_ops", "event_data"),
    "sk_skb": ("sk_skb", "skb"),
    "sk_msg": ("sk_msg", "curr", "event_data"),
    "lwt_in": ("in", "skb"),
    "lwt_out": ("skb",),
    "lwt_xmit": ("xmit", "skb"),
    "lwt_seg6local": ("skb",),
    "flow_dissector": ("flow_dissector",),
    "sk_lookup": ("sk_lookup", "event_data"),
    "sk_reuseport": ("sk_reuseport", "ptr"),
}
#: LSM programs use the plain prototypes of socket storage.
_LSM_PLAIN = frozenset({"sk_storage_get", "sk_storage_delete"})
_CGRP_STORAGE = frozenset({"cgrp_storage_get", "cgrp_storage_delete"})
#: What families may call since a feature came.
_SINCE: Mapping[tuple[str, str], Feature] = {
    ("raw_tracepoint", "get_attach_cookie"): Feature.RAW_TP_COOKIE,
    ("tracing_raw_tp", "get_attach_cookie"): Feature.RAW_TP_COOKIE,
}
#: Capabilities that sets and single helpers ask for, beyond those of loading.
_SET_CAPS: Mapping[str, tuple[Cap, ...]] = {
    "base": (),
    "base_bpf": (Cap.BPF,),
    "base_perfmon": (Cap.BPF, Cap.PERFMON),
    "sk_base_perfmon": (Cap.PERFMON,),
    "tracing_admin": (Cap.SYS_ADMIN,),
}
_HELPER_CAPS: Mapping[tuple[str, str], Cap] = {("syscall", "sys_bpf"): Cap.PERFMON}
#: Sets of LSM programs on some hooks of sockets, whose options they may look at (and change).
_SOCKOPT_HOOKS: Mapping[str, str] = {
    "bpf_lsm_sock_graft": "sk",
    "bpf_lsm_inet_csk_clone": "sk",
    "bpf_lsm_inet_conn_established": "sk",
    "bpf_lsm_socket_post_create": "unlocked_sk",
    "bpf_lsm_socket_socketpair": "unlocked_sk",
}
_PKT_READ_WRITE = frozenset(
    ProgType[f"BPF_PROG_TYPE_{name}"]
    for name in ("SCHED_CLS", "SCHED_ACT", "XDP", "LWT_XMIT", "SK_SKB", "SK_MSG")
)
_PKT_READ = frozenset(
    ProgType[f"BPF_PROG_TYPE_{name}"]
    for name in (
        "LWT_IN",
        "LWT_OUT",
        "LWT_SEG6LOCAL",
        "SK_REUSEPORT",
        "FLOW_DISSECTOR",
        "CGROUP_SKB",
    )
)
_SOCKOPT = ProgType["BPF_PROG_TYPE_CGROUP_SOCKOPT"]


#: Iterators over sockets that may change what they come by.
_SOCKOPT_ITERATORS = ("bpf_iter_tcp", "bpf_iter_unix")


def has_cap(caps: Collection[Cap], wanted: Cap) -> bool:
    """Say whether *caps* have *wanted*, which ``CAP_SYS_ADMIN`` stands in for."""
    return wanted in caps or Cap.SYS_ADMIN in caps


def helper_family(prog: Prog) -> str:
    """Return the name of the set of helpers that *prog* may call; "": none."""
    key = (prog.prog_type, prog.expected_attach_type)
    return _BY_ATTACH.get(key) or _FAMILIES.get(prog.prog_type, "")


def families_with(name: str, features: Collection[Feature] = ()) -> list[str]:
    """Return the families of program types that may call helper *name* (without ``bpf_``)."""
    families = {*_FAMILIES.values(), *_BY_ATTACH.values()}
    found = {family for family in families if name in _sets(family)}
    if name in _CGRP_STORAGE and Feature.CGRP_STORAGE in features:
        found |= {family for family in families if "+tracing" in HELPER_SETS[family]}
    found |= {f for (f, n), since in _SINCE.items() if n == name and since in features}
    return sorted(found)


def get_func_proto(
    func_id: int, prog: Prog, kernel: Kernel, *, attach_name: str = ""
) -> FuncProto | None:
    """Return the prototype of helper *func_id* for *prog*; None: it may not call it.

    *attach_name* is what an LSM program is for, such as ``bpf_lsm_sock_graft``.
    """
    family = helper_family(prog)
    name = _NAMES.get(func_id, "")
    needs = _sets(family).get(name)
    if needs is None:
        return (
            _sockopt_proto(family, name, attach_name)
            or _storage_proto(family, name, kernel)
            or _later_proto(family, name, prog, kernel)
        )
    caps = kernel.caps
    helper_cap = _HELPER_CAPS.get((family, name))
    wanted = needs if helper_cap is None else (*needs, helper_cap)
    if not all(has_cap(caps, cap) for cap in wanted):
        return None
    return _variant(name, family, prog)


def may_access_direct_pkt_data(prog: Prog, is_write: bool, proto: FuncProto | None = None) -> bool:
    """Say whether *prog*, or the helper *proto* that it calls, may access a packet.

    The kernel asks for stores (else ``cannot write into packet``) and for helpers' arguments (else
    ``helper access to the packet is not allowed``), not for a program's own loads.
    """
    if prog.prog_type == _SOCKOPT:
        return True
    if prog.prog_type not in _PKT_READ_WRITE and (prog.prog_type not in _PKT_READ or is_write):
        return False
    return proto is None or proto.pkt_access


@cache
def _sets(family: str) -> Mapping[str, tuple[Cap, ...]]:
    """Return the helpers of *family* with the capabilities that each needs."""
    if not family:
        return {}
    found: dict[str, tuple[Cap, ...]] = {}
    _add(family, found)
    # What all may call comes last in the kernel: a family's own entry asks for nothing.
    for name in ("base", "base_bpf", "base_perfmon"):
        _add(name, found)
    return found


def _add(name: str, found: dict[str, tuple[Cap, ...]]) -> None:
    needs = _SET_CAPS.get(name, ())
    for word in HELPER_SETS[name]:
        if not word.startswith("+"):
            found.setdefault(word, needs)
    for word in HELPER_SETS[name]:
        if word.startswith("+"):
            _add(word[1:], found)
            if f"{word[1:]}_perfmon" in HELPER_SETS:
                _add(f"{word[1:]}_perfmon", found)


def _variant(name: str, family: str, prog: Prog) -> FuncProto:
    """Return the prototype of *name* that *family* has."""
    multi = AttachType["BPF_TRACE_KPROBE_MULTI"]
    if family == "kprobe" and prog.expected_attach_type == multi:
        family = "kprobe_multi"
    suffixes = _VARIANTS.get(family, ())
    if family.startswith("lsm") and name in _LSM_PLAIN:
        suffixes = ()
    for suffix in suffixes:
        if suffix == "tracing_ip":
            suffix = "tracing" if name == "get_func_ip" else ""
        proto = FUNC_PROTOS.get(f"bpf_{name}:{suffix}")
        if proto is not None:
            return proto
    return FUNC_PROTOS[f"bpf_{name}"]


def _sockopt_proto(family: str, name: str, attach_name: str) -> FuncProto | None:
    if name not in ("setsockopt", "getsockopt"):
        return None
    if attach_name in _SOCKOPT_ITERATORS:
        return FUNC_PROTOS[f"bpf_{name}:sk"]
    if family != "lsm_cgroup":
        return None
    suffix = _SOCKOPT_HOOKS.get(attach_name)
    return FUNC_PROTOS[f"bpf_{name}:{suffix}"] if suffix else None


def _storage_proto(family: str, name: str, kernel: Kernel) -> FuncProto | None:
    """Return the storage of control groups that tracing programs have since 6.2."""
    if name not in _CGRP_STORAGE or Feature.CGRP_STORAGE not in kernel.features:
        return None
    return FUNC_PROTOS[f"bpf_{name}"] if "+tracing" in HELPER_SETS[family] else None


def _later_proto(family: str, name: str, prog: Prog, kernel: Kernel) -> FuncProto | None:
    feature = _SINCE.get((family, name))
    if feature is None or feature not in kernel.features:
        return None
    return _variant(name, family, prog)
