"""Nothing attaches unverified: what a machine's kernel must accept before anything is loaded.

Answers to the verifier's place in ``BPF_PROG_LOAD``: after relocation, before a program exists.
The loading process has every capability, as a tracer's has.

**Rule:** the same program with the same maps is verified once in a process, however many arms and
replications load it.

**Not modelled:** what verification costs; `sim.cost` has one price for loading a program.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from sim.bpf.spec import MapSpec, ObjectSpec
from sim.bpf.verifier.spec import Kernel, Map, Prog, Verdict, VerdictKind
from sim.bpf.verifier.verify import verify
from sim.loader.kernel_of import kernel_of
from sim.loader.refusal import refusal
from sim.loader.relocate import RelocatedProgram
from sim.loader.verify import libbpf_log, maps_of, program_of

__all__ = ["UNVERIFIED", "Admission", "admit"]

UNVERIFIED = "unverified"
_MAX_REMEMBERED = 1024
# A key holds the identity of a program's types; the program kept beside the verdict keeps them.
_remembered: dict[Hashable, tuple[Prog, Verdict]] = {}


@dataclass(frozen=True)
class Admission:
    """How a program came to be loaded.

    Attributes:
        program: Its name.
        verdict: ``accept``, or `UNVERIFIED` where the scenario asks for no verifier.
        insns_processed: Instructions that the verifier walked, over all paths.
        stack_depth: Bytes of stack of the program and of each subprogram.
        live: The instructions that a path reaches, moved together.
        kept: Where each of them was before.
        max_ctx_offset: How far into its context the program reaches.
    """

    program: str
    verdict: str
    insns_processed: int = 0
    stack_depth: tuple[int, ...] = ()
    live: bytes = b""
    kept: tuple[int, ...] = ()
    max_ctx_offset: int = 0


def admit(
    spec: ObjectSpec,
    programs: Sequence[RelocatedProgram],
    maps: Sequence[MapSpec],
    release: str,
    *,
    file: str = "",
) -> list[Admission]:
    """Have a kernel verify the programs of an object.

    Args:
        spec: The object.
        programs: Its programs to load, relocated.
        maps: Its maps, values filled in.
        release: Which kernel; its types and features are those of the simulated one.
        file: The object's file, for suggestions.

    Raises:
        VerifierError: A program is refused, or uses what the verifier does not model.
        LoadRefused: The kernel refuses a map, or has no place that a program is for.
    """
    kernel = kernel_of(release)
    given = maps_of(spec, maps, kernel)
    found = []
    for program in programs:
        verdict = _verdict(program_of(spec, program, kernel, given), kernel)
        if verdict.kind is not VerdictKind.ACCEPT:
            log = libbpf_log(verdict, program)
            raise refusal(spec.name, program, verdict, log, kernel, file or "FILE")
        figures = verdict.insns_processed, verdict.stack_depth
        code = verdict.xlated, verdict.kept
        admission = Admission(program.name, verdict.kind.value, *figures, *code)
        found.append(replace(admission, max_ctx_offset=verdict.max_ctx_offset))
    return found


def _verdict(prog: Prog, kernel: Kernel) -> Verdict:
    key = _key(prog, kernel)
    if key not in _remembered:
        verdict = verify(prog, kernel, log_level=0)
        if verdict.kind is not VerdictKind.ACCEPT:  # once more, for the log
            verdict = verify(prog, kernel)
        if len(_remembered) >= _MAX_REMEMBERED:
            del _remembered[next(iter(_remembered))]
        _remembered[key] = prog, verdict
    return _remembered[key][1]


def _key(prog: Prog, kernel: Kernel) -> Hashable:
    return (
        kernel.release,
        prog.insns,
        prog.prog_type,
        prog.name,
        prog.expected_attach_type,
        prog.attach_btf_id,
        prog.prog_flags,
        prog.license,
        tuple(map(_map_key, prog.maps)),
        id(prog.btf),
        prog.func_info,
        prog.line_info,
    )


def _map_key(one: Map) -> Hashable:
    return (
        one.name,
        one.map_type,
        one.key_size,
        one.value_size,
        one.max_entries,
        one.map_flags,
        one.map_extra,
        None if one.inner is None else _map_key(one.inner),
        id(one.btf),
        one.btf_key_type_id,
        one.btf_value_type_id,
        one.frozen,
        one.record,
    )
