"""kprobe: a probe at a function's entry (kernel/kprobes.c, kernel/trace/trace_kprobe.c).

At a function's entry the probe is ftrace-based on x86-64; inside of a function it is a breakpoint,
which becomes a jump unless ``debug.kprobes-optimization`` is off or another probe lies in the five
bytes that the jump takes. While one kprobe handler runs on a
CPU, another one's hit there is missed (``kprobe_running``); a program is missed while another
perf-attached program runs on the CPU (``bpf_prog_active``).

**Rule:** section names are libbpf's: ``kprobe/FUNCTION`` or ``kprobe/FUNCTION+OFFSET``.

**Not modelled:** instructions: every offset begins one, each of them can be run out of line
(a breakpoint is boosted, none is single-stepped) and replaced by a jump.
"""

from __future__ import annotations

from sim.base.errors import AttachError
from sim.hooks.target import Target
from sim.kernel.kallsyms import FUNCTION_BYTES
from sim.kernel.layout import LINK_KPROBE
from sim.kernel.sites import inside

__all__ = ["target"]


def target(text: str) -> Target:
    """Return where ``kprobe/text`` attaches.

    Raises:
        AttachError: The offset is none.
    """
    function, plus, offset = text.partition("+")
    if plus:
        return _at_offset(function, offset)
    return Target("kprobe", text, LINK_KPROBE, "hook.kprobe_ftrace")


def _at_offset(function: str, offset: str) -> Target:
    try:
        value = int(offset, 0)
    except ValueError:
        value = -1
    if not 0 <= value < FUNCTION_BYTES:
        raise AttachError(
            f"{offset!r} is no offset into a function (EINVAL)",
            where=f"kprobe/{function}+{offset}",
            reason=f"a function of this kernel has {FUNCTION_BYTES} bytes",
        )
    if value == 0:
        return target(function)
    return Target(
        "kprobe",
        inside(function),
        LINK_KPROBE,
        "hook.kprobe_optimised",
        offset=value,
        text=f"{function}+{value:#x}",
    )
