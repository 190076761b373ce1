"""The errors of bpfsim, in one tree.

Three kinds of failure are never mixed. What the kernel would return (``-EAGAIN``, ``-E2BIG``)
is data and never an exception. Wrong input is a `SimError`, which says where, what, why and
what to try. Our own bug is an `InternalError`, outside the tree so that ``except SimError``
cannot hide it.

::

    SimError
    ├─ ScenarioError            a scenario file is wrong
    ├─ UnsupportedFeatureError  the simulated kernel is too old (or too new)
    ├─ ProgramError
    │  ├─ AsmError  ElfError  BtfError  RelocationError
    │  ├─ VerifierError
    │  └─ VmFault
    ├─ AttachError
    ├─ CostProfileError
    ├─ EngineError
    └─ ResultsError
       ├─ MissingTableError
       └─ SchemaVersionError
    InternalError(AssertionError)
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = [
    "AsmError",
    "AttachError",
    "BtfError",
    "CostProfileError",
    "ElfError",
    "EngineError",
    "InternalError",
    "MissingHookError",
    "MissingTableError",
    "ProgramError",
    "RelocationError",
    "ResultsError",
    "ScenarioError",
    "SchemaVersionError",
    "SimError",
    "UnsupportedFeatureError",
    "VerifierError",
    "VmFault",
    "nearest",
]


class SimError(Exception):
    """Wrong input or state, told in one block.

    Args:
        problem: What is wrong, in one sentence.
        where: File, line, key path, section or instruction it is about.
        reason: Why it is wrong.
        suggestion: What to try.
    """

    def __init__(
        self, problem: str, *, where: str = "", reason: str = "", suggestion: str = ""
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.reason = reason
        self.suggestion = suggestion

    def __str__(self) -> str:
        rows = (("where", self.where), ("why", self.reason), ("try", self.suggestion))
        lines = [self.problem]
        for label, text in rows:
            if text:
                indented = text.replace("\n", "\n         ")
                lines.append(f"  {label + ':':<6} {indented}")
        return "\n".join(lines)


class ScenarioError(SimError):
    """A scenario file, or a value set on the command line, is wrong."""


class UnsupportedFeatureError(SimError):
    """The simulated kernel lacks what was asked for; says which version has it."""


class ProgramError(SimError):
    """Something about a BPF object or program is wrong."""


class AsmError(ProgramError):
    """Assembler text or an instruction encoding is wrong."""


class ElfError(ProgramError):
    """The file is no BPF object, or a broken one."""


class BtfError(ProgramError):
    """Type information is broken, or lacks a type."""


class RelocationError(ProgramError):
    """A relocation cannot be applied."""


class VerifierError(ProgramError):
    """The program is refused; ``problem`` is the kernel's last message.

    Attributes:
        log: All that the verifier said.
        errno: What loading returns, positive; 0 when it is not the kernel that refuses.
        insn_idx: The instruction that the verifier stood at, −1 where it stood at none.
    """

    log: str = ""
    errno: int = 0
    insn_idx: int = -1


class VmFault(ProgramError):
    """A program touched memory or an instruction that does not exist, or does not end."""


class AttachError(SimError):
    """A program cannot be attached where it was asked to be."""


class MissingHookError(AttachError):
    """The simulated kernel has no function or tracepoint of that name."""


class CostProfileError(SimError):
    """A cost profile lacks a price, or has one without a source."""


class EngineError(SimError):
    """The simulated machine cannot go on (deadlock, time standing still)."""


class ResultsError(SimError):
    """A run directory cannot be read."""


class MissingTableError(ResultsError):
    """A result table that an analysis needs is not in the run directory."""


class SchemaVersionError(ResultsError):
    """A run directory's tables have another meaning than those of this version."""


class InternalError(AssertionError):
    """A bug in bpfsim.

    Args:
        message: What went wrong.
        t_ns: Simulated time, if a machine was running.
        seed: Seed of the run, if there was one.
    """

    def __init__(self, message: str, *, t_ns: int | None = None, seed: int | None = None) -> None:
        at = "" if t_ns is None else f" at t={t_ns} ns"
        of = "" if seed is None else f" with seed {seed}"
        super().__init__(f"bug in bpfsim{at}{of}: {message}")
        self.t_ns = t_ns
        self.seed = seed


def nearest(word: str, known: Iterable[str], n: int = 3) -> str:
    """Say which known names come closest to *word*, or nothing.

    Returns:
        ``"did you mean a, b?"``, or an empty string when nothing is near.
    """
    close = difflib.get_close_matches(word, sorted(known), n=n, cutoff=0.6)
    return f"did you mean {', '.join(close)}?" if close else ""
