"""What is no program is refused in the kernel's words (tests/data/isa/malformed).

The YAML files are by topic and say, for each encoding, what Linux prints: 6.1.192 and 6.12.117
alike, or each. ``recorded.tsv`` has the verdicts of these two kernels on random mutations; "-"
is a program that they do not refuse for its form. An ``insn`` of both stands in a frame that
gives registers and stack a value.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
import yaml

from sim.base.errors import VerifierError
from sim.bpf.check import check_structure
from sim.bpf.isa import Insn, encode
from sim.versions.features import Feature, features_of

FOLDER = Path(__file__).parent / "data" / "isa" / "malformed"
TOPICS: dict[str, Any] = {f.stem: yaml.safe_load(f.read_text()) for f in FOLDER.glob("*.yaml")}
KERNELS = ("6.1", "6.12")

HEAD = encode(
    [Insn(0xBF, 6, 1)]
    + [Insn(0xB7, reg, imm=1) for reg in (0, 1, 2, 3, 4, 5, 7, 8, 9)]
    + [Insn(0x7A, 10, off=-off, imm=1) for off in range(8, 72, 8)]
)
TAIL = encode([Insn(0xB7)] * 3 + [Insn(0x95)])
CASES = [
    pytest.param(case, id=f"{topic}-{number}")
    for topic, data in sorted(TOPICS.items())
    for number, case in enumerate(data.get("cases", ()))
]


def _verdict(code: bytes, kernel: str) -> str:
    try:
        check_structure(code, features_of(kernel))
    except VerifierError as error:
        return error.log
    return ""


def _code(case: dict[str, Any]) -> bytes:
    if "program" in case:
        return encode(Insn(*fields) for fields in case["program"])
    slots = [case["insn"], *([case["next"]] if "next" in case else [])]
    return HEAD + encode(Insn(*fields) for fields in slots) + TAIL


@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize("case", CASES)
def test_malformed_code_is_refused_in_the_kernels_words(case: dict[str, Any], kernel: str) -> None:
    says = case["says"] if isinstance(case["says"], str) else case["says"][kernel]
    assert _verdict(_code(case), kernel) == says


@pytest.mark.parametrize("kernel", KERNELS)
def test_the_verdict_on_mutated_code_is_the_kernels(kernel: str) -> None:
    with (FOLDER / "recorded.tsv").open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) > 1500
    wrong = []
    for row in rows:
        code = bytes.fromhex(row["bytes"])
        found = _verdict(HEAD + code + TAIL if row["what"] == "insn" else code, kernel) or "-"
        if found != row[kernel]:
            wrong.append((row["bytes"], found, row[kernel]))
    assert wrong == []


@pytest.mark.parametrize("kernel", KERNELS)
def test_every_opcode_is_known_or_refused(kernel: str) -> None:
    features = {feature.name for feature in features_of(kernel)}
    classes = ("LD", "LDX", "ST", "STX", "ALU", "JMP", "JMP32", "ALU64")
    known = set()
    for row in TOPICS["opcodes"]["known"]:
        assert {classes[opcode & 7] for opcode in row["opcodes"]} == {row["class"]}
        if row.get("needs") in (None, *features):
            known |= set(row["opcodes"])
    for opcode in range(256):
        code = HEAD + encode([Insn(opcode, 1)]) + TAIL
        verdict = _verdict(code, kernel)
        is_ldx_mode = opcode & 7 == 1 and opcode & 0xE0 not in (
            (0x60, 0x80) if "ISA_V4" in features else (0x60,)
        )
        unknown = "BPF_LDX uses reserved fields" if is_ldx_mode else f"unknown opcode {opcode:02x}"
        assert (verdict == unknown) == (opcode not in known), f"{opcode:#04x}: {verdict!r}"


def test_an_instruction_of_a_newer_kernel_is_told_the_first_that_takes_it() -> None:
    seen = set()
    for case in TOPICS["newer"]["cases"]:
        if "needs" not in case:
            continue
        feature = Feature[case["needs"]]
        with pytest.raises(VerifierError) as caught:
            check_structure(_code(case), features_of("6.1"))
        seen.add(feature)
        assert f"lacks {case['needs'].lower()}" in caught.value.reason
        assert f"Linux {feature.value.since} is the first" in caught.value.suggestion
        assert "machine.kernel to 6.12" in caught.value.suggestion
    assert seen == {Feature.ISA_V4, Feature.MAY_GOTO}


def test_what_no_kernel_takes_is_promised_for_none() -> None:
    for insn in (Insn(0xBC, 1, 2, 32), Insn(0x3F, 1, 2, 7), Insn(0xD7, 1, 0, 0, 8), Insn(0xFF)):
        with pytest.raises(VerifierError) as caught:
            check_structure(HEAD + encode([insn]) + TAIL, features_of("6.1"))
        assert caught.value.suggestion == ""


def test_older_kernels_see_the_second_slot_of_ldimm64_when_they_reach_it() -> None:
    code = encode([Insn(0x15, 1, 0, 1), Insn(0x18, 0, 0, 0, 7), Insn(0), Insn(0x95)])
    assert _verdict(code, "6.0") == "invalid BPF_LD_IMM insn"
    assert _verdict(code, "6.2") == "invalid BPF_LD_IMM insn"
    assert _verdict(code, "6.1") == "jump into the middle of ldimm64 insn 1"


def test_a_call_into_a_module_needs_its_feature() -> None:
    code = encode([Insn(0x85, 0, 2, 1, 7), Insn(0x95)])
    assert _verdict(code, "5.15") == "BPF_CALL uses reserved fields"
    assert _verdict(code, "5.16") == ""
