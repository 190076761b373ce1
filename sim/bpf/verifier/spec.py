"""What goes into the verifier and what comes out.

Answers to ``struct bpf_prog``, ``struct bpf_map`` and ``union bpf_attr`` of ``BPF_PROG_LOAD`` as
far as verification looks at them.

**Rule:** an instruction that refers to a map (``src_reg`` 1 or 2 of an ldimm64) has the map's
index in `Prog.maps` as ``imm``; one that refers to a kernel variable (``src_reg`` 3) the id of its
BTF type; a kernel function call (``src_reg`` 2 of a call) the id of its BTF type and ``off`` 0.

**Not modelled:** file descriptors, BTF by descriptor, signatures, tokens.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from sim.bpf.btf import Btf
from sim.bpf.btf_types import BtfKind, Enum
from sim.bpf.spec import LineRef
from sim.versions.features import Feature

__all__ = [
    "ALL_CAPS",
    "Cap",
    "Kernel",
    "ListHead",
    "Map",
    "MapRecord",
    "Prog",
    "Verdict",
    "VerdictKind",
]

#: Where the types do not say: the last that Linux has numbered.
_NR_HELPERS = 211


class Cap(enum.Enum):
    """A capability that loading looks at."""

    BPF = "BPF"
    PERFMON = "PERFMON"
    SYS_ADMIN = "SYS_ADMIN"
    NET_ADMIN = "NET_ADMIN"
    SYS_BOOT = "SYS_BOOT"


ALL_CAPS = frozenset(Cap)


class Kptr(NamedTuple):
    """A pointer field of a map's value.

    Attributes:
        btf_id: The type pointed to, in the kernel's BTF.
        is_ref: Whether it owns a reference.
    """

    offset: int
    btf_id: int
    is_ref: bool


class ListHead(NamedTuple):
    """The head of a list in a map's value or in an allocated object.

    Attributes:
        value_id: The struct that its list is of, in the same BTF.
        node_offset: Where in that the node is.
    """

    offset: int
    value_id: int
    node_offset: int


@dataclass(frozen=True)
class MapRecord:
    """The special fields of a value or object; an offset of -1 means none (``struct btf_record``).

    Other negative offsets, and `kptr_errno`, say why there is none (`sim.bpf.verifier.map_btf`).

    Attributes:
        heads, nodes: Of lists; nodes by offset, in allocated objects only.
        is_unmodelled: Whether there are fields that this verifier does not cover.
    """

    spin_lock_off: int = -1
    timer_off: int = -1
    kptrs: tuple[Kptr, ...] = ()
    kptr_errno: int = 0
    heads: tuple[ListHead, ...] = ()
    nodes: tuple[int, ...] = ()
    is_unmodelled: bool = False


@dataclass
class Map:
    """A map as the verifier sees it.

    Attributes:
        address: Its simulated address (shown by ldimm64 in the log).
        values_address: Where its only value lies (array maps of one element).
        frozen: Contents of a map that neither programs nor user space can change.
        record: Special fields, from `sim.bpf.verifier.map_btf`.
    """

    name: str
    map_type: int
    key_size: int = 0
    value_size: int = 0
    max_entries: int = 0
    map_flags: int = 0
    map_extra: int = 0
    inner: Map | None = None
    btf: Btf | None = None
    btf_key_type_id: int = 0
    btf_value_type_id: int = 0
    address: int = 0
    values_address: int = 0
    frozen: bytes | None = None
    record: MapRecord = field(default_factory=MapRecord)

    @cached_property
    def inner_meta(self) -> Map | None:
        """What is known of the maps in it: all but their names (``inner_map_meta``)."""
        return None if self.inner is None else replace(self.inner, name="")


@dataclass
class Prog:
    """A program to load.

    Attributes:
        insns: Encoded, subprograms appended.
        attach_btf_id: The kernel function, tracepoint typedef or LSM hook it is for, 0: none.
        prog_flags: ``BPF_F_STRICT_ALIGNMENT`` and so on.
        func_info: (insn_off, BTF type id of the function) of each subprogram.
        btf: Types of the program (func_info, line_info).
    """

    insns: bytes
    prog_type: int
    name: str = ""
    expected_attach_type: int = 0
    attach_btf_id: int = 0
    prog_flags: int = 0
    license: str = "GPL"
    maps: Sequence[Map] = ()
    btf: Btf | None = None
    func_info: tuple[tuple[int, int], ...] = ()
    line_info: tuple[LineRef, ...] = ()


@dataclass(frozen=True)
class Kernel:
    """The kernel that verifies.

    Attributes:
        release: Key of `sim.versions.releases.KERNEL_RELEASES`, for messages only.
        btf: Its types.
        caps: What the loading process may do.
        ksyms: Addresses of kernel symbols that ldimm64 may name.
    """

    release: str
    features: Collection[Feature]
    btf: Btf
    caps: Collection[Cap] = ALL_CAPS
    ksyms: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def nr_helpers(self) -> int:
        """The last helper's number, as ``enum bpf_func_id`` of its types has it."""
        found = self.btf.find("bpf_func_id", BtfKind.ENUM)
        enum_type = self.btf[found] if found is not None else None
        values = enum_type.values if isinstance(enum_type, Enum) else ()
        ends = [item.value for item in values if item.name == "__BPF_FUNC_MAX_ID"]
        return ends[0] - 1 if ends else _NR_HELPERS


class VerdictKind(enum.Enum):
    """What became of a program."""

    ACCEPT = "accept"
    REJECT = "reject"
    NOT_MODELLED = "not_modelled"


@dataclass
class Verdict:
    """What the verifier says.

    Attributes:
        errno: 0, or a positive errno.
        log: The kernel's log at the level asked for.
        insns_processed: Instructions walked over all paths.
        stack_depth: Bytes of stack of each subprogram.
        xlated: Instructions after dead-code removal and fix-ups; maps still by index.
        kept: Where each of them was before (of a privileged program).
        why: What is not modelled, or which check outside the log refused.
        max_ctx_offset: How far into its context the program reaches; a tracepoint refuses to be
            attached to when its record is shorter.
    """

    kind: VerdictKind
    errno: int = 0
    log: str = ""
    insns_processed: int = 0
    total_states: int = 0
    peak_states: int = 0
    max_states_per_insn: int = 0
    longest_mark_read: int = 0
    stack_depth: tuple[int, ...] = ()
    xlated: bytes = b""
    kept: tuple[int, ...] = ()
    why: str = ""
    max_ctx_offset: int = 0
