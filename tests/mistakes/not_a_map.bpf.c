// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A helper that wants a map is given something else. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u32 key = 1;

	return bpf_map_lookup_elem(&key, &key) ? 1 : 0;
}

char LICENSE[] SEC("license") = "GPL";
