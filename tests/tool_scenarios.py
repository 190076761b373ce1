"""Writes scenarios/tools/*.yaml from the tools' profiles.

    python -m tests.tool_scenarios

**Rule:** tests/test_tools.py fails while a scenario differs from its profile.
"""

from __future__ import annotations

from pathlib import Path

from sim.run.tools import tool_scenario, tools

__all__ = ["FOLDER"]

FOLDER = Path(__file__).resolve().parent.parent / "scenarios" / "tools"

if __name__ == "__main__":
    for name in tools():
        (FOLDER / f"{name}.yaml").write_text(tool_scenario(name), encoding="utf-8")
