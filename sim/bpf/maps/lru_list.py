"""The lists of LRU maps: kernel/bpf/bpf_lru_list.c, without its locks.

A *list set* has the elements in use, on an active and an inactive list, newest first, and free
ones. Looking an element up marks it *referenced*, nothing more. A *rotation* looks at a few
elements from the old end: referenced ones go to the head of the active list and lose the mark;
active ones without it go to the inactive list, if that is the shorter one. A *shrink* looks at a
few from the inactive list's old end and frees those that are not referenced; if all were, it
frees the oldest regardless.

Nodes have numbers: an element's own, and behind those the heads of the lists, which are rings.

**Rule:** a shrink takes an element out of its bucket, and counts it as evicted.

**Not modelled:** here, the lists' spin locks: `sim.bpf.maps.lru` has that of the common set.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load8, load16, load32, load64, store8, store16, store32, store64
from sim.bpf.maps.hash_layout import (
    ELEM_HASH,
    ELEM_HEAD_BYTES,
    HT_NODES,
    HT_NR_ELEMS,
    chain_of,
    elem_of,
)
from sim.bpf.maps.hash_lock import lock_bucket
from sim.bpf.maps.key_trace import NOTE_EVICT, traced_key
from sim.bpf.maps.layout import M_ENTRIES, M_EVICTED, M_INDEX
from sim.bpf.run_state import COUNTS, R_CPU, R_NOTING, count, note

__all__ = [
    "ACTIVE",
    "FREE",
    "INACTIVE",
    "LOCAL_FREE",
    "LOCAL_PENDING",
    "LRU_SET_BYTES",
    "NODE_BYTES",
    "S_HEADS",
    "S_LOW",
    "S_NEXT",
    "S_ROTATE",
    "add_head",
    "empty_list",
    "evict",
    "first_free",
    "is_referenced",
    "mark_referenced",
    "move",
    "move_in",
    "move_to_free",
    "next_of",
    "node_cpu",
    "node_type",
    "prev_of",
    "rotate",
    "set_node",
    "shrink",
    "unlink",
]

# What a node is on.
ACTIVE, INACTIVE, FREE, LOCAL_FREE, LOCAL_PENDING = range(5)

_PREV, _NEXT, _CPU, _TYPE, _REF = 0, 4, 8, 10, 11
NODE_BYTES = 12

# A list set: how many are active and inactive, where the rotation of inactive ones goes on, the
# head of its first list (active, inactive, free), and the elements never used, which lie behind
# all in the free list: from the second number down to the first.
_S_COUNTS, S_ROTATE, S_HEADS, S_LOW, S_NEXT = 0, 16, 24, 32, 40
LRU_SET_BYTES = 48

_SCAN = COUNTS.index("map.lru_scan")
_TRANSFER = COUNTS.index("map.line_transfer")
_LINES = 2  # of an element that another CPU took: itself (its node is in it), and its bucket


@compiled("int64(int64,int64)", inline=True)
def _node(bmap: int, number: int) -> int:
    return load64(bmap + HT_NODES) + NODE_BYTES * number


@compiled("int64(int64,int64)", inline=True)
def next_of(bmap: int, number: int) -> int:
    """Return the node behind a node."""
    return load32(_node(bmap, number) + _NEXT)


@compiled("int64(int64,int64)", inline=True)
def prev_of(bmap: int, number: int) -> int:
    """Return the node before a node."""
    return load32(_node(bmap, number) + _PREV)


@compiled("int64(int64,int64)", inline=True)
def node_type(bmap: int, number: int) -> int:
    """Return what an element's node is on."""
    return load8(_node(bmap, number) + _TYPE)


@compiled("int64(int64,int64)", inline=True)
def node_cpu(bmap: int, number: int) -> int:
    """Return the CPU that took the element."""
    return load16(_node(bmap, number) + _CPU)


@compiled("int64(int64,int64)", inline=True)
def is_referenced(bmap: int, number: int) -> int:
    """Say whether an element has been looked up since the mark was last taken off."""
    return load8(_node(bmap, number) + _REF)


@compiled("void(int64,int64)", inline=True)
def mark_referenced(bmap: int, number: int) -> None:
    """Note that an element was looked up (bpf_lru_node_set_ref)."""
    ref = _node(bmap, number) + _REF
    if load8(ref) == 0:  # the line stays shared when there is nothing to note
        store8(ref, 1)


@compiled("void(int64,int64,int64,int64)", inline=True)
def set_node(bmap: int, number: int, kind: int, cpu: int) -> None:
    """Say what an element is on and who took it, without its mark."""
    node = _node(bmap, number)
    store16(node + _CPU, cpu)
    store8(node + _TYPE, kind)
    store8(node + _REF, 0)


@compiled("void(int64,int64)", inline=True)
def unlink(bmap: int, number: int) -> None:
    """Take a node off its list."""
    node = _node(bmap, number)
    before, behind = load32(node + _PREV), load32(node + _NEXT)
    store32(_node(bmap, before) + _NEXT, behind)
    store32(_node(bmap, behind) + _PREV, before)


@compiled("void(int64,int64,int64)", inline=True)
def add_head(bmap: int, number: int, head: int) -> None:
    """Put a node first on a list."""
    node, at_head = _node(bmap, number), _node(bmap, head)
    behind = load32(at_head + _NEXT)
    store32(node + _PREV, head)
    store32(node + _NEXT, behind)
    store32(_node(bmap, behind) + _PREV, number)
    store32(at_head + _NEXT, number)


@compiled("void(int64,int64,int64)", inline=True)
def _count_in(lists: int, kind: int, by: int) -> None:
    if kind <= INACTIVE:
        store64(lists + _S_COUNTS + 8 * kind, load64(lists + _S_COUNTS + 8 * kind) + by)


@compiled("void(int64,int64,int64)", inline=True)
def _leave(bmap: int, lists: int, number: int) -> None:
    """Take an element off its list of the set; the rotation goes on before it."""
    if load64(lists + S_ROTATE) == number:
        store64(lists + S_ROTATE, prev_of(bmap, number))
    unlink(bmap, number)
    _count_in(lists, node_type(bmap, number), -1)


@compiled("void(int64,int64,int64,int64)")
def move_in(bmap: int, lists: int, number: int, kind: int) -> None:
    """Move an element from a CPU's own list to one of the set."""
    unlink(bmap, number)
    _count_in(lists, kind, 1)
    store8(_node(bmap, number) + _TYPE, kind)
    store8(_node(bmap, number) + _REF, 0)
    add_head(bmap, number, load64(lists + S_HEADS) + kind)


@compiled("void(int64,int64,int64,int64)")
def move(bmap: int, lists: int, number: int, kind: int) -> None:
    """Move an element from one list of the set to another one's head, without its mark."""
    _leave(bmap, lists, number)
    _count_in(lists, kind, 1)
    store8(_node(bmap, number) + _TYPE, kind)
    store8(_node(bmap, number) + _REF, 0)
    add_head(bmap, number, load64(lists + S_HEADS) + kind)


@compiled("void(int64,int64,int64,int64,int64)")
def move_to_free(bmap: int, lists: int, number: int, head: int, kind: int) -> None:
    """Move an element from the set to a list of free ones, the set's or a CPU's."""
    _leave(bmap, lists, number)
    store8(_node(bmap, number) + _TYPE, kind)
    add_head(bmap, number, head)


@compiled("int64(int64,int64)")
def first_free(bmap: int, lists: int) -> int:
    """Return the first element of the set's free list, 0 if there is none."""
    head = load64(lists + S_HEADS) + FREE
    number = next_of(bmap, head)
    if number != head:
        return number
    number = load64(lists + S_NEXT)
    if number < load64(lists + S_LOW):
        return 0
    store64(lists + S_NEXT, number - 1)
    set_node(bmap, number, FREE, 0)
    add_head(bmap, number, head)
    return number


@compiled("void(int64,int64,int64,int64)")
def _rotate_active(run: int, bmap: int, lists: int, nr_scans: int) -> None:
    head = load64(lists + S_HEADS) + ACTIVE
    newest = next_of(bmap, head)
    number = prev_of(bmap, head)
    for i in range(1, nr_scans + 1):
        if number == head:
            return
        before = prev_of(bmap, number)
        move(bmap, lists, number, ACTIVE if is_referenced(bmap, number) else INACTIVE)
        count(run, _SCAN, 1)
        if i == nr_scans or number == newest:
            return
        number = before


@compiled("void(int64,int64,int64,int64)")
def _rotate_inactive(run: int, bmap: int, lists: int, nr_scans: int) -> None:
    """Move referenced elements to the active list, once round at most."""
    head = load64(lists + S_HEADS) + INACTIVE
    if next_of(bmap, head) == head:
        return
    number = load64(lists + S_ROTATE)
    last = next_of(bmap, number)
    if last == head:
        last = next_of(bmap, last)
    following = head
    left = nr_scans
    while left > 0:
        if number == head:
            number = prev_of(bmap, number)
            continue
        following = prev_of(bmap, number)
        count(run, _SCAN, 1)
        is_last = number == last
        if is_referenced(bmap, number):
            move(bmap, lists, number, ACTIVE)
        if is_last:
            break
        number = following
        left -= 1
    store64(lists + S_ROTATE, following)


@compiled("void(int64,int64,int64,int64)")
def rotate(run: int, bmap: int, lists: int, nr_scans: int) -> None:
    """Rotate the inactive list, the active one first if it is the longer (…_list_rotate)."""
    if load64(lists + _S_COUNTS + 8) < load64(lists + _S_COUNTS):
        _rotate_active(run, bmap, lists, nr_scans)
    _rotate_inactive(run, bmap, lists, nr_scans)


@compiled("int64(int64,int64,int64)")
def evict(run: int, bmap: int, number: int) -> int:
    """Take an element out of its bucket (htab_lru_map_delete_node): 1, or 0 if it cannot be."""
    wanted = elem_of(run, bmap, number)
    h = load32(wanted + ELEM_HASH)
    if node_cpu(bmap, number) != load64(run + R_CPU):
        count(run, _TRANSFER, _LINES)
    if lock_bucket(run, bmap, h) != 0:
        return 0
    link = chain_of(bmap, h)
    nr_elems = load64(bmap + HT_NR_ELEMS)
    left, at = nr_elems, load32(link)
    while 0 < at <= nr_elems and left > 0:
        if at == number:
            store32(link, load32(wanted))
            if load64(run + R_NOTING) != 0:
                key = traced_key(run, bmap, wanted + ELEM_HEAD_BYTES)
                note(run, NOTE_EVICT, load64(bmap + M_INDEX), key)
            store64(bmap + M_EVICTED, load64(bmap + M_EVICTED) + 1)
            store64(bmap + M_ENTRIES, load64(bmap + M_ENTRIES) - 1)
            return 1
        link = elem_of(run, bmap, at)
        at = load32(link)
        left -= 1
    return 0


@compiled("int64(int64,int64,int64,int64,int64,int64,int64)")
def _shrink_inactive(
    run: int, bmap: int, lists: int, wanted: int, nr_scans: int, head: int, kind: int
) -> int:
    inactive = load64(lists + S_HEADS) + INACTIVE
    number = prev_of(bmap, inactive)
    freed = 0
    for _ in range(nr_scans):
        if number == inactive or freed == wanted:
            break
        before = prev_of(bmap, number)
        count(run, _SCAN, 1)
        if is_referenced(bmap, number):
            move(bmap, lists, number, ACTIVE)
        elif evict(run, bmap, number) == 1:
            move_to_free(bmap, lists, number, head, kind)
            freed += 1
        number = before
    return freed


@compiled("void(int64,int64,int64,int64,int64,int64,int64)")
def shrink(
    run: int, bmap: int, lists: int, wanted: int, nr_scans: int, head: int, kind: int
) -> None:
    """Free elements (…_list_shrink).

    Args:
        run: For whom.
        bmap: The map.
        lists: The list set.
        wanted: How many at most.
        nr_scans: How many are looked at.
        head: The list that takes them,
        kind: and what an element is when it is on it.
    """
    if _shrink_inactive(run, bmap, lists, wanted, nr_scans, head, kind) > 0:
        return
    forced = load64(lists + S_HEADS) + INACTIVE
    if next_of(bmap, forced) == forced:
        forced -= INACTIVE - ACTIVE
    number = prev_of(bmap, forced)
    while number != forced:
        before = prev_of(bmap, number)
        count(run, _SCAN, 1)
        if evict(run, bmap, number) == 1:
            move_to_free(bmap, lists, number, head, kind)
            return
        number = before


def empty_list(nodes: int, head: int) -> None:
    """Make a list of nothing but its head, among the nodes at a host address."""
    store32(nodes + NODE_BYTES * head + _PREV, head)
    store32(nodes + NODE_BYTES * head + _NEXT, head)
