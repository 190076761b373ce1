"""Cases by the thousand, in processes of their own.

A process takes some hundred cases and ends, since compiled programs stay in memory. When one
dies, the case it was at is a finding, and the rest of its cases go to another.

Each case is run on the interpreter, on the JIT and on both mixed, in a compiled process; the
shares that are asked for are run again in a plain one, on the interpreter and on the JIT, and
the digests of their results compared.

**Rule:** the report depends on the seed and the numbers only; time and progress are shown, not
reported.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.programs.compare import first_difference
from tests.programs.world import Result

__all__ = ["Campaign", "Finding", "Report", "results_of"]

_ROOT = Path(__file__).parent.parent.parent
_CHUNK = {"compare": 400, "jit": 400, "interp": 4000, "cover": 4000}
_SHOWN_EVERY_S = 10.0
_NR_REDUCED = 3
_MOST_FINDINGS = 100  # then no other process is begun


@dataclass(frozen=True)
class Finding:
    """A case whose results differ, or that ended the process."""

    seed: int
    index: int
    what: str

    @property
    def command(self) -> str:
        """What repeats it, reduced."""
        return f"python -m tests.programs --seed {self.seed} --index {self.index}"


@dataclass
class Report:
    """What a campaign came to.

    Attributes:
        runs: How many cases each task was done for.
        reduced: The first findings' programs, made small.
        forms: What plain interpretation executed, if that was watched.
        events: What happened then.
    """

    runs: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    reduced: list[str] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """Return the summary."""
        out = [f"  {nr:7d} {task}" for task, nr in sorted(self.runs.items())]
        out.append(f"  findings: {len(self.findings) or 'none'}")
        for finding in sorted(self.findings, key=lambda one: one.index)[:20]:
            out += [f"  {finding.command}", f"    {finding.what}"]
        return out + self.reduced


def command(*args: object) -> list[str]:
    """Return the command of another process of this package."""
    return [sys.executable, "-m", "tests.programs", *map(str, args)]


def environment(is_plain: bool) -> dict[str, str]:
    """Return the environment of a compiled or of a plain process."""
    env = {name: value for name, value in os.environ.items() if name != "BPFSIM_PLAIN"}
    if is_plain:
        env["BPFSIM_PLAIN"] = "1"
    env.setdefault("PYTHONPATH", str(_ROOT))
    return env


def results_of(seed: int, index: int, engine: str, is_plain: bool) -> list[tuple[str, Result]]:
    """Run one case and its variants in a process of its own; return names and results."""
    done = subprocess.run(
        command("--seed", seed, "--index", index, "--dump", engine),
        env=environment(is_plain),
        cwd=_ROOT,
        capture_output=True,
        check=True,
    )
    results: list[tuple[str, Result]] = pickle.loads(done.stdout)
    return results


@dataclass
class Campaign:
    """Runs cases 0 to *nr_programs* of a seed.

    Attributes:
        plain_every: One case of so many is interpreted by plain Python too; 0: none.
        plain_jit_every: One of so many is run by the JIT on plain helpers; 0: none.
        is_watched: The plain interpretation tells what it covers.
        is_quiet: No progress is shown.
        compare_every: One of so many is compared on both engines; 0: none.
    """

    nr_programs: int
    seed: int = 1
    jobs: int = 1
    plain_every: int = 1
    plain_jit_every: int = 100
    is_watched: bool = False
    is_quiet: bool = False
    compare_every: int = 1
    report: Report = field(default_factory=Report)

    def __post_init__(self) -> None:
        self._digests: dict[int, tuple[str, str]] = {}
        self._lock = threading.Lock()
        self._begun = self._shown = time.monotonic()

    def run(self) -> Report:
        """Run all of it."""
        chunks = []
        for task, is_plain, every in (
            ("compare", False, self.compare_every),
            ("cover" if self.is_watched else "interp", True, self.plain_every),
            ("jit", True, self.plain_jit_every),
        ):
            if every:
                step = _CHUNK[task] * every
                chunks += [
                    (start / self.nr_programs, task, is_plain, self._range(start, step, every))
                    for start in range(0, self.nr_programs, step)
                ]
        chunks.sort(key=lambda chunk: chunk[0])
        with ThreadPoolExecutor(self.jobs) as pool:
            for done in [pool.submit(self._chunk, *chunk[1:]) for chunk in chunks]:
                done.result()
        self._show(last=True)
        self.report.findings.sort(key=lambda finding: finding.index)
        self.report.reduced = [self._reduced(one) for one in self.report.findings[:_NR_REDUCED]]
        return self.report

    def _reduced(self, finding: Finding) -> str:
        """Return what a process of its own makes of a finding: it may die of it."""
        done = subprocess.run(
            command("--seed", finding.seed, "--index", finding.index),
            env=environment(is_plain=False),
            cwd=_ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout or f"  reducing {finding.index} ended with status {done.returncode}"

    def _range(self, start: int, step: int, every: int) -> range:
        return range(start, min(start + step, self.nr_programs), every)

    def _chunk(self, task: str, is_plain: bool, indices: range) -> None:
        """Have some cases done, by another process when one dies."""
        left = indices
        while left and len(self.report.findings) < _MOST_FINDINGS:
            nr_done, status, errors = self._process(task, is_plain, left)
            if nr_done >= len(left) and status == 0:
                return
            if nr_done < len(left):
                what = f"{task} ended its process with status {status}: {errors[-2000:]}"
                self._find(left[nr_done], what)
            left = left[nr_done + 1 :]

    def _process(self, task: str, is_plain: bool, left: range) -> tuple[int, int, str]:
        """Run one process; return how many cases it did, its status and what it complained of."""
        where = f"{left.start}:{left.stop}:{left.step}"
        worker = command("--seed", self.seed, "--worker", task, "--range", where)
        nr_done = 0
        with subprocess.Popen(
            worker,
            env=environment(is_plain),
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            for line in process.stdout:
                if line.startswith("{"):
                    self._cover(line)
                    continue
                index, digest, wrong = line.rstrip("\n").split(" ", 2)
                self._note(f"plain {task}" if is_plain else task, int(index), digest, wrong)
                nr_done += 1
            errors = process.stderr.read()
        return nr_done, process.returncode, errors

    def _cover(self, line: str) -> None:
        found = json.loads(line)
        with self._lock:
            self.report.forms.update(found["forms"])
            self.report.events.update(found["events"])

    def _note(self, task: str, index: int, digest: str, wrong: str) -> None:
        with self._lock:
            self.report.runs[task] += 1
            other, known = self._digests.setdefault(index, (task, digest))
        if wrong:
            self._find(index, wrong)
        if digest != known:
            self._find(index, self._explained(index, {other, task}))
        self._show()

    def _explained(self, index: int, tasks: set[str]) -> str:
        """Say what differs between a compiled and a plain process."""
        engine = "jit" if any(task.endswith("jit") for task in tasks) else "interp"
        compiled = results_of(self.seed, index, "interp", is_plain=False)
        plain = results_of(self.seed, index, engine, is_plain=True)
        names = ("compiled interp", f"plain {engine}")
        for (name, one), (_, other) in zip(compiled, plain, strict=True):
            if what := first_difference(one, other, names):
                return f"{name}: {what}"
        return f"digests of {sorted(tasks)} differ"

    def _find(self, index: int, what: str) -> None:
        with self._lock:
            self.report.findings.append(Finding(self.seed, index, what))

    def _show(self, *, last: bool = False) -> None:
        now = time.monotonic()
        if self.is_quiet or (now - self._shown < _SHOWN_EVERY_S and not last):
            return
        self._shown = now
        runs = ", ".join(f"{task} {nr:,}" for task, nr in sorted(self.report.runs.items()))
        seconds = now - self._begun
        rate = self.report.runs["compare"] / max(seconds, 1e-9)
        print(
            f"{seconds:7.0f} s: of {self.nr_programs:,} programs {runs}; "
            f"{len(self.report.findings)} findings, {rate:.0f} a second",
            file=sys.stderr,
            flush=True,
        )
