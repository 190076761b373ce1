// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A pointer is computed with in 32 bits. */
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
	__u64 *value = bpf_map_lookup_elem(&counts, &key);

	if (!value)
		return 0;
	asm volatile("w0 += 4" : "+r"(value));
	*value += 1;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
