"""The ISA corpus itself (tests/data/isa): right by an independent model, and without gaps.

`tests.test_bpf_interp` runs the corpus on the machine. Here `tests.rfc9669`, which shares nothing
with it, says that every expected value is RFC 9669's, and that every form meets its edges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sim.bpf import run_state as r
from sim.bpf.asm import assemble
from tests import rfc9669
from tests.isa_edges import FormKey, edges_of, key_of, wanted_edges
from tests.isa_forms import all_forms
from tests.vm import Vm

FOLDER = Path(__file__).parent / "data" / "isa"
M64 = (1 << 64) - 1
# Kernel functions, packet loads and map addresses are no business of the RFC's machine alone.
ELSEWHERE = {0x20, 0x28, 0x30, 0x40, 0x48, 0x50}


@cache
def _corpus() -> dict[str, Any]:
    return {path.stem: yaml.safe_load(path.read_text()) for path in sorted(FOLDER.glob("*.yaml"))}


def _code(form: str, case: dict[str, Any]) -> bytes:
    text = _corpus()[form]["program"]
    for name in ("a", "b"):
        text = text.replace("{" + name + "}", str(case.get(name, 0)))
    return assemble(text.replace("+ -", "- "))


def _cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for form, data in _corpus().items():
        for case in data["cases"]:
            yield form, case


def _answers() -> Iterator[tuple[str, dict[str, Any]]]:
    return ((form, case) for form, case in _cases() if "fault" not in case)


def _model(
    form: str, case: dict[str, Any], trace: list[rfc9669.Step] | None = None
) -> tuple[int, bytes]:
    memory = bytes.fromhex(case.get("memory", ""))
    return rfc9669.run(_code(form, case), memory, case.get("cpu", 0), trace)


def test_every_expected_value_is_the_rfcs() -> None:
    nr_cases = 0
    for form, case in _answers():
        r0, memory = _model(form, case)
        assert hex(r0) == hex(case["r0"] & M64), f"{form}: {case}"
        assert memory.hex() == case.get("after", case.get("memory", "")), f"{form}: {case}"
        nr_cases += 1
    assert nr_cases > 2400


def test_what_the_corpus_calls_a_fault_has_no_answer_in_the_rfc() -> None:
    for form, case in _cases():
        if "fault" in case and case["fault"] != "FAULT_BUDGET":
            with pytest.raises(rfc9669.Stop):
                _model(form, case)


@cache
def _met() -> dict[FormKey, set[str]]:
    met: dict[FormKey, set[str]] = defaultdict(set)
    for form, case in _answers():
        steps: list[rfc9669.Step] = []
        _model(form, case, steps)
        for step in steps:
            met[key_of(step.slot)] |= edges_of(step)
    return met


def test_every_form_meets_its_edges() -> None:
    missing = {key: wanted_edges(key) - met for key, met in _met().items()}
    assert {f"{key[0]:#04x}/{key[1]}": sorted(m) for key, m in missing.items() if m} == {}


def test_every_form_that_assemblers_know_is_run() -> None:
    def key(slots: tuple[Any, ...]) -> FormKey:
        opcode, dst, src, off, imm = slots[0]
        return key_of(rfc9669.Slot(opcode, dst, src, off, imm))

    known = {key(form.slots) for form in all_forms()}
    known = {one for one in known if one[0] not in ELSEWHERE}
    assert sorted(known - set(_met())) == []


def test_every_register_is_source_and_destination() -> None:
    seen = set()
    for form, case in _answers():
        if form.startswith("all_registers"):
            for slot in rfc9669.decode(_code(form, case)):
                seen |= {("dst", slot.dst), ("src", slot.src)}
    assert seen >= {(role, reg) for role in ("dst", "src") for reg in range(10)}


@pytest.mark.parametrize(("sign", "nr_fillers"), [(1, 40_000), (-1, 40_000), (1, 70_000)])
def test_a_long_jump_goes_beyond_16_bits(sign: int, nr_fillers: int) -> None:
    filler = "r0 += 1\n" * nr_fillers
    ahead = f"r0 = 7\ngotol over\n{filler}over: r0 += 2\nexit"
    back = f"r0 = 7\ngotol start\nlast: r0 += 2\nexit\n{filler}start: gotol last"
    text = ahead if sign > 0 else back
    vm = Vm()
    try:
        out = vm.do(text)
    finally:
        vm.close()
    assert (out.status, out.r0) == (r.RUN_EXIT, 9)
    assert rfc9669.run(assemble(text))[0] == 9
