"""What one process of a campaign does: cases by their numbers, a line for each.

=========  =====================================================================
task       for each case, and its variants
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

import hashlib
import json
import pickle
import signal
import sys
from functools import partial
from typing import TextIO

from tests.programs.compare import INTERP, JIT, all_results, difference, on
from tests.programs.coverage import Coverage
from tests.programs.generate import Case, make_case
from tests.programs.world import Result, World

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
        results = all_results(case, coverage.run if coverage else partial(_run, world, task))
        wrong = _first_wrong(world, results) if task == "compare" else ""
        digest = hashlib.blake2b(digest_size=12)
        for _, result in results:
            digest.update(result.digest().encode())
        out.write(f"{index} {digest.hexdigest()} {wrong}\n")
        out.flush()
    signal.alarm(0)
    if coverage is not None:
        out.write(json.dumps({"forms": coverage.forms, "events": coverage.events}) + "\n")


def _run(world: World, task: str, case: Case) -> Result:
    return on(world, case, JIT if task == "jit" else INTERP)


def _first_wrong(world: World, results: list[tuple[Case, Result]]) -> str:
    for case, expected in results:
        if wrong := difference(world, case, expected):
            return f"{case.name}: {wrong}"
    return ""


def dump(engine: str, seed: int, index: int) -> None:
    """Write all that can be seen of one case's runs to standard output, for another process."""
    world = World()
    case = make_case(seed, index, world.places)
    results = all_results(case, lambda one: on(world, one, engine))
    sys.stdout.buffer.write(pickle.dumps([(one.name, result) for one, result in results]))
