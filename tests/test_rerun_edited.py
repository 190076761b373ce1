"""``bpfsim rerun`` of a directory that somebody edited says what was edited, and runs nothing."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.scenarios import TUTORIAL, small_file
from tests.test_cli_verbs import bpfsim, runner  # noqa: F401


@pytest.fixture
def rerun(bpfsim, runner, tmp_path):  # noqa: F811
    """Make a run in ``r``; gives what runs it again, which must not get as far as running."""
    small_file(tmp_path)
    assert bpfsim("run", "small.yaml", "-q", "--no-report", "-o", "r")[0] == 0
    runner.error = AssertionError("it was run")
    return lambda: bpfsim("rerun", "r", "-q")


@pytest.mark.parametrize("name", ["scenario.yaml", "profile.yaml", "objects/01-opensnoop.bpf.o"])
def test_an_edited_copy_of_an_input_is_told(rerun, tmp_path, name):
    file = tmp_path / "r" / name
    whole = file.read_bytes()
    file.write_bytes(whole + b"\n")
    status, out, err = rerun()
    assert (status, out) == (2, "")
    assert f"{name} was edited after the run" in err
    file.unlink()
    status, _, err = rerun()
    assert status == 2
    assert "scenario.yaml" in err if name == "scenario.yaml" else f"{name} is gone" in err


def test_a_copy_replaced_by_another_object_is_told(rerun, tmp_path):
    shutil.copy(TUTORIAL / "02-syscount.bpf.o", tmp_path / "r" / "objects" / "01-opensnoop.bpf.o")
    assert "01-opensnoop.bpf.o was edited after the run" in rerun()[2]


def test_an_edited_result_is_told_before_anything_is_run(rerun, tmp_path):
    column = next((tmp_path / "r" / "tables" / "requests").glob("end_ns.npy"))
    data = bytearray(column.read_bytes())
    data[-1] ^= 1
    column.write_bytes(data)
    status, out, err = rerun()
    assert (status, out) == (2, "")
    assert "a result table was changed after it was written" in err
    assert "the digest of end_ns differs" in err


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("manifest.json", None, "there is no manifest here"),
        ("manifest.json", "{", "the manifest cannot be read"),
        ("manifest.json", "[" * 100_000, "nested too deep"),
        ("manifest.json", '{"format": 99}', "the manifest has another format"),
        ("manifest.json", '{"format": 1}', "results.tables is missing"),
        ("status.json", None, "this is no run directory"),
        ("status.json", "{", "r is incomplete"),
    ],
)
def test_a_broken_file_is_told(rerun, tmp_path, name, text, says):
    file = tmp_path / "r" / name
    if text is None:
        file.unlink()
    else:
        file.write_text(text)
    status, out, err = rerun()
    assert says in out + err
    # What has no result is run again, and that is where the stand-in fails.
    assert status == (70 if says == "r is incomplete" else 2)


def test_a_changed_digest_in_the_manifest_is_told(rerun, tmp_path):
    file = tmp_path / "r" / "manifest.json"
    manifest = json.loads(file.read_text())
    manifest["results"]["digest"] = "0" * 64
    file.write_text(json.dumps(manifest))
    assert "manifest.json has another digest of the whole" in rerun()[2]
