"""What an ELF section's name says about the program in it.

Answers to the ``section_defs`` table of libbpf's ``libbpf.c`` (1.x).

The rule to know: a name is ``[?]kind[/target]``; ``?`` means "do not load by itself". Several
spellings of one kind (``tp``, ``tracepoint``) become one.

**Not modelled:** the kinds of networking, cgroup, lsm and iterator programs beyond their name.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["SectionKind", "parse_section_name"]


class SectionKind(NamedTuple):
    """A section's name, taken apart; *kind* is "" when libbpf does not know it."""

    kind: str
    target: str
    sleepable: bool
    autoload: bool


#: Kinds that may come as ``kind/target``.
_TRACING = {
    "kprobe": "kprobe",
    "kretprobe": "kretprobe",
    "kprobe.multi": "kprobe.multi",
    "kretprobe.multi": "kretprobe.multi",
    "kprobe.session": "kprobe.session",
    "ksyscall": "ksyscall",
    "kretsyscall": "kretsyscall",
    "uprobe": "uprobe",
    "uretprobe": "uretprobe",
    "uprobe.multi": "uprobe.multi",
    "uretprobe.multi": "uretprobe.multi",
    "usdt": "usdt",
    "tracepoint": "tracepoint",
    "tp": "tracepoint",
    "raw_tracepoint": "raw_tp",
    "raw_tp": "raw_tp",
    "raw_tracepoint.w": "raw_tp.w",
    "raw_tp.w": "raw_tp.w",
    "tp_btf": "tp_btf",
    "fentry": "fentry",
    "fexit": "fexit",
    "fmod_ret": "fmod_ret",
    "freplace": "freplace",
    "lsm": "lsm",
    "iter": "iter",
    "perf_event": "perf_event",
    "syscall": "syscall",
}

_SLEEPABLE = frozenset(
    (
        "uprobe",
        "uretprobe",
        "uprobe.multi",
        "uretprobe.multi",
        "usdt",
        "fentry",
        "fexit",
        "fmod_ret",
        "lsm",
        "iter",
    )
)

_OTHER = frozenset(
    (
        "socket",
        "sk_reuseport",
        "tc",
        "tcx",
        "classifier",
        "action",
        "netkit",
        "xdp",
        "xdp.frags",
        "lwt_in",
        "lwt_out",
        "lwt_xmit",
        "lwt_seg6local",
        "sockops",
        "sk_skb",
        "sk_msg",
        "lirc_mode2",
        "flow_dissector",
        "cgroup_skb",
        "cgroup",
        "lsm_cgroup",
        "struct_ops",
        "struct_ops.s",
        "sk_lookup",
        "netfilter",
    )
)


def parse_section_name(section: str) -> SectionKind:
    """Take the name of a program's section apart."""
    autoload = not section.startswith("?")
    prefix, _, target = section.removeprefix("?").partition("/")
    if prefix in _TRACING:
        return SectionKind(_TRACING[prefix], target, prefix == "syscall", autoload)
    base = prefix.removesuffix(".s")
    if base != prefix and base in _SLEEPABLE:
        return SectionKind(_TRACING[base], target, True, autoload)
    if prefix in _OTHER:
        return SectionKind(prefix, target, prefix.endswith(".s"), autoload)
    return SectionKind("", "", False, autoload)
