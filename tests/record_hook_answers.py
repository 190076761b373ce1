"""``python -m tests.record_hook_answers``: ask Linux again what programs see on each kind of hook.

Compiles ``tests/hooks/*.bpf.c``, puts the objects to the oracle with `CALLS` calls of openat, and
writes their global variables to ``tests/hooks/answers-KERNEL.json``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

if __name__ == "__main__" and __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sim.loader.build import build_object
from sim.loader.open import open_object
from tests.oracle import ROOT, OracleMissing, ask

__all__ = ["CALLS", "FOLDER", "OBJECTS", "chosen"]

FOLDER = Path(__file__).resolve().parent / "hooks"
OBJECTS = ("kinds", "order")
KERNELS = ("6.1", "6.12")
CALLS = 7


def chosen(name: str, kernel: str) -> list[str]:
    """Return an object's programs that a kernel, as Debian configures it, can attach."""
    programs = open_object(FOLDER / f"{name}.bpf.o").programs
    return [p.name for p in programs if kernel != "6.1" or ".multi" not in p.kind]


def main() -> int:
    """Record."""
    for name in OBJECTS:
        source = FOLDER / f"{name}.bpf.c"
        build_object(source, FOLDER / f"{name}.bpf.o", ROOT / "sim" / "include")
    for kernel in KERNELS:
        jobs = [
            {
                "id": name,
                "kind": "object",
                "path": str((FOLDER / f"{name}.bpf.o").relative_to(ROOT)),
                "programs": chosen(name, kernel),
                "vars": {"target_pid": "$pid"},
                "attach": True,
                "trigger": f"openat {CALLS}",
            }
            for name in OBJECTS
        ]
        try:
            release, answers = ask(jobs, kernel)
        except OracleMissing as missing:
            print(missing, file=sys.stderr)
            return 1
        found = {}
        for answer in answers:
            if not answer["ok"]:
                raise SystemExit(f"{answer['id']}: {answer.get('err')}")
            variables = {n: v for n, v in answer["vars"].items() if n != "target_pid"}
            found[answer["id"]] = variables
        text = json.dumps({"release": release, **found}, indent=1, sort_keys=True)
        (FOLDER / f"answers-{kernel}.json").write_text(text + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
