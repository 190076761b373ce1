// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The value of a lookup is used without asking whether there was one. */
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
	__u32 key = ctx->args[0];
	__u64 *count = bpf_map_lookup_elem(&counts, &key);

	*count += 1;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
