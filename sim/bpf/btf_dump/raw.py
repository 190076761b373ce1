"""BTF, one record after another (``bpftool btf dump … format raw``).

Answers to ``dump_btf_raw`` in bpftool's ``btf.c``: its words, its order, its JSON keys.

**Rule:** `raw_json` has the facts, `raw_text` writes them: a key that the text does not name is
in neither.

**Not modelled:** split BTF, whose ids would go on from those of a base.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    BTF_INT_BOOL,
    BTF_INT_CHAR,
    BTF_INT_SIGNED,
    Array,
    BtfType,
    Const,
    Datasec,
    DeclTag,
    Enum,
    Enum64,
    Float,
    Func,
    FuncProto,
    Fwd,
    Int,
    Ptr,
    Restrict,
    Struct,
    Typedef,
    TypeTag,
    Union,
    Var,
    Volatile,
)

__all__ = ["raw_json", "raw_text"]

_LINKAGES = {0: "static", 1: "global", 2: "extern"}
_ENCODINGS = {0: "(none)", BTF_INT_SIGNED: "SIGNED", BTF_INT_CHAR: "CHAR", BTF_INT_BOOL: "BOOL"}
_ROWS = ("members", "values", "params", "vars")
_Record = dict[str, Any]


def raw_json(btf: Btf, ids: Iterable[int] | None = None) -> list[_Record]:
    """Return the records of *btf* with bpftool's keys.

    Args:
        btf: The types.
        ids: Which of them; all but void unless given.
    """
    return [_record(btf, i) for i in (range(1, len(btf)) if ids is None else ids)]


def raw_text(btf: Btf, ids: Iterable[int] | None = None) -> str:
    """Return the records of *btf* as lines; *ids* as for `raw_json`."""
    return "".join(_text(btf, record) for record in raw_json(btf, ids))


def _record(btf: Btf, type_id: int) -> _Record:
    one = btf[type_id]
    head = {"id": type_id, "kind": one.kind.name, "name": one.name or "(anon)"}
    return head | _facts(one)


def _facts(one: BtfType) -> _Record:
    match one:
        case Int():
            encoding = _ENCODINGS.get(one.encoding, "UNKN")
            bits = {"bits_offset": one.bit_off, "nr_bits": one.nr_bits}
            return {"size": one.size} | bits | {"encoding": encoding}
        case Ptr() | Const() | Volatile() | Restrict() | Typedef() | TypeTag():
            return {"type_id": one.type}
        case Array():
            sizes = {"index_type_id": one.index_type, "nr_elems": one.nelems}
            return {"type_id": one.type} | sizes
        case Struct() | Union():
            rows = [_member(m.name, m.type, m.bit_off, m.bitfield_size) for m in one.members]
            return {"size": one.size, "vlen": len(rows), "members": rows}
        case Fwd():
            return {"fwd_kind": "union" if one.is_union else "struct"}
        case Func() | Var():
            return {"type_id": one.type, "linkage": _LINKAGES.get(one.linkage, "(unknown)")}
        case Float():
            return {"size": one.size}
        case DeclTag():
            return {"type_id": one.type, "component_idx": one.component_idx}
        case _:
            return _listed(one)


def _listed(one: BtfType) -> _Record:
    match one:
        case Enum() | Enum64():
            encoding = "SIGNED" if one.is_signed else "UNSIGNED"
            rows = [{"name": item.name, "val": item.value} for item in one.values]
            head = {"encoding": encoding, "size": one.size}
            return head | {"vlen": len(rows), "values": rows}
        case FuncProto():
            rows = [{"name": p.name or "(anon)", "type_id": p.type} for p in one.params]
            return {"ret_type_id": one.type, "vlen": len(rows), "params": rows}
        case Datasec():
            rows = [{"type_id": v.type, "offset": v.offset, "size": v.size} for v in one.vars]
            return {"size": one.size, "vlen": len(rows), "vars": rows}
        case _:
            raise AssertionError(f"a {one.kind.name} is no list")


def _member(name: str, type_id: int, bit_off: int, bitfield_size: int) -> _Record:
    row = {"name": name or "(anon)", "type_id": type_id, "bits_offset": bit_off}
    return row | ({"bitfield_size": bitfield_size} if bitfield_size else {})


def _text(btf: Btf, record: _Record) -> str:
    words = [f"[{record['id']}] {record['kind']} '{record['name']}'"]
    comma = "," if record["kind"] == "VAR" else ""
    for key, value in record.items():
        if key not in ("id", "kind", "name", *_ROWS):
            words.append(f"{key}={value}" + (comma if key == "type_id" else ""))
    lines = [" ".join(words)]
    for key in _ROWS:
        lines += [_row(btf, record, row) for row in record.get(key, ())]
    return "\n".join(lines) + "\n"


def _row(btf: Btf, record: _Record, row: _Record) -> str:
    if "val" in row:
        long = {("ENUM64", "SIGNED"): "LL", ("ENUM64", "UNSIGNED"): "ULL"}
        return f"\t'{row['name']}' val={row['val']}" + long.get(
            (record["kind"], record["encoding"]), ""
        )
    named = [f"'{row['name']}'"] if "name" in row else []
    text = "\t" + " ".join(named + [f"{k}={v}" for k, v in row.items() if k != "name"])
    if record["kind"] == "DATASEC" and row["type_id"] < len(btf):
        variable = btf[row["type_id"]]
        text += f" ({variable.kind.name} '{variable.name or '(anon)'}')"
    return text
