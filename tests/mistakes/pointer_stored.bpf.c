// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* An unprivileged program puts a pointer into a map. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, __u32);
	__type(value, __u64);
} counts SEC(".maps");

SEC("socket")
int prog(struct __sk_buff *ctx)
{
	__u32 key = 1;
	__u64 *value = bpf_map_lookup_elem(&counts, &key);

	if (value)
		*value = (__u64)value;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
