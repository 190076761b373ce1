"""Progress on stderr: a bar on a terminal, plain lines elsewhere.

**Rule:** where stderr is no terminal, nothing is printed in the first two seconds, so that a
short run leaves a quiet log. ``NO_COLOR`` is respected (by rich).

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from sim.cli.pace import Pace
from sim.run.progress import NoProgress, RunProgress

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["BarProgress", "LineProgress", "open_progress"]

_QUIET_S = 2.0
_BETWEEN_LINES_S = 5.0


class LineProgress:
    """Prints a line now and then, once the run has taken two seconds.

    Args:
        nr_cells: How many arms × replications there are.
        file: Where to.
        clock: Real time in seconds.
    """

    def __init__(
        self,
        nr_cells: int,
        file: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pace = Pace(nr_cells, clock)
        self._file = file or sys.stderr
        self._next_s = _QUIET_S
        self._phase = ""
        self._timer: threading.Timer | None = None

    def _print(self, text: str) -> None:
        print(f"bpfsim: {text}", file=self._file, flush=True)

    def phase(self, text: str) -> None:
        """Print what is done, if it is still being done after two seconds."""
        self._phase = text
        if self._pace.elapsed_s >= _QUIET_S:
            self._print_phase()
        elif self._timer is None:
            self._timer = threading.Timer(_QUIET_S - self._pace.elapsed_s, self._print_phase)
            self._timer.daemon = True
            self._timer.start()

    def _print_phase(self) -> None:
        if self._phase:
            self._print(self._phase)
            self._phase = ""

    def start(self, arm: str, replication: int, horizon_ns: int) -> None:
        """Begin a cell."""
        self._phase = ""
        self._pace.start(arm, replication, horizon_ns)

    def update(self, t_ns: int, hits: int) -> None:
        """Print a line when it is time for one."""
        self._pace.update(t_ns, hits)
        if self._pace.elapsed_s >= self._next_s:
            self._next_s = self._pace.elapsed_s + _BETWEEN_LINES_S
            self._print(f"{self._pace.title()}: {self._pace.text()}")

    def finish(self) -> None:
        """End the cell."""
        self._pace.finish()

    def close(self) -> None:
        """Print nothing more."""
        self._phase = ""
        if self._timer is not None:
            self._timer.cancel()


class BarProgress:
    """Draws a bar for the arm that runs.

    Args:
        nr_cells: How many arms × replications there are.
        console: A terminal.
    """

    def __init__(self, nr_cells: int, console: Console) -> None:
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

        self._pace = Pace(nr_cells)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=28),
            TextColumn("{task.fields[text]}", markup=False),
            console=console,
            transient=True,
        )
        self._task = self._progress.add_task("", total=None, text="")
        self._progress.start()

    def phase(self, text: str) -> None:
        """Show what is being done beside a bar without end."""
        self._progress.reset(self._task, total=None, description=text, text="")

    def start(self, arm: str, replication: int, horizon_ns: int) -> None:
        """Begin a bar."""
        self._pace.start(arm, replication, horizon_ns)
        total = horizon_ns or None
        self._progress.reset(self._task, total=total, description=self._pace.title(), text="")

    def update(self, t_ns: int, hits: int) -> None:
        """Move the bar."""
        self._pace.update(t_ns, hits)
        self._progress.update(self._task, completed=t_ns, text=self._pace.text())

    def finish(self) -> None:
        """End the bar."""
        self._pace.finish()

    def close(self) -> None:
        """Remove the bar from the terminal."""
        self._progress.stop()


@contextmanager
def open_progress(nr_cells: int, *, quiet: bool = False) -> Iterator[RunProgress]:
    """Show progress on stderr in the way that suits it.

    Args:
        nr_cells: How many arms × replications there are.
        quiet: Show none.
    """
    if quiet:
        yield NoProgress()
        return
    from rich.console import Console

    console = Console(stderr=True)
    shown: BarProgress | LineProgress
    if console.is_terminal and not console.is_dumb_terminal:
        shown = BarProgress(nr_cells, console)
    else:
        shown = LineProgress(nr_cells)
    try:
        yield shown
    finally:
        shown.close()
