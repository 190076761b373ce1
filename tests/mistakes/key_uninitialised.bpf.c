// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A key is looked up that nobody has filled in. */
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
	__u32 key;
	__u64 *count = bpf_map_lookup_elem(&counts, &key);

	if (count)
		*count += 1;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
