"""Where the blocks of a control-flow graph are drawn: one function beside the other, by levels.

A block lies below all blocks that lead to it, but for jumps back; within a level, blocks are
ordered by where their neighbours are. Long edges bend around blocks at places of their own.

**Rule:** the layout depends on the graph and nothing else; ties go by the order of the nodes.

**Not modelled:** the least number of crossings; a few sweeps come near enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import networkx as nx

__all__ = ["Layout", "Node", "lay_out"]

_SWEEPS = 12
_GAP_X, _GAP_Y = 0.35, 0.55
_BEND_WIDTH = 0.25

#: A block, or the bend of an edge: (from, to, level).
Node = int | tuple[int, int, int]


@dataclass
class Layout:
    """A laid-out function.

    Attributes:
        at: Centre of each block and bend, in inches, y downwards.
        bends: The bends of each edge, from its start to its end.
        back: Edges that lead up.
        width, height: Of all of it.
    """

    at: dict[Node, tuple[float, float]] = field(default_factory=dict)
    bends: dict[tuple[int, int], list[Node]] = field(default_factory=dict)
    back: set[tuple[int, int]] = field(default_factory=set)
    width: float = 0.0
    height: float = 0.0


def _back_edges(graph: nx.DiGraph[int]) -> set[tuple[int, int]]:
    """Return the edges that close a cycle in a walk in the nodes' order."""
    done: set[int] = set()
    active: set[int] = set()
    back = set()
    for root in graph:
        if root in done:
            continue
        stack = [(root, iter(list(graph.successors(root))))]
        active.add(root)
        while stack:
            node, following = stack[-1]
            child = next(following, None)
            if child is None:
                stack.pop()
                active.discard(node)
                done.add(node)
            elif child in active:
                back.add((node, child))
            elif child not in done:
                active.add(child)
                stack.append((child, iter(list(graph.successors(child)))))
    return back


def _levels(graph: nx.DiGraph[int], back: set[tuple[int, int]]) -> dict[int, int]:
    forward: nx.DiGraph[int] = nx.DiGraph()
    forward.add_nodes_from(graph)
    forward.add_edges_from(edge for edge in graph.edges if edge not in back)
    level = dict.fromkeys(forward, 0)
    for node in nx.lexicographical_topological_sort(forward):
        for child in forward.successors(node):
            level[child] = max(level[child], level[node] + 1)
    return level


def lay_out(graph: nx.DiGraph[int], sizes: Mapping[int, tuple[float, float]]) -> Layout:
    """Lay out one function.

    Args:
        graph: Its blocks.
        sizes: Width and height of each, in inches.
    """
    layout = Layout(back=_back_edges(graph))
    level = _levels(graph, layout.back)
    rows: list[list[Node]] = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for block in graph:
        rows[level[block]].append(block)
    links: dict[Node, list[Node]] = {block: [] for block in graph}
    for start, end in graph.edges:
        if (start, end) in layout.back:
            continue
        chain: list[Node] = [start]
        for at in range(level[start] + 1, level[end]):
            bend = (start, end, at)
            rows[at].append(bend)
            links[bend] = []
            chain.append(bend)
        chain.append(end)
        layout.bends[start, end] = chain[1:-1]
        for one, other in pairwise(chain):
            links[one].append(other)
            links[other].append(one)
    widths: dict[Node, float] = {
        node: sizes[node][0] if isinstance(node, int) else _BEND_WIDTH
        for row in rows
        for node in row
    }
    x = _place(rows, links, widths)
    _set_heights(layout, rows, x, widths, sizes)
    return layout


def _place(
    rows: Sequence[list[Node]],
    links: Mapping[Node, Sequence[Node]],
    widths: Mapping[Node, float],
) -> dict[Node, float]:
    """Order the rows and return where each node is across."""
    x: dict[Node, float] = {}
    for row in rows:
        _spread(row, x, widths)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        level_of = {node: at for at, row in enumerate(rows) for node in row}
        for row in rows if down else reversed(rows):
            wanted = {}
            for place, node in enumerate(row):
                near = [
                    x[other] for other in links[node] if (level_of[other] < level_of[node]) == down
                ]
                wanted[node] = (sum(near) / len(near) if near else x[node], place)
            if sweep < _SWEEPS - 2:
                row.sort(key=wanted.__getitem__)
            for node in row:
                x[node] = wanted[node][0]
            _spread(row, x, widths)
    return x


def _spread(row: Sequence[Node], x: dict[Node, float], widths: Mapping[Node, float]) -> None:
    """Push the nodes of a row apart, in their order, about as far to the left as to the right."""
    if not row:
        return
    wanted = [x.get(node, 0.0) for node in row]
    placed: list[float] = []
    for at, node in enumerate(row):
        least = wanted[at]
        if at:
            step = (widths[row[at - 1]] + widths[node]) / 2 + _GAP_X
            least = max(least, placed[-1] + step)
        placed.append(least)
    shift = sum(want - got for want, got in zip(wanted, placed, strict=True)) / len(row)
    for node, got in zip(row, placed, strict=True):
        x[node] = got + shift


def _set_heights(
    layout: Layout,
    rows: Sequence[Sequence[Node]],
    x: Mapping[Node, float],
    widths: Mapping[Node, float],
    sizes: Mapping[int, tuple[float, float]],
) -> None:
    left = min((x[node] - widths[node] / 2 for row in rows for node in row), default=0.0)
    y = 0.0
    for row in rows:
        height = max((sizes[node][1] for node in row if isinstance(node, int)), default=0.0)
        for node in row:
            layout.at[node] = (x[node] - left, y + height / 2)
            layout.width = max(layout.width, x[node] - left + widths[node] / 2)
        y += height + _GAP_Y
    layout.height = max(y - _GAP_Y, 0.0)
    layout.width += 0.3 * len(layout.back)
