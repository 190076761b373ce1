"""``python -m tests.record_bpftool``: ask the host's bpftool, in the oracle's guest, once more.

Carries this host's bpftool, its libraries and ``tests/bpftool/shapes.bpf.o`` into the guest, as if
they were objects to load (which fails, but leaves the files there), does the commands of
`tests.bpftool.commands`, and writes ``tests/bpftool/words.KERNEL.json``: for each command what it
printed and its exit status. ``tests/maps/memory.6.12.json`` says what maps of `SHAPES` are charged,
on 1 and on 4 CPUs.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

if __name__ == "__main__" and __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.bpftool.commands import FEATURES, MADE, MAPS, OBJECTS, SETUP
from tests.oracle import OracleMissing, ask

__all__ = ["FOLDER", "KERNELS", "forms", "golden_path"]

FOLDER = Path(__file__).resolve().parent / "bpftool"
KERNELS = ("6.1", "6.12")
_BPFTOOL = "/usr/sbin/bpftool"
_MAPS, _PROGS = "/sys/fs/bpf/m", "/sys/fs/bpf/p"
_RUN = "/tmp/b/ld --library-path /tmp/b /tmp/b/bpftool"


def golden_path(kernel: str) -> Path:
    """Return where the answers are."""
    return FOLDER / f"words.{kernel}.json"


def forms(command: str) -> tuple[str, str, str]:
    """Return a command in the three forms of output."""
    return command, f"-j {command}", f"-p {command}"


#: Shapes of maps: key, value, max_entries, flags.
SHAPES: dict[str, tuple[tuple[int, int, int, int], ...]] = {
    "hash": (
        (4, 8, 1, 0),
        (4, 8, 2, 0),
        (4, 8, 3, 0),
        (4, 8, 100, 0),
        (12, 20, 16, 0),
        (4, 8, 100, 1),
        (4, 8, 4096, 1),
    ),
    "percpu_hash": ((4, 8, 3, 0), (4, 20, 100, 0), (4, 8, 100, 1)),
    "lru_hash": ((4, 8, 3, 0), (4, 8, 100, 0), (4, 8, 100, 2), (4, 8, 101, 2)),
    "lru_percpu_hash": ((4, 8, 3, 0), (4, 8, 100, 0), (4, 8, 101, 2)),
    "array": ((4, 1, 1, 0), (4, 8, 3, 0), (4, 20, 100, 0), (4, 20, 100, 1024), (4, 8, 513, 1024)),
    "percpu_array": ((4, 1, 1, 0), (4, 8, 3, 0), (4, 20, 100, 0)),
    "prog_array": ((4, 4, 1, 0), (4, 4, 100, 0)),
    "perf_event_array": ((4, 4, 1, 0), (4, 4, 100, 0)),
    "cgroup_array": ((4, 4, 3, 0),),
    "stack_trace": ((4, 8, 1, 0), (4, 16, 2, 0), (4, 1016, 3, 0), (4, 1016, 100, 0)),
    "queue": ((0, 4, 4, 0), (0, 20, 100, 0), (0, 1, 1, 0)),
    "stack": ((0, 4, 4, 0),),
    "bloom_filter": ((0, 4, 2, 0), (0, 4, 100, 0), (0, 4, 1000, 0)),
    "ringbuf": ((0, 0, 4096, 0), (0, 0, 8192, 0), (0, 0, 1 << 20, 0)),
    "user_ringbuf": ((0, 0, 4096, 0), (0, 0, 65536, 0)),
    "lpm_trie": ((8, 17, 3, 1), (5, 1, 100, 1)),
}
#: How many elements are put into some of them.
ELEMENTS = {"hash_5": 1, "lpm_trie_0": 2}
_MEMORY_KERNEL = "6.12"


def _libraries() -> dict[str, Path]:
    """Return what bpftool is linked with, by the name it asks for."""
    done = subprocess.run(["ldd", _BPFTOOL], capture_output=True, text=True, check=True)
    found = {Path(path).name: Path(path) for path in re.findall(r"(/\S+) \(", done.stdout)}
    loader = next(name for name in found if name.startswith("ld-"))
    return {"bpftool": Path(_BPFTOOL), "ld": found.pop(loader), **found}


def _links_program() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "links"
        compiler = [sys.executable, "-m", "ziglang", "cc", "-target", "x86_64-linux-musl"]
        source = str(FOLDER / "links.c")
        subprocess.run([*compiler, "-static", "-O1", "-o", str(out), source], check=True)
        return out.read_bytes()


def _guest_command(command: str) -> str:
    """Return a command as the guest's shell takes it."""
    names = re.sub(r"\$M/(\w+)\.(\w+)", rf"pinned {_MAPS}/\1_\2", command)
    return f"{_RUN} {names.replace('$M/', f'pinned {_MAPS}/')}"


def _memory(nr_cpus: int) -> list[list[Any]]:
    """Return rows of what maps are charged."""
    files = {name: path.read_bytes() for name, path in _libraries().items()}
    rows: list[list[Any]] = []
    lines = []
    for kind, shapes in SHAPES.items():
        for i, (key, value, entries, flags) in enumerate(shapes):
            name = f"{kind}_{i}"
            nr = ELEMENTS.get(name, 0)
            rows.append([nr_cpus, kind, key, value, entries, flags, nr])
            sizes = f"key {key} value {value} entries {entries} name {name[-15:]} flags {flags}"
            lines.append(f"{_RUN} map create {_MAPS}/{name} type {kind} {sizes}")
            for k in range(nr):
                data = " ".join([str(8 * k + 8), *["0"] * (key - 1)])
                zeros = " ".join(["0"] * value)
                lines.append(f"{_RUN} map update pinned {_MAPS}/{name} key {data} value {zeros}")
    jobs = [*_carried(files), *({"id": "", "kind": "sh", "cmd": line} for line in lines)]
    jobs.append({"id": "", "kind": "sh", "cmd": f"{_RUN} -j map show"})
    _, answers = ask(jobs, _MEMORY_KERNEL, options=("--smp", str(nr_cpus)))
    shown = json.loads(answers[-1]["out"])
    return [[*row, one["bytes_memlock"]] for row, one in zip(rows, shown, strict=True)]


def _record_memory() -> None:
    rows = [json.dumps(row) for nr_cpus in (1, 4) for row in _memory(nr_cpus)]
    names = ("nr_cpus", "type", "key", "value", "max_entries", "flags", "elements", "memlock")
    head = json.dumps({"kernel": _MEMORY_KERNEL, "columns": names})[:-1]
    body = ",\n".join(rows)
    path = FOLDER.parent / "maps" / f"memory.{_MEMORY_KERNEL}.json"
    path.write_text(f'{head}, "rows": [\n{body}\n]}}\n')


def _carried(files: Mapping[str, bytes]) -> list[dict[str, str]]:
    """Return jobs that leave files in the guest, as /tmp/b/NAME."""
    jobs = [
        {"id": name, "kind": "object", "object_b64": base64.b64encode(data).decode()}
        for name, data in files.items()
    ]
    copies = "; ".join(f"cp /jobs/o{i} /tmp/b/{name}" for i, name in enumerate(files))
    cmd = f"mkdir -p /tmp/b {_MAPS}; {copies}; chmod 755 /tmp/b/*"
    return [*jobs, {"id": "", "kind": "sh", "cmd": cmd}]


def _jobs() -> tuple[list[dict[str, str]], list[str]]:
    files = {name: path.read_bytes() for name, path in _libraries().items()}
    files |= {"shapes.bpf.o": (FOLDER / "shapes.bpf.o").read_bytes(), "links": _links_program()}
    jobs = _carried(files)
    setup = [f"{_RUN} prog loadall /tmp/b/shapes.bpf.o {_PROGS} pinmaps {_MAPS}"]
    for name, kind, key, value, entries, flags in MADE:
        sizes = f"key {key} value {value} entries {entries} name {name} flags {flags}"
        setup.append(f"{_RUN} map create {_MAPS}/{name} type {kind} {sizes}")
    setup += [_guest_command(command) for command in SETUP]
    shells = [*setup]
    asked = []
    for commands in (MAPS, OBJECTS):
        if commands is OBJECTS:
            shells.append("/tmp/b/links")
        for form in range(3):
            asked += [forms(command)[form] for command in commands]
            shells += [
                f"{_guest_command(forms(command)[form])}; echo rc=$?" for command in commands
            ]
    for form in forms(FEATURES)[:2]:
        asked.append(form)
        shells.append(f"{_guest_command(form)}; echo rc=$?")
    jobs += [{"id": str(i), "kind": "sh", "cmd": cmd} for i, cmd in enumerate(shells)]
    return jobs, asked


def _without_helpers(text: str) -> str:
    """Drop what bpftool 7.1 says of helpers where it does not know the verifier's words."""
    return re.sub(r"\t- bpf_\w+\n", "", re.sub(r'"bpf_\w+",?(?!:)', "", text))


def _record(kernel: str) -> None:
    jobs, asked = _jobs()
    release, answers = ask(jobs, kernel, options=("--smp", "2"))
    printed = [one["out"] for one in answers if "out" in one and "rc=" in one["out"]]
    rows = []
    for command, text in zip(asked, printed, strict=True):
        out, _, status = text.rstrip("\n").rpartition("rc=")
        if FEATURES in command and kernel != KERNELS[0]:
            out = _without_helpers(out)
        rows.append([command, out, int(status)])
    body = ",\n".join(json.dumps(row) for row in rows)
    head = json.dumps({"kernel": kernel, "release": release})[:-1]
    golden_path(kernel).write_text(f'{head}, "answers": [\n{body}\n]}}\n')
    print(f"{kernel}: {len(rows)} commands")


def main() -> int:
    """Record the answers of each kernel's guest."""
    try:
        for kernel in KERNELS:
            _record(kernel)
        _record_memory()
    except OracleMissing as exc:
        print(f"record_bpftool: {exc}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
