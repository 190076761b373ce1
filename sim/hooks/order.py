"""In which order the links of a site run: groups of them, as the kernel's users of a function.

Answers to ``ftrace_ops_list_func``, ``add_new_kprobe``, ``bpf_trampoline_link_prog`` and
``tracepoint_probe_register``, whose orders were taken from running kernels
(tests/hooks/answers-*.json).

At a function's entry ftrace's users come latest first. All kprobes of the machine are one user,
as old as the first of them; each multi-attached link is another. Among the kprobes of a function
the latest comes first. Then comes the trampoline: fentry programs, then fmod_ret ones, the latest
first; then the programs of the security hook. At its return fexit programs come first, the latest
of them first, and then return probes in the opposite order of the entry's.

The probes at a function of user space come latest first, at its return too.

A tracepoint's probes come in the order of their registration; the programs that were attached
through perf are one probe, as old as the first of them.

**Rule:** links of one group share the price of a hit: the first pays for the way to it.

**Not modelled:** priorities of tracepoint probes; ftrace's list call with several users.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.kernel import layout as k

__all__ = ["Placed", "entry_order", "group_of", "return_order"]

(
    _KPROBE,
    _TRAMPOLINE,
    _SECURITY,
    _PERF,
    _PERF_SYSCALLS,
    _RAW,
    _USER,
    _FIRST_MULTI,
) = range(8)
_OF_KIND = {
    k.LINK_KPROBE: _KPROBE,
    k.LINK_KRETPROBE: _KPROBE,
    k.LINK_FENTRY: _TRAMPOLINE,
    k.LINK_FMOD_RET: _TRAMPOLINE,
    k.LINK_FEXIT: _TRAMPOLINE,
    k.LINK_TRACEPOINT: _PERF,
    k.LINK_SYSCALL: _PERF,
    k.LINK_RAW_TP: _RAW,
}
_RETURNS = (k.LINK_KRETPROBE, k.LINK_FEXIT, k.LINK_RETMULTI, k.LINK_RETSESSION)
_TRAMPOLINE_ORDER = (k.LINK_FENTRY, k.LINK_FMOD_RET, k.LINK_FEXIT)


@dataclass(frozen=True)
class Placed:
    """A link at a site.

    Attributes:
        index: Its number.
        kind: LINK_….
        group: What `group_of` said.
        since: When its group began to use the site's kind of hook, as a count.
        installed: When it was installed itself.
        offset: How far inside of the function it is.
    """

    index: int
    kind: int
    group: int
    since: int
    installed: int
    offset: int = 0


def group_of(
    kind: int, owner: int, *, of_syscall: bool = False, is_lsm: bool = False, offset: int = 0
) -> int:
    """Return a link's group.

    Args:
        kind: LINK_….
        owner: The first part of its multi link, or the link itself.
        of_syscall: Whether it is at one system call's tracepoint.
        is_lsm: Whether it is at a security hook.
        offset: How far inside of the function it is; each place is hit by itself.
    """
    if offset:
        return -offset
    if kind in (k.LINK_UPROBE, k.LINK_URETPROBE):
        return _USER
    if kind >= k.LINK_MULTI:
        return _FIRST_MULTI + owner
    if is_lsm:
        return _SECURITY
    return _PERF_SYSCALLS if of_syscall else _OF_KIND[kind]


def _entry_key(link: Placed) -> tuple[int, ...]:
    if link.group == _SECURITY:
        return (2, -link.installed)
    if link.group == _TRAMPOLINE:
        return (1, _TRAMPOLINE_ORDER.index(link.kind), -link.installed)
    # a session's entry half comes before its return half
    own = -link.installed if link.group <= _KPROBE or link.group == _USER else link.installed
    return (0, link.offset, -link.since, own)


def entry_order(links: Sequence[Placed], *, is_function: bool) -> list[int]:
    """Return the numbers of a site's links in the order in which they run."""
    if is_function:
        return [link.index for link in sorted(links, key=_entry_key)]
    first: dict[int, int] = {}
    for link in sorted(links, key=lambda one: one.installed):
        if link.group != _RAW:
            first.setdefault(link.group, link.installed)

    def key(link: Placed) -> tuple[int, int]:
        return first.get(link.group, link.installed), link.installed

    return [link.index for link in sorted(links, key=key)]


def return_order(links: Sequence[Placed]) -> list[int]:
    """Return the numbers of a function's links that run at its return, in their order."""
    exits = [link for link in links if link.kind == k.LINK_FEXIT]
    probes = [link for link in links if link.kind in _RETURNS and link.kind != k.LINK_FEXIT]
    exits.sort(key=lambda link: -link.installed)
    probes.sort(key=_entry_key, reverse=True)
    users = [link for link in links if link.kind == k.LINK_URETPROBE]
    users.sort(key=_entry_key)
    return [link.index for link in (*exits, *probes, *users)]
