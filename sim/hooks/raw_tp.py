"""raw_tp and tp_btf: a program on a tracepoint's own arguments (bpf_raw_tracepoint_open).

**Rule:** the context is what the tracepoint was called with, a 64-bit word each; no record is
made. Nothing but the same program on the same CPU keeps it from running.

**Not modelled:** writing to a tracepoint's argument (``raw_tp.w``): none here is writable.
"""

from __future__ import annotations

from sim.base.errors import MissingHookError, nearest
from sim.hooks.target import Target
from sim.kernel.layout import LINK_RAW_TP
from sim.kernel.tracepoints import tracepoint_names

__all__ = ["target", "tp_btf"]


def target(text: str) -> Target:
    """Return where ``raw_tp/text`` attaches: the tracepoint of that name, whatever its group."""
    return _target("raw_tp", text)


def tp_btf(text: str) -> Target:
    """Return where ``tp_btf/text`` attaches."""
    return _target("tp_btf", text)


def _target(kind: str, text: str) -> Target:
    by_name = {
        full.partition(":")[2]: full
        for full in tracepoint_names()
        if not full.startswith("syscalls:")
    }
    if text not in by_name:
        raise MissingHookError(
            f"there is no tracepoint {text!r} in the simulated kernel",
            suggestion=nearest(text, by_name),
        )
    return Target(kind, by_name[text], LINK_RAW_TP, "hook.raw_tp", text=text)
