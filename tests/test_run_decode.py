"""The layout of a tool's records: from its object's types, or known by its name."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from sim.bpf.btf_build import BtfBuilder, MemberSpec
from sim.record.fields import RecordField, RecordLayout
from sim.run.decode import record_layout


def layout_of(build, struct="event") -> RecordLayout:
    b = BtfBuilder()
    build(b)
    found = record_layout(SimpleNamespace(name="mine", btf=b.build()), struct)
    assert found is not None
    return found


def types(b: BtfBuilder) -> SimpleNamespace:
    return SimpleNamespace(
        u8=b.int_("unsigned char", 1),
        u16=b.int_("unsigned short", 2),
        u32=b.typedef("__u32", b.int_("unsigned int", 4)),
        u64=b.const(b.typedef("__u64", b.int_("unsigned long long", 8))),
        s32=b.int_("int", 4, signed=True),
        flag=b.typedef("bool", b.int_("_Bool", 1, is_bool=True)),
        u128=b.int_("unsigned __int128", 16),
        char=b.int_("char", 1, signed=True),
    )


def test_numbers_have_their_width_and_sign():
    def build(b):
        t = types(b)
        state = b.enum("state", [("LISTEN", 1), ("CLOSED", 7)])
        result = b.enum("result", [("OK", 0), ("BAD", -1)])
        names = [("ts", t.u64), ("ret", t.s32), ("ok", t.flag), ("at", b.ptr(t.u8))]
        b.struct("event", [*names, ("state", state), ("result", result), ("addr", t.u128)])

    assert layout_of(build).fields == (
        RecordField("ts", 0, 8, "unsigned", 8),
        RecordField("ret", 8, 4, "signed", 4),
        RecordField("ok", 12, 1, "bool", 1),
        RecordField("at", 16, 8, "unsigned", 8),
        RecordField("state", 24, 4, "unsigned", 4, names="LISTEN=1 CLOSED=7"),
        RecordField("result", 28, 4, "signed", 4, names="OK=0 BAD=-1"),
        RecordField("addr", 32, 16, "hex"),
    )


def test_arrays_are_text_or_bytes_or_numbers():
    def build(b):
        t = types(b)
        matrix = b.array(b.array(t.u16, 3), 2)
        pair = b.struct("pair", [("a", t.u32), ("b", t.u32)])
        arrays = [("comm", b.array(t.char, 16)), ("mac", b.array(t.u8, 6)), ("m", matrix)]
        b.struct("event", [*arrays, ("pairs", b.array(pair, 2)), ("args", b.array(t.u64, 4))])

    assert layout_of(build).fields == (
        RecordField("comm", 0, 16, "text"),
        RecordField("mac", 16, 6, "hex"),
        RecordField("m", 22, 12, "unsigned", 2),
        RecordField("pairs", 36, 16, "hex"),
        RecordField("args", 56, 32, "unsigned", 8),
    )


def test_members_of_nested_structs_and_unions_are_fields():
    def build(b):
        t = types(b)
        v4 = b.union("", [("v4", t.u32), ("v6", b.array(t.u8, 16))])
        inner = b.struct("addr", [("family", t.u16), MemberSpec("", v4)])
        b.struct("event", [("pid", t.u32), ("src", inner), ("dst", inner)])

    found = [(field.name, field.offset) for field in layout_of(build).fields]
    assert found == [
        ("pid", 0), ("src.family", 4), ("src.v4", 8), ("src.v6", 8),
        ("dst.family", 24), ("dst.v4", 28), ("dst.v6", 28),
    ]  # fmt: skip


def test_bitfields_know_their_bits():
    def build(b):
        t = types(b)
        bits = [MemberSpec("low", t.u32, bits=3), MemberSpec("high", t.s32, bits=12)]
        b.struct("event", [("pid", t.u32), *bits, MemberSpec("all", t.u64, bits=63)])

    assert layout_of(build).fields[1:] == (
        RecordField("low", 4, 1, "unsigned", 1, shift=0, bits=3),
        RecordField("high", 4, 2, "signed", 2, shift=3, bits=12),
        RecordField("all", 8, 8, "unsigned", 8, shift=0, bits=63),
    )


@pytest.mark.parametrize(
    ("last", "min_bytes", "max_bytes"),
    [("number", 12, 23), ("array", 8, 31), ("endless", 8, None)],
)
def test_a_record_may_end_within_its_last_array(last, min_bytes, max_bytes):
    def build(b):
        t = types(b)
        count = {"number": 0, "array": 16, "endless": 0}[last]
        kind = t.u32 if last == "number" else b.array(t.char, count)
        b.struct("event", [("ts", t.u64), ("tail", kind)])

    found = layout_of(build)
    assert (found.min_bytes, found.max_bytes) == (min_bytes, max_bytes)


def test_the_named_struct_comes_before_event_and_event_before_none():
    def build(b):
        t = types(b)
        b.struct("event", [("a", t.u32)])
        b.struct("mine", [("b", t.u32)])

    assert layout_of(build, "mine").struct == "mine"
    assert layout_of(build, None).struct == "event"
    assert layout_of(build, "other").struct == "event"


def test_a_layout_known_by_the_objects_name_is_of_one_length():
    found = record_layout(SimpleNamespace(name="opensnoop", btf=None), None)
    assert found is not None
    assert (found.struct, found.struct_bytes, found.min_bytes) == ("event", 312, 312)
    assert found.max_bytes == 319
    assert found.fields[0] == RecordField("ts", 0, 8, "unsigned", 8)
    assert found.fields[-1] == RecordField("fname", 56, 255, "text")


def test_an_unknown_object_without_its_struct_has_no_layout():
    assert record_layout(SimpleNamespace(name="mine", btf=None), None) is None


def test_the_columns_of_a_layout_are_those_of_the_table():
    field = RecordField("a", 4, 4, "unsigned", 4, shift=1, bits=2, names="X=1")
    assert RecordLayout("event", 8, 8, (field, field)).columns() == {
        "struct": "event", "struct_bytes": 8, "min_bytes": 8, "field": ["a", "a"],
        "offset": [4, 4], "size_bytes": [4, 4], "how": ["unsigned", "unsigned"],
        "element_bytes": [4, 4], "shift": [1, 1], "bits": [2, 2], "names": ["X=1", "X=1"],
    }  # fmt: skip
