from __future__ import annotations

import pytest

from sim.base.errors import RelocationError
from sim.bpf import isa
from sim.bpf.asm import assemble_insns
from sim.bpf.btf import Btf
from sim.bpf.btf_build import BtfBuilder, MemberSpec
from sim.bpf.btf_ext import CoreReloKind as K
from sim.bpf.btf_types import Member, Struct
from sim.bpf.isa import Insn
from sim.bpf.spec import ProgCoreRelo
from sim.loader.core import CORE_POISON_FUNC, CoreRelocator

POISON = [Insn(0x85, imm=CORE_POISON_FUNC)]


class Types:
    """A builder with the basic types at hand."""

    def __init__(self) -> None:
        self.b = BtfBuilder()
        self.u8, self.u32 = self.b.int_("u8", 1), self.b.int_("u32", 4)
        self.u64, self.i32 = self.b.int_("u64", 8), self.b.int_("int", 4, signed=True)
        self.i64 = self.b.int_("long", 8, signed=True)
        self.ptr = self.b.ptr()

    def struct(self, name, *members, size=None):
        specs = []
        for member in members:
            if isinstance(member, MemberSpec):
                specs.append(member)
            else:
                label, kind = member
                specs.append((label, getattr(self, kind) if isinstance(kind, str) else kind))
        return self.b.struct(name, specs, size=size)


def _relocate(local, kernel, type_id, access, kind, text):
    insns = assemble_insns(text)
    relo = ProgCoreRelo(0, type_id, access, kind)
    result = CoreRelocator(local, kernel).apply(insns, relo, "program p")
    return insns, result


def _both(make_local, make_kernel):
    local, kernel = Types(), Types()
    type_id = make_local(local)
    make_kernel(kernel)
    return local.b.build(), kernel.b.build(), type_id


def test_a_load_moves_to_where_the_kernel_has_the_field():
    local, kernel, s = _both(
        lambda t: t.struct("task", ("pid", "i32"), ("tgid", "i32")),
        lambda t: t.struct("task", ("state", "u64"), ("tgid", "i32"), ("pid", "i32")),
    )
    insns, result = _relocate(local, kernel, s, "0:1", K.FIELD_BYTE_OFFSET, "r1 = *(u32 *)(r2 + 4)")
    assert insns == assemble_insns("r1 = *(u32 *)(r2 + 8)")
    assert result.found == "struct task.tgid"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("r1 += 4", "r1 += 8"),
        ("r1 = 4", "r1 = 8"),
        ("*(u32 *)(r1 + 4) = r2", "*(u32 *)(r1 + 8) = r2"),
        ("*(u32 *)(r1 + 4) = 9", "*(u32 *)(r1 + 8) = 9"),
        ("r1 = 4 ll", "r1 = 8 ll"),
    ],
)
def test_every_class_of_instruction_is_patched(text, after):
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u32"), ("b", "u32")),
        lambda t: t.struct("s", ("x", "u64"), ("b", "u32")),
    )
    insns, _ = _relocate(local, kernel, s, "0:1", K.FIELD_BYTE_OFFSET, text)
    assert insns == assemble_insns(after)


def test_flavours_match_by_their_essential_name_and_two_underscores_do_not():
    local, kernel, s = _both(
        lambda t: t.struct("s___old", ("a", "u32")),
        lambda t: t.struct("s", ("pad", "u64"), ("a", "u32")),
    )
    text = "r1 = *(u32 *)(r2 + 0)"
    insns, _ = _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, text)
    assert insns[0].off == 8
    local, kernel, s = _both(
        lambda t: t.struct("s__old", ("a", "u32")), lambda t: t.struct("s", ("a", "u32"))
    )
    insns, result = _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, text)
    assert (insns, result.poison) == (POISON, True)


@pytest.mark.parametrize(
    ("text", "nr_poison"), [("r1 = *(u32 *)(r2 + 0)", 1), ("r1 = 0", 1), ("r1 = 0 ll", 2)]
)
def test_a_missing_field_poisons_every_slot_of_the_instruction(text, nr_poison):
    local, kernel, s = _both(
        lambda t: t.struct("s", ("gone", "u32")), lambda t: t.struct("s", ("other", "u32"))
    )
    insns, result = _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, text)
    assert insns == POISON * nr_poison
    assert result.text == f"<byte_off> [{s}] struct s.gone (0:0 @ offset 0)"


def test_whether_a_field_exists_becomes_a_number():
    make = lambda t: t.struct("s", ("a", "u32"), ("b", "u32"))  # noqa: E731
    local, kernel, s = _both(make, lambda t: t.struct("s", ("a", "u32")))
    assert _relocate(local, kernel, s, "0:0", K.FIELD_EXISTS, "r1 = 1")[0][0].imm == 1
    insns, result = _relocate(local, kernel, s, "0:1", K.FIELD_EXISTS, "r1 = 1")
    assert (insns[0].imm, result.poison) == (0, False)


def test_a_field_of_another_kind_does_not_exist():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u32")), lambda t: t.struct("s", ("a", "ptr"))
    )
    assert _relocate(local, kernel, s, "0:0", K.FIELD_EXISTS, "r1 = 1")[0][0].imm == 0


def test_anonymous_members_on_either_side_are_walked_through():
    def kernel_side(t):
        inner = t.struct("", ("x", "u32"), ("deep", "u32"))
        t.struct("s", ("head", "u64"), ("", inner))

    local, kernel, s = _both(lambda t: t.struct("s", ("deep", "u32")), kernel_side)
    text = "r1 = *(u32 *)(r2 + 0)"
    insns, _ = _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, text)
    assert insns[0].off == 12
    insns, _ = _relocate(
        kernel, local, kernel.id_of("s"), "0:1:1", K.FIELD_BYTE_OFFSET, "r1 = *(u32 *)(r2 + 12)"
    )
    assert insns[0].off == 0


def test_an_unsigned_field_that_changes_its_size_changes_the_load():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u64")), lambda t: t.struct("s", ("p", "u32"), ("a", "u32"))
    )
    insns, _ = _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 = *(u64 *)(r2 + 0)")
    assert insns == assemble_insns("r1 = *(u32 *)(r2 + 4)")


def test_a_signed_field_that_changes_its_size_poisons_the_load_and_not_an_addition():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "i64")), lambda t: t.struct("s", ("p", "i32"), ("a", "i32"))
    )
    insns, result = _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 = *(u64 *)(r2 + 0)")
    assert (insns, result.poison) == (POISON, True)
    insns, result = _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 += 0")
    assert (insns[0].imm, result.poison) == (4, False)


def test_a_load_of_another_width_than_its_field_is_refused():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u64")), lambda t: t.struct("s", ("a", "u32"))
    )
    with pytest.raises(RelocationError, match="moves 2 bytes"):
        _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 = *(u16 *)(r2 + 0)")


def test_code_that_does_not_belong_to_its_relocation_is_refused():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u32"), ("b", "u32")), lambda t: t.struct("s", ("b", "u32"))
    )
    with pytest.raises(RelocationError, match="holds 12, and its CO-RE relocation says 4"):
        _relocate(local, kernel, s, "0:1", K.FIELD_BYTE_OFFSET, "r1 += 12")


def test_an_offset_beyond_a_load_is_refused():
    def kernel_side(t):
        t.struct("s", ("pad", t.b.array(t.u8, 40000)), ("a", "u32"))

    local, kernel, s = _both(lambda t: t.struct("s", ("a", "u32")), kernel_side)
    with pytest.raises(RelocationError, match="does not fit a load"):
        _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 = *(u32 *)(r2 + 0)")
    insns, _ = _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 += 0")
    assert insns[0].imm == 40000


def test_candidates_that_disagree_are_ambiguous_and_those_that_agree_are_not():
    def disagree(t):
        t.struct("s", ("a", "u32"))
        t.struct("s___2", ("p", "u32"), ("a", "u32"))

    def agree(t):
        t.struct("s", ("a", "u32"))
        t.struct("s___2", ("a", "u32"), ("p", "u32"))
        t.struct("s___3", ("other", "u32"))

    make = lambda t: t.struct("s", ("a", "u32"))  # noqa: E731
    local, kernel, s = _both(make, disagree)
    with pytest.raises(RelocationError, match="field offset ambiguity"):
        _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 += 0")
    local, kernel, s = _both(make, agree)
    assert _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 += 0")[0][0].imm == 0


def test_sizes_that_disagree_are_ambiguous():
    def kernel_side(t):
        t.struct("s", ("a", "u32"))
        t.struct("s___2", ("a", "u64"))

    local, kernel, s = _both(lambda t: t.struct("s", ("a", "u32")), kernel_side)
    with pytest.raises(RelocationError, match="relocation decision ambiguity"):
        _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_SIZE, "r1 = 4")


def _array_struct(t, nelems, *, last=True, elem="u32"):
    members = [("n", "u64"), ("arr", t.b.array(getattr(t, elem), nelems))]
    return t.struct("s", *(members if last else reversed(members)))


@pytest.mark.parametrize(
    ("nelems", "last", "elem", "offset"),
    [
        (4, True, "u32", 16),
        (9, True, "u64", 24),
        (0, True, "u32", 16),
        (2, True, "u32", None),
        (0, False, "u32", None),
    ],
)
def test_array_elements_follow_the_kernels_bounds_and_element_size(nelems, last, elem, offset):
    local, kernel, s = _both(
        lambda t: _array_struct(t, 4), lambda t: _array_struct(t, nelems, last=last, elem=elem)
    )
    insns, result = _relocate(local, kernel, s, "0:1:2", K.FIELD_BYTE_OFFSET, "r1 += 16")
    if offset is None:
        assert (insns, result.poison) == (POISON, True)
    else:
        assert insns[0].imm == offset


def test_an_index_of_the_root_scales_with_the_kernels_struct():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u32")), lambda t: t.struct("s", ("a", "u32"), size=24)
    )
    insns, _ = _relocate(local, kernel, s, "3:0", K.FIELD_BYTE_OFFSET, "r1 += 12")
    assert insns[0].imm == 72


def _bits(t, lead, width, base="u32"):
    base_id = getattr(t, base)
    members = [MemberSpec("lead", t.u32, bits=lead)] if lead else []
    return t.b.struct("s", [*members, MemberSpec("f", base_id, bits=width)])


def test_a_bitfield_gives_load_offset_size_and_shifts():
    local, kernel, s = _both(lambda t: _bits(t, 3, 5), lambda t: _bits(t, 9, 7))

    def value(kind, old):
        return _relocate(local, kernel, s, "0:1", kind, f"r1 = {old}")[0][0].imm

    assert value(K.FIELD_BYTE_OFFSET, 0) == 0
    assert value(K.FIELD_BYTE_SIZE, 4) == 4
    assert value(K.FIELD_LSHIFT_U64, 64 - 8) == 64 - 16
    assert value(K.FIELD_RSHIFT_U64, 64 - 5) == 64 - 7
    assert value(K.FIELD_SIGNED, 0) == 0


def test_a_bitfield_that_became_an_int_and_back():
    local, kernel, s = _both(
        lambda t: _bits(t, 0, 5), lambda t: t.struct("s", ("p", "u64"), ("f", "u32"))
    )
    assert _relocate(local, kernel, s, "0:0", K.FIELD_LSHIFT_U64, "r1 = 59")[0][0].imm == 32
    assert _relocate(local, kernel, s, "0:0", K.FIELD_RSHIFT_U64, "r1 = 59")[0][0].imm == 32
    assert _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 = 0")[0][0].imm == 8


def test_a_bitfield_wider_than_a_load_is_refused():
    def kernel_side(t):
        t.b.add(Struct("s", 16, (Member("f", t.u64, 60, 10),)))

    local, kernel, s = _both(lambda t: _bits(t, 0, 5, "u64"), kernel_side)
    with pytest.raises(RelocationError, match="cannot be read by one 64-bit load"):
        _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 = 0")


def test_signedness_is_the_kernels():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u32")), lambda t: t.struct("s", ("a", "i32"))
    )
    assert _relocate(local, kernel, s, "0:0", K.FIELD_SIGNED, "r1 = 0")[0][0].imm == 1


def test_types_exist_and_have_the_kernels_size_and_id():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u32")), lambda t: t.struct("s", ("a", "u64"), ("b", "u64"))
    )
    assert _relocate(local, kernel, s, "0", K.TYPE_EXISTS, "r1 = 1")[0][0].imm == 1
    assert _relocate(local, kernel, s, "0", K.TYPE_SIZE, "r1 = 4")[0][0].imm == 16
    insns, _ = _relocate(local, kernel, s, "0", K.TYPE_ID_TARGET, "r1 = 0 ll")
    assert insns[0].imm == kernel.id_of("s")
    insns, _ = _relocate(local, kernel, s, "0", K.TYPE_ID_LOCAL, "r1 = 0 ll")
    assert insns[0].imm == s


@pytest.mark.parametrize("kind", [K.TYPE_EXISTS, K.TYPE_SIZE, K.TYPE_ID_TARGET, K.TYPE_MATCHES])
def test_a_missing_type_gives_zero_and_no_poison(kind):
    local, kernel, s = _both(lambda t: t.struct("s", ("a", "u32")), lambda t: None)
    old = {K.TYPE_SIZE: 4, K.TYPE_ID_TARGET: 0}.get(kind, 1)
    insns, result = _relocate(local, kernel, s, "0", kind, f"r1 = {old}")
    assert (insns[0].imm, result.poison) == (0, False)


def test_a_type_of_another_kind_is_another_type():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u32")), lambda t: t.b.union("s", [("a", t.u32)])
    )
    assert _relocate(local, kernel, s, "0", K.TYPE_EXISTS, "r1 = 1")[0][0].imm == 0


def _proto_typedef(t, ret, *params):
    proto = t.b.func_proto(getattr(t, ret), [("", getattr(t, p)) for p in params])
    return t.b.typedef("callback_t", t.b.ptr(proto))


@pytest.mark.parametrize(
    ("ret", "params", "exists"),
    [
        ("i32", ("u64", "ptr"), 1),
        ("u32", ("u64", "ptr"), 1),
        ("i32", ("u64",), 0),
        ("i32", ("ptr", "ptr"), 0),
    ],
)
def test_prototypes_exist_when_arity_and_kinds_agree(ret, params, exists):
    local, kernel, s = _both(
        lambda t: _proto_typedef(t, "i32", "u64", "ptr"),
        lambda t: _proto_typedef(t, ret, *params),
    )
    assert _relocate(local, kernel, s, "0", K.TYPE_EXISTS, "r1 = 1")[0][0].imm == exists


@pytest.mark.parametrize(
    ("make", "matches"),
    [
        (lambda t: t.struct("s", ("x", "u64"), ("b", "ptr"), ("a", "u32")), 1),
        (lambda t: t.struct("s", ("a", "i32"), ("b", "ptr")), 0),
        (lambda t: t.struct("s", ("a", "u64"), ("b", "ptr")), 0),
        (lambda t: t.struct("s", ("a", "u32")), 0),
    ],
)
def test_matching_is_stricter_than_existing(make, matches):
    local, kernel, s = _both(lambda t: t.struct("s", ("a", "u32"), ("b", "ptr")), make)
    assert _relocate(local, kernel, s, "0", K.TYPE_EXISTS, "r1 = 1")[0][0].imm == 1
    assert _relocate(local, kernel, s, "0", K.TYPE_MATCHES, "r1 = 1")[0][0].imm == matches


def test_matching_looks_behind_pointers_at_names_only():
    def side(t, member):
        inner = t.struct("inner", (member, "u32"))
        return t.b.struct("s", [("p", t.b.ptr(inner))])

    local, kernel, s = _both(lambda t: side(t, "a"), lambda t: side(t, "b"))
    assert _relocate(local, kernel, s, "0", K.TYPE_MATCHES, "r1 = 1")[0][0].imm == 1


def test_enumerators_have_the_kernels_value():
    local, kernel, e = _both(
        lambda t: t.b.enum("e", [("A", 1), ("B___old", 2), ("GONE", 3)]),
        lambda t: t.b.enum("e", [("B", 70), ("A", -5)]),
    )
    assert _relocate(local, kernel, e, "0", K.ENUMVAL_VALUE, "r1 = 1 ll")[0] == assemble_insns(
        "r1 = -5 ll"
    )
    assert _relocate(local, kernel, e, "1", K.ENUMVAL_VALUE, "r1 = 2")[0][0].imm == 70
    assert _relocate(local, kernel, e, "2", K.ENUMVAL_EXISTS, "r1 = 1")[0][0].imm == 0
    insns, result = _relocate(local, kernel, e, "2", K.ENUMVAL_VALUE, "r1 = 3 ll")
    assert (insns, result.poison) == (POISON * 2, True)
    assert result.text == f"<enumval_value> [{e}] enum e::GONE = 3"


def test_wide_enumerators_fill_both_slots():
    local, kernel, e = _both(
        lambda t: t.b.enum("e", [("A", 1 << 40)]), lambda t: t.b.enum("e", [("A", 3 << 41)])
    )
    insns, _ = _relocate(local, kernel, e, "0", K.ENUMVAL_VALUE, f"r1 = {1 << 40} ll")
    assert insns == assemble_insns(f"r1 = {3 << 41} ll")


@pytest.mark.parametrize(
    ("access", "kind"),
    [
        ("0:7", K.FIELD_BYTE_OFFSET),
        ("0:0:0", K.FIELD_BYTE_OFFSET),
        ("", K.FIELD_BYTE_OFFSET),
        ("0:x", K.FIELD_BYTE_OFFSET),
        ("1", K.TYPE_SIZE),
        ("0", K.ENUMVAL_VALUE),
        (":".join("0" * 65), K.FIELD_BYTE_OFFSET),
    ],
)
def test_access_strings_that_do_not_fit_are_refused(access, kind):
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u32")), lambda t: t.struct("s", ("a", "u32"))
    )
    with pytest.raises(RelocationError, match="access string"):
        _relocate(local, kernel, s, access, kind, "r1 = 0")


def test_more_than_64_anonymous_levels_are_refused():
    def deep(t):
        inner = t.b.add(Struct("", 4, (Member("a", t.u32, 0),)))
        for _ in range(70):
            inner = t.b.add(Struct("", 4, (Member("", inner, 0),)))
        t.b.add(Struct("s", 4, (Member("", inner, 0),)))

    local, kernel, s = _both(lambda t: t.struct("s", ("a", "u32")), deep)
    with pytest.raises(RelocationError, match="too deep"):
        _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 = 0")


def test_instructions_that_take_no_relocation_are_refused():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u32")), lambda t: t.struct("s", ("a", "u32"))
    )
    for text in ("r1 += r2", "exit", "ld_pseudo r1, 1, 0"):
        with pytest.raises(RelocationError):
            _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, text)
    with pytest.raises(RelocationError, match="insn 7"):
        relo = ProgCoreRelo(7, s, "0:0", K.FIELD_BYTE_OFFSET)
        CoreRelocator(local, kernel).apply(assemble_insns("exit"), relo, "p")


def test_an_anonymous_type_has_no_candidates():
    local, kernel, s = _both(lambda t: t.struct("", ("a", "u32")), lambda t: None)
    with pytest.raises(RelocationError, match="anonymous type"):
        _relocate(local, kernel, s, "0:0", K.FIELD_BYTE_OFFSET, "r1 = 0")


def test_results_do_not_depend_on_the_order_of_relocations():
    local, kernel, s = _both(
        lambda t: t.struct("s", ("a", "u32"), ("b", "u32")),
        lambda t: t.struct("s", ("p", "u64"), ("b", "u32"), ("a", "u32")),
    )
    core = CoreRelocator(local, kernel)
    insns = assemble_insns("r1 = *(u32 *)(r2 + 0)\nr1 = *(u32 *)(r2 + 4)\nr3 += 0")
    for idx, access in ((2, "0:0"), (0, "0:0"), (1, "0:1")):
        core.apply(insns, ProgCoreRelo(idx, s, access, K.FIELD_BYTE_OFFSET), "p")
    assert insns == assemble_insns("r1 = *(u32 *)(r2 + 12)\nr1 = *(u32 *)(r2 + 8)\nr3 += 12")
    assert isinstance(kernel, Btf)
    assert insns[0].opcode == isa.BPF_LDX | isa.BPF_MEM | isa.BPF_W
