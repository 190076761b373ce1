"""Record what a real Linux lets each program type call, touch and load with.

``python -m tests.record_verifier_grids RUN [KIND ...]`` asks a kernel through *RUN*, a program that
takes a file of jobs (JSON lines: prog_type, expected_attach_type, attach_btf, prog_flags, caps,
insns as hexadecimal) and prints one result for each (ok, err, log), and writes
``tests/data/verifier/*_grid.json``. KIND is helper, ctx or load, of a 6.1, or helper_6_12, of a
6.12. The kernel has ``kernel.unprivileged_bpf_disabled=0``; *RUN* may have arguments.

**Rule:** the grids are what the kernel says; nothing of the simulator goes into them.
"""

from __future__ import annotations

import json
import re
import shlex
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["CAPS", "CONFIGS", "DATA", "TRACING", "Config", "read_ranges"]

DATA = Path(__file__).parent / "data" / "verifier"
_EXIT = "b700000001000000" + "9500000000000000"
_SLEEP = 1 << 4


class Config(NamedTuple):
    """A kind of program: type, attach type, what it attaches to, flags, bytes of context."""

    prog_type: int
    attach: int = 0
    target: str = ""
    flags: int = 0
    ctx: int = 0


_SKB = 192
#: By name; those without a context size are not in the grid of contexts.
CONFIGS = {
    "socket_filter": Config(1, ctx=_SKB),
    "kprobe": Config(2, ctx=168),
    "kprobe_multi": Config(2, 42),
    "kprobe_sleep": Config(2, flags=_SLEEP),
    "sched_cls": Config(3, ctx=_SKB),
    "sched_act": Config(4, ctx=_SKB),
    "tracepoint": Config(5, ctx=8192),
    "xdp": Config(6, ctx=24),
    "xdp_devmap": Config(6, 33, ctx=24),
    "xdp_cpumap": Config(6, 35, ctx=24),
    "perf_event": Config(7, ctx=184),
    "cgroup_skb": Config(8, ctx=_SKB),
    "cgroup_skb_egress": Config(8, 1),
    "cgroup_sock": Config(9, 2, ctx=80),
    "cgroup_sock_bind4": Config(9, 12, ctx=80),
    "cgroup_sock_bind6": Config(9, 13, ctx=80),
    "cgroup_sock_release": Config(9, 34, ctx=80),
    "lwt_in": Config(10, ctx=_SKB),
    "lwt_out": Config(11, ctx=_SKB),
    "lwt_xmit": Config(12, ctx=_SKB),
    "sock_ops": Config(13, 3, ctx=216),
    "sk_skb": Config(14, ctx=_SKB),
    "cgroup_device": Config(15, 6, ctx=12),
    "sk_msg": Config(16, 7, ctx=80),
    "raw_tracepoint": Config(17, ctx=96),
    **{f"sock_addr_{n}": Config(18, n, ctx=72) for n in (8, 9, 10, 11, 14, 15, 19, 20)},
    **{f"sock_addr_{n}": Config(18, n, ctx=72) for n in (29, 30, 31, 32)},
    "lwt_seg6local": Config(19, ctx=_SKB),
    "sk_reuseport": Config(21, ctx=56),
    "sk_reuseport_migrate": Config(21, 40, ctx=56),
    "flow_dissector": Config(22, 17, ctx=_SKB),
    "cgroup_sysctl": Config(23, 18, ctx=8),
    "raw_tracepoint_writable": Config(24, ctx=96),
    "cgroup_getsockopt": Config(25, 21, ctx=40),
    "cgroup_setsockopt": Config(25, 22, ctx=40),
    "fentry": Config(26, 24, "vfs_read"),
    "fexit": Config(26, 25, "vfs_read"),
    "fmod_ret": Config(26, 26, "security_file_open"),
    "tp_btf": Config(26, 23, "sched_switch"),
    "iter": Config(26, 28, "task"),
    "iter_sleep": Config(26, 28, "task", _SLEEP),
    "lsm": Config(29, 27, "file_open"),
    "lsm_sleep": Config(29, 27, "file_open", _SLEEP),
    "lsm_cgroup": Config(29, 43, "socket_bind"),
    "lsm_cgroup_sock_graft": Config(29, 43, "sock_graft"),
    "lsm_cgroup_socket_post_create": Config(29, 43, "socket_post_create"),
    "sk_lookup": Config(30, 36, ctx=72),
    "syscall": Config(31, flags=_SLEEP, ctx=0x7FF0),
}
#: Those for tracing.
TRACING = (
    *("kprobe", "kprobe_multi", "tracepoint", "perf_event", "raw_tracepoint"),
    *("raw_tracepoint_writable", "fentry", "fexit", "fmod_ret", "tp_btf", "iter", "iter_sleep"),
    *("lsm", "lsm_sleep", "lsm_cgroup", "syscall"),
)
CAPS: dict[str, list[str] | None] = {
    "all": None,
    "BPF": ["BPF"],
    "BPF PERFMON": ["BPF", "PERFMON"],
    "BPF NET_ADMIN": ["BPF", "NET_ADMIN"],
    "none": [],
    "PERFMON": ["PERFMON"],
    "SYS_ADMIN": ["SYS_ADMIN"],
}
_LDX = {1: 0x71, 2: 0x69, 4: 0x61, 8: 0x79}


def read_ranges(text: str, step: int = 1) -> list[int]:
    """Return the numbers of ``1-3,7``."""
    found: list[int] = []
    for part in text.split(",") if text else ():
        match = re.fullmatch(r"(-?\d+)(?:-(-?\d+))?", part)
        assert match, part
        first, last = int(match[1]), int(match[2] or match[1])
        found.extend(range(first, last + 1, step))
    return found


def _ranges(numbers: Iterable[int], step: int = 1) -> str:
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + step:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(f"{a}-{b}" if a != b else f"{a}" for a, b in runs)


def _job(config: Config, caps: str, insns: str, **more: Any) -> dict[str, Any]:
    job = {
        "kind": "verify",
        "prog_type": config.prog_type,
        "expected_attach_type": config.attach,
        "prog_flags": config.flags,
        "insns": insns,
        **more,
    }
    if config.target:
        job["attach_btf"] = config.target
    if CAPS[caps] is not None:
        job["caps"] = CAPS[caps]
    return job


def _ask(run: Sequence[str], jobs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for number, job in enumerate(jobs):
            file.write(json.dumps({"id": str(number), **job}) + "\n")
        file.flush()
        sysctl = ["--sysctl", "kernel.unprivileged_bpf_disabled=0"]
        output = subprocess.run([*run, *sysctl, file.name], check=True, capture_output=True)
    results = {result["id"]: result for result in map(json.loads, output.stdout.splitlines())}
    return [results[str(number)] for number in range(len(jobs))]


def _loadable(run: Sequence[str]) -> list[tuple[str, str]]:
    """Return which configurations get as far as a log, with which capabilities."""
    keys = [(name, caps) for name in CONFIGS for caps in CAPS]
    results = _ask(run, [_job(CONFIGS[name], caps, _EXIT) for name, caps in keys])
    return [key for key, result in zip(keys, results, strict=True) if result.get("err") != "EPERM"]


def record_helpers(run: Sequence[str]) -> Any:
    """Record which helpers can be called: not ``unknown func``."""
    return _record_helpers(run, _loadable(run))


def record_later_helpers(run: Sequence[str]) -> Any:
    """Record the same of tracing programs with all capabilities."""
    return _record_helpers(run, [(name, "all") for name in CONFIGS if name in TRACING])


def _record_helpers(run: Sequence[str], pairs: list[tuple[str, str]]) -> Any:
    keys = [(name, caps, number) for name, caps in pairs for number in range(1, 221)]
    calls = [struct.pack("<BBhi", 0x85, 0, 0, key[2]).hex() + _EXIT for key in keys]
    jobs = [
        _job(CONFIGS[name], caps, call) for (name, caps, _), call in zip(keys, calls, strict=True)
    ]
    known: dict[str, dict[str, list[int]]] = {name: {} for name, _ in pairs}
    for (name, caps, number), result in zip(keys, _ask(run, jobs), strict=True):
        numbers = known[name].setdefault(caps, [])
        if not re.search("(unknown|invalid) func|cannot use helper", result["log"]):
            numbers.append(number)
    return {
        name: {caps: _ranges(numbers) for caps, numbers in sets.items()}
        for name, sets in known.items()
    }


def _offsets(size: int) -> list[int]:
    if size <= 256:
        return list(range(-8, size + 8))
    edges = (0, 4096, size)
    return sorted({edge + delta for edge in edges for delta in range(-8, 16)})


def _access(off: int, size: int, is_write: bool) -> str:
    if is_write:
        return "b702000000000000" + struct.pack("<BBhi", _LDX[size] + 2, 0x21, off, 0).hex()
    return struct.pack("<BBhi", _LDX[size], 0x10, off, 0).hex()


def _ctx_outcome(result: dict[str, Any], off: int, size: int, is_write: bool) -> str:
    """Return what an access gives: a kind and the size of the field narrowed; "": refused."""
    log = result["log"]
    if f"invalid bpf_context access off={off} size={size}" in log:
        return ""
    if is_write:
        return "ok"
    match = re.search(r"R0_w=P?([a-z_]+)", log)
    assert match, log
    # A narrowed load is shifted and masked: that tells the size of the field.
    mask = struct.pack("<BBhi", 0x54, 0, 0, (1 << 8 * size) - 1) if size < 4 else b""
    is_narrowed = bool(mask) and mask.hex() in (result.get("xlated") or "")
    return match[1] + ("/narrow" if is_narrowed else "")


def record_contexts(run: Sequence[str]) -> Any:
    """Record which loads and stores of the context are valid and what loads give."""
    keys = [
        (name, caps, off, size, is_write)
        for name, config in CONFIGS.items()
        if config.ctx
        for caps in (("all", "none") if config.prog_type in (1, 8) else ("all",))
        for off in _offsets(config.ctx)
        for size in (1, 2, 4, 8)
        for is_write in (False, True)
    ]
    jobs = [
        _job(CONFIGS[name], caps, _access(*access) + _EXIT, log_level=2, dump_xlated=True)
        for name, caps, *access in keys
    ]
    grid: dict[str, dict[str, dict[str, list[int]]]] = {}
    for (name, caps, off, size, is_write), result in zip(keys, _ask(run, jobs), strict=True):
        rows = grid.setdefault(name, {}).setdefault(caps, {})
        outcome = _ctx_outcome(result, off, size, is_write)
        if outcome:
            rows.setdefault(f"{'w' if is_write else 'r'}{size} {outcome}", []).append(off)
    return {
        name: {
            "offsets": _ranges(_offsets(CONFIGS[name].ctx)),
            **{
                caps: {row: _ranges(offs, int(row[1])) for row, offs in rows.items()}
                for caps, rows in by_caps.items()
            },
        }
        for name, by_caps in grid.items()
    }


def record_loads(run: Sequence[str]) -> Any:
    """Record what loading says to each type, attach type, flag and set of capabilities."""
    cases = [(t, a, f, 0, "all") for t in range(35) for a in range(46) for f in (0, _SLEEP)]
    cases += [(t, a, 0, 1, "all") for t in range(35) for a in (0, 24)]
    cases += [(t, 0, f, 0, "all") for t in range(35) for f in (1, 2, 4, 8, 32, 64, 128)]
    cases += [(t, 0, 0, 0, caps) for t in range(35) for caps in CAPS]
    jobs = []
    for kind, attach, flags, btf_id, caps in cases:
        more = {"attach_btf_id": btf_id} if btf_id else {}
        jobs.append(_job(Config(kind, attach, flags=flags), caps, _EXIT, **more))
    grid: dict[str, list[str]] = {}
    for case, result in zip(cases, _ask(run, jobs), strict=True):
        line = (result.get("log") or "").strip().partition("\n")[0]
        if line.endswith("sleepable"):
            outcome = line
        else:
            outcome = "verified" if result.get("ok") or line else result["err"]
        grid.setdefault(outcome, []).append(" ".join(map(str, case)))
    return {outcome: _fold(keys) for outcome, keys in grid.items()}


def _fold(keys: list[str]) -> dict[str, str]:
    """Return ranges of the program type by the rest of the case."""
    folded: dict[str, list[int]] = {}
    for key in keys:
        kind, rest = key.split(" ", 1)
        folded.setdefault(rest, []).append(int(kind))
    return {rest: _ranges(set(kinds)) for rest, kinds in sorted(folded.items())}


_RECORDERS = {
    "helper": record_helpers,
    "helper_6_12": record_later_helpers,
    "ctx": record_contexts,
    "load": record_loads,
}


def main(arguments: Sequence[str]) -> None:
    """Record the grids named, or all."""
    run, *kinds = arguments
    DATA.mkdir(parents=True, exist_ok=True)
    for kind in kinds or [kind for kind in _RECORDERS if kind != "helper_6_12"]:
        text = json.dumps(_RECORDERS[kind](shlex.split(run)), indent=1, sort_keys=True)
        (DATA / f"{kind}_grid.json").write_text(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
