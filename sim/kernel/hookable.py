"""What can be hooked in a simulated kernel, as ``bpftrace -l`` and tracefs list it.

A hook is *fired* when a path of the simulated kernel reaches it; the others can be attached to,
and stay silent.

**Rule:** names are bpftrace's: ``kprobe:F``, ``fentry:F``, ``tracepoint:CATEGORY:NAME``,
``rawtracepoint:NAME``; no engine is needed to list them.

**Not modelled:** functions that no path and no tool names; modules; blacklisted functions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from sim.base.errors import AttachError
from sim.kernel.path_files import merged, path_files
from sim.kernel.syscall_table import syscalls
from sim.kernel.tracepoints import tracepoint, tracepoint_names
from sim.kernel.types.kernel_types import kernel_types

__all__ = ["KINDS", "Hookable", "arguments", "hookable", "matching"]

KINDS = ("kprobe", "kretprobe", "fentry", "fexit", "tracepoint", "rawtracepoint")
_OF_FUNCTIONS = ("kprobe", "kretprobe", "fentry", "fexit")
_SITE = re.compile(r"\bsite (\w+:\w+)")


@dataclass(frozen=True)
class Hookable:
    """A hook.

    Attributes:
        kind: One of `KINDS`.
        target: Function, ``CATEGORY:NAME`` or the tracepoint's name.
        is_fired: Whether a path reaches it.
    """

    kind: str
    target: str
    is_fired: bool

    @property
    def name(self) -> str:
        """The hook as bpftrace writes it."""
        return f"{self.kind}:{self.target}"


@cache
def _functions(kernel: str) -> dict[str, bool]:
    """Return every function, and whether a path reaches it."""
    roots = path_files(kernel)
    found = dict.fromkeys(merged(roots, "functions"), True)
    found |= {name: False for root in roots for name in root.get("silent", ())}
    for row in syscalls():
        if row.entry:
            found.setdefault(f"__x64_sys_{row.entry}", True)
    return dict(sorted(found.items()))


@cache
def _passed(kernel: str) -> frozenset[str]:
    """Return the tracepoints that a path passes."""
    text = " ".join(
        str(root.get(part)) for root in path_files(kernel) for part in ("functions", "entries")
    )
    return frozenset((*_SITE.findall(text), "raw_syscalls:sys_enter", "raw_syscalls:sys_exit"))


def hookable(kernel: str, kind: str) -> Iterator[Hookable]:
    """Yield the hooks of a kind in order of their names."""
    types = kernel_types(kernel)
    if kind in _OF_FUNCTIONS:
        for name, is_fired in _functions(kernel).items():
            if kind in ("kprobe", "kretprobe") or types.function_params(name) is not None:
                yield Hookable(kind, name, is_fired)
        return
    found = []
    for name in tracepoint_names():
        category, _, event = name.partition(":")
        is_fired = name in _passed(kernel) or category == "syscalls"
        if kind == "tracepoint" and _has(category, event, kernel):
            found.append(Hookable(kind, name, is_fired))
        elif kind != "tracepoint" and types.raw_tracepoint_params(event) is not None:
            found.append(Hookable(kind, event, is_fired))
    yield from sorted(found, key=lambda one: one.target)


def _has(category: str, event: str, kernel: str) -> bool:
    """Say whether a kernel has a tracepoint."""
    try:
        return bool(tracepoint(category, event, kernel))
    except AttachError:
        return False


def matching(pattern: str, kernel: str, kinds: tuple[str, ...] = KINDS) -> list[Hookable]:
    """Return the hooks whose name, or target, fits a pattern with ``*`` and ``?``."""
    found = (one for kind in kinds for one in hookable(kernel, kind))
    return [
        one for one in found if fnmatchcase(one.name, pattern) or fnmatchcase(one.target, pattern)
    ]


def arguments(hook: Hookable, kernel: str) -> list[str]:
    """Return the hook's arguments as C declares them, in order."""
    types = kernel_types(kernel)
    if hook.kind == "tracepoint":
        category, _, event = hook.target.partition(":")
        fields = tracepoint(category, event, kernel).fields
        return [f"{field.ctype} {field.name}" for field in fields]
    if hook.kind == "rawtracepoint":
        params = types.raw_tracepoint_params(hook.target) or ()
        return [f"{ctype} arg{i}" for i, (_, ctype) in enumerate(params)]
    params = types.function_params(hook.target) or ()
    return [f"{ctype} {name}".strip() for name, ctype in params]
