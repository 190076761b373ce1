"""Functions of an object, and linking a program with the subprograms it uses.

Answers to ``bpf_object__add_programs``, ``bpf_program__record_reloc`` and
``bpf_object__reloc_code`` in libbpf's ``libbpf.c``.

The rule to know: a subprogram is appended to every program that reaches it, once, in the order
in which calls (and addresses of functions) are met, depth first.

**Not modelled:** linking several object files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.base.errors import ElfError, RelocationError
from sim.bpf.elf import (
    R_BPF_64_32,
    R_BPF_64_64,
    SHN_UNDEF,
    SHT_PROGBITS,
    STB_LOCAL,
    STT_FUNC,
    ElfObject,
    ElfReloc,
    ElfSection,
)
from sim.bpf.isa import (
    BPF_CALL,
    BPF_JMP,
    BPF_PSEUDO_CALL,
    BPF_PSEUDO_FUNC,
    BPF_PSEUDO_KFUNC_CALL,
    BPF_PSEUDO_MAP_FD,
    BPF_PSEUDO_MAP_VALUE,
    INSN_BYTES,
    Insn,
    decode,
    is_ldimm64,
)

__all__ = ["Function", "Linked", "Place", "Targets", "collect_functions", "link_program"]

#: A place in code: section index and slot in that section.
Place = tuple[int, int]

_TEXT = ".text"
_MAX_SUBPROGS = 256
_MAX_OVERLAP = 16


@dataclass(slots=True)
class Function:
    """A function as its section has it, relocations to maps and externs applied.

    Attributes:
        start: Its first slot in the section.
        refs: For each slot that calls a function or takes its address: the function's place.
        externs: For each slot that refers to a kernel symbol: its name.
    """

    name: str
    section: ElfSection
    start: int
    insns: list[Insn]
    is_entry: bool
    refs: dict[int, Place] = field(default_factory=dict)
    externs: dict[int, str] = field(default_factory=dict)

    @property
    def end(self) -> int:
        """The slot behind its last one."""
        return self.start + len(self.insns)


@dataclass(frozen=True, slots=True)
class Targets:
    """What relocations may refer to besides code.

    Attributes:
        maps: Index of the map at (section index, byte offset) of a map definition.
        data: Index of the map that holds a data section, by section index.
        kconfig: Offset of each kconfig extern in its map.
        kconfig_map: Index of that map, −1 for none.
        ksyms: Names of kernel symbols.
    """

    maps: Mapping[Place, int]
    data: Mapping[int, int]
    kconfig: Mapping[str, int]
    kconfig_map: int
    ksyms: frozenset[str]


@dataclass(slots=True)
class Linked:
    """A program with its subprograms: each function and the slot where it begins."""

    insns: list[Insn] = field(default_factory=list)
    parts: list[tuple[Function, int]] = field(default_factory=list)


def collect_functions(elf: ElfObject, targets: Targets) -> dict[Place, Function]:
    """Find all functions and apply their relocations.

    Returns:
        The functions by place, entries being those that are programs of their own.
    """
    found: dict[Place, Function] = {}
    for section in elf.sections:
        if section.is_exec and section.type == SHT_PROGBITS and section.size:
            for function in _functions_of(elf, section):
                found[section.index, function.start] = function
    if len(found) == 1:
        for function in found.values():
            function.is_entry = True
    for shndx, relocs in elf.relocs.items():
        if elf.sections[shndx].is_exec:
            of_section = [f for f in found.values() if f.section.index == shndx]
            for reloc in relocs:
                _apply(elf, of_section, reloc, targets, elf.sections[shndx])
    for function in found.values():
        _resolve_local_calls(function)
    return found


def _functions_of(elf: ElfObject, section: ElfSection) -> list[Function]:
    where = f"{elf.name}, section {section.name}"
    if section.size % INSN_BYTES:
        raise ElfError(f"section {section.name!r} ends inside an instruction", where=where)
    code = decode(section.data)
    found: list[Function] = []
    nr_slots = 0
    for symbol in elf.symbols_of(section):
        if symbol.type != STT_FUNC:
            continue
        if symbol.value % INSN_BYTES or symbol.size % INSN_BYTES or not symbol.size:
            raise ElfError(f"function {symbol.name!r} has impossible bounds", where=where)
        start = symbol.value // INSN_BYTES
        end = start + symbol.size // INSN_BYTES
        if end > len(code):
            raise ElfError(f"function {symbol.name!r} ends outside of its section", where=where)
        if symbol.bind == STB_LOCAL and section.name != _TEXT:
            raise ElfError(
                f"program {symbol.name!r} is static",
                where=where,
                reason="libbpf takes only global functions for programs",
                suggestion="drop 'static', or move it to .text as a subprogram",
            )
        is_entry = section.name != _TEXT
        found.append(Function(symbol.name, section, start, code[start:end], is_entry))
        nr_slots += end - start
        if nr_slots > _MAX_OVERLAP * len(code):
            raise ElfError(
                f"the functions of section {section.name!r} overlap",
                where=where,
                reason=f"they have {nr_slots} instructions in all, the section {len(code)}",
            )
    return sorted(found, key=lambda function: function.start)


def _apply(
    elf: ElfObject,
    functions: list[Function],
    reloc: ElfReloc,
    targets: Targets,
    section: ElfSection,
) -> None:
    slot = reloc.offset // INSN_BYTES
    where = f"{elf.name}, section {section.name}, insn {slot}"
    if reloc.offset % INSN_BYTES or reloc.type not in (R_BPF_64_64, R_BPF_64_32):
        raise RelocationError(
            f"relocation of type {reloc.type} at byte {reloc.offset} is unknown", where=where
        )
    function = next((f for f in functions if f.start <= slot < f.end), None)
    if function is None:
        raise RelocationError("a relocation lies outside of every function", where=where)
    insn_idx = slot - function.start
    insn = function.insns[insn_idx]
    symbol = reloc.symbol
    if insn.opcode == BPF_JMP | BPF_CALL:
        if symbol.shndx == SHN_UNDEF:
            _known_ksym(symbol.name, targets, where)
            function.insns[insn_idx] = insn._replace(src_reg=BPF_PSEUDO_KFUNC_CALL)
            function.externs[insn_idx] = symbol.name
        elif insn.src_reg != BPF_PSEUDO_CALL:
            raise RelocationError(f"a call of helper {insn.imm} has a relocation", where=where)
        else:
            # The immediate counts from the symbol, and −1 stands for the symbol itself.
            target = symbol.value // INSN_BYTES + insn.imm + 1
            function.refs[insn_idx] = (symbol.shndx, target)
        return
    if not is_ldimm64(insn) or insn_idx + 1 >= len(function.insns):
        raise RelocationError(
            f"instruction with opcode {insn.opcode:#04x} cannot be relocated", where=where
        )
    _apply_ldimm64(elf, function, insn_idx, reloc, targets, where)


def _apply_ldimm64(
    elf: ElfObject,
    function: Function,
    insn_idx: int,
    reloc: ElfReloc,
    targets: Targets,
    where: str,
) -> None:
    insn = function.insns[insn_idx]
    symbol = reloc.symbol
    if symbol.shndx == SHN_UNDEF:
        if symbol.name in targets.kconfig:
            _load_map_value(function, insn_idx, targets.kconfig_map, targets.kconfig[symbol.name])
        else:
            _known_ksym(symbol.name, targets, where)
            function.externs[insn_idx] = symbol.name
        return
    offset = symbol.value + insn.imm
    if (symbol.shndx, offset) in targets.maps:
        index = targets.maps[symbol.shndx, offset]
        function.insns[insn_idx] = insn._replace(src_reg=BPF_PSEUDO_MAP_FD, imm=index)
        function.insns[insn_idx + 1] = function.insns[insn_idx + 1]._replace(imm=0)
    elif symbol.shndx in targets.data:
        _load_map_value(function, insn_idx, targets.data[symbol.shndx], offset)
    elif symbol.shndx < len(elf.sections) and elf.sections[symbol.shndx].is_exec:
        if offset % INSN_BYTES:
            raise RelocationError("the address of a function is not aligned", where=where)
        function.insns[insn_idx] = insn._replace(src_reg=BPF_PSEUDO_FUNC)
        function.refs[insn_idx] = (symbol.shndx, offset // INSN_BYTES)
    else:
        known = symbol.shndx < len(elf.sections)
        section = elf.sections[symbol.shndx].name if known else f"number {symbol.shndx}"
        raise RelocationError(
            f"relocation against {symbol.name or section!r} is not possible",
            where=where,
            reason=f"byte {offset} of section {section} is no map, no data and no code",
        )


def _load_map_value(function: Function, insn_idx: int, map_index: int, offset: int) -> None:
    insn = function.insns[insn_idx]
    if not 0 <= offset < 1 << 31:
        raise RelocationError(
            f"byte {offset} cannot lie in a section of global variables",
            where=f"section {function.section.name}, insn {function.start + insn_idx}",
            reason="the symbol's value and the instruction's own offset add up to that",
        )
    function.insns[insn_idx] = insn._replace(src_reg=BPF_PSEUDO_MAP_VALUE, imm=map_index)
    function.insns[insn_idx + 1] = function.insns[insn_idx + 1]._replace(imm=offset)


def _known_ksym(name: str, targets: Targets, where: str) -> None:
    if name not in targets.ksyms:
        raise RelocationError(f"extern {name!r} is no kernel symbol", where=where)


def _resolve_local_calls(function: Function) -> None:
    # Calls inside one section carry their distance already and have no relocation.
    for insn_idx, insn in enumerate(function.insns):
        is_call = insn.opcode == BPF_JMP | BPF_CALL and insn.src_reg == BPF_PSEUDO_CALL
        if is_call and insn_idx not in function.refs:
            target = function.start + insn_idx + 1 + insn.imm
            function.refs[insn_idx] = (function.section.index, target)


def link_program(entry: Function, functions: Mapping[Place, Function]) -> Linked:
    """Join *entry* with every function it reaches."""
    linked = Linked()
    placed: dict[Place, int] = {}
    _append(linked, placed, entry)
    _visit(linked, placed, entry, functions)
    return linked


def _append(linked: Linked, placed: dict[Place, int], function: Function) -> None:
    start = len(linked.insns)
    placed[function.section.index, function.start] = start
    linked.insns.extend(function.insns)
    linked.parts.append((function, start))


def _visit(
    linked: Linked,
    placed: dict[Place, int],
    function: Function,
    functions: Mapping[Place, Function],
) -> None:
    begin = placed[function.section.index, function.start]
    for insn_idx, place in sorted(function.refs.items()):
        target = functions.get(place)
        if target is None:
            raise RelocationError(
                f"{function.name!r} calls slot {place[1]} of another section, "
                "where no function starts",
                where=f"section {function.section.name}, insn {function.start + insn_idx}",
            )
        if place not in placed:
            if len(placed) == _MAX_SUBPROGS:
                raise RelocationError(f"{function.name!r}: too many subprograms")
            _append(linked, placed, target)
            _visit(linked, placed, target, functions)
        at = begin + insn_idx
        linked.insns[at] = linked.insns[at]._replace(imm=placed[place] - at - 1)
