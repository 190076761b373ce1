"""``python -m tests.record_printf``: ask Linux 6.1 what it prints, by bpf_trace_vprintk.

Writes ``tests/data/printf-6.1.json``: rows of format (Latin-1), arguments (a number, ``"hello"``
for a pointer to that string, or hexadecimal digits for a pointer to those bytes), result, and text.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

if __name__ == "__main__" and __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sim.bpf.asm import assemble
from tests.oracle import OracleMissing, ask

__all__ = ["ADDRESS", "GOLDEN", "HELLO", "main"]

GOLDEN = Path(__file__).resolve().parent / "data" / "printf-6.1.json"
HELLO = "hello"
ADDRESS = "040302017f0000018877665544332211"
_NUMBERS = [-5, 1234567890123, 65]
_MARK = "bpf_trace_printk: "

_OF_NUMBERS = """
%d|%i|%u|%x|%X|%ld %lu|%lld %llx|%5d<|%-5d<|%05d<|%+d|% d|%+5d<|%-+5d<|%-05d<|%+05d<|%0+5d<|%c%c%c
|%3c<|%-3c<|%03c<|%%|100%%|%d%%|%5%|%|%q|%h|%hd|%l|%llld|%z|%dx|%cx|%#x|%.3d|%*d|%  d<|%-  5d<
|%00d|%010d<|%-10d<%10d<|%99d<|%+u|% x|%+x|%05x|%-8X<|%08lx|%+lld|%i%i%i%i|%ll|%c|%5c%5c|%p|%px
|%20px<|%-20px<|%020px<|%8px<|%pX|%pI5|%pz|%pk|%pu|%pkx|%ps|%pS|%pB<
"""
_OF_STRINGS = "%s|%10s<|%-10s<|%010s<|%s %s|%s.|%sx|%s,|%pks|%12pks<|%pksx|%pks."
_OF_ADDRESSES = "%pI4|%pi4|%pI6|%pi6|%20pI4<|%pI4x|%-20pi4<"


def _cases() -> Iterator[tuple[str, list[Any]]]:
    for fmt in _OF_NUMBERS.strip("\n").replace("\n", "").split("|"):
        if fmt not in ("%p", "%ps", "%pS"):  # hashed, or a symbol of that kernel
            yield fmt, _NUMBERS
    for fmt in ("%px %p %pK", "%s<", "%12s<", "%pks<", "%pus<", "%pI4", "%pi6", "%ps %pS", "%pB"):
        yield fmt, [0, 5 if "ps %pS" in fmt else 0, 0]
    yield "%px %p %pK", [-5, -5, -5]
    for fmt in _OF_STRINGS.split("|"):
        yield fmt, [HELLO] * 3
    for fmt in _OF_ADDRESSES.split("|"):
        yield fmt, [ADDRESS] * 3
    for fmt in (
        "a\x01",
        "%\x01",
        "\x7f",
        "\x85",
        "\xa0",
        "\xe9",
        "%s\xe9",
        "%s\xbf",
        "tab\t%d",
    ):
        yield fmt, [HELLO] * 3 if "%s" in fmt or "%p" in fmt else _NUMBERS
    yield "none", []
    yield "%d", []
    yield "%d", list(range(1, 13))
    yield "%d %d %d %d %d %d %d %d %d %d %d %d", list(range(1, 13))
    yield "%d", list(range(1, 14))


def _word(at: int, value: int) -> str:
    return f"r1 = {value & (1 << 64) - 1} ll\n*(u64 *)(r10 - {at}) = r1\n"


def _bytes(at: int, data: bytes) -> str:
    padded = data.ljust(-(-len(data) // 8) * 8, b"\0")
    words = [int.from_bytes(padded[i : i + 8], "little") for i in range(0, len(padded), 8)]
    return "".join(_word(at - 8 * i, word) for i, word in enumerate(words))


def _program(fmt: str, args: list[Any]) -> str:
    text = _bytes(160, HELLO.encode() + b"\0") + _bytes(144, bytes.fromhex(ADDRESS))
    for i, value in enumerate(args):
        at = 8 * (len(args) - i)
        if isinstance(value, int):
            text += _word(at, value)
        else:
            place = 160 if value == HELLO else 144
            text += f"r1 = r10\nr1 += -{place}\n*(u64 *)(r10 - {at}) = r1\n"
    data = fmt.encode("latin-1") + b"\0"
    text += _bytes(320, data) + f"r1 = r10\nr1 += -320\nr2 = {len(data)}\n"
    text += f"r3 = r10\nr3 += -{8 * len(args)}\n" if args else "r3 = 0\n"
    return text + f"r4 = {8 * len(args)}\ncall bpf_trace_vprintk\nexit\n"


def main() -> int:
    """Record the answers."""
    cases = list(_cases())
    jobs: list[dict[str, Any]] = []
    for number, (fmt, args) in enumerate(cases):
        insns = assemble(_program(fmt, args)).hex()
        run = {"kind": "run", "prog_type": "raw_tracepoint", "ctx_in": "00" * 16, "log_level": 4}
        jobs.append({"id": f"{number}", **run, "insns": insns})
        trace = "cat /sys/kernel/tracing/trace; echo > /sys/kernel/tracing/trace"
        jobs.append({"id": f"{number} text", "kind": "sh", "cmd": trace})
    try:
        _, answers = ask(jobs, "6.1")
    except OracleMissing as exc:
        print(f"record_printf: {exc}", file=sys.stderr)
        return 2
    rows = []
    for (fmt, args), ran, said in zip(cases, answers[::2], answers[1::2], strict=True):
        result = ran["run"]["retval"]
        _, mark, text = said["out"].rpartition(_MARK)
        shown = text.removesuffix("\n") if mark else None
        rows.append([fmt, args, result - (1 << 32) if result >> 31 else result, shown])
    lines = ",\n".join(json.dumps(row) for row in rows)
    GOLDEN.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{len(rows)} formats")
    return 0


if __name__ == "__main__":
    sys.exit(main())
