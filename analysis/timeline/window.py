"""Which part of a trace a timeline shows.

A run whose trace was recorded in a window says so in its `machine` table (`trace_from_ns`,
`trace_to_ns`); any other trace is one of the whole run.

**Rule:** what is shown is what was asked for and recorded; nothing of it is an error.

**Not modelled:** nothing of the kernel; this is arithmetic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.base.errors import ResultsError
from sim.base.units import format_duration
from sim.record.window import format_window

if TYPE_CHECKING:
    from analysis.run import Run

__all__ = ["held_window", "shown_window"]


def held_window(run: Run, arm: str, replication: int) -> tuple[int, int]:
    """Return from when to when an arm's trace was recorded."""
    horizon = run.machine(arm, replication, "horizon_ns")
    start = run.machine(arm, replication, "trace_from_ns", 0)
    return start, min(run.machine(arm, replication, "trace_to_ns", horizon), horizon)


def shown_window(
    run: Run, arm: str, replication: int, asked: tuple[int, int] | None
) -> tuple[int, int]:
    """Return the part of the window asked for that was recorded.

    Raises:
        ResultsError: There is none.
    """
    held = held_window(run, arm, replication)
    wanted = held if asked is None else asked
    shown = max(held[0], wanted[0]), min(held[1], wanted[1])
    if shown[0] < shown[1]:
        return shown
    horizon = run.machine(arm, replication, "horizon_ns")
    if wanted[0] >= wanted[1]:
        problem = f"the window {format_window(wanted)} is empty"
    else:
        problem = f"nothing of the window {format_window(wanted)} was recorded"
    reason = f"the run lasted {format_duration(horizon)}, its trace holds {format_window(held)}"
    if held[0] >= held[1]:
        reason = f"the run lasted {format_duration(horizon)}, and its trace holds nothing"
    raise ResultsError(
        problem,
        where=f"{run.path}, arm {arm!r}, replication {replication}",
        reason=reason,
        suggestion=f"`--window {format_window(held)}`" if held[0] < held[1] else "",
    )
