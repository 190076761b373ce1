// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The pointer is moved into the value before it is checked. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

struct pair {
	__u64 a, b;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, __u32);
	__type(value, struct pair);
} pairs SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u32 key = 1;
	struct pair *pair = bpf_map_lookup_elem(&pairs, &key);
	__u64 *b = &pair->b;

	asm volatile("" : "+r"(b));
	if (pair)
		*b += 1;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
