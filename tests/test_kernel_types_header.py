from __future__ import annotations

import pytest

from sim.bpf.btf_ext import CoreReloKind
from sim.bpf.isa import decode
from sim.bpf.spec import ObjectSpec
from sim.kernel.types.kernel_types import kernel_btf, kernel_types
from sim.kernel.types.vmlinux_h import HEADER_PATH
from sim.loader.build import build_object
from sim.loader.open import open_object
from sim.loader.relocate import relocate

pytest.importorskip("ziglang", reason="compiling needs the extra 'c' (ziglang)")

SOURCE = """
#include "vmlinux.h"
#include "bpfsim_helpers.h"

struct task_struct___old {
    long state;
} __attribute__((preserve_access_index));

__u64 out[8];

SEC("kprobe/vfs_read")
int reads(struct pt_regs *ctx)
{
    struct task_struct *task = (void *)bpf_get_current_task();
    struct file *file = (void *)PT_REGS_PARM1(ctx);

    out[0] = BPF_CORE_READ(task, tgid);
    out[1] = BPF_CORE_READ(task, real_parent, tgid);
    out[2] = BPF_CORE_READ(task, nsproxy, mnt_ns, ns.inum);
    out[3] = BPF_CORE_READ(file, f_path.dentry, d_inode, i_sb, s_dev);
    bpf_printk("%d %s", (__u32)out[0], "x");
    return 0;
}

SEC("kprobe/do_sys_openat2")
int exists(struct pt_regs *ctx)
{
    struct task_struct___old *old = 0;

    out[4] = bpf_core_field_exists(old->state) ? 1 : 2;
    out[5] = bpf_core_type_exists(struct bpf_ringbuf) ? 3 : 4;
    out[6] = bpf_core_type_size(struct task_struct);
    return 0;
}

SEC("kprobe/__x64_sys_openat")
int syscall_args(struct pt_regs *ctx)
{
    struct pt_regs *regs = PT_REGS_SYSCALL_REGS(ctx);
    char name[32] = {};

    bpf_probe_read_user_str(name, sizeof(name), (void *)PT_REGS_PARM2_CORE_SYSCALL(regs));
    out[7] = PT_REGS_PARM4_CORE_SYSCALL(regs) + name[0];
    return 0;
}

char LICENSE[] SEC("license") = "GPL";
"""


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> ObjectSpec:
    folder = tmp_path_factory.mktemp("header")
    source = folder / "header.bpf.c"
    source.write_text(SOURCE, encoding="utf-8")
    build_object(source, folder / "header.bpf.o", HEADER_PATH.parent)
    return open_object(folder / "header.bpf.o")


def test_the_helper_header_compiles_and_fits_the_simulated_kernel(spec: ObjectSpec) -> None:
    programs = relocate(spec, kernel_btf())
    assert [program.name for program in programs] == ["reads", "exists", "syscall_args"]
    assert all(program.poisoned == () for program in programs)


def test_a_chain_of_reads_is_one_probe_read_for_each_pointer(spec: ObjectSpec) -> None:
    (reads,) = (program for program in relocate(spec, kernel_btf()) if program.name == "reads")
    calls = [insn.imm for insn in decode(reads.insns) if insn.opcode == 0x85]
    probe_read_kernel = kernel_types().constant("BPF_FUNC_probe_read_kernel")
    assert calls.count(probe_read_kernel) == 1 + 2 + 3 + 4
    assert calls.count(kernel_types().constant("BPF_FUNC_trace_printk")) == 1


def test_what_exists_is_decided_when_the_object_is_loaded(spec: ObjectSpec) -> None:
    kinds = {relo.kind for program in spec.programs for relo in program.core_relos}
    assert {
        CoreReloKind.FIELD_EXISTS,
        CoreReloKind.TYPE_EXISTS,
        CoreReloKind.TYPE_SIZE,
    } <= kinds


def test_helper_numbers_agree_with_the_kernel() -> None:
    header = (HEADER_PATH.parent / "bpfsim_helpers.h").read_text(encoding="utf-8")
    declared = header.replace("\n\t", " ").splitlines()
    rows = [line[14:].split(", ") for line in declared if line.startswith("BPFSIM_HELPER(")]
    assert len(rows) > 30
    of_this_kernel = [
        row for row in rows if int(row[0]) < kernel_types().constant("__BPF_FUNC_MAX_ID")
    ]
    assert len(rows) - len(of_this_kernel) <= 2
    for number, _, name, *_ in of_this_kernel:
        helper = name.removeprefix("bpf_").removesuffix(");")
        assert kernel_types().constant(f"BPF_FUNC_{helper}") == int(number)
