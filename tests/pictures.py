"""The pictures of docs/: runs the tutorials, and takes their charts and reports.

    python -m tests.pictures [TUTORIAL...]

Charts are drawn by matplotlib, the report's picture is Chromium's (see `tests.browser`). Colours
are reduced to a palette, so that the files stay small.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image

import analysis
from analysis.plots.charts import draw_charts, save_charts
from analysis.report import write_report
from sim.run.api import run_file
from tests.browser import chromium, screenshot, text_of_probe

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WIDTH = 1040
COLOURS = 128


def _reduce(source: Path, target: Path, width: int | None = None) -> None:
    picture: Image.Image = Image.open(source).convert("RGB")
    if width is not None and picture.width > width:
        size = (width, round(picture.height * width / picture.width))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, 3, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


def _take(name: str, scratch: Path) -> None:
    run = analysis.load(run_file(ROOT / "scenarios" / "tutorial" / f"{name}.yaml", scratch / name))
    drawn = draw_charts(run)
    for file in save_charts(run, scratch / "charts", drawn):
        if file.suffix == ".png":
            _reduce(file, IMAGES / f"{name}-{file.name}")
    page = write_report(run, scratch / f"{name}.html", drawn)
    # down to the charts' end: the tables behind them are words
    end = "inside.getElementById('loss-ledger').getBoundingClientRect().top"
    height = text_of_probe(page, scratch, WIDTH, end)
    screenshot(page, scratch / "page.png", scratch, WIDTH, int(height))
    _reduce(scratch / "page.png", IMAGES / f"{name}-report.png", 640)


def main(names: list[str]) -> int:
    """Take the pictures of the tutorials named, or of all."""
    if chromium() is None:
        print("no Chromium: set BPFSIM_CHROMIUM to its program", file=sys.stderr)
        return 2
    known = sorted(path.stem for path in (ROOT / "scenarios" / "tutorial").glob("*.yaml"))
    for name in names or known:
        if name not in known:
            print(f"no tutorial {name!r}: there are {', '.join(known)}", file=sys.stderr)
            return 2
        print(f"{name}", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="bpfsim-pictures-") as scratch:
            _take(name, Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
