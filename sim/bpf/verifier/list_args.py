"""Arguments of the list functions: heads and nodes.

Answers to ``process_kf_arg_ptr_to_list_head`` and ``process_kf_arg_ptr_to_list_node``.

**Rule:** a head comes before its node; what the node must be is what the head contains.

**Not modelled:** trees (``bpf_rb_root``): their arguments answer ``not_modelled``.
"""

from __future__ import annotations

import errno as errnos
from typing import NoReturn

from sim.bpf.btf import Btf
from sim.bpf.verifier import types as t
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.object_lock import check_allocation_locked
from sim.bpf.verifier.objects import object_record
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.spec import ListHead

__all__ = ["FoundHead", "check_list_head", "check_list_node"]

_OBJECT = t.PTR_TO_BTF_ID | t.OBJ_ALLOC


class FoundHead:
    """The head that a call works on, and the BTF of its list's struct."""

    def __init__(self, head: ListHead, btf: Btf) -> None:
        self.head = head
        self.btf = btf


def _refuse(env: Env, text: str) -> NoReturn:
    env.reject(text, errnos.EINVAL)


def _offset(env: Env, regno: int, reg: Reg, what: str) -> int:
    if not reg.bounds.is_const:
        text = f"{what} has to be at the constant offset"
        _refuse(env, f"R{regno} doesn't have constant offset. {text}")
    return reg.off + reg.bounds.value


def check_list_head(env: Env, arg: int, reg: Reg) -> FoundHead:
    """Find the head that an argument points to; its lock must be held."""
    if reg.type not in (t.PTR_TO_MAP_VALUE, _OBJECT):
        _refuse(env, f"arg#{arg} expected pointer to map value or allocated object")
    if reg.type == _OBJECT and not reg.ref_obj_id:
        _refuse(env, "allocated object must be referenced")
    off = _offset(env, arg + 1, reg, "bpf_list_head")
    head = next((one for one in object_record(env, reg).heads if one.offset == off), None)
    if head is None:
        _refuse(env, f"bpf_list_head not found at offset={off & 0xFFFF_FFFF}")
    check_allocation_locked(env, reg, "bpf_list_head")
    btf = reg.map.btf if reg.type == t.PTR_TO_MAP_VALUE and reg.map is not None else reg.btf
    assert btf is not None
    return FoundHead(head, btf)


def check_list_node(env: Env, arg: int, reg: Reg, found: FoundHead) -> None:
    """Check that an argument is a node of an object that the list may own."""
    if reg.type != _OBJECT:
        _refuse(env, f"arg#{arg} expected pointer to allocated object")
    if not reg.ref_obj_id:
        _refuse(env, "allocated object must be referenced")
    off = _offset(env, arg + 1, reg, "bpf_list_node")
    if off not in object_record(env, reg).nodes:
        _refuse(env, f"bpf_list_node not found at offset={off & 0xFFFF_FFFF}")
    head, btf = found.head, found.btf
    assert reg.btf is not None
    wanted = f"bpf_list_node at offset={head.node_offset} in struct {btf[head.value_id].name}"
    if reg.btf is not btf or reg.btf_id != head.value_id:
        have = f"arg is at offset={off} in struct {reg.btf[reg.btf_id].name}"
        _refuse(env, f"operation on bpf_list_head expects arg#1 {wanted}, but {have}")
    if off != head.node_offset:
        _refuse(env, f"arg#1 offset={off}, but expected {wanted}")
