"""``python -m tests.record_map_answers [FAMILY…]``: ask Linux 6.1 of maps' operations again.

Puts the ``CASES`` of ``tests/maps/FAMILY_cases.py`` (all families unless some are named) to the
oracle, and writes ``tests/maps/FAMILY.6.1.json``: for each job the operations with their answers.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

if __name__ == "__main__" and __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.map_jobs import MapJob
from tests.maps.kernel import ask_kernel
from tests.oracle import OracleMissing

__all__ = ["FOLDER", "KERNEL", "cases", "families", "golden_path"]

KERNEL = "6.1"
FOLDER = Path(__file__).resolve().parent / "maps"


def families() -> list[str]:
    """Return the families of jobs."""
    return sorted(path.name.removesuffix("_cases.py") for path in FOLDER.glob("*_cases.py"))


def cases(family: str) -> tuple[tuple[MapJob, ...], int]:
    """Return a family's jobs, and how many CPUs they are done on."""
    module = importlib.import_module(f"tests.maps.{family}_cases")
    return tuple(module.CASES), int(getattr(module, "NR_CPUS", 1))


def golden_path(family: str) -> Path:
    """Return where the answers to a family's jobs are."""
    return FOLDER / f"{family}.{KERNEL}.json"


def _text(found: dict[str, Any]) -> str:
    """Return JSON with a line for each operation."""
    jobs = found.pop("jobs")
    head = json.dumps(found)[:-1]
    rows = [
        f"{json.dumps(name)}: [\n" + ",\n".join("  " + json.dumps(row) for row in done) + "\n ]"
        for name, done in jobs.items()
    ]
    return head + ', "jobs": {\n ' + ",\n ".join(rows) + "\n}}\n"


def main(wanted: list[str]) -> int:
    """Record the families named, or all."""
    for family in wanted or families():
        jobs, nr_cpus = cases(family)
        try:
            release, answers = ask_kernel(jobs, KERNEL, nr_cpus)
        except OracleMissing as exc:
            print(f"record_map_answers: {exc}", file=sys.stderr)
            return 2
        done = {
            job.name: [[op, answer] for op, answer in zip(job.ops, row, strict=True)]
            for job, row in zip(jobs, answers, strict=True)
        }
        found = {"kernel": KERNEL, "release": release, "nr_cpus": nr_cpus, "jobs": done}
        golden_path(family).write_text(_text(found))
        print(f"{family}: {len(jobs)} jobs, {sum(len(job.ops) for job in jobs)} operations")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
