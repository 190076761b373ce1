"""Loads of 64-bit constants: numbers, maps, values in maps, kernel variables, functions.

Answers to ``resolve_pseudo_ldimm64``, ``check_map_prog_compatibility`` and ``check_ld_imm``.

**Not modelled:** variables of modules; file descriptors (maps are named by index).
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.btf_types import Datasec, Struct, Union, Var
from sim.bpf.check_insn import is_known_opcode
from sim.bpf.isa import Insn
from sim.bpf.prog_type import ProgType
from sim.bpf.spec import MapType
from sim.bpf.verifier.bounds import known
from sim.bpf.verifier.check_alu import BPF_MAX_VAR_OFF
from sim.bpf.verifier.env import Env, InsnAux, NotModelled
from sim.bpf.verifier.reg import Reg, const_reg
from sim.bpf.verifier.regs import check_dst, set_reg
from sim.bpf.verifier.spec import Map
from sim.bpf.verifier.types import (
    CONST_PTR_TO_MAP,
    MEM_PERCPU,
    MEM_RDONLY,
    PTR_TO_BTF_ID,
    PTR_TO_FUNC,
    PTR_TO_MAP_VALUE,
    PTR_TO_MEM,
)
from sim.versions.features import Feature

__all__ = ["check_ld_imm", "is_tracing_prog_type", "resolve_ldimm64"]

_ENOTSUPP = 524
_MAX_USED_MAPS = 64
_TRACING = frozenset(
    (
        ProgType.BPF_PROG_TYPE_KPROBE,
        ProgType.BPF_PROG_TYPE_TRACEPOINT,
        ProgType.BPF_PROG_TYPE_PERF_EVENT,
        ProgType.BPF_PROG_TYPE_RAW_TRACEPOINT,
        ProgType.BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE,
    )
)
_SLEEPABLE_MAPS = frozenset(
    (
        MapType.BPF_MAP_TYPE_HASH,
        MapType.BPF_MAP_TYPE_LRU_HASH,
        MapType.BPF_MAP_TYPE_ARRAY,
        MapType.BPF_MAP_TYPE_PERCPU_HASH,
        MapType.BPF_MAP_TYPE_PERCPU_ARRAY,
        MapType.BPF_MAP_TYPE_LRU_PERCPU_HASH,
        MapType.BPF_MAP_TYPE_ARRAY_OF_MAPS,
        MapType.BPF_MAP_TYPE_HASH_OF_MAPS,
        MapType.BPF_MAP_TYPE_RINGBUF,
        MapType.BPF_MAP_TYPE_USER_RINGBUF,
        MapType.BPF_MAP_TYPE_INODE_STORAGE,
        MapType.BPF_MAP_TYPE_SK_STORAGE,
        MapType.BPF_MAP_TYPE_TASK_STORAGE,
    )
)
_LATER_SLEEPABLE_MAPS = (
    MapType.BPF_MAP_TYPE_CGRP_STORAGE,
    MapType.BPF_MAP_TYPE_QUEUE,
    MapType.BPF_MAP_TYPE_STACK,
)
_OF_FD = (isa.BPF_PSEUDO_MAP_FD, isa.BPF_PSEUDO_MAP_IDX)
_OF_VALUE = (isa.BPF_PSEUDO_MAP_VALUE, isa.BPF_PSEUDO_MAP_IDX_VALUE)


def is_tracing_prog_type(prog_type: int) -> bool:
    """Say whether programs of this type may run anywhere, even in NMI."""
    return prog_type in _TRACING


def resolve_ldimm64(env: Env) -> None:
    """Find out what every ldimm64 loads; refuse unknown opcodes on the way."""
    at = 0
    while at < len(env.insns):
        insn = env.insns[at]
        if insn.insn_class == isa.BPF_LDX and _is_odd_load(env, insn):
            env.reject("BPF_LDX uses reserved fields", errnos.EINVAL)
        if isa.is_ldimm64(insn):
            _resolve(env, at, insn)
            at += 1
        elif not is_known_opcode(insn, env.features):
            env.reject(f"unknown opcode {insn.opcode:02x}", errnos.EINVAL)
        at += 1


def _is_odd_load(env: Env, insn: Insn) -> bool:
    is_signed = insn.mode == isa.BPF_MEMSX and Feature.ISA_V4 in env.features
    return bool(insn.imm) or not (insn.mode == isa.BPF_MEM or is_signed)


def _resolve(env: Env, at: int, insn: Insn) -> None:
    if at + 1 >= len(env.insns) or env.insns[at + 1][:4] != (0, 0, 0, 0):
        env.reject("invalid bpf_ld_imm64 insn", errnos.EINVAL)
    high = env.insns[at + 1].imm
    aux = env.aux[at]
    aux.imm64 = (high & 0xFFFF_FFFF) << 32 | (insn.imm & 0xFFFF_FFFF)
    src = insn.src_reg
    if src == 0:
        return
    if src == isa.BPF_PSEUDO_BTF_ID:
        _resolve_ksym(env, insn, aux)
    elif src == isa.BPF_PSEUDO_FUNC:
        aux.ptr_type = PTR_TO_FUNC
    elif src in _OF_VALUE or (src in _OF_FD and high == 0):
        _resolve_map(env, insn, high, aux)
    else:
        env.reject("unrecognized bpf_ld_imm64 insn", errnos.EINVAL)


def _resolve_map(env: Env, insn: Insn, high: int, aux: InsnAux) -> None:
    maps = env.prog.maps
    if not 0 <= insn.imm < len(maps):
        if insn.src_reg in (isa.BPF_PSEUDO_MAP_IDX, isa.BPF_PSEUDO_MAP_IDX_VALUE):
            env.reject("fd_idx without fd_array is invalid", errnos.EPROTO)
        # standard input, output and error are open, and no maps
        errno = errnos.EINVAL if 0 <= insn.imm <= 2 else errnos.EBADF
        env.reject(f"fd {insn.imm} is not pointing to valid bpf_map", errno)
    map = maps[insn.imm]
    _check_compatible(env, map)
    aux.map, aux.map_index = map, insn.imm
    if insn.src_reg in _OF_FD:
        aux.imm64 = map.address
    else:
        off = high & 0xFFFF_FFFF
        if off >= BPF_MAX_VAR_OFF:
            env.reject(f"direct value offset of {off} is not allowed", errnos.EINVAL)
        if map.map_type != MapType.BPF_MAP_TYPE_ARRAY:
            env.reject("no direct value access support for this map type", errnos.EINVAL)
        if map.max_entries != 1 or off >= map.value_size:
            errno = _ENOTSUPP if map.max_entries != 1 else errnos.EINVAL
            where = f"value_size={map.value_size} off={off}"
            env.reject(f"invalid access to map value pointer, {where}", errno)
        aux.map_off = off
        aux.imm64 = map.values_address + off
    if map not in env.used_maps:
        if len(env.used_maps) >= _MAX_USED_MAPS:
            env.reject(
                f"The total number of maps per program has reached the limit of {_MAX_USED_MAPS}",
                errnos.E2BIG,
            )
        env.used_maps.append(map)


def _check_compatible(env: Env, map: Map) -> None:
    is_tracing = is_tracing_prog_type(env.prog_type)
    if map.record.is_unmodelled:
        raise NotModelled(f"map {map.name!r} holds red-black trees or work queues")
    if map.record.heads and is_tracing:
        has_trees = Feature.RB_TREES in env.features
        what = "bpf_{list_head,rb_root}" if has_trees else "bpf_list_head"
        env.reject(f"tracing progs cannot use {what} yet", errnos.EINVAL)
    if map.record.spin_lock_off >= 0:
        if env.prog_type == ProgType.BPF_PROG_TYPE_SOCKET_FILTER:
            message = "socket filter progs cannot use bpf_spin_lock yet"
            env.reject(message, errnos.EINVAL)
        if is_tracing:
            env.reject("tracing progs cannot use bpf_spin_lock yet", errnos.EINVAL)
        if env.sleepable and not env.later:
            env.reject("sleepable progs cannot use bpf_spin_lock yet", errnos.EINVAL)
    if map.record.timer_off >= 0 and is_tracing:
        env.reject("tracing progs cannot use bpf_timer yet", errnos.EINVAL)
    if map.map_type == MapType.BPF_MAP_TYPE_STRUCT_OPS:
        env.reject("bpf_struct_ops map cannot be used in prog", errnos.EINVAL)
    is_later = env.later and map.map_type in _LATER_SLEEPABLE_MAPS
    if env.sleepable and map.map_type not in _SLEEPABLE_MAPS and not is_later:
        what = ", ringbuf and local storage maps" if env.later else ", and ringbuf maps"
        message = f"Sleepable programs can only use array, hash{what}"
        env.reject(message, errnos.EINVAL)


def _resolve_ksym(env: Env, insn: Insn, aux: InsnAux) -> None:
    btf = env.kernel.btf
    type_id = insn.imm
    if not 0 < type_id < len(btf):
        message = f"ldimm64 insn specifies invalid btf_id {type_id}."
        env.reject(message, errnos.ENOENT)
    var = btf[type_id]
    if not isinstance(var, Var):
        message = f"pseudo btf_id {type_id} in ldimm64 isn't KIND_VAR."
        env.reject(message, errnos.EINVAL)
    aux.imm64 = env.kernel.ksyms.get(var.name, 0)
    target = btf.skip_mods(var.type)
    aux.ksym = (_is_percpu(env, type_id), target)


def _is_percpu(env: Env, var_id: int) -> bool:
    btf = env.kernel.btf
    section = btf.find(".data..percpu")
    datasec = btf[section] if section is not None else None
    return isinstance(datasec, Datasec) and any(row.type == var_id for row in datasec.vars)


def check_ld_imm(env: Env, insn: Insn) -> None:
    """Walk a ldimm64."""
    aux = env.aux[env.insn_idx]
    check_dst(env, insn.dst_reg)
    set_reg(env, insn.dst_reg, _loaded(env, insn, aux))


def _loaded(env: Env, insn: Insn, aux: InsnAux) -> Reg:
    src = insn.src_reg
    if src == 0:
        return const_reg(aux.imm64, precise=not env.bpf_capable)
    if src == isa.BPF_PSEUDO_BTF_ID:
        return _ksym_reg(env, aux)
    if src == isa.BPF_PSEUDO_FUNC:
        return _func_reg(env, insn)
    reg = Reg(CONST_PTR_TO_MAP if src in _OF_FD else PTR_TO_MAP_VALUE, known(0))
    reg.map = aux.map
    if src in _OF_VALUE:
        assert aux.map is not None
        reg.off = aux.map_off
        # later kernels know that there is one value, so that its lock is one as well
        if aux.map.record.spin_lock_off >= 0 and Feature.OBJ_NEW not in env.features:
            reg.id = env.new_id()
    return reg


def _ksym_reg(env: Env, aux: InsnAux) -> Reg:
    is_percpu, type_id = aux.ksym
    btf = env.kernel.btf
    if is_percpu or isinstance(btf[type_id], Struct | Union):
        reg = Reg(PTR_TO_BTF_ID | (MEM_PERCPU if is_percpu else 0))
        reg.btf, reg.btf_id = btf, type_id
        return reg
    reg = Reg(PTR_TO_MEM | MEM_RDONLY)
    reg.mem_size = btf.sizeof(type_id)
    return reg


def _func_reg(env: Env, insn: Insn) -> Reg:
    subprogno = env.subprog_at(env.insn_idx + insn.imm + 1)
    if not env.prog.func_info:
        env.reject("missing btf func_info", errnos.EINVAL)
    if subprogno == 0:
        env.reject("callback function cannot be the main program", errnos.EINVAL)
    if env.subprogs[subprogno].is_global:
        env.reject("callback function not static", errnos.EINVAL)
    reg = Reg(PTR_TO_FUNC)
    reg.subprogno = subprogno
    return reg
