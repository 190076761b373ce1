"""Writing a timeline as a file that Perfetto opens.

**Rule:** the file appears under its name when it is complete.

**Not modelled:** compressed files.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.timeline.build import TimelineCounts, timeline
from sim.base.errors import ResultsError

if TYPE_CHECKING:
    from analysis.run import Run

__all__ = ["write_timeline"]


def write_timeline(
    run: Run,
    path: Path | str,
    arm: str | None = None,
    replication: int | None = None,
    window: tuple[int, int] | None = None,
) -> TimelineCounts:
    """Write the timeline of one arm and replication; see `timeline`.

    Returns:
        What it holds.

    Raises:
        MissingTableError: No trace was recorded.
        ResultsError: No such arm or window, or the file cannot be written.
    """
    events = timeline(run, arm, replication, window)
    about = json.dumps(events.about(), ensure_ascii=False)
    target = Path(path)
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f'{{"displayTimeUnit":"ns","otherData":{about},"traceEvents":[')
            before = "\n"
            for text in events:
                file.write(before + text)
                before = ",\n"
            file.write("\n]}\n")
        part.replace(target)
    except OSError as error:
        raise ResultsError(
            "the timeline cannot be written", where=str(target), reason=error.strerror or str(error)
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return events.counts
