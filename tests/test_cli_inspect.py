"""``bpfsim inspect``: programs, maps, relocations, needs, and the first kernel that has them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli.main import app
from sim.kernel.types.kernel_types import kernel_types

ROOT = Path(__file__).resolve().parent.parent
BIOLATENCY = ROOT / "scenarios" / "tutorial" / "03-biolatency.bpf.o"
MATRIX = ROOT / "tests" / "data" / "core" / "matrix.bpf.o"
LISTS = ROOT / "tests" / "data" / "verifier_lists" / "lists.bpf.o"


def inspected(*args: str) -> dict:
    result = CliRunner().invoke(app, ["inspect", *args, "--json"])
    assert result.exit_code == 0, result.output
    found: dict = json.loads(result.stdout)
    return found


def test_an_object_is_shown_with_what_it_needs() -> None:
    found = inspected(str(BIOLATENCY))
    assert (found["word"], found["first_kernel"]) == ("loads", "5.15")
    assert [one["name"] for one in found["programs"]] == ["rq_issue", "rq_complete"]
    assert {one["type"] for one in found["maps"]} == {"hash", "array"}
    needs = {(one["kind"], one["name"]): one["first"] for one in found["needs"]}
    assert needs["hook", "tracepoint/block/block_rq_complete"] == "5.15"
    assert needs["helper", "bpf_ktime_get_ns"] == "5.15"
    assert "targ_dev" in found["variables"]


def test_a_need_says_which_kernel_is_the_first() -> None:
    found = inspected(str(LISTS))
    needs = {one["name"]: one["first"] for one in found["needs"]}
    assert needs["bpf_obj_new_impl"] == "6.2"
    # named without _impl before
    assert needs["bpf_list_push_back_impl"] == "6.12"
    assert found["word"] == "relocate"
    lines = found["programs"][0]["libbpf"]
    missing = "not found in kernel or module BTFs"
    assert lines[0].startswith("libbpf: extern (func ksym) 'bpf_")
    assert lines[0].endswith(missing)
    assert lines[-1] == "libbpf: failed to load object 'lists'"


def test_relocations_are_those_of_the_kernel_that_is_asked_for(tmp_path: Path) -> None:
    became = {
        one["name"]: one["relocations"][0]["became"] for one in inspected(str(MATRIX))["programs"]
    }
    assert became["byte_off"] == "poisoned"
    assert became["type_exists"] == "absent"
    assert became["type_id_local"] == "fits"
    btf = tmp_path / "vmlinux"
    btf.write_bytes(kernel_types("6.12").btf_bytes())
    moved = [
        inspected(str(BIOLATENCY), *args)["programs"][0]["relocations"]
        for args in (("--kernel", "6.12"), ("--kernel", "6.12", "--btf", str(btf)))
    ]
    assert moved[0] == moved[1]


@pytest.mark.parametrize("args", [["--kernel", "7.0"], ["--btf", "nowhere"], ["--config", "mine"]])
def test_bad_input_is_refused(args: list[str]) -> None:
    result = CliRunner().invoke(app, ["inspect", str(BIOLATENCY), *args])
    assert result.exit_code == 2


def test_text_has_every_table() -> None:
    text = CliRunner().invoke(app, ["inspect", str(BIOLATENCY), "--kernel", "5.15"]).stdout
    for head in ("Program", "Map", "Relocation", "Needs", "First simulated kernel"):
        assert any(line.startswith(head) for line in text.splitlines())
