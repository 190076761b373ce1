"""Which helpers take which types of maps.

Answers to ``check_map_func_compatibility`` and ``record_func_map``.

**Rule:** both directions are checked: what the map lets call, and what the helper takes.

**Not modelled:** map types that came after 6.1.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.spec import MapType
from sim.bpf.verifier.call_meta import CallMeta
from sim.bpf.verifier.check_map import map_can_write
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.insn_text import func_name
from sim.bpf.verifier.spec import Map

__all__ = ["check_map_func_compatibility", "check_poisoned_maps", "record_func_map"]


#: Map types that only these helpers take.
_FUNCS_OF_MAP = """
PROG_ARRAY: tail_call
PERF_EVENT_ARRAY: perf_event_read perf_event_output skb_output perf_event_read_value xdp_output
RINGBUF: ringbuf_output ringbuf_reserve ringbuf_query ringbuf_reserve_dynptr ringbuf_submit_dynptr
 ringbuf_discard_dynptr
USER_RINGBUF: user_ringbuf_drain
STACK_TRACE: get_stackid
CGROUP_ARRAY: skb_under_cgroup current_task_under_cgroup
CGROUP_STORAGE: get_local_storage
PERCPU_CGROUP_STORAGE: get_local_storage
DEVMAP: redirect_map map_lookup_elem
DEVMAP_HASH: redirect_map map_lookup_elem
CPUMAP: redirect_map
XSKMAP: redirect_map map_lookup_elem
ARRAY_OF_MAPS: map_lookup_elem
HASH_OF_MAPS: map_lookup_elem
SOCKMAP: sk_redirect_map sock_map_update map_delete_elem msg_redirect_map sk_select_reuseport
 map_lookup_elem map_update_elem
SOCKHASH: sk_redirect_hash sock_hash_update map_delete_elem msg_redirect_hash sk_select_reuseport
 map_lookup_elem map_update_elem
REUSEPORT_SOCKARRAY: sk_select_reuseport
QUEUE: map_peek_elem map_pop_elem map_push_elem
STACK: map_peek_elem map_pop_elem map_push_elem
SK_STORAGE: sk_storage_get sk_storage_delete
INODE_STORAGE: inode_storage_get inode_storage_delete
TASK_STORAGE: task_storage_get task_storage_delete
CGRP_STORAGE: cgrp_storage_get cgrp_storage_delete
BLOOM_FILTER: map_peek_elem map_push_elem
"""

#: Helpers that take only these types of maps.
_MAPS_OF_FUNC = """
tail_call: PROG_ARRAY
perf_event_read: PERF_EVENT_ARRAY
perf_event_output: PERF_EVENT_ARRAY
perf_event_read_value: PERF_EVENT_ARRAY
skb_output: PERF_EVENT_ARRAY
xdp_output: PERF_EVENT_ARRAY
ringbuf_output: RINGBUF
ringbuf_reserve: RINGBUF
ringbuf_query: RINGBUF
ringbuf_reserve_dynptr: RINGBUF
ringbuf_submit_dynptr: RINGBUF
ringbuf_discard_dynptr: RINGBUF
user_ringbuf_drain: USER_RINGBUF
get_stackid: STACK_TRACE
current_task_under_cgroup: CGROUP_ARRAY
skb_under_cgroup: CGROUP_ARRAY
redirect_map: DEVMAP DEVMAP_HASH CPUMAP XSKMAP
sk_redirect_map: SOCKMAP
msg_redirect_map: SOCKMAP
sock_map_update: SOCKMAP
sk_redirect_hash: SOCKHASH
msg_redirect_hash: SOCKHASH
sock_hash_update: SOCKHASH
get_local_storage: CGROUP_STORAGE PERCPU_CGROUP_STORAGE
sk_select_reuseport: REUSEPORT_SOCKARRAY SOCKMAP SOCKHASH
map_pop_elem: QUEUE STACK
map_peek_elem: QUEUE STACK BLOOM_FILTER
map_push_elem: QUEUE STACK BLOOM_FILTER
map_lookup_percpu_elem: PERCPU_ARRAY PERCPU_HASH LRU_PERCPU_HASH
sk_storage_get: SK_STORAGE
sk_storage_delete: SK_STORAGE
inode_storage_get: INODE_STORAGE
inode_storage_delete: INODE_STORAGE
task_storage_get: TASK_STORAGE
task_storage_delete: TASK_STORAGE
cgrp_storage_get: CGRP_STORAGE
cgrp_storage_delete: CGRP_STORAGE
"""


def _helper(name: str) -> int:
    return HELPER_IDS[f"bpf_{name}"]


def _map_type(name: str) -> int:
    return int(MapType[f"BPF_MAP_TYPE_{name}"])


def _rows(text: str) -> list[tuple[str, list[str]]]:
    joined = text.replace("\n ", " ")
    rows = (line.partition(":") for line in joined.strip().splitlines())
    return [(name, values.split()) for name, _, values in rows]


_FUNCS = {
    _map_type(name): frozenset(_helper(func) for func in funcs)
    for name, funcs in _rows(_FUNCS_OF_MAP)
}
_MAPS = {
    _helper(name): frozenset(_map_type(kind) for kind in kinds)
    for name, kinds in _rows(_MAPS_OF_FUNC)
}
_WRITES = frozenset(
    _helper(name)
    for name in ("map_delete_elem", "map_update_elem", "map_push_elem", "map_pop_elem")
)


_RECORDED = _WRITES | frozenset(
    _helper(name)
    for name in (
        "tail_call",
        "map_lookup_elem",
        "map_peek_elem",
        "for_each_map_elem",
        "redirect_map",
        "map_lookup_percpu_elem",
    )
)
_TAIL_CALL = _helper("tail_call")


def check_poisoned_maps(env: Env) -> None:
    """Refuse an unprivileged tail call that uses different maps on different paths."""
    for insn, aux in zip(env.insns, env.aux, strict=True):
        is_tail_call = insn.opcode == isa.CALL and not insn.src_reg and insn.imm == _TAIL_CALL
        if is_tail_call and aux.map_poisoned and not env.bypass_spec_v1:
            env.reject("tail_call abusing map_ptr", errnos.EINVAL)


def check_map_func_compatibility(env: Env, map: Map, func_id: int) -> None:
    """Refuse a map that the helper does not take."""
    funcs = _FUNCS.get(map.map_type)
    kinds = _MAPS.get(func_id)
    if (funcs is not None and func_id not in funcs) or (
        kinds is not None and map.map_type not in kinds
    ):
        name = f"{func_name(func_id)}#{func_id}"
        env.reject(f"cannot pass map_type {map.map_type} into func {name}", errnos.EINVAL)


def record_func_map(env: Env, meta: CallMeta) -> None:
    """Refuse changes of a map that programs may only read."""
    map = meta.map
    if meta.func_id in _RECORDED and map is not None:
        aux = env.aux[env.insn_idx]
        if aux.map is None:
            aux.map = map
        elif aux.map is not map:
            aux.map_poisoned = True
    if meta.func_id in _WRITES and map is not None and not map_can_write(map):
        env.reject("write into map forbidden")
