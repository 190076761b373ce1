"""Jobs of kind ``object``: a whole object loaded, and if that fails one program at a time.

Answers to what the oracle's loader does with libbpf's ``bpf_object__load``.

**Rule:** a program's verdict does not depend on the others, so each is verified once; what
``whole`` says is whether all of them, with the object's maps, were accepted.

**Not modelled:** ``attach``, ``trigger`` and what comes after the load; libbpf's own messages
beyond the one that says why it refused.
"""

from __future__ import annotations

import errno
from collections.abc import Collection, Mapping
from typing import Any

from sim.base.errors import ProgramError, SimError
from sim.bpf.spec import ObjectSpec
from sim.bpf.verifier.spec import Kernel, Map, VerdictKind
from sim.bpf.verifier.verify import verify
from sim.loader.jobs.raw import log_fields, verdict_fields
from sim.loader.jobs.words import err_name
from sim.loader.open import open_object
from sim.loader.prog_types import section_type
from sim.loader.relocate import RelocatedProgram, final_maps, relocate
from sim.loader.verify import LoadRefused, libbpf_log, maps_of, program_of, version_code

__all__ = ["ObjectFields", "answer_object", "kconfig_of", "load_errno", "set_vars"]


class ObjectFields:
    """What a job of kind ``object`` says.

    Args:
        data: The file.
        only: Programs to load; empty: all.
        variables: Values of global variables, by name.
    """

    def __init__(
        self,
        data: bytes,
        *,
        only: Collection[str],
        variables: Mapping[str, int | str | bytes],
        is_isolated: bool,
        log_level: int,
        log_size: int,
        log_max: int,
    ) -> None:
        self.data = data
        self.only = only
        self.variables = variables
        self.is_isolated = is_isolated
        self.log_level = log_level
        self.log_size = log_size
        self.log_max = log_max


def kconfig_of(kernel: Kernel) -> Mapping[str, int | str]:
    """Return what ``__kconfig`` externs of a simulated kernel are."""
    return {"LINUX_KERNEL_VERSION": version_code(kernel.release), "LINUX_HAS_BPF_COOKIE": 1}


def load_errno(error: SimError) -> int:
    """Return the errno with which libbpf gives up for an error of ours."""
    if isinstance(error, LoadRefused):
        return error.number
    return errno.ESRCH if "this kernel has no" in error.problem else errno.EINVAL


def answer_object(fields: ObjectFields, kernel: Kernel) -> dict[str, Any]:
    """Answer a job of kind ``object``, without its id and kind."""
    try:
        spec = open_object(fields.data, "o")
    except ProgramError as exc:
        number = load_errno(exc)
        head = {"ok": False, "stage": "open", "errno": number, "err": err_name(number)}
        return {**head, "libbpf": str(exc), "verdict": VerdictKind.REJECT.value}
    for program in spec.programs:
        program.autoload = not fields.only or program.name in fields.only
    set_vars(spec, fields.variables)
    answers = _programs(spec, fields, kernel)
    is_ok = all(one["ok"] for one in answers)
    kinds = {one["verdict"] for one in answers}
    not_modelled = VerdictKind.NOT_MODELLED.value
    verdict = VerdictKind.ACCEPT.value if is_ok else VerdictKind.REJECT.value
    if not_modelled in kinds and VerdictKind.REJECT.value not in kinds:
        verdict = not_modelled
    is_whole = is_ok and not fields.is_isolated
    return {"whole": is_whole, "programs": answers, "ok": is_ok, "verdict": verdict}


def set_vars(spec: ObjectSpec, variables: Mapping[str, int | str | bytes]) -> None:
    """Put values into global variables; unknown ones are passed over, as the oracle does."""
    for name, value in variables.items():
        var = spec.vars.get(name)
        if var is None:
            continue
        target = spec.map(var.map)
        if isinstance(value, str):  # "$pid": no process runs
            given = bytes(4)
        else:
            given = value if isinstance(value, bytes) else value.to_bytes(8, "little", signed=True)
        data = bytearray(target.data or bytes(target.value_size))
        nr_bytes = min(var.size, len(given))
        data[var.offset : var.offset + nr_bytes] = given[:nr_bytes]
        target.data = bytes(data)


def _programs(spec: ObjectSpec, fields: ObjectFields, kernel: Kernel) -> list[dict[str, Any]]:
    kconfig = kconfig_of(kernel)
    try:
        maps = maps_of(spec, final_maps(spec, kconfig=kconfig), kernel)
    except SimError as exc:
        return [
            {**_head(spec, p.name, len(p.insns) // 8), **_refused(exc)}
            for p in spec.programs
            if p.autoload
        ]
    answers = []
    for program in spec.programs:
        if program.autoload:
            answers.append(_program(spec, program.name, maps, fields, kernel, kconfig))
    return answers


def _program(
    spec: ObjectSpec,
    name: str,
    maps: list[Map],
    fields: ObjectFields,
    kernel: Kernel,
    kconfig: Mapping[str, int | str],
) -> dict[str, Any]:
    alone = spec.copy()
    for one in alone.programs:
        one.autoload = one.name == name
    nr_insns = len(spec.program(name).insns) // 8
    try:
        ksyms = kernel.ksyms
        relocated = relocate(alone, kernel.btf, kconfig=kconfig, ksyms=ksyms)[0]
        nr_insns = len(relocated.insns) // 8
        verified = _verified(alone, relocated, maps, fields, kernel)
    except SimError as exc:
        return {**_head(spec, name, nr_insns), **_refused(exc)}
    return {**_head(spec, name, nr_insns), **verified}


def _head(spec: ObjectSpec, name: str, nr_insns: int) -> dict[str, Any]:
    section = spec.program(name).section
    found = section_type(section)
    return {
        "name": name,
        "sec": section,
        "type": found.prog_type if found else 0,
        "expected_attach_type": found.attach_type if found else 0,
        "insns": nr_insns,
    }


def _refused(error: SimError) -> dict[str, Any]:
    number = load_errno(error)
    head = {"ok": False, "errno": number, "err": err_name(number)}
    return {**head, "libbpf": str(error), "verdict": VerdictKind.REJECT.value}


def _verified(
    spec: ObjectSpec,
    program: RelocatedProgram,
    maps: list[Map],
    fields: ObjectFields,
    kernel: Kernel,
) -> dict[str, Any]:
    prog = program_of(spec, program, kernel, maps)
    verdict = verify(prog, kernel, log_level=fields.log_level, log_size=fields.log_size)
    is_ok = verdict.kind is VerdictKind.ACCEPT
    found: dict[str, Any] = {"ok": is_ok, "errno": verdict.errno, "err": err_name(verdict.errno)}
    if is_ok:
        found |= verdict_fields(verdict)
    if verdict.why:
        found["why"] = verdict.why
    if fields.log_level:
        found |= log_fields(libbpf_log(verdict, program), fields.log_max)
    found["verdict"] = verdict.kind.value
    return found
