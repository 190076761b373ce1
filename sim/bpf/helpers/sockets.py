"""Helpers on sockets and packet buffers that a program reached by pointers (net/core/filter.c).

Answers to ``bpf_skc_to_*``, ``bpf_sock_from_file``, ``bpf_get_socket_cookie`` and
``bpf_xdp_get_buff_len`` as tracing programs call them.

**Rule:** a cast gives the socket back when its fields say that it is of the kind, else NULL.

**Not modelled:** MPTCP, of which no socket is; ``sk_prot``: time-wait and request sockets are known
by their state; fragments of an XDP buffer.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.members import (
    KR_COOKIES,
    KR_SOCKET_FILE_OPS,
    MEMBERS,
    at_member,
    field,
)
from sim.bpf.run_state import COUNTS, R_KERNEL, count

__all__ = ["TCP_NEW_SYN_RECV", "TCP_TIME_WAIT"]

TCP_TIME_WAIT, TCP_NEW_SYN_RECV = 6, 12
_AF_UNIX, _AF_INET6 = 1, 10
_IPPROTO_TCP, _IPPROTO_UDP = 6, 17
_SOCK_DGRAM = 2

_CALL = COUNTS.index("helper.call")
_CAST = COUNTS.index("helper.skc_to_sock")
_COOKIE = COUNTS.index("helper.get_socket_cookie")

_FAMILY = MEMBERS.index(("sock_common", "skc_family"))
_STATE = MEMBERS.index(("sock_common", "skc_state"))
_COOKIE_AT = MEMBERS.index(("sock_common", "skc_cookie"))
_PROTOCOL = MEMBERS.index(("sock", "sk_protocol"))
_TYPE = MEMBERS.index(("sock", "sk_type"))
_F_OP = MEMBERS.index(("file", "f_op"))
_PRIVATE = MEMBERS.index(("file", "private_data"))
_DATA = MEMBERS.index(("xdp_buff", "data"))
_DATA_END = MEMBERS.index(("xdp_buff", "data_end"))


@compiled("int64(int64)")
def _fullsock(run: int) -> int:
    """Return the socket in R1 if it has a sock's fields, else 0."""
    count(run, _CALL, 1)
    count(run, _CAST, 1)
    sk = arg(run, 1)
    if at_member(run, sk, _STATE, 1) == 0:
        return 0
    state = field(run, sk, _STATE, 1)
    return 0 if state == TCP_TIME_WAIT or state == TCP_NEW_SYN_RECV else sk


@compiled("int64(int64,int64)")
def _in_state(run: int, state: int) -> int:
    """Return the socket in R1 if it is in a state, else 0."""
    count(run, _CALL, 1)
    count(run, _CAST, 1)
    sk = arg(run, 1)
    return sk if field(run, sk, _STATE, 1) == state else 0


@helper(136, "bpf_skc_to_tcp6_sock", 1)
def skc_to_tcp6_sock(run: int) -> int:
    """``struct tcp6_sock *bpf_skc_to_tcp6_sock(sk)``: the socket, or NULL."""
    sk = _fullsock(run)
    is_tcp = field(run, sk, _PROTOCOL, 2) == _IPPROTO_TCP
    return sk if is_tcp and field(run, sk, _FAMILY, 2) == _AF_INET6 else 0


@helper(137, "bpf_skc_to_tcp_sock", 1)
def skc_to_tcp_sock(run: int) -> int:
    """``struct tcp_sock *bpf_skc_to_tcp_sock(sk)``: the socket, or NULL."""
    sk = _fullsock(run)
    return sk if field(run, sk, _PROTOCOL, 2) == _IPPROTO_TCP else 0


@helper(138, "bpf_skc_to_tcp_timewait_sock", 1)
def skc_to_tcp_timewait_sock(run: int) -> int:
    """``struct tcp_timewait_sock *bpf_skc_to_tcp_timewait_sock(sk)``: the socket, or NULL."""
    return _in_state(run, TCP_TIME_WAIT)


@helper(139, "bpf_skc_to_tcp_request_sock", 1)
def skc_to_tcp_request_sock(run: int) -> int:
    """``struct tcp_request_sock *bpf_skc_to_tcp_request_sock(sk)``: the socket, or NULL."""
    return _in_state(run, TCP_NEW_SYN_RECV)


@helper(140, "bpf_skc_to_udp6_sock", 1)
def skc_to_udp6_sock(run: int) -> int:
    """``struct udp6_sock *bpf_skc_to_udp6_sock(sk)``: the socket, or NULL."""
    sk = _fullsock(run)
    if field(run, sk, _PROTOCOL, 2) != _IPPROTO_UDP or field(run, sk, _TYPE, 2) != _SOCK_DGRAM:
        return 0
    return sk if field(run, sk, _FAMILY, 2) == _AF_INET6 else 0


@helper(178, "bpf_skc_to_unix_sock", 1)
def skc_to_unix_sock(run: int) -> int:
    """``struct unix_sock *bpf_skc_to_unix_sock(sk)``: the socket, or NULL."""
    sk = _fullsock(run)
    return sk if field(run, sk, _FAMILY, 2) == _AF_UNIX else 0


@helper(196, "bpf_skc_to_mptcp_sock", 1)
def skc_to_mptcp_sock(run: int) -> int:
    """``struct mptcp_sock *bpf_skc_to_mptcp_sock(sk)``: NULL, no socket being a subflow."""
    count(run, _CALL, 1)
    count(run, _CAST, 1)
    return 0


@helper(162, "bpf_sock_from_file", 1)
def sock_from_file(run: int) -> int:
    """``struct socket *bpf_sock_from_file(file)``: the socket behind a file, or NULL."""
    count(run, _CALL, 1)
    count(run, _CAST, 1)
    file = arg(run, 1)
    ops = field(run, file, _F_OP, 8)
    if ops == 0 or ops != load64(load64(run + R_KERNEL) + KR_SOCKET_FILE_OPS):
        return 0
    return field(run, file, _PRIVATE, 8)


@helper(46, "bpf_get_socket_cookie", 1)
def get_socket_cookie(run: int) -> int:
    """``u64 bpf_get_socket_cookie(sk)``: the socket's number, given when first asked for."""
    count(run, _CALL, 1)
    count(run, _COOKIE, 1)
    at = at_member(run, arg(run, 1), _COOKIE_AT, 8)
    if at == 0:
        return 0
    if load64(at) == 0:
        record = load64(run + R_KERNEL)
        store64(record + KR_COOKIES, load64(record + KR_COOKIES) + 1)
        store64(at, load64(record + KR_COOKIES))
    return load64(at)


@helper(188, "bpf_xdp_get_buff_len", 1)
def xdp_get_buff_len(run: int) -> int:
    """``u64 bpf_xdp_get_buff_len(xdp_md)``: bytes of the packet."""
    count(run, _CALL, 1)
    count(run, _CAST, 1)
    xdp = arg(run, 1)
    return field(run, xdp, _DATA_END, 8) - field(run, xdp, _DATA, 8)
