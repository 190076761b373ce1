"""What a kernel's types make of other people's BPF objects: poison, code, and attach targets.

`findings` is compared for the simulated kernel's types and, as recorded in
``data/corpus-types-6.1.yaml``, for those of Debian's 6.1.192. To record again, with that
kernel's ``/sys/kernel/btf/vmlinux`` in a file:

    python -m tests.corpus_types FILE

**Rule:** every program is relocated, whether its tool would load it or not.

**Not modelled:** targets in modules, uprobes, tracepoints that are attached by their number.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import yaml

from sim.bpf.btf import Btf
from sim.bpf.btf_types import BtfKind
from sim.loader.open import open_object
from sim.loader.relocate import relocate
from tests.corpus import corpus_objects

__all__ = ["RECORD", "Findings", "findings", "object_key"]

RECORD = Path(__file__).parent / "data" / "corpus-types-6.1.yaml"

#: What libbpf would fill in.
_KCONFIG = {"LINUX_KERNEL_VERSION": 0x0601C0, "LINUX_HAS_BPF_COOKIE": 1}

#: Where the target of a program is looked for, by the first word of its section.
_TARGETS = {
    "fentry": ("", BtfKind.FUNC),
    "fexit": ("", BtfKind.FUNC),
    "fmod_ret": ("", BtfKind.FUNC),
    "lsm": ("bpf_lsm_", BtfKind.FUNC),
    "iter": ("bpf_iter_", BtfKind.FUNC),
    "tp_btf": ("btf_trace_", BtfKind.TYPEDEF),
    "raw_tp": ("btf_trace_", BtfKind.TYPEDEF),
    "raw_tracepoint": ("btf_trace_", BtfKind.TYPEDEF),
}

Findings = dict[str, object]


def object_key(path: Path) -> str:
    """Name an object by its file name and contents."""
    return f"{path.name.partition('.')[0]} {hashlib.sha256(path.read_bytes()).hexdigest()[:12]}"


def findings(path: Path, kernel_btf: Btf) -> Findings:
    """Relocate every program of an object.

    Returns:
        ``programs`` (how many), ``insns`` (a digest of all relocated instructions),
        ``poisoned`` (instructions by program) and ``missing`` (sections without a target).
    """
    spec = open_object(path)
    for program in spec.programs:
        program.autoload = True
    declared = {extern.name for extern in spec.kconfig}
    kconfig = {name: value for name, value in _KCONFIG.items() if name in declared}
    programs = relocate(spec, kernel_btf, kconfig=kconfig)
    code = hashlib.sha256(b"".join(program.insns for program in programs))
    return {
        "programs": len(programs),
        "insns": code.hexdigest()[:16],
        "poisoned": {
            program.name: [poison.insn_idx for poison in program.poisoned]
            for program in programs
            if program.poisoned
        },
        "missing": sorted(
            {p.spec.section for p in programs if not _has_target(p.spec.section, kernel_btf)}
        ),
    }


def _has_target(section: str, kernel_btf: Btf) -> bool:
    kind, _, name = section.partition("/")
    if kind not in _TARGETS:
        return True
    prefix, btf_kind = _TARGETS[kind]
    return kernel_btf.find(prefix + name, btf_kind) is not None


def main(btf_file: str) -> None:
    """Record the findings for a real kernel's types."""
    btf = Btf.parse(Path(btf_file).read_bytes())
    found = {object_key(path): findings(path, btf) for path in corpus_objects()}
    text = yaml.safe_dump(found, default_flow_style=None, width=96)
    RECORD.write_text(f"# Recorded by python -m tests.corpus_types\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
