"""Longest-prefix-match tries (kernel/bpf/lpm_trie.c).

A key is the length of a prefix in bits and the bits, most significant first. A node holds a
prefix; below it are the prefixes that go on with a 0 and with a 1. Where two prefixes part and
neither is there itself, an intermediate node without a value joins them; deleting a node with
two branches makes it such a one. A lookup gives the longest prefix of its key, `lpm_next_key`
every prefix after those below it (post-order).

Nodes are numbered from 1 (0: none): two links, the prefix's length, whether it is intermediate,
bits and value, each rounded up to 8 bytes.

**Rule:** an operation is one step; it counts the nodes that it looks at. A program that no
verifier has seen may have written into a node: numbers are checked before they are followed, and
a walk goes no deeper than a key has bits.

**Not modelled:** the trie's lock; nodes at addresses of kmalloc's choosing.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, load8, load32, load64, store32, store64
from sim.bpf.maps.kinds import Home, Shape, kind, round8
from sim.bpf.maps.layout import (
    BPF_EXIST,
    BPF_NOEXIST,
    EEXIST,
    EINVAL,
    ENOENT,
    ENOSPC,
    M_DELETES,
    M_ELEM_BYTES,
    M_ELEMS,
    M_ENTRIES,
    M_INSERTS,
    M_KEY_BYTES,
    M_MAX_ENTRIES,
    M_VALUE_BYTES,
    own_words,
)
from sim.bpf.region import VMALLOC_BASE, signed_address
from sim.bpf.run_state import COUNTS, R_BASE, count
from sim.bpf.spec import MapType

__all__ = ["lpm_delete", "lpm_lookup", "lpm_next_key", "lpm_update"]

(
    LP_ROOT,  # number of the root
    LP_FREE,  # first of the nodes that were freed, chained by their first link
    LP_UNUSED,  # first of the nodes never used
    LP_NR_NODES,  # nodes that there are memory for
    LP_VALUE_AT,  # where in a node its value starts
    LP_PATH,  # host address of the nodes on the way to a key, for the walk in order
) = own_words(6)

_LEFT, _PREFIX, _FLAGS, _DATA = 0, 8, 12, 16
_KERNEL_NODE_BYTES = 40
_LENGTH_BYTES = 4  # of the prefix's length, before a key's bits

_LOOKUP = COUNTS.index("map.lpm_lookup")
_UPDATE = COUNTS.index("map.lpm_update")
_STEP = COUNTS.index("map.lpm_step")


# --- nodes ----------------------------------------------------------------------------------------
@compiled("int64(int64)", inline=True)
def _max_prefix(bmap: int) -> int:
    return 8 * (load64(bmap + M_KEY_BYTES) - _LENGTH_BYTES)


@compiled("int64(int64,int64,int64)", inline=True)
def _node(run: int, bmap: int, number: int) -> int:
    """Return the host address of a node, 0 if there is none of that number."""
    if number <= 0 or number > load64(bmap + LP_NR_NODES):
        return 0
    nodes = load64(run + R_BASE) + (load64(bmap + M_ELEMS) & 0xFFFFFFFF)
    return nodes + (number - 1) * load64(bmap + M_ELEM_BYTES)


@compiled("int64(int64,int64)", inline=True)
def _prefix(bmap: int, node: int) -> int:
    return min(load32(node + _PREFIX), _max_prefix(bmap))


@compiled("int64(int64,int64)", inline=True)
def _bit(data: int, index: int) -> int:
    return load8(data + (index >> 3)) >> (7 - (index & 7)) & 1


@compiled("int64(int64,int64,int64,int64)")
def _match(bmap: int, node: int, data: int, prefix: int) -> int:
    """Return how many bits a node and a key have in common, from the first on."""
    limit = min(_prefix(bmap, node), prefix)
    at = 0
    while at + 8 <= limit and load8(node + _DATA + (at >> 3)) == load8(data + (at >> 3)):
        at += 8
    while at < limit and _bit(node + _DATA, at) == _bit(data, at):
        at += 1
    return at


@compiled("int64(int64,int64)")
def _take(run: int, bmap: int) -> int:
    """Take a node; there are enough for all entries, and one more."""
    number = load64(bmap + LP_FREE)
    node = _node(run, bmap, number)
    if node != 0:
        store64(bmap + LP_FREE, load32(node + _LEFT))
    else:
        number = load64(bmap + LP_UNUSED)
        node = _node(run, bmap, number)
        if node == 0:
            return 0
        store64(bmap + LP_UNUSED, number + 1)
    store64(node + _LEFT, 0)
    store64(node + _PREFIX, 0)
    return number


@compiled("void(int64,int64,int64)")
def _free(run: int, bmap: int, number: int) -> None:
    node = _node(run, bmap, number)
    store64(node + _LEFT, load64(bmap + LP_FREE))
    store64(bmap + LP_FREE, number)


@compiled("void(int64,int64,int64,int64)", inline=True)
def _set_link(run: int, bmap: int, link: int, number: int) -> None:
    """Lead a link (host address of it; 0: the root) to a node."""
    if link == 0:
        store64(bmap + LP_ROOT, number)
    else:
        store32(link, number)


@compiled("int64(int64,int64)", inline=True)
def _linked(bmap: int, link: int) -> int:
    return load64(bmap + LP_ROOT) if link == 0 else load32(link)


# --- operations -----------------------------------------------------------------------------------
@compiled("int64(int64,int64,int64)")
def lpm_lookup(run: int, bmap: int, key: int) -> int:
    """Return the simulated address of the value of the longest prefix of *key*, or 0."""
    count(run, _LOOKUP, 1)
    most = _max_prefix(bmap)
    prefix, data = load32(key), key + _LENGTH_BYTES
    if prefix > most:
        return 0
    found = 0
    number = load64(bmap + LP_ROOT)
    for _ in range(most + 1):
        node = _node(run, bmap, number)
        if node == 0:
            break
        count(run, _STEP, 1)
        matched = _match(bmap, node, data, prefix)
        if matched == most:
            found = number
            break
        if matched < _prefix(bmap, node):
            break
        if load32(node + _FLAGS) == 0:
            found = number
        number = load32(node + _LEFT + 4 * _bit(data, matched))
    if found == 0:
        return 0
    at = (found - 1) * load64(bmap + M_ELEM_BYTES) + load64(bmap + LP_VALUE_AT)
    return load64(bmap + M_ELEMS) + at


@compiled("int64(int64,int64,int64,int64)")
def _find(run: int, bmap: int, prefix: int, data: int) -> int:
    """Return the link (its host address; 0: the root) at which a key is, or would be put in.

    The path to it is noted: how many links, then each one.
    """
    path = load64(bmap + LP_PATH)
    link, nr_links = 0, 0
    for _ in range(_max_prefix(bmap) + 1):
        store64(path + 8 + 8 * nr_links, link)
        nr_links += 1
        node = _node(run, bmap, _linked(bmap, link))
        if node == 0:
            break
        count(run, _STEP, 1)
        matched = _match(bmap, node, data, prefix)
        own = _prefix(bmap, node)
        if own != matched or own == prefix:
            break
        link = node + _LEFT + 4 * _bit(data, own)
    store64(path, nr_links)
    return link


@compiled("int64(int64,int64)")
def _check_add(bmap: int, flags: int) -> int:
    if flags == BPF_EXIST:
        return -ENOENT
    return -ENOSPC if load64(bmap + M_ENTRIES) >= load64(bmap + M_MAX_ENTRIES) else 0


@compiled("void(int64,int64)", inline=True)
def _added(bmap: int, n: int) -> None:
    store64(bmap + M_ENTRIES, load64(bmap + M_ENTRIES) + n)
    field = M_INSERTS if n > 0 else M_DELETES
    store64(bmap + field, load64(bmap + field) + 1)


@compiled("void(int64,int64,int64,int64,int64)")
def _fill(bmap: int, node: int, prefix: int, data: int, value: int) -> None:
    store32(node + _PREFIX, prefix)
    copy_bytes(node + _DATA, data, load64(bmap + M_KEY_BYTES) - _LENGTH_BYTES)
    copy_bytes(node + load64(bmap + LP_VALUE_AT), value, load64(bmap + M_VALUE_BYTES))


@compiled("int64(int64,int64,int64,int64,int64)")
def lpm_update(run: int, bmap: int, key: int, value: int, flags: int) -> int:
    """Insert or replace (trie_update_elem); *key* and *value* are host addresses.

    Returns:
        0, −EINVAL, −ENOENT, −EEXIST or −ENOSPC.
    """
    count(run, _UPDATE, 1)
    prefix, data = load32(key), key + _LENGTH_BYTES
    if flags < 0 or flags > BPF_EXIST or prefix > _max_prefix(bmap):
        return -EINVAL
    link = _find(run, bmap, prefix, data)
    there = _linked(bmap, link)
    node = _node(run, bmap, there)
    matched = 0 if node == 0 else _match(bmap, node, data, prefix)
    is_same = node != 0 and _prefix(bmap, node) == matched
    is_value = is_same and load32(node + _FLAGS) == 0
    if is_value:
        if flags == BPF_NOEXIST:
            return -EEXIST
    else:
        refused = _check_add(bmap, flags)
        if refused != 0:
            return refused
    number = _take(run, bmap)
    added = _node(run, bmap, number)
    if added == 0:
        return -ENOSPC  # only where a program has broken the links
    _fill(bmap, added, prefix, data, value)
    if not is_value:
        _added(bmap, 1)
    if is_same:
        store64(added + _LEFT, load64(node + _LEFT))
        _set_link(run, bmap, link, number)
        _free(run, bmap, there)
    elif node == 0:
        _set_link(run, bmap, link, number)
    elif matched == prefix:  # an ancestor of what is there
        store32(added + _LEFT + 4 * _bit(node + _DATA, matched), there)
        _set_link(run, bmap, link, number)
    else:
        _join(run, bmap, link, there, number, matched)
    return 0


@compiled("void(int64,int64,int64,int64,int64,int64)")
def _join(run: int, bmap: int, link: int, there: int, number: int, matched: int) -> None:
    """Put an intermediate node over two whose first *matched* bits are the same."""
    between = _take(run, bmap)
    im, node = _node(run, bmap, between), _node(run, bmap, there)
    if im == 0:
        return
    added = _node(run, bmap, number)
    store32(im + _PREFIX, matched)
    store32(im + _FLAGS, 1)
    copy_bytes(im + _DATA, node + _DATA, load64(bmap + M_KEY_BYTES) - _LENGTH_BYTES)
    side = _bit(added + _DATA, matched)
    store32(im + _LEFT + 4 * side, number)
    store32(im + _LEFT + 4 * (1 - side), there)
    _set_link(run, bmap, link, between)


@compiled("int64(int64,int64,int64)")
def lpm_delete(run: int, bmap: int, key: int) -> int:
    """Delete exactly that prefix (trie_delete_elem): 0, −EINVAL or −ENOENT."""
    count(run, _UPDATE, 1)
    prefix, data = load32(key), key + _LENGTH_BYTES
    if prefix > _max_prefix(bmap):
        return -EINVAL
    link = _find(run, bmap, prefix, data)
    number = _linked(bmap, link)
    node = _node(run, bmap, number)
    if node == 0 or _prefix(bmap, node) != prefix or load32(node + _FLAGS) != 0:
        return -ENOENT
    if _match(bmap, node, data, prefix) != prefix:
        return -ENOENT
    _added(bmap, -1)
    left, right = load32(node + _LEFT), load32(node + _LEFT + 4)
    if left != 0 and right != 0:
        store32(node + _FLAGS, 1)
        return 0
    path = load64(bmap + LP_PATH)
    nr_links = load64(path)
    if nr_links > 1 and left == 0 and right == 0:
        above = load64(path + 8 + 8 * (nr_links - 2))
        joint = _linked(bmap, above)
        parent = _node(run, bmap, joint)
        if parent != 0 and load32(parent + _FLAGS) != 0:
            sibling = parent + _LEFT if link == parent + _LEFT + 4 else parent + _LEFT + 4
            _set_link(run, bmap, above, load32(sibling))
            _free(run, bmap, joint)
            _free(run, bmap, number)
            return 0
    _set_link(run, bmap, link, left if left != 0 else right)
    _free(run, bmap, number)
    return 0


# --- order ----------------------------------------------------------------------------------------
@compiled("int64(int64,int64,int64)")
def _leftmost(run: int, bmap: int, number: int) -> int:
    """Return the first node with a value, in post-order, at or below a node."""
    found = 0
    node = _node(run, bmap, number)
    for _ in range(2 * _max_prefix(bmap) + 2):
        if node == 0:
            break
        following = load32(node + _LEFT)
        if load32(node + _FLAGS) == 0:
            found = node
            if following == 0:
                following = load32(node + _LEFT + 4)
        node = _node(run, bmap, following)
    return found


@compiled("int64(int64,int64)")
def _after(run: int, bmap: int) -> int:
    """Return the node after the one that the path noted last leads to, in post-order."""
    path = load64(bmap + LP_PATH)
    depth = load64(path) - 1
    number = _linked(bmap, load64(path + 8 + 8 * depth))
    while depth > 0:
        depth -= 1
        above = _linked(bmap, load64(path + 8 + 8 * depth))
        parent = _node(run, bmap, above)
        if parent == 0:
            return 0
        right = load32(parent + _LEFT + 4)
        if load32(parent + _LEFT) == number and right != 0:
            return _leftmost(run, bmap, right)
        if load32(parent + _FLAGS) == 0:
            return parent
        number = above
    return 0


@compiled("int64(int64,int64,int64,int64)")
def lpm_next_key(run: int, bmap: int, key: int, out: int) -> int:
    """Write the prefix after the one at *key* (0, or not there: the first): 0 or −ENOENT."""
    root = load64(bmap + LP_ROOT)
    if root == 0:
        return -ENOENT
    node = 0
    is_there = False
    if key != 0 and load32(key) <= _max_prefix(bmap):
        prefix, data = load32(key), key + _LENGTH_BYTES
        at = _node(run, bmap, _linked(bmap, _find(run, bmap, prefix, data)))
        if at != 0 and _prefix(bmap, at) == prefix and load32(at + _FLAGS) == 0:
            is_there = _match(bmap, at, data, prefix) == prefix
    node = _after(run, bmap) if is_there else _leftmost(run, bmap, root)
    if node == 0:
        return -ENOENT
    store32(out, _prefix(bmap, node))
    copy_bytes(out + _LENGTH_BYTES, node + _DATA, load64(bmap + M_KEY_BYTES) - _LENGTH_BYTES)
    return 0


# --- making ---------------------------------------------------------------------------------------
def _lpm_bytes(shape: Shape, nr_cpus: int) -> int:
    """Return what a full trie is charged for its entries, intermediate nodes apart."""
    bits = shape.key_bytes - _LENGTH_BYTES
    return shape.max_entries * round8(_KERNEL_NODE_BYTES + bits + shape.value_bytes)


@kind(MapType.BPF_MAP_TYPE_LPM_TRIE, memory_bytes=_lpm_bytes)
def _make_lpm(home: Home, index: int, shape: Shape) -> None:
    nr_bits = 8 * (shape.key_bytes - _LENGTH_BYTES)
    value_at = _DATA + round8(shape.key_bytes - _LENGTH_BYTES)
    node_bytes = value_at + round8(shape.value_bytes)
    # each entry, an intermediate node for all but one, and the one that replaces another
    nr_nodes = 2 * shape.max_entries + 1
    nodes = home.region.alloc(VMALLOC_BASE, node_bytes * nr_nodes, 4096)
    for offset, value in (
        (M_ELEMS, signed_address(nodes)),
        (M_ELEM_BYTES, node_bytes),
        (LP_UNUSED, 1),
        (LP_NR_NODES, nr_nodes),
        (LP_VALUE_AT, value_at),
        (LP_PATH, home.buffer(8 * (nr_bits + 3))),
    ):
        store64(home.record(index) + offset, value)
