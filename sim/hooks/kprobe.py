"""kprobe: a probe at a function's entry (kernel/kprobes.c, kernel/trace/trace_kprobe.c).

At a function's entry the probe is ftrace-based on x86-64. While one kprobe handler runs on a
CPU, another one's hit there is missed (``kprobe_running``); a program is missed while another
perf-attached program runs on the CPU (``bpf_prog_active``).

**Rule:** section names are libbpf's: ``kprobe/FUNCTION``.

**Not modelled:** probes at an offset into a function, their breakpoint and jump-optimised
forms.
"""

from __future__ import annotations

from sim.base.errors import AttachError
from sim.hooks.target import Target
from sim.kernel.layout import LINK_KPROBE

__all__ = ["target"]


def target(text: str) -> Target:
    """Return where ``kprobe/text`` attaches.

    Raises:
        AttachError: An offset is asked for.
    """
    if "+" in text:
        raise AttachError(
            "a kprobe at an offset into a function is not modelled",
            where=f"kprobe/{text}",
            suggestion="attach to the function's entry",
        )
    return Target("kprobe", text, LINK_KPROBE, "hook.kprobe_ftrace")
