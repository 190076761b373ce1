"""Executes the notebooks as a reader does: ``python -m tests.notebook_runner`` rewrites them all.

A notebook runs in a folder of its own beside a link to the scenarios, so that what it writes
(``../runs``) stays out of the repository; the kernel is this very interpreter, whatever kernels
are installed.

**Rule:** what is written depends on the notebook's cells and on the model only: no times, no
paths, no versions.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

__all__ = ["METADATA", "NOTEBOOKS", "execute", "main", "written"]

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


class _ThisInterpreter(KernelSpecManager):
    """Knows one kernel: the interpreter that runs this."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        command.append("--log-level=ERROR")  # an unencrypted socket is no news
        return KernelSpec(argv=command, display_name="Python 3", language="python")


class _Manager(AsyncKernelManager):
    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        return _ThisInterpreter()


def execute(path: Path) -> nbformat.NotebookNode:
    """Return a notebook with the outputs of running it.

    Raises:
        CellExecutionError: A cell raised.
    """
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory(prefix="bpfsim-notebook-") as name:
        folder = Path(name)
        (folder / "notebooks").mkdir()
        (folder / "scenarios").symlink_to(ROOT / "scenarios")
        client = NotebookClient(
            notebook,
            kernel_manager_class=_Manager,
            kernel_name="python3",
            timeout=None,
            record_timing=False,
            resources={"metadata": {"path": str(folder / "notebooks")}},
        )
        client.execute(env=_environment(folder))
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
    return notebook


def _environment(folder: Path) -> dict[str, str]:
    """Return the kernel's environment: this checkout, and no settings of the user's."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(":"),
        "IPYTHONDIR": str(folder / "ipython"),
        "MATPLOTLIBRC": str(folder),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }


def written(notebook: nbformat.NotebookNode) -> str:
    """Return the text of a notebook's file."""
    return nbformat.writes(notebook).rstrip("\n") + "\n"


def main(arguments: list[str]) -> None:
    """Execute one notebook into a file, or without arguments all of them in place."""
    pairs = [(Path(arguments[0]), Path(arguments[1]))] if arguments else []
    for source, target in pairs or [(path, path) for path in NOTEBOOKS]:
        target.write_text(written(execute(source)), encoding="utf-8")
        print(target.name)


if __name__ == "__main__":
    main(sys.argv[1:])
