// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The index is signed and only its upper end is checked. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

struct slots {
	__u32 at[16];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct slots);
} table SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u32 key = 0;
	__s64 i = (__s64)ctx->args[0];
	struct slots *slots = bpf_map_lookup_elem(&table, &key);

	if (!slots)
		return 0;
	if (i > 15)
		return 0;
	slots->at[i] += 1;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
