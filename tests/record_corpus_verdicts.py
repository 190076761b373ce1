"""``python -m tests.record_corpus_verdicts``: what a real 6.1 says of each program of the corpus.

Asks the kernel oracle (`tests.oracle`) to load the programs of every object one by one, with
libbpf, and writes ``tests/data/corpus-verdicts-6.1.json``: by object and program the errno, what
the verifier counted, its last message, and how many instructions the rewritten program has.
"""

from __future__ import annotations

import base64
import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

if __name__ == "__main__" and __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sim.loader.refusal import last_message
from tests.corpus import corpus_objects
from tests.corpus_types import object_key
from tests.oracle import OracleMissing, ask

__all__ = ["RECORD", "counted"]

RECORD = Path(__file__).parent / "data" / "corpus-verdicts-6.1.json"
KERNEL = "6.1"
_COUNTED = re.compile(
    r"^processed (\d+) insns .* max_states_per_insn (\d+) total_states (\d+) "
    r"peak_states (\d+) mark_read (\d+)$",
    re.MULTILINE,
)


def counted(log: str) -> list[int]:
    """Return the figures of a log: instructions, most states of one, total, peak, mark_read."""
    found = _COUNTED.search(log)
    return [int(figure) for figure in found.groups()] if found else []


def compact(answers: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, list[Any]]]:
    """Return what is kept of the oracle's answers."""
    found: dict[str, dict[str, list[Any]]] = {}
    for answer in answers:
        rows = found[answer["id"]] = {}
        for one in answer["programs"]:
            log = one.get("log", "")
            message = "" if one["ok"] else last_message(log)
            nr_insns = one.get("xlated_len", 0) // 8
            rows[one["name"]] = [one["errno"], counted(log), message, nr_insns]
    return found


def write(release: str, found: Mapping[str, Mapping[str, list[Any]]]) -> None:
    """Write the record, one program a line."""
    lines = []
    for name, rows in sorted(found.items()):
        programs = [f"   {json.dumps(key)}: {json.dumps(row)}" for key, row in rows.items()]
        lines.append(f"  {json.dumps(name)}: {{\n" + ",\n".join(programs) + "\n  }")
    body = ",\n".join(lines)
    text = f'{{\n "release": {json.dumps(release)},\n "objects": {{\n{body}\n }}\n}}\n'
    RECORD.write_text(text, encoding="utf-8")


def main() -> int:
    """Record the whole corpus."""
    jobs = [
        {
            "id": object_key(path),
            "kind": "object",
            "object_b64": base64.b64encode(path.read_bytes()).decode(),
            "isolate": True,
            "log_level": 4,
        }
        for path in corpus_objects()
    ]
    try:
        release, answers = ask(jobs, KERNEL)
    except OracleMissing as exc:
        print(f"record_corpus_verdicts: {exc}", file=sys.stderr)
        return 2
    write(release, compact(answers))
    print(f"{len(answers)} objects of {release}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
