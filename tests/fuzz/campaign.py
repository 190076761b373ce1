"""Running inputs by the thousand, each with a limit of time and of memory.

A worker is a process that takes every n-th index. When one dies, the index it was at is the
finding, and another takes its place.

**Rule:** an outcome is ``result``, the name of a class of `SimError`, or a finding.

**Not modelled:** machines without ``fork``.
"""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

__all__ = [
    "Finding",
    "Kind",
    "Report",
    "TookTooLongError",
    "limit_memory",
    "run_campaign",
    "run_one",
]

_MARGIN_BYTES = 1 << 30
_BATCH = 50
_NOT_BEGUN, _DONE = -1, -2


class TookTooLongError(BaseException):
    """An input took longer than it may; no ``except Exception`` hides it."""


@dataclass(frozen=True)
class Kind:
    """A kind of input.

    Attributes:
        name: As the command line has it.
        make: Takes (seed, index); returns what the input was made from, and the input.
        exercise: Takes what *make* returned; returns what was refused, by step.
        gate: The steps whose error means that the input as a whole was refused.
        seconds: How long one may take.
        warm_up: Called once before the first, unlimited.
        is_limited: Whether memory is limited, too.
    """

    name: str
    make: Callable[[int, int], tuple[str, bytes]]
    exercise: Callable[[str, bytes], list[tuple[str, Exception]]]
    gate: tuple[str, ...]
    seconds: int = 5
    warm_up: Callable[[], object] = lambda: None
    is_limited: bool = True


@dataclass(frozen=True)
class Finding:
    """An input that bpfsim answered with something else than a result or a `SimError`."""

    kind: str
    seed: int
    index: int
    what: str

    @property
    def command(self) -> str:
        """What repeats it."""
        return f"python -m tests.fuzz --kind {self.kind} --seed {self.seed} --index {self.index}"


@dataclass
class Report:
    """What a campaign came to.

    Attributes:
        outcomes: How many inputs ended how: ``result``, or the class of the first error.
        steps: How many errors each step gave.
        messages: How often each message was seen, numbers and names left out, with an example.
    """

    nr_inputs: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)
    messages: dict[str, tuple[int, str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    slowest_s: float = 0.0
    slowest: int = 0

    def add(self, other: Report) -> None:
        """Add what another part of the campaign came to."""
        self.nr_inputs += other.nr_inputs
        self.outcomes += other.outcomes
        self.steps += other.steps
        for text, (count, example) in other.messages.items():
            known = self.messages.get(text, (0, example))
            self.messages[text] = (known[0] + count, known[1])
        self.findings += other.findings
        if other.slowest_s > self.slowest_s:
            self.slowest_s, self.slowest = other.slowest_s, other.slowest

    def lines(self) -> list[str]:
        """Return the summary."""
        out = [f"{self.nr_inputs} inputs, {len(self.messages)} distinct messages"]
        out += [f"  {count:7d} {name}" for name, count in self.outcomes.most_common()]
        steps = ", ".join(f"{name} {count}" for name, count in self.steps.most_common())
        out.append(f"  errors by step: {steps or 'none'}")
        out.append(f"  slowest: {self.slowest_s:.2f} s, index {self.slowest}")
        out.append(f"  findings: {len(self.findings) or 'none'}")
        for finding in self.findings[:20]:
            out += [f"  {finding.command}", f"    {finding.what}"]
        return out


@contextlib.contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    def ring(signum: int, frame: FrameType | None) -> None:
        raise TookTooLongError(f"more than {seconds} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _shape(error: Exception) -> str:
    """Return a message without what differs from input to input."""
    text = f"{type(error).__name__}: {getattr(error, 'problem', error)}"
    text = re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", "'…'", text)
    text = re.sub(r"-?(?:0x[0-9a-f]+|\d[\d,.]*)", "N", text)
    return re.sub(r"[^\x20-\x7e…]+", "…", text)[:200]


def run_one(kind: Kind, seed: int, index: int, *, limit: bool = True) -> Report:
    """Exercise one input."""
    report = Report(nr_inputs=1, slowest=index)
    name, data = kind.make(seed, index)
    begin = time.perf_counter()
    try:
        with _time_limit(kind.seconds) if limit else contextlib.nullcontext():
            errors = kind.exercise(name, data)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # what it is, is the finding
        frames = traceback.extract_tb(error.__traceback__)
        at = f"{frames[-1].filename}:{frames[-1].lineno} in {frames[-1].name}"
        what = f"{type(error).__name__}: {str(error)[:300]} at {at}"
        report.findings.append(Finding(kind.name, seed, index, what))
        report.outcomes["finding"] += 1
    else:
        refused = (type(error).__name__ for step, error in errors if step in kind.gate)
        report.outcomes[next(refused, "result")] += 1
        for step, error in errors:
            report.steps[step] += 1
            count, example = report.messages.get(_shape(error), (0, str(error)))
            report.messages[_shape(error)] = (count + 1, example)
    report.slowest_s = time.perf_counter() - begin
    return report


def limit_memory() -> None:
    """Let this process have little more memory than it has."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + _MARGIN_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _work(kind: Kind, seed: int, indices: Sequence[int], at: Any, pipe: Any) -> None:
    """Exercise *indices*, telling what came of them every so often."""
    kind.warm_up()
    if kind.is_limited:
        limit_memory()
    report = Report()
    for index in indices:
        at.value = index
        report.add(run_one(kind, seed, index))
        if report.nr_inputs >= _BATCH:
            pipe.send(report)
            report = Report()
    pipe.send(report)
    at.value = _DONE
    pipe.close()


class _Worker:
    """A process at work on some indices."""

    def __init__(self, kind: Kind, seed: int, indices: Sequence[int]) -> None:
        context = multiprocessing.get_context("fork")
        self.kind, self.seed, self.indices = kind, seed, indices
        self.at = context.Value("q", _NOT_BEGUN, lock=False)
        self.pipe, theirs = context.Pipe(duplex=False)
        args = (kind, seed, indices, self.at, theirs)
        self.process = context.Process(target=_work, args=args, daemon=True)
        self.process.start()
        self.nr_told = 0
        theirs.close()

    def read(self, total: Report) -> bool:
        """Take what it has to say; return whether it may have more."""
        try:
            while self.pipe.poll(0.05):
                report = self.pipe.recv()
                self.nr_told += report.nr_inputs
                total.add(report)
        except EOFError:
            self.process.join()
            return False
        return True

    def successor(self, total: Report) -> _Worker | None:
        """Return a worker for what is left when this one died; its last input is a finding."""
        index = self.at.value
        if index == _DONE:
            return None
        what = f"the process ended with status {self.process.exitcode}"
        total.findings.append(Finding(self.kind.name, self.seed, index, what))
        total.outcomes["finding"] += 1
        total.nr_inputs += 1
        if index == _NOT_BEGUN:
            return None
        # What it had done and not told of is done again.
        rest = [i for i in self.indices[self.nr_told :] if i != index]
        return _Worker(self.kind, self.seed, rest) if rest else None


def scratch_folder() -> Path:
    """Return a new folder that is gone when this process, or the campaign, ends."""
    folder = Path(tempfile.mkdtemp(prefix="bpfsim-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@contextlib.contextmanager
def _temporary_files() -> Iterator[None]:
    """Let workers, which may be killed, leave their files where they are removed."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="bpfsim-fuzz-", ignore_cleanup_errors=True) as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


@_temporary_files()
def run_campaign(
    kind: Kind, seed: int, indices: range, nr_processes: int = 1, *, quiet: bool = False
) -> Report:
    """Exercise many inputs in processes of their own, with progress on stderr."""
    total, begin, told, nr_told = Report(), time.monotonic(), 0.0, 0
    workers = [_Worker(kind, seed, indices[number::nr_processes]) for number in range(nr_processes)]
    while workers:
        for worker in list(workers):
            if not worker.read(total):
                workers.remove(worker)
                successor = worker.successor(total)
                if successor is not None:
                    workers.append(successor)
        for finding in [] if quiet else total.findings[nr_told:]:
            print(f"{finding.command}\n  {finding.what}", file=sys.stderr, flush=True)
        nr_told = len(total.findings)
        elapsed = time.monotonic() - begin
        if not quiet and elapsed - told > 5:
            told = elapsed
            rate = total.nr_inputs / elapsed
            text = f"{kind.name}: {total.nr_inputs} of {len(indices)}, {rate:.0f}/s, "
            print(f"{text}{len(total.findings)} findings", file=sys.stderr, flush=True)
    return total
