"""A verifier's refusal as an error: the kernel's last message, the place, what to try.

Answers to what a libbpf tool prints when ``bpf_object__load`` fails, in the form of this project's
errors. The log is kept whole.

**Rule:** the problem is the kernel's own last message, byte for byte; the place is the instruction
that the log ends with, and its source line where the object has them.

**Not modelled:** explaining the message; ``bpfsim verify`` shows the whole log.
"""

from __future__ import annotations

import bisect
import errno
import re

from sim.base.errors import VerifierError
from sim.bpf.check_insn import missing_feature, version_hint
from sim.bpf.isa import decode
from sim.bpf.spec import LineRef
from sim.bpf.verifier.spec import Kernel, Verdict, VerdictKind
from sim.loader.relocate import RelocatedProgram

__all__ = ["last_insn", "last_message", "refusal"]

_INSN = re.compile(r"^(\d+): (?:\([0-9a-f]{2}\)|<)")
_STATISTICS = re.compile(r"^(processed \d+ insns|verification time |stack depth )")
# What the walk prints on its way: instructions, states, paths, source, precision.
_WALK = re.compile(
    r"^(\d+: |;|from \d+ to |last_idx |parent |regs=|frame\d|caller|callee|R\d+=|func#\d+ @)"
)


def last_message(log: str) -> str:
    """Return the line with which a log ends, "" if that says nothing but where the walk stood."""
    lines = [line for line in log.splitlines() if line and not _STATISTICS.match(line)]
    return "" if not lines or _WALK.match(lines[-1]) else lines[-1]


def last_insn(log: str) -> int:
    """Return the last instruction that a log shows, −1 if it shows none."""
    found = -1
    for line in log.splitlines():
        match = _INSN.match(line)
        if match:
            found = int(match[1])
    return found


def refusal(
    name: str, program: RelocatedProgram, verdict: Verdict, log: str, kernel: Kernel, file: str
) -> VerifierError:
    """Return the error for a program that is not accepted.

    Args:
        name: The object's name.
        program: The program.
        verdict: A refusal, or that something is not modelled.
        log: The verifier's log, as libbpf shows it.
        kernel: Who says so.
        file: The object's file.
    """
    where = f"{name}: program {program.name!r}"
    if verdict.kind is VerdictKind.NOT_MODELLED:
        return VerifierError(
            "this program cannot be verified here",
            where=where,
            reason=f"not modelled: {verdict.why}",
            suggestion="leave it out (`programs:` in the tracer), or run it unverified "
            "(`verify: false`)",
        )
    code = errno.errorcode.get(verdict.errno, str(verdict.errno))
    problem = last_message(log) or verdict.why or "the kernel refuses the program"
    insn_idx = last_insn(log)
    reason = f"the verifier of Linux {kernel.release} refuses the program ({code})"
    lacks, suggestion = _version_hint(program, insn_idx, kernel)
    error = VerifierError(
        problem,
        where=where + _place(program, insn_idx),
        reason=f"{reason}; {lacks}" if lacks else reason,
        suggestion=suggestion
        or f"`bpfsim verify {file} --kernel {kernel.release} --prog {program.name}` shows its log",
    )
    error.errno, error.insn_idx, error.log = verdict.errno, insn_idx, log
    return error


def _version_hint(program: RelocatedProgram, insn_idx: int, kernel: Kernel) -> tuple[str, str]:
    """Say which feature of a later kernel the program uses where it is refused, if it does."""
    insns = decode(program.insns)
    if insn_idx < 0:  # opcodes are looked at before the walk
        lacking = (insn for insn in insns if missing_feature(insn, kernel.features) is not None)
        insn = next(lacking, None)
        return version_hint(insn, kernel.features) if insn else ("", "")
    return version_hint(insns[insn_idx], kernel.features) if insn_idx < len(insns) else ("", "")


def _place(program: RelocatedProgram, insn_idx: int) -> str:
    if insn_idx < 0:
        return ""
    line = _line(program.line_info, insn_idx)
    source = f" ({line.file}:{line.line_num}: {line.line.strip()})" if line else ""
    return f", insn {insn_idx}{source}"


def _line(lines: tuple[LineRef, ...], insn_idx: int) -> LineRef | None:
    row = bisect.bisect_right(lines, insn_idx, key=lambda line: line.insn_idx) - 1
    return lines[row] if row >= 0 else None
