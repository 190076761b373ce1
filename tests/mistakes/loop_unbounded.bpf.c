// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A loop whose end the verifier cannot see: the bound is a map value. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, __u32);
	__type(value, __u64);
} counts SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u32 key = 1;
	__u64 *limit = bpf_map_lookup_elem(&counts, &key);
	__u64 sum = 0, i;

	if (!limit)
		return 0;
	for (i = 0; i < *limit; i++)
		sum += bpf_get_prandom_u32();
	return sum & 1;
}

char LICENSE[] SEC("license") = "GPL";
