"""A reader for C declarations, as far as ``decl/*.h`` use them.

Reads structs, unions, enums, typedefs, function prototypes and variables in sections into
`sim.kernel.types.model.Declarations`, for one kernel: notes such as ``@since(6.2)``
(`sim.kernel.types.select`) say which have what. Answers to no kernel file.

The rule to know: as in C, what is used by value must have been declared before; a pointer may
be to something declared later or never (that becomes a forward declaration).

**Not modelled:** the preprocessor, attributes other than ``packed``, ``aligned`` and (of
variables) ``section``, initialisers, constant expressions other than numbers, earlier
enumerators, a shift and a minus sign.
"""

from __future__ import annotations

import re
from typing import NoReturn

from sim.base.errors import BtfError
from sim.kernel.types.model import (
    ArrayOf,
    Base,
    Composite,
    CType,
    Declarations,
    EnumDecl,
    Field,
    Function,
    Named,
    Pointer,
    Proto,
    Qualified,
    Variable,
    Void,
)
from sim.kernel.types.select import Token, select

__all__ = ["CDeclReader"]

_TOKEN = re.compile(
    r"(?:\s+|//[^\n]*|/\*.*?\*/)*"
    r"(?:(?P<name>[A-Za-z_]\w*)"
    r"|(?P<number>0[xX][0-9a-fA-F]+|\d+)[uUlL]*"
    r"|(?P<note>@(?:since|until)\(\d+\.\d+\))"
    r"|(?P<mark>\.\.\.|<<|\"[^\"\n]*\"|[{}()\[\];:,*=\-])"
    r"|(?P<end>\Z))",
    re.DOTALL,
)

_SPACE = re.compile(r"(?:\s+|//[^\n]*|/\*.*?\*/)*", re.DOTALL)

_BASE_WORDS = frozenset({"char", "short", "int", "long", "signed", "unsigned", "_Bool", "__int128"})
_TAG_WORDS = frozenset({"struct", "union", "enum"})
_STORAGE = frozenset({"extern", "static"})
_QUALIFIERS = frozenset({"const", "volatile"})


def _base_type(words: list[str]) -> Base | None:
    """Name the arithmetic type that a run of keywords (``long unsigned int``) means."""
    if words == ["_Bool"]:
        return Base("_Bool", 1, is_bool=True)
    unsigned = "unsigned" in words
    prefix = "unsigned " if unsigned else ""
    rest = sorted(word for word in words if word not in {"signed", "unsigned", "int"})
    if rest == ["char"]:
        # Plain char is signed on x86-64; "signed char" is a type of its own.
        spelling = "signed char" if "signed" in words else f"{prefix}char"
        return Base(spelling, 1, is_signed=not unsigned)
    for shape, spelling, size in (
        (["short"], "short", 2),
        ([], "int", 4),
        (["long"], "long", 8),
        (["long", "long"], "long long", 8),
        (["__int128"], "__int128", 16),
    ):
        if rest == shape:
            return Base(prefix + spelling, size, is_signed=not unsigned)
    return None


class CDeclReader:
    """Reads declaration texts one after another into one `Declarations`.

    Args:
        kernel: Whose declarations are read.
    """

    def __init__(self, kernel: str = "6.1") -> None:
        self._kernel = kernel
        self.declarations = Declarations()
        self._constants: dict[str, int] = {}
        self._source = ""
        self._text = ""
        self._tokens: list[Token] = []
        self._texts: list[str] = []
        self._at = 0

    def read(self, source: str, text: str) -> None:
        """Add the declarations in *text*.

        Args:
            source: File name for messages.
            text: C declarations.

        Raises:
            BtfError: The text is not what this reader understands.
        """
        self._source, self._text = source, text
        self._tokens = select(self._tokenize(text), self._kernel)
        # Reading on past the end finds nothing; no more than one token is looked ahead at.
        self._texts = [token[1] for token in self._tokens] + ["", ""]
        self._at = 0
        while self._peek():
            self._declaration()

    # Tokens.

    def _tokenize(self, text: str) -> list[Token]:
        tokens: list[Token] = []
        at = 0
        while True:
            match = _TOKEN.match(text, at)
            if match is None:
                bad = _SPACE.match(text, at)
                at = bad.end() if bad else at
                self._fail(f"cannot read {text[at]!r}", at)
            kind = match.lastgroup or ""
            if kind == "end":
                return tokens
            tokens.append((kind, match[kind], match.start(kind)))
            at = match.end()

    def _fail(self, problem: str, at: int | None = None) -> NoReturn:
        if at is None:
            last = min(self._at, len(self._tokens) - 1)
            at = self._tokens[last][2] if self._tokens else 0
        line = self._text.count("\n", 0, at) + 1
        raise BtfError(problem, where=f"{self._source}:{line}", reason="in a C declaration")

    def _peek(self, ahead: int = 0) -> str:
        return self._texts[self._at + ahead]

    def _take(self) -> str:
        token = self._texts[self._at]
        if not token:
            self._fail("the text ends inside a declaration")
        self._at += 1
        return token

    def _accept(self, token: str) -> bool:
        if self._texts[self._at] != token:
            return False
        self._at += 1
        return True

    def _expect(self, token: str) -> None:
        if not self._accept(token):
            self._fail(f"expected {token!r}, found {self._peek() or 'the end'!r}")

    def _name(self) -> str:
        if self._at >= len(self._tokens) or self._tokens[self._at][0] != "name":
            self._fail(f"expected a name, found {self._peek() or 'the end'!r}")
        return self._take()

    # Declarations.

    def _declaration(self) -> None:
        if self._accept("typedef"):
            specifier = self._specifier()
            name, ctype = self._declarator(specifier)
            self._expect(";")
            self._add_typedef(name, ctype)
            return
        if self._peek() in _STORAGE:
            self._variable(self._take() == "static")
            return
        specifier = self._specifier()
        if self._accept(";"):
            if isinstance(specifier, EnumDecl):
                number = len(self.declarations.unnamed_enums) - 1
                self.declarations.order.append(("enum", str(number)))
            return
        name, ctype = self._declarator(specifier)
        self._expect(";")
        if not isinstance(ctype, Proto):
            self._fail(f"{name} is a variable without extern or static")
        if name in self.declarations.functions:
            self._fail(f"function {name} is declared twice")
        self.declarations.functions[name] = Function(name, ctype)
        self.declarations.order.append(("function", name))

    def _variable(self, is_static: bool) -> None:
        name, ctype = self._declarator(self._specifier())
        for token in ("__attribute__", "(", "(", "section", "("):
            self._expect(token)
        section = self._take().strip('"')
        for token in (")", ")", ")", ";"):
            self._expect(token)
        if not name or name in self.declarations.variables:
            self._fail(f"variable {name or 'without a name'} cannot be declared (again)")
        self.declarations.variables[name] = Variable(name, ctype, section, is_static)

    def _add_typedef(self, name: str, ctype: CType) -> None:
        if not name or name in self.declarations.typedefs:
            self._fail(f"typedef {name or 'without a name'} cannot be declared (again)")
        self.declarations.typedefs[name] = ctype
        self.declarations.order.append(("typedef", name))

    def _specifier(self) -> CType:
        qualifiers = self._take_qualifiers()
        word = self._peek()
        if word in _TAG_WORDS:
            ctype = self._tagged(self._take())
        elif word in _BASE_WORDS:
            ctype = self._base()
        elif word == "void":
            self._take()
            ctype = Void()
        else:
            name = self._name()
            if name not in self.declarations.typedefs:
                self._fail(f"{name} is not a type that was declared before")
            ctype = Named("typedef", name)
        for qualifier in (*qualifiers, *self._take_qualifiers()):
            ctype = Qualified(qualifier, ctype)
        return ctype

    def _take_qualifiers(self) -> list[str]:
        found = []
        while self._peek() in _QUALIFIERS:
            found.append(self._take())
        return found

    def _base(self) -> Base:
        words = []
        while self._peek() in _BASE_WORDS:
            words.append(self._take())
        base = _base_type(words)
        if base is None:
            self._fail(f"{' '.join(words)} is no arithmetic type")
        return self.declarations.bases.setdefault(base.spelling, base)

    def _tagged(self, kind: str) -> CType:
        name = "" if self._peek() == "{" else self._name()
        if not self._accept("{"):
            return Named(kind, name)
        if kind == "enum":
            return self._enum_body(name)
        fields = self._fields()
        composite = Composite(kind, name, fields, *self._attributes())
        if not name:
            return composite
        if (kind, name) in self.declarations.composites:
            self._fail(f"{kind} {name} is declared twice")
        self.declarations.composites[kind, name] = composite
        self.declarations.order.append((kind, name))
        return Named(kind, name)

    def _enum_body(self, name: str) -> CType:
        values: list[tuple[str, int]] = []
        following = 0
        while not self._accept("}"):
            constant = self._name()
            if self._accept("="):
                following = self._constant()
            if constant in self._constants:
                self._fail(f"enumerator {constant} is declared twice")
            self._constants[constant] = following
            values.append((constant, following))
            following += 1
            if not self._accept(","):
                self._expect("}")
                break
        enum = EnumDecl(name, tuple(values), self._attributes()[0])
        if not name:
            self.declarations.unnamed_enums.append(enum)
            return enum
        if name in self.declarations.enums:
            self._fail(f"enum {name} is declared twice")
        self.declarations.enums[name] = enum
        self.declarations.order.append(("enum", name))
        return Named("enum", name)

    def _attributes(self) -> tuple[bool, int]:
        """Read ``__attribute__((packed))`` and ``__attribute__((aligned(64)))``."""
        is_packed, align_bytes = False, 1
        while self._accept("__attribute__"):
            self._expect("(")
            self._expect("(")
            if self._accept("packed"):
                is_packed = True
            else:
                self._expect("aligned")
                align_bytes = self._constant()
            self._expect(")")
            self._expect(")")
        return is_packed, align_bytes

    def _fields(self) -> tuple[Field, ...]:
        fields: list[Field] = []
        while not self._accept("}"):
            specifier = self._specifier()
            if self._accept(";"):
                align = specifier.align_bytes if isinstance(specifier, Composite) else 1
                fields.append(Field("", specifier, 0, align))
                continue
            if self._accept(":"):
                fields.append(Field("", specifier, self._constant()))
                self._expect(";")
                continue
            while True:
                name, ctype = self._declarator(specifier)
                bits = self._constant() if self._accept(":") else 0
                fields.append(Field(name, ctype, bits, self._attributes()[1]))
                if not self._accept(","):
                    break
            self._expect(";")
        return tuple(fields)

    # Declarators: pointers bind before the name, arrays and parameters after it.

    def _declarator(self, ctype: CType) -> tuple[str, CType]:
        while self._accept("*"):
            ctype = Pointer(ctype)
            for qualifier in self._take_qualifiers():
                ctype = Qualified(qualifier, ctype)
        if self._peek() == "(" and self._peek(1) == "*":
            self._take()
            inner = self._at
            depth = 1
            while depth:
                depth += {"(": 1, ")": -1}.get(self._take(), 0)
            ctype = self._suffixes(ctype)
            after = self._at
            self._at = inner
            name, ctype = self._declarator(ctype)
            self._expect(")")
            self._at = after
            return name, ctype
        is_name = self._at < len(self._tokens) and self._tokens[self._at][0] == "name"
        name = self._take() if is_name else ""
        return name, self._suffixes(ctype)

    def _suffixes(self, ctype: CType) -> CType:
        if self._accept("("):
            params, is_variadic = self._params()
            return Proto(ctype, params, is_variadic)
        dims: list[int] = []
        while self._accept("["):
            dims.append(0 if self._peek() == "]" else self._constant())
            self._expect("]")
        for nelems in reversed(dims):
            ctype = ArrayOf(ctype, nelems)
        return ctype

    def _params(self) -> tuple[tuple[tuple[str, CType], ...], bool]:
        if self._peek() == "void" and self._peek(1) == ")":
            self._at += 2
            return (), False
        params: list[tuple[str, CType]] = []
        while not self._accept(")"):
            if self._accept("..."):
                self._expect(")")
                return tuple(params), True
            params.append(self._declarator(self._specifier()))
            if self._peek() != ")":
                self._expect(",")
        return tuple(params), False

    def _constant(self) -> int:
        value = self._operand()
        while self._accept("<<"):
            value <<= self._operand()
        return value

    def _operand(self) -> int:
        if self._accept("-"):
            return -self._operand()
        if self._accept("("):
            value = self._constant()
            self._expect(")")
            return value
        token = self._take()
        if token in self._constants:
            return self._constants[token]
        if not token[0].isdigit():
            self._fail(f"{token!r} is no number and no enumerator declared before")
        return int(token, 0)
