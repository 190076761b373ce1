from __future__ import annotations

import pytest

from sim.base.errors import SimError
from sim.bpf.btf_build import BtfBuilder
from sim.bpf.spec import GlobalVar as Var
from sim.bpf.spec import MapSpec, MapType, ObjectSpec
from sim.loader.open import open_object
from sim.loader.settings import get_global, set_global, set_max_entries
from tests.corpus import corpus_objects


@pytest.fixture
def spec() -> ObjectSpec:
    b = BtfBuilder()
    i32, u8 = b.int_("int", 4, signed=True), b.int_("u8", 1)
    flag, char = b.int_("bool", 1, is_bool=True), b.int_("char", 1, signed=True)
    mode = b.enum("mode", [("FAST", 1), ("EXACT", 2)])
    wide = b.int_("u64", 8)
    pair = b.struct("pair", [("a", i32), ("b", i32)])
    const = b.const(b.volatile(i32))
    variables = {
        "pid": Var("t.rodata", 0, 4, const),
        "on": Var("t.rodata", 4, 1, flag),
        "byte": Var("t.rodata", 5, 1, u8),
        "comm": Var("t.rodata", 8, 8, b.array(char, 8)),
        "list": Var("t.rodata", 16, 12, b.array(i32, 3)),
        "mode": Var("t.rodata", 28, 4, mode),
        "wide": Var("t.rodata", 32, 8, wide),
        "pair": Var("t.rodata", 40, 8, pair),
        "plain": Var("t.rodata", 48, 4, 0),
        "LINUX_KERNEL_VERSION": Var("t.kconfig", 0, 4, i32),
    }
    data = MapSpec("t.rodata", 2, 4, 52, 1, data=bytes(range(52)), section=".rodata")
    kconfig = MapSpec("t.kconfig", 2, 4, 4, 1, data=bytes(4), section=".kconfig")
    ring = MapSpec("ring", MapType.BPF_MAP_TYPE_RINGBUF, 0, 0, 4096)
    table = MapSpec("table", MapType.BPF_MAP_TYPE_HASH, 4, 8, 16)
    return ObjectSpec("t", [data, kconfig, ring, table], [], b.build(), vars=variables)


@pytest.mark.parametrize(
    ("name", "value", "packed"),
    [
        ("pid", -2, b"\xfe\xff\xff\xff"),
        ("on", True, b"\1"),
        ("on", 0, b"\0"),
        ("byte", 255, b"\xff"),
        ("comm", "bash", b"bash\0\0\0\0"),
        ("comm", b"\1\2", b"\1\2\0\0\0\0\0\0"),
        ("list", [1, -1], b"\1\0\0\0\xff\xff\xff\xff\0\0\0\0"),
        ("mode", "EXACT", b"\2\0\0\0"),
        ("mode", 1, b"\1\0\0\0"),
        ("wide", (1 << 64) - 1, b"\xff" * 8),
        ("pair", b"\1\0\0\0\2\0\0\0", b"\1\0\0\0\2\0\0\0"),
        ("plain", -1, b"\xff" * 4),
        ("plain", "abc", b"abc\0"),
    ],
)
def test_values_are_packed_by_their_type_and_touch_nothing_else(spec, name, value, packed):
    before = spec.map(".rodata").data
    set_global(spec, name, value)
    after = spec.map(".rodata").data
    var = spec.vars[name]
    assert get_global(spec, name) == packed
    assert after[: var.offset] == before[: var.offset]
    assert after[var.offset + var.size :] == before[var.offset + var.size :]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pid", 1 << 31),
        ("pid", "text"),
        ("on", 256),
        ("byte", -1),
        ("comm", "exactly8"),
        ("list", [1, 2, 3, 4]),
        ("list", "text"),
        ("list", [1, "x"]),
        ("list", 7),
        ("mode", "SLOW"),
        ("wide", 1 << 64),
        ("pair", 3),
        ("plain", 1 << 32),
        ("plain", [1]),
        ("LINUX_KERNEL_VERSION", 1),
    ],
)
def test_values_that_do_not_fit_are_refused_and_change_nothing(spec, name, value):
    before = spec.copy()
    with pytest.raises(SimError) as caught:
        set_global(spec, name, value)
    assert caught.value.where == name
    assert spec == before


def test_an_unknown_variable_is_told_with_the_nearest(spec):
    with pytest.raises(SimError) as caught:
        set_global(spec, "comn", 1)
    assert "comm" in caught.value.suggestion
    with pytest.raises(SimError):
        get_global(spec, "comn")


def test_maps_are_resized(spec):
    set_max_entries(spec, "table", 1000)
    set_max_entries(spec, "ring", 1 << 20)
    assert (spec.map("table").max_entries, spec.map("ring").max_entries) == (1000, 1 << 20)


@pytest.mark.parametrize(
    ("name", "entries", "problem"),
    [
        ("ring", 5000, "cannot have 5000 bytes"),
        ("ring", 2048, "cannot have 2048 bytes"),
        ("table", 0, "impossible"),
        ("table", 1 << 32, "impossible"),
        (".rodata", 2, "global variables"),
        ("tabel", 2, "no map 'tabel'"),
    ],
)
def test_impossible_sizes_are_refused(spec, name, entries, problem):
    with pytest.raises(SimError) as caught:
        set_max_entries(spec, name, entries)
    assert problem in caught.value.problem


def test_a_ring_buffer_of_a_wrong_size_is_told_the_next_right_one(spec):
    with pytest.raises(SimError) as caught:
        set_max_entries(spec, "ring", 5000)
    assert caught.value.suggestion == "use 8192"


@pytest.mark.corpus
def test_the_filter_of_opensnoop_can_be_set():
    (path,) = corpus_objects("opensnoop")
    spec = open_object(path)
    set_global(spec, "targ_pid", 77)
    set_global(spec, "targ_failed", True)
    assert spec.map(".rodata").data == b"\x4d" + bytes(11) + b"\1"
