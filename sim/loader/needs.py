"""What an object needs of a kernel, and which simulated kernel is the first to have it.

Answers to no kernel file: it is what one reads off ``llvm-objdump``, ``bpftool btf dump`` and the
kernel's headers before trying an object on an older machine.

**Rule:** a need is met by a kernel whose own types name it (helpers and map types are enumerators,
hooks and kernel functions are functions, tracepoints are types), so nothing here lists versions.

**Not modelled:** needs that only the verifier sees (how far its deductions go); configuration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from sim.bpf.btf_types import BtfKind, Enum, Enum64
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.isa import BPF_CALL, BPF_JMP, decode
from sim.bpf.spec import MapSpec, MapType, ObjectSpec, ProgramSpec
from sim.bpf.verifier.spec import Kernel
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.hook_there import missing_hook
from sim.loader.kernel_of import kernel_of
from sim.loader.prog_types import section_type
from sim.loader.verify import attach_type_btf
from sim.versions.releases import KERNEL_RELEASES

__all__ = ["Need", "needs_of"]

_CALL = BPF_JMP | BPF_CALL
_HELPER_NAMES = {number: name for name, number in HELPER_IDS.items()}


@dataclass(frozen=True, slots=True)
class Need:
    """Something that an object needs.

    Attributes:
        kind: ``helper``, ``map type``, ``kernel function``, ``kernel variable``, ``hook``,
            ``kernel BTF`` or ``configuration``.
        name: Its name.
        users: Programs (or maps) that need it.
        first: The first simulated kernel that has it, "" for none, None for every one's own.
    """

    kind: str
    name: str
    users: tuple[str, ...]
    first: str | None


def needs_of(spec: ObjectSpec) -> list[Need]:
    """Return what *spec* needs, by kind and name."""
    found: dict[tuple[str, str], tuple[list[str], str | None]] = {}
    for kind, name, user, first in _all(spec):
        users, _ = found.setdefault((kind, name), ([], first))
        if user not in users:
            users.append(user)
    return [Need(*key, tuple(users), first) for key, (users, first) in sorted(found.items())]


def _all(spec: ObjectSpec) -> Iterator[tuple[str, str, str, str | None]]:
    for one in spec.maps:
        if one.data is None:
            yield from _map_type(one)
    externs = {extern.name: extern for extern in spec.ksyms}
    for setting in spec.kconfig:
        yield "configuration", setting.name, spec.name, None
    for program in spec.programs:
        yield from _helpers(program)
        for reloc in program.extern_relocs:
            extern = externs[reloc.name]
            if extern.is_func:
                yield "kernel function", reloc.name, program.name, _first_function(reloc.name)
            else:
                yield "kernel variable", reloc.name, program.name, _first_symbol(reloc.name)
        if program.core_relos:
            yield "kernel BTF", "types for CO-RE", program.name, next(iter(KERNEL_RELEASES))
        if program.target and program.kind:
            hook = f"{program.kind}/{program.target}"
            yield "hook", hook, program.name, _first_hook(program)


def _map_type(one: MapSpec) -> Iterator[tuple[str, str, str, str | None]]:
    for each in (one, one.inner):
        if each is not None:
            known = each.map_type in MapType.__members__.values()
            name = MapType(each.map_type).name if known else f"BPF_MAP_TYPE {each.map_type}"
            yield "map type", name, one.name, _first_constant(name)


def _helpers(program: ProgramSpec) -> Iterator[tuple[str, str, str, str | None]]:
    for insn in decode(program.insns):
        if insn.opcode == _CALL and insn.src_reg == 0 and insn.imm > 0:
            name = _HELPER_NAMES.get(insn.imm, f"helper {insn.imm}")
            constant = "BPF_FUNC_" + name.removeprefix("bpf_")
            yield "helper", name, program.name, _first_constant(constant)


def _first(holds: Callable[[str], bool]) -> str:
    return next((kernel for kernel in KERNEL_RELEASES if holds(kernel)), "")


@cache
def _constants(kernel: str) -> frozenset[str]:
    enums = (one for one in kernel_btf(kernel).types if isinstance(one, Enum | Enum64))
    return frozenset(item.name for one in enums for item in one.values)


@cache
def _first_constant(name: str) -> str:
    return _first(lambda kernel: name in _constants(kernel))


def _has(kernel: str, name: str, kind: BtfKind) -> bool:
    return kernel_btf(kernel).find(name, kind) is not None


def _first_function(name: str) -> str:
    return _first(lambda kernel: _has(kernel, name, BtfKind.FUNC))


def _first_symbol(name: str) -> str:
    return _first(lambda kernel: _has(kernel, name, BtfKind.VAR) or name in _kernel(kernel).ksyms)


@cache
def _kernel(release: str) -> Kernel:
    return kernel_of(release)


def _first_hook(program: ProgramSpec) -> str | None:
    if program.kind.startswith(("uprobe", "uretprobe", "usdt")):
        return None
    section = section_type(program.section)
    if section is not None and section.needs_btf:
        wanted = section.prog_type, section.attach_type, section.attach_name
        return _first(lambda kernel: attach_type_btf(kernel_btf(kernel), *wanted) is not None)
    return _first(lambda kernel: missing_hook(program, _kernel(kernel)) is None)
