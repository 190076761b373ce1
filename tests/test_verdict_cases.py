"""The verdict cases through the project's own verifier, against what Linux 6.1 answered."""

import pytest

from tests.record_verdict_cases import recorded_text
from tests.verdict_cases import (
    FOLDER,
    Answer,
    Case,
    answer_of_result,
    case_topics,
    load_answers,
    load_cases,
)
from tests.verdict_engine import answer

# Cases that the verifier is known to get wrong: id, and why. Each must fail until it is mended.
KNOWN_WRONG: dict[str, str] = {}
SLOW = {"loops/branch-inside"}  # it walks a million instructions


def _param(case: Case):
    why = KNOWN_WRONG.get(case.id)
    marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
    if case.id in SLOW:
        marks.append(pytest.mark.slow)
    return pytest.param(case, id=case.id, marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in load_cases()])
def test_verdict_is_the_kernels(case: Case) -> None:
    recorded = load_answers("6.1")[case.id]
    ours = answer_of_result(answer(case.job()))
    assert (ours.verdict, ours.stage, ours.errno) == (
        recorded.verdict,
        recorded.stage,
        recorded.errno,
    ), f"{case.shows}\nrecorded: {recorded}\nours: {ours}"
    assert recorded.message in ours.message
    assert ours.r0 == recorded.r0


def test_known_wrong_names_cases() -> None:
    assert set(KNOWN_WRONG) <= {case.id for case in load_cases()}


def test_every_case_has_a_recorded_answer() -> None:
    assert set(load_answers("6.1")) == {case.id for case in load_cases()}


def test_newer_answers_are_of_known_cases() -> None:
    assert set(load_answers("6.12")) == {case.id for case in load_cases()}


@pytest.mark.parametrize("topic", case_topics())
def test_topic_has_both_verdicts(topic: str) -> None:
    answers = load_answers("6.1")
    verdicts = {answers[case.id].verdict for case in load_cases() if case.topic == topic}
    assert verdicts == {"accept", "reject"}


def test_there_are_enough_cases() -> None:
    assert len(load_cases()) >= 350


def test_recorded_text_is_stable() -> None:
    for topic in case_topics():
        path = FOLDER / f"{topic}.6.1.yaml"
        kernel = path.read_text().splitlines()[1].split('"')[1]
        of_topic = [case for case in load_cases() if case.topic == topic]
        answers = {case.name: load_answers("6.1")[case.id] for case in of_topic}
        assert recorded_text(kernel, answers) == path.read_text()


def test_job_names_what_it_refers_to() -> None:
    case = next(case for case in load_cases() if case.id == "kfuncs/acquire-and-release")
    fixups = case.job()["fixups"]
    assert [fixup["kfunc"] for fixup in fixups] == ["bpf_lookup_system_key", "bpf_key_put"]


def test_answer_of_a_refusal_is_the_last_line_before_the_statistics() -> None:
    log = "0: R1=ctx(off=0,imm=0) R10=fp0\nR0 !read_ok\nprocessed 1 insns (limit 1000000)\n"
    result = {"ok": False, "stage": "load", "err": "EACCES", "log": log}
    assert answer_of_result(result) == Answer("reject", "EACCES", "R0 !read_ok")


def test_answer_of_a_run_has_its_result() -> None:
    result = {"ok": True, "log": "", "run": {"ok": True, "retval": 7}}
    assert answer_of_result(result) == Answer("accept", r0=7)
