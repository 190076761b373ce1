"""Whether every program of an object has a place to be attached to, before a machine exists.

Answers to what ``bpf_program__attach`` is told by the kernel: ``-ENOENT`` for a function or a
tracepoint that is not there. Functions and tracepoints are data: a hook that is there is found in
the files of paths alone. Only for one that seems not to be are the hook kinds asked, which load the
engine's modules; they have the last word, and the words.

**Rule:** what is refused here is what `sim.loader.load` refuses, in the same words; a test holds
the two together.

**Not modelled:** what depends on the machine's memory or on other links.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from sim.base.errors import AttachError, MissingHookError, nearest
from sim.bpf.spec import ObjectSpec, ProgramSpec
from sim.kernel.path_files import merged, path_files
from sim.kernel.syscall_table import syscalls
from sim.kernel.tracepoints import tracepoint
from sim.loader.attach_words import in_libbpf_words

__all__ = ["find_site", "is_plainly_there", "missing_hook", "site_names"]

_SITE = re.compile(r"\bsite (\w+:\w+)")


@cache
def _plain_names(kernel: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the functions and the tracepoints that the files of paths name."""
    roots = path_files(kernel)
    functions, entries = merged(roots, "functions"), merged(roots, "entries")
    silent = (name for root in roots for name in root.get("silent", ()))
    calls = (f"__x64_sys_{row.entry}" for row in syscalls() if row.entry)
    return frozenset((*functions, *silent, *calls)), frozenset(
        _SITE.findall(f"{functions} {entries}")
    )


def is_plainly_there(kind: str, target: str, kernel: str) -> bool:
    """Say whether a hook is certainly there; where this says no, it may still be."""
    functions, tracepoints = _plain_names(kernel)
    if kind in ("kprobe", "kretprobe"):
        return target in functions
    category, _, name = target.partition("/")
    if kind != "tracepoint" or not name:
        return False
    if category != "syscalls":
        return f"{category}:{name}" in tracepoints
    try:
        tracepoint(category, name, kernel)
    except AttachError:
        return False
    return True


@cache
def site_names(kernel: str) -> frozenset[str]:
    """Return the name of every site of the simulated kernel, without a machine."""
    from sim.kernel.sites import SYS_ENTER, SYS_EXIT

    functions, tracepoints = _plain_names(kernel)
    parts = (f"{name}%{part}" for name in functions for part in ("return", "inside"))
    return frozenset((*functions, *parts, SYS_ENTER, SYS_EXIT, *tracepoints))


def find_site(name: str, kernel: str, user: Collection[str] = ()) -> None:
    """Refuse a site that is not there.

    Raises:
        MissingHookError: There is none.
    """
    if name not in site_names(kernel) and name not in user:
        raise MissingHookError(
            f"this kernel has nothing to hook called {name!r}",
            where=f"simulated Linux {kernel}",
            suggestion=nearest(name, (n for n in (*site_names(kernel), *user) if "%" not in n)),
        )


def missing_hook(
    spec: ObjectSpec, program: ProgramSpec, kernel: str, user: Collection[str] = ()
) -> AttachError | None:
    """Return why a program cannot be attached, or None when its hook is there.

    Args:
        spec: The object.
        program: Its program.
        kernel: The simulated kernel.
        user: The functions of user space that there are.
    """
    if is_plainly_there(program.kind, program.target, kernel):
        return None
    from sim.hooks.kinds import parse_target
    from sim.hooks.target import expand

    hook = f"{program.kind}/{program.target}"
    where = f"{spec.name}: program {program.name!r}, {hook}"
    try:
        target = parse_target(program.kind, program.target, where)
        for part in expand(target, (*sorted(site_names(kernel)), *user)):
            find_site(part.site, kernel, user)
    except AttachError as error:
        return in_libbpf_words(error, program, where)
    return None
