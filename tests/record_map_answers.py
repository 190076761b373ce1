"""``python -m tests.record_map_answers [FAMILY…]``: ask Linux of maps' operations again.

Puts the ``CASES`` of ``tests/maps/FAMILY_cases.py`` (all families unless some are named) to the
oracle, and writes ``tests/maps/FAMILY.KERNEL.json``: for each job a digest of its operations, and
their answers.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if __name__ == "__main__" and __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.map_jobs import MapJob, Op
from tests.maps.kernel import ask_kernel
from tests.oracle import OracleMissing

__all__ = ["FOLDER", "KERNEL", "cases", "digest", "families", "golden_path", "kernels"]

KERNEL = "6.1"
FOLDER = Path(__file__).resolve().parent / "maps"


def families() -> list[str]:
    """Return the families of jobs."""
    return sorted(path.name.removesuffix("_cases.py") for path in FOLDER.glob("*_cases.py"))


def cases(family: str, kernel: str = KERNEL) -> tuple[tuple[MapJob, ...], int]:
    """Return a family's jobs for a kernel, and how many CPUs they are done on."""
    module = importlib.import_module(f"tests.maps.{family}_cases")
    jobs = tuple(job for job in module.CASES if job.only in ("", kernel))
    return jobs, int(getattr(module, "NR_CPUS", 1))


def kernels(family: str) -> tuple[str, ...]:
    """Return the kernels that a family's jobs are put to."""
    module = importlib.import_module(f"tests.maps.{family}_cases")
    return tuple(getattr(module, "KERNELS", (KERNEL,)))


def golden_path(family: str, kernel: str = KERNEL) -> Path:
    """Return where the answers to a family's jobs are."""
    return FOLDER / f"{family}.{kernel}.json"


def digest(ops: Sequence[Op]) -> str:
    """Return what tells whether a job's operations are those that were answered."""
    return hashlib.sha256(json.dumps(list(ops)).encode()).hexdigest()[:16]


def _text(found: dict[str, Any]) -> str:
    """Return JSON with a line for each job."""
    jobs = found.pop("jobs")
    rows = [f"{json.dumps(name)}: {json.dumps(done)}" for name, done in jobs.items()]
    return json.dumps(found)[:-1] + ', "jobs": {\n' + ",\n".join(rows) + "\n}}\n"


def _record(family: str, kernel: str) -> None:
    jobs, nr_cpus = cases(family, kernel)
    release, answers = ask_kernel(jobs, kernel, nr_cpus)
    done = {
        job.name: {"ops": digest(job.ops), "answers": row}
        for job, row in zip(jobs, answers, strict=True)
    }
    found = {"kernel": kernel, "release": release, "nr_cpus": nr_cpus, "jobs": done}
    golden_path(family, kernel).write_text(_text(found))
    print(f"{family}, {kernel}: {len(jobs)} jobs, {sum(len(job.ops) for job in jobs)} operations")


def main(wanted: list[str]) -> int:
    """Record the families named, or all."""
    try:
        for family in wanted or families():
            for kernel in kernels(family):
                _record(family, kernel)
    except OracleMissing as exc:
        print(f"record_map_answers: {exc}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
