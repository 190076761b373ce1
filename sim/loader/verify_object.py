"""Verifying the programs of an object, one by one, against one kernel.

Answers to ``bpf_object__load`` as far as it decides whether a program loads; every program is
looked at, whatever becomes of the others.

**Rule:** what refuses before the verifier (a missing attach target, a map that cannot be made, an
extern that is not there) is a verdict as well, without a log.

**Not modelled:** loading; see `sim.loader.load`.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sim.base.errors import SimError
from sim.bpf.spec import ObjectSpec
from sim.bpf.verifier.spec import Kernel, Map, Prog, Verdict, VerdictKind
from sim.bpf.verifier.trace import Trace
from sim.bpf.verifier.verify import verify
from sim.loader.kernel_of import kconfig_of
from sim.loader.ksyms import ExternRefused
from sim.loader.relocate import RelocatedProgram, final_maps, relocate
from sim.loader.verify import LoadRefused, libbpf_log, maps_of, program_of

__all__ = ["ProgramVerdict", "load_errno", "verify_object"]


@dataclass(frozen=True)
class ProgramVerdict:
    """What becomes of a program of an object.

    Attributes:
        verdict: The kernel's, or one made of what libbpf refuses.
        error: Why it never came to the verifier, None if it did.
        prog: What the verifier was given, None if nothing.
        nr_insns: Instructions, subprograms included.
        trace: What an explanation needs, if it was asked for.
    """

    name: str
    section: str
    nr_insns: int
    verdict: Verdict
    error: SimError | None = None
    prog: Prog | None = None
    trace: Trace | None = None

    @property
    def kind(self) -> VerdictKind:
        """Accepted, refused or not modelled."""
        return self.verdict.kind

    @property
    def log(self) -> str:
        """The verifier's log, as libbpf shows it."""
        return self.verdict.log


def load_errno(error: SimError) -> int:
    """Return the errno with which libbpf gives up for an error of ours."""
    if isinstance(error, LoadRefused | ExternRefused):
        return error.number
    return errno.EINVAL


def verify_object(
    spec: ObjectSpec,
    kernel: Kernel,
    *,
    log_level: int = 1,
    log_size: int = 16 << 20,
    with_trace: bool = False,
) -> list[ProgramVerdict]:
    """Verify the programs of *spec* that are to be loaded.

    Args:
        spec: The object; not changed.
        kernel: The kernel that verifies.
        log_level: 0 (no log), 1 (of a refusal), 2 (of everything), plus 4 for statistics.
        log_size: Room for the log, in bytes.
        with_trace: Keep what an explanation needs.
    """
    wanted = [program for program in spec.programs if program.autoload]
    kconfig = kconfig_of(kernel.release)
    try:
        maps = maps_of(spec, final_maps(spec, kconfig=kconfig), kernel)
    except SimError as exc:
        return [_refused(p.name, p.section, len(p.insns) // 8, exc) for p in wanted]
    found = []
    for program in wanted:
        try:
            relocated = _relocated(spec, program.name, kernel, kconfig)
        except SimError as exc:
            refused = _refused(program.name, program.section, len(program.insns) // 8, exc)
            found.append(refused)
            continue
        trace = Trace() if with_trace else None
        found.append(_verified(spec, relocated, maps, kernel, log_level, log_size, trace))
    return found


def _relocated(
    spec: ObjectSpec, name: str, kernel: Kernel, kconfig: Mapping[str, int | str]
) -> RelocatedProgram:
    alone = spec.copy()
    for one in alone.programs:
        one.autoload = one.name == name
    return relocate(alone, kernel.btf, kconfig=kconfig, ksyms=kernel.ksyms)[0]


def _verified(
    spec: ObjectSpec,
    program: RelocatedProgram,
    maps: Sequence[Map],
    kernel: Kernel,
    log_level: int,
    log_size: int,
    trace: Trace | None,
) -> ProgramVerdict:
    nr_insns = len(program.insns) // 8
    try:
        prog = program_of(spec, program, kernel, maps)
    except SimError as exc:
        return _refused(program.name, program.spec.section, nr_insns, exc)
    verdict = verify(prog, kernel, log_level=log_level, log_size=log_size, trace=trace)
    verdict.log = libbpf_log(verdict, program)
    return ProgramVerdict(
        program.name, program.spec.section, nr_insns, verdict, error=None, prog=prog, trace=trace
    )


def _refused(name: str, section: str, nr_insns: int, error: SimError) -> ProgramVerdict:
    verdict = Verdict(VerdictKind.REJECT, errno=load_errno(error), why=error.problem)
    return ProgramVerdict(name, section, nr_insns, verdict, error=error)
