"""Compare this verifier's answers to jobs with a real kernel's recorded ones.

::

    python -m tests.compare_verdicts JOBS.jsonl ANSWERS.jsonl          what differs, in groups
    python -m tests.compare_verdicts JOBS.jsonl ANSWERS.jsonl --reduce 3   and made small

Differences are grouped by our last message and theirs, numbers aside, with a smallest example each.
``--reduce`` puts ever smaller programs to a real kernel (`tests.oracle`), in batches.

**Rule:** it ends with 1 when a program is accepted that the kernel refuses.

**Not modelled:** stages after loading other than a program's return value.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sim.bpf.btf import Btf
from sim.loader.jobs.answer import Jobs
from tests.verdicts.difference import Difference, answer_of, difference_of, nr_walked
from tests.verdicts.report import Report
from tests.verdicts.shrink import Shrinker

__all__ = ["main"]

_Pair = tuple[dict[str, Any], dict[str, Any]]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open() as text:
        for line in text:
            if line.strip() and not line.startswith("#"):
                yield json.loads(line)


def _compared(jobs: Jobs, pairs: Iterable[_Pair], report: Report, most: int | None) -> None:
    for job, theirs in pairs:
        if most is not None and nr_walked(theirs) > most:
            continue
        ours = answer_of(jobs, job)
        report.add(difference_of(job, ours, theirs))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.compare_verdicts", description=__doc__)
    parser.add_argument("jobs", type=Path)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--kernel", default="6.1")
    parser.add_argument("--btf", type=Path, help="the types of the kernel that answered")
    parser.add_argument("--limit", type=int, help="only the first so many")
    parser.add_argument("--most", type=int, help="leave out what takes the kernel more steps")
    parser.add_argument("--start", type=int, default=0, help="leave out so many")
    parser.add_argument("--reduce", type=int, default=0, help="shrink one of so many groups")
    parser.add_argument("--dump", type=Path, help="write the differences here, one JSON a line")
    return parser


def main() -> int:
    """Compare what the command line names."""
    given = _parser().parse_args()
    btf = Btf.parse(given.btf.read_bytes()) if given.btf else None
    jobs = Jobs(given.kernel, btf=btf)
    pairs = list(zip(_lines(given.jobs), _lines(given.answers), strict=True))
    end = None if given.limit is None else given.start + given.limit
    report = Report()
    _compared(jobs, pairs[given.start : end], report, given.most)
    print("\n".join(report.lines()))
    if given.dump:
        given.dump.write_text("".join(one.as_json() + "\n" for one in report.differences))
    shrinker = Shrinker(jobs, given.kernel)
    for example in report.examples()[: given.reduce]:
        _print_small(shrinker.shrunk(example))
    return 1 if report.nr_unsafe else 0


def _print_small(found: Difference) -> None:
    print("\n".join(("", f"=== {found.name}", *found.lines())))


if __name__ == "__main__":
    sys.exit(main())
