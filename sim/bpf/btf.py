"""BTF: the types of a kernel or of a BPF object, and questions about them.

Answers to ``kernel/bpf/btf.c`` and libbpf's ``btf.c`` as far as reading goes. `Btf` is an
immutable table of types by id with lookups by name; `sim.bpf.btf_build` makes one from scratch
and `sim.bpf.btf_raw` knows the bytes.

The rule to know: *modifiers* are const, volatile, restrict and type tags; `Btf.skip_mods` skips
these, `Btf.resolve` skips typedefs as well. A pointer is always 8 bytes.

**Not modelled:** split BTF of kernel modules, deduplication, 32-bit targets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.base.errors import BtfError, nearest
from sim.bpf.btf_raw import encode_btf, parse_btf
from sim.bpf.btf_types import (
    Array,
    BtfKind,
    BtfType,
    Const,
    Datasec,
    Enum,
    Enum64,
    Float,
    Func,
    FuncProto,
    Fwd,
    Int,
    Member,
    Ptr,
    Restrict,
    Struct,
    Typedef,
    TypeTag,
    Union,
    Var,
    Void,
    Volatile,
)

__all__ = [
    "MAX_RESOLVE_DEPTH",
    "Btf",
    "Field",
    "alignof",
    "essential_name",
    "resolve",
    "sizeof",
    "skip_mods",
]

#: How many modifiers, typedefs and array levels the kernel follows before it gives up.
MAX_RESOLVE_DEPTH = 32

_PTR_BYTES = 8
_U32_MAX = (1 << 32) - 1
_FLAVOUR = re.compile(r"(.*[^_])___[^_]", re.DOTALL)
_Modifier = Const | Volatile | Restrict | TypeTag


class Field(NamedTuple):
    """Where a member lies, counted from the outermost struct."""

    type: int
    bit_off: int
    bitfield_size: int

    @property
    def offset(self) -> int:
        """Whole bytes from the start of the outermost struct."""
        return self.bit_off // 8


def skip_mods(types: Sequence[BtfType], type_id: int) -> int:
    """Follow *type_id* through const, volatile, restrict and type tags."""
    for _ in range(MAX_RESOLVE_DEPTH):
        btf_type = types[type_id]
        if not isinstance(btf_type, _Modifier):
            return type_id
        type_id = btf_type.type
    raise _too_deep(type_id)


def resolve(types: Sequence[BtfType], type_id: int) -> int:
    """Follow *type_id* through modifiers and typedefs."""
    for _ in range(MAX_RESOLVE_DEPTH):
        btf_type = types[type_id]
        if not isinstance(btf_type, _Modifier | Typedef):
            return type_id
        type_id = btf_type.type
    raise _too_deep(type_id)


def sizeof(types: Sequence[BtfType], type_id: int) -> int:
    """Return the size of *type_id* in bytes.

    Raises:
        BtfError: The type has no size (void, a function, a forward declaration), or one that
            does not fit 32 bits.
    """
    nelems = 1
    for _ in range(MAX_RESOLVE_DEPTH):
        btf_type = types[resolve(types, type_id)]
        match btf_type:
            case Ptr():
                return _times(nelems, _PTR_BYTES, type_id)
            case Array():
                nelems *= btf_type.nelems
                type_id = btf_type.type
            case Var():
                type_id = btf_type.type
            case Int() | Struct() | Union() | Enum() | Enum64() | Float() | Datasec():
                return _times(nelems, btf_type.size, type_id)
            case _:
                raise BtfError(f"type {btf_type.name!r} has no size", where=f"BTF type {type_id}")
    raise _too_deep(type_id)


def _times(nelems: int, size: int, type_id: int) -> int:
    if nelems * size > _U32_MAX:
        raise BtfError(
            "an array is too large",
            where=f"BTF type {type_id}",
            reason=f"{nelems} elements of {size} bytes do not fit 32 bits",
        )
    return nelems * size


def alignof(types: Sequence[BtfType], type_id: int, known: dict[int, int] | None = None) -> int:
    """Return the natural alignment of *type_id* in bytes, 1 for what is packed.

    Args:
        types: The types by id.
        type_id: Which one.
        known: Alignments by id, looked up and added to.
    """
    return _alignof(types, type_id, 0, {} if known is None else known)


def _alignof(types: Sequence[BtfType], type_id: int, depth: int, known: dict[int, int]) -> int:
    if depth > MAX_RESOLVE_DEPTH:
        raise _too_deep(type_id)
    # Each type is looked at once: structs may share members at every level.
    if type_id not in known:
        known[type_id] = _natural_align(types, type_id, depth, known)
    return known[type_id]


def _natural_align(
    types: Sequence[BtfType], type_id: int, depth: int, known: dict[int, int]
) -> int:
    btf_type = types[resolve(types, type_id)]
    match btf_type:
        case Ptr():
            return _PTR_BYTES
        case Int() | Enum() | Enum64() | Float():
            return max(1, min(8, btf_type.size))
        case Array() | Var():
            return _alignof(types, btf_type.type, depth + 1, known)
        case Struct() | Union():
            align = 1
            for member in btf_type.members:
                wanted = _alignof(types, member.type, depth + 1, known)
                if not member.bitfield_size and member.bit_off % (wanted * 8):
                    return 1
                align = max(align, wanted)
            return 1 if btf_type.size % align else align
        case _:
            raise BtfError(f"type {btf_type.name!r} has no alignment", where=f"BTF type {type_id}")


def _too_deep(type_id: int) -> BtfError:
    return BtfError(
        "a BTF type does not end",
        where=f"BTF type {type_id}",
        reason=f"more than {MAX_RESOLVE_DEPTH} modifiers, typedefs, dimensions or levels",
    )


class Btf:
    """A table of types.

    Args:
        types: The types by id; the first must be `Void`.
    """

    def __init__(self, types: Sequence[BtfType]) -> None:
        if not types or not isinstance(types[0], Void):
            raise BtfError("the first type of a BTF table must be void")
        self._types = tuple(types)
        self._by_name: dict[str, list[int]] | None = None
        self._by_essential_name: dict[str, list[int]] | None = None

    @classmethod
    def parse(cls, data: bytes) -> Btf:
        """Read a ``.BTF`` section (or ``/sys/kernel/btf/vmlinux``)."""
        return cls(parse_btf(data))

    def encode(self) -> bytes:
        """Write the table as a ``.BTF`` section."""
        return encode_btf(self._types)

    @property
    def types(self) -> tuple[BtfType, ...]:
        """All types by id."""
        return self._types

    def __len__(self) -> int:
        return len(self._types)

    def __iter__(self) -> Iterator[BtfType]:
        return iter(self._types)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Btf) and self._types == other._types

    def __hash__(self) -> int:
        return hash(self._types)

    def __getitem__(self, type_id: int) -> BtfType:
        if not 0 <= type_id < len(self._types):
            raise BtfError(f"there is no BTF type {type_id}, the last is {len(self._types) - 1}")
        return self._types[type_id]

    def ids_by_name(self, name: str) -> list[int]:
        """Return the ids of all types called *name*, in order."""
        if self._by_name is None:
            self._by_name = {}
            for type_id, btf_type in enumerate(self._types):
                if type_id and btf_type.name:
                    self._by_name.setdefault(btf_type.name, []).append(type_id)
        return self._by_name.get(name, [])

    def ids_by_essential_name(self, name: str) -> list[int]:
        """Return the ids of all types called *name*, whatever their ``___flavour``."""
        if self._by_essential_name is None:
            self._by_essential_name = {}
            for type_id, btf_type in enumerate(self._types):
                if type_id and btf_type.name:
                    key = essential_name(btf_type.name)
                    self._by_essential_name.setdefault(key, []).append(type_id)
        return self._by_essential_name.get(name, [])

    def find(self, name: str, *kinds: BtfKind) -> int | None:
        """Return the id of the first type called *name* (of one of *kinds*), or None."""
        for type_id in self.ids_by_name(name):
            if not kinds or self._types[type_id].kind in kinds:
                return type_id
        return None

    def id_of(self, name: str, *kinds: BtfKind) -> int:
        """Return the id of the first type called *name* (of one of *kinds*).

        Raises:
            BtfError: There is none; names the nearest.
        """
        found = self.find(name, *kinds)
        if found is None:
            what = "/".join(kind.name.lower() for kind in kinds) or "type"
            known = (t.name for t in self._types[1:] if t.name and (not kinds or t.kind in kinds))
            raise BtfError(f"there is no BTF {what} {name!r}", suggestion=nearest(name, set(known)))
        return found

    def skip_mods(self, type_id: int) -> int:
        """Follow *type_id* through const, volatile, restrict and type tags."""
        self[type_id]
        return skip_mods(self._types, type_id)

    def resolve(self, type_id: int) -> int:
        """Follow *type_id* through modifiers and typedefs."""
        self[type_id]
        return resolve(self._types, type_id)

    def resolved(self, type_id: int) -> BtfType:
        """Return the type that *type_id* is, through modifiers and typedefs."""
        return self._types[self.resolve(type_id)]

    def sizeof(self, type_id: int) -> int:
        """Return the size of *type_id* in bytes."""
        self[type_id]
        return sizeof(self._types, type_id)

    def alignof(self, type_id: int) -> int:
        """Return the alignment of *type_id* in bytes."""
        self[type_id]
        return alignof(self._types, type_id)

    def func_proto(self, func_id: int) -> FuncProto:
        """Return the prototype of function type *func_id*."""
        func = self[func_id]
        proto = self[func.type] if isinstance(func, Func) else func
        if not isinstance(proto, FuncProto):
            raise BtfError(f"BTF type {func_id} ({func.name!r}) is no function")
        return proto

    def find_member(self, struct_id: int, name: str) -> Field | None:
        """Find member *name* of *struct_id*, also inside anonymous members."""
        return self._find_member(struct_id, name, 0, set())

    def _find_member(
        self, struct_id: int, name: str, depth: int, searched: set[int]
    ) -> Field | None:
        composite = self.resolved(struct_id)
        if not isinstance(composite, Struct | Union):
            raise BtfError(f"{self.type_name(struct_id)} has no members")
        if depth > MAX_RESOLVE_DEPTH:
            raise _too_deep(struct_id)
        # What a type does not have it has nowhere else.
        searched.add(self.resolve(struct_id))
        for member in composite.members:
            if member.name == name:
                return Field(member.type, member.bit_off, member.bitfield_size)
            if self._is_opened(member) and self.resolve(member.type) not in searched:
                inner = self._find_member(member.type, name, depth + 1, searched)
                if inner is not None:
                    return inner._replace(bit_off=inner.bit_off + member.bit_off)
        return None

    def _is_opened(self, member: Member) -> bool:
        """Say whether a member is anonymous, its own members being those of the outer type."""
        return not member.name and isinstance(self.resolved(member.type), Struct | Union)

    def field(self, struct_name: str, path: str) -> Field:
        """Find ``a.b.c`` in struct (or union, or typedef) *struct_name*.

        Raises:
            BtfError: The struct or a member does not exist; names the nearest.
        """
        kinds = (BtfKind.STRUCT, BtfKind.UNION, BtfKind.TYPEDEF)
        at = Field(self.id_of(struct_name, *kinds), 0, 0)
        for part in path.split("."):
            found = self.find_member(at.type, part)
            if found is None:
                names = self.member_names(at.type)
                raise BtfError(
                    f"{self.type_name(at.type)} has no member {part!r}",
                    where=f"{struct_name}.{path}",
                    suggestion=nearest(part, names),
                )
            at = found._replace(bit_off=found.bit_off + at.bit_off)
        return at

    def member_names(self, struct_id: int) -> list[str]:
        """Return the names of all members of *struct_id*, anonymous ones opened."""
        # A name can be a member's once only, so a type is opened once.
        names: list[str] = []
        opened: set[int] = set()
        waiting = [struct_id]
        while waiting:
            type_id = self.resolve(waiting.pop())
            composite = self._types[type_id]
            if type_id in opened or not isinstance(composite, Struct | Union):
                continue
            opened.add(type_id)
            names += [member.name for member in composite.members if member.name]
            waiting += [m.type for m in composite.members if self._is_opened(m)]
        return names

    def type_name(self, type_id: int) -> str:
        """Spell *type_id* roughly as C does, for messages."""
        return self._type_name(type_id, 0)

    def _type_name(self, type_id: int, depth: int) -> str:
        if depth > MAX_RESOLVE_DEPTH:
            return "…"
        btf_type = self[type_id]
        match btf_type:
            case Struct() | Union() | Enum() | Enum64():
                word = "enum" if isinstance(btf_type, Enum64) else btf_type.kind.name.lower()
                return f"{word} {btf_type.name or '(anonymous)'}"
            case Fwd():
                return f"{'union' if btf_type.is_union else 'struct'} {btf_type.name}"
            case Ptr():
                return f"{self._type_name(btf_type.type, depth + 1)} *"
            case Array():
                return f"{self._type_name(btf_type.type, depth + 1)}[{btf_type.nelems}]"
            case Const() | Volatile() | Restrict():
                word = btf_type.kind.name.lower()
                return f"{word} {self._type_name(btf_type.type, depth + 1)}"
            case TypeTag():
                return self._type_name(btf_type.type, depth + 1)
            case FuncProto():
                return f"{self._type_name(btf_type.type, depth + 1)} (…)"
            case _:
                return btf_type.name


def essential_name(name: str) -> str:
    """Cut the ``___flavour`` off a type's name (exactly three underscores between letters)."""
    found = _FLAVOUR.match(name)
    return found.group(1) if found else name
