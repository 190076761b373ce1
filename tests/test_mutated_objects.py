"""Objects whose type information lies are refused with one clear error, or load; nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.base.errors import SimError
from sim.bpf.verifier.spec import Kernel
from sim.loader.kernel_of import kernel_of
from sim.loader.open import open_object
from sim.loader.survey import survey
from tests.mutated import mutated

HERE = Path(__file__).parent
OBJECTS = [
    HERE / "data" / "core" / "matrix.bpf.o",
    *sorted((HERE.parent / "scenarios" / "tutorial").glob("*.bpf.o")),
]


@pytest.fixture(scope="module")
def kernel() -> Kernel:
    return kernel_of("6.1")


def fates(seeds: range, kernel: Kernel) -> set[str]:
    """Open and survey mutated objects; return what became of them."""
    found = set()
    for seed in seeds:
        path = OBJECTS[seed % len(OBJECTS)]
        try:
            spec = open_object(mutated(path.read_bytes(), seed), "object")
            found.add(survey(spec, kernel).stage.value)
        except SimError as error:
            assert error.problem, seed
            assert "\n" not in error.problem, seed
            found.add("open")
    return found


def test_lies_are_told_in_one_error_each(kernel: Kernel) -> None:
    assert {"open", "verifier"} <= fates(range(80), kernel)


@pytest.mark.slow
def test_five_hundred_lies_are_told_in_one_error_each(kernel: Kernel) -> None:
    assert {"open", "verifier", "relocate", "loads"} <= fates(range(80, 580), kernel)


def test_an_object_without_types_says_what_to_do(kernel: Kernel) -> None:
    data = OBJECTS[1].read_bytes().replace(b".BTF\0", b".btf\0")
    with pytest.raises(SimError) as refused:
        survey(open_object(data, "object"), kernel)
    assert "BTF" in str(refused.value)
