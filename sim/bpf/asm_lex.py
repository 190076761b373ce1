"""The assembler's lines, cut into words, numbers and operators.

Serves `sim.bpf.asm`. Answers to LLVM's lexer as far as BPF text needs it.

The rule to know: a comparison such as ``s>=`` is one token, and ``#`` opens a comment except
right behind the word ``kfunc``.

**Not modelled:** strings, expressions, block comments.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sim.base.errors import AsmError

__all__ = ["Token", "line_error", "tokenize"]

_TOKEN = re.compile(
    r"(?P<num>0[xX][0-9a-fA-F]+|\d+)"
    r"|(?P<op>s?>>=|<<=|s[/%]=|s?[<>]=?|[-+*/|&%^=!]=|[-+*&=(),\[\]<>#:])"
    r"|(?P<word>[A-Za-z_.$][\w.$]*)"
)


class Token(NamedTuple):
    """A word, number or operator; *column* counts from 0."""

    text: str
    is_num: bool
    column: int


def line_error(line: int, column: int, problem: str, suggestion: str = "") -> AsmError:
    """Make an error about a place in the text (*column* counts from 0)."""
    return AsmError(problem, where=f"line {line}, column {column + 1}", suggestion=suggestion)


def tokenize(line: str, at: int, number: int) -> list[Token]:
    """Cut *line* (number *number*) into tokens from column *at* on; comments are dropped."""
    tokens: list[Token] = []
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        # "#" opens a comment, except in "kfunc#7".
        if line.startswith("//", at) or (
            line[at] == "#" and not (tokens and tokens[-1].text == "kfunc")
        ):
            break
        found = _TOKEN.match(line, at)
        if found is None:
            raise line_error(number, at, f"unexpected character {line[at]!r}")
        tokens.append(Token(found.group(), found.lastgroup == "num", at))
        at = found.end()
    return tokens
