"""``bpfsim link show`` and ``bpfsim btf list``.

Answers to bpftool's ``link.c`` and to ``btf list`` in its ``btf.c``.

**Rule:** what a link says of its target is what its kernel tells user space: of a perf_event or
kprobe_multi link, something from Linux 6.6 on, and its cookie from 6.9 on.

**Not modelled:** ``pin`` and ``detach``; modules of functions (there are none).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sim.base.errors import SimError
from sim.bpftool.jsonw import Tree
from sim.bpftool.output import Form, Output, as_json
from sim.bpftool.progs import prog_word
from sim.bpftool.source import BtfInfo, Source
from sim.bpftool.words import Words
from sim.record.bpf_info import LinkInfo
from sim.versions.features import Feature, features_of

__all__ = ["btf_verb", "link_verb"]

_M64 = (1 << 64) - 1
_TRACEPOINTS = ("tracepoint",)
_USER = ("uprobe", "uretprobe", "usdt")


def link_verb(source: Source, words: Sequence[str], form: Form = Form.PLAIN) -> Output:
    """Do what ``bpftool link WORDS`` does: ``show``, ``list``, with ``id N`` or without.

    Raises:
        SimError: The words make no sense.
    """
    rest = Words(words or ["show"], "bpfsim link")
    word = rest.take()
    if not ("show".startswith(word) or "list".startswith(word)):
        raise rest.refuse(f"bpftool's link has no verb {word!r} here", suggestion="show")
    links = [_Link(source, list(group)) for _, group in groupby(source.links(), lambda one: one.id)]
    if not rest:
        if form.is_json:
            return as_json([link.json() for link in links], form)
        return Output("".join(link.plain() for link in links))
    if not rest.takes("id"):
        raise rest.refuse(f"expected 'id' or 'pinned', got: '{rest.first}'?")
    text = rest.take() if rest else ""
    rest.end()
    for link in links:
        if str(link.one.id) == text:
            return as_json(link.json(), form) if form.is_json else Output(link.plain())
    if not text.isdecimal():
        raise rest.refuse(f"can't parse {text} as ID")
    raise rest.refuse(f"failed to get link with ID {text}: No such file or directory")


class _Link:
    """A link, with a row for each of its functions."""

    def __init__(self, source: Source, rows: Sequence[LinkInfo]) -> None:
        self.rows = rows
        self.one = rows[0]
        self._features = features_of(source.kernel)
        progs = {prog.id: prog for prog in source.progs()}
        self._prog_type = prog_word(progs[self.one.prog_id].prog_type)

    @property
    def _is_told(self) -> bool:
        return Feature.LINK_INFO in self._features

    @property
    def _cookie(self) -> int:
        return self.one.cookie & _M64 if Feature.LINK_COOKIES in self._features else 0

    # --- JSON ------------------------------------------------------------------------------------
    def json(self) -> dict[str, Tree]:
        """Return the link as ``bpftool -j link show`` does."""
        one = self.one
        tree: dict[str, Tree] = {"id": one.id, "type": one.link_type, "prog_id": one.prog_id}
        if one.link_type == "raw_tracepoint":
            tree["tp_name"] = one.target
        elif one.link_type == "tracing":
            tree |= {"prog_type": self._prog_type, "attach_type": _attach_word(one.attach_type)}
        elif one.link_type == "kprobe_multi" and self._is_told:
            tree |= self._multi_json()
        elif self._is_told:
            tree |= self._event_json()
        return tree

    def _multi_json(self) -> dict[str, Tree]:
        functions: list[Tree] = []
        for row in self.rows:
            function: dict[str, Tree] = {
                "addr": row.address & _M64, "func": row.target, "module": None,
            }  # fmt: skip
            if Feature.LINK_COOKIES in self._features:
                function["cookie"] = row.cookie & _M64
            functions.append(function)
        return {
            "retprobe": bool(self.one.is_return),
            "func_cnt": len(functions),
            "missed": sum(row.missed for row in self.rows),
            "funcs": functions,
        }

    def _event_json(self) -> dict[str, Tree]:
        one = self.one
        cookie: dict[str, Tree] = {}
        if Feature.LINK_COOKIES in self._features:
            cookie["cookie"] = self._cookie
        if one.hook in _TRACEPOINTS:
            return {"tracepoint": one.target.rpartition(":")[2], **cookie}
        if one.hook in _USER:
            file, _, _ = one.target.rpartition(":")
            return {"retprobe": bool(one.is_return), "file": file, "offset": one.offset, **cookie}
        return {
            "retprobe": bool(one.is_return),
            "addr": one.address & _M64,
            "func": one.target,
            "offset": one.offset,
            "missed": one.missed,
            **cookie,
        }

    # --- text ------------------------------------------------------------------------------------
    def plain(self) -> str:
        """Return the link as ``bpftool link show`` does."""
        one = self.one
        text = f"{one.id}: {one.link_type}  prog {one.prog_id}  "
        if one.link_type == "raw_tracepoint":
            text += f"\n\ttp '{one.target}'  "
        elif one.link_type == "tracing":
            text += f"\n\tprog_type {self._prog_type}  "
            text += f"attach_type {_attach_word(one.attach_type)}  "
        elif one.link_type == "kprobe_multi" and self._is_told:
            text += self._multi_plain()
        elif self._is_told:
            text += self._event_plain()
        return text + "\n"

    def _multi_plain(self) -> str:
        kind = "kretprobe.multi" if self.one.is_return else "kprobe.multi"
        text = f"\n\t{kind}  func_cnt {len(self.rows)}  "
        missed = sum(row.missed for row in self.rows)
        text += f"missed {missed}  " if missed else ""
        text += f"\n\t{'addr':<16} {'cookie':<16} func [module]"
        for row in self.rows:
            cookie = row.cookie & _M64 if Feature.LINK_COOKIES in self._features else 0
            text += f"\n\t{row.address & _M64:016x} {cookie:<16x} {row.target}"
        return text

    def _event_plain(self) -> str:
        one = self.one
        cookie = f"cookie {self._cookie}  " if self._cookie else ""
        if one.hook in _TRACEPOINTS:
            return f"\n\ttracepoint {one.target.rpartition(':')[2]}  {cookie}"
        if one.hook in _USER:
            kind = "uretprobe" if one.is_return else "uprobe"
            return f"\n\t{kind} {one.target.rpartition(':')[0]}+{one.offset:#x}  {cookie}"
        kind = "kretprobe" if one.is_return else "kprobe"
        offset = f"+{one.offset:#x}" if one.offset else ""
        missed = f"missed {one.missed}  " if one.missed else ""
        return f"\n\t{kind} {one.address & _M64:x} {one.target}{offset}  {missed}{cookie}"


def _attach_word(attach_type: str) -> str:
    return attach_type.removeprefix("BPF_").lower()


# --- btf list -------------------------------------------------------------------------------------
def btf_verb(source: Source, words: Sequence[str], form: Form = Form.PLAIN) -> Output:
    """Do what ``bpftool btf list`` does.

    Raises:
        SimError: The words make no sense.
    """
    rest = Words(words or ["list"], "bpfsim btf")
    word = rest.take()
    if not ("show".startswith(word) or "list".startswith(word)):
        raise SimError(f"bpftool's btf has no verb {word!r} here", where="bpfsim btf")
    rest.end()
    progs, maps = source.progs(), source.maps()
    trees, text = [], ""
    for one in source.btfs():
        prog_ids = [prog.id for prog in progs if prog.btf_id == one.id]
        map_ids = [bmap.id for bmap in maps if bmap.btf_id == one.id]
        trees.append(_btf_json(one, prog_ids, map_ids))
        name = f"[{one.name}]" if one.name else "<anon>"
        text += f"{one.id}: name {name}  size {one.size_bytes}B"
        text += f"  prog_ids {_ids(prog_ids)}" if prog_ids else ""
        text += f"  map_ids {_ids(map_ids)}" if map_ids else ""
        text += "\n"
    return as_json(trees, form) if form.is_json else Output(text)


def _ids(numbers: Sequence[int]) -> str:
    return ",".join(map(str, numbers))


def _btf_json(one: BtfInfo, prog_ids: Sequence[int], map_ids: Sequence[int]) -> dict[str, Tree]:
    tree: dict[str, Tree] = {
        "id": one.id,
        "size": one.size_bytes,
        "prog_ids": list(prog_ids),
        "map_ids": list(map_ids),
        "kernel": bool(one.name),
    }
    if one.name:
        tree["name"] = one.name
    return tree
