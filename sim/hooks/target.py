"""Where a program goes: what a hook kind makes of a section's name.

**Rule:** a target knows no machine; `expand` turns a pattern into single places by the functions
that a machine has, and `check_kind` says whether its kernel has the kind at all.

**Not modelled:** targets in kernel modules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from sim.base.errors import AttachError, nearest
from sim.kernel.layout import LINK_RETSESSION
from sim.kernel.tracepoints import tracepoint
from sim.versions.features import Feature, features_of, has_fprobe, who_has

__all__ = ["Program", "Target", "check_kind", "check_target", "expand"]


@dataclass(frozen=True)
class Program:
    """A loaded program: its number, name and section."""

    index: int
    name: str
    section: str
    nr_insns: int


@dataclass(frozen=True)
class Target:
    """Where a program is to be attached, as its hook kind understands its section."""

    kind: str  # libbpf's name: kprobe, tracepoint, fentry, …
    site: str
    link_kind: int
    price: str
    return_price: str = ""
    nr: int = -1
    maxactive: int = 0
    text: str = ""  # what was asked for, where it is not the site's name
    offset: int = 0  # kprobe: how far inside of the function
    is_pattern: bool = False  # its site is a pattern of functions' names
    pattern: str = ""  # what a part of a pattern's link comes from
    needs: Feature | None = None  # what the kernel must have

    @property
    def hook(self) -> str:
        """The hook's name in results: ``kprobe:vfs_read``, ``tracepoint:CATEGORY:NAME``."""
        return f"{self.kind}:{self.text or self.site}"


def check_kind(kind: str, needs: Feature | None, kernel: str, preset: str) -> None:
    """Refuse a kind of hook that a kernel lacks.

    Args:
        kind: libbpf's name.
        needs: What it takes, None for nothing.
        kernel: The simulated kernel.
        preset: Its configuration.

    Raises:
        AttachError: With the errno of the kernel's bpf(BPF_LINK_CREATE).
    """
    if needs is None:
        return
    if needs not in features_of(kernel):
        raise AttachError(
            f"{kind} cannot be attached on Linux {kernel} (EINVAL)",
            reason=f"this kernel does not have {needs.value.what}",
            suggestion=who_has(needs),
        )
    if not has_fprobe(kernel, preset):
        raise AttachError(
            f"{kind} cannot be attached on Linux {kernel} as Debian configures it (EOPNOTSUPP)",
            reason="CONFIG_FPROBE is off",
            suggestion="machine.config: upstream, or machine.kernel: 6.12",
        )


def check_target(target: Target, kernel: str, preset: str) -> None:
    """Refuse a place that a kernel lacks; whether it has a function is known to its sites.

    Raises:
        AttachError: It has no such kind of hook, or no such tracepoint.
    """
    check_kind(target.kind, target.needs, kernel, preset)
    if target.kind == "tracepoint":
        category, _, name = (target.text or target.site).partition(":")
        tracepoint(category, name, kernel)


def _return_half(part: Target) -> Target:
    return replace(
        part,
        kind="kretprobe.session",
        link_kind=LINK_RETSESSION,
        return_price="hook.kretprobe_multi_return",
    )


def expand(wanted: Target, names: Iterable[str]) -> list[Target]:
    """Return the single places that a target stands for, in the order of *names* of sites.

    Raises:
        AttachError: No function matches the pattern.
    """
    if not wanted.is_pattern:
        return [wanted]
    functions = [name for name in names if ":" not in name and "%" not in name]
    parts = []
    for name in functions:
        if fnmatchcase(name, wanted.site):
            part = replace(wanted, site=name, is_pattern=False, pattern=wanted.site)
            parts += [part, _return_half(part)] if wanted.kind == "kprobe.session" else [part]
    if not parts:
        raise AttachError(
            f"no function matches {wanted.site!r} (ENOENT)",
            suggestion=nearest(wanted.site.strip("*?"), functions),
        )
    return parts
