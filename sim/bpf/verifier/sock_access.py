"""What programs may read of sockets.

Answers to ``bpf_sock_is_valid_access``, ``bpf_sock_common_is_valid_access``,
``bpf_tcp_sock_is_valid_access`` and ``bpf_xdp_sock_is_valid_access`` in ``net/core/filter.c``.
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
_TCP_SOCK_BYTES = 116
_XDP_SOCK_BYTES = 4
_COMMON_BYTES = 48  # up to and without dst_ip4: family to src_port
_NARROW_FROM = 4  # bound_dev_if is read whole
_DST_PORT = 48
_U64_OF_TCP = (96, 104)


def sock_access_fits(kind: int, off: int, size: int) -> bool:
    """Say whether *size* bytes at *off* of a socket of type *kind* may be read."""
    if kind == PTR_TO_TCP_SOCK:
        return _tcp(off, size)
    if kind == PTR_TO_XDP_SOCK:
        return off == 0 and size == 4
    if kind in (PTR_TO_SOCKET, PTR_TO_SOCK_COMMON):
        if kind == PTR_TO_SOCK_COMMON and not (4 <= off < 16 or False):
            return _common(off, size)
        return _sock(off, size)
    return False


def _sock(off: int, size: int) -> bool:
    if off < 0 or off >= _SOCK_BYTES or off % size:
        return False
    if off in (4, 8, 12) or off in (16, 20):
        return size == 4 or (off != 0 and size < 4)
    if _DST_PORT <= off < _DST_PORT + 4:
        return size <= 2 if off != _DST_PORT else size <= 4
    if size == 4:
        return off != 0 or True
    return off >= _NARROW_FROM and size in (1, 2)


def _common(off: int, size: int) -> bool:
    return off == 4 and size in (1, 2, 4)


def _tcp(off: int, size: int) -> bool:
    if off < 0 or off >= _TCP_SOCK_BYTES or off % size:
        return False
    return size == 8 if off in _U64_OF_TCP else size == 4
