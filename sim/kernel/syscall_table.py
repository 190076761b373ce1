"""The x86-64 syscall table: numbers, names, entry points and arguments.

Answers to ``arch/x86/entry/syscalls/syscall_64.tbl`` of 6.1, with what 6.12 has beyond it, and
to what ``/sys/kernel/tracing/events/syscalls`` says about arguments.

The rule to know: a syscall's *name* is what user space calls it (``stat``), its *entry* what
the kernel and its tracepoint call it (``newstat``); the function is ``__x64_sys_<entry>``.

**Not modelled:** 32-bit and x32 syscalls; numbers that the kernel answers with ``-ENOSYS``
have no entry; what kernels before 6.1 lack; the functions behind what later kernels have.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from sim.base.errors import SimError, nearest
from sim.versions.releases import is_since

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


def _rows(name: str) -> dict[int, list[str]]:
    text = resources.files("sim.kernel").joinpath(f"data/{name}").read_text(encoding="utf-8")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows: dict[int, list[str]] = yaml.load(text, Loader=loader)
    return rows


@cache
def syscalls(kernel: str = "6.1") -> tuple[Syscall, ...]:
    """Return all syscalls of a kernel by number."""
    rows = _rows("syscalls.yaml")
    for nr, (since, *row) in _rows("syscalls-later.yaml").items():
        if is_since(kernel, since):
            rows[nr] = row
    return tuple(_row(nr, label, args) for nr, (label, *args) in sorted(rows.items()))


def _row(nr: int, label: str, args: list[str]) -> Syscall:
    name, has_other_entry, entry = label.partition("=")
    return Syscall(nr, name, entry if has_other_entry else name, tuple(args))


@cache
def syscall_numbers(kernel: str = "6.1") -> dict[str, int]:
    """Return the numbers by name; an entry's own name is known as well."""
    numbers = {row.entry: row.nr for row in syscalls(kernel) if row.entry}
    numbers.update((row.name, row.nr) for row in syscalls(kernel))
    return numbers


@cache
def _by_nr(kernel: str) -> dict[int, Syscall]:
    return {row.nr: row for row in syscalls(kernel)}


def syscall(which: str | int, kernel: str = "6.1") -> Syscall:
    """Return a kernel's syscall by name, entry or number.

    Raises:
        SimError: There is none; names the nearest.
    """
    numbers = syscall_numbers(kernel)
    nr = numbers.get(which, -1) if isinstance(which, str) else which
    found = _by_nr(kernel).get(nr)
    if found is None:
        near = nearest(which, numbers) if isinstance(which, str) else ""
        raise SimError(f"there is no syscall {which!r} on x86-64", suggestion=near)
    return found
