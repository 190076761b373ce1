"""Loads, stores and atomics: what each kind of pointer lets a program touch.

Answers to ``check_mem_access`` and ``check_atomic``, and the functions for each kind of memory.

**Rule:** what is loaded is known by the kind of memory: spilled registers, read-only maps, types.

**Not modelled:** rewriting of the accesses.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.bounds import known
from sim.bpf.verifier.btf_access import Walked, btf_struct_access
from sim.bpf.verifier.check_ctx import check_ctx_access
from sim.bpf.verifier.check_kptr import check_map_kptr_access
from sim.bpf.verifier.check_map import (
    ACCESS_DIRECT,
    BPF_READ,
    BPF_WRITE,
    check_map_access,
    check_map_access_type,
    check_mem_access_size,
    check_mem_region,
    kptr_at,
)
from sim.bpf.verifier.check_stack import (
    check_stack_read,
    check_stack_within_bounds,
    check_stack_write,
    update_stack_depth,
)
from sim.bpf.verifier.deduce import DeepDraft
from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.line_info import verbose_linfo
from sim.bpf.verifier.lsm_range import hook_result
from sim.bpf.verifier.objects import check_object_access
from sim.bpf.verifier.packets import may_access_direct_pkt_data
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.regs import (
    check_dst,
    check_src,
    frame_of,
    is_pointer_value,
    mark_unknown,
    set_const,
    set_reg,
)
from sim.bpf.verifier.sock_access import sock_access_fits
from sim.bpf.verifier.spec import Map
from sim.bpf.verifier.tnum import tnum_add, tnum_is_aligned
from sim.bpf.verifier.trust import walked_flag
from sim.bpf.verifier.types import (
    CONST_PTR_TO_MAP,
    MEM_PERCPU,
    MEM_RDONLY,
    MEM_USER,
    OBJ_ALLOC,
    PTR_MAYBE_NULL,
    PTR_TO_BTF_ID,
    PTR_TO_BUF,
    PTR_TO_CTX,
    PTR_TO_FLOW_KEYS,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_MEM,
    PTR_TO_PACKET,
    PTR_TO_PACKET_META,
    PTR_TO_SOCK_COMMON,
    PTR_TO_SOCKET,
    PTR_TO_STACK,
    PTR_TO_TCP_SOCK,
    PTR_TO_TP_BUFFER,
    PTR_TO_XDP_SOCK,
    PTR_UNTRUSTED,
    SCALAR_VALUE,
    base_type,
    type_may_be_null,
)

__all__ = [
    "check_atomic",
    "check_buffer_access",
    "check_mem_access",
    "check_packet_access",
    "check_ptr_alignment",
    "check_ptr_off_reg",
    "check_ptr_to_btf",
]

_IP_ALIGN = 2
_FLOW_KEYS_BYTES = 56
_U64 = (1 << 64) - 1
_DESCS = {
    PTR_TO_FLOW_KEYS: "flow keys ",
    PTR_TO_MAP_KEY: "key ",
    PTR_TO_MAP_VALUE: "value ",
    PTR_TO_CTX: "context ",
    PTR_TO_STACK: "stack ",
    PTR_TO_SOCKET: "sock ",
    PTR_TO_SOCK_COMMON: "sock_common ",
    PTR_TO_TCP_SOCK: "tcp_sock ",
    PTR_TO_XDP_SOCK: "xdp_sock ",
}
_SOCKS = (PTR_TO_SOCKET, PTR_TO_SOCK_COMMON, PTR_TO_TCP_SOCK, PTR_TO_XDP_SOCK)
_PACKETS = (PTR_TO_PACKET, PTR_TO_PACKET_META)
_NEGATIVE = "min value is negative, either use unsigned index or do a if (index >=0) check."


def check_ptr_alignment(env: Env, reg: Reg, off: int, size: int, *, strict: bool) -> None:
    """Refuse accesses that are not aligned, where that matters."""
    strict = strict or env.strict_alignment or reg.type == PTR_TO_STACK
    if not strict or size == 1:
        return
    var_off = reg.bounds.var_off
    if reg.type in _PACKETS:
        total = tnum_add(var_off, ((_IP_ALIGN + reg.off + off) & _U64, 0))
        if not tnum_is_aligned(total, size):
            where = f"{_IP_ALIGN}+{env.tnum_str(var_off)}+{reg.off}+{off}"
            env.reject(f"misaligned packet access off {where} size {size}")
        return
    total = tnum_add(var_off, ((reg.off + off) & _U64, 0))
    if not tnum_is_aligned(total, size):
        where = f"{env.tnum_str(var_off)}+{reg.off}+{off}"
        desc = _DESCS.get(reg.type, "")
        env.reject(f"misaligned {desc}access off {where} size {size}")


def check_ptr_off_reg(env: Env, reg: Reg, regno: int, *, fixed_off_ok: bool = False) -> None:
    """Refuse a pointer that was moved (__check_ptr_off_reg)."""
    name = env.type_str(reg.type)
    if reg.off < 0:
        env.reject(f"negative offset {name} ptr R{regno} off={reg.off} disallowed")
    if not fixed_off_ok and reg.off:
        env.reject(f"dereference of modified {name} ptr R{regno} off={reg.off} disallowed")
    if not reg.bounds.is_const or reg.bounds.value:
        var_off = env.tnum_str(reg.bounds.var_off)
        env.reject(f"variable {name} access var_off={var_off} disallowed")


def check_mem_access(
    env: Env,
    regno: int,
    off: int,
    size: int,
    kind: int,
    value_regno: int,
    *,
    strict: bool = False,
) -> None:
    """Check a load or store of *size* bytes at register *regno* plus *off*.

    *kind* is ``BPF_READ`` or ``BPF_WRITE``, *value_regno* the register loaded or stored (-1 for
    none); *strict* refuses what is misaligned.
    """
    reg = env.frame.regs[regno]
    check_ptr_alignment(env, reg, off, size, strict=strict)
    off += reg.off
    base = base_type(reg.type)
    check = _CHECKS.get(reg.type) or (_BASE_CHECKS.get(base))
    if base == PTR_TO_BTF_ID and type_may_be_null(reg.type):
        check = None
    if check is None:
        env.reject(f"R{regno} invalid mem access '{env.type_str(reg.type)}'")
    check(env, regno, off, size, kind, value_regno)
    if size < 8 and value_regno >= 0 and kind == BPF_READ:
        value = env.frame.regs[value_regno]
        if value.type == SCALAR_VALUE:
            _coerce(env, value_regno, value, size)


def _coerce(env: Env, regno: int, value: Reg, size: int) -> None:
    draft = env.draft.of(value.bounds)
    insn = env.insns[env.insn_idx]
    if insn.insn_class == isa.BPF_LDX and insn.mode == isa.BPF_MEMSX:
        signed = DeepDraft.of(value.bounds)
        signed.sign_extend(size)
        draft = signed
    else:
        draft.coerce_to_size(size)
    new = value.copy()
    new.bounds = draft.done()
    set_reg(env, regno, new)


def _leaks(env: Env, kind: int, value_regno: int, what: str) -> None:
    if kind == BPF_WRITE and value_regno >= 0 and is_pointer_value(env, value_regno):
        env.reject(f"R{value_regno} leaks addr into {what}")


def _loaded(env: Env, kind: int, value_regno: int) -> None:
    if kind == BPF_READ and value_regno >= 0:
        mark_unknown(env, value_regno)


def _map_key(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    if kind == BPF_WRITE:
        env.reject(f"write to change key R{regno} not allowed")
    map = env.frame.regs[regno].map
    assert map is not None
    check_mem_region(env, regno, off, size, map.key_size, zero_size_allowed=False)
    if value_regno >= 0:
        mark_unknown(env, value_regno)


def _map_value(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    reg = env.frame.regs[regno]
    map = reg.map
    assert map is not None
    _leaks(env, kind, value_regno, "map")
    check_map_access_type(env, regno, off, size, kind)
    check_map_access(env, regno, off, size, zero_size_allowed=False, source=ACCESS_DIRECT)
    at = off + reg.bounds.smin
    kptr = kptr_at(map, at) if reg.bounds.is_const else None
    if kptr is not None:
        check_map_kptr_access(env, map, kptr, regno, value_regno)
    elif kind == BPF_READ and value_regno >= 0:
        if reg.bounds.is_const and map.frozen is not None:
            _read_frozen(env, map, at, size, value_regno)
        else:
            mark_unknown(env, value_regno)


def _read_frozen(env: Env, map: Map, at: int, size: int, value_regno: int) -> None:
    assert map.frozen is not None
    value = int.from_bytes(map.frozen[at : at + size], "little")
    set_const(env, value_regno, value)
    reg = env.frame.regs[value_regno].copy()
    reg.bounds = known(value)
    set_reg(env, value_regno, reg)


def _mem(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    reg = env.frame.regs[regno]
    name = env.type_str(reg.type)
    is_rdonly = bool(reg.type & MEM_RDONLY)
    if type_may_be_null(reg.type):
        env.reject(f"R{regno} invalid mem access '{name}'")
    if kind == BPF_WRITE and is_rdonly:
        env.reject(f"R{regno} cannot write into {name}")
    _leaks(env, kind, value_regno, "mem")
    check_mem_region(env, regno, off, size, reg.mem_size, zero_size_allowed=False)
    if value_regno >= 0 and (kind == BPF_READ or is_rdonly):
        mark_unknown(env, value_regno)


def _ctx(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    reg = env.frame.regs[regno]
    _leaks(env, kind, value_regno, "ctx")
    check_ptr_off_reg(env, reg, regno)
    try:
        found = check_ctx_access(env, off, size, is_write=kind == BPF_WRITE)
    except Rejected:
        verbose_linfo(env, env.insn_idx, "; ")
        raise
    if kind != BPF_READ or value_regno < 0:
        return
    if found.reg_type == SCALAR_VALUE:
        mark_unknown(env, value_regno)
        if found.is_retval:
            set_reg(env, value_regno, hook_result(env))
        return
    value = Reg(found.reg_type)
    if type_may_be_null(found.reg_type):
        value.id = env.new_id()
    if base_type(found.reg_type) == PTR_TO_BTF_ID:
        value.btf, value.btf_id = env.kernel.btf, found.btf_id
    set_reg(env, value_regno, value)


def _stack(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    reg = env.frame.regs[regno]
    check_stack_within_bounds(env, regno, off, size, ACCESS_DIRECT, kind)
    update_stack_depth(env, frame_of(env, reg), off + reg.bounds.smin)
    if kind == BPF_READ:
        check_stack_read(env, regno, off, size, value_regno)
    else:
        check_stack_write(env, regno, off, size, value_regno)


def check_packet_access(
    env: Env, regno: int, off: int, size: int, *, zero_size_allowed: bool
) -> None:
    """Check an access to the packet against what was compared with its end."""
    reg = env.frame.regs[regno]
    if reg.bounds.smin < 0:
        env.reject(f"R{regno} {_NEGATIVE}")
    errno = errnos.EACCES
    is_ok = False
    if reg.range < 0:
        errno = errnos.EINVAL
    else:
        is_ok = check_mem_access_size(
            env, regno, off, size, reg.range, zero_size_allowed=zero_size_allowed
        )
    if not is_ok:
        env.reject(f"R{regno} offset is outside of the packet", errno)


def _packet(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    if kind == BPF_WRITE and not may_access_direct_pkt_data(env, is_write=True):
        env.reject("cannot write into packet")
    _leaks(env, kind, value_regno, "packet")
    check_packet_access(env, regno, off, size, zero_size_allowed=False)
    _loaded(env, kind, value_regno)


def _flow_keys(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    _leaks(env, kind, value_regno, "flow keys")
    if off < 0 or off + size > _FLOW_KEYS_BYTES:
        env.reject(f"invalid access to flow keys off={off} size={size}")
    _loaded(env, kind, value_regno)


def _sock(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    reg = env.frame.regs[regno]
    name = env.type_str(reg.type)
    if kind == BPF_WRITE:
        env.reject(f"R{regno} cannot write into {name}")
    if reg.bounds.smin < 0:
        env.reject(f"R{regno} {_NEGATIVE}")
    if not sock_access_fits(reg.type, off, size):
        env.reject(f"R{regno} invalid {name} access off={off} size={size}")
    if value_regno >= 0:
        mark_unknown(env, value_regno)


def _buffer(env: Env, reg: Reg, regno: int, off: int, size: int, what: str) -> None:
    if off < 0:
        env.reject(f"R{regno} invalid {what} buffer access: off={off}, size={size}")
    if not reg.bounds.is_const or reg.bounds.value:
        var_off = env.tnum_str(reg.bounds.var_off)
        env.reject(f"R{regno} invalid variable buffer offset: off={off}, var_off={var_off}")


def check_buffer_access(env: Env, reg: Reg, regno: int, off: int, size: int) -> None:
    """Check an access to a buffer whose size is known only when the program is attached."""
    _buffer(env, reg, regno, off, size, "rdonly" if reg.type & MEM_RDONLY else "rdwr")


def _tp_buffer(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    _buffer(env, env.frame.regs[regno], regno, off, size, "tracepoint")
    _loaded(env, kind, value_regno)


def _buf(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    reg = env.frame.regs[regno]
    is_rdonly = bool(reg.type & MEM_RDONLY)
    if type_may_be_null(reg.type):
        env.reject(f"R{regno} invalid mem access '{env.type_str(reg.type)}'")
    if is_rdonly and kind == BPF_WRITE:
        env.reject(f"R{regno} cannot write into {env.type_str(reg.type)}")
    check_buffer_access(env, reg, regno, off, size)
    if value_regno >= 0 and (is_rdonly or kind == BPF_READ):
        mark_unknown(env, value_regno)


def check_ptr_to_btf(
    env: Env, regno: int, off: int, size: int, kind: int, value_regno: int
) -> None:
    """Check a load through a BTF-typed pointer (check_ptr_to_btf_access)."""
    reg = env.frame.regs[regno]
    assert reg.btf is not None
    name = reg.btf[reg.btf_id].name
    where = f"R{regno} is ptr_{name}"
    if env.later and not env.allow_ptr_leaks:
        message = f"'struct {name}' access is allowed only to CAP_PERFMON and CAP_SYS_ADMIN"
        env.reject(message, errnos.EPERM)
    if env.later and not env.gpl_compatible and reg.btf is env.kernel.btf:
        message = "Cannot access kernel 'struct {}' from non-GPL compatible program"
        env.reject(message.format(name), errnos.EINVAL)
    if off < 0:
        env.reject(f"{where} invalid negative access: off={off}")
    if not reg.bounds.is_const or reg.bounds.value:
        var_off = env.tnum_str(reg.bounds.var_off)
        env.reject(f"{where} invalid variable offset: off={off}, var_off={var_off}")
    if reg.type & MEM_USER:
        env.reject(f"{where} access user memory: off={off}")
    if reg.type & MEM_PERCPU:
        env.reject(f"{where} access percpu memory: off={off}")
    if reg.type & OBJ_ALLOC:
        check_object_access(env, reg, off, size)
        _loaded(env, kind, value_regno)
        return
    if kind != BPF_READ:
        env.reject("only read is supported")
    walked = btf_struct_access(env, reg.btf, reg.btf_id, off, size)
    if value_regno >= 0:
        flag = reg.type & PTR_UNTRUSTED
        if env.later and walked.btf_id:
            flag = walked_flag(env, reg, walked.struct, walked.field, walked.flag)
            walked = Walked(walked.btf_id, 0)
        _set_walked(env, value_regno, reg, walked, flag)


def _set_walked(env: Env, regno: int, reg: Reg, walked: Walked, flag: int) -> None:
    if not walked.btf_id:
        mark_unknown(env, regno)
        return
    value = Reg(PTR_TO_BTF_ID | walked.flag | flag)
    value.btf, value.btf_id = reg.btf or env.kernel.btf, walked.btf_id
    if value.type & PTR_MAYBE_NULL:
        value.id = env.new_id()
    set_reg(env, regno, value)


def _map_ptr(env: Env, regno: int, off: int, size: int, kind: int, value_regno: int) -> None:
    reg = env.frame.regs[regno]
    assert reg.map is not None
    name = map_struct(reg.map.map_type)
    type_id = env.kernel.btf.find(name) if name else None
    if type_id is None:
        message = f"map_ptr access not supported for map type {reg.map.map_type}"
        env.reject(message, 524)
    if not env.allow_ptr_leaks:
        shown = f"'struct {name}'" if env.later else name
        message = f"{shown} access is allowed only to CAP_PERFMON and CAP_SYS_ADMIN"
        env.reject(message, errnos.EPERM)
    if off < 0:
        env.reject(f"R{regno} is {name} invalid negative access: off={off}")
    if kind != BPF_READ:
        env.reject(f"only read from {name} is supported")
    walked = btf_struct_access(env, env.kernel.btf, type_id, off, size)
    if value_regno >= 0:
        plain = Reg()
        plain.btf = env.kernel.btf
        _set_walked(env, value_regno, plain, walked, 0)


def map_struct(map_type: int) -> str:
    """Name the kernel's struct behind a map of this type."""
    return _MAP_STRUCT_NAMES.get(map_type, "")


_MAP_STRUCT_NAMES = {
    **dict.fromkeys((1, 5, 9, 10, 13), "bpf_htab"),
    **dict.fromkeys((2, 3, 4, 6, 8, 12), "bpf_array"),
    7: "bpf_stack_map",
    11: "lpm_trie",
    **dict.fromkeys((14, 25), "bpf_dtab"),
    15: "bpf_stab",
    16: "bpf_cpu_map",
    17: "xsk_map",
    18: "bpf_shtab",
    **dict.fromkeys((19, 21), "bpf_cgroup_storage_map"),
    20: "reuseport_array",
    **dict.fromkeys((22, 23), "bpf_queue_stack"),
    **dict.fromkeys((24, 28, 29, 32), "bpf_local_storage_map"),
    **dict.fromkeys((27, 31), "bpf_ringbuf_map"),
    30: "bpf_bloom_filter",
}

_CHECKS = {
    PTR_TO_MAP_KEY: _map_key,
    PTR_TO_MAP_VALUE: _map_value,
    PTR_TO_CTX: _ctx,
    PTR_TO_STACK: _stack,
    PTR_TO_PACKET: _packet,
    PTR_TO_PACKET_META: _packet,
    PTR_TO_FLOW_KEYS: _flow_keys,
    PTR_TO_SOCKET: _sock,
    PTR_TO_SOCK_COMMON: _sock,
    PTR_TO_TCP_SOCK: _sock,
    PTR_TO_XDP_SOCK: _sock,
    PTR_TO_TP_BUFFER: _tp_buffer,
    CONST_PTR_TO_MAP: _map_ptr,
}
_BASE_CHECKS = {PTR_TO_MEM: _mem, PTR_TO_BTF_ID: check_ptr_to_btf, PTR_TO_BUF: _buf}


def check_atomic(env: Env, insn: Insn) -> None:
    """Walk an atomic operation."""
    size = isa.MEM_SIZE_BYTES[insn.size]
    check_src(env, insn.src_reg)
    check_src(env, insn.dst_reg)
    if insn.imm == isa.BPF_CMPXCHG:
        check_src(env, 0)
        if is_pointer_value(env, 0):
            env.reject("R0 leaks addr into mem")
    if is_pointer_value(env, insn.src_reg):
        env.reject(f"R{insn.src_reg} leaks addr into mem")
    reg = env.frame.regs[insn.dst_reg]
    if base_type(reg.type) in (PTR_TO_CTX, *_PACKETS, PTR_TO_FLOW_KEYS, *_SOCKS):
        name = env.type_str(reg.type)
        env.reject(f"BPF_ATOMIC stores into R{insn.dst_reg} {name} is not allowed")
    load_reg = -1
    if insn.imm & isa.BPF_FETCH:
        load_reg = 0 if insn.imm == isa.BPF_CMPXCHG else insn.src_reg
        check_dst(env, load_reg)
        mark_unknown(env, load_reg)
    dst, off = insn.dst_reg, insn.off
    check_mem_access(env, dst, off, size, BPF_READ, -1, strict=True)
    if load_reg >= 0:
        check_mem_access(env, dst, off, size, BPF_READ, load_reg, strict=True)
    check_mem_access(env, dst, off, size, BPF_WRITE, -1, strict=True)
