"""The kernel oracle: real kernels under qemu that answer jobs.

``$BPFSIM_ORACLE`` names its directory; unless set it is ``../shared/oracle`` beside the
repository. It has to be built there once (``./build.sh``; copy the directory out first if it is
not yours to write). Only recorders use it: the test suite compares with what they stored.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
#: What changes from run to run, or is a length of native code.
VOLATILE = ("load_us", "guest_us", "jited_len", "duration_ns")
_VOLATILE_LINES = ("verification time ",)


class OracleMissing(Exception):
    """There is no oracle to ask."""


def oracle_dir() -> Path:
    """Return where the oracle is.

    Raises:
        OracleMissing: It is not there, or not built.
    """
    path = Path(os.environ.get("BPFSIM_ORACLE") or ROOT.parent / "shared" / "oracle")
    if not (path / "run.py").is_file():
        raise OracleMissing(f"{path} has no run.py; set BPFSIM_ORACLE to the oracle's directory")
    if not (path / "kernels").is_dir():
        raise OracleMissing(f"{path} is not built; copy it out, run ./build.sh, set BPFSIM_ORACLE")
    return path


def ask(
    jobs: Sequence[Mapping[str, Any]],
    kernel: str,
    base: Path = ROOT,
    options: Sequence[str] = (),
) -> tuple[str, list[dict[str, Any]]]:
    """Put jobs to a real kernel; paths of objects start at *base*; *options* go to ``run.py``.

    Returns:
        The kernel's release, and the answers without what changes from run to run.
    """
    with tempfile.TemporaryDirectory() as folder:
        wanted, meta = Path(folder) / "jobs.jsonl", Path(folder) / "meta.json"
        rows = [{**job, "path": str(base / job["path"])} if "path" in job else job for job in jobs]
        wanted.write_text("".join(json.dumps(row) + "\n" for row in rows))
        command = [sys.executable, str(oracle_dir() / "run.py"), "--kernel", kernel, *options]
        done = subprocess.run(
            [*command, "--meta", str(meta), str(wanted)],
            capture_output=True,
            text=True,
            check=True,
        )
        release = json.loads(meta.read_text())["boots"][0]["release"]
    return release, [steady(json.loads(line)) for line in done.stdout.splitlines()]


def steady(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what changes from run to run."""
    found: dict[str, Any] = {}
    for name, value in answer.items():
        if name in VOLATILE:
            continue
        if isinstance(value, Mapping):
            found[name] = steady(value)
        elif name == "programs":
            found[name] = [steady(one) for one in value]
        elif name == "log":
            found[name] = "".join(_steady_lines(str(value).splitlines(keepends=True)))
        elif name != "log_len":
            found[name] = value
    return found


def _steady_lines(lines: Iterable[str]) -> Iterable[str]:
    return (line for line in lines if not line.startswith(_VOLATILE_LINES))
