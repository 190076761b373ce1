from __future__ import annotations

import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.base.errors import BtfError
from sim.bpf.btf import Btf, essential_name
from sim.bpf.btf_build import BtfBuilder, MemberSpec
from sim.bpf.btf_types import (
    BTF_FUNC_STATIC,
    BTF_VAR_GLOBAL_EXTERN,
    Array,
    BtfKind,
    Const,
    Datasec,
    DeclTag,
    Enum64,
    Int,
    Member,
    Ptr,
    SecVar,
    Struct,
    Typedef,
    Void,
)


def _everything() -> Btf:
    b = BtfBuilder()
    i32 = b.int_("int", 4, signed=True)
    u64 = b.int_("unsigned long", 8)
    flag = b.int_("_Bool", 1, is_bool=True)
    node = b.declare()
    b.struct("node", [("next", b.ptr(node)), ("value", i32)], at=node)
    b.union("either", [("a", u64), ("b", b.array(i32, 3))])
    b.enum("small", [("A", 0), ("B", 7)])
    b.enum("negative", [("N", -1)])
    b.enum("wide", [("W", 1 << 40)])
    b.fwd("opaque")
    b.fwd("open_union", is_union=True)
    b.typedef("node_t", b.volatile(b.const(node)))
    b.restrict(b.ptr(flag))
    b.func("f", i32, [("x", u64), ("", 0)], linkage=BTF_FUNC_STATIC)
    var = b.var("v", u64, linkage=BTF_VAR_GLOBAL_EXTERN)
    b.datasec(".data", [(var, 8)], size=16)
    b.float_("double", 8)
    b.add(DeclTag("tagged", node, 1))
    b.ptr(b.type_tag("user", i32))
    bits = [MemberSpec("lo", i32, bits=3), MemberSpec("hi", i32, bits=30), ("tail", flag)]
    b.struct("bits", bits)
    return b.build()


def test_every_kind_survives_encoding():
    btf = _everything()
    again = Btf.parse(btf.encode())
    assert again == btf
    assert {t.kind for t in again} == set(BtfKind)


def test_equal_types_get_one_id_and_different_kinds_do_not():
    b = BtfBuilder()
    i32 = b.int_("int", 4)
    assert b.ptr(i32) == b.ptr(i32)
    assert b.ptr(i32) != b.const(i32) != b.volatile(i32)
    assert b.struct("s", []) != b.struct("s", [])


def test_structs_are_laid_out_as_c_does():
    b = BtfBuilder()
    u8, u32, u64 = b.int_("u8", 1), b.int_("u32", 4), b.int_("u64", 8)
    inner = b.struct("inner", [("a", u8), ("b", u64)])
    s = b.struct("s", [("x", u8), ("y", u32), ("in", inner), ("z", u8), ("t", b.array(u8, 3))])
    btf = b.build()
    assert btf.sizeof(s) == 32
    assert btf.alignof(s) == 8
    assert [btf.field("s", p).offset for p in ("x", "y", "in.b", "z", "t")] == [0, 4, 16, 24, 25]


def test_a_bitfield_does_not_straddle_its_type():
    field = _everything().field("bits", "hi")
    assert (field.bit_off, field.bitfield_size) == (32, 30)


def test_members_of_anonymous_structs_are_found_in_their_parent():
    b = BtfBuilder()
    u32 = b.int_("u32", 4)
    deep = b.union("", [("left", u32), ("right", u32)])
    b.struct("s", [("head", u32), ("", b.struct("", [("pad", u32), ("", deep)]))])
    btf = b.build()
    assert btf.field("s", "right").offset == 8
    assert btf.member_names(btf.id_of("s")) == ["head", "pad", "left", "right"]


def test_a_missing_name_is_told_with_the_nearest():
    btf = _everything()
    with pytest.raises(BtfError) as caught:
        btf.id_of("nod", BtfKind.STRUCT)
    assert "node" in caught.value.suggestion
    with pytest.raises(BtfError) as caught:
        btf.field("node", "valu")
    assert "value" in caught.value.suggestion


def test_modifiers_and_typedefs_are_skipped_apart():
    btf = _everything()
    node_t = btf.id_of("node_t")
    assert isinstance(btf.resolved(node_t), Struct)
    assert btf.skip_mods(node_t) == node_t
    typedef = btf[node_t]
    assert isinstance(typedef, Typedef)
    assert btf.skip_mods(typedef.type) == btf.id_of("node")


@pytest.mark.parametrize(
    "types",
    [
        [Void(), Const(2), Const(1)],
        [Void(), Typedef("t", 1)],
        [Void(), Array(1, 2, 1)],
    ],
)
def test_a_type_that_does_not_end_is_refused(types):
    with pytest.raises(BtfError, match="does not end"):
        Btf(types).sizeof(1)


def test_a_struct_inside_itself_has_no_alignment():
    types = [Void(), Struct("s", 8, (Member("s", 1, 0),))]
    with pytest.raises(BtfError, match="does not end"):
        Btf(types).alignof(1)


@pytest.mark.parametrize("name", ["opaque", "f"])
def test_what_has_no_size_is_refused(name):
    btf = _everything()
    with pytest.raises(BtfError, match="has no size"):
        btf.sizeof(btf.id_of(name))


@pytest.mark.parametrize(
    ("name", "essential"),
    [
        ("task_struct___o", "task_struct"),
        ("a___b___c", "a___b"),
        ("a__b", "a__b"),
        ("a____b", "a____b"),
        ("___x", "___x"),
        ("x___", "x___"),
        ("a___b____c", "a"),
    ],
)
def test_flavours_are_three_underscores_between_letters(name, essential):
    assert essential_name(name) == essential


def test_flavours_are_found_by_their_essential_name():
    b = BtfBuilder()
    ids = [b.struct("s", []), b.struct("s___old", [])]
    b.struct("s__other", [])
    assert b.build().ids_by_essential_name("s") == ids


def test_declared_types_must_be_defined_before_they_are_needed_by_value():
    b = BtfBuilder()
    later = b.declare()
    with pytest.raises(BtfError, match="before it is defined"):
        b.struct("s", [("x", later)])
    with pytest.raises(BtfError, match="never defined"):
        b.build()


def test_enums_take_the_kind_that_their_values_need():
    btf = _everything()
    assert isinstance(btf[btf.id_of("wide")], Enum64)
    wide = btf[btf.id_of("wide")]
    assert isinstance(wide, Enum64)
    assert wide.values[0].value == 1 << 40
    assert btf[btf.id_of("negative")].kind is BtfKind.ENUM


def test_numbers_that_do_not_fit_are_refused_when_written():
    with pytest.raises(BtfError, match="does not fit"):
        Btf([Void(), Array(0, 1 << 32, 0)]).encode()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda d: d[:10], "no complete header"),
        (lambda d: b"\x00\x00" + d[2:], "starts with"),
        (lambda d: b"\xeb\x9f" + d[2:], "starts with"),
        (lambda d: d[:2] + b"\x02" + d[3:], "version 2"),
        (lambda d: d[:-4], "end at byte"),
        (lambda d: d[:4] + struct.pack("<I", 4) + d[8:], "header length"),
        (lambda d: d[:24] + struct.pack("<I", 1 << 20) + d[28:], "string offset"),
        (lambda d: d[:28] + struct.pack("<I", 30 << 24) + d[32:], "kind 30"),
    ],
)
def test_broken_btf_is_refused(change, problem):
    with pytest.raises(BtfError, match=problem):
        Btf.parse(change(_everything().encode()))


def test_a_reference_to_a_missing_type_is_refused():
    with pytest.raises(BtfError, match="refers to type 9"):
        Btf.parse(Btf([Void(), Ptr(9)]).encode())


@given(st.integers(0, 1 << 32))
@settings(max_examples=150, deadline=None)
def test_damaged_btf_is_read_or_refused_and_nothing_else(seed):
    rng = random.Random(seed)
    data = bytearray(_everything().encode())
    for _ in range(rng.randint(1, 4)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    try:
        btf = Btf.parse(bytes(data))
        for type_id in range(len(btf)):
            btf.type_name(type_id)
            btf.sizeof(type_id)
            btf.alignof(type_id)
    except BtfError:
        pass


def test_datasec_rows_keep_offset_and_size():
    btf = _everything()
    datasec = btf[btf.id_of(".data")]
    assert isinstance(datasec, Datasec)
    assert datasec.vars == (SecVar(btf.id_of("v"), 8, 8),)


def test_an_int_without_a_bit_count_has_all_of_its_bits():
    assert Int("int", 4).nr_bits == 32
