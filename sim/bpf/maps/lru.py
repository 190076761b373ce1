"""Where LRU maps get elements: kernel/bpf/bpf_lru_list.c, its two disciplines.

*Common* (the default): one list set for all CPUs. A CPU takes free elements from a list of its
own, and puts each one it takes on its list of *pending* ones. When it has no free one left it
moves its pending ones into the set, rotates, and takes `LOCAL_FREE_TARGET` elements at once (in
later kernels so few that the CPUs together hold half of all at most): free ones, or by a shrink.
When even that brings none it steals one from another CPU's two lists. So keys are thrown out
before the map is full: up to a batch for each CPU lies free.

*Per CPU* (``BPF_F_NO_COMMON_LRU``): each CPU has a list set over its share of the elements and
throws out of that only, four at a time.

**Rule:** an update takes an element before it looks whether the key is there, as the kernel does:
a refused update may have thrown a key out.

A batch is brought under the common set's lock, which is free again when its elements have been
looked at; those that another CPU took have to come over first. Who comes by in between waits.

**Not modelled:** the locks of a CPU's own lists, which nobody but a thief wants.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.bpf.maps.hash_layout import HT_BATCH, HT_LIST_TURN, HT_LISTS, HT_NR_ELEMS
from sim.bpf.maps.hash_lock import leave_turn, take_turn
from sim.bpf.maps.kinds import Home
from sim.bpf.maps.layout import M_FLAGS, M_NR_CPUS
from sim.bpf.maps.lru_list import (
    ACTIVE,
    FREE,
    INACTIVE,
    LOCAL_FREE,
    LOCAL_PENDING,
    LRU_SET_BYTES,
    NODE_BYTES,
    S_HEADS,
    S_LOW,
    S_NEXT,
    S_ROTATE,
    add_head,
    empty_list,
    evict,
    first_free,
    is_referenced,
    move,
    move_in,
    move_to_free,
    next_of,
    node_cpu,
    node_type,
    prev_of,
    rotate,
    set_node,
    shrink,
    unlink,
)
from sim.bpf.run_state import COUNTS, R_COUNTS, R_CPU, R_NOW, R_PRICES, count
from sim.versions.features import Feature

__all__ = [
    "LOCAL_FREE_TARGET",
    "NO_COMMON_LRU",
    "batch_of",
    "lru_pop",
    "lru_push_free",
    "make_lists",
]

NO_COMMON_LRU = 2
LOCAL_FREE_TARGET = 128
_LOCAL_NR_SCANS = 128
_PERCPU_FREE_TARGET = 4
_PERCPU_NR_SCANS = 4
_NR_KINDS = 3  # lists of a set

_SCAN = COUNTS.index("map.lru_scan")
_TRANSFER = COUNTS.index("map.line_transfer")
_PS = 1000


# --- the common discipline ------------------------------------------------------------------------
@compiled("int64(int64,int64)", inline=True)
def _local_free(bmap: int, cpu: int) -> int:
    """Return the head of a CPU's own free list; that of its pending one is the next."""
    return load64(bmap + HT_NR_ELEMS) + 1 + _NR_KINDS + 2 * cpu


@compiled("int64(int64,int64)", inline=True)
def _steal_from(bmap: int, cpu: int) -> int:
    """Return the host address of the CPU's next victim."""
    return load64(bmap + HT_LISTS) + LRU_SET_BYTES + 8 * cpu


@compiled("int64(int64,int64)")
def _pop_local_free(bmap: int, cpu: int) -> int:
    head = _local_free(bmap, cpu)
    number = next_of(bmap, head)
    if number == head:
        return 0
    unlink(bmap, number)
    return number


@compiled("int64(int64,int64,int64)")
def _pop_local_pending(run: int, bmap: int, cpu: int) -> int:
    """Throw out the CPU's oldest pending element that is not referenced; else the oldest."""
    head = _local_free(bmap, cpu) + 1
    for force in range(2):
        number = prev_of(bmap, head)
        while number != head:
            count(run, _SCAN, 1)
            if force == 1 or is_referenced(bmap, number) == 0:
                if evict(run, bmap, number) == 1:
                    unlink(bmap, number)
                    return number
            number = prev_of(bmap, number)
    return 0


@compiled("void(int64,int64,int64)")
def _flush_pending(run: int, bmap: int, cpu: int) -> None:
    """Move a CPU's pending elements into the set, the oldest first."""
    lists, head = load64(bmap + HT_LISTS), _local_free(bmap, cpu) + 1
    number = prev_of(bmap, head)
    while number != head:
        before = prev_of(bmap, number)
        move_in(bmap, lists, number, ACTIVE if is_referenced(bmap, number) else INACTIVE)
        count(run, _SCAN, 1)
        number = before


@compiled("void(int64,int64,int64)")
def _fetch(run: int, bmap: int, cpu: int) -> None:
    """Bring a batch of free elements to a CPU's list (bpf_lru_list_pop_free_to_local)."""
    lists, head = load64(bmap + HT_LISTS), _local_free(bmap, cpu)
    _flush_pending(run, bmap, cpu)
    rotate(run, bmap, lists, _LOCAL_NR_SCANS)
    batch, nr_free = load64(bmap + HT_BATCH), 0
    while nr_free < batch:
        number = first_free(bmap, lists)
        if number == 0:
            break
        move_to_free(bmap, lists, number, head, LOCAL_FREE)
        nr_free += 1
    if nr_free < batch:
        shrink(run, bmap, lists, batch - nr_free, _LOCAL_NR_SCANS, head, LOCAL_FREE)


@compiled("int64(int64)", inline=True)
def _work_ps(run: int) -> int:
    """Return the price of all elements looked at and lines brought over in the segment, ps."""
    prices = load64(run + R_PRICES)
    scans = load64(run + R_COUNTS + 8 * _SCAN) * load64(prices + 8 * _SCAN)
    return scans + load64(run + R_COUNTS + 8 * _TRANSFER) * load64(prices + 8 * _TRANSFER)


@compiled("void(int64,int64,int64)")
def _fetch_locked(run: int, bmap: int, cpu: int) -> None:
    """Fetch under the set's lock: for as long as its work takes, nobody else does."""
    if load64(run + R_PRICES) == 0:
        _fetch(run, bmap, cpu)
        return
    at = bmap + HT_LIST_TURN
    had_ps = take_turn(run, at, load64(run + R_NOW) * _PS)
    before_ps = _work_ps(run)
    _fetch(run, bmap, cpu)
    leave_turn(run, at, had_ps + _work_ps(run) - before_ps)


@compiled("int64(int64,int64,int64)")
def _steal(run: int, bmap: int, cpu: int) -> int:
    """Take an element from some CPU's own lists, each in turn, or return 0."""
    nr_cpus = load64(bmap + M_NR_CPUS)
    first = load64(_steal_from(bmap, cpu))
    victim = first
    number = 0
    while True:
        count(run, _SCAN, 1)
        number = _pop_local_free(bmap, victim)
        if number == 0:
            number = _pop_local_pending(run, bmap, victim)
        victim = (victim + 1) % nr_cpus
        if number != 0 or victim == first:
            break
    store64(_steal_from(bmap, cpu), victim)
    return number


@compiled("int64(int64,int64,int64)")
def _pop_common(run: int, bmap: int, cpu: int) -> int:
    number = _pop_local_free(bmap, cpu)
    if number == 0:
        _fetch_locked(run, bmap, cpu)
        number = _pop_local_free(bmap, cpu)
    if number == 0:
        number = _steal(run, bmap, cpu)
    if number != 0:
        set_node(bmap, number, LOCAL_PENDING, cpu)
        add_head(bmap, number, _local_free(bmap, cpu) + 1)
    return number


@compiled("void(int64,int64)")
def _push_common(bmap: int, number: int) -> None:
    if node_type(bmap, number) != LOCAL_PENDING:
        move(bmap, load64(bmap + HT_LISTS), number, FREE)
        return
    cpu = node_cpu(bmap, number)
    unlink(bmap, number)
    set_node(bmap, number, LOCAL_FREE, cpu)
    add_head(bmap, number, _local_free(bmap, cpu))


# --- per CPU --------------------------------------------------------------------------------------
@compiled("int64(int64,int64)", inline=True)
def _percpu_lists(bmap: int, cpu: int) -> int:
    return load64(bmap + HT_LISTS) + LRU_SET_BYTES * cpu


@compiled("int64(int64,int64,int64)")
def _pop_percpu(run: int, bmap: int, cpu: int) -> int:
    lists = _percpu_lists(bmap, cpu)
    rotate(run, bmap, lists, _PERCPU_NR_SCANS)
    number = first_free(bmap, lists)
    if number == 0:
        head = load64(lists + S_HEADS) + FREE
        shrink(run, bmap, lists, _PERCPU_FREE_TARGET, _PERCPU_NR_SCANS, head, FREE)
        number = first_free(bmap, lists)
    if number != 0:
        move(bmap, lists, number, INACTIVE)
        set_node(bmap, number, INACTIVE, cpu)
    return number


# --- both -----------------------------------------------------------------------------------------
@compiled("int64(int64,int64)")
def lru_pop(run: int, bmap: int) -> int:
    """Take an element, throwing out others if need be: its number, or 0 (bpf_lru_pop_free)."""
    cpu = load64(run + R_CPU)
    if load64(bmap + M_FLAGS) & NO_COMMON_LRU:
        return _pop_percpu(run, bmap, cpu)
    return _pop_common(run, bmap, cpu)


@compiled("void(int64,int64)")
def lru_push_free(bmap: int, number: int) -> None:
    """Give an element back that is in no bucket (bpf_lru_push_free)."""
    if load64(bmap + M_FLAGS) & NO_COMMON_LRU:
        move(bmap, _percpu_lists(bmap, node_cpu(bmap, number)), number, FREE)
    else:
        _push_common(bmap, number)


def batch_of(home: Home, nr_elems: int) -> int:
    """Return how many elements a CPU takes at once from the common list set."""
    # Since Linux kernel commit d4adf1c9ee77 ("bpf: Adjust free target to avoid global starvation
    # of LRU map") (in v6.17), the CPUs together hold half of a map at most.
    if Feature.LRU_FREE_TARGET not in home.features:
        return LOCAL_FREE_TARGET
    return max(1, min(nr_elems // home.nr_cpus // 2, LOCAL_FREE_TARGET))


def make_lists(home: Home, nr_elems: int, is_percpu: bool) -> tuple[int, int]:
    """Return the host addresses of an LRU map's nodes and lists, all elements being free.

    Args:
        home: Where the map lives.
        nr_elems: Its elements.
        is_percpu: Whether each CPU has a list set over its share of them.
    """
    nr_sets = home.nr_cpus if is_percpu else 1
    nr_heads = _NR_KINDS * nr_sets if is_percpu else _NR_KINDS + 2 * home.nr_cpus
    nodes = home.buffer(NODE_BYTES * (nr_elems + 1 + nr_heads))
    lists = home.buffer(LRU_SET_BYTES * nr_sets + 8 * home.nr_cpus)
    for head in range(nr_elems + 1, nr_elems + 1 + nr_heads):
        empty_list(nodes, head)
    share = nr_elems // nr_sets
    for i in range(nr_sets):
        at, heads = lists + LRU_SET_BYTES * i, nr_elems + 1 + _NR_KINDS * i
        store64(at + S_HEADS, heads)
        store64(at + S_ROTATE, heads + INACTIVE)
        store64(at + S_LOW, share * i + 1)
        store64(at + S_NEXT, share * (i + 1))
    for cpu in range(home.nr_cpus):  # not used per CPU
        store64(lists + LRU_SET_BYTES * nr_sets + 8 * cpu, cpu)
    return nodes, lists
