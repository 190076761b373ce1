"""A real kernel's answers to the operations of `tests.map_jobs`.

A job becomes lines for the guest program ``guest.c``, compiled with the clang of the package
``ziglang`` and carried into the guest as if it were an object to load (which fails, but leaves
the file there).
"""

from __future__ import annotations

import base64
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sim.bpf.asm import assemble
from tests.map_jobs import DATA_BYTES, PERCPU, Answer, MapJob, Op, keys_answer
from tests.oracle import ask

__all__ = ["ask_kernel"]

GUEST = Path(__file__).resolve().parent / "guest.c"
_M64 = (1 << 64) - 1
_BPF, _CLOSE, _SCHED_SETAFFINITY = 321, 3, 203
_CREATE, _LOOKUP, _UPDATE, _DELETE, _NEXT, _LOAD, _TEST_RUN = 0, 1, 2, 3, 4, 5, 10
_TAKE, _FREEZE = 21, 22
_BATCH = {"lookup": 24, "take": 25, "update": 26, "delete": 27}
_XDP = 6
_PROG, _ANY = 400, 401  # slots of a program and of whatever else is called
# XDP: packet bytes are read and written in place
_PROLOGUE = f"""
r7 = *(u32 *)(r1 + 0)
r3 = *(u32 *)(r1 + 4)
r2 = r7
r2 += {DATA_BYTES}
if r2 > r3 goto +1
goto +2
r0 = 0
exit
"""

Lines = Iterator[str]


class _Script:
    """The lines that the guest is given for a job, and how its answers are read."""

    def __init__(self, nr_cpus: int) -> None:
        self.nr_cpus = nr_cpus
        self.lines: list[str] = []
        self.readers: list[Callable[[Lines], Answer]] = []
        self._shapes: list[tuple[int, int]] = []  # key and value as user space has them
        self._nr_buffers = 0
        self.add(["cpu", 0])

    def answers(self, printed: str) -> list[Answer]:
        """Return the answers to the operations added."""
        lines = iter(printed.splitlines())
        found = [reader(lines) for reader in self.readers]
        assert next(lines, None) is None, printed
        return found[1:]

    def add(self, op: Op) -> None:
        """Add an operation."""
        self._nr_buffers = 0
        self.readers.append(getattr(self, "_" + op[0])(*op[1:]))

    def _buffer(self, data: str | int) -> int:
        """Return the number of a new buffer: bytes in hexadecimal, or that many zeros."""
        number = self._nr_buffers
        self._nr_buffers += 1
        self.lines.append(f"a {number} z{data}" if isinstance(data, int) else f"a {number} {data}")
        return number

    def _call(self, command: int, attr: bytes, *parts: tuple[int, str], slot: int = _ANY) -> None:
        number = self._buffer(attr.hex())
        self.lines += [f"p {number} {at} {what}" for at, what in parts]
        self.lines.append(f"y {slot} {_BPF} {command} b{number} {len(attr)}")

    def _create(self, kind: int, key: int, value: int, entries: int, *rest: int) -> Any:
        flags, extra, inner = rest
        attr = struct.pack(
            "<7I16s5IQ", kind, key, value, entries, flags, 0, 0, b"m", *[0] * 5, extra
        )
        slot = len(self._shapes)
        stride = -(-value // 8) * 8 * self.nr_cpus
        self._shapes.append((key, stride if kind in PERCPU else value))
        self._call(_CREATE, attr, *([(20, f"f {inner}")] if inner >= 0 else []), slot=slot)
        return lambda lines: [min(int(next(lines)), 0)]

    def _element(
        self, command: int, bmap: int, key: str | None, value: str | int | None, flags: int
    ) -> int:
        """Do something to an element; return the buffer of its value."""
        parts = [(0, f"f {bmap}")]
        number = -1
        if value is not None:
            number = self._buffer(value)
            parts.append((16, f"b {number}"))
        if key is not None:
            parts.append((8, f"b {self._buffer(key)}"))
        self._call(command, struct.pack("<IxxxxQQQ", 0, 0, 0, flags & _M64), *parts)
        return number

    def _update(self, bmap: int, key: str | None, value: str, flags: int) -> Any:
        self._element(_UPDATE, bmap, key, value, flags)
        return _result

    def _delete(self, bmap: int, key: str | None) -> Any:
        self._element(_DELETE, bmap, key, None, 0)
        return _result

    def _found(self, command: int, bmap: int, key: str | None, nr_bytes: int, flags: int) -> Any:
        number = self._element(command, bmap, key, nr_bytes, flags)
        self.lines.append(f"o {number} 0 {nr_bytes}")
        return _result_and_bytes

    def _lookup(self, bmap: int, key: str | None, flags: int) -> Any:
        return self._found(_LOOKUP, bmap, key, self._shapes[bmap][1], flags)

    def _take(self, bmap: int, key: str | None, flags: int) -> Any:
        return self._found(_TAKE, bmap, key, self._shapes[bmap][1], flags)

    def _next_key(self, bmap: int, key: str | None) -> Any:
        return self._found(_NEXT, bmap, key, self._shapes[bmap][0], 0)

    def _freeze(self, bmap: int) -> Any:
        self._call(_FREEZE, bytes(32), (0, f"f {bmap}"))
        return _result

    def _walk(self, bmap: int, at_most: int) -> Any:
        self.lines.append(f"k {bmap} {self._shapes[bmap][0]} {at_most}")
        return _until_dot

    def _keys(self, bmap: int) -> Any:
        self._walk(bmap, 1 << 20)
        return lambda lines: keys_answer(_until_dot(lines))

    def _batch(self, what: str, bmap: int, count: int, *rest: Any) -> Any:
        keys, values, in_batch, elem_flags, flags = rest
        shape = self._shapes[bmap]
        is_read = what in ("lookup", "take")
        numbers = [
            self._buffer(count * shape[i] if is_read else given)
            for i, given in enumerate((keys, values))
        ]
        out = self._buffer(max(shape[0], 4))
        parts = [(8, f"b {out}"), (16, f"b {numbers[0]}"), (24, f"b {numbers[1]}")]
        if in_batch is not None:
            parts.append((0, f"b {self._buffer(in_batch)}"))
        attr = struct.pack("<QQQQIIQQ", 0, 0, 0, 0, count, 0, elem_flags & _M64, flags & _M64)
        self._call(_BATCH[what], attr, (36, f"f {bmap}"), *parts)
        self.lines.append(f"o {self._nr_buffers - 1} 32 4")
        if is_read:
            self.lines.append(f"o {out} 0 {shape[0]}")
            self.lines += [f"o {numbers[i]} 0 {count * shape[i]}" for i in (0, 1)]
        return lambda lines: _batch_answer(lines, shape if is_read else None)

    def _prog(self, text: str, data: str, nr_back: int) -> Any:
        names = {f"map{i}": str(i) for i in range(len(self._shapes))}
        code = assemble(_PROLOGUE + text.format(**names))
        code, slots = _with_maps(code, text)
        insns, license_ = self._buffer(code.hex()), self._buffer(b"GPL\0".hex())
        self.lines += [f"p {insns} {8 * at + 4} f {slot}" for at, slot in slots]
        attr = struct.pack("<IIQQ", _XDP, len(code) // 8, 0, 0).ljust(120, b"\0")
        self._call(_LOAD, attr, (8, f"b {insns}"), (16, f"b {license_}"), slot=_PROG)
        given = self._buffer(data.ljust(2 * DATA_BYTES, "0"))
        got = self._buffer(DATA_BYTES)
        attr = struct.pack("<IIII", 0, 0, DATA_BYTES, DATA_BYTES).ljust(80, b"\0")
        parts = ((0, f"f {_PROG}"), (16, f"b {given}"), (24, f"b {got}"))
        self._call(_TEST_RUN, attr, *parts)
        self.lines.append(f"o {self._nr_buffers - 1} 4 4")
        self.lines.append(f"o {got} 0 {nr_back}")
        self.lines.append(f"y {_ANY} {_CLOSE} f{_PROG}")
        return _program_answer

    def _cpu(self, number: int) -> Any:
        mask = self._buffer((1 << number).to_bytes(8, "little").hex())
        self.lines.append(f"y {_ANY} {_SCHED_SETAFFINITY} 0 8 b{mask}")
        return _result

    def _raw(self, command: int, attr: str, parts: list[Any], back: int) -> Any:
        placed, returned = [], None
        for i, (at, what) in enumerate(parts):
            if isinstance(what, int):
                placed.append((at, f"f {what}"))
                continue
            number = self._buffer(what)
            placed.append((at, f"b {number}"))
            if i == back:
                returned = f"o {number} 0 {len(what) // 2}"
        self._call(command, bytes.fromhex(attr), *placed)
        if returned is None:
            return _result
        self.lines.append(returned)
        return _result_and_bytes


def _with_maps(code: bytes, text: str) -> tuple[bytes, list[tuple[int, int]]]:
    """Make ``{map0} ll`` a map's descriptor; return where they are, with the map's number."""
    insns = bytearray(code)
    found = []
    wide = [one for one in text.replace("\n", ";").split(";") if one.rstrip().endswith(" ll")]
    at = 0
    while at < len(insns) // 8:
        if insns[8 * at] == 0x18:
            name = wide.pop(0).split("=")[1].split()[0]
            if name.startswith("{map"):
                insns[8 * at + 1] |= 0x10  # BPF_PSEUDO_MAP_FD
                found.append((at, int(name[4:-1])))
            at += 1
        at += 1
    return bytes(insns), found


def _result(lines: Lines) -> Answer:
    return [int(next(lines))]


def _result_and_bytes(lines: Lines) -> Answer:
    result, data = int(next(lines)), next(lines)
    return [result, data] if result >= 0 else [result]


def _until_dot(lines: Lines) -> Answer:
    return list(iter(lambda: next(lines), "."))


def _batch_answer(lines: Lines, shape: tuple[int, int] | None) -> Answer:
    result, count = int(next(lines)), struct.unpack("<I", bytes.fromhex(next(lines)))[0]
    if shape is None:
        return [result, count]
    out, keys, values = next(lines), next(lines), next(lines)
    if result < 0 and result not in (-2, -28):  # −ENOENT: the end, with entries; −ENOSPC
        return [result, count]
    return [result, count, out, keys[: 2 * count * shape[0]], values[: 2 * count * shape[1]]]


def _program_answer(lines: Lines) -> Answer:
    loaded, ran = int(next(lines)), int(next(lines))
    retval, data, _ = bytes.fromhex(next(lines)), next(lines), next(lines)
    if loaded < 0:
        return ["refused", loaded]
    if ran < 0:
        return ["not run", ran]
    result = struct.unpack("<i", retval)[0]
    return [result, data] if data else [result]


def _guest() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "guest"
        options = ["-nostdlib", "-static", "-Os", "-fno-stack-protector", "-fno-builtin"]
        compiler = [sys.executable, "-m", "ziglang", "cc", "-target", "x86_64-linux-musl"]
        subprocess.run([*compiler, *options, "-o", str(out), str(GUEST)], check=True)
        return out.read_bytes()


def ask_kernel(
    jobs: Sequence[MapJob], kernel: str = "6.1", nr_cpus: int = 1
) -> tuple[str, list[list[Answer]]]:
    """Put jobs to a real kernel.

    Returns:
        The kernel's release, and each job's answers, one for each operation.
    """
    scripts = [_Script(nr_cpus) for _ in jobs]
    files = [_guest()]
    for job, script in zip(jobs, scripts, strict=True):
        for op in job.ops:
            script.add(op)
        files.append(("\n".join(script.lines) + "\n").encode())
    wanted: list[dict[str, Any]] = [
        {"id": f"file{i}", "kind": "object", "object_b64": base64.b64encode(data).decode()}
        for i, data in enumerate(files)
    ]
    start = "/bin/busybox cp /jobs/o0 /tmp/guest; /bin/busybox chmod 755 /tmp/guest; "
    wanted += [
        {"id": job.name, "kind": "sh", "cmd": f"{start}/tmp/guest < /jobs/o{i + 1}"}
        for i, job in enumerate(jobs)
    ]
    release, answers = ask(wanted, kernel, options=("--smp", str(nr_cpus)))
    printed = [answer["out"] for answer in answers[len(files) :]]
    return release, [script.answers(out) for script, out in zip(scripts, printed, strict=True)]
