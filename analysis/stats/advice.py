"""What to try when a run was too short, as options of ``bpfsim run``.

**Rule:** what is proposed is longer than what there was, and round: two significant digits.

**Not modelled:** how long the longer run takes.
"""

from __future__ import annotations

import math

from analysis.source import Source
from sim.base.units import format_duration
from sim.record.schema import STOP_REASONS

__all__ = ["longer_run", "more_replications"]

_MANY = 1000


def _round_up(number: float) -> int:
    """Return a whole number of two significant digits, not below *number*."""
    unit: int = 10 ** max(0, len(str(math.ceil(number))) - 2)
    return math.ceil(number / unit) * unit


def longer_run(run: Source, factor: float = 2) -> str:
    """Return the option that makes the run *factor* times as long.

    Args:
        run: The run.
        factor: Above 1.
    """
    cells = run.cells()
    reason = STOP_REASONS[max(run.machine(*cell, "stop_reason", 0) for cell in cells)]
    if reason == "requests":
        rows = run.frame("requests", "advice")
        done = rows[rows["end_ns"] >= 0].groupby(["arm", "replication"], observed=True).size()
        most = int(done.max()) if len(done) else 1
        return f"`--set stop.requests={_round_up(factor * most)}`"
    horizon_ns = max(run.machine(*cell, "horizon_ns") for cell in cells)
    return f'`--set "stop.time={format_duration(_round_up(factor * horizon_ns))}"`'


def more_replications(nr: int) -> str:
    """Return the option for *nr* replications; of very many, that a longer run is better."""
    if nr > _MANY:
        return f"more than {_MANY:,} replications like these would be needed: try a longer run"
    return f"try `--replications {nr}`"
