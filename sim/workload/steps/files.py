"""Steps on names of files: making, removing, asking.

**Rule:** the file is one of the workload's, chosen as ``openat`` chooses it.

**Not modelled:** that a removed file is gone: names are drawn from the same set for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sim.workload.steps.registry import Arg, step

if TYPE_CHECKING:
    from sim.workload.emit import Emitter

__all__: list[str] = []

_O_CREAT_WRONLY_TRUNC = 0o1101
_REPEAT = Arg("count", "how many times in a row", 1)


def _pick(e: Emitter) -> None:
    e.op("pick_file", e.index)
    e.set("mode", 0o100644)
    e.set("dir", e.object("inode", i_ino=2))


@step("create", repeat=_REPEAT)
def _create(e: Emitter, args: Mapping[str, Any]) -> None:
    """Make a file and open it (creat)."""
    with e.repeated(args["repeat"]):
        _pick(e)
        e.copy("a0", "filename")
        e.set("a1", _O_CREAT_WRONLY_TRUNC)
        e.set("missing", 0)
        e.syscall("creat")


@step("unlink", repeat=_REPEAT)
def _unlink(e: Emitter, args: Mapping[str, Any]) -> None:
    """Remove a file's name."""
    with e.repeated(args["repeat"]):
        _pick(e)
        e.copy("a0", "filename")
        e.syscall("unlink")


@step("mkdir")
def _mkdir(e: Emitter, args: Mapping[str, Any]) -> None:
    """Make a directory."""
    _pick(e)
    e.copy("a0", "filename")
    e.set("a1", 0o755)
    e.syscall("mkdir")


@step("rename")
def _rename(e: Emitter, args: Mapping[str, Any]) -> None:
    """Give a file another name."""
    _pick(e)
    e.set("rd", e.object("renamedata"))
    e.copy("a0", "filename")
    e.copy("a1", "filename")
    e.syscall("rename")


@step("stat", repeat=_REPEAT)
def _stat(e: Emitter, args: Mapping[str, Any]) -> None:
    """Ask for a file's attributes by name (newfstatat)."""
    with e.repeated(args["repeat"]):
        _pick(e)
        e.set("a0", -100)
        e.copy("a1", "filename")
        e.copy("a2", "buf")
        e.set("a3", 0)
        e.syscall("newfstatat")


@step("statfs")
def _statfs(e: Emitter, args: Mapping[str, Any]) -> None:
    """Ask for a file system's figures."""
    _pick(e)
    e.copy("a0", "filename")
    e.copy("a1", "buf")
    e.syscall("statfs")


@step(
    "mount",
    source=Arg("text", "what is mounted"),
    target=Arg("text", "where"),
    type=Arg("text", "which file system", "ext4"),
)
def _mount(e: Emitter, args: Mapping[str, Any]) -> None:
    """Mount a file system, and take it away again."""
    for i, name in enumerate(("source", "target", "type")):
        e.set(f"a{i}", e.user_text(args[name]))
    e.set("a3", 0)
    e.set("a4", 0)
    e.syscall("mount")
    e.set("a0", e.user_text(args["target"]))
    e.set("a1", 0)
    e.syscall("umount2")
