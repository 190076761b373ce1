"""What the kernel says of an object's maps, programs and links once they are loaded.

Answers to ``bpf_map_get_info_by_fd``, ``bpf_prog_get_info_by_fd`` and the links' ``fill_link_info``
in ``kernel/bpf/syscall.c``, to ``bpf_prog_calc_tag`` in ``kernel/bpf/core.c`` and to the fdinfo of
maps and programs.

**Rule:** everything is read off the machine when asked; ids follow from the order of creation.

**Not modelled:** the inlining of map lookups and of helpers, and the conversion of accesses to a
context, that come after the verifier's verdict: rewritten instructions are those that a path
reaches, with maps by their ids and helpers by their numbers.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from sim.base.memory import load64
from sim.bpf.btf_types import Func
from sim.bpf.isa import BPF_PSEUDO_MAP_FD, BPF_PSEUDO_MAP_VALUE, INSN_BYTES
from sim.bpf.maps.layout import M_FROZEN
from sim.bpf.maps.memory import memlock_bytes
from sim.bpf.maps.view import MapView
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.spec import MapType
from sim.hooks.attach import Link, Links
from sim.kernel import layout as k
from sim.kernel.machine import Machine
from sim.loader.func_proto import proto_text
from sim.loader.load import LoadedObject, LoadedProgram
from sim.loader.prog_types import section_type
from sim.loader.verify import UNTYPED
from sim.record.bpf_info import LinkInfo, MapInfo, ProgInfo, XlatedInsn
from sim.versions.features import features_of

__all__ = ["ObjectInfo", "btf_ids", "map_id", "object_info", "program_tag"]

_LDIMM64 = 0x18
_OF_MAPS = (BPF_PSEUDO_MAP_FD, BPF_PSEUDO_MAP_VALUE)
_NAME_BYTES = 15
_PAGE_BYTES = 4096
_PROG_HEAD_BYTES = 72  # struct bpf_prog before its instructions
_VMLINUX_BTF_ID = 1
_GPL = ("GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL")
_GPL_TOO = "Dual MPL/GPL"
_PROG_TYPES = {one.value: one.name for one in ProgType}
_ATTACH_TYPES = {one.value: one.name for one in AttachType}
_RETURNS = ("kretprobe", "kretsyscall", "uretprobe", "kretprobe.multi")


@dataclass(frozen=True)
class ObjectInfo:
    """What there is of an object."""

    maps: tuple[MapInfo, ...]
    progs: tuple[ProgInfo, ...]
    links: tuple[LinkInfo, ...]
    xlated: tuple[XlatedInsn, ...]


def btf_ids(objects: Iterable[LoadedObject]) -> list[int]:
    """Return the BTF ids of objects, in the order in which they were loaded; 0: it has none."""
    ids = count(_VMLINUX_BTF_ID + 1)
    return [next(ids) if one.spec.btf is not None else 0 for one in objects]


def map_id(view: MapView) -> int:
    """Return a map's id."""
    return view.index + 1


def program_tag(insns: bytes) -> str:
    """Return the tag of a program: the digest of its instructions, maps left out.

    Args:
        insns: As they are given to ``BPF_PROG_LOAD``.
    """
    out = bytearray(insns)
    for at in _map_refs(insns):
        out[at + 4 : at + 8] = out[at + 12 : at + 16] = bytes(4)
    # The kernel's digest, not a matter of security.
    return hashlib.sha1(bytes(out), usedforsecurity=False).hexdigest()[:16]


def _map_refs(insns: bytes) -> Iterator[int]:
    """Yield where instructions refer to maps."""
    at = 0
    while at < len(insns):
        is_wide = insns[at] == _LDIMM64
        if is_wide and insns[at + 1] >> 4 in _OF_MAPS:
            yield at
        at += 2 * INSN_BYTES if is_wide else INSN_BYTES


def object_info(
    machine: Machine, links: Links, loaded: LoadedObject, tracer: str, btf_id: int
) -> ObjectInfo:
    """Return what the kernel says of a loaded object.

    Args:
        machine: Where it is loaded.
        links: The machine's links.
        loaded: The object.
        tracer: The tracer's name.
        btf_id: The id of its BTF, 0 when the kernel has none of it.
    """
    reader = _Reader(machine, links, loaded, tracer, btf_id)
    return ObjectInfo(
        tuple(reader.map(name, view) for name, view in loaded.maps.items()),
        tuple(map(reader.prog, loaded.programs)),
        tuple(reader.link(one) for one in loaded.links),
        tuple(insn for one in loaded.programs for insn in reader.xlated(one)),
    )


class _Reader:
    def __init__(
        self, machine: Machine, links: Links, loaded: LoadedObject, tracer: str, btf_id: int
    ) -> None:
        self.machine = machine
        self.links = links
        self.loaded = loaded
        self.tracer = tracer
        self.btf_id = btf_id
        self.ids = [map_id(view) for view in loaded.maps.values()]

    # --- maps ------------------------------------------------------------------------------------
    def map(self, name: str, view: MapView) -> MapInfo:
        features = features_of(self.machine.config.kernel)
        return MapInfo(
            tracer=self.tracer,
            map=name,
            id=map_id(view),
            name=name[:_NAME_BYTES],
            map_type=view.type.name,
            key_size=view.key_bytes,
            value_size=view.value_bytes,
            max_entries=view.max_entries,
            map_flags=view.shape.flags,
            map_extra=view.shape.extra,
            frozen=view.field(M_FROZEN),
            btf_id=self.btf_id if self._has_types(name, view) else 0,
            memlock_bytes=memlock_bytes(view, features),
            owner=self._owner(name) if view.type is MapType.BPF_MAP_TYPE_PROG_ARRAY else "",
        )

    def _has_types(self, name: str, view: MapView) -> bool:
        spec = self.loaded.spec.map(name)
        return view.type not in UNTYPED and bool(spec.btf_value_type_id)

    def _owner(self, name: str) -> str:
        """Return the type of the programs that use a prog_array."""
        index = list(self.loaded.maps).index(name)
        users = [one for one in self.loaded.programs if index in _used_maps(one.relocated.insns)]
        return _prog_type(users[0]) if users else ""

    # --- programs --------------------------------------------------------------------------------
    def prog(self, one: LoadedProgram) -> ProgInfo:
        at = self.links.program_record(one.program)
        attached = [link for link in self.loaded.links if link.program == one.program]
        misses = [self.links.counters(link)["missed_recursion"] for link in attached]
        xlated = one.xlated
        license_ = self.loaded.spec.license
        used = [self.ids[index] for index in _used_maps(xlated)]
        used += [i for i in self._bound() if i not in used]
        return ProgInfo(
            tracer=self.tracer,
            prog=one.program.name,
            id=one.program.index + 1,
            name=one.program.name[:_NAME_BYTES],
            prog_type=_prog_type(one),
            tag=program_tag(one.relocated.insns),
            gpl_compatible=int(license_ in _GPL or license_ == _GPL_TOO),
            loaded_ns=one.loaded_ns,
            uid=0,
            xlated_bytes=len(xlated),
            jited=1,
            memlock_bytes=-(-(_PROG_HEAD_BYTES + len(xlated)) // _PAGE_BYTES) * _PAGE_BYTES,
            map_ids=",".join(map(str, used)),
            btf_id=self.btf_id,
            verified_insns=one.admission.insns_processed,
            run_cnt=load64(at + k.P_RUN_CNT),
            run_time_ns=load64(at + k.P_RUN_TIME_NS),
            recursion_misses=sum(misses),
        )

    def _bound(self) -> list[int]:
        """Return the maps that libbpf binds to every program: the constants."""
        maps = zip(self.ids, self.loaded.maps, strict=True)
        return [i for i, name in maps if self.loaded.spec.map(name).is_rodata]

    def xlated(self, one: LoadedProgram) -> Iterator[XlatedInsn]:
        """Yield a program's rewritten instructions, with its functions and source lines."""
        insns = bytearray(one.xlated)
        for at in _map_refs(bytes(insns)):
            (index,) = struct.unpack_from("<i", insns, at + 4)
            struct.pack_into("<I", insns, at + 4, self.ids[index])
        funcs = dict(self._functions(one))
        lines = {line.insn_idx: line for line in one.relocated.line_info}
        for index, place in enumerate(one.kept):
            line = lines.get(place)
            (insn,) = struct.unpack_from("<q", insns, index * INSN_BYTES)
            yield XlatedInsn(
                prog_id=one.program.index + 1,
                insn=insn,
                func=funcs.get(place, ""),
                line=line.line.lstrip() if line else "",
                file=line.file if line else "",
                line_num=line.line_num if line else 0,
                line_col=line.column if line else 0,
            )

    def _functions(self, one: LoadedProgram) -> Iterator[tuple[int, str]]:
        btf = self.loaded.spec.btf
        for func in one.relocated.funcs:
            if btf is not None and func.type_id and isinstance(btf[func.type_id], Func):
                yield func.insn_idx, proto_text(btf, func.type_id)

    # --- links -----------------------------------------------------------------------------------
    def link(self, link: Link) -> LinkInfo:
        at = self.links.record(link)
        counters = self.links.counters(link)
        target = link.target
        link_type, attach_type = _link_type(link, self._program(link))
        kallsyms = self.machine.kallsyms
        return LinkInfo(
            tracer=self.tracer,
            id=load64(at + k.K_POOL) + 1,
            link_type=link_type,
            prog_id=link.program.index + 1,
            attach_type=attach_type,
            hook=target.kind,
            target=target.text or target.site,
            offset=target.offset,
            address=kallsyms.address_of(target.site) if target.site in kallsyms else 0,
            is_return=int(target.kind in _RETURNS),
            cookie=load64(at + k.K_COOKIE),
            missed=counters["missed_kprobe_running"] + counters["missed_maxactive"],
        )

    def _program(self, link: Link) -> LoadedProgram:
        return next(one for one in self.loaded.programs if one.program == link.program)


def _used_maps(insns: bytes) -> list[int]:
    """Return the maps that instructions refer to, by index in the object, each once."""
    refs = (struct.unpack_from("<i", insns, at + 4)[0] for at in _map_refs(insns))
    return list(dict.fromkeys(refs))


def _prog_type(one: LoadedProgram) -> str:
    section = section_type(one.relocated.spec.section)
    return _PROG_TYPES[section.prog_type] if section else "BPF_PROG_TYPE_UNSPEC"


def _link_type(link: Link, program: LoadedProgram) -> tuple[str, str]:
    """Return what kind of link libbpf makes for a program, and its attach type."""
    prog_type = _prog_type(program)
    section = section_type(program.relocated.spec.section)
    attach_type = _ATTACH_TYPES.get(section.attach_type, "") if section else ""
    if prog_type == "BPF_PROG_TYPE_RAW_TRACEPOINT":
        return "raw_tracepoint", ""
    if prog_type in ("BPF_PROG_TYPE_TRACING", "BPF_PROG_TYPE_LSM"):
        return "tracing", attach_type
    if ".multi" in link.target.kind or ".session" in link.target.kind:
        return "kprobe_multi", attach_type
    return "perf_event", ""
