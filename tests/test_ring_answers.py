"""Rings and dynptrs give the answers that a Linux 6.1.192 gave (`tests.ring_answers`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from sim.bpf.maps import layout as bm
from tests.ring_answers import ANSWERS, CASES
from tests.vm import Vm

KERNEL = json.loads(ANSWERS.read_text())


@pytest.fixture(params=["jit", "interp"])
def vm(request: pytest.FixtureRequest) -> Iterator[Vm]:
    machine = Vm(engine=request.param)
    machine.create("ring", bm.RINGBUF, 0, 0, 4096)
    machine.create("user", bm.USER_RINGBUF, 0, 0, 4096)
    machine.create("values", bm.ARRAY, 4, 64, 1)
    yield machine
    machine.close()


def test_the_kernel_has_answered_every_case() -> None:
    assert set(KERNEL) == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_program_returns_what_the_kernel_returned(vm: Vm, name: str) -> None:
    values = vm.views["values"].field(bm.M_VALUES)
    text = re.sub(r"@values (r\d)", rf"\1 = {values} ll", CASES[name])
    text = re.sub(r"@(ring|user) (r\d)", r"\2 = {\1} ll", text)
    assert vm.do(text).r0 & 0xFFFFFFFF == KERNEL[name]
