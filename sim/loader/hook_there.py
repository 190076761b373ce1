"""Whether a kernel has the place that a loaded program is to be attached to.

Answers to what ``bpf_program__attach`` finds out after ``BPF_PROG_LOAD`` has succeeded: tracefs
has no such event, kallsyms no such function, the kernel no such link. The messages are libbpf's.

**Rule:** a function is there if the kernel's types have it or its symbol table does; targets that
the types decide (fentry, tp_btf, lsm, iterators) are looked up before the program is loaded.

**Not modelled:** functions that the compiler inlined or split and that the real symbol table has
under another name; modules; anything in user space; who is attached there already.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from sim.base.errors import AttachError
from sim.bpf.btf_types import BtfKind
from sim.bpf.spec import ProgramSpec
from sim.bpf.verifier.spec import Kernel
from sim.kernel.syscall_table import syscalls
from sim.kernel.tracepoints import tracepoint
from sim.versions.features import Feature, who_has

__all__ = ["NoHook", "missing_hook"]

_FUNCTION = re.compile(r"([A-Za-z0-9_.]+)(?:\+(0x[0-9a-fA-F]+|\d+))?")
_RAW = "btf_trace_"
_MULTI = ("kprobe.multi", "kretprobe.multi")


class NoHook(NamedTuple):
    """Why a program cannot be attached: an errno, libbpf's line, and what would help."""

    errno: int
    message: str
    suggestion: str = ""


def missing_hook(
    program: ProgramSpec, kernel: Kernel, kconfig: Mapping[str, int | str] | None = None
) -> NoHook | None:
    """Return why *program* cannot be attached on *kernel*, None if its place is there.

    Args:
        program: The program.
        kernel: The kernel.
        kconfig: Its configuration; unless given, nothing is switched off.
    """
    if program.kind in _MULTI and kconfig is not None and "CONFIG_FPROBE" not in kconfig:
        if Feature.KPROBE_MULTI in kernel.features:
            reason = _strerror(errno.EOPNOTSUPP)
            message = f"prog '{program.name}': failed to attach: {reason}"
            return NoHook(errno.EOPNOTSUPP, message, "a kernel with CONFIG_FPROBE attaches it")
    check = _CHECKS.get(program.kind)
    if check is None or not program.target:
        return None
    return check(program, kernel)


def _strerror(number: int) -> str:
    return os.strerror(number)


def _kprobe(program: ProgramSpec, kernel: Kernel) -> NoHook | None:
    match = _FUNCTION.fullmatch(program.target)
    if match is None:
        message = f"kprobe name is invalid: {program.target}"
        return NoHook(errno.EINVAL, message)
    if _has_function(match[1], kernel):
        return None
    kind = program.kind.removesuffix(".multi")
    offset = int(match[2] or "0", 0)
    return NoHook(
        errno.ENOENT,
        f"prog '{program.name}': failed to create {kind} '{match[1]}+{offset:#x}' perf event: "
        + _strerror(errno.ENOENT),
    )


def _has_function(name: str, kernel: Kernel) -> bool:
    if kernel.btf.find(name, BtfKind.FUNC) is not None:
        return True
    return name in kernel.ksyms or _syscall_of(name) is not None


def _syscall_of(name: str) -> str | None:
    """Return the call that a wrapper (``__x64_sys_read``) is of; not all have types."""
    call = name.removeprefix("__x64_sys_")
    return call if call != name and call in _syscall_names() else None


def _syscall_names() -> frozenset[str]:
    return frozenset(name for row in syscalls() for name in (row.name, row.entry) if name)


def _ksyscall(program: ProgramSpec, kernel: Kernel) -> NoHook | None:
    if program.target in _syscall_names():
        return None
    kind = "kretprobe" if program.kind == "kretsyscall" else "kprobe"
    message = (
        f"prog '{program.name}': failed to create {kind} '__x64_sys_{program.target}+0x0' perf "
        f"event: {_strerror(errno.ENOENT)}"
    )
    return NoHook(errno.ENOENT, message)


def _kprobe_multi(program: ProgramSpec, kernel: Kernel) -> NoHook | None:
    if Feature.KPROBE_MULTI in kernel.features:
        return None
    message = f"prog '{program.name}': failed to attach: {_strerror(errno.EINVAL)}"
    return NoHook(errno.EINVAL, message, who_has(Feature.KPROBE_MULTI))


def _tracepoint(program: ProgramSpec, kernel: Kernel) -> NoHook | None:
    category, _, name = program.target.partition("/")
    try:
        tracepoint(category, name, kernel.release)
    except AttachError:
        # a record that is not declared may still belong to an event that is
        known = category != "syscalls" and _has_raw(name, kernel)
        if not known:
            message = (
                f"failed to determine tracepoint '{program.target}' perf event ID: "
                + _strerror(errno.ENOENT)
            )
            return NoHook(errno.ENOENT, message)
    return None


def _has_raw(name: str, kernel: Kernel) -> bool:
    return kernel.btf.find(_RAW + name, BtfKind.TYPEDEF) is not None


def _raw_tp(program: ProgramSpec, kernel: Kernel) -> NoHook | None:
    if _has_raw(program.target, kernel):
        return None
    reason = _strerror(errno.ENOENT)
    message = f"prog '{program.name}': failed to attach to raw tracepoint '{program.target}': "
    return NoHook(errno.ENOENT, message + reason)


_CHECKS: Mapping[str, Callable[[ProgramSpec, Kernel], NoHook | None]] = {
    "kprobe": _kprobe,
    "kretprobe": _kprobe,
    "ksyscall": _ksyscall,
    "kretsyscall": _ksyscall,
    "kprobe.multi": _kprobe_multi,
    "kretprobe.multi": _kprobe_multi,
    "tracepoint": _tracepoint,
    "raw_tp": _raw_tp,
    "raw_tp.w": _raw_tp,
}
