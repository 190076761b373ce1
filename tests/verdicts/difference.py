"""One job, two answers: whether they agree, and in what they do not.

**Rule:** an answer counts as not comparable when it says ``not_modelled``, or when the kernel gave
up for a reason of its own (it crashed, or took too long).

**Not modelled:** register values in the log before the last message.
"""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.bpf import isa
from sim.bpf.disasm import disassemble
from sim.bpf.verifier.env import BPF_COMPLEXITY_LIMIT_INSNS
from sim.loader.jobs.answer import Jobs

__all__ = ["Difference", "answer_of", "difference_of", "last_message", "nr_walked", "template"]

Answer = Mapping[str, Any]

_ENDINGS = ("processed ", "verification time", "stack depth")
_INSN = re.compile(r"^(\d+: \(|from \d+ to \d+|; )")
_PROCESSED = re.compile(r"^processed (\d+) insns \(limit \d+\) (.*)$", re.MULTILINE)
_ADDRESS = re.compile(r"0x(?:ffff[0-9a-f]{12}|0\b)")
_HELPERS_OF_CHANCE = frozenset((5, 7, 8, 14, 15, 16, 35, 42, 46, 80, 118, 125, 158, 160, 208))


def last_message(answer: Answer) -> str:
    """Return the last line of an answer's log that is no statistics; else the stage and error."""
    lines = [line for line in str(answer.get("log") or "").splitlines() if line.strip()]
    kept = [line for line in lines if not line.startswith(_ENDINGS)]
    if kept and not (_INSN.match(kept[-1]) and answer.get("stage") != "load"):
        return kept[-1]
    return f"<{answer.get('stage')} {answer.get('err')}>"


def nr_walked(answer: Answer) -> int:
    """Return how many instructions the verifier walked, or that it was too many to say."""
    found = _PROCESSED.search(str(answer.get("log")))
    if found:
        return int(found[1])
    return BPF_COMPLEXITY_LIMIT_INSNS if answer.get("errno") in (7, 28) else 0


def template(message: str) -> str:
    """Return a message with its numbers removed."""
    if _INSN.match(message):
        return "<instruction>"
    text = re.sub(r"\bR\d+\b", "Rn", message)
    text = re.sub(r"unknown func \S+", "unknown func F", text)
    return re.sub(r"-?\b(?:0x[0-9a-f]+|\d+)\b", "N", text)


@dataclass(frozen=True)
class Difference:
    """What two answers to a job differ in.

    Attributes:
        kind: ``""`` when they agree; else ``crash``, ``unsafe``, ``refused``, ``errno``,
            ``message``, ``insns``, ``states``, ``log``, ``retval``, ``not_modelled`` or
            ``no_answer``.
    """

    kind: str
    job: Mapping[str, Any]
    ours: Answer
    theirs: Answer

    @property
    def name(self) -> str:
        """The job's id."""
        return str(self.job["id"])

    @property
    def family(self) -> str:
        """What the job's id begins with."""
        return self.name.split(":")[0]

    @property
    def size(self) -> int:
        """How many instruction slots the program has."""
        return len(self.job["insns"]) // 16

    def group(self) -> tuple[str, str, str]:
        """Return what differences with one cause have in common."""
        if self.kind in ("insns", "states", "log", "retval"):
            return self.kind, "", ""
        if self.kind in ("crash", "not_modelled"):
            return self.kind, template(str(self.ours.get("why", ""))), ""
        return self.kind, *(_said(one) for one in (self.ours, self.theirs))

    def lines(self) -> list[str]:
        """Return the program and what both say."""
        job = {name: value for name, value in self.job.items() if name != "insns"}
        code = bytes.fromhex(self.job["insns"])
        out = [json.dumps(job), *disassemble(code, exact=True)]
        for who, answer in (("ours", self.ours), ("theirs", self.theirs)):
            out.append(
                f"--- {who}: ok={answer.get('ok')} {answer.get('stage')} {answer.get('err')}"
            )
            out += [json.dumps(answer[name]) for name in ("run", "why") if name in answer]
            out += str(answer.get("log") or "").rstrip().splitlines()[-40:]
        return out

    def as_json(self) -> str:
        """Return all of it on one line."""
        fields = {"kind": self.kind, "job": self.job, "ours": self.ours, "theirs": self.theirs}
        return json.dumps(fields)


def _said(answer: Answer) -> str:
    return "accepted" if answer.get("ok") else template(last_message(answer))


def answer_of(jobs: Jobs, job: Mapping[str, Any]) -> Answer:
    """Answer a job; a crash is an answer too."""
    try:
        return jobs.answer(job)
    except Exception as exc:  # whatever it is, it is a finding
        where = traceback.extract_tb(exc.__traceback__)[-1]
        why = f"{type(exc).__name__}: {exc} at {where.filename.rpartition('/')[2]}:{where.lineno}"
        return {"id": job["id"], "ok": False, "stage": "crash", "why": why}


def difference_of(job: Mapping[str, Any], ours: Answer, theirs: Answer) -> Difference:
    """Compare two answers to a job."""
    return Difference(_kind(job, ours, theirs), job, ours, theirs)


def _kind(job: Mapping[str, Any], ours: Answer, theirs: Answer) -> str:
    if theirs.get("stage") in ("timeout", "guest_crash", "not_run"):
        return "no_answer"
    if ours.get("stage") == "crash":
        return "crash"
    if ours.get("stage") in ("not_modelled", "bad_job"):
        return "not_modelled"
    if bool(ours.get("ok")) != bool(theirs.get("ok")):
        return "unsafe" if ours.get("ok") else "refused"
    if ours.get("errno", 0) != theirs.get("errno", 0):
        return "errno"
    if not ours.get("ok") and last_message(ours) != last_message(theirs):
        return "message"
    mine, others = (_PROCESSED.search(str(one.get("log"))) for one in (ours, theirs))
    if mine and others and mine[1] != others[1]:
        return "insns"
    if mine and others and mine[2] != others[2]:
        return "states"
    if _steady(ours) != _steady(theirs):
        return "log"
    is_run = _is_known(job) and "not_modelled" not in ours.get("run", {})
    return "retval" if is_run and _result(ours) != _result(theirs) else ""


def _steady(answer: Answer) -> list[str]:
    lines = str(answer.get("log") or "").splitlines()
    kept = (line for line in lines if not line.startswith(_ENDINGS))
    return [_ADDRESS.sub("A", line) for line in kept]


def _result(answer: Answer) -> object:
    run = answer.get("run") or {}
    return run.get("ok"), run.get("retval")


def _is_known(job: Mapping[str, Any]) -> bool:
    """Say whether a program's result depends on nothing but the program."""
    if job.get("kind") != "run":
        return False
    calls = [insn.imm for insn in isa.decode(bytes.fromhex(job["insns"])) if insn.opcode == 0x85]
    return not _HELPERS_OF_CHANCE.intersection(calls)
