"""What the checks of one call's arguments find out for each other.

Answers to ``struct bpf_call_arg_meta``.

**Rule:** one `CallMeta` belongs to one call.

**Not modelled:** nothing that 6.1 notes of a helper call.
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.bpf.btf import Btf
from sim.bpf.verifier.spec import Kptr, Map

__all__ = ["CallMeta"]


@dataclass
class CallMeta:
    """One call.

    Attributes:
        map, map_uid: The map among the arguments.
        raw_mode: Whether the memory argument may be uninitialised.
        pkt_access: Whether the helper takes packets.
        regno, access_size: The memory that the helper fills.
        mem_size: A constant size argument.
        msize_max: Upper end of the size argument.
        ref_obj_id: The reference among the arguments.
        release_regno: The argument that is released.
        dynptr_id: The dynptr among the arguments.
        uninit_dynptr_regno: The dynptr that the helper makes.
        subprogno: The callback.
        kptr: The field of a map's value.
        ret_btf, ret_btf_id: The per-CPU variable among the arguments.
    """

    func_id: int = 0
    map: Map | None = None
    map_uid: int = 0
    raw_mode: bool = False
    pkt_access: bool = False
    regno: int = 0
    access_size: int = 0
    mem_size: int = 0
    msize_max: int = 0
    ref_obj_id: int = 0
    release_regno: int = 0
    dynptr_id: int = 0
    uninit_dynptr_regno: int = 0
    subprogno: int = 0
    kptr: Kptr | None = None
    ret_btf: Btf | None = None
    ret_btf_id: int = 0
