"""Writes docs/kernel-paths.md: what the simulated kernel does, and the steps of workloads.

    python -m tests.paths_page

**Rule:** tests/test_paths_page.py fails while the page differs from the data.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sim.kernel.path_files import merged, path_files
from sim.kernel.paths import load_paths
from sim.workload.steps import STEPS
from sim.workload.steps.registry import REQUIRED

__all__ = ["PAGE", "page_text"]

PAGE = Path(__file__).resolve().parent.parent / "docs" / "kernel-paths.md"

_HEAD = """# What the simulated kernel does

Written by `python -m tests.paths_page` from `sim/kernel/data/paths.yaml`,
`sim/kernel/data/paths/*.yaml` and `sim/workload/steps/`. A function that is named here is walked
when something calls it, and a tracepoint fires where a path passes it; every other system call
exists, and does nothing but enter and leave the kernel.
"""


def _listed(names: Iterator[str] | list[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names)) or "none"


def _steps() -> Iterator[str]:
    yield "| Step | What it does | Arguments |"
    yield "|---|---|---|"
    for name, kind in sorted(STEPS.items()):
        args = [
            f"`{arg}`: {spec.doc}"
            + ("" if spec.default is REQUIRED else f" ({spec.default!r})" if spec.default else "")
            for arg, spec in kind.args.items()
        ]
        yield f"| `{name}` | {kind.doc.rstrip('.')} | {'; '.join(args) or 'none'} |"


def page_text() -> str:
    """Return the page."""
    paths = load_paths("6.1")
    calls = list(merged(path_files("6.1"), "syscalls"))
    silent = [name for root in path_files("6.1") for name in root.get("silent", ())]
    functions = [name for name, body in merged(path_files("6.1"), "functions").items()]
    parts = [
        _HEAD,
        "## System calls with paths\n",
        _listed(calls) + "\n",
        "## Tracepoints that fire\n",
        _listed([*paths.tracepoints(), "raw_syscalls:sys_enter", "raw_syscalls:sys_exit"])
        + ", and `syscalls:*`\n",
        "## Functions that are walked\n",
        _listed(functions) + "\n",
        "## Functions that can be hooked and are never called\n",
        _listed(silent) + "\n",
        "## Steps of requests beyond files, locks and sleep\n",
        "\n".join(_steps()),
    ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page_text(), encoding="utf-8")
