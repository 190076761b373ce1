// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* An argument is read that the function does not have. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, __u32);
	__type(value, __u64);
} counts SEC(".maps");

SEC("fentry/vfs_unlink")
int prog(__u64 *ctx)
{
	bpf_map_update_elem(&counts, &(__u32){0}, &(__u64){ctx[9]}, BPF_ANY);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
