"""What programs may read of sockets.

Answers to ``bpf_sock_is_valid_access``, ``bpf_sock_common_is_valid_access``,
``bpf_tcp_sock_is_valid_access`` and ``bpf_xdp_sock_is_valid_access`` in ``net/core/filter.c``.

**Not modelled:** the fields' values (`sim.bpf.verifier` only).
"""

from __future__ import annotations

from sim.bpf.verifier.types import (
    PTR_TO_SOCK_COMMON,
    PTR_TO_SOCKET,
    PTR_TO_TCP_SOCK,
    PTR_TO_XDP_SOCK,
)

__all__ = ["sock_access_fits"]

_SOCK_BYTES = 80
_TCP_SOCK_BYTES = 112
_XDP_SOCK_BYTES = 4
_ADDRESSES = (range(24, 44), range(52, 72))  # src_ip4 and src_ip6, dst_ip4 and dst_ip6
_NARROW = frozenset((4, 8, 12, 44, 72, 76))  # family, type, protocol, src_port, state, rx_queue
_DST_PORT = range(48, 50)
_PADDING = range(50, 52)
_NOT_COMMON = range(8, 24)  # type to priority
_U64_OF_TCP = frozenset((80, 88))  # bytes_received, bytes_acked


def sock_access_fits(kind: int, off: int, size: int) -> bool:
    """Say whether *size* bytes at *off* of a socket of type *kind* may be read."""
    if off < 0 or off % size:
        return False
    if kind == PTR_TO_TCP_SOCK:
        return off < _TCP_SOCK_BYTES and size == (8 if off in _U64_OF_TCP else 4)
    if kind == PTR_TO_XDP_SOCK:
        return off < _XDP_SOCK_BYTES and size == _XDP_SOCK_BYTES
    if kind == PTR_TO_SOCK_COMMON and off in _NOT_COMMON:
        return False
    return kind in (PTR_TO_SOCKET, PTR_TO_SOCK_COMMON) and _sock(off, size)


def _sock(off: int, size: int) -> bool:
    if off >= _SOCK_BYTES or off in _PADDING:
        return False
    if off in _DST_PORT:
        return size <= 2 or (size == 4 and off == _DST_PORT.start)
    if off in _NARROW or any(off in part for part in _ADDRESSES):
        return size <= 4
    return size == 4
