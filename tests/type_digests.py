"""Digests of a kernel's types, for the names that the simulated kernel declares.

Compared in ``test_type_digests.py``. To record again, with the kernels' own
``/sys/kernel/btf/vmlinux`` in files:

    python -m tests.type_digests 6.1=FILE 6.12=FILE

**Rule:** a digest is over all declared types of a kind whose names start with a letter: members
with types, offsets and widths; enumerators; prototypes without the names of parameters, which
compilers leave out here and there.

**Not modelled:** of several kernel types of one name, which one is meant; one that fits will do.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sim.bpf.btf import Btf
from sim.bpf.btf_types import BtfType, Enum, Enum64, Func, Struct, Typedef, Union, Var
from sim.kernel.types.kernel_types import kernel_btf

__all__ = ["ELSEWHERE", "RECORD", "declared", "digests", "shapes"]

RECORD = Path(__file__).parent / "data" / "type-digests.json"

#: Structs whose members are 6.12's and whose size is not: an alignment that BTF does not show, or
#: a spelling (``const const``) that C does not have.
ELSEWHERE = frozenset(
    (
        "__u128",
        "bpf_cgroup_storage_map",
        "bpf_dtab",
        "bpf_queue_stack",
        "cgroup_root",
        "filename",
        "inet_hashinfo",
        "socket_alloc",
        "tcp6_sock",
    )
)
_KINDS = (Struct, Union, Enum, Enum64, Func, Typedef, Var)


def _kind(one: BtfType) -> str:
    return "enum" if isinstance(one, Enum64) else one.kind.name.lower()


def declared(btf: Btf) -> set[tuple[str, str]]:
    """Return (kind, name) of what is compared."""
    return {
        (_kind(one), one.name)
        for one in btf
        if isinstance(one, _KINDS) and one.name and one.name not in ELSEWHERE
    }


def shapes(btf: Btf, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], set[str]]:
    """Return what each wanted type looks like, as often as there are types of its name."""
    found: dict[tuple[str, str], set[str]] = {}
    for one in btf:
        key = (_kind(one), one.name)
        if isinstance(one, _KINDS) and key in wanted:
            found.setdefault(key, set()).add("; ".join(_parts(btf, one)))
    return found


def _parts(btf: Btf, one: BtfType) -> Iterator[str]:
    match one:
        case Struct() | Union():
            yield str(one.size)
            for member in one.members:
                name = btf.type_name(member.type)
                yield f"{name} {member.name}@{member.bit_off}:{member.bitfield_size}"
        case Enum() | Enum64():
            for item in one.values:
                yield f"{item.name}={item.value}"
        case Func():
            proto = btf.func_proto(btf.id_of(one.name, one.kind))
            yield btf.type_name(proto.type)
            for param in proto.params:
                yield btf.type_name(param.type)
        case Typedef() | Var():
            yield btf.type_name(one.type)


def digests(found: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Return a digest for each kind and first letter."""
    groups: dict[str, list[str]] = {}
    for (kind, name), shape in sorted(found.items()):
        groups.setdefault(f"{kind} {name[0]}", []).append(f"{name}: {shape}")
    return {
        group: hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]
        for group, rows in groups.items()
    }


def chosen(real: Mapping[tuple[str, str], set[str]], kernel: str) -> dict[tuple[str, str], str]:
    """Choose among a real kernel's types of one name the one that is declared, if it is there."""
    ours = shapes(kernel_btf(kernel), set(real))
    return {key: next(iter(sorted(ours[key] & real[key] or real[key]))) for key in real}


def main(args: Sequence[str]) -> None:
    """Record for each ``KERNEL=FILE``."""
    record = {}
    for arg in args:
        kernel, _, file = arg.partition("=")
        btf = Btf.parse(Path(file).read_bytes())
        wanted = declared(kernel_btf(kernel))
        real = shapes(btf, wanted)
        print(kernel, len(wanted), "declared; not there:", sorted(wanted - set(real)))
        found = chosen(real, kernel)
        ours = shapes(kernel_btf(kernel), wanted)
        print(" ", "different:", sorted(key for key in found if found[key] not in ours[key])[:20])
        record[kernel] = digests(found)
    RECORD.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
