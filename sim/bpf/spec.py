"""Blueprints of a BPF object: what its file says, before any machine is chosen.

Answers to libbpf's ``struct bpf_object``, ``bpf_map`` and ``bpf_program`` between open and load,
split as cilium/ebpf does it: a *spec* is inert and depends only on the file and on what the
user set; everything that depends on the kernel happens when it is loaded.

The rule to know: an instruction that refers to a map holds the map's *index* in
`ObjectSpec.maps` (``src_reg`` 1: the map; ``src_reg`` 2: an address in its value, the offset in
the second slot). Specs may be changed until they are loaded (settings, sizes, autoload, attach
targets); `ObjectSpec.copy` makes an independent one.

**Not modelled:** struct_ops, light skeletons, pinned maps' reuse.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sim.base.errors import ProgramError, nearest
from sim.bpf.btf import Btf
from sim.bpf.btf_ext import CoreReloKind

__all__ = [
    "BPF_F_MMAPABLE",
    "BPF_F_RDONLY_PROG",
    "BPF_OBJ_NAME_LEN",
    "ExternReloc",
    "FuncRef",
    "GlobalVar",
    "KconfigExtern",
    "KconfigType",
    "KsymExtern",
    "LineRef",
    "MapSpec",
    "MapType",
    "ObjectSpec",
    "ProgCoreRelo",
    "ProgramSpec",
]

BPF_OBJ_NAME_LEN = 16
BPF_F_RDONLY_PROG = 1 << 7
BPF_F_MMAPABLE = 1 << 10


class MapType(enum.IntEnum):
    """``enum bpf_map_type``."""

    BPF_MAP_TYPE_UNSPEC = 0
    BPF_MAP_TYPE_HASH = 1
    BPF_MAP_TYPE_ARRAY = 2
    BPF_MAP_TYPE_PROG_ARRAY = 3
    BPF_MAP_TYPE_PERF_EVENT_ARRAY = 4
    BPF_MAP_TYPE_PERCPU_HASH = 5
    BPF_MAP_TYPE_PERCPU_ARRAY = 6
    BPF_MAP_TYPE_STACK_TRACE = 7
    BPF_MAP_TYPE_CGROUP_ARRAY = 8
    BPF_MAP_TYPE_LRU_HASH = 9
    BPF_MAP_TYPE_LRU_PERCPU_HASH = 10
    BPF_MAP_TYPE_LPM_TRIE = 11
    BPF_MAP_TYPE_ARRAY_OF_MAPS = 12
    BPF_MAP_TYPE_HASH_OF_MAPS = 13
    BPF_MAP_TYPE_DEVMAP = 14
    BPF_MAP_TYPE_SOCKMAP = 15
    BPF_MAP_TYPE_CPUMAP = 16
    BPF_MAP_TYPE_XSKMAP = 17
    BPF_MAP_TYPE_SOCKHASH = 18
    BPF_MAP_TYPE_CGROUP_STORAGE = 19
    BPF_MAP_TYPE_REUSEPORT_SOCKARRAY = 20
    BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE = 21
    BPF_MAP_TYPE_QUEUE = 22
    BPF_MAP_TYPE_STACK = 23
    BPF_MAP_TYPE_SK_STORAGE = 24
    BPF_MAP_TYPE_DEVMAP_HASH = 25
    BPF_MAP_TYPE_STRUCT_OPS = 26
    BPF_MAP_TYPE_RINGBUF = 27
    BPF_MAP_TYPE_INODE_STORAGE = 28
    BPF_MAP_TYPE_TASK_STORAGE = 29
    BPF_MAP_TYPE_BLOOM_FILTER = 30
    BPF_MAP_TYPE_USER_RINGBUF = 31
    BPF_MAP_TYPE_CGRP_STORAGE = 32
    BPF_MAP_TYPE_ARENA = 33


@dataclass(slots=True)
class MapSpec:
    """A map to create.

    Attributes:
        name: Its name as the kernel shows it.
        data: Initial value of a global-variable section's map, else None.
        section: ELF section of such a map (``.rodata``, ``.bss``, …), else "".
        inner: What the maps inside a map of maps look like.
        initial: Index and map (by index in the object) of each slot filled statically.
        initial_programs: Index and name of the program of each slot of a prog_array.
    """

    name: str
    map_type: int
    key_size: int = 0
    value_size: int = 0
    max_entries: int = 0
    map_flags: int = 0
    map_extra: int = 0
    btf_key_type_id: int = 0
    btf_value_type_id: int = 0
    pinning: int = 0
    numa_node: int = -1
    data: bytes | None = None
    section: str = ""
    inner: MapSpec | None = None
    initial: tuple[tuple[int, int], ...] = ()
    initial_programs: tuple[tuple[int, str], ...] = ()

    @property
    def is_rodata(self) -> bool:
        """Whether programs may only read it and user space only before load."""
        return self.section.startswith(".rodata")

    @property
    def is_kconfig(self) -> bool:
        """Whether it holds the values of ``__kconfig`` externs."""
        return self.section == ".kconfig"


class ProgCoreRelo(NamedTuple):
    """A CO-RE relocation of one instruction of a linked program, its section's *number*-th."""

    insn_idx: int
    type_id: int
    access_str: str
    kind: CoreReloKind
    number: int = 0


class ExternReloc(NamedTuple):
    """An instruction that waits for the address or BTF id of a kernel symbol."""

    insn_idx: int
    name: str


class FuncRef(NamedTuple):
    """A function of a linked program: where it starts, and its BTF type (0: none)."""

    insn_idx: int
    name: str
    type_id: int


class LineRef(NamedTuple):
    """The source line that instructions from *insn_idx* on come from."""

    insn_idx: int
    file: str
    line: str
    line_num: int
    column: int


@dataclass(slots=True)
class ProgramSpec:
    """A program, its subprograms appended.

    Attributes:
        section: Its whole ELF section name, ``?`` included.
        kind: What libbpf makes of the section: ``kprobe``, ``tracepoint``, ``fentry``, …; ""
            when libbpf does not know it.
        target: What follows the kind (a function, ``category/event``), "" for none.
        sleepable: Whether the section said ``.s``.
        autoload: Whether to load it; false for sections that start with ``?``.
        insns: Encoded instructions.
        funcs: The program itself first, then each subprogram.
        attach_target: What `bpf_program__set_attach_target` said instead of the section, "" for
            nothing.
    """

    name: str
    section: str
    kind: str
    target: str
    sleepable: bool
    autoload: bool
    insns: bytes
    core_relos: tuple[ProgCoreRelo, ...] = ()
    extern_relocs: tuple[ExternReloc, ...] = ()
    funcs: tuple[FuncRef, ...] = ()
    line_info: tuple[LineRef, ...] = ()
    license: str = ""
    attach_target: str = ""


class GlobalVar(NamedTuple):
    """Where a global variable lies: map, bytes, and its BTF type (0: no BTF)."""

    map: str
    offset: int
    size: int
    btf_type_id: int


class KconfigType(enum.Enum):
    """How a ``__kconfig`` extern holds its value."""

    BOOL = "bool"
    TRISTATE = "tristate"
    CHAR = "char"
    INT = "int"
    STRING = "string"


@dataclass(frozen=True, slots=True)
class KconfigExtern:
    """A variable that takes its value from the kernel's configuration."""

    name: str
    type: KconfigType
    size: int
    offset: int
    is_signed: bool
    is_weak: bool


@dataclass(frozen=True, slots=True)
class KsymExtern:
    """A kernel variable (type 0: untyped) or kernel function that programs refer to."""

    name: str
    type_id: int
    is_func: bool
    is_weak: bool


@dataclass(slots=True)
class ObjectSpec:
    """A BPF object, opened and not loaded.

    Attributes:
        maps: In the order that instructions refer to.
        btf: The object's types, sections completed; None without BTF.
        vars: Global variables by name.
    """

    name: str
    maps: list[MapSpec]
    programs: list[ProgramSpec]
    btf: Btf | None
    license: str = ""
    version: int = 0
    kconfig: tuple[KconfigExtern, ...] = ()
    ksyms: tuple[KsymExtern, ...] = ()
    vars: Mapping[str, GlobalVar] = field(default_factory=dict)

    @property
    def tail_called(self) -> frozenset[str]:
        """Programs of prog_arrays whose section names no target: nothing attaches them."""
        named = {name for one in self.maps for _, name in one.initial_programs}
        return frozenset(p.name for p in self.programs if p.name in named and not p.target)

    def map_index(self, name: str) -> int:
        """Return the index of the map (or global-variable section) called *name*."""
        for index, spec in enumerate(self.maps):
            if name in (spec.name, spec.section):
                return index
        names = [spec.name for spec in self.maps]
        raise ProgramError(
            f"object {self.name!r} has no map {name!r}",
            reason=f"it has {', '.join(names) or 'none'}",
            suggestion=nearest(name, names),
        )

    def map(self, name: str) -> MapSpec:
        """Return the map (or global-variable section) called *name*."""
        return self.maps[self.map_index(name)]

    def program(self, name: str) -> ProgramSpec:
        """Return the program called *name*."""
        for spec in self.programs:
            if spec.name == name:
                return spec
        names = [spec.name for spec in self.programs]
        raise ProgramError(
            f"object {self.name!r} has no program {name!r}",
            reason=f"it has {', '.join(names) or 'none'}",
            suggestion=nearest(name, names),
        )

    def copy(self) -> ObjectSpec:
        """Return a copy whose maps and programs can be changed on their own."""
        return replace(
            self,
            maps=[replace(spec) for spec in self.maps],
            programs=[replace(spec) for spec in self.programs],
            vars=dict(self.vars),
        )
