"""Types that refer to themselves, double at every level, or are larger than anything."""

from __future__ import annotations

import struct

import pytest

from sim.base.errors import BtfError, ProgramError, RelocationError, SimError
from sim.bpf.asm import assemble, assemble_insns
from sim.bpf.btf import Btf
from sim.bpf.btf_build import BtfBuilder
from sim.bpf.btf_ext import CoreReloKind
from sim.bpf.btf_types import (
    Array,
    Datasec,
    Enum,
    Enumerator,
    Int,
    Member,
    SecVar,
    Struct,
    Typedef,
    Union,
    Var,
    Void,
)
from sim.bpf.isa import decode
from sim.bpf.spec import GlobalVar, MapSpec, ObjectSpec, ProgCoreRelo
from sim.loader.core import CoreRelocator
from sim.loader.core_match import types_match
from sim.loader.open import open_object
from sim.loader.relocate import relocate
from sim.loader.settings import set_global
from sim.run.decode import record_layout
from tests.fuzz.seeds import seed_objects
from tests.objwriter import Obj
from tests.test_loader_core import _relocate

I32 = Int("int", 4, 1)
WIDTH, LEVELS = 8, 30


def doubling(name: str = "") -> Btf:
    """Return structs each of which has eight members of the one below; the top has id 31."""
    types = [Void(), I32]
    for level in range(LEVELS):
        members = tuple(Member(name and f"{name}{i}", level + 1, 0) for i in range(WIDTH))
        types.append(Struct(f"s{level}", 4, members))
    return Btf(types)


def test_a_struct_that_contains_itself_is_searched_once():
    btf = Btf([Void(), I32, Struct("s", 8, (Member("", 2, 0), Member("a", 1, 0)) * 50)])
    assert btf.find_member(2, "missing") is None
    assert btf.find_member(2, "a") == (1, 0, 0)
    assert set(btf.member_names(2)) == {"a"}
    with pytest.raises(BtfError, match="does not end"):
        btf.alignof(2)


def test_types_that_double_at_every_level_are_looked_at_once_each():
    btf = doubling()
    top = len(btf) - 1
    assert btf.alignof(top) == 4
    assert btf.find_member(top, "missing") is None
    assert btf.member_names(top) == []
    named = doubling("m")
    assert types_match(named, top, named, top)


def test_an_array_that_does_not_fit_32_bits_has_no_size():
    btf = Btf([Void(), I32, Array(1, 1 << 31, 1), Array(1, 1 << 29, 1)])
    assert btf.sizeof(3) == 1 << 31
    with pytest.raises(BtfError, match="too large"):
        btf.sizeof(2)


def test_typedefs_in_a_circle_have_no_size():
    btf = Btf([Void(), Typedef("a", 2), Typedef("b", 1)])
    for ask in (btf.sizeof, btf.alignof, btf.resolve):
        with pytest.raises(BtfError, match="does not end"):
            ask(1)
    assert btf.type_name(1) == "a"


def test_strings_that_overlap_without_measure_are_refused():
    nr = 2000
    records = b"".join(struct.pack("<III", i, 8 << 24, 0) for i in range(1, nr))
    strings = b"\0" + b"x" * nr + b"\0"
    header = struct.pack("<HBBIIIII", 0xEB9F, 1, 0, 24, 0, len(records), len(records), len(strings))
    with pytest.raises(BtfError, match="overlap too much"):
        Btf.parse(header + records + strings)


@pytest.mark.parametrize("kind", [6, 16, 19])
def test_a_size_that_no_such_type_has_is_refused_with_its_type(kind):
    header = struct.pack("<HBBIIIII", 0xEB9F, 1, 0, 24, 0, 12, 12, 1)
    with pytest.raises(BtfError, match="impossible size of 77 bytes") as caught:
        Btf.parse(header + struct.pack("<III", 0, kind << 24, 77) + b"\0")
    assert caught.value.where == "BTF type 1"


def test_an_enum_that_is_only_declared_has_no_size_and_takes_no_value():
    header = struct.pack("<HBBIIIII", 0xEB9F, 1, 0, 24, 0, 12, 12, 3)
    btf = Btf.parse(header + struct.pack("<III", 1, 6 << 24, 0) + b"\0e\0")
    assert btf[1] == Enum("e", 0)
    spec = _variable(0, 2, Enum("e", 0))
    for value in (0, -1, 1 << 70):
        with pytest.raises(SimError, match="does not fit variable"):
            set_global(spec, "v", value)


def _variable(size: int, type_id: int, *types) -> ObjectSpec:
    spec = ObjectSpec("x", [MapSpec(".data", 2, data=bytes(size))], [], Btf([Void(), I32, *types]))
    spec.vars = {"v": GlobalVar(".data", 0, size, type_id)}
    return spec


def test_a_variable_whose_type_has_another_size_is_not_set():
    spec = _variable(4, 2, Array(1, 1 << 29, 1))
    with pytest.raises(SimError, match="does not fit variable") as caught:
        set_global(spec, "v", [1])
    assert "it has 4 bytes, and its type 2147483648" in caught.value.reason
    set_global(spec, "v", b"\1\2\3\4")
    assert spec.maps[0].data == b"\1\2\3\4"


def test_an_enum_of_a_size_beyond_measure_is_not_packed():
    spec = _variable(4, 2, Enum("e", 1 << 31, ()))
    with pytest.raises(SimError, match="does not fit variable"):
        set_global(spec, "v", 1)


def test_kconfig_externs_beyond_measure_are_refused():
    b = BtfBuilder()
    b.int_("char", 1, signed=True)
    types = [*b.build().types]
    types += [Array(1, 1 << 31, 1), Var("CONFIG_X", 2, 2)]
    types += [Datasec(".kconfig", 0, (SecVar(3, 0, 0),))]
    obj = Obj()
    obj.prog("kprobe/f", "prog", assemble("r0 = 0\nexit"))
    obj.symbol("CONFIG_X", 0, type="notype")
    obj.section(".BTF", Btf(types).encode())
    with pytest.raises(BtfError, match="kconfig externs take 2147483648 bytes"):
        open_object(obj.build(), "x")


def test_a_record_that_contains_itself_is_not_decoded():
    types = [Void(), I32, Struct("event", 8, (Member("a", 1, 0), Member("again", 2, 0)))]
    spec = ObjectSpec("x", [], [], Btf(types))
    with pytest.raises(BtfError, match="struct event contains itself"):
        record_layout(spec, None)


def test_a_record_of_more_fields_than_can_be_read_is_not_decoded():
    types = list(doubling("m").types)
    spec = ObjectSpec("x", [], [], Btf([*types, Struct("event", 4, (Member("a", 31, 0),))]))
    with pytest.raises(BtfError, match="too large to be decoded"):
        record_layout(spec, None)


def _relocations_object(call: bool) -> ObjectSpec:
    data = next(seed.data for seed in seed_objects() if seed.name == "relocations")
    spec = open_object(data, "x")
    program = spec.programs[0]
    program.core_relos = ()
    at = next(r for r in program.extern_relocs if (r.name == "bpf_task_release") == call)
    program.extern_relocs = (at._replace(name="rq" if call else "bpf_task_release"),)
    return spec


def test_a_variable_that_is_called_is_refused():
    with pytest.raises(RelocationError, match="used as what it is not") as caught:
        relocate(_relocations_object(call=True), Btf([Void()]), kconfig={})
    assert "calls it" in caught.value.reason
    assert caught.value.where.startswith("x: program 'prog', insn ")


def test_the_address_of_a_weak_function_that_is_not_there_is_zero():
    spec = _relocations_object(call=False)
    at = spec.programs[0].extern_relocs[0].insn_idx
    insns = decode(relocate(spec, Btf([Void()]), kconfig={})[0].insns)
    assert (insns[at].src_reg, insns[at].imm, insns[at + 1].imm) == (0, 0, 0)


def test_a_patched_offset_below_zero_that_fits_no_load_is_refused():
    local, kernel = (
        Btf([Void(), Enum("e", 4, (Enumerator("A", value),), True)]) for value in (5, -40_000)
    )
    relo = (1, "0", CoreReloKind.ENUMVAL_VALUE, "r1 = *(u32 *)(r2 + 5)")
    with pytest.raises(RelocationError, match="-40000 does not fit a load or store"):
        _relocate(local, kernel, *relo)


def test_an_error_of_a_relocation_names_object_program_and_instruction():
    data = next(seed.data for seed in seed_objects() if seed.name == "relocations")
    spec = open_object(data, "x")
    program = spec.programs[0]
    program.core_relos = (ProgCoreRelo(3, 1, "0:x", CoreReloKind.FIELD_EXISTS),)
    with pytest.raises(ProgramError, match="access string '0:x' is broken") as caught:
        relocate(spec, Btf([Void()]), kconfig={})
    assert caught.value.where.startswith("x: program 'prog', insn 3, ")


def test_an_error_of_a_type_names_the_file():
    obj = Obj()
    obj.prog("kprobe/f", "prog", assemble("r0 = 0\nexit"))
    obj.section(".BTF", b"\0" * 40)
    with pytest.raises(BtfError) as caught:
        open_object(obj.build(), "mine.bpf.o")
    assert caught.value.where == "mine.bpf.o, .BTF"


def test_access_strings_that_are_no_numbers_or_too_long_are_refused():
    btf = Btf([Void(), I32, Union("u", 4, (Member("a", 1, 0),))])
    for text in ("\u0660:0", "-1", "0:4294967296", "", ":".join("0" * 65)):
        relo = ProgCoreRelo(0, 2, text, CoreReloKind.FIELD_EXISTS)
        with pytest.raises(RelocationError, match="is broken"):
            CoreRelocator(btf, btf).apply(assemble_insns("r1 = 0"), relo, "p")
