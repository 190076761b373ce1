"""Logs of level 2, line by line, against those of the real 6.1.192 and 6.12.117.

Recorded by ``python -m tests.record_verdicts [--kernel 6.12] logs``.
"""

from __future__ import annotations

import re
from itertools import zip_longest

import pytest

from sim.loader.jobs.answer import Jobs
from tests.record_verdicts import read_golden, read_jobs

#: What is an address, or the id of a type or a function of the real kernel.
_OF_THE_MACHINE = re.compile(
    r"0x(?:ffff[0-9a-f]{12}|0\b)|btf_id \d+|(?<=#)\d{4,}|(?<=\) r1 = )0x\w+"
)
_FIGURES = ("processed ", "verification time", "stack depth")


def lines(log: str) -> list[str]:
    kept = (line for line in log.splitlines() if not line.startswith(_FIGURES))
    return [re.sub(r" +;", " ;", _OF_THE_MACHINE.sub("A", line)) for line in kept]


@pytest.mark.parametrize("kernel", ["6.1", "6.12"])
def test_logs_of_all_paths_are_the_kernels(kernel: str) -> None:
    jobs, (head, answers) = Jobs(kernel), read_golden("logs", kernel)
    assert head["kernel"] == kernel
    wrong = []
    for job, theirs in zip(read_jobs("logs"), answers, strict=True):
        ours, wanted = lines(jobs.answer(job)["log"]), lines(theirs["log"])
        if ours != wanted:
            pairs = zip_longest(ours, wanted)
            wrong.append((job["id"], next(pair for pair in pairs if pair[0] != pair[1])))
    assert not wrong, f"{len(wrong)}: {wrong[:40]}"
    assert len(answers) >= 300
