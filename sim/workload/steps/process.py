"""Steps that begin and end processes.

**Rule:** a child does its own steps beside its parent, and then ends; the request goes on when
the parent has waited for it, or at once.

**Not modelled:** threads made during a run; what a child shares with its parent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sim.workload.steps.registry import Arg, step

if TYPE_CHECKING:
    from sim.workload.emit import Emitter

__all__: list[str] = []

_CLONE_FLAGS = 0x1200011  # CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID | SIGCHLD


@step(
    "spawn",
    exec=Arg("text", "program that the child executes"),
    args=Arg("texts", "its arguments", ()),
    steps=Arg("steps", "what the child does", ()),
    wait=Arg("flag", "whether the parent waits for its end", True),
    status=Arg("integer", "the child's exit status", 0),
)
def _spawn(e: Emitter, args: Mapping[str, Any]) -> None:
    """Fork a child that executes a program."""
    over = e.op("jump", 0)
    entry = e.here()
    e.begin_child()
    _exec(e, args)
    e.steps(args["steps"])
    e.set("code", args["status"] << 8)
    e.set("a0", args["status"])
    e.enter("exit_group")
    e.end_child()
    e.land(over)
    e.set("entry", entry)
    e.set("clone_flags", _CLONE_FLAGS)
    e.set("a0", _CLONE_FLAGS)
    e.syscall("clone")
    if args["wait"]:
        e.copy("a0", "child_pid")
        refused = e.op("brneg", e.variable("ret"), 0)
        e.syscall("wait4")
        e.land(refused, 2)


def _exec(e: Emitter, args: Mapping[str, Any]) -> None:
    """The child's exec: file name, argument vector in user memory, new name."""
    path = args["exec"]
    name = path.rsplit("/", 1)[-1].encode()[:15].ljust(16, b"\0")
    e.set("exec_lo", int.from_bytes(name[:8], "little", signed=True))
    e.set("exec_hi", int.from_bytes(name[8:], "little", signed=True))
    e.set("a0", e.user_text(path))
    e.set("a1", e.user_vector([path, *args["args"]]))
    e.set("a2", 0)
    e.copy("old_pid", "pid")
    e.syscall("execve")
