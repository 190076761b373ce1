"""Notes in declarations: what a kernel has is read, what it lacks is not."""

from __future__ import annotations

import pytest

from sim.base.errors import BtfError
from sim.kernel.types.btf_emit import emit_btf
from sim.kernel.types.cdecl import CDeclReader
from sim.kernel.types.kernel_types import kernel_btf, kernel_types
from sim.kernel.types.model import Declarations
from sim.versions.releases import KERNEL_RELEASES

TEXT = """
@until(6.0) struct old { int a; };
@since(6.0) // c0ffee
struct box {
	int first;
	@since(6.1) struct { int x, y; } point;
	@until(6.1) @since(5.16) long middle;
	@since(6.2) { int last; char name[16]; }
};
enum kind { KIND_A, @since(6.1) KIND_B, @since(6.1) { KIND_C = 7, KIND_D, } KIND_MAX, };
void call(int a, @since(6.1) long b);
@until(6.1) { void gone(void); typedef int gone_t; }
"""


def declared(kernel: str) -> Declarations:
    reader = CDeclReader(kernel)
    reader.read("text", TEXT)
    return reader.declarations


def members(kernel: str) -> list[str]:
    return [field.name for field in declared(kernel).composites["struct", "box"].fields]


@pytest.mark.parametrize(
    ("kernel", "names"),
    [
        ("6.0", ["first", "middle"]),
        ("6.1", ["first", "point"]),
        ("6.12", ["first", "point", "last", "name"]),
    ],
)
def test_a_note_is_about_one_member_or_about_a_brace_of_them(kernel: str, names: list[str]) -> None:
    assert members(kernel) == names


def test_a_note_before_a_declaration_is_about_all_of_it() -> None:
    assert set(declared("5.19").composites) == {("struct", "old")}
    assert set(declared("6.0").composites) == {("struct", "box")}
    assert "gone" in declared("6.0").functions
    assert "gone" not in declared("6.1").functions
    assert not declared("6.1").typedefs


def test_enumerators_and_parameters_are_selected_too() -> None:
    assert declared("6.0").enums["kind"].values == (("KIND_A", 0), ("KIND_MAX", 1))
    after = (("KIND_A", 0), ("KIND_B", 1), ("KIND_C", 7), ("KIND_D", 8), ("KIND_MAX", 9))
    assert declared("6.1").enums["kind"].values == after
    assert len(declared("6.0").functions["call"].proto.params) == 1
    assert len(declared("6.1").functions["call"].proto.params) == 2


def test_releases_are_compared_by_number() -> None:
    assert "name" in members("6.12")


@pytest.mark.parametrize("text", ["@since(x) int f(void);", "@before(6.1) int f(void);"])
def test_another_note_is_an_error(text: str) -> None:
    with pytest.raises(BtfError, match="cannot read"):
        CDeclReader("6.1").read("text", text)


def test_values_of_64_bits_lose_their_upper_halves_before_the_format_has_them() -> None:
    reader = CDeclReader()
    reader.read("text", "enum wide { LOW = 1, HIGH = 0xFFFFF00000000 };")
    narrow = emit_btf(reader.declarations, has_enum64=False)
    wide = emit_btf(reader.declarations)
    assert [item.value for item in narrow[narrow.id_of("wide")].values] == [1, 0]  # type: ignore[attr-defined]
    assert [item.value for item in wide[wide.id_of("wide")].values] == [1, 0xFFFFF00000000]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kernel", KERNEL_RELEASES)
def test_every_kernel_has_types(kernel: str) -> None:
    types = kernel_types(kernel)
    assert types.kernel == kernel
    assert types.sizeof("task_struct") > 2000


@pytest.mark.parametrize(
    ("struct", "member", "kernels"),
    [
        # f3fa33acca9f: a request's disk is its queue's from 5.17 on
        ("request", "rq_disk", "5.15 5.16"),
        ("request_queue", "disk", "5.15 5.16 5.17 5.18 5.19 6.0 6.1 6.2 6.12"),
        ("task_struct", "__state", "5.15 5.16 5.17 5.18 5.19 6.0 6.1 6.2 6.12"),
        ("task_struct", "cpu", "5.15"),
        ("thread_info", "cpu", "5.16 5.17 5.18 5.19 6.0 6.1 6.2 6.12"),
        ("mm_struct", "mmap", "5.15 5.16 5.17 5.18 5.19 6.0"),
        ("mm_struct", "mm_mt", "6.1 6.2 6.12"),
        ("address_space_operations", "readpage", "5.15 5.16 5.17 5.18"),
        ("trace_event_raw_kfree_skb", "reason", "5.17 5.18 5.19 6.0 6.1 6.2 6.12"),
    ],
)
def test_a_member_is_where_its_release_has_it(struct: str, member: str, kernels: str) -> None:
    found = [
        kernel
        for kernel in KERNEL_RELEASES
        if kernel_btf(kernel).find_member(kernel_btf(kernel).id_of(struct), member) is not None
    ]
    assert found == kernels.split()


@pytest.mark.parametrize(
    ("event", "counts"),
    [
        ("sched_switch", [3, 3, 3, 4, 4, 4, 4, 4, 4]),
        ("block_rq_issue", [1] * 9),
        ("kmalloc", [5, 5, 5, 5, 5, 6, 6, 6, 6]),
    ],
)
def test_a_tracepoint_passes_what_its_release_passes(event: str, counts: list[int]) -> None:
    found = [kernel_types(kernel).raw_tracepoint_params(event) or () for kernel in KERNEL_RELEASES]
    assert [len(params) for params in found] == counts


def test_helpers_come_one_release_after_another() -> None:
    last = [kernel_types(kernel).constant("__BPF_FUNC_MAX_ID") for kernel in KERNEL_RELEASES]
    assert last == [176, 180, 186, 194, 204, 208, 210, 212, 212]
