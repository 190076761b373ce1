"""What a metric may ask of a run.

Metrics are functions over this protocol, so that `analysis.run` can offer them as methods
without either importing the other's implementation.

**Rule:** a metric names itself in *needed_by*.

**Not modelled:** nothing of the kernel; this is plumbing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pandas as pd

from sim.record.reader import TableData

if TYPE_CHECKING:
    from analysis.stats.warmup import Warmup

__all__ = ["Source"]


class Source(Protocol):
    """The part of `analysis.run.Run` that metrics use."""

    arms: list[str]
    replications: list[int]

    @property
    def twin(self) -> str:
        """The untraced arm."""
        ...

    def cells(self) -> list[tuple[str, int]]:
        """Return every (arm, replication)."""
        ...

    def machine(self, arm: str, replication: int, key: str, default: int | None = None) -> int:
        """Return a figure of the `machine` table."""
        ...

    def warmup_ns(self, arm: str, replication: int) -> int:
        """Return until when nothing counts, whoever decided it."""
        ...

    def warmup(self) -> Warmup:
        """Return the warm-up and what it rests on."""
        ...

    def table(self, name: str, needed_by: str) -> TableData:
        """Open a table."""
        ...

    def frame(self, name: str, needed_by: str) -> pd.DataFrame:
        """Return a whole table as a data frame."""
        ...
