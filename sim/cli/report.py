"""``bpfsim report``: the page and the charts of a run directory.

**Rule:** what lies on disk is checked against its digests first: a report never shows figures
that were edited by hand.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.output import print_json

if TYPE_CHECKING:
    from analysis.run import Run

__all__ = ["FILE_NAME", "report", "write_pages"]

FILE_NAME = "report.html"


def report(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A run directory.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file; DIR/report.html unless given.")
    ] = None,
    charts: Annotated[bool, typer.Option(help="Write the charts as files, too.")] = True,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print what was written as JSON.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress; print the file only.")
    ] = False,
) -> None:
    """Write a run's report: one page to read, send and print, and its charts."""
    import analysis
    from sim.cli.progress import open_progress
    from sim.record.reader import check_digests

    page = out or folder / FILE_NAME
    with open_progress(1, quiet=quiet) as progress:
        progress.phase("checking the digests")
        digest = check_digests(folder)
        files = write_pages(
            analysis.load(folder, verify=False), page, charts=charts, tell=progress.phase
        )
    if as_json:
        print_json({"report": str(page), "charts": [str(f) for f in files], "digest": digest})
    elif quiet:
        print(page)
    else:
        from sim.base.units import format_bytes

        print(f"{page}: {format_bytes(page.stat().st_size)}, opens in any browser")
        if files:
            print(f"{files[0].parent}: {len(files)} files")


def write_pages(run: Run, page: Path, *, charts: bool, tell: Callable[[str], None]) -> list[Path]:
    """Write the report, and the charts beside it; return the charts' files.

    Args:
        run: The run.
        page: Where the report goes.
        charts: Whether charts are written as files.
        tell: Called with what is being done.
    """
    from analysis.plots.charts import draw_charts, save_charts
    from analysis.report import write_report

    drawn = draw_charts(run, with_png=charts, tell=tell)
    tell("writing the report")
    write_report(run, page, drawn)
    return save_charts(run, page.parent / "charts", drawn) if charts else []
