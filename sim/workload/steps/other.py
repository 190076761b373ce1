"""Steps that belong to no larger subsystem: any system call by name, signals, frequencies.

**Rule:** a system call that no path says more of costs ``path.default``, and `takes` if given.

**Not modelled:** what such a system call would do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sim.workload.steps.registry import Arg, step

if TYPE_CHECKING:
    from sim.workload.emit import Emitter

__all__: list[str] = []

_TASK_SIGNAL, _PROCESS_SIGNAL = 0, 1
_SIGNAL_DELIVERED = 0


@step(
    "syscall",
    name=Arg("text", "which"),
    ret=Arg("integer", "what it returns", 0),
    takes=Arg("time", "how long it takes beyond entry and exit", None),
    repeat=Arg("count", "how many times in a row", 1),
)
def _syscall(e: Emitter, args: Mapping[str, Any]) -> None:
    """Make any system call of the machine."""
    with e.repeated(args["repeat"]):
        for i in range(6):
            e.set(f"a{i}", 0)
        e.syscall(args["name"], ret=args["ret"], takes=args["takes"])


@step(
    "kill",
    signal=Arg("integer", "its number", 15),
    errno=Arg("integer", "the error that it meets, 0 for none", 0),
    thread=Arg("flag", "send it to one thread (tgkill)", False),
)
def _kill(e: Emitter, args: Mapping[str, Any]) -> None:
    """Send a signal to the task's own process, which ignores it."""
    e.copy("t", "task")
    e.set("sig", args["signal"])
    e.set("errno", -args["errno"])
    e.set("code", 0)
    e.set("group", int(not args["thread"]))
    e.set("result", _SIGNAL_DELIVERED)
    e.copy("a0", "tgid")
    e.set("a1", args["signal"])
    if args["thread"]:
        e.copy("a1", "pid")
        e.set("a2", args["signal"])
        e.syscall("tgkill")
    else:
        e.syscall("kill")


@step("cpu_frequency", khz=Arg("integer", "the new frequency, kHz"))
def _cpu_frequency(e: Emitter, args: Mapping[str, Any]) -> None:
    """Let the governor change the frequency of this CPU (times stay as they are)."""
    e.set("freq", args["khz"])
    e.trap("cpufreq_update")


@step("md_flush")
def _md_flush(e: Emitter, args: Mapping[str, Any]) -> None:
    """Flush a RAID device."""
    e.set("bio", e.object("bio"))
    e.trap("md_flush_request")
