from __future__ import annotations

import pytest

from sim.base.errors import BtfError
from sim.kernel.types.cdecl import CDeclReader
from sim.kernel.types.kernel_types import KernelTypes


def types_of(text: str) -> KernelTypes:
    reader = CDeclReader()
    reader.read("test.h", text)
    return KernelTypes(reader.declarations)


def test_members_are_laid_out_as_c_does() -> None:
    types = types_of("struct s { char a; int b; char c; long d; short e; };")
    assert [types.offsetof("s", name) for name in "abcde"] == [0, 4, 8, 16, 24]
    assert types.sizeof("s") == 32


def test_base_types_have_the_sizes_of_x86_64() -> None:
    types = types_of(
        "struct s { unsigned long int a; long long unsigned int b; unsigned c; short int d;"
        " signed char e; _Bool f; void *g; };"
    )
    assert [types.sizeof_member("s", name) for name in "abcdefg"] == [8, 8, 4, 2, 1, 1, 8]


def test_a_union_is_as_large_as_its_largest_member() -> None:
    assert types_of("union u { char a[5]; int b; };").sizeof("u") == 8


def test_bit_fields_share_a_unit_until_one_does_not_fit() -> None:
    types = types_of("struct s { unsigned a : 30; unsigned b : 3; unsigned c : 1; };")
    assert [types.member("s", name).bit_off for name in "abc"] == [0, 32, 35]
    assert types.sizeof("s") == 8


def test_what_is_packed_has_no_gaps() -> None:
    types = types_of(
        "struct s { char a; long b; unsigned c : 3; unsigned d : 31; } __attribute__((packed));"
        "union u { char a[5]; int b; } __attribute__((packed));"
        "enum e { A, B } __attribute__((packed)); struct t { enum e x; enum e y; };"
    )
    assert [types.member("s", name).bit_off for name in "abcd"] == [0, 8, 72, 75]
    assert [types.sizeof(name) for name in ("s", "u", "t")] == [14, 5, 2]


def test_an_alignment_moves_a_member_and_grows_a_struct() -> None:
    types = types_of(
        "struct s { char a; int b __attribute__((aligned(64))), c; char d; };"
        "struct t { char a; } __attribute__((aligned(32)));"
    )
    assert [types.offsetof("s", name) for name in "abcd"] == [0, 64, 68, 72]
    assert (types.sizeof("s"), types.sizeof("t")) == (128, 32)


def test_a_bit_field_without_a_name_is_space_and_no_member() -> None:
    types = types_of("struct s { unsigned a : 3; unsigned : 5; unsigned b : 2; long : 64; };")
    assert types.member("s", "b").bit_off == 8
    assert types.sizeof("s") == 16
    assert types.btf.member_names(types.type_id("s")) == ["a", "b"]


def test_a_function_may_take_more_arguments() -> None:
    types = types_of("int f(const char *fmt, ...);")
    assert types.function_params("f") == (("fmt", "const char *"), ("", "void"))


def test_an_unknown_attribute_is_refused() -> None:
    with pytest.raises(BtfError, match="expected 'aligned', found 'weak'"):
        types_of("struct s { int a; } __attribute__((weak));")


def test_declarators_nest_as_in_c() -> None:
    types = types_of(
        "struct s { int *a[4]; int (*b)[4]; int (*c)(struct s *, char); char d[2][3]; };"
    )
    assert [types.sizeof_member("s", name) for name in "abcd"] == [32, 8, 8, 6]
    assert types.btf.type_name(types.member("s", "b").type) == "int[4] *"
    assert types.btf.type_name(types.member("s", "d").type) == "char[3][2]"


def test_an_enumerator_counts_on_and_can_be_used_as_a_size() -> None:
    types = types_of("enum e { A = 3, B, C = 1 << 4, D = -1 }; struct s { char x[B]; };")
    assert [types.constant(name) for name in "ABCD"] == [3, 4, 16, -1]
    assert types.sizeof("s") == 4


def test_a_struct_may_point_to_itself_and_to_what_comes_later() -> None:
    types = types_of("struct a { struct a *next; struct b *b; }; struct b { struct a a; };")
    assert types.sizeof("b") == 16


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("typedef int (*f", "ends inside"),
        ("struct s { u32 a; };", "u32 is not a type"),
        ("struct s { struct later a; };", "has no alignment"),
        ("struct s { int a; }; struct s { int a; };", "declared twice"),
        ("enum e { A }; enum f { A };", "declared twice"),
        ("int x;", "is a variable"),
        ("struct s { int a[N]; };", "no number"),
        ("struct s { long char a; };", "no arithmetic type"),
        ("struct s { int @; };", "cannot read '@'"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(BtfError, match=problem):
        types_of(text)


def test_a_mistake_is_reported_with_its_line() -> None:
    with pytest.raises(BtfError, match=r"test\.h:3"):
        types_of("struct s {\n\tint a;\n\tu32 b;\n};")
