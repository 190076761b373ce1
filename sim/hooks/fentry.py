"""fentry, fexit, fmod_ret: programs in a function's trampoline (kernel/bpf/trampoline.c).

The context holds the function's arguments as 64-bit words, then the return value, and before
them how many arguments there are. An fmod_ret program that returns something else than 0 answers
for the function: its body and the programs behind are left out.

**Rule:** nothing but the same program on the same CPU keeps it from running.

**Not modelled:** arguments beyond the sixth; the limit of 38 programs a trampoline.
"""

from __future__ import annotations

from sim.hooks.target import Target
from sim.kernel.layout import LINK_FENTRY, LINK_FEXIT, LINK_FMOD_RET

__all__ = ["fexit", "fmod_ret", "lsm", "target"]


def target(text: str) -> Target:
    """Return where ``fentry/text`` attaches."""
    return Target("fentry", text, LINK_FENTRY, "hook.fentry")


def fexit(text: str) -> Target:
    """Return where ``fexit/text`` attaches."""
    return Target("fexit", text, LINK_FEXIT, "hook.fexit")


def fmod_ret(text: str) -> Target:
    """Return where ``fmod_ret/text`` attaches."""
    return Target("fmod_ret", text, LINK_FMOD_RET, "hook.fmod_ret")


def lsm(text: str) -> Target:
    """Return where ``lsm/text`` attaches: the security hook of that name."""
    return Target("lsm", f"security_{text}", LINK_FMOD_RET, "hook.fmod_ret", text=text)
