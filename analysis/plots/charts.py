"""Every chart of a run, written to a directory.

**Rule:** each chart is a PNG and an SVG of the same name; equal runs give equal bytes.

**Not modelled:** interactive charts.
"""

from __future__ import annotations

from pathlib import Path

from analysis.plots.overhead import MAX_PANELS, draw_overhead
from analysis.plots.style import save_figure
from analysis.plots.throughput import draw_throughput
from analysis.source import Source

__all__ = ["save_charts"]


def save_charts(run: Source, outdir: Path | str) -> list[Path]:
    """Write all charts of *run* and return their files.

    Args:
        run: The run.
        outdir: Where; made when it is not there.
    """
    folder = Path(outdir)
    folder.mkdir(parents=True, exist_ok=True)
    panels = min(len(run.arms) - 1, MAX_PANELS)
    width = 4.2 + 0.5 * len(run.arms) + 3.0 * panels
    files = save_figure(folder / "overhead", width, 4.6, lambda f: draw_overhead(run, f))
    files += save_figure(folder / "throughput", 8.0, 4.6, lambda f: draw_throughput(run, f))
    return files
