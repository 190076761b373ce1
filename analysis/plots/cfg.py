"""A program's control-flow graph as a picture, with the path to a refusal in colour.

Boxes are basic blocks with their source lines; an arrow says which way a conditional jump goes.
What is on the path that was refused is orange, the block that was refused has a thick red frame.

**Rule:** equal graphs give equal files with equal matplotlib versions (see
`analysis.plots.drawing`).

**Not modelled:** more than about sixty blocks: they are drawn, but want zooming.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import matplotlib as mpl
import networkx as nx
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, PathPatch
from matplotlib.path import Path

from analysis.plots.cfg_layout import Layout, lay_out

__all__ = ["draw_cfg"]

_FONT_PT = 7.0
_CHAR_IN, _ROW_IN, _PAD_IN = 0.0605, 0.125, 0.07
_MAX_CHARS = 46
_MARGIN_IN, _TITLE_IN, _GAP_IN = 0.25, 0.3, 0.8
_SHELF_IN = 14.0
_PLAIN, _BAD, _REFUSED = "#7a7a7a", "#d95f02", "#b2182b"
_FILL, _BAD_FILL = "#f7f7f7", "#fde7d3"


def _shorten(text: str) -> str:
    text = text.replace("\t", " ")
    return text if len(text) <= _MAX_CHARS else text[: _MAX_CHARS - 1] + "…"


def _why_rows(data: dict[str, Any]) -> list[str]:
    return textwrap.wrap(f"refused: {data['why']}", _MAX_CHARS) if data["why"] else []


def _size(data: dict[str, Any]) -> tuple[float, float]:
    rows = [*data["rows"], *_why_rows(data)]
    longest = max(len(_shorten(row)) for row in rows)
    return longest * _CHAR_IN + 2 * _PAD_IN, len(rows) * _ROW_IN + 2 * _PAD_IN


def draw_cfg(graph: nx.DiGraph[int], title: str, form: str) -> bytes:
    """Draw a graph.

    Args:
        graph: Of `sim.bpf.verifier.explain.graph.control_flow_graph`.
        title: What stands above it.
        form: ``svg`` or ``png``.
    """
    sizes = {node: _size(data) for node, data in graph.nodes(data=True)}
    functions = list(dict.fromkeys(data["function"] for _, data in graph.nodes(data=True)))
    parts = []
    for name in functions:
        blocks = [node for node, data in graph.nodes(data=True) if data["function"] == name]
        part = graph.subgraph(blocks)
        ordered: nx.DiGraph[int] = nx.DiGraph()
        ordered.add_nodes_from((node, graph.nodes[node]) for node in blocks)
        ordered.add_edges_from(edge for edge in graph.edges if part.has_edge(*edge))
        parts.append((name, lay_out(ordered, sizes)))
    with style.context(["default"]):
        figure = _figure(graph, parts, sizes, title)
        out = io.BytesIO()
        if form == "png":
            figure.savefig(out, format="png", dpi=150, metadata={"Software": None})
        else:
            mpl.rcParams["svg.hashsalt"] = "cfg"
            figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def _shelves(parts: Sequence[tuple[str, Layout]]) -> tuple[list[tuple[float, float]], float, float]:
    """Put functions beside each other, and below when a row is full; return corners and size."""
    corners = []
    x = y = tall = wide = 0.0
    for _, layout in parts:
        if x and x + layout.width > _SHELF_IN:
            x, y, tall = 0.0, y + tall + _GAP_IN, 0.0
        corners.append((x, y))
        x += layout.width + _GAP_IN
        tall = max(tall, layout.height + _TITLE_IN / 2)
        wide = max(wide, x - _GAP_IN)
    return corners, wide, y + tall


def _figure(
    graph: nx.DiGraph[int],
    parts: Sequence[tuple[str, Layout]],
    sizes: dict[int, tuple[float, float]],
    title: str,
) -> Figure:
    corners, wide, tall = _shelves(parts)
    wide = max(wide, 5.0) + 2 * _MARGIN_IN
    tall += 2 * _MARGIN_IN + _TITLE_IN
    figure = Figure(figsize=(wide, tall))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, wide)
    axes.set_ylim(tall, 0)
    axes.axis("off")
    axes.text(_MARGIN_IN, _MARGIN_IN, title, fontsize=10, va="center", weight="bold")
    for (name, layout), (x, y) in zip(parts, corners, strict=True):
        corner = x + _MARGIN_IN, y + _MARGIN_IN + _TITLE_IN
        if len(parts) > 1:
            axes.text(*corner, f"{name}()", fontsize=8, va="center", style="italic")
        _draw_function(axes, graph, layout, sizes, (corner[0], corner[1] + _TITLE_IN / 2))
    return figure


def _draw_function(
    axes: Axes,
    graph: nx.DiGraph[int],
    layout: Layout,
    sizes: dict[int, tuple[float, float]],
    corner: tuple[float, float],
) -> None:
    at = {node: (x + corner[0], y + corner[1]) for node, (x, y) in layout.at.items()}
    lane = 0
    right = corner[0] + layout.width - 0.3 * len(layout.back)
    edges = [*layout.bends, *sorted(layout.back)]
    # what is on the path is drawn last, above the rest
    for start, end in sorted(edges, key=lambda edge: bool(graph.edges[edge]["on_path"])):
        data = graph.edges[start, end]
        x0, y0 = at[start][0], at[start][1] + sizes[start][1] / 2
        x1, y1 = at[end][0], at[end][1] - sizes[end][1] / 2
        if len(list(graph.successors(start))) > 1:
            x0 += 0.12 * sizes[start][0] * (1 if data["label"] == "taken" else -1)
        if (start, end) in layout.back:
            lane += 1
            side = right + 0.3 * lane - 0.1
            points = [(x0, y0), (x0, y0 + 0.12), (side, y0 + 0.12), (side, y1 - 0.15)]
            points += [(x1 + 0.15, y1 - 0.15), (x1 + 0.15, y1)]
            _draw_line(axes, points, data)
        else:
            points = [(x0, y0), *(at[bend] for bend in layout.bends[start, end]), (x1, y1)]
            _draw_curve(axes, points, data)
        if data["label"]:
            _draw_label(axes, points, data)
    for node, data in graph.nodes(data=True):
        if node in at:
            _draw_block(axes, at[node], sizes[node], data)


def _colour(data: dict[str, Any]) -> tuple[str, float]:
    return (_BAD, 1.8) if data["on_path"] else (_PLAIN, 0.8)


def _draw_line(axes: Axes, points: Sequence[tuple[float, float]], data: dict[str, Any]) -> None:
    colour, width = _colour(data)
    axes.plot(*zip(*points[:-1], strict=True), color=colour, linewidth=width, zorder=1)
    _draw_head(axes, points[-2], points[-1], colour, width)


def _draw_curve(axes: Axes, points: Sequence[tuple[float, float]], data: dict[str, Any]) -> None:
    colour, width = _colour(data)
    path, codes = [points[0]], [Path.MOVETO]
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (y0 + y1) / 2
        path += [(x0, middle), (x1, middle), (x1, y1)]
        codes += [Path.CURVE4] * 3
    shape = Path(path, [int(code) for code in codes])
    axes.add_patch(PathPatch(shape, fill=False, edgecolor=colour, linewidth=width, zorder=1))
    x, y = points[-1]
    _draw_head(axes, (x, y - 0.1), (x, y), colour, width)


def _draw_head(
    axes: Axes, start: tuple[float, float], end: tuple[float, float], colour: str, width: float
) -> None:
    arrow = FancyArrowPatch(
        start, end, arrowstyle="-|>", mutation_scale=8, color=colour, linewidth=width, zorder=2
    )
    arrow.shrinkA = arrow.shrinkB = 0
    axes.add_patch(arrow)


def _draw_label(axes: Axes, points: Sequence[tuple[float, float]], data: dict[str, Any]) -> None:
    x, y = points[0]
    is_taken = data["label"] == "taken"
    axes.text(
        x + (0.06 if is_taken else -0.06),
        y + 0.1,
        data["label"],
        fontsize=6,
        color=_colour(data)[0],
        ha="left" if is_taken else "right",
        va="center",
        zorder=4,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6},
    )


def _draw_block(
    axes: Axes, centre: tuple[float, float], size: tuple[float, float], data: dict[str, Any]
) -> None:
    (x, y), (width, height) = centre, size
    refused, on_path = data["refused"], data["on_path"]
    axes.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - height / 2),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.05",
            facecolor=_BAD_FILL if on_path else _FILL,
            edgecolor=_REFUSED if refused else _BAD if on_path else _PLAIN,
            linewidth=2.4 if refused else 1.4 if on_path else 0.8,
            zorder=3,
        )
    )
    rows = data["rows"]
    for at, row in enumerate([*rows, *_why_rows(data)]):
        colour = "#666666" if at == 0 else "black" if at < len(rows) else _REFUSED
        axes.text(
            x - width / 2 + _PAD_IN,
            y - height / 2 + _PAD_IN + (at + 0.5) * _ROW_IN,
            _shorten(row),
            fontsize=_FONT_PT - (1 if at == 0 else 0),
            family="monospace",
            color=colour,
            va="center",
            zorder=5,
            parse_math=False,
        )
