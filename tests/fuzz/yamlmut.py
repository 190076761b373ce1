"""Mutations of YAML files: of what they say, and of their text.

**Rule:** the result is bytes, for a broken file need not even be text.

**Not modelled:** YAML that no emitter would write, but for what is listed here.
"""

from __future__ import annotations

import copy
import itertools
import math
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from tests.fuzz.draw import Draw, mutate_bytes

__all__ = ["mutate_yaml"]

_Place = tuple[Any, Any]

_MOST_PLACES = 20_000
_MOST_BYTES = 60_000
_LONG = "x" * 100_000
_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 255, 256, 65536, 1 << 31, 1 << 32, 1 << 53, 1 << 63, 1 << 64),
    *(-(1 << 63), 10**30, 10**400, 0.0, 0.5, -0.0, 1e-9, 1e300, math.inf, -math.inf, math.nan),
    *("", " ", "0", "1", "-1", "x", "é", "\x7f", "\u202e", "nan", "null", "yes", "~", "{}", "a.b"),
    *("0 ns", "1 ns", "-1 ms", "1e3 ms", "99999999999 h", "0.1 ns", "1 ms ms", "1 fortnight"),
    *("0%", "100%", "101%", "-1%", "0.0000001%", "9" * 5000, "9" * 30 + " s", "0." + "1" * 5000),
    *("0/s", "1/s", "999999999999/s", "0.0001/s", "4 KiB", "1 EiB", "-1 B", "99999999 TiB"),
    *("kprobe:", "kprobe:vfs_read", "tracepoint:a", ":x", "traced.nothing < 1", "a.b < 1e9"),
    *("../../etc/passwd", "/dev/null", "/dev/zero", ".", "/", "x\0y", "a\nb", _LONG),
    *([], {}, [[]], [{}], {"": {}}, [None], {"a": 1}, ["x"] * 50, [1, "2", None]),
)
_SNIPPETS = (
    *(b"\0", b"\t", b"\r", b"\xff", b"\xc3\x28", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xfe\xff"),
    *(b"&a ", b"*a", b"!!python/object:os.system ", b"!!binary ", b"!!set ", b"! ", b"!<x> "),
    *(b"<<: ", b"? ", b"- ", b": ", b"#", b"|", b">", b"|99\n", b"'", b'"', b"{", b"}", b"[", b"]"),
    *(b"---\n", b"...\n", b"%YAML 9.9\n---\n", b"%TAG ! x\n", b"2024-01-01", b"0777", b"1:30:00"),
    *(b".inf", b".nan", b"1_000", b"0x" + b"f" * 5000, b"0o17", b"9" * 5000, b"1.5e99", b"1e999"),
    *(b"\xe2\x80\xa8", b"\xc2\x85", b'"\\ud800"', b'"\\x00"', b'"\\U00110000"', b"@", b"`"),
    *(b"__proto__: 1\n", b"[" * 70, b"[" * 5000, b"{a: " * 3000, b"- " * 2000),
)


def _laughs(width: int, depth: int) -> bytes:
    """Return anchors that double at every level."""
    lines = [b"l0: &l0 [lol, lol]"]
    for level in range(1, depth):
        inner = b", ".join([b"*l%d" % (level - 1)] * width)
        lines.append(b"l%d: &l%d [%s]" % (level, level, inner))
    return b"\n".join(lines) + b"\n"


def _places(data: Any) -> Iterator[_Place]:
    """Yield (container, key) of every value, outer ones first."""
    items: list[Any] = []
    if isinstance(data, dict):
        items = list(data.items())
    elif isinstance(data, list):
        items = list(enumerate(data))
    for key, value in items:
        yield data, key
        yield from _places(value)


def _set(draw: Draw, data: Any, place: _Place) -> None:
    place[0][place[1]] = draw.choice(_VALUES)


def _number(draw: Draw, data: Any, place: _Place) -> None:
    """Change the first number in a value, keeping its unit."""
    old = str(place[0][place[1]])
    digits = "".join(c for c in old if c.isdigit())
    if digits:
        new = draw.choice(("0", "1", "-1", "0.5", "1e9", digits * 9, str(int(digits) * 1000)))
        place[0][place[1]] = old.replace(digits, new, 1)


def _drop(draw: Draw, data: Any, place: _Place) -> None:
    del place[0][place[1]]


def _rename(draw: Draw, data: Any, place: _Place) -> None:
    container, key = place
    if isinstance(container, dict):
        new = draw.choice((key + "s", key[:-1], key.upper(), "", "x", 1, None, 2.5, True, _LONG))
        container[new] = container.pop(key)


def _repeat(draw: Draw, data: Any, place: _Place) -> None:
    container, key = place
    if isinstance(container, list):
        nr = draw.choice((1, 2, 1100))
        inside = sum(1 for _ in itertools.islice(_places(container[key]), _MOST_PLACES))
        container += [container[key]] * (nr if nr * inside < _MOST_PLACES else 1)


def _swap(draw: Draw, data: Any, place: _Place) -> None:
    places = list(itertools.islice(_places(data), _MOST_PLACES))
    other = draw.choice(places)
    place[0][place[1]] = copy.deepcopy(other[0][other[1]])


def _nest(draw: Draw, data: Any, place: _Place) -> None:
    value = place[0][place[1]]
    for _ in range(draw.choice((1, 2, 63, 70, 300))):
        value = [value] if draw.chance(1, 2) else {"x": value}
    place[0][place[1]] = value


_TREE: tuple[Callable[[Draw, Any, _Place], None], ...] = (
    *(_set, _set, _set, _number, _number, _drop, _rename, _repeat, _swap, _nest),
)


def _change_tree(draw: Draw, text: bytes) -> bytes:
    if b"&" in text or len(text) > _MOST_BYTES:  # what aliases stand for may be without end
        return text
    try:
        data = yaml.load(text, Loader=yaml.BaseLoader)  # everything stays text
        for _ in range(draw.choice((1, 1, 2, 4))):
            places = list(itertools.islice(_places(data), _MOST_PLACES))
            if 0 < len(places) < _MOST_PLACES:
                draw.choice(_TREE)(draw, data, draw.choice(places))
        return _dump(draw, data)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, KeyError, UnicodeError):
        return text


class _Plain(yaml.SafeDumper):
    """Writes texts without quotes wherever that can be read at all, as people do."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _dump(draw: Draw, data: Any) -> bytes:
    flow = draw.choice((False, False, False, None, True))
    out = yaml.dump(
        data, Dumper=_Plain, sort_keys=False, allow_unicode=True, default_flow_style=flow
    )
    # Numbers came as texts, and would come back quoted.
    return out.replace("'", "").encode("utf-8", "surrogatepass")


def _insert(draw: Draw, text: bytes) -> bytes:
    at = draw.randrange(len(text) + 1)
    if draw.chance(1, 2):
        at = max(text.rfind(b": ", 0, at) + 2, 0)
    return text[:at] + draw.choice(_SNIPPETS) + text[at:]


def _lines(draw: Draw, text: bytes) -> bytes:
    """Duplicate, drop, move, indent or join lines."""
    lines = text.split(b"\n")
    at, to = draw.randrange(len(lines)), draw.randrange(len(lines))
    how = draw.randrange(5)
    if how == 0:
        lines[at:at] = [lines[at]] * draw.choice((1, 1, 50))
    elif how == 1:
        del lines[at]
    elif how == 2:
        lines[at], lines[to] = lines[to], lines[at]
    elif how == 3:
        lines[at] = draw.choice((b" ", b"  ", b"\t")) + lines[at]
    else:
        lines[at : at + 2] = [b"".join(lines[at : at + 2])]
    return b"\n".join(lines)


def _alias(draw: Draw, text: bytes) -> bytes:
    """Anchor one value and use it elsewhere; or put doubling anchors in front."""
    if draw.chance(1, 4):
        return _laughs(draw.choice((2, 10)), draw.choice((5, 9, 40))) + text
    spots = [i + 2 for i in range(len(text)) if text[i : i + 2] == b": "]
    if len(spots) < 2:
        return text
    first, second = sorted(draw.sample(spots, 2))
    end = text.find(b"\n", second)
    return text[:first] + b"&a " + text[first:second] + b"*a" + text[end:]


def _raw(draw: Draw, text: bytes) -> bytes:
    data = bytearray(text)
    mutate_bytes(draw, data)
    return bytes(data)


def _encode(draw: Draw, text: bytes) -> bytes:
    how = draw.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "utf-8-sig"))
    return text.decode("utf-8", "replace").encode(how, "replace")


_TEXT: tuple[tuple[Callable[[Draw, bytes], bytes], int], ...] = (
    *((_change_tree, 12), (_insert, 5), (_lines, 3), (_alias, 1), (_raw, 2), (_encode, 1)),
)


def mutate_yaml(draw: Draw, text: bytes) -> bytes:
    """Return a changed file."""
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        if text:
            text = draw.choices([f for f, _ in _TEXT], [w for _, w in _TEXT])[0](draw, text)
    return text
