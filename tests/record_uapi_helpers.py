"""``python -m tests.record_uapi_helpers HEADER``: keep the helpers that a header declares.

*HEADER* is libbpf's ``bpf_helper_defs.h``, which is made from the kernel's uapi header. Writes
``tests/data/uapi_helpers.json``: number, result, name and parameters of each.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

__all__ = ["PATH", "declared", "main"]

PATH = Path(__file__).resolve().parent / "data" / "uapi_helpers.json"
_ROW = re.compile(
    r"^static ([^;\n]*?)\(\* ?(?:const )?(bpf_\w+)\)\(([^\n]*?)\) = \(void \*\) ?(\d+);",
    re.MULTILINE,
)


def declared(header: str) -> list[tuple[int, str, str, str]]:
    """Return number, result, name and parameters of what a header's text declares."""
    rows = ((int(m[4]), m[1].strip(), m[2], m[3]) for m in _ROW.finditer(header))
    return sorted(rows)


def main(arguments: list[str]) -> None:
    """Keep them."""
    rows = declared(Path(arguments[0]).read_text(encoding="utf-8"))
    lines = ",\n".join(f" {json.dumps(row)}" for row in rows)
    PATH.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
