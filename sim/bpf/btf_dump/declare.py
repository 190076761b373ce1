"""C declarators: a type written around a name.

Answers to ``btf_dump_emit_type_chain`` in libbpf: the same spaces, stars and parentheses.

**Rule:** C reads a declaration from the name outwards, so the text grows around the name while
the walk goes from the outermost type to the innermost.

**Not modelled:** ``__attribute__`` of type tags: they are left out, as clang takes them from BTF
for nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    Array,
    Const,
    Enum,
    Enum64,
    FuncProto,
    Fwd,
    Ptr,
    Restrict,
    Struct,
    TypeTag,
    Union,
    Void,
    Volatile,
)

__all__ = ["declare"]

_Qualifier = Const | Volatile | Restrict
_MAX_PARTS = 64


def declare(btf: Btf, type_id: int, name: str, base_text: Callable[[int], str]) -> str:
    """Declare *name* (empty for a type on its own) to be of a type.

    Args:
        btf: The types.
        type_id: Its type.
        name: What is declared.
        base_text: Writes a type that is no pointer, array, function or qualifier.
    """
    inner = name
    before: list[str] = []  # qualifiers of what is innermost, in the order of the text
    for _ in range(_MAX_PARTS):
        one = btf[type_id]
        match one:
            case Ptr():
                inner = _pointer(btf, one.type, "".join(f" {word}" for word in before), inner)
                before = []
            case Const() | Volatile() | Restrict():
                before.insert(0, one.kind.name.lower())
            case TypeTag():
                pass
            case Array():
                inner, before = f"{inner}[{one.nelems}]", []
            case FuncProto():
                inner, before = f"{inner}({_params(btf, one, base_text)})", []
            case _:
                words = [*before, base_text(type_id)]
                return " ".join(words) + (f" {inner}" if inner else "")
        type_id = one.type
    return f"/* a type of more than {_MAX_PARTS} parts */ {inner}"


def _pointer(btf: Btf, to: int, qualifiers: str, inner: str) -> str:
    text = f"*{qualifiers}"
    if inner:
        text += f" {inner}" if qualifiers else inner
    return f"({text})" if _binds_closer(btf, to) else text


def _binds_closer(btf: Btf, type_id: int) -> bool:
    for _ in range(_MAX_PARTS):
        one = btf[type_id]
        if not isinstance(one, _Qualifier | TypeTag):
            return isinstance(one, Array | FuncProto)
        type_id = one.type
    return False


def _params(btf: Btf, proto: FuncProto, base_text: Callable[[int], str]) -> str:
    params = proto.params
    if not params or (len(params) == 1 and not params[0].type):
        return "void"
    texts = [declare(btf, p.type, p.name, base_text) if p.type else "..." for p in params]
    return ", ".join(texts)


def base_word(one: object) -> str:
    """Return the keyword before a tag, with its space; "" for what has none."""
    match one:
        case Struct():
            return "struct "
        case Union():
            return "union "
        case Enum() | Enum64():
            return "enum "
        case Fwd():
            return "union " if one.is_union else "struct "
        case Void():
            return ""
        case _:
            return ""
