"""What libbpf prints when something does not load, line by line.

Answers to the warnings of libbpf 1.1 (``libbpf: …``), which most tools show their users as they
are. A verifier's log stands between its two marks.

**Rule:** the last lines say which program failed with which errno and which object that was of, in
libbpf's order; an errno is shown as libbpf shows it there, negative or in words.

**Not modelled:** debug and info lines; what the tools themselves add.
"""

from __future__ import annotations

import os

from sim.base.errors import SimError
from sim.bpf.spec import ObjectSpec, ProgramSpec
from sim.loader.prog_types import section_type

__all__ = ["libbpf_lines"]


def libbpf_lines(
    spec: ObjectSpec,
    program: ProgramSpec,
    stage: str,
    number: int,
    message: str,
    log: str,
    *,
    error: SimError | None = None,
) -> tuple[str, ...]:
    """Return libbpf's lines about a program that does not load.

    Args:
        spec: The object.
        program: The program.
        stage: Name of a `sim.loader.survey.Stage`.
        number: The errno, positive.
        message: What is wrong, where libbpf has no words of its own.
        log: The verifier's log.
        error: The error it comes from, if the verifier was never asked.
    """
    body = {
        "maps": _of_map,
        "relocate": _of_relocation,
        "target": _of_target,
        "verifier": _of_verifier,
    }.get(stage)
    if body is None:
        return (f"libbpf: {message}",)
    lines = body(program, number, message, log, error)
    lines.append(f"failed to load object '{spec.name}'")
    return tuple(f"libbpf: {line}" for line in lines)


def _of_map(
    program: ProgramSpec, number: int, message: str, log: str, error: SimError | None
) -> list[str]:
    name = error.where.rpartition("map ")[2].strip("'") if error is not None else ""
    if not name:
        return [message]
    return [f"map '{name}': failed to create: {os.strerror(number)}({-number})"]


def _of_relocation(
    program: ProgramSpec, number: int, message: str, log: str, error: SimError | None
) -> list[str]:
    own = getattr(error, "libbpf", ())
    return list(own) or [f"prog '{program.name}': {message}"]


def _of_target(
    program: ProgramSpec, number: int, message: str, log: str, error: SimError | None
) -> list[str]:
    name = program.name
    section = section_type(program.section)
    if section is None:
        return [
            f"prog '{name}': missing BPF prog type, check ELF section name '{program.section}'",
            f"prog '{name}': failed to load: {-number}",
        ]
    missing = f"failed to find kernel BTF type ID of '{section.attach_name}': {-number}"
    return [
        f"prog '{name}': {missing}",
        f"prog '{name}': failed to prepare load attributes: {-number}",
        f"prog '{name}': failed to load: {-number}",
    ]


def _of_verifier(
    program: ProgramSpec, number: int, message: str, log: str, error: SimError | None
) -> list[str]:
    name = program.name
    return [
        f"prog '{name}': BPF program load failed: {os.strerror(number)}",
        f"prog '{name}': -- BEGIN PROG LOAD LOG --\n{log.rstrip()}\n-- END PROG LOAD LOG --",
        f"prog '{name}': failed to load: {-number}",
    ]
