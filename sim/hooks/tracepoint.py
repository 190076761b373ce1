"""tracepoint: a classic tracepoint's program, through perf (kernel/trace/trace_event_perf.c).

``syscalls:*`` tracepoints hang on ``raw_syscalls``: once one is attached, every system call
takes the slow path twice and is looked up in a bitmap; only the wanted one gets a record.
A program is missed while another perf-attached program runs on the CPU.

**Rule:** section names are libbpf's: ``tracepoint/CATEGORY/NAME`` or ``tp/CATEGORY/NAME``.

**Not modelled:** perf's own consumers of the same event; event filters.
"""

from __future__ import annotations

from sim.base.errors import AttachError
from sim.hooks.target import Target
from sim.kernel.layout import LINK_SYSCALL, LINK_TRACEPOINT
from sim.kernel.sites import SYS_ENTER, SYS_EXIT
from sim.kernel.syscall_table import syscall
from sim.kernel.tracepoints import LATEST, tracepoint

__all__ = ["target"]

_ENTER, _EXIT = "sys_enter_", "sys_exit_"


def target(text: str) -> Target:
    """Return where ``tracepoint/text`` attaches.

    Raises:
        AttachError: The kernel has no such tracepoint.
    """
    category, slash, name = text.partition("/")
    if not slash:
        category, _, name = text.partition(":")
    if not name:
        raise AttachError(
            f"{text!r} names no tracepoint",
            where=f"tracepoint/{text}",
            reason="a tracepoint is CATEGORY/NAME",
        )
    tracepoint(category, name, LATEST)
    if category == "syscalls":
        prefix = _ENTER if name.startswith(_ENTER) else _EXIT
        number = syscall(name.removeprefix(prefix), LATEST).nr
        site = SYS_ENTER if prefix == _ENTER else SYS_EXIT
        return Target(
            "tracepoint",
            site,
            LINK_SYSCALL,
            "hook.syscall_tracepoint",
            nr=number,
            text=f"{category}:{name}",
        )
    site = f"{category}:{name}"
    if site in (SYS_ENTER, SYS_EXIT):
        return Target("tracepoint", site, LINK_SYSCALL, "hook.tracepoint")
    return Target("tracepoint", site, LINK_TRACEPOINT, "hook.tracepoint")
