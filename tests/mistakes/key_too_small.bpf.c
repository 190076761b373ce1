// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The key on the stack is smaller than the map's keys. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, __u64[4]);
	__type(value, __u64);
} wide SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u64 key = 1;

	return bpf_map_lookup_elem(&wide, &key) ? 1 : 0;
}

char LICENSE[] SEC("license") = "GPL";
