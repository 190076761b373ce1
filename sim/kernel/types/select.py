"""Which declarations a kernel has: ``@since`` and ``@until`` in front of what differs.

``@since(6.2)`` stands for "6.2 and later", ``@until(6.2)`` for "before 6.2"; a comment beside it
cites the commit. Either stands before a declaration, a member, an enumerator or a parameter and
is about that one; before an opening brace it is about all that the braces hold. Two of them
hold together. Answers to no kernel file.

**Rule:** what follows is what is selected, up to and including its ``;`` (in an enum or between
parentheses its ``,``), or up to the brace or parenthesis that closes what it stands in.

**Not modelled:** conditions other than releases; a kernel's configuration is not among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from sim.versions.releases import is_since

__all__ = ["NOTE", "Token", "select"]

#: Kind (``name``, ``number``, ``mark`` or ``note``), text, and place in the source.
Token: TypeAlias = tuple[str, str, int]

NOTE = "note"
_OPEN = frozenset("{([")
_CLOSE = frozenset("})]")


def select(tokens: Sequence[Token], kernel: str) -> list[Token]:
    """Return the tokens that are about *kernel*, without the notes."""
    if all(token[0] != NOTE for token in tokens):
        return list(tokens)
    kept: list[Token] = []
    separators = [";"]
    dropped: set[int] = set()
    at = 0
    while at < len(tokens):
        kind, text, _ = tokens[at]
        if kind == NOTE:
            at = _after_note(tokens, at, kernel, separators[-1], dropped)
            continue
        if text in _OPEN and at not in dropped:
            is_enum = text == "{" and "enum" in [token[1] for token in kept[-2:]]
            separators.append("," if is_enum or text != "{" else ";")
        elif text in _CLOSE and at not in dropped and len(separators) > 1:
            separators.pop()
        if at not in dropped:
            kept.append(tokens[at])
        at += 1
    return kept


def _after_note(
    tokens: Sequence[Token], at: int, kernel: str, separator: str, dropped: set[int]
) -> int:
    """Return where to go on: at the item if it is there, after it if not."""
    is_there = True
    while at < len(tokens) and tokens[at][0] == NOTE:
        is_there = is_there and _holds(tokens[at][1], kernel)
        at += 1
    if at < len(tokens) and tokens[at][1] == "{":
        end = _item_end(tokens, at + 1, "")
        dropped.update((at, end))
        return at + 1 if is_there else end + 1
    return at if is_there else _item_end(tokens, at, separator)


def _holds(note: str, kernel: str) -> bool:
    word, _, release = note[1:-1].partition("(")
    return is_since(kernel, release) == (word == "since")


def _item_end(tokens: Sequence[Token], at: int, separator: str) -> int:
    depth = 0
    while at < len(tokens):
        text = tokens[at][1]
        if text in _OPEN:
            depth += 1
        elif text in _CLOSE:
            if not depth:
                return at
            depth -= 1
        elif text == separator and not depth:
            return at + 1
        at += 1
    return at
