"""Many random programs: a verdict for each, and what is wrong with it.

**Rule:** a campaign is a function of its seed and the number of its programs.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import multiprocessing
import random
import traceback
from collections import Counter
from dataclasses import dataclass, field

from tests.verifier_programs.generate import family_of, make_job_of
from tests.verifier_programs.soundness import Checker

__all__ = ["Report", "run_campaign"]

_CHUNK = 250


@dataclass
class Report:
    """What a campaign found.

    Attributes:
        verdicts: How often each verdict was given.
        findings: (id of the job, what is wrong).
    """

    verdicts: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    findings: list[tuple[str, str]] = field(default_factory=list)

    @property
    def accepted(self) -> float:
        """The part of the programs that was accepted."""
        return self.verdicts["accept"] / max(1, self.verdicts.total())

    def merge(self, other: Report) -> None:
        """Add what another campaign found."""
        self.verdicts += other.verdicts
        self.families += other.families
        self.findings += other.findings

    def lines(self) -> list[str]:
        """Return the report."""
        counts = ", ".join(f"{name} {nr}" for name, nr in sorted(self.verdicts.items()))
        out = [f"{self.verdicts.total()} programs: {counts}; {len(self.findings)} findings"]
        return [*out, *(f"{name}: {what}" for name, what in self.findings)]


def _chunk(given: tuple[int, int, int]) -> Report:
    seed, start, end = given
    report, checker = Report(), Checker()
    for index in range(start, end):
        job = make_job_of(seed, index)
        draw = random.Random(f"soundness:{seed}:{index}")
        try:
            verdict, problem = checker.problem(job, draw)
        except Exception:  # whatever it is, it is a finding
            verdict, problem = "crash", traceback.format_exc(limit=-3)
        report.verdicts[verdict] += 1
        report.families[family_of(job["id"])] += 1
        if problem:
            report.findings.append((job["id"], problem))
    return report


def run_campaign(nr_programs: int, seed: int, jobs: int = 1) -> Report:
    """Generate and check programs."""
    chunks = [
        (seed, start, min(start + _CHUNK, nr_programs)) for start in range(0, nr_programs, _CHUNK)
    ]
    report = Report()
    if jobs == 1:
        for chunk in chunks:
            report.merge(_chunk(chunk))
        return report
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for part in pool.imap(_chunk, chunks):
            report.merge(part)
    return report
