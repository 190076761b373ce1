"""Writes docs/verifier-messages.md from the table of explanations.

    python -m tests.verifier_page

**Rule:** tests/test_verifier_page.py fails while the page differs from the table.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from sim.bpf.verifier.explain.table import SECTIONS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "verifier-messages.md"
_WORDS = {
    "reg": "Rn",
    "here": "the line",
    "origin": "…",
    "origin_line": "the line where it came from",
    "origin_call": "the call",
    "value": "…",
    "call": "the helper",
    "prog_type": "…",
    "license": "…",
    "fork": "the last branch",
    "acquired": "the call that acquired it",
    "acquired_line": "that line",
    "locked": "the line of bpf_spin_lock()",
    "loop": "its lines",
    "rounds": "n",
    "target": "the target",
    "deepest": "the function with the most",
    "last": "its last line",
    "map_use": "the line that uses it",
    "room": "some",
}
_HEAD = """\
# What the verifier's messages mean

`bpfsim verify FILE.bpf.o` shows behind the log of a refused program what the program tried, the
path that led there, what the verifier knew of the registers involved, and what usually mends it.
This page is the table behind that, as written by `python -m tests.verifier_page`. The first row
whose message and conditions fit is taken. In the explanation of a program, the lines, registers
and helpers stand where this page says "the line", "Rn" and "the helper".
`bpfsim verify FILE.bpf.o --cfg out.svg` draws the program's blocks with that path in colour.

Examples of the mistakes are in `tests/mistakes`.
"""


class _Words(dict[str, str]):
    def __missing__(self, word: str) -> str:
        return _WORDS.get(word, "…")


def _plain(pattern: str) -> str:
    """Return a pattern as the messages that it stands for."""
    text = re.sub(r"\(\?P<\w+>[^()]*(\([^()]*\))?[^()]*\)", "…", pattern)
    for code, shown in ((r"R\d+", "Rn"), (r"\d+", "n"), (r"-?n", "n"), (r"\S+", "…")):
        text = text.replace(code, shown)
    text = re.sub(r"\[[^\]]*\]|\.\*\??|\\w[*+]?", "…", text)
    return re.sub(r"\\(.)", r"\1", text).replace("|", " · ").replace("(?:", "(")


def page_text() -> str:
    expected = yaml.safe_load((ROOT / "tests/mistakes/expected.yaml").read_text())
    examples: dict[str, list[str]] = {}
    for name, case in expected.items():
        examples.setdefault(case["entry"], []).append(name)
    parts = [_HEAD]
    for heading, entries in SECTIONS:
        parts.append(f"\n## {heading}\n")
        for entry in entries:
            parts.append(f"\n### {entry.name}\n\n`{_plain(entry.pattern)}`\n")
            parts.append(f"\n{entry.what.format_map(_Words())}\n")
            parts.append(f"\n**Mend:** {entry.mend.format_map(_Words())}\n")
            if entry.name in examples:
                shown = ", ".join(f"`{name}.bpf.c`" for name in sorted(examples[entry.name]))
                parts.append(f"\nExample: {shown}\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page_text(), encoding="utf-8")
