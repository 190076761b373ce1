"""What a program may load from and store to its context.

Answers to the ``is_valid_access`` callbacks of Linux 6.1.192. Where one says no, the log is
``invalid bpf_context access off=%d size=%d``.

**Rule:** the tables of `sim.bpf.verifier.ctx_tables` say which accesses are valid; only contexts
too large to list are formulas here.

**Not modelled:** ``BPF_PROG_TYPE_TRACING``, ``LSM``, ``EXT`` and ``STRUCT_OPS``, whose arguments
have types of their own; conversion of valid accesses to the kernel's own fields.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import NamedTuple

from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.verifier import types as t
from sim.bpf.verifier.ctx_tables import CTX_TABLES
from sim.bpf.verifier.spec import ALL_CAPS, Cap, Prog

__all__ = ["CtxAccess", "ctx_access"]

_REG_TYPES = {
    "scalar": t.SCALAR_VALUE,
    "pkt": t.PTR_TO_PACKET,
    "pkt_end": t.PTR_TO_PACKET_END,
    "pkt_meta": t.PTR_TO_PACKET_META,
    "flow_keys": t.PTR_TO_FLOW_KEYS,
    "sock": t.PTR_TO_SOCKET,
    "sock_or_null": t.PTR_TO_SOCKET_OR_NULL,
    "sock_common_or_null": t.PTR_TO_SOCK_COMMON_OR_NULL,
}
_FAMILIES: Mapping[int, str] = {
    ProgType["BPF_PROG_TYPE_SOCKET_FILTER"]: "socket_filter",
    ProgType["BPF_PROG_TYPE_KPROBE"]: "kprobe",
    ProgType["BPF_PROG_TYPE_SCHED_CLS"]: "sched_cls",
    ProgType["BPF_PROG_TYPE_SCHED_ACT"]: "sched_cls",
    ProgType["BPF_PROG_TYPE_XDP"]: "xdp",
    ProgType["BPF_PROG_TYPE_PERF_EVENT"]: "perf_event",
    ProgType["BPF_PROG_TYPE_CGROUP_SKB"]: "cgroup_skb",
    ProgType["BPF_PROG_TYPE_CGROUP_SOCK"]: "cgroup_sock",
    ProgType["BPF_PROG_TYPE_LWT_IN"]: "lwt",
    ProgType["BPF_PROG_TYPE_LWT_OUT"]: "lwt",
    ProgType["BPF_PROG_TYPE_LWT_XMIT"]: "lwt",
    ProgType["BPF_PROG_TYPE_LWT_SEG6LOCAL"]: "lwt",
    ProgType["BPF_PROG_TYPE_SOCK_OPS"]: "sock_ops",
    ProgType["BPF_PROG_TYPE_SK_SKB"]: "sk_skb",
    ProgType["BPF_PROG_TYPE_CGROUP_DEVICE"]: "cgroup_device",
    ProgType["BPF_PROG_TYPE_SK_MSG"]: "sk_msg",
    ProgType["BPF_PROG_TYPE_SK_REUSEPORT"]: "sk_reuseport",
    ProgType["BPF_PROG_TYPE_FLOW_DISSECTOR"]: "flow_dissector",
    ProgType["BPF_PROG_TYPE_CGROUP_SYSCTL"]: "cgroup_sysctl",
    ProgType["BPF_PROG_TYPE_SK_LOOKUP"]: "sk_lookup",
}
_BY_ATTACH: Mapping[tuple[int, int], str] = {
    (ProgType["BPF_PROG_TYPE_XDP"], AttachType["BPF_XDP_DEVMAP"]): "xdp_devmap",
    (
        ProgType["BPF_PROG_TYPE_CGROUP_SOCK"],
        AttachType["BPF_CGROUP_INET4_POST_BIND"],
    ): "cgroup_sock_bind4",
    (
        ProgType["BPF_PROG_TYPE_CGROUP_SOCK"],
        AttachType["BPF_CGROUP_INET6_POST_BIND"],
    ): "cgroup_sock_bind6",
    (
        ProgType["BPF_PROG_TYPE_CGROUP_SOCK_ADDR"],
        AttachType["BPF_CGROUP_UDP4_SENDMSG"],
    ): "sock_addr_sendmsg4",
    (
        ProgType["BPF_PROG_TYPE_CGROUP_SOCK_ADDR"],
        AttachType["BPF_CGROUP_UDP6_SENDMSG"],
    ): "sock_addr_sendmsg6",
    (
        ProgType["BPF_PROG_TYPE_CGROUP_SOCKOPT"],
        AttachType["BPF_CGROUP_GETSOCKOPT"],
    ): "cgroup_getsockopt",
    (
        ProgType["BPF_PROG_TYPE_CGROUP_SOCKOPT"],
        AttachType["BPF_CGROUP_SETSOCKOPT"],
    ): "cgroup_setsockopt",
}
_SOCK_ADDR_IPV4 = frozenset(
    {
        AttachType["BPF_CGROUP_INET4_BIND"],
        AttachType["BPF_CGROUP_INET4_CONNECT"],
        AttachType["BPF_CGROUP_UDP4_RECVMSG"],
        AttachType["BPF_CGROUP_INET4_GETPEERNAME"],
        AttachType["BPF_CGROUP_INET4_GETSOCKNAME"],
    }
)
#: ``PERF_MAX_TRACE_SIZE``, and what lies before the fields of a tracepoint.
_TRACE_SIZE, _TRACE_COMMON = 8192, 8
#: Twelve arguments (``MAX_BPF_FUNC_ARGS``).
_RAW_TP_SIZE = 96
_SYSCALL_SIZE = 0xFFFF
#: ``cb`` of ``struct __sk_buff`` is not narrowed.
_SKB_CB = range(48, 68)
_SKB = frozenset(
    {
        "socket_filter",
        "sched_cls",
        "cgroup_skb",
        "cgroup_skb_unprivileged",
        "lwt",
        "sk_skb",
        "flow_dissector",
    }
)
#: Contexts that programs load from as they are.
_NOT_CONVERTED = frozenset({"kprobe", "cgroup_device"})
#: Fields of ``struct bpf_sock`` of which only the first bytes may be loaded apart.
_SOCK_FIELDS = frozenset({4, 8, 12, 44, 76})
#: Padding after ``remote_port`` of ``struct bpf_sk_lookup`` is a field of two bytes as well.
_SK_LOOKUP_PORT = range(36, 40)


class CtxAccess(NamedTuple):
    """What a valid access gives.

    Attributes:
        reg_type: Type of the register loaded to.
        ctx_field_size: Size of the field that a narrower load reads a part of, 0: none.
    """

    reg_type: int
    ctx_field_size: int = 0


_SCALAR = CtxAccess(t.SCALAR_VALUE)


def ctx_access(
    prog: Prog, off: int, size: int, is_write: bool, caps: Collection[Cap] = ALL_CAPS
) -> CtxAccess | None:
    """Return what accessing *size* bytes at *off* of the context gives; None: not valid."""
    formula = _FORMULAS.get(prog.prog_type)
    if formula is not None:
        return formula(off, size, is_write)
    return _table(_family(prog, caps)).get((off, size, is_write))


def _family(prog: Prog, caps: Collection[Cap]) -> str:
    kind, attach = prog.prog_type, prog.expected_attach_type
    if kind == ProgType["BPF_PROG_TYPE_CGROUP_SKB"] and not {Cap.BPF, Cap.SYS_ADMIN} & set(caps):
        return "cgroup_skb_unprivileged"
    special = _BY_ATTACH.get((kind, attach))
    if special:
        return special
    if kind == ProgType["BPF_PROG_TYPE_CGROUP_SOCK_ADDR"]:
        return "sock_addr_4" if attach in _SOCK_ADDR_IPV4 else "sock_addr_6"
    return _FAMILIES.get(kind, "")


@cache
def _table(family: str) -> Mapping[tuple[int, int, bool], CtxAccess]:
    """Return what is valid in *family*, by offset, size and whether it is a store."""
    kinds: dict[tuple[int, int, bool], int] = {}
    for line in CTX_TABLES.get(family, "").strip().splitlines():
        how, kind, ranges = line.split()
        size = int(how[1:])
        for text in ranges.split(","):
            first, _, last = text.partition("-")
            for off in range(int(first), int(last or first) + 1, size):
                kinds[off, size, how[0] == "w"] = _REG_TYPES[kind]
    return {key: CtxAccess(kind, _field_size(family, *key, kinds)) for key, kind in kinds.items()}


def _field_size(
    family: str, off: int, size: int, is_write: bool, kinds: Mapping[tuple[int, int, bool], int]
) -> int:
    """Return the size of the field at *off* that may be loaded in parts, 0: none."""
    if is_write or family in _NOT_CONVERTED or (family in _SKB and off in _SKB_CB):
        return 0
    if family.startswith("cgroup_sock_bind") or family == "cgroup_sock":
        if off in _SOCK_FIELDS:
            return 4
    if family == "sk_lookup" and off in _SK_LOOKUP_PORT:
        return 2 if size < 4 else 0
    for field in (8, 4, 2) if family == "perf_event" else (4, 2):
        start = off & -field
        parts = range(start, start + field)
        if size <= field and all((part, 1, False) in kinds for part in parts):
            return field
    return 0


def _tracepoint(off: int, size: int, is_write: bool) -> CtxAccess | None:
    # Offsets below 0 are valid: only 0 to 7 is compared as unsigned.
    bad = is_write or 0 <= off < _TRACE_COMMON or off >= _TRACE_SIZE or off % size
    return None if bad else _SCALAR


def _raw_tracepoint(off: int, size: int, is_write: bool) -> CtxAccess | None:
    bad = is_write or not 0 <= off < _RAW_TP_SIZE or off % size
    return None if bad else _SCALAR


def _raw_tracepoint_writable(off: int, size: int, is_write: bool) -> CtxAccess | None:
    if off == 0:
        return CtxAccess(t.PTR_TO_TP_BUFFER) if size == 8 and not is_write else None
    return _raw_tracepoint(off, size, is_write)


def _syscall(off: int, size: int, is_write: bool) -> CtxAccess | None:
    return None if not 0 <= off < _SYSCALL_SIZE or off % size else _SCALAR


_FORMULAS: Mapping[int, Callable[[int, int, bool], CtxAccess | None]] = {
    ProgType["BPF_PROG_TYPE_TRACEPOINT"]: _tracepoint,
    ProgType["BPF_PROG_TYPE_RAW_TRACEPOINT"]: _raw_tracepoint,
    ProgType["BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE"]: _raw_tracepoint_writable,
    ProgType["BPF_PROG_TYPE_SYSCALL"]: _syscall,
}
