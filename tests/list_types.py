"""BTF of structs with locks, list heads and nodes, right and wrong ones, by name.

Serves the tests of `sim.bpf.verifier.btf_record` and their recorder.

**Rule:** a member is a kind and, for the head of a list, what it contains (``node`` of ``bar`` is
``bar:node``); members follow each other at their natural alignment unless an offset is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sim.bpf.btf import Btf
from sim.bpf.btf_types import Array, BtfType, DeclTag, Int, Member, Struct, Void

__all__ = ["CASES", "M", "btf_of"]

_BASE: tuple[BtfType, ...] = (
    Void(),
    Int("int", 4, 1),
    Struct("bpf_spin_lock", 4),
    Struct("bpf_list_head", 16),
)
_IDS = {"int": 1, "lock": 2, "head": 3, "node": 4}


class M(NamedTuple):
    """A member: name, kind, what a head contains, offset, and how many (0: no array)."""

    name: str
    kind: str
    contains: str = ""
    offset: int = -1
    nelems: int = 0


Structs = Mapping[str, Sequence[M]]


def btf_of(structs: Structs, *, node_bytes: int = 24) -> Btf:
    """Return BTF with these structs, in this order."""
    types = [*_BASE, Struct("bpf_list_node", node_bytes)]
    first = len(types)
    ids = dict(_IDS)
    ids.update({name: first + index for index, name in enumerate(structs)})
    sizes = {1: 4, 2: 4, 3: 16, 4: node_bytes}
    types += [Void()] * len(structs)
    for name, members in structs.items():
        laid, end = [], 0
        for index, one in enumerate(members):
            type_id = ids[one.kind]
            size = sizes[type_id]
            align = 4 if size == 4 else 8
            start = one.offset if one.offset >= 0 else -(-end // align) * align
            if one.nelems:
                types.append(Array(type_id, one.nelems, 1))
                type_id, size = len(types) - 1, size * one.nelems
            laid.append(Member(one.name, type_id, 8 * start))
            end = max(end, start + size)
            if one.contains:
                types.append(DeclTag(one.contains, ids[name], index))
        types[ids[name]] = Struct(name, -(-end // 8) * 8, tuple(laid))
        sizes[ids[name]] = -(-end // 8) * 8
    return Btf(types)


_BAR = [M("node", "node"), M("data", "int")]
_A_TO_A = [M("node", "node"), M("lock", "lock"), M("head", "head", "contains:foo:node")]


def _owner(of: str, *, is_owned: bool = True) -> list[M]:
    node = [M("node", "node")] if is_owned else []
    return [*node, M("lock", "lock"), M("head", "head", f"contains:{of}:node")]


def _head(contains: str) -> Structs:
    return {"bar": _BAR, "foo": [M("lock", "lock"), M("head", "head", contains)]}


CASES: dict[str, Structs] = {
    "head": _head("contains:bar:node"),
    "two locks": {"foo": [M("a", "lock"), M("b", "lock")]},
    "two locks in an array": {"foo": [M("a", "lock", nelems=2)]},
    "no lock": {"bar": _BAR, "foo": [M("head", "head", "contains:bar:node")]},
    "no tag": _head(""),
    "other tag": _head("kontains:bar:node"),
    "tag without node": _head("contains:bar"),
    "tag with empty node": _head("contains:bar:"),
    "no such struct": _head("contains:baz:node"),
    "no such struct and no node": _head("contains:baz"),
    "no such node": _head("contains:bar:knoten"),
    "node is an int": _head("contains:bar:data"),
    "node is a lock": {
        "bar": [M("node", "lock"), M("other", "node")],
        "foo": [M("lock", "lock"), M("head", "head", "contains:bar:node")],
    },
    "two nodes of a name": {
        "bar": [M("node", "node"), M("node", "node")],
        "foo": [M("lock", "lock"), M("head", "head", "contains:bar:node")],
    },
    "int of the name of the node": {
        "bar": [M("node", "node"), M("node", "int")],
        "foo": [M("lock", "lock"), M("head", "head", "contains:bar:node")],
    },
    "node not aligned": {
        "bar": [M("data", "int"), M("node", "node", offset=4)],
        "foo": [M("lock", "lock"), M("head", "head", "contains:bar:node")],
    },
    "head not aligned": {
        "bar": _BAR,
        "foo": [M("lock", "lock"), M("head", "head", "contains:bar:node", offset=4)],
    },
    "only a head that is not aligned": {
        "bar": _BAR,
        "foo": [M("head", "head", "contains:bar:node", offset=4)],
    },
    "lock not aligned": {"foo": [M("lock", "lock", offset=2)]},
    "overlap": {
        "bar": _BAR,
        "foo": [M("lock", "lock"), M("head", "head", "contains:bar:node", offset=0)],
    },
    "overlap of nodes": {"foo": [M("a", "node"), M("b", "node", offset=16)]},
    "fields out of order": {"foo": [M("a", "node", offset=24), M("b", "node", offset=0)]},
    "head of ints": {
        "bar": [M("data", "int")],
        "foo": [M("lock", "lock"), M("head", "head", "contains:bar:data")],
    },
    "owns itself": {"foo": _A_TO_A},
    "owns each other": {"foo": _owner("bar"), "bar": _owner("foo")},
    "chain of two": {"foo": _owner("bar", is_owned=False), "bar": _BAR},
    "chain of three": {
        "foo": _owner("bar", is_owned=False),
        "bar": _owner("baz"),
        "baz": _BAR,
    },
    "chain of four": {
        "foo": _owner("bar", is_owned=False),
        "bar": _owner("baz"),
        "baz": _owner("end"),
        "end": _BAR,
    },
    "chain of four, last first": {
        "end": _BAR,
        "baz": _owner("end"),
        "bar": _owner("baz"),
        "foo": _owner("bar", is_owned=False),
    },
    "chain of owned ones": {
        "foo": _owner("bar"),
        "bar": _owner("baz"),
        "baz": _owner("end"),
        "end": _BAR,
    },
    "circle of three": {"foo": _owner("bar"), "bar": _owner("baz"), "baz": _owner("foo")},
    "circle of four": {
        "foo": _owner("bar"),
        "bar": _owner("baz"),
        "baz": _owner("end"),
        "end": _owner("foo"),
    },
    "way into a circle": {
        "foo": _owner("bar"),
        "bar": _owner("baz"),
        "baz": _owner("bar"),
    },
    "circle behind a leaf": {
        "foo": [*_owner("end"), M("head2", "head", "contains:bar:node")],
        "bar": _owner("foo"),
        "end": _BAR,
    },
    "owner of an owner of itself": {"foo": _owner("bar", is_owned=False), "bar": _owner("bar")},
    "eleven nodes": {"foo": [M(f"n{i}", "node") for i in range(11)]},
    "twelve nodes": {"foo": [M(f"n{i}", "node") for i in range(12)]},
    "eleven nodes in an array": {"foo": [M("n", "node", nelems=11)]},
    "twelve nodes in an array": {"foo": [M("n", "node", nelems=12)]},
    "array of heads": {
        "bar": _BAR,
        "foo": [M("lock", "lock"), M("head", "head", "contains:bar:node", nelems=3)],
    },
    "two heads": {
        "bar": _BAR,
        "foo": [
            M("lock", "lock"),
            M("a", "head", "contains:bar:node"),
            M("b", "head", "contains:bar:node"),
        ],
    },
    "lock in a struct": {"in": [M("lock", "lock")], "foo": [M("in", "in"), M("data", "int")]},
    "lock twice in structs": {
        "in": [M("lock", "lock")],
        "foo": [M("lock", "lock"), M("in", "in")],
    },
    "struct with a lock in an array": {
        "in": [M("lock", "lock")],
        "foo": [M("in", "in", nelems=2), M("node", "node")],
    },
    "head in a struct, lock outside": {
        "bar": _BAR,
        "in": [M("data", "int")],
        "foo": [M("in", "in"), M("lock", "lock"), M("head", "head", "contains:bar:node")],
    },
    "array of nodes beside a node": {"foo": [M("a", "node"), M("b", "node", nelems=2)]},
    "array of locks beside a node": {"foo": [M("a", "node"), M("b", "lock", nelems=2)]},
    "array of one lock beside a node": {"foo": [M("a", "node"), M("b", "lock", nelems=1)]},
    "array of one struct with a node": {
        "in": [M("a", "node")],
        "foo": [M("in", "in", nelems=1), M("b", "node")],
    },
    "array of structs with heads": {
        "bar": _BAR,
        "in": [M("lock", "lock"), M("head", "head", "contains:bar:node")],
        "foo": [M("in", "in", nelems=2), M("b", "node")],
    },
    "struct without lock around a head": {
        "bar": _BAR,
        "in": [M("head", "head", "contains:bar:node")],
        "foo": [M("in", "in"), M("lock", "lock")],
    },
    "node in a struct": {
        "in": [M("node", "node")],
        "foo": [M("lock", "lock"), M("in", "in")],
    },
}
