"""bpf(2)'s commands on the elements of a map, as user space may get them wrong.

Answers to ``map_lookup_elem`` and its like in ``kernel/bpf/syscall.c``: which flags a command
takes, what a map allows that was created read-only or write-only for user space or that is
frozen, and in which order it asks. What a map then does is its type's own (`MapView`).

**Rule:** a result is 0 or a negative errno; None for a key stands for an address at which nothing
can be read.

**Not modelled:** values with a spin lock (BPF_F_LOCK is −EINVAL), CAP_BPF, a map's writable pages
that keep it from being frozen, descriptors with rights of their own. User space here has no
descriptors of programs, events and control groups to put into slots: an update by bytes is −EBADF
(`MapView.put_program` and `MapView.put_cgroup` fill slots).
"""

from __future__ import annotations

from sim.base.memory import load64, store64
from sim.bpf.maps.kinds import round8
from sim.bpf.maps.layout import (
    E2BIG,
    EBADF,
    EBUSY,
    EFAULT,
    EINVAL,
    ENOENT,
    ENOTSUPP,
    EPERM,
    M_FROZEN,
    M_PROGS,
)
from sim.bpf.maps.view import MapView
from sim.bpf.spec import MapType
from sim.versions.features import Feature

__all__ = [
    "F_LOCK",
    "delete_elem",
    "freeze",
    "joined",
    "lookup_and_delete_elem",
    "lookup_elem",
    "may_read",
    "may_write",
    "next_key",
    "update_elem",
]

F_LOCK = 4
_RDONLY, _WRONLY = 8, 16
_QUEUES = (MapType.BPF_MAP_TYPE_QUEUE, MapType.BPF_MAP_TYPE_STACK)
_WITHOUT_KEYS = (*_QUEUES, MapType.BPF_MAP_TYPE_BLOOM_FILTER)
_SLOTS = (
    MapType.BPF_MAP_TYPE_PROG_ARRAY,
    MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
    MapType.BPF_MAP_TYPE_CGROUP_ARRAY,
)
_RINGS = (MapType.BPF_MAP_TYPE_RINGBUF, MapType.BPF_MAP_TYPE_USER_RINGBUF)
_TAKEN = (
    MapType.BPF_MAP_TYPE_HASH,
    MapType.BPF_MAP_TYPE_PERCPU_HASH,
    MapType.BPF_MAP_TYPE_LRU_HASH,
    MapType.BPF_MAP_TYPE_LRU_PERCPU_HASH,
)


def may_read(view: MapView) -> bool:
    """Say whether user space may read the map's elements."""
    return not view.shape.flags & _WRONLY


def may_write(view: MapView) -> bool:
    """Say whether user space may change the map's elements."""
    return not view.shape.flags & _RDONLY and load64(view.record + M_FROZEN) == 0


def joined(view: MapView, copies: list[bytes]) -> bytes:
    """Return a value as user space gets it: all CPUs' copies, each rounded up to 8 bytes."""
    if not view.shape.is_percpu:
        return copies[0]
    return b"".join(one.ljust(round8(len(one)), b"\0") for one in copies)


def _check_key(view: MapView, key: bytes | None) -> int:
    """Say what is wrong with giving a key, or none: 0, −EINVAL or −EFAULT."""
    if key is not None:
        return 0 if view.key_bytes else -EINVAL
    return -EFAULT if view.key_bytes else 0


def lookup_elem(
    view: MapView, key: bytes | None, flags: int = 0, value: bytes | None = None
) -> tuple[int, bytes]:
    """Look up (BPF_MAP_LOOKUP_ELEM): the result, and the value if it is 0.

    A queue or stack without a key shows what it would give, a bloom filter says whether it may
    have *value*.
    """
    if flags & ~F_LOCK:
        return -EINVAL, b""
    if not may_read(view):
        return -EPERM, b""
    if flags & F_LOCK:
        return -EINVAL, b""
    refused = _check_key(view, key)
    if refused:
        return refused, b""
    if view.type in _WITHOUT_KEYS:
        peeked = view.peek(value)
        return (peeked, b"") if isinstance(peeked, int) else (0, peeked)
    if view.type in _RINGS:
        return -ENOTSUPP, b""
    if view.type in _SLOTS:
        return _lookup_slot(view, key or b"")
    found = view.lookup(key or b"")
    return (-ENOENT, b"") if found is None else (0, joined(view, found))


def update_elem(view: MapView, key: bytes | None, value: bytes, flags: int = 0) -> int:
    """Update (BPF_MAP_UPDATE_ELEM), without a key push; a per-CPU map is given all copies."""
    if not may_write(view):
        return -EPERM
    if flags & F_LOCK:
        return -EINVAL
    refused = _check_key(view, key)
    if refused:
        return refused
    if view.type in _WITHOUT_KEYS:
        return view.push(value, flags)
    if view.type in _RINGS:
        return -ENOTSUPP
    if view.type in _SLOTS:
        return _update_slot(view, key or b"", flags)
    return view.update(key or b"", value, flags)


def _slot(view: MapView, key: bytes) -> int:
    """Return the slot that a key says, −1 for none."""
    slot = int.from_bytes(key[:4], "little")
    return slot if slot < view.max_entries else -1


def _lookup_slot(view: MapView, key: bytes) -> tuple[int, bytes]:
    """Look into a slot: the id of a prog_array's program; the other types do not say."""
    if view.type is not MapType.BPF_MAP_TYPE_PROG_ARRAY:
        return -ENOTSUPP, b""
    slot = _slot(view, key)
    code = load64(view.field(M_PROGS) + 8 * slot) if slot >= 0 else 0
    number = view.maps.program_ids.get(code, 0)
    return (0, number.to_bytes(4, "little")) if number else (-ENOENT, b"")


def _update_slot(view: MapView, key: bytes, flags: int) -> int:
    if flags:
        return -EINVAL
    return -E2BIG if _slot(view, key) < 0 else -EBADF


def _delete_slot(view: MapView, key: bytes) -> int:
    slot = _slot(view, key)
    if slot < 0:
        return -E2BIG
    if view.type is MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY:
        return -ENOENT  # events belong to the reader that opened them
    return view.put_program(slot, 0)


def delete_elem(view: MapView, key: bytes | None) -> int:
    """Delete (BPF_MAP_DELETE_ELEM)."""
    if not may_write(view):
        return -EPERM
    refused = _check_key(view, key)
    if refused:
        return refused
    if view.type in _RINGS:
        return -ENOTSUPP
    return _delete_slot(view, key or b"") if view.type in _SLOTS else view.delete(key or b"")


def lookup_and_delete_elem(view: MapView, key: bytes | None, flags: int = 0) -> tuple[int, bytes]:
    """Look up and delete (BPF_MAP_LOOKUP_AND_DELETE_ELEM): the result, and the value."""
    if flags & ~F_LOCK:
        return -EINVAL, b""
    if not may_read(view) or not may_write(view):
        return -EPERM, b""
    if flags and view.type in _QUEUES:
        return -EINVAL, b""
    refused = _check_key(view, key)
    if not refused and view.type in _QUEUES:
        popped = view.pop()
        return (popped, b"") if isinstance(popped, int) else (0, popped)
    if not flags and not refused and view.type not in _TAKEN:
        return -ENOTSUPP, b""
    result, value = lookup_elem(view, key, flags)
    if result == 0 and key is not None:
        result = view.delete(key)
    return result, value if result == 0 else b""


def next_key(view: MapView, key: bytes | None) -> tuple[int, bytes]:
    """Return the key after *key*, None being a null pointer here: the first."""
    if not may_read(view):
        return -EPERM, b""
    if key is not None and not view.key_bytes:
        return -EINVAL, b""
    if view.type in _RINGS:
        return -ENOTSUPP, b""
    if view.type in _SLOTS:
        following = 0 if key is None else _slot(view, key) + 1
        at_end = following >= view.max_entries
        return (-ENOENT, b"") if at_end else (0, following.to_bytes(4, "little"))
    found = view.following_key(key)
    return (found, b"") if isinstance(found, int) else (0, found)


def freeze(view: MapView) -> int:
    """Let user space write no more (BPF_MAP_FREEZE)."""
    if Feature.FREEZE_BY_RIGHTS in view.maps.features and not may_write(view):
        return -EPERM
    if load64(view.record + M_FROZEN):
        return -EBUSY
    store64(view.record + M_FROZEN, 1)
    return 0
