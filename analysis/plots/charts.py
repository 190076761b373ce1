"""Every chart of a run, in the order in which a reader needs them.

**Rule:** each chart that has something to show is a PNG and an SVG of the same name; equal runs
give equal bytes.

**Not modelled:** interactive charts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.plots.added import ADDED
from analysis.plots.cpu import CPU
from analysis.plots.drawing import Chart, Drawn, draw_chart
from analysis.plots.drops import DROPS
from analysis.plots.latency import LATENCY
from analysis.plots.overhead import OVERHEAD
from analysis.plots.percentiles import PERCENTILES
from analysis.plots.ring_fill import RING_FILL
from analysis.plots.style import WIDE
from analysis.plots.throughput import THROUGHPUT
from analysis.source import Source

__all__ = ["CHARTS", "draw_charts", "save_charts"]

CHARTS: tuple[Chart, ...] = (
    OVERHEAD,
    ADDED,
    THROUGHPUT,
    LATENCY,
    PERCENTILES,
    RING_FILL,
    DROPS,
    CPU,
)
"""All charts."""


def draw_charts(
    run: Source, *, with_png: bool = True, tell: Callable[[str], None] | None = None
) -> list[Drawn]:
    """Draw all charts of a run in every form.

    Args:
        run: The run.
        with_png: Draw PNGs too.
        tell: Called with what is being drawn.
    """
    found = []
    for chart in CHARTS:
        if tell is not None:
            tell(f"drawing {chart.name}")
        found.append(draw_chart(run, chart, with_png=with_png))
    return found


def save_charts(
    run: Source, outdir: Path | str, drawn: Sequence[Drawn] | None = None
) -> list[Path]:
    """Write all charts of *run* that have something to show, and return their files.

    Args:
        run: The run.
        outdir: Where; made when it is not there.
        drawn: The charts, where they have been drawn already.
    """
    folder = Path(outdir)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for item in draw_charts(run) if drawn is None else drawn:
        path = folder / item.chart.name
        if item.missing:
            # What an earlier drawing left would belong to another result.
            path.with_suffix(".png").unlink(missing_ok=True)
            path.with_suffix(".svg").unlink(missing_ok=True)
            continue
        path.with_suffix(".png").write_bytes(item.png)
        path.with_suffix(".svg").write_text(item.svg[WIDE.name], encoding="utf-8")
        files += [path.with_suffix(".png"), path.with_suffix(".svg")]
    return files
