"""The notebooks run, in this interpreter, and say what their committed outputs say."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.notebook_runner import METADATA, NOTEBOOKS, ROOT, written

MAX_IMAGE_BYTES = 100 << 10
SLOW = ("01_where_did_my_event_go",)
WITH_NAMES = [pytest.param(path, id=path.stem) for path in NOTEBOOKS]
TO_RUN = [
    pytest.param(path, id=path.stem, marks=[pytest.mark.slow] if path.stem in SLOW else [])
    for path in NOTEBOOKS
]


def texts(notebook: nbformat.NotebookNode) -> list[tuple[str, list[Any]]]:
    """Return each code cell and what it says; images and stderr may differ between machines."""
    found = []
    for cell in notebook.cells:
        said = []
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                said += [output.text] if output.name == "stdout" else []
            else:
                data = output.get("data", {})
                kinds = sorted(kind for kind in data if not kind.startswith("image/"))
                said.append([output.output_type, *((kind, data[kind]) for kind in kinds)])
        found.append((cell.source, said))
    return found


def test_there_are_notebooks():
    assert [path.stem[:2] for path in NOTEBOOKS[:2]] == ["00", "01"]


@pytest.mark.parametrize("path", TO_RUN)
def test_a_notebook_says_what_it_said(tmp_path: Path, path: Path):
    # In a process of its own: event loops and sockets of the kernel's client are not ours.
    target = tmp_path / path.name
    command = [sys.executable, "-W", "ignore", "-m", "tests.notebook_runner", path, target]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    committed = nbformat.read(path, as_version=4)
    assert texts(nbformat.read(target, as_version=4)) == texts(committed), (
        "run `make notebooks` and look at the difference"
    )


@pytest.mark.parametrize("path", WITH_NAMES)
def test_a_committed_notebook_is_executed_and_holds_nothing_of_a_machine(path: Path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata == METADATA
    assert path.read_text(encoding="utf-8") == written(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert any("image/png" in output.get("data", {}) for c in cells for output in c.outputs)
    for cell in notebook.cells:
        assert cell.metadata == {}
        for output in cell.get("outputs", []):
            assert output.output_type != "error"
            assert output.get("name") != "stderr"
            # Four characters of base64 are three bytes.
            image = output.get("data", {}).get("image/png", "")
            assert 3 * len(image) // 4 <= MAX_IMAGE_BYTES
    text = path.read_text(encoding="utf-8")
    for place in (tempfile.gettempdir(), str(Path.home()), str(ROOT)):
        assert f"{place}/" not in text


@pytest.mark.parametrize("path", WITH_NAMES)
def test_a_notebook_ends_with_exercises(path: Path):
    notebook = nbformat.read(path, as_version=4)
    assert "## Exercises" in notebook.cells[-1].source
