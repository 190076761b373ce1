"""bpf(2)'s commands on the elements of a map, as user space may get them wrong.

Answers to ``map_lookup_elem`` and its like in ``kernel/bpf/syscall.c``: which flags a command
takes, what a map allows that was created read-only or write-only for user space or that is
frozen, and in which order it asks. What a map then does is its type's own (`MapView`).

**Rule:** a result is 0 or a negative errno; None for a key stands for an address at which nothing
can be read.

**Not modelled:** values with a spin lock (BPF_F_LOCK is −EINVAL), CAP_BPF, a map's writable pages
that keep it from being frozen, descriptors with rights of their own.
"""

from __future__ import annotations

from sim.base.memory import load64, store64
from sim.bpf.maps.kinds import round8
from sim.bpf.maps.layout import EBUSY, EFAULT, EINVAL, ENOENT, EPERM, M_FROZEN
from sim.bpf.maps.view import MapView

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


def lookup_elem(view: MapView, key: bytes | None, flags: int = 0) -> tuple[int, bytes]:
    """Look up (BPF_MAP_LOOKUP_ELEM): the result, and the value if it is 0."""
    if flags & ~F_LOCK:
        return -EINVAL, b""
    if not may_read(view):
        return -EPERM, b""
    if flags & F_LOCK:
        return -EINVAL, b""
    if key is None:
        return -EFAULT, b""
    found = view.lookup(key)
    return (-ENOENT, b"") if found is None else (0, joined(view, found))


def update_elem(view: MapView, key: bytes | None, value: bytes, flags: int = 0) -> int:
    """Update (BPF_MAP_UPDATE_ELEM); a per-CPU map is given all CPUs' copies."""
    if not may_write(view):
        return -EPERM
    if flags & F_LOCK:
        return -EINVAL
    return -EFAULT if key is None else view.update(key, value, flags)


def delete_elem(view: MapView, key: bytes | None) -> int:
    """Delete (BPF_MAP_DELETE_ELEM)."""
    if not may_write(view):
        return -EPERM
    return -EFAULT if key is None else view.delete(key)


def lookup_and_delete_elem(view: MapView, key: bytes | None, flags: int = 0) -> tuple[int, bytes]:
    """Look up and delete (BPF_MAP_LOOKUP_AND_DELETE_ELEM): the result, and the value."""
    if flags & ~F_LOCK:
        return -EINVAL, b""
    if not may_read(view) or not may_write(view):
        return -EPERM, b""
    result, value = lookup_elem(view, key, flags)
    if result == 0 and key is not None:
        result = view.delete(key)
    return result, value if result == 0 else b""


def next_key(view: MapView, key: bytes | None) -> tuple[int, bytes]:
    """Return the key after *key*, None being a null pointer here: the first."""
    if not may_read(view):
        return -EPERM, b""
    found = view.next_key(key)
    return (-ENOENT, b"") if found is None else (0, found)


def freeze(view: MapView) -> int:
    """Let user space write no more (BPF_MAP_FREEZE)."""
    if load64(view.record + M_FROZEN):
        return -EBUSY
    store64(view.record + M_FROZEN, 1)
    return 0
