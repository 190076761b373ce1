"""Where the tests find other people's BPF objects.

The folder is $BPFSIM_CORPUS, or ../shared/corpus beside the repository. Tests that need it are
skipped where it is absent; a variable that names a missing folder is an error, so that a
misspelt path does not pass for "nothing to test".
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

__all__ = ["corpus_dir", "corpus_objects"]

_VARIABLE = "BPFSIM_CORPUS"
_ROOT = Path(__file__).resolve().parent.parent


def corpus_dir() -> Path | None:
    """Return the folder of the corpus, or None where there is none."""
    told = os.environ.get(_VARIABLE)
    if told:
        folder = Path(told)
        if not folder.is_dir():
            raise FileNotFoundError(f"{_VARIABLE} names {told}, which is no folder")
        return folder
    folder = _ROOT.parent / "shared" / "corpus"
    return folder if folder.is_dir() else None


def corpus_objects(*names: str) -> list[Path]:
    """Return the objects of the corpus, sorted, or only those called *names*.

    Skips the running test where there is no corpus.
    """
    folder = corpus_dir()
    if folder is None:
        pytest.skip(f"no corpus of BPF objects: set {_VARIABLE}")
    found = sorted(folder.rglob("*.bpf.o"))
    if not found:
        pytest.fail(f"the corpus folder {folder} holds no .bpf.o")
    if not names:
        return found
    by_name = {path.name.removesuffix(".bpf.o"): path for path in found}
    missing = [name for name in names if name not in by_name]
    if missing:
        pytest.fail(f"the corpus lacks {', '.join(missing)}")
    return [by_name[name] for name in names]
