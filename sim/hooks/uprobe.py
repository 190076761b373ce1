"""uprobe, uretprobe: probes at functions of user space (kernel/events/uprobes.c).

A uprobe is a breakpoint in the binary: every process that maps it takes the trap, also those that
a link's *pid* keeps out. A uretprobe takes the trap at the entry, and another one at the return.

**Rule:** section names are libbpf's: ``uprobe/BINARY:FUNCTION[+OFFSET]``; *pid* −1 is everybody.

**Not modelled:** offsets into a function; binaries looked up in PATH; bare addresses.
"""

from __future__ import annotations

from dataclasses import replace

from sim.base.errors import AttachError
from sim.hooks.target import Target
from sim.kernel.layout import LINK_UPROBE, LINK_URETPROBE

__all__ = ["target", "uretprobe", "with_pid"]


def _site(kind: str, text: str) -> str:
    """Return ``BINARY:FUNCTION``.

    Raises:
        AttachError: The section says no function, or an offset.
    """
    path, _, function = text.rpartition(":")
    if not path or not function:
        raise AttachError(
            f"section '{kind}/{text}' missing ':function[+offset] specification'",
            where=f"{kind}/{text}",
            reason="EINVAL",
            suggestion=f"{kind}/BINARY:FUNCTION",
        )
    name, plus, offset = function.partition("+")
    if not plus:
        return f"{path}:{name}"
    if kind == "uretprobe":
        message = "uretprobes do not support offset specification"
        raise AttachError(message, where=f"{kind}/{text}", reason="EINVAL")
    try:
        is_entry = int(offset, 0) == 0
    except ValueError:
        message = f"invalid format of section definition '{kind}/{text}'"
        raise AttachError(message, where=f"{kind}/{text}", reason="EINVAL") from None
    if not is_entry:
        message = "a uprobe at an offset into a function is not modelled"
        suggestion = "attach to the function's entry"
        raise AttachError(message, where=f"{kind}/{text}", suggestion=suggestion)
    return f"{path}:{name}"


def target(text: str) -> Target:
    """Return where ``uprobe/text`` attaches."""
    return Target("uprobe", _site("uprobe", text), LINK_UPROBE, "hook.chained")


def uretprobe(text: str) -> Target:
    """Return where ``uretprobe/text`` attaches."""
    site = _site("uretprobe", text)
    return Target("uretprobe", site, LINK_URETPROBE, "hook.chained", "hook.uretprobe_return")


def with_pid(wanted: Target, tgid: int) -> Target:
    """Return a uprobe's target for one process only."""
    return replace(wanted, nr=tgid)
