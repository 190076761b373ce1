"""Lookup, update, delete and next key of the types beyond hashes and arrays.

`sim.bpf.maps.ops` comes here with what is neither.

**Rule:** as in `sim.bpf.maps.ops`; what a type has no operation for is answered by its errno.

**Not modelled:** BPF_F_LOCK.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load32
from sim.bpf.maps.array import array_next_key
from sim.bpf.maps.layout import (
    ARRAY_OF_MAPS,
    BLOOM_FILTER,
    EBADF,
    EINVAL,
    ENOTSUPP,
    EOPNOTSUPP,
    LPM_TRIE,
    QUEUE,
    STACK,
    STACK_TRACE,
    is_storage,
)
from sim.bpf.maps.lpm_trie import lpm_delete, lpm_lookup, lpm_next_key, lpm_update
from sim.bpf.maps.stack_trace import stack_delete, stack_next_key, stack_value

__all__ = ["type_delete", "type_lookup", "type_next_key", "type_update"]


@compiled("int64(int64,int64,int64,int64)")
def type_lookup(run: int, bmap: int, kind: int, key: int) -> int:
    """Return the simulated address of a value, or 0."""
    if kind == LPM_TRIE:
        return lpm_lookup(run, bmap, key)
    if kind == STACK_TRACE:
        return stack_value(bmap, load32(key))
    return 0


@compiled("int64(int64,int64,int64,int64,int64,int64)")
def type_update(run: int, bmap: int, kind: int, key: int, value: int, flags: int) -> int:
    """Insert or overwrite a value: 0 or a negative errno."""
    if kind == LPM_TRIE:
        return lpm_update(run, bmap, key, value, flags)
    if kind == QUEUE or kind == STACK or kind == BLOOM_FILTER or kind == STACK_TRACE:
        return -EINVAL
    if is_storage(kind) == 1:
        return -EBADF  # a key is a descriptor of an object: `MapView.update_object`
    return -EOPNOTSUPP


@compiled("int64(int64,int64,int64,int64)")
def type_delete(run: int, bmap: int, kind: int, key: int) -> int:
    """Delete a key: 0 or a negative errno."""
    if kind == LPM_TRIE:
        return lpm_delete(run, bmap, key)
    if kind == STACK_TRACE:
        return stack_delete(bmap, load32(key))
    if is_storage(kind) == 1:
        return -EBADF
    if kind == BLOOM_FILTER:
        return -EOPNOTSUPP
    return -EINVAL


@compiled("int64(int64,int64,int64,int64,int64)")
def type_next_key(run: int, bmap: int, kind: int, key: int, out: int) -> int:
    """Write the key after *key* (0: the first) to host address *out*: 0 or a negative errno."""
    if kind == LPM_TRIE:
        return lpm_next_key(run, bmap, key, out)
    if kind == STACK_TRACE:
        return stack_next_key(bmap, key, out)
    if is_storage(kind) == 1:
        return -ENOTSUPP
    if kind == ARRAY_OF_MAPS:
        return array_next_key(bmap, key, out)
    if kind == QUEUE or kind == STACK:
        return -EINVAL
    return -EOPNOTSUPP
