"""The assembler's statements, cut into words, numbers and operators.

Serves `sim.bpf.asm`. Answers to LLVM's lexer as far as BPF text needs it: ``#`` and ``//`` open a
comment, ``;`` ends a statement, a number is decimal, ``0x…``, ``0b…`` or octal (``0…``).

**Rule:** a comparison such as ``s>=`` is one token, ``#`` opens a comment except right behind the
word ``kfunc``, and a line that begins with ``;`` is a comment (``llvm-objdump -S`` shows C so).

**Not modelled:** strings, expressions, block comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sim.base.errors import AsmError

__all__ = ["Line", "Token", "number_of", "statements"]

_TOKEN = re.compile(
    r"(?P<num>0[xX][0-9a-fA-F]+|0[bB][01]+|[0-9]+)"
    r"|(?P<op>s?>>=|<<=|s[/%]=|s?[<>]=?|[-+*/|&%^=!]=|[-+*&=(),\[\]<>#:])"
    r"|(?P<word>[A-Za-z_.$][\w.$]*)"
)
_MAX_DIGITS = 66  # a binary number of 64 bits
_SHOWN = 100  # characters of a line that an error shows


class Token(NamedTuple):
    """A word, number or operator; *column* counts from 0."""

    text: str
    is_num: bool
    column: int


class Line(NamedTuple):
    """A line of the text; its number counts from 1."""

    number: int
    text: str

    def error(self, column: int, problem: str, suggestion: str = "") -> AsmError:
        """Make an error about a place in the line (*column* counts from 0)."""
        first = max(0, column - _SHOWN // 2)
        shown = self.text[first : first + _SHOWN]
        shown = "".join(c if c.isprintable() else " " for c in shown)
        blanks = len(shown) - len(shown.lstrip())
        caret = " " * (column - first - blanks) + "^"
        return AsmError(
            problem,
            where=f"line {self.number}, column {column + 1}",
            reason=f"{shown.strip()}\n{caret}" if shown.strip() else "",
            suggestion=suggestion,
        )


def number_of(token: Token) -> int | None:
    """Return the value of a number, None if it is none that anything could hold."""
    text = token.text.lower()
    if len(text) > _MAX_DIGITS:
        return None
    base = {"0x": 16, "0b": 2}.get(text[:2], 8 if text[0] == "0" else 10)
    try:
        return int(text, base)
    except ValueError:
        return None


def statements(line: Line, at: int) -> Iterator[list[Token]]:
    """Cut *line* into statements from column *at* on; comments are dropped.

    Raises:
        AsmError: There is a character that begins no token.
    """
    tokens: list[Token] = []
    text = line.text
    is_comment = text[at:].lstrip().startswith(";")
    while at < len(text) and not is_comment:
        # "#" opens a comment, except in "kfunc#7".
        is_kfunc = bool(tokens) and tokens[-1].text == "kfunc"
        is_comment = text.startswith("//", at) or (text[at] == "#" and not is_kfunc)
        if text[at] == ";":
            yield tokens
            tokens = []
        if is_comment or text[at] == ";" or text[at].isspace():
            at += 1
            continue
        found = _TOKEN.match(text, at)
        if found is None:
            raise line.error(at, f"unexpected character {text[at]!r}")
        tokens.append(Token(found.group(), found.lastgroup == "num", at))
        at = found.end()
    yield tokens
