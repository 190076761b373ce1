"""Programs that have too many ways: the kernel's limit and counts, in little memory."""

from __future__ import annotations

import tracemalloc

import pytest

from sim.loader.jobs.answer import Jobs
from tests.state_jobs import exploding, job


@pytest.mark.slow
def test_a_program_that_explodes_stops_at_the_kernels_limit_in_little_memory() -> None:
    jobs = Jobs("6.1")
    asked = job("explodes", exploding())
    tracemalloc.start()
    try:
        answer = jobs.answer(asked)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (answer["ok"], answer["err"]) == (False, "E2BIG")
    # the last line is Linux 6.1.192's
    assert answer["log"].splitlines()[0] == "BPF program is too large. Processed 1000001 insn"
    assert answer["log"].splitlines()[-1] == (
        "processed 1000001 insns (limit 1000000) max_states_per_insn 6 total_states 102505 "
        "peak_states 141 mark_read 1"
    )
    assert peak_bytes < 64 << 20
