"""One argument of a helper call.

Answers to ``check_func_arg``, ``check_reg_type`` and ``check_func_arg_reg_off``.

**Rule:** what one argument tells about the others goes into the call's `CallMeta`.

**Not modelled:** arguments that came after 6.1.
"""

from __future__ import annotations

import errno as errnos
from collections.abc import Iterator
from contextlib import contextmanager

from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.spec import MapType
from sim.bpf.verifier import types as t
from sim.bpf.verifier.arg_types import COMPATIBLE, LATER_COMPATIBLE
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.call_meta import CallMeta
from sim.bpf.verifier.check_kptr import map_kptr_match_type
from sim.bpf.verifier.check_map import (
    ACCESS_HELPER,
    BPF_READ,
    BPF_WRITE,
    check_map_access,
)
from sim.bpf.verifier.check_mem import check_mem_access, check_ptr_alignment, check_ptr_off_reg
from sim.bpf.verifier.dynptr import (
    BPF_DYNPTR_BYTES,
    is_acquired,
    is_dynptr_init,
    is_dynptr_type,
    is_dynptr_uninit,
    type_name,
)
from sim.bpf.verifier.dynptr_slots import (
    check_dynptr_release,
    mark_dynptr_slots,
    process_dynptr,
)
from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.insn_text import func_name
from sim.bpf.verifier.map_fields import process_kptr, process_spin_lock, process_timer
from sim.bpf.verifier.mem_arg import check_helper_mem_access, check_mem_size_reg, is_null
from sim.bpf.verifier.object_lock import process_object_lock
from sim.bpf.verifier.packets import may_access_direct_pkt_data
from sim.bpf.verifier.protos import FuncProto
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.regs import check_src, is_pointer_value
from sim.bpf.verifier.struct_match import struct_ids_match
from sim.versions.features import Feature

__all__ = ["check_arg_offset", "check_func_arg"]

_SPIN_LOCK = HELPER_IDS["bpf_spin_lock"]
_SK_RELEASE = HELPER_IDS["bpf_sk_release"]
_KPTR_XCHG = HELPER_IDS["bpf_kptr_xchg"]
_LOOP = HELPER_IDS["bpf_loop"]
_MAP_PEEK_ELEM = HELPER_IDS["bpf_map_peek_elem"]
_MEMORY_ARGS = (t.ARG_PTR_TO_MEM, t.ARG_PTR_TO_MAP_KEY, t.ARG_PTR_TO_MAP_VALUE)
_PACKETS = (t.PTR_TO_PACKET, t.PTR_TO_PACKET_META)
_OFFSET_OK = (
    t.PTR_TO_STACK,
    *_PACKETS,
    t.PTR_TO_MAP_KEY,
    t.PTR_TO_MAP_VALUE,
    t.PTR_TO_MEM,
    t.PTR_TO_MEM | t.MEM_RDONLY,
    t.PTR_TO_MEM | t.MEM_ALLOC,
    t.PTR_TO_BUF,
    t.PTR_TO_BUF | t.MEM_RDONLY,
    t.SCALAR_VALUE,
)


def check_func_arg(env: Env, arg: int, meta: CallMeta, proto: FuncProto) -> None:
    """Check argument *arg* (0 to 4) of a call."""
    regno = arg + 1
    arg_type = proto.args[arg]
    if arg_type == t.ARG_DONTCARE:
        return
    reg = check_src(env, regno)
    if arg_type == t.ARG_ANYTHING and not (env.later and meta.func_id == _LOOP and arg == 0):
        if is_pointer_value(env, regno):
            env.reject(f"R{regno} leaks addr into helper function")
        return
    if reg.type in _PACKETS and not may_access_direct_pkt_data(
        env, is_write=False, helper_pkt_access=meta.pkt_access
    ):
        env.reject("helper access to the packet is not allowed")
    if t.base_type(arg_type) == t.ARG_PTR_TO_MAP_VALUE:
        arg_type = _resolve_map_arg(env, meta, arg_type)
    is_null_arg = is_null(reg) and t.type_may_be_null(arg_type)
    if is_null_arg and env.later:
        mark_chain_precision(env, regno)
    if not is_null_arg:
        _check_reg_type(env, regno, arg_type, proto.arg_btf[arg], meta)
        check_arg_offset(env, reg, regno, arg_type)
    if arg_type == t.ARG_ANYTHING:
        return
    _check_reference(env, reg, regno, arg_type, meta)
    _CHECKS.get(t.base_type(arg_type), _nothing)(env, regno, arg_type, meta, proto)


def _resolve_map_arg(env: Env, meta: CallMeta, arg_type: int) -> int:
    if meta.map is None:
        env.reject("invalid map_ptr to access map->type")
    kind = meta.map.map_type
    if kind in (MapType.BPF_MAP_TYPE_SOCKMAP, MapType.BPF_MAP_TYPE_SOCKHASH):
        if arg_type != t.ARG_PTR_TO_MAP_VALUE:
            env.reject("invalid arg_type for sockmap/sockhash", errnos.EINVAL)
        return t.ARG_PTR_TO_BTF_ID_SOCK_COMMON
    if kind == MapType.BPF_MAP_TYPE_BLOOM_FILTER and meta.func_id == _MAP_PEEK_ELEM:
        return t.ARG_PTR_TO_MAP_VALUE
    return arg_type


def _check_reg_type(env: Env, regno: int, arg_type: int, arg_btf: str, meta: CallMeta) -> None:
    reg = env.frame.regs[regno]
    table = LATER_COMPATIBLE if env.later else COMPATIBLE
    compatible = table[t.base_type(arg_type)]
    is_lock = t.base_type(arg_type) == t.ARG_PTR_TO_SPIN_LOCK
    if is_lock and Feature.OBJ_NEW in env.features and not env.later:
        compatible += (t.PTR_TO_BTF_ID | t.OBJ_ALLOC,)
    kind = reg.type
    if arg_type & t.MEM_RDONLY:
        kind &= ~t.MEM_RDONLY
    if arg_type & t.PTR_MAYBE_NULL:
        kind &= ~t.PTR_MAYBE_NULL
    if kind & t.MEM_ALLOC and env.later:
        kind = kind & ~t.MEM_ALLOC | t.MEM_RINGBUF
    if kind not in compatible:
        expected = ", ".join(env.type_str(one) for one in compatible)
        env.reject(f"R{regno} type={env.type_str(reg.type)} expected={expected}")
    takes_memory = t.base_type(arg_type) in _MEMORY_ARGS
    if env.later and takes_memory and t.base_type(reg.type) == t.PTR_TO_BTF_ID:
        if not arg_type & t.MEM_RDONLY:
            name = func_name(meta.func_id)
            text = f"may write into memory pointed by R{regno} type={env.type_str(reg.type)}"
            env.reject(f"{name}() {text}")
        return
    if reg.type & ~(t.PTR_TRUSTED | t.MEM_RCU) == t.PTR_TO_BTF_ID:
        _check_struct(env, regno, reg, arg_type, arg_btf, meta)


def _check_struct(
    env: Env, regno: int, reg: Reg, arg_type: int, arg_btf: str, meta: CallMeta
) -> None:
    if meta.func_id == _KPTR_XCHG:
        assert meta.kptr is not None
        map_kptr_match_type(env, meta.kptr, reg, regno)
        return
    wanted = arg_btf or "sock_common"
    kernel = env.kernel.btf
    need_id = kernel.find(wanted)
    strict = bool(arg_type & t.OBJ_RELEASE) and meta.func_id != _SK_RELEASE
    assert reg.btf is not None
    need = kernel, need_id or 0
    if not struct_ids_match(env, reg.btf, reg.btf_id, reg.off, need, strict=strict):
        have = reg.btf[reg.btf_id].name
        env.reject(f"R{regno} is of type {have} but {wanted} is expected")


def check_arg_offset(env: Env, reg: Reg, regno: int, arg_type: int) -> None:
    """Refuse a pointer with an offset where an argument takes none (check_func_arg_reg_off)."""
    base = t.base_type(arg_type)
    fixed_off_ok = False
    if env.later:
        _check_offset_later(env, reg, regno, arg_type)
        return
    if reg.type in _OFFSET_OK:
        is_dynptr = base == t.ARG_PTR_TO_DYNPTR
        if reg.type == t.PTR_TO_STACK and is_dynptr and reg.off % 8:
            env.reject("cannot pass in dynptr at an offset", errnos.EINVAL)
        if base != t.ARG_PTR_TO_ALLOC_MEM:
            return
    elif reg.type & ~(t.OBJ_ALLOC | t.NON_OWN_REF) == t.PTR_TO_BTF_ID:
        if arg_type & t.OBJ_RELEASE and reg.off:
            text = "must have zero offset when passed to release func"
            env.reject(f"R{regno} {text}", errnos.EINVAL)
        fixed_off_ok = True
    elif reg.type == t.NOT_INIT:  # nobody looked before a call of a kernel function
        env.reject("variable ? access var_off=(0x0; 0xffffffffffffffff) disallowed")
    check_ptr_off_reg(env, reg, regno, fixed_off_ok=fixed_off_ok)


def _check_offset_later(env: Env, reg: Reg, regno: int, arg_type: int) -> None:
    if arg_type & t.OBJ_RELEASE:
        is_dynptr = t.base_type(arg_type) == t.ARG_PTR_TO_DYNPTR
        if is_dynptr and reg.type == t.PTR_TO_STACK:
            return
        if reg.off:
            text = "must have zero offset when passed to release func or trusted arg to kfunc"
            env.reject(f"R{regno} {text}", errnos.EINVAL)
        check_ptr_off_reg(env, reg, regno)
    elif reg.type not in _OFFSET_OK:
        flags = t.OBJ_ALLOC | t.NON_OWN_REF | t.PTR_TRUSTED | t.MEM_RCU
        is_struct = reg.type & ~flags == t.PTR_TO_BTF_ID
        check_ptr_off_reg(env, reg, regno, fixed_off_ok=is_struct)


def _check_reference(env: Env, reg: Reg, regno: int, arg_type: int, meta: CallMeta) -> None:
    if arg_type & t.OBJ_RELEASE:
        if t.base_type(arg_type) == t.ARG_PTR_TO_DYNPTR and env.dynptr_slots:
            check_dynptr_release(env, reg, regno)
        elif t.base_type(arg_type) == t.ARG_PTR_TO_DYNPTR:
            if reg.type != t.PTR_TO_STACK or not is_acquired(env, reg):
                env.reject(f"arg {regno} is an unacquired reference", errnos.EINVAL)
        elif not reg.ref_obj_id and not is_null(reg):
            text = "must be referenced when passed to release function"
            env.reject(f"R{regno} {text}", errnos.EINVAL)
        meta.release_regno = regno
    if reg.ref_obj_id:
        if meta.ref_obj_id:
            env.reject(
                "verifier internal error: more than one arg with ref_obj_id "
                f"R{regno} {reg.ref_obj_id} {meta.ref_obj_id}",
                errnos.EFAULT,
            )
        meta.ref_obj_id = reg.ref_obj_id


def _nothing(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del env, regno, arg_type, meta, proto


def _map_ptr(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del arg_type, proto
    reg = env.frame.regs[regno]
    if meta.map is not None and (meta.map is not reg.map or meta.map_uid != reg.map_uid):
        env.reject(
            f"timer pointer in R1 map_uid={meta.map_uid} doesn't match map pointer in R2 "
            f"map_uid={reg.map_uid}",
            errnos.EINVAL,
        )
    meta.map, meta.map_uid = reg.map, reg.map_uid


def _map_key(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del arg_type, proto
    if meta.map is None:
        env.reject("invalid map_ptr to access map->key")
    size = meta.map.key_size
    check_helper_mem_access(env, regno, size, BPF_READ, zero_size_allowed=False, meta=None)


def _kind(arg_type: int) -> int:
    return BPF_WRITE if arg_type & t.MEM_WRITE else BPF_READ


def _map_value(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del proto
    if t.type_may_be_null(arg_type) and is_null(env.frame.regs[regno]):
        return
    if meta.map is None:
        env.reject("invalid map_ptr to access map->value")
    meta.raw_mode = bool(arg_type & t.MEM_UNINIT)
    size, kind = meta.map.value_size, _kind(arg_type)
    check_helper_mem_access(env, regno, size, kind, zero_size_allowed=False, meta=meta)


def _percpu(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del arg_type, proto
    reg = env.frame.regs[regno]
    if not reg.btf_id:
        env.reject(f"Helper has invalid btf_id in R{regno}")
    meta.ret_btf, meta.ret_btf_id = reg.btf, reg.btf_id


@contextmanager
def _refused_as(errno: int) -> Iterator[None]:
    """Have refusals carry *errno*, whatever they say themselves."""
    try:
        yield
    except Rejected as rejected:
        raise Rejected(errno) from rejected


def _spin_lock(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del arg_type, proto
    is_lock = meta.func_id == _SPIN_LOCK
    if Feature.OBJ_NEW in env.features:
        process_object_lock(env, regno, is_lock=is_lock)
        return
    with _refused_as(errnos.EACCES):
        process_spin_lock(env, regno, is_lock=is_lock)


def _timer(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del arg_type, proto
    with _refused_as(errnos.EINVAL if Feature.OBJ_NEW in env.features else errnos.EACCES):
        process_timer(env, regno, meta)


def _kptr(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del arg_type, proto
    if Feature.OBJ_NEW in env.features:
        process_kptr(env, regno, meta)
        return
    with _refused_as(errnos.EACCES):
        process_kptr(env, regno, meta)


def _func(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del arg_type, proto
    meta.subprogno = env.frame.regs[regno].subprogno


def _mem(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    meta.raw_mode = bool(arg_type & t.MEM_UNINIT)
    if arg_type & t.MEM_FIXED_SIZE:
        size, kind = proto.arg_sizes[regno - 1], _kind(arg_type)
        check_helper_mem_access(env, regno, size, kind, zero_size_allowed=False, meta=meta)
        if arg_type & t.MEM_ALIGNED:
            check_ptr_alignment(env, env.frame.regs[regno], 0, size, strict=True)


def _size(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    allowed = t.base_type(arg_type) == t.ARG_CONST_SIZE_OR_ZERO
    kind = _kind(proto.args[regno - 2])
    check_mem_size_reg(env, regno, kind, zero_size_allowed=allowed, meta=meta)


def _alloc_size(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del arg_type, proto
    bounds = env.frame.regs[regno].bounds
    if not bounds.is_const:
        env.reject(f"R{regno} is not a known constant'")
    meta.mem_size = bounds.value
    mark_chain_precision(env, regno)


def _dynptr(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    reg = env.frame.regs[regno]
    if env.dynptr_slots:
        readable = 0 if proto.args[regno - 1] & t.OBJ_RELEASE else t.MEM_RDONLY
        if process_dynptr(env, regno, arg_type | readable):
            for i in range(0, BPF_DYNPTR_BYTES, 8):
                check_mem_access(env, regno, i, 8, BPF_WRITE, -1)
            mark_dynptr_slots(env, regno, arg_type)
        return
    if t.base_type(reg.type) == t.PTR_TO_DYNPTR:
        return
    if arg_type & t.MEM_UNINIT:
        if not is_dynptr_uninit(env, reg):
            env.reject("Dynptr has to be an uninitialized dynptr", errnos.EINVAL)
        meta.uninit_dynptr_regno = regno
    elif not is_dynptr_init(env, reg):
        env.reject(f"Expected an initialized dynptr as arg #{regno}", errnos.EINVAL)
    elif not is_dynptr_type(env, reg, arg_type):
        kind = type_name(arg_type)
        env.reject(f"Expected a dynptr of type {kind} as arg #{regno}", errnos.EINVAL)


def _const_str(env: Env, regno: int, arg_type: int, meta: CallMeta, proto: FuncProto) -> None:
    del arg_type, meta, proto
    reg = env.frame.regs[regno]
    map = reg.map
    assert map is not None
    if map.frozen is None:
        env.reject(f"R{regno} does not point to a readonly map'")
    if not reg.bounds.is_const:
        env.reject(f"R{regno} is not a constant address'")
    if map.map_type != MapType.BPF_MAP_TYPE_ARRAY:
        env.reject("no direct value access support for this map type")
    size = map.value_size - reg.off
    check_map_access(env, regno, reg.off, size, zero_size_allowed=False, source=ACCESS_HELPER)
    if 0 not in map.frozen[reg.off + reg.bounds.smin :]:
        env.reject("string is not zero-terminated", errnos.EINVAL)


_CHECKS = {
    t.ARG_CONST_MAP_PTR: _map_ptr,
    t.ARG_PTR_TO_MAP_KEY: _map_key,
    t.ARG_PTR_TO_MAP_VALUE: _map_value,
    t.ARG_PTR_TO_PERCPU_BTF_ID: _percpu,
    t.ARG_PTR_TO_SPIN_LOCK: _spin_lock,
    t.ARG_PTR_TO_TIMER: _timer,
    t.ARG_PTR_TO_KPTR: _kptr,
    t.ARG_PTR_TO_FUNC: _func,
    t.ARG_PTR_TO_MEM: _mem,
    t.ARG_CONST_SIZE: _size,
    t.ARG_CONST_SIZE_OR_ZERO: _size,
    t.ARG_CONST_ALLOC_SIZE_OR_ZERO: _alloc_size,
    t.ARG_PTR_TO_DYNPTR: _dynptr,
    t.ARG_PTR_TO_CONST_STR: _const_str,
}
