"""The x86-64 syscall table: numbers, names, entry points and arguments.

Answers to ``arch/x86/entry/syscalls/syscall_64.tbl`` of 6.1 and to what
``/sys/kernel/tracing/events/syscalls`` says about arguments.

The rule to know: a syscall's *name* is what user space calls it (``stat``), its *entry* what
the kernel and its tracepoint call it (``newstat``); the function is ``__x64_sys_<entry>``.

**Not modelled:** 32-bit and x32 syscalls; numbers that the kernel answers with ``-ENOSYS``
have no entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from sim.base.errors import SimError, nearest

__all__ = ["Syscall", "syscall", "syscall_numbers", "syscalls"]


@dataclass(frozen=True, slots=True)
class Syscall:
    """One row of the table.

    Args:
        nr: Its number.
        name: Its name in user space.
        entry: Its name in the kernel, empty if it is not implemented.
        args: Arguments as tracefs writes them: ``("int dfd", "const char * filename")``.
    """

    nr: int
    name: str
    entry: str
    args: tuple[str, ...]

    @property
    def function(self) -> str:
        """Name of the kernel function behind it."""
        return f"__x64_sys_{self.entry or 'ni_syscall'}"

    @property
    def arg_names(self) -> tuple[str, ...]:
        """Names of the arguments without their types."""
        return tuple(arg.rpartition(" ")[2] for arg in self.args)


@cache
def syscalls() -> tuple[Syscall, ...]:
    """Return all syscalls by number."""
    text = resources.files("sim.kernel").joinpath("data/syscalls.yaml").read_text(encoding="utf-8")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows: dict[int, list[str]] = yaml.load(text, Loader=loader)
    return tuple(_row(nr, label, args) for nr, (label, *args) in sorted(rows.items()))


def _row(nr: int, label: str, args: list[str]) -> Syscall:
    name, has_other_entry, entry = label.partition("=")
    return Syscall(nr, name, entry if has_other_entry else name, tuple(args))


@cache
def syscall_numbers() -> dict[str, int]:
    """Return the numbers by name; an entry's own name is known as well."""
    numbers = {row.entry: row.nr for row in syscalls() if row.entry}
    numbers.update((row.name, row.nr) for row in syscalls())
    return numbers


@cache
def _by_nr() -> dict[int, Syscall]:
    return {row.nr: row for row in syscalls()}


def syscall(which: str | int) -> Syscall:
    """Return a syscall by name, entry or number.

    Raises:
        SimError: There is none; names the nearest.
    """
    numbers = syscall_numbers()
    nr = numbers.get(which, -1) if isinstance(which, str) else which
    found = _by_nr().get(nr)
    if found is None:
        near = nearest(which, numbers) if isinstance(which, str) else ""
        raise SimError(f"there is no syscall {which!r} on x86-64", suggestion=near)
    return found
