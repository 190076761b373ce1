"""The verdict cases: small programs with what a real kernel says of each.

``tests/verdicts/<topic>.yaml`` holds programs as assembler text with their maps and flags;
``<topic>.6.1.yaml`` beside it what Linux 6.1 answered, ``<topic>.6.12.yaml`` what Linux 6.12
answers otherwise. The answers are recorded by ``python -m tests.record_verdict_cases``.

Run as ``python -m tests.verdict_cases`` it prints all cases as jobs, one JSON object a line, in
the form that the recorder hands to a real kernel.

**Rule:** maps, kernel functions (``call kfunc#N``) and kernel variables (``ld_pseudo r1, 3, N``)
are named in the program by their index in the case's ``maps``, ``kfuncs`` and ``ksyms``.

**Not modelled:** answers that depend on the machine (helper results, times): no case runs such.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sim.bpf import isa
from sim.bpf.asm import assemble_insns
from sim.bpf.isa import Insn
from tests.verdict_btf import functions_btf

__all__ = ["Answer", "Case", "answer_of_result", "case_topics", "load_answers", "load_cases"]

FOLDER = Path(__file__).parent / "verdicts"
PACKET = bytes(range(64)).hex()

_LD_IMM64 = isa.BPF_LD | isa.BPF_IMM | isa.BPF_DW
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = (
    "prog_type",
    "expected_attach_type",
    "attach_btf",
    "license",
    "prog_flags",
    "caps",
    "auto_func_info",
    "maps",
    "aux_progs",
)
_OWN = ("name", "shows", "program", "kind", "data_in", "kfuncs", "ksyms", "functions")
_TRAILER = re.compile(
    r"processed \d+ insns|verification time|stack depth|max_states"
    r"|^(?:cur|old) state:|^mark_precise|^from \d"
)


@dataclass(frozen=True)
class Case:
    """A program to verify: its topic, and the fields of its entry in the topic's file."""

    topic: str
    name: str
    shows: str
    fields: dict[str, Any]

    @property
    def id(self) -> str:
        """``<topic>/<name>``."""
        return f"{self.topic}/{self.name}"

    def job(self) -> dict[str, Any]:
        """Return the case as a job: one JSON object, the instructions in hex."""
        fields = self.fields
        insns = assemble_insns(fields["program"])
        job: dict[str, Any] = {"id": self.id, "kind": fields.get("kind", "verify")}
        job |= {key: fields[key] for key in _PLAIN if key in fields}
        job["insns"] = isa.encode(insns).hex()
        job["log_level"] = 1
        if "aux_progs" in job:
            job["aux_progs"] = [isa.encode(assemble_insns(text)).hex() for text in job["aux_progs"]]
        if job["kind"] == "run":
            job["data_in"] = fields.get("data_in", PACKET)
        if "kfuncs" in fields or "ksyms" in fields:
            job["fixups"] = _fixups(insns, fields)
        if "functions" in fields:
            job |= functions_btf(fields["functions"])
        return job


@dataclass(frozen=True)
class Answer:
    """What a kernel says of a case.

    Attributes:
        verdict: ``accept`` or ``reject``.
        errno: Its name, of a refused program.
        message: The last line of the log that says why; empty where the kernel gives none.
        stage: What was refused, if it was not the program (``map_create``, ``attach_btf``).
        r0: What the program returned, of an accepted one that ran.
    """

    verdict: str
    errno: str = ""
    message: str = ""
    stage: str = ""
    r0: int | None = None


def answer_of_result(result: dict[str, Any]) -> Answer:
    """Return the answer that the *result* of a job holds."""
    if result["ok"]:
        run = result.get("run") or {}
        return Answer("accept", r0=run["retval"] if run.get("ok") else None)
    stage = result.get("stage", "load")
    return Answer(
        "reject",
        errno=result.get("err", ""),
        message=_last_message(result.get("log", "")),
        stage="" if stage == "load" else stage,
    )


def case_topics() -> list[str]:
    """Return the names of the topics, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml") if "." not in path.stem)


@cache
def load_cases() -> tuple[Case, ...]:
    """Return all cases, by topic and then as they stand in the files."""
    return tuple(case for topic in case_topics() for case in _load_topic(topic))


@cache
def load_answers(release: str) -> dict[str, Answer]:
    """Return by case id what the kernel *release* (``6.1`` or ``6.12``) answered.

    A case on which 6.12 agrees with 6.1 has one answer for both.
    """
    answers = {} if release == "6.1" else dict(load_answers("6.1"))
    for topic in case_topics():
        path = FOLDER / f"{topic}.{release}.yaml"
        recorded = _read(path)["answers"] if path.exists() else {}
        for name, fields in recorded.items():
            answers[f"{topic}/{name}"] = Answer(**fields)
    return answers


def _load_topic(topic: str) -> list[Case]:
    path = FOLDER / f"{topic}.yaml"
    cases: list[Case] = []
    seen: set[str] = set()
    for fields in _read(path)["cases"]:
        name = fields["name"]
        if unknown := sorted(set(fields) - {*_PLAIN, *_OWN}):
            raise ValueError(f"{path.name}: case {name!r} has unknown fields {unknown}")
        if name in seen:
            raise ValueError(f"{path.name}: two cases are called {name!r}")
        seen.add(name)
        cases.append(Case(topic, name, fields["shows"], fields))
    return cases


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(), Loader=_LOADER)


def _fixups(insns: list[Insn], fields: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what each placeholder stands for, by instruction."""
    fixups: list[dict[str, Any]] = []
    for at, insn in enumerate(insns):
        if insn.opcode == isa.CALL and insn.src_reg == 2:
            fixups.append({"insn": at, "kfunc": fields["kfuncs"][insn.imm]})
        elif insn.opcode == _LD_IMM64 and insn.src_reg == 1:
            fixups.append({"insn": at, "map": insn.imm})
        elif insn.opcode == _LD_IMM64 and insn.src_reg == 2:
            fixups.append({"insn": at, "map": insn.imm, "value_off": insns[at + 1].imm})
        elif insn.opcode == _LD_IMM64 and insn.src_reg == 3:
            fixups.append({"insn": at, "ksym": fields["ksyms"][insn.imm]})
    return fixups


def _last_message(log: str) -> str:
    """Return the last line of a log that is neither statistics nor a state."""
    for line in reversed(log.splitlines()):
        if line.strip() and not _TRAILER.search(line):
            return line.strip()
    return ""


def main() -> None:
    """Print all cases as jobs."""
    for case in load_cases():
        sys.stdout.write(json.dumps(case.job()) + "\n")


if __name__ == "__main__":
    main()
