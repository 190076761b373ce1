"""Objects × kernels as a picture: which load, which do in part, and what refuses the others.

Green loads, yellow loads in part, the reds say at which stage an object is refused; the word stands
in every cell, so that nothing rests on the colours.

**Rule:** equal tables give equal files with equal matplotlib versions.

**Not modelled:** more than about a hundred objects a picture: they are drawn, but want zooming.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
from matplotlib import style
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

__all__ = ["draw_fleet"]

_ROW_IN, _COLUMN_IN, _FONT_PT = 0.19, 0.72, 7.5
_CHAR_IN, _TOP_IN, _PAD_IN = 0.075, 0.45, 0.15
_COLOURS = {
    "loads": "#c7e5c1",
    "attach": "#fdd9a8",
    "verifier": "#f4a582",
    "target": "#f7c6b4",
    "relocate": "#e8a0a0",
    "maps": "#d9a5c9",
    "open": "#bdbdbd",
    "not modelled": "#e0e0e0",
}
_PART = "#fff1a8"


def draw_fleet(objects: Sequence[Mapping[str, Any]], kernels: Sequence[str], form: str) -> bytes:
    """Draw the table.

    Args:
        objects: Plain data of ``bpfsim fleet --json``: ``name``, and ``word`` by kernel.
        kernels: The columns, in order.
        form: ``svg`` or ``png``.
    """
    left = _PAD_IN + _CHAR_IN * max(len(one["name"]) for one in objects)
    width = left + _COLUMN_IN * len(kernels) + _PAD_IN
    height = _TOP_IN + _ROW_IN * len(objects) + _PAD_IN
    with style.context("default"), mpl.rc_context({"svg.hashsalt": "fleet"}):
        figure = Figure(figsize=(width, height), dpi=150)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        for column, name in enumerate(kernels):
            x = left + _COLUMN_IN * (column + 0.5)
            axes.text(x, _TOP_IN - 0.08, name, ha="center", va="bottom", fontsize=_FONT_PT + 1.5)
        for row, one in enumerate(objects):
            y = _TOP_IN + _ROW_IN * row
            axes.text(
                left - 0.08, y + _ROW_IN / 2, one["name"], ha="right", va="center",
                fontsize=_FONT_PT,
            )  # fmt: skip
            for column, name in enumerate(kernels):
                word = one["kernels"][name]["word"]
                x = left + _COLUMN_IN * column
                colour = _COLOURS.get(word, _PART)
                cell = Rectangle((x, y), _COLUMN_IN, _ROW_IN, fc=colour, ec="white", lw=1)
                axes.add_patch(cell)
                axes.text(
                    x + _COLUMN_IN / 2, y + _ROW_IN / 2, word, ha="center", va="center",
                    fontsize=_FONT_PT - 1,
                )  # fmt: skip
        FigureCanvasAgg(figure)
        out = io.BytesIO()
        metadata = {"Date": None} if form == "svg" else {"Software": None}
        figure.savefig(out, format=form, metadata=metadata)
    return out.getvalue()
