"""Small programs over rings and dynptrs whose results a Linux 6.1.192 has given.

`CASES` are assembler texts; ``@ring r1`` loads the address of a ring of 4096 bytes, ``@user`` that
of a user ring, ``@values`` that of an array's first value (64 bytes). ``python -m
tests.ring_answers RUN_PY`` asks the kernel through the oracle's ``run.py`` and writes the answers.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from sim.bpf.asm import assemble

__all__ = ["ANSWERS", "CASES"]

ANSWERS = Path(__file__).parent / "data" / "ring_answers-6.1.json"
_END = "exit"


def _query(what: int, reserves: int = 0) -> str:
    output = "@ring r1\nr2 = r10\nr2 += -16\nr3 = 16\nr4 = 1\ncall 130\n" * reserves
    head = "r1 = 7\n*(u64 *)(r10 - 8) = r1\n*(u64 *)(r10 - 16) = r1\n"
    return f"{head}{output}@ring r1\nr2 = {what}\ncall 134\nexit"


def _output(size: int, flags: int, times: int = 1) -> str:
    one = f"@values r2\n@ring r1\nr3 = {size}\nr4 = {flags}\ncall 130\n"
    return one * times + _END


def _reserve(size: int, flags: int = 0) -> str:
    """Reserve; say whether it went well, and give the record back."""
    return (
        f"@ring r1\nr2 = {size}\nr3 = {flags}\ncall 131\nr6 = 0\nif r0 == 0 goto +4\n"
        "r6 = 1\nr1 = r0\nr2 = 1\ncall 133\nr0 = r6\nexit"
    )


def _dynptr(size: int, flags: int, then: str) -> str:
    """Make a dynptr of the array's value and go on with r6 = what that returned."""
    make = f"@values r1\nr2 = {size}\nr3 = {flags}\nr4 = r10\nr4 += -16\ncall 197\nr6 = r0\n"
    return make + then


def _read(length: int, offset: int, flags: int = 0) -> str:
    return (
        "r1 = 0\n*(u64 *)(r10 - 32) = r1\n*(u64 *)(r10 - 24) = r1\n"
        f"r1 = r10\nr1 += -32\nr2 = {length}\nr3 = r10\nr3 += -16\nr4 = {offset}\nr5 = {flags}\n"
        "call 201\nexit"
    )


def _write(length: int, offset: int, flags: int = 0) -> str:
    return (
        "r1 = 9\n*(u64 *)(r10 - 32) = r1\n*(u64 *)(r10 - 24) = r1\n"
        f"r1 = r10\nr1 += -16\nr2 = {offset}\nr3 = r10\nr3 += -32\nr4 = {length}\nr5 = {flags}\n"
        "call 202\nexit"
    )


def _data(offset: int, length: int) -> str:
    return (
        f"r1 = r10\nr1 += -16\nr2 = {offset}\nr3 = {length}\ncall 203\n"
        "r6 = 1\nif r0 != 0 goto +1\nr6 = 0\nr0 = r6\nexit"
    )


def _ring_dynptr(size: int, flags: int, then: str = "", finish: int = 200) -> str:
    return (
        f"@ring r1\nr2 = {size} ll\nr3 = {flags}\nr4 = r10\nr4 += -16\ncall 198\nr7 = r0\n{then}"
        f"r1 = r10\nr1 += -16\nr2 = 1\ncall {finish}\nr0 = r7\nexit"
    )


def _drain(flags: int) -> str:
    return f"@user r1\nld_pseudo r2, 4, 5\nr3 = 0\nr4 = {flags}\ncall 209\nexit\nr0 = 0\nexit"


CASES: dict[str, str] = {
    **{f"query {what} of an empty ring": _query(what) for what in range(5)},
    **{f"query {what} after three records": _query(what, 3) for what in range(5)},
    "output": _output(8, 0),
    "output of nothing": _output(0, 0),
    "output, no wake-up": _output(8, 1),
    "output, forced wake-up": _output(8, 2),
    "output, both flags": _output(8, 3),
    "output, unknown flag": _output(8, 4),
    "output until the ring is full": _output(64, 1, 56),
    "output into a full ring": _output(64, 1, 57),
    "reserve": _reserve(8),
    "reserve nothing": _reserve(0),
    "reserve with a flag": _reserve(8, 1),
    "reserve all but the last 8 bytes": _reserve(4080),
    "reserve the whole ring": _reserve(4088),
    "reserve more than the ring": _reserve(4096),
    "reserve far too much": _reserve(0x40000000),
    "dynptr": _dynptr(64, 0, "r0 = r6\nexit"),
    "dynptr with a flag": _dynptr(64, 1, "r0 = r6\nexit"),
    "read 8 of 64": _dynptr(64, 0, _read(8, 0)),
    "read the end": _dynptr(64, 0, _read(8, 56)),
    "read beyond the end": _dynptr(64, 0, _read(8, 57)),
    "read nothing at the end": _dynptr(64, 0, _read(0, 64)),
    "read nothing beyond the end": _dynptr(64, 0, _read(0, 65)),
    "read with a flag": _dynptr(64, 0, _read(8, 0, 1)),
    "read from a null dynptr": _dynptr(64, 1, _read(8, 0)),
    "read at an offset like -1": _dynptr(64, 0, _read(8, -1)),
    "write 8 of 64": _dynptr(64, 0, _write(8, 0)),
    "write beyond the end": _dynptr(64, 0, _write(16, 49)),
    "write with a flag": _dynptr(64, 0, _write(8, 0, 1)),
    "write to a null dynptr": _dynptr(64, 1, _write(8, 0)),
    "data": _dynptr(64, 0, _data(0, 64)),
    "data beyond the end": _dynptr(64, 0, _data(1, 64)),
    "data of a null dynptr": _dynptr(64, 1, _data(0, 8)),
    "ring dynptr": _ring_dynptr(64, 0),
    "ring dynptr, submitted": _ring_dynptr(64, 0, finish=199),
    "ring dynptr with a flag": _ring_dynptr(64, 1),
    "ring dynptr, too large for a dynptr": _ring_dynptr(1 << 24, 0),
    "ring dynptr, largest of a dynptr": _ring_dynptr((1 << 24) - 1, 0),
    "ring dynptr, larger than the ring": _ring_dynptr(4096, 0),
    "ring dynptr of nothing": _ring_dynptr(0, 0),
    **{f"drain an empty ring, flags {flags}": _drain(flags) for flags in range(5)},
}

_MAPS = ("ring", "user", "values")


def _oracle_text(text: str) -> str:
    text = re.sub(r"@ring (r\d)", r"ld_pseudo \1, 1, 0", text)
    text = re.sub(r"@user (r\d)", r"ld_pseudo \1, 1, 1", text)
    return re.sub(r"@values (r\d)", r"ld_pseudo \1, 2, 2", text)


def main(run_py: str) -> None:
    """Ask the kernel and write its answers."""
    maps = [
        {"type": "ringbuf", "key_size": 0, "value_size": 0, "max_entries": 4096},
        {"type": "user_ringbuf", "key_size": 0, "value_size": 0, "max_entries": 4096},
        {"type": "array", "key_size": 4, "value_size": 64, "max_entries": 1},
    ]
    jobs = [
        {
            "id": name,
            "kind": "run",
            "prog_type": "sched_cls",
            "maps": maps,
            "insns": assemble(_oracle_text(text)).hex(),
            "data_in": "00" * 64,
            "auto_func_info": True,
        }
        for name, text in CASES.items()
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write("".join(json.dumps(job) + "\n" for job in jobs))
        file.flush()
        done = subprocess.run([run_py, file.name], capture_output=True, text=True, check=True)
    answers = {}
    for line in done.stdout.splitlines():
        result = json.loads(line)
        if not result.get("ok"):
            print(result["id"], result.get("err"), result.get("log", "")[-400:])
            continue
        answers[result["id"]] = result["run"]["retval"]
    ANSWERS.write_text(json.dumps(answers, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
