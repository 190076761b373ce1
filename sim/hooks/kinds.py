"""The hook kinds, by libbpf's section names.

**Rule:** adding a kind is one file with `target`, and a row here.

**Not modelled:** the kinds that are not in the table.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.base.errors import AttachError, nearest
from sim.hooks import fentry, kprobe, kretprobe, ksyscall, multi, raw_tp, tracepoint, uprobe, usdt
from sim.hooks.target import Target

__all__ = ["ATTACH_PRICES", "DETACH_PRICES", "KINDS", "parse_target"]

KINDS: dict[str, Callable[[str], Target]] = {
    "kprobe": kprobe.target,
    "kretprobe": kretprobe.target,
    "ksyscall": ksyscall.target,
    "kretsyscall": ksyscall.kretsyscall,
    "kprobe.multi": multi.target,
    "kretprobe.multi": multi.kretprobe_multi,
    "kprobe.session": multi.session,
    "tracepoint": tracepoint.target,
    "raw_tp": raw_tp.target,
    "tp_btf": raw_tp.tp_btf,
    "fentry": fentry.target,
    "fexit": fentry.fexit,
    "fmod_ret": fentry.fmod_ret,
    "lsm": fentry.lsm,
    "uprobe": uprobe.target,
    "uretprobe": uprobe.uretprobe,
    "usdt": usdt.target,
    "uprobe.multi": uprobe.multi,
    "uretprobe.multi": uprobe.uretprobe_multi,
}
ATTACH_PRICES = {
    "kprobe": "attach.kprobe",
    "kretprobe": "attach.kprobe",
    "ksyscall": "attach.kprobe",
    "kretsyscall": "attach.kprobe",
    "kprobe.multi": "attach.kprobe_multi",
    "kretprobe.multi": "attach.kprobe_multi",
    "kprobe.session": "attach.kprobe_multi",
    "kretprobe.session": "attach.kprobe_multi",
    "tracepoint": "attach.tracepoint",
    "raw_tp": "attach.raw_tp",
    "tp_btf": "attach.raw_tp",
    "fentry": "attach.trampoline",
    "fexit": "attach.trampoline",
    "fmod_ret": "attach.trampoline",
    "lsm": "attach.trampoline",
    "uprobe": "attach.uprobe",
    "uretprobe": "attach.uprobe",
    "usdt": "attach.uprobe",
    "uprobe.multi": "attach.uprobe_multi",
    "uretprobe.multi": "attach.uprobe_multi",
}
_PERF, _MULTI = (
    ("detach.kprobe", "detach.grace_period"),
    ("detach.kprobe_multi", "detach.grace_period"),
)
#: What detaching costs: patching, and what it sleeps for behind that ("": for nothing).
DETACH_PRICES = {
    "kprobe": _PERF,
    "kretprobe": _PERF,
    "ksyscall": _PERF,
    "kretsyscall": _PERF,
    "kprobe.multi": _MULTI,
    "kretprobe.multi": _MULTI,
    "kprobe.session": _MULTI,
    "kretprobe.session": _MULTI,
    "tracepoint": ("detach.tracepoint", "detach.grace_period"),
    "raw_tp": ("detach.raw_tp", ""),
    "tp_btf": ("detach.raw_tp", ""),
    "fentry": ("detach.trampoline", ""),
    "fexit": ("detach.trampoline", ""),
    "fmod_ret": ("detach.trampoline", ""),
    "lsm": ("detach.trampoline", ""),
    "uprobe": ("detach.uprobe", "detach.uprobe_grace_period"),
    "uretprobe": ("detach.uprobe", "detach.uprobe_grace_period"),
}
_ALIASES = {"tp": "tracepoint", "raw_tracepoint": "raw_tp", "raw_tp.w": "raw_tp"}


def parse_target(kind: str, text: str, where: str) -> Target:
    """Return where a program of *kind* attaches.

    Args:
        kind: libbpf's name of the section's kind.
        text: What follows it.
        where: For the error: which program.

    Raises:
        AttachError: The kind is not modelled, or there is no such target.
    """
    kind = _ALIASES.get(kind, kind)
    if kind not in KINDS:
        raise AttachError(
            f"hook kind {kind!r} is not modelled",
            where=where,
            reason="modelled are " + ", ".join(sorted(KINDS)),
            suggestion=nearest(kind, KINDS) or "leave the program out: `programs:` in the tracer",
        )
    if not text:
        raise AttachError(
            f"the program's section names no {kind} target",
            where=where,
            suggestion='give one: `attach: {PROGRAM: "' + kind + ':TARGET"}` in the tracer',
        )
    return KINDS[kind](text)
