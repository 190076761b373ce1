"""Load: programs are verified, maps created, addresses put into instructions, programs prepared.

Answers to ``bpf_object__load`` and ``bpf_program__attach`` in libbpf's ``libbpf.c``, and to
``BPF_PROG_LOAD`` around the verifier (`sim.loader.admit`).

**Rule:** nothing is left on the machine of an object that cannot be loaded as a whole: all that
can be refused is refused before the first map is made.

**Not modelled:** the rewriting that follows a verdict (dead code stays, and is never reached).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from errno import errorcode

from sim.base.errors import AttachError, ProgramError, SimError, VerifierError
from sim.base.memory import load64
from sim.bpf.check import check_structure
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.helpers import HELPERS
from sim.bpf.isa import (
    BPF_PSEUDO_BTF_ID,
    BPF_PSEUDO_KFUNC_CALL,
    BPF_PSEUDO_MAP_FD,
    BPF_PSEUDO_MAP_VALUE,
    CALL,
    INSN_BYTES,
    Insn,
    decode,
    is_ldimm64,
)
from sim.bpf.maps.create import MapView, check_map, map_kind
from sim.bpf.maps.kinds import Shape
from sim.bpf.maps.layout import M_VALUES, map_address
from sim.bpf.maps.user import freeze
from sim.bpf.spec import MapSpec, MapType, ObjectSpec, ProgramSpec
from sim.hooks.attach import Link, Links
from sim.hooks.kinds import parse_target
from sim.hooks.target import Choice, Program, Target, check_target, expand
from sim.hooks.uprobe import with_pid
from sim.hooks.usdt import on_kernel
from sim.kernel.layout import P_CODE
from sim.kernel.machine import Machine
from sim.kernel.tracepoints import tracepoint
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.admit import UNVERIFIED, Admission, admit
from sim.loader.attach_words import in_libbpf_words
from sim.loader.kernel_of import kconfig_of, kernel_of
from sim.loader.relocate import KFUNC_POISON_FUNC, RelocatedProgram, final_maps, relocate
from sim.loader.usdt_attach import UsdtManager
from sim.versions.features import features_of

__all__ = ["LoadedObject", "LoadedProgram", "leave_out_twins", "load_object"]

_LDIMM64 = 0x18
_HELPER_NAMES = {number: name for name, number in HELPER_IDS.items()}


@dataclass(frozen=True)
class LoadedProgram:
    """A program on a machine.

    Attributes:
        relocated: What was given to the kernel.
        admission: What the verifier said of it.
        loaded_ns: When it was loaded, since boot.
    """

    program: Program
    relocated: RelocatedProgram
    admission: Admission
    loaded_ns: int

    @property
    def xlated(self) -> bytes:
        """Its instructions as the verifier leaves them, maps by their index in the object."""
        return self.admission.live

    @property
    def kept(self) -> Sequence[int]:
        """Where each of them was before, by slot."""
        return self.admission.kept or range(len(self.xlated) // INSN_BYTES)


@dataclass(frozen=True)
class LoadedObject:
    """An object on a machine: its maps by name, and its links, not installed yet.

    Attributes:
        programs: All that were loaded, attached or not.
        admissions: What the verifier said of each program.
    """

    spec: ObjectSpec
    maps: Mapping[str, MapView]
    links: tuple[Link, ...]
    nr_insns: int
    admissions: tuple[Admission, ...] = ()
    programs: tuple[LoadedProgram, ...] = ()

    @property
    def is_verified(self) -> bool:
        """Whether the verifier accepted every program."""
        verdicts = [one.verdict for one in self.admissions]
        return bool(verdicts) and UNVERIFIED not in verdicts


def leave_out_twins(spec: ObjectSpec) -> list[str]:
    """Leave out trampoline programs that have a kprobe twin, as a tool does on an old kernel.

    Returns:
        The names of the programs left out.
    """
    twins = {"fentry": "kprobe", "fexit": "kretprobe"}
    probes = {(p.kind, p.target) for p in spec.programs}
    left_out = []
    for program in spec.programs:
        twin = twins.get(program.kind)
        if program.autoload and twin and (twin, program.target) in probes:
            program.autoload = False
            left_out.append(program.name)
    return left_out


def _targets(machine: Machine, spec: ObjectSpec) -> list[tuple[ProgramSpec, Target]]:
    """Return where each program goes, once every one of these places is known to exist."""
    targets = []
    called = spec.tail_called
    for program in spec.programs:
        if program.autoload and program.name not in called:
            hook = f"{program.kind}/{program.target}"
            where = f"{spec.name}: program {program.name!r}, {hook}"
            try:
                target = parse_target(program.kind, program.target, where)
                check_target(target, machine.config.kernel, machine.config.preset)
                for part in expand(target, machine.sites.by_name):
                    machine.sites.find(part.site)
            except AttachError as error:
                in_libbpf_words(error, program, where)
                raise
            targets.append((program, target))
    return targets


def load_object(
    machine: Machine,
    links: Links,
    spec: ObjectSpec,
    owner: int,
    *,
    verify: bool = True,
    file: str = "",
    choices: Mapping[str, Choice] | None = None,
) -> LoadedObject:
    """Load an object's chosen programs and make their links.

    Args:
        machine: Where to.
        links: The machine's links.
        spec: The object, with settings, sizes, targets and choice of programs made.
        owner: Whose time its programs spend.
        verify: Whether the kernel verifies the programs; if not, only their structure is checked.
        file: The object's file, for suggestions.
        choices: What the tool chooses when it attaches a program, by its name.

    Raises:
        VerifierError: The kernel's verifier refuses a program.
        SimError: It cannot be loaded or attached.
    """
    kernel = machine.config.kernel
    targets = _targets(machine, spec)
    kconfig = kconfig_of(kernel)
    ksyms = kernel_of(kernel).ksyms
    programs = relocate(spec, kernel_btf(kernel), kconfig=kconfig, ksyms=ksyms)
    wanted = _maps_to_create(machine, spec, final_maps(spec, kconfig=kconfig), programs)
    if verify:
        admissions = admit(spec, programs, wanted, kernel, file=file)
    else:
        admissions = [_unverified(spec.name, program, kernel) for program in programs]
    for program, admission in zip(programs, admissions, strict=True):
        _check_modelled(spec.name, program, admission)
    _check_reach(spec, targets, admissions, kernel)
    maps = _create_maps(machine, spec, wanted)
    loaded = {}
    made_of = []
    for program, admission in zip(programs, admissions, strict=True):
        section = spec.program(program.name).section
        insns = _with_addresses(program.insns, maps)
        loaded[program.name] = links.load(program.name, section, insns)
        one = loaded[program.name]
        made_of.append(LoadedProgram(one, program, admission, machine.now_ns))
    _fill_prog_arrays(spec, links, maps, loaded)
    usdt = UsdtManager(machine, links, {view.name: view for view in maps.values()})
    made: list[Link] = []
    try:
        for wanted_one, target in targets:
            chosen = (choices or {}).get(wanted_one.name, Choice())
            placed = with_pid(target, chosen.tgid) if chosen.tgid >= 0 else target
            program_of = loaded[wanted_one.name]
            if placed.is_usdt:
                made += usdt.attach(program_of, on_kernel(placed, kernel), owner, chosen)
                continue
            made += links.prepare_all(program_of, placed, owner, chosen.cookie, chosen.cookies)
    except AttachError:
        links.discard(made)
        raise
    nr_insns = sum(len(program.insns) // 8 for program in programs)
    named = {view.name: view for view in maps.values()}
    admitted = tuple(admissions)
    return LoadedObject(spec, named, tuple(made), nr_insns, admitted, tuple(made_of))


def _fill_prog_arrays(
    spec: ObjectSpec, links: Links, maps: Mapping[int, MapView], loaded: Mapping[str, Program]
) -> None:
    """Put programs into the slots that the object names (bpf_object_init_prog_arrays)."""
    for index, one in enumerate(spec.maps):
        for slot, name in one.initial_programs:
            if name not in loaded:
                raise ProgramError(
                    f"slot {slot} wants program {name!r}, which is not loaded",
                    where=f"{spec.name}: map {one.name!r}",
                    suggestion="load it too: `programs:` in the tracer",
                )
            code = load64(links.program_record(loaded[name]) + P_CODE)
            if maps[index].put_program(slot, code) != 0:
                raise ProgramError(
                    f"there is no slot {slot}",
                    where=f"{spec.name}: map {one.name!r}",
                    reason=f"max_entries is {maps[index].max_entries} (E2BIG)",
                )


def _check_reach(
    spec: ObjectSpec,
    targets: Sequence[tuple[ProgramSpec, Target]],
    admissions: Sequence[Admission],
    kernel: str,
) -> None:
    """Refuse a program that reads beyond its tracepoint's record (perf_event_set_bpf_prog)."""
    reach = {one.program: one.max_ctx_offset for one in admissions}
    for program, target in targets:
        if target.kind != "tracepoint":
            continue
        category, _, name = (target.text or target.site).partition(":")
        size = tracepoint(category, name, kernel).ctx_bytes
        if reach[program.name] > size:
            raise AttachError(
                f"prog '{program.name}': failed to attach to tracepoint '{category}/{name}': "
                "Permission denied (EACCES)",
                where=f"{spec.name}: program {program.name!r}",
                reason=f"it reads {reach[program.name]} bytes of its context, the tracepoint's "
                f"record ends at {size} on Linux {kernel}",
                suggestion=f"bpfsim hooks tracepoint:{category}:{name} lists its fields",
            )


def _unverified(name: str, program: RelocatedProgram, kernel: str) -> Admission:
    """Look at a program's structure only."""
    try:
        check_structure(program.insns, features_of(kernel))
    except VerifierError as error:
        error.where = f"{name}: program {program.name!r}, {error.where}".removesuffix(", ")
        raise
    return Admission(program.name, UNVERIFIED, live=program.insns)


def _check_modelled(name: str, program: RelocatedProgram, admission: Admission) -> None:
    """Refuse what a kernel runs and this machine does not, where a path reaches it."""
    live = set(decode(admission.live))
    poisoned = {poison.insn_idx for poison in program.poisoned}
    for insn_idx, insn in enumerate(decode(program.insns)):
        what = _not_modelled(insn) if insn in live and insn_idx not in poisoned else ""
        if what:
            raise ProgramError(
                f"{what} is not modelled",
                where=f"{name}: program {program.name!r}, insn {insn_idx}",
                reason="modelled helpers are " + ", ".join(h.name for h in HELPERS.values()),
            )


def _not_modelled(insn: Insn) -> str:
    if insn.opcode == CALL and insn.src_reg == 0:
        is_known = insn.imm in HELPERS or insn.imm == KFUNC_POISON_FUNC
        return "" if is_known else f"helper {_HELPER_NAMES.get(insn.imm, insn.imm)}"
    if insn.opcode == CALL and insn.src_reg == BPF_PSEUDO_KFUNC_CALL:
        return "calling a kernel function"
    if is_ldimm64(insn) and insn.src_reg == BPF_PSEUDO_BTF_ID:
        return "a typed kernel variable"
    return ""


def _used_maps(programs: Sequence[RelocatedProgram]) -> set[int]:
    used = set()
    for program in programs:
        for insn in decode(program.insns):
            refers = insn.src_reg in (BPF_PSEUDO_MAP_FD, BPF_PSEUDO_MAP_VALUE)
            if insn.opcode == _LDIMM64 and refers:
                used.add(insn.imm)
    return used


def _maps_to_create(
    machine: Machine,
    spec: ObjectSpec,
    maps: Sequence[MapSpec],
    programs: Sequence[RelocatedProgram],
) -> list[MapSpec]:
    """Return the maps with their sizes, once all are known to be possible."""
    wanted = []
    for one in maps:
        if one.map_type == MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY and one.max_entries == 0:
            one = replace(one, max_entries=machine.config.nr_cpus)  # libbpf: one slot a CPU
        try:
            inner = None if one.inner is None else _shape(one.inner)
            check_map(one.name, _shape(one), inner, features_of(machine.config.kernel))
        except SimError as error:
            error.where = f"{spec.name}: map {one.name!r}"
            raise
        wanted.append(one)
    missing = _used_maps(programs) - set(range(len(wanted)))
    if missing:
        raise ProgramError(f"programs refer to maps that do not exist: {sorted(missing)}")
    return wanted


def _create_maps(
    machine: Machine, spec: ObjectSpec, wanted: Sequence[MapSpec]
) -> dict[int, MapView]:
    maps = {}
    for index, one in enumerate(wanted):
        try:
            view = machine.maps.create(
                one.name,
                one.map_type,
                one.key_size,
                one.value_size,
                one.max_entries,
                one.map_flags,
                extra=one.map_extra,
                inner=None if one.inner is None else _shape(one.inner),
            )
        except SimError as error:
            error.where = f"{spec.name}: map {one.name!r}"
            raise
        if one.data is not None:
            machine.kernel.write(view.field(M_VALUES), one.data)
            if one.is_rodata or one.is_kconfig:  # bpf_object__populate_internal_map
                freeze(view)
        maps[index] = view
    for index, one in enumerate(wanted):
        _fill_slots(spec.name, one, maps[index], maps)
    return maps


def _shape(one: MapSpec) -> Shape:
    """Return what ``BPF_MAP_CREATE`` is told of a map."""
    sizes = (one.key_size, one.value_size, one.max_entries)
    return Shape(map_kind(one.name, one.map_type), *sizes, one.map_flags, one.map_extra)


def _fill_slots(name: str, one: MapSpec, view: MapView, maps: Mapping[int, MapView]) -> None:
    """Put maps into the slots that the object names (bpf_object_init_map_slots)."""
    for slot, inner in one.initial:
        # libbpf's key is the slot, whatever the map's type
        refused = view.put_map(slot.to_bytes(max(view.key_bytes, 4), "little"), maps[inner])
        if refused:
            raise ProgramError(
                f"slot {slot} of map {one.name!r} cannot hold map {maps[inner].name!r}",
                where=f"{name}: map {one.name!r}",
                reason=f"the kernel answers {errorcode[-refused]}: type, sizes and flags must be "
                "those of the inner map's definition",
            )


def _with_addresses(insns: bytes, maps: Mapping[int, MapView]) -> bytes:
    """Put map addresses into the instructions that refer to maps."""
    out = bytearray(insns)
    i = 0
    while i < len(out):
        if out[i] == _LDIMM64:
            _patch(out, i, maps)
            i += 8
        i += 8
    return bytes(out)


def _patch(out: bytearray, at: int, maps: Mapping[int, MapView]) -> None:
    src_reg = out[at + 1] >> 4
    (imm,) = struct.unpack_from("<i", out, at + 4)
    (offset,) = struct.unpack_from("<i", out, at + 12)
    if src_reg == BPF_PSEUDO_MAP_FD:
        address = map_address(maps[imm].index)
    elif src_reg == BPF_PSEUDO_MAP_VALUE:
        address = maps[imm].field(M_VALUES) + offset
    else:
        return
    out[at + 1] &= 0x0F
    struct.pack_into("<I", out, at + 4, address & 0xFFFFFFFF)
    struct.pack_into("<I", out, at + 12, (address >> 32) & 0xFFFFFFFF)
