"""Where a kernel shows a miss: its probe's nmissed, its program's recursion_misses, or nowhere.

Answers to ``/sys/kernel/tracing/kprobe_profile``, and to ``missed`` and ``recursion_misses`` in
``bpf_link_info`` and ``bpf_prog_info``. The loss ledger has every miss by its cause; what a user
of the real kernel could have seen of them depends on the version.

**Rule:** a kprobe that comes while another one is handled, and a return without an instance, are
the probe's; a program that is kept out is the program's, if the kernel counts it at all: before
6.7 what ``bpf_prog_active`` keeps out is seen by nobody.

**Not modelled:** counters of a program that is attached at several places, place by place; perf's
own count of lost samples.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from sim.hooks.target import Target
from sim.kernel import layout as k
from sim.versions.features import Feature, features_of

__all__ = ["told_misses"]

_PERF_PROBES = (k.LINK_KPROBE, k.LINK_KRETPROBE)
_MULTI = (k.LINK_MULTI, k.LINK_RETMULTI, k.LINK_SESSION, k.LINK_RETSESSION)


class _Link(Protocol):
    @property
    def target(self) -> Target: ...


def told_misses(link: _Link, counters: Mapping[str, int], kernel: str) -> tuple[int, int]:
    """Return what a kernel tells of a link's misses.

    Args:
        link: The link.
        counters: Its counters (`sim.hooks.attach.Links.counters`).
        kernel: The simulated kernel.

    Returns:
        The probe's ``nmissed`` (−1: no kernel of this version shows it), and how many of its
        misses are in the program's ``recursion_misses``.
    """
    tells = Feature.TOLD_MISSES in features_of(kernel)
    kind = link.target.link_kind
    nmissed = counters["missed_kprobe_running"] + counters["missed_maxactive"]
    if kind in _MULTI and not tells:
        nmissed = -1
    elif kind not in (*_PERF_PROBES, *_MULTI):
        nmissed = 0
    kept_out = counters["missed_prog_active"] if tells else 0
    return nmissed, counters["missed_recursion"] + kept_out
