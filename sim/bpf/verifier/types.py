"""Register, argument and return types, and the flags that qualify them.

Answers to ``enum bpf_reg_type``, ``bpf_arg_type``, ``bpf_return_type`` and ``bpf_type_flag`` in
``include/linux/bpf.h``. A type is an integer: a base in the low eight bits, flags above. Names are
the kernel's; the numbers are ours and appear in no result.

**Rule:** compare bases with `base_type`, flags with ``&``; a whole type is equal only with its
flags.

**Not modelled:** types that came after 6.1.
"""

from __future__ import annotations

from collections.abc import Mapping

FLAG_SHIFT = 8
BASE_MASK = (1 << FLAG_SHIFT) - 1

# enum bpf_type_flag
PTR_MAYBE_NULL = 1 << 8
MEM_RDONLY = 1 << 9
MEM_ALLOC = 1 << 10
MEM_USER = 1 << 11
MEM_PERCPU = 1 << 12
OBJ_RELEASE = 1 << 13
PTR_UNTRUSTED = 1 << 14
MEM_UNINIT = 1 << 15
DYNPTR_TYPE_LOCAL = 1 << 16
DYNPTR_TYPE_RINGBUF = 1 << 17
MEM_FIXED_SIZE = 1 << 18
PTR_TRUSTED = 1 << 19
MEM_RINGBUF = 1 << 20
MEM_RCU = 1 << 21
NON_OWN_REF = 1 << 22
MEM_ALIGNED = 1 << 23
MEM_WRITE = 1 << 24
#: An object that the program allocated (``MEM_ALLOC`` of 6.2 and later).
OBJ_ALLOC = 1 << 25
DYNPTR_TYPES = DYNPTR_TYPE_LOCAL | DYNPTR_TYPE_RINGBUF

# enum bpf_reg_type
NOT_INIT = 0
SCALAR_VALUE = 1
PTR_TO_CTX = 2
CONST_PTR_TO_MAP = 3
PTR_TO_MAP_VALUE = 4
PTR_TO_MAP_KEY = 5
PTR_TO_STACK = 6
PTR_TO_PACKET_META = 7
PTR_TO_PACKET = 8
PTR_TO_PACKET_END = 9
PTR_TO_FLOW_KEYS = 10
PTR_TO_SOCKET = 11
PTR_TO_SOCK_COMMON = 12
PTR_TO_TCP_SOCK = 13
PTR_TO_TP_BUFFER = 14
PTR_TO_XDP_SOCK = 15
PTR_TO_BTF_ID = 16
PTR_TO_MEM = 17
PTR_TO_BUF = 18
PTR_TO_FUNC = 19
PTR_TO_DYNPTR = 20
PTR_TO_MAP_VALUE_OR_NULL = PTR_TO_MAP_VALUE | PTR_MAYBE_NULL
PTR_TO_SOCKET_OR_NULL = PTR_TO_SOCKET | PTR_MAYBE_NULL
PTR_TO_SOCK_COMMON_OR_NULL = PTR_TO_SOCK_COMMON | PTR_MAYBE_NULL
PTR_TO_TCP_SOCK_OR_NULL = PTR_TO_TCP_SOCK | PTR_MAYBE_NULL
PTR_TO_BTF_ID_OR_NULL = PTR_TO_BTF_ID | PTR_MAYBE_NULL

# enum bpf_arg_type
ARG_DONTCARE = 0
ARG_CONST_MAP_PTR = 1
ARG_PTR_TO_MAP_KEY = 2
ARG_PTR_TO_MAP_VALUE = 3
ARG_PTR_TO_MEM = 4
ARG_CONST_SIZE = 5
ARG_CONST_SIZE_OR_ZERO = 6
ARG_PTR_TO_CTX = 7
ARG_ANYTHING = 8
ARG_PTR_TO_SPIN_LOCK = 9
ARG_PTR_TO_SOCK_COMMON = 10
ARG_PTR_TO_INT = 11
ARG_PTR_TO_LONG = 12
ARG_PTR_TO_SOCKET = 13
ARG_PTR_TO_BTF_ID = 14
ARG_PTR_TO_ALLOC_MEM = 15
ARG_CONST_ALLOC_SIZE_OR_ZERO = 16
ARG_PTR_TO_BTF_ID_SOCK_COMMON = 17
ARG_PTR_TO_PERCPU_BTF_ID = 18
ARG_PTR_TO_FUNC = 19
ARG_PTR_TO_STACK = 20
ARG_PTR_TO_CONST_STR = 21
ARG_PTR_TO_TIMER = 22
ARG_PTR_TO_KPTR = 23
ARG_PTR_TO_DYNPTR = 24
ARG_PTR_TO_MAP_VALUE_OR_NULL = ARG_PTR_TO_MAP_VALUE | PTR_MAYBE_NULL
ARG_PTR_TO_MEM_OR_NULL = ARG_PTR_TO_MEM | PTR_MAYBE_NULL
ARG_PTR_TO_CTX_OR_NULL = ARG_PTR_TO_CTX | PTR_MAYBE_NULL
ARG_PTR_TO_SOCKET_OR_NULL = ARG_PTR_TO_SOCKET | PTR_MAYBE_NULL
ARG_PTR_TO_ALLOC_MEM_OR_NULL = ARG_PTR_TO_ALLOC_MEM | PTR_MAYBE_NULL
ARG_PTR_TO_STACK_OR_NULL = ARG_PTR_TO_STACK | PTR_MAYBE_NULL
ARG_PTR_TO_BTF_ID_OR_NULL = ARG_PTR_TO_BTF_ID | PTR_MAYBE_NULL
ARG_PTR_TO_UNINIT_MEM = ARG_PTR_TO_MEM | MEM_UNINIT
ARG_PTR_TO_UNINIT_MAP_VALUE = ARG_PTR_TO_MAP_VALUE | MEM_UNINIT
ARG_PTR_TO_FIXED_SIZE_MEM = ARG_PTR_TO_MEM | MEM_FIXED_SIZE

# enum bpf_return_type
RET_INTEGER = 0
RET_VOID = 1
RET_PTR_TO_MAP_VALUE = 2
RET_PTR_TO_SOCKET = 3
RET_PTR_TO_TCP_SOCK = 4
RET_PTR_TO_SOCK_COMMON = 5
RET_PTR_TO_MEM = 6
RET_PTR_TO_MEM_OR_BTF_ID = 7
RET_PTR_TO_BTF_ID = 8
RET_PTR_TO_MAP_VALUE_OR_NULL = RET_PTR_TO_MAP_VALUE | PTR_MAYBE_NULL
RET_PTR_TO_SOCKET_OR_NULL = RET_PTR_TO_SOCKET | PTR_MAYBE_NULL
RET_PTR_TO_TCP_SOCK_OR_NULL = RET_PTR_TO_TCP_SOCK | PTR_MAYBE_NULL
RET_PTR_TO_SOCK_COMMON_OR_NULL = RET_PTR_TO_SOCK_COMMON | PTR_MAYBE_NULL
#: Of ringbuf_reserve: must be submitted or discarded.
RET_PTR_TO_ALLOC_MEM_OR_NULL = RET_PTR_TO_MEM | PTR_MAYBE_NULL | MEM_ALLOC
RET_PTR_TO_DYNPTR_MEM_OR_NULL = RET_PTR_TO_MEM | PTR_MAYBE_NULL
RET_PTR_TO_BTF_ID_OR_NULL = RET_PTR_TO_BTF_ID | PTR_MAYBE_NULL

_REG_TYPE_STR = {
    NOT_INIT: "?",
    SCALAR_VALUE: "scalar",
    PTR_TO_CTX: "ctx",
    CONST_PTR_TO_MAP: "map_ptr",
    PTR_TO_MAP_VALUE: "map_value",
    PTR_TO_STACK: "fp",
    PTR_TO_PACKET: "pkt",
    PTR_TO_PACKET_META: "pkt_meta",
    PTR_TO_PACKET_END: "pkt_end",
    PTR_TO_FLOW_KEYS: "flow_keys",
    PTR_TO_SOCKET: "sock",
    PTR_TO_SOCK_COMMON: "sock_common",
    PTR_TO_TCP_SOCK: "tcp_sock",
    PTR_TO_TP_BUFFER: "tp_buffer",
    PTR_TO_XDP_SOCK: "xdp_sock",
    PTR_TO_BTF_ID: "ptr_",
    PTR_TO_MEM: "mem",
    PTR_TO_BUF: "buf",
    PTR_TO_FUNC: "func",
    PTR_TO_MAP_KEY: "map_key",
    PTR_TO_DYNPTR: "dynptr_ptr",
}
_PREFIXES: Mapping[int, str] = {
    MEM_RDONLY: "rdonly_",
    MEM_ALLOC: "alloc_",
    MEM_RINGBUF: "ringbuf_",
    MEM_USER: "user_",
    MEM_PERCPU: "percpu_",
    MEM_RCU: "rcu_",
    PTR_UNTRUSTED: "untrusted_",
    PTR_TRUSTED: "trusted_",
}


#: Flags that came with names of which all show.
_LATER = PTR_TRUSTED | MEM_RCU | MEM_RINGBUF


def base_type(kind: int) -> int:
    """Return *kind* without its flags."""
    return kind & BASE_MASK


def type_may_be_null(kind: int) -> bool:
    """Say whether a pointer of type *kind* must be checked for NULL first."""
    return bool(kind & PTR_MAYBE_NULL)


def reg_type_str(kind: int) -> str:
    """Name a register type as the kernel's log does (6.1: only the last prefix shows)."""
    base = kind & BASE_MASK
    postfix = ""
    if kind & PTR_MAYBE_NULL:
        postfix = "or_null_" if base == PTR_TO_BTF_ID else "_or_null"
    prefix = ""
    for flag, text in _PREFIXES.items():
        if kind & flag:
            prefix = prefix + text if kind & _LATER else text
    return f"{prefix}{_REG_TYPE_STR[base]}{postfix}"


__all__ = [
    *sorted(name for name in globals() if name.isupper()),
    "base_type",
    "reg_type_str",
    "type_may_be_null",
]
