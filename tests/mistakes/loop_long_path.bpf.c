// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A mistake behind a loop of many rounds. */
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
	__u64 *count, sum = 0;
	int i;

#pragma nounroll
	for (i = 0; i < 200; i++)
		asm volatile("" : "+r"(sum));
	count = bpf_map_lookup_elem(&counts, &key);
	*count += sum;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
