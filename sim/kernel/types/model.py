"""C types as values: what `sim.kernel.types.cdecl` reads and the layout works on.

Models the part of C that kernel headers use to declare data: base types, structs and unions
(named or not), enums, typedefs, pointers, arrays, qualifiers, bit-fields and function
prototypes. Answers to no kernel file.

The rule to know: a named struct, union, enum or typedef is always referred to by `Named`, so
that types may be recursive; only unnamed structs, unions and enums appear in place.

**Not modelled:** an aligned type inside another one (that member says its alignment again),
``long double``, flexible members other than as arrays of no elements.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "ArrayOf",
    "Base",
    "CType",
    "Composite",
    "Declarations",
    "EnumDecl",
    "Field",
    "Function",
    "Named",
    "Pointer",
    "Proto",
    "Qualified",
    "Variable",
    "Void",
]


@dataclass(frozen=True, slots=True)
class Void:
    """``void``."""


@dataclass(frozen=True, slots=True)
class Base:
    """An arithmetic type; *spelling* is C's short form (``unsigned long``)."""

    spelling: str
    size_bytes: int
    is_signed: bool = False
    is_bool: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A reference: *kind* is ``struct``, ``union``, ``enum`` or ``typedef``."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer to *to*; 8 bytes."""

    to: CType


@dataclass(frozen=True, slots=True)
class ArrayOf:
    """*nelems* elements of type *of*; 0 for a flexible or empty array."""

    of: CType
    nelems: int


@dataclass(frozen=True, slots=True)
class Qualified:
    """*of* with *qualifier* (``const`` or ``volatile``)."""

    qualifier: str
    of: CType


@dataclass(frozen=True, slots=True)
class Proto:
    """A function type; *params* are (name, type), the name may be empty."""

    result: CType
    params: tuple[tuple[str, CType], ...]
    is_variadic: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A struct or union member; *bits* is 0 unless it is a bit-field.

    An unnamed bit-field is space that no member has; *align_bytes* is what an attribute says.
    """

    name: str
    type: CType
    bits: int = 0
    align_bytes: int = 1


@dataclass(frozen=True, slots=True)
class Composite:
    """A struct or union with its members; *name* is empty for an unnamed one."""

    kind: str
    name: str
    fields: tuple[Field, ...]
    is_packed: bool = False
    align_bytes: int = 1


@dataclass(frozen=True, slots=True)
class EnumDecl:
    """An enum with its (name, value) pairs; a packed one takes a single byte."""

    name: str
    values: tuple[tuple[str, int], ...]
    is_packed: bool = False

    @property
    def is_signed(self) -> bool:
        """Whether any value is negative."""
        return any(value < 0 for _, value in self.values)


@dataclass(frozen=True, slots=True)
class Function:
    """A kernel function with its prototype."""

    name: str
    proto: Proto


@dataclass(frozen=True, slots=True)
class Variable:
    """A kernel variable in a *section*; one that is static is known to its file only."""

    name: str
    type: CType
    section: str
    is_static: bool = False


CType: TypeAlias = (
    "Void | Base | Named | Pointer | ArrayOf | Qualified | Proto | Composite | EnumDecl"
)


class Declarations:
    """All declarations, in the order in which they were read.

    Attributes:
        composites: Structs and unions by ``(kind, tag)``.
        enums: Named enums by tag.
        unnamed_enums: Enums without a tag.
        typedefs: Typedefs by name.
        functions: Functions by name.
        variables: Variables by name; a variable and a function may share one.
        order: ``(what, name)`` of every declaration, in order; *what* is ``struct``,
            ``union``, ``enum``, ``typedef`` or ``function``. For an enum that has neither tag
            nor typedef the name is its number in *unnamed_enums*. Variables are not in it.
        bases: Every arithmetic type that was used, by spelling.
    """

    def __init__(self) -> None:
        self.composites: dict[tuple[str, str], Composite] = {}
        self.enums: dict[str, EnumDecl] = {}
        self.unnamed_enums: list[EnumDecl] = []
        self.typedefs: dict[str, CType] = {}
        self.functions: dict[str, Function] = {}
        self.variables: dict[str, Variable] = {}
        self.order: list[tuple[str, str]] = []
        self.bases: dict[str, Base] = {}

    def enumerators(self) -> Iterator[tuple[str, int]]:
        """Walk the constants of every enum."""
        for enum in (*self.enums.values(), *self.unnamed_enums):
            yield from enum.values
