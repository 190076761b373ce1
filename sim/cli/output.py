"""Output that fits its reader: tables on a terminal, plain text in a pipe, JSON on request.

Results go to stdout. On a terminal they are as wide as it is, in colour unless ``NO_COLOR`` is
set; elsewhere lines are as long as they need to be, without colour, box drawing or padding at
their ends, so that ``grep`` and ``diff`` see whole lines.

**Rule:** with ``--json`` stdout holds one JSON document and nothing else, an error included
(``{"error": {…}}``); what people read of an error goes to stderr as ever. A verb calls its option
*as_json*, which is how `sim.cli.errors` finds it.

**Not modelled:** other formats; ``FORCE_COLOR`` and the like are left to rich.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sim.base.errors import SimError

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["error_data", "print_anything", "print_bpftool", "print_json", "stdout_console"]

_UNLIMITED = 100_000


def print_anything() -> None:
    """Let stdout and stderr print a mark where their encoding lacks a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@contextmanager
def stdout_console() -> Iterator[Console]:
    """Give a console that prints to stdout in the way that suits it."""
    from rich.console import Console

    if sys.stdout.isatty():
        yield Console()
        return
    buffer = io.StringIO()
    # Only whether to colour is stdout's affair (FORCE_COLOR); it has no width.
    is_forced = Console().is_terminal
    yield Console(file=buffer, width=_UNLIMITED, force_terminal=is_forced)
    for line in buffer.getvalue().splitlines():
        print(line.rstrip())


def print_json(data: Any) -> None:
    """Print one JSON document; NaN has to be None by then."""
    print(json.dumps(data, indent=1, allow_nan=False))


def print_bpftool(data: Any, *, pretty: bool) -> None:
    """Print one JSON document as bpftool's ``-j`` does, or its ``-p``."""
    separators = None if pretty else (",", ":")
    print(json.dumps(data, indent=4 if pretty else None, separators=separators))


def error_data(error: SimError) -> dict[str, Any]:
    """Return an error as plain data; of several at once, each of them under ``errors``."""
    found: dict[str, Any] = {
        "type": type(error).__name__,
        "problem": error.problem,
        "where": error.where,
        "reason": error.reason,
        "suggestion": error.suggestion,
    }
    parts = getattr(error, "errors", ())
    if parts:
        found["errors"] = [error_data(part) for part in parts]
    return found
