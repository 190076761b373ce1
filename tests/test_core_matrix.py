"""Every kind of CO-RE relocation × what a kernel made of the types: libbpf's patch or its words."""

from __future__ import annotations

import json

import pytest

from sim.bpf.btf import Btf
from sim.bpf.spec import ObjectSpec
from sim.bpf.verifier.spec import Kernel
from sim.loader.core import CORE_POISON_FUNC
from sim.loader.open import open_object
from sim.loader.relocate import CoreRefused, relocate
from sim.loader.survey import Stage, survey
from sim.versions.features import features_of
from tests.core_matrix import KERNELS, OBJECT, RECORD, kernel_btf_of, programs

RECORDED = json.loads(RECORD.read_text(encoding="utf-8"))
CASES = [(situation, name) for situation in KERNELS for name in programs()]


@pytest.fixture(scope="module")
def kernels() -> dict[str, Btf]:
    return {situation: kernel_btf_of(situation) for situation in KERNELS}


def only(name: str) -> ObjectSpec:
    spec = open_object(OBJECT)
    for program in spec.programs:
        program.autoload = program.name == name
    return spec


@pytest.mark.parametrize(("situation", "name"), CASES)
def test_a_relocation_becomes_what_libbpf_makes_of_it(
    situation: str, name: str, kernels: dict[str, Btf]
) -> None:
    wanted = RECORDED[situation][name]
    if "insns" in wanted:
        assert relocate(only(name), kernels[situation])[0].insns.hex() == wanted["insns"]
        return
    with pytest.raises(CoreRefused) as refused:
        relocate(only(name), kernels[situation])
    lines = [f"libbpf: {line}" for line in refused.value.libbpf]
    assert [*lines, "libbpf: failed to load object 'matrix'"] == wanted["warnings"]


@pytest.mark.parametrize("name", ["byte_off", "enum_value", "type_id_target"])
def test_a_survey_says_it_in_libbpfs_words(name: str, kernels: dict[str, Btf]) -> None:
    kernel = Kernel("6.1", features_of("6.1"), kernels["ambiguous"])
    fate = survey(only(name), kernel).programs[0]
    assert fate.stage is Stage.RELOCATE
    assert list(fate.lines) == RECORDED["ambiguous"][name]["warnings"]


def test_the_matrix_has_every_kind_and_every_outcome() -> None:
    outcomes = {
        situation: {name: _outcome(RECORDED[situation][name]) for name in programs()}
        for situation in KERNELS
    }
    assert {"patched", "poisoned", "refused"} == {
        one for found in outcomes.values() for one in found.values()
    }
    kinds = {relo.kind for program in open_object(OBJECT).programs for relo in program.core_relos}
    assert len(kinds) == 13
    assert outcomes["missing"]["byte_off"] == "poisoned"
    assert outcomes["missing"]["type_exists"] == "patched"
    assert set(outcomes["ambiguous"].values()) == {"patched", "refused"}


def _outcome(answer: dict[str, str]) -> str:
    if "insns" not in answer:
        return "refused"
    poison = CORE_POISON_FUNC.to_bytes(4, "little").hex()
    return "poisoned" if poison in answer["insns"] else "patched"
