"""Making BTF from scratch: a builder that lays structs out as C does.

Serves the declaration of the simulated kernel's types and tests; it answers to what pahole and
clang emit. Equal types are given one id, except structs, unions and enums, each of which is a
type of its own.

The rule to know: ids are handed out at once, so a struct may point to itself: `declare` it,
use its id in pointers, then `define` it. Sizes are asked for when a struct is laid out, so a
struct that embeds another *by value* must come after it.

**Not modelled:** packed or over-aligned structs by rule; give `offset=` or `size=` for those.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sim.base.errors import BtfError
from sim.bpf.btf import Btf, alignof, resolve, sizeof
from sim.bpf.btf_types import (
    BTF_FUNC_GLOBAL,
    BTF_INT_BOOL,
    BTF_INT_CHAR,
    BTF_INT_SIGNED,
    BTF_VAR_GLOBAL_ALLOCATED,
    Array,
    BtfType,
    Const,
    Datasec,
    Enum,
    Enum64,
    Enumerator,
    Float,
    Func,
    FuncProto,
    Fwd,
    Int,
    Member,
    Param,
    Ptr,
    Restrict,
    SecVar,
    Struct,
    Typedef,
    TypeTag,
    Union,
    Var,
    Void,
    Volatile,
)

__all__ = ["BtfBuilder", "MemberSpec"]


@dataclass(frozen=True, slots=True)
class MemberSpec:
    """A member to lay out.

    Args:
        name: Its name, empty for an anonymous struct or union.
        type: Its type id.
        bits: Width of a bitfield, 0 for none.
        offset: Byte offset, where it is not the next aligned one.
        align: Its least alignment in bytes.
    """

    name: str
    type: int
    bits: int = 0
    offset: int | None = None
    align: int = 1


class BtfBuilder:
    """Collects types and makes a `Btf` of them."""

    def __init__(self) -> None:
        self._types: list[BtfType | None] = [Void()]
        self._interned: dict[tuple[int, BtfType], int] = {}
        self._aligns: dict[int, int] = {}

    def add(self, btf_type: BtfType) -> int:
        """Add *btf_type* as it is and return its id, an earlier one if it is there already."""
        if isinstance(btf_type, Void):
            return 0
        if isinstance(btf_type, Struct | Union | Enum | Enum64):
            self._types.append(btf_type)
            return len(self._types) - 1
        # Different kinds may compare equal field by field, hence the kind in the key.
        key = (btf_type.kind, btf_type)
        if key not in self._interned:
            self._types.append(btf_type)
            self._interned[key] = len(self._types) - 1
        return self._interned[key]

    def declare(self) -> int:
        """Reserve an id for a struct or union that `define` gives later."""
        self._types.append(None)
        return len(self._types) - 1

    def define(self, type_id: int, btf_type: BtfType) -> int:
        """Say what a declared id is."""
        if not 0 < type_id < len(self._types) or self._types[type_id] is not None:
            raise BtfError(f"BTF type {type_id} was not declared, or is defined already")
        self._types[type_id] = btf_type
        return type_id

    def int_(
        self,
        name: str,
        size: int,
        *,
        signed: bool = False,
        is_char: bool = False,
        is_bool: bool = False,
    ) -> int:
        """Add an integer of *size* bytes."""
        encoding = BTF_INT_SIGNED * signed | BTF_INT_CHAR * is_char | BTF_INT_BOOL * is_bool
        return self.add(Int(name, size, encoding))

    def float_(self, name: str, size: int) -> int:
        """Add a floating-point type."""
        return self.add(Float(name, size))

    def ptr(self, type_id: int = 0) -> int:
        """Add a pointer, to void unless told."""
        return self.add(Ptr(type_id))

    def const(self, type_id: int) -> int:
        """Add ``const`` of *type_id*."""
        return self.add(Const(type_id))

    def volatile(self, type_id: int) -> int:
        """Add ``volatile`` of *type_id*."""
        return self.add(Volatile(type_id))

    def restrict(self, type_id: int) -> int:
        """Add ``restrict`` of *type_id*."""
        return self.add(Restrict(type_id))

    def type_tag(self, tag: str, type_id: int) -> int:
        """Add a type tag such as ``user`` or ``rcu`` on *type_id*."""
        return self.add(TypeTag(tag, type_id))

    def typedef(self, name: str, type_id: int) -> int:
        """Add another name for *type_id*."""
        return self.add(Typedef(name, type_id))

    def array(self, type_id: int, nelems: int) -> int:
        """Add an array; its index type is the compiler's ``__ARRAY_SIZE_TYPE__``."""
        index = self.int_("__ARRAY_SIZE_TYPE__", 4)
        return self.add(Array(type_id, nelems, index))

    def fwd(self, name: str, *, is_union: bool = False) -> int:
        """Add a struct (or union) that is never defined."""
        return self.add(Fwd(name, is_union))

    def enum(self, name: str, values: Iterable[tuple[str, int]], *, size: int = 4) -> int:
        """Add an enum; it is signed when a value is negative, and 64-bit when it must be."""
        items = tuple(Enumerator(label, value) for label, value in values)
        signed = any(item.value < 0 for item in items)
        low, high = (-(1 << 31), (1 << 31) - 1) if signed else (0, (1 << 32) - 1)
        if size == 8 or any(not low <= item.value <= high for item in items):
            return self.add(Enum64(name, 8, items, signed))
        return self.add(Enum(name, size, items, signed))

    def struct(
        self,
        name: str,
        members: Sequence[MemberSpec | tuple[str, int]],
        *,
        size: int | None = None,
        at: int | None = None,
        packed: bool = False,
        align: int = 1,
    ) -> int:
        """Add a struct, laid out as C does; *at* is an id from `declare`.

        A bitfield without a name takes its bits and is no member.
        """
        placed, natural = self._lay_out(members, packed, align)
        done = Struct(name, natural if size is None else size, placed)
        return self.add(done) if at is None else self.define(at, done)

    def union(
        self,
        name: str,
        members: Sequence[MemberSpec | tuple[str, int]],
        *,
        size: int | None = None,
        at: int | None = None,
        packed: bool = False,
        align: int = 1,
    ) -> int:
        """Add a union; *at* is an id from `declare`."""
        specs = [m if isinstance(m, MemberSpec) else MemberSpec(*m) for m in members]
        aligns = [align, *(m.align if packed else self._align_of(m) for m in specs)]
        natural = _round_up(max((self.sizeof(m.type) for m in specs), default=0), max(aligns))
        placed = tuple(Member(m.name, m.type, 0, m.bits) for m in specs)
        done = Union(name, natural if size is None else size, placed)
        return self.add(done) if at is None else self.define(at, done)

    def func_proto(self, ret: int, params: Iterable[tuple[str, int]] = ()) -> int:
        """Add a prototype."""
        return self.add(FuncProto(ret, tuple(Param(name, type_id) for name, type_id in params)))

    def func(
        self,
        name: str,
        ret: int = 0,
        params: Iterable[tuple[str, int]] = (),
        *,
        linkage: int = BTF_FUNC_GLOBAL,
    ) -> int:
        """Add a function and its prototype."""
        return self.add(Func(name, self.func_proto(ret, params), linkage))

    def var(self, name: str, type_id: int, *, linkage: int = BTF_VAR_GLOBAL_ALLOCATED) -> int:
        """Add a global variable."""
        return self.add(Var(name, type_id, linkage))

    def datasec(self, name: str, variables: Iterable[tuple[int, int]], *, size: int) -> int:
        """Add a section; *variables* are pairs of a variable's id and its byte offset."""
        rows = [SecVar(var, offset, self.sizeof(var)) for var, offset in variables]
        return self.add(Datasec(name, size, tuple(rows)))

    def sizeof(self, type_id: int) -> int:
        """Return the size in bytes of a type that is defined."""
        return sizeof(self._defined(type_id), type_id)

    def alignof(self, type_id: int) -> int:
        """Return the alignment in bytes of a type that is defined."""
        if type_id not in self._aligns:
            alignof(self._defined(type_id), type_id, self._aligns)
        return self._aligns[type_id]

    def build(self) -> Btf:
        """Make the table.

        Raises:
            BtfError: A declared type was never defined.
        """
        types: list[BtfType] = []
        for type_id, btf_type in enumerate(self._types):
            if btf_type is None:
                raise BtfError(f"BTF type {type_id} is declared and never defined")
            types.append(btf_type)
        return Btf(types)

    def _defined(self, type_id: int) -> Sequence[BtfType]:
        if not 0 <= type_id < len(self._types):
            raise BtfError(f"there is no BTF type {type_id}")
        types: Sequence[BtfType] = _Known(self._types)
        resolve(types, type_id)
        return types

    def _lay_out(
        self, members: Sequence[MemberSpec | tuple[str, int]], packed: bool, struct_align: int
    ) -> tuple[tuple[Member, ...], int]:
        placed: list[Member] = []
        bit = 0
        for item in members:
            spec = item if isinstance(item, MemberSpec) else MemberSpec(*item)
            align = spec.align if packed else self._align_of(spec)
            if spec.bits:
                bit = bit if packed else self._bitfield_start(spec, bit, align)
                if spec.name:
                    struct_align = max(struct_align, align)
                    placed.append(Member(spec.name, spec.type, bit, spec.bits))
                bit += spec.bits
                continue
            struct_align = max(struct_align, align)
            start = _round_up(bit, align * 8) if spec.offset is None else spec.offset * 8
            placed.append(Member(spec.name, spec.type, start))
            bit = max(bit, start + self.sizeof(spec.type) * 8)
        return tuple(placed), _round_up(_round_up(bit, 8) // 8, struct_align)

    def _align_of(self, spec: MemberSpec) -> int:
        return max(spec.align, self.alignof(spec.type))

    def _bitfield_start(self, spec: MemberSpec, bit: int, align: int) -> int:
        # A bitfield goes on where the last one ended, unless it would straddle its own type.
        if spec.offset is not None:
            return spec.offset * 8
        unit = self.sizeof(spec.type) * 8
        return bit if bit % unit + spec.bits <= unit else _round_up(bit, align * 8)


class _Known(Sequence[BtfType]):
    """The types so far; asking for one that is only declared is an error."""

    def __init__(self, types: list[BtfType | None]) -> None:
        self._types = types

    def __len__(self) -> int:
        return len(self._types)

    def __getitem__(self, index: int) -> BtfType:  # type: ignore[override]
        found = self._types[index]
        if found is None:
            raise BtfError(
                f"BTF type {index} is needed by value before it is defined",
                suggestion="define it first, or point to it",
            )
        return found


def _round_up(value: int, unit: int) -> int:
    return -(-value // unit) * unit
