"""Jobs of kind ``object``: a whole object loaded, and if that fails one program at a time.

Answers to what the oracle's loader does with libbpf's ``bpf_object__load``.

**Rule:** a program's verdict does not depend on the others, so each is verified once; what
``whole`` says is whether all of them, with the object's maps, were accepted.

**Not modelled:** ``attach``, ``trigger`` and what comes after the load; libbpf's own messages
beyond the one that says why it refused.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sim.base.errors import ProgramError
from sim.bpf.spec import ObjectSpec
from sim.bpf.verifier.spec import Kernel, VerdictKind
from sim.loader.jobs.raw import log_fields, verdict_fields
from sim.loader.jobs.words import err_name
from sim.loader.open import open_object
from sim.loader.prog_types import section_type
from sim.loader.verify_object import ProgramVerdict, load_errno, verify_object

__all__ = ["ObjectFields", "answer_object", "set_vars"]


@dataclass(frozen=True)
class ObjectFields:
    """What a job of kind ``object`` says.

    Attributes:
        data: The file.
        only: Programs to load; empty: all.
        variables: Values of global variables, by name.
    """

    data: bytes
    only: Collection[str]
    variables: Mapping[str, int | str | bytes]
    is_isolated: bool
    log_level: int
    log_size: int
    log_max: int


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
    verdicts = verify_object(spec, kernel, log_level=fields.log_level, log_size=fields.log_size)
    answers = [_answer(one, fields) for one in verdicts]
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


def _answer(one: ProgramVerdict, fields: ObjectFields) -> dict[str, Any]:
    section = section_type(one.section)
    verdict = one.verdict
    is_ok = one.kind is VerdictKind.ACCEPT
    found: dict[str, Any] = {
        "name": one.name,
        "sec": one.section,
        "type": section.prog_type if section else 0,
        "expected_attach_type": section.attach_type if section else 0,
        "insns": one.nr_insns,
        "ok": is_ok,
        "errno": verdict.errno,
        "err": err_name(verdict.errno),
    }
    if is_ok:
        found |= verdict_fields(verdict)
    if verdict.why and one.error is None:
        found["why"] = verdict.why
    if fields.log_level:
        found |= log_fields(one.log, fields.log_max)
    if one.error is not None:
        found["libbpf"] = str(one.error)
    found["verdict"] = one.kind.value
    return found
