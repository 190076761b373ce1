"""Where a program goes: what a hook kind makes of a section's name.

**Rule:** a target knows no machine; `expand` turns a pattern into single places by the functions
that a machine has, and `check_kind` says whether its kernel has the kind at all.

**Not modelled:** targets in kernel modules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from sim.base.errors import AttachError, nearest
from sim.kernel.layout import LINK_RETSESSION, LINK_UPROBE, LINK_URETPROBE
from sim.kernel.tracepoints import tracepoint
from sim.versions.features import Feature, features_of, has_fprobe, who_has

__all__ = ["Choice", "Program", "Target", "check_kind", "check_target", "expand"]

_PROGRAM_FOLDERS = ("/usr/bin", "/usr/sbin", "/bin", "/sbin")
_LIBRARY_FOLDERS = ("/usr/lib64", "/usr/lib", "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu")


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
    is_usdt: bool = False  # its site is BINARY:PROVIDER:NAME
    attach_price: str = ""  # where it is not its kind's
    needs: Feature | None = None  # what the kernel must have

    @property
    def hook(self) -> str:
        """The hook's name in results: ``kprobe:vfs_read``, ``tracepoint:CATEGORY:NAME``."""
        return f"{self.kind}:{self.text or self.site}"


@dataclass(frozen=True)
class Choice:
    """What a tool chooses when it attaches a program, beside the place.

    Args:
        tgid: The only process that a user-space probe is for; −1: all of them.
        cookie: What ``bpf_get_attach_cookie`` gives.
        cookies: The same by function's name, for a link at many places.
    """

    tgid: int = -1
    cookie: int = 0
    cookies: Mapping[str, int] = field(default_factory=dict)


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
    if needs is not Feature.UPROBE_MULTI and not has_fprobe(kernel, preset):
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


def _binary(wanted: Target, path: str, known: Iterable[str]) -> str:
    """Return the binary that a path names, looked up as libbpf does when it has no slash.

    Raises:
        AttachError: There is none.
    """
    binaries = list(dict.fromkeys(name.rpartition(":")[0] for name in known))
    found = [one for one in binaries if one == path]
    if "/" not in path:
        folders = _LIBRARY_FOLDERS if ".so" in path else _PROGRAM_FOLDERS
        places = [f"{folder}/{path}" for folder in folders]
        found = [place for place in places if place in binaries]
        if not found:
            raise AttachError(
                f"failed to resolve full path for '{path}': -ENOENT",
                where=wanted.hook,
                reason="looked for in " + ", ".join(folders),
                suggestion=nearest(path, binaries) or "declare it: `machine.binaries`",
            )
    if not found:
        raise AttachError(
            f"elf: failed to open {path}: No such file or directory",
            where=wanted.hook,
            reason="ENOENT: no process has it",
            suggestion=nearest(path, binaries) or "declare it: `machine.binaries`",
        )
    return found[0]


def _expand_user(wanted: Target, known: Sequence[str]) -> list[Target]:
    """Return the places in user space that a target stands for.

    Raises:
        AttachError: There is no such binary or function.
    """
    path, _, name = wanted.site.rpartition(":")
    path = _binary(wanted, path, known)
    functions = [n.rpartition(":")[2] for n in known if n.rpartition(":")[0] == path]
    functions = [n for n in functions if "%" not in n]
    if not wanted.is_pattern:
        if name not in functions:
            symbol, _, offset = name.partition("+")
            raise AttachError(
                f"elf: failed to find symbol '{symbol}' in '{path}'"
                if symbol not in functions
                else f"'{symbol}' in '{path}' has no instruction at +{offset}",
                where=wanted.hook,
                reason="ENOENT" if symbol not in functions else "EINVAL",
                suggestion=nearest(name, functions),
            )
        return [replace(wanted, site=f"{path}:{name}")]
    parts = [n for n in functions if "+" not in n and fnmatchcase(n, name.replace("[", "[[]"))]
    if not parts:
        raise AttachError(
            f"elf: failed to resolve pattern '{name}' in '{path}'",
            where=wanted.hook,
            reason="ENOENT",
            suggestion=nearest(name.strip("*?"), functions),
        )
    places = [f"{path}:{part}" for part in parts]
    return [replace(wanted, site=p, is_pattern=False, pattern=wanted.site) for p in places]


def _expand_usdt(wanted: Target, known: Sequence[str]) -> list[Target]:
    """Return the places of a USDT probe, in the order of the file.

    Raises:
        AttachError: There is no such binary or probe.
    """
    path, provider, probe = wanted.site.split(":")
    path = _binary(wanted, path, [name for name in known if name.count(":") == 1])
    plain = [name for name in known if name.startswith(f"{path}:") and "@" in name]
    plain = [name for name in plain if "%" not in name]
    found = [name for name in plain if name.startswith(f"{path}:{provider}:{probe}@")]
    if not found:
        probes = list(dict.fromkeys(n.partition(":")[2].partition("@")[0] for n in plain))
        what = f"usdt: failed to find USDT '{provider}:{probe}' in '{path}'"
        hint = nearest(f"{provider}:{probe}", probes) or ", ".join(probes[:8])
        raise AttachError(what, where=wanted.hook, reason="ENOENT", suggestion=hint)
    text = f"{path}:{provider}:{probe}"
    return [replace(wanted, site=n, is_pattern=False, is_usdt=False, pattern=text) for n in found]


def expand(wanted: Target, names: Iterable[str]) -> list[Target]:
    """Return the single places that a target stands for, in the order of *names* of sites.

    Raises:
        AttachError: No function matches the pattern.
    """
    if wanted.is_usdt:
        return _expand_usdt(wanted, [name for name in names if name.startswith("/")])
    if wanted.link_kind in (LINK_UPROBE, LINK_URETPROBE):
        return _expand_user(wanted, [name for name in names if name.startswith("/")])
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
