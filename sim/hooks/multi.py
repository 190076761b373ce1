"""kprobe.multi, kretprobe.multi, kprobe.session: one link at many functions (fprobe.c).

The functions come from a pattern with ``*`` and ``?``. Each of them is a part of the link; all
parts share one pool of return instances, 2 × CPUs × functions, and a call that finds it empty is
missed, a session's entry half with it. A cookie belongs to its function, whatever the order in
which functions and cookies are given.

A session's program runs at entry and at return; when it returns another value than 0 at entry,
the return is left out (counted as filtered).

**Rule:** a program is missed while another perf-attached one runs on the CPU
(``bpf_prog_active``); ``kprobe_running`` does not concern it.

**Not modelled:** attaching by addresses; the kernel functions ``bpf_session_cookie`` and
``bpf_session_is_return``; ftrace's recursion lock, which no path here can find taken: nothing
hits a function of its own level while one of its users runs.
"""

from __future__ import annotations

import re

from sim.base.errors import AttachError
from sim.hooks.target import Target
from sim.kernel.layout import LINK_MULTI, LINK_RETMULTI, LINK_SESSION
from sim.versions.features import Feature

__all__ = ["kretprobe_multi", "session", "target"]

_PATTERN = re.compile(r"[a-zA-Z0-9_.*?]+")


def _checked(kind: str, text: str) -> str:
    if not _PATTERN.fullmatch(text):
        raise AttachError(
            f"{kind} pattern is invalid: {text!r} (EINVAL)",
            where=f"{kind}/{text}",
            reason="a pattern has letters, digits, _, ., * and ?",
        )
    return text


def target(text: str) -> Target:
    """Return where ``kprobe.multi/text`` attaches."""
    return Target(
        "kprobe.multi",
        _checked("kprobe.multi", text),
        LINK_MULTI,
        "hook.kprobe_multi",
        is_pattern=True,
        needs=Feature.KPROBE_MULTI,
    )


def kretprobe_multi(text: str) -> Target:
    """Return where ``kretprobe.multi/text`` attaches."""
    return Target(
        "kretprobe.multi",
        _checked("kretprobe.multi", text),
        LINK_RETMULTI,
        "hook.kprobe_multi",
        "hook.kretprobe_multi_return",
        is_pattern=True,
        needs=Feature.KPROBE_MULTI,
    )


def session(text: str) -> Target:
    """Return where ``kprobe.session/text`` attaches."""
    return Target(
        "kprobe.session",
        _checked("kprobe.session", text),
        LINK_SESSION,
        "hook.kprobe_multi",
        is_pattern=True,
        needs=Feature.KPROBE_SESSION,
    )
