"""From a chart to files: drawn once per form, and written with the same bytes every time.

**Rule:** figures are made without pyplot (no global state) and from matplotlib's own defaults,
whatever the user's matplotlibrc says. Files carry no date, and ids in SVG come from the chart's
name, so equal runs give equal files with equal matplotlib versions. The layout is computed once;
PNG and SVG of a form have the same.

**Not modelled:** interactive charts.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import matplotlib as mpl
from matplotlib import style
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from analysis.plots.style import FORMS, SETTINGS, WIDE, Form
from analysis.source import Source

__all__ = ["Chart", "Drawn", "draw_chart"]

_PNG_DPI = 150
_SVG_DPI = 72
_PATH = re.compile(r' d="([^"]+)"')
_LONG = re.compile(r"-?\d+\.\d{3,}")


@dataclass(frozen=True)
class Chart:
    """A kind of chart.

    Attributes:
        name: Its name in file names and ids.
        heading: What it is about, as a heading.
        reading: How to read it, for somebody who sees one for the first time.
        tables: The result tables that it needs.
        missing: Says why there is nothing to draw; empty when there is something.
        height_in: Its height in inches in a form.
        draw: Fills a figure.
    """

    name: str
    heading: str
    reading: str
    tables: tuple[str, ...]
    missing: Callable[[Source], str]
    height_in: Callable[[Source, Form], float]
    draw: Callable[[Source, Figure, Form], None]


@dataclass(frozen=True)
class Drawn:
    """A chart of one run.

    Attributes:
        chart: The kind.
        missing: Why it was not drawn; empty when it was.
        title: What it says, in words.
        svg: The SVG text of each form, by its name.
        png: The wide form as PNG; empty when it was not wanted.
    """

    chart: Chart
    missing: str = ""
    title: str = ""
    svg: dict[str, str] = field(default_factory=dict)
    png: bytes = b""


def _figure(run: Source, chart: Chart, form: Form) -> Figure:
    size = (form.width_in, chart.height_in(run, form))
    figure = Figure(figsize=size, dpi=_SVG_DPI, layout="constrained")
    FigureCanvasAgg(figure)
    chart.draw(run, figure, form)
    engine = figure.get_layout_engine()
    if engine is not None:
        engine.execute(figure)
    figure.set_layout_engine("none")
    return figure


def _png(figure: Figure) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=_PNG_DPI, metadata={"Software": None})
    return out.getvalue()


def _svg(figure: Figure, salt: str) -> str:
    out = io.StringIO()
    # within `draw_chart`'s style context, which puts it back
    mpl.rcParams["svg.hashsalt"] = salt
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return _PATH.sub(lambda path: _LONG.sub(_short, path[0]), out.getvalue())


def _short(number: re.Match[str]) -> str:
    """Round a coordinate to a hundredth of a point, which nobody sees and a file does."""
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


def draw_chart(run: Source, chart: Chart, *, with_png: bool = True) -> Drawn:
    """Draw a chart in every form.

    Args:
        run: The run.
        chart: What to draw.
        with_png: Draw the wide form as PNG too.
    """
    missing = chart.missing(run)
    if missing:
        return Drawn(chart, missing)
    svg, png, title = {}, b"", ""
    with style.context(["default", SETTINGS]):
        for form in FORMS:
            figure = _figure(run, chart, form)
            svg[form.name] = _svg(figure, f"{chart.name}-{form.name}")
            if form == WIDE:
                title = " ".join(figure.get_suptitle().split())
                png = _png(figure) if with_png else b""
    return Drawn(chart, "", title, svg, png)
