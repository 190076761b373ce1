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

from sim.base.errors import ProgramError, RelocationError, nearest
from sim.bpf.btf import Btf
from sim.bpf.btf_ext import CoreReloKind
from sim.bpf.btf_types import BtfKind
from sim.bpf.isa import BPF_CALL, BPF_JMP, BPF_PSEUDO_BTF_ID, Insn, decode, encode, is_ldimm64
from sim.bpf.spec import (
    ExternReloc,
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

#: The helper number that stands for a weak kernel function that does not exist.
KFUNC_POISON_FUNC = 2_002_000_000


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
    resolver = _KsymResolver(kernel_btf, ksyms or {})
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
    resolver: _KsymResolver,
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


class _KsymResolver:
    """Puts kernel symbols into instructions."""

    def __init__(self, kernel_btf: Btf, ksyms: Mapping[str, int]) -> None:
        self._btf = kernel_btf
        self._ksyms = ksyms

    def apply(self, insns: list[Insn], reloc: ExternReloc, extern: KsymExtern, where: str) -> None:
        at = reloc.insn_idx
        is_call = not is_ldimm64(insns[at])
        if is_call != extern.is_func:
            raise RelocationError(
                f"extern {extern.name!r} is used as what it is not",
                where=f"{where}, insn {at}",
                reason=f"the instruction {'calls' if is_call else 'loads'} it, and its BTF says "
                + ("function" if extern.is_func else "variable"),
            )
        if extern.is_func:
            func_id = self._btf.find(extern.name, BtfKind.FUNC)
            self._refuse_missing(extern, func_id, "kernel function", where)
            if func_id is None:
                insns[at] = Insn(BPF_JMP | BPF_CALL, imm=KFUNC_POISON_FUNC)
            else:
                insns[at] = insns[at]._replace(imm=func_id, off=0)
            return
        if extern.type_id:
            var_id = self._btf.find(extern.name, BtfKind.VAR)
            self._refuse_missing(extern, var_id, "typed kernel variable", where)
            src_reg = BPF_PSEUDO_BTF_ID if var_id is not None else 0
            insns[at] = insns[at]._replace(src_reg=src_reg, imm=var_id or 0)
            insns[at + 1] = insns[at + 1]._replace(imm=0)
            return
        address = self._ksyms.get(extern.name)
        self._refuse_missing(extern, address, "kernel symbol", where)
        low, high = (address or 0) & 0xFFFF_FFFF, (address or 0) >> 32
        insns[at] = insns[at]._replace(src_reg=0, imm=low - (low >> 31 << 32))
        insns[at + 1] = insns[at + 1]._replace(imm=high - (high >> 31 << 32))

    def _refuse_missing(self, extern: KsymExtern, found: int | None, what: str, where: str) -> None:
        if found is None and not extern.is_weak:
            raise RelocationError(
                f"this kernel has no {what} {extern.name!r}",
                where=where,
                reason="the extern is not weak",
                suggestion=nearest(extern.name, self._ksyms) or "declare it __weak",
            )
