"""uprobe, uretprobe and their multi forms: probes in user space (kernel/events/uprobes.c).

A uprobe is a breakpoint in the binary: every process that maps it takes the trap, also those that
a link's *pid* keeps out. A uretprobe takes the trap at the entry, and another one at the return.

A multi link is one uprobe at each of its functions; what it saves is time to attach.

**Rule:** section names are libbpf's: ``uprobe/BINARY:FUNCTION[+OFFSET]``, and
``uprobe.multi/BINARY:PATTERN``; *pid* −1 is everybody.

**Not modelled:** bare addresses; a program's own PATH and LD_LIBRARY_PATH.
"""

from __future__ import annotations

from dataclasses import replace

from sim.base.errors import AttachError
from sim.hooks.target import Target
from sim.kernel.layout import LINK_UPROBE, LINK_URETPROBE
from sim.versions.features import Feature

__all__ = ["multi", "target", "uretprobe", "uretprobe_multi", "with_pid"]


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
        places = int(offset, 0)
    except ValueError:
        message = f"invalid format of section definition '{kind}/{text}'"
        raise AttachError(message, where=f"{kind}/{text}", reason="EINVAL") from None
    return f"{path}:{name}+{places:#x}" if places else f"{path}:{name}"


def _multi(kind: str, text: str, link_kind: int, return_price: str = "") -> Target:
    """Return a link at every function that a pattern matches.

    Raises:
        AttachError: The section says no pattern.
    """
    path, _, pattern = text.rpartition(":")
    if not path or not pattern:
        message = f"invalid format of section definition '{kind}/{text}'"
        suggestion = f"{kind}/BINARY:PATTERN"
        raise AttachError(message, where=f"{kind}/{text}", reason="EINVAL", suggestion=suggestion)
    return Target(
        kind,
        text,
        link_kind,
        "hook.chained",
        return_price,
        is_pattern=True,
        needs=Feature.UPROBE_MULTI,
    )


def multi(text: str) -> Target:
    """Return where ``uprobe.multi/text`` attaches."""
    return _multi("uprobe.multi", text, LINK_UPROBE)


def uretprobe_multi(text: str) -> Target:
    """Return where ``uretprobe.multi/text`` attaches."""
    return _multi("uretprobe.multi", text, LINK_URETPROBE, "hook.uretprobe_return")


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
