"""Push, pop and peek, sent to each type's own: queues, stacks, bloom filters.

Programs come here by their helpers; user space by BPF_MAP_UPDATE_ELEM (push), LOOKUP_ELEM (peek)
and LOOKUP_AND_DELETE_ELEM (pop) without a key.

**Rule:** an operation is one step of its caller's segment. Values are at host addresses. A bloom
filter's peek reads the value, all others write it.

**Not modelled:** BPF_F_LOCK.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64
from sim.bpf.maps.bloom_filter import BF_HASHES, bloom_peek, bloom_push
from sim.bpf.maps.keyed_cost import count_wait
from sim.bpf.maps.layout import (
    BLOOM_FILTER,
    ENOENT,
    EOPNOTSUPP,
    M_MASK,
    M_TYPE,
    M_VALUE_BYTES,
    QUEUE,
    STACK,
)
from sim.bpf.maps.queue_stack import queue_push, queue_take
from sim.bpf.run_state import COUNTS, count

__all__ = ["map_peek", "map_pop", "map_push"]

_QUEUE = COUNTS.index("map.queue_op")
_BLOOM = COUNTS.index("map.bloom_op")
_HASH = COUNTS.index("map.bloom_hash")
_KEY_BYTE = COUNTS.index("map.key_byte")

# A push makes each hash and sets its bit by a locked instruction: two hashes' time.
_PUSH_HASHES = 2
_FREE_BYTES = 8  # of a value, which map.bloom_hash pays for; further ones are keys' bytes, twice


@compiled("void(int64,int64,int64,int64)")
def _count_bloom(run: int, bmap: int, nr_hashes: int, price: int) -> None:
    count(run, _BLOOM, 1)
    count(run, _HASH, nr_hashes * price)
    nr_bytes = load64(bmap + M_VALUE_BYTES)
    if nr_bytes > _FREE_BYTES:
        count(run, _KEY_BYTE, 2 * (nr_bytes - _FREE_BYTES) * nr_hashes)
    count_wait(run, (load64(bmap + M_MASK) + 1) >> 3, nr_hashes)


@compiled("int64(int64,int64,int64,int64)")
def map_push(run: int, bmap: int, value: int, flags: int) -> int:
    """Push the value at host address *value*: 0 or a negative errno."""
    kind = load64(bmap + M_TYPE)
    if kind == QUEUE or kind == STACK:
        count(run, _QUEUE, 1)
        return queue_push(bmap, value, flags)
    if kind == BLOOM_FILTER:
        _count_bloom(run, bmap, load64(bmap + BF_HASHES), _PUSH_HASHES)
        return bloom_push(bmap, value, flags)
    return -EOPNOTSUPP


@compiled("int64(int64,int64,int64)")
def map_pop(run: int, bmap: int, value: int) -> int:
    """Take a value out, to host address *value*: 0 or a negative errno."""
    kind = load64(bmap + M_TYPE)
    if kind == QUEUE or kind == STACK:
        count(run, _QUEUE, 1)
        return queue_take(bmap, value, 0)
    return -EOPNOTSUPP


@compiled("int64(int64,int64,int64)")
def map_peek(run: int, bmap: int, value: int) -> int:
    """Copy what would be popped to host address *value*, or ask for the value there."""
    kind = load64(bmap + M_TYPE)
    if kind == QUEUE or kind == STACK:
        count(run, _QUEUE, 1)
        return queue_take(bmap, value, 1)
    if kind == BLOOM_FILTER:
        nr_hashes = bloom_peek(bmap, value)
        _count_bloom(run, bmap, abs(nr_hashes), 1)
        return 0 if nr_hashes > 0 else -ENOENT
    return -EOPNOTSUPP
