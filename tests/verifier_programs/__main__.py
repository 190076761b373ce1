"""The command line of random programs for the verifier.

::

    python -m tests.verifier_programs --programs 1000 --seed 1 > jobs.jsonl
    python -m tests.verifier_programs --programs 100000 --seed 1 --check --jobs 2

The first writes one job an output line, as ``bpfsim verify --jobs`` and the kernel oracle read
them; the second verifies the programs, runs those that are accepted, and says what is wrong.

**Rule:** a check ends with 1 when there is a finding.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import argparse
import json
import sys

from tests.verifier_programs.campaign import run_campaign
from tests.verifier_programs.generate import make_job_of

__all__ = ["main"]


def main() -> int:
    """Write the jobs that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.verifier_programs", description=__doc__)
    parser.add_argument("--programs", type=int, default=1000, help="how many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="the first one's index")
    parser.add_argument("--check", action="store_true", help="check them, write no jobs")
    parser.add_argument("--jobs", type=int, default=1, help="processes that check")
    given = parser.parse_args()
    if given.check:
        report = run_campaign(given.programs, given.seed, given.jobs)
        print("\n".join(report.lines()))
        return 1 if report.findings else 0
    for index in range(given.start, given.start + given.programs):
        print(json.dumps(make_job_of(given.seed, index), separators=(",", ":")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
