"""``python -m tests.record_verdicts [--kernel 6.1] [NAME…]``: ask a real kernel again.

Reads ``tests/data/verdicts/NAME.jobs.jsonl`` and writes what the kernel answers to
``NAME.KERNEL.jsonl``, whose first line names the kernel. Without names all files are recorded.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

if __name__ == "__main__" and __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.oracle import OracleMissing, ask

DATA = Path(__file__).resolve().parent / "data" / "verdicts"
_JOBS = ".jobs.jsonl"


def names() -> list[str]:
    """Return what can be recorded."""
    return sorted(path.name.removesuffix(_JOBS) for path in DATA.glob(f"*{_JOBS}"))


def read_jobs(name: str) -> list[dict[str, Any]]:
    """Read the jobs of a file."""
    return _rows(DATA / f"{name}{_JOBS}")


def read_golden(name: str, kernel: str = "6.1") -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the head of a recording (kernel and release) and its answers."""
    head, *answers = _rows(DATA / f"{name}.{kernel}.jsonl")
    return head, answers


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text().splitlines()
    return [json.loads(line) for line in lines if line and not line.startswith("#")]


def record(name: str, kernel: str) -> int:
    """Record one file; return how many answers it has."""
    release, answers = ask(read_jobs(name), kernel, DATA)
    rows = [{"kernel": kernel, "release": release}, *answers]
    text = "".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows)
    (DATA / f"{name}.{kernel}.jsonl").write_text(text)
    return len(answers)


def main() -> int:
    """Record what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--kernel", default="6.1")
    args = parser.parse_args()
    try:
        for name in args.names or names():
            print(f"{name}: {record(name, args.kernel)} answers of {args.kernel}")
    except OracleMissing as exc:
        print(f"record_verdicts: {exc}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
