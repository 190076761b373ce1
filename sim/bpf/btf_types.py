"""The kinds of BTF, one small immutable class each.

Models the type records of ``include/uapi/linux/btf.h``. A type refers to another by id, as in
the encoding, so recursive types need no special care; id 0 is ``void``. Bits that the encoding
packs (``kind_flag``, an int's encoding word) are named fields here.

The rule to know: `Member.bit_off` is always in bits from the start of the struct, and
`Member.bitfield_size` is 0 for a member that is no bitfield.

**Not modelled:** ``BTF_KIND_FWD`` of enums; attributes on declaration and type tags (the
``kind_flag`` of ``decl_tag`` and ``type_tag``, from 6.15 on).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

__all__ = [
    "BTF_FUNC_EXTERN",
    "BTF_FUNC_GLOBAL",
    "BTF_FUNC_STATIC",
    "BTF_INT_BOOL",
    "BTF_INT_CHAR",
    "BTF_INT_SIGNED",
    "BTF_VAR_GLOBAL_ALLOCATED",
    "BTF_VAR_GLOBAL_EXTERN",
    "BTF_VAR_STATIC",
    "Array",
    "BtfKind",
    "BtfType",
    "Const",
    "Datasec",
    "DeclTag",
    "Enum",
    "Enum64",
    "Enumerator",
    "Float",
    "Func",
    "FuncProto",
    "Fwd",
    "Int",
    "Member",
    "Param",
    "Ptr",
    "Restrict",
    "SecVar",
    "Struct",
    "TypeTag",
    "Typedef",
    "Union",
    "Var",
    "Void",
    "Volatile",
]

BTF_INT_SIGNED = 1
BTF_INT_CHAR = 2
BTF_INT_BOOL = 4

BTF_VAR_STATIC = 0
BTF_VAR_GLOBAL_ALLOCATED = 1
BTF_VAR_GLOBAL_EXTERN = 2

BTF_FUNC_STATIC = 0
BTF_FUNC_GLOBAL = 1
BTF_FUNC_EXTERN = 2


class BtfKind(enum.IntEnum):
    """Kind numbers as the encoding has them."""

    VOID = 0
    INT = 1
    PTR = 2
    ARRAY = 3
    STRUCT = 4
    UNION = 5
    ENUM = 6
    FWD = 7
    TYPEDEF = 8
    VOLATILE = 9
    CONST = 10
    RESTRICT = 11
    FUNC = 12
    FUNC_PROTO = 13
    VAR = 14
    DATASEC = 15
    FLOAT = 16
    DECL_TAG = 17
    TYPE_TAG = 18
    ENUM64 = 19


@dataclass(frozen=True, slots=True)
class Void:
    """The absent type, always id 0."""

    kind: ClassVar[BtfKind] = BtfKind.VOID
    name: ClassVar[str] = "void"


@dataclass(frozen=True, slots=True)
class Int:
    """An integer of *size* bytes; *encoding* is a set of ``BTF_INT_*`` bits."""

    kind: ClassVar[BtfKind] = BtfKind.INT
    name: str
    size: int
    encoding: int = 0
    bit_off: int = 0
    nr_bits: int = 0

    def __post_init__(self) -> None:
        if not self.nr_bits:
            object.__setattr__(self, "nr_bits", self.size * 8)

    @property
    def is_signed(self) -> bool:
        """Whether the integer is signed."""
        return bool(self.encoding & BTF_INT_SIGNED)


@dataclass(frozen=True, slots=True)
class Ptr:
    """A pointer to type id *type*; 8 bytes."""

    kind: ClassVar[BtfKind] = BtfKind.PTR
    name: ClassVar[str] = ""
    type: int


@dataclass(frozen=True, slots=True)
class Array:
    """*nelems* elements of type id *type*, counted by type id *index_type*."""

    kind: ClassVar[BtfKind] = BtfKind.ARRAY
    name: ClassVar[str] = ""
    type: int
    nelems: int
    index_type: int


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a struct or union."""

    name: str
    type: int
    bit_off: int
    bitfield_size: int = 0


@dataclass(frozen=True, slots=True)
class Struct:
    """A struct of *size* bytes."""

    kind: ClassVar[BtfKind] = BtfKind.STRUCT
    name: str
    size: int
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Union:
    """A union of *size* bytes."""

    kind: ClassVar[BtfKind] = BtfKind.UNION
    name: str
    size: int
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Enumerator:
    """One name of an enum and its value (signed when the enum is)."""

    name: str
    value: int


@dataclass(frozen=True, slots=True)
class Enum:
    """An enum whose values fit 32 bits."""

    kind: ClassVar[BtfKind] = BtfKind.ENUM
    name: str
    size: int
    values: tuple[Enumerator, ...] = ()
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class Enum64:
    """An enum with 64-bit values."""

    kind: ClassVar[BtfKind] = BtfKind.ENUM64
    name: str
    size: int
    values: tuple[Enumerator, ...] = ()
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class Fwd:
    """A struct (or union) that is declared and not defined."""

    kind: ClassVar[BtfKind] = BtfKind.FWD
    name: str
    is_union: bool = False


@dataclass(frozen=True, slots=True)
class Typedef:
    """Another name for type id *type*."""

    kind: ClassVar[BtfKind] = BtfKind.TYPEDEF
    name: str
    type: int


@dataclass(frozen=True, slots=True)
class Volatile:
    """``volatile`` on type id *type*."""

    kind: ClassVar[BtfKind] = BtfKind.VOLATILE
    name: ClassVar[str] = ""
    type: int


@dataclass(frozen=True, slots=True)
class Const:
    """``const`` on type id *type*."""

    kind: ClassVar[BtfKind] = BtfKind.CONST
    name: ClassVar[str] = ""
    type: int


@dataclass(frozen=True, slots=True)
class Restrict:
    """``restrict`` on type id *type*."""

    kind: ClassVar[BtfKind] = BtfKind.RESTRICT
    name: ClassVar[str] = ""
    type: int


@dataclass(frozen=True, slots=True)
class TypeTag:
    """``__attribute__((btf_type_tag(name)))`` on type id *type*."""

    kind: ClassVar[BtfKind] = BtfKind.TYPE_TAG
    name: str
    type: int


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter; a name of "" and type 0 at the end means variadic."""

    name: str
    type: int


@dataclass(frozen=True, slots=True)
class FuncProto:
    """A function's return type id *type* and its parameters."""

    kind: ClassVar[BtfKind] = BtfKind.FUNC_PROTO
    name: ClassVar[str] = ""
    type: int
    params: tuple[Param, ...] = ()


@dataclass(frozen=True, slots=True)
class Func:
    """A function of prototype *type*; *linkage* is a ``BTF_FUNC_*`` number."""

    kind: ClassVar[BtfKind] = BtfKind.FUNC
    name: str
    type: int
    linkage: int = BTF_FUNC_GLOBAL


@dataclass(frozen=True, slots=True)
class Var:
    """A global variable; *linkage* is a ``BTF_VAR_*`` number."""

    kind: ClassVar[BtfKind] = BtfKind.VAR
    name: str
    type: int
    linkage: int = BTF_VAR_GLOBAL_ALLOCATED


@dataclass(frozen=True, slots=True)
class SecVar:
    """Where variable *type* (an id of a `Var`) lies in its section, in bytes."""

    type: int
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Datasec:
    """The variables of one ELF section."""

    kind: ClassVar[BtfKind] = BtfKind.DATASEC
    name: str
    size: int
    vars: tuple[SecVar, ...] = ()


@dataclass(frozen=True, slots=True)
class Float:
    """A floating-point number of *size* bytes."""

    kind: ClassVar[BtfKind] = BtfKind.FLOAT
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class DeclTag:
    """A tag on type id *type*, or on its member or parameter *component_idx* (−1: itself)."""

    kind: ClassVar[BtfKind] = BtfKind.DECL_TAG
    name: str
    type: int
    component_idx: int = -1


BtfType: TypeAlias = (
    Void
    | Int
    | Ptr
    | Array
    | Struct
    | Union
    | Enum
    | Fwd
    | Typedef
    | Volatile
    | Const
    | Restrict
    | Func
    | FuncProto
    | Var
    | Datasec
    | Float
    | DeclTag
    | TypeTag
    | Enum64
)
