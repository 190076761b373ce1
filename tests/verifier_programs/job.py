"""From a draft to a job: assembled, with its maps, placeholders within bounds.

**Rule:** a placeholder of a map that the program does not have becomes file descriptor 999, which
no kernel that answers jobs has open.

**Not modelled:** BTF of one's own, line information.
"""

from __future__ import annotations

import re
from typing import Any

from sim.bpf import isa
from sim.bpf.asm import assemble_insns
from sim.bpf.isa import Insn
from tests.verifier_programs.draft import Draft
from tests.verifier_programs.map_specs import MAP_SPECS

__all__ = ["assembled", "make_job"]

_WIDE = re.compile(r"ld_pseudo|.* ll\Z")
_FUNCTION = re.compile(r"ld_function r(\d+), (\w+)")
_MAP_SOURCES = (isa.BPF_PSEUDO_MAP_FD, isa.BPF_PSEUDO_MAP_VALUE)


def assembled(lines: list[str]) -> list[Insn]:
    """Assemble lines; ``ld_function`` loads the address of a label."""
    flat = [line for text in lines for line in text.split("\n") if line.strip()]
    places: dict[str, int] = {}
    slot = 0
    for line in flat:
        if line.endswith(":"):
            places[line[:-1]] = slot
        else:
            slot += 2 if _WIDE.match(line) or line.startswith("ld_function") else 1
    out, slot = [], 0
    for line in flat:
        if found := _FUNCTION.match(line):
            distance = (places[found[2]] - slot - 1) & 0xFFFFFFFF
            line = f"ld_pseudo r{found[1]}, {isa.BPF_PSEUDO_FUNC}, {distance}, 0"
        if not line.endswith(":"):
            slot += 2 if _WIDE.match(line) else 1
        out.append(line)
    return assemble_insns("\n".join(out))


def _maps(draft: Draft) -> list[dict[str, Any]]:
    specs = []
    for name in draft.map_names:
        spec = {**MAP_SPECS[name], "name": name[:15]}
        if "inner" in spec:
            spec["inner"] = draft.map_names.index(spec["inner"])
        specs.append(spec)
    return specs


def _fixups(draft: Draft, insns: list[Insn]) -> list[dict[str, Any]]:
    fixups: list[dict[str, Any]] = []
    for at, insn in enumerate(insns):
        is_wide = insn.opcode == isa.LDIMM64
        if is_wide and insn.src_reg in _MAP_SOURCES and 0 <= insn.imm < len(draft.map_names):
            fixups.append({"insn": at, "map": insn.imm})
            if insn.src_reg == isa.BPF_PSEUDO_MAP_VALUE:
                fixups[-1]["value_off"] = insns[at + 1].imm if at + 1 < len(insns) else 0
        elif is_wide and insn.src_reg == isa.BPF_PSEUDO_BTF_ID and 0 <= insn.imm < len(draft.ksyms):
            fixups.append({"insn": at, "ksym": draft.ksyms[insn.imm]})
        elif _is_kfunc(insn) and 0 <= insn.imm < len(draft.kfuncs):
            fixups.append({"insn": at, "kfunc": draft.kfuncs[insn.imm]})
    return fixups


def _is_kfunc(insn: Insn) -> bool:
    is_call = insn.opcode == isa.BPF_JMP | isa.BPF_CALL
    return is_call and insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL


def _tamed(draft: Draft, insn: Insn) -> Insn:
    if insn.opcode == isa.LDIMM64 and insn.src_reg in _MAP_SOURCES:
        if not 0 <= insn.imm < len(draft.map_names):
            return insn._replace(imm=999)
    if insn.opcode == isa.LDIMM64 and insn.src_reg in (5, 6):
        return insn._replace(imm=999)
    return insn


def make_job(name: str, draft: Draft, insns: list[Insn], caps: list[str] | None) -> dict[str, Any]:
    """Return the job of a program."""
    kind = draft.kind
    insns = [_tamed(draft, insn) for insn in insns]
    job: dict[str, Any] = {"id": name, "kind": "verify", "prog_type": kind.prog_type}
    if kind.is_run:
        job |= {"kind": "run", "data_in": bytes(range(64)).hex()}
    if draft.is_long:
        job["log_level"] = 4
    if kind.attach_type:
        job["expected_attach_type"] = kind.attach_type
    if kind.attach_btf:
        job["attach_btf"] = kind.attach_btf
    if kind.is_sleepable:
        job["prog_flags"] = 16
    job["insns"] = isa.encode(insns).hex()
    if draft.map_names:
        job["maps"] = _maps(draft)
    if draft.kfuncs or draft.ksyms:
        job["fixups"] = _fixups(draft, insns)
    if draft.needs_func_info:
        job["auto_func_info"] = True
    if caps is not None:
        job["caps"] = caps
    return job
