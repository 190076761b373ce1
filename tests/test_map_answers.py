"""Maps' operations, flags and misuses: the simulator answers as Linux did."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.map_jobs import MapJob
from tests.maps.replay import replay
from tests.record_map_answers import cases, digest, families, golden_path, kernels


def _golden(family: str, kernel: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(golden_path(family, kernel).read_text())
    return found


_BOTH = [(family, kernel) for family in families() for kernel in kernels(family)]
_JOBS = [
    pytest.param(job, family, kernel, id=f"{kernel}-{family}-{job.name}")
    for family, kernel in _BOTH
    for job in cases(family, kernel)[0]
]


@pytest.mark.parametrize(("family", "kernel"), _BOTH)
def test_answers_are_of_the_jobs_as_they_are(family: str, kernel: str) -> None:
    jobs, nr_cpus = cases(family, kernel)
    golden = _golden(family, kernel)
    assert golden["nr_cpus"] == nr_cpus
    asked = {name: done["ops"] for name, done in golden["jobs"].items()}
    assert asked == {job.name: digest(job.ops) for job in jobs}


@pytest.mark.parametrize(("job", "family", "kernel"), _JOBS)
def test_answers_are_the_kernels(job: MapJob, family: str, kernel: str) -> None:
    if job.not_replayed:
        pytest.skip(job.not_replayed)
    golden = _golden(family, kernel)
    known = golden["jobs"][job.name]["answers"]
    found = replay(list(job.ops), golden["nr_cpus"], kernel=kernel)
    three = zip(job.ops, known, found, strict=True)
    wrong = [(op, theirs, ours) for op, theirs, ours in three if theirs != ours]
    assert not wrong
