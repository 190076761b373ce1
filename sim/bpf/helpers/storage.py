"""Storage of sockets, inodes, tasks and control groups.

Answers to ``bpf_sk_storage_…`` (net/core/bpf_sk_storage.c), ``bpf_inode_storage_…``,
``bpf_task_storage_…`` and ``bpf_cgrp_storage_…`` (kernel/bpf).

**Rule:** an object is known by its address, which is never followed here.

**Not modelled:** BPF_F_CLONE of a socket's storage; busy counters (`sim.bpf.maps.local_storage`).
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import (
    BPF_NOEXIST,
    CGRP_STORAGE,
    EINVAL,
    INODE_STORAGE,
    M_INDEX,
    M_TYPE,
    M_VALUE_BYTES,
    SK_STORAGE,
    TASK_STORAGE,
    map_of,
)
from sim.bpf.maps.local_storage import storage_delete, storage_find, storage_update
from sim.bpf.maps.ops import count_refused
from sim.bpf.region import is_mapped
from sim.bpf.run_state import COUNTS, R_BASE, R_PAGES, count, note

__all__ = ["BPF_LOCAL_STORAGE_GET_F_CREATE", "NOTE_STORAGE"]

BPF_LOCAL_STORAGE_GET_F_CREATE = 1
NOTE_STORAGE = 156

_CALL = COUNTS.index("helper.call")
_GET = COUNTS.index("map.storage_get")
_CREATE = COUNTS.index("map.storage_create")


@compiled("int64(int64,int64)")
def _map(run: int, kind: int) -> int:
    """Return the record of the map in R1 if it is of that type, else 0."""
    bmap = map_of(run, arg(run, 1))
    return bmap if bmap != 0 and load64(bmap + M_TYPE) == kind else 0


@compiled("int64(int64,int64)")
def _get(run: int, kind: int) -> int:
    count(run, _CALL, 1)
    count(run, _GET, 1)
    bmap, owner, flags = _map(run, kind), arg(run, 2), arg(run, 4)
    if bmap == 0 or owner == 0 or flags & ~BPF_LOCAL_STORAGE_GET_F_CREATE != 0:
        return 0
    found = storage_find(run, bmap, owner)
    if found != 0 or flags & BPF_LOCAL_STORAGE_GET_F_CREATE == 0:
        return found
    value = arg(run, 3)
    if value != 0:
        if is_mapped(load64(run + R_PAGES), value, load64(bmap + M_VALUE_BYTES)) == 0:
            return 0
        value = load64(run + R_BASE) + (value & 0xFFFFFFFF)
    count(run, _CREATE, 1)
    result = storage_update(run, bmap, owner, value, BPF_NOEXIST)
    count_refused(bmap, result)
    note(run, NOTE_STORAGE, load64(bmap + M_INDEX), result)
    return storage_find(run, bmap, owner)


@compiled("int64(int64,int64)")
def _delete(run: int, kind: int) -> int:
    count(run, _CALL, 1)
    count(run, _GET, 1)
    bmap, owner = _map(run, kind), arg(run, 2)
    if bmap == 0 or owner == 0:
        return -EINVAL
    return storage_delete(run, bmap, owner)


@helper(107, "bpf_sk_storage_get", 4)
def sk_storage_get(run: int) -> int:
    """``void *bpf_sk_storage_get(map, sk, value, flags)``: the socket's value, or NULL."""
    return _get(run, SK_STORAGE)


@helper(108, "bpf_sk_storage_delete", 2)
def sk_storage_delete(run: int) -> int:
    """``long bpf_sk_storage_delete(map, sk)``: 0, −EINVAL or −ENOENT."""
    return _delete(run, SK_STORAGE)


@helper(145, "bpf_inode_storage_get", 4)
def inode_storage_get(run: int) -> int:
    """``void *bpf_inode_storage_get(map, inode, value, flags)``: the inode's value, or NULL."""
    return _get(run, INODE_STORAGE)


@helper(146, "bpf_inode_storage_delete", 2)
def inode_storage_delete(run: int) -> int:
    """``int bpf_inode_storage_delete(map, inode)``: 0, −EINVAL or −ENOENT."""
    return _delete(run, INODE_STORAGE)


@helper(156, "bpf_task_storage_get", 4)
def task_storage_get(run: int) -> int:
    """``void *bpf_task_storage_get(map, task, value, flags)``: the task's value, or NULL."""
    return _get(run, TASK_STORAGE)


@helper(157, "bpf_task_storage_delete", 2)
def task_storage_delete(run: int) -> int:
    """``long bpf_task_storage_delete(map, task)``: 0, −EINVAL or −ENOENT."""
    return _delete(run, TASK_STORAGE)


@helper(210, "bpf_cgrp_storage_get", 4)
def cgrp_storage_get(run: int) -> int:
    """``void *bpf_cgrp_storage_get(map, cgroup, value, flags)``: its value, or NULL."""
    return _get(run, CGRP_STORAGE)


@helper(211, "bpf_cgrp_storage_delete", 2)
def cgrp_storage_delete(run: int) -> int:
    """``long bpf_cgrp_storage_delete(map, cgroup)``: 0, −EINVAL or −ENOENT."""
    return _delete(run, CGRP_STORAGE)
