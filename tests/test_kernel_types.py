from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sim.base.errors import BtfError, UnsupportedFeatureError
from sim.bpf.btf import Btf
from sim.bpf.btf_dump import c_header
from sim.bpf.btf_types import BtfKind, Enum64, Fwd, Struct
from sim.kernel.types.kernel_types import kernel_btf, kernel_types
from sim.kernel.types.vmlinux_h import HEADER_PATH

GOLDEN = yaml.safe_load(
    (Path(__file__).parent / "data" / "tracepoints-6.1.yaml").read_text(encoding="utf-8")
)

#: What the objects of Debian's libbpf-tools relocate against, as far as 6.1 has it.
ROOTS = [
    "pt_regs",
    "task_struct",
    "sock",
    "trace_event_raw_sys_exit",
    "gendisk",
    "trace_event_raw_sys_enter",
    "request_queue",
    "request",
    "inet_sock",
    "dentry",
    "file",
    "socket",
    "tcp_sock",
    "trace_event_raw_inet_sock_set_state",
    "kiocb",
    "trace_event_raw_signal_generate",
    "trace_event_raw_block_rq_completion",
    "renamedata",
    "path",
    "inode",
    "super_block",
    "qstr",
    "irqaction",
    "bpf_perf_event_data",
    "bio",
    "block_device",
    "nsproxy",
    "mnt_namespace",
    "oom_control",
    "pid_namespace",
    "pid",
    "upid",
    "cfs_rq",
    "kmem_cache",
    "net",
    "bpf_ringbuf",
]


def test_pt_regs_has_the_real_offsets() -> None:
    types = kernel_types()
    found = {name: types.offsetof("pt_regs", name) for name in GOLDEN["pt_regs"]}
    assert found == GOLDEN["pt_regs"]
    assert types.sizeof("pt_regs") == 168


def test_the_btf_bytes_read_back_as_the_same_types() -> None:
    assert Btf.parse(kernel_types().btf_bytes()) == kernel_btf()


def test_the_btf_bytes_are_the_same_every_time() -> None:
    kernel_types.cache_clear()
    first = kernel_types().btf_bytes()
    kernel_types.cache_clear()
    assert kernel_types().btf_bytes() == first


@pytest.mark.parametrize("root", ROOTS)
def test_every_struct_that_shipped_tools_read_is_declared(root: str) -> None:
    assert kernel_types().sizeof(f"struct {root}") > 0


def test_members_that_6_1_dropped_are_absent() -> None:
    types = kernel_types()
    for struct, member in (("request", "rq_disk"), ("task_struct", "state"), ("bio", "bi_disk")):
        with pytest.raises(BtfError, match="has no member"):
            types.offsetof(struct, member)
    with pytest.raises(BtfError):
        types.sizeof("struct trace_event_raw_block_rq_complete")


def test_a_path_looks_through_unnamed_members_and_indices() -> None:
    types = kernel_types()
    assert types.offsetof("sock", "__sk_common.skc_rcv_saddr") == 4
    assert types.offsetof("qstr", "len") == 4
    first, second = (types.offsetof("pid", f"numbers[{n}].ns") for n in (0, 1))
    assert second - first == types.sizeof("upid") == 16
    assert types.sizeof_member("task_struct", "comm") == 16
    assert types.sizeof("struct task_struct") == types.sizeof("task_struct")


def test_a_bit_field_has_bits_and_no_byte_offset() -> None:
    types = kernel_types()
    reuse = types.member("sock_common", "skc_reuse")
    port = types.member("sock_common", "skc_reuseport")
    assert (reuse.bit_off, reuse.bitfield_size) == (19 * 8, 4)
    assert (port.bit_off, port.bitfield_size) == (19 * 8 + 4, 1)
    with pytest.raises(BtfError, match="bit-field"):
        types.offsetof("sock_common", "skc_reuse")


def test_wrong_names_get_the_nearest_ones() -> None:
    types = kernel_types()
    with pytest.raises(BtfError, match="group_leader"):
        types.offsetof("task_struct", "group_leadr")
    with pytest.raises(BtfError, match="task_struct"):
        types.sizeof("task_strct")
    with pytest.raises(BtfError, match="is no array"):
        types.offsetof("task_struct", "pid[1]")
    with pytest.raises(BtfError, match="BPF_NOEXIST"):
        types.constant("BPF_NOEXISTS")


def test_constants_have_the_numbers_of_the_uapi() -> None:
    types = kernel_types()
    assert types.constant("BPF_F_CURRENT_CPU") == 0xFFFFFFFF
    assert types.constant("BPF_RINGBUF_BUSY_BIT") == 1 << 31
    assert types.enum_names("bpf_map_type")[27] == "BPF_MAP_TYPE_RINGBUF"
    assert types.enum_names("bpf_func_id")[130] == "BPF_FUNC_ringbuf_output"


def test_an_enum_that_needs_64_bits_has_them() -> None:
    wide = [found for found in kernel_btf() if isinstance(found, Enum64)]
    assert [item.name for item in wide[0].values][-1] == "BPF_F_CTXLEN_MASK"


def test_functions_and_raw_tracepoints_have_argument_types() -> None:
    types = kernel_types()
    params = types.function_params("vfs_read")
    assert params is not None
    assert [name for name, _ in params] == ["file", "buf", "count", "pos"]
    switch = types.raw_tracepoint_params("sched_switch")
    assert switch is not None
    assert [ctype for _, ctype in switch] == [
        "bool", "struct task_struct *", "struct task_struct *", "unsigned int"
    ]  # fmt: skip
    assert types.function_params("nosuch") is None
    assert types.raw_tracepoint_params("nosuch") is None


def test_a_getpid_has_types_under_its_inner_name_only() -> None:
    assert kernel_types().function_params("__do_sys_getpid") is not None
    assert kernel_types().function_params("__x64_sys_getpid") is None


def test_what_is_only_pointed_to_is_a_forward_declaration() -> None:
    found = kernel_btf()[kernel_btf().id_of("rcu_node")]
    assert isinstance(found, Fwd)
    assert kernel_btf().find("rcu_node", BtfKind.STRUCT) is None


def test_no_struct_has_a_member_at_a_negative_or_later_place() -> None:
    for found in kernel_btf():
        if isinstance(found, Struct):
            offsets = [member.bit_off for member in found.members]
            assert offsets == sorted(offsets)
            assert all(offset <= found.size * 8 for offset in offsets)


def test_only_simulated_kernels_are_declared() -> None:
    with pytest.raises(UnsupportedFeatureError, match=r"5\.14"):
        kernel_types("5.14")


def test_the_generated_header_is_up_to_date() -> None:
    assert HEADER_PATH.read_text(encoding="utf-8") == c_header(kernel_btf()), (
        "run python -m sim.kernel.types.vmlinux_h"
    )
