"""Kernel functions for allocated objects and linked lists, which the verifier knows by name.

Answers to the special functions in ``check_kfunc_call`` and ``check_kfunc_args`` of 6.12.

**Rule:** these functions ask of their arguments what 6.12 asks; all others keep to
`sim.bpf.verifier.kfunc_args`.

**Not modelled:** per-CPU objects, reference counts, red-black trees. Where 6.2 differs (a list
takes every node, ``bpf_list_push_front`` returns nothing, fewer program types may call), 6.12's
rules hold; by its BTF a function without result gives none.
"""

from __future__ import annotations

import errno as errnos
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NoReturn

from sim.bpf.btf_types import Enum, Enum64, FuncProto, Int, Param, Ptr, Struct
from sim.bpf.prog_type import ProgType
from sim.bpf.verifier import types as t
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.btf_access import type_str
from sim.bpf.verifier.btf_record import struct_records
from sim.bpf.verifier.check_mem import check_ptr_off_reg
from sim.bpf.verifier.env import Env, NotModelled
from sim.bpf.verifier.list_args import FoundHead, check_list_head, check_list_node
from sim.bpf.verifier.mem_arg import is_null
from sim.bpf.verifier.objects import convert_to_non_owning, object_record
from sim.bpf.verifier.refs import acquire_reference, release_reference
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg, unknown_reg
from sim.versions.features import Feature

__all__ = ["SpecialCall", "check_special_kfunc", "is_list_kfunc", "is_special_kfunc"]

_NEW, _DROP = "bpf_obj_new_impl", "bpf_obj_drop_impl"
_PUSHES = (
    "bpf_list_push_front",
    "bpf_list_push_back",
    "bpf_list_push_front_impl",
    "bpf_list_push_back_impl",
)
_POPS = ("bpf_list_pop_front", "bpf_list_pop_back")
_UNMODELLED = (
    "bpf_rbtree_add",
    "bpf_rbtree_add_impl",
    "bpf_rbtree_remove",
    "bpf_rbtree_first",
    "bpf_refcount_acquire_impl",
    "bpf_percpu_obj_new_impl",
    "bpf_percpu_obj_drop_impl",
)
_FEATURES: Mapping[str, Feature] = {
    _NEW: Feature.OBJ_NEW,
    _DROP: Feature.OBJ_NEW,
    **dict.fromkeys(_UNMODELLED, Feature.RB_TREES),
    **dict.fromkeys((*_PUSHES, *_POPS), Feature.LINKED_LISTS),
}
_PROG_TYPES = frozenset(
    (
        ProgType.BPF_PROG_TYPE_SCHED_CLS,
        ProgType.BPF_PROG_TYPE_XDP,
        ProgType.BPF_PROG_TYPE_TRACING,
        ProgType.BPF_PROG_TYPE_TRACEPOINT,
        ProgType.BPF_PROG_TYPE_PERF_EVENT,
        ProgType.BPF_PROG_TYPE_LSM,
        ProgType.BPF_PROG_TYPE_SYSCALL,
        ProgType.BPF_PROG_TYPE_CGROUP_SKB,
    )
)
_OBJECT = t.PTR_TO_BTF_ID | t.OBJ_ALLOC
_TRUSTED = t.OBJ_ALLOC | t.PTR_TRUSTED | t.NON_OWN_REF
_TRUSTED_BASES = (
    t.PTR_TO_SOCKET,
    t.PTR_TO_SOCK_COMMON,
    t.PTR_TO_TCP_SOCK,
    t.CONST_PTR_TO_MAP,
)
_OFFSET_OK = (
    t.PTR_TO_STACK,
    t.PTR_TO_PACKET,
    t.PTR_TO_PACKET_META,
    t.PTR_TO_MAP_KEY,
    t.PTR_TO_MAP_VALUE,
    t.PTR_TO_MEM,
    t.PTR_TO_BUF,
    t.SCALAR_VALUE,
)


@dataclass
class SpecialCall:
    """One call, and what its arguments tell.

    Attributes:
        type_id: The type to allocate.
        found: The head of the list.
        release_regno: The argument that is given back, 0 for none.
    """

    name: str
    func_id: int
    proto: FuncProto
    type_id: int | None = None
    found: FoundHead | None = None
    release_regno: int = 0
    ref_obj_id: int = 0


def is_special_kfunc(name: str) -> bool:
    """Say whether a function is one of those for objects and lists."""
    return name in _FEATURES


def is_list_kfunc(name: str) -> bool:
    """Say whether a function works on lists or trees, and so is called under a lock."""
    return name in _PUSHES or name in _POPS or name in _UNMODELLED


def is_special_allowed(prog_type: int, name: str, features: Collection[Feature]) -> bool:
    """Say whether programs of a type may call a special function."""
    return _FEATURES[name] in features and prog_type in _PROG_TYPES


def _refuse(env: Env, text: str) -> NoReturn:
    env.reject(text, errnos.EINVAL)


def check_special_kfunc(env: Env, name: str, func_id: int, proto: FuncProto) -> Reg:
    """Check a call's arguments and do what it does to references.

    Returns:
        What R0 is to be; the caller forgets R0 to R5 first.
    """
    if not is_special_allowed(env.prog_type, name, env.features):
        env.reject(f"calling kernel function {name} is not allowed")
    if name in _UNMODELLED:
        raise NotModelled(f"kernel function {name}")
    call = SpecialCall(name, func_id, proto)
    for arg, param in enumerate(proto.params):
        if not param.name.endswith("__ign"):
            _check_arg(env, call, arg, param)
    if name == _DROP:
        _drop(env, call)
    if name in _PUSHES:
        ident = env.frame.regs[2].ref_obj_id
        convert_to_non_owning(env, ident)
        release_reference(env, ident)
    return _returned(env, call)


def _check_arg(env: Env, call: SpecialCall, arg: int, param: Param) -> None:
    regno = arg + 1
    reg = env.frame.regs[regno]
    param_type = env.kernel.btf.resolved(param.type)
    if isinstance(param_type, Int | Enum | Enum64):
        _check_number(env, call, regno, reg, param.name)
        return
    if not isinstance(param_type, Ptr):
        _refuse(env, f"Unrecognized arg#{arg} type {type_str(param_type)}")
    is_drop = call.name == _DROP
    if is_drop:
        _check_released(env, call, arg, reg)
    if not is_drop or reg.type not in _OFFSET_OK:
        _check_offset(env, reg, regno, is_release=is_drop)
    target = env.kernel.btf.resolved(param_type.type)
    if is_drop:
        if reg.type != _OBJECT:
            _refuse(env, f"arg#{arg} expected pointer to allocated object")
        if not reg.ref_obj_id:
            _refuse(env, "allocated object must be referenced")
    elif isinstance(target, Struct) and target.name == "bpf_list_head":
        call.found = check_list_head(env, arg, reg)
    elif isinstance(target, Struct) and target.name == "bpf_list_node":
        assert call.found is not None
        check_list_node(env, arg, reg, call.found)


def _check_number(env: Env, call: SpecialCall, regno: int, reg: Reg, name: str) -> None:
    if reg.type != t.SCALAR_VALUE:
        _refuse(env, f"R{regno} is not a scalar")
    if not name.endswith("__k"):
        return
    if not reg.bounds.is_const:
        _refuse(env, f"R{regno} must be a known constant")
    mark_chain_precision(env, regno)
    call.type_id = reg.bounds.value


def _check_released(env: Env, call: SpecialCall, arg: int, reg: Reg) -> None:
    """Refuse what cannot be given back."""
    if is_null(reg) or t.type_may_be_null(reg.type):
        env.reject(f"Possibly NULL pointer passed to trusted arg{arg}")
    if reg.ref_obj_id:
        call.ref_obj_id, call.release_regno = reg.ref_obj_id, arg + 1
    flags = reg.type & ~t.BASE_MASK
    is_trusted = bool(flags) and not flags & ~_TRUSTED
    is_kernels = t.base_type(reg.type) in _TRUSTED_BASES and not flags
    if not (reg.ref_obj_id or is_trusted or is_kernels):
        _refuse(env, f"R{arg + 1} must be referenced or trusted")


def _check_offset(env: Env, reg: Reg, regno: int, *, is_release: bool) -> None:
    """Refuse moved pointers (check_func_arg_reg_off of 6.12)."""
    if is_release and reg.ref_obj_id:
        if reg.off:
            text = "must have zero offset when passed to release func or trusted arg to kfunc"
            _refuse(env, f"R{regno} {text}")
        check_ptr_off_reg(env, reg, regno)
        return
    if t.base_type(reg.type) in _OFFSET_OK and not t.type_may_be_null(reg.type):
        return
    is_struct = reg.type & ~_TRUSTED == t.PTR_TO_BTF_ID
    check_ptr_off_reg(env, reg, regno, fixed_off_ok=is_struct)


def _drop(env: Env, call: SpecialCall) -> None:
    if not call.release_regno:
        text = f"release kernel function {call.name} expects refcounted PTR_TO_BTF_ID"
        _refuse(env, text)
    if not release_reference(env, call.ref_obj_id):
        text = "reference has not been acquired before"
        _refuse(env, f"kfunc {call.name}#{call.func_id} {text}")


def _returned(env: Env, call: SpecialCall) -> Reg:
    if call.name == _NEW:
        reg = _allocated(env, call)
    elif call.name in _POPS:
        assert call.found is not None
        reg = Reg(_OBJECT)
        reg.btf, reg.btf_id = call.found.btf, call.found.head.value_id
        reg.off = call.found.head.node_offset
    else:
        returned = env.kernel.btf.resolved(call.proto.type)
        return unknown_reg() if isinstance(returned, Int) else NOT_INIT_REG
    env.new_id()
    reg.type |= t.PTR_MAYBE_NULL
    reg.id = reg.ref_obj_id = acquire_reference(env, env.insn_idx)
    return reg


def _allocated(env: Env, call: SpecialCall) -> Reg:
    type_id = call.type_id or 0
    if type_id >> 32:
        _refuse(env, "local type ID argument must be in range [0, U32_MAX]")
    btf = env.prog.btf
    if btf is None:
        _refuse(env, "bpf_obj_new/bpf_percpu_obj_new requires prog BTF")
    if not 0 < type_id < len(btf) or not isinstance(btf[type_id], Struct):
        _refuse(env, "bpf_obj_new/bpf_percpu_obj_new type ID argument must be of a struct")
    reg = Reg(_OBJECT)
    reg.btf, reg.btf_id = btf, type_id
    record = struct_records(btf, env.features).get(type_id)
    if record is not None and object_record(env, reg).is_unmodelled:
        name = btf[type_id].name
        raise NotModelled(f"struct {name} has fields other than locks, list heads and nodes")
    return reg
