"""Relocation: from a blueprint to instructions that fit one kernel.

Answers to ``bpf_object__relocate``, ``bpf_object__resolve_externs`` and
``bpf_object__relocate_core`` in libbpf's ``libbpf.c``, between open and load.

The rule to know: only programs that are to be loaded are relocated. Instructions that refer to
maps still hold the map's index (``src_reg`` 1: imm is the index; ``src_reg`` 2: imm is the
index and the second slot the offset); whoever creates the maps puts the addresses in.

**Not modelled:** rewriting of helpers that an old kernel lacks, module BTF.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sim.base.errors import ProgramError, RelocationError
from sim.bpf.btf import Btf
from sim.bpf.btf_ext import CoreReloKind
from sim.bpf.isa import decode, encode
from sim.bpf.spec import (
    FuncRef,
    KsymExtern,
    LineRef,
    MapSpec,
    ObjectSpec,
    ProgCoreRelo,
    ProgramSpec,
)
from sim.loader.core import CoreRelocator, CoreResult
from sim.loader.externs import kconfig_bytes
from sim.loader.ksyms import KFUNC_POISON_FUNC, KsymResolver
from sim.loader.settings import Setting, set_global

__all__ = [
    "KFUNC_POISON_FUNC",
    "CoreRefused",
    "Poison",
    "Relocated",
    "RelocatedProgram",
    "final_maps",
    "relocate",
]


@dataclass(frozen=True, slots=True)
class Poison:
    """An instruction that must not run, and the relocation that could not be applied."""

    insn_idx: int
    relo: str


@dataclass(frozen=True, slots=True)
class Relocated:
    """What a CO-RE relocation came to."""

    insn_idx: int
    kind: CoreReloKind
    result: CoreResult


class CoreRefused(RelocationError):
    """A CO-RE relocation that can be neither applied nor poisoned.

    Attributes:
        libbpf: What libbpf prints.
    """

    def __init__(self, error: ProgramError, program: str, relo: ProgCoreRelo) -> None:
        super().__init__(
            error.problem, where=error.where, reason=error.reason, suggestion=error.suggestion
        )
        what = f"prog '{program}': relo #{relo.number}"
        self.libbpf = (
            f"{what}: {error.problem}",
            f"{what}: failed to relocate: {-errno.EINVAL}",
            f"failed to perform CO-RE relocations: {-errno.EINVAL}",
        )


@dataclass(frozen=True, slots=True)
class RelocatedProgram:
    """A program for one kernel.

    Attributes:
        spec: The blueprint it comes from.
        insns: Encoded instructions.
        poisoned: Instructions whose CO-RE relocation failed.
        funcs: The program and its subprograms, by first instruction.
        line_info: Source lines, by first instruction.
        relos: Its CO-RE relocations, by instruction.
    """

    spec: ProgramSpec
    insns: bytes
    poisoned: tuple[Poison, ...]
    funcs: tuple[FuncRef, ...]
    line_info: tuple[LineRef, ...]
    relos: tuple[Relocated, ...] = ()

    @property
    def name(self) -> str:
        """The program's name."""
        return self.spec.name


def relocate(
    spec: ObjectSpec,
    kernel_btf: Btf,
    *,
    kconfig: Mapping[str, int | str] | None = None,
    rodata: Mapping[str, Setting] | None = None,
    ksyms: Mapping[str, int] | None = None,
) -> list[RelocatedProgram]:
    """Fit the programs of *spec* that are to be loaded to a kernel.

    Args:
        spec: The object; not changed.
        kernel_btf: The kernel's types.
        kconfig: The kernel's configuration; checked here, filled in by `final_maps`.
        rodata: Settings by variable name; checked here, filled in by `final_maps`.
        ksyms: Addresses of kernel symbols (kallsyms), for untyped ``__ksym`` variables.

    Raises:
        RelocationError: A relocation can be neither applied nor poisoned.
        SimError: A setting does not fit.
    """
    final_maps(spec, kconfig=kconfig, rodata=rodata)
    core = CoreRelocator(spec.btf, kernel_btf) if spec.btf else None
    externs = {extern.name: extern for extern in spec.ksyms}
    resolver = KsymResolver(spec.btf, kernel_btf, ksyms or {})
    return [
        _relocate_program(spec.name, program, core, externs, resolver)
        for program in spec.programs
        if program.autoload
    ]


def final_maps(
    spec: ObjectSpec,
    *,
    kconfig: Mapping[str, int | str] | None = None,
    rodata: Mapping[str, Setting] | None = None,
) -> list[MapSpec]:
    """Return the maps to create, with settings and kernel configuration filled in."""
    done = spec.copy()
    for name, value in (rodata or {}).items():
        set_global(done, name, value)
    for target in done.maps:
        if target.is_kconfig:
            target.data = kconfig_bytes(spec.kconfig, kconfig or {})
    return done.maps


def _relocate_program(
    name: str,
    program: ProgramSpec,
    core: CoreRelocator | None,
    externs: Mapping[str, KsymExtern],
    resolver: KsymResolver,
) -> RelocatedProgram:
    insns = decode(program.insns)
    where = f"{name}: program {program.name!r}"
    poisoned: list[Poison] = []
    relos: list[Relocated] = []
    if program.core_relos and core is None:
        raise RelocationError("a program has CO-RE relocations and no BTF", where=where)
    for relo in program.core_relos:
        assert core is not None
        try:
            result: CoreResult = core.apply(insns, relo, where)
        except ProgramError as exc:
            if where not in exc.where:
                exc.where = f"{where}, insn {relo.insn_idx}, {exc.where}".removesuffix(", ")
            raise CoreRefused(exc, program.name, relo) from exc
        relos.append(Relocated(relo.insn_idx, relo.kind, result))
        if result.poison:
            poisoned.append(Poison(relo.insn_idx, result.text))
    for reloc in program.extern_relocs:
        resolver.apply(insns, reloc, externs[reloc.name], where)
    return RelocatedProgram(
        spec=replace(program),
        insns=encode(insns),
        poisoned=tuple(poisoned),
        funcs=program.funcs,
        line_info=program.line_info,
        relos=tuple(relos),
    )
