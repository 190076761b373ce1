"""What is declared for 6.1 and 6.12 is in those kernels, with the same members and places."""

from __future__ import annotations

import json

import pytest

from sim.kernel.types.kernel_types import kernel_btf
from tests.type_digests import ELSEWHERE, RECORD, declared, digests, shapes

RECORDED = json.loads(RECORD.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kernel", ["6.1", "6.12"])
def test_declared_types_are_a_real_kernels(kernel: str) -> None:
    btf = kernel_btf(kernel)
    found = {key: next(iter(sorted(one))) for key, one in shapes(btf, declared(btf)).items()}
    assert digests(found) == RECORDED[kernel]


def test_few_types_are_left_out() -> None:
    assert len(ELSEWHERE) < 10
    assert len(declared(kernel_btf("6.12"))) > 7000
