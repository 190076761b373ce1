"""ksyscall, kretsyscall: a kprobe at a system call's function, by the call's name (libbpf).

**Rule:** the name is the system call's own (``nanosleep``); on x86-64 its function is
``__x64_sys_NAME`` and takes the caller's registers.

**Not modelled:** kernels without system call wrappers.
"""

from __future__ import annotations

from dataclasses import replace

from sim.hooks import kprobe, kretprobe
from sim.hooks.target import Target

__all__ = ["kretsyscall", "target"]


def target(text: str) -> Target:
    """Return where ``ksyscall/text`` attaches."""
    return replace(kprobe.target(f"__x64_sys_{text}"), kind="ksyscall", text=text)


def kretsyscall(text: str) -> Target:
    """Return where ``kretsyscall/text`` attaches."""
    return replace(kretprobe.target(f"__x64_sys_{text}"), kind="kretsyscall", text=text)
