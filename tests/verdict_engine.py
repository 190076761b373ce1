"""The project's own answer to a job: the one place where the verdict tests meet the job runner.

**Rule:** `answer` takes a job as `tests.verdict_cases.Case.job` makes it, and returns what the
job runner prints for it: ``ok``, ``stage``, ``err``, ``log``, ``run``.

**Not modelled:** anything of its own; `sim.loader.jobs` is what answers.
"""

from __future__ import annotations

from typing import Any

import pytest

__all__ = ["answer"]


def answer(job: dict[str, Any], release: str = "6.1") -> dict[str, Any]:
    """Put *job* to the project's verifier as of kernel *release*."""
    jobs = pytest.importorskip("sim.loader.jobs", reason="the job runner is not there")
    result: dict[str, Any] = jobs.answer(job, release=release)
    return result
