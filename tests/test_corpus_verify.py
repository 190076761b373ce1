"""Other people's programs get the verdict, the message and the figures that a real 6.1 gave."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sim.bpf.verifier.spec import Kernel
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.open import open_object
from sim.loader.refusal import last_message
from sim.loader.verify_object import ProgramVerdict, verify_object
from sim.versions.features import features_of
from tests.corpus import corpus_objects
from tests.corpus_types import object_key
from tests.record_corpus_verdicts import RECORD, counted

LOG_OF_FAILURE = 1


@pytest.fixture(scope="module")
def recorded() -> dict[str, dict[str, list[Any]]]:
    found: dict[str, dict[str, list[Any]]] = json.loads(RECORD.read_text())["objects"]
    return found


@pytest.fixture(scope="module")
def verdicts() -> dict[str, dict[str, ProgramVerdict]]:
    kernel = Kernel("6.1", features_of("6.1"), kernel_btf("6.1"))
    return {object_key(path): _verdicts(path, kernel) for path in corpus_objects()}


def _verdicts(path: Path, kernel: Kernel) -> dict[str, ProgramVerdict]:
    spec = open_object(path)
    for program in spec.programs:
        program.autoload = True
    return {one.name: one for one in verify_object(spec, kernel, log_level=LOG_OF_FAILURE)}


@pytest.mark.corpus
def test_every_program_of_the_corpus_gets_the_verdict_of_a_real_kernel(verdicts, recorded) -> None:
    wanted = {(o, p): row[0] for o, rows in recorded.items() for p, row in rows.items()}
    found = {(o, p): one.verdict.errno for o, rows in verdicts.items() for p, one in rows.items()}
    assert {key: errno for key, errno in found.items() if wanted[key] != errno} == {}
    assert set(wanted) == set(found)


@pytest.mark.corpus
def test_every_refusal_of_the_corpus_ends_with_the_message_of_a_real_kernel(
    verdicts, recorded
) -> None:
    different = {}
    for name, rows in verdicts.items():
        for program, one in rows.items():
            errno, _, message, _ = recorded[name][program]
            if errno and last_message(one.log) != message:
                different[name, program] = last_message(one.log)
    assert different == {}


@pytest.mark.corpus
def test_every_program_of_the_corpus_takes_the_walk_of_a_real_kernel(verdicts, recorded) -> None:
    """As many instructions and states: paths are cut off where the kernel cuts them off."""
    different = {}
    for name, rows in verdicts.items():
        for program, one in rows.items():
            figures = recorded[name][program][1]
            if counted(one.log) != figures:
                different[name, program] = (counted(one.log), figures)
    assert different == {}


@pytest.mark.corpus
def test_no_program_of_the_corpus_keeps_code_that_a_real_kernel_cuts_out(
    verdicts, recorded
) -> None:
    """The kernel's program may be longer: it inlines, and rewrites accesses."""
    longer = {}
    for name, rows in verdicts.items():
        for program, one in rows.items():
            real, ours = recorded[name][program][3], len(one.verdict.xlated) // 8
            if ours > real:
                longer[name, program] = (ours, real)
    assert longer == {}
