"""bpftool's words on a command line: which object, which bytes, which flags.

Answers to ``map_parse_fds``, ``prog_parse_fds`` and ``parse_elem`` in bpftool.

**Rule:** what bpftool refuses is refused in its words; keywords may be shortened, as there.

**Not modelled:** ``pinned FILE`` (nothing is pinned); values that name a map or a program.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from sim.base.errors import SimError

__all__ = ["HANDLES", "Words", "errno_text", "is_prefix"]

#: What says which object is meant.
HANDLES = ("id", "name", "tag", "pinned")
_SUGGESTION = "bytes are decimal, 0x… or, after 'hex', hexadecimal: key hex 01 00 00 00"


_KERNELS_OWN = 512  # C libraries have no words for errnos from here on


class Named(Protocol):
    """What has an id and a name."""

    @property
    def id(self) -> int:
        """Its id."""

    @property
    def name(self) -> str:
        """Its name."""


_Named = TypeVar("_Named", bound=Named)


def errno_text(result: int) -> str:
    """Return what ``strerror`` says of a negative errno."""
    return os.strerror(-result) if -result < _KERNELS_OWN else f"Unknown error {-result}"


def is_prefix(word: str, keyword: str) -> bool:
    """Say whether a word stands for a keyword."""
    return bool(word) and keyword.startswith(word)


class Words:
    """The words that are left of a command.

    Args:
        words: All of them.
        where: The command, for errors.
    """

    def __init__(self, words: Sequence[str], where: str) -> None:
        self._words = list(words)
        self.where = where

    def __bool__(self) -> bool:
        return bool(self._words)

    @property
    def first(self) -> str:
        """The next word, "" when none is left."""
        return self._words[0] if self._words else ""

    def take(self) -> str:
        """Take the next word."""
        return self._words.pop(0)

    def takes(self, keyword: str) -> bool:
        """Take the next word if it stands for a keyword."""
        if not is_prefix(self.first, keyword):
            return False
        self._words.pop(0)
        return True

    def refuse(self, problem: str, reason: str = "", suggestion: str = "") -> SimError:
        """Return an error in bpftool's words."""
        return SimError(problem, where=self.where, reason=reason, suggestion=suggestion)

    def end(self) -> None:
        """Refuse words that are left over."""
        if self._words:
            raise self.refuse(f"what is '{self.first}'?")

    def all_of(
        self,
        known: Sequence[_Named],
        what: str,
        *,
        tag: Callable[[_Named], str] | None = None,
    ) -> list[_Named]:
        """Take ``id N``, ``name N`` or ``tag T``, and return what it stands for.

        Args:
            known: What there is.
            what: What one of them is called.
            tag: Gives the tag, of what has one.
        """
        if self.takes("id"):
            return [self._by_id(known, what)]
        if tag is not None and self.takes("tag"):
            return self._by(known, what, "tag", tag)
        if self.takes("name"):
            return self._by(known, what, "name", lambda one: one.name)
        if is_prefix(self.first, "pinned"):
            raise self.refuse("nothing is pinned on a simulated machine", suggestion="name NAME")
        words = "'id', 'tag', 'name'" if tag is not None else "'id', 'name'"
        names = ", ".join(one.name for one in known)
        raise self.refuse(
            f"expected {words} or 'pinned', got: '{self.first}'?",
            suggestion=f"name NAME; there are: {names}" if names else f"there is no {what}",
        )

    def one_of(
        self,
        known: Sequence[_Named],
        what: str,
        *,
        tag: Callable[[_Named], str] | None = None,
    ) -> _Named:
        """Take the handle of exactly one."""
        found = self.all_of(known, what, tag=tag)
        if len(found) > 1:
            ids = ", ".join(str(one.id) for one in found)
            raise self.refuse(f"several {what}s match this handle", f"their ids are {ids}", "id ID")
        return found[0]

    def _value(self, keyword: str) -> str:
        if not self._words:
            raise self.refuse(f"'{keyword}' has nothing after it")
        return self.take()

    def _by_id(self, known: Sequence[_Named], what: str) -> _Named:
        text = self._value("id")
        number = _number(text)
        if number is None:
            raise self.refuse(f"can't parse {text} as ID")
        for one in known:
            if one.id == number:
                return one
        ids = ", ".join(str(one.id) for one in known)
        get = "get by id" if what == "prog" else f"get {what} by id"
        raise self.refuse(
            f"{get} ({number}): No such file or directory", suggestion=f"ids: {ids or 'none'}"
        )

    def _by(
        self, known: Sequence[_Named], what: str, keyword: str, key: Callable[[_Named], str]
    ) -> list[_Named]:
        wanted = self._value(keyword)
        found = [one for one in known if key(one) == wanted]
        if not found:
            names = ", ".join(dict.fromkeys(key(one) for one in known))
            raise self.refuse(
                f"there is no {what} with {keyword} '{wanted}'", suggestion=names or "none"
            )
        return found

    def data(self, nr_bytes: int, what: str) -> bytes:
        """Take bytes."""
        base = 16 if self.takes("hex") else 0
        found: list[int] = []
        while self._words and len(found) < nr_bytes:
            number = _number(self.first, base)
            if number is None:
                raise self.refuse(f"error parsing byte: {self.first}", suggestion=_SUGGESTION)
            found.append(number & 0xFF)
            self.take()
        if len(found) < nr_bytes:
            raise self.refuse(f"{what} expected {nr_bytes} bytes got {len(found)}")
        return bytes(found)


def _number(text: str, base: int = 0) -> int | None:
    """Return a number as strtoul reads it whole, else None."""
    is_octal = base == 0 and len(text) > 1 and text[0] == "0" and text[1:].isdecimal()
    try:
        return int(text, 8 if is_octal else base)
    except ValueError:
        return None
