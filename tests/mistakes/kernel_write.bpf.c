// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A field of the kernel's structure is written through a typed pointer. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("fentry/do_unlinkat")
int prog(__u64 *ctx)
{
	struct task_struct *task = bpf_get_current_task_btf();

	task->tgid = 1;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
