"""``bpfsim timeline``: a run's trace as a file that Perfetto opens.

**Rule:** the run directory is only read, but for the file that is written into it unless
another place is named.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from analysis.timeline import TimelineCounts

__all__ = ["timeline"]

FILE_NAME = "timeline.json"


def timeline(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A run directory.")],
    arm: Annotated[
        str | None, typer.Option(help="Which arm; the first traced one unless given.")
    ] = None,
    replication: Annotated[
        int | None, typer.Option(help="Which replication; the first one unless given.")
    ] = None,
    window: Annotated[
        str | None,
        typer.Option(metavar="A..B", help="What to show, e.g. 10ms..12ms; all unless given."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file; DIR/timeline.json unless given.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Write a timeline of CPUs, programs and records, for Perfetto."""
    import analysis
    from analysis.timeline import write_timeline

    shown = None if window is None else _parsed(window)
    path = out or folder / FILE_NAME
    counts = write_timeline(analysis.load(folder), path, arm, replication, shown)
    if as_json:
        print(json.dumps(_as_dict(counts, path), indent=1))
    else:
        print("\n".join(_lines(counts, path)))


def _parsed(text: str) -> tuple[int, int]:
    from sim.base.errors import ResultsError
    from sim.record.window import parse_window

    try:
        return parse_window(text)
    except ValueError as error:
        raise ResultsError(str(error), where="--window") from None


def _as_dict(counts: TimelineCounts, path: Path) -> dict[str, object]:
    return {
        "file": str(path),
        "from_ns": counts.window[0],
        "to_ns": counts.window[1],
        "events": counts.events,
        "slices": {**counts.slices, "record": counts.records},
        "arrows": counts.arrows,
        "drops": counts.drops,
    }


def _lines(counts: TimelineCounts, path: Path) -> list[str]:
    from sim.base.units import format_bytes
    from sim.record.window import format_window

    kinds = {kind: n for kind, n in counts.slices.items() if kind in _SHOWN}
    parts = ", ".join(f"{n:,} {_SHOWN[kind]}" for kind, n in kinds.items())
    causes = ", ".join(f"{cause} {n:,}" for cause, n in counts.drops.items())
    return [
        f"{path}: {format_window(counts.window)}, {format_bytes(path.stat().st_size)}",
        f"  slices: {counts.nr_slices:,}" + (f" ({parts} among them)" if parts else ""),
        f"  arrows: {counts.arrows:,} from program to record to reader",
        f"  drops:  {counts.nr_drops:,}" + (f" ({causes})" if causes else ""),
        "Open it in Perfetto: drag the file into its page.",
    ]


_SHOWN = {
    "hook": "hooks",
    "interrupt": "interrupts",
    "program": "programs",
    "syscall": "system calls",
    "task": "tasks",
}
