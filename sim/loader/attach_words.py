"""What libbpf prints when a kernel has no such place to attach to.

Answers to the warnings of libbpf's ``bpf_program__attach`` and, for programs whose place is a BTF
type, of ``bpf_object__load``, where they are refused.

**Rule:** the first line is libbpf's; what is missing, and what is there instead, comes below it.

**Not modelled:** the ``libbpf:`` before each line and the lines that follow from the first one.
"""

from __future__ import annotations

import errno
import os

from sim.base.errors import AttachError, MissingHookError
from sim.bpf.spec import ProgramSpec

__all__ = ["in_libbpf_words"]

_OF_TYPES = ("fentry", "fexit", "fmod_ret", "lsm", "tp_btf")
_MISSING = os.strerror(errno.ENOENT)


def in_libbpf_words(error: AttachError, program: ProgramSpec, where: str) -> AttachError:
    """Say of an error which program it is about, and in libbpf's words what it could not do.

    Args:
        error: What a hook kind, or a machine's sites, said.
        program: The program.
        where: Object, program and section.
    """
    if error.where == where:
        return error
    error.reason = error.reason or error.where
    error.where = where
    line = _line(program) if isinstance(error, MissingHookError) else ""
    if line:
        reason = f" ({error.reason})" if error.reason else ""
        error.reason = error.problem + reason
        error.problem = line
        error.args = (line,)
    return error


def _line(program: ProgramSpec) -> str:
    """Return libbpf's line, "" for a kind whose place is in user space."""
    kind, target = program.kind, program.target
    if kind in _OF_TYPES:
        return f"prog '{program.name}': failed to find kernel BTF type ID of '{target}': -3"
    if kind in ("raw_tp", "raw_tracepoint", "raw_tp.w"):
        return f"prog '{program.name}': failed to attach to raw tracepoint '{target}': {_MISSING}"
    if kind in ("tp", "tracepoint"):
        category, _, name = target.replace(":", "/").partition("/")
        return f"failed to determine tracepoint '{category}/{name}' perf event ID: {_MISSING}"
    if kind in ("kprobe", "kretprobe", "ksyscall", "kretsyscall"):
        function, _, offset = target.partition("+")
        if "syscall" in kind:
            function = f"__x64_sys_{function}"
        probe = kind.replace("syscall", "probe")
        place = f"{function}+{int(offset or '0', 0):#x}"
        return f"prog '{program.name}': failed to create {probe} '{place}' perf event: {_MISSING}"
    return ""
