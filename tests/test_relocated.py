"""Relocated instructions are libbpf's, for the types of a real 6.1 and a real 6.12.

Recorded by ``python -m tests.record_relocations 6.1=FILE 6.12=FILE`` with those kernels' own types.
"""

from __future__ import annotations

import json

import pytest

from sim.kernel.types.kernel_types import kernel_btf
from tests.corpus import corpus_objects
from tests.corpus_types import object_key
from tests.record_relocations import RECORD, by_us, digest

RECORDED = json.loads(RECORD.read_text(encoding="utf-8"))


@pytest.mark.corpus
@pytest.mark.parametrize("kernel", sorted(RECORDED))
def test_every_program_is_relocated_as_libbpf_does(kernel: str) -> None:
    different = {}
    known = 0
    for path in corpus_objects():
        wanted = RECORDED[kernel].get(object_key(path))
        if wanted is None:
            continue
        known += 1
        found = [[name, digest(code)] for name, code in by_us(path, kernel, kernel_btf(kernel))]
        if found != wanted:
            different[path.name] = [a[0] for a, b in zip(found, wanted, strict=False) if a != b]
    if not known:
        pytest.skip("another corpus than the one recorded")
    assert different == {}


def test_the_record_has_every_program_of_the_corpus_on_both_kernels() -> None:
    for objects in RECORDED.values():
        assert len(objects) >= 52
        assert sum(len(programs) for programs in objects.values()) >= 240
