// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* Kernel memory is read as if it were the program's own. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("kprobe/do_unlinkat")
int prog(struct pt_regs *ctx)
{
	struct task_struct *task = (void *)bpf_get_current_task();

	return task->tgid;
}

char LICENSE[] SEC("license") = "GPL";
