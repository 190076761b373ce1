"""The life of a run directory: claimed, running, then complete, interrupted or failed.

``status.json`` holds the state and is only ever replaced as a whole. A run that is killed leaves
``running`` with the id of a process that is gone, which reads as `INCOMPLETE`.

**Rule:** a complete run is never overwritten unless it is named and forced, and what is no run
directory is never touched.

**Not modelled:** several processes that write to one directory; the second is refused.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sim.base.errors import ResultsError

__all__ = ["INCOMPLETE", "RunDir", "default_run_path", "next_free", "read_state", "write_json"]

INCOMPLETE = "incomplete"
"""State of a run whose process is gone."""

_STATES = ("running", "complete", "interrupted", "failed")
_PID_END = 1 << 31
_STATUS = "status.json"
# Everything that a run may leave; nothing else in a directory is ever removed.
_OWN_FILES = (
    _STATUS,
    f"{_STATUS}.partial",
    "manifest.json",
    "manifest.json.partial",
    "scenario.yaml",
    "profile.yaml",
    "report.html",
    "timeline.json",
)
_OWN_FOLDERS = ("tables", "tables.partial", "objects", "charts")
_MAX_NUMBER = 10_000


def write_json(path: Path, data: Any) -> None:
    """Write a JSON file so that it is there whole or not at all."""
    partial = path.with_name(path.name + ".partial")
    text = json.dumps(data, indent=1, ensure_ascii=False)
    with partial.open("w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def _is_alive(pid: Any) -> bool:
    """Say whether there is such a process; what is no process id is none."""
    if type(pid) is not int or not 0 < pid < _PID_END:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def read_state(path: Path | str) -> str:
    """Return the state of a run directory.

    Returns:
        ``running``, ``complete``, ``interrupted``, ``failed`` or `INCOMPLETE`; an empty string
        when this is no run directory.
    """
    try:
        status = json.loads((Path(path) / _STATUS).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, ValueError, RecursionError):
        return INCOMPLETE
    state = status.get("state") if isinstance(status, dict) else None
    if state not in _STATES:
        return INCOMPLETE
    if state == "running" and not _is_alive(status.get("pid")):
        return INCOMPLETE
    return str(state)


def default_run_path(scenario_name: str, seed: int, root: Path | str = "runs") -> Path:
    """Return ``runs/<scenario>-<seed>``, or the first of ``-2``, ``-3`` … that is free."""
    first = Path(root) / f"{scenario_name}-{seed}"
    return first if not first.exists() else next_free(first)


def next_free(path: Path) -> Path:
    """Return the first of ``<path>-2``, ``<path>-3`` … that is not there."""
    for number in range(2, _MAX_NUMBER):
        candidate = path.with_name(f"{path.name}-{number}")
        if not candidate.exists():
            return candidate
    raise ResultsError(f"there are {_MAX_NUMBER} runs beside {path}", where=str(path))


class RunDir:
    """A directory to run in; entering it claims it, leaving it says how the run ended.

    ::

        with RunDir(path) as run_dir:
            ...                         # write tables
            run_dir.complete(digest)

    Leaving without `complete` marks the run ``failed``, and ``interrupted`` after Ctrl-C.

    Args:
        path: The directory; made when it is not there.
        force: Overwrite a complete run.
    """

    def __init__(self, path: Path | str, *, force: bool = False) -> None:
        self.path = Path(path)
        self._force = force
        self._state = ""
        self._made: list[Path] = []

    def check(self) -> None:
        """Refuse a directory that may not be written to; changes nothing.

        Raises:
            ResultsError: It holds a complete run, a running one, or something else.
        """
        where = str(self.path)
        if self.path.exists() and not self.path.is_dir():
            raise ResultsError("the run directory is a file", where=where)
        state = read_state(self.path)
        if state == "complete" and not self._force:
            raise ResultsError(
                "this directory holds a complete run",
                where=where,
                suggestion="name another with -o, or add --force to overwrite it",
            )
        if state == "running":
            raise ResultsError("another process is running in this directory", where=where)
        if not state and self._has_foreign_files():
            raise ResultsError(
                "this directory is neither empty nor a run",
                where=where,
                suggestion="name another with -o",
            )

    def __enter__(self) -> Self:
        self.check()
        missing = [p for p in (self.path, *self.path.parents) if not p.exists()]
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._made = missing
            # Killed from here on, the directory reads as incomplete, whatever is left of an
            # earlier run in it.
            self._write("running", pid=os.getpid())
            self._clear(keep=_STATUS)
        except OSError as error:
            raise ResultsError(
                "the run directory cannot be made",
                where=str(self.path),
                reason=error.strerror or str(error),
            ) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._state != "running":
            return
        if kind is not None and issubclass(kind, KeyboardInterrupt | SystemExit):
            self._write("interrupted")
        else:
            self._write("failed", error=str(value) if value is not None else "")

    def _has_foreign_files(self) -> bool:
        # A run writes its status first, so without one nothing here is a run's, except the
        # status itself when the run was killed while writing it.
        own = f"{_STATUS}.partial"
        return self.path.is_dir() and any(p.name != own for p in self.path.iterdir())

    def _clear(self, keep: str = "") -> None:
        """Remove what runs leave, but for the file *keep*; without it the status goes first."""
        for name in _OWN_FILES:
            if name != keep:
                (self.path / name).unlink(missing_ok=True)
        for name in _OWN_FOLDERS:
            if (self.path / name).is_dir():
                shutil.rmtree(self.path / name)

    def _write(self, state: str, **more: Any) -> None:
        write_json(self.path / _STATUS, {"state": state, **more})
        self._state = state

    def complete(self, digest: str) -> None:
        """Mark the run complete; call it last, when everything else is on disk."""
        self._write("complete", digest=digest)

    def discard(self) -> None:
        """Remove the run: it was refused before anything was simulated."""
        self._clear()
        self._state = ""
        for folder in self._made:
            if any(folder.iterdir()):
                break
            folder.rmdir()
