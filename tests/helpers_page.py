"""Writes docs/helpers.md from the registry of helpers.

    python -m tests.helpers_page

**Rule:** tests/test_helper_registry.py fails while the page differs from the registry.
"""

from __future__ import annotations

from pathlib import Path

from sim.bpf.helpers.registry import TRACING_FAMILIES, Entry, registry

__all__ = ["PAGE", "page"]

PAGE = Path(__file__).resolve().parent.parent / "docs" / "helpers.md"
_HEAD = """\
# Helpers

All helpers that a program for tracing may call and that the simulator has, as written by
`python -m tests.helpers_page` from `sim/bpf/helpers/registry.py`. *Since* is the release of Linux
that a helper came with; *GPL* says whether the program has to be under the GPL for it. A call
costs the sum of what it counts of the price keys (`sim/cost/keys.py`). Prototypes are in
`sim/include/bpfsim_helpers.h`. *Approximated* means that a helper does not do in all what the
kernel's does, and the last column says how it differs.

Who may call a helper is what the verifier knows of a 6.1 and a 6.12 (`bpfsim verify`); "tracing"
stands for {families}.

| Helper | No. | Since | GPL | State | What a call gives | How it differs |
|---|---|---|---|---|---|---|
"""
_WHO = """
## Who may call them

| Helper | Families of program types |
|---|---|
"""
_PRICES = """
## What they cost, and what they answer to

| Helper | Price keys | Files of the kernel |
|---|---|---|
"""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _state(entry: Entry) -> str:
    return "approximated" if entry.is_approximated else "modelled"


def _families(entry: Entry) -> str:
    rest = [family for family in entry.families if family not in TRACING_FAMILIES]
    if set(TRACING_FAMILIES) <= set(entry.families):
        return ", ".join(("tracing", *rest))
    return ", ".join((*(f for f in TRACING_FAMILIES if f in entry.families), *rest))


def page() -> str:
    """Return the page."""
    entries = registry().values()
    text = _HEAD.format(families=", ".join(TRACING_FAMILIES))
    for e in entries:
        cells = (f"`{e.name}`", str(e.id), e.since, e.gpl_only, _state(e), e.doc, e.how)
        text += "| " + " | ".join(map(_cell, cells)) + " |\n"
    text += _WHO
    for e in entries:
        text += f"| `{e.name}` | {_families(e)} |\n"
    text += _PRICES
    for e in entries:
        keys = ", ".join(f"`{key}`" for key in e.costs)
        text += f"| `{e.name}` | {keys} | {', '.join(e.sources)} |\n"
    return text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
