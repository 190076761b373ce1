"""Record what libbpf makes of other people's objects, for the types of real kernels.

    python -m tests.record_relocations 6.1=VMLINUX_BTF 6.12=VMLINUX_BTF

Needs a C compiler, libbpf-dev and libelf-dev; no kernel is asked, and none has to be running
(`tests/libbpf/relocated.c` answers bpf(2)). The files are the kernels' ``/sys/kernel/btf/vmlinux``.

**Rule:** what depends on who loads (map descriptors) is 0 in the recorded instructions.

**Not modelled:** module types.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sim.bpf.btf import Btf
from sim.bpf.isa import (
    BPF_PSEUDO_MAP_FD,
    BPF_PSEUDO_MAP_VALUE,
    INSN_BYTES,
    decode,
    encode,
    is_ldimm64,
)
from sim.loader.kernel_of import KernelSymbols, kconfig_of
from sim.loader.open import open_object
from sim.loader.relocate import relocate
from tests.corpus import corpus_objects
from tests.corpus_types import object_key

__all__ = ["RECORD", "by_libbpf", "by_us", "digest", "libbpf_answers", "neutral", "tool"]

RECORD = Path(__file__).parent / "data" / "relocated.json"
_SOURCE = Path(__file__).parent / "libbpf" / "relocated.c"
_WRAPPED = ("syscall", "btf__load_vmlinux_btf", "btf__find_by_name_kind")
_MAP_REFS = (BPF_PSEUDO_MAP_FD, BPF_PSEUDO_MAP_VALUE)


def tool(folder: Path) -> Path:
    """Build the program that asks libbpf."""
    path = folder / "relocated"
    wraps = [f"-Wl,--wrap={name}" for name in _WRAPPED]
    libraries = ["-static", "-lbpf", "-lelf", "-lz"]
    subprocess.run(
        ["cc", "-O1", "-o", str(path), str(_SOURCE), *wraps, *libraries],
        check=True,
        capture_output=True,
    )
    return path


def neutral(insns: bytes) -> bytes:
    """Return instructions without what depends on who loads them."""
    return encode(
        insn._replace(imm=0) if is_ldimm64(insn) and insn.src_reg in _MAP_REFS else insn
        for insn in decode(insns)
    )


def digest(insns: bytes) -> str:
    """Return what is recorded of a program."""
    return f"{len(insns) // INSN_BYTES}:{hashlib.sha256(neutral(insns)).hexdigest()[:16]}"


def libbpf_answers(program: Path, btf: Path, files: Sequence[Path]) -> dict[Path, list[str]]:
    """Return libbpf's lines about each file."""
    found = {}
    for file in files:
        done = subprocess.run(
            [str(program), str(btf), str(file)], capture_output=True, text=True, check=True
        )
        found[file] = done.stdout.splitlines()[1:]
    return found


def by_libbpf(lines: Sequence[str]) -> list[tuple[str, bytes]]:
    """Return (name, instructions) of the programs that libbpf would load."""
    rows = (line.split() for line in lines if line[0] not in "!=" and " " in line)
    return [(name, bytes.fromhex(code)) for name, code in rows]


def by_us(file: Path, kernel: str, btf: Btf) -> list[tuple[str, bytes]]:
    """Return the same by this loader."""
    spec = open_object(file)
    for program in spec.programs:
        program.autoload = True
    done = relocate(spec, btf, kconfig=kconfig_of(kernel), ksyms=KernelSymbols(btf))
    return [(program.name[:15], program.insns) for program in done]


def main(args: Sequence[str]) -> None:
    """Record for each ``KERNEL=FILE``."""
    found: dict[str, dict[str, list[list[str]]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        program = tool(Path(folder))
        for arg in args:
            kernel, _, btf = arg.partition("=")
            answers = libbpf_answers(program, Path(btf), corpus_objects())
            found[kernel] = {
                object_key(file): [[name, digest(code)] for name, code in by_libbpf(lines)]
                for file, lines in answers.items()
            }
    RECORD.write_text(json.dumps(found, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
