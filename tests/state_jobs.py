"""``python -m tests.state_jobs``: write the jobs that ask a kernel how many states it keeps.

Writes ``tests/data/verdicts/states.jobs.jsonl``; `tests.record_verdicts` records the answers, whose
last line has the counts, and `tests.test_verify_jobs` compares ours with them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sim.bpf.asm import assemble

__all__ = ["exploding", "job", "main", "state_jobs"]

PATH = Path(__file__).resolve().parent / "data" / "verdicts" / "states.jobs.jsonl"
_RANDOM = "call bpf_get_prandom_u32\n"


def job(name: str, text: str, **more: Any) -> dict[str, Any]:
    """Return the job of one program, whose answer is statistics and, if refused, the reason."""
    insns = assemble(text).hex()
    fixed = {"id": name, "kind": "verify", "prog_type": "socket_filter"}
    return {**fixed, "insns": insns, "log_level": 4, **more}


def _loop(rounds: int, body: str) -> str:
    return f"r6 = 0\nr7 = 0\nagain:\n{body}\nr6 += 1\nif r6 < {rounds} goto again\nr0 = 0\nexit"


def _diamonds(nr: int, end: str) -> str:
    """Return *nr* branches one after the other, each with two ways that add other numbers."""
    text = f"{_RANDOM}r7 = r0\nr6 = 0\n"
    for i in range(nr):
        text += f"if r7 & {1 << (i % 31)} goto l{i}a\nr6 += {i + 1}\ngoto l{i}b\n"
        text += f"l{i}a:\nr6 ^= {i * 37 & 0xFF}\nl{i}b:\n"
    return text + end


#: A use of R6 that makes every number that it may have count.
_PRECISE = "r8 = r10\nr6 &= 63\nr6 += -512\nr8 += r6\n*(u8 *)(r8 + 64) = r6\nr0 = 0\nexit"


def exploding(nr: int = 40) -> str:
    """Return a program with too many ways to walk."""
    return _diamonds(nr, _PRECISE)


def _jumps(nr: int) -> str:
    tests = "".join(f"if r0 == {i} goto out\n" for i in range(nr))
    return f"{_RANDOM}{tests}out:\nr0 = 0\nexit"


def _subprograms() -> str:
    call = f"{_RANDOM}r6 = r0\nr6 &= 3\nr1 = r6\ncall helper\n"
    helper = "helper:\nif r1 == 0 goto z\nr0 = 1\nexit\nz:\nr0 = 0\nexit"
    return f"{call}{call}{call}r0 = 0\nexit\n{helper}"


def state_jobs() -> Iterator[dict[str, Any]]:
    """Yield the jobs."""
    branch = f"{_RANDOM}if r0 > 7 goto more\nr7 += 1\nmore:"
    spill = f"*(u64 *)(r10 - 8) = r6\n{_RANDOM}r1 = *(u64 *)(r10 - 8)\nr7 += r1"
    for rounds in (1, 10, 100, 1000):
        yield job(f"loop of {rounds}", _loop(rounds, "r7 += 2"))
        yield job(f"loop of {rounds} with a branch", _loop(rounds, branch))
        yield job(f"loop of {rounds} with a spill", _loop(rounds, spill))
    for nr in (1, 4, 8, 12, 30):
        yield job(f"{nr} diamonds", _diamonds(nr, "r0 = 0\nexit"))
        yield job(f"{nr} diamonds, the sum returned", _diamonds(nr, "r0 = r6\nexit"))
    for nr in (1, 4, 8, 12):
        yield job(f"{nr} diamonds, the sum precise", exploding(nr))
    for nr in (100, 8192, 8193):
        yield job(f"{nr} jumps", _jumps(nr))
    yield job("subprograms", _subprograms(), auto_func_info=True)
    yield job("every state kept", exploding(8), prog_flags=8)  # BPF_F_TEST_STATE_FREQ
    yield job("every state of a loop kept", _loop(100, branch), prog_flags=8)


def main() -> None:
    """Write the jobs."""
    rows = [json.dumps(each, separators=(",", ":")) for each in state_jobs()]
    PATH.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
