// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A helper is given a map of a type that it does not take. */
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
	__u64 *event = bpf_ringbuf_reserve(&counts, sizeof(*event), 0);

	if (event)
		bpf_ringbuf_discard(event, 0);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
