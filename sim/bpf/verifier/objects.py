"""Objects that a program allocates: what may be touched, and who owns them.

Answers to ``btf_struct_access`` for allocated objects, ``ref_convert_owning_non_owning`` and
``invalidate_non_owning_refs``.

**Rule:** a pointer owns its object, and must be given back, while it has a reference; an object in
a list is the list's, and pointers to it (`NON_OWN_REF`) end with the lock that guards the list.

**Not modelled:** 6.2, where such a pointer stays, untrusted, behind the unlock.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.verifier.btf_access import btf_struct_access
from sim.bpf.verifier.btf_record import struct_records
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.packets import each_reg
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg, unknown_reg
from sim.bpf.verifier.spec import MapRecord
from sim.bpf.verifier.types import NON_OWN_REF, OBJ_ALLOC, PTR_TO_MAP_VALUE, base_type
from sim.versions.features import Feature

__all__ = [
    "check_object_access",
    "convert_to_non_owning",
    "invalidate_non_owning",
    "object_record",
]

_NO_FIELDS = MapRecord()
_LOCK_BYTES = 4
_HEAD_BYTES = 16
_NODE_BYTES = 16
_OWNED_NODE_BYTES = 24


def object_record(env: Env, reg: Reg) -> MapRecord:
    """Return the special fields of what a register points to (``reg_btf_record``)."""
    if base_type(reg.type) == PTR_TO_MAP_VALUE and reg.map is not None:
        return reg.map.record
    if reg.type & OBJ_ALLOC and reg.btf is not None:
        return struct_records(reg.btf, env.features).get(reg.btf_id, _NO_FIELDS)
    return _NO_FIELDS


def check_object_access(env: Env, reg: Reg, off: int, size: int) -> None:
    """Refuse an access to an object's special fields, or beyond it."""
    assert reg.btf is not None
    if not env.allow_ptr_leaks:
        name = reg.btf[reg.btf_id].name
        message = f"'struct {name}' access is allowed only to CAP_PERFMON and CAP_SYS_ADMIN"
        env.reject(message, errnos.EPERM)
    record = object_record(env, reg)
    node_bytes = _OWNED_NODE_BYTES if Feature.NODE_OWNER in env.features else _NODE_BYTES
    fields = [(head.offset, _HEAD_BYTES, "bpf_list_head") for head in record.heads]
    fields += [(node, node_bytes, "bpf_list_node") for node in record.nodes]
    if record.spin_lock_off >= 0:
        fields.append((record.spin_lock_off, _LOCK_BYTES, "bpf_spin_lock"))
    for start, length, name in sorted(fields):
        if start < off + size and off < start + length:
            env.reject(f"direct access to {name} is disallowed")
    btf_struct_access(env, reg.btf, reg.btf_id, off, size)


def convert_to_non_owning(env: Env, ref_obj_id: int) -> None:
    """Have all pointers to an object know that it is a list's from here on."""

    def give(reg: Reg) -> Reg:
        if reg.ref_obj_id != ref_obj_id:
            return reg
        new = reg.copy()
        new.ref_obj_id = 0
        new.type |= NON_OWN_REF
        return new

    each_reg(env.cur, give)


def invalidate_non_owning(env: Env) -> None:
    """Forget all pointers to objects that are a list's: anybody may free them from here on."""

    def forget(reg: Reg) -> Reg:
        if not reg.type & NON_OWN_REF:
            return reg
        return unknown_reg() if env.allow_ptr_leaks else NOT_INIT_REG

    each_reg(env.cur, forget)
