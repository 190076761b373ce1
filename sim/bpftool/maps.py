"""``bpftool map``: show, dump, lookup, getnext, update, delete and the rest.

Answers to bpftool's ``map.c``.

**Rule:** a map with BTF types is shown by them, any other as bytes; per-CPU values are a list.

**Not modelled:** ``create``, ``pin``, ``event_pipe``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sim.base.errors import SimError, nearest
from sim.bpf.maps.kinds import Shape
from sim.bpf.spec import MapType
from sim.bpftool.entries import Entry, entry_json, entry_plain, entry_tree, hex_list, hex_text
from sim.bpftool.jsonw import Tree, render
from sim.bpftool.output import Form, Output, as_json
from sim.bpftool.source import Source, refuse_change
from sim.bpftool.words import HANDLES, Words, errno_text
from sim.record.bpf_info import MapInfo

__all__ = ["VERBS", "map_json", "map_plain", "map_verb"]

_ENOENT = -2
_CHANGES = ("update", "delete", "push", "pop", "enqueue", "dequeue", "freeze")
_FLAGS = {"any": 0, "noexist": 1, "exist": 2}
_SLOTS = (
    "BPF_MAP_TYPE_PROG_ARRAY",
    "BPF_MAP_TYPE_ARRAY_OF_MAPS",
    "BPF_MAP_TYPE_HASH_OF_MAPS",
)


def map_verb(source: Source, words: Sequence[str], form: Form = Form.PLAIN) -> Output:
    """Do what ``bpftool map WORDS`` does.

    Args:
        source: Where the maps are.
        words: The verb and what follows it, such as ``["dump", "name", "counts"]``; none: show.
        form: How it is printed.

    Raises:
        SimError: The words make no sense, or the kernel refuses.
    """
    rest = Words(words or ["show"], "bpfsim map")
    word = rest.take()
    for name, verb in VERBS.items():
        if name.startswith(word):
            rest.where = f"bpfsim map {name}"
            if source.is_record and name in _CHANGES:
                refuse_change(source.name, f"its maps take no {name}")
            return verb(source, rest, form)
    raise SimError(
        f"bpftool's map has no verb {word!r} here",
        where="bpfsim map",
        suggestion=nearest(word, VERBS) or ", ".join(VERBS),
    )


# --- show -----------------------------------------------------------------------------------------
def _type_word(map_type: str) -> str:
    return map_type.removeprefix("BPF_MAP_TYPE_").lower()


def map_json(one: MapInfo) -> dict[str, Tree]:
    """Return a map as ``bpftool -j map show`` does."""
    tree: dict[str, Tree] = {"id": one.id, "type": _type_word(one.map_type)}
    if one.name:
        tree["name"] = one.name
    tree |= {
        "flags": one.map_flags,
        "bytes_key": one.key_size,
        "bytes_value": one.value_size,
        "max_entries": one.max_entries,
        "bytes_memlock": one.memlock_bytes,
    }
    if one.owner:
        tree |= {"owner_prog_type": _prog_word(one.owner), "owner_jited": True}
    tree["frozen"] = one.frozen
    if one.btf_id:
        tree["btf_id"] = one.btf_id
    return tree


def _prog_word(prog_type: str) -> str:
    return prog_type.removeprefix("BPF_PROG_TYPE_").lower()


def map_plain(one: MapInfo) -> str:
    """Return a map as ``bpftool map show`` does."""
    name = f"name {one.name}  " if one.name else ""
    text = f"{one.id}: {_type_word(one.map_type)}  {name}flags {one.map_flags:#x}\n"
    text += f"\tkey {one.key_size}B  value {one.value_size}B  max_entries {one.max_entries}"
    text += f"  memlock {one.memlock_bytes}B"
    if one.owner:
        text += f"\n\towner_prog_type {_prog_word(one.owner)}  owner jited"
    marks = [f"btf_id {one.btf_id}"] if one.btf_id else []
    marks += ["frozen"] if one.frozen else []
    return text + ("\n\t" + "  ".join(marks) if marks else "") + "\n"


def _show(source: Source, words: Words, form: Form) -> Output:
    known = source.maps()
    is_asked = bool(words)
    if is_asked and words.first not in HANDLES:
        raise words.refuse(f"what is '{words.first}'?", suggestion="id ID, or name NAME")
    found = words.all_of(known, "map") if is_asked else known
    words.end()
    if not form.is_json:
        return Output("".join(map(map_plain, found)))
    if is_asked and len(found) == 1:
        return as_json(map_json(found[0]), form)
    return as_json([map_json(one) for one in found], form)


# --- reading --------------------------------------------------------------------------------------
def _entries(source: Source, one: MapInfo) -> Iterator[Entry]:
    """Yield the elements of a map, those that cannot be looked up with the reason."""
    key: bytes | None = None
    while True:
        result, found = source.next_key(one, key)
        if result:
            return
        key = found
        result, values = source.lookup(one, key)
        if result == _ENOENT and one.map_type in _SLOTS:
            continue
        error = ""
        if result:
            error = "<no entry>" if result == _ENOENT else errno_text(result)
        yield Entry(key, values, error)


def is_percpu(one: MapInfo) -> bool:
    """Say whether each CPU has a value of its own."""
    return Shape(MapType[one.map_type], 0, 0, 0).is_percpu


def _dump(source: Source, words: Words, form: Form) -> Output:
    found = words.all_of(source.maps(), "map")
    words.end()
    notes = [_missing(source, one) for one in found]
    note = "\n".join(text for text in notes if text)
    if form.is_json:
        trees = [_dump_json(source, one) for one in found]
        tree: Tree = trees[0] if len(trees) == 1 else [
            {**map_json(one), "elements": elements}
            for one, elements in zip(found, trees, strict=True)
        ]  # fmt: skip
        done = as_json(tree, form)
    else:
        done = Output("".join(_dump_plain(source, one) for one in found))
    return Output(done.text, 0, note)


def _missing(source: Source, one: MapInfo) -> str:
    nr = source.left_out(one)
    if not nr:
        return ""
    return f"{one.name}: {nr} more elements are not shown: a run keeps 4096 keys of a map"


def _dump_json(source: Source, one: MapInfo) -> Tree:
    types = source.types(one)
    return [entry_json(entry, types, is_percpu(one)) for entry in _entries(source, one)]


def _dump_plain(source: Source, one: MapInfo) -> str:
    types = source.types(one)
    if types is not None:
        trees = [
            entry_tree(entry, types, is_percpu(one), is_plain=True)
            for entry in _entries(source, one)
        ]
        return render(trees, pretty=True) + "\n"
    text, nr = "", 0
    for entry in _entries(source, one):
        text += entry_plain(entry, one.key_size, one.value_size, is_percpu(one))
        nr += not entry.error
    return f"{text}Found {nr} element{'' if nr == 1 else 's'}\n"


def _lookup(source: Source, words: Words, form: Form) -> Output:
    one = words.one_of(source.maps(), "map")
    key = _key(words, one)
    words.end()
    result, values = source.lookup(one, key)
    if result == _ENOENT:
        if form.is_json:
            return as_json(None, form, 1)
        return Output(f"key:\n{hex_text(key or b'')}\n\nNot found\n", 1)
    if result:
        raise words.refuse(f"lookup failed: {errno_text(result)}")
    return _one(source, one, Entry(key or b"", values), form)


def _one(source: Source, one: MapInfo, entry: Entry, form: Form) -> Output:
    types = source.types(one)
    if form.is_json:
        return as_json(entry_json(entry, types, is_percpu(one)), form)
    if types is None:
        return Output(entry_plain(entry, one.key_size, one.value_size, is_percpu(one)))
    tree = entry_tree(entry, types, is_percpu(one), is_plain=True)
    return Output(render(tree, pretty=True) + "\n")


def _key(words: Words, one: MapInfo) -> bytes | None:
    """Take ``key DATA``; a map without keys has none."""
    if not one.key_size and not words:
        return None
    if not words:
        raise words.refuse("did not find key")
    if not words.takes("key"):
        raise words.refuse(f"expected key or value, got: {words.first}")
    key = words.data(one.key_size, "key")
    if words and not words.first.startswith("v"):
        raise words.refuse(f"expected key or value, got: {words.first}")
    return key


def _peek(source: Source, words: Words, form: Form) -> Output:
    one = words.one_of(source.maps(), "map")
    if one.key_size:
        raise words.refuse("did not find key")
    words.end()
    return _lookup_without_key(*source.lookup(one, None), source, one, form, "peek")


def _lookup_without_key(
    result: int, values: Sequence[bytes], source: Source, one: MapInfo, form: Form, what: str
) -> Output:
    if result == _ENOENT and what == "peek" and not form.is_json:
        return Output("key:\n\n\nNot found\n", 1)
    if result == _ENOENT and form.is_json:
        return as_json(None, form, 1)
    if result:
        text = "empty map" if result == _ENOENT else f"{what} failed: {errno_text(result)}"
        raise SimError(text, where=f"bpfsim map {what}")
    return _one(source, one, Entry(b"", values), form)


def _pop(source: Source, words: Words, form: Form) -> Output:
    one = words.one_of(source.maps(), "map")
    words.end()
    return _lookup_without_key(*source.take(one), source, one, form, "pop")


def _getnext(source: Source, words: Words, form: Form) -> Output:
    one = words.one_of(source.maps(), "map")
    key = _key(words, one) if words else None
    words.end()
    result, following = source.next_key(one, key)
    if result:
        raise words.refuse(f"can't get next key: {errno_text(result)}")
    if form.is_json:
        shown = None if key is None else hex_list(key)
        return as_json({"key": shown, "next_key": hex_list(following)}, form)
    head = "key: None\n" if key is None else f"key:\n{hex_text(key)}\n"
    return Output(f"{head}next key:\n{hex_text(following)}\n")


# --- changing -------------------------------------------------------------------------------------
def _done(words: Words, result: int, what: str, form: Form) -> Output:
    if result:
        raise words.refuse(f"{what} failed: {errno_text(result)}")
    return as_json(None, form) if form.is_json else Output("")


def _update(source: Source, words: Words, form: Form) -> Output:
    one = words.one_of(source.maps(), "map")
    return _put(source, words, form, one, _key(words, one) if one.key_size else None)


def _put(source: Source, words: Words, form: Form, one: MapInfo, key: bytes | None) -> Output:
    """Take ``value DATA`` and flags, and update."""
    if not words:
        raise words.refuse("did not find value")
    if not words.takes("value"):
        raise words.refuse(f"expected key or value, got: {words.first}")
    value = words.data(one.value_size, "value")
    flags = 0
    if words:
        if words.first not in _FLAGS:
            raise words.refuse(f"expected key or value, got: {words.first}")
        flags = _FLAGS[words.take()]
    words.end()
    return _done(words, source.update(one, key, value, flags), "update", form)


def _push(source: Source, words: Words, form: Form) -> Output:
    return _put(source, words, form, words.one_of(source.maps(), "map"), None)


def _delete(source: Source, words: Words, form: Form) -> Output:
    one = words.one_of(source.maps(), "map")
    key = _key(words, one)
    words.end()
    return _done(words, source.delete(one, key or b""), "delete", form)


def _freeze(source: Source, words: Words, form: Form) -> Output:
    one = words.one_of(source.maps(), "map")
    words.end()
    result = source.freeze(one)
    if result:
        raise words.refuse(f"failed to freeze map: {errno_text(result)}")
    return _done(words, 0, "freeze", form)


#: bpftool's verbs by their names.
VERBS: dict[str, Callable[[Source, Words, Form], Output]] = {
    "show": _show,
    "list": _show,
    "dump": _dump,
    "update": _update,
    "lookup": _lookup,
    "getnext": _getnext,
    "delete": _delete,
    "peek": _peek,
    "push": _push,
    "pop": _pop,
    "enqueue": _push,
    "dequeue": _pop,
    "freeze": _freeze,
}
