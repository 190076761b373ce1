"""The simulated kernel's encoded types, kept between starts.

Reading the declarations takes several times as long as reading the BTF that comes of them, so
the bytes are kept in the user's cache directory. Answers to no kernel file.

**Rule:** a file's name holds a digest of the declarations and of the code that encodes them, and
its first bytes a digest of the rest: what is stale or damaged is made again, and where nothing
can be written nothing is kept.

**Not modelled:** removing what earlier sources left in the directory.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

__all__ = ["cached_btf"]

_DIGEST_BYTES = 32
_SIM = Path(__file__).resolve().parents[2]
_ENCODERS = (
    "bpf/btf_build.py",
    "bpf/btf_raw.py",
    "bpf/btf_types.py",
    "kernel/types/btf_emit.py",
    "kernel/types/cdecl.py",
    "kernel/types/model.py",
    "kernel/types/select.py",
)


def cached_btf(texts: Iterable[tuple[str, bytes]], make: Callable[[], bytes]) -> bytes:
    """Return encoded BTF from the cache, or make it and keep it there.

    Args:
        texts: Names and contents of the declarations.
        make: Encodes them.
    """
    path = _folder() / f"{_key(texts)}.btf"
    kept = _read(path)
    if kept is None:
        kept = make()
        # a cache that cannot be written costs time only
        with contextlib.suppress(OSError):
            _write(path, kept)
    return kept


def _folder() -> Path:
    root = os.environ.get("BPFSIM_CACHE")
    if root:
        return Path(root) / "btf"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path("~/.cache").expanduser()) / "bpfsim" / "btf"


def _key(texts: Iterable[tuple[str, bytes]]) -> str:
    h = hashlib.sha256()
    for name, text in texts:
        h.update(f"{name} {len(text)} ".encode())
        h.update(text)
    for source in _ENCODERS:
        h.update((_SIM / source).read_bytes())
    return h.hexdigest()[:16]


def _read(path: Path) -> bytes | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    digest, rest = data[:_DIGEST_BYTES], data[_DIGEST_BYTES:]
    return rest if hashlib.sha256(rest).digest() == digest else None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).digest() + data)
        # another process may be writing the same
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
