"""Code paths: from ``data/paths.yaml``, ``data/paths/*.yaml`` and workloads to flat operations.

The functions form a call graph (a networkx digraph, which must have no cycle); each is compiled
once, and a call names its first operation. Whoever adds code (a workload's request, a reader)
uses `PathCompiler.emit` with the same small language.

**Rule:** a function's entry and return are sites; so is every tracepoint. Sites are numbered in
the order of the file, so that a site's number does not depend on what is attached.

**Not modelled:** recursion; indirect calls other than by data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import networkx as nx

from sim.base.errors import InternalError
from sim.bpf.region import signed_address
from sim.kernel.layout import MAX_DEPTH, NR_CARRIED, NR_PATH_VARS, OP, OP_WORDS, X_MORE_VARS, V
from sim.kernel.path_files import merged, names_there, path_files
from sim.kernel.syscall_table import syscalls
from sim.kernel.types.kernel_types import KernelTypes
from sim.kernel.user_code import UserFunction

__all__ = ["Body", "PathCompiler", "Paths", "load_paths", "with_user_code"]

Body = Sequence[Any]
_JUMPS = ("jump", "soft_next", "pick", "reader_wake", "read_next", "wake", "copy_process", "notify")


@dataclass(frozen=True)
class Paths:
    """What ``paths.yaml`` says."""

    syscalls: Mapping[str, str]
    functions: Mapping[str, Body]
    entries: Mapping[str, Body]
    silent: tuple[str, ...]
    variables: Mapping[str, int]
    objects: Mapping[str, Mapping[str, Any]]
    sources: Mapping[str, Mapping[str, Any]]  # where tracepoints' fields and arguments come from
    priced: Mapping[str, str] = field(default_factory=dict)  # by which name, if not its own
    user: Mapping[str, UserFunction] = field(default_factory=dict)  # functions of user space

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
            yield from _words(item.get("then", ()))
            yield from _words(item.get("else", ()))
        else:
            yield str(item).split()


def _callees(body: Body) -> list[str]:
    return [word[1] for word in _words(body) if word[0] in ("call", "try")]


def _variables(roots: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Give every variable its place: the core's, then those that travel with a request."""
    carried = [name for root in roots for name in root.get("carried", ())]
    others = [name for root in roots for name in root.get("variables", ())]
    if len(carried) > NR_CARRIED or len(others) > NR_PATH_VARS - NR_CARRIED:
        raise InternalError("the paths declare more variables than a context has")
    places = {name: X_MORE_VARS + 8 * i for i, name in enumerate(carried)}
    places |= {name: X_MORE_VARS + 8 * (NR_CARRIED + i) for i, name in enumerate(others)}
    if len(places) < len(carried) + len(others) or set(places) & set(V):
        raise InternalError("a variable is declared twice")
    return {**V, **places}


@cache
def load_paths(kernel: str) -> Paths:
    """Read the shipped paths as a kernel (``6.1``) names them, and check the call graph."""
    roots = path_files(kernel)
    functions = {name: body or () for name, body in merged(roots, "functions").items()}
    silent = tuple(name for root in roots for name in root.get("silent", ()))
    variables = _variables(roots)
    entries, objects = merged(roots, "entries"), merged(roots, "objects")
    calls = merged(roots, "syscalls")
    for row in syscalls():  # system calls that no path says more of
        if row.entry and row.name not in calls:
            calls[row.name] = f"__x64_sys_{row.entry}"
            functions.setdefault(calls[row.name], ())
    sources = merged(roots, "tracepoints")
    priced = {there: name for name, there in names_there(kernel).items() if there}
    paths = Paths(calls, functions, entries, silent, variables, objects, sources, priced)
    graph = paths.call_graph()
    unknown = sorted(set(graph) - set(functions))
    if unknown:
        raise InternalError(f"the paths call functions without a body: {unknown}")
    if not nx.is_directed_acyclic_graph(graph):
        raise InternalError(f"the paths have a cycle: {nx.find_cycle(graph)}")
    if nx.dag_longest_path_length(graph) + 2 > MAX_DEPTH:
        raise InternalError("the paths call deeper than a context has frames")
    return paths


def with_user_code(paths: Paths, functions: Sequence[UserFunction]) -> Paths:
    """Return the paths with functions of user space behind the kernel's; workloads fill them in."""
    if not functions:
        return paths
    user = {one.name: one for one in functions}
    if len(user) < len(functions):
        raise InternalError("a function of user space is declared twice")
    bodies: dict[str, Body] = dict.fromkeys(user, ())
    return replace(paths, functions={**paths.functions, **bodies}, user=user)


@dataclass
class PathCompiler:
    """Compiles bodies to rows of int64.

    Args:
        price_index: Gives the number of a price key.
        priced: Functions that have the price of another.
        variables: Where each variable is in a context.
        types: Where each member is in a kernel struct.
        addresses: Of the objects that paths name.
        arrays: Element size and number of those that are arrays; a number is a power of two.
        function_index: Number of each function.
        site_index: Number of each tracepoint's site.
    """

    price_index: Any
    priced: Mapping[str, str]
    variables: Mapping[str, int]
    types: KernelTypes
    addresses: Mapping[str, int]
    arrays: Mapping[str, tuple[int, int]]
    function_index: Mapping[str, int]
    site_index: Mapping[str, int]
    rows: list[list[int]] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)
    rets: dict[str, int] = field(default_factory=dict)
    calls: list[tuple[int, str]] = field(default_factory=list)
    failures: list[int] = field(default_factory=list)
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
        self.op("run", self.price_index(f"path.{self.priced.get(name, name)}"))
        self.op("site", self.site_index[f"{name}%inside"])
        self.failures.clear()
        self.emit(body)
        self.rets[name] = self.op("ret", self.function_index[name])
        for at in self.failures:
            self.rows[at][2] = self.rets[name]

    def call(self, name: str, body: str = "") -> None:
        """Append a call; `link` fills in where the function starts.

        Args:
            name: The function.
            body: Which of its codes, where it has several.
        """
        self.calls.append((self.op("call", 0, self.function_index[name]), body or name))

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
        jumps: list[tuple[int, str, int]] = []
        for item in body:
            if isinstance(item, dict):
                self._when(item)
                continue
            word, *args = str(item).split()
            if word == "label":
                labels[args[0]] = len(self.rows)
            elif word in _JUMPS and args:
                jumps.append((self.op(word), args[0], 1))
            elif word == "unlock" and args:
                jumps.append((self.op(word, -1), args[0], 2))
            else:
                self._simple(word, args)
        for at, label, word_at in jumps:
            self.rows[at][word_at] = labels[label]

    def _when(self, item: Mapping[str, Any]) -> None:
        """Compile a choice: by chance (``when``), or by a variable's value (``if``)."""
        if "if" in item:
            name, value = str(item["if"]).split()
            branch = self.op("brne", self.variables[name], int(value, 0), 0)
            target = 3
        else:
            branch = self.op("branch", self.variables[item["when"]], 0, self.next_purpose())
            target = 2
        self.emit(item.get("then", ()))
        if item.get("else"):
            over = self.op("jump", 0)
            self.rows[branch][target] = len(self.rows)
            self.emit(item["else"])
            self.rows[over][1] = len(self.rows)
        else:
            self.rows[branch][target] = len(self.rows)

    def _simple(self, word: str, args: Sequence[str]) -> None:
        if word == "call":
            self.call(args[0])
        elif word == "try":
            self.call(args[0])
            self.failures.append(self.op("brneg", self.variables["ret"], 0))
        elif word == "run":
            self.op("run", self.price_index(args[0]))
        elif word == "site":
            self.op("site", self.site_index[args[0]])
        elif word == "set":
            self.op("set", self.variables[args[0]], self._value(args[1]))
        elif word == "copy":
            self.op("copy", self.variables[args[0]], self.variables[args[1]])
        elif word in ("put", "add"):
            self._put(word, *args)
        elif word == "element":
            self._element(*args)
        elif word == "lock" and not args:
            self.op(word, -1)
        else:
            self.op(word, *(int(a, 0) for a in args))

    def _value(self, text: str) -> int:
        """Return a number, or the address of an object (``@NAME``)."""
        return signed_address(self.addresses[text[1:]]) if text.startswith("@") else int(text, 0)

    def _element(self, result: str, array: str, sector: str) -> None:
        """``element VAR @ARRAY VAR``: the element that stands for what lies at a sector."""
        size, count = self.arrays[array[1:]]
        base = self._value(array)
        result_at, sector_at = self.variables[result], self.variables[sector]
        self.op("element", result_at, sector_at, base, size | count << 32)

    def _put(self, word: str, pointer: str, member: str, variable: str) -> None:
        """``put VAR STRUCT.MEMBER VAR``: store into, or add to, what the first one points to."""
        struct, _, name = member.partition(".")
        offset = self.types.offsetof(f"struct {struct}", name)
        size = self.types.sizeof_member(f"struct {struct}", name)
        self.op(word, self.variables[pointer], offset, size, self.variables[variable])
