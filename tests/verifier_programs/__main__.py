"""The command line of random programs for the verifier.

::

    python -m tests.verifier_programs --programs 1000 --seed 1 > jobs.jsonl

**Rule:** one job an output line, in the format that a kernel behind ``bpfsim verify --jobs`` reads.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import argparse
import json
import sys

from tests.verifier_programs.generate import make_job_of

__all__ = ["main"]


def main() -> int:
    """Write the jobs that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.verifier_programs", description=__doc__)
    parser.add_argument("--programs", type=int, default=1000, help="how many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="the first one's index")
    given = parser.parse_args()
    for index in range(given.start, given.start + given.programs):
        print(json.dumps(make_job_of(given.seed, index), separators=(",", ":")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
