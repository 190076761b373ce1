"""Format strings of ``bpf_snprintf``.

Answers to ``bpf_bprintf_prepare`` in ``kernel/bpf/helpers.c``.

**Not modelled:** formatting itself (`sim.bpf.helpers`).
"""

from __future__ import annotations

__all__ = ["check_format"]

_POINTERS = (b"pks", b"pus", b"px", b"pK", b"pS", b"ps", b"pB", b"pi4", b"pI4", b"pi6", b"pI6")
_MODIFIERS = (b"ll", b"l", b"")


def _is_end(rest: bytes) -> bool:
    """Say whether a specifier may end here: at the text's end, a space or punctuation."""
    return not rest or not rest[:1].isalnum()


def _pointer(rest: bytes) -> tuple[int, bool] | None:
    """Return the length of a pointer specifier and whether it takes an argument."""
    if _is_end(rest[1:]):
        return 1, True
    for name in _POINTERS:
        if rest.startswith(name):
            return len(name), True
    return None


def _integer(rest: bytes) -> int | None:
    for modifier in _MODIFIERS:
        if rest.startswith(modifier) and rest[len(modifier) : len(modifier) + 1] in (
            b"i",
            b"d",
            b"u",
            b"x",
            b"X",
        ):
            return len(modifier) + 1
    return None


def check_format(text: bytes, nr_args: int) -> bool:
    """Say whether a format is one that the kernel takes, for *nr_args* arguments.

    *text* is the format without its final NUL.
    """
    used = 0
    at = 0
    while at < len(text):
        char = text[at : at + 1]
        if not (32 <= char[0] < 127 or char[0] in (9, 10, 11, 12, 13)):
            return False
        if char != b"%":
            at += 1
            continue
        if text[at + 1 : at + 2] == b"%":
            at += 2
            continue
        length = _specifier(text, at + 1)
        used += 1
        if length is None or used > nr_args:
            return False
        at += 1 + length
    return True


def _specifier(text: bytes, start: int) -> int | None:
    """Return the length of a specifier without its ``%``, None if it is none."""
    at = start
    while text[at : at + 1] in (b"0", b"+", b"-", b" "):
        at += 1
    if text[at : at + 1].isdigit():
        while text[at : at + 1].isdigit():
            at += 1
    rest = text[at:]
    if rest[:1] == b"p":
        found = _pointer(rest)
        return None if found is None else at - start + found[0]
    if rest[:1] in (b"s", b"c"):
        return at - start + 1
    length = _integer(rest)
    return None if length is None else at - start + length
