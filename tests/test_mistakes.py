"""Well-known mistakes: each is refused, and its explanation names the line and the mend."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from sim.bpf.verifier.explain.explain import Explanation, explain
from sim.bpf.verifier.spec import ALL_CAPS, Kernel
from sim.cli.explain_text import explanation_text
from sim.cli.main import app
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.open import open_object
from sim.loader.verify_object import verify_object
from sim.versions.features import features_of

FOLDER = Path(__file__).parent / "mistakes"
CASES: dict[str, Mapping[str, Any]] = yaml.safe_load((FOLDER / "expected.yaml").read_text())
QUICK = [name for name, case in CASES.items() if not case.get("slow")]
SLOW = [name for name, case in CASES.items() if case.get("slow")]


def explained(name: str) -> Explanation:
    """Verify a mistake without a log, and explain what becomes of it."""
    caps = ALL_CAPS if CASES[name].get("privileged", True) else ()
    kernel = Kernel("6.1", features_of("6.1"), kernel_btf("6.1"), caps=caps)
    spec = open_object(FOLDER / f"{name}.bpf.o")
    (verdict,) = verify_object(spec, kernel, log_level=0, with_trace=True)
    assert verdict.kind.value == "reject"
    assert verdict.trace is not None
    found = explain(verdict.trace)
    assert found is not None
    return found


def check(name: str) -> None:
    case, found = CASES[name], explained(name)
    assert (found.name, found.line) == (case["entry"], case["line"])
    assert [text for text in case["what"] if text not in found.what] == []
    assert [text for text in case["mend"] if text not in found.mend] == []
    if found.line:
        assert [row.line for row in found.path][-1:] in ([], [found.line])


def test_every_source_has_an_object_and_an_expectation():
    sources = {path.name.removesuffix(".bpf.c") for path in FOLDER.glob("*.bpf.c")}
    objects = {path.name.removesuffix(".bpf.o") for path in FOLDER.glob("*.bpf.o")}
    assert sources == objects == set(CASES)
    assert len(sources) >= 30


@pytest.mark.parametrize("name", QUICK)
def test_a_mistake_is_explained(name):
    check(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW)
def test_a_mistake_that_takes_long_is_explained(name):
    check(name)


@pytest.mark.parametrize("name", QUICK)
def test_the_line_of_a_mistake_is_in_its_source(name):
    case = CASES[name]
    lines = (FOLDER / f"{name}.bpf.c").read_text().splitlines()
    assert case["line"] == 0 or case["code"] in lines[case["line"] - 1]


def test_the_path_shows_lines_instructions_and_branches():
    text = explanation_text(explained("reference_leaked"))
    assert "line 18: if (ctx->args[0] > 100)" in text
    assert "if r0 == 0x0 goto pc+8   <- not taken" in text
    assert "if r1 > 0x64 goto pc+6   <- taken" in text


def test_a_long_path_is_cut_in_the_middle():
    found = explained("loop_long_path")
    left_out = [row.left_out for row in found.path if row.left_out]
    assert len(left_out) == 1
    assert sum(len(row.insns) for row in found.path) + left_out[0] > 400


def test_a_function_of_the_program_shows_deeper_than_its_caller():
    frames = [row.frameno for row in explained("return_callback").path]
    assert (frames[0], frames[-1]) == (0, 1)


def test_registers_are_told_in_words():
    registers = explained("index_off_by_one").registers
    assert registers["R0"].startswith("a pointer to a value of a map 'table' (64 bytes), plus a")


def test_json_has_the_explanation():
    shown = CliRunner().invoke(app, ["verify", str(FOLDER / "double_submit.bpf.o"), "--json"])
    (program,) = json.loads(shown.stdout)["programs"]
    found = program["explanation"]
    assert shown.exit_code == 1
    assert {"what", "path", "registers", "mend"} <= set(found)
    assert found["line"] == CASES["double_submit"]["line"]
    assert any(row.get("branch") == "not taken" for row in found["path"])


def test_an_accepted_program_has_no_explanation():
    tutorial = FOLDER.parent.parent / "scenarios" / "tutorial" / "02-syscount.bpf.o"
    shown = CliRunner().invoke(app, ["verify", str(tutorial), "--json"])
    assert [one["explanation"] for one in json.loads(shown.stdout)["programs"]] == [None] * 9


def test_the_text_comes_behind_the_log():
    shown = CliRunner().invoke(app, ["verify", str(FOLDER / "null_check_missing.bpf.o")])
    log, _, story = shown.stdout.partition("What the program tried:")
    assert "R0 invalid mem access 'map_value_or_null'" in log
    assert "What usually mends it:" in story
