"""A function's prototype as bpftool writes it.

Answers to ``btf_dumper_type_only`` in bpftool's ``btf_dumper.c``.

**Rule:** a name stands in front of each parameter's own, a star behind a space, as there.

**Not modelled:** pointers to functions (their prototype is written without the pointer's star).
"""

from __future__ import annotations

from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    Array,
    Const,
    Enum,
    Enum64,
    Func,
    FuncProto,
    Fwd,
    Ptr,
    Restrict,
    Struct,
    Union,
    Void,
    Volatile,
)

__all__ = ["proto_text"]

_WORDS = {Const: "const", Volatile: "volatile", Restrict: "restrict"}


def proto_text(btf: Btf, type_id: int) -> str:
    """Return the prototype of a function (`Func`): ``int on_read(struct pt_regs * ctx)``."""
    return _type(btf, type_id).strip()


def _type(btf: Btf, type_id: int) -> str:
    one = btf[type_id]
    match one:
        case Void():
            return "void "
        case Struct():
            return f"struct {one.name or '(anon)'} "
        case Union():
            return f"union {one.name or '(anon)'} "
        case Enum() | Enum64():
            return f"enum {one.name or '(anon)'} "
        case Fwd():
            return f"{'union' if one.is_union else 'struct'} {one.name} "
        case Array():
            return f"{_type(btf, one.type)}[{one.nelems}]"
        case Ptr():
            return f"{_type(btf, one.type)}* "
        case Const() | Volatile() | Restrict():
            return f"{_WORDS[type(one)]} {_type(btf, one.type)}"
        case FuncProto():
            return _proto(btf, one, "")
        case Func():
            proto = btf[one.type]
            assert isinstance(proto, FuncProto)
            return _proto(btf, proto, one.name)
        case _:
            return f"{one.name} "


def _proto(btf: Btf, one: FuncProto, name: str) -> str:
    parts = []
    for param in one.params:
        is_more = not param.name and not param.type
        parts.append("..." if is_more else _type(btf, param.type) + param.name)
    return f"{_type(btf, one.type)}{name}({', '.join(parts) or 'void'})"
