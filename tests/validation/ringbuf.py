"""Ring buffer against perf buffer: the tables of the kernel's own benchmark, simulated.

``python -m tests.validation.ringbuf [MACHINE …]`` runs ``scenarios/validation/ringbuf`` once for
each published cell and prints both figures. A machine is one profile; nothing is set per row but
what the row itself is about: how the reader is woken, what it reads with, how many producers.

Prices are nominal: their uncertainty, which a run draws from, is left out.

**Rule:** a cell is records delivered a second, in millions, after the first tenth of the run.

**Not modelled:** the spread of the published figures, where they have one.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from analysis import load
from sim.cost.profile import load_profile
from sim.run.api import run_file
from sim.run.scenario import load_scenario

__all__ = ["TABLES", "Cell", "main", "measure", "report"]

FOLDER = Path(__file__).parents[2] / "scenarios" / "validation" / "ringbuf"
CLOSE = 0.25
E5, RYZEN = "e5-2680v4", "ryzen-7950x"
Changes = dict[str, Any]


@dataclass(frozen=True)
class Cell:
    """A published figure.

    Attributes:
        changes: What the row is about, by scenario key.
        published: Millions of records a second.
    """

    table: str
    row: str
    machine: str
    changes: Changes
    published: float


def _reader(kind: str, *, sampled: int = 0, batch: int = 500, same: bool = False) -> Changes:
    """Return what reads with *kind*: rb or pb, libbpf or custom."""
    buffer, loop = kind.split("-")
    reader: Changes = {"affinity": [0], "poll_timeout": "1 s"}
    variables: Changes = {"batch": batch}
    if buffer == "rb":
        reader["loop"] = "in_place" if loop == "custom" else "libbpf"
        if sampled:
            variables["wakeup_bytes"] = 16 * sampled
    else:
        reader["pages"] = 128
        reader["wakeup_events"] = sampled or 1
    name = "ringbuf" if buffer == "rb" else "perfbuf"
    return {
        "arms[1].tracers[0].object": f"{name}.bpf.o",
        "arms[1].tracers[0].reader": reader,
        "arms[1].tracers[0].globals": variables,
    }


def _parallel(kind: str, sampled: int = 0) -> Changes:
    return _reader(kind, sampled=sampled)


def _back_to_back(kind: str, sampled: int = 0, batch: int = 500) -> Changes:
    changes = _reader(kind, sampled=sampled, batch=batch)
    changes["arms[1].tracers[0].reader"]["trigger"] = "getpid"
    return changes | {"workloads[0].arrivals.think": {"dist": "constant", "value": "1 s"}}


def _same_cpu(kind: str) -> Changes:
    sampled = 1 if kind.startswith("pb") else 0
    changes = _reader(kind, sampled=sampled, batch=1)
    return changes | {"workloads[0].affinity": [0], "stop.time": "200 ms"}


def _producers(nr: int, cpus: int) -> Changes:
    workload = {
        "comm": "bench",
        "arrivals": {"kind": "closed", "clients": 1, "think": {"dist": "constant", "value": 0}},
        "request": [{"getpid": {}}],
    }
    all_of_them = [
        workload | {"name": f"producer{i}", "affinity": [(i + 1) % cpus]} for i in range(nr)
    ]
    stop = "30 ms" if nr == cpus else "10 ms"
    return _reader("rb-libbpf", batch=50) | {"workloads": all_of_them, "stop.time": stop}


def _cells() -> Iterator[Cell]:
    kinds = ("rb-libbpf", "rb-custom", "pb-libbpf", "pb-custom")
    five = (
        ("parallel", _parallel, 0, (12.054, 8.158, 0.931, 0.965), (43.07, 20.27, 1.48, None)),
        ("parallel, sampled", _parallel, 500, (11.563, 15.895, 9.889, 9.866),
         (41.13, 33.23, 22.50, 22.40)),
        ("back-to-back", _back_to_back, 0, (15.507, 21.449, 1.601, 1.607),
         (59.95, 71.57, 1.96, None)),
        ("back-to-back, sampled", _back_to_back, 500, (14.692, 20.024, 8.545, 8.988),
         (None, None, 22.3, None)),
    )  # fmt: skip
    for table, make, sampled, *published in five:
        for machine, figures in zip((E5, RYZEN), published, strict=True):
            for kind, figure in zip(kinds, figures, strict=True):
                if figure is not None:
                    yield Cell(table, kind, machine, make(kind, sampled), figure)
    for machine, figures in (
        (E5, (3.045, 3.055, 1.393, 1.407)),
        (RYZEN, (0.563, 0.571, 0.523, 0.530)),
    ):
        for kind, figure in zip(kinds, figures, strict=True):
            yield Cell("same CPU", kind, machine, _same_cpu(kind), figure)
    for machine, pair in ((E5, (22.819, 18.906)), (RYZEN, (76.2, 64.7))):
        for output, figure in enumerate(pair):
            changes = _back_to_back("rb-custom")
            changes["arms[1].tracers[0].globals"]["use_output"] = output
            row = "output" if output else "reserve"
            yield Cell("reserve and submit against output", row, machine, changes, figure)
    for output, figure in enumerate((15.350, 14.195)):
        changes = _back_to_back("rb-custom", 500)
        changes["arms[1].tracers[0].globals"]["use_output"] = output
        row = ("output" if output else "reserve") + ", sampled"
        yield Cell("reserve and submit against output", row, E5, changes, figure)
    yield from _sweep()
    yield from _contention()


SWEEP = (
    (E5, "rb-custom", {1: 1.106, 5: 4.746, 10: 7.706, 25: 12.893, 50: 15.961, 100: 18.203,
        250: 19.962, 500: 20.881, 1000: 21.317, 2000: 21.331, 3000: 21.688}),
    (E5, "pb-custom", {1: 1.035, 5: 3.476, 10: 5.094, 25: 7.118, 50: 8.169, 100: 8.887,
        250: 9.180, 500: 9.353, 1000: 9.411, 2000: 9.464, 3000: 9.575}),
    (RYZEN, "rb-custom", {1: 1.529, 10: 12.9, 25: 25.6, 50: 40.0, 100: 51.9, 250: 69.5,
        500: 76.4, 1000: 79.8, 3000: 82.3}),
    (RYZEN, "pb-custom", {1: 1.418, 5: 5.655, 10: 9.09, 25: 14.3, 50: 17.8, 100: 20.5,
        500: 22.5, 3000: 23.9}),
)  # fmt: skip
PRODUCERS = (
    (E5, 56, {1: 10.916, 2: 4.931, 3: 4.880, 4: 3.926, 8: 4.011, 12: 3.967, 16: 2.604, 20: 2.233,
        24: 2.085, 28: 2.055, 32: 1.962, 36: 2.089, 40: 2.118, 44: 2.105, 48: 2.120, 52: 2.074}),
    (RYZEN, 32, {1: 44.71, 2: 23.53, 3: 14.01, 4: 14.86, 8: 6.18, 12: 4.72, 16: 4.61, 20: 5.00,
        24: 5.23, 28: 5.02, 32: 4.32}),
)  # fmt: skip


def _sweep() -> Iterator[Cell]:
    for machine, kind, figures in SWEEP:
        for rate, figure in figures.items():
            changes = _back_to_back(kind, rate, rate)
            yield Cell(f"notified at every n-th, {kind}", str(rate), machine, changes, figure)


def _contention() -> Iterator[Cell]:
    for machine, cpus, figures in PRODUCERS:
        for nr, figure in figures.items():
            changes = _producers(nr, cpus)
            yield Cell("producers on one ring, rb-libbpf", str(nr), machine, changes, figure)


TABLES = tuple(_cells())


def _nominal(machine: str, folder: Path) -> str:
    """Write the machine's profile without uncertainty; return the file."""
    scenario = load_scenario(FOLDER / f"{machine}.yaml")
    profile = load_profile(scenario.machine.profile)
    prices = {k: replace(price, uncertainty_ppm=0) for k, price in profile.prices.items()}
    file = folder / f"{machine}-nominal.yaml"
    file.write_text(replace(profile, prices=prices).to_yaml())
    return str(file)


def measure(cell: Cell, folder: Path) -> float:
    """Run a cell in a folder; return millions of records delivered a second."""
    changes = {"record.samples": "1 ms", "machine.profile": _nominal(cell.machine, folder)}
    changes |= cell.changes
    path = run_file(FOLDER / f"{cell.machine}.yaml", folder / "run", changes, force=True)
    records = load(path, verify=False).table("records", "the rate")
    times = np.sort(np.array(records.codes("deliver_ns")))
    if len(times) < 2:
        return 0.0
    first = times[0] + (times[-1] - times[0]) // 10
    kept = times[times >= first]
    return float((len(kept) - 1) * 1000 / (kept[-1] - kept[0])) if len(kept) > 1 else 0.0


def _orderings(cells: Sequence[tuple[Cell, float]]) -> tuple[int, int]:
    """Return how many neighbours in a table, more than a tenth apart, are in order, of how many."""
    right = total = 0
    for (a, x), (b, y) in itertools.pairwise(cells):
        same = (a.table, a.machine) == (b.table, b.machine)
        if same and abs(a.published - b.published) > 0.1 * max(a.published, b.published):
            total += 1
            right += (x - y) * (a.published - b.published) > 0
    return right, total


def report(cells: Sequence[tuple[Cell, float]]) -> list[str]:
    """Return the tables as text, and what they come to."""
    lines: list[str] = []
    title = ""
    for cell, rate in cells:
        if title != (title := f"{cell.machine}: {cell.table}"):
            lines += ["", title, f"  {'':22}{'published':>10}{'simulated':>10}{'error':>8}"]
        error = rate / cell.published - 1
        mark = "" if abs(error) <= CLOSE else "  *"
        lines.append(f"  {cell.row:22}{cell.published:10.3f}{rate:10.3f}{error:+8.0%}{mark}")
    close = sum(abs(rate / cell.published - 1) <= CLOSE for cell, rate in cells)
    right, total = _orderings(cells)
    lines += ["", f"{close} of {len(cells)} cells within {CLOSE:.0%}; {right} of {total} orderings"]
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tables and print them; return 0 when four cells in five are close."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--machine", choices=(E5, RYZEN))
    parser.add_argument("--table", default="", help="only tables whose name contains this")
    parser.add_argument("--row", default="", help="only rows whose name contains this")
    options = parser.parse_args(arguments)
    done = []
    with tempfile.TemporaryDirectory() as folder:
        for cell in TABLES:
            chosen = options.machine in (None, cell.machine)
            if chosen and options.table in cell.table and options.row in cell.row:
                done.append((cell, measure(cell, Path(folder))))
    print("\n".join(report(done)))
    close = sum(abs(rate / cell.published - 1) <= CLOSE for cell, rate in done)
    return 0 if close >= 0.8 * len(done) else 1


if __name__ == "__main__":
    sys.exit(main())
