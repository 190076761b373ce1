"""``python -m tests.record_btf_show RUN BTF``: record how a kernel shows objects by their types.

*RUN* runs jobs on a kernel, as `tests.record_verifier_grids` says; *BTF* is that kernel's own. Each
job puts bytes into a map, has bpf_snprintf_btf show them as a type, and keeps result and text.
Writes ``tests/data/btf_show-6.1.json``: type, which of `OBJECTS`, flags, result, text.
"""

from __future__ import annotations

import json
import shlex
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sim.bpf.asm import assemble
from sim.bpf.btf import Btf
from sim.bpf.btf_types import BtfKind

__all__ = ["OBJECTS", "PATH", "SHOW", "cases", "main", "type_id"]

PATH = Path(__file__).resolve().parent / "data" / "btf_show-6.1.json"
#: Bytes that are shown.
OBJECTS = (
    bytes(256),
    bytes(range(1, 256)) + b"\0",
    b"hello\0world\0" + bytes(244),
    b"\xff" * 256,
    (b"\x01" + bytes(15)) * 16,
)
_SMALL = (
    *("struct timespec64", "struct list_head", "struct in6_addr", "typedef refcount_t"),
    *("enum pid_type", "struct qstr", "struct rb_node", "typedef u64", "int", "char", "_Bool"),
    *("unsigned char", "short int", "struct iphdr", "struct tcphdr", "struct sockaddr"),
    *("union nf_inet_addr", "struct itimerspec64", "typedef atomic_t", "struct upid"),
    *("struct path", "struct callback_head", "struct bpf_insn", "struct task_cputime"),
    *("typedef uuid_t", "long unsigned int", "__int128", "struct sigaction", "struct hlist_head"),
)
_LARGE = ("struct cred", "struct mutex", "struct io_uring_sqe", "struct page", "struct termios")
_FLAGS = ((4, 12), (4, 5, 6, 12), (4, 7, 13, 15), (4, 12), (4, 12))
_KINDS = {"struct": BtfKind.STRUCT, "union": BtfKind.UNION, "enum": BtfKind.ENUM}
#: r6: the object; r7: where result and text go. ``{type}`` and ``{flags}`` are filled in.
SHOW = """
*(u64 *)(r10 - 24) = r6
*(u32 *)(r10 - 16) = {type}
*(u32 *)(r10 - 12) = 0
r1 = r7
r1 += 8
r2 = 4000
r3 = r10
r3 += -24
r4 = 16
r5 = {flags}
call 149
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
"""
_FIND = """
*(u32 *)(r10 - 4) = 0
r2 = r10
r2 += -4
ld_pseudo r1, 1, {map}
call 1
if r0 == 0 goto +{exit}
{to} = r0
"""


def type_id(btf: Btf, name: str) -> int:
    """Return a type's number; *name* as C writes it, ``typedef`` in front of a typedef's."""
    kind, _, rest = name.partition(" ")
    if kind == "typedef":
        return btf.id_of(rest, BtfKind.TYPEDEF)
    if kind in _KINDS:
        return btf.id_of(rest, _KINDS[kind])
    return btf.id_of(name, BtfKind.INT)


def cases() -> Iterator[tuple[str, int, int]]:
    """Yield type, which object, flags."""
    for name in _SMALL:
        for which, all_flags in enumerate(_FLAGS):
            yield from ((name, which, flags) for flags in all_flags)
    yield from ((name, 1, 4) for name in _LARGE)
    yield from (("struct new_utsname", 2, flags) for flags in (4, 7))


def _job(name: str, which: int, flags: int, btf: Btf) -> dict[str, Any]:
    text = _FIND.format(map=1, exit=22, to="r6") + _FIND.format(map=0, exit=14, to="r7")
    text += SHOW.format(type=type_id(btf, name), flags=flags)
    array = {"type": 2, "key_size": 4, "max_entries": 1}
    given = [["00000000", OBJECTS[which].hex()]]
    return {
        "id": json.dumps([name, which, flags]),
        "kind": "run",
        "prog_type": "raw_tracepoint",
        "insns": assemble(text).hex(),
        "maps": [
            {**array, "value_size": 4096, "name": "out"},
            {**array, "value_size": 256, "name": "in", "init": given},
        ],
        "dump_maps": True,
    }


def main(arguments: list[str]) -> None:
    """Record the answers."""
    run, btf_path = arguments
    btf = Btf.parse(Path(btf_path).read_bytes())
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(_job(*case, btf)) + "\n" for case in cases())
        file.flush()
        command = [*shlex.split(run), file.name]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = []
    for result in map(json.loads, output.splitlines()):
        data = bytes.fromhex(result["maps"][0]["entries"][0][1])
        text = data[8:].split(b"\0", 1)[0].decode("latin-1")
        rows.append([*json.loads(result["id"]), *struct.unpack("<q", data[:8]), text])
    lines = ",\n".join(map(json.dumps, rows))
    PATH.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
