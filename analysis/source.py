"""What a metric may ask of a run.

Metrics are functions over this protocol, so that `analysis.run` can offer them as methods
without either importing the other's implementation.

**Rule:** a metric names itself in *needed_by*.

**Not modelled:** nothing of the kernel; this is plumbing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import pandas as pd

from sim.record.reader import TableData

if TYPE_CHECKING:
    from analysis.stats.warmup import Warmup

__all__ = ["Source", "remembered"]

T = TypeVar("T")


class Source(Protocol):
    """The part of `analysis.run.Run` that metrics use."""

    arms: list[str]
    replications: list[int]
    memo: dict[str, Any]

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


def remembered(run: Source, key: str, make: Callable[[], T]) -> T:
    """Return what *make* gives, made once per run: for what several figures rest on.

    Args:
        run: The run.
        key: Name of the figure; no two makers may share one.
        make: Calculates it. Nobody may change what it returned.
    """
    if key not in run.memo:
        run.memo[key] = make()
    found: T = run.memo[key]
    return found
