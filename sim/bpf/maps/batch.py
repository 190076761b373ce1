"""bpf(2)'s batch commands on any map (``bpf_map_do_batch`` and ``generic_map_…_batch``).

Which types have which command is a row of `_HAS`; hashes have batches of their own
(`sim.bpf.maps.hash_batch`), which go by buckets, all others go key by key.

**Rule:** a command that a type lacks is −ENOTSUPP, and says nothing of a count; what is asked first
is the right to read or write.

**Not modelled:** values with a spin lock; what a batch misses that runs while programs change the
map.
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.bpf.maps import hash_batch, user
from sim.bpf.maps.layout import EINVAL, ENOENT, ENOTSUPP, EPERM
from sim.bpf.maps.view import MapView
from sim.bpf.spec import MapType

__all__ = ["BatchAnswer", "delete_batch", "lookup_batch", "update_batch"]

_T = MapType
_HASHES = (
    _T.BPF_MAP_TYPE_HASH,
    _T.BPF_MAP_TYPE_PERCPU_HASH,
    _T.BPF_MAP_TYPE_LRU_HASH,
    _T.BPF_MAP_TYPE_LRU_PERCPU_HASH,
)
_ARRAYS = (_T.BPF_MAP_TYPE_ARRAY, _T.BPF_MAP_TYPE_PERCPU_ARRAY)
_HAS = {
    "lookup": (*_HASHES, *_ARRAYS, _T.BPF_MAP_TYPE_LPM_TRIE),
    "take": _HASHES,
    "update": (*_HASHES, *_ARRAYS, _T.BPF_MAP_TYPE_LPM_TRIE),
    "delete": (*_HASHES, _T.BPF_MAP_TYPE_LPM_TRIE),
}


@dataclass(frozen=True)
class BatchAnswer:
    """What a batch came to.

    Attributes:
        result: 0 or a negative errno.
        count: Elements done; what was asked for, when the batch did not begin.
        out_batch: What the next reading batch goes on from, b"" if nothing was said.
        keys: Keys read, and
        values: values, side by side.
    """

    result: int
    count: int
    out_batch: bytes = b""
    keys: bytes = b""
    values: bytes = b""


def _refused(view: MapView, what: str) -> int:
    """Return with which errno a map refuses a command altogether, 0 if it does not."""
    is_read, is_write = what in ("lookup", "take"), what != "lookup"
    if (is_read and not user.may_read(view)) or (is_write and not user.may_write(view)):
        return -EPERM
    return 0 if view.type in _HAS[what] else -ENOTSUPP


def lookup_batch(
    view: MapView,
    count: int,
    in_batch: bytes | None = None,
    *,
    elem_flags: int = 0,
    flags: int = 0,
    is_taking: bool = False,
) -> BatchAnswer:
    """Read elements (BPF_MAP_LOOKUP_BATCH), or take them out (…_LOOKUP_AND_DELETE_BATCH).

    Args:
        view: The map.
        count: How many at most.
        in_batch: `BatchAnswer.out_batch` of the batch before, None: from the beginning.
        elem_flags: Flags of the elements.
        flags: Flags of the batch, which hashes look at.
        is_taking: Whether the elements are deleted.
    """
    refused = _refused(view, "take" if is_taking else "lookup")
    if refused:
        return BatchAnswer(refused, count)
    if view.type in _HASHES:
        start = None if in_batch is None else int.from_bytes(in_batch, "little")
        done = hash_batch.lookup_batch(
            view, count, start, elem_flags=elem_flags, flags=flags, is_taking=is_taking
        )
        out = b"" if done.bucket is None else done.bucket.to_bytes(4, "little")
        return BatchAnswer(done.result, done.count, out, done.keys, done.values)
    if elem_flags:
        return BatchAnswer(-EINVAL, count)
    return _read_by_keys(view, count, in_batch)


def _read_by_keys(view: MapView, count: int, in_batch: bytes | None) -> BatchAnswer:
    keys, values, key = b"", b"", in_batch
    done = result = 0
    while done < count:
        result, following = user.next_key(view, key)
        if result:
            break
        key = following
        found, value = user.lookup_elem(view, key)
        if found == -ENOENT:
            continue
        keys, values, done = keys + key, values + value, done + 1
    return BatchAnswer(result, done, (key or b"") if done else b"", keys, values)


def _parts(data: bytes, count: int) -> list[bytes]:
    size = len(data) // count if count else 0
    return [data[i * size : (i + 1) * size] for i in range(count)]


def update_batch(
    view: MapView, keys: bytes, values: bytes, count: int, *, elem_flags: int = 0
) -> BatchAnswer:
    """Update elements (BPF_MAP_UPDATE_BATCH), keys and values side by side."""
    refused = _refused(view, "update") or (-EINVAL if elem_flags else 0)
    if refused:
        return BatchAnswer(refused, count)
    for done, (key, value) in enumerate(
        zip(_parts(keys, count), _parts(values, count), strict=True)
    ):
        result = view.update(key, value)
        if result:
            return BatchAnswer(result, done)
    return BatchAnswer(0, count)


def delete_batch(view: MapView, keys: bytes, count: int, *, elem_flags: int = 0) -> BatchAnswer:
    """Delete elements (BPF_MAP_DELETE_BATCH), keys side by side."""
    refused = _refused(view, "delete") or (-EINVAL if elem_flags else 0)
    if refused:
        return BatchAnswer(refused, count)
    for done, key in enumerate(_parts(keys, count)):
        result = view.delete(key)
        if result:
            return BatchAnswer(result, done)
    return BatchAnswer(0, count)
