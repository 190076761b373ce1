// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A typed pointer is read behind the end of its structure. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, __u32);
	__type(value, __u64);
} counts SEC(".maps");

SEC("fentry/do_unlinkat")
int prog(__u64 *ctx)
{
	struct task_struct *task = bpf_get_current_task_btf();

	bpf_map_update_elem(&counts, &(__u32){0}, &(__u64){((int *)task)[100000]}, BPF_ANY);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
