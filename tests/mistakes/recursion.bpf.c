// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A function that calls itself. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

static __noinline int depth(int n)
{
	if (bpf_get_prandom_u32() == n)
		return n;
	return depth(n + 1) + bpf_get_prandom_u32();
}

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	return depth(0);
}

char LICENSE[] SEC("license") = "GPL";
