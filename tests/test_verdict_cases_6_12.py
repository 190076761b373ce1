"""The verdict cases through the project's own verifier, against what Linux 6.12.117 answered.

Recorded by ``python -m tests.record_verdict_cases``, with the answers of 6.1.
"""

import pytest

from sim.bpf.prog_type import ProgType
from sim.bpf.verifier.kfuncs import KfuncFlag
from sim.bpf.verifier.kfuncs_later import is_unmodelled_kfunc, later_kfunc_flags
from tests.verdict_cases import answer_of_result, case_topics, load_answers, load_cases
from tests.verdict_engine import answer

#: What is known to differ: id, and why.
KNOWN_WRONG = {
    "spin_locks/two-locks-in-a-value": "the log of BPF_BTF_LOAD lists the types; ours has none",
}
#: Topics whose programs are walked for long.
_LONG = ("limits", "loops")
_RETURN = "b700000000000000" + "9500000000000000"


def _param(topic: str):
    return pytest.param(topic, marks=[pytest.mark.slow] if topic in _LONG else [])


@pytest.mark.parametrize("topic", [_param(topic) for topic in case_topics()])
def test_verdicts_of_a_topic_are_those_of_6_12(topic: str) -> None:
    recorded, wrong = load_answers("6.12"), {}
    for case in load_cases():
        if case.topic != topic or case.id in KNOWN_WRONG:
            continue
        theirs, ours = recorded[case.id], answer_of_result(answer(case.job(), "6.12"))
        same = (ours.verdict, ours.stage, ours.errno, ours.r0) == (
            theirs.verdict,
            theirs.stage,
            theirs.errno,
            theirs.r0,
        )
        if not same or theirs.message not in ours.message:
            wrong[case.id] = (theirs, ours)
    assert wrong == {}


@pytest.mark.parametrize("case_id", KNOWN_WRONG)
def test_what_is_known_to_differ_differs_in_the_message_only(case_id: str) -> None:
    case = next(case for case in load_cases() if case.id == case_id)
    ours, theirs = answer_of_result(answer(case.job(), "6.12")), load_answers("6.12")[case_id]
    assert (ours.verdict, ours.errno) == (theirs.verdict, theirs.errno)
    assert ours.message != theirs.message


@pytest.mark.parametrize(
    "fields",
    [
        {"insns": "85200000ffffffff" + _RETURN, "fixups": [{"insn": 0, "kfunc": "bpf_key_put"}]},
        {"insns": "e500010000000000" + "b700000000000000" + _RETURN},
        {"insns": "bfa1010000000000" + _RETURN},
        {"insns": _RETURN, "prog_type": "xdp", "prog_flags": 128},
    ],
)
def test_what_is_not_covered_gets_no_verdict(fields: dict[str, object]) -> None:
    job = {"id": "x", "kind": "verify", **fields}
    is_call = "fixups" in fields
    assert (answer(job, "6.12")["stage"] == "not_modelled") is not is_call


def test_kernel_functions_of_6_12_are_told_from_those_that_nobody_may_call() -> None:
    tracing = ProgType.BPF_PROG_TYPE_TRACING
    assert is_unmodelled_kfunc(tracing, "bpf_rcu_read_lock")
    assert is_unmodelled_kfunc(tracing, "bpf_task_acquire")
    assert not is_unmodelled_kfunc(tracing, "bpf_get_task_exe_file")
    assert not is_unmodelled_kfunc(tracing, "vfs_read")
    assert later_kfunc_flags(tracing, "bpf_key_put") == KfuncFlag.RELEASE
