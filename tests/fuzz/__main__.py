"""The command line of the fuzzer: a campaign, or one input again.

::

    python -m tests.fuzz --kind object --count 100000 -j 2     a campaign
    python -m tests.fuzz --kind object --seed 1 --index 4711   one input, with its traceback

**Rule:** it ends with 1 when there is a finding.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.fuzz.campaign import Report, limit_memory, run_campaign
from tests.fuzz.kinds import KINDS

__all__ = ["main"]


def _again(kind: str, seed: int, index: int, save: Path | None) -> int:
    """Exercise one input with no net but the limit of memory, so that a traceback is seen."""
    name, data = KINDS[kind].make(seed, index)
    print(f"made from {name}, {len(data)} bytes")
    if save is not None:
        save.write_bytes(data)
    KINDS[kind].warm_up()
    if KINDS[kind].is_limited:
        limit_memory()
    for step, error in KINDS[kind].exercise(name, data):
        print(f"[{step}] {type(error).__name__}: {error}")
    return 0


def _sample(report: Report, nr: int) -> None:
    """Print the most and the least frequent messages as a user would see them."""
    ordered = sorted(report.messages.values(), reverse=True)
    step = max(1, len(ordered) // nr)
    for count, example in ordered[::step][:nr]:
        print(f"\n{count} ×\n{example}")


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--kind", choices=sorted(KINDS), default="object")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--index", type=int, help="only this input, with its traceback")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("-j", dest="processes", type=int, default=1)
    parser.add_argument("--save", type=Path, help="where to put the input of --index")
    parser.add_argument("--messages", type=int, default=0, help="print so many messages")
    given = parser.parse_args()
    if given.index is not None:
        return _again(given.kind, given.seed, given.index, given.save)
    report = run_campaign(KINDS[given.kind], given.seed, range(given.count), given.processes)
    if given.messages:
        _sample(report, given.messages)
    print("\n".join(report.lines()), file=sys.stderr)
    return 1 if report.findings else 0


if __name__ == "__main__":
    sys.exit(main())
