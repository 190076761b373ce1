"""In which order C must see types: definitions before use by value, forward declarations.

Answers to the ordering in libbpf's ``btf_dump.c``. A struct that is only pointed to needs a
forward declaration; one that is a member needs its definition first. Types come out by id, each
after what it needs.

**Rule:** `Step` says what to write, never how; an unnamed struct or enum is written inside what
holds it and has no step of its own. Of those that nothing holds, an enum is written, for its
values; C has no use for a struct.

**Not modelled:** repairs of cycles by value, which C cannot have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    Array,
    BtfType,
    Const,
    Enum,
    Enum64,
    Func,
    FuncProto,
    Fwd,
    Member,
    Ptr,
    Restrict,
    Struct,
    Typedef,
    TypeTag,
    Union,
    Volatile,
)

__all__ = ["Step", "in_order"]


class Step(NamedTuple):
    """Write the definition of type *id*, or its forward declaration."""

    id: int
    is_forward: bool


def in_order(btf: Btf, ids: Iterable[int] | None = None) -> Iterator[Step]:
    """Return what to write, in order.

    Args:
        btf: The types.
        ids: Whose definitions are wanted; all unless given. What they need comes along.
    """
    order = _Order(btf)
    for type_id in range(1, len(btf)) if ids is None else ids:
        order.want(type_id)
    return iter(order.steps)


class _Order:
    """Walks types depth first, with a stack of its own: kernels' types nest deeper than Python."""

    def __init__(self, btf: Btf) -> None:
        self._btf = btf
        self._held = {i for one in btf for i in _referred(one)}
        self._done: set[int] = set()
        self._forward: set[int] = set()
        self.steps: list[Step] = []

    def want(self, type_id: int) -> None:
        """Have a type defined, with all that it needs before it."""
        stack: list[tuple[int, Iterator[int] | None]] = [(type_id, None)]
        while stack:
            at, needs = stack.pop()
            if needs is None:
                if at in self._done:
                    continue
                self._done.add(at)
                needs = self._before(self._btf[at])
            for need in needs:
                if need not in self._done:
                    stack.append((at, needs))
                    stack.append((need, None))
                    break
            else:
                self._define(at)

    def _define(self, type_id: int) -> None:
        one = self._btf[type_id]
        if isinstance(one, Struct | Union) and not one.name:
            return
        if isinstance(one, Struct | Union | Typedef):
            self._declare_all(type_id)
            self.steps.append(Step(type_id, is_forward=False))
        elif isinstance(one, Enum | Enum64):
            if one.name or type_id not in self._held:
                self.steps.append(Step(type_id, is_forward=False))
        elif isinstance(one, Fwd) and type_id not in self._forward:
            self._forward.add(type_id)
            self.steps.append(Step(type_id, is_forward=True))

    def _declare_all(self, type_id: int) -> None:
        """Declare the tags that a definition points to and that nobody has seen yet."""
        for tag in self._pointed(type_id):
            if tag not in self._forward:
                self._forward.add(tag)
                self.steps.append(Step(tag, is_forward=True))
        if isinstance(self._btf[type_id], Struct | Union):
            self._forward.add(type_id)  # a definition declares, too

    def _before(self, one: BtfType) -> Iterator[int]:
        """Return the types that must be written before *one* is."""
        match one:
            case Struct() | Union():
                for member in one.members:
                    yield from self._needs(member.type, is_pointed=False)
            case Typedef():  # a tag that is declared is enough
                yield from self._needs(one.type, is_pointed=True)
            case _:
                return

    def _needs(self, type_id: int, *, is_pointed: bool) -> Iterator[int]:
        """Go through pointers and functions: typedefs and enums count there, tags do not."""
        todo = [(type_id, is_pointed)]
        while todo:
            at, is_pointed = todo.pop()
            one = self._btf[at]
            match one:
                case Ptr():
                    todo.append((one.type, True))
                case Array():  # C wants a complete element even behind a pointer
                    todo.append((one.type, False))
                case Const() | Volatile() | Restrict() | TypeTag():
                    todo.append((one.type, is_pointed))
                case FuncProto():
                    todo += [(param.type, True) for param in reversed(one.params)]
                    todo.append((one.type, True))
                case Struct() | Union():
                    if not is_pointed or not one.name:
                        yield at
                case Typedef():
                    yield at
                    if not is_pointed:
                        todo.append((one.type, False))
                case Enum() | Enum64():
                    yield at
                case _:
                    pass

    def _pointed(self, type_id: int) -> Iterator[int]:
        """Return the named structs that a definition points to, itself left out."""
        seen: set[int] = {type_id}
        todo = list(reversed(list(_referred(self._btf[type_id]))))
        while todo:
            at = todo.pop()
            one = self._btf[at]
            if at in seen or isinstance(one, Typedef):
                continue
            seen.add(at)
            if isinstance(one, Struct | Union | Fwd) and one.name:
                yield at
            else:
                todo += reversed(list(_referred(one)))


def _referred(one: BtfType) -> Iterator[int]:
    match one:
        case Struct() | Union():
            members: tuple[Member, ...] = one.members
            yield from (member.type for member in members)
        case FuncProto():
            yield one.type
            yield from (param.type for param in one.params)
        case Ptr() | Array() | Typedef() | Func() | Const() | Volatile() | Restrict() | TypeTag():
            yield one.type
        case _:
            return
