"""What a map is made of in the engine's memory.

A map is one record of int64 fields; its values, elements and rings lie in simulated memory.
Programs know a map by the simulated address of its ``struct bpf_map``, of which only the
address is modelled; `map_of` finds the record.

**Rule:** ``M_…_HOST`` fields are host addresses, never shown to a program.

**Not modelled:** the contents of ``struct bpf_map``.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.base.tally import TALLY_BYTES
from sim.bpf.region import MAP_STRUCT_BASE, MAP_STRUCT_BYTES
from sim.bpf.run_state import R_MAPS, R_NR_MAPS
from sim.bpf.spec import MapType

__all__ = [
    "ARRAY",
    "ARRAY_OF_MAPS",
    "BLOOM_FILTER",
    "BPF_ANY",
    "BPF_EXIST",
    "BPF_NOEXIST",
    "CGROUP_ARRAY",
    "CGRP_STORAGE",
    "E2BIG",
    "EAGAIN",
    "EBADF",
    "EBUSY",
    "EEXIST",
    "EFAULT",
    "EINVAL",
    "ENOENT",
    "ENOMEM",
    "ENOSPC",
    "ENOTSUPP",
    "EOPNOTSUPP",
    "EPERM",
    "HASH",
    "HASH_OF_MAPS",
    "INODE_STORAGE",
    "LPM_TRIE",
    "LRU_HASH",
    "LRU_PERCPU_HASH",
    "MAP_BYTES",
    "M_BUCKETS",
    "M_CONSUMER",
    "M_DATA_HOST",
    "M_DELETES",
    "M_DELIVERED",
    "M_DISCARDED",
    "M_DROPPED",
    "M_DROPPED_PENDING",
    "M_ELEMS",
    "M_ELEM_BYTES",
    "M_ENTRIES",
    "M_EVICTED",
    "M_EXTRA",
    "M_FAILED_BUSY",
    "M_FAILED_EXIST",
    "M_FAILED_FULL",
    "M_FAILED_INVAL",
    "M_FAILED_NOENT",
    "M_FAILED_NOMEM",
    "M_FLAGS",
    "M_FROZEN",
    "M_FULLNESS",
    "M_INDEX",
    "M_INSERTS",
    "M_KEY_BYTES",
    "M_LOCK_CPU",
    "M_LOCK_FREE",
    "M_LOST",
    "M_LOST_REPORTED",
    "M_MASK",
    "M_MAX_ENTRIES",
    "M_META",
    "M_NR_BUCKETS",
    "M_NR_CPUS",
    "M_OUTPUTS",
    "M_PEAK",
    "M_PEAK_ALL",
    "M_PENDING",
    "M_PRODUCER",
    "M_PROGS",
    "M_READER",
    "M_REFUSED_2BIG",
    "M_REFUSED_INVAL",
    "M_REFUSED_NOENT",
    "M_REFUSED_OPNOTSUPP",
    "M_RESERVED",
    "M_RINGS",
    "M_SEED",
    "M_SUBMITTED",
    "M_TALLY",
    "M_TYPE",
    "M_VALUES",
    "M_VALUE_BYTES",
    "M_VALUE_STRIDE",
    "M_WAKING",
    "PERCPU_ARRAY",
    "PERCPU_HASH",
    "PERF_EVENT_ARRAY",
    "PERF_RING",
    "PROG_ARRAY",
    "QUEUE",
    "RINGBUF",
    "SK_STORAGE",
    "STACK",
    "STACK_TRACE",
    "TASK_STORAGE",
    "USER_RINGBUF",
    "MapType",
    "is_storage",
    "map_address",
    "map_index",
    "map_of",
    "note_fill",
    "own_words",
]


# The types as compiled functions know them.
HASH, ARRAY, PROG_ARRAY, PERF_EVENT_ARRAY, PERCPU_HASH, PERCPU_ARRAY = range(1, 7)
STACK_TRACE, CGROUP_ARRAY, LRU_HASH, LRU_PERCPU_HASH, LPM_TRIE = range(7, 12)
ARRAY_OF_MAPS, HASH_OF_MAPS = 12, 13
QUEUE, STACK, SK_STORAGE = 22, 23, 24
RINGBUF, INODE_STORAGE, TASK_STORAGE, BLOOM_FILTER, USER_RINGBUF, CGRP_STORAGE = range(27, 33)
# The per-CPU ring behind one slot of a perf_event_array; no map type of the kernel's.
PERF_RING = 1000

(
    M_TYPE,
    M_INDEX,
    M_KEY_BYTES,
    M_VALUE_BYTES,
    M_MAX_ENTRIES,
    M_NR_CPUS,
    M_ENTRIES,  # live entries of a hash
    M_INSERTS,
    M_DELETES,
    M_FAILED_FULL,  # −E2BIG
    M_FAILED_BUSY,  # −EBUSY
    # arrays
    M_VALUES,  # simulated address of the first value
    M_VALUE_STRIDE,  # bytes from one value to the next (all CPUs' copies, when per-CPU)
    # hashes
    M_BUCKETS,  # host address of the chains (`sim.bpf.maps.hash_layout`)
    M_NR_BUCKETS,
    M_ELEMS,  # simulated address of the elements
    M_ELEM_BYTES,
    M_EVICTED,  # keys that an LRU map threw out
    M_SEED,
    # rings (ringbuf, and each per-CPU perf ring)
    M_DATA_HOST,
    M_MASK,
    M_CONSUMER,
    M_PRODUCER,
    M_PENDING,  # oldest position not known to be committed
    M_META,  # host address: reserve time, submit time, CPU, by position / 8
    M_LOCK_FREE,  # when the spinlock is free again, ns
    M_LOCK_CPU,  # who held it last
    M_RESERVED,
    M_SUBMITTED,
    M_DISCARDED,
    M_DROPPED,
    M_DROPPED_PENDING,  # of those, refused because an older record was still open
    M_DELIVERED,
    M_OUTPUTS,  # records asked for
    M_LOST,  # perf: dropped since the last LOST record
    M_LOST_REPORTED,  # perf: what LOST records told user space
    M_READER,  # reader number + 1
    M_WAKING,  # an irq_work is on its way
    M_RINGS,  # perf_event_array: index of the ring of CPU 0
    M_FAILED_EXIST,  # updates refused: −EEXIST,
    M_FAILED_NOENT,  # −ENOENT,
    M_FAILED_INVAL,  # −EINVAL
    M_REFUSED_NOENT,  # records refused: −ENOENT (no ring),
    M_REFUSED_2BIG,  # −E2BIG (no such slot, or too long),
    M_REFUSED_OPNOTSUPP,  # −EOPNOTSUPP (another CPU's slot),
    M_REFUSED_INVAL,  # −EINVAL (flags)
    M_PEAK,  # most bytes between consumer and producer: since the last sample,
    M_PEAK_ALL,  # and ever
    M_PROGS,  # prog_array: host address of the slots, each a program's record or 0
    M_FULLNESS,  # live entries of a hash, in 1,024ths of what it may have
    M_FLAGS,  # map_flags
    M_EXTRA,  # map_extra
    M_FROZEN,  # user space may not write any more
    M_FAILED_NOMEM,  # updates refused: −ENOMEM
) = range(0, 8 * 54, 8)
NR_OWN_WORDS = 24
M_OWN = 8 * 54  # what one type alone keeps (`own_words`)
M_TALLY = M_OWN + 8 * NR_OWN_WORDS  # a ring's records, from reserve until the reader has them
MAP_BYTES = M_TALLY + TALLY_BYTES

BPF_ANY, BPF_NOEXIST, BPF_EXIST = 0, 1, 2

EPERM, ENOENT, E2BIG, EAGAIN, ENOMEM, EFAULT, EBUSY = 1, 2, 7, 11, 12, 14, 16
EEXIST, EINVAL, ENOSPC, EOPNOTSUPP, ENOTSUPP = 17, 22, 28, 95, 524
EBADF = 9


def own_words(nr_words: int) -> tuple[int, ...]:
    """Return the offsets of *nr_words* of what one type alone keeps in its record."""
    assert nr_words <= NR_OWN_WORDS
    return tuple(range(M_OWN, M_OWN + 8 * nr_words, 8))


def map_address(index: int) -> int:
    """Return the simulated address that stands for map *index* in a program."""
    return MAP_STRUCT_BASE + index * MAP_STRUCT_BYTES


def map_index(address: int) -> int | None:
    """Return which map an address stands for, None if none."""
    index, rest = divmod(address - MAP_STRUCT_BASE, MAP_STRUCT_BYTES)
    return index if rest == 0 and 0 <= index < _MAX_INDEX else None


_MAX_INDEX = 1 << 14  # as many as fit between map structs and vmalloc
_BASE_LOW = MAP_STRUCT_BASE & 0xFFFFFFFF


@compiled("int64(int64,int64)", inline=True)
def map_of(run: int, address: int) -> int:
    """Return the record of the map that a program's register points to (0: none)."""
    index = ((address & 0xFFFFFFFF) - _BASE_LOW) // MAP_STRUCT_BYTES
    if index < 0 or index >= load64(run + R_NR_MAPS):
        return 0
    return load64(run + R_MAPS) + index * MAP_BYTES


@compiled("void(int64,int64)", inline=True)
def note_fill(ring: int, nr_bytes: int) -> None:
    """Note how full a ring is, after something was put into it."""
    if nr_bytes > load64(ring + M_PEAK):
        store64(ring + M_PEAK, nr_bytes)
        if nr_bytes > load64(ring + M_PEAK_ALL):
            store64(ring + M_PEAK_ALL, nr_bytes)


@compiled("int64(int64)", inline=True)
def is_storage(kind: int) -> int:
    """Say whether a type of map holds values for objects: sockets, inodes, tasks, groups."""
    if kind == SK_STORAGE or kind == INODE_STORAGE or kind == TASK_STORAGE:
        return 1
    return 1 if kind == CGRP_STORAGE else 0
