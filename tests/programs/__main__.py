"""The command line of random programs.

::

    python -m tests.programs --programs 100000 --jobs 2     a campaign
    python -m tests.programs --seed 1 --index 4711          one case: what differs, made small

**Rule:** it ends with 1 when there is a finding.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import argparse
import sys

from tests.programs.campaign import Campaign
from tests.programs.compare import difference, first_wrong, listing
from tests.programs.generate import make_case
from tests.programs.reduce import reduce_case
from tests.programs.worker import TASKS, dump, work
from tests.programs.world import World

__all__ = ["main"]


def _one(seed: int, index: int) -> int:
    """Print a case; when its engines differ, print the smallest program that shows it."""
    world = World()
    case = make_case(seed, index, world.places)
    found = first_wrong(world, case)
    if found is None:
        print(listing(case))
        print("the engines agree")
        return 0
    small = reduce_case(found[0], lambda one: bool(difference(world, one)))
    print(f"as it was: {found[1]}")
    print(listing(small))
    print(f"reduced: {difference(world, small)}")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.programs", description=__doc__)
    parser.add_argument("--programs", type=int, default=1000, help="how many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--plain", type=int, default=1, help="one of so many in plain Python too")
    parser.add_argument("--plain-jit", type=int, default=100, help="the same with the JIT")
    parser.add_argument("--index", type=int, help="only this one")
    parser.add_argument("--dump", choices=("interp", "jit"), help=argparse.SUPPRESS)
    parser.add_argument("--worker", choices=TASKS, help=argparse.SUPPRESS)
    parser.add_argument("--range", default="0:0:1", help=argparse.SUPPRESS)
    return parser


def main() -> int:
    """Run what the command line asks for."""
    given = _parser().parse_args()
    if given.worker:
        work(given.worker, given.seed, range(*map(int, given.range.split(":"))), sys.stdout)
        return 0
    if given.dump:
        dump(given.dump, given.seed, given.index)
        return 0
    if given.index is not None:
        return _one(given.seed, given.index)
    campaign = Campaign(
        given.programs,
        given.seed,
        given.jobs,
        plain_every=given.plain,
        plain_jit_every=given.plain_jit,
    )
    report = campaign.run()
    print("\n".join(report.lines()), file=sys.stderr)
    return 1 if report.findings else 0


if __name__ == "__main__":
    sys.exit(main())
