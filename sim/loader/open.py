"""Opening an object: from the bytes of a ``.bpf.o`` to an `ObjectSpec`.

Answers to ``bpf_object__open_file`` in libbpf's ``libbpf.c`` (1.x): sections, BTF, maps, global
variables, externs, programs with their subprograms.

The rule to know: opening depends on the file alone. Two calls give equal specs, and nothing
about the kernel (types, versions, symbols) is looked at before `sim.loader.relocate`.

**Not modelled:** custom section handlers, struct_ops, ``.struct_ops.link``, ``.arena.1``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sim.base.errors import BtfError, ElfError, ProgramError
from sim.bpf.btf import Btf
from sim.bpf.btf_ext import BtfExt, parse_btf_ext
from sim.bpf.btf_types import (
    BTF_FUNC_GLOBAL,
    BTF_FUNC_STATIC,
    BTF_VAR_STATIC,
    BtfKind,
    BtfType,
    Datasec,
    Func,
    SecVar,
    Var,
)
from sim.bpf.elf import (
    SHT_NOBITS,
    SHT_PROGBITS,
    STT_FUNC,
    STT_OBJECT,
    ElfObject,
    ElfSection,
    read_elf,
)
from sim.bpf.elf_check import MAX_FILE_BYTES
from sim.bpf.isa import INSN_BYTES, encode
from sim.bpf.spec import (
    BPF_F_MMAPABLE,
    BPF_F_RDONLY_PROG,
    BPF_OBJ_NAME_LEN,
    ExternReloc,
    FuncRef,
    GlobalVar,
    KconfigExtern,
    LineRef,
    MapSpec,
    MapType,
    ObjectSpec,
    ProgCoreRelo,
    ProgramSpec,
)
from sim.loader.btf_maps import collect_btf_maps
from sim.loader.externs import collect_externs
from sim.loader.link import Function, Place, Targets, collect_functions, link_program
from sim.loader.sections import parse_section_name

__all__ = ["internal_map_name", "object_name", "open_object", "read_object"]

_MAX_DATA_BYTES = 1 << 26


def object_name(path: str | Path) -> str:
    """Return what libbpf calls an object from this file: its name up to the first dot."""
    return Path(path).name.partition(".")[0]


def internal_map_name(obj_name: str, section: str) -> str:
    """Name the map of a global-variable section as libbpf does.

    ``.bss`` of ``opensnoop`` becomes ``opensnoo.bss``; a section of the user's own
    (``.data.custom``) keeps its name, cut to 15 characters.
    """
    if "." in section[1:]:
        name = section[: BPF_OBJ_NAME_LEN - 1]
    else:
        # libbpf reserves the length of ".rodata" for every suffix.
        suffix_len = min(max(7, len(section)), BPF_OBJ_NAME_LEN - 1)
        name = obj_name[: BPF_OBJ_NAME_LEN - 1 - suffix_len] + section[:suffix_len]
    return "".join(c if c.isascii() and (c.isalnum() or c in "._") else "_" for c in name)


def open_object(source: str | Path | bytes, name: str | None = None) -> ObjectSpec:
    """Open a BPF object.

    Args:
        source: A path, or the bytes of a file.
        name: What to call the object; from the path unless given.

    Raises:
        ElfError: The file cannot be read, or is no BPF object libbpf would open.
        BtfError: Its type information is broken.
        RelocationError: An instruction refers to something that is not there.
    """
    if isinstance(source, bytes):
        data, shown = source, name or "object"
    else:
        shown = Path(source).name
        data = read_object(Path(source))
    elf = read_elf(data, shown)
    try:
        return _Opener(elf, name or object_name(shown)).open()
    except ProgramError as error:
        if shown not in error.where:
            error.where = f"{shown}, {error.where}".removesuffix(", ")
        raise


def read_object(path: Path) -> bytes:
    """Read an object file.

    Raises:
        ElfError: It cannot be read, is no regular file, or is far too large.
    """
    shown = str(path).replace("\0", "\\0")
    try:
        if path.exists() and not path.is_file():
            raise ElfError(f"{path} is no file", where=str(path))
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as exc:
        # A path with a NUL character is a ValueError, without saying which path.
        reason = exc.strerror if isinstance(exc, OSError) else "the path has a NUL character"
        raise ElfError(
            f"the object {shown} cannot be read",
            where=shown,
            reason=reason or str(exc),
        ) from exc
    if len(data) > MAX_FILE_BYTES:
        raise ElfError(
            f"{path} is too large for a BPF object",
            where=str(path),
            reason=f"the limit is {MAX_FILE_BYTES} bytes",
            suggestion="strip it with llvm-strip -g",
        )
    return data


class _Opener:
    """Opens one object; each step adds to what the next one needs."""

    def __init__(self, elf: ElfObject, name: str) -> None:
        self._elf = elf
        self._name = name
        btf_section = elf.section(".BTF")
        ext_section = elf.section(".BTF.ext")
        self._btf = Btf.parse(btf_section.data) if btf_section else None
        self._ext = BtfExt()
        if btf_section and ext_section:
            self._ext = parse_btf_ext(ext_section.data, btf_section.data)
        self._maps: list[MapSpec] = []
        self._map_places: dict[Place, int] = {}
        self._data_maps: dict[int, int] = {}
        self._vars: dict[str, GlobalVar] = {}

    def open(self) -> ObjectSpec:
        elf = self._elf
        self._collect_maps()
        kconfig, ksyms = collect_externs(elf, self._btf)
        if self._btf:
            self._btf = _complete_sections(elf, self._btf, kconfig)
        self._collect_data_sections()
        kconfig_map = self._add_kconfig_map(kconfig)
        self._collect_vars()
        self._resolve_values()
        targets = Targets(
            maps=self._map_places,
            data=self._data_maps,
            kconfig={extern.name: extern.offset for extern in kconfig},
            kconfig_map=kconfig_map,
            ksyms=frozenset(extern.name for extern in ksyms),
        )
        functions = collect_functions(elf, targets)
        if self._btf:
            self._btf = self._hide_functions(self._btf, functions)
        programs = [
            self._program(function, functions)
            for function in functions.values()
            if function.is_entry
        ]
        if not programs and not self._maps:
            raise ElfError(f"{elf.name} has no programs and no maps", where=elf.name)
        return ObjectSpec(
            name=self._name,
            maps=self._maps,
            programs=programs,
            btf=self._btf,
            license=elf.license,
            version=elf.version,
            kconfig=kconfig,
            ksyms=ksyms,
            vars=self._vars,
        )

    def _collect_maps(self) -> None:
        section = self._elf.section(".maps")
        for offset, spec in collect_btf_maps(self._elf, self._btf):
            assert section is not None
            self._map_places[section.index, offset] = len(self._maps)
            self._maps.append(spec)

    def _collect_data_sections(self) -> None:
        room = _MAX_DATA_BYTES
        for section in self._elf.sections:
            if not _is_data(section):
                continue
            room -= section.size
            if room < 0:
                raise ElfError(
                    f"section {section.name!r} has {section.size} bytes",
                    where=f"{self._elf.name}, section {section.name}",
                    reason=f"global variables may have {_MAX_DATA_BYTES} bytes in all",
                )
            data = bytes(section.size) if section.type == SHT_NOBITS else section.data
            self._data_maps[section.index] = self._add_internal_map(section.name, data)

    def _add_kconfig_map(self, kconfig: tuple[KconfigExtern, ...]) -> int:
        if not kconfig:
            return -1
        size = max(extern.offset + extern.size for extern in kconfig)
        if size > _MAX_DATA_BYTES:
            raise BtfError(
                f"the kconfig externs take {size} bytes",
                where=f"{self._elf.name}, BTF section .kconfig",
                reason=f"a map of global variables may have {_MAX_DATA_BYTES}",
            )
        return self._add_internal_map(".kconfig", bytes(size))

    def _add_internal_map(self, section: str, data: bytes) -> int:
        flags = 0
        if section.startswith(".rodata") or section == ".kconfig":
            flags |= BPF_F_RDONLY_PROG
        sec_id = self._btf.find(section, BtfKind.DATASEC) if self._btf else None
        if sec_id is not None and self._has_global(sec_id):
            flags |= BPF_F_MMAPABLE
        self._maps.append(
            MapSpec(
                name=internal_map_name(self._name, section),
                map_type=int(MapType.BPF_MAP_TYPE_ARRAY),
                key_size=4,
                value_size=len(data),
                max_entries=1,
                map_flags=flags,
                btf_value_type_id=sec_id or 0,
                data=data,
                section=section,
            )
        )
        return len(self._maps) - 1

    def _has_global(self, sec_id: int) -> bool:
        # libbpf maps only those sections into user space that have something to name there.
        assert self._btf is not None
        datasec = self._btf[sec_id]
        variables = datasec.vars if isinstance(datasec, Datasec) else ()
        types = [self._btf[var.type] for var in variables]
        return any(isinstance(t, Var) and t.linkage != BTF_VAR_STATIC for t in types)

    def _collect_vars(self) -> None:
        for spec in self._maps:
            if spec.data is None:
                continue
            for name, var in self._vars_of(spec):
                if var.offset + var.size > len(spec.data):
                    raise ElfError(
                        f"variable {name!r} does not lie in its section",
                        where=f"{self._elf.name}, section {spec.section}",
                        reason=f"it ends at byte {var.offset + var.size} of {len(spec.data)}",
                    )
                self._vars.setdefault(name, var)

    def _vars_of(self, spec: MapSpec) -> list[tuple[str, GlobalVar]]:
        if self._btf and spec.btf_value_type_id:
            datasec = self._btf[spec.btf_value_type_id]
            assert isinstance(datasec, Datasec)
            rows = []
            for var in datasec.vars:
                btf_type = self._btf[var.type]
                if isinstance(btf_type, Var):
                    where = GlobalVar(spec.name, var.offset, var.size, btf_type.type)
                    rows.append((btf_type.name, where))
            return rows
        section = self._elf.section(spec.section)
        symbols = self._elf.symbols_of(section) if section else []
        return [
            (s.name, GlobalVar(spec.name, s.value, s.size, 0))
            for s in symbols
            if s.type == STT_OBJECT
        ]

    def _resolve_values(self) -> None:
        # A map filled statically has one relocation in .maps for each slot: to a map, or, in a
        # prog_array, to a program.
        section = self._elf.section(".maps")
        if section is None:
            return
        starts = sorted(offset for _, offset in self._map_places)
        for reloc in self._elf.relocs.get(section.index, ()):
            start = max((s for s in starts if s <= reloc.offset), default=None)
            if start is None:
                raise self._bad_value(reloc.symbol.name, "it lies before the first map")
            outer = self._maps[self._map_places[section.index, start]]
            slot = (reloc.offset - start) // 8 - self._values_slot(outer)
            inner = self._map_places.get((reloc.symbol.shndx, reloc.symbol.value))
            if outer.map_type == MapType.BPF_MAP_TYPE_PROG_ARRAY:
                if reloc.symbol.type != STT_FUNC:
                    raise self._bad_value(reloc.symbol.name, "a prog_array holds programs")
                outer.initial_programs = (*outer.initial_programs, (slot, reloc.symbol.name))
            elif inner is None:
                raise self._bad_value(reloc.symbol.name, "a map of maps holds maps")
            else:
                outer.initial = (*outer.initial, (slot, inner))

    def _bad_value(self, name: str, reason: str) -> ElfError:
        where = f"{self._elf.name}, section .maps"
        return ElfError(f"the initial value {name!r} does not fit", where=where, reason=reason)

    def _values_slot(self, outer: MapSpec) -> int:
        # Every attribute before `values` is one pointer of 8 bytes.
        assert self._btf is not None
        var = self._btf[self._btf.id_of(outer.name, BtfKind.VAR)]
        assert isinstance(var, Var)
        field = self._btf.find_member(var.type, "values")
        return field.offset // 8 if field else 0

    def _program(self, entry: Function, functions: dict[Place, Function]) -> ProgramSpec:
        linked = link_program(entry, functions)
        kind = parse_section_name(entry.section.name)
        core_relos: list[ProgCoreRelo] = []
        extern_relocs: list[ExternReloc] = []
        lines: list[LineRef] = []
        funcs: list[FuncRef] = []
        for function, start in linked.parts:
            shift = start - function.start
            funcs.append(FuncRef(start, function.name, self._func_type(function)))
            for insn_idx, symbol in sorted(function.externs.items()):
                extern_relocs.append(ExternReloc(start + insn_idx, symbol))
            relos = self._ext.core_relos.get(function.section.name, ())
            for number, relo in enumerate(relos):
                slot = relo.insn_off // INSN_BYTES
                if function.start <= slot < function.end:
                    walk = (relo.type_id, relo.access_str, relo.kind)
                    core_relos.append(ProgCoreRelo(slot + shift, *walk, number))
            for line in self._ext.line_info.get(function.section.name, ()):
                slot = line.insn_off // INSN_BYTES
                if function.start <= slot < function.end:
                    at = slot + shift
                    lines.append(LineRef(at, line.file, line.line, line.line_num, line.column))
        return ProgramSpec(
            name=entry.name,
            section=entry.section.name,
            kind=kind.kind,
            target=kind.target,
            sleepable=kind.sleepable,
            autoload=kind.autoload,
            insns=encode(linked.insns),
            core_relos=tuple(core_relos),
            extern_relocs=tuple(extern_relocs),
            funcs=tuple(funcs),
            line_info=tuple(lines),
            license=self._elf.license,
        )

    def _hide_functions(self, btf: Btf, functions: dict[Place, Function]) -> Btf:
        """Make hidden functions static, so that they are verified where they are called."""
        hidden = {s.name for s in self._elf.symbols if s.is_hidden and s.type == STT_FUNC}
        types = list(btf)
        for function in functions.values():
            type_id = self._func_type(function)
            func = types[type_id] if type_id < len(types) else None  # the verifier refuses it
            if not isinstance(func, Func) or func.linkage != BTF_FUNC_GLOBAL:
                continue
            if function.name in hidden and not function.is_entry:
                types[type_id] = replace(func, linkage=BTF_FUNC_STATIC)
        return Btf(types) if hidden else btf

    def _func_type(self, function: Function) -> int:
        for info in self._ext.func_info.get(function.section.name, ()):
            if info.insn_off == function.start * INSN_BYTES:
                return info.type_id
        return 0


def _is_data(section: ElfSection) -> bool:
    if section.type not in (SHT_PROGBITS, SHT_NOBITS) or not section.size:
        return False
    name = section.name
    if section.type == SHT_NOBITS:
        return name == ".bss" or name.startswith(".bss.")
    return name in (".data", ".rodata") or name.startswith((".data.", ".rodata."))


def _complete_sections(elf: ElfObject, btf: Btf, kconfig: tuple[KconfigExtern, ...]) -> Btf:
    """Fill in what clang leaves open in BTF: sizes of sections, offsets of variables."""
    offsets = {extern.name: extern.offset for extern in kconfig}
    types: list[BtfType] = list(btf.types)
    for type_id, btf_type in enumerate(types):
        if not isinstance(btf_type, Datasec):
            continue
        section = elf.section(btf_type.name)
        if btf_type.name == ".kconfig":
            size = max((extern.offset + extern.size for extern in kconfig), default=0)
            by_name = offsets
        elif section is not None:
            size = section.size
            by_name = {s.name: s.value for s in elf.symbols_of(section) if s.name}
        else:
            continue
        rows: list[SecVar] = []
        for var in btf_type.vars:
            name = btf[var.type].name
            offset = by_name.get(name, var.offset)
            if offset + var.size > size:
                raise BtfError(
                    f"variable {name!r} does not lie in section {btf_type.name!r}",
                    where=f"{elf.name}, BTF type {type_id}",
                    reason=f"it ends at byte {offset + var.size} of {size}",
                )
            rows.append(SecVar(var.type, offset, var.size))
        rows.sort(key=lambda row: row.offset)
        types[type_id] = Datasec(btf_type.name, size, tuple(rows))
    return Btf(types)
