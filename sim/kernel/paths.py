"""Code paths: from ``data/paths.yaml`` and workloads to flat operations.

The functions form a call graph (a networkx digraph, which must have no cycle); each is compiled
once, and a call names its first operation. Whoever adds code (a workload's request, a reader)
uses `PathCompiler.emit` with the same small language.

**Rule:** a function's entry and return are sites; so is every tracepoint. Sites are numbered in
the order of the file, so that a site's number does not depend on what is attached.

**Not modelled:** recursion; indirect calls other than by data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import networkx as nx
import yaml

from sim.base.errors import InternalError
from sim.kernel.layout import MAX_DEPTH, OP, OP_WORDS, V

__all__ = ["Body", "PathCompiler", "Paths", "load_paths"]

Body = Sequence[Any]


@dataclass(frozen=True)
class Paths:
    """What ``paths.yaml`` says."""

    syscalls: Mapping[str, str]
    functions: Mapping[str, Body]
    entries: Mapping[str, Body]
    silent: tuple[str, ...]

    def call_graph(self) -> nx.DiGraph[str]:
        """Return the functions and who calls whom."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.functions)
        for name, body in self.functions.items():
            graph.add_edges_from((name, callee) for callee in _callees(body))
        return graph

    def tracepoints(self) -> list[str]:
        """Return every tracepoint that a path passes, in order of the file."""
        found: dict[str, None] = {}
        for body in (*self.functions.values(), *self.entries.values()):
            for word in _words(body):
                if word[0] == "site":
                    found.setdefault(word[1])
        return list(found)


def _words(body: Body) -> Iterable[list[str]]:
    for item in body:
        if isinstance(item, dict):
            yield from _words(item["then"])
            yield from _words(item.get("else", ()))
        else:
            yield str(item).split()


def _callees(body: Body) -> list[str]:
    return [word[1] for word in _words(body) if word[0] == "call"]


@cache
def load_paths() -> Paths:
    """Read the shipped paths and check the call graph."""
    text = resources.files("sim.kernel").joinpath("data/paths.yaml").read_text("utf-8")
    root = yaml.safe_load(text)
    functions = {name: body or () for name, body in root["functions"].items()}
    silent = tuple(root["silent"])
    paths = Paths(root["syscalls"], functions, root["entries"], silent)
    graph = paths.call_graph()
    unknown = sorted(set(graph) - set(functions))
    if unknown:
        raise InternalError(f"paths.yaml calls functions without a body: {unknown}")
    if not nx.is_directed_acyclic_graph(graph):
        raise InternalError(f"paths.yaml has a cycle: {nx.find_cycle(graph)}")
    if nx.dag_longest_path_length(graph) + 2 > MAX_DEPTH:
        raise InternalError("paths.yaml calls deeper than a context has frames")
    return paths


@dataclass
class PathCompiler:
    """Compiles bodies to rows of int64.

    Args:
        price_index: Gives the number of a price key.
        function_index: Number of each function.
        site_index: Number of each tracepoint's site.
    """

    price_index: Any
    function_index: Mapping[str, int]
    site_index: Mapping[str, int]
    rows: list[list[int]] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)
    calls: list[tuple[int, str]] = field(default_factory=list)
    purpose: int = 16

    def op(self, name: str, *args: int) -> int:
        """Append one operation and return its number."""
        row = [OP[name], *args]
        self.rows.append(row + [0] * (OP_WORDS - len(row)))
        return len(self.rows) - 1

    def next_purpose(self) -> int:
        """Return a purpose of its own for a draw."""
        self.purpose += 1
        return self.purpose

    def function(self, name: str, body: Body) -> None:
        """Compile a function: its own time, its body, its return."""
        self.starts[name] = len(self.rows)
        self.op("run", self.price_index(f"path.{name}"))
        self.emit(body)
        self.op("ret", self.function_index[name])

    def call(self, name: str) -> None:
        """Append a call; `link` fills in where the function starts."""
        self.calls.append((self.op("call", 0, self.function_index[name]), name))

    def entry(self, body: Body) -> int:
        """Compile code that nobody calls, and return its first operation."""
        start = len(self.rows)
        self.emit(body)
        return start

    def link(self) -> None:
        """Fill in the targets of all calls."""
        for at, name in self.calls:
            self.rows[at][1] = self.starts[name]
        self.calls.clear()

    def emit(self, body: Body) -> None:
        """Compile a body; labels are local to it."""
        labels: dict[str, int] = {}
        jumps: list[tuple[int, str]] = []
        for item in body:
            if isinstance(item, dict):
                self._when(item)
                continue
            word, *args = str(item).split()
            if word == "label":
                labels[args[0]] = len(self.rows)
            elif word in ("jump", "soft_next", "pick", "reader_wake", "read_next"):
                jumps.append((self.op(word), args[0]))
            else:
                self._simple(word, args)
        for at, label in jumps:
            self.rows[at][1] = labels[label]

    def _when(self, item: Mapping[str, Any]) -> None:
        branch = self.op("branch", V[item["when"]], 0, self.next_purpose())
        self.emit(item["then"])
        if item.get("else"):
            over = self.op("jump", 0)
            self.rows[branch][2] = len(self.rows)
            self.emit(item["else"])
            self.rows[over][1] = len(self.rows)
        else:
            self.rows[branch][2] = len(self.rows)

    def _simple(self, word: str, args: Sequence[str]) -> None:
        if word == "call":
            self.call(args[0])
        elif word == "run":
            self.op("run", self.price_index(args[0]))
        elif word == "site":
            self.op("site", self.site_index[args[0]])
        elif word == "set":
            self.op("set", V[args[0]], int(args[1], 0))
        elif word == "copy":
            self.op("copy", V[args[0]], V[args[1]])
        else:
            self.op(word, *(int(a, 0) for a in args))
