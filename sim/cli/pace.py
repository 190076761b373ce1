"""How fast a run goes: virtual time per real time, hits per second, time left.

**Rule:** the only clock is the one given, so tests need not wait.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["Pace", "short_count", "short_seconds"]


def short_count(number: float) -> str:
    """Return a count in three digits: ``12.3 M``."""
    for scale, unit in ((1e9, " G"), (1e6, " M"), (1e3, " k")):
        if number >= scale:
            scaled = number / scale
            return f"{scaled:.{0 if scaled >= 100 else 1}f}{unit}"
    return f"{number:.0f}"


def short_seconds(seconds: float) -> str:
    """Return a time to wait: ``8 s``, ``2:05 min``, ``3:20 h``."""
    whole = int(seconds + 0.5)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d} min"
    return f"{whole // 3600}:{whole % 3600 // 60:02d} h"


class Pace:
    """Follows a run of several cells (arms × replications).

    Args:
        nr_cells: How many cells the run has.
        clock: Real time in seconds.
    """

    def __init__(self, nr_cells: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.nr_cells = nr_cells
        self.cell = 0
        self.name = ""
        self.horizon_ns = 0
        self.t_ns = 0
        self.hits = 0
        self._clock = clock
        self._began = clock()
        self._cell_began = self._began
        self._finished_s = 0.0

    def start(self, arm: str, replication: int, horizon_ns: int) -> None:
        """Begin a cell."""
        self.cell += 1
        self.name = arm if not replication else f"{arm} #{replication}"
        self.horizon_ns, self.t_ns, self.hits = horizon_ns, 0, 0
        self._cell_began = self._clock()

    def update(self, t_ns: int, hits: int) -> None:
        """Note how far the cell is."""
        self.t_ns, self.hits = t_ns, hits

    def finish(self) -> None:
        """End the cell."""
        self._finished_s += self._clock() - self._cell_began

    @property
    def elapsed_s(self) -> float:
        """Real time since the run began."""
        return self._clock() - self._began

    @property
    def cell_s(self) -> float:
        """Real time since the cell began."""
        return self._clock() - self._cell_began

    @property
    def speed(self) -> float:
        """Virtual seconds per real second in this cell."""
        return self.t_ns / 1e9 / self.cell_s if self.cell_s > 0 else 0.0

    @property
    def hits_per_s(self) -> float:
        """Hits per real second in this cell."""
        return self.hits / self.cell_s if self.cell_s > 0 else 0.0

    @property
    def left_s(self) -> float | None:
        """Real time to the end of the run; None while there is nothing to tell it from.

        Cells to come are taken to last as long as this one and those before, on average.
        """
        if not self.horizon_ns or not self.t_ns:
            return None
        whole = self.cell_s * self.horizon_ns / self.t_ns
        mean = (self._finished_s + whole) / self.cell
        return max(0.0, whole - self.cell_s) + mean * (self.nr_cells - self.cell)

    def text(self) -> str:
        """Return time, speed, hits and time left in one line."""
        done = f"{self.t_ns / 1e9:.3f}"
        total = f"/{self.horizon_ns / 1e9:.3f} s" if self.horizon_ns else " s"
        parts = [done + total]
        if self.t_ns:
            parts.append(f"{self.speed:.2f}× real time")
        if self.hits:
            parts.append(f"{short_count(self.hits_per_s)} hits/s")
        left = self.left_s
        if left is not None:
            parts.append(f"{short_seconds(left)} left")
        return ", ".join(parts)

    def title(self) -> str:
        """Return which cell it is."""
        return f"{self.name} ({self.cell}/{self.nr_cells})"
