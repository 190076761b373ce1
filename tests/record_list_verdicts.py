"""``python -m tests.record_list_verdicts``: ask Linux 6.12 of allocated objects and lists again.

Reads ``tests/data/verifier_lists/*.bpf.o`` (their sources lie beside them; ``bpfsim build``
compiles them) and the structs of `tests.list_types`, and writes ``verdicts.6.12.json``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

if __name__ == "__main__" and __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.list_types import CASES, btf_of
from tests.oracle import OracleMissing, ask

__all__ = ["DATA", "GOLDEN", "btf_jobs", "message", "object_jobs", "outcome"]

KERNEL = "6.12"
DATA = Path(__file__).resolve().parent / "data" / "verifier_lists"
GOLDEN = DATA / "verdicts.6.12.json"
_ACCEPT = "b700000000000000 9500000000000000"
_FIGURES = ("processed ", "verification time ", "stack depth ")


def object_jobs() -> list[dict[str, Any]]:
    """Return a job for every object."""
    paths = sorted(path.name for path in DATA.glob("*.bpf.o"))
    return [{"id": path, "kind": "object", "path": path, "isolate": True} for path in paths]


def btf_jobs() -> list[dict[str, Any]]:
    """Return a job for every case of `tests.list_types`."""
    head = {"kind": "verify", "prog_type": "socket_filter", "insns": _ACCEPT}
    return [
        {"id": name, **head, "btf": btf_of(structs).encode().hex()}
        for name, structs in CASES.items()
    ]


def message(answer: dict[str, Any]) -> str:
    """Return the last line of a refusal's log."""
    lines = [line for line in answer.get("log", "").splitlines() if not line.startswith(_FIGURES)]
    return lines[-1] if lines and not answer["ok"] else ""


def outcome(answer: dict[str, Any]) -> dict[str, Any]:
    """Return what is compared of an answer."""
    if answer["ok"]:
        return {"ok": True}
    found = {"ok": False, "errno": answer["errno"]}
    # the log of a refused BTF lists its types
    return found if answer.get("stage") == "btf_load" else {**found, "message": message(answer)}


def main() -> int:
    """Record all."""
    try:
        release, answers = ask([*object_jobs(), *btf_jobs()], KERNEL, DATA)
    except OracleMissing as exc:
        print(f"record_list_verdicts: {exc}", file=sys.stderr)
        return 2
    objects = {
        f"{one['id'].removesuffix('.bpf.o')}/{program['name']}": outcome(program)
        for one in answers
        if "programs" in one
        for program in one["programs"]
    }
    btf = {one["id"]: outcome(one) for one in answers if "programs" not in one}
    found = {"kernel": KERNEL, "release": release, "programs": objects, "btf": btf}
    GOLDEN.write_text(json.dumps(found, indent=1) + "\n")
    print(f"{len(objects)} programs, {len(btf)} BTFs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
