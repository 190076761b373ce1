"""What ``BPF_PROG_TEST_RUN`` gives a program: its context and its packet, by program type.

Answers to ``bpf_prog_test_run_skb``, ``_xdp``, ``_raw_tp``, ``_tracing`` and ``_syscall`` in
``net/bpf/test_run.c`` and ``kernel/trace``: which fields may be given, what they are checked for,
what ``struct __sk_buff`` and ``struct xdp_md`` hold.

**Rule:** packets lie below 4 GiB of simulated kernel memory, so that the 32-bit fields ``data`` and
``data_end`` hold whole pointers, and instructions need no rewriting.

**Not modelled:** contexts given for packets (``ctx_in`` of skb and xdp programs), fields of
sockets that a test run leaves zero, running on another CPU, live frames.
"""

from __future__ import annotations

import errno
import struct
from typing import NamedTuple

from sim.bpf.prog_type import AttachType, ProgType
from sim.loader.jobs.fields import RunFields
from sim.loader.jobs.words import ENOTSUPP

__all__ = ["PACKET_BASE", "SK_OFFSET", "Given", "NotGiven", "given_to"]

#: Where a packet starts.
PACKET_BASE = 0x7000_1000
ETH_HLEN = 14
_SKB_MAX = 4096 - 64 - 320
_XDP_LINEAR_MAX = 4096 - 256 - 320
_XDP_MAX = _XDP_LINEAR_MAX + 17 * 4096
_RAW_TP_MAX = 12 * 8
_CTX_MAX = 65_535

_SKB_BYTES, _SOCK_BYTES = 192, 80
#: Where ``struct __sk_buff`` has its socket.
SK_OFFSET = 168
_PACKET_OTHERHOST, _PACKET_MULTICAST = 3, 2
_MIN_ETHERTYPE = 0x600


def _types(*names: str) -> frozenset[int]:
    return frozenset(ProgType[f"BPF_PROG_TYPE_{name}"].value for name in names)


_L2 = _types("SCHED_CLS", "SCHED_ACT")
_DIRECT = _L2 | _types("LWT_IN", "LWT_OUT", "LWT_XMIT")
_SKB = _DIRECT | _types("SOCKET_FILTER", "CGROUP_SKB")
_XDP = _types("XDP")
_RAW_TP = _types("RAW_TRACEPOINT")
_SYSCALL = _types("SYSCALL")
_TRACING = _types("TRACING")
_OTHER = _types("SK_LOOKUP", "FLOW_DISSECTOR", "STRUCT_OPS", "NETFILTER")
_TRAMPOLINES = (AttachType["BPF_TRACE_FENTRY"], AttachType["BPF_TRACE_FEXIT"])
_MODIFY_RETURN = AttachType["BPF_MODIFY_RETURN"]


class NotGiven(Exception):
    """The test run ends before the program starts.

    Args:
        number: The errno, 0 when the run succeeds without running the program.
        why: What is not modelled, instead.
    """

    def __init__(self, number: int, why: str = "", retval: int = 0) -> None:
        super().__init__(why)
        self.number = number
        self.why = why
        self.retval = retval


class Given(NamedTuple):
    """What a program is given.

    Attributes:
        ctx: The bytes that R1 points at; None: R1 is 0.
        packet: What lies at `PACKET_BASE`, None for none.
        is_ctx_exact: The context ends where it was said to; reading on is EINVAL.
        header: Its link layer header, if that lies before it.
        before: Bytes that come out before the packet, as they were not the program's to see.
        after: Bytes that come out behind it.
        sock: ``struct bpf_sock`` of the context's socket; its address goes to `SK_OFFSET`.
    """

    ctx: bytes | None
    packet: bytes | None = None
    header: bytes = b""
    is_ctx_exact: bool = False
    before: bytes = b""
    after: bytes = b""
    sock: bytes = b""


def given_to(prog_type: int, attach_type: int, fields: RunFields) -> Given:
    """Return what a program is given.

    Raises:
        NotGiven: The kernel runs nothing.
    """
    if prog_type not in _SKB | _XDP | _RAW_TP | _SYSCALL | _TRACING | _OTHER:
        raise NotGiven(ENOTSUPP)
    if fields.ctx_in == b"":
        raise NotGiven(errno.EINVAL)
    if prog_type in _SKB:
        return _skb(prog_type, fields)
    if prog_type in _XDP:
        return _xdp(fields)
    if prog_type in _TRACING:
        raise _tracing(attach_type, fields)
    if prog_type in _RAW_TP | _SYSCALL:
        return _plain(fields, is_syscall=prog_type in _SYSCALL)
    raise NotGiven(0, f"test runs of program type {prog_type}")


def _tracing(attach_type: int, fields: RunFields) -> NotGiven:
    # nothing is attached, so the functions that the kernel calls run no program
    if fields.flags or fields.cpu:
        return NotGiven(errno.EINVAL)
    if attach_type in _TRAMPOLINES:
        return NotGiven(0)
    if attach_type == _MODIFY_RETURN:
        # bpf_modify_return_test(1, &two) returns 4 and counts its argument up
        return NotGiven(0, retval=1 << 16 | 4)
    return NotGiven(errno.EFAULT)


def _plain(fields: RunFields, *, is_syscall: bool) -> Given:
    unwanted = fields.data_in is not None or fields.data_out_size or fields.ctx_out_size
    if unwanted or fields.repeat:
        raise NotGiven(errno.EINVAL)
    ctx = fields.ctx_in
    if is_syscall:
        refused = fields.flags or len(ctx or b"") > _CTX_MAX
    else:
        on_cpu = 1
        refused = fields.flags & ~on_cpu or (fields.cpu and not fields.flags & on_cpu)
        refused = refused or len(ctx or b"") > _RAW_TP_MAX
        if fields.flags & on_cpu and fields.cpu:
            raise NotGiven(errno.ENXIO)
    if refused:
        raise NotGiven(errno.EINVAL)
    return Given(ctx, is_ctx_exact=True)


def _xdp(fields: RunFields) -> Given:
    data = fields.data_in or b""
    if fields.flags or len(data) < ETH_HLEN:
        raise NotGiven(errno.EINVAL)
    if len(data) > _XDP_MAX:
        raise NotGiven(errno.ENOMEM)
    if fields.ctx_in is not None:
        raise NotGiven(0, "ctx_in of xdp programs")
    linear, rest = data[:_XDP_LINEAR_MAX], data[_XDP_LINEAR_MAX:]
    end = PACKET_BASE + len(linear)
    loopback = 1
    ctx = struct.pack("<6I", PACKET_BASE, end, PACKET_BASE, loopback, 0, 0)
    return Given(ctx, linear, after=rest)


def _skb(prog_type: int, fields: RunFields) -> Given:
    data = fields.data_in or b""
    if fields.flags or fields.cpu or not ETH_HLEN <= len(data) <= _SKB_MAX:
        raise NotGiven(errno.EINVAL)
    if fields.ctx_in is not None:
        raise NotGiven(0, "ctx_in of programs that get a packet")
    is_l2 = prog_type in _L2
    packet = data if is_l2 else data[ETH_HLEN:]
    before = b"" if is_l2 else bytes(ETH_HLEN)
    header = b"" if is_l2 else data[:ETH_HLEN]
    end = PACKET_BASE + len(packet) if prog_type in _DIRECT else 0
    ctx = bytearray(_SKB_BYTES)
    for offset, value in (
        (0, len(packet)),
        (4, _packet_type(data)),
        (16, _protocol(data)),
        (40, 1),  # ifindex: the loopback device
        (76, PACKET_BASE),
        (80, end),
        (88, _family(data)),
        (92, _address(data, 16)),
        (96, _address(data, 12)),
        (140, PACKET_BASE),
    ):
        struct.pack_into("<I", ctx, offset, value)
    return Given(bytes(ctx), packet, header=header, before=before, sock=_sock(data))


def _sock(data: bytes) -> bytes:
    """Return the socket that a test run gives a packet, as programs see it."""
    sock = bytearray(_SOCK_BYTES)
    closed, no_queue = 7, 0xFFFF_FFFF
    for offset, value in (
        (4, _family(data)),
        (24, _address(data, 12)),
        (52, _address(data, 16)),
        (72, closed),
        (76, no_queue),
    ):
        struct.pack_into("<I", sock, offset, value)
    return bytes(sock)


def _packet_type(data: bytes) -> int:
    """Return ``pkt_type`` as eth_type_trans finds it for a device whose address is zero."""
    if data[:6] == bytes(6):
        return 0
    # with an all-zero device address the broadcast address of the device is zero as well
    return _PACKET_MULTICAST if data[0] & 1 else _PACKET_OTHERHOST


def _ethertype(data: bytes) -> int:
    return int.from_bytes(data[12:14], "big")


def _protocol(data: bytes) -> int:
    """Return ``protocol``, in network order."""
    if _ethertype(data) >= _MIN_ETHERTYPE:
        return int.from_bytes(data[12:14], "little")
    is_raw = data[14:16] == b"\xff\xff"
    return int.from_bytes((b"\x00\x01" if is_raw else b"\x00\x04"), "little")


def _has_ipv4(data: bytes) -> bool:
    return _ethertype(data) == 0x0800 and len(data) >= ETH_HLEN + 20


def _family(data: bytes) -> int:
    if _has_ipv4(data):
        return 2
    has_ipv6 = _ethertype(data) == 0x86DD and len(data) >= ETH_HLEN + 40
    return 10 if has_ipv6 else 0


def _address(data: bytes, offset: int) -> int:
    if not _has_ipv4(data):
        return 0
    at = ETH_HLEN + offset
    return int.from_bytes(data[at : at + 4], "little")
