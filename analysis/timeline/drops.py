"""What counts as a drop, and the cause it is counted under.

**Rule:** causes are the bins of the loss ledger (docs/results.md), and each row of the flow is
one drop in its bin. `lost` stands apart: it tells a reader of perf samples that were refused
before, each of them a drop of its own.

**Not modelled:** keys that an LRU map evicts, which leave no row.
"""

from __future__ import annotations

__all__ = ["TOLD", "cause_of"]

TOLD = "lost"
"""The cause that tells of drops counted before."""

_ERRNO = {2: "ENOENT", 7: "E2BIG", 16: "EBUSY", 17: "EEXIST", 22: "EINVAL", 95: "EOPNOTSUPP"}
_RESERVE = {-1: "dropped_full", -2: "dropped_pending"}
_OUTPUT = {-28: "dropped_full"}


def cause_of(what: str, value: int) -> str:
    """Return the cause of the drop that a flow row is about, "" when it is about none."""
    if what.startswith("missed_") or what == TOLD:
        return what
    if value >= 0:
        return ""
    errno = _ERRNO.get(-value, str(-value))
    if what == "reserve":
        return _RESERVE.get(value, f"dropped_{errno}")
    if what == "output":
        return _OUTPUT.get(value, f"dropped_{errno}")
    return f"failed_{errno}" if what == "update" else ""
