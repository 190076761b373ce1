"""Windows of simulated time as people write them: ``10ms..12ms``.

A window is two durations from the start of the run with ``..`` between them. Its start belongs
to it, its end does not.

**Rule:** both ends need their unit (only zero may stand alone), and the end lies after the start.

**Not modelled:** windows that are open at one end, windows counted from a run's end.
"""

from __future__ import annotations

from sim.base.units import format_duration, parse_duration_ns

__all__ = ["format_window", "parse_window"]

_EXAMPLE = "write it like 10ms..12ms"


def parse_window(text: object) -> tuple[int, int]:
    """Return a window such as ``10ms..12ms`` as its start and end, in ns.

    Raises:
        ValueError: It is none, one of its ends is no duration, or it is empty.
    """
    if not isinstance(text, str):
        raise ValueError(f"this is no window of time: {_EXAMPLE}")
    start, dots, end = (part.strip() for part in text.partition(".."))
    if not dots:
        raise ValueError(f"{text!r} is no window of time: {_EXAMPLE}")
    if not start or not end:
        missing = "end" if start else "start"
        raise ValueError(f"{text!r} is no window of time: it has no {missing}; {_EXAMPLE}")
    from_ns, to_ns = (_end(part, text, which) for part, which in ((start, "start"), (end, "end")))
    if from_ns >= to_ns:
        raise ValueError(
            f"{text!r} is an empty window: it ends at {format_duration(to_ns)}, "
            f"which is not after its start at {format_duration(from_ns)}"
        )
    return from_ns, to_ns


def format_window(window: tuple[int, int]) -> str:
    """Return a window as text that parses to the same two numbers."""
    return "..".join(format_duration(end).replace(" ", "") for end in window)


def _end(part: str, text: str, which: str) -> int:
    try:
        return parse_duration_ns(part)
    except ValueError as error:
        raise ValueError(f"the {which} of the window {text!r}: {error}") from None
