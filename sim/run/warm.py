"""Compiling the engine on a first start, on two CPUs.

What is compiled falls into two halves that hardly share anything: the path engine, and the BPF
machine with the hooks' dispatcher. On a cold cache a child process compiles the second while
this one compiles the first; both write to the same cache, where the loser of a race for a
shared function's entry only costs a later start a few milliseconds.

**Rule:** nothing depends on the child: without it this process compiles everything itself.

**Not modelled:** nothing of the kernel; this is start-up.
"""

from __future__ import annotations

import importlib
import subprocess
import sys

from sim.base.compile import is_cache_warm, mark_cache_warm

__all__ = ["compile_engine"]

_HERE = ("sim.kernel.loop",)
_CHILD = "import sim.bpf.interp, sim.bpf.helpers, sim.hooks.dispatch"


def compile_engine() -> None:
    """Compile, or load, everything that runs need."""
    child = None
    if not is_cache_warm():
        command = [sys.executable, "-c", _CHILD]
        try:
            child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except OSError:
            child = None
    try:
        for module in _HERE:
            importlib.import_module(module)
        if child is not None:
            child.wait()
            mark_cache_warm()
    finally:
        if child is not None and child.poll() is None:  # interrupted: do not wait for it
            child.kill()
            child.wait()
