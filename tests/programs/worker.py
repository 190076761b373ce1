"""What one process of a campaign does: cases by their numbers, a line for each.

=========  =====================================================================
task       for each case
=========  =====================================================================
compare    the interpreter, the JIT, and both mixed; the digest and what differs
interp     the interpreter: the digest
jit        the JIT: the digest
cover      the interpreter, watched (plain only); at the end what was covered
=========  =====================================================================

**Rule:** a line is out before the next case begins, so that a death tells which case it was.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import json
import pickle
import signal
import sys
from typing import TextIO

from tests.programs.compare import INTERP, JIT, difference
from tests.programs.coverage import Coverage
from tests.programs.generate import make_case
from tests.programs.world import World

__all__ = ["TASKS", "dump", "work"]

TASKS = ("compare", "interp", "jit", "cover")
_LONGEST_S = 120


def work(task: str, seed: int, indices: range, out: TextIO) -> None:
    """Do a task for some cases; a line each: number, digest, and what differs."""
    world = World()
    coverage = Coverage(world) if task == "cover" else None
    for index in indices:
        signal.alarm(_LONGEST_S)  # native code that never ends ends the process
        case = make_case(seed, index, world.places)
        if coverage is not None:
            result = coverage.run(case)
        else:
            engine = JIT if task == "jit" else INTERP
            result = world.run(case, (engine,) * len(case.programs))
        wrong = difference(world, case, result) if task == "compare" else ""
        out.write(f"{index} {result.digest()} {wrong}\n")
        out.flush()
    signal.alarm(0)
    if coverage is not None:
        out.write(json.dumps({"forms": coverage.forms, "events": coverage.events}) + "\n")


def dump(engine: str, seed: int, index: int) -> None:
    """Write all that can be seen of one case's run to standard output, for another process."""
    world = World()
    case = make_case(seed, index, world.places)
    result = world.run(case, (engine,) * len(case.programs))
    sys.stdout.buffer.write(pickle.dumps(result))
