"""From declarations to BTF: what pahole makes of a kernel image.

Answers to the encoder of pahole (``pahole -J``) as far as kinds and names go.

The rule to know: structs get their ids before their members, so that types may be recursive;
a tag that is pointed to and never declared becomes a forward declaration.

**Not modelled:** type tags (``__user``, ``__rcu``), declaration tags, variables that are not
per CPU.
"""

from __future__ import annotations

from sim.base.errors import BtfError
from sim.bpf.btf import Btf
from sim.bpf.btf_build import BtfBuilder, MemberSpec
from sim.bpf.btf_types import BTF_FUNC_STATIC, BTF_VAR_GLOBAL_ALLOCATED, BTF_VAR_STATIC
from sim.kernel.types.model import (
    ArrayOf,
    Base,
    Composite,
    CType,
    Declarations,
    EnumDecl,
    Named,
    Pointer,
    Proto,
    Qualified,
    Void,
)

__all__ = ["emit_btf"]

#: Names that compilers put into debug information, where C's short spelling differs.
_DEBUG_NAMES = {
    "short": "short int",
    "unsigned short": "short unsigned int",
    "long": "long int",
    "unsigned long": "long unsigned int",
    "long long": "long long int",
    "unsigned long long": "long long unsigned int",
}


def emit_btf(declarations: Declarations, *, has_enum64: bool = True) -> Btf:
    """Lay out *declarations* and return them as BTF.

    Args:
        declarations: What to lay out.
        has_enum64: Whether the format has values of 64 bits; without, pahole leaves their lower
            halves.
    """
    return _Emitter(declarations, has_enum64).emit()


class _Emitter:
    def __init__(self, declarations: Declarations, has_enum64: bool) -> None:
        self._declarations = declarations
        self._has_enum64 = has_enum64
        self._builder = BtfBuilder()
        self._tags: dict[tuple[str, str], int] = {}
        self._typedefs: dict[str, int] = {}

    def emit(self) -> Btf:
        for kind, name in self._declarations.composites:
            self._tags[kind, name] = self._builder.declare()
        for name, enum in self._declarations.enums.items():
            self._tags["enum", name] = self._enum(enum)
        for what, name in self._declarations.order:
            self._emit_one(what, name)
        self._variables()
        return self._builder.build()

    def _emit_one(self, what: str, name: str) -> None:
        if what in {"struct", "union"}:
            self._composite(self._declarations.composites[what, name], self._tags[what, name])
        elif what == "typedef":
            self._typedef(name)
        elif what == "function":
            proto = self._declarations.functions[name].proto
            # Kernel functions carry this linkage in BTF, whatever it was in C.
            result, params = self._signature(proto)
            self._builder.func(name, result, params, linkage=BTF_FUNC_STATIC)
        elif name.isdigit():
            self._type(self._declarations.unnamed_enums[int(name)])

    def _variables(self) -> None:
        sections: dict[str, list[tuple[int, int]]] = {}
        ends: dict[str, int] = {}
        builder = self._builder
        for var in self._declarations.variables.values():
            type_id = self._type(var.type)
            linkage = BTF_VAR_STATIC if var.is_static else BTF_VAR_GLOBAL_ALLOCATED
            var_id = builder.var(var.name, type_id, linkage=linkage)
            align = builder.alignof(type_id)
            start = -(-ends.get(var.section, 0) // align) * align
            sections.setdefault(var.section, []).append((var_id, start))
            ends[var.section] = start + builder.sizeof(type_id)
        for section, rows in sections.items():
            builder.datasec(section, rows, size=ends[section])

    def _typedef(self, name: str) -> int:
        if name not in self._typedefs:
            target = self._type(self._declarations.typedefs[name])
            self._typedefs[name] = self._builder.typedef(name, target)
        return self._typedefs[name]

    def _composite(self, composite: Composite, at: int | None) -> int:
        members = [
            MemberSpec(field.name, self._type(field.type), field.bits, align=field.align_bytes)
            for field in composite.fields
        ]
        make = self._builder.struct if composite.kind == "struct" else self._builder.union
        packed, align = composite.is_packed, composite.align_bytes
        return make(composite.name, members, at=at, packed=packed, align=align)

    def _enum(self, enum: EnumDecl) -> int:
        values = enum.values
        if not self._has_enum64:
            low = -(1 << 31) if enum.is_signed else 0
            values = tuple((name, (value - low) % (1 << 32) + low) for name, value in values)
        return self._builder.enum(enum.name, values, size=1 if enum.is_packed else 4)

    def _named(self, named: Named) -> int:
        if named.kind == "typedef":
            return self._typedef(named.name)
        key = (named.kind, named.name)
        if key not in self._tags:
            if named.kind == "enum":
                raise BtfError(f"enum {named.name} is used and never declared")
            self._tags[key] = self._builder.fwd(named.name, is_union=named.kind == "union")
        return self._tags[key]

    def _signature(self, proto: Proto) -> tuple[int, list[tuple[str, int]]]:
        result = self._type(proto.result)
        params = [(name, self._type(param)) for name, param in proto.params]
        return result, params + [("", 0)] * proto.is_variadic

    def _type(self, ctype: CType) -> int:
        builder = self._builder
        match ctype:
            case Void():
                return 0
            case Base():
                name = _DEBUG_NAMES.get(ctype.spelling, ctype.spelling)
                return builder.int_(
                    name, ctype.size_bytes, signed=ctype.is_signed, is_bool=ctype.is_bool
                )
            case Named():
                return self._named(ctype)
            case Pointer():
                return builder.ptr(self._type(ctype.to))
            case ArrayOf():
                return builder.array(self._type(ctype.of), ctype.nelems)
            case Qualified():
                qualify = builder.const if ctype.qualifier == "const" else builder.volatile
                return qualify(self._type(ctype.of))
            case Proto():
                return builder.func_proto(*self._signature(ctype))
            case Composite():
                return self._composite(ctype, None)
            case EnumDecl():
                return self._enum(ctype)
