"""Maps' operations, flags and misuses: the simulator answers as Linux 6.1 did."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.maps.replay import replay
from tests.record_map_answers import cases, digest, families, golden_path


def _golden(family: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(golden_path(family).read_text())
    return found


def _jobs() -> list[tuple[str, str]]:
    return [(family, job.name) for family in families() for job in cases(family)[0]]


@pytest.mark.parametrize("family", families())
def test_answers_are_of_the_jobs_as_they_are(family: str) -> None:
    jobs, nr_cpus = cases(family)
    golden = _golden(family)
    assert golden["nr_cpus"] == nr_cpus
    asked = {name: done["ops"] for name, done in golden["jobs"].items()}
    assert asked == {job.name: digest(job.ops) for job in jobs}


@pytest.mark.parametrize(("family", "name"), _jobs())
def test_answers_are_the_kernels(family: str, name: str) -> None:
    jobs, nr_cpus = cases(family)
    job = next(one for one in jobs if one.name == name)
    if job.not_replayed:
        pytest.skip(job.not_replayed)
    known = _golden(family)["jobs"][name]["answers"]
    found = replay(list(job.ops), nr_cpus)
    three = zip(job.ops, known, found, strict=True)
    wrong = [(op, kernel, ours) for op, kernel, ours in three if kernel != ours]
    assert not wrong
