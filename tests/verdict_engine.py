"""The verifier that the verdict cases are put to: the runner of ``bpfsim verify --jobs``."""

from __future__ import annotations

from functools import cache
from typing import Any

from sim.loader.jobs.answer import Jobs

__all__ = ["answer"]


@cache
def _jobs(release: str) -> Jobs:
    return Jobs(release)


def answer(job: dict[str, Any], release: str = "6.1") -> dict[str, Any]:
    """Put *job* to the project's verifier as of kernel *release*."""
    return _jobs(release).answer(job)
