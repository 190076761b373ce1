"""``python -m tests.helper_jobs``: write the jobs that ask a kernel what helpers return.

Writes ``tests/data/verdicts/helpers.jobs.jsonl``; `tests.record_verdicts` records the answers and
`tests.test_verify_jobs` compares ours with them. A job's program calls a helper once and keeps R0,
and what the helper wrote, in an array's value.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sim.bpf.asm import assemble

__all__ = ["helper_jobs", "main"]

PATH = Path(__file__).resolve().parent / "data" / "verdicts" / "helpers.jobs.jsonl"
_OUT = {"type": 2, "key_size": 4, "value_size": 24, "max_entries": 1, "name": "out"}
_NUMBERS = (
    *(
        "0",
        "7",
        "42",
        "-42",
        "+42",
        " \t\n13",
        "  -1",
        "- 1",
        "--1",
        "",
        " ",
        "-",
        "x",
        "1x",
        "12 3",
    ),
    *("0x1f", "0X1F", "0x", "0xg", "-0x10", "017", "08", "00", "0", "1f", "ff", "FF", "z1", "9a"),
    *("9223372036854775807", "9223372036854775808", "-9223372036854775808"),
    *("-9223372036854775809", "18446744073709551615", "18446744073709551616"),
    *("99999999999999999999999", "0xffffffffffffffff", "0x10000000000000000"),
    *("1777777777777777777777", "2000000000000000000000", "0" * 62 + "7", "0" * 63 + "7"),
    *("\x0b5", "\xa05", "5\x00", "\x005", "1_000", "1,000", "0b1", "0o7", "1e3"),
)


def _words(at: int, data: bytes) -> str:
    """Return instructions that put bytes on the stack at R10 + *at*."""
    padded = data.ljust(-(-len(data) // 8) * 8, b"\0")
    lines = []
    for i in range(0, len(padded), 8):
        word = int.from_bytes(padded[i : i + 8], "little")
        lines.append(f"r1 = {word} ll\n*(u64 *)(r10 {at + i:+d}) = r1")
    return "\n".join(lines)


def _kept() -> str:
    """Return instructions that keep R0 and the word at R10 − 8."""
    return """
        ld_pseudo r1, 2, 0
        *(u64 *)(r1 + 0) = r0
        r2 = *(u64 *)(r10 - 8)
        *(u64 *)(r1 + 8) = r2
        r0 = 0
        exit
    """


def _job(name: str, text: str) -> dict[str, Any]:
    return {
        "id": name,
        "kind": "run",
        "prog_type": "socket_filter",
        "insns": assemble(text).hex(),
        "maps": [_OUT],
        "data_in": "00" * 64,
        "log_level": 4,
        "dump_maps": True,
    }


def _numbers() -> Iterator[dict[str, Any]]:
    for helper in ("strtol", "strtoul"):
        for base in (0, 8, 10, 16, 2, 36):
            for number, text in enumerate(_NUMBERS):
                if base in (2, 36) and number > 2:
                    continue
                data = text.encode("latin-1")
                size = max(len(data), 1)
                program = f"""
                    {_words(-80, data.ljust(72, bytes(1))[:72])}
                    r1 = 119
                    *(u64 *)(r10 - 8) = r1
                    r1 = r10
                    r1 += -80
                    r2 = {size}
                    r3 = {base}
                    r4 = r10
                    r4 += -8
                    call bpf_{helper}
                    {_kept()}
                """
                yield _job(f"{helper}/{base}/{number}", program)


def helper_jobs() -> list[dict[str, Any]]:
    """Return the jobs."""
    return list(_numbers())


def main() -> None:
    """Write the jobs."""
    rows = [json.dumps(job, separators=(",", ":")) for job in helper_jobs()]
    PATH.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
