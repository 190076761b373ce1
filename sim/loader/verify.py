"""From an opened object to what its kernel is asked: maps to make, programs to verify.

Answers to ``bpf_object__create_maps``, ``bpf_object_load_prog`` and
``libbpf_find_attach_btf_id`` in libbpf's ``libbpf.c`` (1.1).

**Rule:** a refusal that comes before the verifier is a `LoadRefused` with the errno that libbpf
returns; maps and programs that are refused refuse nothing else here.

**Not modelled:** kernels too old for what libbpf probes for; pinned maps; ``freplace`` targets.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping, Sequence

from sim.base.errors import ProgramError
from sim.bpf.btf import Btf
from sim.bpf.btf_types import BtfKind
from sim.bpf.maps.create_check import MapAttr, check_map_create
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.spec import MapSpec, MapType, ObjectSpec
from sim.bpf.verifier.btf_record import struct_records_errno
from sim.bpf.verifier.map_btf import map_record
from sim.bpf.verifier.spec import Kernel, Map, Prog, Verdict
from sim.loader.prog_types import section_type
from sim.loader.relocate import RelocatedProgram

__all__ = [
    "UNTYPED",
    "LoadRefused",
    "attach_btf_name",
    "attach_type_btf",
    "libbpf_log",
    "maps_of",
    "program_of",
    "version_code",
]

_MAPS_AT = 0xFFFF888004000000
_VALUES_AT = 0xFFFFC90000100000
_STEP = 0x1000
_PAGE_BYTES = 4096

_TRACING = ProgType["BPF_PROG_TYPE_TRACING"]
_LSM = ProgType["BPF_PROG_TYPE_LSM"]
_STRUCT_OPS = ProgType["BPF_PROG_TYPE_STRUCT_OPS"]
_EXT = ProgType["BPF_PROG_TYPE_EXT"]
_RAW_TP = AttachType["BPF_TRACE_RAW_TP"]
_ITER = AttachType["BPF_TRACE_ITER"]
_RINGS = (MapType.BPF_MAP_TYPE_RINGBUF, MapType.BPF_MAP_TYPE_USER_RINGBUF)
# libbpf gives the kernel no types for these
UNTYPED = frozenset(
    (
        MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
        MapType.BPF_MAP_TYPE_CGROUP_ARRAY,
        MapType.BPF_MAP_TYPE_STACK_TRACE,
        MapType.BPF_MAP_TYPE_ARRAY_OF_MAPS,
        MapType.BPF_MAP_TYPE_HASH_OF_MAPS,
        MapType.BPF_MAP_TYPE_DEVMAP,
        MapType.BPF_MAP_TYPE_DEVMAP_HASH,
        MapType.BPF_MAP_TYPE_CPUMAP,
        MapType.BPF_MAP_TYPE_XSKMAP,
        MapType.BPF_MAP_TYPE_SOCKMAP,
        MapType.BPF_MAP_TYPE_SOCKHASH,
        MapType.BPF_MAP_TYPE_QUEUE,
        MapType.BPF_MAP_TYPE_STACK,
    )
)


class LoadRefused(ProgramError):
    """libbpf or the kernel refuses before the verifier looks.

    Args:
        number: The errno, positive.
        problem: What is wrong.
        where: What it is about.
    """

    def __init__(self, number: int, problem: str, *, where: str) -> None:
        super().__init__(problem, where=where, reason=errno.errorcode.get(number, str(number)))
        self.number = number


def version_code(kernel: str) -> int:
    """Return ``LINUX_VERSION_CODE`` of a simulated kernel."""
    major, minor = (int(part) for part in kernel.split(".")[:2])
    return major << 16 | minor << 8


def attach_btf_name(prog_type: int, attach_type: int, name: str) -> tuple[str, BtfKind]:
    """Return what a program's attach target is called in the kernel's BTF, and of which kind."""
    prefix, kind = "", BtfKind.FUNC
    if prog_type == _TRACING and attach_type == _RAW_TP:
        prefix, kind = "btf_trace_", BtfKind.TYPEDEF
    elif prog_type == _TRACING and attach_type == _ITER:
        prefix = "bpf_iter_"
    elif prog_type == _LSM:
        prefix = "bpf_lsm_"
    elif prog_type == _STRUCT_OPS:
        kind = BtfKind.STRUCT
    return prefix + name, kind


def attach_type_btf(kernel_btf: Btf, prog_type: int, attach_type: int, name: str) -> int | None:
    """Return the id of a program's attach target in the kernel's BTF, None if it is not there."""
    return kernel_btf.find(*attach_btf_name(prog_type, attach_type, name))


def maps_of(spec: ObjectSpec, maps: Sequence[MapSpec], kernel: Kernel) -> list[Map]:
    """Make an object's maps, as far as the verifier looks at them.

    Args:
        spec: The object.
        maps: Its maps, values filled in (`sim.loader.relocate.final_maps`).
        kernel: The kernel that makes them.

    Raises:
        LoadRefused: The kernel refuses one.
    """
    made = []
    btf = _taken_btf(spec, kernel)
    for index, one in enumerate(maps):
        new = _map(one, btf, index)
        if new.inner is not None:
            _create(spec, new.inner, kernel)
        _create(spec, new, kernel)
        made.append(new)
    return made


def _taken_btf(spec: ObjectSpec, kernel: Kernel) -> Btf | None:
    """Return an object's BTF if the kernel takes it; libbpf goes on without it otherwise."""
    if spec.btf is None or struct_records_errno(spec.btf, kernel.features):
        return None
    return spec.btf


def _map(one: MapSpec, btf: Btf | None, index: int) -> Map:
    is_typed = btf is not None and one.map_type not in UNTYPED
    entries = one.max_entries
    if one.map_type in _RINGS and entries:
        entries = max(_PAGE_BYTES, 1 << (entries - 1).bit_length())
    elif one.map_type == MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY and not entries:
        entries = 1  # as many as CPUs
    return Map(
        name=one.name,
        map_type=one.map_type,
        key_size=one.key_size,
        value_size=one.value_size,
        max_entries=entries,
        map_flags=one.map_flags,
        map_extra=one.map_extra,
        inner=None if one.inner is None else _map(one.inner, btf, index),
        btf=btf if is_typed else None,
        btf_key_type_id=one.btf_key_type_id if is_typed else 0,
        btf_value_type_id=one.btf_value_type_id if is_typed else 0,
        address=_MAPS_AT + index * _STEP,
        values_address=_VALUES_AT + index * _STEP,
        frozen=one.data if one.is_rodata or one.is_kconfig else None,
    )


def _create(spec: ObjectSpec, new: Map, kernel: Kernel) -> None:
    number = check_map_create(MapAttr.of(new), kernel)
    if number == 0:
        new.record, number = map_record(new, kernel)
    if number and new.btf is not None:
        # libbpf tries again without types
        new.btf, new.btf_key_type_id, new.btf_value_type_id = None, 0, 0
        number = check_map_create(MapAttr.of(new), kernel)
    if number:
        where = f"{spec.name}: map {new.name!r}"
        raise LoadRefused(number, "the kernel refuses to make a map", where=where)


def program_of(
    spec: ObjectSpec, program: RelocatedProgram, kernel: Kernel, maps: Sequence[Map]
) -> Prog:
    """Return what the verifier is given for a program.

    Args:
        spec: The object it comes from.
        program: The program, relocated.
        kernel: The kernel that verifies it.
        maps: The object's maps (`maps_of`).

    Raises:
        LoadRefused: libbpf refuses: the section is unknown, or the attach target does not exist.
    """
    where = f"{spec.name}: program {program.name!r}"
    section = section_type(program.spec.section)
    if section is None:
        raise LoadRefused(
            errno.EINVAL, f"section {program.spec.section!r} says no program type", where=where
        )
    attach_btf_id = 0
    if section.needs_btf:
        attach_name = program.spec.attach_target or section.attach_name
        if section.prog_type == _EXT or not attach_name:
            raise LoadRefused(errno.EINVAL, "there is nothing to attach to", where=where)
        target = section.prog_type, section.attach_type, attach_name
        found = attach_type_btf(kernel.btf, *target)
        if found is None:
            problem = f"the kernel's BTF has no {attach_btf_name(*target)[0]!r}"
            raise LoadRefused(errno.ESRCH, problem, where=where)
        attach_btf_id = found
    btf = _taken_btf(spec, kernel)
    has_info = btf is not None and all(func.type_id for func in program.funcs)
    return Prog(
        insns=program.insns,
        prog_type=section.prog_type,
        name=program.name[:15],
        expected_attach_type=section.attach_type,
        attach_btf_id=attach_btf_id,
        prog_flags=section.prog_flags,
        license=spec.license,
        maps=maps,
        btf=btf if has_info else None,
        func_info=tuple((f.insn_idx, f.type_id) for f in program.funcs) if has_info else (),
        line_info=program.line_info if has_info else (),
    )


def libbpf_log(verdict: Verdict, program: RelocatedProgram) -> str:
    """Return a log as libbpf leaves it: failed CO-RE relocations are called by their names."""
    names: Mapping[int, str] = {poison.insn_idx: poison.relo for poison in program.poisoned}

    def named(found: re.Match[str]) -> str:
        insn_idx = int(found[1])
        relo = names.get(insn_idx, "")
        if not relo:
            return found[0]
        what = "<invalid CO-RE relocation>\nfailed to resolve CO-RE relocation"
        return f"{insn_idx}: {what} {relo}\n"

    return _POISONED.sub(named, verdict.log)


_POISONED = re.compile(
    r"^(\d+): \(85\) call unknown#195896080\ninvalid func unknown#195896080\n", re.MULTILINE
)
