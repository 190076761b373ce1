"""usdt: statically defined probes of user space, each a uprobe at every place of the probe.

**Rule:** section names are libbpf's: ``usdt/BINARY:PROVIDER:NAME``; from 6.6 on libbpf attaches all
places by one multi link.

**Not modelled:** probes of processes that run already, found through /proc.
"""

from __future__ import annotations

from dataclasses import replace

from sim.base.errors import AttachError
from sim.hooks.target import Target
from sim.kernel.layout import LINK_UPROBE
from sim.versions.features import Feature, features_of

__all__ = ["on_kernel", "target"]


def target(text: str) -> Target:
    """Return where ``usdt/text`` attaches.

    Raises:
        AttachError: It is not BINARY:PROVIDER:NAME.
    """
    parts = text.split(":")
    if len(parts) != 3 or not all(parts):
        raise AttachError(
            f"invalid section 'usdt/{text}', expected SEC(\"usdt/<path>:<provider>:<name>\")",
            where=f"usdt/{text}",
            reason="EINVAL",
        )
    return Target("usdt", text, LINK_UPROBE, "hook.chained", is_pattern=True, is_usdt=True)


def on_kernel(wanted: Target, kernel: str) -> Target:
    """Return the target with the price of attaching as a kernel has it."""
    has_multi = Feature.UPROBE_MULTI in features_of(kernel)
    return replace(wanted, attach_price="attach.uprobe_multi") if has_multi else wanted
