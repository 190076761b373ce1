"""Recording what a real kernel answers to the verdict cases.

Run as ``python -m tests.record_verdict_cases [TOPIC ...]`` with the folder of a built kernel
runner in $BPFSIM_ORACLE: its ``run.py [--kernel 6.12] JOBS`` reads jobs and writes answers, one
JSON object a line. Writes ``tests/verdicts/<topic>.6.1.yaml`` and, where Linux 6.12 answers
otherwise, ``<topic>.6.12.yaml``.

**Rule:** the same answers give the same bytes; a case that the runner could not put to the kernel
stops the recording before anything is written.

**Not modelled:** other architectures than the runner's.
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

from tests.verdict_cases import FOLDER, Answer, Case, answer_of_result, case_topics, load_cases

__all__ = ["main", "recorded_text"]

_ASKABLE = ("load", "map_create", "attach_btf", "fixup_btf", "btf_load")
_UNAME = {"id": "uname", "kind": "sh", "cmd": "uname -v"}


def recorded_text(kernel: str, answers: Mapping[str, Answer]) -> str:
    """Return the file that holds *answers*, by the name of the case."""
    lines = [
        "# Recorded by `python -m tests.record_verdict_cases`.",
        f"kernel: {json.dumps(kernel)}",
        "answers:" if answers else "answers: {}",
    ]
    for name, answer in answers.items():
        lines.append(f"  {name}:")
        lines.append(f"    verdict: {answer.verdict}")
        if answer.stage:
            lines.append(f"    stage: {answer.stage}")
        if answer.errno:
            lines.append(f"    errno: {answer.errno}")
        if answer.message:
            lines.append(f"    message: {json.dumps(answer.message)}")
        if answer.r0 is not None:
            lines.append(f"    r0: {answer.r0}")
    return "\n".join(lines) + "\n"


def main(topics: Sequence[str]) -> None:
    """Record *topics*, or all."""
    chosen = list(topics) or case_topics()
    if unknown := sorted(set(chosen) - set(case_topics())):
        sys.exit(f"no topic {unknown[0]!r}; there are {', '.join(case_topics())}")
    cases = [case for case in load_cases() if case.topic in chosen]
    older_kernel, older = _ask("6.1", cases)
    newer_kernel, newer = _ask("6.12", cases)
    for topic in chosen:
        of_topic = [case for case in cases if case.topic == topic]
        _write(topic, "6.1", older_kernel, {case.name: older[case.id] for case in of_topic})
        different = [case for case in of_topic if older[case.id] != newer[case.id]]
        _write(topic, "6.12", newer_kernel, {case.name: newer[case.id] for case in different})


def _write(topic: str, release: str, kernel: str, answers: Mapping[str, Answer]) -> None:
    path = FOLDER / f"{topic}.{release}.yaml"
    if answers:
        path.write_text(recorded_text(kernel, answers))
    else:
        path.unlink(missing_ok=True)


def _ask(release: str, cases: Iterable[Case]) -> tuple[str, dict[str, Answer]]:
    """Put *cases* to the kernel *release*; return its full version and the answers by id."""
    results = _run(release, [_UNAME, *(case.job() for case in cases)])
    kernel = _version(str(results.pop("uname").get("out", "")))
    failed = [
        f"{case_id}: {result.get('stage')}: {result.get('err')} {result.get('why', '')}"
        for case_id, result in results.items()
        if not result["ok"] and result.get("stage", "load") not in _ASKABLE
    ]
    if failed:
        sys.exit("these cases could not be put to the kernel:\n  " + "\n  ".join(failed))
    return kernel, {case_id: answer_of_result(result) for case_id, result in results.items()}


def _run(release: str, jobs: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    folder = os.environ.get("BPFSIM_ORACLE")
    if not folder:
        sys.exit("set BPFSIM_ORACLE to the folder of a built kernel runner (its run.py)")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "jobs.jsonl"
        path.write_text("".join(json.dumps(job) + "\n" for job in jobs))
        command = [sys.executable, str(Path(folder) / "run.py"), "--kernel", release, str(path)]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    results = [json.loads(line) for line in output.splitlines()]
    return {result["id"]: result for result in results}


def _version(uname: str) -> str:
    """Return the release in ``#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-2 (2026-01-01)``."""
    words = uname.split()
    return words[words.index("Debian") + 1] if "Debian" in words else uname.strip()


if __name__ == "__main__":
    main(sys.argv[1:])
