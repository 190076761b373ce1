"""Programs of tracing types, run once by a real kernel and by the simulator.

What XDP programs (`tests.map_jobs`) may not call is asked here of raw tracepoint programs by
BPF_PROG_TEST_RUN. R0's lower half is the answer. ``python -m tests.maps.run_answers`` asks Linux
6.1 again and writes ``programs.6.1.yaml``.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from sim.bpf.asm import assemble

__all__ = ["CASES", "GOLDEN", "job", "load_answers"]

GOLDEN = Path(__file__).resolve().parent / "programs.6.1.yaml"

Case = tuple[str, list[dict[str, Any]], str]
USER, FAST, REUSE = 1 << 8, 1 << 9, 1 << 10


def _stacks(entries: int = 8, value_bytes: int = 160) -> dict[str, Any]:
    return {"type": "stack_trace", "key_size": 4, "value_size": value_bytes, "max_entries": entries}


def _stackid(flags: int, into: str = "r0") -> str:
    text = f"r1 = r6\nld_pseudo r2, 1, 0\nr3 = {flags}\ncall bpf_get_stackid\n"
    return text if into == "r0" else text + f"{into} = r0\n"


# 2: no errno; else the errno
_AS_TWO = "if r0 s< 0 goto out\nr0 = 2\nout: exit\n"


def _stack_cases() -> Iterator[Case]:
    begin = "r6 = r1\n"
    for name, flags in (("0", 0), ("fast", FAST), ("reuse", REUSE), ("both", FAST | REUSE)):
        yield f"stackid: flags {name}", [_stacks()], begin + _stackid(flags) + _AS_TWO
    for bit in (11, 12, 13, 31):
        text = begin + f"r1 = r6\nld_pseudo r2, 1, 0\nr3 = {1 << bit} ll\ncall bpf_get_stackid\n"
        yield f"stackid: flag {bit}", [_stacks()], text + _AS_TWO
    for skip in (1, 100, 255):
        yield f"stackid: skip {skip} of 20", [_stacks()], begin + _stackid(skip) + _AS_TWO
        yield f"stackid: skip {skip}, user", [_stacks()], begin + _stackid(skip | USER) + _AS_TWO
    twice = _stackid(0, "r7") + _stackid(0) + "r0 -= r7\nexit"
    # the two calls have stacks of their own only below the program
    yield "stackid: user stack twice", [_stacks()], begin + twice.replace("r3 = 0", f"r3 = {USER}")
    one = _stacks(1)
    other = _stackid(USER, "r7") + _stackid(0)
    yield "stackid: another in the bucket", [one], begin + other + _AS_TWO
    other = _stackid(USER, "r7") + _stackid(REUSE)
    yield "stackid: another, reuse", [one], begin + other + _AS_TWO
    other = _stackid(USER, "r7") + _stackid(FAST)
    yield "stackid: another, fast", [one], begin + other + _AS_TWO
    for way in ("first", "last"):
        order = (USER, 0) if way == "first" else (0, USER)
        other = "".join(_stackid(flags | REUSE, "r7") for flags in order) + _stackid(USER)
        yield f"stackid: user stack {way}", [one], begin + other + _AS_TWO


def _storage(value_bytes: int = 8) -> dict[str, Any]:
    return {
        "type": "task_storage",
        "key_size": 4,
        "value_size": value_bytes,
        "max_entries": 0,
        "flags": 1,
        "btf_key_type_id": 1,
        "btf_value_type_id": 2,
    }


def _types() -> str:
    """Return BTF in which type 1 is an int of four bytes and type 2 one of eight."""
    names = b"\0int\0long\0"
    types = struct.pack("<IIIIIIII", 1, 1 << 24, 4, 32, 5, 1 << 24, 8, 64)
    head = struct.pack("<HBBIIIII", 0xEB9F, 1, 0, 24, 0, len(types), len(types), len(names))
    return (head + types + names).hex()


_GET = """
    call bpf_get_current_task_btf
    r6 = r0
    *(u64 *)(r10 - 8) = 77
    {before}
    ld_pseudo r1, 1, 0
    r2 = r6
    r3 = {value}
    {offset}
    r4 = {flags}
    call bpf_task_storage_get
    if r0 == 0 goto none
    r0 = *(u64 *)(r0 + 0)
    exit
    none: r0 = -1
    exit
"""
_CREATE = """
    ld_pseudo r1, 1, 0
    r2 = r6
    r3 = r10
    r3 += -8
    r4 = 1
    call bpf_task_storage_get
"""
_DELETE = "ld_pseudo r1, 1, 0\nr2 = r6\ncall bpf_task_storage_delete\n"


def _storage_cases() -> Iterator[Case]:
    for flags in (0, 1, 2, 3, 4):
        for value in ("none", "given"):
            for before, text in (("fresh", ""), ("made", _CREATE)):
                body = _GET.replace("{flags}", str(flags)).replace("{before}", text)
                body = body.replace("{value}", "r10" if value == "given" else "0")
                body = body.replace("{offset}", "r3 += -8" if value == "given" else "")
                yield f"task_storage: flags {flags}, value {value}, {before}", [_storage()], body
    begin = "call bpf_get_current_task_btf\nr6 = r0\n*(u64 *)(r10 - 8) = 77\n"
    yield "task_storage: delete, fresh", [_storage()], begin + _DELETE + "exit"
    yield "task_storage: delete, made", [_storage()], begin + _CREATE + _DELETE + "exit"
    yield "task_storage: delete twice", [_storage()], begin + _CREATE + 2 * _DELETE + "exit"
    again = begin + _CREATE + _DELETE + "*(u64 *)(r10 - 8) = 78\n" + _CREATE
    again += "if r0 == 0 goto none\nr0 = *(u64 *)(r0 + 0)\nnone: exit"
    yield "task_storage: made again", [_storage()], again


def _cgroup_cases() -> Iterator[Case]:
    array = {"type": "cgroup_array", "key_size": 4, "value_size": 4, "max_entries": 2}
    for index in (0, 1, 2, -1):
        text = f"ld_pseudo r1, 1, 0\nr2 = {index}\ncall bpf_current_task_under_cgroup\nexit"
        yield f"cgroup_array: slot {index}, empty", [array], text


_EACH = """
    *(u64 *)(r10 - 16) = 1
    *(u32 *)(r10 - 4) = 0
    *(u64 *)(r10 - 24) = 5
    {fill}
    ld_pseudo r1, 1, 0
    ld_pseudo r2, 4, {callback}
    r3 = r10
    r3 += -16
    r4 = {flags}
    call bpf_for_each_map_elem
    {result}
    exit
    cb: r6 = r4
    r7 = r2
    r8 = r1
    r0 = *(u64 *)(r6 + 0)
    r0 *= 1000003
    r1 = *(u32 *)(r7 + 0)
    r0 += r1
    *(u64 *)(r6 + 0) = r0
    {body}
    {end}
    exit
"""
_FILL = """
    r9 = 0
    again: *(u32 *)(r10 - 4) = r9
    ld_pseudo r1, 1, 0
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -24
    r4 = 0
    call bpf_map_update_elem
    r9 += 1
    if r9 != 12 goto again
"""
_BODIES = {
    "nothing": "",
    "deletes its own": "r1 = r8\nr2 = r7\ncall bpf_map_delete_elem",
    "deletes another": """
        r1 = *(u32 *)(r7 + 0)
        r1 ^= 1
        *(u32 *)(r10 - 4) = r1
        r1 = r8
        r2 = r10
        r2 += -4
        call bpf_map_delete_elem
    """,
    "overwrites its own": """
        *(u64 *)(r10 - 16) = 6
        r1 = r8
        r2 = r7
        r3 = r10
        r3 += -16
        r4 = 0
        call bpf_map_update_elem
    """,
    "adds another": """
        *(u64 *)(r10 - 16) = 6
        r1 = *(u32 *)(r7 + 0)
        r1 += 100
        *(u32 *)(r10 - 4) = r1
        r1 = r8
        r2 = r10
        r2 += -4
        r3 = r10
        r3 += -16
        r4 = 0
        call bpf_map_update_elem
    """,
}
_ENDS = {
    "all": "r0 = 0",
    "until key 3": "r0 = 0\nr1 = *(u32 *)(r7 + 0)\nif r1 != 3 goto +1\nr0 = 1",
}
_RESULTS = {"how many": "r0 = r0", "in order": "r0 = *(u64 *)(r10 - 16)"}


def _each_cases() -> Iterator[Case]:
    """Over maps whose hash has no seed, so that the order is known."""
    kinds = {"hash": 0x40, "percpu_hash": 0x40, "lru_hash": 0x40, "array": 0, "percpu_array": 0}
    for kind, map_flags in kinds.items():
        one = {"type": kind, "key_size": 4, "value_size": 8, "max_entries": 32, "flags": map_flags}
        if "array" in kind:
            one["max_entries"] = 12
        for body, end, result in product(_BODIES, _ENDS, _RESULTS):
            text = _EACH.replace("{fill}", _FILL).replace("{body}", _BODIES[body])
            text = text.replace("{end}", _ENDS[end]).replace("{result}", _RESULTS[result])
            text = text.replace("{flags}", "0").replace("{callback}", "7")
            if not (body == "adds another" and kind == "lru_hash"):
                yield f"each of {kind}: {body}, {end}, {result}", [one], text
        text = _EACH.replace("{fill}", "").replace("{body}", "").replace("{end}", "r0 = 0")
        text = text.replace("{result}", "").replace("{flags}", "1").replace("{callback}", "6")
        yield f"each of {kind}: flags", [one], text


CASES: tuple[Case, ...] = (*_stack_cases(), *_storage_cases(), *_cgroup_cases(), *_each_cases())


def job(case: Case) -> dict[str, Any]:
    """Return what the oracle, and the simulator's answer to it, is asked."""
    name, maps, text = case
    types = {"map_btf": _types()} if maps[0]["type"] == "task_storage" else {}
    return {
        **types,
        "id": name,
        "kind": "run",
        "prog_type": "raw_tracepoint",
        "license": "GPL",
        "maps": maps,
        "insns": assemble(text).hex(),
        "log_level": 4,
        **({"auto_func_info": True} if name.startswith("each") else {}),
    }


def load_answers() -> dict[str, Any]:
    """Return the recorded answers: R0 as a signed number, or how it was refused."""
    found: dict[str, Any] = yaml.safe_load(GOLDEN.read_text())
    return found


def main() -> int:
    """Ask Linux 6.1."""
    from tests.oracle import ask

    release, answers = ask([job(case) for case in CASES], "6.1")
    found: dict[str, Any] = {"release": release, "answers": {}}
    for answer in answers:
        run = answer.get("run", {})
        if run.get("ok"):
            value = run["retval"] & 0xFFFFFFFF
            found["answers"][answer["id"]] = value - ((value & 0x80000000) << 1)
        else:
            found["answers"][answer["id"]] = (
                answer.get("stage", "run") + ": " + str(run.get("err", answer.get("err")))
            )
    GOLDEN.write_text(yaml.safe_dump(found, sort_keys=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
