"""Random programs for the verifier: a verdict for each, and what is accepted runs as promised.

``make fuzz-verifier`` checks 100,000. What differed from a real kernel once is a case of its own
in ``tests/data/verdicts/fuzz.jobs.jsonl``, with the kernel's answer beside it.
"""

from __future__ import annotations

import pytest

from sim.base.compile import PLAIN
from sim.bpf.verifier.bounds import known
from sim.loader.jobs.answer import Jobs
from tests.record_verdicts import read_golden, read_jobs
from tests.verdicts.difference import difference_of
from tests.verifier_programs.campaign import Report, run_campaign
from tests.verifier_programs.generate import FAMILIES, make_job_of
from tests.verifier_programs.soundness import is_within

SEED, NR_PROGRAMS = 3, 2000


@pytest.fixture(scope="module")
def report() -> Report:
    return run_campaign(NR_PROGRAMS, SEED)


@pytest.mark.skipif(PLAIN, reason="one machine for each run is slow in plain Python")
def test_accepted_programs_run_as_the_verifier_promised(report: Report) -> None:
    assert not report.findings, "\n".join(report.lines())


@pytest.mark.skipif(PLAIN, reason="one machine for each run is slow in plain Python")
def test_random_programs_are_neither_all_right_nor_all_wrong(report: Report) -> None:
    assert 0.2 < report.accepted < 0.8
    assert set(report.families) == {*FAMILIES, "mutated"}


def test_a_program_is_a_function_of_seed_and_index() -> None:
    assert [make_job_of(7, index) for index in range(40)] == [
        make_job_of(7, index) for index in range(40)
    ]
    assert make_job_of(7, 3) != make_job_of(8, 3)


def test_a_number_outside_of_its_range_is_noticed() -> None:
    assert is_within(5, known(5))
    assert not is_within(6, known(5))
    assert is_within((1 << 64) - 1, known(-1))


def test_what_is_accepted_wrongly_is_told_apart() -> None:
    job = {"id": "x:1:2", "insns": ""}
    accepted, refused = {"ok": True, "errno": 0}, {"ok": False, "errno": 13, "stage": "load"}
    assert difference_of(job, accepted, refused).kind == "unsafe"
    assert difference_of(job, refused, accepted).kind == "refused"
    assert difference_of(job, refused, {**refused, "errno": 22}).kind == "errno"
    assert difference_of(job, accepted, accepted).kind == ""
    assert difference_of(job, accepted, {"stage": "guest_crash"}).kind == "no_answer"


def test_random_programs_get_the_kernels_verdict_and_log() -> None:
    jobs = Jobs("6.1")
    _, answers = read_golden("fuzz")
    compared = [
        difference_of(job, jobs.answer(job), answer)
        for job, answer in zip(read_jobs("fuzz"), answers, strict=True)
    ]
    wrong = [one for one in compared if one.kind not in ("", "states")]
    assert not wrong, "\n".join(wrong[0].lines())
