"""How a verb that fails ends: one block on stderr, and an exit status that says what it was.

====  =======================================================================
0     it worked
1     it worked, and the answer is no (digests differ, an expectation fails)
2     wrong input: a `SimError`, or a wrong command line
70    a bug in bpfsim
130   Ctrl-C (143: SIGTERM)
====  =======================================================================

**Rule:** a traceback is shown only with ``--debug``. With ``--json`` stdout gets the error as a
document too (`sim.cli.output`).

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import functools
import os
import platform
import shlex
import signal
import sys
import traceback
from collections.abc import Callable
from types import FrameType
from typing import Any, NoReturn, ParamSpec

import typer

from sim.base.errors import InternalError, SimError
from sim.cli.output import error_data, print_json

__all__ = [
    "EXIT_BUG",
    "EXIT_INTERRUPTED",
    "EXIT_NO",
    "EXIT_TERMINATED",
    "EXIT_WRONG",
    "guarded",
    "raise_if_interrupted",
    "raise_on_sigterm",
]

EXIT_NO = 1
EXIT_WRONG = 2
EXIT_BUG = 70
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143

P = ParamSpec("P")


_swallowed: list[type[BaseException]] = []


def _note_swallowed(unraisable: sys.UnraisableHookArgs) -> None:
    """Remember a Ctrl-C that nobody could see.

    Where C code calls back into Python (LLVM compiling, say), an exception goes no further; what
    was being done fails a little later for no reason of its own.
    """
    if issubclass(unraisable.exc_type, KeyboardInterrupt | SystemExit):
        _swallowed.append(unraisable.exc_type)
    else:
        sys.__unraisablehook__(unraisable)


def raise_if_interrupted() -> None:
    """Raise the Ctrl-C that was swallowed, if one was."""
    if _swallowed:
        raise KeyboardInterrupt


def is_debug() -> bool:
    """Say whether tracebacks are wanted."""
    return os.environ.get("BPFSIM_DEBUG") == "1"


def raise_on_sigterm() -> None:
    """Make SIGTERM end the process as Ctrl-C does, so that the run directory says so."""

    def end(signum: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + signum)

    signal.signal(signal.SIGTERM, end)


def guarded(verb: Callable[P, None]) -> Callable[P, None]:
    """Wrap a verb so that what it raises becomes a message and an exit status."""

    @functools.wraps(verb)
    def call(*args: P.args, **kwargs: P.kwargs) -> None:
        sys.unraisablehook = _note_swallowed
        is_json = bool(kwargs.get("as_json"))
        try:
            verb(*args, **kwargs)
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except SimError as error:
            _say(f"bpfsim: {error}", error_data(error) if is_json else None)
            raise typer.Exit(EXIT_WRONG) from None
        except KeyboardInterrupt:
            _end_interrupted(is_json)
        except BrokenPipeError:
            # Whoever read our output has gone; what is left in the buffer has nowhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except SystemExit as end:
            if end.code == EXIT_TERMINATED:
                _say("bpfsim: terminated", _ended("terminated") if is_json else None)
            raise
        except Exception as error:
            if _swallowed:
                _end_interrupted(is_json)
            bug = _bug(error)
            _say(bug, _ended(bug.splitlines()[0], "InternalError") if is_json else None)
            raise typer.Exit(EXIT_BUG) from None

    return call


def _end_interrupted(is_json: bool) -> NoReturn:
    _say("bpfsim: interrupted", _ended("interrupted") if is_json else None)
    raise typer.Exit(EXIT_INTERRUPTED) from None


def _ended(problem: str, kind: str = "Interrupted") -> dict[str, str]:
    return {"type": kind, "problem": problem}


def _say(text: str, data: dict[str, Any] | None) -> None:
    """Print what happened to stderr, and *data*, if there is any, to stdout."""
    if is_debug():
        traceback.print_exc()
    print(text, file=sys.stderr)
    if data is not None:
        print_json({"error": data})


def _bug(error: Exception) -> str:
    from importlib import metadata

    if isinstance(error, InternalError):
        what = str(error)
    else:
        what = f"bug in bpfsim: {type(error).__name__}: {error}"
    frames = traceback.extract_tb(error.__traceback__)
    at = f"{frames[-1].filename}:{frames[-1].lineno} in {frames[-1].name}" if frames else "unknown"
    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    try:
        version = metadata.version("bpfsim")
    except metadata.PackageNotFoundError:
        version = "not installed"
    lines = [
        what,
        f"  where: {at}",
        f"  with:  bpfsim {version}, {python}",
        f"  ran:   {shlex.join(['bpfsim', *sys.argv[1:]])}",
        "  try:   run it again with --debug and report all of this with the scenario",
    ]
    return "\n".join(lines)
