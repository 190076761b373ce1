"""``bpfsim fleet``: objects × kernels, as text, JSON, CSV and a picture."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli.main import app
from sim.versions.releases import KERNEL_RELEASES

TUTORIAL = Path(__file__).resolve().parent.parent / "scenarios" / "tutorial"
OPENSNOOP = TUTORIAL / "01-opensnoop.bpf.o"
BIOLATENCY = TUTORIAL / "03-biolatency.bpf.o"


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["fleet", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout


def test_an_object_that_loads_everywhere_says_so() -> None:
    code, text = run(str(OPENSNOOP))
    assert code == 0
    assert text.split("\n")[0].split() == ["Object", *KERNEL_RELEASES]
    assert text.split("\n")[1].split() == ["01-opensnoop", *["loads"] * 9]


def test_files_hold_every_program_and_every_relocation(tmp_path: Path) -> None:
    fates, relocs = tmp_path / "fates.csv", tmp_path / "relocs.csv"
    code, _ = run(str(BIOLATENCY), "--kernel", "6.1", "--csv", str(fates), "--relocs", str(relocs))
    assert code == 0
    rows = list(csv.DictReader(fates.open()))
    assert [(row["program"], row["stage"]) for row in rows] == [
        ("rq_issue", "loads"),
        ("rq_complete", "loads"),
    ]
    became = list(csv.DictReader(relocs.open()))
    assert {(row["kind"], row["became"]) for row in became} == {("byte_off", "fits")}
    assert became[0]["local"] == "struct trace_event_raw_block_rq.sector (0:2 @ offset 16)"


def test_a_broken_object_is_a_row_among_others_and_an_error_alone(tmp_path: Path) -> None:
    bad = tmp_path / "bad.bpf.o"
    bad.write_bytes(b"nothing")
    code, text = run(str(bad), str(OPENSNOOP), "--kernel", "6.1", "--json")
    assert code == 1
    words = {one["name"]: one["kernels"]["6.1"]["word"] for one in json.loads(text)["objects"]}
    assert words == {"bad": "open", "01-opensnoop": "loads"}
    assert run(str(bad))[0] == 2


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_picture_is_the_same_every_time(tmp_path: Path, form: str) -> None:
    files = [tmp_path / f"{name}.{form}" for name in "ab"]
    for file in files:
        run(str(OPENSNOOP), "--kernels", "6.1,6.12", "--picture", str(file))
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    "args",
    [
        ["--kernels", "6.3"],
        ["--picture", "x.pdf"],
        ["--target", "nothing"],
    ],
)
def test_bad_input_is_refused(args: list[str]) -> None:
    assert run(str(OPENSNOOP), *args)[0] == 2
