"""kretprobe: a probe at a function's return (kernel/kprobes.c).

The entry handler takes an instance from the probe's pool of *maxactive* (default
max(10, 2 × CPUs)); when the pool is empty the call is missed (``nmissed``). A task that sleeps
inside the function keeps its instance.

**Rule:** a hit is an entry; it becomes a run at the return.

**Not modelled:** entry handlers of perf's own; rethook's lock-free pool order.
"""

from __future__ import annotations

from sim.hooks.target import Target
from sim.kernel.layout import LINK_KRETPROBE

__all__ = ["target"]


def target(text: str, maxactive: int = 0) -> Target:
    """Return where ``kretprobe/text`` attaches; *maxactive* 0 is the kernel's default."""
    return Target(
        "kretprobe",
        text,
        LINK_KRETPROBE,
        "hook.kretprobe_entry",
        "hook.kretprobe_return",
        maxactive=maxactive,
    )
