"""Whether functions of user space can be called as a workload says.

**Rule:** functions call each other without a cycle, at most as deep as a context has frames
beside the kernel's.

**Not modelled:** recursion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import networkx as nx

from sim.base.errors import ScenarioError, nearest
from sim.workload.spec import Step, UserBody

__all__ = ["MAX_USER_DEPTH", "called", "check_calls"]

MAX_USER_DEPTH = 8


def called(steps: Iterable[Step]) -> Iterator[str]:
    """Yield the functions that steps call, also those inside of other steps."""
    for step in steps:
        if step.function:
            yield step.function
        for inner in step.args.values():
            if isinstance(inner, tuple) and inner and isinstance(inner[0], Step):
                yield from called(inner)


def check_calls(functions: Sequence[UserBody], wanted: Iterable[str]) -> None:
    """Refuse calls of what is not there, cycles, and calls too deep.

    Raises:
        ScenarioError: There is one.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(one.name for one in functions)
    edges = [(one.name, callee) for one in functions for callee in called(one.steps)]
    for name in (*sorted(wanted), *(callee for _, callee in edges)):
        if name not in graph:
            known = sorted(graph)
            raise ScenarioError(
                f"there is no function {name!r} to call",
                reason="functions are " + (", ".join(known) or "not declared"),
                suggestion=nearest(name, known),
            )
    graph.add_edges_from(edges)
    if not nx.is_directed_acyclic_graph(graph):
        cycle = " → ".join(edge[0] for edge in nx.find_cycle(graph))
        raise ScenarioError(f"functions call each other in a cycle: {cycle}")
    if len(graph) and nx.dag_longest_path_length(graph) + 1 > MAX_USER_DEPTH:
        raise ScenarioError(f"functions call each other more than {MAX_USER_DEPTH} deep")
