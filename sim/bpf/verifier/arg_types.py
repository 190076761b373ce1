"""The register types that each argument type accepts.

Answers to the tables of compatible register types of Linux 6.1.192 (``compatible_reg_types``).

**Rule:** the order is that of the message ``R1 type=scalar expected=fp, pkt, ...``.

**Not modelled:** what is looked at after the type fits (`sim.bpf.verifier`).
"""

from __future__ import annotations

from collections.abc import Mapping

from sim.bpf.verifier import types as t

__all__ = ["COMPATIBLE", "LATER_COMPATIBLE"]

_MAP_KEY_VALUE = (
    t.PTR_TO_STACK,
    t.PTR_TO_PACKET,
    t.PTR_TO_PACKET_META,
    t.PTR_TO_MAP_KEY,
    t.PTR_TO_MAP_VALUE,
)
_SCALAR = (t.SCALAR_VALUE,)
_MAP_VALUE = (t.PTR_TO_MAP_VALUE,)
_SOCK = (t.PTR_TO_SOCK_COMMON, t.PTR_TO_SOCKET, t.PTR_TO_TCP_SOCK, t.PTR_TO_XDP_SOCK)

#: By the base of the argument's type. ``ARG_ANYTHING`` is not here: it takes every readable
#: register. The 6.1 series has no ``ARG_PTR_TO_INT`` and ``ARG_PTR_TO_LONG`` any more; they took
#: what a map's key takes.
COMPATIBLE: Mapping[int, tuple[int, ...]] = {
    t.ARG_CONST_MAP_PTR: (t.CONST_PTR_TO_MAP,),
    t.ARG_PTR_TO_MAP_KEY: _MAP_KEY_VALUE,
    t.ARG_PTR_TO_MAP_VALUE: _MAP_KEY_VALUE,
    t.ARG_PTR_TO_MEM: (
        *_MAP_KEY_VALUE,
        t.PTR_TO_MEM,
        t.PTR_TO_MEM | t.MEM_ALLOC,
        t.PTR_TO_BUF,
    ),
    t.ARG_CONST_SIZE: _SCALAR,
    t.ARG_CONST_SIZE_OR_ZERO: _SCALAR,
    t.ARG_PTR_TO_CTX: (t.PTR_TO_CTX,),
    t.ARG_PTR_TO_SPIN_LOCK: _MAP_VALUE,
    t.ARG_PTR_TO_SOCK_COMMON: _SOCK,
    t.ARG_PTR_TO_INT: _MAP_KEY_VALUE,
    t.ARG_PTR_TO_LONG: _MAP_KEY_VALUE,
    t.ARG_PTR_TO_SOCKET: (t.PTR_TO_SOCKET,),
    t.ARG_PTR_TO_BTF_ID: (t.PTR_TO_BTF_ID,),
    t.ARG_PTR_TO_ALLOC_MEM: (t.PTR_TO_MEM | t.MEM_ALLOC,),
    t.ARG_CONST_ALLOC_SIZE_OR_ZERO: _SCALAR,
    t.ARG_PTR_TO_BTF_ID_SOCK_COMMON: (*_SOCK, t.PTR_TO_BTF_ID),
    t.ARG_PTR_TO_PERCPU_BTF_ID: (t.PTR_TO_BTF_ID | t.MEM_PERCPU,),
    t.ARG_PTR_TO_FUNC: (t.PTR_TO_FUNC,),
    t.ARG_PTR_TO_STACK: (t.PTR_TO_STACK,),
    t.ARG_PTR_TO_CONST_STR: _MAP_VALUE,
    t.ARG_PTR_TO_TIMER: _MAP_VALUE,
    t.ARG_PTR_TO_KPTR: _MAP_VALUE,
    t.ARG_PTR_TO_DYNPTR: (t.PTR_TO_STACK, t.PTR_TO_DYNPTR | t.DYNPTR_TYPE_LOCAL),
}

_BTF_IDS = (t.PTR_TO_BTF_ID, t.PTR_TO_BTF_ID | t.PTR_TRUSTED, t.PTR_TO_BTF_ID | t.MEM_RCU)
_MEM_LATER = (
    *_MAP_KEY_VALUE,
    t.PTR_TO_MEM,
    t.PTR_TO_MEM | t.MEM_RINGBUF,
    t.PTR_TO_BUF,
    t.PTR_TO_BTF_ID | t.PTR_TRUSTED,
)
_LOCKS = (t.PTR_TO_MAP_VALUE, t.PTR_TO_BTF_ID | t.OBJ_ALLOC)
_PERCPU = t.PTR_TO_BTF_ID | t.MEM_PERCPU
#: What 6.12 takes otherwise.
LATER_COMPATIBLE: Mapping[int, tuple[int, ...]] = {
    **COMPATIBLE,
    t.ARG_ANYTHING: _SCALAR,  # of bpf_loop's first argument only
    t.ARG_PTR_TO_MAP_KEY: _MEM_LATER,
    t.ARG_PTR_TO_MAP_VALUE: _MEM_LATER,
    t.ARG_PTR_TO_MEM: _MEM_LATER,
    t.ARG_PTR_TO_ALLOC_MEM: (t.PTR_TO_MEM | t.MEM_RINGBUF,),
    t.ARG_PTR_TO_BTF_ID: _BTF_IDS,
    t.ARG_PTR_TO_BTF_ID_SOCK_COMMON: (
        *_SOCK,
        t.PTR_TO_BTF_ID,
        t.PTR_TO_BTF_ID | t.PTR_TRUSTED,
    ),
    t.ARG_PTR_TO_PERCPU_BTF_ID: (_PERCPU, _PERCPU | t.MEM_RCU, _PERCPU | t.PTR_TRUSTED),
    t.ARG_PTR_TO_SPIN_LOCK: _LOCKS,
}
