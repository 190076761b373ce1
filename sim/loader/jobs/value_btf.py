"""BTF that a job asks for without giving it: map values with special fields, and func_info.

**Rule:** an integer of 4 or 8 bytes stands for a blob of that size, a struct around an array of
bytes for every other.

**Not modelled:** nothing of the kernel; this is what a job's author would have clang emit.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence

from sim.bpf.btf import Btf
from sim.bpf.btf_build import BtfBuilder
from sim.bpf.btf_types import BTF_FUNC_STATIC, Member, Struct
from sim.loader.jobs.words import BadJob

__all__ = ["JobBtf", "subprog_starts"]

_KPTR = re.compile(r"(kptr|kptr_ref|kptr_untrusted|percpu_kptr):(\w+)")
_CALL, _LDIMM64 = 0x85, 0x18
_PSEUDO_CALL, _PSEUDO_FUNC = 1, 4


def subprog_starts(insns: bytes) -> list[int]:
    """Return where functions start: at 0, and where a call or a function's address points."""
    starts = {0}
    for i in range(len(insns) // 8):
        opcode, regs, _, imm = struct.unpack_from("<BBhi", insns, i * 8)
        kind = regs >> 4
        if (opcode, kind) in ((_CALL, _PSEUDO_CALL), (_LDIMM64, _PSEUDO_FUNC)):
            starts.add(i + 1 + imm)
    return sorted(starts)


class JobBtf:
    """Collects the types; `build` gives None when there are none."""

    def __init__(self) -> None:
        self._builder = BtfBuilder()
        self._special: dict[str, int] = {}
        self._is_empty = True

    def build(self) -> Btf | None:
        """Make the table."""
        return None if self._is_empty else self._builder.build()

    def _u32(self) -> int:
        return self._builder.int_("u32", 4)

    def _u64(self) -> int:
        return self._builder.int_("u64", 8)

    def blob(self, size: int) -> int:
        """Add a type of *size* bytes."""
        self._is_empty = False
        if size == 4:
            return self._u32()
        if size == 8:
            return self._u64()
        name = f"blob{size}"
        if name not in self._special:
            data = self._builder.array(self._builder.int_("u8", 1), size)
            self._special[name] = self._struct(name, size, [("d", data, 0)])
        return self._special[name]

    def value(self, name: str, size: int, fields: Sequence[tuple[str, int]]) -> int:
        """Add a struct with special *fields* (what, byte offset)."""
        self._is_empty = False
        members = [(f"f{i}", self._field(what), offset) for i, (what, offset) in enumerate(fields)]
        return self._struct(name, size, members)

    def func(self, name: str, nr_params: int) -> int:
        """Add a function that takes *nr_params* numbers and returns an int."""
        self._is_empty = False
        word = self._u64()
        params = [(f"p{i}", word) for i in range(nr_params)]
        returned = self._builder.int_("int", 4, signed=True)
        return self._builder.func(name, returned, params, linkage=BTF_FUNC_STATIC)

    def _struct(self, name: str, size: int, members: Sequence[tuple[str, int, int]]) -> int:
        placed = tuple(Member(label, type_id, 8 * offset) for label, type_id, offset in members)
        return self._builder.add(Struct(name, size, placed))

    def _field(self, what: str) -> int:
        if what not in self._special:
            self._special[what] = self._make_field(what)
        return self._special[what]

    def _make_field(self, what: str) -> int:
        if what == "bpf_spin_lock":
            return self._struct(what, 4, [("val", self._u32(), 0)])
        if what == "bpf_timer":
            return self._struct(what, 16, [("a", self._u64(), 0), ("b", self._u64(), 8)])
        found = _KPTR.fullmatch(what)
        if found is None:
            raise BadJob(f"unknown value field {what!r}")
        pointee = self._struct(found[2], 0, [])
        return self._builder.ptr(self._builder.type_tag(found[1], pointee))
